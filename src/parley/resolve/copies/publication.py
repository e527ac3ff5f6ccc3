"""Which of two reports was published first, as far as their dates tell."""

from __future__ import annotations

from datetime import date, datetime

from parley.model import Report

__all__ = ["days_between", "earlier_of"]


def days_between(one: Report, other: Report) -> int | None:
    """Days between the two publications, None where one is unknown."""
    first, second = _day(one), _day(other)
    return None if first is None or second is None else abs((first - second).days)


def earlier_of(one: Report, other: Report) -> str | None:
    """The id of the report published first, None where the dates do not tell.

    The time of day decides where both reports give it, and both or neither with its zone; else the day does.
    """
    first, second = _moment(one), _moment(other)
    if first is not None and second is not None and (first.tzinfo is None) == (second.tzinfo is None):
        return None if first == second else (one if first < second else other).id
    day, its = _day(one), _day(other)
    if day is None or its is None or day == its:
        return None
    return (one if day < its else other).id


def _day(report: Report) -> date | None:
    try:
        return date.fromisoformat((report.published or "")[:10])
    except ValueError:
        return None


def _moment(report: Report) -> datetime | None:
    """The time of publication where it has a time of day."""
    try:
        return datetime.fromisoformat(report.published or "") if len(report.published or "") > 10 else None
    except ValueError:
        return None
