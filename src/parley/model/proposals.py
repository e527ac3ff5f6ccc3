"""Proposals, agreements and threads: what the moves of several reports come to, derived and never stored as truth."""

from __future__ import annotations

from typing import Literal

import msgspec

from parley.model.claim import Issue
from parley.model.dates import Date
from parley.model.quantity import Quantity

__all__ = [
    "Agreement",
    "AgreementPhase",
    "AgreementTerm",
    "Bearing",
    "ChangeKind",
    "DealDays",
    "DealOutcome",
    "PartyStatus",
    "PhaseState",
    "Proposal",
    "ProposalAnswer",
    "ProposalVersion",
    "ProposedTerm",
    "Standing",
    "TalksRound",
    "TalksScope",
    "TermChange",
    "TermEvidence",
    "TermStatus",
    "Thread",
    "ThreadPoint",
    "ThreadScale",
]

Standing = Literal["open", "accepted", "rejected", "countered", "withdrawn", "lapsed"]
ChangeKind = Literal["added", "dropped", "changed", "unnamed"]
Bearing = Literal["in_full", "in_part", "done", "breached"]
TermStatus = Literal["open", "done", "in_part", "in_full"]


class ProposedTerm(msgspec.Struct, frozen=True, gc=False, repr_omit_defaults=True):
    """A term of a version, merged from its tellings: the amount is the one most origins give, of several the exactest.

    `claims` are the ids of those that give it. `carried` terms stand in an earlier version and are not told again; of a
    `length` the quantity is how long the item is to last.
    """

    issue: Issue
    item: str
    quantity: Quantity | None = None
    per: str | None = None
    claims: tuple[str, ...] = ()
    carried: bool = False
    length: bool = False


class TermChange(msgspec.Struct, frozen=True, gc=False, repr_omit_defaults=True):
    """What a version has otherwise than the one before: a term added, dropped, its amount changed, or named no more.

    "dropped" is said by a claim; "unnamed" only follows from a telling of the whole that leaves it out.
    """

    kind: ChangeKind
    issue: Issue
    item: str
    before: Quantity | None = None
    after: Quantity | None = None
    per: str | None = None
    claims: tuple[str, ...] = ()
    length: bool = False


class ProposalVersion(msgspec.Struct, frozen=True, gc=False, repr_omit_defaults=True):
    """A state of a proposal: the ids of the claims that tell it, its terms, and how it differs from the one before.

    `as_of` is the ISO day of its first telling ("" unknown), `sources` on whose word it rests, nearest last; it is told
    in so many `reports` of so many independent `origins`. `conditional` where it is only told as what a side would do.
    """

    number: int
    claims: tuple[str, ...]
    terms: tuple[ProposedTerm, ...]
    as_of: str
    sources: tuple[str, ...]
    reports: int
    origins: int
    changes: tuple[TermChange, ...] = ()
    conditional: bool = False


class ProposalAnswer(msgspec.Struct, frozen=True, gc=False, repr_omit_defaults=True):
    """What a party did about a version of a proposal: accept, reject, support, or an own offer against it."""

    party: str
    act: str
    claim: str
    version: int
    as_of: str


class PartyStatus(msgspec.Struct, frozen=True, gc=False, repr_omit_defaults=True):
    """How a proposal stands with a party, by which claims, and to which version it answered last (none: it is open)."""

    party: str
    status: Standing
    version: int | None = None
    claims: tuple[str, ...] = ()


