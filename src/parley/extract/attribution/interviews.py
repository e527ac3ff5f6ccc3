"""Who speaks in a transcript or an interview: the name before a line, or whoever answers the questions."""

from __future__ import annotations

from collections.abc import Iterator

from parley.annotate.doc import Block, Doc, EntityMention
from parley.extract.attribution.draft import Draft
from parley.model import Actor, Source, Span

__all__ = ["interview_drafts"]

_ASKED, _ANSWERED = frozenset({"q", "question", "interviewer"}), frozenset({"a", "answer"})
# Fewer questions between paragraphs are a writer's own.
_FEWEST_QUESTIONS = 3
_LONGEST_QUESTION = 40  # words


def interview_drafts(doc: Doc) -> Iterator[Draft]:
    """An attribution for each block that a label, or its place below a question, gives as somebody's words."""
    questions = [i for i, block in enumerate(doc.blocks) if _asks(doc, block)]
    unlabelled = len(questions) >= _FEWEST_QUESTIONS and not any(block.label for block in doc.blocks)
    answering = _answering(doc, questions[0] if questions else len(doc.blocks))
    for index, block in enumerate(doc.blocks):
        if block.kind != "text":
            continue
        if block.label is not None:
            yield from _labelled(doc, block, block.label, answering)
        elif unlabelled and index > questions[0] and index not in questions and answering is not None:
            asked = doc.blocks[max(q for q in questions if q < index)].span
            yield from _draft(doc, block, Span(asked.end - 1, asked.end), _source(answering, answering.span, doc.text))


def _asks(doc: Doc, block: Block) -> bool:
    """Whether a paragraph or sub-heading is a question and nothing else."""
    words = block.span.of(doc.text)
    asks = words.endswith("?") and block.kind in {"text", "crosshead"} and len(words.split()) <= _LONGEST_QUESTION
    return asks and not any(mark in words for mark in '"“”')


def _answering(doc: Doc, first: int) -> EntityMention | None:
    """Who is interviewed: the first person named, title apart, before the first question or label."""
    labels = [block.span.start for block in doc.blocks[:first] if block.label is not None]
    starts = [block.span.start for block in doc.blocks[first : first + 1]] + labels
    until = min(starts, default=len(doc.text))
    named = [e for e in doc.entities if e.span.end <= until and e.kind == "person" and e.form == "name"]
    return next((e for e in named if doc.block_kind(e.sentence) == "text"), next(iter(named), None))


def _labelled(doc: Doc, block: Block, label: Span, answering: EntityMention | None) -> Iterator[Draft]:
    words = label.of(doc.text).strip().lower()
    if words in _ASKED:
        return
    speaker = answering if words in _ANSWERED else _called(doc, words)
    if speaker is not None:
        source = _source(speaker, label, doc.text)
    elif words in _ANSWERED:
        return
    else:
        name = label.of(doc.text).strip()
        source = Source(name, "person", "one", Actor(name, name, None, "person"), label)
    yield from _draft(doc, block, label, source)


def _called(doc: Doc, words: str) -> EntityMention | None:
    """The person of the report whose name holds the words of a label."""
    wanted = set(words.split())
    return next((e for e in doc.entities if e.form == "name" and wanted <= set(e.name.lower().split())), None)


def _source(entity: EntityMention, span: Span, text: str) -> Source:
    actor = Actor(entity.name, span.of(text), entity.acts_for, entity.kind)
    return Source(entity.name, "person" if entity.kind == "person" else "organisation", "one", actor, span)


def _draft(doc: Doc, block: Block, cue: Span, source: Source) -> Iterator[Draft]:
    sentence = doc.sentence_at(block.span.start)
    if sentence is not None:
        yield Draft(sentence, None, cue, (source,), (block.span,), "heading.interview")
