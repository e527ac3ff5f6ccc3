"""Amounts and counts that no word of a measure stands by: what they are told of and their unit say what they measure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from parley.annotate.parse import Parse
from parley.extract.figures.counted import Counted, groups, is_whole, noun_classes, of_noun
from parley.extract.figures.measure_index import Reading, clause_above, fits, measure_index, measure_words
from parley.extract.figures.plain_standing import is_aside, is_due
from parley.lexicon.measures import MeasureWords
from parley.model.claim import Measure

__all__ = ["PLAIN", "attribute", "counts_things", "is_elsewhere", "is_strong", "plain"]

PLAIN = ("figure:amount", "figure:number", "figure:attribute", "figure:ballot")
"""The rules of this module: what they read is a figure only where no move has the amount for its term."""

_VALUED = frozenset({"money", "percent", "mass", "measure", "price", "wage"})
_ALTOGETHER = frozenset({("aboard",), ("altogether",), ("on", "board"), ("in", "all"), ("in", "total")})
_OF_THAT = frozenset({("of", "which"), ("of", "it"), ("of", "that"), ("of", "this")})
_HIGHEST = 6
_YEAR = re.compile(r"(?:19|20)\d\d")
_ANY = frozenset({"a", "an", "any", "anyone", "anybody", "whoever", "each", "every"})


@cache
def _entry(name: Measure, *, stock: bool) -> MeasureWords:
    none: frozenset[str] = frozenset()
    return MeasureWords(name, none, none, none, none, none, none, stock=stock, negotiable=True)


def plain(counted: Counted) -> Iterator[Reading]:
    """A fact of the story that only its unit, or its noun, tells: "a gap of 6 billion kroner", "9,000 care aides"."""
    if _is_judged(counted) or "?" in counted.parse.lower[-2:]:
        return
    if counted.mention.kind == "count" and is_strong(counted):
        yield _reading(counted, "other", "figure:number", stock=True)
    elif counted.classes & _VALUED:
        yield from _amount(counted)
    elif counted.mention.kind == "count" and _is_many(counted):
        if not counted.bare:
            yield from _number(counted)
        elif _is_crowd(counted):
            yield _reading(counted, "other", "figure:number", stock=True)


def is_strong(counted: Counted) -> bool:
    """Whether a number says how large a body of people is: "the federation, 6,200 strong", "a 2,100-strong workforce"."""
    after = counted.parse.lower[counted.number + 1 : counted.number + 3]
    return after[:1] == ("strong",) or after in {("-", "strong"), ("men", "strong")}


def _is_judged(counted: Counted) -> bool:
    """Whether an amount is only called something, and nothing of it told ("Four per cent is a pay cut")."""
    parse, token = counted.parse, counted.stations[-1]
    verb = parse.heads[token]
    if counted.noun != counted.number or parse.deps[token] != "nsubj" or parse.lemmas[verb] != "be":
        return False
    called = parse.child(verb, "attr", "acomp")
    return called is not None and (
        parse.tags[called][0] == "J" or any(parse.lower[c] in _ANY for c in parse.children[called])
    )


def attribute(counted: Counted) -> Iterator[Reading]:
    """A participle or adjective between number and noun that tells what happened ("61 arrested deputies")."""
    told = counted.modifiers if counted.mention.kind == "count" and not counted.some else ()
    found = {e.name for t in told for e in measure_index().states.get(counted.parse.lower[t], ()) if fits(e, counted)}
    if {"killed", "injured"} <= found:
        # "scores of dead and wounded men": nobody says how many of each.
        mixed = measure_index().by_name["affected"]
        yield Reading(mixed, counted.noun, clause_above(counted.parse, counted.noun), "figure:attribute")
        return
    for token in told:
        for entry in measure_index().states.get(counted.parse.lower[token], ()):
            if fits(entry, counted):
                yield Reading(entry, counted.noun, clause_above(counted.parse, counted.noun), "figure:attribute")


def _reading(counted: Counted, name: Measure, rule: str, *, stock: bool = False) -> Reading:
    token = counted.noun
    return Reading(_entry(name, stock=stock), token, clause_above(counted.parse, token), rule)


def _amount(counted: Counted) -> Iterator[Reading]:
    words, classes, parse = measure_words().plain, counted.classes, counted.parse
    if "measure" in classes and counted.mention.quantity.unit not in words.units:
        return
    if counted.classes & {"measure", "mass"} and "-" in counted.mention.quantity.verbatim.split()[-1]:
        return
    if "measure" in classes or "mass" in classes:
        paced = counted.mention.per is not None or " per " in (counted.mention.quantity.unit or "")
        made_or_paced = paced or not words.made.isdisjoint({*_told_of(counted), *parse.lemmas})
        name: Measure = "output" if made_or_paced and counted.mention.quantity.unit not in words.areas else "other"
        yield _reading(counted, "aid" if _near(counted, words.relief) else name, "figure:amount")
        return
    if "percent" in classes and (_does(counted, words.polled) or _is_no_part(counted)):
        return
    if "percent" in classes and _balloted(counted):
        yield _reading(counted, "share", "figure:ballot", stock=True)
        return
    nearest = list(_told_of(counted))
    told = set(nearest)
    of_share = counted.mention.per in {"share", "shares"}
    if (of_share or _among_talks(parse)) and not (_is_grounded(counted, told) or is_aside(counted)):
        return
    stock = bool(told & words.lasting)
    # "on sales of 1.5 billion", after earnings a share: the nearest noun says what the amount is of.
    first = next((n for n in nearest if n in words.priced or n in words.ground_nouns), None)
    priced = first in words.priced
    if "percent" in classes:
        if _changes(counted):
            made: Measure = "output" if told & words.made else "other"
            yield _reading(counted, "price" if priced else made, "figure:amount")
        elif counted.mention.kind != "ratio" or _is_of_people(counted):
            rated = of_noun(parse, counted.noun) is None and not words.rates.isdisjoint(
                {counted.lemma, parse.lemmas[min(counted.last + 1, len(parse) - 1)], *nearest[:1]}
            )
            yield _reading(counted, "other" if rated else "share", "figure:amount", stock=True)
    elif priced or ("price" in classes and counted.mention.per not in words.heads):
        yield _reading(counted, "price", "figure:amount")
    else:
        yield _reading(counted, "money", "figure:amount", stock=stock)


def _is_no_part(counted: Counted) -> bool:
    """Whether a ratio is one of odds ("by 3 to 1"), or a fraction one of a point ("half a point")."""
    behind = counted.parse.lower[counted.number + 1 : counted.number + 3]
    point = any(word.startswith("point") for word in behind)
    return counted.mention.kind == "ratio" and (point or (counted.mention.quantity.upper or 0) > 1)


def is_elsewhere(parse: Parse) -> bool:
    """Whether the sentence is of a game, the weather, a book or a meal."""
    return not measure_words().plain.elsewhere.isdisjoint(parse.lower)


def _among_talks(parse: Parse) -> bool:
    """Whether the sentence also tells of offers, demands or deals, whose terms its amounts may be."""
    words = _talk_words()
    found = words.intersection(parse.lemmas)
    if found - {"accord"} or ("accord" in found and "accord" in parse.lower):
        return True
    return any(
        f"{parse.lemmas[c.verb]} {parse.lower[c.verb + 1]}" in words for c in parse.clauses if c.verb + 1 < len(parse)
    )


@cache
def _talk_words() -> frozenset[str]:
    terms, words = measure_words().terms, measure_words().plain
    return terms.verbs | terms.nouns | words.verbs | words.nouns | words.cues


def _is_grounded(counted: Counted, told: set[str]) -> bool:
    """Whether words beside an amount show it to be a fact: what it is told of, the verb it is the object of ("owns 14
    percent", "a gap of 6 billion"), a word before it ("worth 80 million")."""
    parse, words = counted.parse, measure_words().plain
    of_share = counted.mention.per in {"share", "shares"}
    if told & (words.ground_nouns - {"share"} if of_share else words.ground_nouns) or is_due(counted):
        return True
    if "price" in counted.classes and not of_share:
        return True
    kept = counted.last + 2
    if parse.lower[kept - 1 : kept] == ("in",) and kept < len(parse):
        # "48 million pounds in reserves"
        kept_as = {parse.lemmas[t] for t in range(kept, min(len(parse), kept + 3)) if parse.tags[t][0] == "N"}
        if kept_as & (words.lasting | words.ground_nouns):
            return True
    whole = f" {' '.join(parse.lower)} "
    if any(f" {near} " in whole for near in words.ground_near):
        return True
    beside = {parse.lower[i : i + 2] for i in (max(0, counted.first - 2), counted.number + 1)}
    if beside & _OF_THAT or any(
        w in words.ground_before for w in parse.lower[max(0, counted.first - 3) : counted.first]
    ):
        return True
    base = of_noun(parse, counted.noun)
    if base is not None and (parse.lemmas[base] in words.ground_nouns or noun_classes(parse, base) & {"persons"}):
        return True
    verb = next((t for t in parse.ancestors(counted.number)[:4] if parse.tags[t][0] == "V"), None)
    return verb is not None and (parse.verb_lemma(verb) in words.ground_verbs or parse.lemmas[verb] in words.changes)


def _is_of_people(counted: Counted) -> bool:
    """Whether a fraction is one of people, of a body of them, or of several things ("one in four nurses", "half the
    workforce", "nine in ten shops")."""
    parse, noun = counted.parse, counted.noun
    if noun == counted.number or parse.tags[noun][0] != "N":
        return False
    told = "persons" in noun_classes(parse, noun) or parse.lemmas[noun] in measure_words().plain.bodies
    return told or (parse.tags[noun] == "NNS" and not parse.lower[noun].endswith("points"))


def _balloted(counted: Counted) -> bool:
    """Whether a percentage is one of people, or of votes cast ("backed by 88 percent of holders", "voted by 81 percent")."""
    parse = counted.parse
    base = of_noun(parse, counted.noun)
    if base is not None and noun_classes(parse, base) & {"persons", "votes"}:
        return True
    if parse.lower[max(0, counted.first - 1)] not in {"by", "with"}:
        return False
    # "come back with 4.2 percent" is no vote.
    before = (t for t in range(max(0, counted.first - 14), counted.first) if parse.tags[t][0] in "VN")
    return any(parse.lemmas[t] in measure_words().plain.votes for t in before)


def _number(counted: Counted) -> Iterator[Reading]:
    words, lemma = measure_words().plain, counted.lemma
    unread = lemma in words.unread or counted.parse.lower[counted.noun] in words.unread
    if is_whole(counted) or _holds(counted) or (unread and not _is_munition(counted)):
        return
    if _is_seat(counted) or _is_population(counted) or _is_of_talks(counted):
        return
    if not _is_plural(counted) or _YEAR.fullmatch(counted.mention.quantity.verbatim):
        return
    name: Measure = "other"
    if counted.dead:
        yield _reading(counted, "killed", "figure:number")
        return
    if "lives" in counted.classes:
        if _costs(counted):
            yield _reading(counted, "killed", "figure:number")
        return
    if ("trucks" in counted.classes or lemma in words.supplies) and _near(counted, words.relief):
        name = "aid"
    elif "shares" in counted.classes:
        name = "share"
    yield _reading(counted, name, "figure:number", stock=name == "other")


def _is_munition(counted: Counted) -> bool:
    """Whether rounds or pieces are those of guns ("9,000 rounds of ammunition")."""
    base = of_noun(counted.parse, counted.noun)
    return base is not None and counted.parse.lemmas[base] in measure_words().plain.munitions


def _is_of_talks(counted: Counted) -> bool:
    """Whether things or captives in a sentence of talks are what a deed does something with that a deal foresees ("lifted the
    first 900 mines"), not what somebody has, lost or left."""
    parse = counted.parse
    if not (counts_things(counted) or "captives" in counted.classes) or counted.classes & {"votes", "jobs", "shares"}:
        return False
    token = next((t for t in counted.stations if parse.deps[t] in {"dobj", "nsubjpass"}), None)
    if token is None or not _among_talks(parse):
        return False
    verb = parse.heads[token]
    return parse.verb_lemma(verb) not in measure_words().plain.count_verbs and parse.deps[verb] != "relcl"


def _is_seat(counted: Counted) -> bool:
    """Whether a number only says how large a standing body is, or how states voted in one ("the 60-seat chamber", "its 12
    member states", "30 nations voting in favour")."""
    parse, words = counted.parse, measure_words().plain
    behind = parse.lower[counted.number + 1 : counted.number + 3]
    if len(behind) == 2 and behind[0] == "-" and behind[1] in words.places:
        return True
    if counted.lemma not in words.states:
        return False
    verb = parse.heads[counted.noun]
    verbs = {parse.verb_lemma(verb), *(parse.verb_lemma(c) for c in parse.children[counted.noun])}
    return "member" in parse.lower[counted.number : counted.noun] or bool(verbs & words.voting)


def _is_population(counted: Counted) -> bool:
    """Whether a number only says how many live somewhere ("home to 2 million people", "where 90,000 people live")."""
    before = counted.parse.lower[max(0, counted.first - 4) : counted.first]
    if "home" in before and "to" in before[before.index("home") :]:
        return True
    if len(before) > 1 and before[-1] == "of" and before[-2] in measure_words().plain.states | {"city", "town"}:
        return True
    return "population" in before or _does(counted, measure_words().plain.settled)


def _does(counted: Counted, verbs: frozenset[str]) -> bool:
    """Whether what is counted is the subject of one of the verbs."""
    parse = counted.parse
    return any(
        parse.deps[t] == "nsubj" and parse.verb_lemma(parse.heads[t]) in verbs
        for t in (*counted.stations, counted.noun)
    )


def _is_crowd(counted: Counted) -> bool:
    """Whether a number without a noun stands for people: "a crowd of 5,000", "hundreds rallied"."""
    parse, number = counted.parse, counted.number
    if parse.lower[max(0, counted.first - 1)] == "of" and counted.first > 1:
        return parse.lemmas[counted.first - 2] in measure_words().plain.bodies
    host = parse.heads[number]
    if parse.deps[number] == "appos" and parse.tags[host][0] == "N" and "persons" not in noun_classes(parse, host):
        return False
    if parse.lower[number + 1 : number + 2] in _ALTOGETHER or parse.lower[number + 1 : number + 3] in _ALTOGETHER:
        return True
    return parse.tags[number] == "NNS" and parse.deps[number] in {"nsubj", "nsubjpass"}


def _is_plural(counted: Counted) -> bool:
    """Whether the counted noun is a plural, or one for people whose plural looks like its singular."""
    tag, word = counted.parse.tags[counted.noun], counted.parse.lower[counted.noun]
    if tag in {"NNP", "JJ"}:
        return word.endswith("s") or counted.lemma in groups().persons
    return tag in {"NNS", "NNPS", "PRP", "WP"} or "persons" in counted.classes or word.endswith("craft")


def _holds(counted: Counted) -> bool:
    """Whether somebody is only said to have room ("the hall seats 500 people")."""
    parse, verb = counted.parse, counted.parse.heads[counted.noun]
    if parse.verb_lemma(verb) not in measure_words().plain.room or parse.deps[counted.noun] != "dobj":
        return False
    subject = parse.child(verb, "nsubj")
    return subject is not None and parse.tags[subject] in {"NN", "NNS"}


def _costs(counted: Counted) -> bool:
    """Whether lives were lost: the verb before them may have been taken for a noun."""
    before = range(max(0, counted.first - 5), counted.first)
    return any(counted.parse.lemmas[t] in measure_words().plain.deadly for t in before)


def _is_many(counted: Counted) -> bool:
    """Whether a count is more than a way to name its members ("the two sides", "three diplomats")."""
    quantity = counted.mention.quantity
    amount = quantity.lower if quantity.lower else quantity.upper
    return amount is not None and amount >= measure_words().plain.least


def _near(counted: Counted, words: frozenset[str]) -> bool:
    parse = counted.parse
    around = range(max(0, counted.first - 3), min(len(parse), counted.last + 6))
    return any(parse.lemmas[t] in words or parse.lower[t] in words for t in around)


def _changes(counted: Counted) -> bool:
    """Whether a percentage tells by how much something rose, fell or differs."""
    parse, words = counted.parse, measure_words().plain
    before = parse.lower[max(0, counted.first - 1)]
    if before in {"up", "down", "by"} and not _is_particle(parse, counted.first - 1):
        return True
    beside = [*range(counted.number + 1, min(len(parse), counted.number + 3)), *_governors(parse, counted.stations[0])]
    if any(parse.lemmas[t] in words.differences or parse.lower[t] in words.differences for t in beside):
        return True
    verb = next((t for t in parse.ancestors(counted.number)[:4] if parse.tags[t][0] == "V"), None)
    return verb is not None and parse.verb_lemma(verb) in words.changes and before not in {"to", "at", "from"}


def _is_particle(parse: Parse, token: int) -> bool:
    """Whether "up" belongs to a verb that tells no rise ("makes up 70 percent of exports")."""
    verb = parse.heads[token]
    return parse.deps[token] == "prt" and parse.lemmas[verb] not in measure_words().plain.changes


def _governors(parse: Parse, token: int) -> list[int]:
    """The noun whose "of" an amount stands behind ("a drop of 5 percent")."""
    head = parse.heads[token]
    return [parse.heads[head]] if parse.lower[head] == "of" else []


def _told_of(counted: Counted) -> Iterator[str]:
    """Lemmas of the nouns an amount is told of: those it hangs on, and the subject or object of their verb."""
    parse = counted.parse
    token = counted.stations[0]
    for _ in range(_HIGHEST):
        head = parse.heads[token]
        if head == token or parse.deps[token] in {"nsubj", "relcl", "advcl", "ccomp"}:
            return
        if parse.tags[head][0] == "V":
            yield from _beside(parse, head, token)
            return
        if parse.tags[head][0] == "N":
            yield _lemma(parse, head)
        token = head


def _beside(parse: Parse, verb: int, token: int) -> Iterator[str]:
    told = [c for c in parse.children[verb] if c != token and parse.deps[c] in {"nsubj", "nsubjpass", "dobj"}]
    # "has cut sales by a third": what a verb makes less is what the amount is of.
    for child in sorted(told, key=lambda c: parse.deps[c] != "dobj"):
        yield _lemma(parse, child)


def _lemma(parse: Parse, noun: int) -> str:
    """The noun's dictionary form; a stock of something is no share ("cod stocks")."""
    lemma = parse.lemmas[noun]
    kept = (
        lemma == "stock" and noun > 0 and parse.deps[noun - 1] == "compound" and parse.tags[noun - 1] in {"NN", "NNS"}
    )
    return "stockpile" if kept else lemma


def counts_things(counted: Counted) -> bool:
    """Whether the counted noun is none for people, by the lists and by its ending."""
    if counted.bare or counted.classes & {"persons", "captives", "workers", "carried"}:
        return False
    words, lemma = measure_words().plain, counted.lemma
    if lemma in groups().things or lemma in words.things or not lemma.isalpha():
        return True
    return not lemma.endswith(words.person_endings) or lemma.endswith(words.thing_endings)
