"""What is told against a deal: breaches as told, events that it rules out, and what one party lays to another.

None of it is Parley's finding: each entry says on whose word it is, and whether that is a party's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from parley.compare.across.stated import Stated
from parley.compare.proposals.deeds import Deed, word_of
from parley.compare.proposals.keeping import Held
from parley.lexicon.deals import Matter, matters_of
from parley.lexicon.parties import places
from parley.model import Actor, AgreementTerm, TermEvidence
from parley.resolve.names import written

__all__ = ["breaches_of", "ruled_out"]


def breaches_of(
    terms: Sequence[AgreementTerm],
    told: Sequence[Stated],
    *,
    accusing: Iterable[Stated],
    deeds: Iterable[Deed],
    held: Held,
) -> Iterator[TermEvidence]:
    """Breaches by the moves that tell them, by events that a term rules out, and as one party accuses another of them."""
    for move in told:
        source, side = word_of(move.claim.attribution, move.report, held.who)
        by = tuple(sorted(move.sides))
        yield TermEvidence(move.claim.id, "breached", "deal:breach-told", move.day, by, source, held.party_of(side))
    for deed in deeds:
        if any(ruled_out(deed, term, held) for term in terms):
            source, side = word_of(deed.told.claim.attribution, deed.report, held.who)
            by = tuple(sorted(deed.by))
            yield TermEvidence(deed.claim, "breached", "deal:ruled-out", deed.day, by, source, held.party_of(side))
    for move in accusing:
        if _accuses(move, held):
            accuser = min(move.sides & held.parties)
            accused = tuple(sorted(move.to & held.parties - move.sides))
            name = held.who.name(accuser)
            yield TermEvidence(move.claim.id, "breached", "deal:accused", move.day, accused, name, accuser)


def _accuses(move: Stated, held: Held) -> bool:
    """Whether a party lays a breach of an agreement to another party of it, in its days or the week behind them."""
    between = bool(move.sides & held.parties) and bool((move.to & held.parties) - move.sides)
    return between and move.named == "agreement" and move.standing == "held" and held.soon(move.day)


def ruled_out(deed: Deed, term: AgreementTerm, held: Held) -> bool:
    """Whether a term rules an event out: done by whom it binds, to nobody known to be outside the deal, on a day of the deal
    that the report gives."""
    if deed.count is not None or not deed.stated or not held.days.hold(deed.day):
        return False
    kinds = (matter.broken for matter in _matters(term))
    bound = frozenset(term.by) if len(term.by) > 1 else held.parties
    return (
        any(not broken.isdisjoint(deed.kinds) for broken in kinds)
        and bool(deed.by & bound)
        and not _outside(deed, held)
    )


def _matters(term: AgreementTerm) -> tuple[Matter, ...]:
    return matters_of(term.term.issue, term.term.item)


def _outside(deed: Deed, held: Held) -> bool:
    """Whether it is done to its own side, or at a country that is no party."""
    if deed.to and deed.to <= deed.by:
        return True
    named = {word for place in deed.places for word in _countries(place)}
    return bool(named) and not any(held.party_of(held.who.side(Actor(name, name), deed.report)) for name in named)


@cache
def _countries(place: str) -> tuple[str, ...]:
    """The countries that the words for a place name ("southern Norland")."""
    words = f" {written(place)} "
    return tuple(c.name for c in places().countries if any(f" {written(n)} " in words for n in (c.name, *c.aliases)))
