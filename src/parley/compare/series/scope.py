"""What a figure counts: the fields in which two figures must agree to be of one series."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Literal

import msgspec

from parley.compare.series.names import group_of, is_within, nations_in, office_of, place_of
from parley.lexicon import load_lexicon
from parley.lexicon.measures import Measures
from parley.lexicon.series import load_series
from parley.model import Figure
from parley.model.intervals import Days, days_of
from parley.model.series import Accounting
from parley.resolve.parties import Parties
from parley.resolve.told import Told

__all__ = ["Scope", "Time", "as_of_day", "figure_of", "scope_of"]

_NAMED_EVENT = re.compile(r"(?P<name>.+?) of (?P<days>\d{4}.*)")
# A period that ends with the count's own day and is at least so long is the time since its start ("this year").
_RUNNING_DAYS = 6

TimeKind = Literal["event", "since", "period", "moment", "increment", "open"]


class Time(msgspec.Struct, frozen=True, gc=False, order=True):
    """Over which time a figure counts.

    An `event` (by name and days), all `since` a day, a `period`, a `moment`, an `increment` since the count before, or
    left `open` by the report.
    """

    kind: TimeKind
    days: Days | None = None
    name: str | None = None


class Scope(msgspec.Struct, frozen=True, gc=False):
    """What a figure counts.

    `kind` of people, empty for people in general, or the words for what is counted; `nation` the place they belong to where
    that says more than `place`; `doers` the sides that did it, `lands` the places those belong to; `deed` the name of the kind of
    event that made a count whose time is open.
    """

    measure: str
    unit: str | None
    kind: str
    nation: str | None
    place: str | None
    time: Time
    accounting: Accounting | None
    planned: bool
    doers: frozenset[str] = frozenset()
    lands: frozenset[str] = frozenset()
    deed: str | None = None


def figure_of(told: Told) -> Figure:
    """The figure of a told claim. Raises TypeError for a claim of another kind."""
    if not isinstance(told.claim.body, Figure):
        raise TypeError(f"{told.claim.id} is a {told.claim.kind}, no figure")
    return told.claim.body


def as_of_day(told: Told) -> date | None:
    """The day on which a figure was counted, or after which it was not; None when neither is known."""
    figure = figure_of(told)
    found = days_of(figure.as_of) or days_of(told.published and told.published[:10])
    published = days_of(told.published and told.published[:10])
    if found is None:
        return None
    # "So far in 2023": a year or a month that runs on ends with the report.
    return published.last if published is not None and found.contains(published) else found.last


def scope_of(told: Told, parties: Parties) -> Scope:
    """What a figure counts, by its own words and, for the place of a count by a place's own office, by whose it is."""
    figure = figure_of(told)
    kind, nation = group_of(figure.group)
    if not kind and nation is None:
        kind = load_series().implied.get(figure.measure, kind)
    place = place_of(figure.place) or _office_place(told, nation)
    facts = told.claim.factuality
    return Scope(
        measure=figure.measure,
        unit=figure.quantity.unit,
        kind=kind,
        nation=None if place is not None and nation is not None and is_within(place, nation) else nation,
        place=place,
        time=_time(figure, as_of_day(told)),
        accounting=figure.accounting,
        planned=facts.tense in {"planned", "hypothetical"},
        doers=frozenset(parties.side(actor, told.claim.report) for actor in figure.by),
        lands=_lands(figure),
        deed=_deed(figure.cause),
    )


@cache
def _deed(cause: str | None) -> str | None:
    """The name under which events such as a cause go ("raid" is an attack), by its last word."""
    words = (cause or "").casefold().split()
    events = load_lexicon("measures", Measures).events
    return next((name for name, called in events.items() if words and words[-1] in called), None)


def _office_place(told: Told, nation: str | None) -> str | None:
    """The place of the office on whose word a count of people is: its own, unless the counted belong elsewhere."""
    chain = told.claim.attribution.chain
    office = office_of(chain[-1].name) if chain else None
    if office is None or office[1] is None or figure_of(told).measure not in _TOLLS:
        return None
    at = office[1]
    if at not in _areas() or (nation is not None and not is_within(at, nation)):
        return None
    return at


_TOLLS = frozenset({"killed", "injured", "missing", "displaced", "affected"})


@cache
def _areas() -> frozenset[str]:
    """The areas that no other lies within: whose offices count there and nowhere else."""
    wholes = {area.within for area in load_series().area}
    return frozenset(area.name for area in load_series().area if area.name not in wholes or area.within in wholes)


def _lands(figure: Figure) -> frozenset[str]:
    """The places to which those belong who did it, by their names and by the words for what they did."""
    words = [actor.acts_for or actor.name for actor in figure.by] or [figure.cause or ""]
    found = frozenset[str]().union(*(nations_in(each) for each in words))
    return found if len(found) == 1 else frozenset()


def _time(figure: Figure, as_of: date | None) -> Time:
    if figure.accounting == "stock":
        return Time("moment")
    if (event := _event_time(figure.event)) is not None:
        return event
    since = days_of(figure.since)
    if since is not None:
        return Time("since", since)
    if figure.accounting == "increment":
        return Time("increment")
    period = days_of(figure.period)
    if period is None or period.first == date.min or period.last == date.max:
        return Time("open")
    if figure.measure == "released" and period.first == period.last:
        return Time("increment")  # those let go on one day come on top of those let go before
    running = as_of is not None and period.first <= as_of <= period.last
    long = (period.last - period.first).days >= _RUNNING_DAYS
    return Time("since", Days(period.first, period.first)) if running and long else Time("period", period)


def _event_time(name: str | None) -> Time | None:
    found = _NAMED_EVENT.fullmatch(name or "")
    days = days_of(found["days"]) if found is not None else None
    if found is None or days is None:
        return None
    if found["name"] in load_series().lasting:
        return Time("since", days)
    return Time("event", days, found["name"])
