"""Loading a lexicon file, and what packs add to it, into the record type that says what it may hold."""

from __future__ import annotations

import os
from collections.abc import Hashable, Iterable
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import TypeVar, cast

import msgspec

from parley.errors import ParleyError
from parley.lexicon.merging import PACKED, merge
from parley.lexicon.packs import PACKS_VARIABLE, PackError, active_packs, read_pack

__all__ = ["FOR_COMPARING", "FOR_SHOWING", "LexiconError", "lexicon_digest", "load_base", "load_lexicon", "use_packs"]

T = TypeVar("T")
FOR_COMPARING = frozenset({"actors", "copies", "deals", "genres", "packages", "series", "stories"})
"""Files by which what was read is compared, and no report is read."""
FOR_SHOWING = frozenset({"rules"})
"""Files that only pages show."""


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
    load = _with_packs if name in PACKED else _as_it_stands
    return cast(T, load(name, cast(Hashable, schema)))


def load_base(name: str, schema: type[T]) -> T:
    """As `load_lexicon`, without the packs; read anew."""
    return cast(T, _decode(name, schema))


@cache
def _with_packs(name: str, schema: Hashable) -> object:
    content = cast(msgspec.Struct, _decode(name, cast(type[object], schema)))
    return merge(name, content, [file.pack for file in active_packs()])


@cache
def _as_it_stands(name: str, schema: Hashable) -> object:
    return _decode(name, cast(type[object], schema))


def _decode(name: str, schema: type[object]) -> object:
    path = files(__package__) / f"{name}.toml"
    try:
        return msgspec.toml.decode(path.read_bytes(), type=schema)
    except (OSError, msgspec.MsgspecError, ValueError) as error:
        raise LexiconError(name, str(error)) from error


def lexicon_digest(*, comparing: bool = False) -> str:
    """SHA-256 over the files by which reports are read, by name, and the active packs: part of every run's identity.

    With `comparing` also over those by which what was read is compared. Where a user's own pack lies does not matter,
    what it holds does. Raises PackError for a faulty one.
    """
    left_out = FOR_SHOWING if comparing else FOR_SHOWING | FOR_COMPARING
    digest = sha256()
    for path in sorted(files(__package__).iterdir(), key=lambda p: p.name):
        if path.name.endswith(".toml") and path.name.removesuffix(".toml") not in left_out:
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
    for file in active_packs():
        digest.update(b"pack\0" + file.digest.encode())
    return digest.hexdigest()


def use_packs(paths: Iterable[str | Path]) -> None:
    """Make packs of one's own active, beside those active already, in this process and those it starts.

    Raises PackError when one cannot be used, or when words have been read before without it: name packs first.
    """
    before, own = {file.digest for file in active_packs()}, [read_pack(path) for path in paths]
    if _with_packs.cache_info().currsize and (late := [file.path for file in own if file.digest not in before]):
        raise PackError(late[0], "words have been read before without it; name it before the first report is read")
    known = os.environ.get(PACKS_VARIABLE, "")
    named = dict.fromkeys([*known.split(os.pathsep), *(str(Path(file.path).absolute()) for file in own)])
    os.environ[PACKS_VARIABLE] = os.pathsep.join(filter(None, named))
    try:
        active_packs()
    except PackError:
        os.environ[PACKS_VARIABLE] = known
        raise
