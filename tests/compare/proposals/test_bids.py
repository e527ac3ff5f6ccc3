"""Bids for one company in invented reports: what is one bid, which tops which, who says yes, what a round is not."""

from __future__ import annotations

from typing import Any

import msgspec

from parley.compare import move_relations
from parley.compare.proposals import proposals_of, thread_of
from parley.model import Actor, Factuality, Proposal, Span, Term, Thread
from parley.resolve import Told
from tests.compare.across.telling import PARTIES, amount, told

ARKWELL, BRAYTON = Actor("Arkwell Corp", "Arkwell"), Actor("Brayton PLC", "Brayton")
TARGET, OTHER = Actor("Selvane Inc", "Selvane"), Actor("Tormouth Inc", "Tormouth")
HOLDERS = Actor("Selvane shareholders", "shareholders")
WOULD = Factuality("certain", "positive", "hypothetical")


def price(number: float, per: str | None = "share", *, words: str = "", of: str = "bid") -> Term:
    found = amount(number, unit="USD")
    return Term("price", of, Span(0, 1), quantity=msgspec.structs.replace(found, verbatim=words or found.verbatim), per=per)  # fmt: skip


def bid(by: Actor, day: str, *terms: Term, to: Actor = TARGET, **more: Any) -> Told:
    return told("offer", by, f"2031-03-{day}", *terms, to=(to,), **more)


def found(*claims: Told) -> tuple[Proposal, ...]:
    return proposals_of(claims, PARTIES, move_relations(claims, PARTIES))


def thread(*claims: Told) -> Thread:
    return thread_of(claims, PARTIES, move_relations(claims, PARTIES))


def standing(proposal: Proposal) -> dict[str, str]:
    return {each.party: each.status for each in proposal.standing}


def lows(proposal: Proposal) -> list[list[float | None]]:
    return [[t.quantity.lower for t in version.terms if t.quantity] for version in proposal.versions]


def test_the_price_of_a_share_and_the_sum_for_all_are_one_bid_on_two_scales() -> None:
    claims = bid(ARKWELL, "01", price(90)), bid(ARKWELL, "03", price(384_000_000, None))
    (proposal,) = found(*claims)
    assert sorted(low for low in lows(proposal)[0] if low) == [90, 384_000_000]
    assert sorted(scale.thing for scale in thread(*claims).scales) == ["", "in all"]


def test_the_sum_for_all_is_not_carried_over_to_another_price() -> None:
    (proposal,) = found(
        bid(ARKWELL, "01", price(90), price(384_000_000, None)),
        bid(ARKWELL, "08", price(95)),
    )
    assert lows(proposal)[1] == [95]


def test_how_much_of_the_stock_is_bid_for_is_no_bid_of_its_own() -> None:
    share = Term("price", "Selvane shares", Span(0, 1), quantity=amount(80), base="Selvane shares")
    assert len(found(bid(ARKWELL, "01", price(90)), bid(ARKWELL, "03", share))) == 1


def test_the_price_of_a_part_of_a_company_stands_on_a_scale_of_its_own() -> None:
    steel = Term("price", "the steel assets", Span(0, 1), group="the steel assets")
    claims = (
        bid(ARKWELL, "01", price(384_000_000, None)),
        bid(BRAYTON, "03", steel, price(124_000_000, None)),
    )
    assert [scale.thing for scale in thread(*claims).scales] == ["in all", "of a business"]


def test_a_higher_bid_of_another_is_against_the_lower_and_not_the_other_way_round() -> None:
    first, second = found(bid(ARKWELL, "01", price(90)), bid(BRAYTON, "05", price(92.5), factuality=WOULD, conditions=(price(1),)))  # fmt: skip
    assert standing(first)["brayton plc"] == "countered"
    assert "arkwell corp" not in standing(second)


def test_a_bid_for_another_company_tops_nothing() -> None:
    for proposal in found(bid(ARKWELL, "01", price(90)), bid(BRAYTON, "05", price(92.5), to=OTHER)):
        assert "countered" not in standing(proposal).values()


def test_what_comes_on_top_is_part_of_no_level_before_it_and_on_no_scale() -> None:
    more = price(5, words="additional 5 dollars")
    claims = (
        bid(ARKWELL, "01", price(90)),
        bid(ARKWELL, "08", price(95), more),
        bid(ARKWELL, "09", price(90), report="later"),
        bid(ARKWELL, "09", more, report="later", at=40),
    )
    (proposal,) = found(*claims)
    assert [len(version) for version in lows(proposal)] == [1, 2]
    assert [[p.quantity.lower for p in scale.points] for scale in thread(*claims).scales] == [[90, 95]]


def test_a_bid_is_taken_back_whole() -> None:
    (proposal,) = found(
        bid(ARKWELL, "01", price(90), price(384_000_000, None)),
        told("withdraw", ARKWELL, "2031-03-09", price(90), about="its 90 dollar offer"),
    )
    assert (len(proposal.versions), standing(proposal)) == (1, {"selvane inc": "withdrawn"})


def test_a_firm_that_alone_agrees_to_the_terms_of_a_bid_accepts_it_and_at_another_price_does_not() -> None:
    (proposal,) = found(bid(ARKWELL, "01", price(90)), told("agree", TARGET, "2031-03-04", price(90)))
    assert standing(proposal) == {"selvane inc": "accepted"}
    (proposal,) = found(bid(ARKWELL, "01", price(90)), told("agree", TARGET, "2031-03-04", price(70)))
    assert standing(proposal) == {"selvane inc": "open"}


def test_holders_who_approve_a_merger_months_later_say_yes_to_the_bid_that_is_left() -> None:
    merger = Term("price", "the merger", Span(0, 1))
    claims = (
        bid(ARKWELL, "01", price(90)),
        bid(BRAYTON, "05", price(92.5)),
        told("withdraw", BRAYTON, "2031-03-20", about="its offer"),
        told("accept", HOLDERS, "2031-06-29", merger, about="the merger"),
    )
    first, second = found(*claims)
    assert standing(first)["selvane shareholders"] == "accepted"
    assert "selvane shareholders" not in standing(second)


def test_a_demand_on_another_matter_counters_no_bid() -> None:
    suit = Term("other", "10 business days", Span(0, 1), quantity=amount(10, unit="day"))
    offer = bid(ARKWELL, "01", price(90), report="one")
    answer = told("demand", BRAYTON, "2031-03-01", suit, report="one", at=40, answers=offer.claim.id)
    first = found(offer, answer)[0]
    assert "brayton plc" not in standing(first)


def test_a_firm_that_sees_a_court_or_a_regulator_opens_no_round() -> None:
    for body in ("Securities and Exchange Commission", "Harbour District Court", "energy regulator"):
        assert thread(told("meet", ARKWELL, "2031-03-01", to=(Actor(body, body),))).rounds == ()
    assert len(thread(told("meet", ARKWELL, "2031-03-01", to=(TARGET,))).rounds) == 1


def test_parties_that_meet_before_a_court_open_a_round() -> None:
    court = Actor("Harbour District Court", "the court")
    assert len(thread(told("meet", (ARKWELL, TARGET), "2031-03-01", to=(court,))).rounds) == 1
