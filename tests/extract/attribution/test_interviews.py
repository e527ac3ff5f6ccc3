"""Interviews and transcripts: whose words a paragraph gives."""

from __future__ import annotations

from parley import extract
from parley.model import Extraction, Move, new_report

LABELLED = """Union chief: The offer is dead

Strikers have held the docks for nine days. Mara Olsen leads the dockers' union.

Q. Will you accept the employers' offer?
A. We rejected it on Monday. The mediator met both sides on Tuesday.

Q. And the ministry says its plan stands.
OLSEN: We have not seen a plan.

The employers declined to comment."""

UNLABELLED = """The envoy who came back

Tomas Reyle carried letters between the junta and the rebels for a year. He spoke to us in the capital.

Why did it fail?

The junta rejected the ceasefire plan twice.

And the rebels?

They accepted it in writing.

Will you go back?

If both sides ask me."""


def _moves(text: str) -> list[tuple[str, list[str], list[str]]]:
    found: Extraction = extract(new_report(text, published="2025-03-03"))
    return [
        (c.body.act, [a.name for a in c.body.by], [s.name for s in c.attribution.chain])
        for c in found.claims
        if isinstance(c.body, Move)
    ]


def test_answers_are_the_words_of_who_is_named_before_them() -> None:
    moves = _moves(LABELLED)
    assert ("reject", ["Mara Olsen"], ["Mara Olsen"]) in moves
    assert [chain for act, _, chain in moves if act == "meet"] == [["Mara Olsen"]]


def test_paragraphs_between_questions_are_the_words_of_who_is_interviewed() -> None:
    moves = _moves(UNLABELLED)
    assert ("reject", ["junta"], ["Tomas Reyle"]) in [(a, [n.lower() for n in by], chain) for a, by, chain in moves]
    assert [chain for act, _, chain in moves if act == "accept"] == [["Tomas Reyle"]]
    assert [chain for act, _, chain in moves if act == "mediate"] == [[]]


def test_a_question_or_two_make_no_interview() -> None:
    text = "Will the truce hold?\n\nThe junta rejected the ceasefire plan twice.\n\nThe rebels accepted it."
    assert all(chain == [] for _, _, chain in _moves(text))
