"""Events and figures of invented reports held against the terms of a deal: how far each was carried out, or broken."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from parley.compare import move_relations
from parley.compare.proposals import agreements_of
from parley.model import (
    Actor,
    Agreement,
    AgreementTerm,
    Attribution,
    Date,
    DateRange,
    Event,
    Factuality,
    Figure,
    Mention,
    Phase,
    Source,
    Span,
    Term,
    new_claim,
)
from parley.resolve import Told
from tests.compare.across.telling import COMPANY, PARTIES, UNION, amount, told, truce

FRONT, STATE, LANE = Actor("River Front", "the Front"), Actor("Norland", "Norland"), Actor("Lane", "Lane")


def captives(number: float) -> Term:
    return Term("release", "captives", Span(0, 1), giver=FRONT, quantity=amount(number, unit="persons"))


def prisoners(number: float) -> Term:
    return Term("release", "prisoners", Span(0, 1), giver=STATE, quantity=amount(number, unit="persons"), per="captive")


def lorries(number: float) -> Term:
    quantity = amount(number, unit="trucks")
    return Term("aid", "lorries of aid", Span(0, 1), giver=STATE, quantity=quantity, recurrence="a day")


def claimed(body: Any, published: str, word: str | None = None, *, when: str | None = None, **facts: Any) -> Told:
    day = Date(when) if when else None
    claim = new_claim(
        f"report-{published}",
        body,
        attribution=Attribution((Source(word, "organisation"),) if word else ()),
        factuality=Factuality(**facts),
        mentions=(Mention(Span(40, 45), Span(40, 70)),),
        rule="by hand",
        when=DateRange(day, day) if day else None,
    )
    return Told(claim, published, "Gazette", claim.report)


def freed(number: float, of: str, published: str, word: str | None = None, **more: Any) -> Told:
    given: dict[str, Any] = {"accounting": "cumulative", "as_of": Date(published), "as_of_basis": "published"} | more
    return claimed(Figure("released", amount(number, unit="persons"), group=of, **given), published, word)


def attack(by: Actor, to: Actor, on: str | None, word: str | None = None, **facts: Any) -> Told:
    body = Event("ASSAULT", "shelled the mill", "shelling", by=(by,), to=(to,))
    return claimed(body, "2031-03-16", word, when=on, **facts)


DEAL = told("agree", (FRONT, STATE), "2031-03-10", truce(10), captives(45), prisoners(2), lorries(200))


def deal_with(*claims: Told, deal: Told = DEAL) -> Agreement:
    (found,) = agreements_of((deal, *claims), PARTIES, move_relations((deal, *claims), PARTIES))
    return found


def term(found: Agreement, item: str) -> AgreementTerm:
    return next(each for each in found.terms if item in each.term.item)


@pytest.mark.parametrize(
    ("count", "status"), [(24, "in_part"), (45, "in_full"), (50, "in_full")], ids=["fewer", "as many", "more"]
)
def test_a_count_is_held_against_the_number_promised(count: float, status: str) -> None:
    found = term(deal_with(freed(count, "captives", "2031-03-14")), "captive")
    assert found.status == status
    assert [(e.rule, e.count and e.count.lower, e.asked and e.asked.lower) for e in found.evidence] == [
        ("deal:counted", count, 45)
    ]


def test_each_count_stands_on_its_own_word_and_a_partys_is_marked() -> None:
    found = deal_with(
        freed(36, "captives", "2031-03-14", "aid bureau"), freed(38, "captives", "2031-03-15", "River Front")
    )
    words = [(e.source, e.word_of) for e in term(found, "captive").evidence]
    assert words == [("aid bureau", None), ("River Front", "river front")]


NOT_HELD = {
    "before the deal": freed(9, "captives", "2031-03-02"),
    "long after it": freed(45, "captives", "2031-05-02"),
    "of something else": freed(45, "soldiers", "2031-03-14"),
    "counted from before the deal": freed(45, "captives", "2031-03-14", since=Date("2031-01-02")),
    "by an outsider": freed(45, "captives", "2031-03-14", by=(LANE,)),
    "planned": claimed(Figure("released", amount(45, unit="persons"), group="captives"), "2031-03-14", tense="planned"),
    "denied": claimed(
        Figure("released", amount(45, unit="persons"), group="captives"), "2031-03-14", polarity="negative"
    ),
}


@pytest.mark.parametrize("name", NOT_HELD)
def test_what_is_not_of_the_deal_is_not_held_against_it(name: str) -> None:
    assert term(deal_with(NOT_HELD[name]), "captive").status == "open"


def test_what_recurs_is_held_against_a_days_count_not_a_total() -> None:
    short = claimed(Figure("aid", amount(187, unit="trucks"), group="trucks", accounting="flow"), "2031-03-13")
    total = claimed(Figure("aid", amount(900, unit="trucks"), group="trucks", accounting="cumulative"), "2031-03-15")
    assert term(deal_with(short), "lorries").status == "in_part"
    assert term(deal_with(total), "lorries").status == "done"


def test_one_day_short_is_not_made_good_by_another() -> None:
    days = {"2031-03-13": 187, "2031-03-14": 210}
    counts = [
        claimed(Figure("aid", amount(n, unit="trucks"), group="trucks", accounting="flow"), d) for d, n in days.items()
    ]
    assert term(deal_with(*counts), "lorries").status == "in_part"


@pytest.mark.parametrize(("given_up", "status"), [(76, "in_full"), (57, "in_part")])
def test_so_many_for_each_is_held_against_two_counts_of_one_source(given_up: float, status: str) -> None:
    counts = freed(38, "captives", "2031-03-14", "bureau"), freed(given_up, "prisoners", "2031-03-14", "bureau")
    found = term(deal_with(*counts), "prisoner")
    assert found.status == status
    assert [(e.rule, e.claim) for e in found.evidence] == [("deal:ratio", counts[1].claim.id)]


def test_counts_of_two_sources_make_no_ratio() -> None:
    found = deal_with(freed(38, "captives", "2031-03-14", "bureau"), freed(76, "prisoners", "2031-03-14", "Norland"))
    assert term(found, "prisoner").evidence == ()


def test_an_attack_by_a_party_in_the_days_of_a_truce_is_a_reported_breach() -> None:
    shelling = attack(STATE, Actor("old mill", "the old mill"), "2031-03-15", "correspondent")
    found = deal_with(shelling)
    (breach,) = term(found, "truce").evidence
    assert (breach.claim, breach.rule, breach.by) == (shelling.claim.id, "deal:ruled-out", ("norland",))
    assert (breach.source, breach.word_of, found.breached) == ("correspondent", None, (shelling.claim.id,))


def test_what_one_party_tells_of_another_is_its_claim() -> None:
    (breach,) = deal_with(attack(STATE, FRONT, "2031-03-15", "River Front")).breaches
    assert (breach.source, breach.word_of, breach.by) == ("River Front", "river front", ("norland",))


NO_BREACH = {
    "by an outsider": attack(LANE, FRONT, "2031-03-15"),
    "before the truce": attack(STATE, FRONT, "2031-03-09"),
    "after it": attack(STATE, FRONT, "2031-03-25"),
    "on a day not told": attack(STATE, FRONT, None),
    "in a month": attack(STATE, FRONT, "2031-03"),
    "at a country outside it": attack(STATE, Actor("Sweden", "Sweden"), "2031-03-15"),
    "only possible": attack(STATE, FRONT, "2031-03-15", certainty="possible"),
    "denied": attack(STATE, FRONT, "2031-03-15", polarity="negative"),
}


@pytest.mark.parametrize("name", NO_BREACH)
def test_an_attack_that_is_not_of_the_truce_is_no_breach(name: str) -> None:
    assert deal_with(NO_BREACH[name]).breaches == ()


def test_blame_for_breaking_the_truce_is_the_accusers_claim() -> None:
    blame = told("accuse", FRONT, "2031-03-15", to=(STATE,), about="breaking the truce", at=60)
    other = told("accuse", FRONT, "2031-03-15", to=(STATE,), about="blocking the road", at=90)
    (breach,) = deal_with(blame, other).breaches
    assert (breach.claim, breach.rule, breach.word_of, breach.by) == (
        blame.claim.id, "deal:accused", "river front", ("norland",),
    )  # fmt: skip


def test_a_strike_breaks_a_peace_clause() -> None:
    clause = Term("other", "a peace clause", Span(0, 1), giver=UNION)
    deal = told("agree", (UNION, COMPANY), "2031-03-10", clause)
    walkout = claimed(Event("PROTEST", "walked out", "strike", by=(UNION,)), "2031-03-16", when="2031-03-15")
    assert [b.claim for b in deal_with(walkout, deal=deal).breaches] == [walkout.claim.id]
    no_clause = told("agree", (UNION, COMPANY), "2031-03-10", Term("pay", "pay rise", Span(0, 1)))
    assert deal_with(walkout, deal=no_clause).breaches == ()


def test_a_term_is_of_the_phase_in_whose_clause_it_is_told() -> None:
    bound = told("promise", STATE, "2031-03-10", lorries(200), at=45, factuality=Factuality(tense="planned"))
    second = claimed(Phase("truce", "agreed", 2), "2031-03-10", tense="planned")
    deal = told("agree", (FRONT, STATE), "2031-03-10", truce(10), captives(45))
    found = deal_with(bound, second, deal=deal)
    assert (term(found, "lorries").phase, term(found, "captive").phase) == (2, None)


def test_a_deal_runs_for_its_length_and_its_extensions_where_no_end_is_told() -> None:
    start = claimed(Phase("truce", "in_force", starts=Date("2031-03-12")), "2031-03-12")
    longer = told("extend", (FRONT, STATE), "2031-03-20", truce(2), about="truce")
    days = deal_with(start, longer, told("extend", (FRONT, STATE), "2031-03-23", truce(1), about="truce")).days
    assert (days.first, days.last, days.last_basis) == ("2031-03-12", "2031-03-25", "counted")


def test_a_last_day_that_passed_untold_is_said_to_have_passed() -> None:
    later = told("invite", LANE, "2031-04-03", to=(FRONT, STATE))
    assert [(o.status, o.as_of) for o in deal_with(later).outcomes] == [("end_passed", "2031-03-20")]
    over = claimed(Phase("truce", "completed"), "2031-03-21")
    assert [(o.status, o.claim) for o in deal_with(over, later).outcomes] == [("completed", over.claim.id)]


@drawn(st.integers(1, 400), st.integers(1, 400))
def test_no_count_is_more_than_it_says(promised: int, counted: int) -> None:
    deal = told("agree", (FRONT, STATE), "2031-03-10", truce(10), captives(promised))
    found = term(deal_with(freed(counted, "captives", "2031-03-14"), deal=deal), "captive")
    assert (found.status == "in_full") == (counted >= promised)
