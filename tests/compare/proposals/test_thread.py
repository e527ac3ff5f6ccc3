"""The thread of talks told in invented reports: rounds, and scales on which amounts may be compared."""

from __future__ import annotations

from parley.compare import move_relations
from parley.compare.across.gathered import GatheredMoves
from parley.compare.proposals import StoryMoves, agreements_in, proposals_in, thread_in, thread_of
from parley.model import Actor, Factuality, Span, Term, Thread
from parley.resolve import Told
from tests.compare.across.telling import COMPANY, PARTIES, UNION, amount, pay, told


def price(number: float, per: str | None) -> Term:
    return Term("price", "bid", Span(0, 1), quantity=amount(number, unit="USD"), per=per)


def found(*claims: Told) -> Thread:
    return thread_of(claims, PARTIES, move_relations(claims, PARTIES))


def test_the_sides_stand_on_one_scale_in_order() -> None:
    thread = found(
        told("demand", UNION, "2031-03-01", pay(9)),
        told("offer", COMPANY, "2031-03-02", pay(4)),
        told("demand", UNION, "2031-03-03", pay(9)),
        told("offer", COMPANY, "2031-03-05", pay(5.5)),
        told("concede", UNION, "2031-03-06", pay(8, before=9)),
    )
    (scale,) = thread.scales
    points = [(p.as_of[-2:], p.party, p.quantity.lower, p.version) for p in scale.points]
    assert points == [
        ("01", "dockers' union", 9, 1),
        ("02", "port company", 4, 1),
        ("05", "port company", 5.5, 2),
        ("06", "dockers' union", 8, 2),
    ]


def test_a_price_that_leaves_out_the_share_stands_with_those_for_one_share() -> None:
    thread = found(
        told("offer", COMPANY, "2031-03-01", price(92.5, "share")),
        told("offer", UNION, "2031-03-02", price(90.25, None)),
        told("offer", UNION, "2031-03-04", price(398_000_000, None)),
    )
    assert [(s.per, [p.quantity.lower for p in s.points]) for s in thread.scales] == [
        ("share", [92.5, 90.25]),
        ("", [398_000_000]),
    ]


def test_rounds_run_from_a_meeting_to_a_deal_or_a_break() -> None:
    thread = found(
        told("meet", (UNION, COMPANY), "2031-03-01", when="2031-03-01"),
        told("break_off", None, "2031-03-03", mode="adjourned"),
        told("break_off", None, "2031-03-04", mode="adjourned"),
        told("resume", None, "2031-03-08"),
        told("agree", (UNION, COMPANY), "2031-03-10", pay(6)),
    )
    rounds = [(r.opened, r.closed, r.mode, len(r.closed_by)) for r in thread.rounds]
    assert rounds == [("2031-03-01", "2031-03-03", "adjourned", 2), ("2031-03-08", "2031-03-10", "agreed", 1)]


def test_talks_that_are_only_planned_open_no_round() -> None:
    planned = Factuality(tense="planned")
    assert found(told("meet", (UNION, COMPANY), "2031-03-01", factuality=planned)).rounds == ()


def test_what_is_beside_the_talks_opens_no_round_and_stands_on_no_scale() -> None:
    elsewhere = Actor("Norland", "Norland"), Actor("Vestmark", "Vestmark")
    folder = [told("demand", UNION, f"2031-03-{n:02}", pay(9), to=(COMPANY,)) for n in range(1, 13)]
    apart = told("meet", elsewhere, "2031-03-05"), told("agree", elsewhere, "2031-03-06", price(70, None))
    thread = found(*folder, *apart)
    assert (thread.rounds, [scale.issue for scale in thread.scales]) == ((), ["pay"])


def test_a_deal_told_again_later_ends_no_round_of_its_own() -> None:
    claims = [told("agree", (UNION, COMPANY), day, pay(6)) for day in ("2031-03-10", "2031-03-16")]
    relations = move_relations(claims, PARTIES)
    story = StoryMoves(GatheredMoves(claims, PARTIES), relations)
    thread = thread_in(story, proposals_in(story), agreements_in(story))
    assert [(r.closed, len(r.closed_by)) for r in thread.rounds] == [("2031-03-10", 1)]


def test_talks_recalled_behind_a_deal_open_no_round() -> None:
    deal = told("agree", (UNION, COMPANY), "2031-03-10", pay(6))
    recalled = told("meet", None, "2031-03-12")
    held = told("meet", (UNION, COMPANY), "2031-03-15", when="2031-03-15")
    assert [r.opened for r in found(deal, recalled).rounds] == [None]
    assert [r.opened for r in found(deal, held).rounds] == [None, "2031-03-15"]
