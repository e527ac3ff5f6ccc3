"""A union called by what it is ("the port union"): the one that its report names, or that alone of all is told of."""

from __future__ import annotations

from parley.lexicon.actors import actor_words
from parley.lexicon.words import word_list
from parley.resolve.actors.clusters import Clusters
from parley.resolve.actors.names import plain
from parley.resolve.actors.nodes import Node

__all__ = ["join_lone_unions"]

_NOUN = "union"
_OTHERS = word_list("resolve.actors.lone.others")


def join_lone_unions(clusters: Clusters) -> None:
    """Join what is called "the union", with a place or trade before it or none, with the one union that its report names;
    in a report that names none, the bare noun with the one of the story. Among several, none is chosen."""
    by_report: dict[str, set[int]] = {}
    for number, node in enumerate(clusters.nodes):
        if node.kind == "union" and node.sort in ("named", "known"):
            by_report.setdefault(node.report, set()).add(clusters.first(number))
    everywhere = {first for found in by_report.values() for first in found}
    for number, node in enumerate(clusters.nodes):
        if not _is_called_union(node):
            continue
        bare = plain(node.reading.name) == _NOUN
        fits = by_report.get(node.report) or (everywhere if bare else set())
        if len(fits) == 1 and not clusters.are_apart(number, next(iter(fits))):
            clusters.join(next(iter(fits)), number, "the one union")


def _is_called_union(node: Node) -> bool:
    """Whether one union is meant: not those of some calling ("the teachers' union"), and no other one."""
    *before, noun = plain(node.reading.name).split() or [""]
    if node.sort != "generic" or node.kind != "union" or noun != _NOUN:
        return False
    called = any(word.endswith(("s", "'", "’")) for word in before)
    return not called and (_OTHERS | actor_words().part_words).isdisjoint(before)
