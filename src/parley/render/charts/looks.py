"""How charts look: colours that can be told apart by the colour-blind, on light and on dark ground."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Literal

import msgspec

__all__ = ["SCHEMA", "SHAPES", "Ground", "Key", "config", "day_axis", "keys_of", "palette"]

Ground = Literal["light", "dark", "page"]
"""What a chart is drawn on: white, black, or a page, whose style then says the colours (`--chart-1` to `--chart-8`)."""

SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
"""The form of the specifications: Vega-Lite 5."""

SHAPES = {
    "circle": "●",
    "square": "■",
    "triangle-up": "▲",
    "triangle-down": "▼",
    "diamond": "◆",
    "cross": "✚",
}
"""The characters that look like the shapes of points."""

_FEW_DAYS = 8  # up to so many each has its tick

# Okabe and Ito (2008), the eighth for what is left; light ones on dark ground.
_COLOURS = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#7a6a00", "#767676"]
_DARK_COLOURS = ["#56b4e9", "#ff8c42", "#2fd6a3", "#f0a6cf", "#f0c04a", "#9bd0ff", "#d8c850", "#a8a8a8"]


_PAGE_COLOURS = [f"var(--chart-{number})" for number in range(1, 9)]
_COLOURS_ON: dict[Ground, list[str]] = {"light": _COLOURS, "dark": _DARK_COLOURS, "page": _PAGE_COLOURS}
_GROUNDS: dict[Ground, tuple[str, str, str | None]] = {
    "light": ("#222222", "#dddddd", "#ffffff"),
    "dark": ("#e8e8e8", "#4a4a4a", "#1b1b1d"),
    "page": ("currentColor", "var(--line)", None),
}


def palette(ground: Ground) -> list[str]:
    """Eight colours, the last for what is left over."""
    return list(_COLOURS_ON[ground])


def config(ground: Ground) -> dict[str, Any]:
    """Ink, grid and ground of a chart, as its `config`; on a page the keys are words beside it (`keys_of`)."""
    ink, faint, paper = _GROUNDS[ground]
    words = {"labelColor": ink, "titleColor": ink, "labelLimit": 260}
    hidden = {"disable": True} if ground == "page" else {}
    return {
        "background": paper,
        "axis": {**words, "gridColor": faint, "domainColor": ink, "tickColor": ink},
        "legend": {**words, **hidden, "symbolBaseFillColor": ink, "symbolBaseStrokeColor": ink},
        "title": {"color": ink, "subtitleColor": ink},
        "view": {"stroke": None},
    }


class Key(msgspec.Struct, frozen=True):
    """What a colour (by its number among the palette's, from 1) or a shape (as a character) of a chart stands for."""

    words: str
    colour: int = 0
    shape: str = ""


def keys_of(chart: dict[str, Any]) -> tuple[Key, ...]:
    """The keys of a chart for a page: its colours, then its shapes."""
    colours = chart["encoding"]["color"]["scale"]
    shape = next(layer["encoding"]["shape"]["scale"] for layer in chart["layer"] if "shape" in layer["encoding"])
    return (
        *(
            Key(words, _PAGE_COLOURS.index(at) + 1)
            for words, at in zip(colours["domain"], colours["range"], strict=True)
        ),
        *(Key(words, shape=SHAPES[at]) for words, at in zip(shape["domain"], shape["range"], strict=True)),
    )


def day_axis(days: Iterable[str]) -> dict[str, Any]:
    """The axis of ISO days: of few days a tick for each, so that none is written twice."""
    known = [date.fromisoformat(day) for day in days]
    span = (max(known) - min(known)).days if known else 0
    ticks = {"interval": "day", "step": 1} if span < _FEW_DAYS else _FEW_DAYS
    return {"format": "%-d %b %Y", "labelOverlap": True, "tickCount": ticks}
