"""A record of a ferry's loss, made by hand: a toll that rises and is corrected, told by three outlets and an authority."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from parley.model import Claim, Date, Figure, Observation, Quantity, Report
from parley.store import Store
from tests.recorded import RUN, claim_at, extraction_of, report_of

RECORDED = datetime(2031, 5, 20, 12, tzinfo=UTC)
LOSS = "crash of 2031-05-02"

# Outlet, day, words of the count, bounds, and who says so.
TOLD = (
    ("Quay Wire", "2031-05-03", "at least 40 people", 40, None, ()),
    ("Bay Weekly", "2031-05-03", "about 50 people", 50, 50, ()),
    ("Quay Wire", "2031-05-05", "62 people", 62, 62, ("Coast Rescue",)),
    ("Isle Post", "2031-05-06", "62 people", 62, 62, ("Coast Rescue",)),
    ("Isle Post", "2031-05-19", "57 people", 57, 57, ("Coast Rescue",)),
)


def reports() -> tuple[tuple[Report, Claim], ...]:
    """Each report with its count of the dead."""
    return tuple(_told(*told) for told in TOLD)


def _told(
    outlet: str, day: str, words: str, lower: int, upper: int | None, sources: tuple[str, ...]
) -> tuple[Report, Claim]:
    report = report_of(f"The ferry Tern sank off Marl Point on 2 May. So far {words} are dead.", day, outlet)
    approximate = words.startswith("about")
    quantity = Quantity(lower, upper, approximate=approximate, unit="persons", verbatim=words.removesuffix(" people"))
    toll = Figure("killed", quantity, "people", "Marl Point", event=LOSS, accounting="flow",
                  as_of=Date(day), as_of_basis="published")  # fmt: skip
    return report, claim_at(report, words, toll, sources=sources)


def build(path: Path) -> Path:
    """A database at `path` with the reports and one more, which nothing else counts with."""
    alone = report_of("The harbour held 12 barges.", "2031-05-07", "Isle Post")
    barges = Figure("held", Quantity(12, 12, unit="vessels", verbatim="12"), "barges", accounting="stock")
    with Store.open(path, clock=lambda: RECORDED) as store:
        for number, (report, claim) in enumerate((*reports(), (alone, claim_at(alone, "12 barges", barges)))):
            seen = Observation(f"ferry/{number}.txt", "00ff", "text", published_basis="metadata", story="Ferry")
            store.add(report, seen, extraction=extraction_of(report, claim), run=RUN)
    return path
