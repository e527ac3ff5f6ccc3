"""The roles of actors in the talks, as the moves, terms, events and source chains that they have a part in give them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from parley.lexicon.actors import PartInMove, PartInTerm, actor_words
from parley.model import Actor, Claim, Event, Move, Quote, TalksRole, Term
from parley.resolve.actors.known import known_name

__all__ = ["roles_in"]

_HOSTED = frozenset({"meet", "mediate", "agree", "resume"})


def roles_in(claim: Claim) -> Iterator[tuple[TalksRole, Actor]]:
    """Who has which role by this claim."""
    body = claim.body
    if isinstance(body, Move):
        yield from _in_move(body)
    elif isinstance(body, Event):
        yield from (("affected", actor) for actor in body.to)
    elif isinstance(body, Quote) and body.speaker is not None and body.speaker.kind == "outlet":
        yield "reporter", body.speaker
    for source in claim.attribution.chain:
        if source.actor is not None and (source.kind in ("outlet", "agency") or source.actor.kind == "outlet"):
            yield "reporter", source.actor


def _in_move(move: Move) -> Iterator[tuple[TalksRole, Actor]]:
    found = _moves().get(move.act)
    if found is not None:
        for role, actors in ((found.maker, move.by), (found.addressee, move.to), (found.carrier, move.via)):
            yield from ((role, actor) for actor in actors if role is not None)
    for term in (*move.terms, *move.conditions):
        yield from _in_term(term)
    if move.act in _HOSTED and move.place and (host := _host(move.place)):
        yield "host", Actor(host, host, None, "state")


def _in_term(term: Term) -> Iterator[tuple[TalksRole, Actor]]:
    found = _terms().get(term.issue)
    if found is not None:
        for role, actor in ((found.giver, term.giver), (found.receiver, term.receiver)):
            if role is not None and actor is not None:
                yield role, actor


def _host(place: str) -> str | None:
    """The state in which a place lies, where the place is a state or a capital."""
    found = known_name(place)
    return found.name if found is not None and found.role in ("state", "capital") else None


@cache
def _moves() -> dict[str, PartInMove]:
    return {act: part for part in actor_words().parts for act in part.acts}


@cache
def _terms() -> dict[str, PartInTerm]:
    return {issue: part for part in actor_words().terms for issue in part.issues}
