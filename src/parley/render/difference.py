"""What two runs read differently, on a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from parley.pages import DifferencePage, DifferenceRow, ListPage, counted
from parley.pages.words import day_words
from parley.render.text import clean, dim, heading, short_id

__all__ = ["difference_text"]

_SIGNS = {"appeared": ("+", "green"), "gone": ("-", "red"), "changed": ("~", "yellow")}


def difference_text(page: ListPage[DifferenceRow]) -> RenderableType:
    """Counts, then each report with its claims that appeared (+), went (-) and changed (~)."""
    assert isinstance(page, DifferencePage)
    parts: list[RenderableType] = [*_counts(page)]
    for _, rows in groupby(page.rows, key=lambda row: row.report):
        parts += ["", *_report(list(rows))]
    left = page.total - len(page.rows)
    return Group(*parts, dim(f"{left:,} more with --limit")) if left else Group(*parts)


def _counts(page: DifferencePage) -> Iterator[RenderableType]:
    yield heading(f"{page.before} → {page.after}")
    claims = f"{page.appeared:,} appeared, {page.gone:,} gone, {page.changed:,} changed, {page.same:,} the same"
    yield Text(
        f"{counted(page.reports, 'report')} read by both, {page.differing:,} with differences. Claims: {claims}."
    )


def _report(rows: list[DifferenceRow]) -> Iterator[RenderableType]:
    first = rows[0]
    title = f"{first.outlet or 'unknown outlet'}, {day_words(first.published)}: {first.title or 'untitled'}"
    yield Text.assemble((clean(title), "bold"), (f" [{short_id(first.report)}]", "dim cyan"))
    for _, same in groupby(rows, key=lambda row: (row.change, row.id)):
        yield from _claim(list(same))


def _claim(rows: list[DifferenceRow]) -> Iterator[RenderableType]:
    row = rows[0]
    sign, style = _SIGNS[row.change]
    yield Padding(
        Text.assemble((f"{sign} ", style), clean(f"{row.kind}: {row.words}"), (f" [{short_id(row.id)}]", "dim cyan")),
        (0, 0, 0, 2),
    )
    for each in rows:
        if each.field:
            yield Padding(Text(clean(f"{each.field}: {each.before} → {each.after}")), (0, 0, 0, 6))
