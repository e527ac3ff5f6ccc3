"""Which claims of a story tell the same thing: the tellings of one figure, of one state of a proposal, of one move."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from parley.compare.account import Account

__all__ = ["tellings_in"]


def tellings_in(account: Account) -> dict[str, tuple[str, ...]]:
    """By claim id the ids of all claims that tell the same, itself among them, in order of ids; only of those told twice."""
    heads: dict[str, str] = {}
    for together in _together(account):
        for claim in together[1:]:
            one, other = sorted((_head(heads, together[0]), _head(heads, claim)))
            heads[other] = one
    groups: dict[str, list[str]] = defaultdict(list)
    for claim in heads.keys() | set(heads.values()):
        groups[_head(heads, claim)].append(claim)
    return {claim: tuple(sorted(group)) for group in groups.values() for claim in group}


def _together(account: Account) -> Iterator[Sequence[str]]:
    for series in account.series:
        yield from (point.claims for line in series.lines for point in line.points)
    for proposal in account.proposals:
        yield from (version.claims for version in proposal.versions)
    yield from ((each.one, each.other) for each in account.relations if each.kind == "repeat")


def _head(heads: dict[str, str], claim: str) -> str:
    while heads.get(claim, claim) != claim:
        claim = heads[claim]
    return claim
