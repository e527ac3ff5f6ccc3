"""The chart of a negotiation: on each scale what every party asked, offered and agreed, in order."""

from __future__ import annotations

from typing import Any

from parley.pages.talks import ScalePointRow, ScaleRow, StoryTalks
from parley.pages.words import day_words
from parley.render.charts.looks import SCHEMA, config, palette

__all__ = ["is_drawn", "talks_chart"]

_MOST = 4  # scales drawn one below the other
_SHAPES = {
    "offer": "circle",
    "demand": "square",
    "concede": "triangle-down",
    "agree": "diamond",
    "rule": "cross",
    "extend": "circle",
}
_WIDTH, _HEIGHT = 720, 260


def talks_chart(story: StoryTalks, *, dark: bool = False) -> dict[str, Any]:
    """A Vega-Lite 5 specification of a story's scales, as plain values; those on which nothing moves are left out.

    A line joins the amounts of one party; the shape of a point tells the act, a hollow one rests on one report alone, a
    rule shows bounds.
    """
    scales = [scale for scale in story.scales if is_drawn(scale)][:_MOST]
    name = story.story or "All reports"
    return {
        "$schema": SCHEMA,
        "title": {"text": name, "anchor": "start"},
        "description": f"{name}. {' '.join(_summary(scale) for scale in scales)}".strip(),
        "vconcat": [_chart(scale, dark=dark) for scale in scales],
        "resolve": {"scale": {"color": "independent"}},
        "config": config(dark=dark),
    }


def is_drawn(scale: ScaleRow) -> bool:
    """Whether a scale has two amounts that differ, on days that are known."""
    return len({row["number"] for point in scale.points if (row := _row(point)) is not None}) > 1


def _summary(scale: ScaleRow) -> str:
    """One sentence: where each party began and where it stands."""
    told = []
    for party in dict.fromkeys(point.party for point in scale.points):
        own = [point for point in scale.points if point.party == party]
        moved = f"{own[0].words}, then {own[-1].words}" if len(own) > 1 else own[0].words
        told.append(f"{party}: {moved}")
    return f"{scale.title[:1].upper()}{scale.title[1:]}: {'; '.join(told)}."


def _chart(scale: ScaleRow, *, dark: bool) -> dict[str, Any]:
    rows = [row for point in scale.points if (row := _row(point)) is not None]
    parties = list(dict.fromkeys(row["party"] for row in rows))
    colours = palette(dark=dark)
    colour = {"domain": parties, "range": [colours[at % len(colours)] for at in range(len(parties))]}
    unit = f", in {scale.unit}" if scale.unit else ""
    return {
        "title": {"text": f"{scale.title}{unit}", "anchor": "start"},
        "width": _WIDTH,
        "height": _HEIGHT,
        "data": {"values": rows},
        "encoding": {
            "x": {"field": "day", "type": "temporal", "title": None, "scale": {"padding": 16}, "axis": {"format": "%-d %b %Y", "labelOverlap": True}},
            "color": {"field": "party", "type": "nominal", "title": "party", "scale": colour},
        },
        "layer": _layers(scale),
    }  # fmt: skip


def _row(point: ScalePointRow) -> dict[str, Any] | None:
    number = point.upper if point.upper is not None else point.lower
    if number is None or len(point.as_of) != len("2031-03-04"):
        return None
    return {
        "day": point.as_of,
        "party": point.party,
        "act": point.act,
        "number": number,
        "low": number if point.lower is None else point.lower,
        "high": number,
        "words": point.words,
        "told": "in one report alone" if point.reports == 1 else f"in {point.reports} reports",
        "alone": point.reports == 1,
        "as_of": day_words(point.as_of),
    }


def _layers(scale: ScaleRow) -> list[dict[str, Any]]:
    number = {
        "field": "number",
        "type": "quantitative",
        "title": scale.unit or None,
        "scale": {"zero": False, "padding": 12},
    }
    span = {"y": {"field": "low", "type": "quantitative"}, "y2": {"field": "high"}}
    bounded = [{"filter": "datum.low > 0 && datum.low < datum.high"}]
    return [
        {"mark": {"type": "line", "interpolate": "step-after", "strokeWidth": 2, "opacity": 0.6}, "encoding": {"y": number}},
        {"mark": {"type": "rule", "opacity": 0.7}, "transform": bounded, "encoding": span},
        _points(number, "!datum.alone", filled=True),
        _points(number, "datum.alone", filled=False),
    ]  # fmt: skip


def _points(number: dict[str, Any], test: str, *, filled: bool) -> dict[str, Any]:
    shapes = {"domain": list(_SHAPES), "range": list(_SHAPES.values())}
    return {
        "mark": {"type": "point", "size": 90, "opacity": 1, "filled": filled},
        "transform": [{"filter": test}],
        "encoding": {
            "y": number,
            "shape": {"field": "act", "type": "nominal", "title": "act", "scale": shapes},
            "tooltip": [{"field": name} for name in ("as_of", "party", "act", "words", "told")],
        },
    }
