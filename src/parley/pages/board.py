"""The board as a page: issue by party, the latest position, and what is still asked and offered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from parley.errors import ParleyError
from parley.ledger import Ask, Board, Cell, Entry, Ledger, NotRecordedError, Position
from parley.ledger.board import board_of
from parley.model import Move
from parley.pages.claim_rows import quote_of
from parley.pages.words import (
    about_words,
    actors_words,
    decided_words,
    factuality_words,
    said_terms,
    source_words,
)

__all__ = [
    "BoardAsk",
    "BoardCell",
    "BoardPage",
    "BoardRow",
    "BoardsPage",
    "CellRow",
    "UnknownStoryError",
    "board_cell",
    "board_page",
    "boards_page",
    "cell_rows",
    "entry_chain",
    "move_words",
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
    A deal on the issue, the claim `overtaken_by`, may be newer: `overtaken_on` is its day. The claim `denied_by` may deny it.
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
    issue: str = ""
    overtaken_by: str = ""
    overtaken_on: str | None = None
    denied_by: str = ""


class BoardRow(msgspec.Struct, frozen=True):
    """One issue with the cells of the parties that have a position on it."""

    issue: str
    cells: tuple[BoardCell, ...]


class BoardAsk(msgspec.Struct, frozen=True):
    """A demand or offer to which the record holds no answer, told in `reports` reports; one claim on several issues is one.

    `decided` says who judged the claim.
    """

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
    decided: str = ""


class BoardPage(msgspec.Struct, frozen=True):
    """One board: `parties` in the order of the columns, `open` newest first; `story` is None for reports that stand alone.

    `beside` holds the latest positions of parties in moves that are not of the story's talks.
    """

    story: str | None
    published_by: str | None
    reports: int
    first: str | None
    last: str | None
    parties: tuple[str, ...]
    rows: tuple[BoardRow, ...]
    open: tuple[BoardAsk, ...]
    beside: tuple[BoardCell, ...] = ()


class BoardsPage(msgspec.Struct, frozen=True):
    """A board for each story, and one for the reports that stand alone."""

    boards: tuple[BoardPage, ...]


class CellRow(msgspec.Struct, frozen=True):
    """A cell of a board as one flat row; the fields as in `BoardCell`, the chain in words."""

    issue: str
    party: str
    act: str
    standing: str
    words: str
    doubt: str
    as_of: str | None
    as_of_basis: str
    chain: str
    quote: str
    moves: int
    decided: str
    report: str
    claim: str


def cell_rows(page: BoardPage) -> tuple[CellRow, ...]:
    """The cells of a board, row by row."""
    return tuple(_cell_row(row.issue, cell) for row in page.rows for cell in row.cells)


def _cell_row(issue: str, cell: BoardCell) -> CellRow:
    same = {name: getattr(cell, name) for name in CellRow.__struct_fields__ if name not in ("issue", "chain")}
    return CellRow(issue=issue, chain=" ← ".join(cell.chain), **same)


def boards_page(ledger: Ledger, *, story: str | None = None, published_by: str | None = None) -> BoardsPage:
    """The board of a story (name, id or beginning of one), or of every story that has one.

    Raises BadDateError, AmbiguousError, and UnknownStoryError when there is no such story.
    """
    try:
        accounts = ledger.accounts(story=story, published_by=published_by)
    except NotRecordedError as error:
        known = [each.name for each in ledger.stories() if each.given or len(each.reports) > 1]
        raise UnknownStoryError(story or "", known) from error
    shown = [found for found in accounts if story is not None or found.story.given or found.story.talks]
    boards = [board_page(found.board, _days(ledger, found.story.id, published_by)) for found in shown]
    if story is None:
        boards += _alone(ledger, {report for found in shown for report in found.story.reports}, published_by)
    return BoardsPage(tuple(boards))


def _days(ledger: Ledger, story: str, published_by: str | None) -> list[str | None]:
    return [recorded.report.published for recorded in ledger.reports(story=story, published_by=published_by)]


def _alone(ledger: Ledger, in_stories: set[str], published_by: str | None) -> Iterator[BoardPage]:
    """A board for the reports that are in no story shown, if there are any."""
    everything = ledger.reports(published_by=published_by)
    published = [each.report.published for each in everything if each.report.id not in in_stories]
    if published:
        view = ledger.view(kind="move", published_by=published_by)
        entries = (entry for entry in view.entries if entry.report.id not in in_stories)
        yield board_page(board_of(entries, published_by=published_by), published)


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
        tuple(board_cell(cell) for cell in board.beside),
    )


def _cells(board: Board, issue: str) -> list[BoardCell]:
    found = (board.cell(issue, party) for party in board.parties)
    return [board_cell(cell) for cell in found if cell is not None]


def board_cell(cell: Cell) -> BoardCell:
    """The position in a cell in words."""
    shown = cell.position or cell.not_held[0]
    claim, report = shown.entry.claim, shown.entry.report
    return BoardCell(
        cell.party,
        _act_words(shown),
        shown.standing,
        _position_words(shown),
        "" if _opposes(shown) else factuality_words(claim.factuality),
        shown.as_of,
        shown.as_of_basis,
        entry_chain(shown.entry),
        quote_of(shown.entry),
        claim.id,
        report.id,
        cell.moves,
        decided_words(shown.entry.judgements),
        cell.issue,
        cell.overtaken_by.claim.id if cell.overtaken_by else "",
        cell.overtaken_on,
        cell.denied_by.claim.id if cell.denied_by else "",
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
        "; ".join(dict.fromkeys(_position_words(ask.position) for ask in asks)),
        asked.as_of,
        entry_chain(asked.entry),
        quote_of(asked.entry),
        max(ask.reports for ask in asks),
        asked.entry.claim.id,
        decided_words(asked.entry.judgements),
    )


def _act_words(position: Position) -> str:
    """What it does: who does "not back" terms, and says no more, opposes nothing."""
    if not _opposes(position):
        return position.act
    said = quote_of(position.entry).casefold().replace("n't", " not").replace("n’t", " not").split()
    return "not_support" if _NEGATIONS.intersection(said) else "oppose"


_NEGATIONS = frozenset({"not", "never"})


def _opposes(position: Position) -> bool:
    """Whether a party is told not to back terms but to be against them."""
    factuality = position.entry.claim.factuality
    return position.act == "support" and factuality.polarity == "negative" and factuality.certainty == "certain"


def _position_words(position: Position) -> str:
    """The terms on the position's issue, else what the move is about."""
    return move_words(_move(position), position.issue)


def move_words(move: Move, issue: str) -> str:
    """The terms of a move on an issue, else what it is about."""
    return said_terms(move, issue) or about_words(move.about) or said_terms(move)


def _move(position: Position) -> Move:
    assert isinstance(position.entry.claim.body, Move)
    return position.entry.claim.body


def entry_chain(entry: Entry) -> tuple[str, ...]:
    """On whose word a claim is told, from the outlet to the one who said it."""
    return (entry.report.outlet or "unknown outlet", *map(source_words, entry.claim.attribution.chain))
