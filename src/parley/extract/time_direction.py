"""On which side of the report a time lies: before it, after it, or as the words alone leave it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from parley.annotate.clauses import Clause
from parley.annotate.date_resolution import Tense
from parley.annotate.dates import DateMention
from parley.annotate.doc import Doc
from parley.annotate.parse import Parse
from parley.extract.factuality import factuality_of
from parley.lexicon.calendar import load_calendar
from parley.lexicon.factuality import load_factuality

__all__ = ["direction_of", "head_of", "is_told_of_verb", "relation_of", "verb_before"]

_BESIDE = frozenset({"poss", "compound", "nmod", "amod", "nummod"})
_ENDS = frozenset({"until", "through", "to", "by", "within"})
_GIVEN = frozenset({"until", "to", "for"})
_HOUR = re.compile(
    r"\b(until|till|by)\s+(?:the\s+)?(?:early|late|mid)?[ -]?(?:close|end|start|noon|midnight|midday|dawn|dusk|nightfall|sunset|sunrise"
    r"|morning|afternoon|evening|night|lunch-?time|teatime|breakfast|\d[\d.:]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    r"(?:\s*(?:[ap]\.?m\.?|[A-Z]{3,4}|local|time|o'clock|hours|of|business|the|day|trading|play)(?=\s)){0,4}(?:\s+on)?\s+$"
)
_NO_LATER = re.compile(r"\b(?:no|not) later than\s+$|\bon or before\s+$|\bat the latest\s+$")
_DAYS = frozenset({"weekday", "relative"})


class _Place(msgspec.Struct, frozen=True):
    """Where a time stands: its token, the tokens above it up to the verb, the verb's clause."""

    doc: Doc
    index: int
    mention: DateMention
    token: int
    path: tuple[int, ...]
    clause: Clause | None

    @property
    def parse(self) -> Parse:
        return self.doc.sentences[self.index].parse


def direction_of(doc: Doc, index: int, mention: DateMention) -> Tense | None:
    """The tense to settle a time of sentence `index` with; None where the words leave the side open.

    It is that of the verb the time hangs on, not of what that verb says of others. Ends of stretches, what is fixed for a
    time and what begins look ahead, whatever the tense.
    """
    token = head_of(doc, index, mention)
    if token is None:
        return None
    place = _place(doc, index, mention, token)
    relation = relation_of(doc, index, mention)
    if relation == "since":
        return "past"
    if relation in _ENDS:
        return _end(place, "by" if relation == "within" else str(relation))
    if _begins(place):
        return "past" if _lasted(place) else "planned"
    if _is_fixed(place, relation):
        return "planned"
    noun = _described(place)
    if noun is not None:
        return _beside_noun(place, noun)
    if place.clause is None:
        return "planned" if _names_staged(place) else None
    return _verb_direction(place, place.clause)


def relation_of(doc: Doc, index: int, mention: DateMention) -> str | None:
    """The preposition that sets the time; "until close of business on Tuesday" is until then, "into June" to it."""
    parse, token = doc.sentences[index].parse, head_of(doc, index, mention)
    if token is not None and parse.lower[parse.heads[token]] == "into":
        return "to"
    start = mention.span.start
    if _NO_LATER.search(doc.text, max(0, start - 24), start):
        return "by"
    hour = _HOUR.search(doc.text, max(0, start - 48), start) if mention.relation in (None, "on", "at") else None
    if hour is not None:
        return "by" if hour[1] == "by" else "until"
    return mention.relation


def head_of(doc: Doc, index: int, mention: DateMention) -> int | None:
    """The token of a time that ties it to its sentence ("night" in "Friday night"); None outside the parse."""
    sentence = doc.sentences[index]
    token = sentence.token_at(mention.span.start)
    if token is None or token >= len(sentence.parse):
        return None
    heads, end = sentence.parse.heads, mention.span.end - sentence.span.start
    first = mention.span.start - sentence.span.start
    while heads[token] != token and first <= sentence.parse.starts[heads[token]] < end:
        token = heads[token]
    if token + 1 < len(sentence.parse) and sentence.parse.lower[token + 1] in {"noon", "midnight", "midday"}:
        return heads[token] if heads[token] == token + 1 else token
    return token


def is_told_of_verb(doc: Doc, index: int, mention: DateMention) -> bool:
    """Whether a time says when what a past verb tells was done ("began on 1 December"), not what a noun stands for."""
    token = head_of(doc, index, mention)
    if token is None:
        return False
    parse = doc.sentences[index].parse
    path = [token, *parse.ancestors(token)][:3]
    return len(path) == 3 and parse.tags[path[1]] == "IN" and parse.tags[path[2]] == "VBD"


