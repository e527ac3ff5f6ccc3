"""Every expression of time in a text, read by a grammar over its words."""

from __future__ import annotations

from parley.annotate.times.expressions import TimeExpression, find_times

__all__ = ["TimeExpression", "find_times"]
