"""The board as a page: issue by party, the latest position, and what is still asked and offered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from parley.errors import ParleyError
from parley.ledger import Ask, Board, Cell, Ledger, NotRecordedError, Position, View
from parley.ledger.board import board_of
from parley.model import Move, Story
from parley.pages.words import (
    about_words,
    actors_words,
    decided_words,
    factuality_words,
    quote_words,
    source_words,
    terms_words,
)
from parley.store import Recorded

__all__ = [
    "BoardAsk",
    "BoardCell",
    "BoardPage",
    "BoardRow",
    "BoardsPage",
    "UnknownStoryError",
    "board_page",
    "boards_page",
]


class UnknownStoryError(ParleyError):
    """No report is in the story."""

    def __init__(self, given: str, stories: list[str]) -> None:
        """`stories` are those there are."""
        known = (
            f"there are {'; '.join(stories)}" if stories else "none is named yet, give one with `parley add --story`"
        )
        super().__init__(f"no report is in the story '{given}'; {known}")


class BoardCell(msgspec.Struct, frozen=True):
    """One party's latest position on one issue.

    `standing` is held, denied or hypothetical; a cell shows what is not held only where nothing is. `words` are the
    terms, `doubt` what makes it less than a plain fact; `chain` runs from the outlet to the one who said it; `quote`
    are the words of the report that make the claim `claim`; `moves` counts the moves behind the cell, `decided` says who judged the claim.
    """

    party: str
    act: str
    standing: str
    words: str
    doubt: str
    as_of: str | None
    as_of_basis: str
    chain: tuple[str, ...]
    quote: str
    claim: str
    report: str
    moves: int
    decided: str = ""


class BoardRow(msgspec.Struct, frozen=True):
    """One issue with the cells of the parties that have a position on it."""

    issue: str
    cells: tuple[BoardCell, ...]


class BoardAsk(msgspec.Struct, frozen=True):
    """A demand or offer to which the record holds no answer, told in `reports` reports; one claim on several issues is one."""

    party: str
    act: str
    to: str
    issues: tuple[str, ...]
    words: str
    as_of: str | None
    chain: tuple[str, ...]
    quote: str
    reports: int
    claim: str


class BoardPage(msgspec.Struct, frozen=True):
    """One board: `parties` in the order of the columns, `open` newest first; `story` is None for reports that stand alone."""

    story: str | None
    published_by: str | None
    reports: int
    first: str | None
    last: str | None
    parties: tuple[str, ...]
    rows: tuple[BoardRow, ...]
    open: tuple[BoardAsk, ...]


class BoardsPage(msgspec.Struct, frozen=True):
    """A board for each story, and one for the reports that stand alone."""

    boards: tuple[BoardPage, ...]


def boards_page(ledger: Ledger, *, story: str | None = None, published_by: str | None = None) -> BoardsPage:
    """The board of a story (name, id or beginning of one), or of every story that has one.

    Raises BadDateError, AmbiguousError, and UnknownStoryError when there is no such story.
    """
    everything = ledger.reports(published_by=published_by)
    stories = ledger.stories()
    if story is not None:
        return BoardsPage((_of_story(ledger, _only(ledger, story, stories), published_by=published_by),))
    shown = [each for each in stories if each.given or (each.talks and len(each.reports) > 1)]
    boards = [_of_story(ledger, each, published_by=published_by) for each in shown]
    in_stories = {report for each in shown for report in each.reports}
    loose = [recorded for recorded in everything if recorded.report.id not in in_stories]
    if loose:
        boards.append(
            _in_no_story(ledger.view(kind="move", published_by=published_by), loose, published_by=published_by)
        )
    return BoardsPage(tuple(boards))


def _only(ledger: Ledger, story: str, stories: Sequence[Story]) -> Story:
    try:
        return ledger.story(story)
    except NotRecordedError as error:
        raise UnknownStoryError(
            story, [each.name for each in stories if each.given or len(each.reports) > 1]
        ) from error


def _of_story(ledger: Ledger, story: Story, *, published_by: str | None) -> BoardPage:
    view = ledger.view(kind="move", story=story.id, published_by=published_by)
    board = board_of(view.entries, story=story.name, published_by=published_by)
    reports = ledger.reports(story=story.id, published_by=published_by)
    return board_page(board, [recorded.report.published for recorded in reports])


def _in_no_story(view: View, reports: list[Recorded], *, published_by: str | None) -> BoardPage:
    ids = {recorded.report.id for recorded in reports}
    board = board_of((entry for entry in view.entries if entry.report.id in ids), published_by=published_by)
    return board_page(board, [recorded.report.published for recorded in reports])


def board_page(board: Board, published: Sequence[str | None] = ()) -> BoardPage:
    """The page of one board; `published` are the days of the reports in its story."""
    days = sorted(day[:10] for day in published if day)
    rows = tuple(BoardRow(issue, tuple(_cells(board, issue))) for issue in board.issues)
    return BoardPage(
        board.story,
        board.published_by,
        len(published),
        days[0] if days else None,
        days[-1] if days else None,
        board.parties,
        rows,
        _asks(board.open_asks),
    )


def _cells(board: Board, issue: str) -> list[BoardCell]:
    found = (board.cell(issue, party) for party in board.parties)
    return [_cell(cell) for cell in found if cell is not None]


def _cell(cell: Cell) -> BoardCell:
    shown = cell.position or cell.not_held[0]
    claim, report = shown.entry.claim, shown.entry.report
    return BoardCell(
        cell.party,
        shown.act,
        shown.standing,
        _about(shown),
        factuality_words(claim.factuality),
        shown.as_of,
        shown.as_of_basis,
        _chain(shown),
        _quote(shown),
        claim.id,
        report.id,
        cell.moves,
        decided_words(shown.entry.judgements),
    )


def _asks(asks: Iterable[Ask]) -> tuple[BoardAsk, ...]:
    by_claim: dict[tuple[str, str], list[Ask]] = defaultdict(list)
    for ask in asks:
        by_claim[ask.position.entry.claim.id, ask.position.party].append(ask)
    return tuple(_ask(same) for same in by_claim.values())


def _ask(asks: list[Ask]) -> BoardAsk:
    """Asks of one claim, one for each issue, as one."""
    asked = asks[0].position
    return BoardAsk(
        asked.party,
        asked.act,
        actors_words(_move(asked).to),
        tuple(ask.position.issue for ask in asks),
        "; ".join(dict.fromkeys(_about(ask.position) for ask in asks)),
        asked.as_of,
        _chain(asked),
        _quote(asked),
        max(ask.reports for ask in asks),
        asked.entry.claim.id,
    )


def _quote(position: Position) -> str:
    entry = position.entry
    return quote_words(entry.claim.mentions[0], entry.report.text)


def _about(position: Position) -> str:
    """The terms on the position's issue, else what the move is about."""
    move = _move(position)
    terms = terms_words(term for term in move.terms if term.issue == position.issue)
    return terms or about_words(move.about)


def _move(position: Position) -> Move:
    assert isinstance(position.entry.claim.body, Move)
    return position.entry.claim.body


def _chain(position: Position) -> tuple[str, ...]:
    sources = position.entry.claim.attribution.chain
    return (position.entry.report.outlet or "unknown outlet", *map(source_words, sources))
