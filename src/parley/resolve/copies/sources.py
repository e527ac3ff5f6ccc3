"""A report as it is compared with another for copies."""

from __future__ import annotations

from functools import cached_property
from itertools import accumulate

from parley.model import Report, Span
from parley.resolve.copies.signatures import Signature, signature
from parley.resolve.copies.words import Word, words_of

__all__ = ["CopySource"]


class CopySource:
    """A report with its signature, which is made where it is not given."""

    def __init__(self, report: Report, signature_of: Signature | None = None) -> None:
        """Raises ValueError when the signature is that of another report."""
        self.report = report
        self.signature = signature(report) if signature_of is None else signature_of
        if self.signature.report != report.id:
            raise ValueError(f"the signature of {self.signature.report} is not that of {report.id}")

    @cached_property
    def sentences(self) -> tuple[tuple[Word, ...], ...]:
        """The words of each sentence of the running text."""
        return tuple(words_of(self.report.text, each.span) for each in self.signature.sentences)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words of the running text."""
        return tuple(word for sentence in self.sentences for word in sentence)

    @cached_property
    def in_quotes(self) -> tuple[bool, ...]:
        """For each word of the running text whether it stands in a quotation."""
        marks = bytearray(len(self.report.text))
        for span in self.signature.quoted:
            marks[span.start : span.end] = b"\1" * len(span)
        return tuple(bool(marks[word.span.start]) for word in self.words)

    @cached_property
    def sentence_starts(self) -> tuple[int, ...]:
        """For each sentence the number of its first word among those of the running text."""
        return (
            tuple(accumulate((len(sentence) for sentence in self.sentences[:-1]), initial=0)) if self.sentences else ()
        )

    def sentence_span(self, at: int) -> Span:
        """Where sentence number `at` stands."""
        return self.signature.sentences[at].span
