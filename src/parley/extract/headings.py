"""Attributions in titles and sub-headings: a speaker set off by a colon or a dash, before or behind the words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parley.annotate.doc import Doc
from parley.extract.draft import Draft
from parley.extract.phrases import trimmed
from parley.extract.speakers import source_of_words
from parley.lexicon.sources import load_sources
from parley.model import Span

__all__ = ["heading_drafts"]

_BREAK = re.compile(r":\s+|\s+(?:--?|–|—)\s+")
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_POSTMODIFIER = re.compile(r"\b(?:of|in|for|at|from|on|familiar|close|near)\b", re.IGNORECASE)
_LONGEST = 8  # words of a speaker in a heading


def heading_drafts(doc: Doc, index: int) -> Iterator[Draft]:
    """The attribution a heading makes by its punctuation; nothing for a sentence of the running text."""
    if doc.block_kind(index) == "text":
        return
    span = doc.sentences[index].span
    breaks = list(_BREAK.finditer(doc.text, span.start, span.end))
    if not breaks:
        return
    last, first = breaks[-1], breaks[0]
    behind = (Span(last.end(), span.end), Span(span.start, last.start()), last)
    before = (Span(span.start, first.start()), Span(first.end(), span.end), first)
    for speaker, content, mark in (behind, before):
        who = trimmed(doc.text, speaker, ' \t\r\n,;:.*#"“”')
        what = trimmed(doc.text, content, " \t\r\n,;:*#")
        if _speaks(doc, who) and len(what) > 2 and (speaker.start > content.start or ":" in mark.group()):
            cue = Span(mark.start(), mark.end())
            yield Draft(index, None, trimmed(doc.text, cue, " \t"), (source_of_words(doc, who),), (what,), "heading")
            return


def _speaks(doc: Doc, span: Span) -> bool:
    """Whether words of a heading name somebody who speaks: a role, an organisation, an outlet, or somebody of the report."""
    words = _WORD.findall(span.of(doc.text))
    lexicon = load_sources()
    if not words or len(words) > _LONGEST or any(w.lower() in lexicon.words.no_speaker for w in words):
        return False
    if any(e.span.overlaps(span) and e.span.end == span.end and e.form == "name" for e in doc.entities):
        return True
    phrase = _POSTMODIFIER.split(span.of(doc.text))[0]
    heads = _WORD.findall(phrase)
    head = heads[-1].lower() if heads else ""
    return any(
        form in lexicon.words.persons or lexicon.kind_of(form) is not None for form in (head, head.removesuffix("s"))
    )
