"""What a bare number stands for: the amount told of before it, or right behind it ("wanted 200 tanks; X proposed 450")."""

from __future__ import annotations

import re

import msgspec

from parley.annotate.quantities import QuantityKind, QuantityMention
from parley.extract.moves.clauses.constituents import Phrases, phrases_of
from parley.extract.moves.terms.changes import AMOUNTS
from parley.extract.moves.terms.issues import find_issue_heads
from parley.extract.moves.terms.loose import Loose
from parley.model import Quantity

__all__ = ["Told", "find_told"]

_REACH = 600  # characters within which a bare number is read as an amount told of before it
_NEXT = 16  # characters between an amount and the time it is given over
_ALIKE = 5  # so many times larger or smaller may such a number be
_LEVELS = frozenset(
    {
        "to",
        "from",
        "at",
        "for",
        "on",
        "by",
        "with",
        "of",
        "as",
        "under",
        "below",
        "above",
        "over",
        "beyond",
        "past",
        "than",
    }
)
_TAKES = frozenset({"conj", "appos", "dobj", "attr", "oprd", "nsubjpass", "ROOT"})
_IN_HUNDREDTHS = re.compile(r"(?i)(?:pence|cents?|[ \n]p|\dp)$")
_KINDS = AMOUNTS | {"duration"}


class Told(msgspec.Struct, frozen=True):
    """The unit and kind of the amount a bare number stands for, per what it is, and what it is an amount of.

    `part` is how much of the unit is counted: a hundredth where the amount was told of in pence or cents.
    """

    unit: str | None
    kind: QuantityKind
    per: str | None
    issue: str
    part: float = 1

    def of(self, bare: Quantity) -> Quantity:
        """The bare number as an amount like the one told of."""
        lower, upper = (None if v is None else float(f"{v * self.part:.12g}") for v in (bare.lower, bare.upper))
        return msgspec.structs.replace(bare, lower=lower, upper=upper, unit=self.unit)


def find_told(phrases: Phrases, mention: QuantityMention, top: int) -> Told | None:
    """What a bare number at `top` stands for: the nearest like amount before it, else one behind it in the sentence."""
    parse = phrases.sentence.parse
    level = parse.deps[top] == "pobj" and parse.lower[parse.heads[top]] in _LEVELS
    if _size(mention) is None or not (parse.deps[top] in _TAKES or level):
        return None
    start, end = mention.number.start, phrases.sentence.span.end
    told = [q for q in phrases.doc.quantities if q.kind in _KINDS and start - _REACH < q.number.start < end]
    told = [q for q in told if q.kind != "duration" or not _is_spread(phrases, q)]
    before = [q for q in reversed(told) if q.number.start < start]
    behind = [q for q in told if q.number.start > start]
    found = (_read(phrases, q) for q in (*before, *behind) if _is_like(phrases.doc.text, q, mention))
    return next((t for t in found if t is not None), None)


def _is_spread(phrases: Phrases, length: QuantityMention) -> bool:
    """ "9 per cent over a year": the time an amount is given over is not what a later number stands for."""
    text, at = phrases.doc.text, length.span.start
    amounts = (q.span.end for q in phrases.doc.quantities if q.kind in AMOUNTS and at - _NEXT < q.span.end <= at)
    return any(text[end:at].strip().lower() in {"over", "for", "a year for", "spread over"} for end in amounts)


def _size(mention: QuantityMention) -> float | None:
    return mention.quantity.lower if mention.quantity.upper is None else mention.quantity.upper


def _part(text: str, told: QuantityMention) -> float:
    """A hundredth where money is told of in pence or cents."""
    return 0.01 if told.kind == "money" and _IN_HUNDREDTHS.search(told.span.of(text)) else 1


def _is_like(text: str, told: QuantityMention, mention: QuantityMention) -> bool:
    value, other = (_size(told) or 0) / _part(text, told), _size(mention) or 0
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
    if unit == "persons" and issue in {"payment", "price", "quota", "sanctions"}:
        return None  # "detained 22 of them" beside a levy
    people = issue == "release" and told.kind == "count"
    return Told("persons" if people else unit, told.kind, told.per, issue, _part(doc.text, told))
