"""Long lists are shown part by part, so that no page grows without end: each list of a page by a name of its own in the
address, so that going through one leaves the others where they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeVar
from urllib.parse import parse_qsl, quote, urlencode

import msgspec

__all__ = ["WHOLE_LISTS", "Lists", "Order", "Parts", "part_slice"]

R = TypeVar("R")
Order = Literal["as_kept", "newest_first", "newest_last"]
"""How a list is shown: as it is kept, its beginning first; from its end to its beginning; or as it is kept, its end first
to be seen."""

_DIGITS = 9  # of a number of a part


class Parts(msgspec.Struct, frozen=True):
    """Which rows of a list with a `name` are shown: those from `first` up to but not including `last`, of `total`.

    They are part `number` of `count`. The addresses lead to the `opening` part, those `before` and `after`, and the
    `closing` one (None: it is this one). `backwards` where the rows are shown from the last to the first.
    """

    name: str
    total: int
    first: int
    last: int
    number: int = 1
    count: int = 1
    backwards: bool = False
    opening: str | None = None
    before: str | None = None
    after: str | None = None
    closing: str | None = None

    def of(self, rows: Sequence[R]) -> Sequence[R]:
        """Those of all rows that are shown, in the order kept."""
        return rows[self.first : self.last]

    @property
    def places(self) -> tuple[int, int]:
        """The places of the first and the last row shown among all as they are shown, from 1."""
        return (self.total - self.last + 1, self.total - self.first) if self.backwards else (self.first + 1, self.last)


class Lists(msgspec.Struct, frozen=True):
    """The lists of a page at a `path`, asked for with a `query`: of each at most `most` rows are shown (0: all).

    Without a path nobody can ask for another part, and each list is shown whole.
    """

    path: str
    query: str
    most: int = 0

    def part(
        self,
        name: str,
        total: int,
        *,
        most: int | None = None,
        order: Order = "as_kept",
        at: str | None = None,
        holds: int | None = None,
    ) -> Parts:
        """The part asked for of the list with this name, of so many rows; `at` is the place on the page where it begins.

        What is no part is the first or the last; where nothing is asked, the part that `holds` a row (by its place from 0),
        else the one that is first to be seen.
        """
        at = name if at is None else at
        most = self.most if most is None else most
        count = -(-total // most) if most and self.path else 1
        if count < 2:
            return Parts(name, total, 0, total, backwards=order == "newest_first")
        asked = dict(parse_qsl(self.query))
        told = asked.get(name, "")
        known = told.isdecimal() and len(told) <= _DIGITS
        seen = (total - 1 if order != "as_kept" else 0) if holds is None else holds
        behind = seen // most if order == "as_kept" else (total - 1 - seen) // most
        number = min(max(int(told), 1), count) if known else count - behind if order == "newest_last" else behind + 1
        first, last = part_slice(number, count, total=total, most=most, order=order)

        def address(part: int) -> str | None:
            place = f"#{quote(at)}" if at else ""
            return f"{self.path}?{urlencode(asked | {name: str(part)})}{place}" if part != number else None

        return Parts(
            name,
            total,
            first,
            last,
            number,
            count,
            order == "newest_first",
            address(1),
            address(max(number - 1, 1)),
            address(min(number + 1, count)),
            address(count),
        )


WHOLE_LISTS = Lists("", "")
"""The lists of a page that has no parts."""


def part_slice(number: int, count: int, *, total: int, most: int, order: Order) -> tuple[int, int]:
    """Where a part (from 1) begins and ends. A list shown from its end is cut from there, so that the part seen first is full."""
    if order == "as_kept":
        return (number - 1) * most, min(number * most, total)
    behind = number - 1 if order == "newest_first" else count - number
    return max(total - (behind + 1) * most, 0), total - behind * most
