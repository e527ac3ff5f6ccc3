"""Nouns of what is counted, by class (`groups.toml`)."""

from __future__ import annotations

from functools import cache

from parley.lexicon.loader import load_lexicon
from parley.lexicon.measures import Groups

__all__ = ["Groups", "counting_unit", "means_people"]


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
