"""Where, by whom and through what: the circumstances of a count."""

from __future__ import annotations

from functools import cache

import msgspec

from parley.annotate.clauses import Clause
from parley.annotate.dates import DateMention
from parley.annotate.doc import Doc
from parley.annotate.parse import Parse
from parley.annotate.preps import Prep, preps_from
from parley.extract.figures.counted import Counted, groups
from parley.extract.figures.measure_index import Reading, measure_words
from parley.lexicon.parties import places
from parley.lexicon.words import word_list
from parley.model import Actor, Span

__all__ = ["Circumstances", "date_token", "event_name", "find_circumstances", "find_event"]

_PLACED = frozenset({"in", "at", "near", "inside", "outside", "across", "throughout", "off", "around", "within", "on"})
_AIMED = frozenset({"of", "against", "over"})
_EVENTFUL = frozenset({"in", "during", "by", "from", "after", "of", "through", "with", "following"})
_NO_PLACES = frozenset({"armed_group", "union", "person"})  # what is "on" or "in" them is done to them
_MANY = word_list("figures.circumstances.many")
_SHARED = 8  # words of a second count up to the place
_WITHOUT_DOER = frozenset({"figure:verb-subject", "figure:headline-passive", "figure:stake", "figure:count-noun"})
# Measures of talks and trade, which no blast or battle makes.
_EVENTLESS = frozenset({"released", "returned", "aid", "price", "share", "pay", "output", "held"})


# What hands people or goods over is the event of those handed over.
_EXCHANGE = {"released": "exchange", "returned": "exchange"}


class Circumstances(msgspec.Struct, frozen=True):
    """What stands around a count: `event` is the token of what happened once, `cause` its words; `places` and `actors`
    are the stretches of the report that name place and doers."""

    place: str | None = None
    by: tuple[Actor, ...] = ()
    one_of: bool = False
    cause: str | None = None
    event: int | None = None
    places: tuple[Span, ...] = ()
    actors: tuple[Span, ...] = ()


@cache
def _events() -> dict[str, str]:
    return {word: name for name, words in measure_words().events.items() for word in words}


def event_name(parse: Parse, token: int) -> str | None:
    """The word a series of counts of such an event goes under, None for what is no event."""
    return _events().get(parse.lemmas[token]) or _events().get(parse.lower[token])


def date_token(doc: Doc, sentence: int, mention: DateMention) -> int:
    """The token of the sentence at which a date starts."""
    token = doc.sentences[sentence].token_at(mention.span.start)
    return token if token is not None else len(doc.sentences[sentence].parse)


def find_circumstances(doc: Doc, counted: Counted, reading: Reading) -> Circumstances:
    """Place, doers and event of a count, from the clause that says it and the nouns it hangs on."""
    parse = counted.parse
    clause = parse.clauses[reading.clause] if reading.clause is not None else None
    preps = _preps(parse, counted, reading, clause)
    place, places = _place(doc, counted, preps, clause)
    event = find_event(counted, reading, clause, preps)
    if place is None:
        place, places = _shared_place(doc, counted, reading)
    if place is None and event is not None:
        place, places = _place_of_event(doc, counted, event)
    if event is not None and _eventless(reading) and event_name(parse, event) != _EXCHANGE.get(reading.words.name):
        event = None
    by, actors, one_of = _doers(doc, counted, reading, clause, event)
    cause = _phrase(doc, counted.sentence, event) if event is not None else None
    return Circumstances(place, by, one_of, cause, event, places, actors)


def _eventless(reading: Reading) -> bool:
    jobs = reading.words.name == "other" and "duration" not in reading.words.of
    return reading.words.name in _EVENTLESS or jobs


def _preps(parse: Parse, counted: Counted, reading: Reading, clause: Clause | None) -> list[Prep]:
    """Prepositional phrases of the count, of the word that says its measure, and of the clause; nearest first."""
    found = [p for t in dict.fromkeys((counted.noun, *counted.stations, reading.trigger)) for p in _own_preps(parse, t)]
    if clause is not None:
        found += [p for p in clause.preps if p not in found]
    return found


def _own_preps(parse: Parse, token: int) -> list[Prep]:
    return [p for c in parse.children[token] if parse.deps[c] == "prep" for p in preps_from(parse, c)]


