"""Values of fields in short words, whatever their type: for what a person changed and what two runs read differently."""

from __future__ import annotations

from typing import Any

import msgspec

from parley.model import Actor, Body, Change, Date, DateRange, Quantity, Source, Span, Term
from parley.pages.words import (
    actor_words,
    date_words,
    number_words,
    plain,
    quantity_words,
    range_words,
    source_words,
    term_words,
)
from parley.resolve import field_names, field_type

__all__ = ["change_words", "value_words"]

_NOTHING = "nothing"


def value_words(value: object, *, text: str = "") -> str:
    """The value of a field; `text` is that of the report, for places in it."""
    match value:
        case None | () | "":
            return _NOTHING
        case bool():
            return "yes" if value else "no"
        case int() | float():
            return number_words(value)
        case str():
            return plain(value)
        case tuple():
            return "; ".join(value_words(each, text=text) for each in value)
        case _:
            return _record_words(value, text)


def change_words(change: Change, body: Body | None) -> tuple[str, str]:
    """The old and the new value of a correction; `body` is that of the claim, None for a report."""
    if body is None:
        return value_words(change.old), value_words(change.new)
    hint = field_type(body, change.field) if change.field in field_names(body) else Any
    return value_words(_typed(change.old, hint)), value_words(_typed(change.new, hint))


def _typed(value: object, hint: Any) -> object:
    try:
        return msgspec.convert(value, hint)
    except (msgspec.ValidationError, ValueError):  # what a field could hold once need not suit it now
        return str(value)


def _record_words(value: object, text: str) -> str:
    match value:
        case Actor():
            return actor_words(value)
        case Term():
            return term_words(value)
        case Quantity():
            return quantity_words(value)
        case Date():
            return date_words(value)
        case DateRange():
            return range_words(value) or _NOTHING
        case Source():
            return source_words(value)
        case Span():
            return f"“{plain(value.of(text))}” ({value.start} to {value.end})"
    return str(value)
