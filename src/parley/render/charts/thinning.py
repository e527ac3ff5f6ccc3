"""Many points on few days: of each stretch of time the newest is drawn, with the range of all, and it is said so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import Any

__all__ = ["thinned", "thinned_words"]

_MOST = 200  # points that can be told apart in one picture


def _week(day: str) -> str:
    known = date.fromisoformat(day)
    return (known - timedelta(days=known.weekday())).isoformat()


_STRETCHES: dict[str, Callable[[str], str]] = {
    "day": lambda day: day,
    "week": _week,
    "month": lambda day: day[: len("2031-03")],
    "year": lambda day: day[: len("2031")],
}


def thinned(rows: Sequence[dict[str, Any]], *, of: str, most: int = _MOST) -> tuple[list[dict[str, Any]], str]:
    """Rows of a chart, at most `most` where that can be, and the stretch of time of which each is the newest (day, week,
    month or year; empty where all are there).

    A row has an ISO `day`, and its `low` and `high` bound; those of the same `of` (a field) are drawn as one line. What
    stands for several has the bounds of all of them.
    """
    if len(rows) <= most:
        return list(rows), ""
    for stretch, begins in _STRETCHES.items():
        together: dict[tuple[Any, str], list[dict[str, Any]]] = {}
        for row in sorted(rows, key=lambda row: str(row["day"])):
            together.setdefault((row[of], begins(row["day"])), []).append(row)
        if len(together) <= most or stretch == "year":
            break
    return sorted(map(_as_one, together.values()), key=lambda row: str(row["day"])), stretch


def _as_one(rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    return rows[-1] | {"low": min(_all(rows, "low")), "high": max(_all(rows, "high"))}


def _all(rows: Iterable[dict[str, Any]], field: str) -> list[float]:
    return [row[field] for row in rows]


def thinned_words(total: int, stretch: str, whose: str) -> str:
    """What a thinned picture shows, in a sentence behind others; nothing where all points are in it."""
    return (
        f" The picture shows, of {total:,}, the newest of each {stretch} and {whose}, with their range."
        if stretch
        else ""
    )
