"""The names the lexicon knows: states with their nationalities and capitals, organisations, outlets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from parley.lexicon.parties import organisations, outlets, places
from parley.model.claim import ActorKind

__all__ = ["KnownName", "KnownRole", "known_forms"]

KnownRole = Literal["state", "nationality", "people", "capital", "region", "metonym", "organisation"]


class KnownName(msgspec.Struct, frozen=True):
    """A name of the lexicon: `name` is its usual form, for what stands for a state that of the state.

    `exact` names are common words too; `country` is where a group is at home, `nouns` what else it may be called.
    """

    name: str
    role: KnownRole
    kind: ActorKind
    acts_for: str | None = None
    country: str | None = None
    nouns: frozenset[str] = frozenset()
    exact: bool = False


def known_forms() -> Iterator[tuple[str, KnownName]]:
    """Every written form of a known name with the name; of two with one form the first counts."""
    yield from _organisations()
    yield from _states()


def _states() -> Iterator[tuple[str, KnownName]]:
    file = places()
    for country in file.countries:
        roles: tuple[tuple[KnownRole, tuple[str, ...]], ...] = (
            ("state", (country.name, *(a.removeprefix("the ") for a in country.aliases))),
            ("nationality", country.adjectives),
            ("people", country.people),
            ("capital", country.capitals),
        )
        for role, forms in roles:
            known = KnownName(country.name, role, "state", country=country.name)
            yield from ((form, known) for form in forms)
    for metonym in file.metonyms:
        house = KnownName(metonym.name, "metonym", "office", metonym.state, metonym.state)
        yield from ((form, house) for form in (metonym.name, *metonym.aliases))
    for region in file.regions:
        yield region, KnownName(region, "region", "state")


def _organisations() -> Iterator[tuple[str, KnownName]]:
    file = organisations()
    for item in file.organisations:
        known = KnownName(
            item.name, "organisation", item.kind, item.acts_for, item.country, frozenset(item.nouns), item.exact
        )
        yield from ((form, known) for form in (item.name, *item.aliases))
    for outlet in outlets():
        forms = [form for form in (outlet.name, *outlet.aliases) if form not in outlet.plain]
        bare = outlet.name.removeprefix("The ")
        known = KnownName(bare if bare in forms else outlet.name, "organisation", "outlet", exact=outlet.exact)
        yield from ((form, known) for form in forms)
