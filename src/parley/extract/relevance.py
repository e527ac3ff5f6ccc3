"""Whether a report is about talks at all: a stream of news is mostly not, and market reports speak of offers too."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from parley.annotate.doc import Doc
from parley.lexicon import load_lexicon
from parley.model import Claim, Figure, Move

__all__ = ["is_about_talks", "is_elsewhere", "keep_relevant"]

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
# Figures of people count wherever they stand.
_OF_PEOPLE = frozenset(
    {
        "killed",
        "injured",
        "missing",
        "captured",
        "held",
        "released",
        "displaced",
        "affected",
        "detained",
        "returned",
        "aid",
    }
)
_PLAIN_NEEDED = 4


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    strong: frozenset[str]
    plain: frozenset[str]
    elsewhere: frozenset[str]


@cache
def _strong_phrases() -> frozenset[str]:
    return frozenset(word for word in load_lexicon("relevance", _Words).strong if " " in word)


def is_about_talks(doc: Doc) -> bool:
    """Whether the report holds a strong word of talks, or several plain ones."""
    lexicon = load_lexicon("relevance", _Words)
    text = doc.text.lower()
    words = set(_WORD.findall(text))
    if not words.isdisjoint(lexicon.strong) or any(phrase in text for phrase in _strong_phrases()):
        return True
    return len(words & lexicon.plain) >= _PLAIN_NEEDED


def is_elsewhere(sentence: str) -> bool:
    """Whether a sentence tells of sport, whose offers and deals are none of the talks."""
    text = sentence.lower()
    words = set(_WORD.findall(text))
    return any(word in words or (" " in word and word in text) for word in load_lexicon("relevance", _Words).elsewhere)


def keep_relevant(doc: Doc, claims: list[Claim]) -> list[Claim]:
    """All claims of a report on talks; of another its quotations and its figures of people."""
    if is_about_talks(doc):
        return claims
    return [
        c
        for c in claims
        if not isinstance(c.body, Move) and (not isinstance(c.body, Figure) or c.body.measure in _OF_PEOPLE)
    ]
