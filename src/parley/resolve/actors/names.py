"""Names as they are compared: words without articles, marks and accents, and the same for several spellings."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from parley.annotate.name_words import particles
from parley.lexicon.actors import actor_words

__all__ = [
    "acronym",
    "core",
    "courtesy_length",
    "display",
    "folded",
    "given",
    "initials",
    "legal_core",
    "plain",
    "skeleton",
    "sound",
    "words",
]

_ARTICLES = ("the ", "a ", "an ")
_MARKS = str.maketrans({"’": "'", "‘": "'", "`": "'", "–": "-", "—": "-", "‐": "-", "‑": "-"})
_EDGE = ' \t\n.,;:!?"“”()[]<>«»'
_SMALL = frozenset(["of", "for", "the", "and", "de", "du", "des", "la", "in", "on", "&", "to"])
_ONE_SOUND = (
    ("ph", "f"), ("q", "k"), ("ck", "k"), ("dh", "d"), ("kh", "k"), ("gh", "g"), ("ou", "u"), ("oo", "u"), ("o", "u"), ("w", "u"),
    ("y", "i"), ("j", "i"), ("e", "i"),
)  # fmt: skip
_DOUBLED = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"[aiu]")
_LEAST = 6
_SPLIT = re.compile(r"[\s\-/]+")


def display(name: str) -> str:
    """A name with single spaces and without an article before it."""
    name = " ".join(name.split())
    lower = name.lower()
    return next((name[len(article) :] for article in _ARTICLES if lower.startswith(article)), name)


@lru_cache(maxsize=65536)
def plain(name: str) -> str:
    """A name in lower case, without article, accents and marks around it: equal for what is written alike."""
    name = unicodedata.normalize("NFKD", display(name).translate(_MARKS))
    bare = "".join(letter for letter in name if not unicodedata.combining(letter))
    return bare.casefold().strip(_EDGE).removesuffix("'s").removesuffix("'")


@lru_cache(maxsize=65536)
def words(name: str) -> tuple[str, ...]:
    """The plain words of a name, cut at blanks and hyphens, without dots and apostrophes."""
    cut = (word.replace(".", "").replace("'", "").strip(_EDGE) for word in _SPLIT.split(plain(name)))
    return tuple(word for word in cut if word)


@lru_cache(maxsize=65536)
def folded(word: str) -> str:
    """A plain word so that usual transliterations of it are equal ("qassam", "kassam"; "hizbollah", "hezbollah").

    Short words stay as they are: too many of them would sound alike.
    """
    return sound(word) if len(word) >= _LEAST else word


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """A plain word of any length with one letter for each sound that is written in several ways."""
    for written, sound in _ONE_SOUND:
        word = word.replace(written, sound)
    return _DOUBLED.sub(r"\1", word)


def skeleton(word: str) -> str:
    """The consonants of a plain word, for given names that many alphabets spell ("mohammed", "muhamad")."""
    heard = sound(word)
    return heard[:1] + _VOWELS.sub("", heard[1:])


@cache
def _particles() -> frozenset[str]:
    return frozenset(particle.replace("'", "") for particle in particles()) | {"ul", "ur", "ud", "bint"}


def core(name: str) -> tuple[str, ...]:
    """The plain words of a person's name without particles ("al", "bin", "von") and courtesies before it."""
    found = words(name)
    while len(found) > 1 and (courtesy := courtesy_length(found)):
        found = found[courtesy:]
    return tuple(word for word in found if word not in _particles()) or found


def courtesy_length(tokens: tuple[str, ...]) -> int:
    """How many plain words at the start of a name are words of courtesy; a name has one word more."""
    known = actor_words().courtesies
    return next((length for length in (2, 1) if length < len(tokens) and " ".join(tokens[:length]) in known), 0)


def given(word: str) -> str:
    """A given name as it stands in full: "joseph" for "joe"."""
    return actor_words().short_names.get(word, word)


def legal_core(name: str) -> tuple[str, ...]:
    """The plain words of an organisation's name without legal forms at its end and small words at its start."""
    found = [word for word in words(name) if word != "&"]
    forms = actor_words().legal_forms
    while len(found) > 1 and found[-1] in forms:
        found.pop()
    return tuple(found)


def initials(name: str) -> str:
    """The capitals that a name of several words may be shortened to; empty for others."""
    big = [word for word in display(name).replace("-", " ").split() if word.lower() not in _SMALL and word[0].isalpha()]
    return "".join(word[0] for word in big).upper() if len(big) > 1 else ""


def acronym(name: str) -> str:
    """A name that is written as an acronym, without dots; empty for others."""
    bare = display(name).replace(".", "")
    return bare if bare.isupper() and bare.isalnum() and 2 <= len(bare) <= 6 else ""
