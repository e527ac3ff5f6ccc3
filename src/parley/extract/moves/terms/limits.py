"""Limits of time that a move sets in another clause, a noun or the next sentence: an ultimatum's end, "unless it pays by June"."""

from __future__ import annotations

from datetime import date, timedelta

from parley.annotate.clauses import Clause
from parley.annotate.dates import DateMention
from parley.annotate.parse import Parse
from parley.extract.moves.clauses.constituents import Phrases, phrases_of
from parley.extract.moves.draft import Draft
from parley.extract.time_direction import direction_of, head_of, relation_of
from parley.extract.times import published_day, settled_date
from parley.lexicon.calendar import load_calendar
from parley.lexicon.words import word_list
from parley.model import Date

__all__ = ["conditional_limit", "day_of_limit", "given_length", "limit_of_noun", "standing_limit"]

_SETTING = frozenset({"demand", "threaten", "offer", "rule", "invite"})
_AHEAD_OF = frozenset({"by", "before", "within", "until"})
_UNTIMED = frozenset({"set", "period"})
_LENGTHS = {"hour": 1 / 24, "day": 1, "week": 7, "fortnight": 14}
_FALLING = word_list("moves.terms.limits.falling")


def conditional_limit(draft: Draft) -> Date | None:
    """ "Unless the tax goes by June, the mines will close", "will halt work on 1 May unless it is paid"."""
    if draft.act != "threaten":
        return None
    phrases = draft.phrases
    conditions = [c for c in phrases.sentence.clauses if c.mark in {"unless", "if"}]
    if not conditions:
        return None
    verbs = {c.verb for c in conditions} | set(_below(phrases, conditions))
    act = draft.hit.clause.verb if draft.hit.clause is not None else draft.hit.token
    strict = any(c.mark == "unless" or c.negated for c in conditions)
    late: DateMention | None = None
    for mention in phrases.dates_here:
        if mention.kind in _UNTIMED or direction_of(phrases.doc, phrases.index, mention) == "past":
            continue
        over = _verb_over(phrases, mention)
        if over in verbs and relation_of(phrases.doc, phrases.index, mention) in _AHEAD_OF:
            return day_of_limit(phrases, mention)
        if (
            strict
            and over is not None
            and over not in verbs
            and over >= act
            and mention.relation in {None, "on", "at", "from", "in"}
        ):
            late = late or mention
    return day_of_limit(phrases, late) if late is not None else None


def _below(phrases: Phrases, conditions: list[Clause]) -> list[int]:
    """Verbs that complete those of the conditions ("if they did not stop firing by May")."""
    over = {c.verb for c in conditions}
    parse = phrases.sentence.parse
    return [
        c.verb for c in phrases.sentence.clauses if c.link in {"xcomp", "ccomp", "conj"} and parse.heads[c.verb] in over
    ]


def limit_of_noun(draft: Draft) -> Date | None:
    """The end of a deadline or an ultimatum by name: "a Friday deadline", "its ultimatum, which runs out at noon on
    Saturday", in the move's sentence or the next one."""
    if draft.act not in _SETTING:
        return None
    doc, index = draft.phrases.doc, draft.phrases.index
    if doc.words.isdisjoint(load_calendar().limits.nouns):
        return None
    found = _named_limit(draft.phrases)
    following = index + 1
    if found is None and draft.act in {"demand", "threaten", "rule"} and following < len(doc.sentences):
        return _named_limit(phrases_of(doc, following))
    return found


def _named_limit(phrases: Phrases) -> Date | None:
    parse, names = phrases.sentence.parse, load_calendar().limits
    nouns = [t for t in range(len(parse)) if parse.lemmas[t] in names.nouns and parse.tags[t][0] == "N"]
    if not nouns or not phrases.dates_here:
        return None
    for mention in sorted(phrases.dates_here, key=lambda d: d.kind == "time"):
        top = head_of(phrases.doc, phrases.index, mention)
        if top is None or mention.kind in _UNTIMED or direction_of(phrases.doc, phrases.index, mention) == "past":
            continue
        if any(_limits(phrases, parse, noun, top) for noun in nouns):
            return day_of_limit(phrases, mention)
    return None


