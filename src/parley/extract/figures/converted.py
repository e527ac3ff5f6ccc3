"""Sums told again in another currency, in brackets behind the first: "200 million dollars (S$270 million)"."""

from __future__ import annotations

import re

from parley.annotate.doc import Doc
from parley.annotate.quantities import QuantityMention

__all__ = ["is_converted"]

_OPENED = re.compile(
    r"\s*[(\[]\s*(?:(?:or|about|around|roughly|approximately|some|nearly|equal to|equivalent to|=)\s+){0,2}"
)


def is_converted(doc: Doc, mention: QuantityMention, sentence: int) -> bool:
    """Whether a sum of sentence number `sentence` is the one before it in another currency, and no amount of its own."""
    if mention.kind != "money":
        return False
    before = None
    for other in doc.quantities_in(doc.sentences[sentence].span):
        if other.span.start >= mention.span.start:
            break
        before = other
    if before is None or before.kind != "money" or before.quantity.unit == mention.quantity.unit:
        return False
    return _OPENED.fullmatch(doc.text, before.span.end, mention.span.start) is not None
