"""What a bare number stands for: the amount told of before it, or right behind it ("wanted 200 tanks; X proposed 450")."""

from __future__ import annotations

import msgspec

from parley.annotate.quantities import QuantityKind, QuantityMention
from parley.extract.moves.changes import AMOUNTS
from parley.extract.moves.constituents import Phrases, phrases_of
from parley.extract.moves.issues import find_issue_heads
from parley.extract.moves.loose import Loose

__all__ = ["Told", "find_told"]

_REACH = 600  # characters within which a bare number is read as an amount told of before it
_ALIKE = 5  # so many times larger or smaller may such a number be
_LEVELS = frozenset(
    {"to", "at", "for", "on", "by", "with", "of", "as", "under", "below", "above", "over", "beyond", "past", "than"}
)
_TAKES = frozenset({"conj", "dobj", "attr", "oprd", "nsubjpass", "ROOT"})
_KINDS = AMOUNTS | {"duration"}


class Told(msgspec.Struct, frozen=True):
    """The unit and kind of the amount a bare number stands for, per what it is, and what it is an amount of."""

    unit: str | None
    kind: QuantityKind
    per: str | None
    issue: str


def find_told(phrases: Phrases, mention: QuantityMention, top: int) -> Told | None:
    """What a bare number at `top` stands for: the nearest like amount before it, else one behind it in the sentence."""
    parse = phrases.sentence.parse
    level = parse.deps[top] == "pobj" and parse.lower[parse.heads[top]] in _LEVELS
    if _size(mention) is None or not (parse.deps[top] in _TAKES or level):
        return None
    start, end = mention.number.start, phrases.sentence.span.end
    told = [q for q in phrases.doc.quantities if q.kind in _KINDS and start - _REACH < q.number.start < end]
    before = [q for q in reversed(told) if q.number.start < start]
    behind = [q for q in told if q.number.start > start]
    found = (_read(phrases, q) for q in (*before, *behind) if _is_like(q, mention))
    return next((t for t in found if t is not None), None)


def _size(mention: QuantityMention) -> float | None:
    return mention.quantity.lower if mention.quantity.upper is None else mention.quantity.upper


def _is_like(told: QuantityMention, mention: QuantityMention) -> bool:
    value, other = _size(told) or 0, _size(mention) or 0
    return (
        value > 0
        and value / _ALIKE <= other <= value * _ALIKE
        and not (told.quantity.unit == "percent" and other > 100)
    )


def _read(phrases: Phrases, told: QuantityMention) -> Told | None:
    """The amount with what it counts; None where that is not said, or is nothing talked about."""
    doc = phrases.doc
    index = next((i for i, s in enumerate(doc.sentences) if s.span.start <= told.number.start < s.span.end), None)
    there = phrases_of(doc, index) if index is not None and index != phrases.index else phrases
    loose = Loose(there)
    told = there.changes.read(doc.text, told)
    inside = set(range(len(there.sentence.parse)))
    if index is None or loose.counts_somebody(told):
        return None
    noun = loose.noun(told)
    unit = told.quantity.unit or loose.unit(told, noun)
    issue = loose.issue(told, inside, None)
    if issue == "other":
        heads = find_issue_heads(there, sorted(inside))
        issue = heads[0].issue if len({h.issue for h in heads}) == 1 else issue
    if unit is None or (issue == "other" and told.kind == "count" and noun is None):
        return None
    return Told("persons" if issue == "release" and told.kind == "count" else unit, told.kind, told.per, issue)
