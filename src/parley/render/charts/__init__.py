"""Charts: specifications as plain values, pictures of them, and block characters for a terminal."""

from parley.render.charts.blocks import step_blocks
from parley.render.charts.figures import is_series_drawn, series_chart, series_summary
from parley.render.charts.looks import Key, keys_of
from parley.render.charts.pictures import ChartError, picture
from parley.render.charts.talks import is_drawn, scale_chart, scale_summary, talks_chart

__all__ = [
    "ChartError",
    "Key",
    "is_drawn",
    "is_series_drawn",
    "keys_of",
    "picture",
    "scale_chart",
    "scale_summary",
    "series_chart",
    "series_summary",
    "step_blocks",
    "talks_chart",
]
