"""The record type of `actors.toml`: words by which names in different reports are told to be one actor's."""

from __future__ import annotations

from functools import cache

import msgspec

from parley.lexicon.loader import load_lexicon
from parley.model.actors import TalksRole
from parley.model.claim import Act, Issue

__all__ = ["ActorWords", "PartInMove", "PartInTerm", "actor_words"]

Words = frozenset[str]


class PartInMove(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a move of one of `acts` makes of its maker, of whom it is addressed to, and of who carries it."""

    acts: tuple[Act, ...]
    maker: TalksRole | None = None
    addressee: TalksRole | None = None
    carrier: TalksRole | None = None


class PartInTerm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a term of one of `issues` makes of its giver and its receiver."""

    issues: tuple[Issue, ...]
    giver: TalksRole | None = None
    receiver: TalksRole | None = None


class ActorWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of names, lower case: `same` and `short_names` give the usual word for another, `sides` the plain noun for a
    side of talks."""

    legal_forms: Words
    common_openers: Words
    courtesies: Words
    given_titles: Words
    no_names: Words
    of_any_state: Words
    blocs: Words
    part_words: Words
    spoken_for: Words
    speaking_bodies: Words
    sole_offices: Words
    sole_with_portfolio: Words
    same: dict[str, str]
    sides: dict[str, str]
    short_names: dict[str, str]
    parts: tuple[PartInMove, ...]
    terms: tuple[PartInTerm, ...]


@cache
def actor_words() -> ActorWords:
    """The lexicon file of actors."""
    return load_lexicon("actors", ActorWords)