def verb_before(doc: Doc, index: int, mention: DateMention) -> int | None:
    """The past verb a time stands right behind and belongs to, wherever the parser hung it ("said on Tuesday it could")."""
    sentence = doc.sentences[index]
    first = sentence.token_at(mention.span.start)
    if not first or first >= len(sentence.parse):
        return None
    tags = sentence.parse.tags
    before = first - 2 if tags[first - 1] == "IN" else first - 1
    return before if before >= 0 and tags[before] == "VBD" else None


def _place(doc: Doc, index: int, mention: DateMention, token: int) -> _Place:
    parse = doc.sentences[index].parse
    by_verb = {clause.verb: clause for clause in parse.clauses}
    before = verb_before(doc, index, mention)
    if before is not None and before in by_verb:
        return _Place(doc, index, mention, token, (token, before), by_verb[before])
    path = []
    for above in (token, *parse.ancestors(token)):
        path.append(above)
        if above in by_verb:
            return _Place(doc, index, mention, token, tuple(path), by_verb[above])
    return _Place(doc, index, mention, token, tuple(path), None)


def _lemmas(place: _Place) -> set[str]:
    """What stands over the time up to its verb, each by lemma and form, a particle verb by its first word."""
    parse = place.parse
    found = {form for t in place.path[1:] for form in (parse.lemmas[t], parse.lower[t])}
    return found | ({place.clause.lemma.split()[0]} if place.clause is not None else set())


def _end(place: _Place, relation: str) -> Tense | None:
    """The end of a stretch, a deadline or a new day is ahead, unless the verb tells that it has passed."""
    clause = place.clause
    if relation == "to" and not _lemmas(place).isdisjoint(load_calendar().direction.backing):
        return "past"
    if clause is None:
        return "planned"
    past = _verb_direction(place, clause) == "past"
    fixed = not _lemmas(place).isdisjoint(load_calendar().direction.fixing)
    if _is_pluperfect(place.parse, clause) and not fixed:
        return "past"
    if relation == "by":
        return "past" if past and _was_due(place, clause) else "planned"
    if relation == "to":
        return "past" if past and not fixed and _has_beginning(place) else "planned"
    return "past" if past and not fixed and (_lasted(place) or clause.negated) else "planned"


def _was_due(place: _Place, clause: Clause) -> bool:
    """ "The gap was 120 by March", "failed to sign by the Friday deadline"; not "asked for an answer by Friday"."""
    words, lemmas = load_factuality().governors, _lemmas(place)
    if lemmas & (words.planned | words.hypothetical | load_calendar().direction.fixing):
        return False
    tag, deps = place.parse.tags[clause.verb], place.parse.deps
    # "wants the trawlers gone by Sunday": a bare participle that is wished.
    wished = tag == "VBN" and not any(deps[c] in {"aux", "auxpass"} for c in place.parse.children[clause.verb])
    if wished and any(c.lemma in words.planned | words.hypothetical for c in _over(place.parse, clause)):
        return False
    return not wished or deps[clause.verb] in {"acl", "advcl"}


def _over(parse: Parse, clause: Clause) -> Iterator[Clause]:
    """The clauses above one, nearest first."""
    while clause.parent is not None:
        clause = parse.clauses[clause.parent]
        yield clause


def _has_beginning(place: _Place) -> bool:
    """ "from May 2 to May 9"."""
    sentence = place.doc.sentences[place.index]
    return any(
        d.relation in ("from", "since") and d.span.end <= place.mention.span.start
        for d in place.doc.dates_in(sentence.span)
    )


def _lasted(place: _Place) -> bool:
    clause = place.clause
    if clause is None or clause.tense != "past":
        return False
    # "was extended" has its own verb; a bare "was" lasts.
    lasting = clause.lemma.split()[0] in load_calendar().direction.lasting and not clause.passive
    return lasting or _is_pluperfect(place.parse, clause)


def _begins(place: _Place) -> bool:
    """ "from Thursday", "starting Monday", "effective September 1"."""
    if place.mention.relation == "from":
        return not _until_follows(place)
    first = place.doc.sentences[place.index].token_at(place.mention.span.start) or 0
    words, parse = load_calendar().direction.beginning, place.parse
    near = [t for t in range(max(0, first - 2), first) if parse.lower[t] in words]
    return any(parse.lower[t] == "effective" or parse.tags[t] == "VBG" for t in near)


