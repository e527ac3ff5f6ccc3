"""FIELD=VALUE as a person writes it: as options, and as one line."""

from __future__ import annotations

import shlex
from collections.abc import Iterable

import click

__all__ = ["field_values", "line_values", "once"]

_OPTIONS = frozenset({"person", "note", "words", "nth"})


def field_values(pairs: Iterable[str]) -> dict[str, object]:
    """Fields and values of FIELD=VALUE options.

    Raises click.UsageError for what is no FIELD=VALUE, for a field given twice, and for what is an option of its own.
    """
    found = _pairs(pairs)
    reserved = sorted(_OPTIONS & found.keys())
    if reserved:
        raise click.UsageError(f"'{reserved[0]}' is an option, not a field; give it as --{reserved[0]}")
    return found


def line_values(line: str) -> tuple[dict[str, object], str | None, int | None]:
    """Fields and values of one line, as a shell parts it, and its `words` and `nth`, None where it gives none.

    Raises click.UsageError as `field_values` does.
    """
    try:
        pairs = shlex.split(line)
    except ValueError as error:
        raise click.UsageError(f"a quotation mark is not closed in: {line}") from error
    found = _pairs(pairs)
    words, nth = found.pop("words", None), str(found.pop("nth", ""))
    if nth and not (nth.isdecimal() and int(nth) > 0):
        raise click.UsageError(f"'{nth}' for nth is no number from 1 on")
    return found, None if words is None else str(words), int(nth) if nth else None


def once(one: dict[str, object], other: dict[str, object]) -> dict[str, object]:
    """Both together. Raises click.UsageError for what both have."""
    twice = sorted(one.keys() & other.keys())
    if twice:
        raise click.UsageError(f"'{twice[0]}' is given twice")
    return {**one, **other}


def _pairs(pairs: Iterable[str]) -> dict[str, object]:
    found: dict[str, object] = {}
    for pair in pairs:
        name, sign, value = pair.partition("=")
        name = name.strip().replace("-", "_")
        if not sign or not name:
            raise click.UsageError(f"'{pair}' is not FIELD=VALUE, for example by=\"Harbour Union\"")
        found = once(found, {name: value})
    return found