def _place(doc: Doc, counted: Counted, preps: list[Prep], clause: Clause | None) -> tuple[str | None, tuple[Span, ...]]:
    parse, sentence = counted.parse, counted.sentence
    heads = [p.object for p in preps if p.word in _PLACED]
    if clause is not None and clause.mark == "where":
        heads.append(parse.heads[clause.verb])
    if clause is not None:
        heads += [p.object for s in clause.subjects for p in _own_preps(parse, s) if p.word in _PLACED]
    for head in heads:
        named = _place_head(doc, sentence, parse, head)
        if named is not None:
            entity = doc.entity(sentence, named)
            span = entity.span if entity is not None else _name_span(doc, sentence, named)
            if any(q.span.overlaps(span) for q in doc.quantities_in(doc.sentences[sentence].span)):
                continue
            if entity is not None and entity.kind in _NO_PLACES:
                continue
            both = _joined_place(doc, sentence, named, span)
            if both is not None:
                return _plain(both.of(doc.text)), (both,)
            name = entity.name if entity is not None and entity.resolved else _plain(span.of(doc.text))
            return name, (span,)
    return None, ()


def _shared_place(doc: Doc, counted: Counted, reading: Reading) -> tuple[str | None, tuple[Span, ...]]:
    """The place behind a second count that the first shares: "300 are dead and thousands wounded in Torca"."""
    parse = counted.parse
    joint = max(reading.trigger, counted.last) + 1
    if parse.lower[joint : joint + 1] != ("and",):
        return None, ()
    second = parse.lower[joint + 1 : joint + 2]
    number = parse.tags[joint + 1 : joint + 2] == ("CD",) or bool(_MANY.intersection(second))
    end = next((t for t in range(joint + 1, len(parse)) if parse.words[t] in {",", ";", "."}), len(parse))
    inside = range(joint + 2, min(end, joint + _SHARED))
    if not number or any(parse.tags[t] in {"VBD", "VBZ", "VBP", "MD", "CC"} for t in inside):
        return None, ()
    heads = [p.object for t in inside if parse.lower[t] == "in" for p in preps_from(parse, t)]
    named = next((h for h in heads if _place_head(doc, counted.sentence, parse, h) is not None), None)
    if named is None or parse.tags[named] not in {"NNP", "NNPS"}:
        return None, ()
    span = _name_span(doc, counted.sentence, named)
    return _plain(span.of(doc.text)), (span,)


def _joined_place(doc: Doc, sentence: int, head: int, span: Span) -> Span | None:
    """The stretch of two places that a count is of together: "in Israel and Gaza"; None where it is of one."""
    parse = doc.sentences[sentence].parse
    if parse.lower[head] not in _known_places():
        return None
    joined = [c for c in parse.children[head] if parse.deps[c] == "conj" and parse.lower[c] in _known_places()]
    return Span(span.start, doc.sentences[sentence].tokens(joined[-1], joined[-1]).end) if joined else None


def _place_of_event(doc: Doc, counted: Counted, event: int) -> tuple[str | None, tuple[Span, ...]]:
    """The place, known by name, that what happened was in, or was done to: "strikes on Orland", "the blast in Torca"."""
    parse, sentence = counted.parse, counted.sentence
    for prep in _own_preps(parse, event):
        if prep.word in _PLACED | _AIMED:
            named = _place_head(doc, sentence, parse, prep.object)
            span = _name_span(doc, sentence, named) if named is not None else None
            if span is not None and _plain(span.of(doc.text)).casefold() in _known_places():
                return _plain(span.of(doc.text)), (span,)
    return None, ()


@cache
def _known_places() -> frozenset[str]:
    states = (name for country in places().countries for name in (country.name, *country.aliases))
    return frozenset(name.casefold() for name in (*states, *places().regions))


def _place_head(doc: Doc, sentence: int, parse: Parse, head: int) -> int | None:
    """The token that names the place: a proper name, or the one behind "the city of"; a region where none is named."""
    where = doc.sentences[sentence]
    stretch = where.tokens(head, head)
    taken = [d.span for d in doc.dates_in(where.span)] + [q.span for q in doc.quantities_in(where.span)]
    if any(span.overlaps(stretch) for span in taken) or event_name(parse, head) is not None:
        return None
    if parse.tags[head] in {"NNP", "NNPS"}:
        return head
    if parse.lemmas[head] not in groups().regions:
        return None
    inner = [k for c in parse.children[head] if parse.lower[c] == "of" for k in parse.children[c]]
    inner += [c for c in parse.children[head] if parse.deps[c] == "appos"]
    return next((t for t in inner if parse.tags[t] in {"NNP", "NNPS"}), head)


