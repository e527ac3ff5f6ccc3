"""What a copy holds: which stories, which claims of them, and how much of the reports' words."""

from __future__ import annotations

import msgspec

from parley.errors import ParleyError
from parley.export.brief.provenance import Provenance, provenance_of
from parley.ledger import Change, Entry, Ledger, StoryAccount
from parley.model import Mention, Report, Span
from parley.pages.excerpts import excerpts, quoted_share, words_to_quote

__all__ = ["Asked", "Choice", "NothingToPublishError", "choose"]


class NothingToPublishError(ParleyError):
    """Nothing in the record answers to what was asked for."""

    def __init__(self) -> None:
        """There is one reason, and one remedy."""
        super().__init__("nothing in the record answers to that; ask for less with fewer of --story, --since, --party")


class Asked(msgspec.Struct, frozen=True):
    """What a copy is narrowed to: a `story`; claims of reports published `since` an ISO day; those that name a `party`.

    `full_text` asks for the whole texts of the reports.
    """

    story: str | None = None
    since: str | None = None
    party: str | None = None
    full_text: bool = False


class Choice(msgspec.Struct, frozen=True):
    """What a copy holds.

    `passing` are the ids of the claims that answer to what was asked, `entries` all that may stand in it, `changes` what
    moved since the day asked for, or ever. `words` is how many words each quote of a report (id) may hold, `quoted` the stretches
    that stand in the copy; both are empty where it holds whole texts.
    """

    asked: Asked
    accounts: tuple[StoryAccount, ...]
    passing: frozenset[str]
    entries: dict[str, Entry]
    changes: tuple[Change, ...]
    words: dict[str, int]
    quoted: dict[str, tuple[Span, ...]]
    provenance: Provenance

    def may_hold(self, claim: str) -> bool:
        """Whether a claim (id) may stand in the copy."""
        return claim in self.entries

    @property
    def reports(self) -> dict[str, Report]:
        """The reports it may name, by id."""
        return {entry.report.id: entry.report for entry in self.entries.values()}


def choose(ledger: Ledger, asked: Asked) -> Choice:
    """What answers to what is asked. Raises NothingToPublishError, and what `Ledger.accounts` and `Ledger.view` raise.

    Boards, talks and figures stand whole; lists hold what passes. Words that somebody spoke stand by themselves only in a
    copy with whole texts.
    """
    accounts = ledger.accounts(story=asked.story)
    view = ledger.view(story=asked.story, since=asked.since, party=asked.party)
    named = {entry.claim.id for entry in view.entries}
    accounts = tuple(each for each in accounts if named & each.entries.keys())
    held = {
        claim: entry
        for each in accounts
        for claim, entry in each.entries.items()
        if asked.full_text or entry.claim.kind != "quote"
    }
    if not held:
        raise NothingToPublishError
    words, quoted = ({}, {}) if asked.full_text else _quotes(held)
    made = provenance_of(ledger, accounts)
    told = {"since": asked.since, "party": asked.party, "full_text": asked.full_text}
    inside, whole = _share(held, quoted, full=asked.full_text)
    return Choice(
        asked,
        accounts,
        frozenset(named & held.keys()),
        held,
        _changes(ledger, asked, accounts),
        words,
        quoted,
        msgspec.structs.replace(made, **told, quoted=inside, words=whole),
    )


def _changes(ledger: Ledger, asked: Asked, accounts: tuple[StoryAccount, ...]) -> tuple[Change, ...]:
    """What moved since the day asked for, or ever, in the stories of the copy."""
    names = {each.story.name for each in accounts}
    return tuple(each for each in ledger.changes(story=asked.story, since=asked.since) if each.story in names)


def _quotes(held: dict[str, Entry]) -> tuple[dict[str, int], dict[str, tuple[Span, ...]]]:
    mentions: dict[str, list[Mention]] = {}
    for entry in held.values():
        mentions.setdefault(entry.report.id, []).extend(entry.claim.mentions)
    texts = {entry.report.id: entry.report.text for entry in held.values()}
    words = {report: words_to_quote(found, texts[report]) for report, found in mentions.items()}
    return words, {report: excerpts(found, texts[report], words[report]) for report, found in mentions.items()}


def _share(held: dict[str, Entry], quoted: dict[str, tuple[Span, ...]], *, full: bool) -> tuple[int, int]:
    """How many words of the reports stand in the copy, of how many."""
    texts = {entry.report.id: entry.report.text for entry in held.values()}
    whole = {report: (Span(0, len(text)),) for report, text in texts.items()}
    shares = [quoted_share((whole if full else quoted)[report], text) for report, text in texts.items()]
    return sum(inside for inside, _ in shares), sum(words for _, words in shares)
