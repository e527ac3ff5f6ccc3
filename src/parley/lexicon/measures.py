"""The words for what may be measured and counted: the record types of `measures.toml` and `groups.toml`."""

from __future__ import annotations

from typing import Literal

import msgspec

from parley.model.claim import Measure

__all__ = [
    "AccountingWords",
    "BasisWords",
    "FlowWords",
    "Groups",
    "MeasurePhrase",
    "MeasureWords",
    "Measures",
    "PlainWords",
    "StakeWords",
    "TermWords",
]

_Words = frozenset[str]


class MeasureWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One measure, and the words that say it; the file tells what each list is for.

    `narrow_verbs` count only the classes `narrow_of`; `at` are verbs with the amount after "at" or "for"; `doings` are nouns for deed or doer that say it of those behind their
    "of", and are not counted themselves; `about` words
    must stand near; `group` is who is counted when no noun says so; `stock` amounts hold at a moment; of a `stake` also
    what is planned counts; `weak` words leave open how it ended, and tell only where no others do.
    """

    name: Measure
    of: _Words
    objects: _Words
    subjects: _Words
    states: _Words
    nouns: _Words
    tolls: _Words
    narrow_verbs: _Words = frozenset()
    narrow_of: _Words = frozenset()
    at: _Words = frozenset()
    doings: _Words = frozenset()
    about: _Words = frozenset()
    group: str | None = None
    stock: bool = False
    negotiable: bool = False
    stake: bool = False
    weak: bool = False


class MeasurePhrase(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A verb that says a measure only with a certain noun counted, or with a word of `then` after what is counted.

    `of_event`: only with what happened for its subject ("the blast claimed 12"); `denied`: only of a negated verb ("five
    have not been seen since").
    """

    measure: Measure
    verbs: _Words
    role: Literal["object", "subject"]
    counted: _Words = frozenset()
    then: _Words = frozenset()
    of: _Words = frozenset({"persons", "captives", "workers", "households", "bare"})
    of_event: bool = False
    denied: bool = False


class StakeWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who counts, without a verb, as what talks are about, and the words that must stand near."""

    measure: Measure
    of: _Words
    words: _Words


class JointWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Measures that one count may join by one of `words`, and the measure that such a count has."""

    measures: _Words
    words: _Words
    measure: Measure


class BasisWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that say on what a count rests."""

    estimated: _Words
    verified: _Words
    identified: _Words
    reported: _Words


class AccountingWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that say how a count adds up; `counts` are nouns that a number follows, `counting` verbs, `parting` words come before parts."""

    counts: _Words
    counting: _Words
    increment: _Words
    cumulative: _Words
    answering: _Words
    parting: _Words


class AroundWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that stand between a count and the word that says what it measures; the file says which."""

    between: _Words
    before: _Words
    results: _Words
    after_toll: _Words
    toll_verbs: _Words


class FlowWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs of getting and giving, whose amounts are flows also where the measure is a stock."""

    verbs: _Words


class TermWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that make what they govern terms of a move; `implicatives` leave an infinitive a fact, so does `after`, and
    `rates` are facts wherever they stand."""

    outcomes: _Words
    verbs: _Words
    nouns: _Words
    adjectives: _Words
    planning_verbs: _Words
    expecting: _Words
    planning_nouns: _Words
    implicatives: _Words
    rates: _Words
    after: _Words


class PlainWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What tells amounts and counts that no word of a measure stands by; the file says what each list is for."""

    least: int
    units: _Words
    supplies: _Words
    areas: _Words
    heads: _Words
    priced: _Words
    made: _Words
    lasting: _Words
    relief: _Words
    changes: _Words
    differences: _Words
    unread: _Words
    things: _Words
    person_endings: tuple[str, ...]
    thing_endings: tuple[str, ...]
    verbs: _Words
    nouns: _Words
    told: _Words
    due: _Words
    votes: _Words
    room: _Words
    deadly: _Words
    bodies: _Words
    lists: _Words
    places: _Words
    settled: _Words
    polled: _Words
    states: _Words
    voting: _Words
    ground_nouns: _Words
    ground_verbs: _Words
    cues: _Words
    count_verbs: _Words
    ground_near: tuple[str, ...]
    ground_before: _Words
    elsewhere: _Words
    rates: _Words
    rooms: _Words
    munitions: _Words
    now: _Words
    cuts: _Words
    movers: _Words


class Measures(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`measures.toml`: the whole file."""

    measure: tuple[MeasureWords, ...]
    phrase: tuple[MeasurePhrase, ...]
    stakes: StakeWords
    joint: JointWords
    basis: BasisWords
    around: AroundWords
    flows: FlowWords
    accounting: AccountingWords
    terms: TermWords
    plain: PlainWords
    events: dict[str, _Words]


class Groups(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`groups.toml`: dictionary forms by class; `person_endings` are the ends of nouns for people that no list holds.

    `captives` are in another's power and thus what talks may be about, `takeable` ones may be held so, `uprooted` ones had
    to leave home. The classes with a default are filled by packs.
    """

    persons: _Words
    populace: _Words
    arms: _Words
    captives: _Words = frozenset()
    takeable: _Words = frozenset()
    workers: _Words = frozenset()
    uprooted: _Words = frozenset()
    lives: _Words
    jobs: _Words = frozenset()
    vessels: _Words = frozenset()
    trucks: _Words
    shares: _Words = frozenset()
    votes: _Words
    voters: _Words
    households: _Words
    things: _Words
    partitives: _Words
    remains: _Words
    general: _Words
    empty_modifiers: _Words
    regions: _Words
    person_endings: tuple[str, ...]
