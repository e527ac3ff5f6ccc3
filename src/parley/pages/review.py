"""Reviewing: the queue of claims to decide about, one claim as it is put to a person, and the sentences not read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Unpack

import msgspec

from parley.ledger import Entry, Ledger
from parley.ledger.filters import Filters
from parley.model import Report, Span
from parley.pages.claim import ClaimPage, claim_page, marks_of
from parley.pages.claim_rows import AnyRow, any_row
from parley.pages.editable import EditableField, editable_fields
from parley.pages.judgements import Decided, decided
from parley.pages.listing import ListPage, list_page
from parley.pages.relation_rules import relation_rule_words
from parley.pages.relations import relation_label, told_by
from parley.pages.review_order import Queued, Reason, in_order, sampled
from parley.pages.rule_scores import score_words
from parley.pages.segments import Segment, cut
from parley.pages.words import plain
from parley.resolve import in_force

__all__ = [
    "REVIEW_KEYS",
    "Key",
    "ReviewItem",
    "ReviewRow",
    "UnreadRow",
    "decided_by",
    "reason_words",
    "resumed",
    "review_item",
    "review_page",
    "review_queue",
    "unread_of",
    "unread_rows",
]

_DECIDES = frozenset({"accept", "reject", "correct", "add"})
_AROUND = 400  # characters of its paragraph shown at most on each side of what makes a claim
_WHY = {
    "contradiction": "reports contradict each other here",
    "correction": "one report corrects another here",
    "denial": "what one tells another denies",
    "position": "it stands on the board as a party's position",
    "newest_figure": "it is the newest figure of its claimant",
    "doubtful_rule": "its rule was often wrong on labelled texts",
    "claim": "no view depends on it more than on others",
    "sample": "it was drawn for the sample",
    "coders_differ": "two coders decided differently about it",
}


class Key(msgspec.Struct, frozen=True):
    """One key of a review, on a terminal and on the page: what it does (`name`), and in words."""

    key: str
    name: str
    words: str


REVIEW_KEYS = (
    Key("a", "accept", "accept: it is read rightly"),
    Key("x", "reject", "reject: it is read wrongly"),
    Key("e", "edit", "edit: give fields other values"),
    Key("m", "missed", "missed: add a claim that was not read"),
    Key(" ", "later", "later: leave it undecided"),
    Key("b", "back", "back: the one before"),
    Key("u", "undo", "undo: your last decision, then the one before it"),
    Key("d", "dispute", "dispute: mark what it tells as disputed, and say why"),
    Key("n", "note", "note: say something of it"),
    Key("o", "open", "open: the whole report"),
    Key("?", "keys", "keys: this list"),
    Key("q", "quit", "quit: go on here next time"),
)
"""The keys of a review; each is one decision or one step, without modifiers."""


class ReviewRow(AnyRow, frozen=True, kw_only=True):
    """A claim of the queue in a line: its `place`, and why it comes there; the other fields as in `AnyRow`."""

    place: int
    reason: Reason


class ReviewItem(msgspec.Struct, frozen=True):
    """A claim as it is put to a person: the paragraph it stands in (`context`, from `context_start` of the report's text
    on), all it says, and what may be changed of it.

    `origin` is machine, person or import; `measured` how often its rule was right; `why` why it comes up here, with the
    claim that it differs from. `mine` is what the person who reviews decided about it, the last first.
    """

    reason: Reason
    why: str
    origin: str
    measured: str
    claim: ClaimPage
    context: tuple[Segment, ...]
    context_start: int
    start: int
    fields: tuple[EditableField, ...]
    mine: tuple[Decided, ...]
    others: tuple[Decided, ...]


class UnreadRow(msgspec.Struct, frozen=True):
    """A sentence with a cue or a number of which nothing was claimed, and where it stands."""

    published: str | None
    outlet: str | None
    title: str | None
    words: str
    start: int
    end: int
    report: str


def review_queue(
    ledger: Ledger, *, sample: int | None = None, seed: int = 0, person: str | None = None, **filters: Unpack[Filters]
) -> tuple[Queued, ...]:
    """The claims that pass the filters in the order of review, decided or not.

    With `sample` so many of them, drawn from the claims as they were read: the same for every person, who sees only what
    that `person` decided. Raises what `Ledger.view` and `Ledger.accounts` raise.
    """
    if sample is not None:
        return sampled(ledger.as_read(person=person, **filters).entries, sample, seed=seed)
    return in_order(ledger.view(**filters).entries, ledger.accounts(story=filters.get("story")))


def decided_by(entry: Entry, person: str | None) -> bool:
    """Whether a person (None: anybody) decided about a claim; a note decides nothing."""
    return any(made.verdict in _DECIDES and person in (None, made.person) for made in entry.judgements)


def resumed(queue: Sequence[Queued], at: str | None) -> tuple[Queued, ...]:
    """The queue from the claim `at` (by any of its ids) on, then what was put off before it."""
    place = next((number for number, each in enumerate(queue) if at in each.entry.ids), 0)
    return (*queue[place:], *queue[:place])


def review_page(queue: Iterable[Queued], limit: int | None = None) -> ListPage[ReviewRow]:
    """The queue as a list, at most `limit`."""
    numbered = list(enumerate(queue, 1))
    return list_page("claims to review", numbered, row=lambda each: _row(*each), limit=limit)


def review_item(queued: Queued, entry: Entry, *, person: str) -> ReviewItem:
    """A claim of the queue as it is put to a person; `entry` is the claim as it stands now."""
    claim, made = entry.claim, decided(entry.judgements)
    first = min(claim.mentions, key=lambda mention: mention.trigger)
    around = _paragraph(entry.report.text, first.statement)
    return ReviewItem(
        queued.reason,
        _why(queued),
        claim.origin,
        score_words(claim.rule) if claim.origin == "machine" else "",
        claim_page(entry),
        cut(entry.report.text, around, marks=marks_of(first)),
        around.start,
        first.trigger.start,
        editable_fields(claim),
        tuple(each for each in reversed(made) if each.person == person),
        tuple(each for each in made if each.person != person),
    )


def reason_words(reason: Reason) -> str:
    """Why claims of a reason come up where they do."""
    return _WHY[reason]


def unread_rows(ledger: Ledger, limit: int | None = None, **filters: Unpack[Filters]) -> ListPage[UnreadRow]:
    """The sentences that were not read, of the reports that pass the filters, the newest report first.

    A sentence in which a person has added a claim is read.
    """
    reports = ledger.reports(**filters)
    wanted = {recorded.report.id: recorded.report for recorded in reversed(reports)}
    added: dict[str, list[Span]] = {}
    for claim in ledger.view(**filters).claims:
        if claim.origin == "person":
            added.setdefault(claim.report, []).extend(mention.statement for mention in claim.mentions)
    unread = ledger.store.unread()
    rows = [
        _unread_row(report, span)
        for report in wanted.values()
        for span in unread.get(report.id, ())
        if not any(span.overlaps(place) for place in added.get(report.id, ()))
    ]
    return ListPage("sentences not read", tuple(rows[:limit]), len(rows))


def unread_of(ledger: Ledger, report: Report) -> tuple[UnreadRow, ...]:
    """The same of one report."""
    found = ledger.store.extraction(report.id)
    made = in_force(ledger.store.judgements(report.id))
    added = [
        mention.statement for each in made if each.verdict == "add" and each.claim for mention in each.claim.mentions
    ]
    spans = found.unread if found else ()
    return tuple(_unread_row(report, span) for span in spans if not any(span.overlaps(place) for place in added))


def _row(place: int, queued: Queued) -> ReviewRow:
    return ReviewRow(*msgspec.structs.astuple(any_row(queued.entry)), place=place, reason=queued.reason)


def _why(queued: Queued) -> str:
    if queued.other is None or queued.relation is None:
        return _WHY[queued.reason]
    label = relation_label(queued.relation, of=queued.entry.claim.id)
    return f"{label} {told_by(queued.other)}; {relation_rule_words(queued.relation.rule)}"


def _paragraph(text: str, statement: Span) -> Span:
    """The lines around a statement, up to so many characters on each side, cut between words."""
    start = text.rfind("\n", 0, statement.start) + 1
    end = text.find("\n", statement.end)
    end = len(text) if end < 0 else end
    if start < statement.start - _AROUND:
        start = text.find(" ", statement.start - _AROUND, statement.start) + 1 or statement.start
    if end > statement.end + _AROUND:
        end = max(text.rfind(" ", statement.end, statement.end + _AROUND), statement.end)
    return Span(start, end)


def _unread_row(report: Report, span: Span) -> UnreadRow:
    words = plain(span.of(report.text))
    return UnreadRow(report.published, report.outlet, report.title, words, span.start, span.end, report.id)
