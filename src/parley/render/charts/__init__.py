"""Charts: specifications as plain values, pictures of them, and block characters for a terminal."""

from parley.render.charts.blocks import step_blocks
from parley.render.charts.figures import series_chart
from parley.render.charts.pictures import ChartError, picture
from parley.render.charts.talks import talks_chart

__all__ = ["ChartError", "picture", "series_chart", "step_blocks", "talks_chart"]
