"""Bodies called by common words ("the harbour company", "the court in Oslo"), joined with the one that they name."""

from __future__ import annotations

from parley.resolve.actors.clusters import Clusters
from parley.resolve.actors.names import words
from parley.resolve.actors.nodes import Node
from parley.resolve.actors.nouns import described, is_common
from parley.resolve.actors.same_names import kinds_fit

__all__ = ["join_common_names"]

_IN = " in "
_KINDS = (None, "organisation", "company", "consortium", "court", "office")
_SMALL = frozenset({"and", "the", "for"})
_MOST_SHOWN = 4

Words = tuple[str, ...]


def join_common_names(clusters: Clusters) -> None:
    """Join common words with the one body of the story whose name ends with two or more such ("the harbour company", a
    Skagen Harbour Company), or is the same turned round ("the court in Oslo", "Oslo court"); several are left open."""
    ended: dict[Words, set[int]] = {}
    for number, node in enumerate(clusters.nodes):
        if node.sort == "named" and node.kind in _KINDS and _is_name_alone(node.reading.name):
            name = words(node.reading.name)
            for start in range(len(name) - 1):
                ended.setdefault(name[start:], set()).add(number)
    for number, node in enumerate(clusters.nodes):
        told = _told(node)
        if told and told in ended:
            _decide(clusters, number, ended[told], whole=_IN in node.reading.name)


def _told(node: Node) -> Words:
    """The words by which a name may end, of two and more; none where the node is told whose it is, or is of no such sort."""
    if node.sort != "generic" or node.reading.owner or node.kind not in _KINDS:
        return ()
    noun, _, place = node.reading.name.partition(_IN)
    if place:
        return words(f"{place} {noun}") if place[:1].isupper() and " " not in noun else ()
    found, organ = words(noun), described(noun)
    of_a_state = organ is not None and organ.sort != "generic"  # every state has such a ministry
    return found if len(found) > 1 and is_common(noun) and not of_a_state else ()


def _is_name_alone(name: str) -> bool:
    """Whether all its words but the last are those of a name: no "director in Qatar's Foreign Ministry"."""
    before = name.split()[:-1]  # "Skagen court"
    return "'s " not in name.replace("’", "'") and all(not word[:1].islower() or word in _SMALL for word in before)


def _decide(clusters: Clusters, number: int, named: set[int], *, whole: bool) -> None:
    kind, told = clusters.nodes[number].kind, _told(clusters.nodes[number])
    if whole:
        named = {each for each in named if words(clusters.nodes[each].reading.name) == told}
    fits = sorted(
        first
        for first in {clusters.first(each) for each in named}
        if not clusters.are_apart(first, number) and kinds_fit(kind, clusters.nodes[first].kind)
    )
    if len(fits) == 1:
        clusters.join(fits[0], number, "end of the name")
    elif fits:
        clusters.suggest(
            number, fits[:_MOST_SHOWN], "end of the name", f"the names of {len(fits)} actors of the story end so"
        )
