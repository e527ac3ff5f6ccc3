"""What one report says: claims, their bodies, and on whose word they rest."""

from __future__ import annotations

from typing import Literal

import msgspec

from parley.model.dates import Date, DateRange
from parley.model.ids import hash_id
from parley.model.quantity import Quantity
from parley.model.shown import Shown
from parley.model.span import Span

__all__ = [
    "Act",
    "Actor",
    "Attribution",
    "Body",
    "Claim",
    "Event",
    "Evidence",
    "Factuality",
    "Figure",
    "Mention",
    "Move",
    "Phase",
    "Quote",
    "Source",
    "Term",
    "new_claim",
]

Act = Literal[
    "offer", "demand", "accept", "reject", "concede", "withdraw", "threaten", "promise", "support", "invite",
    "meet", "mediate", "agree", "break_off", "resume", "extend", "rule", "carry_out", "breach", "accuse",
]  # fmt: skip
Issue = Literal[
    "release", "ceasefire", "withdrawal", "aid", "payment", "price", "pay", "jobs", "quota", "territory", "sanctions",
    "disarmament", "monitoring", "guarantee", "meeting", "governance", "other",
]  # fmt: skip
Measure = Literal[
    "killed", "injured", "missing", "captured", "held", "released", "displaced", "affected", "detained", "returned",
    "aid", "money", "price", "share", "pay", "output", "other",
]  # fmt: skip
ActorKind = Literal[
    "state", "organisation", "armed_group", "company", "consortium", "union", "person", "office", "court", "outlet",
    "collective", "unnamed",
]  # fmt: skip
SourceKind = Literal[
    "outlet", "agency", "person", "office", "organisation", "document", "social_media", "broadcast", "witness", "unnamed",
]  # fmt: skip
Role = Literal["source", "cue", "content", "term", "number", "time", "place", "actor"]
Origin = Literal["machine", "person", "import"]


class Actor(msgspec.Struct, frozen=True, gc=False, repr_omit_defaults=True, omit_defaults=True):
    """A party as a claim has it: `name` is the fullest name the report gives it, `mention` the words used here.

    `acts_for` names the party whose side it speaks or acts for (an office for its state), `members` those who make up a
    consortium or coalition, where the report says so.
    """

    name: str
    mention: str
    acts_for: str | None = None
    kind: ActorKind | None = None
    members: tuple[str, ...] = ()


class Term(msgspec.Struct, frozen=True, gc=False, repr_omit_defaults=True):
    """One thing given or asked: who gives what to whom, how much, for how long, on which condition.

    `quantity` is the amount (of a truce: its length, which `duration` repeats); `previous` what it was before; `per`
    the other side of a ratio ("hostage" in 30 prisoners per hostage); `base` what a share is a share of; `subset_of` the
    whole that a "of them" refers to; `recurrence` "a day", "a month".
    """

    issue: Issue
    item: str
    span: Span
    giver: Actor | None = None
    receiver: Actor | None = None
    group: str | None = None
    quantity: Quantity | None = None
    previous: Quantity | None = None
    per: str | None = None
    base: str | None = None
    subset_of: str | None = None
    duration: Quantity | None = None
    recurrence: str | None = None
    starts: Date | None = None
    ends: Date | None = None
    phase: int | None = None
    condition: str | None = None
    waived: bool = False
    negated: bool = False


class Move(msgspec.Struct, frozen=True, gc=False, repr_omit_defaults=True, tag_field="kind", tag="move"):
    """What a party does in talks: `by` does it, `to` is addressed, `via` carries it.

    `about` holds the words for what it is about (the proposal that is rejected); `answers` the id of the claim it
    answers in the same report; `conditions` are terms it depends on.
    """

    act: Act
    mode: str | None = None
    by: tuple[Actor, ...] = ()
    to: tuple[Actor, ...] = ()
    via: tuple[Actor, ...] = ()
    terms: tuple[Term, ...] = ()
    about: str | None = None
    answers: str | None = None
    place: str | None = None
    deadline: Date | None = None
    expires: Date | None = None
    conditions: tuple[Term, ...] = ()


class Figure(msgspec.Struct, frozen=True, gc=False, repr_omit_defaults=True, tag_field="kind", tag="figure"):
    """A count or amount: what is measured, how much, of whom, where, in which time, as of when.

    `by` are the doers, of whom `one_of` leaves open which; `part_of` is the id of the claim whose count this is a part of.
    """

    measure: Measure
    quantity: Quantity
    group: str | None = None
    place: str | None = None
    by: tuple[Actor, ...] = ()
    one_of: bool = False
    cause: str | None = None
    event: str | None = None
    accounting: Literal["flow", "increment", "cumulative", "stock"] | None = None
    period: DateRange | None = None
    since: Date | None = None
    as_of: Date | None = None
    as_of_basis: Literal["stated", "said_on", "published"] | None = None
    counting_basis: Literal["identified", "reported", "verified", "estimated", "includes_missing", "unknown"] = (
        "unknown"
    )
    part_of: str | None = None


