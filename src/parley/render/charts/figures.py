"""The chart of a series: a step line for each claimant, with bounds, open ends and corrections to be seen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from parley.ledger import SeriesEntries
from parley.model import Days, Point, SeriesLine, days_of, interval_of
from parley.pages.figures import summary_of
from parley.render.charts.looks import SCHEMA, config, palette

__all__ = ["series_chart"]

_LINES = 7  # claimants with a line of their own; the colours can be told apart by the colour-blind
_OTHERS = "others"
_SHAPES = {
    "exact": "circle",
    "or more": "triangle-up",
    "or fewer": "triangle-down",
    "about": "diamond",
    "range": "square",
}


def series_chart(found: SeriesEntries, *, dark: bool = False) -> dict[str, Any]:
    """A Vega-Lite 5 specification of a series, as plain values.

    Day by as-of, number from nought. The shape of a point tells whether a count is exact, a floor, a ceiling, approximate or
    a range; a filled one stands or was superseded, a hollow one is stale or contradicted, a dashed ring was corrected.
    """
    names = _names(found)
    rows = [row for line in found.series.lines for row in _rows(line, names[line.claimant])]
    return {
        "$schema": SCHEMA,
        "title": {"text": found.series.title, "subtitle": _subtitle(found, rows), "anchor": "start"},
        "description": f"{found.series.title}. {summary_of(found)}",
        "width": 720,
        "height": 360,
        "data": {"values": rows},
        "encoding": _shared(list(dict.fromkeys(names[line.claimant] for line in _by_size(found))), dark=dark),
        "layer": _layers(),
        "config": config(dark=dark),
    }


def _subtitle(found: SeriesEntries, rows: list[dict[str, Any]]) -> list[str]:
    standing = {row["standing"] for row in rows}
    keys = ["A dashed ring marks a count that was corrected."] if "corrected" in standing else []
    keys += (
        ["A hollow point was out of date when told, or is contradicted."]
        if {"stale", "contradicted"} & standing
        else []
    )
    return [*_wrapped(summary_of(found)), *_wrapped(" ".join(keys))]


def _shared(shown: list[str], *, dark: bool) -> dict[str, Any]:
    """Where every layer stands and what colours it has; those who share one get the last."""
    colours = palette(dark=dark)
    shades = [*colours[: len(shown) - 1], colours[-1]] if _OTHERS in shown else colours[: len(shown)]
    claimant = {"field": "claimant", "type": "nominal", "scale": {"domain": shown, "range": shades}}
    return {
        "x": {"field": "day", "type": "temporal", "title": "as of", "axis": {"format": "%-d %b %Y", "labelOverlap": True}},
        "color": {**claimant, "title": "on whose word", "legend": {"symbolOpacity": 1, "symbolType": "square"}},
    }  # fmt: skip


def _names(found: SeriesEntries) -> dict[str, str]:
    """The name each claimant has in the chart; those beyond the first few are one."""
    lines = _by_size(found)
    return {line.claimant: line.name if at < _LINES else _OTHERS for at, line in enumerate(lines)}


def _by_size(found: SeriesEntries) -> list[SeriesLine]:
    return sorted(found.series.lines, key=lambda line: (-len(line.points), line.claimant))


def _rows(line: SeriesLine, name: str) -> Iterator[dict[str, Any]]:
    for point in line.points:
        days = days_of(point.as_of)
        if days is not None:
            yield _row(point, days, name)


def _row(point: Point, days: Days, name: str) -> dict[str, Any]:
    quantity, interval = point.quantity, interval_of(point.quantity)
    number = quantity.lower or quantity.upper or 0
    return {
        "day": days.last.isoformat(),
        "claimant": name,
        "line": name != _OTHERS and point.standing != "stale",
        "number": number,
        "low": number if interval.lower in (float("-inf"), 0) else interval.lower,
        "high": number if interval.upper == float("inf") else interval.upper,
        "bound": _bound(point),
        "standing": point.standing,
        "words": quantity.verbatim,
        "why": point.why,
    }


def _bound(point: Point) -> str:
    quantity = point.quantity
    if quantity.approximate:
        return "about"
    if quantity.upper is None:
        return "or more"
    if quantity.lower == quantity.upper:
        return "exact"
    return "or fewer" if quantity.lower in (None, 0) else "range"


def _layers() -> list[dict[str, Any]]:
    number = {"field": "number", "type": "quantitative", "title": "counted", "scale": {"zero": True}}
    held = [{"filter": "datum.line"}]
    band = {"y": {"field": "low", "type": "quantitative"}, "y2": {"field": "high"}}
    hollow = "datum.standing == 'stale' || datum.standing == 'contradicted'"
    return [
        {"mark": {"type": "area", "interpolate": "step-after", "opacity": 0.15}, "transform": held, "encoding": band},
        {"mark": {"type": "line", "interpolate": "step-after", "strokeWidth": 2}, "transform": held, "encoding": {"y": number}},
        {"mark": {"type": "rule", "opacity": 0.7}, "transform": [{"filter": "datum.low < datum.high"}], "encoding": band},
        _points(number, f"!({hollow})", filled=True, size=60),
        _points(number, hollow, filled=False, size=60),
        {
            "mark": {"type": "point", "shape": "circle", "size": 200, "strokeDash": [3, 2], "strokeWidth": 1.5},
            "transform": [{"filter": "datum.standing == 'corrected'"}],
            "encoding": {"y": number},
        },
    ]  # fmt: skip


def _points(number: dict[str, Any], test: str, **mark: Any) -> dict[str, Any]:
    bounds = {"domain": list(_SHAPES), "range": list(_SHAPES.values())}
    return {
        "mark": {"type": "point", "opacity": 1, **mark},
        "transform": [{"filter": test}],
        "encoding": {
            "y": number,
            "shape": {"field": "bound", "type": "nominal", "title": "counted as", "scale": bounds},
            "tooltip": [{"field": name} for name in ("day", "claimant", "words", "standing", "why")],
        },
    }


def _wrapped(words: str, width: int = 110) -> list[str]:
    """The words in lines of at most so many characters."""
    lines = [""] if words else []
    for word in words.split():
        if lines[-1] and len(lines[-1]) + len(word) >= width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines
