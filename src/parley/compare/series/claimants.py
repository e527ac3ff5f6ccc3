"""On whose word a figure rests: one claimant under its several names."""

from __future__ import annotations

import msgspec

from parley.compare.series.names import is_within, office_of
from parley.model import Source
from parley.resolve.parties import Parties
from parley.resolve.told import Told

__all__ = ["Claimant", "claimant_of", "office_behind"]


_STEM = 5  # letters of a land's name that are in its adjective


class Claimant(msgspec.Struct, frozen=True, gc=False, order=True):
    """Who counts: an id, a name to show, and whether it is an outlet in its own words."""

    id: str
    name: str
    own_voice: bool = False


def claimant_of(told: Told, place: str | None, parties: Parties) -> Claimant:
    """The last source of the chain; without one the outlet itself, or its origin where it has no name.

    An office that counts for its place is one under all its names ("the ministry", "Gaza health officials"), where the count
    is of `place`. A source without a name is one only within its origin.
    """
    chain = told.claim.attribution.chain
    if not chain:
        return Claimant(f"outlet:{told.outlet or told.origin}", told.outlet or "a report without an outlet", True)
    source = chain[-1]
    # The words may be a pronoun ("it had given the toll as"), which only the name tells.
    named = (office_of(words) for words in (_words(told, source), source.name) if words)
    office = next(filter(None, named), None)
    own = office and (office[1] or _state_of(told, source, parties) or _served(source, place))
    if office is not None and (at := _counts_for(own, place)) is not None:
        return Claimant(f"office:{at}:{office[0]}", f"{office[0]}, {at}")
    plain = " ".join(source.name.split()).removeprefix("the ")
    if source.actor is not None and source.kind != "unnamed":
        party = parties.of(source.actor, told.claim.report)
        name = parties.name(party)
        # A party under no other name is written as the report has it.
        return Claimant(f"party:{party}", plain if plain.casefold() == name.casefold() else name)
    if source.kind in {"unnamed", "witness", "document", "social_media"}:
        return Claimant(f"unnamed:{told.origin}:{plain.casefold()}", plain)
    return Claimant(f"source:{plain.casefold()}", plain)


def office_behind(told: Told, place: str | None, parties: Parties) -> str | None:
    """The id of the office that counts for a place, where a figure is on such a word; None for other claimants."""
    found = claimant_of(told, place, parties).id
    return found if found.startswith("office:") else None


def _words(told: Told, source: Source) -> str | None:
    """The report's words for a source, which may say more than its name."""
    pieces = (piece for mention in told.claim.mentions for piece in mention.evidence if piece.role == "source")
    return next(
        (p.quote for p in pieces if source.span and (p.start, p.end) == (source.span.start, source.span.end)), None
    )


def _state_of(told: Told, source: Source, parties: Parties) -> str | None:
    """The state that an office acts for, where its report says so."""
    if source.actor is None or source.actor.acts_for is None:
        return None
    side = parties.actor(parties.side(source.actor, told.claim.report))
    return side.name if side is not None and side.kind == "state" else None


def _served(source: Source, place: str | None) -> str | None:
    """Whom an office acts for in the report's own words ("the Sarrand health ministry"), where no place is told or its own
    name says that it is another's; a state under whose name its office goes ("the Tarvian authorities")."""
    actor = source.actor
    if actor is not None and actor.kind == "state" and place is not None:
        return actor.name
    served = actor.acts_for if source.kind == "office" and actor is not None else None
    if served is None or place is None:
        return served
    return served if served[:_STEM].casefold() in source.name.casefold() else None


def _counts_for(own: str | None, place: str | None) -> str | None:
    """The place that an office counts for: that of the count, if it may be its own; None for another's."""
    if own is None or place is None:
        return own or place
    if is_within(place, own) or is_within(own, place):
        return place
    return None
