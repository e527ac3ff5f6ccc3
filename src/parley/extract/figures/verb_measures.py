"""Measures that a verb says of what is counted, as its object, subject, participle or in a fixed phrase."""

from __future__ import annotations

from collections.abc import Iterator

from parley.annotate.clauses import Clause
from parley.annotate.parse import Parse
from parley.extract.figures.counted import Counted, is_whole
from parley.extract.figures.measure_index import Reading, clause_above, clause_at, fits, measure_index, measure_words
from parley.lexicon.measures import MeasurePhrase, MeasureWords
from parley.lexicon.words import word_list

__all__ = ["adjacent_state", "adjacent_verb", "at_price", "headline_passive", "phrases", "verb_object", "verb_subject"]


_INNER = frozenset({"pcomp", "prep", "xcomp", "ccomp"})
# Verbs the parser takes for adjectives behind a number ("killed nine and injured scores").
_HURT = {"injured": "injure", "wounded": "wound"}
_RELATIVES = frozenset({"who", "which", "that"})


def adjacent_verb(counted: Counted) -> Iterator[Reading]:
    """A verb directly before its count ("killing 12"), also where the parser tied them otherwise."""
    parse = counted.parse
    before, result = counted.first - 1, ""
    while before > 0 and (
        parse.lower[before] in measure_words().around.before or parse.lower[before] in measure_words().around.results
    ):
        result = f" {parse.lower[before]}" if parse.lower[before] in measure_words().around.results else result
        before -= 1
    joined = before > 0 and parse.lower[before] in _HURT and parse.tags[before - 1] == "CC"
    if before < 0 or (parse.tags[before][0] != "V" and not joined):
        return
    # "Child killed, ten people injured", a headline without its comma: those counted are the hurt ones.
    if counted.last + 1 < len(parse) and parse.lower[counted.last + 1] in {"injured", "wounded", "hurt"}:
        return
    index = clause_at(parse, before)
    if index is not None and _set_to(parse, parse.clauses[index]):
        return
    if index is not None and parse.clauses[index].passive and parse.clauses[index].link != "acl":
        return
    lemma = _HURT[parse.lower[before]] if joined else parse.lemmas[before]
    for entry in measure_index().objects.get(lemma + result, ()):
        roomy = index is not None and _has_room(counted, parse.clauses[index], entry)
        if fits(entry, counted, lemma) and not roomy:
            yield Reading(entry, before, index, "figure:adjacent-verb")


def adjacent_state(counted: Counted) -> Iterator[Reading]:
    """A participle or adjective directly behind its count ("12 dead", "12 people were killed")."""
    parse = counted.parse
    if counted.noun > counted.number and parse.tags[counted.noun] == "CD":
        # "two of the 23 wounded died": what befell the 23 befell them all.
        return
    if counted.bare and counted.last + 1 < len(parse) and parse.lower[counted.last + 1] in measure_index().states:
        yield from _state_at(counted, counted.last + 1)
    for station in counted.stations if counted.mention.kind == "count" else ():
        if parse.lower[station] in measure_index().states and parse.tags[station][0] != "V":
            yield from _state_at(counted, station)
    token = counted.last + 1
    while token < len(parse) and parse.lower[token] in measure_words().around.between and token < counted.last + 6:
        token += 1
    if token < len(parse) and is_whole(counted) and parse.heads[token] not in counted.stations:
        return
    if counted.some and token < len(parse) and parse.deps[token] == "acl":
        # "3,000 of the 11,000 refugees stranded there": told of the whole.
        return
    if token < len(parse) and not _takes_object(counted, token):
        yield from _state_at(counted, token)


def _state_at(counted: Counted, token: int) -> Iterator[Reading]:
    parse = counted.parse
    words = " ".join(parse.lower[token : token + 2])
    for entry in measure_index().states.get(words) or measure_index().states.get(parse.lower[token]) or ():
        own = token in counted.stations and "persons" in entry.of
        if own or fits(entry, counted):
            yield Reading(entry, token, clause_above(parse, token), "figure:state")


def _takes_object(counted: Counted, token: int) -> bool:
    """Whether a verb form behind the count has an object of its own, so that those counted are its doers."""
    parse = counted.parse
    if parse.tags[token][0] != "V":
        return False
    if parse.child(token, "dobj") is not None and parse.child(token, "auxpass") is None:
        return True
    after = token + 1
    return (
        after < len(parse)
        and parse.tags[after] in {"DT", "PRP", "PRP$"}
        and parse.lower[token - 1] not in measure_words().around.between
    )


def phrases(counted: Counted) -> Iterator[Reading]:
    """Verbs that say a measure only in a fixed phrase: "claimed 12 lives", "left 12 dead", "were taken hostage"."""
    parse = counted.parse
    for i, clause in enumerate(parse.clauses):
        found = measure_index().phrases.get(clause.lemma) or measure_index().phrases.get(parse.lemmas[clause.verb])
        if found:
            yield from _phrase_readings(counted, i, found)


