"""The claims of the record that tell what the source does to the target, and the PLOVER type of a claim."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from parley.extract.between.nouns import turned
from parley.lexicon.plover import PloverType, load_plover
from parley.model import Actor, Claim, Event, Move, Span

__all__ = ["binding_claims", "is_settled", "plover_type"]


def plover_type(claim: Claim) -> PloverType | None:
    """The PLOVER event type of a move or event under its polarity and tense, None for other claims.

    A planned friendly act is AGREE, a planned hostile one THREATEN. Acts whose type hangs on what is done (a ruling, what
    an agreement foresees) have the commonest one.
    """
    match claim.body:
        case Move(act=act):
            found = load_plover().acts.get(act)
        case Event(type=kind):
            found = cast(PloverType, kind)
        case _:
            return None
    if claim.factuality.polarity == "negative":
        return turned("not", found)
    if found is not None and claim.factuality.tense in {"planned", "hypothetical"}:
        return turned("future", found)
    return found


def is_settled(claim: Claim) -> bool:
    """Whether the claim's act or event alone says its type, whatever is done to whom."""
    body = claim.body
    return (body.act if isinstance(body, Move) else cast(Event, body).type) in load_plover().settled


def binding_claims(claims: Iterable[Claim], text: str, source: list[Span], target: list[Span]) -> list[Claim]:
    """The moves and events that the source does to the target, those that name it as the one addressed first.

    Else the target, or a part of it, must stand in the clause that tells the claim.
    """
    told = [c for c in claims if isinstance(c.body, Move | Event)]
    if source:
        told = [c for c in told if _names(c, _doers(c), text, source)]
    if target:
        told = [c for c in told if any(_overlap(m.statement, t) for m in c.mentions for t in target)]
    return sorted(told, key=lambda c: not _names(c, _addressed(c), text, target))


def _addressed(claim: Claim) -> tuple[Actor, ...]:
    return claim.body.to if isinstance(claim.body, Move | Event) else ()


def _doers(claim: Claim) -> tuple[Actor, ...]:
    return claim.body.by if isinstance(claim.body, Move | Event) else ()


def _names(claim: Claim, actors: tuple[Actor, ...], text: str, places: list[Span]) -> bool:
    """Whether one of the actors is named at one of the places, or has its name from there."""
    words = {actor.mention for actor in actors}
    named = [place.of(text).casefold() for place in places]
    if any(actor.name.casefold() in name for actor in actors for name in named):
        return True
    return any(
        evidence.role == "actor" and evidence.quote in words and _overlap(Span(evidence.start, evidence.end), place)
        for mention in claim.mentions
        for evidence in mention.evidence
        for place in places
    )


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
