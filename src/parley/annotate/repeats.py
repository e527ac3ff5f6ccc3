"""Passages that stand in a report more than once."""

from __future__ import annotations

from collections.abc import Sequence

from parley.model import Passage, Span

__all__ = ["find_repeats"]


def find_repeats(text: str, spans: Sequence[Span]) -> list[Passage]:
    """The longest runs of `spans` that stand earlier in `text` word for word: later standing, and the first in `of`."""
    return []
