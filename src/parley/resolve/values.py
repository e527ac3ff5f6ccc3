"""Words that a person gives for a field, as the value the record holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Literal, get_args, get_origin

import msgspec

from parley.errors import ParleyError
from parley.model import Actor, Body, Date, DateRange, Move, Quantity, Source, Term
from parley.model import claim as claims
from parley.resolve.corrections import REPORT_FIELDS, field_names, field_type

__all__ = ["BadValueError", "body_type", "claim_values", "quantity_of", "report_values"]

_EDTF = re.compile(
    r"(?:\d{4}|XXXX)(?:-(?:\d\d|XX)(?:-(?:\d\d|XX)(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?)?)?[~?%]?"
)
_BODIES: dict[str, type[Body]] = {str(body.__struct_config__.tag): body for body in get_args(Body)}
_YES_NO = {"yes": True, "true": True, "no": False, "false": False}


class BadValueError(ParleyError):
    """A field that there is not, or a value that it cannot hold."""


def body_type(kind: str) -> type[Body]:
    """The record of a kind of claim. Raises BadValueError for a kind that there is not."""
    if kind not in _BODIES:
        raise BadValueError(f"'{kind}' is no kind of claim; there are {', '.join(_BODIES)}")
    return _BODIES[kind]


def claim_values(body: type[Body] | Body, given: Mapping[str, object]) -> dict[str, Any]:
    """Values for fields of a claim, as plain JSON; text is read as the field's type wants it, records are checked.

    For a move with one term `quantity` is that term's. An amount in words without a unit keeps the one it had. Raises
    BadValueError.
    """
    plain: dict[str, Any] = {}
    for name, value in given.items():
        if name == "quantity" and isinstance(body, Move):
            plain["terms"] = msgspec.to_builtins(_with_amount(body, value))
        elif name not in field_names(body):
            raise BadValueError(f"there is no field '{name}' to set; there are {', '.join(field_names(body))}")
        else:
            read = _value(name, value, hint=field_type(body, name))
            was = getattr(body, name, None) if isinstance(value, str) else None
            plain[name] = msgspec.to_builtins(_in_unit(read, was))
    return plain


def report_values(given: Mapping[str, str | None]) -> dict[str, str | None]:
    """Values for title, outlet and published; empty words are none. Raises BadValueError."""
    unknown = sorted(set(given) - set(REPORT_FIELDS))
    if unknown:
        raise BadValueError(f"'{unknown[0]}' of a report cannot be corrected; there are {', '.join(REPORT_FIELDS)}")
    values = {name: (value or "").strip() or None for name, value in given.items()}
    if published := values.get("published"):
        _require_iso(published)
    return values


def quantity_of(words: str) -> Quantity:
    """The amount that words tell: "at least 50", "6.5 per cent", "dozens". Raises BadValueError unless it is one."""
    from parley.annotate.quantities import find_quantities  # takes the language library with it

    found = find_quantities(words)
    if len(found) != 1:
        raise BadValueError(f"'{words}' is not one amount; write it as a report would: 50, at least 50, 6.5 per cent")
    return msgspec.structs.replace(found[0].quantity, verbatim=words)


def _require_iso(published: str) -> None:
    try:
        datetime.fromisoformat(published)
    except ValueError:
        raise BadValueError(
            f"'{published}' is no date; write it as year-month-day, for example 2024-03-31, with a time if need be"
        ) from None


def _with_amount(move: Move, value: object) -> tuple[Term, ...]:
    if len(move.terms) != 1:
        raise BadValueError(f"the move has {len(move.terms)} terms; set 'terms' as a whole to change one")
    was = move.terms[0].quantity if isinstance(value, str) else None
    amount = _in_unit(_value("quantity", value, hint=Quantity | None), was)
    return (msgspec.structs.replace(move.terms[0], quantity=amount),)


def _in_unit(value: object, was: object) -> object:
    """An amount given in words without a unit has the unit of the one it takes the place of."""
    if isinstance(value, Quantity) and isinstance(was, Quantity) and value.unit is None:
        return msgspec.structs.replace(value, unit=was.unit)
    return value


def _value(name: str, value: object, *, hint: Any) -> object:
    """The value of a field as its type has it."""
    try:
        read = _read(value, hint=hint) if isinstance(value, str) else value
        return msgspec.convert(msgspec.to_builtins(read), hint)
    except (msgspec.MsgspecError, ValueError) as error:
        raise BadValueError(f"'{value}' does not suit '{name}': {error}{_wanted(hint)}") from error


def _wanted(hint: Any) -> str:
    """The values a field may take, where they are few."""
    words = [word for kind in (hint, *get_args(hint)) if get_origin(kind) is Literal for word in get_args(kind)]
    if words:
        return f"; one of {', '.join(words)}"
    return "; write 'name', or 'name; name' for several" if _reader(hint) is _actors else ""


def _read(words: str, *, hint: Any) -> object:
    words = words.strip()
    if not words:
        return () if get_origin(hint) is tuple else None
    if words[0] in "[{":
        return msgspec.json.decode(words)
    reader = _reader(hint)
    return reader(words) if reader else words


def _reader(hint: Any) -> Callable[[str], object] | None:
    """What reads words as a type; None where the words themselves are the value."""
    if hint == tuple[Actor, ...]:
        return _actors
    for kind in (hint, *get_args(hint)):
        if kind in _READERS:
            return _READERS[kind]
    return None


def _actors(words: str) -> tuple[Actor, ...]:
    return tuple(_actor(name) for name in words.split(";") if name.strip())


def _actor(words: str) -> Actor:
    """A party by name; `Ann Reyes for Harbour Union` acts for another."""
    name, _, acts_for = " ".join(words.split()).partition(" for ")
    return Actor(name, name, acts_for or None)


def _sources(words: str) -> tuple[Source, ...]:
    links = []
    for link in words.split(";"):
        kind, colon, name = (part.strip() for part in link.partition(":"))
        if not colon or kind not in get_args(claims.SourceKind):
            kinds = ", ".join(get_args(claims.SourceKind))
            raise ValueError(f"write 'kind: name', the one nearest to the report first, with a kind out of {kinds}")
        links.append(msgspec.convert({"name": name, "kind": kind}, Source))
    return tuple(links)


def _date(words: str) -> Date:
    if not _EDTF.fullmatch(words):
        raise ValueError("write a date as year-month-day, for example 2024-03-31 or 2024-03")
    return Date(words)


def _range(words: str) -> DateRange:
    """`2024-03-01`, `2024-03-01/2024-03-04`, `../2024-03-04` or `2024-03-01/..`."""
    first, slash, last = words.partition("/")
    ends = [None if end == ".." else _date(end) for end in (first, last if slash else first)]
    return DateRange(*ends)


def _yes_no(words: str) -> bool:
    if words.casefold() not in _YES_NO:
        raise ValueError("write yes or no")
    return _YES_NO[words.casefold()]


_READERS: dict[Any, Callable[[str], object]] = {
    Actor: _actor,
    Source: _sources,
    Quantity: quantity_of,
    Date: _date,
    DateRange: _range,
    bool: _yes_no,
    int: int,
}
