"""Loading a lexicon file, and what packs add to it, into the record type that says what it may hold."""

from __future__ import annotations

from collections.abc import Hashable
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TypeVar, cast

import msgspec

from parley.errors import ParleyError
from parley.lexicon.merging import PACKED, merge
from parley.lexicon.packs import active_packs

__all__ = ["LexiconError", "lexicon_digest", "load_base", "load_lexicon"]

T = TypeVar("T")


class LexiconError(ParleyError):
    """A lexicon file does not hold what its record type says."""

    def __init__(self, name: str, reason: str) -> None:
        """`name` is the file's stem, `reason` what is wrong with it."""
        super().__init__(f"lexicon file '{name}.toml' cannot be used: {reason}")


def load_lexicon(name: str, schema: type[T]) -> T:
    """The file `name.toml` with what the active packs add, as a `schema` (a msgspec Struct with
    `forbid_unknown_fields=True`); read once.

    Raises LexiconError when the file is missing, is no TOML, or does not fit the schema; PackError for a faulty pack.
    """
    return cast(T, _load(name, cast(Hashable, schema)))


def load_base(name: str, schema: type[T]) -> T:
    """As `load_lexicon`, without the packs; read anew."""
    return cast(T, _decode(name, schema))


@cache
def _load(name: str, schema: Hashable) -> object:
    content = _decode(name, cast(type[object], schema))
    if name in PACKED:
        return merge(name, cast(msgspec.Struct, content), [file.pack for file in active_packs()])
    return content


def _decode(name: str, schema: type[object]) -> object:
    path = files(__package__) / f"{name}.toml"
    try:
        return msgspec.toml.decode(path.read_bytes(), type=schema)
    except (OSError, msgspec.MsgspecError, ValueError) as error:
        raise LexiconError(name, str(error)) from error


def lexicon_digest() -> str:
    """SHA-256 over all lexicon files, by name, and the active packs: part of every run's identity.

    Where a user's own pack lies does not matter, what it holds does. Raises PackError for a faulty one.
    """
    digest = sha256()
    for path in sorted(files(__package__).iterdir(), key=lambda p: p.name):
        if path.name.endswith(".toml"):
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
    for file in active_packs():
        digest.update(b"pack\0" + file.digest.encode())
    return digest.hexdigest()
