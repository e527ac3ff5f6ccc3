"""Proposals as a page: versions with what changed, who answered which, how it stands with whom, the deadline."""

from __future__ import annotations

import msgspec

from parley.ledger import Ledger, Talks
from parley.model import PartyStatus, Proposal, ProposalAnswer, ProposalVersion, TermChange
from parley.pages.claim_rows import quote_of
from parley.pages.talks import by_story, party_words
from parley.pages.terms import item_words, term_line
from parley.pages.words import date_words, quantity_words

__all__ = [
    "AnswerRow",
    "ProposalRow",
    "ProposalsPage",
    "StandingRow",
    "StoryProposals",
    "VersionRow",
    "change_line",
    "proposals_page",
    "story_proposals",
]


class VersionRow(msgspec.Struct, frozen=True):
    """A version: its terms in words (in brackets those not told again), what it has otherwise, and the claims that tell it.

    `sources` are those on whose word it rests; `conditional` marks what is only told as what a side would do.
    """

    number: int
    as_of: str
    terms: tuple[str, ...]
    changes: tuple[str, ...]
    sources: tuple[str, ...]
    reports: int
    origins: int
    conditional: bool
    claims: tuple[str, ...]


class AnswerRow(msgspec.Struct, frozen=True):
    """What a party did about a version, as of an ISO day."""

    party: str
    act: str
    version: int
    as_of: str
    claim: str


class StandingRow(msgspec.Struct, frozen=True):
    """How it stands with a party, by which version it answered last (None: none), and the claims that say so."""

    party: str
    status: str
    version: int | None
    claims: tuple[str, ...]


class ProposalRow(msgspec.Struct, frozen=True):
    """A proposal: who makes it, its versions, answers and standing.

    `deadline` is in words, `passed` whether it had passed by the day of the page (None: no settled deadline). `counters`
    is the id of the proposal it is put against. `single` marks what rests on one report alone, `beside` what is none of
    the story's chief talks.
    """

    id: str
    maker: str
    issues: tuple[str, ...]
    versions: tuple[VersionRow, ...]
    answers: tuple[AnswerRow, ...]
    standing: tuple[StandingRow, ...]
    deadline: str
    passed: bool | None
    counters: str | None
    withdrawn_by: tuple[str, ...]
    single: bool
    beside: bool = False


class StoryProposals(msgspec.Struct, frozen=True):
    """The proposals of one story, those of its chief talks first, by the day they were first told; `story` is None for the
    reports that are in none."""

    story: str | None
    reports: int
    as_of: str | None
    proposals: tuple[ProposalRow, ...]


class ProposalsPage(msgspec.Struct, frozen=True):
    """The proposals of each story."""

    stories: tuple[StoryProposals, ...]


def proposals_page(ledger: Ledger, *, story: str | None = None, published_by: str | None = None) -> ProposalsPage:
    """The proposals of a story, or of every story. Raises BadDateError, and UnknownStoryError."""
    return ProposalsPage(by_story(ledger, story_proposals, story=story, published_by=published_by))


def story_proposals(talks: Talks) -> StoryProposals:
    """The proposals of one story."""
    ordered = sorted(talks.proposals, key=lambda p: p.versions[0].as_of or "9999")
    rows = sorted((_row(proposal, talks) for proposal in ordered), key=lambda row: row.beside)
    return StoryProposals(talks.story, talks.reports, talks.as_of, tuple(rows))


def _row(proposal: Proposal, talks: Talks) -> ProposalRow:
    names = talks.parties
    reports = {talks.entries[claim].report.id for version in proposal.versions for claim in version.claims}
    return ProposalRow(
        proposal.id,
        party_words(proposal.maker, names),
        proposal.issues,
        tuple(_version(version, talks) for version in proposal.versions),
        tuple(_answer(answer, names) for answer in proposal.answers),
        tuple(_standing(status, names) for status in proposal.standing),
        date_words(proposal.deadline) if proposal.deadline else "",
        proposal.passed(talks.as_of) if talks.as_of else None,
        proposal.counters,
        proposal.withdrawn_by,
        len(reports) == 1,
        frozenset(talks.scope.claims).isdisjoint(claim for version in proposal.versions for claim in version.claims),
    )


def _version(version: ProposalVersion, talks: Talks) -> VersionRow:
    return VersionRow(
        version.number,
        version.as_of,
        _terms(version, talks),
        tuple(change_line(change) for change in version.changes),
        version.sources,
        version.reports,
        version.origins,
        version.conditional,
        version.claims,
    )


def _terms(version: ProposalVersion, talks: Talks) -> tuple[str, ...]:
    """Its terms in words; the report's own where they name no amount and no issue: "strike" is not what is proposed."""
    if version.terms and all(term.issue == "other" and term.quantity is None for term in version.terms):
        return (f"“{quote_of(talks.entries[version.claims[0]])}”",)
    return tuple(dict.fromkeys(term_line(term) for term in version.terms))


def change_line(change: TermChange) -> str:
    """A change in words: "captives 40 → 55", "lump sum added: £600", "reconstruction dropped"."""
    amount = change.after or change.before
    item = item_words(change.item, amount, change.issue)
    item += f" per {change.per}" if change.per else ""
    before, after = (quantity_words(q) if q else "" for q in (change.before, change.after))
    if change.kind == "changed":
        return f"{item} {before} → {after}"
    if change.kind == "added":
        return f"{item} added: {after}" if after else f"{item} added"
    return f"{item} dropped" if change.kind == "dropped" else f"{item} not named any more"


def _answer(answer: ProposalAnswer, names: dict[str, str]) -> AnswerRow:
    return AnswerRow(names.get(answer.party, answer.party), answer.act, answer.version, answer.as_of, answer.claim)


def _standing(status: PartyStatus, names: dict[str, str]) -> StandingRow:
    return StandingRow(names.get(status.party, status.party), status.status, status.version, status.claims)
