"""What the lexicon of speech holds: verbs and nouns that give words as somebody's, and the words of silence."""

from __future__ import annotations

from functools import cache
from typing import Literal

import msgspec

from parley.lexicon.loader import load_lexicon

__all__ = ["Frame", "SilenceWords", "Speech", "SpeechWords", "VerbClass", "load_speech"]

Frame = Literal[
    "clause", "quote", "infinitive", "object", "as", "predicate", "of", "for", "at", "to", "number", "quoted"
]


class VerbClass(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"name": "class"}):
    """Verbs with the frames their content stands in.

    `addressee`: their object is whom the words are told; `belief`: they tell what somebody holds to be so, not what was
    said; `speakers`: kinds of source they need for a subject (empty: any); `never_objects`: heads that make them other
    verbs ("claimed forty lives").
    """

    name: str
    frames: tuple[Frame, ...]
    words: tuple[str, ...]
    addressee: bool = False
    belief: bool = False
    speakers: tuple[str, ...] = ()
    never_objects: frozenset[str] = frozenset()


class SpeechWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Word lists about speech; the file says what each is for."""

    unsaid: frozenset[str]
    in_writing: frozenset[str]
    made: frozenset[str]
    beside: frozenset[str]
    resultative: frozenset[str]
    issuing: frozenset[str]
    quoting: frozenset[str]
    any_speaker: frozenset[str]
    going_on: frozenset[str]
    accounts: frozenset[str]
    wordings: frozenset[str]
    retorts: frozenset[str]
    unquoted: frozenset[str]
    impersonal: frozenset[str]
    earlier: frozenset[str]
    carried: frozenset[str]
    as_said: frozenset[str]
    according: tuple[str, ...]
    no_source: frozenset[str]
    rumours: frozenset[str]
    hedges: frozenset[str]
    nouns: frozenset[str]
    values: frozenset[str]
    anonymous_nouns: frozenset[str]
    emerging: frozenset[str]
    gerund: frozenset[str]
    hearing: frozenset[str]
    sent_from: frozenset[str]
    got: frozenset[str]
    set_in: frozenset[str]
    inverted: frozenset[str]
    noun_like: frozenset[str]
    told_to: frozenset[str]
    no_speakers: frozenset[str]
    not_beside: frozenset[str]
    times: frozenset[str]
    idioms: tuple[str, ...]
    own_acts: frozenset[str]


class SilenceWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of which "declined to comment" and its like are made."""

    refusing: frozenset[str]
    confirming: frozenset[str]
    answering: frozenset[str]
    ending: frozenset[str]
    answers: frozenset[str]
    reaching: frozenset[str]
    giving: frozenset[str]
    calls: frozenset[str]
    asked: frozenset[str]


class Speech(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """The lexicon of speech."""

    verbs: tuple[VerbClass, ...]
    words: SpeechWords
    silence: SilenceWords

    def __post_init__(self) -> None:
        """Index the verb classes by verb."""
        table: dict[str, list[VerbClass]] = {}
        for entry in self.verbs:
            for word in entry.words:
                table.setdefault(word, []).append(entry)
        self.__dict__["classes"] = {word: tuple(entries) for word, entries in table.items()}
        idioms: dict[str, list[tuple[str, ...]]] = {}
        for idiom in self.words.idioms:
            first, *rest = idiom.split()
            idioms.setdefault(first, []).append(tuple(rest))
        self.__dict__["idioms"] = {first: tuple(rests) for first, rests in idioms.items()}
        self.__dict__["inquits"] = self.words.set_in | frozenset(idioms)

    def classes_of(self, lemma: str) -> tuple[VerbClass, ...]:
        """The classes a verb belongs to, none for a verb that is no verb of speech or thought."""
        found: tuple[VerbClass, ...] = self.__dict__["classes"].get(lemma, ())
        return found

    @property
    def idioms(self) -> dict[str, tuple[tuple[str, ...], ...]]:
        """What follows the verb of each idiom of speech, by the verb."""
        found: dict[str, tuple[tuple[str, ...], ...]] = self.__dict__["idioms"]
        return found

    @property
    def inquits(self) -> frozenset[str]:
        """The verbs that a clause of reporting set between commas can have."""
        found: frozenset[str] = self.__dict__["inquits"]
        return found


@cache
def load_speech() -> Speech:
    """The lexicon of speech, read once."""
    return load_lexicon("speech", Speech)
