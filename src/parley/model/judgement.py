"""What people decide about the record: judgements, each undone by another, and what an erased report leaves."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from parley.model.claim import Claim, Mention
from parley.model.ids import hash_id
from parley.model.span import Span

__all__ = ["Anchor", "Change", "Judgement", "Tombstone", "Verdict", "anchor_of", "new_judgement"]

Verdict = Literal["accept", "reject", "dispute", "correct", "add", "note", "correct_report", "put_in_story", "undo"]


class Anchor(msgspec.Struct, frozen=True, gc=False):
    """Where a judgement hangs: a kind of claim and its act or measure (`name`) at a stretch of a report's text."""

    report: str
    kind: str
    name: str | None
    trigger: Span


class Change(msgspec.Struct, frozen=True, gc=False):
    """One field of a claim or report: its value when the judgement was made, and the value it is to have, as plain JSON."""

    field: str
    old: Any
    new: Any


class Judgement(msgspec.Struct, frozen=True, gc=False):
    """What `person` decided at `time` (ISO, UTC) about a claim, a report or an earlier judgement.

    `target` is the id of the claim as the extractor has it (or, for `add`, of the added claim), of the report for
    `correct_report` and `put_in_story`, of a judgement for `undo`. `claim` is the target as it was read then, or the claim to add; it
    carries the anchor by which the judgement is found again; a `note` decides nothing about it, and a `dispute` doubts what
    it tells, not how it was read. `mention` replaces the claim's first one. When the report
    is erased, the claim, changes, mention and note are erased with it. Use `new_judgement` to make one.
    """

    id: str
    verdict: Verdict
    report: str
    target: str
    person: str
    time: str
    claim: Claim | None = None
    changes: tuple[Change, ...] = ()
    mention: Mention | None = None
    note: str | None = None

    @property
    def anchor(self) -> Anchor | None:
        """Where it hangs; None for one about a report or another judgement."""
        return anchor_of(self.claim) if self.claim else None


class Tombstone(msgspec.Struct, frozen=True, gc=False):
    """What is left of an erased report: its id, who erased it, when (ISO, UTC) and why."""

    report: str
    person: str
    time: str
    reason: str


def anchor_of(claim: Claim) -> Anchor:
    """The anchor of a claim: report, kind, act or measure, and the words that make it where it first stands."""
    name = getattr(claim.body, "act", None) or getattr(claim.body, "measure", None)
    return Anchor(claim.report, claim.kind, name, min(mention.trigger for mention in claim.mentions))


def new_judgement(
    verdict: Verdict,
    *,
    report: str,
    target: str,
    person: str,
    time: str,
    claim: Claim | None = None,
    changes: tuple[Change, ...] = (),
    mention: Mention | None = None,
    note: str | None = None,
) -> Judgement:
    """A `Judgement` whose id follows from all it holds."""
    plain = msgspec.json.decode(msgspec.json.encode(changes), type=tuple[Change, ...])
    made = Judgement("", verdict, report, target, person, time, claim, plain, mention, note)
    return msgspec.structs.replace(made, id=hash_id("judgement", made))
