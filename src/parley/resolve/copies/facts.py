"""Facts that differ between two sentences which are otherwise one: numbers, names, days, and a "not"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby, repeat

import msgspec

from parley.lexicon.calendar import load_calendar
from parley.lexicon.copies import load_copy_words
from parley.model import ChangedWords, Span
from parley.resolve.copies.alignment import Alignment, Block, SentencePair, blocks_of
from parley.resolve.copies.words import Word

__all__ = ["Facts", "compare_facts"]

_ALIKE = 0.8  # in a sentence less like the other than that, another name may be another way to put it
_VOWELS = frozenset("aeiouàáâãäåæèéêëìíîïòóôõöøùúûüāēīōū")
_LONGEST = 8  # words: where more are replaced, the sentence was written anew and no single fact changed


class Facts(msgspec.Struct, frozen=True, gc=False):
    """How many numbers and names two reports' sentences in common agree in and differ in, and where they differ."""

    numbers_same: int
    numbers_differ: int
    names_same: int
    names_differ: int
    days_differ: int
    changes: tuple[ChangedWords, ...]


def compare_facts(alignment: Alignment, *, names: bool = True) -> Facts:
    """The facts of all sentences that the two reports have in common; with `names` also names that differ."""
    same: list[str] = []
    changes: list[tuple[str, ChangedWords]] = []
    known = {w.key for w in alignment.one.words}, {w.key for w in alignment.other.words}
    for pair in alignment.pairs:
        same += _kept(alignment, pair)
        changes += (each for each in _changed(alignment, pair, known) if names or each[0] != "name")
    differ = [kind for kind, _ in changes]
    return Facts(
        same.count("number"),
        differ.count("number"),
        same.count("name"),
        differ.count("name"),
        differ.count("day"),
        tuple(sorted({change for _, change in changes})),
    )


def _kept(alignment: Alignment, pair: SentencePair) -> Iterator[str]:
    """The kinds of the facts that stand in both sentences."""
    one, other = alignment.one.sentences[pair.one], alignment.other.sentences[pair.other]
    for block in blocks_of(one, other):
        if block.same:
            for at in range(block.one_start, block.one_end):
                if (kind := _kind(one[at], first=at == 0)) is not None:
                    yield kind


def _changed(
    alignment: Alignment, pair: SentencePair, known: tuple[set[str], set[str]]
) -> Iterator[tuple[str, ChangedWords]]:
    """Each fact that the two sentences tell differently, with its kind."""
    one, other = alignment.one.sentences[pair.one], alignment.other.sentences[pair.other]
    sentences = alignment.one.sentence_span(pair.one), alignment.other.sentence_span(pair.other)
    apart = [block for block in blocks_of(one, other) if not block.same]
    rest: list[Block] = []
    for block in apart:
        kind = _difference(one, other, block, known)
        if kind is None or (kind == "name" and pair.likeness < _ALIKE):
            rest.append(block)
        else:
            spans = _span(one, block.one_start, block.one_end), _span(other, block.other_start, block.other_end)
            number = _numbers_in(one, other, block) if kind == "number" else 1
            yield from repeat((kind, ChangedWords(*spans, *sentences)), number)
    for first, second in _recounted(one, other, rest):
        yield "number", ChangedWords(one[first].span, other[second].span, *sentences)


def _numbers_in(one: Sequence[Word], other: Sequence[Word], block: Block) -> int:
    """How many numbers a block replaces by others: "20 October, 4,137" by "3 November, 9,061" two."""
    first, second = one[block.one_start : block.one_end], other[block.other_start : block.other_end]
    told = {word.key for word in one}, {word.key for word in other}
    return min(sum(_is_new(word, told[1]) for word in first), sum(_is_new(word, told[0]) for word in second))


