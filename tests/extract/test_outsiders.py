"""Words of talks used by people of no party, by the press, by notices and of nobody make no move."""

from __future__ import annotations

import pytest

from tests.extract.reading_moves import moves_of

NO_MOVE = [
    "The chef offered his guests a menu of nine courses.",
    "A violinist refused to play the second movement.",
    "The defendant rejected a plea deal over the missing lorries.",
    "Traders rejected the lower prices.",
    "The rebels' film was dull, and the actress rejected suggestions that she had slept.",
    "The ministry declined to respond to questions about the ferry.",
    "The union's spokesman declined to respond.",
    "Attempts to reach the harbour master were unsuccessful.",
    "Calls to the general's office went unanswered.",
    "Motorists are urged to take the coast road.",
    "Nobody can refuse to talk to the envoy.",
    "Refusing to talk to one's neighbours helps no one.",
]
MOVE = [
    ("The rebels rejected the proposal.", "reject"),
    ("The ministry declined to respond to the offer.", "reject"),
    ("The actors' guild rejected the studios' offer.", "reject"),
    ("Motorists' groups demanded a cut in the toll.", "demand"),
    ("The traders' union rejected the offer of 3 per cent.", "reject"),
    ("The army was urged to hold its fire.", "demand"),
]


@pytest.mark.parametrize("text", NO_MOVE)
def test_nothing_is_claimed_outside_talks(text: str) -> None:
    assert not moves_of(text)


@pytest.mark.parametrize(("text", "act"), MOVE)
def test_the_same_words_in_talks_are_moves(text: str, act: str) -> None:
    assert act in {move.act for _, move in moves_of(text)}
