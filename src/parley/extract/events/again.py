"""One deed told several times in a report: the tellings that do not differ are one claim."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from parley.model import Claim, Event

__all__ = ["Told", "join_told"]


class Told(msgspec.Struct, frozen=True):
    """A claim of an event with how it is told: by a noun (`nominal`), in which word."""

    claim: Claim
    nominal: bool
    word: str


def join_told(told: Iterable[Told]) -> list[Claim]:
    """The claims in order; of those that tell one deed the fullest stays, with the mentions of all."""
    kept: list[Told] = []
    for item in told:
        # The nearest telling that goes with it.
        place = next((i for i in reversed(range(len(kept))) if _are_one(kept[i], item)), None)
        if place is None:
            kept.append(item)
        else:
            kept[place] = _joined(kept[place], item)
    return [item.claim for item in kept]


def _are_one(one: Told, other: Told) -> bool:
    first, second = _event(one), _event(other)
    if first.type != second.type or not _same_word(one, other) or not _as_real(one.claim, other.claim):
        return False
    pairs = (
        (_names(first.by), _names(second.by)),
        (_names(first.to), _names(second.to)),
        (_folded(first.place), _folded(second.place)),
        (one.claim.when, other.claim.when),
    )
    if not all(a == b or not a or not b for a, b in pairs):
        return False
    # On another's word a telling is a claim of its own, unless it says nothing of its own.
    same_word = _chain(one.claim) == _chain(other.claim)
    return same_word or (other.nominal and _fullness(other.claim) == 0) or (one.nominal and _fullness(one.claim) == 0)


def _event(told: Told) -> Event:
    assert isinstance(told.claim.body, Event)
    return told.claim.body


def _same_word(one: Told, other: Told) -> bool:
    """Whether the words may tell one deed: the same mode, one of them a noun, or the same verb."""
    modes = {_event(one).mode, _event(other).mode}
    if one.word == other.word:
        return True
    return (one.nominal or other.nominal) and (len(modes) == 1 or modes in _KINDRED)


# Words of which the one is the general name of the other.
_KINDRED = (
    {"attack", "shelling"},
    {"attack", "air_strike"},
    {"attack", "bombing"},
    {"attack", "shooting"},
    {"attack", "invasion"},
    {"arrest", "raid"},
)


def _as_real(one: Claim, other: Claim) -> bool:
    first, second = one.factuality, other.factuality
    planned = [f.tense == "planned" for f in (first, second)]
    return first.polarity == second.polarity and planned[0] == planned[1]


def _names(actors: Iterable[object]) -> list[str]:
    return sorted(getattr(a, "name", "") for a in actors)


def _folded(place: str | None) -> str | None:
    return place.lower() if place else None


def _chain(claim: Claim) -> list[str]:
    return [source.name for source in claim.attribution.chain]


def _fullness(claim: Claim) -> int:
    body = claim.body
    assert isinstance(body, Event)
    return sum(bool(value) for value in (body.by, body.to, body.place, claim.when))


def _joined(one: Told, other: Told) -> Told:
    """The fuller of the two, the earlier where they are equal, with both's mentions."""
    base = other if _fullness(other.claim) > _fullness(one.claim) else one
    mentions = {m.trigger: m for m in (*other.claim.mentions, *one.claim.mentions)}
    when = base.claim.when or one.claim.when or other.claim.when
    claim = msgspec.structs.replace(base.claim, mentions=tuple(mentions[t] for t in sorted(mentions)), when=when)
    return Told(claim, one.nominal and other.nominal, base.word)
