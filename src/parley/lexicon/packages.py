"""Words by which moves told in different reports are compared, as `packages.toml` holds them."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from parley.lexicon.loader import load_lexicon
from parley.model.claim import Act

__all__ = ["PackageWords", "is_newer", "load_packages", "named_kind", "part_of_company", "thing_of"]

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


class PackageWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file: words for parts of a whole and for what comes on top, nouns by what they name, names by the thing they name, parts of a company by
    their sort, lengths of time in days.

    `small`: words that tell no two things apart; `deeds` and `joint`: acts told in several reports; `in_full`: kinds of
    `named` by which the latest is meant; `newer`: what tells an agreement that takes the place of another;
    `ruling`: nouns for bodies that decide on what others do, and have no side.
    """

    fractions: frozenset[str]
    increments: frozenset[str]
    small: frozenset[str]
    deeds: frozenset[Act]
    joint: frozenset[Act]
    in_full: frozenset[str]
    newer: frozenset[str]
    ruling: frozenset[str]
    named: dict[str, frozenset[str]]
    things: dict[str, frozenset[str]]
    parts: dict[str, frozenset[str]]
    days: dict[str, float]


@cache
def load_packages() -> PackageWords:
    """The words, read once."""
    return load_lexicon("packages", PackageWords)


@cache
def thing_of(words: str) -> str:
    """The thing that words are about, as one noun in the singular: "up to 40 hostages" and "captives" give "captive".

    What follows "of" or "from" does not count. Empty where there is no word.
    """
    own = re.split(r"\b(?:of|from|for|in|at|who|that|which)\b", words.casefold(), maxsplit=1)[0]
    found = _WORD.findall(own) or _WORD.findall(words.casefold())
    return _names().get(_singular(found[-1]), _singular(found[-1])) if found else ""


@cache
def part_of_company(words: str) -> str:
    """The sort of part of a company that words name: "business" for "the steel assets"; empty for none, and for a whole company."""
    thing = thing_of(words)
    return next((part for part, names in load_packages().parts.items() if thing in names), "")


@cache
def named_kind(words: str) -> str | None:
    """What the words name: agreement, ruling, offer, demand, deadline, threat or invitation; None where none of these."""
    for word in reversed(_WORD.findall(words.casefold())):
        for kind, nouns in load_packages().named.items():
            if word in nouns or _singular(word) in nouns:
                return kind
    return None


def is_newer(words: str) -> bool:
    """Whether the words name an agreement as one that is new: "basic elements of a new pact"."""
    found = _WORD.findall(words.casefold())
    behind = next((i for i, word in enumerate(found) if word in load_packages().newer), len(found))
    return any(_singular(word) in load_packages().named["agreement"] for word in found[behind:])


def _singular(word: str) -> str:
    return word.removesuffix("s") if not word.endswith("ss") else word


@cache
def _names() -> dict[str, str]:
    return {name: thing for thing, names in load_packages().things.items() for name in names}
