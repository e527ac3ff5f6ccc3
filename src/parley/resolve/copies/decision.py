"""Whether and how two reports are copies: decided by the sentences they share, never by the sketch alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from parley.lexicon.copies import load_copy_words
from parley.model import CopyKind, CopyLink, SharedPassage
from parley.resolve.copies.alignment import Alignment, align
from parley.resolve.copies.facts import Facts, compare_facts
from parley.resolve.copies.sources import CopySource

__all__ = ["compare_pair"]

_LEAST_SHARED = 12  # words; less is a phrase
_LEAST_OWN = 30  # words outside quotations that two reports of one origin share
_LEAST_PART = 0.12  # of the shorter report
_WHOLE, _MOST = 0.92, 0.6
_QUOTED = 0.7  # share of the common words that are somebody's quoted ones
_OTHER_FACTS = 0.5  # share of the numbers in common sentences that differ: a form filled in anew
_LETTER_MARGIN = 400  # characters at head and foot of a text
_SHOWN = 3


def compare_pair(one: CopySource, other: CopySource) -> CopyLink | None:
    """How two reports are copies of one text, None when they are not. The order of the two does not matter."""
    if one.report.id == other.report.id:
        return None
    if one.report.id > other.report.id:
        one, other = other, one
    pair = _Pair(align(one, other))
    found = pair.kind()
    return None if found is None else pair.link(*found)


class _Pair:
    """What is asked of two reports side by side."""

    def __init__(self, alignment: Alignment) -> None:
        self._alignment = alignment
        self._one, self._other = alignment.one, alignment.other

    def kind(self) -> tuple[CopyKind, str] | None:
        """The kind of copy and the rule that says so; the first that fits."""
        if self._words < _LEAST_SHARED:
            return None
        if self._is_form:
            return None
        if self._most >= _WHOLE and self._least >= _WHOLE and self._letters and self._signed_apart:
            return "form_letter", "copies:letter"
        if self._quoted >= _QUOTED and self._least < _MOST:
            return "quoted_statement", "copies:quoted"
        if self._words * (1 - self._quoted) < _LEAST_OWN and self._least < _MOST:
            return None
        return self._of_one_text()

    def _of_one_text(self) -> tuple[CopyKind, str] | None:
        if self._least >= _MOST and self._facts.changes:
            return "later_version", "copies:facts-changed"
        if self._least >= _WHOLE:
            return "verbatim", "copies:same-words"
        if self._least >= _MOST:
            same_house = self._one.report.outlet == self._other.report.outlet is not None
            return ("later_version", "copies:same-outlet") if same_house and self._dated else ("rewrite", "copies:most")
        if self._most >= _MOST:
            return "excerpt", "copies:within"
        if self._most >= _LEAST_PART and len(self._alignment.pairs) > 1:
            return "shared_agency", "copies:part"
        return None

    def link(self, kind: CopyKind, rule: str) -> CopyLink:
        """The link of that kind."""
        shares = self._shares
        return CopyLink(
            kind,
            self._one.report.id,
            self._other.report.id,
            round(shares[0], 4),
            round(shares[1], 4),
            rule,
            tuple(self._reasons()),
            self._earlier,
            next(iter(sorted({*self._one.signature.credits} & {*self._other.signature.credits})), None),
            self._passages,
            self._facts.changes,
        )

    def _reasons(self) -> Iterator[str]:
        one, other = (f"{share:.0%}" for share in self._shares)
        yield f"{self._words} words in common: {one} of {self._one.report.id}, {other} of {self._other.report.id}"
        if self._quoted:
            yield f"{self._quoted:.0%} of them in quotations"
        if self._facts.changes:
            yield f"{len(self._facts.changes)} facts differ in sentences in common"

    @property
    def _passages(self) -> tuple[SharedPassage, ...]:
        spans = ((self._one.sentence_span(p.one), self._other.sentence_span(p.other)) for p in self._alignment.pairs)
        return tuple(SharedPassage(*each) for each in spans)

    @cached_property
    def _shares(self) -> tuple[float, float]:
        first, second = (sum(marks) / max(1, len(marks)) for marks in self._alignment.shared)
        return first, second

    @property
    def _most(self) -> float:
        return max(self._shares)

    @property
    def _least(self) -> float:
        return min(self._shares)

    @cached_property
    def _words(self) -> int:
        return min(map(sum, self._alignment.shared))

    @cached_property
    def _quoted(self) -> float:
        """The lesser share of the words in common that either report has in quotations."""
        return min(
            sum(quoted for quoted, shared in zip(source.in_quotes, marks, strict=True) if shared) / max(1, sum(marks))
            for source, marks in zip((self._one, self._other), self._alignment.shared, strict=True)
        )

    @cached_property
    def _facts(self) -> Facts:
        return compare_facts(self._alignment)

    @property
    def _is_form(self) -> bool:
        """Whether the sentences in common are a form that each report fills in with figures of its own."""
        facts = self._facts
        differ, all_of = facts.numbers_differ, facts.numbers_differ + facts.numbers_same
        return differ > 1 and differ / all_of >= _OTHER_FACTS

    @property
    def _letters(self) -> bool:
        return _is_letter(self._one.report.text) and _is_letter(self._other.report.text)

    @property
    def _signed_apart(self) -> bool:
        one, other = self._one.report, self._other.report
        return one.outlet != other.outlet or one.byline != other.byline or one.text[-200:] != other.text[-200:]

    @property
    def _dated(self) -> bool:
        return self._one.report.published != self._other.report.published

    @property
    def _earlier(self) -> str | None:
        """The id of the report published first; of two dates of which one has no time of day, the day decides."""
        one, other = self._one.report.published, self._other.report.published
        if not one or not other:
            return None
        size = min(len(one), len(other))
        if one[:size] == other[:size]:
            return None
        return self._one.report.id if one[:size] < other[:size] else self._other.report.id


def _is_letter(text: str) -> bool:
    """Whether a text begins or ends as letters do, or those who sign it say so."""
    words = load_copy_words()
    head, foot = text[:_LETTER_MARGIN].casefold(), text[-_LETTER_MARGIN:].casefold()
    return (
        any(_begins_line(phrase, head) for phrase in words.openings)
        or any(_begins_line(phrase, foot) for phrase in words.closings)
        or any(phrase in text.casefold() for phrase in words.signers)
    )


def _begins_line(phrase: str, text: str) -> bool:
    return re.search(rf"^\W*{re.escape(phrase)}\b", text, re.MULTILINE) is not None
