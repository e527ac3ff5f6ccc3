"""A story's board with the days it can be seen as of, and the moves behind one of its cells."""

from __future__ import annotations

import msgspec

from parley.errors import ParleyError
from parley.ledger import Ledger, Position
from parley.ledger.board import positions_of
from parley.model import Move
from parley.pages.board import BoardPage, board_page, position_chain, position_words
from parley.pages.listing import quote_of
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
    """The moves of one party on one issue, newest first."""

    id: str
    name: str
    issue: str
    party: str
    published_by: str | None
    moves: tuple[CellMove, ...]


def story_board(ledger: Ledger, story: str, *, published_by: str | None = None) -> StoryBoard:
    """The board of the story that answers to a name or id, as the reports published by an ISO day gave it.

    Raises what `Ledger.accounts` raises.
    """
    found = ledger.story(story)
    published = ledger.published(found.reports).values()
    by = [day for day in published if not (published_by and day and day[:10] > published_by)]
    part = StoryPart("board", BoardPage, lambda account: board_page(account.board, by))
    board = part_of_story(ledger, found, part, published_by)
    return StoryBoard(found.id, found.name, board, tuple(sorted({day[:10] for day in published if day})))


def cell_page(ledger: Ledger, story: str, *, issue: str, party: str, published_by: str | None = None) -> CellPage:
    """The moves behind a cell of a story's board. Raises EmptyCellError, and what `Ledger.accounts` raises."""
    (found,) = ledger.accounts(story=story, published_by=published_by)
    cell = found.board.cell(issue, party)
    if cell is None:
        raise EmptyCellError(found.story.name, issue, party)
    shown = cell.position or cell.not_held[0]
    positions = positions_of(found.entries.values(), parties=found.account.parties, told=found.told)
    behind = [each for each in reversed(positions) if (each.issue, each.party) == (issue, party)]
    moves = tuple(_move(each, holds=each.entry.claim.id == shown.entry.claim.id) for each in behind)
    return CellPage(found.story.id, found.story.name, issue, party, published_by, moves)


def _move(position: Position, *, holds: bool) -> CellMove:
    entry, move = position.entry, position.entry.claim.body
    assert isinstance(move, Move)
    return CellMove(
        position.as_of,
        position.as_of_basis,
        position.act,
        position.standing,
        actors_words(move.to),
        position_words(position),
        factuality_words(entry.claim.factuality),
        " ← ".join(position_chain(position)),
        quote_of(entry),
        holds,
        decided_words(entry.judgements),
        entry.report.id,
        entry.claim.id,
    )
