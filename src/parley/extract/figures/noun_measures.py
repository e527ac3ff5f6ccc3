"""Measures that a noun says of what is counted: tolls, deaths, stakes, losses."""

from __future__ import annotations

from collections.abc import Iterator

from parley.annotate.clauses import Clause
from parley.annotate.parse import Parse
from parley.extract.figures.counted import Counted
from parley.extract.figures.measure_index import Reading, clause_above, fits, measure_index, measure_words
from parley.lexicon.measures import MeasureWords
from parley.lexicon.words import word_list

__all__ = ["among", "count_noun", "nominal", "stake", "toll"]


_COUNTS_IN = frozenset({"be", "include"})
_FAR = 16  # words between a verb of raising and its number


def _names(parse: Parse, noun: int) -> Iterator[str]:
    """The noun with the word before it, and alone."""
    lemma = parse.lemmas[noun]
    if noun > 0:
        yield f"{parse.lemmas[noun - 1]} {lemma}"
    yield lemma


def nominal(counted: Counted) -> Iterator[Reading]:
    """A noun for what happened, with the count behind its "of" or before it ("the deaths of 14 miners", "a 12 % stake")."""
    parse = counted.parse
    for governor in _governors(counted):
        if parse.tags[governor][0] not in "NJC":
            continue
        for name in _names(parse, governor):
            for entry in (*measure_index().nouns.get(name, ()), *measure_index().doings.get(name, ())):
                if fits(entry, counted, name) and not _bombing(counted, governor) and not _staged(counted, governor):
                    yield Reading(entry, governor, clause_above(parse, governor), "figure:nominal")


def _bombing(counted: Counted, governor: int) -> bool:
    """Whether a length of time is told of strikes from the air, or only of a time they fall in."""
    parse = counted.parse
    if "duration" not in counted.classes:
        return False
    names = measure_words().events["strike"]
    behind = governor > counted.last and parse.lower[parse.heads[governor]] != "of"
    return any(name in names for name in _names(parse, governor) if " " in name) or (behind or governor < counted.first)


def _staged(counted: Counted, governor: int) -> bool:
    """ "Held a two-day strike", "called a one-day strike": how long is part of the deed, and nothing is counted."""
    parse = counted.parse
    verb = parse.heads[governor]
    return "duration" in counted.classes and parse.deps[governor] == "dobj" and parse.lemmas[verb] in _STAGING


_STAGING = word_list("figures.noun_measures.staging")


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


def among(counted: Counted) -> Iterator[Reading]:
    """Those counted among others: "11 children were among the dead", "of those killed, 40 were children"."""
    parse, stations = counted.parse, set(counted.stations)
    for i, clause in enumerate(parse.clauses):
        if clause.lemma not in _COUNTS_IN or not stations & {*clause.subjects, *clause.objects}:
            continue
        for noun in _whole_nouns(clause, stations):
            for entry in (*_said_of(parse, noun), *_resumed(parse, noun, clause)):
                if fits(entry, counted):
                    yield Reading(entry, clause.verb, i, "figure:among")


def _whole_nouns(clause: Clause, stations: set[int]) -> list[int]:
    """The nouns for those among whom a count is told: behind "among" or "of", or the subject of "include"."""
    if clause.lemma == "include":
        return [s for s in clause.subjects if s not in stations]
    return [p.object for p in clause.preps if p.word in {"among", "of"} and p.object not in stations]


def _said_of(parse: Parse, noun: int) -> Iterator[MeasureWords]:
    """What a noun phrase says happened to those it is about ("the dead", "those killed")."""
    for token in (noun, *(c for c in parse.children[noun] if parse.deps[c] in {"acl", "amod"})):
        yield from measure_index().states.get(parse.lower[token], ())
    for token in (c for c in parse.children[noun] if parse.deps[c] == "relcl"):
        passive = parse.child(token, "nsubjpass") is not None
        yield from (measure_index().objects if passive else measure_index().subjects).get(parse.lemmas[token], ())


_NUMBERS = word_list("figures.noun_measures.numbers")


def _resumed(parse: Parse, noun: int, clause: Clause) -> Iterator[MeasureWords]:
    """What was said of those counted before: "1,400 were killed; this number includes 300 children", "the toll includes"."""
    if clause.lemma != "include" or parse.lemmas[noun] not in _NUMBERS:
        return
    yield from _toll_entries(parse, noun)
    pointed = any(parse.lower[c] in {"this", "that", "the"} for c in parse.children[noun])
    told = (t for t in reversed(range(noun)) if parse.tags[t] in {"VBN", "JJ", "VBD"})
    said = next((s for t in told if (s := measure_index().states.get(parse.lower[t]))), ())
    if pointed:
        yield from said