class Proposal(msgspec.Struct, frozen=True, gc=False, repr_omit_defaults=True):
    """Moves about one package, by version; parties are given by the ids of those on whose side they stand.

    `maker` is empty where no report names who put it forward. `counters` is the id of the proposal it is put against,
    `withdrawn_by` the claims that take it back. `deadline` is until when it stands or is to be answered.
    """

    id: str
    maker: tuple[str, ...]
    issues: tuple[str, ...]
    versions: tuple[ProposalVersion, ...]
    answers: tuple[ProposalAnswer, ...] = ()
    standing: tuple[PartyStatus, ...] = ()
    deadline: Date | None = None
    counters: str | None = None
    withdrawn_by: tuple[str, ...] = ()

    @property
    def latest(self) -> ProposalVersion:
        """Its newest state."""
        return self.versions[-1]

    @property
    def reports(self) -> int:
        """In how many reports the version most told is told; one means that it rests on a single report."""
        return max(version.reports for version in self.versions)

    def passed(self, day: str) -> bool | None:
        """Whether its deadline had passed by an ISO day; None without a settled deadline."""
        if self.deadline is None or self.deadline.open_because or "X" in self.deadline.edtf:
            return None
        return self.deadline.edtf[: len("2031-03-04")] < day[: len(self.deadline.edtf[: len("2031-03-04")])]


class PhaseState(msgspec.Struct, frozen=True, gc=False, repr_omit_defaults=True):
    """Where a phase stood as of an ISO day, by a claim."""

    as_of: str
    status: str
    claim: str


class AgreementPhase(msgspec.Struct, frozen=True, gc=False, repr_omit_defaults=True):
    """A phase of an agreement, or the whole of it (`number` None): planned start and end, and where it stood when.

    `began` and `ended` are the ISO days as of which it is told to hold and to be over.
    """

    number: int | None
    states: tuple[PhaseState, ...]
    starts: Date | None = None
    ends: Date | None = None
    began: str | None = None
    ended: str | None = None


class TermEvidence(msgspec.Struct, frozen=True, gc=False, repr_omit_defaults=True):
    """One claim held against a term: what it says of it, by which rule, as of which ISO day ("" unknown), on whose word.

    `bearing` is "in_full" or "in_part" where its `count` is held against the `asked` amount (of a recurring term for one
    day), "done" where only the deed is told, "breached" for what the deal rules out. `source` says so (None: the report
    itself); `word_of` is the party of the deal on whose side the source is: then it is that party's claim. `by` did it.
    """

    claim: str
    bearing: Bearing
    rule: str
    as_of: str
    by: tuple[str, ...] = ()
    source: str | None = None
    word_of: str | None = None
    count: Quantity | None = None
    asked: Quantity | None = None


class AgreementTerm(msgspec.Struct, frozen=True, gc=False, repr_omit_defaults=True):
    """A term of an agreement, the ids of the parties it binds (empty: not told), and the claims held against it.

    `recurrence` is "a day" and the like; `phase` the number of the phase it belongs to, where told.
    """

    term: ProposedTerm
    by: tuple[str, ...] = ()
    recurrence: str | None = None
    phase: int | None = None
    evidence: tuple[TermEvidence, ...] = ()

    @property
    def status(self) -> TermStatus:
        """How far it is told to be carried out: never further than the claim that says most.

        A recurring term is in full only where no day is told on which it was not.
        """
        found = {each.bearing for each in self.evidence}
        if "in_part" in found and (self.recurrence or "in_full" not in found):
            return "in_part"
        return "in_full" if "in_full" in found else "done" if "done" in found else "open"

    @property
    def carried_out(self) -> tuple[str, ...]:
        """The claims by which it was carried out, however far."""
        return tuple(each.claim for each in self.evidence if each.bearing != "breached")

    @property
    def breached(self) -> tuple[str, ...]:
        """The claims that tell what it rules out."""
        return tuple(each.claim for each in self.evidence if each.bearing == "breached")


class DealDays(msgspec.Struct, frozen=True, gc=False, repr_omit_defaults=True):
    """From which ISO day to which an agreement runs, None where that cannot be known.

    The basis is "told" for a day that a report gives, "counted" for one reckoned from its length and extensions, "agreed"
    for a first day that is only the day of the deal.
    """

    first: str | None = None
    last: str | None = None
    first_basis: Literal["told", "agreed"] = "agreed"
    last_basis: Literal["told", "counted"] = "told"

    def hold(self, day: str) -> bool:
        """Whether an ISO day is one of them; one that is only known by its month or year is none."""
        full = len(day) == len("2031-03-04")
        return full and self.first is not None and self.first <= day and (self.last is None or day <= self.last)


