"""Relations between two moves of one report: what makes one more exact, repeats it, or denies it."""

from __future__ import annotations

from typing import Any

import pytest

from parley.compare import relations_within
from parley.model import (
    Actor,
    Attribution,
    Claim,
    Date,
    Factuality,
    Mention,
    Move,
    Quantity,
    Source,
    Span,
    Term,
    new_claim,
)

UNION, COMPANY = Actor("Dockers' Union", "the union"), Actor("Port Company", "the company")
HERALD, ENVOY = Source("Herald", "outlet"), Source("an envoy", "unnamed")


def _amount(lower: float | None, upper: float | None) -> Quantity:
    return Quantity(lower, upper, unit="percent", verbatim=f"{lower} per cent")


def _pay(quantity: Quantity | None, item: str = "pay rise", issue: Any = "pay") -> Term:
    return Term(issue, item, Span(0, 1), quantity=quantity)


def _told(body: Move, at: int, *chain: Source, polarity: Any = "positive") -> Claim:
    return new_claim(
        "report-1",
        body,
        attribution=Attribution(chain),
        factuality=Factuality(polarity=polarity),
        mentions=(Mention(Span(at, at + 5), Span(at, at + 30)),),
        rule="move:offer:object",
    )


GENERAL = _told(Move("offer", by=(COMPANY,), terms=(_pay(None),)), 0)
EXACT = Move("offer", by=(COMPANY,), terms=(_pay(_amount(4, 4)),))

REFINES = {
    "an amount": EXACT,
    "a bound": Move("offer", by=(COMPANY,), terms=(_pay(_amount(0, 4)),)),
    "a deadline": Move("offer", by=(COMPANY,), terms=(_pay(None),), deadline=Date("2025-05-20")),
    "a further term": Move("offer", by=(COMPANY,), terms=(_pay(None), _pay(None, "posts", "jobs"))),
    "by an office of the party": Move("offer", by=(Actor("Ann Lee", "Lee", "Port Company"),), terms=(_pay(_amount(4, 4)),)),
}  # fmt: skip
DOES_NOT = {
    "another party": Move("offer", by=(UNION,), terms=(_pay(_amount(4, 4)),)),
    "another act": Move("demand", by=(COMPANY,), terms=(_pay(_amount(4, 4)),)),
    "another thing": Move("offer", by=(COMPANY,), terms=(_pay(_amount(4, 4), "new cranes", "aid"),)),
    "no more": Move("offer", by=(COMPANY,), terms=(_pay(None),), about="offer"),
}


def _kinds(*claims: Claim) -> list[tuple[str, str, str]]:
    return [(r.kind, r.one, r.other) for r in relations_within(claims)]


@pytest.mark.parametrize("body", REFINES.values(), ids=REFINES)
@pytest.mark.parametrize("at", [100, 900])
def test_a_telling_with_more_refines_one_with_less(body: Move, at: int) -> None:
    exact = _told(body, at, ENVOY)
    assert ("refines", exact.id, GENERAL.id) in _kinds(GENERAL, exact)


@pytest.mark.parametrize("body", DOES_NOT.values(), ids=DOES_NOT)
def test_another_move_is_not_refined(body: Move) -> None:
    assert [k for k in _kinds(GENERAL, _told(body, 100, ENVOY)) if k[0] == "refines"] == []


def test_an_amount_that_contradicts_is_no_more_exact() -> None:
    first = _told(EXACT, 0)
    second = _told(Move("offer", by=(COMPANY,), terms=(_pay(_amount(7, 7)), _pay(None, "posts", "jobs"))), 100, ENVOY)
    assert _kinds(first, second) == []


def test_the_same_values_on_another_word_are_repeated() -> None:
    first, second = _told(EXACT, 0, HERALD), _told(EXACT, 100, ENVOY)
    assert _kinds(first, second) == [("repeat", second.id, first.id)]


def test_what_another_source_says_was_not_made_is_denied() -> None:
    made, denied = _told(EXACT, 0, HERALD), _told(EXACT, 100, ENVOY, polarity="negative")
    assert _kinds(made, denied) == [("denies", denied.id, made.id)]
    assert _kinds(made, _told(EXACT, 100, HERALD, polarity="negative")) == []


def test_a_deal_told_without_its_parties_is_denied_by_any() -> None:
    struck = _told(Move("agree"), 0, HERALD)
    denied = _told(Move("agree", by=(UNION,)), 100, ENVOY, polarity="negative")
    assert _kinds(struck, denied) == [("denies", denied.id, struck.id)]
    asked = _told(Move("demand"), 0, HERALD)
    assert _kinds(asked, _told(Move("demand", by=(UNION,)), 100, ENVOY, polarity="negative")) == []


def test_a_stated_answer_is_a_relation_while_both_are_there() -> None:
    offer = _told(EXACT, 0)
    answer = _told(Move("reject", by=(UNION,), answers=offer.id), 100)
    assert _kinds(offer, answer) == [("answers", answer.id, offer.id)]
    assert _kinds(answer) == []
