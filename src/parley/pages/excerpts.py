"""Pages that hold no more of a report than short quotes: what may be handed on where the text itself may not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from parley.model import Mention, Span
from parley.pages.claim import EvidenceRow, InContext
from parley.pages.claim_in_full import Around, ClaimInFull
from parley.pages.marked import MarkedPage, MarkedSegment, MarkedText
from parley.pages.segments import Segment, cut

__all__ = [
    "QUOTED_WORDS",
    "excerpted_claim",
    "excerpted_report",
    "excerpts",
    "quoted",
    "quoted_share",
    "shortened_to",
    "words_to_quote",
]

QUOTED_WORDS = 30
"""The words of a report that a quote holds at most, the words that make the claim among them."""

_FEWER = (QUOTED_WORDS, 20, 12)
_MOST_OF_A_TEXT = 1 / 3
_WORD = re.compile(r"\S+")
_GAP = "[…]"


def quoted(mention: Mention, text: str, words: int = QUOTED_WORDS) -> Span:
    """The stretch to quote for a mention: of its sentence at most so many words, its trigger in them; of a longer trigger
    the first."""
    sentence = Span(
        min(mention.statement.start, mention.trigger.start), max(mention.statement.end, mention.trigger.end)
    )
    found = [Span(*match.span()) for match in _WORD.finditer(text, sentence.start, sentence.end)]
    own = [at for at, word in enumerate(found) if word.overlaps(mention.trigger)]
    if not own:  # the trigger is white space or empty: nothing to quote but itself
        return mention.trigger
    first, last = own[0], min(own[-1], own[0] + words - 1)
    left = words - (last - first + 1)
    first, last = max(0, first - left // 2), min(len(found) - 1, last + left - left // 2)
    first = max(0, min(first, last - words + 1)) if last == len(found) - 1 else first
    return Span(found[first].start, found[min(last, first + words - 1)].end)


def words_to_quote(mentions: Sequence[Mention], text: str) -> int:
    """How many words each quote of one report may hold: fewer where together they would hold more than a third of it."""
    for words in _FEWER:
        inside, whole = quoted_share(excerpts(mentions, text, words), text)
        if inside <= whole * _MOST_OF_A_TEXT:
            return words
    return _FEWER[-1]


def excerpts(mentions: Iterable[Mention], text: str, words: int = QUOTED_WORDS) -> tuple[Span, ...]:
    """The stretches to quote for mentions of one report, in order; those that touch are one."""
    joined: list[Span] = []
    for span in sorted(quoted(mention, text, words) for mention in mentions):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def quoted_share(spans: Iterable[Span], text: str) -> tuple[int, int]:
    """How many words of a text stand in these stretches, and how many it has."""
    inside = sum(len(_WORD.findall(span.of(text))) for span in spans)
    return inside, len(_WORD.findall(text))


def excerpted_report(page: MarkedPage, spans: Iterable[Span], claims: frozenset[str]) -> MarkedPage:
    """The page of a report with these stretches of its text alone and the claims (ids) alone; what is left out is marked."""
    kept = {claim.number for claim in page.marked.claims if claim.id in claims}
    segments = tuple(_within(page.marked.segments, tuple(spans), kept))
    listed = tuple(claim for claim in page.marked.claims if claim.number in kept)
    return msgspec.structs.replace(page, marked=MarkedText(segments, listed, 0))


def excerpted_claim(page: ClaimInFull, mentions: Iterable[Mention], text: str, *, words: int) -> ClaimInFull:
    """The page of a claim with quotes of at most so many words for its mentions, and no more of its report's text."""
    shown = tuple(_in_context(mention, text, words) for mention in mentions)
    evidence = tuple(row for row in page.explained.evidence if _is_short(row))
    return msgspec.structs.replace(
        page,
        page=msgspec.structs.replace(page.page, mentions=shown),
        around=tuple(Around("", "") for _ in shown),
        explained=msgspec.structs.replace(page.explained, evidence=evidence),
    )


def shortened_to(words: str, most: int = QUOTED_WORDS) -> str:
    """The first words, at most so many."""
    found = words.split()
    return words if len(found) <= most else " ".join(found[:most]) + " …"


def _is_short(row: EvidenceRow) -> bool:
    return len(row.quote.split()) <= QUOTED_WORDS


def _in_context(mention: Mention, text: str, words: int) -> InContext:
    window = quoted(mention, text, words)
    marks = [("trigger", mention.trigger), *((e.role, Span(e.start, e.end)) for e in mention.evidence)]
    segments = cut(text, window, marks=marks)
    before = (Segment("… "),) if window.start > mention.statement.start else ()
    behind = (Segment(" …"),) if window.end < mention.statement.end else ()
    return InContext(mention.trigger.start, mention.trigger.end, (*before, *segments, *behind))


def _within(segments: Iterable[MarkedSegment], spans: tuple[Span, ...], kept: set[int]) -> Iterator[MarkedSegment]:
    """What of the segments lies in the stretches, with a gap for what lies between."""
    end = 0
    for segment in segments:
        whole = Span(segment.start, segment.start + len(segment.text))
        for span in spans:
            if not span.overlaps(whole):
                continue
            start, stop = max(whole.start, span.start), min(whole.end, span.end)
            if start > end or (start == span.start and start > 0):
                yield MarkedSegment(end, f" {_GAP} ", passages=("gap",))
            yield _cut_out(segment, Span(start, stop), kept)
            end = stop
    yield MarkedSegment(end, f" {_GAP}", passages=("gap",))


def _cut_out(segment: MarkedSegment, span: Span, kept: set[int]) -> MarkedSegment:
    begins, ends = span.start == segment.start, span.end == segment.start + len(segment.text)
    on = tuple(number for number in segment.on if number in kept)
    return msgspec.structs.replace(
        segment,
        start=span.start,
        text=segment.text[span.start - segment.start : span.end - segment.start],
        on=on,
        kinds=segment.kinds if on else (),
        opens=tuple(number for number in segment.opens if number in kept) if begins else (),
        closes=tuple(number for number in segment.closes if number in kept) if ends else (),
        begins=segment.begins if begins else (),
    )
