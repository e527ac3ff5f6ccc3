"""How often something is done: "price reviews at 12-month intervals instead of 18", "an inspection every six weeks"."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from parley.annotate.casing import plain_words
from parley.annotate.quantities import QuantityMention
from parley.extract.moves.clauses.constituents import Phrases
from parley.extract.moves.terms.amounts import Amounts
from parley.extract.moves.terms.givers import Sides
from parley.model import Quantity, Span, Term

__all__ = ["with_recurring"]

_BEFORE = re.compile(r"\b(?:every|each|intervals?[ \n]+of)[ \n]+$", re.IGNORECASE)
_BEHIND = re.compile(r"[ \n-]+intervals?\b", re.IGNORECASE)
_REACH = 16  # characters: the longest of the words before, and the space behind them
_DONE = frozenset({"dobj", "nsubjpass"})


def with_recurring(phrases: Phrases, terms: Sequence[Term], tokens: Sequence[int], sides: Sides) -> list[Term]:
    """The terms, with each length of time at `tokens` after which something is done again on what is done."""
    found, inside = list(terms), set(tokens)
    for mention in phrases.quantities_here:
        token = phrases.sentence.token_at(mention.number.start)
        old = mention.number.start in phrases.changes.old
        if old or token not in inside or mention.kind != "duration" or not _recurs(phrases.doc.text, mention):
            continue
        done = _done(phrases, token)
        if done is None:
            continue
        core, whole = phrases.core(done), phrases.phrase(done)
        at = next((i for i, t in enumerate(found) if _is_on(t, whole)), None)
        if at is not None:
            found[at] = _timed(phrases, found[at], core, mention)
        else:
            item = plain_words(core.of(phrases.doc.text))
            plain = Term(issue="other", item=item, span=core, giver=sides.giver, receiver=sides.receiver)
            found.append(_timed(phrases, plain, core, mention))
    return found


def _recurs(text: str, mention: QuantityMention) -> bool:
    """Whether a length of time lies between one time and the next."""
    before = _BEFORE.search(text, max(0, mention.span.start - _REACH), mention.span.start)
    return before is not None or _BEHIND.match(text, mention.span.end) is not None


def _done(phrases: Phrases, token: int) -> int | None:
    """The noun for what is done again: the one the length hangs on, or what its verb is about."""
    parse = phrases.sentence.parse
    for above in parse.ancestors(token):
        if parse.tags[above][0] == "V":
            objects = [c for c in parse.children[above] if parse.deps[c] in _DONE and not _is_stretch(phrases, c)]
            return objects[0] if objects else _before(phrases, token)
        between = [p.object for p in phrases.preps(above) if p.word == "between"]
        if between or (parse.tags[above][0] == "N" and not _is_stretch(phrases, above)):
            return between[0] if between else above
    return None


def _is_stretch(phrases: Phrases, noun: int) -> bool:
    return phrases.is_time(noun) or phrases.sentence.parse.lemmas[noun] == "interval"


def _before(phrases: Phrases, token: int) -> int | None:
    """ "A plan for price reviews -- at 12-month intervals": the last noun before the dash, where the parser ties none."""
    parse = phrases.sentence.parse
    dash = next(
        (t for t in range(token, 0, -1) if parse.lower[t] in {"--", "–", "—", "-"} and parse.deps[t] == "punct"), 0
    )
    noun = dash - 1
    return noun if noun > 0 and parse.tags[noun][0] == "N" else None


def _is_on(term: Term, whole: Span) -> bool:
    """Whether a term without an amount stands in the words for what is done, however far ("reviews of the price")."""
    if term.quantity is not None or term.duration is not None:
        return False
    return whole.start <= term.span.start and term.span.end <= whole.end


def _timed(phrases: Phrases, term: Term, done: Span, mention: QuantityMention) -> Term:
    span = Span(min(term.span.start, done.start), max(term.span.end, done.end))
    previous = Amounts(phrases).previous(mention)
    return msgspec.structs.replace(
        term,
        item=plain_words(span.of(phrases.doc.text)) if span != term.span else term.item,
        span=span,
        quantity=mention.quantity,
        previous=_in_unit(previous, mention.quantity),
    )


def _in_unit(previous: Quantity | None, quantity: Quantity) -> Quantity | None:
    """ "At 15-month intervals instead of 18": a bare number is of the same unit."""
    if previous is None or previous.unit is not None:
        return previous
    return msgspec.structs.replace(previous, unit=quantity.unit)
