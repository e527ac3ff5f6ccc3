"""Whether and how two reports are copies: decided by the sentences they share, never by the sketch alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import groupby

from parley.model import CopyKind, CopyLink, SharedPassage
from parley.resolve.copies.alignment import Alignment, align, edits
from parley.resolve.copies.facts import Facts, compare_facts
from parley.resolve.copies.letters import is_letter, is_signed_apart
from parley.resolve.copies.publication import days_between, earlier_of
from parley.resolve.copies.sources import CopySource

__all__ = ["BRIEF", "LEAST_ONE_ORIGIN", "LEAST_QUOTED", "LEAST_SHARED", "compare_pair"]

LEAST_SHARED = 12
"""Words in common; fewer are a phrase."""
LEAST_QUOTED = 16
"""Words of one quotation."""
LEAST_ONE_ORIGIN = 28
"""Words taken over on one day or from one agency: background and forms come again on other days."""
BRIEF = 0.8
"""The share of a short text that stands in another where it is a copy."""
_LONG_RUN, _LEAST_TAKEN = 12, 42  # words: one sentence of standing background is shorter; a form has shorter runs
_PART = 0.12  # of the shorter report
_MOST = 0.6
_WHOLE, _FEW_EDITS = 0.92, 0.6  # edits to a hundred words: a word dropped here and there, by accident or for space
_SLIP = 2  # words
_GONE_THROUGH = 3.0  # edits to a hundred words: where so much was changed, another name may be another way to put it
_MUCH_LONGER = 2.0
_NEWS = 0.12  # of either report: sentences that the other has not
_QUOTED = 0.5  # share of the common words that are somebody's quoted ones
_OTHER_FACTS = 0.5  # share of the numbers in common sentences that differ: a form filled in anew
_FOOT, _FOOT_PART = 0.5, 0.5
_NEARLY_ALL, _DAYS = 0.85, 2


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
        self._shares = alignment.shares
        self._most, self._least = max(self._shares), min(self._shares)
        self._words = min(map(sum, alignment.shared))

    def kind(self) -> tuple[CopyKind, str] | None:
        """The kind of copy and the rule that says so; the first that fits."""
        if self._words < LEAST_SHARED or self._is_form:
            return None
        if self._most >= _MOST and self._is_long_enough:
            return self._of_one_text()
        return self._of_parts()

    def _of_one_text(self) -> tuple[CopyKind, str] | None:
        if self._is_quoted and self._least < _MOST:
            return "quoted_statement", "copies:quoted"
        if self._least >= _WHOLE and is_letter(self._one.report.text) and is_signed_apart(self._one, self._other):
            return "form_letter", "copies:letter"
        if self._facts.changes:
            return "later_version", "copies:facts-changed"
        if self._length_ratio >= _MUCH_LONGER:
            return "excerpt", "copies:within"
        if self._same_house and min(self._own) >= _NEWS:
            return "later_version", "copies:news-added"
        return self._of_same_facts()

    def _of_same_facts(self) -> tuple[CopyKind, str]:
        if self._edits > _FEW_EDITS:
            return "rewrite", "copies:edited"
        if self._least >= _WHOLE:
            return "verbatim", "copies:same-words"
        return ("excerpt", "copies:cut") if self._most >= _WHOLE else ("rewrite", "copies:most")

    def _of_parts(self) -> tuple[CopyKind, str] | None:
        """Two reports with words of their own, which share some."""
        quoted = self._words * self._quoted
        if not self._is_quoted and self._taken >= self._least_taken and self._most >= _PART:
            return None if self._is_standing else ("shared_agency", "copies:part")
        return ("quoted_statement", "copies:quoted") if quoted >= LEAST_QUOTED else None

    def link(self, kind: CopyKind, rule: str) -> CopyLink:
        """The link of that kind."""
        return CopyLink(
            kind,
            self._one.report.id,
            self._other.report.id,
            round(self._shares[0], 4),
            round(self._shares[1], 4),
            rule,
            tuple(self._reasons()),
            earlier_of(self._one.report, self._other.report),
            self._agency,
            tuple(self._passages()),
            self._facts.changes,
        )

    def _reasons(self) -> Iterator[str]:
        one, other = (f"{share:.0%}" for share in self._shares)
        yield f"{self._words} words in common: {one} of {self._one.report.id}, {other} of {self._other.report.id}"
        if self._quoted >= 0.01:
            yield f"{self._quoted:.0%} of them in quotations"
        if self._agency:
            yield f"both name {self._agency} as their origin"
        if self._facts.changes:
            number = len(self._facts.changes)
            yield f"{number} {'fact differs' if number == 1 else 'facts differ'} in the sentences in common"

    def _passages(self) -> Iterator[SharedPassage]:
        for pair in self._alignment.pairs:
            yield SharedPassage(self._one.sentence_span(pair.one), self._other.sentence_span(pair.other))

    @cached_property
    def _quoted(self) -> float:
        """The share of the words in common that the one of the reports which quotes more has in quotations."""
        return max(
            sum(quoted for quoted, shared in zip(source.in_quotes, marks, strict=True) if shared) / max(1, sum(marks))
            for source, marks in zip((self._one, self._other), self._alignment.shared, strict=True)
        )

    @property
    def _is_quoted(self) -> bool:
        return self._quoted >= _QUOTED

    @property
    def _taken(self) -> int:
        """How many words outside quotations stand in both in long runs: taken over, not met by chance."""
        sources = zip((self._one, self._other), self._alignment.shared, strict=True)
        return min(_in_long_runs(marks, source.in_quotes) for source, marks in sources)

    @cached_property
    def _agency(self) -> str | None:
        """The agency that both name as their origin; of several the first by name."""
        return min({*self._one.signature.credits} & {*self._other.signature.credits}, default=None)

    @property
    def _least_taken(self) -> int:
        one_origin = self._same_day or (self._agency is not None and not self._same_house)
        return LEAST_ONE_ORIGIN if one_origin else _LEAST_TAKEN

    @property
    def _same_day(self) -> bool:
        """Whether both were published on one day; False where that is unknown."""
        return days_between(self._one.report, self._other.report) == 0

    @property
    def _is_long_enough(self) -> bool:
        return self._words >= _LEAST_TAKEN or self._most >= BRIEF

    @cached_property
    def _length_ratio(self) -> float:
        lengths = len(self._one.words), len(self._other.words)
        return max(lengths) / max(1, min(lengths))

    @cached_property
    def _own(self) -> tuple[float, float]:
        one, other = self._alignment.covered
        return 1 - one, 1 - other

    @cached_property
    def _edits(self) -> float:
        """How often a few words were changed, to a hundred words that are the same."""
        found = edits(self._one, self._other)
        return 0.0 if found.words <= _SLIP else 100 * found.number / max(1, found.same)

    @cached_property
    def _facts(self) -> Facts:
        return compare_facts(self._alignment, names=self._edits <= _GONE_THROUGH)

    @property
    def _is_form(self) -> bool:
        """Whether the sentences in common are a form that each report fills in with figures of its own."""
        facts = self._facts
        differ, all_of = facts.numbers_differ, facts.numbers_differ + facts.numbers_same
        return differ > 0 and differ + facts.days_differ > 1 and differ / all_of >= _OTHER_FACTS

    @property
    def _is_standing(self) -> bool:
        """Whether an outlet only repeats at the foot of a report what stood at the foot of one of another day."""
        days = days_between(self._one.report, self._other.report)
        if not self._same_house or (days or 0) < _DAYS or self._most > _FOOT_PART:
            return False
        feet = (sum(marks[int(_FOOT * len(marks)) :]) for marks in self._alignment.shared)
        return all(foot >= _NEARLY_ALL * sum(marks) for foot, marks in zip(feet, self._alignment.shared, strict=True))

    @property
    def _same_house(self) -> bool:
        """Whether one outlet published both, as far as is known."""
        one, other = self._one.report.outlet, self._other.report.outlet
        return one is None or other is None or one == other


def _in_long_runs(shared: Iterable[bool], quoted: Iterable[bool]) -> int:
    runs = (len(list(run)) for is_own, run in groupby(zip(shared, quoted, strict=True)) if is_own == (True, False))
    return sum(length for length in runs if length >= _LONG_RUN)
