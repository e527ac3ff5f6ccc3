"""The chart of a negotiation: on each scale what every party asked, offered and agreed, in order."""

from __future__ import annotations

from typing import Any

from parley.pages.talks import ScalePointRow, ScaleRow, StoryTalks
from parley.pages.words import day_words, number_words
from parley.render.charts.looks import SCHEMA, Ground, config, day_axis, palette
from parley.render.charts.thinning import thinned, thinned_words

__all__ = ["is_drawn", "scale_chart", "scale_summary", "talks_chart"]

_MOST = 4  # scales drawn one below the other
_SHAPES = {
    "offer": "circle",
    "demand": "square",
    "concede": "triangle-down",
    "agree": "diamond",
    "rule": "cross",
    "extend": "circle",
}
_ASKING = frozenset({"offer", "demand", "concede"})
_WIDTH, _HEIGHT = 720, 260


def talks_chart(story: StoryTalks, ground: Ground = "light") -> dict[str, Any]:
    """A Vega-Lite 5 specification of a story's scales, as plain values; those on which nothing moves are left out.

    A line joins the amounts of one party; the shape of a point tells the act, a hollow one rests on one report alone, a
    rule shows bounds.
    """
    scales = [scale for scale in story.scales if is_drawn(scale)][:_MOST]
    name = story.story or "All reports"
    return {
        "$schema": SCHEMA,
        "title": {"text": name, "anchor": "start"},
        "description": f"{name}. {' '.join(scale_summary(scale) for scale in scales)}".strip(),
        "vconcat": [_chart(scale, ground) for scale in scales],
        "resolve": {"scale": {"color": "independent"}},
        "config": config(ground),
    }


def is_drawn(scale: ScaleRow) -> bool:
    """Whether a scale has two amounts that differ, on days that are known."""
    return len({row["number"] for row in _rows(scale)}) > 1


def scale_chart(scale: ScaleRow, ground: Ground = "light") -> dict[str, Any]:
    """A Vega-Lite 5 specification of one scale; a page says its title itself."""
    chart = _chart(scale, ground)
    if ground == "page":
        chart.pop("title")
    return {"$schema": SCHEMA, "description": scale_summary(scale), **chart, "config": config(ground)}


def scale_summary(scale: ScaleRow) -> str:
    """Where each party began and where it stands; of two that ask and offer, how far apart they were and are; and what the
    picture shows of very many amounts."""
    told = []
    for party in dict.fromkeys(point.party for point in scale.points):
        own = [point for point in scale.points if point.party == party]
        moved = f"{own[0].words}, then {own[-1].words}" if len(own) > 1 else own[0].words
        told.append(f"{party}: {moved}")
    return f"{scale.title[:1].upper()}{scale.title[1:]}: {'; '.join(told)}.{_apart(scale)}{_drawn_words(scale)}"


def _drawn_words(scale: ScaleRow) -> str:
    rows = _rows(scale)
    return thinned_words(len(rows), thinned(rows, of="party")[1], "party")


def _apart(scale: ScaleRow) -> str:
    asked: dict[str, list[float]] = {}
    for point in scale.points:
        number = _number(point)
        if point.act in _ASKING and number is not None:
            asked.setdefault(point.party, []).append(number)
    if len(asked) != 2:
        return ""
    one, other = asked.values()
    first, last = (number_words(round(abs(one[at] - other[at]), 6)) for at in (0, -1))
    unit = f" {scale.unit}" if scale.unit else ""
    return f" They are {last}{unit} apart." if first == last else f" They were {first}{unit} apart, and are {last}."


def _chart(scale: ScaleRow, ground: Ground) -> dict[str, Any]:
    rows, _ = thinned(_rows(scale), of="party")
    parties = list(dict.fromkeys(row["party"] for row in rows))
    colours = palette(ground)
    colour = {"domain": parties, "range": [colours[at % len(colours)] for at in range(len(parties))]}
    unit = f", in {scale.unit}" if scale.unit else ""
    return {
        "title": {"text": f"{scale.title}{unit}", "anchor": "start"},
        "width": _WIDTH,
        "height": _HEIGHT,
        "data": {"values": rows},
        "encoding": {
            "x": {"field": "day", "type": "temporal", "title": None, "scale": {"padding": 16}, "axis": day_axis(row["day"] for row in rows)},
            "color": {"field": "party", "type": "nominal", "title": "party", "scale": colour},
        },
        "layer": _layers(scale, [act for act in _SHAPES if any(row["act"] == act for row in rows)]),
    }  # fmt: skip


def _rows(scale: ScaleRow) -> list[dict[str, Any]]:
    return [row for point in scale.points if (row := _row(point)) is not None]


def _number(point: ScalePointRow) -> float | None:
    """The bound that names the amount: the upper, else the lower."""
    return point.upper if point.upper is not None else point.lower


def _row(point: ScalePointRow) -> dict[str, Any] | None:
    number = _number(point)
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


def _layers(scale: ScaleRow, acts: list[str]) -> list[dict[str, Any]]:
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
        _points(number, "!datum.alone", acts, filled=True),
        _points(number, "datum.alone", acts, filled=False),
    ]  # fmt: skip


def _points(number: dict[str, Any], test: str, acts: list[str], *, filled: bool) -> dict[str, Any]:
    shapes = {"domain": acts, "range": [_SHAPES[act] for act in acts]}
    return {
        "mark": {"type": "point", "size": 90, "opacity": 1, "filled": filled},
        "transform": [{"filter": test}],
        "encoding": {
            "y": number,
            "shape": {"field": "act", "type": "nominal", "title": "act", "scale": shapes},
            "tooltip": [{"field": name} for name in ("as_of", "party", "act", "words", "told")],
        },
    }
