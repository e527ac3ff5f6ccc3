"""A report's whole text, cut where claims and passages begin and end, with the list of claims beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from parley.ledger import Entry, Ledger
from parley.model import Claim, Observation, Passage, Report, Run, Span
from parley.model.ids import hash_id
from parley.pages.segments import Mark, cut
from parley.pages.words import chain_words, claim_words, decided_words, factuality_words
from parley.store import Recorded

__all__ = ["MarkedClaim", "MarkedPage", "MarkedSegment", "MarkedText", "marked_page", "marked_page_of", "marked_text"]

_KINDS = ("phase", "event", "move", "figure", "quote")


class MarkedSegment(msgspec.Struct, frozen=True, omit_defaults=True):
    """Characters from `start` on that lie in the same claims and passages.

    `on` are the numbers of the claims, `kinds` their kinds, from the rarest to quotes; `opens` and `closes` those that begin and end here, outermost
    first and last. `passages` are kinds of passage (and `unread`), `begins` those that begin here.
    """

    start: int
    text: str
    on: tuple[int, ...] = ()
    kinds: tuple[str, ...] = ()
    opens: tuple[int, ...] = ()
    closes: tuple[int, ...] = ()
    passages: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()


class MarkedClaim(msgspec.Struct, frozen=True):
    """A claim by its number in the text: what, on whose word, how sure (or that nobody answered), and where it stands.

    `starts` are in code points; `decided` says what people decided about it.
    """

    number: int
    kind: str
    words: str
    chain: str
    factuality: str
    rule: str
    starts: tuple[int, ...]
    id: str
    decided: str = ""


class MarkedText(msgspec.Struct, frozen=True):
    """The segments, which joined are the report's text, and the claims in the order they begin."""

    segments: tuple[MarkedSegment, ...]
    claims: tuple[MarkedClaim, ...]
    unread: int


class MarkedPage(msgspec.Struct, frozen=True):
    """A report with every claim marked in place; `data` hashes all that it shows."""

    id: str
    title: str | None
    outlet: str | None
    byline: str | None
    published: str | None
    published_basis: str
    url: str | None
    language: str | None
    source: str
    story: str | None
    recorded_at: str
    marked: MarkedText
    run: Run | None
    data: str


def marked_page_of(ledger: Ledger, name: str) -> MarkedPage:
    """The page of the report that answers to `name`, as in `Ledger.report`, and raises as it."""
    found = ledger.report(name)
    own = found.report.id
    unread = [span for _, spans in ledger.unread(own) for span in spans]
    run = next((run for run in reversed(ledger.store.runs()) if ledger.store.has(own, run.id)), None)
    entries = ledger.view(report=own).entries
    return marked_page(found, entries, passages=ledger.passages(own), unread=unread, run=run)


def marked_page(
    recorded: Recorded,
    entries: Iterable[Entry],
    *,
    passages: Sequence[Passage],
    unread: Sequence[Span],
    run: Run | None,
) -> MarkedPage:
    """The page of a recorded report with its entries; `run` is the one they come from, None when it is not known."""
    report, seen = recorded.report, _observation(recorded)
    found = tuple(entries)
    claims = tuple(entry.claim for entry in found)
    decided = {entry.claim.id: words for entry in found if (words := decided_words(entry.judgements))}
    return MarkedPage(
        report.id,
        report.title,
        report.outlet,
        report.byline,
        report.published,
        seen.published_basis,
        report.url,
        report.language,
        seen.source,
        seen.story,
        recorded.recorded_at,
        marked_text(report, claims, passages=passages, unread=unread, decided=decided),
        run,
        hash_id("data", [report, claims, decided, tuple(passages), tuple(unread), run]),
    )


def marked_text(
    report: Report,
    claims: Iterable[Claim],
    *,
    passages: Iterable[Passage] = (),
    unread: Sequence[Span] = (),
    decided: Mapping[str, str] | None = None,
) -> MarkedText:
    """The text of a report with its claims marked, numbered from 1 in the order they begin, the longest first.

    `decided` says by a claim's id what people decided about it.
    """
    judged = decided or {}
    numbered = dict(enumerate(sorted(claims, key=_order), 1))
    stretches = [(passage.kind, passage.span) for passage in passages] + [("unread", span) for span in unread]
    segments = tuple(_segments(report.text, numbered, stretches))
    rows = (_row(number, claim, report, decided=judged.get(claim.id, "")) for number, claim in numbered.items())
    return MarkedText(segments, tuple(rows), len(unread))


def _observation(recorded: Recorded) -> Observation:
    """One that names a story, else the first."""
    return next((seen for seen in recorded.observations if seen.story), recorded.observations[0])


def _order(claim: Claim) -> tuple[int, int, str]:
    first = min((mention.trigger.start, -mention.trigger.end) for mention in claim.mentions)
    return (*first, claim.id)


def _row(number: int, claim: Claim, report: Report, *, decided: str) -> MarkedClaim:
    return MarkedClaim(
        number,
        claim.kind,
        claim_words(claim, report.text),
        chain_words(report, claim.attribution),
        ", ".join(filter(None, ("asked, no answer" * claim.attribution.silence, factuality_words(claim.factuality)))),
        claim.rule,
        tuple(sorted({mention.trigger.start for mention in claim.mentions})),
        claim.id,
        decided,
    )


def _segments(text: str, numbered: dict[int, Claim], stretches: Sequence[Mark]) -> Iterator[MarkedSegment]:
    spans = {(number, m.trigger) for number, claim in numbered.items() for m in claim.mentions if m.trigger}
    opens, closes = _bounds(spans)
    begins: dict[int, set[str]] = defaultdict(set)
    for kind, span in stretches:
        begins[span.start].add(kind)
    start = 0
    for segment in cut(text, Span(0, len(text)), marks=[*((str(number), span) for number, span in spans), *stretches]):
        end = start + len(segment.text)
        passages = tuple(mark for mark in segment.marks if not mark.isdigit())
        on = tuple(sorted(int(mark) for mark in segment.marks if mark.isdigit()))
        yield MarkedSegment(
            start,
            segment.text,
            on,
            tuple(sorted({numbered[number].kind for number in on}, key=_KINDS.index)),
            tuple(opens.get(start, ())),
            tuple(closes.get(end, ())),
            passages,
            tuple(sorted(begins[start].intersection(passages))),
        )
        start = end


def _bounds(spans: Iterable[tuple[int, Span]]) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
    """The numbers that begin and end at each place."""
    opens: dict[int, list[int]] = defaultdict(list)
    closes: dict[int, list[int]] = defaultdict(list)
    for number, span in sorted(spans, key=lambda each: (-each[1].end, each[0])):
        opens[span.start].append(number)
    for number, span in sorted(spans, key=lambda each: (-each[1].start, -each[0])):
        closes[span.end].append(number)
    return opens, closes