def _until_follows(place: _Place) -> bool:
    sentence = place.doc.sentences[place.index]
    return any(
        d.relation in ("to", "until", "through") and d.span.start >= place.mention.span.end
        for d in place.doc.dates_in(sentence.span)
    )


def _is_fixed(place: _Place, relation: str | None) -> bool:
    """ "slated for Monday", "due in September", "announced a strike on Friday"."""
    names, parse, clause = load_calendar().direction, place.parse, place.clause
    nouns = [t for t in place.path[1:] if parse.tags[t][0] == "N"]
    if any(parse.lemmas[t] == "deadline" for t in nouns):
        return clause is None or clause.lemma.split()[0] not in names.missing
    if clause is not None and _is_pluperfect(parse, clause):
        return False
    if relation in _GIVEN and not _lemmas(place).isdisjoint(names.fixing):
        return True
    beside = [t for t in place.path[1:] if parse.tags[t] in {"VBN", "JJ"} and parse.deps[t] in {"acl", "amod", "advcl"}]
    if any(parse.lemmas[t] in names.awaited or parse.lower[t] in names.awaited for t in beside):
        return True
    if any(parse.lower[t] in {"pending", "awaiting"} for t in place.path):
        return True
    nouns += [o for t in nouns for p in parse.children[t] if parse.lower[p] == "of" for o in parse.children[p]]
    if any(parse.lower[c] in names.coming for t in nouns for c in parse.children[t] if parse.deps[c] == "amod"):
        return True
    return clause is not None and _is_staged(place, clause)


def _is_staged(place: _Place, clause: Clause) -> bool:
    """What is announced with a day behind it takes place on that day."""
    names, parse = load_calendar().direction, place.parse
    if clause.lemma.split()[0] not in names.announcing or clause.tense not in ("past", "present"):
        return False
    nouns = [t for t in (*clause.objects, *place.path[1:-1]) if clause.verb < t < place.token]
    return any(parse.lemmas[t] in names.staged for t in nouns)


def _described(place: _Place) -> int | None:
    """The noun that a time stands before ("Monday's hearing", "the September accord")."""
    parse, token = place.parse, place.token
    head = parse.heads[token]
    if parse.deps[token] in _BESIDE and head > token and parse.tags[head][0] == "N":
        return head
    return None


def _beside_noun(place: _Place, noun: int) -> Tense | None:
    """What a day, month or year names is over, unless it is one of the things that are fixed beforehand."""
    names, parse = load_calendar().direction, place.parse
    if parse.lemmas[noun] not in names.staged:
        return "past"
    before = [parse.lower[t] for t in place.path] + [parse.lower[t] for t in parse.ancestors(noun)][:2]
    if not names.awaiting.isdisjoint(before):
        return "planned"
    direction = _verb_direction(place, place.clause) if place.clause is not None else None
    if direction == "planned":
        return direction
    return "past" if place.mention.kind in _DAYS else None


def _names_staged(place: _Place) -> bool:
    return any(place.parse.lemmas[t] in load_calendar().direction.staged for t in place.path[1:])


def _verb_direction(place: _Place, clause: Clause) -> Tense | None:
    parse = place.parse
    bare = clause.tense == "none" or (clause.tense == "present" and clause.mark is None and clause.link == "ccomp")
    if bare and clause.parent is not None and parse.clauses[clause.parent].lemma in load_calendar().direction.letting:
        # "let the deputies go on Thursday": when they were let.
        return _verb_direction(place, parse.clauses[clause.parent])
    if _is_pluperfect(parse, clause):
        return "past"
    if clause.perfect and clause.modal in {"would", "could", "might", "may", "must", "should"}:
        return "past"
    tense = factuality_of(place.doc, place.index, clause.verb).tense
    if tense == "present":
        return "past" if clause.lemma in load_calendar().direction.telling else "planned"
    if clause.mark in {"until", "once"} and clause.tense == "past":
        return "past"
    if tense in ("planned", "hypothetical"):
        return "past" if clause.tense == "none" and _had_been_due(parse, clause) else "planned"
    return "past" if tense == "past" else None


def _is_pluperfect(parse: Parse, clause: Clause) -> bool:
    return clause.perfect and any(
        parse.lower[c] in {"had", "'d"} and parse.deps[c] in {"aux", "auxpass"} for c in parse.children[clause.verb]
    )


def _had_been_due(parse: Parse, clause: Clause) -> bool:
    """ "had been expected to decide on Monday": what had been foreseen is past by now."""
    above = next((c for c in _over(parse, clause) if c.tense != "none"), clause)
    return _is_pluperfect(parse, above)
