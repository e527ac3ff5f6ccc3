"""Proposals from moves told in invented reports: versions, what changed, who answered, how each stands."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.compare import move_relations
from parley.compare.proposals import proposals_of
from parley.model import Actor, Date, Factuality, Proposal, Span, Term
from parley.resolve import Told
from tests.compare.across.telling import COMPANY, PARTIES, UNION, amount, pay, told, truce
from tests.compare.across.test_relations import stories

FRONT, STATE = Actor("River Front", "the Front"), Actor("Norland", "Norland")
MAY = Factuality("possible", "positive", "hypothetical")
WOULD = Factuality("certain", "positive", "hypothetical")
DENIED = Factuality(polarity="negative")


def captives(number: float) -> Term:
    return Term("release", "captives", Span(0, 1), quantity=amount(number, unit="persons"))


def lump(number: float) -> Term:
    return Term("payment", "lump sum", Span(0, 1), quantity=amount(number, unit="GBP"))


def found(*claims: Told, as_of: str | None = None) -> tuple[Proposal, ...]:
    return proposals_of(claims, PARTIES, move_relations(claims, PARTIES), as_of=as_of)


def only(*claims: Told, as_of: str | None = None) -> Proposal:
    (proposal,) = found(*claims, as_of=as_of)
    return proposal


def changes(proposal: Proposal) -> list[list[tuple[object, ...]]]:
    return [
        [(c.kind, c.issue, c.before and c.before.lower, c.after and c.after.lower) for c in version.changes]
        for version in proposal.versions
    ]


def test_a_proposal_has_a_version_for_each_state_with_what_changed() -> None:
    proposal = only(
        told("offer", FRONT, "2031-03-01", captives(40), truce(10)),
        told("offer", FRONT, "2031-03-02", captives(40)),
        told("offer", FRONT, "2031-03-07", captives(55), truce(1, "week")),
    )
    assert changes(proposal) == [[], [("changed", "ceasefire", 10, 1), ("changed", "release", 40, 55)]]
    assert [(v.as_of, v.reports) for v in proposal.versions] == [("2031-03-01", 2), ("2031-03-07", 1)]


def test_what_is_not_told_again_is_carried_over() -> None:
    proposal = only(
        told("offer", FRONT, "2031-03-01", captives(40), truce(10)),
        told("concede", FRONT, "2031-03-07", captives(45)),
    )
    assert [(t.issue, t.carried) for t in proposal.latest.terms] == [("ceasefire", True), ("release", False)]


def test_what_a_telling_of_most_terms_leaves_out_is_named_no_more() -> None:
    proposal = only(
        told("offer", COMPANY, "2031-03-01", pay(4), lump(600), captives(3)),
        told("offer", COMPANY, "2031-03-07", pay(5), lump(700)),
    )
    assert ("unnamed", "release", 3, None) in changes(proposal)[1]


def test_a_term_taken_back_makes_a_version_without_it() -> None:
    proposal = only(
        told("offer", COMPANY, "2031-03-01", pay(5.5), lump(600)),
        told("withdraw", COMPANY, "2031-03-05", lump(600), about="its offer"),
    )
    assert changes(proposal)[1] == [("dropped", "payment", 600, None)]
    assert [term.issue for term in proposal.latest.terms] == ["pay"]
    assert proposal.withdrawn_by == ()


def test_the_first_telling_may_say_what_was_before() -> None:
    assert changes(only(told("offer", COMPANY, "2031-03-05", pay(5.5, before=4)))) == [[("changed", "pay", 4, 5.5)]]


def test_what_was_before_comes_first_when_another_report_tells_it() -> None:
    proposal = only(
        told("offer", COMPANY, "2031-03-05", pay(5.5, before=4), at=0),
        told("offer", COMPANY, "2031-03-05", pay(4), report="report-b"),
    )
    assert [version.terms[0].quantity.lower for version in proposal.versions if version.terms[0].quantity] == [4, 5.5]


def test_copies_count_once() -> None:
    proposal = only(
        told("offer", COMPANY, "2031-03-01", pay(4), origin="one"),
        told("offer", COMPANY, "2031-03-02", pay(4), origin="one"),
        told("offer", COMPANY, "2031-03-03", pay(4)),
    )
    assert (proposal.latest.reports, proposal.latest.origins) == (3, 2)


def test_the_amount_of_most_origins_stands() -> None:
    proposal = only(
        told("offer", COMPANY, "2031-03-01", pay(4, 6)),
        told("offer", COMPANY, "2031-03-02", pay(5)),
        told("offer", COMPANY, "2031-03-03", pay(5)),
    )
    (term,) = proposal.latest.terms
    assert (term.quantity and term.quantity.lower, len(term.claims)) == (5, 2)


@pytest.mark.parametrize("factuality", [MAY, DENIED, WOULD], ids=["possible", "denied", "hypothetical"])
def test_what_is_not_put_forward_makes_no_version(factuality: Factuality) -> None:
    assert found(told("offer", COMPANY, "2031-03-01", pay(4), factuality=factuality)) == ()


def test_what_is_offered_under_a_condition_is_said_to_be_so() -> None:
    condition = Term("other", "if the strike ends", Span(0, 1))
    proposal = only(told("offer", COMPANY, "2031-03-01", pay(4), factuality=WOULD, conditions=(condition,)))
    assert proposal.latest.conditional


STANDING: dict[str, tuple[list[Told], str]] = {
    "open": ([], "open"),
    "accepted": ([told("accept", UNION, "2031-03-03", about="the offer")], "accepted"),
    "rejected": ([told("reject", UNION, "2031-03-03", about="the offer")], "rejected"),
    "rejected, then accepted": (
        [
            told("reject", UNION, "2031-03-03", about="the offer"),
            told("accept", UNION, "2031-03-05", about="the offer"),
        ],
        "accepted",
    ),
    "taken back": ([told("withdraw", COMPANY, "2031-03-03", about="its offer")], "withdrawn"),
    "a wish to reject": ([told("reject", UNION, "2031-03-03", about="the offer", factuality=MAY)], "open"),
    "not rejected": ([told("reject", UNION, "2031-03-03", about="the offer", factuality=DENIED)], "open"),
}


@pytest.mark.parametrize("name", STANDING)
def test_standing_follows_the_last_answer(name: str) -> None:
    answers, expected = STANDING[name]
    offer = told("offer", COMPANY, "2031-03-01", pay(4), to=(UNION,))
    proposal = only(offer, *answers)
    assert [(s.party, s.status) for s in proposal.standing] == [("dockers' union", expected)]
    assert bool(proposal.standing[0].claims) == (expected != "open")


def test_an_answer_told_twice_is_linked_both_times() -> None:
    proposal = only(
        told("offer", COMPANY, "2031-03-01", pay(4)),
        told("reject", UNION, "2031-03-03", about="the offer"),
        told("reject", UNION, "2031-03-04", about="the offer"),
    )
    assert [answer.act for answer in proposal.answers] == ["reject", "reject"]
    assert len(proposal.standing[0].claims) == 2


def test_an_offer_against_another_counters_it() -> None:
    first = told("offer", FRONT, "2031-03-01", captives(40), report="report-a")
    told_first = told("offer", FRONT, "2031-03-03", captives(40), report="report-b")
    counter = told("offer", STATE, "2031-03-03", captives(52), report="report-b", at=50, answers=told_first.claim.id)
    one, other = found(first, told_first, counter)
    assert (one.maker, other.counters) == (("river front",), one.id)
    assert [(s.party, s.status) for s in one.standing] == [("norland", "countered")]


@pytest.mark.parametrize(("as_of", "passed", "status"), [("2031-03-09", False, "open"), ("2031-03-11", True, "lapsed")])
def test_a_deadline_passes(as_of: str, passed: bool, status: str) -> None:
    proposal = only(told("offer", COMPANY, "2031-03-01", pay(4), to=(UNION,), deadline=Date("2031-03-10")), as_of=as_of)
    assert (proposal.passed(as_of), proposal.standing[0].status) == (passed, status)


def test_an_open_deadline_neither_passes_nor_stands() -> None:
    open_day = Date("XXXX-03-10", "10 March", "no year in the report")
    proposal = only(told("offer", COMPANY, "2031-03-01", pay(4), deadline=open_day))
    assert proposal.passed("2031-04-01") is None


def test_without_a_maker_named_a_proposal_stands_alone() -> None:
    proposals = found(told("offer", None, "2031-03-01", pay(4)), told("offer", None, "2031-03-02", pay(5)))
    assert [(p.maker, len(p.versions)) for p in proposals] == [((), 1), ((), 1)]


@settings(max_examples=60, deadline=None)
@given(stories(), st.randoms(use_true_random=False))
def test_order_and_repetition_do_not_matter(story: list[Told], chance: Any) -> None:
    shuffled = [*story, *story[:2]]
    chance.shuffle(shuffled)
    assert found(*shuffled) == found(*story)


@settings(max_examples=60, deadline=None)
@given(stories())
def test_every_claim_of_a_version_is_one_of_the_story_and_tells_one_version(story: list[Told]) -> None:
    ids = {each.claim.id for each in story}
    claims = [claim for proposal in found(*story) for version in proposal.versions for claim in version.claims]
    assert set(claims) <= ids
    assert len(claims) == len(set(claims))


def test_an_offer_prolonged_stands_until_the_later_day() -> None:
    first = told("offer", COMPANY, "2031-03-05", pay(4), expires=Date("2031-03-10"))
    longer = told("extend", COMPANY, "2031-03-08", about="its offer", expires=Date("2031-03-20"))
    other = told("extend", UNION, "2031-03-08", about="its offer", expires=Date("2031-04-20"))
    assert only(first, longer, other).deadline == Date("2031-03-20")
    # What was prolonged before the offer was raised says nothing of the raised one.
    raised = told("offer", COMPANY, "2031-03-12", pay(5), expires=Date("2031-03-15"))
    assert only(first, longer, raised).deadline == Date("2031-03-15")
    assert only(
        first, told("extend", COMPANY, "2031-03-08", about="the talks", expires=Date("2031-03-20"))
    ).deadline == Date("2031-03-10")
