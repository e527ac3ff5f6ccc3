"""An actor that is two: which of its names belong to the one, and which to the other."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from parley.errors import ParleyError
from parley.model import PairJudgement, ResolvedActor

__all__ = ["Split", "divided"]


class Split(msgspec.Struct, frozen=True):
    """An actor of a `story` (id) that is two, by their names, and the `judgements` that say so."""

    story: str
    apart: tuple[str, ...]
    rest: tuple[str, ...]
    judgements: tuple[PairJudgement, ...]


def divided(actor: ResolvedActor, apart: Sequence[str]) -> tuple[list[str], list[str]]:
    """The names of an actor that belong apart, and the others; raises ParleyError when either is none."""
    names = {alias.name.casefold(): alias.name for alias in actor.aliases}
    asked = {name.casefold(): name for name in (" ".join(name.split()) for name in apart)}
    wanted = asked.keys()
    if unknown := sorted(wanted - names.keys()):
        raise ParleyError(
            f"'{asked[unknown[0]]}' is no name of {actor.name}; its names are {', '.join(names.values())}"
        )
    if not wanted or wanted == names.keys():
        raise ParleyError(f"say which of the names of {actor.name} belong to another: some of them, and not all")
    return [name for key, name in names.items() if key in wanted], [
        name for key, name in names.items() if key not in wanted
    ]