def _phrase_readings(counted: Counted, index: int, phrases: list[MeasurePhrase]) -> Iterator[Reading]:
    clause, stations = counted.parse.clauses[index], set(counted.stations)
    for phrase in phrases:
        roles = (
            (*_undergoing(counted.parse, clause), *_clause_subjects(counted.parse, clause), *_cost(counted, clause))
            if phrase.role == "object"
            else clause.subjects
        )
        if phrase.counted:
            fits = not phrase.counted.isdisjoint(_lemmas(counted))
        else:
            fits = _somebody(counted, phrase) and _follows(counted, clause, phrase.then)
        if phrase.of_event:
            fits = bool(counted.classes & phrase.of) and _has_event_subject(counted.parse, clause)
        if (phrase.denied and not clause.negated) or _is_prevented(counted.parse, clause):
            continue
        if fits and stations & set(roles) and not _of_the_whole(counted, clause):
            yield Reading(measure_index().by_name[phrase.measure], clause.verb, index, "figure:phrase")


_PREVENTING = word_list("figures.verb_measures.preventing")


def _is_prevented(parse: Parse, clause: Clause) -> bool:
    """ "kept her from seeking refuge": what did not come about."""
    above = parse.heads[clause.verb]
    if clause.link != "pcomp" or parse.lower[above] != "from":
        return False
    return any(parse.verb_lemma(t) in _PREVENTING for t in parse.ancestors(above) if parse.tags[t][0] == "V")


def _cost(counted: Counted, clause: Clause) -> tuple[int, ...]:
    """What something cost somebody, which the parser may take for a length ("cost the rebels 14 men")."""
    parse = counted.parse
    tied = (
        clause.lemma == "cost" and parse.deps[counted.noun] == "npadvmod" and parse.heads[counted.noun] == clause.verb
    )
    return (counted.noun,) if tied else ()


def _lemmas(counted: Counted) -> list[str]:
    """Lemmas of what is counted and of what that is a part of ("the lives of 12 men")."""
    return [counted.lemma, counted.lemma[:-1], *(counted.parse.lemmas[t] for t in counted.stations)]


def _undergoing(parse: Parse, clause: Clause) -> tuple[int, ...]:
    """The objects of a clause; of a participle without auxiliary and object its subjects ("eight others treated for burns")."""
    if clause.objects or clause.passive or parse.tags[clause.verb] not in {"VBN", "VBD"} or clause.modal:
        return undergoers(parse, clause)
    return clause.subjects if parse.child(clause.verb, "aux", "dobj") is None else ()


def undergoers(parse: Parse, clause: Clause) -> tuple[int, ...]:
    """The objects of a clause; of a relative clause without a pronoun the noun it hangs on ("the 60 sailors it holds",
    "12 men whom they admit to holding")."""
    if clause.passive and not clause.objects and clause.link == "conj":
        return _passive_subjects_above(parse, clause.verb)
    if clause.objects or clause.passive:
        return clause.objects
    token = clause.verb
    while parse.deps[token] in _INNER and parse.heads[token] < token:
        token = parse.heads[token]
    antecedent = parse.heads[token]
    if parse.deps[token] != "relcl" or antecedent in clause.subjects:
        return ()
    own = [c for c in parse.children[token] if parse.deps[c] == "nsubj" and c < token]
    beside = parse.lefts[own[0]] - 1 if own else 0
    if beside > antecedent and parse.tags[beside] == "NNS":
        # "the monsoon and the 60,000 people it has driven from their homes"
        antecedent = beside
    plural = parse.tags[antecedent] != "NN"
    return (antecedent,) if own and plural and parse.lower[own[0]] not in _RELATIVES else ()


def _passive_subjects_above(parse: Parse, verb: int) -> tuple[int, ...]:
    """The subjects of the verb that a passive is joined to ("nine men were at work and were hurt")."""
    if parse.child(verb, "auxpass") is None:
        return ()
    head = parse.heads[verb]
    return tuple(
        c for c in parse.children[head] if parse.deps[c] in {"nsubj", "nsubjpass"} and parse.tags[head][0] == "V"
    )


def _clause_subjects(parse: Parse, clause: Clause) -> list[int]:
    """Subjects of a clause that a verb governs, which are as good as its object ("let 26 go home")."""
    inner = [c for c in parse.children[clause.verb] if parse.deps[c] == "ccomp"]
    return [s for c in inner for s in parse.children[c] if parse.deps[s] == "nsubj"]


def _somebody(counted: Counted, phrase: MeasurePhrase) -> bool:
    """Whether the count is of somebody, not of what already says what happened ("29 casualties")."""
    told = counted.mention.kind == "count" and counted.lemma in measure_index().nouns
    return bool(counted.classes & phrase.of) and not told


def _has_event_subject(parse: Parse, clause: Clause) -> bool:
    events = measure_words().events.values()
    return any(parse.lemmas[s] in words for s in clause.subjects for words in events)


