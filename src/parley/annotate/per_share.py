"""Sums told twice, in all and for each share: "earned 26 mln dlrs or 6.20 dlrs", "a 90.25 dlr or 384 mln dlr offer"."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import msgspec

from parley.annotate.quantity_mention import QuantityMention

__all__ = ["is_for_each", "with_shares"]

_WHOLE = 1_000_000
_FEWEST = 10_000  # shares that a company has at least
_OR = frozenset({"or", ", or"})


def with_shares(text: str, mentions: Iterable[QuantityMention]) -> list[QuantityMention]:
    """The mentions, with "share" for what the smaller of two sums joined by "or" is per, where it is far smaller."""
    found = list(mentions)
    for place, (one, other) in enumerate(pairwise(found)):
        if text[one.span.end : other.span.start].strip().lower() in _OR and one.quantity.unit == other.quantity.unit:
            if one.per is None and is_for_each(one, other):
                found[place] = _per_share(one)
            elif other.per is None and is_for_each(other, one):
                found[place + 1] = _per_share(other)
    return found


def is_for_each(small: QuantityMention, whole: QuantityMention) -> bool:
    """Whether a sum is so much smaller than another of its currency that it can only be for each of many shares."""
    if small.kind != "money" or whole.kind != "money" or whole.per is not None:
        return False
    least, most = small.quantity.lower or 0, whole.quantity.lower or 0
    return 0 < least * _FEWEST <= most and most >= _WHOLE


def _per_share(mention: QuantityMention) -> QuantityMention:
    return msgspec.structs.replace(mention, per="share")
