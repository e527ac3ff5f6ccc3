"""The board: issue by party, the latest position, and which demands and offers stand open."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec

from parley.ledger.entries import Entry

__all__ = ["NOT_NAMED", "Ask", "Board", "Cell", "Position", "board_of"]

NOT_NAMED = "not named"
"""Stands for the party of a move whose maker the report does not name."""


class Position(msgspec.Struct, frozen=True):
    """A move as it bears on one issue for one party.

    `as_of` is the ISO day (or month, or year) of the move: the claim's own time, else the day it was said, else the day
    of publication, as `as_of_basis` says; never later than the publication. `on_word` is the source chain by name,
    nearest to the report first; empty when the report speaks in its own voice. `standing` is "held" for what a party
    does as its source has it, "denied" for what is said not to be so, "hypothetical" for what would be.
    """

    issue: str
    party: str
    entry: Entry
    as_of: str | None
    as_of_basis: Literal["when", "said_on", "published", "unknown"]
    on_word: tuple[str, ...]
    standing: Literal["held", "denied", "hypothetical"]

    @property
    def act(self) -> str:
        """The act of the move."""
        return str(getattr(self.entry.claim.body, "act", ""))


class Cell(msgspec.Struct, frozen=True):
    """One party on one issue: its latest held position, and what was only denied or hypothetical, newest first.

    `moves` counts the moves behind the cell.
    """

    issue: str
    party: str
    position: Position | None
    not_held: tuple[Position, ...]
    moves: int


class Ask(msgspec.Struct, frozen=True):
    """A demand or offer of one party on one issue, told in `reports` reports; `position` is its latest telling.

    `settled_by` is the first later move that answers it, None while it stands open. A move answers it when it
    names it (`answers`), or when on the same issue, or without terms of its own, the same party withdraws, or another
    party accepts, rejects or agrees which the ask addresses or which addresses the asking party.
    """

    position: Position
    reports: int
    settled_by: Entry | None


class Board(msgspec.Struct, frozen=True):
    """Issue by party. `issues` and `parties` are in the order of rows and columns; `cells` holds what is filled."""

    issues: tuple[str, ...]
    parties: tuple[str, ...]
    cells: tuple[Cell, ...]
    asks: tuple[Ask, ...]
    story: str | None = None
    published_by: str | None = None

    @property
    def open_asks(self) -> tuple[Ask, ...]:
        """Demands and offers to which the record holds no answer, newest first."""
        return tuple(ask for ask in self.asks if ask.settled_by is None)

    def cell(self, issue: str, party: str) -> Cell | None:
        """The cell of an issue and a party, None when the record holds nothing there."""
        return next((cell for cell in self.cells if (cell.issue, cell.party) == (issue, party)), None)


def board_of(entries: Iterable[Entry], *, story: str | None = None, published_by: str | None = None) -> Board:
    """The board that these entries give; only moves count. `story` and `published_by` are noted, not applied."""
    raise NotImplementedError
