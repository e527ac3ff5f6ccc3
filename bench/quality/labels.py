"""Labelled texts: what a careful reader finds in a sentence or a short report, as TOML.

A file holds `[[text]]` entries, all of one pack. Labels are complete: a move, figure, event or phase that is claimed and
not labelled counts as false, unless a label marked `doubtful` stands there. Words that locate a label (`words`, `again`)
are exact characters of the text; where they occur several times the first occurrence counts, unless `nth` says another.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, get_args

import msgspec

from parley.model import Report, Span, new_report
from parley.model.claim import Act, Issue, Measure

__all__ = [
    "DateLabel",
    "EventLabel",
    "FigureLabel",
    "GoldText",
    "Label",
    "LabelError",
    "MoveLabel",
    "PhaseLabel",
    "QuoteLabel",
    "TermLabel",
    "load_texts",
]

GOLD = Path(__file__).parents[2] / "tests" / "gold"
SENTENCE_DAY = "2025-05-16"  # a Friday: the day of publication of texts that name none

Kind = Literal[
    "sentence", "headline", "wire", "background", "live_blog", "round_up", "interview", "editorial", "fact_box",
    "headlines", "capitals", "telegraphic", "translated", "indian",
]  # fmt: skip


class LabelError(ValueError):
    """A label that does not fit its text."""


class Label(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What every label has: where it stands, on whose word, how sure, and its links.

    `id` is needed only where another label points at this one. `chain` lists names from the source nearest the report to
    the first; `[]` is the report's own voice; `chain_any` lists chains that are as good; an unnamed source is
    "unnamed". A doubtful label counts neither for nor against.
    """

    words: str
    nth: int = 1
    again: tuple[str, ...] = ()
    id: str | None = None
    chain: tuple[str, ...] = ()
    chain_any: tuple[tuple[str, ...], ...] = ()
    certainty: Literal["certain", "probable", "possible", "unknown"] = "certain"
    polarity: Literal["positive", "negative"] = "positive"
    tense: Literal["past", "present", "planned", "hypothetical"] | None = None
    when: str | None = None
    answers: str | None = None
    refines: str | None = None
    doubtful: bool = False
    note: str | None = None

    def spans(self, text: str) -> list[Span]:
        """Where the label's words stand. Raises LabelError when they do not."""
        places = [(self.words, self.nth), *((words, 1) for words in self.again)]
        starts = [(_nth(text, words, nth), len(words)) for words, nth in places]
        return [Span(start, start + length) for start, length in starts]


