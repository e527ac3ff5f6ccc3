"""Looking up what holds a place of the text, the smallest stretch first."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from typing import Generic, TypeVar

from parley.annotate.doc import Doc
from parley.model import Span

__all__ = ["Stretches"]

T = TypeVar("T")


class Stretches(Generic[T]):
    """Stretches of a report, each with an item, found by the sentence they touch."""

    def __init__(self, doc: Doc, pairs: Iterable[tuple[Span, T]]) -> None:
        """`pairs` are stretches of `doc` with what each stands for."""
        self._starts = [sentence.span.start for sentence in doc.sentences]
        self._touching: dict[int, list[tuple[Span, T]]] = defaultdict(list)
        for span, item in sorted(pairs, key=lambda pair: (len(pair[0]), pair[0])):
            first = max(0, bisect_right(self._starts, span.start) - 1)
            for sentence in range(first, max(first + 1, bisect_left(self._starts, span.end))):
                self._touching[sentence].append((span, item))

    def around(self, offset: int) -> list[tuple[Span, T]]:
        """The stretches that hold the character at `offset`, the smallest first."""
        sentence = max(0, bisect_right(self._starts, offset) - 1)
        return [pair for pair in self._touching.get(sentence, ()) if pair[0].start <= offset < pair[0].end]
