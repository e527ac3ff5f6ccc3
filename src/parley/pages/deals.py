"""Deals as a page: their days, phases and terms, what is told of each to be carried out or broken, and what came of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import msgspec

from parley.ledger import Entry, Ledger, StoryAccount, talks_in
from parley.ledger.kept import Kept
from parley.lexicon.packages import load_packages
from parley.model import Agreement, AgreementPhase, AgreementTerm, DealDays, DealOutcome, Story, TermEvidence
from parley.pages.terms import term_line
from parley.pages.words import date_words, day_words, plain, quantity_words
from parley.store.code import code_digest

__all__ = ["DealName", "DealPhaseRow", "DealRow", "DealTermRow", "EvidenceRow", "OutcomeRow", "deal_names", "deal_row"]

_STATUS = {
    "open": "open",
    "done": "carried out, how far is not told",
    "in_part": "carried out in part",
    "in_full": "carried out",
}
_TOGETHER = 1  # days between two tellings of one prolongation at most
_OUTCOMES = {"extended": "prolonged", "completed": "told to be over", "collapsed": "told to have collapsed"}


class EvidenceRow(msgspec.Struct, frozen=True):
    """A claim held against a term or a deal: what it says in words, as of which ISO day ("" unknown), on whose word.

    `bearing` is "in_full", "in_part", "done" or "breached"; `by` names who did it; `party` is the party of the deal whose
    claim it is (None: no party's). `rule` names the rule that holds it against the deal.
    """

    words: str
    bearing: str
    as_of: str
    by: tuple[str, ...]
    source: str | None
    party: str | None
    rule: str
    claim: str


class DealPhaseRow(msgspec.Struct, frozen=True):
    """A phase of a deal (number None: the whole): planned start and end in words, and where it stood when."""

    number: int | None
    starts: str
    ends: str
    states: tuple[str, ...]


class DealTermRow(msgspec.Struct, frozen=True):
    """A term of a deal in words: whom it binds, how far it is told to be carried out, whether a breach is reported, and the
    claims that say so."""

    words: str
    by: tuple[str, ...]
    status: str
    phase: int | None
    evidence: tuple[EvidenceRow, ...]


class OutcomeRow(msgspec.Struct, frozen=True):
    """What came of a deal, in words, as of an ISO day: by which claim (None: no report tells it), on whose word.

    `again` are the claims that tell the same prolongation once more, a day later at most.
    """

    words: str
    as_of: str
    source: str | None
    rule: str
    claim: str | None
    again: tuple[str, ...] = ()


class DealRow(msgspec.Struct, frozen=True):
    """A deal: its name, parties and day, its terms and phases, who answered it, what is told against it and came of it.

    `days` says in words from when to when it runs; events are held against it on these days. `options` says how it may be
    prolonged, with the claim that tells it.
    """

    id: str
    name: str
    parties: tuple[str, ...]
    as_of: str
    days: str
    reports: int
    origins: int
    claims: tuple[str, ...]
    terms: tuple[DealTermRow, ...]
    phases: tuple[DealPhaseRow, ...]
    answers: tuple[str, ...]
    breaches: tuple[EvidenceRow, ...]
    outcomes: tuple[OutcomeRow, ...]
    options: tuple[tuple[str, str], ...] = ()


class DealName(msgspec.Struct, frozen=True):
    """A deal to be found by its name: its id, its story's id and name, its day, and the numbers of its phases."""

    id: str
    name: str
    story: str
    story_name: str
    as_of: str
    phases: tuple[int, ...]


def deal_names(ledger: Ledger, stories: Sequence[Story]) -> tuple[DealName, ...]:
    """The deals told as reached in these stories, kept beside the record so that asking again is quick."""

    def made(wanted: Sequence[Story]) -> list[tuple[DealName, ...]]:
        return [tuple(_named(account)) for account in ledger.accounts_of(wanted)]

    kept = Kept("deals", code_digest("pages"), tuple[DealName, ...], made)
    return tuple(name for names in ledger.of_each(stories, kept) for name in names)


def _named(account: StoryAccount) -> Iterator[DealName]:
    for deal in talks_in(account).agreements:
        numbers = {phase.number for phase in deal.phases} | {term.phase for term in deal.terms}
        phases = tuple(sorted(number for number in numbers if number is not None))
        yield DealName(deal.id, plain(deal.name), account.story.id, account.story.name, deal.as_of, phases)


def deal_row(deal: Agreement, names: dict[str, str], entries: Mapping[str, Entry] | None = None) -> DealRow:
    """A deal in words; `names` says how to write the ids of parties, `entries` holds the claims it rests on."""
    told = entries or {}
    return DealRow(
        deal.id,
        plain(deal.name),
        _names(deal.parties, names),
        deal.as_of,
        _days(deal.days),
        deal.reports,
        deal.origins,
        deal.claims,
        tuple(_term(each, deal, names) for each in deal.terms),
        tuple(_phase(each) for each in deal.phases),
        tuple(dict.fromkeys(f"{names.get(a.party, a.party)}: {a.act} ({day_words(a.as_of)})" for a in deal.answers)),
        tuple(_evidence(each, names) for each in deal.breaches),
        tuple(_outcomes(deal.outcomes, told)),
        tuple((_time_words(told[claim]), claim) for claim in deal.options if claim in told),
    )


def _names(parties: tuple[str, ...], names: dict[str, str]) -> tuple[str, ...]:
    return tuple(names.get(party, party) for party in parties)


def _days(days: DealDays) -> str:
    if days.first is None:
        return ""
    agreed = " (the day it was agreed)" if days.first_basis == "agreed" else ""
    counted = " (counted from its length)" if days.last_basis == "counted" else ""
    end = f"to {day_words(days.last)}{counted}" if days.last else "end not told"
    return f"from {day_words(days.first)}{agreed} {end}"


def _term(found: AgreementTerm, deal: Agreement, names: dict[str, str]) -> DealTermRow:
    said = [_status(found, deal)]
    if breaches := [each for each in found.evidence if each.bearing == "breached"]:
        said = [*said[found.status == "open" :], _breach_status(breaches)]
    recurring = f" {found.recurrence}" if found.recurrence else ""
    evidence = tuple(_evidence(each, names) for each in found.evidence)
    return DealTermRow(
        term_line(found.term) + recurring, _names(found.by, names), "; ".join(said), found.phase, evidence
    )


def _status(found: AgreementTerm, deal: Agreement) -> str:
    """How far it is told to be carried out: of a ratio, or of what recurs, only where and when that is counted. A length of
    time no deed carries out: it runs, and may be prolonged."""
    if found.status == "open" and found.term.quantity is not None and found.term.quantity.unit in load_packages().days:
        if found.term.issue == "ceasefire" and any(each.status == "extended" for each in deal.outcomes):
            return "prolonged"
        return "begun" if any(phase.began for phase in deal.phases) else "open"
    if found.status == "in_full" and found.term.per:
        return "kept where counted"
    if found.status == "in_full" and found.recurrence:
        return "carried out on the days told"
    return _STATUS[found.status]


def _breach_status(found: list[TermEvidence]) -> str:
    """Reported where anybody but a party to the deal says so, or the party that did it itself; else claimed."""
    independent = any(each.word_of is None or each.word_of in each.by for each in found)
    return "breach reported" if independent else "breach claimed by a party"


def _evidence(found: TermEvidence, names: dict[str, str]) -> EvidenceRow:
    party = names.get(found.word_of, found.word_of) if found.word_of else None
    by = _names(found.by, names)
    return EvidenceRow(
        _evidence_words(found, by), found.bearing, found.as_of, by, found.source, party, found.rule, found.claim
    )


def _evidence_words(found: TermEvidence, by: tuple[str, ...]) -> str:
    doers = f" by {' and '.join(by)}" if by else ""
    if found.rule == "deal:accused":
        return f"breach{doers} alleged"
    if found.bearing == "breached":
        return f"reported breach{doers}"
    if found.count is None:
        return f"done{doers}"
    if found.rule == "deal:ratio":
        return f"{quantity_words(found.count)}{doers}"
    of = f" of {quantity_words(found.asked)}" if found.asked is not None else ""
    return f"{quantity_words(found.count)}{of}{doers}"


def _outcomes(found: Sequence[DealOutcome], told: Mapping[str, Entry]) -> Iterator[OutcomeRow]:
    """One row for each, of a prolongation told again one for all: with its length where one of them tells it."""
    runs: list[list[DealOutcome]] = []
    for each in found:
        before = runs[-1][-1] if runs else None
        if before is not None and each.status == before.status == "extended" and _soon(before.as_of, each.as_of):
            runs[-1].append(each)
        else:
            runs.append([each])
    for run in runs:
        row, claims = _outcome(run[0]), [each.claim for each in run if each.claim]
        length = next((words for c in claims if c in told and (words := _time_words(told[c]))), "")
        words = f"{row.words} by {length}" if row.words == _OUTCOMES["extended"] and length else row.words
        yield msgspec.structs.replace(row, words=words, again=tuple(claims[1:]))


def _soon(one: str, other: str) -> bool:
    try:
        return abs((date.fromisoformat(other) - date.fromisoformat(one)).days) <= _TOGETHER
    except ValueError:
        return False


def _time_words(told: Entry) -> str:
    """By how much a move prolongs something, and for what: "1 day per 10 hostages"."""
    terms = getattr(told.claim.body, "terms", ())
    days = load_packages().days
    lengths = [
        (q, term.per) for term in terms for q in (term.duration, term.quantity) if q is not None and q.unit in days
    ]
    return next((quantity_words(q) + (f" per {plain(per)}" if per else "") for q, per in lengths), "")


def _outcome(found: DealOutcome) -> OutcomeRow:
    words = _OUTCOMES.get(found.status) or "its last day passed; no report tells whether it was prolonged"
    return OutcomeRow(words, found.as_of, found.source, found.rule, found.claim)


def _phase(phase: AgreementPhase) -> DealPhaseRow:
    states = tuple(f"{state.status.replace('_', ' ')} as of {day_words(state.as_of)}" for state in phase.states)
    starts, ends = (date_words(date) if date else "" for date in (phase.starts, phase.ends))
    return DealPhaseRow(phase.number, starts, ends, states)
