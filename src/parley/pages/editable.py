"""The fields of a claim as a person may set them: each in the words that `decide correct` takes."""

from __future__ import annotations

from typing import Any, Literal, get_args, get_origin

import msgspec

from parley.model import Actor, Claim, Date, DateRange, Quantity, Source, Term
from parley.pages.words import plain, quantity_words
from parley.resolve import field_names, field_of, field_type

__all__ = ["EditableField", "editable_fields"]

_LINKS = frozenset({"answers", "part_of"})  # ids of other claims


class EditableField(msgspec.Struct, frozen=True):
    """A field by name, its value in words (empty: none), and the values it may take where they are few."""

    name: str
    value: str
    choices: tuple[str, ...] = ()


def editable_fields(claim: Claim) -> tuple[EditableField, ...]:
    """The fields of a claim that can be set in a line of words, in the order the record has them."""
    body = claim.body
    names = (name for name in field_names(body) if name not in _LINKS)
    return tuple(EditableField(name, _words(field_of(claim, name)), _choices(field_type(body, name))) for name in names)


def _choices(hint: Any) -> tuple[str, ...]:
    """The words of a Literal, and yes and no."""
    for kind in (hint, *get_args(hint)):
        if get_origin(kind) is Literal:
            return tuple(word for word in get_args(kind) if isinstance(word, str))
        if kind is bool:
            return ("yes", "no")
    return ()


def _words(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case tuple():
            return "; ".join(map(_words, value))
        case Actor():
            return f"{value.name} for {value.acts_for}" if value.acts_for else value.name
        case Term():
            return f"{value.issue}: {plain(value.item)}"
        case Quantity():
            return plain(value.verbatim) or quantity_words(value)
        case Source():
            return f"{value.kind}: {value.name}"
        case Date():
            return value.edtf
        case DateRange():
            return "/".join(_words(end) or ".." for end in (value.earliest, value.latest))
        case _:
            return plain(str(value))
