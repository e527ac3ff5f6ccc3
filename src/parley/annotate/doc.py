"""The annotated report: what stands where. Says what is there and claims nothing."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Sequence
from typing import Any, Literal, TypeVar

import msgspec

from parley.annotate.clauses import Clause
from parley.annotate.dates import DateMention
from parley.annotate.lazy import Lazy
from parley.annotate.parse import Parse
from parley.annotate.quantities import QuantityMention
from parley.model import Actor, Date, Passage, Report, Span
from parley.model.claim import ActorKind

__all__ = ["Block", "BlockKind", "Doc", "EntityMention", "Quotation", "Sentence"]

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")

BlockKind = Literal["text", "title", "crosshead", "dateline", "byline", "furniture", "credit", "entry", "label"]


class Block(msgspec.Struct, frozen=True, gc=False):
    """A paragraph or line of the report and what it is; only text, titles and crossheads are read.

    `entry` is the time (`HH:MM`) of the entry of a running account that the block belongs to. `label` is what stands
    before its words to say who speaks them: a name, or Q or A. `story` counts the stories of a round-up from 0.
    """

    span: Span
    kind: BlockKind
    entry: str | None = None
    label: Span | None = None
    story: int = 0


class Sentence(msgspec.Struct, frozen=True, gc=False):
    """A sentence: `block` is the index of its block, `parse` its parse, whose offsets count from `span.start`.

    `repeat_of` is the index of the earlier sentence this one repeats word for word in a repeated passage.
    """

    span: Span
    block: int
    parse: Parse
    repeat_of: int | None = None

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """The clause table of the sentence."""
        return self.parse.clauses

    def tokens(self, first: int, last: int) -> Span:
        """The report's stretch from token `first` to token `last`, both included."""
        return Span(self.span.start + self.parse.starts[first], self.span.start + self.parse.ends[last])

    def subtree(self, token: int) -> Span:
        """The report's stretch of everything below `token`."""
        return self.tokens(self.parse.lefts[token], self.parse.rights[token])

    def token_at(self, offset: int) -> int | None:
        """The token at, or next after, an offset of the report."""
        return self.parse.token_at(offset - self.span.start)


class Quotation(msgspec.Struct, frozen=True, gc=False):
    """Words between quotation marks: `span` with the marks, `words` without; `closed` is False where the closing mark
    is missing and the quotation runs on to the end of its paragraph."""

    span: Span
    words: Span
    closed: bool = True


class EntityMention(msgspec.Struct, frozen=True, gc=False):
    """A noun phrase that stands for somebody: a name, a description, or a pronoun, with whom it stands for.

    `span` covers the phrase without clauses hanging on it, `sentence` and `head` find its head token, `name` is the
    fullest name the report gives ("Hamas" for "the group"), `acts_for` the party whose side it speaks for, `members` the
    names of those who make up an alliance. An unresolved phrase has its own words for a name and `resolved` False.
    """

    span: Span
    sentence: int
    head: int
    name: str
    kind: ActorKind
    form: Literal["name", "description", "pronoun"]
    number: Literal["one", "several", "unknown"] = "one"
    acts_for: str | None = None
    resolved: bool = True
    members: tuple[str, ...] = ()

    def actor(self, text: str) -> Actor:
        """The party as a claim has it."""
        return Actor(self.name, self.span.of(text), self.acts_for, self.kind, self.members)


class Doc(msgspec.Struct, frozen=True, dict=True):
    """A report and everything annotation sees in it, each tuple in text order."""

    report: Report
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    dates: tuple[DateMention, ...]
    quantities: tuple[QuantityMention, ...]
    entities: tuple[EntityMention, ...]
    passages: tuple[Passage, ...]
    dateline: Date | None = None
    agency_credit: str | None = None

    @property
    def text(self) -> str:
        """The report's text."""
        return self.report.text

    @Lazy
    def words(self) -> frozenset[str]:
        """The report's words in lower case, hyphenated ones whole."""
        return frozenset(_WORD.findall(self.report.text.lower()))

    @Lazy
    def kept(self) -> dict[Hashable, Any]:
        """What later steps work out of the report once and ask for again, by a key of theirs."""
        return {}

    @Lazy
    def _starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.sentences]

    @Lazy
    def _by_head(self) -> dict[tuple[int, int], EntityMention]:
        return {(e.sentence, e.head): e for e in self.entities}

    def sentence_at(self, offset: int) -> int | None:
        """Index of the sentence that covers `offset`, None between sentences."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or offset >= self.sentences[index].span.end:
            return None
        return index

    def sentences_at(self, span: Span) -> range:
        """Indices of the sentences that share a character with `span`."""
        first = bisect_right(self._starts, span.start) - 1
        if first < 0 or self.sentences[first].span.end <= span.start:
            first += 1
        return range(first, bisect_left(self._starts, span.end))

    def entity(self, sentence: int, token: int) -> EntityMention | None:
        """The entity whose head is that token, None when it stands for nobody."""
        return self._by_head.get((sentence, token))

    @Lazy
    def _quantity_starts(self) -> list[int]:
        return [q.span.start for q in self.quantities]

    @Lazy
    def _date_starts(self) -> list[int]:
        return [d.span.start for d in self.dates]

    def quantities_in(self, span: Span) -> list[QuantityMention]:
        """Quantities that lie inside `span`."""
        return _inside(span, self.quantities, self._quantity_starts)

    def dates_in(self, span: Span) -> list[DateMention]:
        """Dates that lie inside `span`."""
        return _inside(span, self.dates, self._date_starts)

    def story_of(self, sentence: int) -> int:
        """The number of the story a sentence belongs to; 0 throughout where a report tells one."""
        return self.blocks[self.sentences[sentence].block].story

    def block_kind(self, sentence: int) -> BlockKind:
        """What the block of a sentence is."""
        return self.blocks[self.sentences[sentence].block].kind


M = TypeVar("M", DateMention, QuantityMention)


def _inside(span: Span, mentions: Sequence[M], starts: list[int]) -> list[M]:
    """The mentions that lie inside `span`; `starts` are where they start, in order."""
    first = bisect_left(starts, span.start)
    behind = bisect_right(starts, span.end, first)
    return [m for m in mentions[first:behind] if m.span.end <= span.end] if first < behind else []
