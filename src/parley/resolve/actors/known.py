"""Names that the lexicon knows, found in any writing, and names that begin or end with one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal

import msgspec

from parley.lexicon.actors import actor_words
from parley.lexicon.parties import offices, organisations, outlets, places
from parley.model.claim import ActorKind
from parley.resolve.actors.names import display, plain, skeleton, sound, words

__all__ = ["Known", "armed_wing", "known_name", "own_part", "owner_and_rest"]

KnownRole = Literal["state", "nationality", "people", "capital", "region", "house", "organisation", "outlet"]
_LEAST_FOLDED = 7  # letters a name must have to be known in another spelling
_LONGEST = 6


class Known(msgspec.Struct, frozen=True, gc=False):
    """What the lexicon says of a name: its usual form, what it is, and on whose side it acts."""

    name: str
    role: KnownRole
    kind: ActorKind | None
    acts_for: str | None = None
    nouns: frozenset[str] = frozenset()


@lru_cache(maxsize=65536)
def known_name(name: str) -> Known | None:
    """The entry of a whole name: as written, else in any case, else in another spelling where only one fits."""
    written, lower, sounds = _index()
    shown = display(name)
    if plain(shown) in actor_words().of_any_state:
        return None
    if found := written.get(shown):
        return found
    if len(shown) > 3 and (found := lower.get(plain(shown))):
        return found
    heard = _heard(shown)
    return sounds.get(heard) if len(heard) >= _LEAST_FOLDED else None


@lru_cache(maxsize=65536)
def owner_and_rest(name: str) -> tuple[Known, str] | None:
    """The known party at the start or, behind "of", at the end of a longer name, and the words that are left.

    "Israeli army", "Israel's army" and "army of Israel" all give Israel and "army"; None where no party is known.
    """
    tokens = display(name).split()
    if len(tokens) > 2 and tokens[0] in offices().qualifiers and (found := owner_and_rest(" ".join(tokens[1:]))):
        return found[0], f"{tokens[0]} {found[1]}"
    for length in range(min(_LONGEST, len(tokens) - 1), 0, -1):
        first = " ".join(tokens[:length])
        for form in (first, first.removesuffix("'s").removesuffix("’s").removesuffix("'").removesuffix("’")):
            if party := _party(form):
                return party, " ".join(tokens[length:])
    if "of" in tokens[1:-1]:
        at = len(tokens) - 1 - tokens[::-1].index("of")
        if party := _party(" ".join(tokens[at + 1 :])):
            return party, " ".join(tokens[:at])
    return None


@cache
def own_part(owner: str, noun: str) -> Known | None:
    """The one organisation of the lexicon that acts for `owner` and is called by `noun` ("army" of Israel)."""
    found = [each for each in _acting_for(owner) if noun in each.nouns]
    return found[0] if len(found) == 1 else None


@cache
def armed_wing(owner: str) -> Known | None:
    """The one armed group of the lexicon that acts for an organisation."""
    found = [each for each in _acting_for(owner) if each.kind == "armed_group"]
    return found[0] if len(found) == 1 else None


def _acting_for(owner: str) -> list[Known]:
    return [
        known for _, known in _organisations() if known.acts_for == owner and known.name != owner and _ == known.name
    ]


def _party(form: str) -> Known | None:
    # "Labour Ministry": what any state has a body of that name names no owner.
    found = None if form.casefold() in actor_words().of_any_state else _index()[0].get(form)
    return found if found is not None and found.role not in {"people", "outlet", "capital"} else None


@cache
def _index() -> tuple[dict[str, Known], dict[str, Known], dict[str, Known]]:
    """The entries as written, in lower case, and by sound; by sound only names that no other sounds like."""
    written: dict[str, Known] = {}
    for form, known in (*_organisations(), *_outlets(), *_states()):
        written.setdefault(display(form), known)
        written.setdefault(display(form).replace("'", "’"), known)
    lower: dict[str, Known] = {}
    sounds: dict[str, Known | None] = {}
    for form, known in written.items():
        lower.setdefault(plain(form), known)
        if known.role == "organisation":
            heard = _heard(form)
            sounds[heard] = known if sounds.get(heard, known) == known else None
    return written, lower, {heard: known for heard, known in sounds.items() if known}


def _heard(form: str) -> str:
    """How a name sounds; of one with several words only the consonants."""
    told = [word for word in words(form) if word != "al"]
    return "".join(skeleton(word) if len(told) > 1 else sound(word) for word in told)


def _organisations() -> Iterator[tuple[str, Known]]:
    for item in organisations().organisations:
        known = Known(item.name, "organisation", item.kind, item.acts_for, frozenset(item.nouns))
        yield from ((form, known) for form in (item.name, *item.aliases))


def _outlets() -> Iterator[tuple[str, Known]]:
    for outlet in outlets():
        known = Known(display(outlet.name), "outlet", "outlet")
        yield from ((form, known) for form in (outlet.name, *outlet.aliases) if form not in outlet.plain)


def _states() -> Iterator[tuple[str, Known]]:
    for country in places().countries:
        roles: tuple[tuple[KnownRole, tuple[str, ...]], ...] = (
            ("state", (country.name, *country.aliases)), ("nationality", country.adjectives), ("people", country.people),
            ("capital", country.capitals),
        )  # fmt: skip
        for role, forms in roles:
            known = Known(country.name, role, None if role == "people" else "state")
            yield from ((form, known) for form in forms)
    for house in places().metonyms:
        known = Known(house.name, "house", "office", house.state)
        yield from ((form, known) for form in (house.name, *house.aliases))
    for region in places().regions:
        yield region, Known(region, "region", None)
