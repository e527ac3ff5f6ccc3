"""The first page: what changed since the last look, where each story stands in brief, and what is wrong with inputs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from parley.ledger import Change, Ledger, StoryAccount
from parley.ledger.changes import changes_between
from parley.model import Story
from parley.pages.across import ChangeRow, change_row, changes_page
from parley.pages.board import BoardCell, board_page
from parley.pages.listing import ListPage
from parley.pages.stories import StoryRow, story_rows

__all__ = [
    "ChangeGroup",
    "ChangesPage",
    "HomePage",
    "HomeStory",
    "LatestPosition",
    "changed_page",
    "home_changes",
    "home_page",
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


def home_page(ledger: Ledger) -> HomePage:
    """The first page of a record; looking at it moves no mark (see `Ledger.look`)."""
    store, since = ledger.store, ledger.derived.last_look()
    came, stories = set(store.recorded_after(since or "")), ledger.derived.chief()
    after = ledger.accounts_of(_shown(stories, came))
    changes = home_changes(ledger, [found for found in after if came.intersection(found.story.reports)])
    rows = {row.id: row for row in story_rows(ledger, [found.story for found in after])}
    told = sorted((_story(found, rows[found.story.id], changes) for found in after), key=_order)
    return HomePage(
        since,
        store.last_recorded() or None,
        len(store.published()),
        len(came),
        _groups(changes),
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
    found = ledger.changes(story=story, since=since, recorded_since=None if since else looked)
    page = changes_page([change for change in found if kind in (None, change.kind)])
    return ChangesPage(page.kind, page.rows, page.total, since or looked)


def home_changes(ledger: Ledger, after: Sequence[StoryAccount]) -> tuple[Change, ...]:
    """What moved in the stories' accounts since the last look; all that ever did before the first."""
    since = ledger.derived.last_look()
    earlier = ledger.accounts_of([found.story for found in after], recorded_by=since) if since is not None else ()
    before = {found.story.id: found for found in earlier if found.entries}
    return tuple(change for found in after for change in changes_between(before.get(found.story.id), found))


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


def _groups(changes: Iterable[Change]) -> tuple[ChangeGroup, ...]:
    of_kind: dict[str, list[Change]] = {kind: [] for kind in _KINDS}
    for change in changes:
        of_kind[change.kind].append(change)
    return tuple(_group(kind, found) for kind, found in of_kind.items() if found)


def _group(kind: str, found: Sequence[Change]) -> ChangeGroup:
    newest = sorted(found, key=lambda change: change.entry.report.published or "", reverse=True)
    return ChangeGroup(kind, len(found), tuple(map(change_row, newest[:_ROWS])))


def _story(found: StoryAccount, row: StoryRow, changes: Iterable[Change]) -> HomeStory:
    board = board_page(found.board)
    cells = [LatestPosition(row.issue, cell) for row in board.rows for cell in row.cells if cell.standing == "held"]
    newest = sorted(cells, key=lambda each: each.cell.as_of or "", reverse=True)
    one_each = {each.cell.claim: each for each in reversed(newest)}  # one claim on several issues is told once
    latest = [each for each in newest if one_each[each.cell.claim] is each][:_LATEST]
    moved = sum(change.story == found.story.name for change in changes)
    return HomeStory(row, tuple(latest), len(cells), len(board.open), moved)
