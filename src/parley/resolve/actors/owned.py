"""Organs told of by whoever leads them: "Berg's cabinet" acts for the state that Ada Berg acts for."""

from __future__ import annotations

from collections import Counter

from parley.resolve.actors.clusters import Clusters
from parley.resolve.actors.names import folded, words
from parley.resolve.actors.nodes import Node
from parley.resolve.actors.nouns import described

__all__ = ["back_organs"]

_OWNED = "'s "
_CLEAR = 2  # a side told so many times more often than any other is the leader's


def back_organs(clusters: Clusters) -> None:
    """Give an organ that a report tells of by its leader the side its leader is on, where one person is so called."""
    leaders: dict[str, set[int]] = {}
    for number, node in enumerate(clusters.nodes):
        if node.sort == "person":
            leaders.setdefault(node.reading.key.rpartition(".")[2].removeprefix("person:"), set()).add(number)
    for node in clusters.nodes:
        owner = _leader(node) if not node.sides else None
        held = {clusters.first(number) for number in leaders.get(owner or "", ())}
        side = _side(clusters, next(iter(held))) if len(held) == 1 else None
        if side is not None:
            node.sides[side] = node.first_claim
            node.side_counts[side] = node.readings.total()


def _leader(node: Node) -> str | None:
    """The folded surname of whom an organ is told to be led by; None for what is no organ of a party or state."""
    owner, owned, organ = node.reading.name.replace("’", "'").rpartition(_OWNED)
    found = described(organ) if owned and node.sort in ("generic", "named", "part", "office") else None
    if found is None or "organ" not in found.noun.roles or not owner[:1].isupper():
        return None
    return folded(words(owner)[-1])


def _side(clusters: Clusters, leader: int) -> str | None:
    counts: Counter[str] = Counter()
    for node in clusters.of(leader):
        counts.update(node.side_counts)
    ranked = counts.most_common(2)
    clear = len(ranked) == 1 or (len(ranked) == 2 and ranked[0][1] >= _CLEAR * ranked[1][1])
    return ranked[0][0] if clear else None
