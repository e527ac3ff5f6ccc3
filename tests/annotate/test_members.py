"""Who makes up a consortium, coalition or alliance."""

from __future__ import annotations

import pytest

from parley.annotate import annotate
from parley.model import new_report

TOLD = [
    (
        "A consortium of Arden Capital, Brightwater Partners and Colm Holdings bid for the utility.",
        ("Arden Capital", "Brightwater Partners", "Colm Holdings"),
    ),
    (
        "The Northern Coalition, made up of the Reform Party and the Greens, rejected the budget.",
        ("Reform Party", "Greens"),
    ),
    (
        "The Lakeside consortium, which includes Torvald Energy and Bremmer AG, raised its bid.",
        ("Torvald Energy", "Bremmer AG"),
    ),
    ("A coalition between the Greens and the Reform Party collapsed on Monday.", ("Greens", "Reform Party")),
    ("The alliance unites Unitas and the Dockers' Federation.", ("Unitas", "Dockers' Federation")),
]

NONE = [
    "The Sahel Alliance, led by Mali and Niger, refused the terms.",
    "A consortium of 12 banks in London and Paris offered a loan.",
    "The coalition rejected the Reform Party's plan and the Greens' plan.",
    "The consortium of Brussels offered a loan.",
]


def _members(text: str) -> set[tuple[str, ...]]:
    doc = next(annotate([new_report(text, published="2025-05-16")]))
    return {e.members for e in doc.entities if e.members}


@pytest.mark.parametrize(("text", "members"), TOLD)
def test_an_alliance_has_the_members_its_words_name(text: str, members: tuple[str, ...]) -> None:
    assert _members(text) == {members}


@pytest.mark.parametrize("text", NONE)
def test_leaders_places_and_others_in_the_sentence_are_no_members(text: str) -> None:
    assert _members(text) == set()


def test_members_told_once_are_those_of_every_mention() -> None:
    text = "A consortium of Arden Capital and Colm Holdings bid for the port. The consortium wants an answer by June."
    doc = next(annotate([new_report(text, published="2025-05-16")]))
    own = [e for e in doc.entities if e.members]
    assert [e.span.of(text) for e in own] == ["A consortium of Arden Capital and Colm Holdings", "The consortium"]
    assert {e.name for e in own} == {"consortium of Arden Capital and Colm Holdings"}
    assert own[0].actor(text).members == ("Arden Capital", "Colm Holdings")
