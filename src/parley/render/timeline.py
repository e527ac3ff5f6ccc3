"""The timeline on a terminal: day by day, and as a picture with a lane for each party."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from parley.pages import Lane, LanesPage, ListPage, TimelineRow, counted
from parley.pages.words import day_words
from parley.render.text import clean, dim, heading, short_id

__all__ = ["lane_columns", "lanes_text", "timeline_text"]

_BASIS = {"stated": "stated", "said_on": "said on", "published": "published", "undated": "undated"}
_BLOCKS = "░▒▓█"
_PLANNED = "○"
_NOTHING = "·"
_NAME_WIDTH = 24
_COUNT_WIDTH = 6
_WIDEST = 4  # columns of the terminal for one of the picture
_LANES = 12


def timeline_text(page: ListPage[TimelineRow]) -> RenderableType:
    """What happened, grouped by day; says so when there is nothing, or more than is shown."""
    if not page.rows:
        return Text("No moves, events or phases in the record answer to this.")
    parts: list[RenderableType] = []
    for (day, until), rows in groupby(page.rows, key=lambda row: (row.day, row.until)):
        parts += [heading(_day(day, until)), _day_table(list(rows)), ""]
    left = page.total - len(page.rows)
    more = f"{left} older left out; more with --limit. " if left else ""
    return Group(*parts, dim(f"{more}{_basis_told(page.rows)}"))


def _day(day: str | None, until: str | None) -> str:
    if day is None:
        return "Undated"
    try:
        name = f"{date.fromisoformat(day):%a} "
    except ValueError:
        name = ""
    return name + day_words(day) + (f" to {day_words(until)}" if until else "")


def _basis_told(rows: Sequence[TimelineRow]) -> str:
    counts = {basis: sum(row.basis == basis for row in rows) for basis in _BASIS}
    told = {
        "stated": "stated in the report",
        "said_on": "the day it was said",
        "published": "the day of publication, at the latest",
        "undated": "undated",
    }
    return "Days: " + "; ".join(f"{counts[basis]} {words}" for basis, words in told.items() if counts[basis])


def _day_table(rows: Sequence[TimelineRow]) -> Table:
    table = Table(box=None, expand=True, show_header=False, pad_edge=False, padding=(0, 1, 0, 0))
    table.add_column("basis", width=9, style="dim", no_wrap=True)
    table.add_column("party", ratio=3, overflow="fold")
    table.add_column("what", ratio=6, overflow="fold")
    table.add_column("on whose word", ratio=3, overflow="fold", style="dim")
    table.add_column("id", no_wrap=True, style="dim cyan")
    for row in rows:
        table.add_row(_BASIS[row.basis], Text(clean(row.party or "not named")), _what(row), Text(_word(row)), short_id(row.id))  # fmt: skip
    return table


def _word(row: TimelineRow) -> str:
    """On whose word, and how many copies say the same."""
    return clean(row.chain) + (f" (+{counted(row.copies, 'copy', 'copies')})" if row.copies else "")


def _what(row: TimelineRow) -> Text:
    doubts = [word for word in row.factuality.split(", ") if word and word != "planned"]
    before = ("planned: " if row.planned else "") + (f"{', '.join(doubts)}: " if doubts else "")
    return Text.assemble(
        (before, "italic"), clean(row.what), (f" [{clean(row.decided)}]" if row.decided else "", "dim")
    )


def lane_columns(width: int) -> int:
    """How many columns of a picture have room on a terminal so wide."""
    return max(10, width - _NAME_WIDTH - _COUNT_WIDTH - 2)


def lanes_text(page: LanesPage, *, width: int) -> RenderableType:
    """The picture: how much each party did when, the darker the more; what is only planned is a circle."""
    left = _left_out(page)
    if not page.lanes:
        return Group(Text("Nothing in the record that answers to this has a day of its own to stand on."), *left)
    cell = max(1, min(_WIDEST, lane_columns(width) // len(page.columns)))
    peak = max(4, *(count for lane in page.lanes for count in lane.counts))
    lines = [_lane(lane, cell=cell, peak=peak) for lane in page.lanes[:_LANES]]
    more = page.lanes[_LANES:]
    others = [dim(f"{counted(len(more), 'more lane')}: " + ", ".join(lane.party for lane in more))] if more else []
    return Group(_axis(page, cell), *lines, "", *others, dim(_legend(page, peak)), *left)


def _lane(lane: Lane, *, cell: int, peak: int) -> Text:
    party = clean(lane.party)
    name = party if len(party) <= _NAME_WIDTH else party[: _NAME_WIDTH - 1] + "…"
    line = Text(f"{name:<{_NAME_WIDTH}} ", no_wrap=True)
    for count, planned in zip(lane.counts, lane.planned, strict=True):
        line.append(_block(count, planned, peak) * cell, style="cyan" if count else "dim")
    return line.append(f" {sum(lane.counts):>{_COUNT_WIDTH - 1}}")


def _block(count: int, planned: int, peak: int) -> str:
    if not count:
        return _NOTHING
    return _PLANNED if count == planned else _BLOCKS[-(-len(_BLOCKS) * count // peak) - 1]


def _legend(page: LanesPage, peak: int) -> str:
    tops = [peak * step // len(_BLOCKS) for step in range(1, len(_BLOCKS) + 1)]
    lows = [1, *(top + 1 for top in tops[:-1])]
    amounts = (str(top) if low == top else f"{low}–{top}" for low, top in zip(lows, tops, strict=True))
    blocks = ", ".join(f"{block} {amount}" for block, amount in zip(_BLOCKS, amounts, strict=True))
    return f"a column a {page.unit}: {blocks}, {_PLANNED} only planned, {_NOTHING} nothing"


def _axis(page: LanesPage, cell: int) -> Text:
    """Where the columns begin, as many as have room."""
    line = " " * (_NAME_WIDTH + 1)
    for number, begins in enumerate(page.columns):
        place, label = _NAME_WIDTH + 1 + number * cell, _label(begins, page)
        if number == 0 or (place >= len(line) + 2 and place + len(label) <= _NAME_WIDTH + 1 + len(page.columns) * cell):
            line = f"{line:<{place}}{label}"
    return Text(line, style="dim", no_wrap=True)


def _label(begins: str, page: LanesPage) -> str:
    if page.unit == "year":
        return begins[:4]
    return day_words(begins[: len("2031-03")]) if page.unit == "month" else day_words(begins).rpartition(" ")[0]


def _left_out(page: LanesPage) -> Iterator[Text]:
    told = {"earlier": page.earlier, "later": page.later, "without a day of its own": page.without_day}
    words = ", ".join(f"{count} {what}" for what, count in told.items() if count)
    if words:
        yield dim(f"Not in the picture: {words}.")
