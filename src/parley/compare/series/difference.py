"""Whether two figures are of one series, and if not, in which field they differ."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from parley.compare.series.names import is_within, outermost
from parley.compare.series.scope import Scope, Time, scope_of
from parley.model import Series
from parley.resolve.parties import Parties
from parley.resolve.told import Told

__all__ = ["ScopeDifference", "difference_of_scope"]

_PERSONS = "persons"


class ScopeDifference(msgspec.Struct, frozen=True, gc=False):
    """The field of a figure by which two figures count different things, and what each has there (None: not said)."""

    field: str
    one: str | None
    other: str | None


def difference_of_scope(
    one: Told, other: Told, parties: Parties, *, series: tuple[Series, ...] = ()
) -> ScopeDifference | None:
    """Why two figures are not compared: the first field in which they differ; None when they are of one series.

    The order is measure, unit, accounting, group, event, since, period, place, by, tense. With `series`, those of the
    story, figures that leave their place or time open are judged by the series they were put in.
    """
    if any(one.claim.id in each.claims and other.claim.id in each.claims for each in series):
        return None
    first, second = scope_of(one, parties), scope_of(other, parties)
    return next(_differences(first, second), _open(first, second) if series else None)


def _differences(one: Scope, other: Scope) -> Iterator[ScopeDifference]:
    yield from _field("measure", one.measure, other.measure)
    yield from _field("unit", one.unit, other.unit)
    if one.time.kind != other.time.kind and "open" not in {one.time.kind, other.time.kind}:
        yield ScopeDifference("accounting", _time_kind(one), _time_kind(other))
    yield from _field("group", one.kind or "people", other.kind or "people")
    yield from _times(one.time, other.time)
    yield from _places(one, other)
    if one.unit != _PERSONS and one.doers != other.doers:
        yield ScopeDifference("by", ", ".join(sorted(one.doers)) or None, ", ".join(sorted(other.doers)) or None)
    if one.planned != other.planned:
        yield ScopeDifference("tense", *("planned" if scope.planned else "past" for scope in (one, other)))


def _field(name: str, one: str | None, other: str | None) -> Iterator[ScopeDifference]:
    if one != other:
        yield ScopeDifference(name, one, other)


_ACCOUNTING = {"since": "cumulative", "moment": "stock", "increment": "increment", "event": "flow", "period": "flow"}


def _time_kind(scope: Scope) -> str | None:
    """How a figure adds up, told apart as series are: a flow is of an event or of a period."""
    kind = scope.time.kind
    return f"{_ACCOUNTING[kind]} of {kind}" if kind in {"event", "period"} else _ACCOUNTING.get(kind)


def _times(one: Time, other: Time) -> Iterator[ScopeDifference]:
    if "open" in {one.kind, other.kind} or one == other:
        return
    names = [str(t.days.first) if t.days and t.days.first == t.days.last else _range(t) for t in (one, other)]
    if one.kind == "event" and other.kind == "event":
        names = [f"{time.name} of {name}" for time, name in zip((one, other), names, strict=True)]
    if not (one.name == other.name and one.days and other.days and one.days.overlaps(other.days)):
        yield ScopeDifference(one.kind, *names)


def _range(time: Time) -> str:
    return f"{time.days.first}/{time.days.last}" if time.days else "not said"


def _places(one: Scope, other: Scope) -> Iterator[ScopeDifference]:
    """Places that differ, and people of different places; a place may be open where the people are of it."""
    at, to = _place(one), _place(other)
    if at is not None and to is not None and at != to:
        yield ScopeDifference("place", at, to)
        return
    nations = [scope.nation for scope in (one, other)]
    for nation, place in ((nations[0], to), (nations[1], at)):
        if nation is not None and place is not None and not is_within(place, nation):
            yield ScopeDifference("group", *nations)
            return
    if None not in nations and nations[0] != nations[1]:
        yield ScopeDifference("group", *nations)


def _place(scope: Scope) -> str | None:
    return outermost(scope.place) if scope.place is not None and scope.time.kind == "event" else scope.place


def _open(one: Scope, other: Scope) -> ScopeDifference | None:
    """What two figures that were not put together leave open."""
    if one.time.kind == "open" or other.time.kind == "open":
        return ScopeDifference("period", *(None if s.time.kind == "open" else _range(s.time) for s in (one, other)))
    return ScopeDifference("place", one.place, other.place)
