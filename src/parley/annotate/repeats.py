"""Passages that stand in a report more than once: paragraphs pasted twice, a headline set above its own text."""

from __future__ import annotations

from collections.abc import Sequence

from parley.model import Passage, Span

__all__ = ["find_repeats"]

# A refrain of a few words is no repeated passage.
_LEAST_WORDS = 5
_LEAST_CHARACTERS = 30


def find_repeats(text: str, spans: Sequence[Span]) -> list[Passage]:
    """The longest runs of `spans` that stand earlier in `text` word for word, in text order.

    `spans` are blocks or sentences in text order. Each passage covers the later standing, `of` the first; white space and
    case count for nothing where spans are compared. A run shorter than five words and thirty characters is left out.
    """
    keys = [_key(span.of(text)) for span in spans]
    first: dict[str, int] = {}
    sources = [first.setdefault(key, i) for i, key in enumerate(keys)]
    found: list[Passage] = []
    at = 0
    while at < len(spans):
        if sources[at] == at or not keys[at]:
            at += 1
            continue
        stop = _run_end(keys, sources, at)
        if _is_passage(keys[at:stop]):
            earlier = sources[at]
            of = Span(spans[earlier].start, spans[earlier + stop - at - 1].end)
            found.append(Passage("repeat", Span(spans[at].start, spans[stop - 1].end), of=of))
        at = stop
    return found


def _key(words: str) -> str:
    return " ".join(words.split()).strip("*_ ").casefold()


def _run_end(keys: Sequence[str], sources: Sequence[int], at: int) -> int:
    """The index behind the run that starts at `at` and follows its first standing span by span."""
    shift = at - sources[at]
    stop = at + 1
    while stop < len(keys) and stop - shift < at and keys[stop] and keys[stop] == keys[stop - shift]:
        stop += 1
    return stop


def _is_passage(keys: Sequence[str]) -> bool:
    words = sum(len(key.split()) for key in keys)
    characters = sum(len(key) for key in keys)
    return words >= _LEAST_WORDS or characters >= _LEAST_CHARACTERS