class Event(msgspec.Struct, frozen=True, gc=False, repr_omit_defaults=True, tag_field="kind", tag="event"):
    """A deed outside the talks; `type` is a PLOVER event type."""

    type: Literal["SUPPORT", "COOPERATE", "AID", "RETREAT", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"]
    what: str
    mode: str | None = None
    by: tuple[Actor, ...] = ()
    one_of: bool = False
    to: tuple[Actor, ...] = ()
    place: str | None = None


class Phase(msgspec.Struct, frozen=True, gc=False, repr_omit_defaults=True, tag_field="kind", tag="phase"):
    """Where one phase of an agreement stands."""

    agreement: str
    status: Literal[
        "announced",
        "agreed",
        "in_force",
        "completed",
        "extended",
        "suspended",
        "not_started",
        "unresolved",
        "collapsed",
    ]
    number: int | None = None
    of: int | None = None
    starts: Date | None = None
    ends: Date | None = None
    terms: tuple[Term, ...] = ()


class Quote(msgspec.Struct, frozen=True, gc=False, repr_omit_defaults=True, tag_field="kind", tag="quote"):
    """Words given as somebody's: directly (their own words), indirectly, or mixed."""

    speaker: Actor | None
    directness: Literal["direct", "indirect", "mixed"]
    addressee: Actor | None = None


Body = Move | Figure | Event | Phase | Quote


class Source(msgspec.Struct, frozen=True, gc=False, repr_omit_defaults=True):
    """One link of a source chain: somebody, or something, on whose word a claim rests."""

    name: str
    kind: SourceKind
    number: Literal["one", "several", "unknown"] = "one"
    actor: Actor | None = None
    span: Span | None = None


class Attribution(msgspec.Struct, frozen=True, gc=False, repr_omit_defaults=True):
    """On whose word: `chain` runs from the source nearest to the report to the one said to have said it.

    An empty chain is the report's own voice. `silence` marks a party that was asked, or expected, and did not answer.
    """

    chain: tuple[Source, ...] = ()
    cue: str | None = None
    content: Span | None = None
    directness: Literal["direct", "indirect", "mixed"] | None = None
    hedge: str | None = None
    said_on: Date | None = None
    silence: bool = False


class Factuality(msgspec.Struct, frozen=True, gc=False, repr_omit_defaults=True):
    """How sure, and whether it is so, as its source has it (FactBank: Saurí and Pustejovsky 2009)."""

    certainty: Literal["certain", "probable", "possible", "unknown"] = "certain"
    polarity: Literal["positive", "negative"] = "positive"
    tense: Literal["past", "present", "planned", "hypothetical"] = "past"


class Evidence(msgspec.Struct, frozen=True, gc=False, repr_omit_defaults=True):
    """Words of the report that a part of a claim rests on: `quote` is `report.text[start:end]`, always."""

    role: Role
    start: int
    end: int
    quote: str


class Mention(msgspec.Struct, frozen=True, gc=False, repr_omit_defaults=True):
    """One place where the report makes a claim: the words that make it, and the sentence or clause around them."""

    trigger: Span
    statement: Span
    evidence: tuple[Evidence, ...] = ()


class Claim(msgspec.Struct, Shown, frozen=True, gc=False, repr_omit_defaults=True):
    """One thing one report says. Use `new_claim`, which gives it its id."""

    id: str
    report: str
    body: Body
    attribution: Attribution
    factuality: Factuality
    mentions: tuple[Mention, ...]
    rule: str
    when: DateRange | None = None
    origin: Origin = "machine"

    @property
    def kind(self) -> str:
        """move, figure, event, phase or quote."""
        return str(self.body.__struct_config__.tag)


def new_claim(
    report_id: str,
    body: Body,
    *,
    attribution: Attribution,
    factuality: Factuality,
    mentions: tuple[Mention, ...],
    rule: str,
    when: DateRange | None = None,
    origin: Origin = "machine",
) -> Claim:
    """A claim whose id follows from the report and what is claimed, not from the rule that found it.

    Raises ValueError when there is no mention: what has no place in the text is not recorded.
    """
    if not mentions:
        raise ValueError("a claim needs at least one mention in the report's text")
    claim_id = hash_id("claim", [report_id, body, attribution, factuality])
    return Claim(claim_id, report_id, body, attribution, factuality, mentions, rule, when, origin)
