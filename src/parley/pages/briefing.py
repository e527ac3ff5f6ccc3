"""A story in about two printed pages: where it stands, what moved last, the talks, key figures, disagreements, sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from parley.ledger import Change, Ledger, StoryAccount, series_in, talks_in
from parley.ledger.tellings import source_standings
from parley.pages.across import (
    ChangeRow,
    DisagreementRow,
    StandingCountRow,
    changes_page,
    disagreements_page,
    standings_page,
)
from parley.pages.board import BoardAsk, BoardCell, BoardRow, board_page
from parley.pages.deals import DealRow
from parley.pages.figures import PointRow, SeriesBlock, series_page
from parley.pages.listing import ListPage
from parley.pages.of_story import StoryHead, story_head
from parley.pages.talks import RoundRow, ScaleRow, StoryTalks, story_talks

__all__ = ["Briefing", "briefing_page"]

_PARTIES, _ISSUES, _ASKS, _MOVED, _SCALES, _DEALS, _SERIES, _COUNTS, _PAIRS, _SOURCES = 5, 8, 5, 6, 1, 3, 3, 3, 4, 6


class Briefing(msgspec.Struct, frozen=True):
    """The chief things of a story; of each list the first or newest, with how many there are in all.

    `rows` are the issues of the board moved on last, with cells of `parties` alone; `issues` and `all_parties` count them
    all. `moved` is what moved since an ISO day (`since`), without one what moved last. Of a series the counts that stand.
    """

    story: StoryHead
    parties: tuple[str, ...]
    all_parties: int
    rows: tuple[BoardRow, ...]
    issues: int
    open: ListPage[BoardAsk]
    since: str | None
    moved: ListPage[ChangeRow]
    scales: ListPage[ScaleRow]
    rounds: tuple[RoundRow, ...]
    deals: ListPage[DealRow]
    series: ListPage[SeriesBlock]
    differ: ListPage[DisagreementRow]
    sources: ListPage[StandingCountRow]


def briefing_page(ledger: Ledger, found: StoryAccount, changes: Sequence[Change], since: str | None) -> Briefing:
    """The briefing on a story by its account and what moved in it since an ISO day (None: ever)."""
    board, talks = board_page(found.board), story_talks(talks_in(found))
    parties = board.parties[:_PARTIES]
    rows = [each for row in board.rows if (each := _of_parties(row, parties)).cells]
    figures = series_page(series_in(found), limit=_SERIES)
    return Briefing(
        story_head(ledger, found.story),
        parties,
        len(board.parties),
        _newest(rows),
        len(board.rows),
        ListPage("open", board.open[:_ASKS], len(board.open)),
        since,
        changes_page(changes, _MOVED),
        _scales(talks),
        talks.rounds,
        ListPage("deals", talks.deals[-_DEALS:], len(talks.deals)),
        ListPage("series", tuple(map(_standing, figures.series)), figures.total),
        disagreements_page([found], _PAIRS),
        standings_page(source_standings([found]), _SOURCES),
    )


def _of_parties(row: BoardRow, parties: Iterable[str]) -> BoardRow:
    return BoardRow(row.issue, tuple(cell for cell in row.cells if cell.party in parties))


def _newest(rows: Sequence[BoardRow]) -> tuple[BoardRow, ...]:
    """Those moved on last, in the order of the board."""
    latest = sorted(rows, key=lambda row: max(map(_day, row.cells)), reverse=True)[:_ISSUES]
    return tuple(row for row in rows if row in latest)


def _day(cell: BoardCell) -> str:
    return cell.as_of or ""


def _scales(talks: StoryTalks) -> ListPage[ScaleRow]:
    """What most was asked and offered on."""
    several = [scale for scale in talks.scales if len(scale.points) > 1]
    most = sorted(several, key=lambda scale: -len(scale.points))
    return ListPage("scales", tuple(most[:_SCALES]), len(several))


def _standing(block: SeriesBlock) -> SeriesBlock:
    """A series with its newest counts that nothing has replaced."""
    standing = [row for row in block.rows if row.standing not in ("superseded", "corrected")]
    return msgspec.structs.replace(block, rows=tuple(sorted(standing, key=_counted)[-_COUNTS:]))


def _counted(row: PointRow) -> tuple[str, str]:
    return row.day or row.published or "", row.id
