"""What a request asks for, and the places that answer: one description for the page and its twins."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec

from parley.pages import Cut, whole
from parley.project import Project
from parley.render.web import Frame, Lists, Order

__all__ = ["Asked", "Deed", "Place", "Rows"]

Rows = tuple[Sequence[msgspec.Struct], type[msgspec.Struct]]
"""Flat records of one kind, and the kind."""


class Asked(msgspec.Struct, frozen=True):
    """The project asked, the parts of the address by name (`path`), and what stands behind its question mark (`query`).

    `lists` says which parts of the page's lists are asked for (None: the whole lists)."""

    project: Project
    path: Mapping[str, str]
    query: Mapping[str, str]
    lists: Lists | None = None

    def get(self, name: str) -> str | None:
        """What is asked under this name; None when it is empty or not there."""
        return self.query.get(name) or None

    def cut(self, order: Order = "as_kept") -> Cut:
        """Which rows of its lists a page is to hold, of lists shown in an order."""
        lists = self.lists

        def cut(name: str, total: int) -> slice:
            part = lists.part(name, total, order=order) if lists is not None else None
            return slice(part.first, part.last) if part is not None else whole(name, total)

        return cut


class Place(msgspec.Struct, frozen=True):
    """An address with what is shown there: `page` makes the record, `html` shows it, `rows` are its main rows for a
    spreadsheet. `nav` is the entry of the main navigation it belongs to (see `NAVIGATION`). What is `fresh` follows from
    more than the record, and is made anew whenever it is asked for. Its lists of more than `most` rows are shown part by
    part (0: whole), unless they have a measure of their own; the twins hold them whole."""

    path: str
    nav: str | None
    page: Callable[[Asked], Any]
    html: Callable[[Any, Frame, Asked], str]
    rows: Callable[[Any], Rows]
    fresh: bool = False
    most: int = 0


class Deed(msgspec.Struct, frozen=True):
    """What a form sent to `path` does; `do` gives the address to go on from. The fields of the form are the query."""

    path: str
    do: Callable[[Asked], str]
