"""Places, nations, groups and offices in other words: the name under which a series has them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from parley.lexicon.parties import Country, Organisation, organisations, places
from parley.lexicon.series import load_series

__all__ = ["group_of", "home_of", "is_within", "nation_of", "nations_in", "office_of", "outermost", "place_of"]

_WORD = re.compile(r"[^\W_][\w'’.-]*")
_BREAK = re.compile(r"[\s,:;]+")
_IRREGULAR = {
    "children": "child",
    "women": "woman",
    "men": "man",
    "people": "people",
    "lives": "life",
    "bodies": "body",
    "sides": "sides",
}


@cache
def place_of(words: str | None) -> str | None:
    """The name of the place that words name, case and article aside: "the Gaza Strip" is Gaza, "Israeli soil" Israel.

    A part ("southern Israel") and a place that no list has keep their words. None for common nouns ("the enclave", "the island nation").
    """
    if not words:
        return None
    plain = " ".join(words.split()).removeprefix("the ").removeprefix("The ")
    known = _places().get(plain.casefold())
    if known is not None:
        return known
    lower = plain.casefold().split()
    lands = load_series().lands
    rest = [_bare(word) for word in lower if word not in lands]
    if known := _places().get(" ".join(rest)):
        return known
    if rest and rest[0] in load_series().parts and (whole := _places().get(" ".join(rest[1:]))):
        return f"{rest[0]} {whole}"
    return None if plain.split()[-1].islower() else plain


@cache
def home_of(place: str) -> str | None:
    """What a place is a part of, where the lexicon knows it: Palestine for Gaza, Israel for southern Israel."""
    part, _, whole = place.partition(" ")
    if part in load_series().parts and whole in set(_places().values()):
        return whole
    return next((area.within for area in load_series().area if area.name == place), None)


def is_within(place: str, whole: str) -> bool:
    """Whether a place is the other or a part of it."""
    at: str | None = place
    while at is not None and at != whole:
        at = home_of(at)
    return at is not None


@cache
def outermost(place: str) -> str:
    """The area or state that stands for a place in a count of one event: the last but the one that holds several areas."""
    wholes = {area.within for area in load_series().area} - {None}
    at = place
    while (home := home_of(at)) is not None and not (home in wholes and home_of(home) is None and _is_area(at)):
        at = home
    return at


def _is_area(place: str) -> bool:
    return any(area.name == place for area in load_series().area)


@cache
def nation_of(word: str) -> str | None:
    """The place whose people a word names: Israel for "Israeli" and "Israelis", Gaza for "Gazans"."""
    return _nations().get(_bare(word).casefold())


@cache
def nations_in(words: str) -> frozenset[str]:
    """The places whose people, adjectives, names or organisations stand in words: Israel in "Israel's retaliatory strikes"."""
    lower = f" {' '.join(_bare(word) for word in words.casefold().split())} "
    found = {nation for name, nation in (*_nations().items(), *_bodies().items()) if f" {name} " in lower}
    return frozenset(found | {nation for name, nation in _places().items() if f" {name} " in lower})


@cache
def group_of(words: str | None) -> tuple[str, str | None]:
    """Whom words count: the kind of people, empty where they say no more than that, and the nation they belong to."""
    given = [_bare(word) for word in _WORD.findall(words or "")]
    nation: str | None = None
    kept: list[str] = []
    for word in given:
        named = nation_of(word) or _places().get(word.casefold())
        nation = nation or named
        if word.casefold() not in load_series().idle and named is None:
            kept.append(_alike(word if word.istitle() and word != given[0] else _singular(word.casefold())))
    rest = [word for word in kept if word not in load_series().people]
    return " ".join(rest), nation


@cache
def office_of(name: str) -> tuple[str, str | None] | None:
    """The office that a source's name names, and the place it is of where the name says so; None for another source."""
    lower = f" {' '.join(_bare(word) for word in _BREAK.split(name.casefold()))} "
    for office in load_series().office:
        if any(f" {words} " in lower for words in office.words):
            return office.name, _office_place(lower)
    return None


def _office_place(lower: str) -> str | None:
    areas = [
        a for a in load_series().area if any(f" {w.casefold()} " in lower for w in (a.name, *a.aliases, *a.offices))
    ]
    if areas:
        return areas[0].name
    nations = sorted(nations_in(lower))
    return nations[0] if len(nations) == 1 else None


def _bare(word: str) -> str:
    return re.sub(r"['’]s?$", "", word).strip('"“”,.')


def _singular(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us")) else word


@cache
def _same_kind() -> dict[str, str]:
    return {word: words[0] for words in load_series().alike for word in words[1:]}


def _alike(word: str) -> str:
    return _same_kind().get(word, word)


@cache
def _places() -> dict[str, str]:
    """Every name of a place in lower case, by the name it goes under."""
    found = {name.casefold(): c.name for c in places().countries for name in (c.name, *c.aliases)}
    found |= {name.casefold(): name for name in places().regions}
    found |= {name.casefold(): area.name for area in load_series().area for name in (area.name, *area.aliases)}
    return found | {adjective.casefold(): c.name for c in places().countries for adjective in c.adjectives}


@cache
def _nations() -> dict[str, str]:
    return dict(_named_peoples())


def _named_peoples() -> Iterator[tuple[str, str]]:
    for country in places().countries:
        yield from ((name.casefold(), country.name) for name in _peoples(country))
    for area in load_series().area:
        yield from ((name.casefold(), area.name) for name in area.people)


def _peoples(country: Country) -> Iterator[str]:
    yield from country.adjectives
    yield from (f"{adjective}s" for adjective in country.adjectives)
    yield from country.people


@cache
def _bodies() -> dict[str, str]:
    """Organisations that belong to one state, by every name."""
    return {
        name.casefold(): body.country for body in organisations().organisations for name in _names(body) if body.country
    }


def _names(body: Organisation) -> Iterator[str]:
    yield from (body.name, *body.aliases)
