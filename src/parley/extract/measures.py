"""What is measured: the word, verb or noun, that says what happened to those counted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache

import msgspec

from parley.annotate.clauses import Clause
from parley.annotate.parse import Parse
from parley.extract.counted import Counted
from parley.lexicon import load_lexicon
from parley.lexicon.measures import MeasurePhrase, Measures, MeasureWords

__all__ = ["Reading", "measure_words", "read_measure"]

# Words that may stand between what is counted and the participle said of it.
_BETWEEN = frozenset(
    [
        "was",
        "were",
        "is",
        "are",
        "be",
        "been",
        "being",
        "have",
        "has",
        "had",
        "feared",
        "reported",
        "confirmed",
        "believed",
        "presumed",
        "still",
        "also",
        "others",
        "other",
        "more",
        "not",
        "reportedly",
        "either",
        "now",
        "since",
        "only",
        "as",
        "to",
        "lay",
    ]
)
# Words that may stand between a verb and the quantity that is its object.
_BEFORE = frozenset(
    [
        "only",
        "just",
        "some",
        "about",
        "another",
        "a",
        "an",
        "further",
        "the",
        "its",
        "their",
        "his",
        "all",
        "up",
        "off",
        "at",
        "least",
        "almost",
        "nearly",
        "out",
        "over",
    ]
)
# What a verb makes of those counted, where it stands before them ("shot dead 14").
_RESULTS = frozenset({"dead", "hostage", "captive", "prisoner", "free"})
_AFTER_TOLL = frozenset({"to", "at", "of", "above", "past", "beyond", "over", "from"})
_TOLL_VERBS = frozenset(
    [
        "be",
        "reach",
        "hit",
        "pass",
        "exceed",
        "top",
        "rise",
        "climb",
        "jump",
        "stand",
        "total",
        "surpass",
        "increase",
        "fall",
        "drop",
        "mount",
        "grow",
        "put",
        "raise",
        "lower",
        "cut",
        "remain",
        "soar",
        "approach",
        "near",
        "average",
        "place",
        "bring",
        "set",
        "estimate",
        "take",
    ]
)


class Reading(msgspec.Struct, frozen=True):
    """What a count measures: `words` the entry of the lexicon, `trigger` the token that says it, `clause` the index of
    the clause it stands in (None without a verb), `rule` the name of the rule that read it."""

    words: MeasureWords
    trigger: int
    clause: int | None
    rule: str


class _Index(msgspec.Struct, frozen=True):
    """The lexicon turned round: for each word the entries that hold it."""

    objects: dict[str, list[MeasureWords]]
    subjects: dict[str, list[MeasureWords]]
    states: dict[str, list[MeasureWords]]
    nouns: dict[str, list[MeasureWords]]
    tolls: dict[str, list[MeasureWords]]
    at: dict[str, list[MeasureWords]]
    phrases: dict[str, list[MeasurePhrase]]
    by_name: dict[str, MeasureWords]


@cache
def measure_words() -> Measures:
    """The lexicon of measures."""
    return load_lexicon("measures", Measures)


@cache
def _index() -> _Index:
    lexicon = measure_words()
    tables: dict[str, dict[str, list[MeasureWords]]] = {}
    for field in ("objects", "subjects", "states", "nouns", "tolls", "at"):
        table = tables[field] = defaultdict(list)
        for entry in lexicon.measure:
            for word in getattr(entry, field):
                table[word].append(entry)
    phrases: dict[str, list[MeasurePhrase]] = defaultdict(list)
    for phrase in lexicon.phrase:
        for verb in phrase.verbs:
            phrases[verb].append(phrase)
    by_name = {entry.name: entry for entry in reversed(lexicon.measure)}
    return _Index(**{k: dict(v) for k, v in tables.items()}, phrases=dict(phrases), by_name=by_name)


def read_measure(counted: Counted) -> Reading | None:
    """What the count measures, by the first rule that can tell; None for a count that measures nothing of a story."""
    for rule in _RULES:
        found = next(rule(counted), None)
        if found is not None:
            return found
    return None


def _fits(entry: MeasureWords, counted: Counted, lemma: str = "", *, passive: bool = False) -> bool:
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


def _clause_at(parse: Parse, verb: int) -> int | None:
    return next((i for i, clause in enumerate(parse.clauses) if clause.verb == verb), None)


def clause_above(parse: Parse, token: int) -> int | None:
    """Index of the nearest clause that `token` heads or stands in."""
    verbs = {clause.verb: i for i, clause in enumerate(parse.clauses)}
    return next((verbs[t] for t in (token, *parse.ancestors(token)) if t in verbs), None)


# Verbs


def _adjacent_verb(counted: Counted) -> Iterator[Reading]:
    """A verb directly before its count ("killing 12"), also where the parser tied them otherwise."""
    parse = counted.parse
    before, result = counted.first - 1, ""
    while before > 0 and (parse.lower[before] in _BEFORE or parse.lower[before] in _RESULTS):
        result = f" {parse.lower[before]}" if parse.lower[before] in _RESULTS else result
        before -= 1
    if before < 0 or parse.tags[before][0] != "V":
        return
    index = _clause_at(parse, before)
    if index is not None and parse.clauses[index].passive and parse.clauses[index].link != "acl":
        return
    lemma = parse.lemmas[before]
    for entry in _index().objects.get(lemma + result, ()):
        if _fits(entry, counted, lemma):
            yield Reading(entry, before, index, "figure:adjacent-verb")


def _adjacent_state(counted: Counted) -> Iterator[Reading]:
    """A participle or adjective directly behind its count ("12 dead", "12 people were killed")."""
    parse = counted.parse
    for station in counted.stations if counted.mention.kind == "count" else ():
        if parse.lower[station] in _index().states and parse.tags[station][0] != "V":
            yield from _state_at(counted, station)
    token = counted.last + 1
    while token < len(parse) and parse.lower[token] in _BETWEEN and token < counted.last + 6:
        token += 1
    if token < len(parse) and not _takes_object(counted, token):
        yield from _state_at(counted, token)


def _state_at(counted: Counted, token: int) -> Iterator[Reading]:
    parse = counted.parse
    words = " ".join(parse.lower[token : token + 2])
    for entry in _index().states.get(words) or _index().states.get(parse.lower[token], ()):
        own = token in counted.stations and "persons" in entry.of
        if own or _fits(entry, counted):
            yield Reading(entry, token, clause_above(parse, token), "figure:state")


def _takes_object(counted: Counted, token: int) -> bool:
    """Whether a verb form behind the count has an object of its own, so that those counted are its doers."""
    parse = counted.parse
    if parse.tags[token][0] != "V":
        return False
    if parse.child(token, "dobj") is not None and parse.child(token, "auxpass") is None:
        return True
    after = token + 1
    return after < len(parse) and parse.tags[after] in {"DT", "PRP", "PRP$"} and parse.lower[token - 1] not in _BETWEEN


def _phrases(counted: Counted) -> Iterator[Reading]:
    """Verbs that say a measure only in a fixed phrase: "claimed 12 lives", "left 12 dead", "were taken hostage"."""
    parse = counted.parse
    for i, clause in enumerate(parse.clauses):
        found = _index().phrases.get(clause.lemma) or _index().phrases.get(parse.lemmas[clause.verb])
        if found:
            yield from _phrase_readings(counted, i, found)


def _phrase_readings(counted: Counted, index: int, phrases: list[MeasurePhrase]) -> Iterator[Reading]:
    clause, stations = counted.parse.clauses[index], set(counted.stations)
    for phrase in phrases:
        roles = clause.objects if phrase.role == "object" else clause.subjects
        if phrase.counted:
            fits = counted.lemma in phrase.counted or (counted.lemma[:-1] in phrase.counted)
        else:
            fits = bool(counted.classes & phrase.of) and _follows(counted, clause, phrase.then)
        if phrase.of_event:
            fits = bool(counted.classes & phrase.of) and _has_event_subject(counted.parse, clause)
        if fits and stations & set(roles):
            yield Reading(_index().by_name[phrase.measure], clause.verb, index, "figure:phrase")


def _has_event_subject(parse: Parse, clause: Clause) -> bool:
    events = measure_words().events.values()
    return any(parse.lemmas[s] in words for s in clause.subjects for words in events)


def _follows(counted: Counted, clause: Clause, words: frozenset[str]) -> bool:
    """Whether one of the words stands behind verb and count, before another clause begins."""
    parse = counted.parse
    start = max(counted.last, clause.verb) + 1
    for token in range(start, min(len(parse), start + 9)):
        if parse.tags[token] in {"VBD", "VBZ", "MD"} or parse.lower[token] in {";", "who", "which", "that"}:
            return False
        if parse.lower[token] in words or parse.lemmas[token] in words:
            return True
    return False


def _verb_object(counted: Counted) -> Iterator[Reading]:
    """The count undergoes a verb: its object, its passive subject, the antecedent of its participle or relative."""
    parse, stations = counted.parse, set(counted.stations)
    for i, clause in enumerate(parse.clauses):
        if not stations & set(clause.objects):
            continue
        for lemma in (clause.lemma, parse.verb_lemma(clause.verb)):
            for entry in _index().objects.get(lemma, ()):
                if _fits(entry, counted, lemma, passive=clause.passive):
                    yield Reading(entry, clause.verb, i, _voice(clause))


def _voice(clause: Clause) -> str:
    if clause.link in {"acl", "relcl"}:
        return "figure:participle" if clause.link == "acl" else "figure:relative"
    return "figure:passive" if clause.passive else "figure:verb-object"


def _headline_passive(counted: Counted) -> Iterator[Reading]:
    """A participle without its auxiliary, as headlines and second halves of sentences have it ("and 40 wounded")."""
    parse, stations = counted.parse, set(counted.stations)
    for i, clause in enumerate(parse.clauses):
        if clause.objects or clause.passive or parse.tags[clause.verb] not in {"VBN", "VBD"} or clause.modal:
            continue
        if parse.child(clause.verb, "aux") is None and any(
            parse.heads[s] == clause.verb for s in stations & set(clause.subjects)
        ):
            for entry in _index().objects.get(clause.lemma, ()):
                if _fits(entry, counted, clause.lemma, passive=True):
                    yield Reading(entry, clause.verb, i, "figure:headline-passive")


def _verb_subject(counted: Counted) -> Iterator[Reading]:
    """The count does what the verb says of it: died, fled, struck, walked out."""
    parse, stations = counted.parse, set(counted.stations)
    for i, clause in enumerate(parse.clauses):
        if clause.passive or not stations & set(clause.subjects):
            continue
        for entry in _index().subjects.get(clause.lemma, ()):
            if _fits(entry, counted, clause.lemma):
                yield Reading(entry, clause.verb, i, "figure:verb-subject")


def _at_price(counted: Counted) -> Iterator[Reading]:
    """An amount behind "at" or "for" of a verb of trade ("sold at 62 dollars a share")."""
    parse = counted.parse
    for i, clause in enumerate(parse.clauses):
        entries = _index().at.get(clause.lemma, ())
        if entries and any(p.word in {"at", "for"} and p.object in counted.stations for p in clause.preps):
            for entry in entries:
                if counted.classes & {"price", "money"}:
                    yield Reading(entry, clause.verb, i, "figure:price")


# Nouns


def _names(parse: Parse, noun: int) -> Iterator[str]:
    """The noun with the word before it, and alone."""
    lemma = parse.lemmas[noun]
    if noun > 0:
        yield f"{parse.lemmas[noun - 1]} {lemma}"
    yield lemma


def _nominal(counted: Counted) -> Iterator[Reading]:
    """A noun for what happened, with the count behind its "of" or before it ("the deaths of 14 miners", "a 12 % stake")."""
    parse = counted.parse
    for governor in _governors(counted):
        for name in _names(parse, governor):
            for entry in _index().nouns.get(name, ()):
                if _fits(entry, counted):
                    yield Reading(entry, governor, clause_above(parse, governor), "figure:nominal")


def _governors(counted: Counted) -> Iterator[int]:
    """The nouns that may say what happened to the count, from where it hangs on them."""
    parse = counted.parse
    has_unit = counted.mention.quantity.unit is not None
    if has_unit and not (counted.noun > counted.number + 1 and parse.lower[counted.noun - 1] == "of"):
        yield counted.noun
    for station in counted.stations:
        head = parse.heads[station]
        if parse.deps[station] == "pobj" and (
            parse.lower[head] == "of" or (has_unit and parse.lower[head] in {"for", "in"})
        ):
            yield parse.heads[head]
        if has_unit:
            yield from (k for c in parse.children[station] if parse.lower[c] in {"in", "of"} for k in parse.children[c])


def _among(counted: Counted) -> Iterator[Reading]:
    """Those counted among others: "11 children were among the dead", "of those killed, 40 were children"."""
    parse, stations = counted.parse, set(counted.stations)
    for i, clause in enumerate(parse.clauses):
        if clause.lemma != "be" or not stations & {*clause.subjects, *clause.objects}:
            continue
        for prep in clause.preps:
            if prep.word in {"among", "of"} and prep.object not in stations:
                for entry in _said_of(parse, prep.object):
                    if _fits(entry, counted):
                        yield Reading(entry, clause.verb, i, "figure:among")


def _said_of(parse: Parse, noun: int) -> Iterator[MeasureWords]:
    """What a noun phrase says happened to those it is about ("the dead", "those killed")."""
    for token in range(parse.lefts[noun], parse.rights[noun] + 1):
        yield from _index().states.get(parse.lower[token], ())


def _count_noun(counted: Counted) -> Iterator[Reading]:
    """The counted noun says it itself: "1,200 deaths", "56 arrests", "300 redundancies"."""
    if counted.mention.kind != "count":
        return
    parse = counted.parse
    for entry in _index().nouns.get(counted.lemma, ()):
        workforce = entry.stock and "workers" in entry.of and parse.lower[counted.number + 1] != "of"
        if workforce or not entry.negotiable or "jobs" in counted.classes & entry.of:
            yield Reading(entry, counted.noun, clause_above(parse, counted.noun), "figure:count-noun")


def _toll(counted: Counted) -> Iterator[Reading]:
    """A number told of a toll, a cost, a stake: "the death toll rose to 214", "a toll of 45", "its stake is 12 %"."""
    for noun in _toll_nouns(counted):
        parse = counted.parse
        for entry in _toll_entries(parse, noun):
            if _fits(entry, counted) or (counted.mention.kind == "count" and counted.bare and "persons" in entry.of):
                yield Reading(entry, noun, clause_above(parse, counted.number), "figure:toll")


def _toll_nouns(counted: Counted) -> Iterator[int]:
    """The nouns that the number may be told of."""
    parse = counted.parse
    for station in counted.stations:
        head = parse.heads[station]
        if parse.deps[station] == "pobj" and parse.lower[head] in _AFTER_TOLL:
            if parse.lower[head] == "from":
                continue
            governor = parse.heads[head]
            if parse.tags[governor][0] == "N":
                yield governor
            elif parse.verb_lemma(governor) in _TOLL_VERBS:
                yield from _told_of(parse, governor)
        elif parse.deps[station] in {"attr", "dobj", "npadvmod", "oprd"} and parse.verb_lemma(head) in _TOLL_VERBS:
            yield from _told_of(parse, head)
    before = counted.first - 1
    if before > 0 and parse.lower[before] in {":", "at", "to"} and parse.tags[before - 1][0] == "N":
        yield before - 1


def _told_of(parse: Parse, verb: int) -> Iterator[int]:
    for child in parse.children[verb]:
        if parse.deps[child] in {"nsubj", "nsubjpass", "dobj"} and child < verb + 6:
            yield child


def _toll_entries(parse: Parse, noun: int) -> Iterator[MeasureWords]:
    """The measures a toll noun stands for; "the number of dead" by the word that says of what."""
    for name in _names(parse, noun):
        yield from _index().tolls.get(name, ())
    if parse.lemmas[noun] in measure_words().accounting.counts:
        for token in range(noun + 1, parse.rights[noun] + 1):
            yield from _index().states.get(parse.lower[token], ())
            yield from _index().nouns.get(parse.lemmas[token], ())


def _stake(counted: Counted) -> Iterator[Reading]:
    """Those whom talks are about, counted where they still are ("the 130 hostages still in the enclave")."""
    stakes, parse = measure_words().stakes, counted.parse
    if not counted.classes & stakes.of:
        return
    around = range(max(0, counted.first - 2), min(len(parse), counted.last + 5))
    if any(parse.lower[t] in stakes.words for t in around):
        yield Reading(_index().by_name[stakes.measure], counted.noun, clause_above(parse, counted.noun), "figure:stake")


_RULES: tuple[Callable[[Counted], Iterator[Reading]], ...] = (
    _phrases,
    _adjacent_verb,
    _adjacent_state,
    _verb_object,
    _headline_passive,
    _verb_subject,
    _at_price,
    _toll,
    _among,
    _nominal,
    _count_noun,
    _stake,
)
