"""Names as the lexicon knows them, whatever the report: the form by which claims of several reports meet.

A name counts as it is written, case aside: other spellings are a matter of who is who (`resolve.actors.known`).
"""

from __future__ import annotations

from functools import cache

import msgspec

from parley.lexicon.known_names import KnownName, known_forms
from parley.lexicon.stories import story_words
from parley.model import Actor
from parley.model.claim import ActorKind
from parley.resolve.actors.names import legal_core

__all__ = ["PartyName", "known_name", "party_name", "written"]


class PartyName(msgspec.Struct, frozen=True, gc=False, order=True):
    """A party by the lexicon's usual name for it (`key`: case and "the" aside), with its kind, None where unknown."""

    key: str
    kind: ActorKind | None = None


def known_name(name: str) -> KnownName | None:
    """What the lexicon knows under a name, case and a leading "the" aside."""
    return _forms().get(written(name))


def party_name(actor: Actor) -> PartyName:
    """The party an actor acts for, else is, by its usual name; an armed wing, a house or a capital is its side."""
    name = actor.acts_for or actor.name
    known = known_name(name)
    if known is None:
        return PartyName(_core(name), None if actor.acts_for else actor.kind)
    if known.acts_for is None:
        return PartyName(written(known.name), known.kind)
    side = known_name(known.acts_for)
    return PartyName(written(known.acts_for), side.kind if side else None)


def written(name: str) -> str:
    """A name with spacing, case, apostrophes and a leading "the" made alike."""
    return " ".join(name.replace("’", "'").split()).casefold().removeprefix("the ")


def _core(name: str) -> str:
    """A name without what ends names of firms and tells nothing apart."""
    words = legal_core(name)
    while len(words) > 1 and words[-1] in story_words().name_endings:
        words = words[:-1]
    return " ".join(words) or written(name)


@cache
def _forms() -> dict[str, KnownName]:
    found: dict[str, KnownName] = {}
    for form, known in known_forms():
        found.setdefault(written(form), known)
    return found
