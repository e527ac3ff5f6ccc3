"""How charts look: colours that can be told apart by the colour-blind, on light and on dark ground."""

from __future__ import annotations

from typing import Any

__all__ = ["SCHEMA", "config", "palette"]

SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
"""The form of the specifications: Vega-Lite 5."""

# Okabe and Ito (2008), the eighth for what is left; light ones on dark ground.
_COLOURS = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#7a6a00", "#767676"]
_DARK_COLOURS = ["#56b4e9", "#ff8c42", "#2fd6a3", "#f0a6cf", "#f0c04a", "#9bd0ff", "#d8c850", "#a8a8a8"]


def palette(*, dark: bool) -> list[str]:
    """Eight colours, the last for what is left over."""
    return list(_DARK_COLOURS if dark else _COLOURS)


def config(*, dark: bool) -> dict[str, Any]:
    """Ink, grid and ground of a chart, as its `config`."""
    ink, faint, ground = ("#e8e8e8", "#4a4a4a", "#1b1b1d") if dark else ("#222222", "#dddddd", "#ffffff")
    words = {"labelColor": ink, "titleColor": ink, "labelLimit": 260}
    return {
        "background": ground,
        "axis": {**words, "gridColor": faint, "domainColor": ink, "tickColor": ink},
        "legend": {**words, "symbolBaseFillColor": ink, "symbolBaseStrokeColor": ink},
        "title": {"color": ink, "subtitleColor": ink},
        "view": {"stroke": None},
    }