def _follows(counted: Counted, clause: Clause, words: frozenset[str]) -> bool:
    """Whether one of the words stands behind verb and count, before another clause begins."""
    parse = counted.parse
    start = max(counted.last, clause.verb) + 1
    # "has in its cells 45 men", "left homeless 300 people", but not "left 14 dead and 300 wounded"
    between = range(clause.verb + 1, counted.first) if clause.verb < counted.first else range(0)
    between = range(0) if any(parse.tags[t] == "CD" for t in between) else between
    if any(parse.lower[t] in words or parse.lemmas[t] in words for t in between):
        return True
    for token in range(start, min(len(parse), start + 9)):
        if parse.tags[token] in {"VBD", "VBZ", "MD"} or parse.lower[token] in {";", "who", "which", "that"}:
            return False
        if parse.lower[token] in words or parse.lemmas[token] in words:
            return True
    return False


def verb_object(counted: Counted) -> Iterator[Reading]:
    """The count undergoes a verb: its object, its passive subject, the antecedent of its participle or relative."""
    parse, stations = counted.parse, set(counted.stations)
    for i, clause in enumerate(parse.clauses):
        if not stations & set(undergoers(parse, clause)) or _set_to(parse, clause) or _of_the_whole(counted, clause):
            continue
        for lemma in (clause.lemma, parse.verb_lemma(clause.verb)):
            for entry in measure_index().objects.get(lemma, ()):
                if (entry.negotiable and not clause.objects) or _has_room(counted, clause, entry):
                    continue
                if fits(entry, counted, lemma, passive=clause.passive):
                    yield Reading(entry, clause.verb, i, _voice(clause))


def _has_room(counted: Counted, clause: Clause, entry: MeasureWords) -> bool:
    """Whether those "held" only have room ("the hall holds 300 people"), or are its members ("a union holding 300 members")."""
    if entry.name != "held" or clause.lemma != "hold":
        return False
    parse, classes = counted.parse, counted.classes
    if (
        counted.lemma == "member"
        and not classes & {"captives", "takeable"}
        and parse.lower[counted.noun + 1 : counted.noun + 2] != ("of",)
    ):
        return True
    return any(parse.lemmas[s] in measure_words().plain.rooms for s in clause.subjects)


def _of_the_whole(counted: Counted, clause: Clause) -> bool:
    """Whether a clause tells of the whole only some of which are counted ("300 of the 900 villagers who fled")."""
    return counted.some and clause.link in {"relcl", "acl"} and counted.parse.heads[clause.verb] == counted.noun


def _set_to(parse: Parse, clause: Clause) -> bool:
    """Whether those set free are only left to do something ("freeing 1,100 cleaners to walk out")."""
    if clause.lemma not in {"free", "release"}:
        return False
    return any(parse.tags[c] == "VB" and parse.lower[c - 1] == "to" for c in parse.children[clause.verb] if c > 0)


def _voice(clause: Clause) -> str:
    if clause.link in {"acl", "relcl"}:
        return "figure:participle" if clause.link == "acl" else "figure:relative"
    return "figure:passive" if clause.passive else "figure:verb-object"


def headline_passive(counted: Counted) -> Iterator[Reading]:
    """A participle without its auxiliary, as headlines and second halves of sentences have it ("and 40 wounded")."""
    parse, stations = counted.parse, set(counted.stations)
    for i, clause in enumerate(parse.clauses):
        if clause.objects or clause.passive or parse.tags[clause.verb] not in {"VBN", "VBD"} or clause.modal:
            continue
        if parse.child(clause.verb, "aux") is None and any(
            parse.heads[s] == clause.verb for s in stations & set(clause.subjects)
        ):
            for entry in measure_index().objects.get(clause.lemma, ()):
                if fits(entry, counted, clause.lemma, passive=True):
                    yield Reading(entry, clause.verb, i, "figure:headline-passive")


def verb_subject(counted: Counted) -> Iterator[Reading]:
    """The count does what the verb says of it: died, fled, struck, walked out."""
    parse, stations = counted.parse, set(counted.stations)
    for i, clause in enumerate(parse.clauses):
        if clause.passive or not stations & set(clause.subjects) or _of_the_whole(counted, clause):
            continue
        for entry in measure_index().subjects.get(clause.lemma, ()):
            if fits(entry, counted, clause.lemma):
                yield Reading(entry, clause.verb, i, "figure:verb-subject")


def at_price(counted: Counted) -> Iterator[Reading]:
    """An amount behind "at" or "for" of a verb of trade ("sold at 62 dollars a share")."""
    parse = counted.parse
    for i, clause in enumerate(parse.clauses):
        entries = measure_index().at.get(clause.lemma, ())
        if entries and any(p.word in {"at", "for"} and p.object in counted.stations for p in clause.preps):
            for entry in entries:
                if counted.classes & {"price", "money"}:
                    yield Reading(entry, clause.verb, i, "figure:price")
