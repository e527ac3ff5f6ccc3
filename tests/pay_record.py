"""A record of one pay dispute over six reports, made by hand: offers that converge, an answer, a deal, its deeds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from parley.model import Actor, Claim, Date, Extraction, Factuality, Move, Observation, Quantity, Report, Span, Term
from parley.store import Store
from tests.recorded import RUN, claim_at, report_of

RECORDED = datetime(2031, 4, 1, 12, tzinfo=UTC)
DRIVERS, TRAMWAY = Actor("Tram Drivers' Guild", "the guild"), Actor("City Tramways", "the company")
WOULD = Factuality("possible", "positive", "hypothetical")


def pay(number: float, before: float | None = None) -> Term:
    """A pay rise in per cent."""
    old = Quantity(before, before, unit="percent", verbatim=f"{before} per cent") if before is not None else None
    new = Quantity(number, number, unit="percent", verbatim=f"{number} per cent")
    return Term("pay", "pay rise", Span(0, 1), quantity=new, previous=old)


def bonus(number: float) -> Term:
    """A lump sum."""
    return Term("payment", "bonus", Span(0, 1), quantity=Quantity(number, number, unit="GBP", verbatim=f"£{number}"))


REPORTS: tuple[tuple[str, str, str, tuple[tuple[str, Move, Any], ...]], ...] = (
    (
        "2031-03-01",
        "Harbour Gazette",
        "The guild demands 9 per cent. The company offers 4 per cent and a bonus of £200.",
        (
            ("demands", Move("demand", by=(DRIVERS,), to=(TRAMWAY,), terms=(pay(9),)), None),
            (
                "offers",
                Move("offer", by=(TRAMWAY,), to=(DRIVERS,), terms=(pay(4), bonus(200))),
                None,
            ),
        ),
    ),
    (
        "2031-03-04",
        "Coast Radio",
        "The guild rejected the offer of 4 per cent. It may come down to 6.",
        (
            ("rejected", Move("reject", by=(DRIVERS,), terms=(pay(4),), about="the offer of 4 per cent"), None),
            ("come down", Move("concede", by=(DRIVERS,), terms=(pay(6),)), WOULD),
        ),
    ),
    (
        "2031-03-09",
        "Coast Radio",
        "The two met on Sunday. The company raised its offer to 5 from 4 per cent.",
        (
            ("met", Move("meet", by=(DRIVERS, TRAMWAY)), None),
            (
                "raised",
                Move("offer", by=(TRAMWAY,), to=(DRIVERS,), terms=(pay(5, 4),), expires=Date("2031-03-20")),
                None,
            ),
        ),
    ),
    (
        "2031-03-12",
        "Harbour Gazette",
        "The guild lowered its claim to 7 per cent. The company withdrew the bonus of £200.",
        (
            ("lowered", Move("concede", by=(DRIVERS,), terms=(pay(7, 9),)), None),
            ("withdrew", Move("withdraw", by=(TRAMWAY,), terms=(bonus(200),), about="its offer of a bonus"), None),
        ),
    ),
    (
        "2031-03-15",
        "Hill Post",
        "They agreed on 6 per cent. Drivers turned the deal down.",
        (
            ("agreed", Move("agree", by=(DRIVERS, TRAMWAY), terms=(pay(6),)), None),
            ("turned", Move("reject", by=(Actor("Drivers", "drivers"),), about="the deal"), None),
        ),
    ),
    (
        "2031-03-30",
        "Coast Radio",
        "The company paid the rise.",
        (("paid", Move("carry_out", by=(TRAMWAY,), terms=(pay(6),)), None),),
    ),
)


def contents() -> Iterator[tuple[Report, tuple[Claim, ...]]]:
    """The reports with their claims."""
    for published, outlet, text, moves in REPORTS:
        report = report_of(text, published, outlet)
        yield report, tuple(claim_at(report, words, body, factuality=sure) for words, body, sure in moves)


def build(path: Path, *, story: str | None = "Trams") -> Path:
    """A database at `path` with all reports, in one story."""
    with Store.open(path, clock=lambda: RECORDED) as store:
        for number, (report, claims) in enumerate(contents(), 1):
            seen = Observation(f"trams/{number}.txt", "00ff", "plain", story=story)
            store.add(report, seen, extraction=Extraction(report.id, claims), run=RUN)
    return path
