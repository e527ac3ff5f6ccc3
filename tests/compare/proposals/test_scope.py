"""Which moves are of a story's talks: told between invented parties, among much else that the same words find."""

from __future__ import annotations

from typing import Any

from parley.compare.across.stated import stated_moves
from parley.compare.proposals import scope_of
from parley.model import Actor, Span, TalksScope, Term
from parley.resolve import Told
from tests.compare.across.telling import COMPANY, PARTIES, UNION, told, truce

FRONT, STATE = Actor("River Front", "the Front"), Actor("Norland", "Norland")
QADIRA, ISLES = Actor("Qadira", "Qadira"), Actor("United Isles", "the Isles")


def captives() -> Term:
    return Term("release", "captives", Span(0, 1))


def folder(reports: int) -> list[Told]:
    """So many reports in which the Front asks Norland for a truce."""
    return [told("demand", FRONT, f"2031-03-{n + 1:02}", truce(5), to=(STATE,)) for n in range(reports)]


def scope(*claims: Told) -> TalksScope:
    return scope_of(stated_moves(claims, PARTIES), PARTIES)


def held(found: TalksScope, *claims: Told) -> list[bool]:
    return [each.claim.id in found.claims for each in claims]


def test_the_pair_most_told_of_are_the_chief_parties_on_the_issues_between_them() -> None:
    deal = told("agree", (FRONT, STATE), "2031-03-20", captives(), truce(4))
    again = told("carry_out", FRONT, "2031-03-21", captives(), to=(STATE,))
    pay = told("demand", UNION, "2031-03-20", truce(9), to=(COMPANY,))
    found = scope(*folder(10), deal, again, pay)
    assert (found.chief, found.mediators, found.issues) == (("norland", "river front"), (), ("ceasefire",))
    found = scope(*folder(6), *(told("agree", (FRONT, STATE), f"2031-04-0{n}", captives()) for n in range(1, 6)), pay)
    assert found.issues == ("ceasefire", "release")


def test_a_pair_told_of_half_as_often_is_chief_as_well() -> None:
    others = [told("demand", ISLES, f"2031-04-0{n}", truce(5), to=(STATE,)) for n in range(1, 7)]
    assert scope(*folder(11), *others).chief == ("norland", "river front", "united isles")
    assert scope(*folder(13), *others).chief == ("norland", "river front")


def test_moves_of_others_and_on_other_matters_are_beside_the_talks() -> None:
    abroad = told("demand", ISLES, "2031-03-05", truce(5), to=(STATE,))
    appeal = told("demand", QADIRA, "2031-03-05", truce(5))
    taxes = told("demand", STATE, "2031-03-05", Term("payment", "taxes", Span(0, 1)))
    own = told("reject", STATE, "2031-03-05", truce(5), at=60)
    found = scope(*folder(10), abroad, appeal, taxes, own)
    assert held(found, abroad, appeal, taxes, own) == [False, False, False, True]


def test_who_mediates_on_an_issue_of_the_talks_is_a_party_to_them() -> None:
    broker = told("mediate", (QADIRA, ISLES), "2031-03-05", truce(5))
    summit = told("mediate", Actor("Vestmark", "Vestmark"), "2031-03-30")
    found = scope(*folder(10), broker, summit)
    assert (found.mediators, found.parties[-2:]) == (("qadira", "united isles"), ("qadira", "united isles"))
    assert held(found, broker, summit) == [True, False]


def test_talks_as_such_are_of_these_where_the_report_is_on_them() -> None:
    here, elsewhere = told("break_off", None, "2031-03-05"), told("break_off", None, "2031-03-30")
    with_others = told("meet", (STATE, ISLES), "2031-03-05")
    found = scope(*folder(10), here, elsewhere, with_others)
    assert held(found, here, elsewhere, with_others) == [True, False, False]


def test_a_deal_of_the_chief_parties_is_of_the_talks_whoever_brought_it_about() -> None:
    broker = told("agree", Actor("Envoys", "envoys"), "2031-03-20", truce(4), to=(FRONT, STATE))
    assert held(scope(*folder(10), broker), broker) == [True]


def test_in_a_story_of_few_reports_all_moves_are_of_the_talks() -> None:
    claims = [*folder(9), told("demand", UNION, "2031-03-20", to=(COMPANY,))]
    found = scope(*claims)
    assert (found.chief, held(found, *claims)) == ((), [True] * 10)


def test_copies_of_one_text_count_once() -> None:
    copies = [told("demand", FRONT, f"2031-03-{n + 1:02}", truce(5), to=(STATE,), origin="one") for n in range(12)]
    assert scope(*copies).chief == ()


def test_a_pair_told_of_as_often_but_on_many_matters_is_not_chief() -> None:
    matters: tuple[Any, ...] = (
        "pay",
        "jobs",
        "price",
        "quota",
        "territory",
        "sanctions",
        "payment",
        "guarantee",
        "monitoring",
        "governance",
    )
    others = [
        told("demand", ISLES, f"2031-04-{n + 1:02}", Term(issue, "it", Span(0, 1)), to=(STATE,))
        for n, issue in enumerate((*matters, "pay"))
    ]
    found = scope(*folder(10), *others)
    assert (found.chief, found.issues) == (("norland", "river front"), ("ceasefire",))


def test_a_report_on_what_is_done_under_their_deal_is_on_the_talks() -> None:
    deal = told("agree", (FRONT, STATE), "2031-03-15", truce(4))
    before = told("carry_out", FRONT, "2031-03-12", truce(1), report="before")
    under = told("carry_out", FRONT, "2031-03-17", truce(1), report="after")
    ends = [
        told("break_off", None, day, report=name, at=50)
        for name, day in (("before", "2031-03-12"), ("after", "2031-03-17"))
    ]
    found = scope(*folder(10), deal, before, under, *ends)
    assert held(found, *ends) == [False, True]