def _name_span(doc: Doc, sentence: int, head: int) -> Span:
    """The noun phrase up to its head."""
    where = doc.sentences[sentence]
    return where.tokens(min(where.parse.lefts[head], head), head)


def _plain(words: str) -> str:
    """The words without an article, white space folded."""
    parts = words.split()
    return " ".join(parts[1:] if len(parts) > 1 and parts[0].lower() in {"the", "a", "an"} else parts)


def _phrase(doc: Doc, sentence: int, head: int) -> str:
    """The noun phrase of `head`, with what follows its "of" or "on", without article, date and clauses."""
    where = doc.sentences[sentence]
    return _plain(where.tokens(where.parse.lefts[head], head).of(doc.text)) if head >= where.parse.lefts[head] else ""


def find_event(counted: Counted, reading: Reading, clause: Clause | None, preps: list[Prep]) -> int | None:
    """The token of what happened once and made the count: subject, antecedent, or object of "in", "during", "from"."""
    parse = counted.parse
    candidates: list[int] = []
    if clause is not None:
        candidates += [s for s in clause.subjects if s not in counted.stations]
        if clause.link in {"relcl", "acl"}:
            candidates += _antecedents(parse, clause)
        candidates += [c for c in parse.children[clause.verb] if parse.tags[c] == "VBG" and c < clause.verb]
    candidates += [p.object for p in preps if p.word in _EVENTFUL]
    if clause is not None and clause.link in {"advcl", "conj"} and not clause.own_subject and clause.parent is not None:
        candidates += [p.object for p in parse.clauses[clause.parent].preps if p.word in _EVENTFUL]
    if clause is not None:
        joined = (c for c in parse.clauses if c.link == "conj" and parse.heads[c.verb] == clause.verb)
        candidates += [p.object for c in joined for p in c.preps if event_name(parse, p.object) == "exchange"]
    return next((t for t in candidates if event_name(parse, t) is not None), None)


def _antecedents(parse: Parse, clause: Clause) -> list[int]:
    """What a relative clause may be about: the noun it hangs on, and the nouns that one hangs on."""
    found = [parse.heads[clause.verb]]
    for token in parse.ancestors(found[0]):
        if parse.tags[token][0] == "V":
            break
        found.append(token)
    return found


def _doers(
    doc: Doc, counted: Counted, reading: Reading, clause: Clause | None, event: int | None
) -> tuple[tuple[Actor, ...], tuple[Span, ...], bool]:
    """Who did it: subject, agent, owner of a stake, or those by whom the event was."""
    parse = counted.parse
    tokens = list(_subjects(counted, reading, clause))
    if event is not None:
        tokens += [p.object for p in _own_preps(parse, event) if p.word == "by"]
        tokens += [s for c in parse.clauses if c.passive and event in c.objects for s in c.subjects]
    tokens += [c for c in parse.children[reading.trigger] if parse.deps[c] == "poss"]
    tokens += [p.object for p in _own_preps(parse, reading.trigger) if p.word == "by"]
    entities = ((t, doc.entity(counted.sentence, t)) for t in dict.fromkeys(tokens))
    found = [(t, e) for t, e in entities if e is not None and (e.resolved or e.form != "pronoun")]
    actors = tuple(e.actor(doc.text) for _, e in found)
    return actors, tuple(e.span for _, e in found), len(actors) > 1 and _alternative(parse, [t for t, _ in found])


def _subjects(counted: Counted, reading: Reading, clause: Clause | None) -> tuple[int, ...]:
    """The doers of the clause that says the measure, where it has any."""
    if clause is None or reading.rule in _WITHOUT_DOER or clause.verb != reading.trigger:
        return ()
    stations = set(counted.stations)
    if reading.rule in {"figure:state", "figure:phrase"} and not clause.passive and stations & set(clause.subjects):
        return ()
    return tuple(s for s in clause.subjects if s not in stations)


def _alternative(parse: Parse, tokens: list[int]) -> bool:
    """Whether the doers are joined by "or"."""
    between = range(min(tokens), max(tokens))
    return any(parse.lower[t] == "or" for t in between)
