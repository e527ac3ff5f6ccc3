"""What the lexicon says of parties: states, organisations, offices, and common nouns that stand for them."""

from __future__ import annotations

from functools import cache
from typing import Literal

import msgspec

from parley.lexicon.loader import load_lexicon
from parley.lexicon.party_nouns import Collectives, Gender, Group, Honorific, Office, Offices, Organ
from parley.model.claim import ActorKind

__all__ = [
    "Collectives",
    "Country",
    "Gender",
    "Group",
    "Honorific",
    "Metonym",
    "NameHeads",
    "NameWords",
    "Office",
    "Offices",
    "Organ",
    "Organisation",
    "Organisations",
    "Outlet",
    "OutletKind",
    "Places",
    "collectives",
    "name_words",
    "offices",
    "organisations",
    "outlet_kinds",
    "outlets",
    "places",
]

OutletKind = Literal["agency", "newspaper", "broadcaster", "outlet"]
Words = tuple[str, ...]


class Country(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A state: `adjectives` and `people` name its nationality, `capitals` stand for its government."""

    name: str
    aliases: Words = ()
    adjectives: Words = ()
    people: Words = ()
    capitals: Words = ()


class Metonym(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A house or office that speaks for a government."""

    name: str
    state: str
    aliases: Words = ()


class Places(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """States, what stands for them, and places that are no party.

    To tell a state the lists do not have: endings of adjectives and peoples' names over its own (`adjective_endings`),
    of states' own names (`state_endings`), words for what it is (`sorts_of_state`, `sorts_of_place`) and for what only states have (`of_states`); `journeys`
    lead to places, in the `holdings` of a company nobody is.
    """

    countries: tuple[Country, ...]
    metonyms: tuple[Metonym, ...]
    regions: Words
    adjective_endings: Words
    state_endings: Words
    sorts_of_state: Words
    sorts_of_place: Words
    of_states: Words
    journeys: Words
    holdings: Words


class Organisation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An organisation by name; `exact` names are also common words and count only where tagged as names."""

    name: str
    aliases: Words = ()
    adjectives: Words = ()
    kind: ActorKind = "organisation"
    acts_for: str | None = None
    country: str | None = None
    nouns: Words = ()
    exact: bool = False


class Outlet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A news outlet or agency: its usual name, other names, and the web domains it publishes under.

    `exact` as with organisations; `plain` names are common words that name it only where an outlet is expected.
    """

    name: str
    kind: OutletKind = "outlet"
    aliases: Words = ()
    plain: Words = ()
    domains: Words = ()
    exact: bool = False


class Outlets(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The news outlets known by name."""

    outlets: tuple[Outlet, ...]


class Organisations(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Organisations known by name."""

    organisations: tuple[Organisation, ...]


class NameHeads(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Head words of names of one kind."""

    kind: ActorKind
    words: Words


class NameWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words inside names, words that are no name of a party, and given names; `employers` tell an employers' federation
    from a union."""

    heads: tuple[NameHeads, ...]
    employers: Words
    never: Words
    things: Words
    agreements: Words
    particles: Words
    male: Words
    female: Words


@cache
def places() -> Places:
    """The lexicon file of places."""
    return load_lexicon("places", Places)


@cache
def organisations() -> Organisations:
    """The lexicon file of organisations."""
    return load_lexicon("organisations", Organisations)


@cache
def outlets() -> tuple[Outlet, ...]:
    """The news outlets and agencies of the lexicon."""
    return load_lexicon("outlets", Outlets).outlets


@cache
def offices() -> Offices:
    """The lexicon file of titles and offices."""
    return load_lexicon("offices", Offices)


@cache
def collectives() -> Collectives:
    """The lexicon file of collective nouns."""
    return load_lexicon("collectives", Collectives)


@cache
def name_words() -> NameWords:
    """The lexicon file of words inside names."""
    return load_lexicon("name_words", NameWords)


@cache
def outlet_kinds() -> dict[str, OutletKind]:
    """What each known outlet is, by every name it goes by."""
    return {name: outlet.kind for outlet in outlets() for name in (outlet.name, *outlet.aliases)}
