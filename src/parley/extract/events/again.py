"""One deed told several times in a report: the tellings that do not differ are one claim."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from parley.model import Claim, DateRange, Event, new_claim

__all__ = ["Told", "join_told"]


class Told(msgspec.Struct, frozen=True):
    """A claim of an event with how it is told: by a noun (`nominal`), in which word, one that takes up what is known
    (`again`: "the attack"), or one that is told beside others of its kind (`further`: "a second raid", "their own rally")."""

    claim: Claim
    nominal: bool
    word: str
    again: bool = False
    further: bool = False


def join_told(told: Iterable[Told]) -> list[Claim]:
    """The claims in order; of those that tell one deed the fullest stays, with the mentions of all."""
    kept: list[Told] = []
    for item in told:
        fitting = [i for i in range(len(kept)) if _are_one(kept[i], item)]
        # The nearest telling that goes with it, in the same word where there is one.
        place = max(fitting, key=lambda i: (_alike(kept[i], item), i), default=None)
        if place is None:
            kept.append(item)
        else:
            kept[place] = _joined(kept[place], item)
    return [item.claim for item in kept]


def _are_one(one: Told, other: Told) -> bool:
    if other.further and not one.further:
        return False
    first, second = _event(one), _event(other)
    if first.type != second.type or not _same_word(one, other) or not _as_real(one.claim, other.claim):
        return False
    pairs = (
        (_names(first.by), _names(second.by)),
        (_names(first.to), _names(second.to)),
        (_folded(first.place), _folded(second.place)),
    )
    if not all(a == b or not a or not b for a, b in pairs) or not _days_agree(one.claim.when, other.claim.when):
        return False
    # On another's word a telling is a claim of its own, unless it says nothing of its own.
    chains = [_chain(one.claim), _chain(other.claim)]
    if chains[0] == chains[1]:
        return True
    # ... or only names what the report itself tells, and lends it no doer on that word.
    lends = [bool(_event(told).by) and not _event(beside).by for told, beside in ((one, other), (other, one))]
    named = [
        told.nominal and (_fullness(told.claim) == 0 or not (chains[1 - i] or lends[i]))
        for i, told in enumerate((one, other))
    ]
    return any(named)


def _days_agree(one: DateRange | None, other: DateRange | None) -> bool:
    """Whether both tell of one day, one of them perhaps by its month or year alone."""
    days = [when.earliest.edtf.rstrip("~") for when in (one, other) if when is not None and when.earliest is not None]
    return len(days) < 2 or days[0].startswith(days[1]) or days[1].startswith(days[0])


def _alike(one: Told, other: Told) -> int:
    return 2 * (one.word == other.word) + (_event(one).mode == _event(other).mode)


def _event(told: Told) -> Event:
    assert isinstance(told.claim.body, Event)
    return told.claim.body


def _same_word(one: Told, other: Told) -> bool:
    """Whether the words may tell one deed: the same mode, one of them a noun, or the same verb."""
    modes = {_event(one).mode, _event(other).mode}
    if one.word == other.word or other.again:
        return True
    return (one.nominal or other.nominal) and len(modes) == 1


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
    """The fuller of the two, the earlier where they are equal, with what only the other says, and both's mentions."""
    base, rest = (other, one) if _fullness(other.claim) > _fullness(one.claim) else (one, other)
    first, second = _event(base), _event(rest)
    body = msgspec.structs.replace(
        first,
        by=first.by or second.by,
        one_of=first.one_of if first.by else second.one_of,
        to=first.to or second.to,
        place=first.place or second.place,
    )
    mentions = {m.trigger: m for m in (*other.claim.mentions, *one.claim.mentions)}
    claim = new_claim(
        base.claim.report,
        body,
        attribution=base.claim.attribution,
        factuality=base.claim.factuality,
        mentions=tuple(mentions[t] for t in sorted(mentions)),
        rule=base.claim.rule,
        when=_closer(base.claim.when, rest.claim.when),
    )
    return Told(claim, one.nominal and other.nominal, base.word, further=one.further and other.further)


def _closer(one: DateRange | None, other: DateRange | None) -> DateRange | None:
    """The more exact of two that agree."""
    if one is None or other is None or one.earliest is None or other.earliest is None:
        return one or other
    return other if len(other.earliest.edtf) > len(one.earliest.edtf) else one
