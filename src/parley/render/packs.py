"""Packs on a terminal: a table of them, and what a check found."""

from __future__ import annotations

from rich.box import SIMPLE_HEAD
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from parley.lexicon.pack_check import PackFault
from parley.pages import ListPage, PackCheckPage, PackRow, counted
from parley.render.text import clean

__all__ = ["pack_check_text", "packs_text"]

_NUMBERS = ("issues", "frames", "roles", "offices", "units", "examples")


def packs_text(page: ListPage[PackRow]) -> RenderableType:
    """The packs as a table; one's own with their file."""
    table = Table(box=SIMPLE_HEAD, expand=True, pad_edge=False, padding=(0, 1, 0, 0))
    table.add_column("name", no_wrap=True)
    table.add_column("about", ratio=1)
    for heading in _NUMBERS:
        table.add_column(heading, no_wrap=True, justify="right")
    for row in page.rows:
        about = row.about + (f" ({row.file})" if row.file else "")
        table.add_row(Text(row.name), Text(clean(about)), *(f"{getattr(row, heading):,}" for heading in _NUMBERS))
    return table


def pack_check_text(page: PackCheckPage) -> Text:
    """Each fault on a line, then how many there are in how much."""
    names = ", ".join(page.packs)
    read = (
        f"{counted(len(page.packs), 'pack')}{f' ({names})' if names else ''}, {counted(page.examples, 'example')} read"
    )
    lines = [
        *map(_fault, page.faults),
        f"{counted(len(page.faults), 'fault')}: {read}" if page.faults else f"All is right: {read}",
    ]
    return Text("\n".join(map(clean, lines)))


def _fault(fault: PackFault) -> str:
    where = ", ".join(filter(None, [fault.path, fault.place]))
    return f"{where}: {fault.message}" if where else fault.message
