"""Agreements from moves and phases told in invented reports: terms, what of them was done or broken, phases."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from parley.compare import move_relations
from parley.compare.proposals import agreements_of
from parley.model import (
    Actor,
    Agreement,
    Attribution,
    Date,
    DateRange,
    Factuality,
    Mention,
    Phase,
    Span,
    Term,
    new_claim,
)
from parley.resolve import Told
from tests.compare.across.telling import PARTIES, UNION, amount, told, truce

FRONT, STATE = Actor("River Front", "the Front"), Actor("Norland", "Norland")
PLANNED = Factuality(tense="planned")


def captives(number: float | None) -> Term:
    quantity = amount(number, unit="persons") if number is not None else None
    return Term("release", "captives", Span(0, 1), quantity=quantity)


def phase(published: str, status: Any, number: int | None = None, agreement: str = "the truce", **more: Any) -> Told:
    claim = new_claim(
        f"report-{published}",
        Phase(agreement, status, number, **more),
        attribution=Attribution(),
        factuality=Factuality(),
        mentions=(Mention(Span(90, 95), Span(90, 120)),),
        rule="by hand",
    )
    return Told(claim, published, "Gazette", claim.report)


def found(*claims: Told) -> tuple[Agreement, ...]:
    return agreements_of(claims, PARTIES, move_relations(claims, PARTIES))


DEAL = told("agree", (FRONT, STATE), "2031-03-10", truce(10), captives(45))


def test_tellings_of_one_deal_are_one_agreement() -> None:
    (deal,) = found(DEAL, told("agree", (FRONT, STATE), "2031-03-11", captives(45)))
    assert (deal.parties, deal.reports, deal.as_of) == (("norland", "river front"), 2, "2031-03-10")


def test_the_same_terms_told_again_soon_are_one_deal_and_later_another() -> None:
    again, later = (told("agree", (FRONT, STATE), day, truce(10), place=day) for day in ("2031-03-15", "2031-04-20"))
    assert [deal.claims for deal in found(DEAL, again, later)] == [(DEAL.claim.id, again.claim.id), (later.claim.id,)]


def test_other_terms_are_another_deal() -> None:
    assert len(found(DEAL, told("agree", (FRONT, STATE), "2031-03-15", truce(3)))) == 2


def test_an_agreement_to_prolong_a_truce_is_an_extension_of_it() -> None:
    agreed = told("agree", (FRONT, STATE), "2031-03-19", truce(4), at=10)
    longer = told("extend", (FRONT, STATE), "2031-03-19", truce(4), at=20, about="the truce")
    (deal,) = found(DEAL, agreed, longer)
    assert (deal.claims, set(deal.extensions)) == ((DEAL.claim.id,), {agreed.claim.id, longer.claim.id})


def test_what_was_freed_under_a_deal_is_no_term_of_it() -> None:
    freed = told("carry_out", FRONT, "2031-03-14", captives(30), at=10)
    under = told("agree", (FRONT, STATE), "2031-03-14", captives(30), truce(10), at=20)
    (deal,) = found(told("agree", (FRONT, STATE), "2031-03-10", truce(10)), freed, under)
    assert [each.term.issue for each in deal.terms] == ["ceasefire"]


def test_what_one_party_alone_agreed_to_is_no_agreement() -> None:
    assert found(told("agree", FRONT, "2031-03-10", captives(45))) == ()


def test_terms_are_carried_out_and_breached_by_the_deeds_that_say_so() -> None:
    release = told("carry_out", FRONT, "2031-03-14", captives(9))
    shelling = told("breach", STATE, "2031-03-15", Term("ceasefire", "truce", Span(0, 1)))
    (deal,) = found(DEAL, release, shelling)
    status = {each.term.issue: (each.carried_out, each.breached) for each in deal.terms}
    assert status == {"release": ((release.claim.id,), ()), "ceasefire": ((), (shelling.claim.id,))}
    assert (deal.carried_out, deal.breached) == ((release.claim.id,), (shelling.claim.id,))


def test_what_a_party_is_bound_to_in_the_report_of_the_deal_is_a_term() -> None:
    trucks = Term("aid", "trucks", Span(0, 1), quantity=amount(200, unit="trucks"))
    bound = told("promise", STATE, "2031-03-10", trucks, at=50, factuality=PLANNED)
    another = told("promise", UNION, "2031-03-10", truce(3), at=90, factuality=PLANNED)
    (deal,) = found(DEAL, bound, another)
    assert [each.term.issue for each in deal.terms] == ["aid", "ceasefire", "release"]


def test_phases_have_their_planned_and_their_actual_days() -> None:
    (deal,) = found(
        DEAL,
        phase("2031-03-10", "agreed", 1, starts=Date("2031-03-12"), ends=Date("2031-03-22")),
        phase("2031-03-13", "in_force", 1),
        phase("2031-03-23", "completed", 1),
        phase("2031-03-23", "unresolved", 2),
    )
    first, second = deal.phases
    assert (first.number, first.starts, first.ends) == (1, Date("2031-03-12"), Date("2031-03-22"))
    assert [state.status for state in first.states] == ["agreed", "in_force", "completed"]
    assert second.states[0].status == "unresolved"
    assert deal.name == "the truce"


def test_a_deal_is_prolonged_and_collapses() -> None:
    longer = told("extend", (FRONT, STATE), "2031-03-19", truce(4), expires=Date("2031-03-24"))
    end = phase("2031-03-26", "collapsed")
    (deal,) = found(DEAL, longer, end)
    assert (deal.extensions, deal.ends) == ((longer.claim.id,), Date("2031-03-24"))
    assert deal.collapse == (end.claim.id,)


def test_those_who_answer_a_deal_are_named_with_their_answer() -> None:
    (deal,) = found(DEAL, told("reject", UNION, "2031-03-12", about="the deal"))
    assert [(answer.party, answer.act) for answer in deal.answers] == [("dockers' union", "reject")]


def test_a_deal_long_before_the_reports_is_history() -> None:
    assert found(told("agree", (FRONT, STATE), "2031-03-10", truce(10), when="2029-05-01")) == ()


def test_a_deal_told_later_with_the_same_amounts_is_one_deal_and_with_others_another() -> None:
    again = told("agree", (FRONT, STATE), "2031-03-15", truce(10))
    assert [deal.as_of for deal in found(DEAL, again)] == ["2031-03-10"]
    longer = told("agree", (FRONT, STATE), "2031-03-15", truce(14))
    assert [deal.as_of for deal in found(DEAL, longer)] == ["2031-03-10", "2031-03-15"]
    late = told("agree", (FRONT, STATE), "2031-06-15", truce(10))
    assert len(found(DEAL, late)) == 2


def test_the_pact_that_a_new_one_takes_the_place_of_is_another() -> None:
    adopted = told("accept", None, "2031-03-12", about="new reed pact")
    agreed = told("agree", (FRONT, STATE), "2031-03-12", truce(10), captives(45), at=30)
    ends = Date("2031-06-01")
    old, new = (phase("2031-03-12", "in_force", agreement=name, ends=ends) for name in ("present pact", "new pact"))
    assert [deal.phases for deal in found(agreed, adopted, old)] == [()]
    assert [[p.ends for p in deal.phases] for deal in found(agreed, adopted, new)] == [[ends]]
    # "The current truce" of which nothing new is told is the deal itself.
    assert [[p.ends for p in deal.phases] for deal in found(agreed, old)] == [[ends]]


def _of_days(act: Any, by: Any, published: str, first: str, last: str, *terms: Term, **more: Any) -> Told:
    """A move told with the stretch of days it falls in."""
    one = told(act, by, published, *terms, **more)
    return Told(msgspec.structs.replace(one.claim, when=DateRange(Date(first), Date(last))), published, "Gazette", one.claim.report)  # fmt: skip


@pytest.mark.parametrize(
    ("first", "last", "terms", "deals"),
    [
        ("2031-03-11", "2031-03-12", (), 1),  # "at the weekend" of a deal struck on the Friday
        ("2031-03-08", "2031-03-14", (), 1),  # "last week"
        ("2031-03-13", "2031-03-14", (), 2),
        ("2031-03-11", "2031-03-12", (truce(3),), 2),
    ],
)
def test_a_deal_told_by_its_week_is_the_one_of_a_day_of_it(first: str, last: str, terms: Any, deals: int) -> None:
    rough = _of_days("agree", (FRONT, STATE), "2031-03-16", first, last, *terms)
    assert len(found(DEAL, rough)) == deals


def test_whoever_accepts_an_agreement_that_is_told_as_reached_accepts_the_deal_before() -> None:
    reached = told("agree", None, "2031-03-17", report="report-x", at=50)
    adopted = told("accept", STATE, "2031-03-17", report="report-x", about="the new accord", at=90)
    (deal,) = found(DEAL, reached, adopted)
    assert [(answer.party, answer.act, answer.as_of) for answer in deal.answers] == [
        ("norland", "accept", "2031-03-17")
    ]


def test_an_accord_told_by_an_earlier_year_is_not_the_new_one() -> None:
    told_new = phase("2031-03-12", "agreed", agreement="new accord")
    former = phase("2031-03-12", "in_force", agreement="1999 accord")
    (deal,) = found(DEAL, told_new, former)
    assert [state.status for each in deal.phases for state in each.states] == ["agreed"]


def test_a_members_vote_against_a_deal_is_no_answer_of_its_party() -> None:
    cabinet = Actor("Norland", "the Norlander government")
    minister = Actor("Minister Ruiz", "one of its ministers", acts_for="Norland")
    yes = told("accept", cabinet, "2031-03-10", captives(45), at=50, about="the deal", to=(FRONT,))
    no = told("reject", minister, "2031-03-10", at=90, about="the deal", to=(FRONT,))
    (deal,) = found(DEAL, yes, no)
    assert {(each.party, each.act) for each in deal.answers} >= {("minister ruiz", "reject")}
    assert ("norland", "reject") not in {(each.party, each.act) for each in deal.answers}
    (alone,) = found(DEAL, no)
    assert ("norland", "reject") in {(each.party, each.act) for each in alone.answers}


def test_how_a_deal_may_be_prolonged_is_an_option_and_no_extension() -> None:
    may = told("extend", None, "2031-03-10", truce(1), at=70, factuality=Factuality("possible", tense="hypothetical"))
    (deal,) = found(DEAL, may)
    assert (deal.options, deal.extensions, deal.outcomes) == ((may.claim.id,), (), ())


def test_what_tells_of_a_deal_without_its_parties_is_kept_with_it() -> None:
    bare, elsewhere = told("agree", None, "2031-03-10", at=60), told("agree", None, "2031-03-12")
    (deal,) = found(DEAL, bare, elsewhere)
    assert deal.unsigned == (bare.claim.id,)
