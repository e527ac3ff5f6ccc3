"""Nodes with the same name joined, where nothing they tell speaks against it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from parley.model.claim import ActorKind
from parley.resolve.actors.clusters import Clusters
from parley.resolve.actors.nodes import Node
from parley.resolve.actors.sides import Sides

__all__ = ["join_all", "join_same_names", "kinds_fit"]

_FAMILIES: dict[ActorKind | None, str] = {
    "state": "state", "person": "person", "company": "company", "consortium": "company", "union": "union",
    "armed_group": "armed_group", "outlet": "outlet",
}  # fmt: skip
_APART = frozenset(frozenset(pair) for pair in (("company", "union"), ("company", "armed_group"), ("union", "armed_group"), ("outlet", "union"), ("outlet", "armed_group")))  # fmt: skip

Mark = Callable[[Sequence[Node]], str]


def kinds_fit(one: ActorKind | None, other: ActorKind | None) -> bool:
    """Whether one actor may be of both kinds: reports call a firm an organisation too, but never a state a company."""
    if one is None or other is None:
        return True
    a, b = _FAMILIES.get(one, ""), _FAMILIES.get(other, "")
    if "state" in (a, b) or "person" in (a, b):
        return a == b
    return frozenset((a, b)) not in _APART


def join_same_names(clusters: Clusters, sides: Sides) -> None:
    """Join the nodes whose readings have one key; people of one word and offices are left for later."""
    groups: dict[str, list[int]] = {}
    for number, node in enumerate(clusters.nodes):
        if node.sort not in ("generic", "office") and not (node.sort == "person" and "." not in node.reading.key):
            groups.setdefault(node.reading.key, []).append(number)
    for numbers in groups.values():
        join_all(clusters, numbers, sides)


def join_all(clusters: Clusters, numbers: Sequence[int], sides: Sides) -> None:
    """Join nodes of one name; where some cannot be one, each with those that tell the same, the rest left open."""
    sets = list(dict.fromkeys(clusters.first(number) for number in numbers))
    if len(sets) < 2:
        return
    if not _conflict(clusters, sets, sides):
        for other in sets[1:]:
            clusters.join(sets[0], other, _rule(clusters.nodes[other]))
        return
    camps: dict[str, list[int]] = {}
    for first in sets:
        camps.setdefault(_mark(clusters, first, sides), []).append(first)
    firsts = []
    for mark, camp in sorted(camps.items()):
        joined = _camp(clusters, camp) if mark else camp
        firsts += joined
    for at, one in enumerate(firsts[:-1]):
        clusters.suggest(one, firsts[at + 1 : at + 2], "same name", "the reports tell different things of this name, or a person keeps its bearers apart")  # fmt: skip


def _camp(clusters: Clusters, camp: Sequence[int]) -> list[int]:
    """The sets left after joining those of one camp."""
    left: list[int] = []
    for first in camp:
        if not any(clusters.join(one, first, _rule(clusters.nodes[first])) for one in left[:1]):
            left.append(first)
    return left


def _rule(node: Node) -> str:
    return "same name" if node.reading.rule in ("name", "mention") else node.reading.rule


def _conflict(clusters: Clusters, sets: Sequence[int], sides: Sides) -> bool:
    """Whether some of the sets cannot be one: a person keeps them apart, or gender, kind or side differ."""
    if any(clusters.are_apart(one, other) for one, other in _enemies(clusters, sets)):
        return True
    if clusters.nodes[sets[0]].sort == "person":
        genders = {gender for first in sets for node in clusters.of(first) for gender in node.genders}
        return len(genders) > 1 or _sides_differ(clusters, sets, sides)
    if clusters.nodes[sets[0]].sort == "named":
        kinds = sorted({kind for first in sets for node in clusters.of(first) for kind in (node.kind,) if kind})
        # What a report does not show to be a state it takes for an organisation.
        kinds = [kind for kind in kinds if kind != "organisation"] if "state" in kinds else kinds
        return any(not kinds_fit(one, other) for at, one in enumerate(kinds) for other in kinds[at + 1 :])
    return False


def _enemies(clusters: Clusters, sets: Sequence[int]) -> Iterable[tuple[int, int]]:
    """The pairs among sets that may be kept apart: only those with somebody to be kept from."""
    kept = [first for first in sets if clusters.has_enemies(first)]
    return ((one, other) for at, one in enumerate(kept) for other in kept[at + 1 :])


def _sides_differ(clusters: Clusters, sets: Sequence[int], sides: Sides) -> bool:
    distinct = {frozenset(sides.told_by_titles(clusters.of(first))) for first in sets}
    told = sorted(sorted(each) for each in distinct if each)
    return any(sides.opposed(set(one), set(other)) for at, one in enumerate(told) for other in told[at + 1 :])


def _mark(clusters: Clusters, first: int, sides: Sides) -> str:
    """What a set tells by which it goes with some and not with others; empty where it tells nothing."""
    nodes = list(clusters.of(first))
    if clusters.has_enemies(first):
        return f"kept apart {first}"
    if nodes[0].sort == "person":
        genders = sorted({gender for node in nodes for gender in node.genders})
        owners = sorted(sides.told_by_titles(nodes))
        return "/".join((*genders, *owners)) if owners or len(genders) == 1 else ""
    if nodes[0].sort == "named":
        return _FAMILIES.get(nodes[0].kind, "")
    return ""
