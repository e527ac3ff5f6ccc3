"""Finding dates, clock times and stretches of time in text."""

from __future__ import annotations

from parley.annotate.timex import DateMention

__all__ = ["DateMention", "find_dates"]


def find_dates(text: str) -> list[DateMention]:
    """All dates of `text` in order of their start; none overlaps another."""
    raise NotImplementedError
