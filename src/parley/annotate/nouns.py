"""Common nouns that stand for somebody, compiled from the lexicon: word → what it may stand for."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Literal

import msgspec

from parley.lexicon.parties import Gender, collectives, offices
from parley.model.claim import ActorKind

__all__ = ["Noun", "honorific_gender", "is_title_word", "noun_at", "nouns"]

NounRole = Literal["office", "unnamed", "group", "organ", "wing", "side", "counted"]


class Noun(msgspec.Struct):
    """All that a noun may stand for; `roles` in no order, `words` how many words it has.

    `kinds` are the kinds of party a group noun refers back to, `organ` the kind of a part of a state, `itself` whether
    that part is the state; `state`, `rank`, `speaks`, `person`, `bound` and `gender` as with offices.
    """

    roles: set[NounRole] = msgspec.field(default_factory=set)
    kinds: tuple[ActorKind, ...] = ()
    plural: bool = False
    organ: ActorKind | None = None
    itself: bool = False
    state: bool = False
    rank: bool = False
    speaks: bool = False
    person: bool = False
    bound: bool = False
    gender: Gender | None = None


# Opens, or finds, a noun's entry and gives it a role.
_Opener = Callable[[str, NounRole], Noun]


@cache
def nouns() -> dict[str, Noun]:
    """Singular nouns and noun groups of up to three words, lower case, with what they may stand for."""
    found: dict[str, Noun] = {}

    def of(word: str, role: NounRole) -> Noun:
        noun = found.setdefault(word, Noun())
        noun.roles.add(role)
        return noun

    _add_offices(of)
    _add_collectives(of)
    return found


def _add_offices(of: _Opener) -> None:
    for office in offices().offices:
        for word in office.words:
            noun = of(word, "office")
            noun.state |= office.state
            noun.rank |= office.rank
            noun.speaks |= office.speaks
            noun.person |= office.person
            noun.bound |= office.bound
            noun.gender = noun.gender or office.gender
    for word in offices().unnamed:
        of(word, "unnamed")


def _add_collectives(of: _Opener) -> None:
    file = collectives()
    for group in file.groups:
        for word in group.nouns:
            noun = of(word, "group")
            noun.plural = group.plural and (noun.plural or not noun.kinds)
            noun.kinds = tuple(dict.fromkeys((*noun.kinds, *group.kinds)))
    for organ in file.organs:
        for word in organ.nouns:
            noun = of(word, "organ")
            noun.organ = noun.organ or organ.kind
            noun.itself |= organ.itself
    roles: tuple[tuple[NounRole, tuple[str, ...]], ...] = (
        ("wing", file.wings),
        ("side", file.sides),
        ("counted", file.counted),
    )
    for role, words in roles:
        for word in words:
            of(word, role)
    for word, gender in file.gendered.items():
        of(word, "counted").gender = gender


def noun_at(lower: tuple[str, ...], lemma: str, token: int) -> tuple[str, Noun] | None:
    """The longest known noun that ends at `token`, by its words with the last one singular."""
    table = nouns()
    own = lower[token]
    lasts = (own, lemma) if own != lemma else (own,)
    if not _ends().isdisjoint(lasts):
        for length in (3, 2):
            first = token - length + 1
            if first >= 0:
                for last in lasts:
                    words = " ".join((*lower[first:token], last))
                    if (noun := table.get(words)) is not None:
                        return words, noun
    for last in lasts:
        if (noun := table.get(last)) is not None:
            return last, noun
    return None


@cache
def _ends() -> frozenset[str]:
    """Last words of the nouns of several words."""
    return frozenset(words.split()[-1] for words in nouns() if " " in words)


@cache
def _title_ends() -> frozenset[str]:
    return frozenset(word.split()[-1] for office in offices().offices for word in office.words)


def is_title_word(word: str) -> bool:
    """Whether a lower-case word is, or ends, an office or rank that may stand before a name."""
    return word in _title_ends()


@cache
def _honorifics() -> dict[str, Gender | None]:
    return {honorific.word: honorific.gender for honorific in offices().honorifics}


def honorific_gender(word: str) -> Gender | Literal[False] | None:
    """The gender an honorific gives (None: neither), False when the lower-case word is none."""
    return _honorifics().get(word, False)
