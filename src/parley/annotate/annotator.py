"""Report → Doc, many at a time: layout first, every distinct sentence parsed once, then what needs the parse."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from functools import cache, lru_cache
from itertools import pairwise
from typing import TypeVar

import msgspec

from parley.annotate.blocks import Layout, find_layout
from parley.annotate.casing import fold_entities, fold_headline
from parley.annotate.dates import DateMention, find_dates
from parley.annotate.doc import Doc, EntityMention, Sentence
from parley.annotate.entities import find_entities
from parley.annotate.members import with_members
from parley.annotate.parse import Parse, is_common_word, parse_sentences
from parley.annotate.quantities import QuantityMention, find_quantities
from parley.annotate.quotations import find_quotations
from parley.annotate.repeats import find_repeats
from parley.annotate.sentences import find_sentences
from parley.annotate.stand_ins import find_unfamiliar, restore, with_stand_ins
from parley.model import Report, Span

__all__ = ["annotate"]

# Enough sentences for the parser's batches to be even in length, few enough to keep memory small.
_SENTENCES_A_BATCH = 2048
# A dash between spaces sets its two sides apart; the parser takes it for a hyphen.
_DASH = re.compile(r" [-–—] ")
_READ = frozenset({"text", "title", "crosshead"})
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")
_RUN = re.compile(r"\b[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)+")


class _Draft(msgspec.Struct, frozen=True):
    """A report cut into sentences: `spans` with the index of each one's block, `folded` their words in sentence case,
    `read` what the parser reads, with stand-ins for unfamiliar names."""

    report: Report
    layout: Layout
    spans: tuple[tuple[Span, int], ...]
    folded: tuple[str, ...]
    read: tuple[str, ...]


class _LowerWords(Container[str]):
    """Words that are no names in this report: written in lower case in it, or plain dictionary words."""

    def __init__(self, lower: set[str], names: set[str]) -> None:
        self._lower, self._names = lower, names

    def __contains__(self, word: object) -> bool:
        if not isinstance(word, str):
            return False
        return word in self._lower or (word.capitalize() not in self._names and is_common_word(word))


def annotate(reports: Iterable[Report]) -> Iterator[Doc]:
    """Each report's Doc, in order; reports are taken in batches so that sentences can be sorted by length."""
    batch: list[_Draft] = []
    waiting = 0
    for report in reports:
        draft = _draft(report)
        batch.append(draft)
        waiting += len(draft.read)
        if waiting >= _SENTENCES_A_BATCH:
            yield from _finish(batch)
            batch, waiting = [], 0
    yield from _finish(batch)


def _draft(report: Report) -> _Draft:
    layout = find_layout(report)
    text = report.text
    spans = tuple(
        (span, index)
        for index, block in enumerate(layout.blocks)
        if block.kind in _READ
        for span in find_sentences(text, block.span)
    )
    lower, names = _known_words(text, layout)
    unfamiliar = find_unfamiliar(text, [(s.start, s.end) for s, i in spans if layout.blocks[i].kind == "text"])
    names.update(unfamiliar)
    common = _LowerWords(lower, names)
    folded = []
    for span, index in spans:
        words = fold_entities(span.of(text))
        heading = layout.blocks[index].kind != "text" or words.isupper()
        folded.append(fold_headline(words, common, names) if heading else words)
    read = tuple(with_stand_ins(_DASH.sub(" ; ", words), unfamiliar) for words in folded)
    return _Draft(report, layout, spans, tuple(folded), read)


def _known_words(text: str, layout: Layout) -> tuple[set[str], set[str]]:
    """Words the running text writes in lower case, and words it capitalises in mid-sentence."""
    lower: set[str] = set()
    names: set[str] = set()
    for block in layout.blocks:
        if block.kind == "text":
            words = _WORD.findall(block.span.of(text))
            lower.update([word for word in set(words) if word[0].islower()])
            names.update([word for before, word in pairwise(words) if word[0].isupper() and before[0].islower()])
    for block in layout.blocks:
        if block.kind == "text":
            # "Calder Steel Corp said": what stands in a name behind its first word is a name wherever the name stands.
            later = (word for run in _RUN.findall(block.span.of(text)) for word in run.split()[1:])
            names.update(word for word in later if word.lower() not in lower and not word.isupper())
    return lower, names


def _finish(batch: list[_Draft]) -> Iterator[Doc]:
    parses = parse_sentences(words for draft in batch for words in draft.read)
    for draft in batch:
        yield _to_doc(draft, parses)


def _to_doc(draft: _Draft, parses: dict[str, Parse]) -> Doc:
    report, layout = draft.report, draft.layout
    text = report.text
    repeats = find_repeats(text, [block.span for block in layout.blocks])
    sentences = tuple(
        Sentence(span, block, parses[read] if read == words else restore(parses[read], words))
        for (span, block), words, read in zip(draft.spans, draft.folded, draft.read, strict=True)
    )
    read = [block.span for block in layout.blocks if block.kind in _READ]
    found = [_dates_and_quantities(span.of(text)) for span in read]
    return Doc(
        report=report,
        blocks=layout.blocks,
        sentences=sentences,
        quotations=tuple(find_quotations(text, layout.blocks)),
        dates=tuple(d for span, (dates, _) in zip(read, found, strict=True) for d in _shifted(dates, span.start)),
        quantities=tuple(q for span, (_, many) in zip(read, found, strict=True) for q in _shifted(many, span.start)),
        entities=tuple(
            _plainly_named(e) for e in with_members(find_entities(report, sentences, layout.blocks), sentences, text)
        ),
        passages=tuple(sorted((*layout.passages, *repeats), key=lambda p: (p.span.start, p.span.end, p.kind))),
        dateline=layout.dateline,
        agency_credit=layout.agency_credit,
    )


def _plainly_named(entity: EntityMention) -> EntityMention:
    """One name however its apostrophes are set."""
    if "’" not in entity.name and "’" not in (entity.acts_for or ""):
        return entity
    acts_for = entity.acts_for.replace("’", "'") if entity.acts_for is not None else None
    return msgspec.structs.replace(entity, name=entity.name.replace("’", "'"), acts_for=acts_for)


@lru_cache(maxsize=4096)
def _dates_and_quantities(text: str) -> tuple[tuple[DateMention, ...], tuple[QuantityMention, ...]]:
    """Of one paragraph, counted from its start; a paragraph that stands in many reports is read once."""
    dates = tuple(find_dates(text))
    return dates, tuple(find_quantities(text, dates=dates))


M = TypeVar("M", DateMention, QuantityMention)


def _shifted(mentions: Iterable[M], by: int) -> list[M]:
    """Mentions found in a part of the text, with their spans counted from the report's start."""
    found = []
    for mention in mentions:
        spans = {name: getattr(mention, name).shift(by) for name in _spans_of(type(mention))}
        found.append(msgspec.structs.replace(mention, **spans))
    return found


@cache
def _spans_of(kind: type[M]) -> tuple[str, ...]:
    """The fields of a kind of mention that are stretches of the text."""
    return tuple(field.name for field in msgspec.structs.fields(kind) if field.type is Span)
