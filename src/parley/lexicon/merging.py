"""A base file of the lexicon together with what the packs add to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

import msgspec
from msgspec.structs import replace

from parley.lexicon.frames import Issue, Issues
from parley.lexicon.packs import Pack

__all__ = ["PACKED", "merge"]

S = TypeVar("S", bound=msgspec.Struct)
_Added = dict[str, object]
_ISSUE_WORDS = ("verbs", "nouns", "stakes", "needs_stake", "needs_amount", "stop_verbs", "implied")


def merge(name: str, base: S, packs: Iterable[Pack]) -> S:
    """The content `base` of the file `name.toml` with the words of all packs, in their order."""
    adding = _ADDING.get(name)
    if adding is not None:
        for pack in packs:
            base = replace(base, **adding(base, pack))
    return _ordered(base) if isinstance(base, Issues) else base


def _acts(base: Any, pack: Pack) -> _Added:
    return {
        **{field: _placed(getattr(base, field), getattr(pack, field)) for field in ("frame", "noun", "adjective")},
        "verbs": _union(base.verbs, pack.verbs),
        "nouns": _union(base.nouns, pack.classes),
    }


def _placed(frames: tuple[Any, ...], more: Iterable[Any]) -> tuple[Any, ...]:
    """Each new frame behind the last one of its act: which act is looked for first stays as it is."""
    found = list(frames)
    for frame in more:
        after = max((place for place, known in enumerate(found) if known.act == frame.act), default=len(found) - 1)
        found.insert(after + 1, frame)
    return tuple(found)


def _talks(base: Any, pack: Pack) -> _Added:
    idle = replace(base.idle, nouns=base.idle.nouns | pack.idle)
    return {"nouns": _union(base.nouns, pack.talks), "idle": idle}


def _issues(base: Issues, pack: Pack) -> _Added:
    """Entries for the same issue under the same condition are one: stakes of the one serve words of the other."""
    table = {(entry.issue, entry.with_): entry for entry in base.issue}
    for entry in pack.issue:
        key = entry.issue, entry.with_
        known = table.get(key)
        table[key] = entry if known is None else _joined(known, entry)
    return {"issue": tuple(table.values())}


def _joined(one: Issue, other: Issue) -> Issue:
    return replace(one, **{field: getattr(one, field) | getattr(other, field) for field in _ISSUE_WORDS})


def _ordered(issues: Any) -> Any:
    """The entries by the file's order of issues: the first that a word fits is taken."""
    return replace(issues, issue=tuple(sorted(issues.issue, key=lambda entry: issues.order.index(entry.issue))))


def _units(base: Any, pack: Pack) -> _Added:
    return {field: {**getattr(base, field), **getattr(pack.units, field)} for field in pack.units.__struct_fields__}


def _collectives(base: Any, pack: Pack) -> _Added:
    return {
        "groups": base.groups + pack.role,
        "organs": base.organs + pack.organ,
        **_chain(base, pack, ("wings", "sides", "counted")),
    }


def _offices(base: Any, pack: Pack) -> _Added:
    return {"offices": base.offices + pack.office, **_chain(base, pack, ("unnamed", "qualifiers"))}


def _measures(base: Any, pack: Pack) -> _Added:
    return _chain(base, pack, ("measure", "phrase"))


def _groups(base: Any, pack: Pack) -> _Added:
    return {name: getattr(base, name) | words for name, words in pack.groups.items()}


def _events(base: Any, pack: Pack) -> _Added:
    """Deeds of one kind of dispute come first: their words ask for more beside them."""
    return {"deed": pack.event + base.deed, "classes": _union(base.classes, pack.event_classes)}


def _relevance(base: Any, pack: Pack) -> _Added:
    return {"strong": base.strong | pack.strong, "plain": base.plain | pack.plain}


def _chain(base: Any, pack: Pack, fields: Iterable[str]) -> _Added:
    """The fields' lists, one after the other."""
    return {field: getattr(base, field) + getattr(pack, field) for field in fields}


def _union(one: Mapping[str, frozenset[str]], other: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """The classes of both, each with the words of both."""
    return {name: one.get(name, frozenset()) | other.get(name, frozenset()) for name in {**one, **other}}


_ADDING: dict[str, Callable[[Any, Pack], _Added]] = {
    "acts": _acts,
    "talks": _talks,
    "issues": _issues,
    "units": _units,
    "collectives": _collectives,
    "offices": _offices,
    "measures": _measures,
    "groups": _groups,
    "events": _events,
    "relevance": _relevance,
}
PACKED = frozenset(_ADDING)
"""Stems of the files that packs add to."""
