"""People whose names are written in several ways: with and without middle names, initials, spellings, and surnames alone."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Sequence

from parley.resolve.actors.clusters import Clusters
from parley.resolve.actors.names import folded, skeleton, words
from parley.resolve.actors.nodes import Node
from parley.resolve.actors.same_names import join_all
from parley.resolve.actors.sides import Sides, side_key

__all__ = ["join_people"]

Tokens = tuple[str, ...]
_MOST_SHOWN = 4
_LEAST_LETTERS = 4


def join_people(clusters: Clusters, sides: Sides) -> None:
    """Join full names with their variants, then surnames alone with the one full name they fit."""
    _join_fuller(clusters, sides)
    _join_spellings(clusters, sides)
    _join_surnames(clusters, sides)
    _join_misread(clusters)


def _tokens(node: Node) -> Tokens:
    return tuple(node.reading.key.removeprefix("person:").split("."))


def _full(clusters: Clusters) -> dict[int, set[Tokens]]:
    """The sets of people with a full name, and the names each has."""
    found: dict[int, set[Tokens]] = {}
    for number, node in enumerate(clusters.nodes):
        if node.sort == "person" and "." in node.reading.key:
            found.setdefault(clusters.first(number), set()).add(_tokens(node))
    return found


def _join_fuller(clusters: Clusters, sides: Sides) -> None:
    """ "M. Rao", "Maria Rao" and "Ana Rao" are of "Ana Maria Rao" what fits one fuller name alone."""
    found = _full(clusters)
    by_end: dict[str, list[tuple[Tokens, int]]] = {}
    by_start: dict[Tokens, list[tuple[Tokens, int]]] = {}
    for first, names in found.items():
        for tokens in sorted(names):
            by_end.setdefault(tokens[-1], []).append((tokens, first))
            by_start.setdefault(tokens[:2], []).append((tokens, first))
    joined: dict[str, list[int]] = {}
    for first, names in found.items():
        for tokens in sorted(names):
            joined.setdefault("".join(tokens), []).append(first)
    for firsts in joined.values():
        join_all(clusters, firsts, sides)
    for first, names in found.items():
        for tokens in sorted(names):
            fuller = [other for name, other in by_end[tokens[-1]] if _shortens(tokens, name)]
            backed = [other for name, other in by_start[tokens[:2]] if len(name) > len(tokens) == 2 and _backed(clusters, first, other, sides)]  # fmt: skip
            _decide(clusters, first, [*fuller, *backed], sides, "fuller name")


def _shortens(short: Tokens, full: Tokens) -> bool:
    """Whether one name leaves out or abbreviates given names of another with the same surname."""
    if short == full or len(short) > len(full):
        return False
    initials = [len(token) == 1 for token in short[:-1]]
    if len(short) == len(full):
        return any(initials) and all(_stands_for(a, b) for a, b in zip(short, full, strict=True))
    if all(initials):
        return all(_stands_for(a, b) for a, b in zip(short[:-1], full, strict=False))
    rest = iter(full)
    return all(any(_stands_for(token, other) for other in rest) for token in short)


def _stands_for(short: str, full: str) -> bool:
    return short == full or (len(short) == 1 and full.startswith(short))


def _backed(clusters: Clusters, one: int, other: int, sides: Sides) -> bool:
    """Whether two sets share an office, or a side and no two offices of one side."""
    a, b = list(clusters.of(one)), list(clusters.of(other))
    if _offices(a) & _offices(b):
        return True
    return bool(sides.told(a) & sides.told(b))


def _offices(nodes: Iterable[Node]) -> set[tuple[str, str]]:
    return {(office, side_key(owner)) for node in nodes for office, owner in node.offices if owner}


def _decide(clusters: Clusters, first: int, others: Iterable[int], sides: Sides, rule: str) -> None:
    """Join a set with the one of others that it fits; with several, or one that it must not be, leave it open."""
    roots = sorted({clusters.first(other) for other in others} - {clusters.first(first)})
    fits = [other for other in roots if _fit(clusters, first, other, sides)]
    if len(fits) == 1 and clusters.join(fits[0], first, rule):
        return
    if len(fits) > 1:
        clusters.suggest(first, fits[:_MOST_SHOWN], rule, f"{len(fits)} actors of the story fit the name")


def _fit(clusters: Clusters, one: int, other: int, sides: Sides) -> bool:
    """Whether nothing told of two sets speaks against their being one person."""
    if clusters.are_apart(one, other):
        return False
    a, b = list(clusters.of(one)), list(clusters.of(other))
    genders = {g for node in a for g in node.genders}, {g for node in b for g in node.genders}
    if genders[0] and genders[1] and not genders[0] & genders[1]:
        return False
    return not sides.opposed(sides.told(a), sides.told(b))


def _join_spellings(clusters: Clusters, sides: Sides) -> None:
    """Two spellings of one full name, where the reports also give both the same side or office."""
    blocks: dict[Tokens, list[int]] = {}
    for first, names in _full(clusters).items():
        for tokens in sorted(names):
            blocks.setdefault((skeleton(tokens[0]), skeleton(tokens[-1])), []).append(first)
    for firsts in blocks.values():
        roots = sorted({clusters.first(first) for first in firsts})
        for one, other in itertools.pairwise(roots):
            if not _fit(clusters, one, other, sides) or not _alike(clusters, one, other):
                continue
            if _backed(clusters, one, other, sides):
                clusters.join(one, other, "spelling")
            else:
                clusters.suggest(other, [one], "spelling", "the names sound alike, but nothing else says that they are one")  # fmt: skip


def _alike(clusters: Clusters, one: int, other: int) -> bool:
    """Whether two names are long enough to tell, and as many words."""
    a, b = _tokens(clusters.nodes[one]), _tokens(clusters.nodes[other])
    return len(a) == len(b) and min(len(a[-1]), len(b[-1])) >= _LEAST_LETTERS and min(len(a[0]), len(b[0])) > 1


def _join_surnames(clusters: Clusters, sides: Sides) -> None:
    """Each surname alone, report by report, with the full name it fits; those that fit none with one another."""
    by_surname, by_given = _indexed(clusters)
    alone: dict[str, list[int]] = {}
    for number, node in enumerate(clusters.nodes):
        if node.sort != "person" or "." in node.reading.key:
            continue
        token = node.reading.key.removeprefix("person:")
        held = _bearers(clusters, number, by_surname.get(token, []), by_given.get(token, []), sides)
        if not _place(clusters, number, held, sides):
            alone.setdefault(token, []).append(number)
    for numbers in alone.values():
        join_all(clusters, numbers, sides)


def _bearers(
    clusters: Clusters, number: int, by_surname: Sequence[int], by_given: Sequence[int], sides: Sides
) -> list[int]:
    """Who may be meant by one word: who bears it as surname, after a title also whose name begins with it.

    Kings and princes go by given names: of them, those of the same realm.
    """
    node = clusters.nodes[number]
    if node.royal:
        return [each for each in by_given if _backed(clusters, number, each, sides)]
    return [*by_surname, *(by_given if node.courtesy else ())]


def _join_misread(clusters: Clusters) -> None:
    """A name of one word that a report gives no kind but "organisation", with the one person of the story who bears it,
    if no organisation does."""
    by_surname, by_given = _indexed(clusters)
    bodies = {
        word for node in clusters.nodes if node.sort == "named" and len(found := words(node.reading.name)) > 1
        for word in found
    }  # fmt: skip
    for number, node in enumerate(clusters.nodes):
        found = words(node.reading.name)
        if node.sort != "named" or node.kind not in (None, "organisation") or len(found) != 1 or found[0] in bodies:
            continue
        token = folded(found[0])
        held = {clusters.first(each) for each in (*by_surname.get(token, ()), *by_given.get(token, ()))}
        if len(held) == 1:
            clusters.join(held.pop(), number, "surname")
        elif held:
            clusters.suggest(number, sorted(held)[:_MOST_SHOWN], "surname", f"{len(held)} people of the story bear the name")  # fmt: skip


def _indexed(clusters: Clusters) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
    """The sets with full names by their last words, and by their first."""
    by_surname: dict[str, list[int]] = {}
    by_given: dict[str, list[int]] = {}
    for first, names in _full(clusters).items():
        for tokens in sorted(names):
            for start in range(1, len(tokens)):
                by_surname.setdefault("".join(tokens[start:]), []).append(first)
            if len(tokens[0]) > 1:
                by_given.setdefault(tokens[0], []).append(first)
    return by_surname, by_given


def _place(clusters: Clusters, number: int, held: Sequence[int], sides: Sides) -> bool:
    """Join a node with the one bearer of its name that it fits, or that more than the name speaks for.

    False when it fits none, so that it is somebody else.
    """
    roots = sorted({clusters.first(each) for each in held} - {clusters.first(number)})
    fits = [each for each in roots if _fit(clusters, number, each, sides)]
    if len(fits) == 1 and _titles_differ(clusters, number, fits[0], sides):
        clusters.suggest(number, fits, "surname", "titles put the two on different sides")
        return False
    for rule, speaks in _TELLS:
        if len(fits) <= 1:
            break
        narrower = [each for each in fits if speaks(clusters, number, each, sides)]
        if len(narrower) == 1:
            clusters.join(narrower[0], number, rule)
            return True
    if len(fits) == 1:
        clusters.join(fits[0], number, "surname")
    elif fits:
        clusters.suggest(number, fits[:_MOST_SHOWN], "surname", f"{len(fits)} people of the story bear the name")
    return bool(fits)


def _titles_differ(clusters: Clusters, one: int, other: int, sides: Sides) -> bool:
    a, b = (sides.told_by_titles(clusters.of(each)) for each in (one, other))
    return bool(a) and bool(b) and not a & b


def _same_office(clusters: Clusters, one: int, other: int, sides: Sides) -> bool:
    mine = {office for office, _ in clusters.nodes[one].offices}
    return bool(mine & {office for node in clusters.of(other) for office, _ in node.offices})


def _same_report(clusters: Clusters, one: int, other: int, sides: Sides) -> bool:
    report = clusters.nodes[one].report
    return any(node.report == report for node in clusters.of(other))


_Tell = Callable[[Clusters, int, int, Sides], bool]
_TELLS: tuple[tuple[str, _Tell], ...] = (
    ("surname in the same report", _same_report),
    ("surname and office", _same_office),
    ("surname and side", _backed),
)
