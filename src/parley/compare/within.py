"""Relations between the claims of one report: what answers, refines, repeats, denies or is a part of what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from parley.compare.tellings import Telling, is_exacter, is_filled_by, is_same_side, may_be_one, telling_of
from parley.model import Claim, Figure, Move, Relation

__all__ = ["relations_within"]


# Of what is told without a matter only these deny each other: of two demands or offers nothing says they are one.
_ONE_MATTER = frozenset({"agree", "meet", "break_off", "resume", "accept", "reject"})


def relations_within(claims: Iterable[Claim]) -> tuple[Relation, ...]:
    """The relations between claims of one report, ordered by the ids of their two ends."""
    given = sorted(claims, key=lambda claim: claim.id)
    ids = {claim.id for claim in given}
    found = [relation for claim in given for relation in _stated(claim) if relation.other in ids]
    found += _between(given)
    return tuple(sorted(found, key=lambda r: (r.one, r.other, r.kind)))


def _stated(claim: Claim) -> Iterator[Relation]:
    """Relations that the claim itself holds."""
    body = claim.body
    if isinstance(body, Move) and body.answers is not None:
        yield Relation("answers", claim.id, body.answers, "stated:answers")
    if isinstance(body, Figure) and body.part_of is not None:
        yield Relation("part_of", claim.id, body.part_of, "stated:part-of")


def _between(claims: Sequence[Claim]) -> Iterator[Relation]:
    """Relations that follow from two moves told of one party."""
    moves = sorted((telling_of(c) for c in claims if _is_told(c)), key=lambda t: (t.start, t.claim.id))
    for i, later in enumerate(moves):
        same = [t for t in (*moves[:i], *moves[i + 1 :]) if may_be_one(later, t)]
        found = list(_refined(later, same)) or list(_filled(later, moves[:i]))
        yield from found
        yield from _repeated(later, [t for t in same if t.start < later.start])
        yield from _denied(later, [t for t in moves if is_same_side(t, later) or _is_nobodys(t, later)])


def _is_told(claim: Claim) -> bool:
    return isinstance(claim.body, Move) and not claim.attribution.silence


def _refined(exact: Telling, others: list[Telling]) -> Iterator[Relation]:
    """The nearest telling of the same move that says less; one told before comes first."""
    less = [t for t in others if is_exacter(exact, t) is not None]
    less.sort(key=lambda t: (t.start > exact.start, abs(t.start - exact.start), t.claim.id))
    for telling in less[:1]:
        yield Relation("refines", exact.claim.id, telling.claim.id, "moves:exacter", is_exacter(exact, telling))


def _filled(exact: Telling, before: Sequence[Telling]) -> Iterator[Relation]:
    """What was put forward without its terms, where the next that its maker is told to put forward has them."""
    last = next((t for t in reversed(before) if t.act == exact.act and is_same_side(t, exact)), None)
    if last is not None and is_filled_by(last, exact):
        yield Relation("refines", exact.claim.id, last.claim.id, "moves:exacter", "terms")


def _repeated(later: Telling, others: list[Telling]) -> Iterator[Relation]:
    """The same values on another word."""
    for telling in others[-1:]:
        if telling.values == later.values and telling.source != later.source:
            yield Relation("repeat", later.claim.id, telling.claim.id, "moves:same-values", "attribution")


def _is_nobodys(telling: Telling, denial: Telling) -> bool:
    """ "A deal had been struck": of one told without its parties, anybody's denial may be meant."""
    return telling.act == "agree" and telling.claim.id != denial.claim.id and not telling.sides


def _denied(denial: Telling, others: list[Telling]) -> Iterator[Relation]:
    """A move that another source says was not made."""
    if denial.claim.factuality.polarity != "negative":
        return
    for telling in others:
        positive = telling.claim.factuality.polarity == "positive"
        if (
            positive
            and telling.act == denial.act
            and telling.source != denial.source
            and telling.issues >= denial.issues
            and (denial.issues or denial.words & telling.words or denial.act in _ONE_MATTER)
        ):
            yield Relation("denies", denial.claim.id, telling.claim.id, "moves:negated", "polarity")
            return
