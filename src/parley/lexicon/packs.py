"""Packs: the words of one kind of dispute, kept together in a file; built-in ones and a user's own."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec

from parley.errors import ParleyError
from parley.lexicon.deeds import Deed
from parley.lexicon.frames import Frame, Issue, NounFrame
from parley.lexicon.measures import Groups, MeasurePhrase, MeasureWords
from parley.lexicon.party_nouns import Group, Office, Organ
from parley.model.claim import Act
from parley.model.claim import Issue as IssueName

__all__ = [
    "ACTS",
    "ISSUES",
    "PACKS_VARIABLE",
    "Example",
    "Pack",
    "PackError",
    "PackFile",
    "UnitWords",
    "active_packs",
    "built_in_packs",
    "read_pack",
    "write_new_pack",
]

PACKS_VARIABLE = "PARLEY_PACKS"
"""Environment variable with the paths of a user's own packs, separated as in PATH."""
ACTS: tuple[str, ...] = Act.__args__  # type: ignore[attr-defined]
ISSUES: tuple[str, ...] = IssueName.__args__  # type: ignore[attr-defined]

_FOLDER = Path(__file__).parent / "packs"
_NAME = re.compile(r"[a-z][a-z0-9_-]*")
_PLACE = re.compile(r" - at `\$(?:\.(\w+))?(?:\[(\d+)\])?(?:\.(\w+))?.*`")
_Words = frozenset[str]


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence by the author of a pack: the act it reports ("none": no act), and by whom, as the sentence names it."""

    text: str
    act: str
    by: str | None = None


class UnitWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Written forms with the unit they stand for, as in `units.toml`."""

    currency_signs: dict[str, str] = {}
    currency_codes: dict[str, str] = {}
    currency_words: dict[str, str] = {}
    currency_hundredths: dict[str, str] = {}
    shares: dict[str, str] = {}
    durations: dict[str, str] = {}
    measures: dict[str, str] = {}


class Pack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of one kind of dispute; each field adds to what the base files hold.

    `issue` to issues.toml; `frame`, `noun`, `adjective`, noun classes `classes` and verb classes `verbs` to acts.toml;
    classes `talks` and phrases `idle` to talks.toml; `units` to units.toml; `role`, `organ`, `wings`, `sides` and
    `counted` to collectives.toml (a role is one of its groups); `office`, `unnamed` and `qualifiers` to offices.toml;
    `measure` and `phrase` to measures.toml; classes `groups` to groups.toml; deeds `event` and
    classes `event_classes` to events.toml; `strong` and `plain` to relevance.toml.
    `example` sentences add nothing: they show that the pack does what it should.
    """

    name: str
    title: str
    about: str
    issue: tuple[Issue, ...] = ()
    frame: tuple[Frame, ...] = ()
    noun: tuple[NounFrame, ...] = ()
    adjective: tuple[NounFrame, ...] = ()
    classes: dict[str, _Words] = {}
    verbs: dict[str, _Words] = {}
    talks: dict[str, _Words] = {}
    idle: _Words = frozenset()
    units: UnitWords = UnitWords()
    role: tuple[Group, ...] = ()
    organ: tuple[Organ, ...] = ()
    wings: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()
    office: tuple[Office, ...] = ()
    unnamed: tuple[str, ...] = ()
    qualifiers: tuple[str, ...] = ()
    measure: tuple[MeasureWords, ...] = ()
    phrase: tuple[MeasurePhrase, ...] = ()
    groups: dict[str, _Words] = {}
    event: tuple[Deed, ...] = ()
    event_classes: dict[str, _Words] = {}
    strong: _Words = frozenset()
    plain: _Words = frozenset()
    example: tuple[Example, ...] = ()


class PackFile(msgspec.Struct, frozen=True):
    """A pack with where it stands: `path` as the user wrote it, `text` of the file, `own` False for built-in ones."""

    path: str
    text: str
    pack: Pack
    own: bool = True

    @property
    def digest(self) -> str:
        """SHA-256 of the file's text."""
        return sha256(self.text.encode()).hexdigest()

    def place(self, table: str, entry: int | str | None = None) -> str:
        """Where a table stands ("line 12, [[frame]] 3"), its entry with that number from 0, or its key of that name."""
        return _place(self.text, table, entry)


class PackError(ParleyError):
    """A pack cannot be used: `reason` says why and what to do, `place` where in the file (None: the file as a whole)."""

    def __init__(self, path: str, reason: str, *, place: str | None = None) -> None:
        """`path` and `place` say where, `reason` what is wrong and what to do."""
        self.place, self.reason = place, reason
        super().__init__(f"pack '{path}' cannot be used: {place + ': ' if place else ''}{reason}")


@cache
def built_in_packs() -> tuple[PackFile, ...]:
    """The packs that come with Parley, by name."""
    return tuple(_read(path, own=False) for path in sorted(_FOLDER.glob("*.toml")))


