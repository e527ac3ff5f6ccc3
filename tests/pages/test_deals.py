"""Deals in words: how far each term is told to be carried out, and on whose word."""

from __future__ import annotations

from typing import Any

import pytest

from parley.model import (
    Agreement,
    AgreementPhase,
    AgreementTerm,
    DealDays,
    DealOutcome,
    ProposedTerm,
    Quantity,
    TermEvidence,
)
from parley.pages.deals import DealRow, deal_row

NAMES = {"n": "Norland", "f": "River Front"}
ASKED = Quantity(45, 45, unit="persons", verbatim="45")


def count(number: int) -> Quantity:
    return Quantity(number, number, unit="persons", verbatim=str(number))


def evidence(bearing: Any, rule: str = "deal:counted", **more: Any) -> TermEvidence:
    return TermEvidence("claim-1", bearing, rule, "2031-03-14", **more)


def row(*found: TermEvidence, per: str | None = None, recurrence: str | None = None, **more: Any) -> DealRow:
    term = AgreementTerm(ProposedTerm("release", "captives", ASKED, per), ("f",), recurrence, evidence=found)
    return deal_row(
        Agreement("deal-1", "the truce", ("f", "n"), "2031-03-10", ("claim-0",), 1, 1, (term,), **more), NAMES
    )


BREACH: dict[str, Any] = {"rule": "deal:ruled-out", "by": ("n",)}
STATUSES: list[tuple[str, DealRow]] = [
    ("open", row()),
    ("carried out, how far is not told", row(evidence("done"))),
    ("carried out in part", row(evidence("in_part", count=count(24), asked=ASKED))),
    ("carried out", row(evidence("in_full", count=count(45), asked=ASKED))),
    ("carried out on the days told", row(evidence("in_full"), recurrence="a day")),
    ("kept where counted", row(evidence("in_full"), per="hostage")),
    ("breach reported", row(evidence("breached", **BREACH))),
    ("breach reported", row(evidence("breached", word_of="n", **BREACH))),
    ("breach claimed by a party", row(evidence("breached", word_of="f", **BREACH))),
    ("carried out in part; breach reported", row(evidence("in_part"), evidence("breached", **BREACH))),
]


@pytest.mark.parametrize(("words", "made"), STATUSES, ids=range(len(STATUSES)))
def test_the_status_of_a_term(words: str, made: DealRow) -> None:
    assert made.terms[0].status == words


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("24 of 45 by River Front", evidence("in_part", count=count(24), asked=ASKED, by=("f",))),
        ("24", evidence("done", count=count(24))),
        ("done by River Front", evidence("done", "deal:move-under-it", by=("f",))),
        ("76 for 38", evidence("in_full", "deal:ratio", count=Quantity(2, 2, verbatim="76 for 38"), asked=ASKED)),
        ("reported breach by Norland", evidence("breached", **BREACH)),
        ("breach by Norland alleged", evidence("breached", "deal:accused", by=("n",), word_of="f")),
    ],
)
def test_a_piece_of_evidence(words: str, found: TermEvidence) -> None:
    assert row(found).terms[0].evidence[0].words == words


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("", DealDays()),
        ("from 12 Mar 2031 to 22 Mar 2031", DealDays("2031-03-12", "2031-03-22", "told")),
        ("from 12 Mar 2031 (the day it was agreed) end not told", DealDays("2031-03-12")),
        (
            "from 12 Mar 2031 to 22 Mar 2031 (counted from its length)",
            DealDays("2031-03-12", "2031-03-22", "told", "counted"),
        ),
    ],
)
def test_the_days_of_a_deal(words: str, days: DealDays) -> None:
    assert row(days=days).days == words


def test_what_came_of_a_deal() -> None:
    passed = DealOutcome("end_passed", "2031-03-22", "deal:last-day-passed")
    longer = DealOutcome("extended", "2031-03-20", "deal:prolonged", "claim-2", "Lane")
    found = row(outcomes=(longer, passed)).outcomes
    assert [(each.words, each.claim, each.source) for each in found] == [
        ("prolonged", "claim-2", "Lane"),
        ("its last day passed; no report tells whether it was prolonged", None, None),
    ]


def test_a_prolongation_told_again_a_day_later_is_one() -> None:
    days = ("2031-03-20", "2031-03-21", "2031-03-27")
    told = tuple(DealOutcome("extended", day, "deal:prolonged", f"claim-{n}") for n, day in enumerate(days))
    found = row(outcomes=told).outcomes
    assert [(each.as_of, each.claim, each.again) for each in found] == [
        ("2031-03-20", "claim-0", ("claim-1",)),
        ("2031-03-27", "claim-2", ()),
    ]


@pytest.mark.parametrize(
    ("status", "more"),
    [
        ("open", {}),
        ("begun", {"phases": (AgreementPhase(None, (), began="2031-03-12"),)}),
        ("prolonged", {"outcomes": (DealOutcome("extended", "2031-03-20", "deal:prolonged", "claim-2"),)}),
    ],
)
def test_a_length_of_time_runs_and_is_prolonged(status: str, more: dict[str, Any]) -> None:
    length = ProposedTerm("ceasefire", "truce", Quantity(10, 10, unit="day", verbatim="10 days"))
    deal = Agreement(
        "deal-1", "the truce", ("f", "n"), "2031-03-10", ("claim-0",), 1, 1, (AgreementTerm(length),), **more
    )
    assert deal_row(deal, NAMES).terms[0].status == status
