"""A report as it is compared with another for copies."""

from __future__ import annotations

import re
from functools import cached_property

from parley.model import Report, Span
from parley.resolve.copies.signatures import Signature, signature
from parley.resolve.copies.words import Word, words_of

__all__ = ["CopySource"]

_QUOTED = re.compile(r"“[^“”]{3,2000}(?:”|\n|$)|(?<![\w\"])\"(?=[^\s\"])[^\"\n]{3,2000}(?:\"|\n|$)")


class CopySource:
    """A report with its signature; `quotations` are the stretches that give somebody's words, found when not given."""

    def __init__(
        self, report: Report, signature_of: Signature | None = None, *, quotations: tuple[Span, ...] | None = None
    ) -> None:
        """Raises ValueError when the signature is that of another report."""
        self.report = report
        self.signature = signature(report) if signature_of is None else signature_of
        if self.signature.report != report.id:
            raise ValueError(f"the signature of {self.signature.report} is not that of {report.id}")
        self._quotations = quotations

    @cached_property
    def sentences(self) -> tuple[tuple[Word, ...], ...]:
        """The words of each sentence of the running text."""
        return tuple(words_of(self.report.text, each.span) for each in self.signature.sentences)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words of the running text."""
        return tuple(word for sentence in self.sentences for word in sentence)

    @cached_property
    def quotations(self) -> tuple[Span, ...]:
        """The stretches that give somebody's words, in text order."""
        if self._quotations is not None:
            return tuple(sorted(self._quotations))
        return tuple(Span(*match.span()) for match in _QUOTED.finditer(self.report.text))

    @cached_property
    def in_quotes(self) -> tuple[bool, ...]:
        """For each word of the running text whether it stands in a quotation."""
        marks = bytearray(len(self.report.text))
        for span in self.quotations:
            marks[span.start : span.end] = b"\1" * len(span)
        return tuple(bool(marks[word.span.start]) for word in self.words)

    def sentence_span(self, at: int) -> Span:
        """Where sentence number `at` stands."""
        return self.signature.sentences[at].span