def active_packs() -> tuple[PackFile, ...]:
    """All built-in packs, then the user's own, named by the environment variable, by name and content.

    Raises PackError when one cannot be used, or bears the name of another.
    """
    named = os.environ.get(PACKS_VARIABLE, "")
    return _with_own(tuple(path for path in named.split(os.pathsep) if path))


@cache
def _with_own(paths: Sequence[str]) -> tuple[PackFile, ...]:
    built_in = {file.digest for file in built_in_packs()}
    own = {file.digest: file for file in map(read_pack, paths) if file.digest not in built_in}
    found = [*built_in_packs(), *sorted(own.values(), key=lambda file: (file.pack.name, file.digest))]
    _refuse_namesakes(found)
    return tuple(found)


def _refuse_namesakes(files: Iterable[PackFile]) -> None:
    seen: dict[str, PackFile] = {}
    for file in files:
        name = file.pack.name
        if name in seen:
            reason = f"'{seen[name].path}' is named '{name}' too; give it another name"
            raise PackError(file.path, reason, place=file.place("name"))
        seen[name] = file


def read_pack(path: str | Path) -> PackFile:
    """The pack of a TOML file. Raises PackError with file, place and what to do when it is missing or faulty."""
    return _read(Path(path), own=True)


def _read(path: Path, *, own: bool) -> PackFile:
    shown = str(path) if own else path.name
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise PackError(shown, f"{reason}; name a TOML file that can be read") from error
    try:
        file = PackFile(shown, text, msgspec.toml.decode(text, type=Pack), own)
    except msgspec.ValidationError as error:
        raise _misfit(shown, text, str(error)) from error
    except (msgspec.DecodeError, ValueError) as error:
        raise PackError(shown, f"it is no TOML ({error}); mend that place") from error
    _check_names(file)
    return file


def _misfit(path: str, text: str, message: str) -> PackError:
    """What does not fit the record type, told by line and table."""
    match = _PLACE.search(message)
    what = message[: match.start()] if match else message
    place = None
    if match and match[1]:
        place = _place(text, match[1], int(match[2]) if match[2] else None)
        what = f"{what}, in '{match[3]}'" if match[3] else what
    what = what.replace("Object contains", "it has an").replace("an unknown field", "a field not known here,")
    what = what.replace("Object missing", "it misses the")
    return PackError(path, f"{what}; see 'parley pack new' for what may stand there", place=place)


def _place(text: str, table: str, entry: int | str | None) -> str:
    if isinstance(entry, int):
        head, name = re.compile(rf"^[ ]*\[\[{table}\]\]", re.MULTILINE), f"[[{table}]] {entry + 1}"
        found = [match.start() for match in head.finditer(text)][entry : entry + 1]
    elif entry:
        inner = re.compile(rf"^[ ]*\[{table}[\].].*?^[ ]*\"?{re.escape(entry)}\"?[ ]*=", re.MULTILINE | re.DOTALL)
        name = f"[{table}] '{entry}'"
        found = [match.end() for match in inner.finditer(text)][:1]
    else:
        head, name = re.compile(rf"^[ ]*(?:\[{table}[\].]|{table}[ ]*=)", re.MULTILINE), f"'{table}'"
        found = [match.start() for match in head.finditer(text)][:1]
    return f"line {text.count(chr(10), 0, found[0]) + 1}, {name}" if found else name


def _check_names(file: PackFile) -> None:
    """Refuse acts and issues that the record does not know, and a name that is none."""
    pack = file.pack
    if not _NAME.fullmatch(pack.name):
        reason = f"'{pack.name}' is no name; use small letters, digits, '-' and '_', a letter first"
        raise PackError(file.path, reason, place=file.place("name"))
    for table in ("frame", "noun", "adjective"):
        for number, entry in enumerate(getattr(pack, table)):
            _refuse_strange(file, file.place(table, number), ("act", entry.act, ACTS))
    for name in pack.groups:
        _refuse_strange(file, file.place("groups"), ("class of groups.toml", name, Groups.__struct_fields__[:-1]))
    for number, issue in enumerate(pack.issue):
        _refuse_strange(file, file.place("issue", number), ("issue", issue.issue, ISSUES))
    for number, example in enumerate(pack.example):
        _refuse_strange(file, file.place("example", number), ("act", example.act, (*ACTS, "none")))


def _refuse_strange(file: PackFile, place: str, named: tuple[str, Any, Iterable[str]]) -> None:
    sort, value, known = named
    if value not in known:
        raise PackError(file.path, f"'{value}' is no {sort}; known are {', '.join(sorted(known))}", place=place)


def write_new_pack(path: Path) -> str:
    """Write a pack to fill in, that says what may stand where; its name, made from the file's.

    Raises PackError when the file is there already or cannot be written.
    """
    name = re.sub(r"[^a-z0-9_-]+", "-", path.stem.casefold()).lstrip("-_0123456789") or "own"
    text = (_FOLDER / "new.txt").read_text(encoding="utf-8").replace("NAME", name)
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError as error:
        raise PackError(str(path), "it is there already; name another file") from error
    except OSError as error:
        raise PackError(str(path), f"{error.strerror}; name a file that can be written") from error
    return name
