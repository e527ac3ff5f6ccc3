"""Nouns of what is counted, by class: the record type of `groups.toml`."""

from __future__ import annotations

from functools import cache

import msgspec

from parley.lexicon.loader import load_lexicon

__all__ = ["Groups", "counting_unit", "means_people"]

_Words = frozenset[str]


class Groups(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Dictionary forms by class; `person_endings` are the ends of nouns for people that no list holds."""

    persons: _Words
    captives: _Words
    takeable: _Words
    workers: _Words
    uprooted: _Words
    lives: _Words
    jobs: _Words
    vessels: _Words
    trucks: _Words
    shares: _Words
    votes: _Words
    voters: _Words
    households: _Words
    things: _Words
    partitives: _Words
    remains: _Words
    general: _Words
    empty_modifiers: _Words
    regions: _Words
    person_endings: tuple[str, ...]


@cache
def means_people(noun: str) -> bool:
    """Whether a noun in dictionary form is one for people, by list or by its ending ("importer", "unionist")."""
    groups = load_lexicon("groups", Groups)
    if noun in groups.persons | groups.captives | groups.workers | groups.uprooted:
        return True
    return noun.endswith(groups.person_endings) and noun not in groups.things


@cache
def counting_unit(noun: str) -> str | None:
    """The unit of a bare count of a noun in dictionary form: persons, trucks, shares; None for other nouns."""
    groups = load_lexicon("groups", Groups)
    if means_people(noun):
        return "persons"
    return "trucks" if noun in groups.trucks else "shares" if noun in groups.shares else None
