"""Relations between the claims of one report: what answers, refines or is a part of what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parley.model import Claim, Figure, Move, Relation

__all__ = ["relations_within"]


def relations_within(claims: Iterable[Claim]) -> tuple[Relation, ...]:
    """The relations between claims of one report, ordered by the ids of their two ends."""
    given = list(claims)
    ids = {claim.id for claim in given}
    found = (relation for claim in given for relation in _stated(claim) if relation.other in ids)
    return tuple(sorted(found, key=lambda r: (r.one, r.other, r.kind)))


def _stated(claim: Claim) -> Iterator[Relation]:
    """Relations that the claim itself holds."""
    body = claim.body
    if isinstance(body, Move) and body.answers is not None:
        yield Relation("answers", claim.id, body.answers, "stated:answers")
    if isinstance(body, Figure) and body.part_of is not None:
        yield Relation("part_of", claim.id, body.part_of, "stated:part-of")
