"""Loading a lexicon file into the record type that says what it may hold."""

from __future__ import annotations

from collections.abc import Hashable
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TypeVar, cast

import msgspec

from parley.errors import ParleyError

__all__ = ["LexiconError", "lexicon_digest", "load_lexicon"]

T = TypeVar("T")


class LexiconError(ParleyError):
    """A lexicon file does not hold what its record type says."""

    def __init__(self, name: str, reason: str) -> None:
        """`name` is the file's stem, `reason` what is wrong with it."""
        super().__init__(f"lexicon file '{name}.toml' cannot be used: {reason}")


def load_lexicon(name: str, schema: type[T]) -> T:
    """The file `name.toml` as a `schema` (a msgspec Struct with `forbid_unknown_fields=True`); read once.

    Raises LexiconError when the file is missing, is no TOML, or does not fit the schema.
    """
    return cast(T, _load(name, cast(Hashable, schema)))


@cache
def _load(name: str, schema: Hashable) -> object:
    path = files(__package__) / f"{name}.toml"
    try:
        return msgspec.toml.decode(path.read_bytes(), type=cast(type[object], schema))
    except (OSError, msgspec.MsgspecError, ValueError) as error:
        raise LexiconError(name, str(error)) from error


def lexicon_digest() -> str:
    """SHA-256 over all lexicon files, by name: part of every run's identity."""
    digest = sha256()
    for path in sorted(files(__package__).iterdir(), key=lambda p: p.name):
        if path.name.endswith(".toml"):
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
