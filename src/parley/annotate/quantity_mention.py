"""What a mention of a quantity holds."""

from __future__ import annotations

from typing import Literal

import msgspec

from parley.model import Quantity, Span

__all__ = ["QuantityKind", "QuantityMention"]

QuantityKind = Literal[
    "count", "ordinal", "money", "percent", "duration", "measure", "ratio", "age", "time_of_day", "date", "score",
    "phone", "year", "label",
]  # fmt: skip


class QuantityMention(msgspec.Struct, frozen=True, gc=False):
    """A numeral with the words that bound, scale and measure it.

    `span` holds all its words ("more than 11,000", "a five-day", "62 dlrs"), `number` the numeral alone ("11,000").
    `quantity.verbatim` is the text at `span`; `quantity.unit` is None for a bare count, whose noun later rules find.
    `per` is what the amount is given for ("share", "day", "captive"). Only counts, money, percent, durations, measures and
    ratios are figures of a story: the other kinds (ages, clock times, scores, names such as "Article 5") say why not.
    """

    span: Span
    number: Span
    quantity: Quantity
    kind: QuantityKind
    per: str | None = None
