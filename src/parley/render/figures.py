"""Series of figures on a terminal: a line of blocks for each claimant, and a ladder of counts."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from parley.pages import PointRow, SeriesBlock, SeriesPage, counted
from parley.render.charts.blocks import series_blocks
from parley.render.text import clean, dim, heading, short_id

__all__ = ["series_text"]

_STYLES = {
    "current": "bold",
    "superseded": "",
    "stale": "dim italic",
    "corrected": "strike",
    "contradicted": "bold red",
}
_PICTURE = 40  # columns of the line of blocks
_NAME = 34
_AMOUNT = 18  # columns of an amount at most


def series_text(page: SeriesPage) -> RenderableType:
    """The series one after the other; says so when there are none, or more than are shown."""
    if not page.series:
        more = f" {counted(page.alone, 'figure')} of one report alone: see --alone." if page.alone else ""
        return Text(f"No two reports in the record count the same thing.{more}")
    parts: list[RenderableType] = []
    for block in page.series:
        parts += [*_series(block), ""]
    left = page.total - len(page.series)
    return Group(*parts, dim(f"{left} more with --limit. " if left else "") + _key())


def _key() -> Text:
    return dim("“by” a day: published then, counted no later. Why a count is no longer the newest stands beside it.")


def _series(block: SeriesBlock) -> Iterator[RenderableType]:
    yield Text.assemble(heading(block.title), (f"  {short_id(block.id)}", "dim cyan"))
    yield Text(clean(block.summary))
    if block.open:
        yield dim(f"The reports leave open: {' and '.join(block.open)}.")
    yield from _pictures(block)
    yield _ladder(block)
    for added in block.sums:
        inputs = ", ".join(short_id(claim) for claim in added.inputs)
        yield Text(f"Sum {clean(added.amount)} for {clean(added.period)}, of {inputs}.")


def _pictures(block: SeriesBlock) -> Iterator[Text]:
    """A line of blocks for each claimant with two counts or more of different days."""
    for name, blocks in series_blocks(block, width=_PICTURE):
        yield Text.assemble(f"  {clean(name)[:_NAME]:<{_NAME}} ", (blocks, "cyan"))


def _ladder(block: SeriesBlock) -> Table:
    table = Table(box=None, expand=True, show_header=False, pad_edge=False, padding=(0, 1, 0, 2))
    table.add_column("as of", width=17, overflow="fold")
    longest = max((len(clean(row.amount)) for row in block.rows), default=0)
    table.add_column("amount", width=min(longest, _AMOUNT), overflow="fold")
    table.add_column("on whose word", ratio=5, overflow="fold", style="dim")
    table.add_column("standing", ratio=5, overflow="fold")
    table.add_column("id", no_wrap=True, style="dim cyan")
    for row in block.rows:
        told = f" ×{row.reports}" if row.reports > 1 else ""
        table.add_row(clean(row.as_of), Text(clean(row.amount), style=_STYLES[row.standing]), clean(row.claimant) + told, _standing(row), short_id(row.id))  # fmt: skip
    return table


def _standing(row: PointRow) -> Text:
    why = f": {row.why}" if row.why and row.standing != "current" else ""
    stale = f"; {row.stale}" if row.stale else ""
    disputed = f"; {row.disputed}" if row.disputed else ""
    return Text(clean(f"{row.standing}{why}{stale}{disputed}"))
