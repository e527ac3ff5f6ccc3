"""Reports as pages: one report with all that was made of it, what was left unread, and what a search finds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from parley.model import Claim, Judgement, Observation, Passage, Report, Span
from parley.pages.judgements import Decided, report_decided
from parley.pages.segments import Segment, cut
from parley.pages.words import claim_words, plain
from parley.store import Hit, Recorded

__all__ = [
    "ClaimRow",
    "PassageRow",
    "ReportPage",
    "SearchHit",
    "SearchPage",
    "UnreadPage",
    "UnreadReport",
    "UnreadSentence",
    "report_page",
    "search_hit",
    "search_page",
    "unread_page",
]


class PassageRow(msgspec.Struct, frozen=True):
    """A passage that is no running text or stands twice: where, its words, and its value (a date, an agency)."""

    kind: str
    start: int
    end: int
    words: str
    value: str | None


class ClaimRow(msgspec.Struct, frozen=True):
    """A claim of the report in one line, by where it first stands."""

    start: int
    kind: str
    words: str
    id: str


class ReportPage(msgspec.Struct, frozen=True):
    """A report: what is known of it, where it was read, its passages and claims, and how much was left unread."""

    id: str
    title: str | None
    outlet: str | None
    byline: str | None
    published: str | None
    url: str | None
    characters: int
    recorded_at: str
    observations: tuple[Observation, ...]
    passages: tuple[PassageRow, ...]
    claims: tuple[ClaimRow, ...]
    unread: int
    decided: tuple[Decided, ...] = ()


class UnreadSentence(msgspec.Struct, frozen=True):
    """A sentence with a cue or a number of which nothing was read."""

    start: int
    end: int
    words: str


class UnreadReport(msgspec.Struct, frozen=True):
    """A report with what was left unread in it."""

    id: str
    title: str | None
    outlet: str | None
    published: str | None
    sentences: tuple[UnreadSentence, ...]


class UnreadPage(msgspec.Struct, frozen=True):
    """What the record does not cover, report by report."""

    reports: tuple[UnreadReport, ...]


class SearchHit(msgspec.Struct, frozen=True):
    """A report that was found: a stretch of its text, with `match` on the words that were searched."""

    id: str
    title: str | None
    outlet: str | None
    published: str | None
    start: int
    end: int
    segments: tuple[Segment, ...]
    matches: int


class SearchPage(msgspec.Struct, frozen=True):
    """What a search found, best first."""

    query: str
    hits: tuple[SearchHit, ...]


def report_page(
    recorded: Recorded,
    *,
    passages: Iterable[Passage],
    claims: Iterable[Claim],
    unread: Sequence[Span],
    judgements: Iterable[Judgement] = (),
) -> ReportPage:
    """The page of a report; `judgements` are those in force that corrected the report itself."""
    report = recorded.report
    rows = sorted((_claim_row(claim, report) for claim in claims), key=lambda row: (row.start, row.id))
    return ReportPage(
        report.id,
        report.title,
        report.outlet,
        report.byline,
        report.published,
        report.url,
        len(report.text),
        recorded.recorded_at,
        recorded.observations,
        tuple(_passage_row(passage, report) for passage in passages),
        tuple(rows),
        len(unread),
        report_decided(judgements),
    )


def unread_page(found: Iterable[tuple[Report, Sequence[Span]]]) -> UnreadPage:
    """What was left unread in each report."""
    return UnreadPage(tuple(_unread_report(report, spans) for report, spans in found))


def search_page(query: str, hits: Iterable[Hit]) -> SearchPage:
    """What a search found."""
    return SearchPage(query, tuple(map(search_hit, hits)))


def _claim_row(claim: Claim, report: Report) -> ClaimRow:
    start = min(mention.trigger.start for mention in claim.mentions)
    return ClaimRow(start, claim.kind, claim_words(claim, report.text), claim.id)


def _passage_row(passage: Passage, report: Report) -> PassageRow:
    span = passage.span
    value = passage.value or (f"as at {passage.of.start}" if passage.of else None)
    return PassageRow(passage.kind, span.start, span.end, plain(span.of(report.text)), value)


def _unread_report(report: Report, spans: Sequence[Span]) -> UnreadReport:
    sentences = tuple(UnreadSentence(span.start, span.end, plain(span.of(report.text))) for span in spans)
    return UnreadReport(report.id, report.title, report.outlet, report.published, sentences)


def search_hit(hit: Hit) -> SearchHit:
    """A report that was found, cut where the words stand."""
    report, span = hit.report, hit.snippet
    segments = cut(report.text, span, marks=[("match", match) for match in hit.matches])
    return SearchHit(
        report.id, report.title, report.outlet, report.published, span.start, span.end, segments, len(hit.matches)
    )
