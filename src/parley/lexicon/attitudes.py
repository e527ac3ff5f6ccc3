"""What the lexicon of attitudes holds: verbs, adjectives and nouns for what somebody holds, wants or asks."""

from __future__ import annotations

from functools import cache
from typing import Literal

import msgspec

from parley.lexicon.loader import load_lexicon

__all__ = ["AttitudeKind", "AttitudeLexicon", "AttitudeVerbs", "Complement", "Nouns", "States", "load_attitudes"]

AttitudeKind = Literal["belief", "wish", "request", "speech"]
Complement = Literal["clause", "infinitive", "gerund", "object"]


class AttitudeVerbs(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"name": "class"}):
    """Verbs of one kind of attitude with what can hold its content: complements, or what prepositions bring in.

    `open`: a passive of theirs may leave out who has it ("is expected to").
    """

    name: str
    kind: AttitudeKind
    complements: tuple[Complement, ...]
    words: tuple[str, ...]
    prepositions: frozenset[str] = frozenset()
    open: bool = False


class States(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Adjectives and participles of one who holds or feels something, with what can hold it."""

    complements: tuple[Complement, ...]
    prepositions: frozenset[str]
    words: frozenset[str]


class Nouns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns for attitudes, and the prepositions that bring in what they are about."""

    words: tuple[str, ...]
    prepositions: tuple[str, ...]


class AttitudeWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Word lists about attitudes; the file says what each is for."""

    holding: frozenset[str]
    empty: frozenset[str]
    times: frozenset[str]
    seeming: frozenset[str]
    anybody: frozenset[str]
    siding: frozenset[str]


class AttitudeLexicon(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """The lexicon of attitudes."""

    verbs: tuple[AttitudeVerbs, ...]
    states: States
    nouns: tuple[Nouns, ...]
    words: AttitudeWords

    def __post_init__(self) -> None:
        """Index the classes by verb and the prepositions by noun."""
        table: dict[str, list[AttitudeVerbs]] = {}
        for entry in self.verbs:
            for word in entry.words:
                table.setdefault(word, []).append(entry)
        self.__dict__["classes"] = {word: tuple(entries) for word, entries in table.items()}
        prepositions: dict[str, frozenset[str]] = {}
        for nouns in self.nouns:
            for word in nouns.words:
                prepositions[word] = prepositions.get(word, frozenset()) | frozenset(nouns.prepositions)
        self.__dict__["prepositions"] = prepositions
        self.__dict__["known"] = frozenset(prepositions)

    def classes_of(self, lemma: str) -> tuple[AttitudeVerbs, ...]:
        """The classes a verb belongs to, none for a verb that tells no attitude."""
        found: tuple[AttitudeVerbs, ...] = self.__dict__["classes"].get(lemma, ())
        return found

    def prepositions_of(self, noun: str) -> frozenset[str]:
        """The prepositions of what a noun for an attitude is about; none for another noun."""
        found: frozenset[str] = self.__dict__["prepositions"].get(noun, frozenset())
        return found

    @property
    def known_nouns(self) -> frozenset[str]:
        """The nouns that stand for an attitude."""
        known: frozenset[str] = self.__dict__["known"]
        return known


@cache
def load_attitudes() -> AttitudeLexicon:
    """The lexicon of attitudes, read once."""
    return load_lexicon("attitudes", AttitudeLexicon)
