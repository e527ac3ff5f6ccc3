"""How one claim stands in its story: who else tells what it tells, its relations to other claims, its place in a series.

Kept report by report beside the record, so that to tell it costs no more however many reports the story has.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

import msgspec

from parley.compare.retold import tellings_in
from parley.compare.series import ScopeDifference
from parley.ledger.accounts import StoryAccount
from parley.ledger.apart import Apart
from parley.ledger.entries import Entry
from parley.ledger.kept import KeptParts
from parley.ledger.selection import entries_named
from parley.ledger.stories import Stories
from parley.ledger.tellings import Tellings, origins_of, told_in
from parley.model import Relation, Staleness, Standing, Story
from parley.store import Store

__all__ = ["ClaimInStory", "CountInSeries", "claim_in_story"]

T = TypeVar("T")


class CountInSeries(msgspec.Struct, frozen=True, gc=False):
    """Where a figure stands: the id and title of its series, what became of its count and why, and when its own report was
    out of date."""

    series: str
    title: str
    standing: Standing
    why: str
    stale: tuple[Staleness, ...]


class ClaimInStory(msgspec.Struct, frozen=True, gc=False):
    """A claim in its story: the tellings of what it tells, itself alone where nobody else does, and its relations, each
    with the claim at the other end; of a figure its place in a series, and those near to it that it is not compared with."""

    story: Story
    tellings: Tellings
    related: tuple[tuple[Relation, Entry], ...]
    count: CountInSeries | None = None
    apart: tuple[tuple[Entry, ScopeDifference], ...] = ()


class _OfFigure(msgspec.Struct, frozen=True, gc=False):
    """What is kept of a figure: its count, and by claim the difference of those it is not compared with."""

    count: CountInSeries
    apart: tuple[tuple[str, ScopeDifference], ...]


class _OfReport(msgspec.Struct, frozen=True, gc=False):
    """What is kept of a report: by claim the first of those that tell the same, and what is kept of it as a figure; the
    relations of its claims; by id, in which report each claim of these stands."""

    told: dict[str, str]
    figures: dict[str, _OfFigure]
    relations: tuple[Relation, ...]
    where: dict[str, str]


def claim_in_story(
    store: Store, stories: Stories, story: Story, entry: Entry, *, make: Callable[[], StoryAccount]
) -> ClaimInStory:
    """How the claim of an entry stands in a story, as it is kept; `make` gives the account where that is out of date."""
    kept = KeptParts(store, stories, (story,), name="claims", make=lambda wanted: [_parts(make())])
    claim, report = entry.claim.id, entry.report.id
    (held,) = kept.part(report)
    own = _decoded(held, _OfReport) or _OfReport({}, {}, (), {})
    (group,) = kept.part(f"told {own.told[claim]}") if claim in own.told else (None,)
    same = _decoded(group, dict[str, str])
    told = same or {claim: report}
    relations = tuple(relation for relation in own.relations if claim in (relation.one, relation.other))
    figure = own.figures.get(claim)
    apart = figure.apart if figure is not None else ()
    ends = {end for relation in relations for end in (relation.one, relation.other)} | {other for other, _ in apart}
    entries = entries_named(store, story, {end: own.where[end] for end in ends if end in own.where} | told)
    origins = origins_of(stories.copies(told.values()))
    tellings = told_in((entries[each] for each in told if each in entries), origins)
    return ClaimInStory(
        story,
        tellings,
        tuple(_related(claim, relations, entries)),
        count=figure.count if figure is not None else None,
        apart=tuple((entries[other], why) for other, why in apart if other in entries),
    )


def _related(
    claim: str, relations: tuple[Relation, ...], entries: Mapping[str, Entry]
) -> Iterator[tuple[Relation, Entry]]:
    for relation in relations:
        if claim in (relation.one, relation.other):
            other = entries.get(relation.other if relation.one == claim else relation.one)
            if other is not None:
                yield relation, other


def _parts(found: StoryAccount) -> Iterator[tuple[str, bytes]]:
    """Those who tell the same, and what is kept of each report, each under its name."""
    where = {claim: entry.report.id for claim, entry in found.entries.items()}
    groups = tellings_in(found.account)
    for group in sorted(set(groups.values())):
        yield f"told {group[0]}", _encoded({claim: where[claim] for claim in group if claim in where})
    told, relations = defaultdict[str, dict[str, str]](dict), defaultdict[str, list[Relation]](list)
    for claim, group in groups.items():
        if claim in where:
            told[where[claim]][claim] = group[0]
    for relation in found.account.relations:
        for report in {where[end] for end in (relation.one, relation.other) if end in where}:
            relations[report].append(relation)
    figures = defaultdict[str, dict[str, _OfFigure]](dict)
    for claim, figure in _figures(found):
        figures[where[claim]][claim] = figure
    for report in sorted(told.keys() | relations.keys() | figures.keys()):
        own = tuple(relations[report])
        ends = {end for each in own for end in (each.one, each.other)}
        ends |= {other for figure in figures[report].values() for other, _ in figure.apart}
        kept = _OfReport(told[report], figures[report], own, {end: where[end] for end in ends if end in where})
        yield report, _encoded(kept)


def _figures(found: StoryAccount) -> Iterator[tuple[str, _OfFigure]]:
    """Every figure that stands in a series, with what is kept of it."""
    apart = Apart(found)
    for series in found.account.series:
        near = apart.from_series(series)
        for point in series.points:
            for claim in point.claims:
                entry = found.entries.get(claim)
                if entry is not None:
                    stale = tuple(each for each in point.stale if each.claim == claim)
                    count = CountInSeries(series.id, series.title, point.standing, point.why, stale)
                    others = apart.from_figure(entry, near)
                    yield claim, _OfFigure(count, tuple((other.claim.id, why) for other, why in others))


def _encoded(record: object) -> bytes:
    return msgspec.msgpack.encode(record, order="sorted")


def _decoded(record: bytes | None, kind: type[T]) -> T | None:
    return msgspec.msgpack.decode(record, type=kind) if record else None
