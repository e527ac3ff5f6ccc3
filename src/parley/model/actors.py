"""Who is who over the reports of a story: derived from the claims and from people's judgements, never stored as truth."""

from __future__ import annotations

from typing import Literal

import msgspec

from parley.model.claim import ActorKind
from parley.model.ids import hash_id

__all__ = [
    "ActorReference",
    "ActorSuggestion",
    "Alias",
    "Backing",
    "PairJudgement",
    "PairVerdict",
    "ResolvedActor",
    "TalksRole",
    "new_pair_judgement",
]

TalksRole = Literal["party", "mediator", "host", "guarantor", "observer", "affected", "reporter"]
PairVerdict = Literal["same", "different", "unsure", "undo"]


class Alias(msgspec.Struct, frozen=True, gc=False):
    """A name that an actor goes by: in how many `reports`, why it was joined (`rule`) and a `claim` that has it."""

    name: str
    reports: int
    rule: str
    claim: str


class Backing(msgspec.Struct, frozen=True, gc=False):
    """The actor (id) on whose side another speaks or acts, and the `claim` that says so.

    `claim` is None where only the lexicon says it.
    """

    actor: str
    claim: str | None = None


class ResolvedActor(msgspec.Struct, frozen=True, gc=False):
    """One actor of a story, gathered from its reports.

    `id` follows from the name; `name` is the fullest usual one, `aliases` all it goes by, most told first. `members`
    are ids of those who make it up. `roles` counts the claims in which it has each role in the talks, most first.
    """

    id: str
    name: str
    aliases: tuple[Alias, ...]
    kind: ActorKind | None = None
    members: tuple[str, ...] = ()
    acts_for: Backing | None = None
    roles: tuple[tuple[TalksRole, int], ...] = ()

    @property
    def role(self) -> TalksRole | None:
        """The role it has in most claims, None where it has none."""
        return self.roles[0][0] if self.roles else None


class ActorSuggestion(msgspec.Struct, frozen=True, gc=False):
    """Two actors (ids) that may be one, for a person to decide.

    `rule` names what brings them together, `reason` says in words why it is left open, `claims` are where each is told.
    """

    one: str
    other: str
    rule: str
    reason: str
    claims: tuple[str, ...]


class ActorReference(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """An actor as a person points at it: by a name that reports give it, in one `report` or (None) in all of the story.

    A name and a report stay when reports are read anew, as ids do not.
    """

    name: str
    report: str | None = None


class PairJudgement(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """What `person` decided at `time` (ISO, UTC) about two actors of a `story` (None: the whole record).

    They are the `same`, `different`, or it is `unsure`: then they stay apart and a suggestion. An `undo` has no pair
    but the id of a judgement as `target`. Use `new_pair_judgement` to make one.
    """

    id: str
    verdict: PairVerdict
    person: str
    time: str
    one: ActorReference | None = None
    other: ActorReference | None = None
    target: str | None = None
    story: str | None = None
    note: str | None = None


def new_pair_judgement(
    verdict: PairVerdict,
    pair: tuple[ActorReference, ActorReference] | None = None,
    *,
    person: str,
    time: str,
    target: str | None = None,
    story: str | None = None,
    note: str | None = None,
) -> PairJudgement:
    """A `PairJudgement` whose id follows from all it holds.

    Raises ValueError when a verdict about actors has no pair, or an `undo` no target.
    """
    if (pair is None) != (verdict == "undo") or (target is None) != (verdict != "undo"):
        raise ValueError(
            "a judgement about actors needs two of them; an undo needs the judgement it undoes, and no pair"
        )
    one, other = pair or (None, None)
    made = PairJudgement("", verdict, person, time, one, other, target, story, note)
    return msgspec.structs.replace(made, id=hash_id("judgement", made))
