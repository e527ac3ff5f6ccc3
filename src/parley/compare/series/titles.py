"""What a series counts, in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from parley.compare.series.scope import Scope, Time
from parley.lexicon.parties import places
from parley.lexicon.series import load_series

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
    measure = "" if scope.measure == "other" else f" {scope.measure}"
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
    when = first if first == last else f"{first} to {last}"
    return {"event": f" in the {time.name} of {when}", "since": f" since {first}", "period": f" on {when}"}[time.kind]


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