class TermLabel(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A term of a move. Bounds that are not given are unbounded; a term with neither has no amount.

    `or` issues are as good: the record draws no line, say, between the price of a loan and its payment. `previous` is the amount before; `waived` that the term is dropped, `negated` that it shall not be.
    """

    issue: Issue
    or_: tuple[Issue, ...] = msgspec.field(default=(), name="or")
    item: str
    lower: float | None = None
    upper: float | None = None
    unit: str | None = None
    approximate: bool = False
    lower_open: bool = False
    upper_open: bool = False
    previous: float | None = None
    giver: str | None = None
    receiver: str | None = None
    per: str | None = None
    base: str | None = None
    subset_of: str | None = None
    recurrence: str | None = None
    starts: str | None = None
    ends: str | None = None
    condition: str | None = None
    waived: bool = False
    negated: bool = False


class MoveLabel(Label, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A move; `or` acts are as good. `by = []`: nobody is named as its maker."""

    act: Act
    or_: tuple[Act, ...] = msgspec.field(default=(), name="or")
    by: tuple[str, ...] = ()
    to: tuple[str, ...] | None = None
    via: tuple[str, ...] | None = None
    mode: str | None = None
    terms: tuple[TermLabel, ...] = ()
    about: str | None = None
    place: str | None = None
    deadline: str | None = None
    expires: str | None = None


class FigureLabel(Label, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A count or amount; `part_of` is the id of the figure label it is a part of."""

    measure: Measure
    or_: tuple[Measure, ...] = msgspec.field(default=(), name="or")
    unit: str
    lower: float | None = None
    upper: float | None = None
    lower_open: bool = False
    upper_open: bool = False
    approximate: bool = False
    group: str | None = None
    place: str | None = None
    by: tuple[str, ...] = ()
    accounting: Literal["flow", "increment", "cumulative", "stock"] | None = None
    since: str | None = None
    as_of: str | None = None
    counting_basis: Literal["identified", "reported", "verified", "estimated", "includes_missing"] | None = None
    part_of: str | None = None


class EventLabel(Label, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A deed outside the talks, by PLOVER type; `or` types are as good."""

    type: str
    or_: tuple[str, ...] = msgspec.field(default=(), name="or")
    by: tuple[str, ...] = ()
    one_of: bool = False
    to: tuple[str, ...] | None = None
    place: str | None = None


class PhaseLabel(Label, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Where an agreement, or one numbered phase of it, stands."""

    status: str
    or_: tuple[str, ...] = msgspec.field(default=(), name="or")
    agreement: str | None = None
    number: int | None = None
    of: int | None = None
    starts: str | None = None
    ends: str | None = None


class QuoteLabel(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words between quotation marks, and who is quoted ("unnamed" for somebody without a name)."""

    words: str
    speaker: str


class DateLabel(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words for a day, month or stretch of time and their EDTF value against the day of publication."""

    words: str
    value: str


class Trap(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words of which no move and no figure may be made, and why."""

    words: str
    why: str


class GoldText(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A text and all a careful reader finds in it; `why` says what makes one without labels hard."""

    id: str
    kind: Kind
    text: str
    published: str | None = SENTENCE_DAY
    title: str | None = None
    outlet: str | None = None
    moves: tuple[MoveLabel, ...] = ()
    figures: tuple[FigureLabel, ...] = ()
    events: tuple[EventLabel, ...] = ()
    phases: tuple[PhaseLabel, ...] = ()
    quotes: tuple[QuoteLabel, ...] = ()
    dates: tuple[DateLabel, ...] = ()
    silences: tuple[QuoteLabel, ...] = ()
    traps: tuple[Trap, ...] = ()
    why: str | None = None
    pack: str = ""

    @property
    def report(self) -> Report:
        """The text as a report: a title stands before the body, with a blank line between."""
        whole = f"{self.title}\n\n{self.text}" if self.title else self.text
        return new_report(whole, title=self.title, outlet=self.outlet, published=self.published or None)

    @property
    def labels(self) -> tuple[Label, ...]:
        """Moves, figures, events and phases together."""
        return (*self.moves, *self.figures, *self.events, *self.phases)


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    text: tuple[GoldText, ...]


def load_texts(path: Path) -> list[GoldText]:
    """The texts of a TOML file, their labels checked against their words.

    Raises LabelError naming the text and the label that does not fit.
    """
    try:
        found = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), _File).text
    except (msgspec.ValidationError, tomllib.TOMLDecodeError) as error:
        raise LabelError(f"{path.name}: {error}") from error
    texts = [msgspec.structs.replace(text, pack=path.stem) for text in found]
    for text in texts:
        for line in _faults(text):
            raise LabelError(f"{path.name}, text {text.id}: {line}")
    return texts


def _faults(text: GoldText) -> Iterator[str]:
    whole = text.report.text
    for words in (*(q.words for q in text.quotes), *(d.words for d in text.dates), *(t.words for t in text.traps)):
        if words not in whole:
            yield f"{words!r} does not stand in the text"
    ids = {label.id for label in text.labels if label.id}
    for label in text.labels:
        try:
            label.spans(whole)
        except LabelError as error:
            yield str(error)
        pointed = (label.answers, label.refines, getattr(label, "part_of", None))
        yield from (f"{i!r} is no id of a label" for i in pointed if i and i not in ids)
    acts = [act for move in text.moves for act in (move.act, *move.or_)]
    yield from (f"{act!r} is no act" for act in acts if act not in get_args(Act))


def _nth(text: str, words: str, nth: int) -> int:
    start = -1
    for _ in range(nth):
        start = text.find(words, start + 1)
        if start < 0:
            raise LabelError(f"{words!r} does not stand in the text{f' {nth} times' * (nth > 1)}")
    return start


def main() -> None:
    """Check the files named, or all of them: `python -m bench.quality.labels [FILE...]`."""
    import sys

    for path in [Path(a) for a in sys.argv[1:]] or sorted(GOLD.glob("*/*.toml")):
        texts = load_texts(path)
        whole = sum(text.kind not in {"sentence", "headline"} for text in texts)
        print(f"{path}: {len(texts) - whole} sentences, {whole} reports, {sum(len(t.labels) for t in texts)} labels")


if __name__ == "__main__":
    main()
