"""Whether a report is about talks at all: a stream of news is mostly not, and market reports speak of offers too."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

import msgspec

from parley.annotate.doc import Doc
from parley.lexicon import load_lexicon
from parley.model import Claim, Event, Figure, Move, Span

__all__ = [
    "is_about_talks",
    "is_elsewhere",
    "is_of_another_age",
    "keep_relevant",
    "puts_something",
    "tells_of_strife",
    "tells_of_talks",
]

# Figures of people count wherever they stand.
_OF_PEOPLE = frozenset(
    {
        "killed",
        "injured",
        "missing",
        "captured",
        "held",
        "released",
        "displaced",
        "affected",
        "detained",
        "returned",
        "aid",
    }
)
_PLAIN_NEEDED = 4
# So many of them must be words of talks, not of arms alone.
_UNARMED_NEEDED = 2
_DEEDS_NEEDED = 3
# So many words of putting and answering, in a short report (by its different words) and in any.
_GIVE_AND_TAKE = 3
_SHORT = 200
# Figures that only their unit or noun tells, as in any text.
_PLAIN_RULES = frozenset({"figure:number", "figure:amount", "figure:attribute", "figure:ballot"})
_ABOARD = re.compile(r"\s+(?:on ?board|aboard)\b", re.IGNORECASE)


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    strong: frozenset[str]
    plain: frozenset[str]
    putting: frozenset[str]
    answering: frozenset[str]
    elsewhere: frozenset[str]
    private: frozenset[str]
    strife: frozenset[str]
    deeds: frozenset[str]
    exposed: frozenset[str]
    either: frozenset[str]
    armed: frozenset[str]


@cache
def _strong_phrases() -> frozenset[str]:
    return frozenset(word for word in load_lexicon("relevance", _Words).strong if " " in word)


def is_about_talks(doc: Doc) -> bool:
    """Whether what the report tells is to be read as told of talks: it tells of talks, or is one sentence, which cannot
    show what it is about, with no word of private life."""
    if tells_of_talks(doc):
        return True
    return len(doc.sentences) == 1 and load_lexicon("relevance", _Words).private.isdisjoint(doc.words)


def tells_of_talks(doc: Doc) -> bool:
    """Whether the report holds a strong word of talks, several plain ones, or words of what is put and what is answered."""
    known = doc.kept.get(tells_of_talks)
    if known is None:
        known = doc.kept[tells_of_talks] = _holds_words_of_talks(doc)
    return bool(known)


def _holds_words_of_talks(doc: Doc) -> bool:
    lexicon = load_lexicon("relevance", _Words)
    words = doc.words
    strong = words & lexicon.strong
    # "Strikes" beside missiles and rebels are from the air.
    if strong <= lexicon.either and not words.isdisjoint(lexicon.armed):
        strong = frozenset()
    if strong or _has_phrase(doc, _strong_phrases()):
        return True
    plain = words & lexicon.plain
    if len(plain) >= _PLAIN_NEEDED and len(plain - lexicon.armed) >= _UNARMED_NEEDED:
        return True
    return _tells_give_and_take(doc, lexicon)


def _tells_give_and_take(doc: Doc, lexicon: _Words) -> bool:
    """ "Asked", "suggested" and "refused": what is put is answered, though no word of talks is used."""
    put = doc.words & lexicon.putting
    if not put:
        return False
    answered = doc.words & lexicon.answering
    # "Turned it down": the words of a phrase need not stand together.
    found = len(answered) + any(doc.words.issuperset(p.split()) for p in lexicon.answering if " " in p)
    return found > 0 and len(put) + found >= _GIVE_AND_TAKE + (len(doc.words) > _SHORT)


def puts_something(words: Iterable[str]) -> bool:
    """Whether words in lower case hold one for putting something to somebody ("asked", "proposal")."""
    return not load_lexicon("relevance", _Words).putting.isdisjoint(words)


def tells_of_strife(doc: Doc) -> bool:
    """Whether the report tells of a war, a strike, a disaster or a contest for a firm: one word that says so, or several
    of deeds and harm."""
    known = doc.kept.get(tells_of_strife)
    if known is None:
        lexicon, words = load_lexicon("relevance", _Words), doc.words
        known = not words.isdisjoint(lexicon.strife) or len(words & lexicon.deeds) >= _DEEDS_NEEDED
        doc.kept[tells_of_strife] = known
    return bool(known)


def is_question(words: str) -> bool:
    """Whether a sentence asks; a question mark behind a full stop is a bullet or dash that was lost on the way."""
    bare = words.rstrip("\"'”’»)")
    return bare.endswith("?") and not bare.endswith(".?")


def is_elsewhere(doc: Doc, sentence: str) -> bool:
    """Whether a sentence of the report tells of sport, the stage or a trial, whose offers and deals are none of the
    talks, or of what was done in another age."""
    key = is_elsewhere, sentence
    known = doc.kept.get(key)
    if known is None:
        known = doc.kept[key] = _is_history(doc, sentence) or _holds_elsewhere(doc, sentence)
    return bool(known)


def _holds_elsewhere(doc: Doc, sentence: str) -> bool:
    here = doc.kept.get(is_elsewhere)
    if here is None:
        words, phrases = _elsewhere()
        here = sorted(words & doc.words)
        here += [phrase for phrase, parts in phrases if parts <= doc.words]
        doc.kept[is_elsewhere] = here
    if not here:
        return False
    text = sentence.lower()
    return any(re.search(rf"\b{re.escape(word)}\b", text) for word in here)


# A sentence that opens with a time ("In 1848,", "In May 1902") tells all it tells of then.
_OPENING = re.compile(r"\W*(?:Back )?[Ii]n (?:[A-Z][a-z]+ )?(1\d{3}|20\d\d)\b")
_AGES = re.compile(r"\bcenturies (?:ago|before|earlier)\b|\bin the 1\dth[ -]century\b")
# So many years before the report, talks are history; a report without a date is read as one of today.
_AGE = 45
_UNDATED = 1900


def is_of_another_age(doc: Doc, year: int) -> bool:
    """Whether a year lies so far before the report that what was done then belongs to other talks."""
    published = (doc.report.published or "")[:4]
    return year < (int(published) - _AGE if published.isdigit() else _UNDATED)


def _is_history(doc: Doc, sentence: str) -> bool:
    opening = _OPENING.match(sentence)
    if opening is not None and is_of_another_age(doc, int(opening[1])):
        return True
    text = sentence.lower()
    return "centur" in text and _AGES.search(text) is not None


@cache
def _elsewhere() -> tuple[frozenset[str], tuple[tuple[str, frozenset[str]], ...]]:
    """Single words, and phrases with their words."""
    found = load_lexicon("relevance", _Words).elsewhere
    phrases = sorted(word for word in found if " " in word)
    return found.difference(phrases), tuple((phrase, frozenset(phrase.split())) for phrase in phrases)


def _has_phrase(doc: Doc, phrases: frozenset[str]) -> bool:
    """Whether the report holds one of the phrases; their words are looked up first."""
    near = [p for p in phrases if all(part in doc.words for part in p.split())]
    text = doc.text.lower() if near else ""
    return any(p in text for p in near)


def keep_relevant(doc: Doc, claims: list[Claim]) -> list[Claim]:
    """All claims of a report on talks; of another its quotations, its figures of people and, where it tells of strife,
    its deeds and what is counted of them."""
    if tells_of_talks(doc):
        return claims
    strife = tells_of_strife(doc)
    told = [m.statement for c in claims if strife and isinstance(c.body, Event) for m in c.mentions]
    return [c for c in claims if not isinstance(c.body, Move) and _is_kept(doc, c, strife=strife, told=told)]


def _is_kept(doc: Doc, claim: Claim, *, strife: bool, told: list[Span]) -> bool:
    """Whether a claim of a report off talks is none but of a figure that any text has: a price, a length, a rank."""
    body = claim.body
    if not isinstance(body, Figure) or body.measure in _OF_PEOPLE:
        return True
    if claim.rule not in _PLAIN_RULES:
        return strife
    words = claim.mentions[0].trigger
    if not strife or claim.rule != "figure:number":
        return False
    exposed = not load_lexicon("relevance", _Words).exposed.isdisjoint((body.group or "").lower().split())
    return exposed or _ABOARD.match(doc.text, words.end) is not None or any(s.overlaps(words) for s in told)
