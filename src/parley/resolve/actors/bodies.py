"""Organisations whose names are shortened: acronyms, and firms by the first word of their name."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from parley.lexicon.actors import actor_words
from parley.lexicon.parties import name_words
from parley.resolve.actors.clusters import Clusters
from parley.resolve.actors.known import known_name
from parley.resolve.actors.names import acronym, display, initials, legal_core, plain
from parley.resolve.actors.nodes import Node
from parley.resolve.actors.same_names import kinds_fit

__all__ = ["head_of_name", "join_bodies"]

_LEAST_INITIALS = 3
_MOST_SHOWN = 4
_FIRMS = ("company", "consortium")
_BODIES = (None, "organisation", "company", "consortium")
_JOINED = ("named", "known")


def join_bodies(clusters: Clusters) -> None:
    """Join acronyms and short names with the one full name of the story they stand for."""
    _join_acronyms(clusters)
    _join_short_names(clusters)
    _join_heads(clusters)


def _join_acronyms(clusters: Clusters) -> None:
    told: dict[str, list[int]] = {}
    built: dict[str, list[int]] = {}
    for number, node in _bodies(clusters):
        for short in sorted(node.acronyms):
            told.setdefault(short, []).append(number)
        if len(short := initials(node.reading.name)) >= _LEAST_INITIALS:
            built.setdefault(short, []).append(number)
    for number, node in _bodies(clusters):
        short = acronym(node.reading.name) if node.sort == "named" else ""
        if not short:
            continue
        if short in told:
            _decide(clusters, number, told[short], "acronym told in a report")
        elif short in built:
            _decide(clusters, number, built[short], "initials")


def _join_short_names(clusters: Clusters) -> None:
    told: dict[str, list[int]] = {}
    begun: dict[str, list[int]] = {}
    for number, node in _bodies(clusters):
        for short in sorted(node.shorts):
            told.setdefault(short, []).append(number)
        words = legal_core(node.reading.name) if node.sort == "named" and node.kind in _FIRMS else ()
        for end in range(1, len(words)):
            if not actor_words().common_openers.issuperset(words[:end]):
                begun.setdefault(" ".join(words[:end]), []).append(number)
    by_first = _first_words(clusters)
    for number, node in _bodies(clusters):
        if node.sort != "named":
            continue
        short = " ".join(legal_core(node.reading.name))
        held = [*told.get(plain(node.reading.name), ()), *begun.get(short, ())]
        if held:
            _decide(clusters, number, held, "short name")
        elif node.kind in _BODIES and (likely := _begin_with(by_first, short, number)):
            clusters.suggest(
                number, likely[:1], "short name", "it begins the longer name, but no report shortens that so"
            )


def _join_heads(clusters: Clusters) -> None:
    """ "The Front": what a name ends with, where it says what is named, is the one body of the story with such a name."""
    ended: dict[str, list[int]] = {}
    for number, node in _bodies(clusters):
        if (head := head_of_name(node.reading.name)) is not None:
            ended.setdefault(head, []).append(number)
    for number, node in _bodies(clusters):
        if node.sort == "named" and (held := ended.get(plain(node.reading.name))):
            _decide(clusters, number, held, "last word of the name")


def head_of_name(name: str) -> str | None:
    """What the name of a body ends with, where that says what is named ("Front", "federation"); None for another name."""
    words = legal_core(name)
    return words[-1] if len(words) > 1 and words[-1] in _heads() else None


@cache
def _heads() -> frozenset[str]:
    """Words that say what an organisation is and end its name, save those of bodies that any state has."""
    heads = {word.casefold() for kind in name_words().heads for word in kind.words if kind.kind not in _FIRMS}
    return frozenset(heads - set(actor_words().of_any_state))


def _first_words(clusters: Clusters) -> dict[str, list[int]]:
    """The organisations of more than one word by their first."""
    found: dict[str, list[int]] = {}
    for number, node in _bodies(clusters):
        words = legal_core(node.reading.name)
        if len(words) > 1 and words[0] not in actor_words().common_openers and node.kind in _BODIES:
            found.setdefault(words[0], []).append(number)
    return found


def _begin_with(by_first: dict[str, list[int]], short: str, number: int) -> list[int]:
    return [other for other in by_first.get(short, ()) if other != number]


def _bodies(clusters: Clusters) -> Iterable[tuple[int, Node]]:
    return ((number, node) for number, node in enumerate(clusters.nodes) if node.sort in _JOINED)


def _decide(clusters: Clusters, number: int, others: Iterable[int], rule: str) -> None:
    """Join with the one that it fits; several are left open."""
    roots = sorted({clusters.first(other) for other in others} - {clusters.first(number)})
    kind = clusters.nodes[number].kind
    fits = [
        root for root in roots
        if not clusters.are_apart(root, number) and kinds_fit(kind, clusters.nodes[root].kind)
    ]  # fmt: skip
    if len(fits) > 1:
        clusters.suggest(number, fits[:_MOST_SHOWN], rule, f"{len(fits)} actors of the story fit the name")
    elif fits and (doubt := _doubt(clusters, number, fits[0], rule)):
        clusters.suggest(number, fits, rule, doubt)
    elif fits:
        clusters.join(fits[0], number, rule)


def _doubt(clusters: Clusters, number: int, fuller: int, rule: str) -> str | None:
    """What speaks against a shorter name's being that of a fuller one."""
    reports = {node.report for node in clusters.of(fuller)}
    if rule == "short name" and not reports.isdisjoint(node.report for node in clusters.of(number)):
        return "a report names both, and tells them apart"
    short, full = clusters.nodes[number].reading.name, clusters.nodes[fuller].reading.name
    rest = display(full)[len(display(short)) :] if plain(full).startswith(plain(short)) else ""
    if rest and (place := known_name(rest)) and place.kind == "state":
        return "the longer name may be that of a branch"
    return None
