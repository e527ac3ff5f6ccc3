"""The word diff of two reports: sentences side by side first, then their words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from parley.model import DiffPiece, Span
from parley.resolve.copies.alignment import SentencePair, align, blocks_of
from parley.resolve.copies.sources import CopySource
from parley.resolve.copies.words import Word, words_of

__all__ = ["word_diff"]


def word_diff(one: CopySource, other: CopySource) -> tuple[DiffPiece, ...]:
    """The pieces of the difference between the two texts, from the first character to the last of both.

    Sentences that changed places stand as removed in one place and added in another. Marks and white space between words
    belong to the piece of the word before them, so that words which are the same may be set apart differently.
    """
    pieces: list[tuple[bool, Span, Span]] = []
    at = 0, 0
    for pair in _in_order(align(one, other).pairs):
        first, second = one.sentence_span(pair.one), other.sentence_span(pair.other)
        pieces.append(_between(one, other, Span(at[0], first.start), Span(at[1], second.start)))
        pieces += _words(one.sentences[pair.one], other.sentences[pair.other], first, second)
        at = first.end, second.end
    pieces.append(_between(one, other, Span(at[0], len(one.report.text)), Span(at[1], len(other.report.text))))
    return tuple(DiffPiece(_kind(same, *spans), *spans) for same, *spans in _joined(pieces) if any(map(len, spans)))


def _between(one: CopySource, other: CopySource, first: Span, second: Span) -> tuple[bool, Span, Span]:
    """What stands between two pairs of sentences: the same on both sides where that is no words at all."""
    wordless = not words_of(one.report.text, first) and not words_of(other.report.text, second)
    return wordless and bool(first) and bool(second), first, second


def _in_order(pairs: Sequence[SentencePair]) -> list[SentencePair]:
    """The heaviest run of pairs, given in the order of the first text, that is in the order of the second too."""
    best: list[tuple[float, list[SentencePair]]] = []
    for pair in pairs:
        before = max((b for b in best if b[1][-1].other < pair.other), key=lambda b: b[0], default=(0.0, []))
        best.append((before[0] + pair.likeness, [*before[1], pair]))
    return max(best, key=lambda b: b[0], default=(0.0, []))[1]


def _words(one: Sequence[Word], other: Sequence[Word], first: Span, second: Span) -> Iterator[tuple[bool, Span, Span]]:
    """The blocks of two sentences as stretches of text without gaps."""
    for block in blocks_of(one, other):
        yield (
            block.same,
            _stretch(one, block.one_start, block.one_end, first),
            _stretch(other, block.other_start, block.other_end, second),
        )


def _stretch(words: Sequence[Word], start: int, end: int, sentence: Span) -> Span:
    """From the beginning of word `start` to that of word `end`; the first and last reach to the sentence's bounds."""
    edges = [sentence.start, *(word.span.start for word in words[1:]), sentence.end]
    return Span(edges[start], edges[end])


def _joined(pieces: Sequence[tuple[bool, Span, Span]]) -> list[tuple[bool, Span, Span]]:
    """Neighbours of one kind as one piece."""
    found: list[tuple[bool, Span, Span]] = []
    for same, one, other in pieces:
        if not one and not other:
            continue
        if found and found[-1][0] == same:
            found[-1] = same, Span(found[-1][1].start, one.end), Span(found[-1][2].start, other.end)
        else:
            found.append((same, one, other))
    return found


def _kind(same: bool, one: Span, other: Span) -> Literal["same", "changed", "removed", "added"]:
    if same:
        return "same"
    if one and other:
        return "changed"
    return "removed" if one else "added"
