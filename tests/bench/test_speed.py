"""How the measurement of speed is made."""

from __future__ import annotations

import pytest
from bench.speed import MOST_TIMES, STEADY_WORDS, least, times_for


@pytest.mark.parametrize(
    ("words", "times"),
    [
        pytest.param(0, MOST_TIMES, id="an empty set"),
        pytest.param(STEADY_WORDS // 9, MOST_TIMES, id="a very small set takes no more than the most"),
        pytest.param(STEADY_WORDS // 2, 2, id="half the words take twice the rounds"),
        pytest.param(STEADY_WORDS, 1, id="enough words"),
        pytest.param(STEADY_WORDS * 7, 1, id="a large set takes no fewer rounds"),
    ],
)
def test_a_small_set_takes_more_rounds(words: int, times: int) -> None:
    assert times_for(words) == times


def test_works_take_turns() -> None:
    turns: list[str] = []
    times = least([lambda: turns.append("parse"), lambda: turns.append("extraction")], 3)
    assert turns == ["parse", "extraction"] * 3
    assert len(times) == 2
