"""Two coders on a terminal: agreement by field, and where they differ."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from parley.pages.coders import CodersPage
from parley.pages.words import counted
from parley.render.text import clean, dim, heading, short_id

__all__ = ["coders_text"]


def coders_text(page: CodersPage) -> RenderableType:
    """How far two coders agree, and every claim on which they do not."""
    names = f"{clean(page.one)} and {clean(page.other)}"
    decided = (
        f"{page.by_one:,} and {page.by_other:,} of {counted(page.claims, 'claim')} decided, {page.by_both:,} by both"
    )
    added = "Claims added: {} and {}, {} by both in the same words".format(*page.added)
    parts: list[RenderableType] = [heading(names), Text(decided), Text(added)]
    if page.fields:
        parts += ["", _agreement(page), dim("Alpha is Krippendorff's; - where no value differs from any other.")]
    if page.disagreements:
        parts += ["", heading(counted(len(page.disagreements), "disagreement")), _disagreements(page)]
    return Group(*parts)


def _agreement(page: CodersPage) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("field", no_wrap=True)
    for title in ("claims", "agree", "per cent", "alpha"):
        table.add_column(title, justify="right", no_wrap=True)
    table.add_column("metric", style="dim")
    for row in page.fields:
        alpha = "-" if row.alpha is None else f"{row.alpha:.3f}"
        table.add_row(row.field, f"{row.units:,}", f"{row.agree:,}", f"{100 * row.share:.1f}", alpha, row.metric)
    return table


def _disagreements(page: CodersPage) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for title in ("claim", "field", page.one, page.other, "as it was read"):
        table.add_column(Text(clean(title)), overflow="fold", no_wrap=title == "claim")
    for row in page.disagreements:
        told = (row.field, row.one or "none", row.other or "none", row.words)
        table.add_row(short_id(row.id), *(Text(clean(words)) for words in told))
    return table
