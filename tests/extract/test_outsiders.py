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
    "The host offered tea and cake to both delegations.",
    "The general conceded a smile at the truce talks.",
    "The premier declined to shake hands.",
    "The envoy refused to be photographed.",
    "Analysts expect the board to reject the bid.",
    "Analysts say Velmont could raise its bid.",
    "The lenders ought to accept the offer, the paper argued.",
    "In 1815 the powers agreed to a truce.",
    "Two centuries ago the kingdom rejected a union with its neighbour.",
    "The first truce was signed in 1921.",
    "The town was burned in 1502 by a duke who rejected its truce.",
    "An offer by two cooks of free stew drew a queue.",
    "In her novel a queen offers half of her realm for peace.",
    "The champion rejected a record fee before the title fight, their striker's agent said.",
    "The movement declared its readiness to meet the raids with full force.",
    "The region shows a readiness to avoid conflict.",
    "Such schemes are illegal.",
    "The workers were huddling in cellars.",
    "A warning was given to the premier regarding the plans of the rebels.",
    "They want our people dead, the widow said.",
    "The republic launched air strikes in support of the army.",
    "The city has not yet announced an evacuation plan.",
    "Delegates made slow progress towards reaching an agreement.",
]
MOVE = [
    ("The rebels rejected the proposal.", "reject"),
    ("The ministry declined to respond to the offer.", "reject"),
    ("The actors' guild rejected the studios' offer.", "reject"),
    ("Motorists' groups demanded a cut in the toll.", "demand"),
    ("The traders' union rejected the offer of 3 per cent.", "reject"),
    ("The union expects the board to raise its offer, and rejected the present one.", "reject"),
    ("The two armies signed a truce in 2024.", "agree"),
    ("The union, founded in 1921, rejected the offer.", "reject"),
    ("Velmont said it could raise its bid.", "offer"),
    ("The minister offered 400 tonnes of wine in return for grain.", "offer"),
    ("The rebels declared their readiness to free the sailors.", "offer"),
    ("The union called the offer illegal.", "reject"),
    ("The cabinet gave its backing to the plan.", "support"),
    ("The union wants the captives freed.", "demand"),
    ("The army was urged to hold its fire.", "demand"),
]


@pytest.mark.parametrize("text", NO_MOVE)
def test_nothing_is_claimed_outside_talks(text: str) -> None:
    assert not moves_of(text)


@pytest.mark.parametrize(("text", "act"), MOVE)
def test_the_same_words_in_talks_are_moves(text: str, act: str) -> None:
    assert act in {move.act for _, move in moves_of(text)}
