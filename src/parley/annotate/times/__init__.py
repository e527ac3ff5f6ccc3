"""Every expression of time in a text, read by a grammar over its words.

It gives each its value and shares its calendar with `annotate.dates`, by which claims are dated: that finds days alone,
in one pass over a report, and leaves open on which side of the report they lie until it is known what hangs on them.
"""

from __future__ import annotations

from parley.annotate.times.expressions import TimeExpression, find_times

__all__ = ["TimeExpression", "find_times"]
