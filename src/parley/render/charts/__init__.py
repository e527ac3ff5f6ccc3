"""Charts: specifications as plain values, pictures of them, and block characters for a terminal."""

from parley.render.charts.blocks import step_blocks
from parley.render.charts.figures import has_days, series_chart
from parley.render.charts.pictures import ChartError, picture
from parley.render.charts.talks import is_drawn, scale_chart, scale_summary, talks_chart

__all__ = [
    "ChartError",
    "has_days",
    "is_drawn",
    "picture",
    "scale_chart",
    "scale_summary",
    "series_chart",
    "step_blocks",
    "talks_chart",
]