def _recounted(one: Sequence[Word], other: Sequence[Word], blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Numbers of the same thing that differ though words around them were changed too: "six children", "three children"."""
    told = {word.key for word in one}, {word.key for word in other}
    ours = [at for block in blocks for at in range(block.one_start, block.one_end) if _is_new(one[at], told[1])]
    theirs = [at for block in blocks for at in range(block.other_start, block.other_end) if _is_new(other[at], told[0])]
    for at in ours:
        beside = [place for place in theirs if _counted(one, at) == _counted(other, place) is not None]
        if len(beside) == 1:
            yield at, beside[0]


def _is_new(word: Word, told: set[str]) -> bool:
    return word.key[0].isdigit() and word.key not in told


def _counted(words: Sequence[Word], at: int) -> str | None:
    """The word behind a number, which says what is counted; None at the end, before a number and before a name."""
    if at + 1 == len(words) or words[at + 1].capital or words[at + 1].key[0].isdigit():
        return None
    return words[at + 1].key


def _difference(
    one: Sequence[Word], other: Sequence[Word], block: Block, known: tuple[set[str], set[str]]
) -> str | None:
    """The kind of fact that a block replaces by another of its kind, None when it only says it otherwise."""
    first, second = one[block.one_start : block.one_end], other[block.other_start : block.other_end]
    if max(len(first), len(second)) > _LONGEST or _run_together(first) == _run_together(second):
        return None
    if bool(first) != bool(second):
        return "negation" if any(_kind(word, first=False) == "negation" for word in (*first, *second)) else None
    mine = _facts(first, first_at=block.one_start == 0)
    theirs = _facts(second, first_at=block.other_start == 0)
    told = {word.key for word in one}, {word.key for word in other}
    for kind in ("number", "day"):
        if mine.get(kind, set()) - told[1] and theirs.get(kind, set()) - told[0]:
            return kind
    gone, come = mine.get("name", set()) - known[1], theirs.get("name", set()) - known[0]
    alike = _is_spelling(gone, come) or _is_short_for(first, second) or _is_short_for(second, first)
    return "name" if gone and come and not alike else None


def _is_short_for(short: Sequence[Word], long: Sequence[Word]) -> bool:
    """Whether one is the initials of the other: "UN", "J&K" for "Jammu and Kashmir"."""
    initials = "".join(word.key[0] for word in long if word.capital)
    return len(initials) > 1 and "".join(word.key for word in short if word.capital) == initials


def _run_together(words: Iterable[Word]) -> str:
    return "".join(word.key for word in words)


def _is_spelling(gone: set[str], come: set[str]) -> bool:
    """Whether names only differ in how they are spelt: in vowels, doubled letters and marks, as in "Hasakah", "Hasakeh".

    Where one name begins with the whole of another (Niger, Nigeria) they are two.
    """
    return all(any(_frame(one) == _frame(other) and not _begins(one, other) for other in come) for one in gone)


def _frame(name: str) -> str:
    """The consonants of a name, doubled ones once."""
    consonants = (letter for letter in name if letter.isalpha() and letter not in _VOWELS)
    return "".join(letter for letter, _ in groupby(consonants))


def _begins(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _facts(words: Iterable[Word], *, first_at: bool) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for at, word in enumerate(words):
        kind = _kind(word, first=first_at and at == 0)
        if kind is not None:
            found.setdefault(kind, set()).add(word.key)
    return found


def _kind(word: Word, *, first: bool) -> str | None:
    """What kind of fact a word is: number, day, name, negation; None for any other. A first word is no name."""
    if word.key[0].isdigit():
        return "number"
    if word.key in _days():
        return "day"
    if word.key in load_copy_words().negations or word.key.endswith("n't"):
        return "negation"
    return "name" if word.capital and not first else None


@cache
def _days() -> frozenset[str]:
    return frozenset(load_calendar().weekdays)


def _span(words: Sequence[Word], start: int, end: int) -> Span:
    """Where words stand; with none of them, the place between their neighbours."""
    if start < end:
        return Span(words[start].span.start, words[end - 1].span.end)
    at = words[start - 1].span.end if start else words[0].span.start
    return Span(at, at)
