"""On whose side somebody is, as far as names tell, and which sides cannot be one person's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from parley.model.claim import ActorKind
from parley.resolve.actors.known import known_name
from parley.resolve.actors.nodes import Node
from parley.resolve.actors.reading import key_of_name

__all__ = ["Sides", "side_key"]

_OPPOSED = frozenset(
    frozenset(pair)
    for pair in (
        ("state",), ("company",), ("union",), ("armed_group",), ("company", "union"), ("state", "armed_group"),
    )
)  # fmt: skip
_LONGEST = 4  # an arm of an arm of a party
_SHARE = 3  # what less than one claim in three says of a person is taken for a slip of one report


@lru_cache(maxsize=65536)
def side_key(name: str) -> str:
    """The key of the side a name belongs to: of the United States for the White House."""
    for _ in range(_LONGEST):
        known = known_name(name)
        if known is None or known.acts_for is None:
            break
        name = known.acts_for
    return key_of_name(name)


class Sides:
    """What kind of party each side of a story is."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        """`nodes` are all of the story."""
        counts: dict[str, Counter[ActorKind]] = {}
        for node in nodes:
            counts.setdefault(node.reading.key, Counter()).update(node.kinds)
        self._kinds: Mapping[str, ActorKind] = {
            key: min(found, key=lambda kind: (-found[kind], kind)) for key, found in counts.items() if found
        }

    def told_by_titles(self, nodes: Iterable[Node]) -> set[str]:
        """The keys of the sides that titles name."""
        return {side_key(owner) for node in nodes for owner in node.owners}

    def told(self, nodes: Iterable[Node]) -> set[str]:
        """The keys of the sides that titles name or claims say, but for what is said rarely."""
        nodes = list(nodes)
        counts: Counter[str] = Counter()
        for node in nodes:
            for name, number in node.side_counts.items():
                counts[side_key(name)] += number
        return self.told_by_titles(nodes) | {key for key, count in counts.items() if count * _SHARE >= counts.total()}

    def opposed(self, one: set[str], other: set[str]) -> bool:
        """Whether nobody can be on sides of both: none is common, and two are parties of opposed kinds."""
        if not one or not other or one & other:
            return False
        return any(frozenset((self._kind(a), self._kind(b))) in _OPPOSED for a in one for b in other)

    def _kind(self, key: str) -> ActorKind | None:
        if key.startswith("known:") and (known := known_name(key.removeprefix("known:"))):
            return known.kind
        return self._kinds.get(key)
