"""What moved, on a terminal: by day of publication, what it is now first, and what it takes the place of or bears on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from parley.pages import ChangeRow, ListPage
from parley.pages.words import day_words
from parley.render.text import clean, dim, heading, short_id

__all__ = ["changes_text"]

_STYLES = {
    "contradiction": "red",
    "denial": "red",
    "correction": "yellow",
    "stale": "magenta",
    "agreement": "green",
    "position": "cyan",
}
_KIND_WIDTH = len("contradiction")
_REPLACES = ("figure", "position")  # kinds that take the place of what was before; others bear on it


def changes_text(page: ListPage[ChangeRow]) -> RenderableType:
    """What moved, the newest first; says so when nothing did, or there is more than is shown."""
    if not page.rows:
        return Text("Nothing in the record moved that answers to this.")
    parts: list[RenderableType] = []
    for day, rows in groupby(page.rows, key=lambda row: row.published and row.published[:10]):
        parts += [heading(day_words(day) if day else "Undated"), _day_table(list(rows)), ""]
    left = page.total - len(page.rows)
    return Group(*parts, *([dim(f"{len(page.rows)} of {page.total} changes; more with --limit")] if left else []))


def _day_table(rows: Sequence[ChangeRow]) -> Table:
    table = Table(box=None, expand=True, show_header=False, pad_edge=False, padding=(0, 1, 0, 0))
    table.add_column("what", width=_KIND_WIDTH, no_wrap=True)
    table.add_column("now", ratio=1, overflow="fold")
    table.add_column("id", no_wrap=True, style="dim cyan")
    for (_, now), same in _alike(rows):
        kinds = Text("\n").join(
            Text(kind, style=_STYLES.get(kind, "")) for kind in dict.fromkeys(row.kind for row in same)
        )
        table.add_row(kinds, _words(now, same), short_id(same[0].id))
    return table


def _alike(rows: Iterable[ChangeRow]) -> Iterator[tuple[tuple[str, str], list[ChangeRow]]]:
    """One claim may have moved several things: it stands once."""
    for key, same in groupby(rows, key=lambda row: (row.id, row.now)):
        yield key, list(same)


def _words(now: str, same: Sequence[ChangeRow]) -> Text:
    """What it is now; what it was; of what, and on whose word."""
    text = Text(clean(now))
    replaced = dict.fromkeys(row.before for row in same if row.before and row.kind in _REPLACES)
    for before in dict.fromkeys(row.before for row in same if row.before):
        text.append(f"\n{'before' if before in replaced else 'against'}: ", style="dim")
        text.append(clean(before), style="dim strike" if before in replaced else "dim")
    of = dict.fromkeys(clean(row.on.replace("_", " ")) for row in same if row.on)
    text.append("\n" + " · ".join((*of, clean(same[0].chain))), style="dim")
    return text
