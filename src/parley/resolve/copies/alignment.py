"""Which sentences of two reports are one, and which words of them are the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property

import msgspec
from rapidfuzz.distance import Indel, Levenshtein

from parley.resolve.copies.sources import CopySource
from parley.resolve.copies.words import Word

__all__ = ["LEAST_WORDS", "RUN", "Alignment", "Block", "Edits", "SentencePair", "align", "blocks_of", "edits"]

_LIKE = 0.5  # share of the words of two sentences, twice counted, that are the same and in one order
LEAST_WORDS = 5
"""Sentences of fewer words are like one another by chance."""
_FEW = 8  # words: more of them are a passage of its own
RUN = 5
"""Words in a row: so many two texts written apart seldom have in common."""


class Block(msgspec.Struct, frozen=True, gc=False):
    """Words `one_start:one_end` of one sequence beside `other_start:other_end` of the other: the same, or not."""

    same: bool
    one_start: int
    one_end: int
    other_start: int
    other_end: int


class SentencePair(msgspec.Struct, frozen=True, gc=False):
    """Sentences number `one` and `other` of two reports, which are one sentence to the degree `likeness` (0 to 1)."""

    one: int
    other: int
    likeness: float


class Edits(msgspec.Struct, frozen=True, gc=False):
    """How many times a few words were changed between runs that are the same, how many words, and how many are the same."""

    number: int
    words: int
    same: int


class Alignment:
    """Two reports side by side: `pairs` of sentences in the order of the first, and the words they share."""

    def __init__(self, one: CopySource, other: CopySource) -> None:
        """Aligns them."""
        self.one, self.other = one, other
        self.pairs = tuple(sorted(_pairs(one, other), key=lambda pair: pair.one))

    @cached_property
    def covered(self) -> tuple[float, float]:
        """The share of each report's words that stand in a sentence which has its like in the other, or are shared."""
        ones = sum(len(self.one.sentences[pair.one]) for pair in self.pairs)
        others = sum(len(self.other.sentences[pair.other]) for pair in self.pairs)
        shares = self.shares
        return (
            max(shares[0], ones / max(1, len(self.one.words))),
            max(shares[1], others / max(1, len(self.other.words))),
        )

    @cached_property
    def shares(self) -> tuple[float, float]:
        """The share of each report's words that stand in the other too."""
        one, other = (sum(marks) / max(1, len(marks)) for marks in self.shared)
        return one, other

    @cached_property
    def shared(self) -> tuple[tuple[bool, ...], tuple[bool, ...]]:
        """For each word of the two running texts whether it stands in the other text too, in a run of words."""
        marks = _runs(self.one, self.other), _runs(self.other, self.one)
        starts = self.one.sentence_starts, self.other.sentence_starts
        for pair in self.pairs:
            for block in blocks_of(self.one.sentences[pair.one], self.other.sentences[pair.other]):
                if block.same and block.one_end - block.one_start > 1:
                    for mark, at, first, last in (
                        (marks[0], starts[0][pair.one], block.one_start, block.one_end),
                        (marks[1], starts[1][pair.other], block.other_start, block.other_end),
                    ):
                        mark[at + first : at + last] = [True] * (last - first)
        return tuple(marks[0]), tuple(marks[1])


def edits(one: CopySource, other: CopySource) -> Edits:
    """The edits between two running texts."""
    blocks = list(blocks_of(one.words, other.words))
    lengths = [
        max(each.one_end - each.one_start, each.other_end - each.other_start) for each in blocks if not each.same
    ]
    few = [length for length in lengths if length <= _FEW]
    return Edits(len(few), sum(few), sum(block.one_end - block.one_start for block in blocks if block.same))


def align(one: CopySource, other: CopySource) -> Alignment:
    """The two reports side by side."""
    return Alignment(one, other)


def blocks_of(one: Sequence[Word], other: Sequence[Word]) -> Iterator[Block]:
    """Two sequences of words cut into runs that are the same and runs that are not, in order."""
    last = (0, 0)
    for code in Levenshtein.opcodes([word.key for word in one], [word.key for word in other]):
        if code.tag != "equal":
            continue
        if (code.src_start, code.dest_start) != last:
            yield Block(False, last[0], code.src_start, last[1], code.dest_start)
        yield Block(True, code.src_start, code.src_end, code.dest_start, code.dest_end)
        last = code.src_end, code.dest_end
    if last != (len(one), len(other)):
        yield Block(False, last[0], len(one), last[1], len(other))


def _pairs(one: CopySource, other: CopySource) -> Iterator[SentencePair]:
    """Each sentence with at most one of the other report: the same words first, then the likest."""
    pairs = list(_same(one, other))
    yield from pairs
    taken = {pair.one for pair in pairs}, {pair.other for pair in pairs}
    for likeness, first, second in sorted(_like(one, other, *taken), key=lambda each: (-each[0], each[1], each[2])):
        if first not in taken[0] and second not in taken[1]:
            taken[0].add(first)
            taken[1].add(second)
            yield SentencePair(first, second, likeness)


def _same(one: CopySource, other: CopySource) -> Iterator[SentencePair]:
    where: dict[int, list[int]] = defaultdict(list)
    for at, each in enumerate(other.signature.sentences):
        where[each.key].append(at)
    for at, each in enumerate(one.signature.sentences):
        if where[each.key]:
            yield SentencePair(at, where[each.key].pop(0), 1.0)


def _like(one: CopySource, other: CopySource, first: set[int], second: set[int]) -> Iterator[tuple[float, int, int]]:
    """Likeness and numbers of sentences outside `first` and `second` that are alike."""
    letters: dict[str, str] = {}
    rest = [
        [(at, _as_letters(words, letters)) for at, words in enumerate(source.sentences) if _counts(words, at, taken)]
        for source, taken in ((one, first), (other, second))
    ]
    for at, words in rest[0]:
        for beside, theirs in rest[1]:
            likeness = Indel.normalized_similarity(words, theirs, score_cutoff=_LIKE)
            if likeness:
                yield round(likeness, 6), at, beside


def _counts(words: Sequence[Word], at: int, taken: set[int]) -> bool:
    return at not in taken and len(words) >= LEAST_WORDS


def _as_letters(words: Sequence[Word], letters: dict[str, str]) -> str:
    """Words as characters, one for each different word, which compare fast."""
    return "".join(letters.setdefault(word.key, chr(0x10000 + len(letters))) for word in words)


def _runs(one: CopySource, other: CopySource) -> list[bool]:
    """For each word of the first whether it stands in a run of words that the second has too."""
    known = {tuple(keys) for keys in _shingles(other)}
    marks = [False] * len(one.words)
    for at, keys in enumerate(_shingles(one)):
        if tuple(keys) in known:
            marks[at : at + RUN] = [True] * RUN
    return marks


def _shingles(source: CopySource) -> Iterator[tuple[str, ...]]:
    keys = [word.key for word in source.words]
    return zip(*(keys[at:] for at in range(RUN)), strict=False)
