"""The record types of `collectives.toml` and `offices.toml`: common nouns that stand for parties and people."""

from __future__ import annotations

from typing import Literal

import msgspec

from parley.model.claim import ActorKind

__all__ = ["Collectives", "Gender", "Group", "Honorific", "Office", "Offices", "Organ"]

Gender = Literal["male", "female"]
Words = tuple[str, ...]


class Honorific(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A title before a name, lower case."""

    word: str
    gender: Gender | None = None


class Office(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Offices of one sort: `state` ones serve a state, `rank` are military ranks, `speaks` speak for another, `person`
    are callings that act for nobody, `bound` words are offices only with what they head ("head of")."""

    words: Words
    state: bool = False
    rank: bool = False
    speaks: bool = False
    person: bool = False
    bound: bool = False
    gender: Gender | None = None


class Offices(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Titles and offices, nouns for unnamed sources, and words that qualify an office."""

    honorifics: tuple[Honorific, ...]
    offices: tuple[Office, ...]
    unnamed: Words
    qualifiers: Words


class Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Common nouns that stand for a party of one of `kinds`; `plural` ones do so only in the plural."""

    kinds: tuple[ActorKind, ...]
    nouns: Words
    plural: bool = False


class Organ(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Parts of a state; `itself` ones stand for the state."""

    kind: ActorKind
    nouns: Words
    itself: bool = False


class Pursuit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of bids for companies: `nouns` and `verbs` of bidding, and the nouns for who bids and for whom.

    `sure` nouns are only of what is bought ("a takeover of").
    """

    nouns: frozenset[str]
    verbs: frozenset[str]
    sure: frozenset[str]
    pursuers: frozenset[str]
    pursued: frozenset[str]


class Collectives(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Common nouns for parties, and the words around them that make a noun a party.

    `sweeping` nouns stand for parties of other names too ("the group"), soonest for names with the words in `kin`; `ordering` words set one apart from those spoken
    of; `talks` are what parties say and send in talks, `blows` what they do to one another, `charging` verbs with whose object "of" tells the charge;
    `alliances` are made up of others, whom `comprising` verbs name; what
    `happening` verbs and adjectives are said of is no party; `pursuit` has the words of bids for companies.
    """

    groups: tuple[Group, ...]
    organs: tuple[Organ, ...]
    wings: Words
    sides: Words
    counted: Words
    gendered: dict[str, Gender]
    speaking: Words
    dealing: Words
    locating: Words
    deeds: Words
    sweeping: frozenset[str]
    ordering: frozenset[str]
    kin: dict[str, frozenset[str]]
    talks: frozenset[str]
    blows: frozenset[str]
    charging: frozenset[str]
    alliances: frozenset[str]
    comprising: frozenset[str]
    happening: frozenset[str]
    pursuit: Pursuit
