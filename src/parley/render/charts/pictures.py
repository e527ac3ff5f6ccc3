"""Pictures of chart specifications, as SVG and PNG."""

from __future__ import annotations

from typing import Any, Literal

from parley.errors import ParleyError

__all__ = ["ChartError", "Format", "picture"]

Format = Literal["svg", "png"]
_SCALE = 2  # pixels of a PNG for each of the specification's


class ChartError(ParleyError):
    """A chart that cannot be drawn."""


def picture(spec: dict[str, Any], form: Format) -> bytes:
    """A Vega-Lite specification as SVG (UTF-8) or PNG. Raises ChartError without what draws it."""
    try:
        import vl_convert
    except ImportError as error:
        raise ChartError(
            "pictures of charts need the package vl-convert-python; install Parley with its extra 'charts'"
        ) from error
    if form == "svg":
        return str(vl_convert.vegalite_to_svg(spec)).encode()
    return bytes(vl_convert.vegalite_to_png(spec, scale=_SCALE))
