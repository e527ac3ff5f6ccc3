"""Moves sentence by sentence: which act, by whom, to whom, how sure; and sentences that hold none."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from parley.model.claim import Act
from tests.extract.moves_cases import ROWS, SILENT
from tests.extract.reading_moves import differences, move_of, read, read_all

read_all([*(text for text, _ in ROWS), *SILENT])


@pytest.mark.parametrize(("text", "wanted"), ROWS)
def test_a_move(text: str, wanted: dict[str, Any]) -> None:
    assert differences(text, wanted) == []


@pytest.mark.parametrize("text", SILENT)
def test_no_move(text: str) -> None:
    assert differences(text, {"act": None}) == []


@pytest.mark.parametrize("text", [text for text, _ in ROWS])
def test_the_words_of_a_move_stand_in_its_sentence(text: str) -> None:
    for claim in read(text):
        for mention in claim.mentions:
            assert mention.trigger.overlaps(mention.statement)
            assert 0 <= mention.statement.start < mention.statement.end <= len(text)


def test_every_act_has_rows() -> None:
    acts = {act for _, wanted in ROWS for act in ([wanted["act"]] if isinstance(wanted["act"], str) else wanted["act"])}
    assert acts == set(get_args(Act))
    assert len({text for text, _ in ROWS}) >= 140
    assert len(set(SILENT)) >= 40


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("The rebels accused Norland on Monday of breaking the truce.", "breaking the truce"),
        ("The army accused the rebels of having violated the ceasefire.", "having violated the ceasefire"),
        ("The union accused the firm of stalling.", "stalling"),
    ],
)
def test_an_accusation_says_of_what(text: str, about: str) -> None:
    assert move_of(text, "accuse")[1].about == about
