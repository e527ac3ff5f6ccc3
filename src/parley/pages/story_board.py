"""A story's board with the days it can be seen as of, and the moves behind one of its cells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import msgspec

from parley.errors import ParleyError
from parley.ledger import Entry, Ledger, Position, StoryAccount
from parley.ledger.board import positions_of
from parley.model import Move
from parley.pages.board import BoardPage, board_page, entry_chain, move_words
from parley.pages.claim_rows import Cut, quote_of, whole
from parley.pages.kept_parts import PartsOf, Ref, part_of, refs_of, shown
from parley.pages.of_story import StoryPart, part_of_story
from parley.pages.words import actors_words, decided_words, factuality_words

__all__ = ["CellMove", "CellPage", "EmptyCellError", "StoryBoard", "cell_page", "story_board"]


class EmptyCellError(ParleyError):
    """The party did nothing on the issue that the record tells of."""

    def __init__(self, story: str, issue: str, party: str) -> None:
        """What was asked for, by name."""
        super().__init__(
            f"the record of '{story}' tells of no move by '{party}' on '{issue}'; the board has those there are"
        )


class StoryBoard(msgspec.Struct, frozen=True):
    """The board of a story (`id`); `days` are those on which reports of it were published, oldest first."""

    id: str
    name: str
    board: BoardPage
    days: tuple[str, ...]


class CellMove(msgspec.Struct, frozen=True):
    """A move of a party on an issue; the fields as in `BoardCell`. `holds` marks the one that the board shows."""

    as_of: str | None
    as_of_basis: str
    act: str
    standing: str
    to: str
    words: str
    doubt: str
    chain: str
    quote: str
    holds: bool
    decided: str
    report: str
    claim: str


class CellPage(msgspec.Struct, frozen=True):
    """The moves of one party on one issue, newest first; `total` counts them, of which the page may hold some."""

    id: str
    name: str
    issue: str
    party: str
    published_by: str | None
    moves: tuple[CellMove, ...]
    total: int


def story_board(ledger: Ledger, story: str, *, published_by: str | None = None) -> StoryBoard:
    """The board of the story that answers to a name or id, as the reports published by an ISO day gave it.

    Raises what `Ledger.accounts` raises.
    """
    found = ledger.story(story)
    published = ledger.published(found.reports).values()

    def made(account: StoryAccount) -> BoardPage:
        if published_by is None:
            return board_page(account.board, tuple(published))
        shown = ledger.reports(story=found.id, published_by=published_by)
        return board_page(account.board, [each.report.published for each in shown])

    part = StoryPart("board", BoardPage, made)
    board = part_of_story(ledger, found, part, published_by)
    return StoryBoard(found.id, found.name, board, tuple(sorted({day[:10] for day in published if day})))


def cell_page(
    ledger: Ledger, story: str, *, issue: str, party: str, published_by: str | None = None, cut: Cut = whole
) -> CellPage:
    """The moves behind a cell of a story's board, those that are `cut` of them (moves).

    Raises EmptyCellError, and what `Ledger.accounts` raises.
    """
    of = ledger.story(story)
    if published_by is None:
        behind = part_of(ledger, of, _CELLS, _name_of(issue, party)) or ()
    else:
        (found,) = ledger.accounts(story=of.id, published_by=published_by)
        behind = dict(_cells(found)).get(_name_of(issue, party), ())
    if not behind:
        raise EmptyCellError(of.name, issue, party)
    chosen = behind[cut("moves", len(behind))]
    entries = shown(ledger, of, (each.ref for each in chosen))
    moves = tuple(_move(each, entries[each.ref.claim], issue) for each in chosen)
    return CellPage(of.id, of.name, issue, party, published_by, moves, len(behind))


class _Behind(msgspec.Struct, frozen=True, gc=False):
    """A move behind a cell; the other fields as in `CellMove`."""

    ref: Ref
    as_of: str | None
    as_of_basis: str
    standing: str
    holds: bool


def _name_of(issue: str, party: str) -> str:
    return f"{issue} {party}"


def _cells(found: StoryAccount) -> Iterator[tuple[str, tuple[_Behind, ...]]]:
    """What is behind each cell of the board."""
    behind = _newest_first(found)
    for cell in found.board.cells:
        held = (cell.position or cell.not_held[0]).entry.claim.id
        positions = behind[cell.issue, cell.party]
        yield _name_of(cell.issue, cell.party), tuple(_behind(each, held) for each in positions)


def _behind(position: Position, held: str) -> _Behind:
    (ref,) = refs_of([position.entry])
    return _Behind(ref, position.as_of, position.as_of_basis, position.standing, ref.claim == held)


_CELLS = PartsOf("cells", tuple[_Behind, ...], _cells)


def _newest_first(found: StoryAccount) -> dict[tuple[str, str], list[Position]]:
    """By issue and party the positions behind each cell."""
    behind: dict[tuple[str, str], list[Position]] = defaultdict(list)
    for position in reversed(positions_of(found.entries.values(), parties=found.account.parties, told=found.told)):
        behind[position.issue, position.party].append(position)
    return behind


def _move(behind: _Behind, entry: Entry, issue: str) -> CellMove:
    move = entry.claim.body
    assert isinstance(move, Move)
    return CellMove(
        behind.as_of,
        behind.as_of_basis,
        move.act,
        behind.standing,
        actors_words(move.to),
        move_words(move, issue),
        factuality_words(entry.claim.factuality),
        " ← ".join(entry_chain(entry)),
        quote_of(entry),
        behind.holds,
        decided_words(entry.judgements),
        entry.report.id,
        entry.claim.id,
    )
