"""Sides of talks that are called by what they are ("dockers", "the port employers"), joined over the reports of a story."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from parley.lexicon.actors import actor_words
from parley.resolve.actors.clusters import Clusters
from parley.resolve.actors.names import words
from parley.resolve.actors.nodes import Node
from parley.resolve.actors.nouns import singular

__all__ = ["join_blocs"]

_TAILS = frozenset({"at", "in", "of", "from"})
_GROUP = "group"
_MOST_SHOWN = 4


def join_blocs(clusters: Clusters) -> None:
    """Join what is called by one noun for a side, where each telling is no more than another told more exactly.

    "Dockers", "Skagen dockers" and "dockers at Skagen" are one; where some are "private creditors" and others "official"
    ones, none is joined but those told alike. A bloc is also the one body of the story that is named after it and
    speaks for such in talks ("the employers", a Port Employers' Federation).
    """
    found: dict[str, dict[int, frozenset[str]]] = {}
    for number, node in enumerate(clusters.nodes):
        for noun, told in _told(node):
            found.setdefault(noun, {})[number] = told
    for noun, tellings in sorted(found.items()):
        if _nested(set(tellings.values())):
            first, *others = tellings
            for other in others:
                clusters.join(first, other, "side of talks")
            _join_body(clusters, noun, first)
            _back_union(clusters, noun, first)
        else:
            _suggest(clusters, tellings)


def _told(node: Node) -> Iterator[tuple[str, frozenset[str]]]:
    """The noun of a side by which a node is called, with the words that tell which; of a part of it, nothing."""
    if node.sort not in ("bloc", "generic", "named") or node.reading.owner:
        return
    tokens = words(node.reading.name)
    head = next((at for at, word in enumerate(tokens) if word in _TAILS), len(tokens))
    if not head or any(not word.isalpha() for word in tokens) or "and" in tokens:
        return
    if tokens[1:] == (_GROUP,):
        head -= 1  # "the consumers' group" of a conference
    for length in (2, 1):
        noun = singular(" ".join(tokens[max(head - length, 0) : head]))
        if noun in actor_words().blocs and tokens[head - 1] != noun.split()[-1]:
            which = {*tokens[: max(head - length, 0)], *tokens[head:]} - _TAILS - {_GROUP}
            if actor_words().part_words.isdisjoint(which):
                yield actor_words().sides.get(noun, noun), frozenset(which - actor_words().no_names)
            return


def _nested(tellings: set[frozenset[str]]) -> bool:
    """Whether of any two one has all the words of the other."""
    ordered = sorted(tellings, key=len)
    return all(fewer <= more for fewer, more in pairwise(ordered))


def _join_body(clusters: Clusters, noun: str, bloc: int) -> None:
    if noun not in actor_words().spoken_for:
        return
    named = {
        clusters.first(number)
        for number, node in enumerate(clusters.nodes)
        if node.sort == "named" and _is_named_after(node, noun)
    } - {clusters.first(bloc)}
    bodies = sorted(number for number in named if not clusters.are_apart(number, bloc))
    if len(bodies) == 1:
        clusters.join(bodies[0], bloc, "body named after its side")
    elif bodies:
        reason = f"{len(bodies)} bodies of the story are named after them"
        clusters.suggest(bloc, bodies[:_MOST_SHOWN], "body named after its side", reason)


def _back_union(clusters: Clusters, noun: str, bloc: int) -> None:
    """Workers are on the side of the one union of the story that has them in its name: its ballots are theirs."""
    unions = {
        clusters.first(number)
        for number, node in enumerate(clusters.nodes)
        if node.sort == "named"
        and node.kind == "union"
        and noun in {singular(word) for word in words(node.reading.name)}
    } - {clusters.first(bloc)}
    named = [node for union in sorted(unions) for node in clusters.of(union)]
    if len(unions) != 1:
        return
    for node in clusters.of(bloc):
        if not node.sides:
            node.sides[named[0].reading.name] = node.first_claim
            node.side_counts[named[0].reading.name] = node.readings.total()


def _is_named_after(node: Node, noun: str) -> bool:
    """Whether the name of a body has the noun before its own ("Port Employers' Federation")."""
    *before, head = words(node.reading.name)
    return (
        node.kind != "union" and head in actor_words().speaking_bodies and noun in {singular(word) for word in before}
    )


def _suggest(clusters: Clusters, tellings: dict[int, frozenset[str]]) -> None:
    """Join those told alike; leave the plain noun open between those that are told to differ."""
    alike: dict[frozenset[str], int] = {}
    for number, told in tellings.items():
        clusters.join(alike.setdefault(told, number), number, "side of talks")
    plain = alike.pop(frozenset(), None)
    if plain is not None:
        others = sorted(alike.values())[:_MOST_SHOWN]
        clusters.suggest(plain, others, "side of talks", "the reports tell several such sides apart")
