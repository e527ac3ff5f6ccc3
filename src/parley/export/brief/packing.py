"""Pages packed small: what many of them have alike is kept once.

A page is cut into rows, a row into its shape (the mark-up) and its values (words, addresses, names of places). Shapes and
values are kept once each, in the order they first stand; a page is the numbers of its shapes and of its values. gzip alone
looks back 32 KiB and would keep each of them anew on every page that is farther away.
"""

from __future__ import annotations

import gzip
import re
from base64 import b64encode
from collections.abc import Hashable, Iterable

import msgspec

__all__ = ["PackedPage", "packed"]

_ROW = re.compile(r'(?<=\n)(?=<)|(?=<span class="s[ "])')

# What differs from page to page: words of the record, what certain attributes hold, and other text.
_VALUE = re.compile(
    r"<bdi>(?P<words>[^<]+)"
    r'| (?:href|id|for|aria-labelledby|datetime|data-on|data-claim|aria-label|lang)="(?P<name>[^"]+)"'
    r"|>(?P<text>[^<]*[^<\s][^<]*)(?=<)"
)
_RUNNING = ('<p dir="auto"', '<span class="s')  # rows that hold a report's own text


class PackedPage(msgspec.Struct, frozen=True):
    """A page to be packed: the place it is reached at (behind the # of an address), the kind of thing it shows, its HTML."""

    place: str
    kind: str
    html: str


class _Table:
    """Things by number, in the order they are first asked for."""

    def __init__(self) -> None:
        self._numbers: dict[Hashable, int] = {}

    def number(self, thing: Hashable) -> int:
        """0 for one that was not asked for before, else its place and 1."""
        known = len(self._numbers)
        place = self._numbers.setdefault(thing, known)
        return 0 if place == known else place + 1

    @property
    def all(self) -> list[Hashable]:
        """All of them."""
        return list(self._numbers)


def packed(pages: Iterable[PackedPage]) -> str:
    """The pages as base64 of gzip of a line of JSON and of numbers.

    The JSON is an array of the shapes and one of the values. A shape is an array: the sorts of its values, a letter each
    ("w" for words of the record, which are searched, "t" for the rest), then the mark-up before, between and behind them.
    The numbers are how many pages and rows there are; of each page its address, its kind (values both) and how many rows;
    the shape of each row; the values of all shapes. One of 0 is the next of its table that was not used yet, another its
    place in the table and 1. They are kept in groups of seven bits, the lowest first, the eighth set where more follow.
    """
    shapes, values = _Table(), _Table()
    heads, rows, inside = list[int](), list[int](), list[int]()
    for page in pages:
        cut = [_cut(row) for row in _ROW.split(page.html)]
        heads += (values.number("#" + page.place), values.number(page.kind), len(cut))
        rows += (shapes.number(shape) for shape, _ in cut)
        inside += (values.number(value) for _, found in cut for value in found)
    kept = msgspec.json.encode([shapes.all, values.all])
    numbers = _as_bytes((len(heads) // 3, len(rows), *heads, *rows, *inside))
    return b64encode(gzip.compress(kept + b"\n" + numbers, compresslevel=9, mtime=0)).decode()


def _as_bytes(numbers: Iterable[int]) -> bytes:
    found = bytearray()
    for number in numbers:
        left = number
        while left > 0x7F:
            found.append(left & 0x7F | 0x80)
            left >>= 7
        found.append(left)
    return bytes(found)


def _cut(row: str) -> tuple[tuple[str, ...], list[str]]:
    """The shape of a row, and its values."""
    sorts, around, values, end = "", list[str](), list[str](), 0
    running = row.startswith(_RUNNING)
    for match in _VALUE.finditer(row):
        sort = match.lastgroup or ""
        start, stop = match.span(sort)
        sorts += "w" if sort == "words" or (running and sort == "text") else "t"
        around.append(row[end:start])
        values.append(row[start:stop])
        end = stop
    return (sorts, *around, row[end:]), values
