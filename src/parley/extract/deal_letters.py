"""Agreements by their letters: a report that names "the International Sugar Agreement (ISA)" then calls it the ISA."""

from __future__ import annotations

import re
from functools import lru_cache

from parley.lexicon.phases import load_phases

__all__ = ["deal_of_letters"]

_LETTERED = re.compile(
    r"\b((?:[A-Z][\w'’-]*[ \n]+(?:(?:of|on|the|for|and)[ \n]+){0,2}){1,7}[A-Z][a-z]+)(?:[ \n]*\(|,[ \n]+)([A-Z]{3,7})\b"
)


def deal_of_letters(text: str, letters: str) -> str | None:
    """The name of the agreement that a text calls by these letters; None where they are of none."""
    return _named(text).get(letters) if letters.isupper() and len(letters) > 2 else None


@lru_cache(maxsize=8)
def _named(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for match in _LETTERED.finditer(text):
        words = [word for word in match[1].split() if word[0].isupper()]
        initials = "".join(word[0] for word in words)
        if words[-1].lower() in load_phases().general and initials.endswith(match[2]):
            found.setdefault(match[2], " ".join(words[-len(match[2]) :]))
    return found
