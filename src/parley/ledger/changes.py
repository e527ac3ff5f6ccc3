"""What moved in a story between two looks at its reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from parley.ledger.accounts import StoryAccount
from parley.ledger.board import Board, Cell, Position
from parley.ledger.entries import Entry
from parley.model import Point, Relation

__all__ = ["Change", "ChangeKind", "changes_between"]

ChangeKind = Literal["position", "figure", "stale", "correction", "contradiction", "denial", "agreement"]
_KINDS: dict[str, ChangeKind] = {"correction": "correction", "contradiction": "contradiction", "denies": "denial"}


class Change(msgspec.Struct, frozen=True, gc=False):
    """What a claim brought: a new position on the board, a newer figure, a correction, contradiction or denial, a deal.

    `stale` is a figure that was out of date when it was told. `before` is the claim whose place it takes or which it
    bears on, None where there was none; `party` and `issue` are those of a position, `rule` is what says so.
    """

    kind: ChangeKind
    story: str
    entry: Entry
    before: Entry | None = None
    party: str = ""
    issue: str = ""
    rule: str = ""


def changes_between(before: StoryAccount | None, after: StoryAccount) -> tuple[Change, ...]:
    """What the claims of `after` that are not in `before` changed, by day of publication; all of it without `before`."""
    known = frozenset(before.entries) if before else frozenset[str]()
    board = before.board if before else None
    found = (*_positions(board, after), *_figures(known, after), *_relations(known, after), *_deals(known, after))
    return tuple(sorted(found, key=_order))


def _order(change: Change) -> tuple[bool, str, str, str, str, str]:
    published = change.entry.report.published
    return published is None, published or "", change.entry.claim.id, change.kind, change.issue, change.party


def _positions(before: Board | None, after: StoryAccount) -> Iterator[Change]:
    for cell in after.board.cells:
        earlier = _same_cell(before, cell)
        if cell.position is None or (earlier and earlier.entry.claim.id == cell.position.entry.claim.id):
            continue
        told = earlier.entry if earlier else None
        yield Change("position", after.story.name, cell.position.entry, told, cell.party, cell.issue)


def _same_cell(before: Board | None, cell: Cell) -> Position | None:
    earlier = before.cell(cell.issue, cell.party) if before else None
    return earlier.position if earlier else None


def _figures(known: frozenset[str], after: StoryAccount) -> Iterator[Change]:
    """Newer figures of a series, and first ones of a series that several reports tell."""
    for series in after.account.series:
        shared = len({after.entries[claim].report.id for claim in series.claims}) > 1
        for line in series.lines:
            points: list[Point | None] = [None, *line.points]
            for earlier, point in zip(points, line.points, strict=False):
                if known.isdisjoint(point.claims) and (earlier or shared):
                    told = after.entries[earlier.claims[0]] if earlier else None
                    entry = after.entries[point.claims[0]]
                    yield Change("figure", after.story.name, entry, told, line.name, series.title, point.rule)
                for stale in point.stale:
                    if stale.claim not in known:
                        entry, told = after.entries[stale.claim], after.entries[stale.newer]
                        yield Change("stale", after.story.name, entry, told, line.name, series.title, "figures:stale")


def _relations(known: frozenset[str], after: StoryAccount) -> Iterator[Change]:
    """The later of two claims is what brings a difference."""
    for relation in after.account.relations:
        ends = _ends(relation, after)
        if relation.kind in _KINDS and ends and not {end.claim.id for end in ends} <= known:
            told, entry = ends
            yield Change(_KINDS[relation.kind], after.story.name, entry, told, rule=relation.rule)


def _ends(relation: Relation, after: StoryAccount) -> tuple[Entry, Entry] | None:
    """Both claims, the one published first before the other."""
    if not {relation.one, relation.other} <= after.entries.keys():
        return None
    one, other = (after.entries[end] for end in (relation.other, relation.one))
    return (one, other) if (one.report.published or "") <= (other.report.published or "") else (other, one)


def _deals(known: frozenset[str], after: StoryAccount) -> Iterator[Change]:
    for deal in after.account.agreements:
        brought: Iterable[str] = (*deal.claims[:1], *deal.extensions, *deal.breached, *deal.collapse)
        for claim in dict.fromkeys(brought):
            if (
                claim not in known
                and claim in after.entries
                and not (claim in deal.claims and known & set(deal.claims))
            ):
                yield Change("agreement", after.story.name, after.entries[claim], issue=deal.name)
