"""How charts look: colours that can be told apart by the colour-blind, on light and on dark ground."""

from __future__ import annotations

from typing import Any, Literal

__all__ = ["SCHEMA", "Ground", "config", "palette"]

Ground = Literal["light", "dark", "page"]
"""What a chart is drawn on: white, black, or a page, whose style then says the colours (`--chart-1` to `--chart-8`)."""

SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
"""The form of the specifications: Vega-Lite 5."""

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
    """Ink, grid and ground of a chart, as its `config`; on a page the keys stand below, for there the width is small."""
    ink, faint, paper = _GROUNDS[ground]
    words = {"labelColor": ink, "titleColor": ink, "labelLimit": 260}
    below = {"orient": "bottom", "columns": 3, "titleOrient": "top"} if ground == "page" else {}
    return {
        "background": paper,
        "axis": {**words, "gridColor": faint, "domainColor": ink, "tickColor": ink},
        "legend": {**words, **below, "symbolBaseFillColor": ink, "symbolBaseStrokeColor": ink},
        "title": {"color": ink, "subtitleColor": ink},
        "view": {"stroke": None},
    }
