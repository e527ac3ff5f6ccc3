"""Nouns of what is counted, by class: the record type of `groups.toml`."""

from __future__ import annotations

import msgspec

__all__ = ["Groups"]

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
