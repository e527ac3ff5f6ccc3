"""The board: issue by party, the latest position, and which demands and offers stand open."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, get_args

import msgspec

from parley.ledger.entries import Entry
from parley.ledger.filters import issues_of
from parley.model import Actor, Move
from parley.model.claim import Issue
from parley.model.shown import Shown
from parley.resolve import Parties, settled_day

__all__ = ["NOT_NAMED", "Ask", "Board", "Cell", "Position", "board_of", "party_key", "positions_of"]

NOT_NAMED = "not named"
"""Stands for the party of a move whose maker the report does not name."""

_ASKING = frozenset({"offer", "demand"})
_ANSWERING = frozenset({"accept", "reject", "agree"})
_LETTING_GO = frozenset({"withdraw", "concede"})


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

    `settled_by` is the first held move, as of the same day or later, that answers it; None while it stands open. A move
    answers it when it names it (`answers`), or when it is on the same issue, or without terms of its own, and the same
    party withdraws or concedes, or another party accepts, rejects or agrees which the ask, or one of its terms, names,
    or which names the asking party.
    """

    position: Position
    reports: int
    settled_by: Entry | None


class Board(msgspec.Struct, Shown, frozen=True):
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

    def __repr__(self) -> str:
        """How large it is."""
        size = f"{len(self.issues)} issues, {len(self.parties)} parties, {len(self.open_asks)} open demands and offers"
        return f"Board(story={self.story!r}, {size})"

    def cell(self, issue: str, party: str) -> Cell | None:
        """The cell of an issue and a party, None when the record holds nothing there."""
        return next((cell for cell in self.cells if (cell.issue, cell.party) == (issue, party)), None)


def board_of(
    entries: Iterable[Entry],
    *,
    parties: Parties | None = None,
    story: str | None = None,
    published_by: str | None = None,
) -> Board:
    """The board that these entries give; only moves count, and silence is no move.

    A party is the side that an actor is on as `parties` have it, by name alone where they are not given. `story` and
    `published_by` are noted, not applied.
    """
    moves = _moves(entries)
    sides = _Sides(moves, parties or Parties())
    positions = _in_order(moves, sides)
    cells = tuple(_cells(positions))
    asks = tuple(_asks(positions, sides))
    issues = tuple(issue for issue in get_args(Issue) if any(cell.issue == issue for cell in cells))
    return Board(issues, _parties(cells), cells, asks, story, published_by)


def positions_of(entries: Iterable[Entry], *, parties: Parties | None = None) -> tuple[Position, ...]:
    """Every position behind the board that these entries give, oldest first; parameters as for `board_of`."""
    moves = _moves(entries)
    return tuple(_in_order(moves, _Sides(moves, parties or Parties())))


def _moves(entries: Iterable[Entry]) -> list[Entry]:
    return [e for e in entries if isinstance(e.claim.body, Move) and not e.claim.attribution.silence]


def _in_order(moves: Iterable[Entry], sides: _Sides) -> list[Position]:
    return sorted((position for entry in moves for position in _positions(entry, sides)), key=_order)


def party_key(actor: Actor) -> str:
    """What the names of one party have in common: the side it acts for, case and "the" aside."""
    return " ".join((actor.acts_for or actor.name).split()).casefold().removeprefix("the ")


class _Sides:
    """The side each actor is on, and how it is written: as the parties have it, else as most moves do."""

    def __init__(self, moves: Iterable[Entry], parties: Parties) -> None:
        self._parties = parties
        written: dict[str, Counter[str]] = defaultdict(Counter)
        for entry in moves:
            for actor in _move(entry).by:
                written[self.of(actor, entry)][actor.acts_for or actor.name] += 1
        self._names = {key: min(counts, key=lambda name: (-counts[name], name)) for key, counts in written.items()}

    def of(self, actor: Actor, entry: Entry) -> str:
        return self._parties.side(actor, entry.report.id)

    def all(self, actors: Iterable[Actor], entry: Entry) -> set[str]:
        return {self.of(actor, entry) for actor in actors}

    def name(self, side: str) -> str:
        known = self._parties.actor(side)
        return known.name if known else self._names[side]


def _move(entry: Entry) -> Move:
    assert isinstance(entry.claim.body, Move)
    return entry.claim.body


