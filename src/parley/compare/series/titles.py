"""What a series counts, in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from parley.compare.series.scope import Scope, Time
from parley.lexicon.parties import places
from parley.lexicon.series import load_series
from parley.model.intervals import Days

__all__ = ["group_words", "title_of"]

_PERSONS = "persons"
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")  # fmt: skip


def group_words(scope: Scope) -> str:
    """Whom or what a series counts: the kind of people, else the people of a place, else people."""
    people = _people_of(scope.nation) if scope.nation is not None else None
    if scope.kind:
        return f"{scope.kind} ({people})" if people else scope.kind
    return people or ("people" if scope.unit == _PERSONS else scope.unit or "amounts")


def title_of(scope: Scope, doers: Sequence[str] = ()) -> str:
    """A short title: "people killed in Gaza since 7 October 2023"; `doers` are the names of the scope's."""
    what = group_words(scope)
    if what == scope.measure:
        what = f"{what}s"  # "shares", which are counted by their own name
    measure = "" if scope.measure == "other" or what == f"{scope.measure}s" else f" {scope.measure}"
    if scope.planned:
        measure = f"{measure} (planned)"
    place = f" in {scope.place}" if scope.place is not None else ""
    by = f", by {' and '.join(doers)}" if doers else ""
    return f"{what}{measure}{place}{_time_words(scope.time)}{by}"


def _people_of(place: str) -> str:
    for country in places().countries:
        if country.name == place and country.people:
            return country.people[0]
    for area in load_series().area:
        if area.name == place and area.people:
            return area.people[0]
    return f"people of {place}"


def _time_words(time: Time) -> str:
    if time.kind == "increment":
        return ", newly counted"
    if time.kind == "open":
        return ", over a time that is not said"
    if time.days is None:
        return ""
    first, last = _day(time.days.first), _day(time.days.last)
    whole = _calendar(time.days)
    when = whole or (first if first == last else f"{first} to {last}")
    during = f" in {whole}" if whole else f" on {when}" if first == last else f" from {when}"
    return {"event": f" in the {time.name} of {when}", "since": f" since {first}", "period": during}[time.kind]


def _calendar(days: Days) -> str:
    """The year or month that days fill: "1959", "March 2031"; nothing where they fill none."""
    first, last = days.first, days.last
    ends = (last + timedelta(days=1)).day == 1 if last < date.max else False
    if first.day != 1 or not ends or first.year != last.year:
        return ""
    if (first.month, last.month) == (1, 12):
        return str(first.year)
    return f"{_MONTHS[first.month - 1]} {first.year}" if first.month == last.month else ""


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