def count_noun(counted: Counted) -> Iterator[Reading]:
    """The counted noun says it itself: "1,200 deaths", "56 arrests", "300 redundancies"."""
    if counted.mention.kind != "count":
        return
    parse = counted.parse
    for entry in measure_index().nouns.get(counted.lemma, ()):
        if counted.lemma in entry.narrow_verbs and not counted.classes & entry.narrow_of:
            continue
        workforce = entry.stock and "workers" in entry.of and parse.lower[counted.number + 1] != "of"
        if workforce or not entry.negotiable or "jobs" in counted.classes & entry.of:
            yield Reading(entry, counted.noun, clause_above(parse, counted.noun), "figure:count-noun")


def toll(counted: Counted) -> Iterator[Reading]:
    """A number told of a toll, a cost, a stake: "the death toll rose to 214", "a toll of 45", "its stake is 12 %"."""
    for noun in _toll_nouns(counted):
        parse = counted.parse
        for entry in _toll_entries(parse, noun):
            if fits(entry, counted) or (counted.mention.kind == "count" and counted.bare and "persons" in entry.of):
                yield Reading(entry, noun, clause_above(parse, counted.number), "figure:toll")


def _toll_nouns(counted: Counted) -> Iterator[int]:
    """The nouns that the number may be told of."""
    parse = counted.parse
    for station in counted.stations:
        head = parse.heads[station]
        leads = parse.lower[head] in measure_words().around.after_toll
        if parse.deps[station] == "pobj" and (leads or (parse.lower[head] == "from" and _left_behind(counted))):
            governor = parse.heads[head]
            if parse.tags[governor][0] == "N":
                yield governor
            elif parse.verb_lemma(governor) in measure_words().around.toll_verbs:
                yield from _told_of(parse, governor)
        elif (
            parse.deps[station] in {"attr", "dobj", "npadvmod", "oprd"}
            and parse.verb_lemma(head) in measure_words().around.toll_verbs
        ):
            yield from _told_of(parse, head)
        elif (
            parse.deps[station] == "appos" and parse.tags[head][0] == "N" and counted.mention.quantity.unit is not None
        ):
            yield head
    before = counted.first - 1
    if before > 0 and parse.lower[before] in {":", "at", "to"}:
        if parse.tags[before - 1][0] == "N":
            yield before - 1
        yield from _led_to(parse, before)


def _left_behind(counted: Counted) -> bool:
    """Whether a number is one that another came after ("slumped from 90,000 to 61,000")."""
    return counted.parse.lower[counted.last + 1 : counted.last + 2] == ("to",)


def _led_to(parse: Parse, preposition: int) -> Iterator[int]:
    """The object of a verb of raising or setting before the number, whatever stands between ("taking the toll since May to")."""
    for token in range(preposition - 1, max(-1, preposition - _FAR), -1):
        if parse.tags[token] == "VBN" and parse.deps[token] == "acl":
            # "the number of nurses killed this year": of whom it is the number.
            continue
        if parse.tags[token][0] == "V":
            if parse.lemmas[token] in measure_words().around.toll_verbs:
                yield from (c for c in parse.children[token] if parse.deps[c] == "dobj" and c > token)
            return


def _told_of(parse: Parse, verb: int) -> Iterator[int]:
    for child in parse.children[verb]:
        if parse.deps[child] in {"nsubj", "nsubjpass", "dobj"} and child < verb + 6:
            yield child


def _toll_entries(parse: Parse, noun: int) -> Iterator[MeasureWords]:
    """The measures a toll noun stands for; "the number of dead" by the word that says of what."""
    for name in _names(parse, noun):
        yield from measure_index().tolls.get(name, ())
    if parse.lemmas[noun] in measure_words().accounting.counts:
        for token in range(noun + 1, parse.rights[noun] + 1):
            yield from measure_index().states.get(parse.lower[token], ())
            yield from measure_index().nouns.get(parse.lemmas[token], ())
            yield from (e for e in measure_index().tolls.get(parse.lemmas[token], ()) if "persons" in e.of)
            if parse.tags[token][0] == "V":
                yield from measure_index().subjects.get(parse.lemmas[token], ())


def stake(counted: Counted) -> Iterator[Reading]:
    """Those whom talks are about, counted where they still are ("the 130 hostages still in the enclave")."""
    stakes, parse = measure_words().stakes, counted.parse
    if not counted.classes & stakes.of:
        return
    around = range(max(0, counted.first - 2), min(len(parse), counted.last + 5))
    if any(parse.lower[t] in stakes.words for t in around):
        yield Reading(
            measure_index().by_name[stakes.measure], counted.noun, clause_above(parse, counted.noun), "figure:stake"
        )
