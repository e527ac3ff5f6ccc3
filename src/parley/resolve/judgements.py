"""Claims as people judged them: what is rejected, corrected, added, and what no longer fits any claim."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import reduce
from typing import TypeVar

import msgspec

from parley.model import Claim, Judgement, PairJudgement, Problem, Span, anchor_of
from parley.resolve.anchors import best_fit
from parley.resolve.corrections import corrected

__all__ = ["Judged", "JudgedClaims", "in_force", "judged_claims"]

DecisionT = TypeVar("DecisionT", bound=Judgement | PairJudgement)
_OF_CLAIMS = frozenset({"accept", "reject", "dispute", "correct", "note"})


class Judged(msgspec.Struct, frozen=True, gc=False):
    """A claim as it stands after `judgements` (those in force about it, oldest first).

    `machine` is the claim as the extractor has it, None for one that a person added.
    """

    claim: Claim
    machine: Claim | None = None
    judgements: tuple[Judgement, ...] = ()

    @property
    def rejected(self) -> bool:
        """Whether the last person who accepted or rejected it rejected it."""
        verdicts = [made.verdict for made in self.judgements if made.verdict in ("accept", "reject")]
        return verdicts[-1:] == ["reject"]

    @property
    def base(self) -> Claim:
        """The claim before any correction: as the extractor has it, or as a person added it."""
        added = (made.claim for made in self.judgements if made.verdict == "add" and made.claim)
        return self.machine or next(added, self.claim)

    @property
    def ids(self) -> frozenset[str]:
        """Every id it answers to: its own, the extractor's, and those it was judged under."""
        machine = {self.machine.id} if self.machine else set()
        return frozenset({self.claim.id, *machine, *(made.target for made in self.judgements)})


class JudgedClaims(msgspec.Struct, frozen=True, gc=False):
    """Claims as judged, by report, place and id; and the judgements that fit none of them (`lost`), each a Problem."""

    claims: tuple[Judged, ...]
    lost: tuple[Judgement, ...] = ()
    problems: tuple[Problem, ...] = ()


def in_force(judgements: Iterable[DecisionT]) -> tuple[DecisionT, ...]:
    """Those of a log, oldest first, that no judgement in force undoes; undoing an undoing brings a judgement back."""
    undone: set[str] = set()
    standing = []
    for made in reversed(list(judgements)):
        if made.id not in undone:
            standing.append(made)
            undone |= {str(made.target)} if made.verdict == "undo" else set()
    return tuple(reversed(standing))


def judged_claims(claims: Iterable[Claim], judgements: Iterable[Judgement]) -> JudgedClaims:
    """What claims come to under the judgements of a log, oldest first; those about other reports are left aside.

    The last word on a claim holds, field by field. A judgement whose claim is gone is applied to the claim that fits
    its anchor; where none fits, or several do equally, it is a Problem and changes nothing.
    """
    found = {claim.id: claim for claim in claims}
    standing = [made for made in in_force(judgements) if made.claim]
    added = {made.target: made for made in standing if made.verdict == "add"}
    pool = {**{made.target: made.claim for made in added.values() if made.claim}, **found}
    about = {claim_id: [made] for claim_id, made in added.items()}
    lost: list[tuple[Judgement, str]] = []
    for made in standing:
        fits = _fits(made, pool)
        if len(fits) == 1:
            about.setdefault(fits[0].id, []).append(made)
        elif made.verdict in _OF_CLAIMS:
            lost.append((made, "fits several claims alike" if fits else "fits no claim"))
    results = []
    for claim in pool.values():
        judged, unfit = _judged(claim, about.get(claim.id, []), machine=found.get(claim.id))
        results.append(judged)
        lost += [(made, "holds a value that does not suit the claim") for made in unfit]
    problems = tuple(_problem(made, why) for made, why in lost)
    return JudgedClaims(_merged(results), tuple(made for made, _ in lost), problems)


def _fits(made: Judgement, pool: Mapping[str, Claim]) -> tuple[Claim, ...]:
    """The claims a judgement may be about; none for one that is not about a claim that is there."""
    if made.verdict not in _OF_CLAIMS or made.claim is None:
        return ()
    if made.target in pool:
        return (pool[made.target],)
    names = frozenset(change.new for change in made.changes if change.field in ("act", "measure"))
    return best_fit(made.claim, pool.values(), names=names)


def _judged(claim: Claim, judgements: list[Judgement], *, machine: Claim | None) -> tuple[Judged, list[Judgement]]:
    """The claim with its corrections put in, one after the other, and those that it cannot take."""
    result, applied, unfit = claim, [], []
    for made in judgements:
        try:
            if made.verdict == "correct":
                result = corrected(result, made.changes, mention=made.mention)
        except (msgspec.ValidationError, ValueError):
            unfit.append(made)
        else:
            applied.append(made)
    return Judged(result, machine, tuple(applied)), unfit


def _merged(results: Iterable[Judged]) -> tuple[Judged, ...]:
    """In order, and those that corrections made one claim as one claim."""
    same: dict[tuple[bool, str], list[Judged]] = {}
    for judged in sorted(results, key=_order):
        same.setdefault((judged.rejected, judged.claim.id), []).append(judged)
    return tuple(reduce(_together, alike) for alike in same.values())


def _together(one: Judged, other: Judged) -> Judged:
    mentions = sorted(
        dict.fromkeys((*one.claim.mentions, *other.claim.mentions)), key=lambda m: (m.trigger, m.statement)
    )
    judgements = {made.id: made for made in (*one.judgements, *other.judgements)}
    in_order = sorted(judgements.values(), key=lambda made: (made.time, made.id))
    machine = next((each.machine for each in (one, other) if each.machine == each.claim), one.machine or other.machine)
    return Judged(msgspec.structs.replace(one.claim, mentions=tuple(mentions)), machine, tuple(in_order))


def _order(judged: Judged) -> tuple[str, Span, str, str]:
    claim = judged.claim
    return claim.report, anchor_of(claim).trigger, claim.id, judged.machine.id if judged.machine else ""


def _problem(made: Judgement, why: str) -> Problem:
    words = f"the judgement {made.id} ({made.verdict} by {made.person}, {made.time[:10]}) {why} of its report"
    span = made.anchor.trigger if made.anchor else None
    advice = "see it in `parley decide log`, then undo it or decide anew"
    return Problem("judgement_without_anchor", f"{words}; {advice}", made.report, span)