def _limits(phrases: Phrases, parse: Parse, noun: int, top: int) -> bool:
    """Whether a time is that of the limit: below its noun, or of a verb that says when it ends."""
    if parse.heads[top] == noun and top < noun:
        return True
    path = list(parse.ancestors(top))
    if path[:2] and noun in path[:2] and parse.lower[path[0]] in {"of", "for", "on", "at", "until"}:
        return True
    over = next((c for c in phrases.sentence.clauses if c.verb in path), None)
    if over is None:
        return False
    ends = over.lemma in load_calendar().limits.lapsing or over.lemma in _FALLING
    whose = (
        noun in over.subjects
        or noun in (parse.heads[over.verb], *parse.ancestors(parse.heads[over.verb]))
        or (over.passive and noun in over.objects)
    )
    return ends and whose


def given_length(draft: Draft) -> Date | None:
    """ "Gave the board 48 hours to resign", "has ten days to answer": so long after the day of the report."""
    phrases = draft.phrases
    parse, doc = phrases.sentence.parse, phrases.doc
    givers = [c for c in phrases.sentence.clauses if c.lemma in load_calendar().limits.giving]
    day = published_day(doc)
    if not givers or day is None or draft.act not in {"demand", "threaten", "rule"}:
        return None
    for quantity in doc.quantities_in(phrases.sentence.span):
        count = quantity.quantity.lower
        if quantity.kind != "duration" or count is None or quantity.quantity.unit not in _LENGTHS:
            continue
        token = phrases.sentence.token_at(quantity.number.start)
        verb = next((t for t in parse.ancestors(token) if parse.tags[t][0] == "V"), None) if token is not None else None
        giver = next((c for c in givers if c.verb == verb), None)
        if (
            giver is None
            or token is None
            or not _time_to_do(parse, quantity.span.end - phrases.sentence.span.start, token)
        ):
            continue
        days = -(-count * _LENGTHS[quantity.quantity.unit or "day"] // 1)
        end = date.fromisoformat(day[:10]) + timedelta(days=days)
        return Date(end.isoformat(), quantity.quantity.verbatim)
    return None


def _time_to_do(parse: Parse, end: int, token: int) -> bool:
    """Whether "to" and a verb, "in which" or nothing more of its phrase stand behind a length of time."""
    behind = next((t for t in range(token, len(parse)) if parse.starts[t] >= end), None)
    if behind is None or behind + 1 >= len(parse):
        return False
    return parse.lower[behind] == "to" and parse.tags[behind + 1] == "VB"


def standing_limit(draft: Draft) -> Date | None:
    """Until when what is agreed stands by its own noun: "a standstill until 30 June", "a stay of execution until May"."""
    phrases, parse = draft.phrases, draft.phrases.sentence.parse
    names = load_calendar().limits
    for mention in phrases.dates_here:
        relation = relation_of(phrases.doc, phrases.index, mention)
        if relation not in {"until", "through"} or direction_of(phrases.doc, phrases.index, mention) == "past":
            continue
        top = head_of(phrases.doc, phrases.index, mention)
        if top is None:
            continue
        over = list(parse.ancestors(top))
        verb = next((n for n, t in enumerate(over) if parse.tags[t][0] == "V"), len(over))
        nouns = [t for t in over[:verb] if parse.tags[t][0] == "N"]
        if not nouns and verb < len(over):
            nouns = [t for t in range(over[verb] + 1, top) if parse.tags[t][0] == "N"]
        if any(parse.lemmas[t] in names.standing for t in nouns):
            return day_of_limit(phrases, mention)
    return None


def _verb_over(phrases: Phrases, mention: DateMention) -> int | None:
    top = head_of(phrases.doc, phrases.index, mention)
    verbs = {c.verb for c in phrases.sentence.clauses}
    return next((t for t in phrases.sentence.parse.ancestors(top) if t in verbs), None) if top is not None else None


def day_of_limit(phrases: Phrases, mention: DateMention) -> Date:
    """The day of a limit; a clock time without its day is of the day of the report."""
    if mention.kind == "time":
        day = published_day(phrases.doc)
        return Date(day[:10], mention.verbatim) if day is not None else settled_date(phrases.doc, mention)
    return settled_date(phrases.doc, mention)
