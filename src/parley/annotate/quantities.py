"""Finding quantities in text: numerals with their bounds, scales and units."""

from __future__ import annotations

from parley.annotate.quantity_mention import QuantityKind, QuantityMention

__all__ = ["QuantityKind", "QuantityMention", "find_quantities"]


def find_quantities(text: str) -> list[QuantityMention]:
    """All quantities of `text` in order of their start; none overlaps another."""
    raise NotImplementedError