class DealOutcome(msgspec.Struct, frozen=True, gc=False, repr_omit_defaults=True):
    """What became of an agreement as of an ISO day ("" unknown): the claim that says so, on whose word, by which rule.

    "end_passed" is no claim's: its last day lies before the day looked at, and no report tells what came then.
    """

    status: Literal["extended", "completed", "collapsed", "end_passed"]
    as_of: str
    rule: str
    claim: str | None = None
    source: str | None = None


class Agreement(msgspec.Struct, frozen=True, gc=False, repr_omit_defaults=True):
    """A deal told as reached: its parties, terms and phases, and what became of it, by ids of claims.

    `ends` is until when it was last to run, by an extension or a phase; `days` the days its events are held against.
    `breaches` are what the deal rules out, as told or as one party lays to another. `collapse` are the claims that it fell
    through or ran out; `unsigned` tell of it without saying whose it is, `options` how it may be prolonged, which is none of
    its terms until it is done.
    """

    id: str
    name: str
    parties: tuple[str, ...]
    as_of: str
    claims: tuple[str, ...]
    reports: int
    origins: int
    terms: tuple[AgreementTerm, ...] = ()
    phases: tuple[AgreementPhase, ...] = ()
    answers: tuple[ProposalAnswer, ...] = ()
    carried_out: tuple[str, ...] = ()
    breaches: tuple[TermEvidence, ...] = ()
    extensions: tuple[str, ...] = ()
    collapse: tuple[str, ...] = ()
    ends: Date | None = None
    days: DealDays = DealDays()
    outcomes: tuple[DealOutcome, ...] = ()
    unsigned: tuple[str, ...] = ()
    options: tuple[str, ...] = ()

    @property
    def breached(self) -> tuple[str, ...]:
        """The claims that tell of a breach."""
        return tuple(each.claim for each in self.breaches)


class TalksRound(msgspec.Struct, frozen=True, gc=False, repr_omit_defaults=True):
    """Talks from a meeting or resumption to a deal or an end, by ids of claims; `mode` says how they ended."""

    number: int
    opened: str | None
    opened_by: tuple[str, ...]
    closed: str | None = None
    closed_by: tuple[str, ...] = ()
    mode: str | None = None


class TalksScope(msgspec.Struct, frozen=True, gc=False):
    """Whom the talks of a story are between and on what: ids of parties, those told of most first, and issues.

    `chief` parties deal with one another, `mediators` carry it between them. `claims` are the ids of the moves that are
    of these talks; the other moves of the story's reports are beside them.
    """

    chief: tuple[str, ...]
    mediators: tuple[str, ...]
    issues: tuple[str, ...]
    claims: tuple[str, ...]

    @property
    def parties(self) -> tuple[str, ...]:
        """The chief parties and the mediators."""
        return (*self.chief, *self.mediators)


class ThreadPoint(msgspec.Struct, frozen=True, gc=False, repr_omit_defaults=True):
    """An amount asked, offered or agreed as of an ISO day: who, by which act, in which version of which proposal."""

    as_of: str
    party: str
    act: str
    quantity: Quantity
    claim: str
    proposal: str
    version: int
    reports: int
    origins: int


class ThreadScale(msgspec.Struct, frozen=True, gc=False, repr_omit_defaults=True):
    """The amounts on one scale, which may be compared: issue, unit, the thing counted, and what it is per."""

    issue: str
    unit: str
    thing: str
    per: str
    points: tuple[ThreadPoint, ...]


class Thread(msgspec.Struct, frozen=True, gc=False, repr_omit_defaults=True):
    """The course of one story's talks: rounds, and on each scale what was asked, offered and agreed, in order."""

    rounds: tuple[TalksRound, ...]
    scales: tuple[ThreadScale, ...]
