"""Positions of parties on issues, their order in time, and the cells of a board that they fill."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from math import inf
from typing import Literal

import msgspec

from parley.ledger.entries import Entry
from parley.lexicon.packages import named_kind
from parley.model import Move

__all__ = ["LETTING_GO", "NOT_NAMED", "Cell", "Position", "cells_of", "in_time", "is_deal", "move_of", "of_somebody"]

NOT_NAMED = "not named"
"""Stands for the party of a move whose maker the report does not name."""

LETTING_GO = frozenset({"withdraw", "concede"})
"""Acts by which a party gives up something of its own."""


class Position(msgspec.Struct, frozen=True, gc=False):
    """A move as it bears on one issue for one party.

    `as_of` is the ISO day (or month, or year) of the move: the claim's own time, else the day it was said, else the day
    of publication, as `as_of_basis` says; never later than the publication. `on_word` is the source chain by name,
    nearest to the report first; empty when the report speaks in its own voice. `standing` is "held" for what a party
    does as its source has it, "denied" for what is said not to be so, "hypothetical" for what would be. `joint` where
    several parties do it together.
    """

    issue: str
    party: str
    entry: Entry
    as_of: str | None
    as_of_basis: Literal["when", "said_on", "published", "unknown"]
    on_word: tuple[str, ...]
    standing: Literal["held", "denied", "hypothetical"]
    joint: bool = False

    @property
    def act(self) -> str:
        """The act of the move."""
        return str(getattr(self.entry.claim.body, "act", ""))


class Cell(msgspec.Struct, frozen=True, gc=False):
    """One party on one issue: its latest held position, and what was only denied or hypothetical, newest first.

    `moves` counts the moves behind the cell. `overtaken_by` is the latest deal on the issue that is newer than the
    position, `overtaken_on` its ISO day; None where there is none, or where it is the position. `denied_by` is the latest
    word, as of the same day or later, that a position less than certain is not so.
    """

    issue: str
    party: str
    position: Position | None
    not_held: tuple[Position, ...]
    moves: int
    overtaken_by: Entry | None = None
    overtaken_on: str | None = None
    denied_by: Entry | None = None


def move_of(entry: Entry) -> Move:
    """The move of an entry that is one."""
    assert isinstance(entry.claim.body, Move)
    return entry.claim.body


def in_time(position: Position) -> tuple[str, tuple[int, float], str, str, int, str]:
    """From the oldest to the newest; what has no date counts as oldest, a deal as the last of its day, told exactest; who
    lets something go does so behind the words that name it."""
    entry = position.entry
    start = entry.claim.mentions[0].statement.end if position.act in LETTING_GO else entry.start
    # To prolong a deal takes one: what prolongs it, told as of the day of an agreement, came last.
    deal = (1 + (position.act == "extend"), -_width(position)) if is_deal(position) else (0, 0.0)
    return position.as_of or "", deal, entry.report.published or "", entry.report.id, start, entry.claim.id


def is_deal(position: Position) -> bool:
    """Whether a party is surely told to have agreed with another, or prolonged with it what they agreed: no mere offer."""
    move, factuality = move_of(position.entry), position.entry.claim.factuality
    if position.act == "extend" and move.about and named_kind(move.about) == "offer":
        return False
    others = (*move.by[1:], *move.to, *(actor for term in move.terms for actor in (term.giver, term.receiver)))
    done = factuality.certainty == "certain" and factuality.tense in ("past", "present") and position.standing == "held"
    several = position.joint or any(other not in (None, *move.by[:1]) for other in others)
    return position.act in ("agree", "extend") and done and several


def _width(position: Position) -> float:
    """How far the amounts that it gives on its issue leave them open: none where it gives one number; "at least 50" leaves
    less open than "dozens"."""
    amounts = [t.quantity for t in move_of(position.entry).terms if t.issue == position.issue and t.quantity]
    return min(((q.lower or 0.0) / 2 if q.upper is None else q.upper - (q.lower or 0.0) for q in amounts), default=inf)


def cells_of(positions: Sequence[Position]) -> Iterator[Cell]:
    """The cells that positions fill, given from the oldest to the newest."""
    by_cell: dict[tuple[str, str], list[Position]] = defaultdict(list)
    deals = {position.issue: position for position in positions if is_deal(position)}
    for position in reversed(positions):
        by_cell[position.issue, position.party].append(position)
    for (issue, party), newest_first in sorted(by_cell.items()):
        held = next((position for position in newest_first if position.standing == "held"), None)
        not_held = tuple(position for position in newest_first if position.standing != "held")
        deal, shown = deals.get(issue), held or not_held[0]
        cell = Cell(issue, party, held, not_held, len(newest_first), denied_by=_denial(held, not_held))
        if deal is not None and (shown.as_of or "") < (deal.as_of or ""):
            cell = msgspec.structs.replace(cell, overtaken_by=deal.entry, overtaken_on=deal.as_of)
        yield cell


def _denial(held: Position | None, not_held: Sequence[Position]) -> Entry | None:
    """What denies a position that is less than certain: the latest, where it is not older."""
    if held is None or held.entry.claim.factuality.certainty == "certain":
        return None
    denied = next((each for each in not_held if each.standing == "denied" and each.act == held.act), None)
    return denied.entry if denied is not None and (denied.as_of or "") >= (held.as_of or "") else None


def of_somebody(cells: Iterable[Cell]) -> tuple[Cell, ...]:
    """Without what is only denied, or would be, before the latest deal on the issue, and what nobody named is told to hold
    on no issue, or on one on which a party is told of as late or later."""
    given = list(cells)
    latest: dict[str, str] = {}
    for cell in given:
        if cell.party != NOT_NAMED and cell.position is not None:
            latest[cell.issue] = max(latest.get(cell.issue, ""), cell.position.as_of or "")
    return tuple(
        cell
        for cell in given
        if (cell.position is not None or cell.overtaken_by is None)
        and (cell.party != NOT_NAMED or _is_news(cell, latest.get(cell.issue, "")))
    )


def _is_news(cell: Cell, latest: str) -> bool:
    return cell.issue != "other" and ((cell.position or cell.not_held[0]).as_of or "") > latest