def _positions(entry: Entry, sides: _Sides) -> Iterator[Position]:
    as_of, basis = _as_of(entry)
    claim, move = entry.claim, _move(entry)
    on_word = tuple(source.name for source in claim.attribution.chain)
    parties = dict.fromkeys(sides.name(sides.of(actor, entry)) for actor in move.by) or (NOT_NAMED,)
    for issue in issues_of(move):
        for party in parties:
            yield Position(issue, party, entry, as_of, basis, on_word, _standing(entry))


def _standing(entry: Entry) -> Literal["held", "denied", "hypothetical"]:
    factuality = entry.claim.factuality
    if factuality.polarity == "negative":
        return "denied"
    return "hypothetical" if factuality.tense == "hypothetical" else "held"


def _as_of(entry: Entry) -> tuple[str | None, Literal["when", "said_on", "published", "unknown"]]:
    published = entry.report.published[:10] if entry.report.published else None
    when = entry.claim.when
    done = (when.latest or when.earliest) if when else None
    if (day := settled_day(done)) and day <= (published or day):
        return day, "when"
    if (day := settled_day(entry.claim.attribution.said_on)) and day <= (published or day):
        return day, "said_on"
    return published, "published" if published else "unknown"


def _order(position: Position) -> tuple[str, str, str, int, str]:
    """From the oldest to the newest; what has no date counts as oldest."""
    entry = position.entry
    return position.as_of or "", entry.report.published or "", entry.report.id, entry.start, entry.claim.id


def _cells(positions: Sequence[Position]) -> Iterator[Cell]:
    by_cell: dict[tuple[str, str], list[Position]] = defaultdict(list)
    for position in reversed(positions):
        by_cell[position.issue, position.party].append(position)
    for (issue, party), newest_first in sorted(by_cell.items()):
        held = next((position for position in newest_first if position.standing == "held"), None)
        not_held = tuple(position for position in newest_first if position.standing != "held")
        yield Cell(issue, party, held, not_held, len(newest_first))


def _parties(cells: Sequence[Cell]) -> tuple[str, ...]:
    """Who has most moves first, the unnamed last."""
    moves: Counter[str] = Counter()
    for cell in cells:
        moves[cell.party] += cell.moves
    return tuple(sorted(moves, key=lambda party: (party == NOT_NAMED, -moves[party], party)))


def _asks(positions: Sequence[Position], sides: _Sides) -> Iterator[Ask]:
    tellings: dict[object, list[Position]] = defaultdict(list)
    for position in reversed(positions):
        if position.act in _ASKING and position.standing == "held":
            tellings[position.party, position.issue, position.act, _terms(position)].append(position)
    answers = [p for p in positions if p.standing == "held" and p.act in _ANSWERING | _LETTING_GO]
    for told in tellings.values():
        settled = next((answer.entry for answer in answers if _settles(answer, told, sides)), None)
        yield Ask(told[0], len({position.entry.report.id for position in told}), settled)


def _terms(position: Position) -> object:
    """What is asked or offered on the issue: equal for tellings of the same in other words around it."""
    return tuple(
        (
            term.item.casefold(),
            term.negated,
            term.quantity and (term.quantity.lower, term.quantity.upper, term.quantity.unit),
        )
        for term in _move(position.entry).terms
        if term.issue == position.issue
    )


def _settles(answer: Position, told: Sequence[Position], sides: _Sides) -> bool:
    asked, move, ask = told[0], _move(answer.entry), _move(told[0].entry)
    if (answer.as_of or "") < (asked.as_of or ""):
        return False
    if any(move.answers in position.entry.ids for position in told):
        return True
    if move.terms and answer.issue != asked.issue:
        return False
    if answer.act in _LETTING_GO:
        return answer.party == asked.party != NOT_NAMED
    asking, answering = sides.all(ask.by, asked.entry), sides.all(move.by, answer.entry)
    addressed = answering & _addressed(ask, asked.entry, sides) or asking & _addressed(move, answer.entry, sides)
    together = move.act == "agree" and asking < answering and bool(asking)
    return together or bool(addressed and answering != asking)


def _addressed(move: Move, entry: Entry, sides: _Sides) -> set[str]:
    """Whom a move is put to, or its terms ask to give or let receive."""
    given = (side for term in move.terms for side in (term.giver, term.receiver) if side)
    return sides.all((*move.to, *given), entry)
