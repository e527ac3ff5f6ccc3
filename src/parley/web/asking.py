"""What a request asks for, and the places that answer: one description for the page and its twins."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec

from parley.project import Project
from parley.render.web import Frame

__all__ = ["Asked", "Deed", "Place", "Rows"]

Rows = tuple[Sequence[msgspec.Struct], type[msgspec.Struct]]
"""Flat records of one kind, and the kind."""


class Asked(msgspec.Struct, frozen=True):
    """The project asked, the parts of the address by name (`path`), and what stands behind its question mark (`query`)."""

    project: Project
    path: Mapping[str, str]
    query: Mapping[str, str]

    def get(self, name: str) -> str | None:
        """What is asked under this name; None when it is empty or not there."""
        return self.query.get(name) or None


class Place(msgspec.Struct, frozen=True):
    """An address with what is shown there: `page` makes the record, `html` shows it, `rows` are its main rows for a
    spreadsheet. `nav` is the entry of the main navigation it belongs to (see `NAVIGATION`). What is `fresh` follows from
    more than the record, and is made anew whenever it is asked for. A list of more than `most` rows is shown part by part
    (0: whole)."""

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
