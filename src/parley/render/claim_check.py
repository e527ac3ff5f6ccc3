"""A claim that somebody brings, held against the record, on a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from parley.pages import CheckedClaim, CheckedCount, CheckedSeries, CheckedTelling, ClaimCheck, ToldBy, counted
from parley.pages.words import day_words
from parley.render.text import clean, dim, heading, short_id

__all__ = ["claim_check_text"]

_STRUCK = frozenset({"superseded", "corrected", "stale"})


def claim_check_text(page: ClaimCheck) -> RenderableType:
    """What the record holds on each claim of the text; says so when no claim was read in it."""
    if not page.claims:
        return Text("No claim was read in these words; say who did what, or how many of whom, or use parley search.")
    return Group(*(part for claim in page.claims for part in _claim(claim)))


def _claim(claim: CheckedClaim) -> Iterator[RenderableType]:
    yield Text.assemble(heading(clean(claim.words)), (f"  {claim.kind}", "dim"))
    yield dim(f"read in “{clean(claim.quote)}”")
    yield Text(clean(claim.found))
    for series in claim.series:
        yield from _series(series)
    for telling in claim.tellings:
        yield Text.assemble("\n", heading(clean(telling.row.words)), (f"  {short_id(telling.row.id)}", "dim cyan"))
        yield from _bearing(telling)
    if claim.gaps:
        yield Text("\nOf all of these is missing:")
    yield from _gaps(claim.gaps)
    yield Text(f"{claim.more} more not shown.\n" if claim.more else "")


def _series(series: CheckedSeries) -> Iterator[RenderableType]:
    yield Text.assemble("\n", heading(clean(series.block.title)), (f"  {clean(series.story)}", "dim"))
    yield Text(clean(series.summary))
    table = Table(box=None, expand=True, show_header=False, pad_edge=False, padding=(0, 1, 0, 2))
    table.add_column("as of", width=17, overflow="fold")
    table.add_column("fit", width=8)
    table.add_column("amount", ratio=3, overflow="fold")
    table.add_column("on whose word", ratio=4, overflow="fold", style="dim")
    table.add_column("standing", width=12)
    table.add_column("id", no_wrap=True, style="dim cyan")
    for count in series.counts:
        table.add_row(*_count(count))
    yield table
    yield from _bearing(series)


def _count(count: CheckedCount) -> Iterator[str | Text]:
    row = count.row
    told = (f" ×{row.reports}" if row.reports > 1 else "") + (f" {row.disputed}" if row.disputed else "")
    amount = Text(clean(row.amount), style="strike" if row.standing in _STRUCK else "")
    return iter((clean(row.as_of), count.fit, amount, clean(row.claimant + told), row.standing, short_id(row.id)))


def _bearing(found: CheckedSeries | CheckedTelling) -> Iterator[RenderableType]:
    reports = f"{counted(found.reports, 'report')}, {counted(found.independent, 'independent source')}"
    yield Text(f"First told {_told(found.first)}. The newest: {reports}.")
    for each in found.told:
        if each.copies:
            yield dim(f"{counted(len(each.copies), 'copy', 'copies')} of {_told(each)}")
    if found.gaps:
        yield Text("Missing to verify it:")
    yield from _gaps(found.gaps)


def _gaps(gaps: Iterable[str]) -> Iterator[RenderableType]:
    for words in gaps:
        yield Padding(Text(clean(f"· {words}"), style="dim"), (0, 0, 0, 2))


def _told(telling: ToldBy) -> str:
    return clean(f"{day_words(telling.published)} by {telling.chain} [{short_id(telling.id)}]")
