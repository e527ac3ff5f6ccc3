"""One status of one agreement or phase told several times in a report is one claim with every place that tells it."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from parley.lexicon.phases import load_phases
from parley.model import Claim, Date, Mention, Phase, new_claim

__all__ = ["join_phases"]


def join_phases(claims: Iterable[Claim]) -> list[Claim]:
    """The claims in order; those that tell one status of one thing on one word are one, its values from all of them."""
    kept: list[Claim] = []
    for claim in _with_starts(list(claims)):
        place = next((i for i, other in enumerate(kept) if _are_one(other, claim)), None)
        if place is None:
            kept.append(claim)
        else:
            kept[place] = _joined(kept[place], claim)
    return kept


def _with_starts(claims: list[Claim]) -> list[Claim]:
    """The claims; the first phase starts with the agreement, where the report tells of one start alone."""
    told = {_phase(c).starts for c in claims if _phase(c).number is None and _phase(c).status == "in_force"} - {None}
    if len(told) != 1:
        return claims
    starts = told.pop()
    return [_changed(c, starts) if _phase(c).number == 1 and _is_open(_phase(c)) else c for c in claims]


def _is_open(phase: Phase) -> bool:
    return phase.starts is None and phase.status in {"in_force", "completed", "extended"}


def _changed(claim: Claim, starts: Date | None) -> Claim:
    body = msgspec.structs.replace(_phase(claim), starts=starts)
    return new_claim(
        claim.report,
        body,
        attribution=claim.attribution,
        factuality=claim.factuality,
        mentions=claim.mentions,
        rule=claim.rule,
        when=claim.when,
    )


def _phase(claim: Claim) -> Phase:
    assert isinstance(claim.body, Phase)
    return claim.body


def _are_one(one: Claim, other: Claim) -> bool:
    first, second = _phase(one), _phase(other)
    if (first.status, first.number) != (second.status, second.number):
        return False
    if _word(one) != _word(other) or one.factuality.polarity != other.factuality.polarity:
        return False
    days = ((first.starts, second.starts), (first.ends, second.ends))
    return _same_name(first, second) and all(_agree(a, b) for a, b in days)


def _word(claim: Claim) -> list[str]:
    return [source.name for source in claim.attribution.chain]


def _agree(one: Date | None, other: Date | None) -> bool:
    if one is None or other is None:
        return True
    days = [d.edtf.rstrip("~") for d in (one, other)]
    return days[0].startswith(days[1]) or days[1].startswith(days[0])


def _same_name(one: Phase, other: Phase) -> bool:
    """Whether two names may be those of one agreement: a word in common, or words for one sort of thing."""
    first, second = _words(one.agreement), _words(other.agreement)
    # Two phases of one number in a report that counts its phases once are one.
    if one.number is not None and (first & second or (one.of is not None and one.of == other.of)):
        return True
    heads = [one.agreement.lower().split()[-1], other.agreement.lower().split()[-1]]
    if heads[0] == heads[1]:
        # "the fishing pact" and "the grain pact" are two.
        return first <= second or second <= first
    words = load_phases()
    both_calm = all(h in words.calm for h in heads)
    generic = any(name <= words.general for name in (first, second))
    return both_calm or generic


def _words(name: str) -> set[str]:
    return set(name.lower().replace("'s", "").split())


def _joined(one: Claim, other: Claim) -> Claim:
    """The claim that says more, the earlier where they are equal, with what only the other says and both's mentions."""
    base, rest = (other, one) if _fullness(other) > _fullness(one) else (one, other)
    first, second = _phase(base), _phase(rest)
    body = msgspec.structs.replace(
        first,
        agreement=second.agreement if _words(first.agreement) < _words(second.agreement) else first.agreement,
        of=first.of or second.of,
        starts=first.starts or second.starts,
        ends=first.ends or second.ends,
        terms=first.terms or second.terms,
    )
    mentions: dict[object, Mention] = {m.trigger: m for m in (*other.mentions, *one.mentions)}
    return new_claim(
        base.report,
        body,
        attribution=base.attribution,
        factuality=base.factuality,
        mentions=tuple(mentions[m.trigger] for m in sorted(mentions.values(), key=lambda m: m.trigger)),
        rule=base.rule,
        when=base.when or rest.when,
    )


def _fullness(claim: Claim) -> int:
    body = _phase(claim)
    return sum(bool(value) for value in (body.starts, body.ends, body.terms, body.of))
