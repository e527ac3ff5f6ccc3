"""Attributions in titles and sub-headings: a speaker set off by a colon or a dash, before or behind the words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parley.annotate.doc import Doc
from parley.extract.attribution.draft import Draft
from parley.extract.attribution.phrases import trimmed
from parley.extract.attribution.speakers import source_of_words
from parley.lexicon.sources import load_sources
from parley.lexicon.speech import load_speech
from parley.model import Span

__all__ = ["heading_drafts"]

_BREAK = re.compile(r":\s+|\s+(?:--?|–|—)\s+")
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_POSTMODIFIER = re.compile(r"\b(?:of|in|for|at|from|on|familiar|close|near)\b", re.IGNORECASE)
_DENYING = re.compile(r"(?:[Nn]o|[Nn]ot|[Nn]ever)\s+[a-z]")  # "no deal with the Front" names nobody
_TELLING = frozenset({"VBD", "VBZ", "VBP", "VBN", "MD"})
_LONGEST = 8  # words of a speaker in a heading
_FEWEST = 12  # characters of what a heading says before its speaker
_TAIL = re.compile(r",\s+(?P<who>[^,:;\"“”]+?)\s+(?P<verb>[a-z]+s)\W*$")
_INVERTED_TAIL = re.compile(r",\s+(?P<verb>says|warns|vows|insists|claims|admits)\s+(?P<who>[^,:;\"“”]+?)\W*$")
_TO = re.compile(r"\s+to\s+")
_NAMED = re.compile(r"[\"“]?(?P<who>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2})(?P<again>,? again)?:\s+")
_OWN_WORDS = re.compile(r"\b(?:we|our|us|my)\b|^[\"“'‘]", re.IGNORECASE)


def heading_drafts(doc: Doc, index: int, known: frozenset[str] = frozenset()) -> Iterator[Draft]:
    """The attribution a heading makes by its punctuation.

    `known` are the words, lower case, of the names of those who speak in the running text.
    """
    span = doc.sentences[index].span
    if doc.block_kind(index) != "text" or doc.text[span.end - 1].isalnum():
        yield from _tail(doc, index)
    if doc.block_kind(index) == "text":
        yield from _named_line(doc, index, known)
        return
    if _inverted_tail(doc, index):
        return
    breaks = list(_BREAK.finditer(doc.text, span.start, span.end))
    if not breaks:
        return
    last, first = breaks[-1], breaks[0]
    behind = (Span(last.end(), span.end), Span(span.start, last.start()), last)
    before = (Span(span.start, first.start()), Span(first.end(), span.end), first)
    for speaker, content, mark in (behind, before):
        who = _sender(doc, trimmed(doc.text, speaker, ' \t\r\n,;:.*#"“”'), content)
        if who is None or not len(who):
            continue
        what = trimmed(doc.text, content, " \t\r\n,;:*#")
        own = speaker.start < content.start and bool(_OWN_WORDS.search(what.of(doc.text))) and _is_bare_name(doc, who)
        if (
            (own or _speaks(doc, who, known))
            and len(what) > 2
            and (speaker.start > content.start or ":" in mark.group())
        ):
            cue = Span(mark.start(), mark.end())
            yield Draft(index, None, trimmed(doc.text, cue, " \t"), (source_of_words(doc, who),), (what,), "heading")
            return


def _sender(doc: Doc, who: Span, content: Span) -> Span | None:
    """Who speaks, of "IMF to Sorrel" the first behind his words; before them the heading tells what it does itself."""
    to = _TO.search(doc.text, who.start, who.end)
    if to is None:
        return who
    return Span(who.start, to.start()) if content.start < who.start else None


def _named_line(doc: Doc, index: int, known: frozenset[str]) -> Iterator[Draft]:
    """ "Hart, again: no talks before Monday": a name and a colon before a line of the running text."""
    span = doc.sentences[index].span
    block = doc.blocks[doc.sentences[index].block]
    found = _NAMED.match(doc.text, span.start, span.end)
    if found is None or span.start > block.span.start + 2 or block.label is not None:
        return
    who = Span(*found.span("who"))
    speaks = who.of(doc.text).split()[-1].lower() in known or any(
        e.span.overlaps(who) and e.kind == "person" and e.form == "name" for e in doc.entities
    )
    alone = span.end >= block.span.end and doc.text[span.end - 1] not in ".!"
    if speaks or (alone and _OWN_WORDS.search(doc.text, found.end(), span.end) and not _tells(doc, who)):
        what = trimmed(doc.text, Span(found.end(), span.end), " \t\r\n,;:*#")
        yield Draft(
            index,
            None,
            Span(found.end("who"), found.end("who") + 1),
            (source_of_words(doc, who),),
            (what,),
            "heading.line",
        )


def _inverted_tail(doc: Doc, index: int) -> bool:
    """Whether a speaker and his verb end the heading, so that what stands before a colon is no speaker."""
    span = doc.sentences[index].span
    return _INVERTED_TAIL.search(doc.text, span.start, span.end) is not None


def _tail(doc: Doc, index: int) -> Iterator[Draft]:
    """ "Talks may restart, energy chief hints", "no deal, says chief": a speaker and his verb behind the last comma."""
    span = doc.sentences[index].span
    tail = _TAIL.search(doc.text, span.start, span.end) or _INVERTED_TAIL.search(doc.text, span.start, span.end)
    if tail is None or tail.start() - span.start < _FEWEST or not _is_speech(tail["verb"].lower()):
        return
    who = Span(*tail.span("who"))
    if len(who.of(doc.text).split()) <= _LONGEST:
        cue, what = Span(*tail.span("verb")), Span(span.start, tail.start())
        yield Draft(index, None, cue, (source_of_words(doc, who),), (what,), "heading.tail")


def _is_speech(word: str) -> bool:
    """Whether a word is a verb of speech in the present, as headlines have it."""
    bases = (word[:-3] + "y" if word.endswith("ies") else "", word.removesuffix("es"), word.removesuffix("s"))
    return word.endswith("s") and any(load_speech().classes_of(base) for base in bases if base)


def _tells(doc: Doc, span: Span) -> bool:
    """Whether words of a heading tell what happens, and so name nobody ("front frees ten held in the hills")."""
    index = doc.sentence_at(span.start)
    if index is None:
        return False
    sentence = doc.sentences[index]
    inside = (t for t in range(len(sentence.parse)) if span.covers(sentence.tokens(t, t)))
    return any(
        sentence.parse.tags[t] in _TELLING and sentence.parse.deps[t] not in {"amod", "compound"} for t in inside
    )


def _is_bare_name(doc: Doc, span: Span) -> bool:
    """Whether words of a heading are one or two capitalised words and nothing else, none of them a label."""
    words = span.of(doc.text).split()
    labels = load_sources().words.no_speaker
    return len(words) <= 2 and all(w[:1].isupper() and w.lower() not in labels for w in words)


def _speaks(doc: Doc, span: Span, known: frozenset[str]) -> bool:
    """Whether words of a heading name somebody who speaks: a role, an organisation, an outlet, or somebody of the report."""
    words = _WORD.findall(span.of(doc.text))
    lexicon = load_sources()
    if not words or len(words) > _LONGEST or any(w.lower() in lexicon.words.no_speaker for w in words):
        return False
    if _DENYING.match(doc.text, span.start, span.end) or _tells(doc, span):
        return False
    last = next(
        (e for e in doc.entities if e.span.overlaps(span) and e.span.end == span.end and e.form == "name"), None
    )
    if last is not None and not _POSTMODIFIER.search(doc.text, span.start, max(span.start, last.span.start)):
        return True
    if words[-1].lower() in known and words[-1][0].isupper():
        return True
    phrase = _POSTMODIFIER.split(span.of(doc.text))[0]
    heads = _WORD.findall(phrase)
    head = heads[-1].lower() if heads else ""
    return any(
        form in lexicon.words.persons or lexicon.kind_of(form) is not None for form in (head, head.removesuffix("s"))
    )
