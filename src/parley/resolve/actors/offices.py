"""Offices without a name joined with the person who holds them at that time, where reports tell of one only."""

from __future__ import annotations

from datetime import date

from parley.resolve.actors.clusters import Clusters
from parley.resolve.actors.nodes import Node
from parley.resolve.actors.same_names import join_all
from parley.resolve.actors.sides import Sides, side_key

__all__ = ["join_offices"]

_DAYS = 60
"""How far apart in time two reports may speak of one holder of an office, where it has several."""
_MOST_SHOWN = 4

Office = tuple[str, str]


def join_offices(clusters: Clusters, sides: Sides) -> None:
    """ "Qatar's prime minister" is who the reports of that time name as Qatar's prime minister, if it is one person."""
    holders: dict[Office, list[int]] = {}
    for number, node in enumerate(clusters.nodes):
        if node.sort == "person":
            for title, owner in sorted(node.offices):
                if owner:
                    holders.setdefault((title, side_key(owner)), []).append(number)
    unheld: dict[str, list[int]] = {}
    for number, node in enumerate(clusters.nodes):
        if node.sort == "office" and node.reading.owner:
            office = node.reading.key.rpartition(":")[2], side_key(node.reading.owner)
            if office in holders:
                _decide(clusters, number, holders[office])
            else:
                unheld.setdefault(node.reading.key, []).append(number)
    for numbers in unheld.values():
        join_all(clusters, numbers, sides)


def _decide(clusters: Clusters, number: int, holders: list[int]) -> None:
    roots = sorted({clusters.first(holder) for holder in holders})
    fits = [root for root in roots if not clusters.are_apart(root, number)]
    if len(fits) > 1:
        node = clusters.nodes[number]
        near = {clusters.first(holder) for holder in holders if _near(node, clusters.nodes[holder])}
        fits = [root for root in fits if root in near] or fits
    if len(fits) == 1:
        clusters.join(fits[0], number, "office")
    elif fits:
        clusters.suggest(number, fits[:_MOST_SHOWN], "office", f"{len(fits)} people are told to hold it")


def _near(one: Node, other: Node) -> bool:
    if one.published is None or other.published is None:
        return False
    return abs((date.fromisoformat(one.published) - date.fromisoformat(other.published)).days) <= _DAYS
