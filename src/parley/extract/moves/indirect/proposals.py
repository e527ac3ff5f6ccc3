"""Several verbs that tell what one proposal would do."""

from __future__ import annotations

import msgspec

from parley.extract.moves.clauses.constituents import Phrases
from parley.extract.moves.frames.acts import ActHit

__all__ = ["one_proposal"]


def one_proposal(phrases: Phrases, hits: list[ActHit]) -> list[ActHit]:
    """What one proposal would do in several verbs ("caps it at 15 and guarantees 200 jobs") is one offer, and no second
    one where it was just put ("lodged a proposal that would give")."""
    heads = phrases.sentence.parse.heads
    of_proposals = [h for h in hits if h.owner and h.act == "offer" and h.clause is not None]
    drop: set[int] = set()
    first: dict[tuple[int, ...], ActHit] = {}
    for h in of_proposals:
        if h.clause is None or h.token in drop:
            continue
        noun = heads[h.clause.verb]
        if h.clause.link == "relcl" and any(noun in o.fillers for o in hits if o.act == "offer" and o is not h):
            drop.add(h.token)
        elif h.clause.subjects and (known := first.get(h.clause.subjects)) is not None and h.clause.link == "conj":
            drop.add(h.token)
            first[h.clause.subjects] = msgspec.structs.replace(known, fillers=(*known.fillers, *h.fillers))
        else:
            first[h.clause.subjects] = h
    merged = {h.token: h for h in first.values()}
    return [merged.get(h.token, h) if h.owner else h for h in hits if not (h.owner and h.token in drop)]
