"""The board: issue by party, the latest position, and which demands and offers stand open."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, get_args

import msgspec

from parley.ledger.board_told import BoardTold
from parley.ledger.entries import Entry
from parley.ledger.positions import (
    LETTING_GO,
    NOT_NAMED,
    Cell,
    Position,
    cells_of,
    in_time,
    is_deal,
    move_of,
    of_somebody,
)
from parley.model import Actor, Move, TalksScope
from parley.model.claim import Issue
from parley.model.shown import Shown
from parley.resolve import Parties, settled_day

__all__ = ["NOT_NAMED", "Ask", "Board", "Cell", "Position", "board_of", "party_key", "positions_of"]

_ASKING = frozenset({"offer", "demand"})
_ANSWERING = frozenset({"accept", "reject", "agree"})


class Ask(msgspec.Struct, frozen=True, gc=False):
    """A demand or offer of one party on one issue, told in `reports` reports; `position` is its latest telling.

    `settled_by` is the first held move, as of the same day or later, that answers it; None while it stands open. A move
    answers it when it names it (`answers`), or when it is on the same issue, or without terms of its own, and the same
    party withdraws or concedes, or another party accepts, rejects or agrees which the ask, or one of its terms, names,
    or which names the asking party.
    """

    position: Position
    reports: int
    settled_by: Entry | None


class Board(msgspec.Struct, Shown, frozen=True, gc=False):
    """Issue by party. `issues` and `parties` are in the order of rows and columns; `cells` holds what is filled.

    Where a scope of the story's talks is known these are their moves; `beside` then holds the positions that parties take
    in the other moves, the latest for each issue and party, newest first: those on an issue of the talks before all.
    """

    issues: tuple[str, ...]
    parties: tuple[str, ...]
    cells: tuple[Cell, ...]
    asks: tuple[Ask, ...]
    story: str | None = None
    published_by: str | None = None
    beside: tuple[Cell, ...] = ()

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
    scope: TalksScope | None = None,
    told: BoardTold | None = None,
    story: str | None = None,
    published_by: str | None = None,
) -> Board:
    """The board that these entries give; only moves count, and silence is no move.

    A party is the side that an actor is on as `parties` have it, by name alone where they are not given. `scope` says
    which moves are of the story's talks (None, or no chief parties in it: all). `told` is what its deals and proposals
    tell about the moves. `story` and `published_by` are noted, not applied.
    """
    moves = _moves(entries)
    sides = _Sides(moves, parties or Parties(), told)
    of_talks, others = _parted(moves, scope, told or BoardTold())
    positions = _positions_in_time(of_talks, sides, told or BoardTold())
    cells = of_somebody(cells_of(positions)) if scope is not None and scope.chief else tuple(cells_of(positions))
    of_story = scope is not None or story is not None
    asks = tuple(_asks(positions, sides, whole=scope is not None and bool(scope.chief), of_story=of_story))
    issues = tuple(issue for issue in get_args(Issue) if any(cell.issue == issue for cell in cells))
    chief = [sides.name(party) for party in scope.parties] if scope else []
    beside = _beside(_positions_in_time(others, sides, BoardTold()), set(scope.issues) if scope else set())
    return Board(issues, _parties(cells, chief), cells, asks, story, published_by, beside)


def _parted(
    moves: Sequence[Entry], scope: TalksScope | None, told: BoardTold
) -> tuple[Sequence[Entry], Sequence[Entry]]:
    """The moves of the talks, with what tells of a deal of its parties, and the others."""
    if scope is None or not scope.chief:
        return moves, ()
    own, parties, chief = frozenset(scope.claims), frozenset(scope.parties), frozenset(scope.chief)
    own |= {
        claim
        for claim, makers in told.parties.items()
        if parties.issuperset(makers) and len(chief.intersection(makers)) > (len(makers) > 1)
    }
    return [e for e in moves if own.intersection(e.ids)], [e for e in moves if own.isdisjoint(e.ids)]


def _beside(positions: Sequence[Position], issues: set[str]) -> tuple[Cell, ...]:
    """The latest of each party that is named on each issue: those on these issues first, of these who has a name of its
    own ("many leaders" have none), the newest first."""
    cells = [cell for cell in cells_of(positions) if cell.party != NOT_NAMED]
    newest = sorted(cells, key=lambda cell: in_time(cell.position or cell.not_held[0]), reverse=True)
    return tuple(sorted(newest, key=lambda cell: (cell.issue not in issues, not cell.party[:1].isupper())))


def positions_of(
    entries: Iterable[Entry], *, parties: Parties | None = None, told: BoardTold | None = None
) -> tuple[Position, ...]:
    """Every position behind the board that these entries give, oldest first; parameters as for `board_of`."""
    moves = _moves(entries)
    known = msgspec.structs.replace(told, first={}) if told is not None else BoardTold()
    return tuple(_positions_in_time(moves, _Sides(moves, parties or Parties(), known), known))


def _moves(entries: Iterable[Entry]) -> list[Entry]:
    return [e for e in entries if isinstance(e.claim.body, Move) and not e.claim.attribution.silence]


def _positions_in_time(moves: Iterable[Entry], sides: _Sides, told: BoardTold) -> list[Position]:
    """The positions from the oldest to the newest."""
    found = (position for entry in moves for position in _positions(entry, sides, told))
    return sorted((_as_first_told(position, told.first) for position in found), key=in_time)


def _as_first_told(position: Position, first_told: Mapping[str, str]) -> Position:
    day = first_told.get(position.entry.claim.id, "")
    earlier = day and day < (position.as_of or "")
    return msgspec.structs.replace(position, as_of=day, as_of_basis="when") if earlier else position


def party_key(actor: Actor) -> str:
    """What the names of one party have in common: the side it acts for, case and "the" aside."""
    return " ".join((actor.acts_for or actor.name).split()).casefold().removeprefix("the ")


class _Sides:
    """The side each actor is on, and how it is written: as the parties have it, else as most moves do."""

    def __init__(self, moves: Iterable[Entry], parties: Parties, told: BoardTold | None) -> None:
        self._parties, self._told = parties, told or BoardTold()
        written: dict[str, Counter[str]] = defaultdict(Counter)
        for entry in moves:
            for actor in move_of(entry).by:
                written[self.of(actor, entry)][actor.acts_for or actor.name] += 1
        self._names = {key: min(counts, key=lambda name: (-counts[name], name)) for key, counts in written.items()}

    def of(self, actor: Actor, entry: Entry) -> str:
        return self._parties.side(actor, entry.report.id)

    def makers(self, entry: Entry) -> tuple[str, ...]:
        return self._told.makers(entry.claim.id, self._parties.makers(move_of(entry), entry.report.id))

    def all(self, actors: Iterable[Actor], entry: Entry) -> set[str]:
        return {self.of(actor, entry) for actor in actors}

    def name(self, side: str) -> str:
        known = self._parties.actor(side)
        return known.name if known else self._names.get(side, side)


def _positions(entry: Entry, sides: _Sides, told: BoardTold) -> Iterator[Position]:
    as_of, basis = _as_of(entry)
    claim, move = entry.claim, move_of(entry)
    on_word = tuple(source.name for source in claim.attribution.chain)
    parties = dict.fromkeys(map(sides.name, sides.makers(entry))) or (NOT_NAMED,)
    for issue in told.issues(claim.id, move):
        for party in parties:
            yield Position(issue, party, entry, as_of, basis, on_word, _standing(entry), len(parties) > 1)


def _standing(entry: Entry) -> Literal["held", "denied", "hypothetical"]:
    factuality = entry.claim.factuality
    if factuality.polarity == "negative" and move_of(entry).act != "support":
        return "denied"  # who does not support terms, opposes them: a position it holds
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


def _parties(cells: Sequence[Cell], chief: Sequence[str] = ()) -> tuple[str, ...]:
    """The chief ones first, then who has most moves, the unnamed last."""
    moves: Counter[str] = Counter()
    for cell in cells:
        moves[cell.party] += cell.moves
    place = {party: number for number, party in enumerate(chief)}
    last = len(place)
    return tuple(sorted(moves, key=lambda party: (party == NOT_NAMED, place.get(party, last), -moves[party], party)))


def _asks(
    positions: Sequence[Position], sides: _Sides, *, whole: bool = False, of_story: bool = False
) -> Iterator[Ask]:
    """With `whole`, the positions are of one story's talks: a deal there answers all that was asked before. A deal of a
    story (`of_story`) answers what nobody named asked, of whom no answer can tell."""
    tellings: dict[object, list[Position]] = defaultdict(list)
    for position in reversed(positions):
        if position.act in _ASKING and position.standing == "held":
            tellings[position.party, position.issue, position.act, _terms(position)].append(position)
    answers = _Answers([p for p in positions if p.standing == "held" and p.act in _ANSWERING | LETTING_GO], sides)
    for told in tellings.values():
        nobody = of_story and all(actor.kind == "unnamed" for actor in move_of(told[0].entry).by)
        settled = answers.first_to(told, whole=whole or nobody)
        entry = settled.entry if settled is not None else None
        yield Ask(told[0], len({position.entry.report.id for position in told}), entry)


def _terms(position: Position) -> object:
    """What is asked or offered on the issue: equal for tellings of the same in other words around it."""
    return tuple(
        (
            term.item.casefold(),
            term.negated,
            term.quantity and (term.quantity.lower, term.quantity.upper, term.quantity.unit),
        )
        for term in move_of(position.entry).terms
        if term.issue == position.issue
    )


class _Answering(msgspec.Struct, frozen=True, gc=False):
    """What decides whether an answer settles an ask: its issue ("" where it names no terms), its party where it lets go
    (None where it answers), whether it agrees, who answers, and who is addressed, by sides."""

    issue: str
    lets_go: str | None
    agrees: bool
    by: frozenset[str]
    to: frozenset[str]


class _Answers:
    """Finds the first of many answers that settles an ask: by their kinds, of which there are few."""

    def __init__(self, answers: Sequence[Position], sides: _Sides) -> None:
        """`answers` from the oldest to the newest."""
        self._all, self._sides = answers, sides
        self._days = [answer.as_of or "" for answer in answers]
        self._kinds: dict[_Answering, list[int]] = defaultdict(list)
        self._to: dict[str | None, list[int]] = defaultdict(list)
        self._deals: dict[str, list[int]] = defaultdict(list)
        for place, answer in enumerate(answers):
            self._kinds[_answering(answer, sides)].append(place)
            self._to[move_of(answer.entry).answers].append(place)
            if is_deal(answer):
                self._deals[answer.issue].append(place)

    def first_to(self, told: Sequence[Position], *, whole: bool) -> Position | None:
        """The first that settles what was asked in one telling or more, made on the same day or later."""
        asked, ask = told[0], move_of(told[0].entry)
        by, to = frozenset(self._sides.makers(asked.entry)), _addressed(ask, asked.entry, self._sides)
        places = [found for kind, found in self._kinds.items() if _settles(kind, asked, by, to)]
        ids = sorted({each for position in told for each in position.entry.ids})
        places += [self._to[each] for each in ids if each in self._to]
        places += [self._deals.get(asked.issue, [])] if whole else []
        start = bisect_left(self._days, asked.as_of or "")
        later = (found[first] for found in places if (first := bisect_left(found, start)) < len(found))
        return self._all[place] if (place := min(later, default=None)) is not None else None


def _answering(answer: Position, sides: _Sides) -> _Answering:
    move, entry = move_of(answer.entry), answer.entry
    return _Answering(
        answer.issue if move.terms else "",
        answer.party if answer.act in LETTING_GO else None,
        move.act == "agree",
        frozenset(sides.makers(entry)),
        frozenset(_addressed(move, entry, sides)),
    )


def _settles(answer: _Answering, asked: Position, by: frozenset[str], to: set[str]) -> bool:
    """Whether an answer of this kind settles what was asked `by` sides of sides `to`."""
    if answer.issue not in ("", asked.issue):
        return False
    if answer.lets_go is not None:
        return answer.lets_go == asked.party != NOT_NAMED
    together = answer.agrees and bool(by) and by < answer.by
    return together or (bool(answer.by & to or by & answer.to) and answer.by != by)


def _addressed(move: Move, entry: Entry, sides: _Sides) -> set[str]:
    """Whom a move is put to, or its terms ask to give or let receive."""
    given = (side for term in move.terms for side in (term.giver, term.receiver) if side)
    return sides.all((*move.to, *given), entry)
