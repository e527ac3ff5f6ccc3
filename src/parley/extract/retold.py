"""Figures a report tells twice, once with less beside them: the one in the title and the one in the running text."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from parley.model import Claim, Figure, new_claim

__all__ = ["join_retold"]


def join_retold(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims in their order; figures with one value on one word, of which one only leaves open what the other says,
    are one with the mentions of both. What was a part of one that is joined is a part of the one that stays."""
    kept: list[Claim] = []
    figures: list[int] = []
    renamed: dict[str, str] = {}
    for claim in claims:
        if not isinstance(claim.body, Figure):
            kept.append(claim)
            continue
        place = next((i for i in figures if _told_again(kept[i], claim)), None)
        if place is None:
            figures.append(len(kept))
            kept.append(claim)
            continue
        joined = _joined(kept[place], claim)
        renamed |= {old.id: joined.id for old in (kept[place], claim) if old.id != joined.id}
        kept[place] = joined
    return tuple(_relinked(claim, renamed) for claim in kept) if renamed else tuple(kept)


def _told_again(one: Claim, other: Claim) -> bool:
    first, second = one.body, other.body
    if not isinstance(first, Figure) or not isinstance(second, Figure):
        return False
    if one.attribution.silence or _word(one) != _word(other) or one.factuality.polarity != other.factuality.polarity:
        return False
    if first.measure != second.measure or _amount(first) != _amount(second):
        return False
    return (first.part_of is None) == (second.part_of is None) and _agree(first, second)


def _word(claim: Claim) -> list[str]:
    return [source.name for source in claim.attribution.chain]


def _amount(figure: Figure) -> Figure:
    """The figure's value alone, whatever words tell it."""
    return Figure(figure.measure, msgspec.structs.replace(figure.quantity, verbatim=""))


def _agree(one: Figure, other: Figure) -> bool:
    """Whether both are of one place and start, and no other circumstance of one is another than that of the other."""
    if one.place != other.place or one.since != other.since:
        return False
    pairs = [
        (_folded(one.group), _folded(other.group)),
        ([a.name for a in one.by], [a.name for a in other.by]),
        (one.event, other.event),
        (one.period, other.period),
        (one.accounting, other.accounting),
        (_stated(one), _stated(other)),
    ]
    return all(first == second or not first or not second for first, second in pairs)


def _folded(group: str | None) -> str | None:
    return group.lower() if group else None


def _stated(figure: Figure) -> object:
    """The moment of the count where the report states one."""
    return figure.as_of if figure.as_of_basis == "stated" else None


def _fullness(claim: Claim) -> int:
    body = claim.body
    if not isinstance(body, Figure):
        return 0
    return sum(bool(value) for value in (body.by, body.event, body.period, _stated(body)))


def _joined(one: Claim, other: Claim) -> Claim:
    """The fuller of two claims, the earlier where they are equal, with the mentions of both."""
    base = other if _fullness(other) > _fullness(one) else one
    mentions = {mention.trigger: mention for mention in (*other.mentions, *one.mentions)}
    told = tuple(mentions[trigger] for trigger in sorted(mentions))
    return msgspec.structs.replace(base, mentions=told, when=base.when or one.when or other.when)


def _relinked(claim: Claim, renamed: dict[str, str]) -> Claim:
    body = claim.body
    if not isinstance(body, Figure) or body.part_of not in renamed:
        return claim
    whole = body.part_of
    while whole in renamed:
        whole = renamed[whole]
    linked = new_claim(
        claim.report,
        msgspec.structs.replace(body, part_of=whole),
        attribution=claim.attribution,
        factuality=claim.factuality,
        mentions=claim.mentions,
        rule=claim.rule,
        when=claim.when,
    )
    return msgspec.structs.replace(linked, origin=claim.origin)
