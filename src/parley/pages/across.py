"""What reports differ in, what moved, who tells a thing and who stands behind it: lists over the accounts of stories."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from parley.ledger import Change, Entry, SourceStanding, StoryAccount, Tellings
from parley.pages.claim_rows import chain_of_entry, quote_of
from parley.pages.listing import ListPage
from parley.pages.relation_rules import relation_rule_words
from parley.pages.words import claim_words, disputed_words

__all__ = [
    "ChangeRow",
    "DisagreementRow",
    "StandingCountRow",
    "TellingRow",
    "change_row",
    "changes_page",
    "disagreements_page",
    "standings_page",
    "trace_page",
]

_DIFFERS = ("contradiction", "correction", "denies")


class DisagreementRow(msgspec.Struct, frozen=True):
    """Two claims that differ: how (`kind`), in which `field`, by which `rule` and what that states (`why`); each in words,
    with its chain and day, and who disputes it."""

    kind: str
    field: str
    one: str
    one_chain: str
    one_published: str | None
    other: str
    other_chain: str
    other_published: str | None
    rule: str
    story: str
    one_id: str
    other_id: str
    why: str = ""
    one_disputed: str = ""
    other_disputed: str = ""


class ChangeRow(msgspec.Struct, frozen=True):
    """What moved: `kind` of change, whose position or figure (`party`), on what, before and now, on whose word."""

    published: str | None
    kind: str
    party: str
    on: str
    before: str
    now: str
    chain: str
    story: str
    id: str


class TellingRow(msgspec.Struct, frozen=True):
    """One telling of a thing; `standing` is first, copy, or again, `origin` what its report's words go back to."""

    published: str | None
    standing: str
    outlet: str | None
    chain: str
    quote: str
    origin: str
    report: str
    id: str


class StandingCountRow(msgspec.Struct, frozen=True):
    """What a source stands behind: things told on its word, on nobody else's, told by it first, and in how many reports."""

    name: str
    kind: str
    told: int
    alone: int
    first: int
    reports: int


def disagreements_page(accounts: Iterable[StoryAccount], limit: int | None = None) -> ListPage[DisagreementRow]:
    """Where claims of the stories contradict, correct or deny each other, the newest first."""
    rows = [row for found in accounts for row in _disagreements(found)]
    rows.sort(key=lambda row: (row.one_published or "", row.one_id, row.other_id, row.kind), reverse=True)
    return ListPage("disagreements", tuple(rows[:limit]), len(rows))


def changes_page(changes: Sequence[Change], limit: int | None = None) -> ListPage[ChangeRow]:
    """What moved, the newest first, by undated reports last."""
    dated = [change for change in reversed(changes) if not change.entry.undated]
    rows = tuple(change_row(change) for change in (*dated, *(change for change in changes if change.entry.undated)))
    return ListPage("changes", rows[:limit], len(rows))


def trace_page(tellings: Tellings) -> ListPage[TellingRow]:
    """Every telling of a thing, from the first report that had it."""
    rows = tuple(
        TellingRow(
            each.entry.report.published,
            "first" if each.first else "copy" if each.copy else "again",
            each.entry.report.outlet,
            chain_of_entry(each.entry),
            quote_of(each.entry),
            each.origin,
            each.entry.report.id,
            each.entry.claim.id,
        )
        for each in tellings.told
    )
    return ListPage("tellings", rows, len(rows))


def standings_page(standings: Sequence[SourceStanding], limit: int | None = None) -> ListPage[StandingCountRow]:
    """What each source stands behind, who is told of most first."""
    rows = tuple(
        StandingCountRow(each.name, each.kind, each.told, each.alone, each.first, each.reports) for each in standings
    )
    return ListPage("sources of stories", rows[:limit], len(rows))


def _disagreements(found: StoryAccount) -> Iterator[DisagreementRow]:
    for relation in found.account.relations:
        if relation.kind not in _DIFFERS or not {relation.one, relation.other} <= found.entries.keys():
            continue
        one, other = found.entries[relation.one], found.entries[relation.other]
        yield DisagreementRow(
            relation.kind,
            relation.field or "",
            *_told(one),
            *_told(other),
            relation.rule,
            found.story.name,
            one.claim.id,
            other.claim.id,
            relation_rule_words(relation.rule),
            disputed_words(one.judgements),
            disputed_words(other.judgements),
        )


def _told(entry: Entry) -> tuple[str, str, str | None]:
    return claim_words(entry.claim, entry.report.text), chain_of_entry(entry), entry.report.published


def change_row(change: Change) -> ChangeRow:
    """What moved, in words."""
    entry, before = change.entry, change.before
    return ChangeRow(
        entry.report.published,
        change.kind,
        change.party,
        change.issue,
        claim_words(before.claim, before.report.text) if before else "",
        claim_words(entry.claim, entry.report.text),
        chain_of_entry(entry),
        change.story,
        entry.claim.id,
    )
