"""Common nouns in descriptions and titles: which office or part of a party words name, and whether it is one of a kind."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal

import msgspec

from parley.annotate.nouns import Noun, nouns
from parley.lexicon.actors import actor_words
from parley.lexicon.parties import offices
from parley.lexicon.words import word_list
from parley.resolve.actors.names import plain

__all__ = ["Described", "described", "is_common", "singular", "usual"]

Sort = Literal["itself", "part", "wing", "office", "bloc", "generic"]
_BEHIND = (" for ", " in ", " at ", " from ", " on ", " to ", " with ", " who ")
_MOST = 3
_MINISTRIES = word_list("resolve.actors.nouns.ministries")


class Described(msgspec.Struct, frozen=True, gc=False):
    """What a description without its owner names: `word` in its usual form, and what sort of thing that is.

    `itself` stands for the owner, `part` is one of its organs, `wing` its armed side, `office` is held by one person at
    a time, `bloc` a side of talks; what is `generic` may be somebody else each time. `former` is no office any more.
    """

    sort: Sort
    word: str
    noun: Noun
    former: bool = False


def singular(word: str) -> str:
    """A plain noun phrase with its last word in the singular."""
    for ending, instead in (("ies", "y"), ("men", "man"), ("sses", "ss"), ("s", "")):
        if word.endswith(ending) and not word.endswith(("ss", "us")):
            return word.removesuffix(ending) + instead
    return word


def is_common(words: str) -> bool:
    """Whether words are written small, as a description is, or are words that stand for nobody."""
    tokens = words.split()
    return all(not token[:1].isupper() for token in tokens) or plain(words) in actor_words().no_names


@lru_cache(maxsize=65536)
def described(words: str) -> Described | None:
    """What the words of a description, owner left out, name; None where no known noun ends them."""
    bare = _turned(usual(plain(words)))
    tokens = bare.split()
    for length in range(min(_MOST, len(tokens)), 0, -1):
        end = " ".join(tokens[-length:])
        for word in dict.fromkeys((end, singular(end))):
            noun = nouns().get(word)
            if noun is not None:
                before = tokens[: len(tokens) - length]
                return _sorted(word, noun, before=tuple(before), plural=word != end)
    return None


def _sorted(word: str, noun: Noun, *, before: tuple[str, ...], plural: bool) -> Described:
    qualifiers = [each for each in before if each in _qualifiers()]
    former = not {"former", "ex", "late", "outgoing"}.isdisjoint(before)
    full = " ".join((*(q for q in qualifiers if q not in _LOOSE), word))
    if " ".join((*before[-1:], word)) in actor_words().blocs or (word in actor_words().blocs and not before):
        return Described("bloc", " ".join((*before[-1:], word)), noun)
    if plural or former or len(qualifiers) < len(before):
        return Described("generic", full, noun, former)
    if noun.itself and not before:
        return Described("itself", word, noun)
    if ("wing" in noun.roles and before[-1:] and before[-1] in _ARMED) or word in _ARMED_WINGS:
        return Described("wing", full, noun)
    if "organ" in noun.roles and (noun.organ == "office" or not word.endswith("s")):
        return Described("part", full, noun)
    return Described("office" if _is_sole(full, word) else "generic", full, noun)


_LOOSE = word_list("resolve.actors.nouns.loose")
_ARMED = frozenset({"military", "armed"})
_ARMED_WINGS = frozenset({"armed wing"})


def _is_sole(full: str, word: str) -> bool:
    file = actor_words()
    return full in file.sole_offices or (
        word.split()[-1] in file.sole_with_portfolio and full not in file.sole_with_portfolio
    )


def _qualifiers() -> frozenset[str]:
    return frozenset(offices().qualifiers)


def usual(words: str) -> str:
    """The words with each in its usual form."""
    padded = f" {words} "
    for word, instead in _usual_words():
        padded = padded.replace(f" {word} ", f" {instead} ")
    return padded.strip()


@cache
def _usual_words() -> tuple[tuple[str, str], ...]:
    """Words with their usual form, longer ones first."""
    return tuple(sorted(actor_words().same.items(), key=lambda pair: (-len(pair[0]), pair[0])))


def _turned(words: str) -> str:
    """ "ministry of health" as "health ministry"; without what follows the noun otherwise."""
    head, of, rest = words.partition(" of ")
    if of and head in _MINISTRIES:
        rest = next((rest.split(behind)[0] for behind in (" and ", *_BEHIND) if behind in rest), rest)
        return f"{rest.removesuffix(' affairs').removeprefix('the ')} {head}"
    for behind in (" of ", *_BEHIND):
        words = words.split(behind)[0]
    return words
