"""How long a deed has gone on: "the 41st day of the strike", "for the third straight day", "a siege now in its sixth week"."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec

from parley.annotate.dates import date_bounds
from parley.annotate.numerals import read_numeral
from parley.extract.act_times import day_of_act, words_of_act
from parley.extract.events.cues import Hit, Scene
from parley.extract.times import published_day, settled_date
from parley.lexicon.words import word_list
from parley.model import Date, DateRange, Span

__all__ = ["Lasting", "find_lasting"]

_UNITS = {"day": 1, "night": 1, "week": 7, "month": 30, "year": 365}  # days
_INTO = frozenset({"of", "to", "in", "into"})
_RUN = word_list("events.lasting.run")
_OWN = frozenset({"its", "their", "his", "her"})
_LONGEST = 36_600  # days: what is said to have gone on for longer than a century is no deed of the news


class Lasting(msgspec.Struct, frozen=True):
    """The Nth day (week, month) of a deed: the words that say so, and from when until when it had gone on."""

    span: Span
    when: DateRange | None


def find_lasting(scene: Scene, hit: Hit) -> Lasting | None:
    """The stretch of time that the sentence counts from the deed's beginning; None where it counts none.

    The first day is that of the beginning: on the third day it has gone on since two days before. Weeks, months and years
    give a beginning that is only about right, and is marked so.
    """
    parse = scene.phrases.sentence.parse
    for token, lemma in enumerate(parse.lemmas):
        if lemma not in _UNITS:
            continue
        count = _nth(scene, token)
        if count and count * _UNITS[lemma] < _LONGEST and _is_of_deed(scene, hit, token):
            span = Span(scene.phrases.core(token).start, scene.phrases.sentence.tokens(token, token).end)
            return Lasting(span, _since(scene, hit, token, count))
    return None


def _nth(scene: Scene, token: int) -> int:
    """The number of an Nth day: "the 41st day", "day 41", "the third straight day"; 0 where there is none."""
    phrases = scene.phrases
    parse = phrases.sentence.parse
    near = [token - 1] if token and parse.lower[token - 1] not in _RUN else [token - 2]
    if parse.lower[token] in _UNITS and token + 1 < len(parse) and parse.tags[token + 1] == "CD":
        near = [token + 1]
    text = phrases.sentence.span.of(phrases.doc.text)
    for place in near:
        if place < 0:
            return 0
        word = parse.words[place]
        numeral = read_numeral(word, word.lower(), 0)
        ordinal = numeral is not None and (numeral.form == "ordinal" or place > token)
        if numeral is not None and ordinal and numeral.end == len(word):
            return int(_whole(text, parse.starts[place], numeral.lower))
    return 0


def _whole(text: str, start: int, value: float) -> float:
    """The value of a hyphened ordinal ("twenty-first"), of which the parser cut off the tens."""
    begin = text.rfind(" ", 0, start) + 1
    numeral = read_numeral(text, text.lower(), begin) if begin < start else None
    return numeral.lower if numeral is not None and numeral.form == "ordinal" else value


def _is_of_deed(scene: Scene, hit: Hit, token: int) -> bool:
    """Whether the Nth day is the deed's: "of the strike", "the strike, in its Nth day", "struck for the Nth day"."""
    parse = scene.phrases.sentence.parse
    if any(p.object == hit.token and p.word in _INTO for p in scene.phrases.preps(token)):
        return True
    above = parse.heads[token]
    through = above if parse.tags[above] == "IN" or parse.tags[above] == "TO" else token
    over = parse.heads[through]
    owned = any(parse.lower[c] in _OWN for c in parse.children[token])
    run = token > 0 and parse.lower[token - 1] in _RUN
    if hit.clause is not None:
        return (run or owned or parse.lower[through] == "for") and over == hit.token
    if owned and over == hit.token:
        return True
    return (owned or run) and any(c.verb == over and hit.token in c.subjects for c in scene.phrases.sentence.clauses)


def _since(scene: Scene, hit: Hit, token: int, count: int) -> DateRange | None:
    """From the first day to the Nth: that told of the deed or around it, else the report's own."""
    latest = _day_of(scene, hit, token)
    low = date_bounds(latest)[0] if latest is not None else None
    if latest is None or low is None:
        return None
    lemma = scene.phrases.sentence.parse.lemmas[token]
    verbatim = scene.phrases.sentence.tokens(token, token).of(scene.phrases.doc.text)
    begun = low - timedelta(days=(count - 1) * _UNITS[lemma])
    return DateRange(Date(_written(begun, lemma), verbatim), latest)


def _written(day: date, lemma: str) -> str:
    """A beginning as exact as the unit it was counted in."""
    if _UNITS[lemma] == 1:
        return day.isoformat()
    return f"{day.isoformat()[:7]}~" if lemma != "week" else f"{day.isoformat()}~"


def _day_of(scene: Scene, hit: Hit, token: int) -> Date | None:
    phrases = scene.phrases
    parse = phrases.sentence.parse
    tops = {hit.token, token, *words_of_act(parse, hit.token, hit.clause)}
    tops |= {t for t in parse.ancestors(token) if parse.tags[t][0] == "V"}
    told = day_of_act(phrases.doc, phrases.index, hit.token, tops)
    if told is not None:
        return settled_date(phrases.doc, told)
    published = published_day(phrases.doc)
    return Date(published[:10], "") if published is not None else None
