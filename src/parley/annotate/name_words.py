"""Words inside names, compiled from the lexicon, and what they tell of the name."""

from __future__ import annotations

from functools import cache

from parley.lexicon.parties import Gender, name_words, offices
from parley.model.claim import ActorKind

__all__ = [
    "agreements", "employers", "given", "given_gender", "given_places", "heads", "is_name_head", "is_particle", "is_portfolio",
    "names_thing", "never", "particles", "portfolios", "things",
]  # fmt: skip


@cache
def heads() -> dict[str, ActorKind]:
    """Head words of organisations' names with the kind they tell."""
    return {word: heads.kind for heads in name_words().heads for word in heads.words}


@cache
def never() -> frozenset[str]:
    """Capitalised words that are no name of a party."""
    return frozenset(name_words().never)


@cache
def things() -> frozenset[str]:
    """Last words of names of agreements, events, places and buildings."""
    return frozenset(name_words().things)


@cache
def agreements() -> frozenset[str]:
    """Those of them that end names of agreements."""
    return frozenset(name_words().agreements)


@cache
def particles() -> frozenset[str]:
    """Particles of personal names, lower case."""
    return frozenset(name_words().particles)


@cache
def given() -> dict[str, Gender]:
    """Given names with their gender."""
    words = name_words()
    female: dict[str, Gender] = dict.fromkeys(words.female, "female")
    return {**female, **dict.fromkeys(words.male, "male")}


def given_gender(word: str) -> Gender | None:
    """The gender a given name tells, None when it tells none or is not known."""
    return given().get(word)


def is_particle(word: str) -> bool:
    """Whether a word is a particle of personal names ("van", "al"), in either case."""
    return word.lower() in particles()


def names_thing(word: str) -> bool:
    """Whether a word at the end of a name tells that it names an agreement, event or place ("Accord", "Airport")."""
    return word in things()


def is_name_head(word: str) -> bool:
    """Whether a word is the head of organisations' names ("Corp", "Union"), or no name at all."""
    return word.rstrip(".") in heads() or word in never()


@cache
def portfolios() -> frozenset[str]:
    """Words of ministers' portfolios, lower case."""
    return frozenset(offices().qualifiers)


def is_portfolio(word: str) -> bool:
    """Whether a lower-case word says what a minister is in charge of ("labour", "affairs")."""
    return word in portfolios()


@cache
def employers() -> frozenset[str]:
    """Words for those who employ, by which a federation is known not to be a union."""
    return frozenset(name_words().employers)


@cache
def given_places() -> frozenset[str]:
    """Places' names that are also given names or family names."""
    return frozenset(
        ["Israel", "Jordan", "Chad", "Georgia", "Victoria", "Sofia", "Kingston", "Paris", "Florence", "Sydney"]
    )
