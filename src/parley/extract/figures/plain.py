"""Amounts and counts that no word of a measure stands by: what they are told of and their unit say what they measure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from parley.annotate.parse import Parse
from parley.extract.figures.counted import Counted, groups, is_whole, noun_classes, of_noun
from parley.extract.figures.measure_index import Reading, clause_above, fits, measure_index, measure_words
from parley.extract.figures.standing import Standing, standing_of
from parley.lexicon.measures import MeasureWords
from parley.model.claim import Measure

__all__ = ["PLAIN", "attribute", "counts_things", "plain", "standing_of_plain"]

PLAIN = ("figure:amount", "figure:number", "figure:attribute", "figure:ballot")
"""The rules of this module: what they read is a figure only where no move has the amount for its term."""

_VALUED = frozenset({"money", "percent", "mass", "measure", "price", "wage"})
_HIGHEST = 6
_YEAR = re.compile(r"(?:19|20)\d\d")
_INSIDE = frozenset({"per", "a", "an", "-", "/", "or"})
_LOW = frozenset(
    {("not", "less", "than"), ("not", "more", "than"), ("nothing", "short", "of"), ("nothing", "less", "than")}
)
_AS_FAR = frozenset({"high", "low", "far", "much", "little", "up", "down"})
_SUPPOSE = frozenset({"imagine", "suppose"})
_WHENEVER = frozenset({"when", "whenever", "once", "if", "unless", "should"})
_ANY = frozenset({"a", "an", "any", "anyone", "anybody", "whoever", "each", "every"})
_APART = frozenset({"against", "versus", "compared", "before", "after", "since", "despite", "while"})


@cache
def _entry(name: Measure, *, stock: bool) -> MeasureWords:
    none: frozenset[str] = frozenset()
    return MeasureWords(name, none, none, none, none, none, none, stock=stock, negotiable=True)


def plain(counted: Counted) -> Iterator[Reading]:
    """A fact of the story that only its unit, or its noun, tells: "a gap of 6 billion kroner", "9,000 care aides"."""
    if _is_judged(counted):
        return
    if counted.classes & _VALUED:
        yield from _amount(counted)
    elif counted.mention.kind == "count" and _is_many(counted):
        if not counted.bare:
            yield from _number(counted)
        elif _is_crowd(counted):
            yield _reading(counted, "other", "figure:number", stock=True)


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
    for token in counted.modifiers if counted.mention.kind == "count" else ():
        for entry in measure_index().states.get(counted.parse.lower[token], ()):
            if fits(entry, counted):
                yield Reading(entry, counted.noun, clause_above(counted.parse, counted.noun), "figure:attribute")


def _reading(counted: Counted, name: Measure, rule: str, *, stock: bool = False) -> Reading:
    token = counted.noun
    return Reading(_entry(name, stock=stock), token, clause_above(counted.parse, token), rule)


def _amount(counted: Counted) -> Iterator[Reading]:
    words, classes = measure_words().plain, counted.classes
    if "measure" in classes and counted.mention.quantity.unit not in words.units:
        return
    if counted.classes & {"measure", "mass"} and "-" in counted.mention.quantity.verbatim.split()[-1]:
        return
    if "measure" in classes or "mass" in classes:
        relief = _near(counted, words.relief)
        yield _reading(counted, "aid" if relief else "output", "figure:amount")
        return
    if "percent" in classes and _does(counted, words.polled):
        return
    if "percent" in classes and _balloted(counted):
        yield _reading(counted, "share", "figure:ballot", stock=True)
        return
    told = set(_told_of(counted))
    stock = bool(told & words.lasting)
    priced = bool(told & words.priced)
    if "percent" in classes:
        if _changes(counted):
            made: Measure = "output" if told & words.made else "other"
            yield _reading(counted, "price" if priced else made, "figure:amount")
        elif counted.mention.kind != "ratio":
            yield _reading(counted, "share", "figure:amount", stock=True)
    elif priced or ("price" in classes and counted.mention.per not in words.heads):
        yield _reading(counted, "price", "figure:amount")
    else:
        yield _reading(counted, "money", "figure:amount", stock=stock)


def _balloted(counted: Counted) -> bool:
    """Whether a percentage is one of people, or of votes cast ("backed by 88 percent of holders", "voted by 81 percent")."""
    parse = counted.parse
    base = of_noun(parse, counted.noun)
    if base is not None and noun_classes(parse, base) & {"persons", "votes"}:
        return True
    if parse.lower[max(0, counted.first - 1)] not in {"by", "with"}:
        return False
    return any(parse.lemmas[t] in measure_words().plain.votes for t in range(max(0, counted.first - 8), counted.first))


def _number(counted: Counted) -> Iterator[Reading]:
    words, lemma = measure_words().plain, counted.lemma
    if (
        is_whole(counted)
        or _holds(counted)
        or lemma in words.unread
        or counted.parse.lower[counted.noun] in words.unread
    ):
        return
    if _is_seat(counted) or _is_population(counted):
        return
    if not _is_plural(counted) or _YEAR.fullmatch(counted.mention.quantity.verbatim):
        return
    name: Measure = "other"
    if "lives" in counted.classes:
        if _costs(counted):
            yield _reading(counted, "killed", "figure:number")
        return
    if "trucks" in counted.classes and _near(counted, words.relief):
        name = "aid"
    elif "shares" in counted.classes:
        name = "share"
    yield _reading(counted, name, "figure:number", stock=name == "other")


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
    return parse.tags[number] == "NNS" and parse.deps[number] in {"nsubj", "nsubjpass"}


def _is_plural(counted: Counted) -> bool:
    """Whether the counted noun is a plural, or one for people whose plural looks like its singular."""
    tag, word = counted.parse.tags[counted.noun], counted.parse.lower[counted.noun]
    if tag in {"NNP", "JJ"}:
        return word.endswith("s") or counted.lemma in groups().persons
    return tag in {"NNS", "NNPS", "PRP", "WP"} or "persons" in counted.classes


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
    if before in {"up", "down", "by"}:
        return True
    beside = [*range(counted.number + 1, min(len(parse), counted.number + 3)), *_governors(parse, counted.stations[0])]
    if any(parse.lemmas[t] in words.differences or parse.lower[t] in words.differences for t in beside):
        return True
    verb = next((t for t in parse.ancestors(counted.number)[:4] if parse.tags[t][0] == "V"), None)
    return verb is not None and parse.verb_lemma(verb) in words.changes and before not in {"to", "at"}


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
            yield parse.lemmas[head]
        token = head


def _beside(parse: Parse, verb: int, token: int) -> Iterator[str]:
    for child in parse.children[verb]:
        if child != token and parse.deps[child] in {"nsubj", "nsubjpass", "dobj"}:
            yield parse.lemmas[child]


def counts_things(counted: Counted) -> bool:
    """Whether the counted noun is none for people, by the lists and by its ending."""
    if counted.bare or counted.classes & {"persons", "captives", "workers", "carried"}:
        return False
    words, lemma = measure_words().plain, counted.lemma
    if lemma in groups().things or lemma in words.things or not lemma.isalpha():
        return True
    return not lemma.endswith(words.person_endings) or lemma.endswith(words.thing_endings)


def standing_of_plain(counted: Counted, reading: Reading) -> Standing:
    """Whether an amount without a measure of its own is a fact, or a term of what the words above it offer or ask."""
    if _is_supposed(counted) or _in_list_of_terms(counted):
        return "term"
    found = _judged(counted)
    return standing_of(counted.parse, reading) if found is None else found


def _is_supposed(counted: Counted) -> bool:
    """Whether the sentence only supposes what it says of an amount: "imagine if", "if they vote no, the 50 million stays",
    "takes effect when a holder acquires 15 percent"."""
    parse, own = counted.parse, clause_above(counted.parse, counted.noun)
    if any(c.lemma in _SUPPOSE and c.verb < counted.first and not c.subjects for c in parse.clauses):
        return True
    if own is None:
        return False
    clause = parse.clauses[own]
    if clause.mark in _WHENEVER or any(
        parse.lower[c] in _WHENEVER for c in parse.children[clause.verb] if c < clause.verb
    ):
        return clause.tense == "present" and any(
            parse.lower[t] in _ANY for s in clause.subjects for t in (s, *parse.children[s])
        )
    supposed = any(c.mark in {"if", "unless"} and c.verb < clause.verb and c.tense == "present" for c in parse.clauses)
    return supposed and clause.tense == "present" and clause.link in {"ROOT", "conj", "ccomp"}


def _in_list_of_terms(counted: Counted) -> bool:
    """Whether a colon behind a word for what is asked opens the list an amount stands in ("their price: an amnesty and 40
    million dollars")."""
    parse = counted.parse
    colon = next((t for t in range(counted.first - 1, 0, -1) if parse.lower[t] == ":"), None)
    if colon is None or any(parse.tags[t] in {"VBD", "VBZ", "VBP"} for t in range(colon, counted.first)):
        return False
    return any(parse.lemmas[t] in measure_words().plain.lists for t in range(colon))


def _judged(counted: Counted) -> Standing | None:
    """What the nouns and verbs above an amount make of it ("a 40-dollar bid"); None where they leave it open."""
    parse, token = counted.parse, counted.noun
    if _named_move(parse, token) or _beside_move(counted) or _put_forward(counted):
        return "term"
    if counted.classes & {"votes", "voters"} or _is_due(counted):
        return "fact"
    for _ in range(_HIGHEST + 3):
        head, dep = parse.heads[token], parse.deps[token]
        if head == token:
            return None
        if _apart(parse, token):
            return "fact"
        if dep in {"advcl", "relcl", "parataxis"}:
            return "term" if dep == "relcl" and _named_move(parse, head) else None
        if parse.tags[head][0] == "V":
            if dep == "nsubj":
                return None
            if parse.verb_lemma(head) in measure_words().plain.told:
                of_move = parse.deps[head] == "acl" and _named_move(parse, parse.heads[head])
                return "term" if of_move else "fact"
            if _moves(parse, head):
                return "term"
        elif _named_move(parse, head):
            return "term"
        token = head
    return None


def _apart(parse: Parse, token: int) -> bool:
    """Whether what stands above a token says nothing of it: of a doer, a comparison, what somebody owns."""
    if parse.deps[token] == "agent" or parse.lower[token] in _APART:
        return True
    return parse.lower[token] == "of" and noun_classes(parse, parse.heads[token]) >= {"persons"}


def _is_due(counted: Counted) -> bool:
    """Whether an amount is said to be owed, whoever is to pay it ("the unpaid 270 million euros")."""
    parse = counted.parse
    return any(w in measure_words().plain.due for w in parse.lower[max(0, counted.first - 2) : counted.first])


def _beside_move(counted: Counted) -> bool:
    """Whether a noun of a move stands right before an amount ("a deal on 600,000 tonnes"), or ends the phrase that it
    opens ("22 dollars per share proposal"), or it lies "on the table"."""
    parse, before = counted.parse, counted.first - 2
    if (
        before >= 0
        and parse.lower[before + 1] in {"on", "of", "for", "over", "worth", "at"}
        and _named_move(parse, before)
    ):
        return True
    start = counted.number + 1
    if parse.lower[start : start + 3] in {("on", "the", "table"), ("on", "offer", ".")}:
        return True
    for token in range(start, min(len(parse), start + 8)):
        if _named_move(parse, token):
            return True
        if parse.tags[token][0] not in "NJH$" and parse.lower[token] not in _INSIDE and parse.tags[token] != "CD":
            return False
    return False


def _put_forward(counted: Counted) -> bool:
    """Whether words beside an amount make it one that is asked or bid: "not less than 600 million", "went as high as 90",
    "the 15 million which the bank put forward"."""
    parse, before = counted.parse, counted.parse.lower[max(0, counted.first - 3) : counted.first + 3]
    if any(before[i : i + 3] in _LOW for i in range(len(before))):
        return True
    verb = next((t for t in range(counted.first, max(0, counted.first - 5), -1) if parse.tags[t][0] == "V"), None)
    if (
        verb is not None
        and parse.lemmas[verb] == "go"
        and not _AS_FAR.isdisjoint(parse.lower[verb : counted.first + 3])
    ):
        return True
    tops = {counted.noun, counted.number}
    return any(c.link == "relcl" and parse.heads[c.verb] in tops and _moves(parse, c.verb) for c in parse.clauses)


def _named_move(parse: Parse, token: int) -> bool:
    return parse.tags[token][0] == "N" and parse.lemmas[token] in _term_words()[1]


def _moves(parse: Parse, verb: int) -> bool:
    """Whether a verb, or the noun it governs or is told of, is one of a move ("raised its offer to 9 dollars")."""
    verbs, _ = _term_words()
    after = parse.lower[verb + 1] if verb + 1 < len(parse) else ""
    if {parse.lemmas[verb], parse.verb_lemma(verb), f"{parse.lemmas[verb]} {after}"} & verbs:
        return True
    return any(
        _named_move(parse, c) for c in parse.children[verb] if parse.deps[c] in {"dobj", "nsubj", "nsubjpass", "attr"}
    )


@cache
def _term_words() -> tuple[frozenset[str], frozenset[str]]:
    """Verbs and nouns that make what they govern a term."""
    terms, words = measure_words().terms, measure_words().plain
    return terms.verbs | words.verbs, terms.nouns | words.nouns
