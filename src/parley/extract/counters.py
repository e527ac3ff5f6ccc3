"""Offers and demands put against what another party offered or demanded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from parley.extract.answer_words import content_of, gap_between, is_same_side, move_of, plain_words, side_words
from parley.lexicon.answers import load_answers
from parley.model import Claim, Move, Quantity

__all__ = ["counter_points", "refused_target"]

_NEAR = 320  # characters between terms and those they are put against
_FAR = 900  # ... where both are of the same matter, or the words say that it answers
_BESIDE = 110  # ... between a call for talks and a condition for coming
_AFTER = 220  # ... between a refusal and what its maker puts in the stead of what is refused
_PUT = frozenset({"offer", "demand"})


def counter_points(answer: Claim, other: Claim, text: str) -> float | None:
    """How well `other` fits as what the terms of `answer` are put against; None where it cannot be."""
    reply, move = move_of(answer), move_of(other)
    gap, behind = gap_between(answer, other)
    if not reply.by or not move.by or (behind and not _stood_before(answer, other, text)):
        return None
    distance = gap / 180 + (1.2 if behind else 0.0)
    asked = bool(move.to) and is_same_side(move.to, reply.by)
    if move.act == "invite":
        # "urged both to come back; one of them has demanded an inquiry first".
        return 1.2 - distance if asked and gap < _BESIDE else None
    if reply.to and not is_same_side(reply.to, move.by) and not asked:
        return None
    alike = len((content_of(reply) & content_of(move)) - side_words((*reply.by, *move.by)))
    countered = not behind and _is_counter(answer, text)
    if gap < _FAR and not behind and (countered or (asked and alike and (reply.act, move.act) != ("offer", "offer"))):
        return 2.0 + 0.5 * min(alike, 3) + 0.5 * _same_issue(reply, move) - gap / 300
    if gap > _NEAR or (reply.act == move.act == "offer" and not asked):
        return None
    if not _in_same_unit(reply, move):
        return 2.0 - distance if _is_bare(reply) and reply.act != move.act and not behind and gap < _AFTER else None
    return 3.0 + 0.5 * _same_issue(reply, move) - distance


def _stood_before(answer: Claim, other: Claim, text: str) -> bool:
    """Whether what is told later was there before: an offer against a demand that "had" been made or stands."""
    if (move_of(answer).act, move_of(other).act) != ("offer", "demand"):
        return False
    first, later = (plain_words(c.mentions[0].trigger.of(text))[:1] if text else () for c in (answer, other))
    return first != ("had",) and (not text or later == ("had",) or other.factuality.tense == "present")


def _is_counter(answer: Claim, text: str) -> bool:
    """ "countered with 3", "proposed instead", "put in its place": the words say that it answers."""
    words = {w for m in answer.mentions for w in plain_words(m.statement.of(text))} if text else set()
    return not words.isdisjoint(load_answers().words.counters)


def _same_issue(reply: Move, move: Move) -> bool:
    return bool({t.issue for t in reply.terms} & {t.issue for t in move.terms} - {"other"})


def _in_same_unit(reply: Move, move: Move) -> bool:
    """Whether an amount of one is put against one of the other."""
    return any(
        _comparable(a.quantity, b.quantity)
        for a in reply.terms
        for b in move.terms
        if a.issue == b.issue or "other" in {a.issue, b.issue}
        if a.quantity is not None and b.quantity is not None
    )


def _is_bare(reply: Move) -> bool:
    """ "They want 600": a number alone is one of what was spoken of before."""
    amounts = [t.quantity for t in reply.terms if t.quantity is not None]
    return bool(amounts) and all(q.unit is None for q in amounts)


def _comparable(one: Quantity, other: Quantity) -> bool:
    """Whether two amounts measure one thing and differ."""
    units = {one.unit, other.unit}
    return (len(units) == 1 or None in units) and (one.lower, one.upper) != (other.lower, other.upper)


def refused_target(claims: Sequence[Claim], i: int, targets: Mapping[int, int]) -> int | None:
    """ "turned down the 4 percent offer and demanded 7": what its maker refused just before is what it is put against."""
    put = move_of(claims[i])
    if put.act not in _PUT or not put.by or put.answers is not None or i in targets:
        return None
    refusals = [
        (gap, j)
        for j in targets
        if move_of(claims[j]).act == "reject"
        and claims[j].factuality.polarity == "positive"
        and is_same_side(move_of(claims[j]).by, put.by)
        and (gap := _gap_behind(claims[j], claims[i])) is not None
    ]
    for gap, j in sorted(refusals):
        target = targets[j]
        named = move_of(claims[target])
        close = gap <= _BESIDE or _same_issue(put, named) or _in_same_unit(put, named)
        if target != i and close and named.act in _PUT | {"support"} and not is_same_side(named.by, put.by):
            return target
    return None


def _gap_behind(refusal: Claim, put: Claim) -> int | None:
    """How far the terms stand behind the refusal; None where they stand elsewhere."""
    gap, refused_later = gap_between(put, refusal)
    return gap if gap <= _AFTER and not refused_later else None
