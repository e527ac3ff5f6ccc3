"""What a reading of a measure is, and the lexicon of measures turned round for looking words up."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

import msgspec

from parley.annotate.parse import Parse
from parley.extract.figures.counted import Counted
from parley.lexicon import load_lexicon
from parley.lexicon.measures import MeasurePhrase, Measures, MeasureWords

__all__ = ["MeasureIndex", "Reading", "clause_above", "clause_at", "fits", "measure_index", "measure_words"]


class Reading(msgspec.Struct, frozen=True):
    """What a count measures: `words` the entry of the lexicon, `trigger` the token that says it, `clause` the index of
    the clause it stands in (None without a verb), `rule` the name of the rule that read it."""

    words: MeasureWords
    trigger: int
    clause: int | None
    rule: str


class MeasureIndex(msgspec.Struct, frozen=True):
    """The lexicon turned round: for each word the entries that hold it."""

    objects: dict[str, list[MeasureWords]]
    subjects: dict[str, list[MeasureWords]]
    states: dict[str, list[MeasureWords]]
    nouns: dict[str, list[MeasureWords]]
    doings: dict[str, list[MeasureWords]]
    tolls: dict[str, list[MeasureWords]]
    at: dict[str, list[MeasureWords]]
    phrases: dict[str, list[MeasurePhrase]]
    by_name: dict[str, MeasureWords]


@cache
def measure_words() -> Measures:
    """The lexicon of measures."""
    return load_lexicon("measures", Measures)


@cache
def measure_index() -> MeasureIndex:
    """The lexicon by its words."""
    lexicon = measure_words()
    tables: dict[str, dict[str, list[MeasureWords]]] = {}
    for field in ("objects", "subjects", "states", "nouns", "doings", "tolls", "at"):
        table = tables[field] = defaultdict(list)
        for entry in lexicon.measure:
            for word in getattr(entry, field):
                table[word].append(entry)
    phrases: dict[str, list[MeasurePhrase]] = defaultdict(list)
    for phrase in lexicon.phrase:
        for verb in phrase.verbs:
            phrases[verb].append(phrase)
    by_name: dict[str, MeasureWords] = {entry.name: entry for entry in reversed(lexicon.measure)}
    return MeasureIndex(**{k: dict(v) for k, v in tables.items()}, phrases=dict(phrases), by_name=by_name)


def fits(entry: MeasureWords, counted: Counted, lemma: str = "", *, passive: bool = False) -> bool:
    """Whether the entry counts such a noun, and the words it must stand near are there."""
    if not counted.classes & entry.of or (
        "things" in counted.classes and not counted.classes & {"jobs", "trucks", "vessels"}
    ):
        return False
    narrowed = lemma in entry.narrow_verbs and not passive and not counted.dead
    if narrowed and not counted.classes & entry.narrow_of:
        return False
    return not entry.about or _near(counted, entry.about)


def _near(counted: Counted, words: frozenset[str]) -> bool:
    parse = counted.parse
    if "shares" in counted.classes:
        return True
    around = range(max(0, counted.first - 6), min(len(parse), counted.last + 9))
    return any(parse.lemmas[t] in words or parse.lower[t] in words for t in around)


def clause_at(parse: Parse, verb: int) -> int | None:
    """Index of the clause that `verb` heads, None where it heads none."""
    return next((i for i, clause in enumerate(parse.clauses) if clause.verb == verb), None)


def clause_above(parse: Parse, token: int) -> int | None:
    """Index of the nearest clause that `token` heads or stands in."""
    verbs = {clause.verb: i for i, clause in enumerate(parse.clauses)}
    return next((verbs[t] for t in (token, *parse.ancestors(token)) if t in verbs), None)
