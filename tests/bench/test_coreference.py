"""The scorer of pronouns, descriptions and short names, on a few words of our own."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.quality.coreference import HALVES, KINDS, Marked, Reference, load_half, parse_marks, read_file, score
from bench.quality.labels import LabelError

from parley.model import Span

TEXT = "Marta Helle said {she>%s} would wait. {Helle>%s} left."
RIGHT = parse_marks("a", TEXT % ("Marta Helle", "Marta Helle"))
WRONG = parse_marks("b", TEXT % ("Ada Holm", "Ada Holm"))
HALF = parse_marks("c", TEXT % ("Ada Holm", "Marta Helle"))
NOBODY = parse_marks("d", TEXT % ("-", "Marta Helle"))
MISSED = parse_marks("e", "Rain fell on Monday. {She>Marta Helle} left.")


def test_marks_are_taken_out_and_kept() -> None:
    assert parse_marks("x", "A cook said {he>a cook|the cook} saw {it>-}.") == Marked(
        "x",
        "A cook said he saw it.",
        (Reference(Span(12, 14), ("a cook", "the cook"), "pronoun"), Reference(Span(19, 21), (), "pronoun")),
    )


def test_kinds_are_told_by_the_words() -> None:
    marked = parse_marks("x", "{Its>A} {The guild>A} {Helle>A} {the two banks>A} {their>A}")
    assert [reference.kind for reference in marked.references] == [
        "pronoun", "description", "short name", "description", "pronoun",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "recall", "precision"),
    [(RIGHT, 1.0, 1.0), (WRONG, 0.0, 0.0), (HALF, 0.5, 0.5), (NOBODY, 1.0, 0.5), (MISSED, 0.0, 0.0)],
    ids=["all right", "all wrong", "half", "somebody for nobody", "nobody for somebody"],
)
def test_shares(text: Marked, recall: float, precision: float) -> None:
    metrics = score([text], "x").metrics
    assert (metrics["all: recall"], metrics["all: precision"]) == (recall, precision)


def test_a_name_that_is_only_the_head_of_another_is_not_it() -> None:
    text = parse_marks("x", "The guild's chairwoman, Marta Helle, said {she>guild} would wait.")
    assert score([text], "x").metrics["all: recall"] == 0.0


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ("[[text]]\nid = 'a'\ntext = 'He {left.'\n", "opens or closes no mark"),
        ("[[text]]\nid = 'a'\n", "give \\[\\[text\\]\\] entries"),
        ("", "holds no marked texts"),
    ],
)
def test_a_file_of_another_form_is_named_in_one_sentence(tmp_path: Path, lines: str, says: str) -> None:
    path = tmp_path / "marks.toml"
    path.write_text(lines)
    with pytest.raises(LabelError, match=says):
        read_file(path)


def test_both_halves_hold_references_of_every_kind() -> None:
    texts = {half: load_half(half) for half in HALVES}
    assert {half: len(found) for half, found in texts.items()} == {"seen": 20, "held_out": 20}
    for found in texts.values():
        assert {reference.kind for text in found for reference in text.references} == set(KINDS)
    ids = [text.id for found in texts.values() for text in found]
    assert len(set(ids)) == len(ids)
