"""Tables of the records' fields for the documentation, made from the records themselves."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from typing import get_args, get_type_hints

import msgspec

from parley.export.records import ClaimLine
from parley.model import claim

__all__ = ["record_tables"]

_WORDS = {
    "str": "text",
    "int": "whole number",
    "float": "number",
    "bool": "true or false",
    "None": "null",
    "Number": "number",
}
_VALUES = ("Act", "Issue", "Measure", "ActorKind", "SourceKind", "Role", "Origin")


def record_tables() -> str:
    """Markdown: for `ClaimLine` and every record in it what it means and its fields, then the values of fields."""
    return "\n\n".join([*map(_table, _records(ClaimLine)), _values()])


def _records(first: type[msgspec.Struct]) -> list[type[msgspec.Struct]]:
    """The record and all it is made of, each once, in the order they are met."""
    met: dict[type[msgspec.Struct], None] = {}
    waiting = [first]
    while waiting:
        record = waiting.pop(0)
        if record not in met:
            met[record] = None
            hints = get_type_hints(record)
            waiting += [inner for name in record.__struct_fields__ for inner in _inside(hints[name])]
    return list(met)


def _inside(hint: object) -> Iterator[type[msgspec.Struct]]:
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        yield hint
    for part in get_args(hint):
        yield from _inside(part)


def _table(record: type[msgspec.Struct]) -> str:
    meaning = " ".join((record.__doc__ or "").split())
    if record.__struct_config__.array_like:
        return f"### {record.__name__}\n\n{meaning}"
    tag = record.__struct_config__.tag
    rows = [f'| `kind` | always "{tag}" |'] if tag else []
    rows += [f"| `{name}` | {_type_words(_annotation(record, name))} |" for name in record.__struct_fields__]
    return "\n".join([f"### {record.__name__}", "", meaning, "", "| field | value |", "|---|---|", *rows])


def _annotation(record: type, name: str) -> str:
    """The type of a field as it is written in the source."""
    written = (inspect.get_annotations(kind) for kind in record.__mro__)
    return next(str(fields[name]) for fields in written if name in fields)


def _type_words(annotation: str) -> str:
    """A type as a reader of JSON knows it."""
    if literal := re.fullmatch(r"Literal\[(.*?)\]( \| None)?", annotation, re.DOTALL):
        values = ", ".join(value.strip(" \n'\"") for value in literal[1].split(",") if value.strip())
        return values + (", or null" if literal[2] else "")
    listed = re.sub(r"tuple\[(\w+), \.\.\.\]", r"list of \1", annotation)
    parts = [re.sub(r"\w+$", lambda word: _WORDS.get(word[0], word[0]), part) for part in listed.split(" | ")]
    return " or ".join(parts)


def _values() -> str:
    """The values of the fields that hold one of a list."""
    lines = (f"- **{name}**: {', '.join(get_args(getattr(claim, name)))}" for name in _VALUES)
    return "\n".join(
        ["### Values", "", *lines, "- **Body**: Move, Figure, Event, Phase or Quote, told apart by `kind`"]
    )
