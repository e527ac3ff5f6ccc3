"""What another run of the extractor reads differently: claims that appeared, went, or have other values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from parley.model import Claim, anchor_of
from parley.resolve import field_names, field_of, fitness

__all__ = ["ChangedClaim", "Difference", "FieldDifference", "difference"]


class FieldDifference(msgspec.Struct, frozen=True, gc=False):
    """A field of a claim and its two values; `places` are the stretches that make it, `evidence` all other evidence."""

    field: str
    before: object
    after: object


class ChangedClaim(msgspec.Struct, frozen=True, gc=False):
    """A claim that both runs read at the same anchor, with the fields in which they differ."""

    before: Claim
    after: Claim
    fields: tuple[FieldDifference, ...]


class Difference(msgspec.Struct, frozen=True, gc=False):
    """What two runs make of the same report; `same` counts the claims in which nothing differs."""

    appeared: tuple[Claim, ...] = ()
    gone: tuple[Claim, ...] = ()
    changed: tuple[ChangedClaim, ...] = ()
    same: int = 0


def difference(before: Iterable[Claim], after: Iterable[Claim]) -> Difference:
    """What differs between two readings of one report: pairs by id first, then by anchor, nearest first."""
    old, new = ({claim.id: claim for claim in claims} for claims in (before, after))
    pairs = [(old[own], new[own]) for own in old.keys() & new.keys()]
    left, right = (
        {own: claim for own, claim in one.items() if own not in two} for one, two in ((old, new), (new, old))
    )
    for one, two in _pairs(left, right):
        pairs.append((left.pop(one), right.pop(two)))
    changed = [ChangedClaim(one, two, tuple(_fields(one, two))) for one, two in pairs if one != two]
    return Difference(
        tuple(sorted(right.values(), key=_place)),
        tuple(sorted(left.values(), key=_place)),
        tuple(sorted(changed, key=lambda each: _place(each.after))),
        len(pairs) - len(changed),
    )


def _pairs(left: Mapping[str, Claim], right: Mapping[str, Claim]) -> list[tuple[str, str]]:
    """Ids of claims at the same anchor, those that share most first, each once."""
    fits = [
        (fit, one, two)
        for one, claim in left.items()
        for two, other in right.items()
        if (fit := fitness(claim, other)) is not None
    ]
    taken: set[str] = set()
    found = []
    for _, one, two in sorted(fits, key=lambda each: (-each[0][0], -each[0][1], each[1], each[2])):
        if not {one, two} & taken:
            taken |= {one, two}
            found.append((one, two))
    return found


def _fields(before: Claim, after: Claim) -> Iterator[FieldDifference]:
    found = [
        FieldDifference(name, field_of(before, name), field_of(after, name))
        for name in field_names(after.body)
        if field_of(before, name) != field_of(after, name)
    ]
    rest: dict[str, list[object]] = {
        "cue": [claim.attribution.cue for claim in (before, after)],
        "places": [tuple(mention.trigger for mention in claim.mentions) for claim in (before, after)],
        "rule": [claim.rule for claim in (before, after)],
    }
    found += [FieldDifference(name, one, two) for name, (one, two) in rest.items() if one != two]
    yield from found or [FieldDifference("evidence", _evidence(before), _evidence(after))]


def _evidence(claim: Claim) -> tuple[str, ...]:
    return tuple(f"{piece.role}: {piece.quote}" for mention in claim.mentions for piece in mention.evidence)


def _place(claim: Claim) -> tuple[int, int, str]:
    trigger = anchor_of(claim).trigger
    return trigger.start, trigger.end, claim.id
