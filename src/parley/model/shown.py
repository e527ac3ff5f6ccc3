"""How records show themselves in a notebook: as the layer that prints has it, which is named here and not imported."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from importlib import import_module

__all__ = ["Shown", "counts_words"]

_PRINTS = "parley.render.notebook"


class Shown:
    """A record that a notebook shows as a table or marked text. What makes them is loaded when it is first asked."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        """HTML for a notebook, text escaped."""
        return str(import_module(_PRINTS).shown(self))


def counts_words(kinds: Iterable[str]) -> str:
    """How many there are, in all and of each kind, most first: "3 claims: 2 quotes, 1 move"."""
    counts = Counter(kinds)
    told = ", ".join(_counted(number, kind) for kind, number in sorted(counts.items(), key=lambda c: (-c[1], c[0])))
    return _counted(counts.total(), "claim") + (f": {told}" if told else "")


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
