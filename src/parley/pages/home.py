"""The first page: what changed since the last look, where each story stands in brief, and what is wrong with inputs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from parley.ledger import Change, Ledger, StoryAccount
from parley.ledger.changes import changes_between
from parley.ledger.kept import Kept
from parley.model import Story
from parley.pages.across import ChangeRow, change_row, changes_page
from parley.pages.board import BoardCell, BoardPage, board_page
from parley.pages.listing import ListPage
from parley.pages.stories import StoryRow, story_rows
from parley.store.code import code_digest

__all__ = [
    "ChangeGroup",
    "ChangesPage",
    "HomePage",
    "HomeStory",
    "LatestPosition",
    "changed_page",
    "home_page",
    "latest_positions",
]

_ROWS = 6  # changes of a kind
_STORIES = 8
_LATEST = 4  # positions of a story
_KINDS = ("contradiction", "correction", "denial", "position", "agreement", "figure", "stale")


class ChangeGroup(msgspec.Struct, frozen=True):
    """The newest changes of one kind, of how many in all."""

    kind: str
    total: int
    rows: tuple[ChangeRow, ...]


class LatestPosition(msgspec.Struct, frozen=True):
    """A cell of a story's board with its issue."""

    issue: str
    cell: BoardCell


class HomeStory(msgspec.Struct, frozen=True):
    """A story in brief: its newest positions, how many positions there are, how many demands and offers stand open,
    and how much moved since the last look."""

    story: StoryRow
    latest: tuple[LatestPosition, ...]
    positions: int
    open: int
    moved: int


class ChangesPage(ListPage[ChangeRow], frozen=True):
    """What moved, the newest first; `since` an ISO day, or the ISO time of the last look, None for all that ever did."""

    since: str | None = None


class HomePage(msgspec.Struct, frozen=True):
    """What changed since the newest report recorded by ISO time `since` (None: nobody has looked yet).

    `came` counts the reports recorded after it, `newest` is when the newest was; `stories` are the first of
    `stories_total`, `problems` counts those of inputs.
    """

    since: str | None
    newest: str | None
    reports: int
    came: int
    changes: tuple[ChangeGroup, ...]
    stories: tuple[HomeStory, ...]
    stories_total: int
    problems: int


class _Brief(msgspec.Struct, frozen=True):
    """What is shown of a story, and what moved in it since the last look."""

    story: HomeStory
    changes: tuple[ChangeRow, ...]


def home_page(ledger: Ledger) -> HomePage:
    """The first page of a record; looking at it moves no mark (see `Ledger.look`)."""
    store, since = ledger.store, ledger.derived.last_look()
    came, stories = set(store.recorded_after(since or "")), ledger.derived.chief()
    briefs = _briefs(ledger, _shown(stories, came), since)
    told = sorted((brief.story for brief in briefs), key=_order)
    return HomePage(
        since,
        store.last_recorded() or None,
        store.count(),
        len(came),
        _groups(row for brief in briefs for row in brief.changes),
        tuple(told[:_STORIES]),
        len(stories),
        len(ledger.problems()),
    )


def changed_page(
    ledger: Ledger, *, story: str | None = None, kind: str | None = None, since: str | None = None
) -> ChangesPage:
    """What moved since an ISO day, else since the last look, in all stories or one; of every kind or one.

    Raises what `Ledger.accounts` raises.
    """
    looked = ledger.derived.last_look()
    if since is not None:
        found = ledger.changes(story=story, since=since)
        page = changes_page([change for change in found if kind in (None, change.kind)])
        return ChangesPage(page.kind, page.rows, page.total, since)
    came = set(ledger.store.recorded_after(looked or ""))
    wanted = ledger.derived.chief() if story is None else (ledger.story(story),)
    briefs = _briefs(ledger, [each for each in wanted if not came.isdisjoint(each.reports)], looked)
    rows = [row for brief in briefs for row in brief.changes if kind in (None, row.kind)]
    shown = (
        *(row for row in reversed(rows) if row.published is not None),
        *(row for row in rows if row.published is None),
    )
    return ChangesPage("changes", shown, len(rows), looked)


def _briefs(ledger: Ledger, stories: Sequence[Story], since: str | None) -> tuple[_Brief, ...]:
    def made(wanted: Sequence[Story]) -> Sequence[_Brief]:
        after = ledger.accounts_of(wanted)
        earlier = ledger.accounts_of(wanted, recorded_by=since) if since is not None else ()
        before = {found.story.id: found for found in earlier if found.entries}
        rows = story_rows(ledger, wanted)
        moved = [changes_between(before.get(found.story.id), found) for found in after]
        return [_brief(*each) for each in zip(after, rows, moved, strict=True)]

    code = code_digest("pages")
    return ledger.of_each(stories, Kept("home", f"{code} {since}", _Brief, made))


def _shown(stories: Iterable[Story], came: set[str]) -> list[Story]:
    """Those in which something may have moved, and of the others as many of the largest as may be shown."""
    moved: list[Story] = []
    rest: list[Story] = []
    for story in stories:
        (rest if came.isdisjoint(story.reports) else moved).append(story)
    return [*moved, *sorted(rest, key=lambda story: (-len(story.reports), story.id))[:_STORIES]]


def _order(told: HomeStory) -> tuple[int, int, str]:
    """Where most moved stands first, then where most is reported."""
    return -told.moved, -told.story.reports, told.story.id


def _groups(changes: Iterable[ChangeRow]) -> tuple[ChangeGroup, ...]:
    of_kind: dict[str, list[ChangeRow]] = {kind: [] for kind in _KINDS}
    for change in changes:
        of_kind[change.kind].append(change)
    return tuple(_group(kind, found) for kind, found in of_kind.items() if found)


def _group(kind: str, found: Sequence[ChangeRow]) -> ChangeGroup:
    newest = sorted(found, key=lambda row: row.published or "", reverse=True)
    return ChangeGroup(kind, len(found), tuple(newest[:_ROWS]))


def latest_positions(board: BoardPage, most: int) -> tuple[LatestPosition, ...]:
    """The newest positions held on a board, at most so many; one claim on several issues is told once."""
    newest = sorted(_held(board), key=lambda each: each.cell.as_of or "", reverse=True)
    one_each = {each.cell.claim: each for each in reversed(newest)}
    return tuple([each for each in newest if one_each[each.cell.claim] is each][:most])


def _held(board: BoardPage) -> list[LatestPosition]:
    return [LatestPosition(row.issue, cell) for row in board.rows for cell in row.cells if cell.standing == "held"]


def _brief(found: StoryAccount, row: StoryRow, changes: Sequence[Change]) -> _Brief:
    board = board_page(found.board)
    story = HomeStory(row, latest_positions(board, _LATEST), len(_held(board)), len(board.open), len(changes))
    return _Brief(story, tuple(map(change_row, changes)))
