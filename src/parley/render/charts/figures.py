"""The chart of a series: a step line for each claimant, with bounds, open ends and corrections to be seen."""

from __future__ import annotations

from collections import Counter
from typing import Any

from parley.model import Days, Quantity, days_of, interval_of
from parley.pages.figures import PointRow, SeriesBlock
from parley.render.charts.looks import SCHEMA, Ground, config, day_axis, palette
from parley.render.charts.thinning import thinned, thinned_words

__all__ = ["is_series_drawn", "series_chart", "series_summary"]

_LINES = 7  # claimants with a line of their own; the colours can be told apart by the colour-blind
_OTHERS = "others"
_SHAPES = {
    "exact": "circle",
    "or more": "triangle-up",
    "or fewer": "triangle-down",
    "about": "diamond",
    "range": "square",
}


def series_chart(block: SeriesBlock, ground: Ground = "light") -> dict[str, Any]:
    """A Vega-Lite 5 specification of a series, as plain values; a page says title and summary itself.

    Day by as-of, number from nought. The shape of a point tells whether a count is exact, a floor, a ceiling, approximate or
    a range; a filled one stands or was superseded, a hollow one is stale or contradicted, a dashed ring was corrected.
    """
    names = _names(block)
    rows, _ = thinned(_rows(block, names), of="claimant")
    shown = list(dict.fromkeys(names[claimant] for claimant in _by_size(block)))
    return {
        "$schema": SCHEMA,
        **({} if ground == "page" else {"title": _title(block)}),
        "description": f"{block.title}. {series_summary(block)}",
        "width": 720,
        "height": 280 if ground == "page" else 360,
        "data": {"values": rows},
        "encoding": _shared(shown, ground, day_axis(row["day"] for row in rows)),
        "layer": _layers(
            [bound for bound in _SHAPES if any(row["bound"] == bound for row in rows)], page=ground == "page"
        ),
        "config": config(ground),
    }


def series_summary(block: SeriesBlock) -> str:
    """The sentence on where a series stands, and what the picture shows of very many counts."""
    rows = _rows(block, _names(block))
    return block.summary + thinned_words(len(rows), thinned(rows, of="claimant")[1], "claimant")


def is_series_drawn(block: SeriesBlock) -> bool:
    """Whether there is something to see that the table does not show as well: more than two counts, on days that differ
    and are known, with numbers that differ."""
    placed = [(days.last, row.lower or row.upper or 0) for row in block.rows if (days := days_of(row.day)) is not None]
    return len(placed) > 2 and len({day for day, _ in placed}) > 1 and len({number for _, number in placed}) > 1


def _title(block: SeriesBlock) -> dict[str, Any]:
    standing = {row.standing for row in block.rows}
    keys = ["A dashed ring marks a count that was corrected."] if "corrected" in standing else []
    keys += (
        ["A hollow point was out of date when told, or is contradicted."]
        if {"stale", "contradicted"} & standing
        else []
    )
    below = [*_wrapped(series_summary(block)), *_wrapped(" ".join(keys))]
    return {"text": block.title, "subtitle": below, "anchor": "start"}


def _shared(shown: list[str], ground: Ground, axis: dict[str, Any]) -> dict[str, Any]:
    """Where every layer stands and what colours it has; those who share one get the last."""
    colours = palette(ground)
    shades = [*colours[: len(shown) - 1], colours[-1]] if _OTHERS in shown else colours[: len(shown)]
    key = None if ground == "page" else {"symbolOpacity": 1, "symbolType": "square"}
    claimant = {"field": "claimant", "type": "nominal", "scale": {"domain": shown, "range": shades}}
    return {
        "x": {"field": "day", "type": "temporal", "title": "as of", "axis": axis},
        "color": {**claimant, "title": "on whose word", "legend": key},
    }


def _names(block: SeriesBlock) -> dict[str, str]:
    """The name each claimant has in the chart; those beyond the first few are one."""
    return {claimant: claimant if at < _LINES else _OTHERS for at, claimant in enumerate(_by_size(block))}


def _by_size(block: SeriesBlock) -> list[str]:
    """The claimants, those with most counts first."""
    counts = Counter(row.claimant for row in block.rows)
    return sorted(counts, key=lambda claimant: (-counts[claimant], claimant))


def _rows(block: SeriesBlock, names: dict[str, str]) -> list[dict[str, Any]]:
    return [row for row in (_row(each, names[each.claimant]) for each in block.rows) if row is not None]


def _row(point: PointRow, name: str) -> dict[str, Any] | None:
    days = days_of(point.day)
    return _placed(point, days, name) if days is not None else None


def _placed(point: PointRow, days: Days, name: str) -> dict[str, Any]:
    number = point.lower or point.upper or 0
    interval = interval_of(
        Quantity(point.lower, point.upper, point.lower_open, point.upper_open, approximate=point.approximate)
    )
    return {
        "day": days.last.isoformat(),
        "claimant": name,
        "line": name != _OTHERS and point.standing != "stale",
        "number": number,
        "low": number if interval.lower in (float("-inf"), 0) else interval.lower,
        "high": number if interval.upper == float("inf") else interval.upper,
        "bound": _bound(point),
        "standing": point.standing,
        "words": point.amount,
        "why": point.why,
    }


def _bound(point: PointRow) -> str:
    if point.approximate:
        return "about"
    if point.upper is None:
        return "or more"
    if point.lower == point.upper:
        return "exact"
    return "or fewer" if point.lower in (None, 0) else "range"


def _layers(bounds: list[str], *, page: bool) -> list[dict[str, Any]]:
    number = {"field": "number", "type": "quantitative", "title": None if page else "counted", "scale": {"zero": True}}
    held = [{"filter": "datum.line"}]
    band = {"y": {"field": "low", "type": "quantitative"}, "y2": {"field": "high"}}
    hollow = "datum.standing == 'stale' || datum.standing == 'contradicted'"
    return [
        {"mark": {"type": "area", "interpolate": "step-after", "opacity": 0.15}, "transform": held, "encoding": band},
        {"mark": {"type": "line", "interpolate": "step-after", "strokeWidth": 2}, "transform": held, "encoding": {"y": number}},
        {"mark": {"type": "rule", "opacity": 0.7}, "transform": [{"filter": "datum.low < datum.high"}], "encoding": band},
        _points(number, f"!({hollow})", bounds, filled=True, size=60),
        _points(number, hollow, bounds, filled=False, size=60),
        {
            "mark": {"type": "point", "shape": "circle", "size": 200, "strokeDash": [3, 2], "strokeWidth": 1.5},
            "transform": [{"filter": "datum.standing == 'corrected'"}],
            "encoding": {"y": number},
        },
    ]  # fmt: skip


def _points(number: dict[str, Any], test: str, bounds: list[str], /, **mark: Any) -> dict[str, Any]:
    shapes = {"domain": bounds, "range": [_SHAPES[bound] for bound in bounds]}
    return {
        "mark": {"type": "point", "opacity": 1, **mark},
        "transform": [{"filter": test}],
        "encoding": {
            "y": number,
            "shape": {"field": "bound", "type": "nominal", "title": "counted as", "scale": shapes},
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
