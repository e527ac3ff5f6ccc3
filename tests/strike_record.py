"""A record of one strike, made by hand: a move, events, phases of a deal, things planned, overlapping claims."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from parley.model import (
    Actor,
    Claim,
    Date,
    DateRange,
    Event,
    Extraction,
    Factuality,
    Figure,
    Move,
    Observation,
    Passage,
    Phase,
    Quantity,
    Quote,
    Report,
    Span,
    Term,
    new_report,
)
from parley.store import Store
from tests.recorded import RUN, claim_at

RECORDED = datetime(2031, 5, 20, 12, tzinfo=UTC)
CREWS, LINES = Actor("Tug Crews", "crews"), Actor("Strait Lines", "the company")
MATE = Actor("Jo Mate", "he", acts_for="Tug Crews")

DAILY = new_report(
    "Tugs stop\n\nBERTHA BAY, May 4 (Quay Wire) - Tug crews or dockers blocked the lock on Saturday <b>& stayed</b>.\n"
    "The company offered a bonus of 300 crowns. “We refuse the bonus of 300 crowns,” Jo Mate said.\n"
    "Crews will march on 9 May. Some 12 tugs lie idle.\n\nShare this page\n"
    "The company offered a bonus of 300 crowns.\n",
    title="Tugs stop",
    outlet="Quay <Wire>",
    published="2031-05-04T09:00Z",
    url="https://quay.example/tugs",
)
WEEKLY = new_report(
    "The first of three phases of the harbour accord began in April.\nThe second starts on 20 May and brings 5 more days.\n"
    "A mediator met both.",
    outlet="Bay Weekly",
)  # fmt: skip


def when(first: str, last: str | None = None) -> DateRange:
    return DateRange(Date(first), Date(last or first))


def daily_claims() -> tuple[Claim, ...]:
    deed = Event("COERCE", "blocked the lock", mode="blockade", by=(CREWS, Actor("Dockers", "dockers")), one_of=True,
                 to=(LINES,), place="Bertha Bay")  # fmt: skip
    march = Event("PROTEST", "march", by=(CREWS,))
    planned = Factuality(tense="planned")
    return (
        claim_at(DAILY, "blocked the lock", deed, at=when("2031-05-03")),
        claim_at(DAILY, "offered a bonus", Move("offer", by=(LINES,), about="a bonus of 300 crowns")),
        claim_at(DAILY, "“We refuse the bonus of 300 crowns,”", Quote(MATE, "direct"), sources=("Jo Mate",)),
        claim_at(DAILY, "refuse", Move("reject", by=(MATE,), about="the bonus of 300 crowns"), sources=("Jo Mate",),
                 said_on=Date("2031-05-03")),
        claim_at(DAILY, "bonus of 300", Figure("pay", Quantity(300, 300, verbatim="300 crowns"))),
        claim_at(DAILY, "will march", march, factuality=planned, at=when("2031-05-09")),
    )  # fmt: skip


def weekly_claims() -> tuple[Claim, ...]:
    first = Phase("the harbour accord", "in_force", number=1, of=3, starts=Date("2031-04"))
    more = Term("quota", "more days", Span(99, 110), quantity=Quantity(5, 5, verbatim="5"))
    second = Phase("the harbour accord", "not_started", 2, 3, starts=Date("2031-05-20"), terms=(more,))
    return (
        claim_at(WEEKLY, "began", first),
        claim_at(WEEKLY, "starts on 20 May", second, factuality=Factuality(tense="planned")),
        claim_at(WEEKLY, "met", Move("meet")),
    )


def span_of(report: Report, words: str, after: int = 0) -> Span:
    start = report.text.index(words, after)
    return Span(start, start + len(words))


def extractions() -> tuple[tuple[Report, Extraction], ...]:
    offer = span_of(DAILY, "The company offered a bonus of 300 crowns.")
    passages = (
        Passage("title", span_of(DAILY, "Tugs stop")),
        Passage("dateline", span_of(DAILY, "BERTHA BAY, May 4"), value="2031-05-04"),
        Passage("credit", span_of(DAILY, "(Quay Wire)"), value="Quay Wire"),
        Passage("furniture", span_of(DAILY, "Share this page")),
        Passage("repeat", span_of(DAILY, "The company offered a bonus of 300 crowns.", offer.end), of=offer),
    )
    unread = (span_of(DAILY, "Some 12 tugs lie idle."),)
    return (
        (DAILY, Extraction(DAILY.id, daily_claims(), passages, unread)),
        (WEEKLY, Extraction(WEEKLY.id, weekly_claims())),
    )


def build(path: Path) -> Path:
    """A database at `path` with both reports."""
    with Store.open(path, clock=lambda: RECORDED) as store:
        for number, (report, extraction) in enumerate(extractions(), 1):
            seen = Observation(f"tugs/{number}.txt", "00ff", "text", published_basis="metadata", story="Tugs")
            store.add(report, seen, extraction=extraction, run=RUN)
    return path
