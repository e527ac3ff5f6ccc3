"""Words that tell what one party does to another, by PLOVER event type, and the types of the record's own acts."""

from __future__ import annotations

from functools import cache
from typing import Literal

import msgspec

from parley.lexicon.loader import load_lexicon

__all__ = ["PloverFrame", "PloverType", "PloverWords", "load_plover"]

_Words = frozenset[str]
PloverType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Turn = Literal[
    "begin", "tell", "commit", "plan", "future", "threat", "refuse", "not", "ask", "incite", "order", "end", "permit", "duty", "charge"
]  # fmt: skip


class PloverFrame(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What verbs mean beside what stands with them: a `type`, or an operation `op` on what they govern."""

    verbs: _Words
    needs: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    type: PloverType | None = None
    op: Turn | None = None


class PloverWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `plover.toml`.

    `acts` gives the record's acts their types; `settled` are acts and events that need no look at the words; `turns` what an operation makes of each
    type; `classes` are nouns that frames ask for; `nouns` and `verbs` list words by type or operation.
    """

    acts: dict[str, PloverType]
    settled: _Words
    turns: dict[Turn, dict[str, PloverType]]
    classes: dict[str, _Words]
    nouns: dict[str, _Words]
    verbs: dict[str, _Words]
    frame: tuple[PloverFrame, ...]


@cache
def load_plover() -> PloverWords:
    """The words of deeds between parties."""
    return load_lexicon("plover", PloverWords)
