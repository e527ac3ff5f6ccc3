"""Words of talks that tell of no move, or of another's: sentences written for the tests, with what a reader finds."""

from __future__ import annotations

import pytest

from parley.model import Move
from tests.extract.reading_moves import read, read_all

TALKS = "Tarvia and the River Front hold truce talks on captives and aid. "

NONE_OF = [
    ("A survey showed that most people believe Vestmark should use its weight to call for a ceasefire.", "demand"),
    ("There are good reasons why presidents rarely engage in talks of this kind.", "meet"),
    ("The day commemorates the armistice signed between the Allies and Orlenz.", "agree"),
]

NO_RELEASE = [
    "The president also called for holding the Front accountable for its attacks and for taking hostages.",
    "He pledges that upon his return to the White House, he will ensure that all foes face the consequences.",
]

MADE_BY: list[tuple[str, str, list[str], list[str]]] = [
    ("The truce between Tarvia and the River Front has been extended by two days.", "extend", ["Tarvia", "River Front"], []),
    ("A truce between Tarvian and Front forces had been extended by two days, a mediator said.", "extend", [], []),
    (
        "In a bid to free captives in Sarrand, Tarvia's Unity Party Minister, Benno Gantt, pushed for a truce.",
        "demand", ["Benno Gantt"], [],
    ),
    ("On Monday, 17 captives were freed as part of a truce between Tarvia and the River Front.", "carry_out", [], []),
    (
        "Tarvia is likely to endorse it since it had, unlike other League members, not backed a resolution for a truce.",
        "support", ["Tarvia"], [],
    ),
]  # fmt: skip


def moves(sentence: str, act: str) -> list[Move]:
    read_all([TALKS + each for each in (*(s for s, _ in NONE_OF), *NO_RELEASE, *(s for s, *_ in MADE_BY))])
    bodies = [c.body for c in read(TALKS + sentence) if c.mentions[0].trigger.start >= len(TALKS)]
    return [body for body in bodies if isinstance(body, Move) and body.act == act]


@pytest.mark.parametrize(("sentence", "act"), NONE_OF)
def test_what_is_wished_usual_or_remembered_is_no_move(sentence: str, act: str) -> None:
    assert moves(sentence, act) == []


@pytest.mark.parametrize("sentence", NO_RELEASE)
def test_who_is_taken_and_where_somebody_returns_to_is_not_let_go(sentence: str) -> None:
    found = [*moves(sentence, "demand"), *moves(sentence, "promise")]
    assert all(term.issue != "release" for move in found for term in move.terms)


@pytest.mark.parametrize(("sentence", "act", "makers", "to"), MADE_BY)
def test_whose_move_it_is(sentence: str, act: str, makers: list[str], to: list[str]) -> None:
    move = moves(sentence, act)[-1]
    assert ([actor.name for actor in move.by], [actor.name for actor in move.to]) == (makers, to)


def test_how_many_of_them_is_no_thing_beside_them() -> None:
    (move,) = moves("Marenko will not stop until all of the hostages held by the River Front are released.", "demand")
    assert [term.item for term in move.terms] == ["hostages"]
