"""Who is called by the name of a firm with a noun behind it: its shareholders, and the group of investors that it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from parley.lexicon.words import word_list
from parley.resolve.actors.clusters import Clusters
from parley.resolve.actors.names import legal_core, plain, words
from parley.resolve.actors.nodes import Local, Node, local_of, parts_of
from parley.resolve.actors.nouns import singular
from parley.resolve.actors.reading import Reading
from parley.resolve.told import Told

__all__ = ["join_by_firm"]

_FIRMS = ("company", "consortium")
_HOLDERS = word_list("resolve.actors.by_firm.holders")
_BARE = word_list("resolve.actors.by_firm.bare")
_WHICH = word_list("resolve.actors.by_firm.which")
_OWNERS = ("its ", "their ", "his ", "her ")
_GROUPS = word_list("resolve.actors.by_firm.groups")


def join_by_firm(clusters: Clusters, told: Iterable[Told]) -> None:
    """Join the shareholders of one firm under all their names, and "the Arkwell investor group" with the firm Arkwell.

    "Shareholders" of nobody are those of the one firm whose holders their report names, else of the one to which `told`
    has offers there. A single holder, and some of them, are somebody else.
    """
    firms = _firms(clusters)
    for number, node in enumerate(clusters.nodes):
        if (called := _group(node)) and (firm := _firm(clusters, firms, called, node.report)) is not None:
            clusters.join(firm, number, "group of the firm's name")
    holders: dict[int, int] = {}
    bare: list[int] = []
    for number, node in enumerate(clusters.nodes):
        owner = _owner(node)
        if owner == ():
            bare.append(number)
        elif owner is not None and (firm := _firm(clusters, firms, owner, node.report)) is not None:
            node.reading = _plainly(node)
            clusters.join(holders.setdefault(firm, number), number, "holders of one firm")
    if bare and holders:
        _join_bare(clusters, bare, holders, told)


def _plainly(node: Node) -> Reading:
    """The reading of a node by the name of the firm alone: without "remaining" before it."""
    name = node.reading.name.split()
    while len(name) > 2 and name[0].casefold() in _WHICH:
        del name[0]
    return msgspec.structs.replace(node.reading, name=" ".join(name))


def _join_bare(clusters: Clusters, bare: Iterable[int], holders: Mapping[int, int], told: Iterable[Told]) -> None:
    """`holders` has the first node of those of each firm."""
    there: dict[str, set[int]] = {}
    for first in holders.values():
        for node in clusters.of(first):
            there.setdefault(node.report, set()).add(first)
    bid_for, owned = _bid_for(clusters, told)
    for number in bare:
        node = clusters.nodes[number]
        targets = {holders[firm] for firm in bid_for.get(node.report, ()) if firm in holders}
        fitting = there.get(node.report) or targets
        if len(fitting) == 1 and (node.report, node.local) not in owned:
            clusters.join(next(iter(fitting)), number, "holders of one firm")


def _bid_for(clusters: Clusters, told: Iterable[Told]) -> tuple[dict[str, set[int]], set[tuple[str, Local]]]:
    """The firms to which offers are told, by report; and who is told of as somebody's ("its shareholders")."""
    firms = {
        (node.report, node.local): clusters.first(number)
        for number, node in enumerate(clusters.nodes)
        if node.sort == "named" and node.kind in _FIRMS
    }
    targets: dict[str, set[int]] = {}
    owned: set[tuple[str, Local]] = set()
    for claim in (each.claim for each in told):
        for part, actor in parts_of(claim):
            place = claim.report, local_of(actor)
            if actor.mention.casefold().startswith(_OWNERS):
                owned.add(place)
            if part == "addressee" and getattr(claim.body, "act", None) == "offer" and place in firms:
                targets.setdefault(claim.report, set()).add(firms[place])
    return targets, owned


def _firms(clusters: Clusters) -> dict[tuple[str, ...], list[int]]:
    """The firms by every beginning of their names."""
    found: dict[tuple[str, ...], list[int]] = {}
    for number, node in enumerate(clusters.nodes):
        if node.sort == "named" and node.kind in _FIRMS:
            for core in _cores(node):
                found.setdefault(core, []).append(number)
    return found


def _cores(node: Node) -> Iterator[tuple[str, ...]]:
    names = (legal_core(name) for name in (node.reading.name, *node.names, *node.shorts))
    return iter({core[:length] for core in names for length in range(1, len(core) + 1)})


def _firm(
    clusters: Clusters, firms: dict[tuple[str, ...], list[int]], name: tuple[str, ...], report: str
) -> int | None:
    """The one firm that a name or its beginning means, by its first node: that of the report, else that of the story."""
    told = firms.get(name, [])
    for fitting in ([n for n in told if clusters.nodes[n].report == report], told):
        roots = {clusters.first(number) for number in fitting}
        if roots:
            return next(iter(roots)) if len(roots) == 1 else None
    return None


def _owner(node: Node) -> tuple[str, ...] | None:
    """The words before "shareholders" that name a firm, none where the noun stands alone; None for other nodes."""
    tokens = words(plain(node.reading.name).replace("'s ", " ").replace("' ", " "))
    if node.sort != "generic" or node.kind != "collective" or not tokens or singular(tokens[-1]) not in _HOLDERS:
        return None
    before = tuple(word for word in tokens[:-1] if word not in _WHICH)
    if not before and singular(tokens[-1]) not in _BARE:
        return None
    return legal_core(" ".join(before)) if before else ()


def _group(node: Node) -> tuple[str, ...]:
    """The words before "investor group" that name a firm; none where the node is called otherwise."""
    tokens = words(node.reading.name)
    if node.sort != "generic" or node.reading.owner:
        return ()
    name = " ".join(tokens)
    tail = next((group for group in sorted(_GROUPS, key=len, reverse=True) if name.endswith(f" {group}")), None)
    return legal_core(name.removesuffix(f" {tail}")) if tail else ()
