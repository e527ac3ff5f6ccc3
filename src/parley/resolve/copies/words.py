"""The words of a report's running text, sentence by sentence, in a form in which copies are the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

import msgspec

from parley.lexicon import load_lexicon
from parley.lexicon.numbers import Numbers
from parley.model import Passage, Report, Span

__all__ = ["Word", "cut_sentences", "quoted_parts", "words_of"]

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)*")
_OWNER = re.compile(r"['’]s$")
_POST = re.compile(r"(?:[—–-]|\bby)\s+[^\n()]{2,60}\(@\w+\)")  # whose post it was, behind it
_OPEN_LENGTH = 600  # characters
# What stands in these is printed around the news, or stands in the report a second time.
_LEFT_OUT = frozenset({"title", "dateline", "byline", "furniture", "credit", "repeat", "entry"})


class Word(msgspec.Struct, frozen=True, gc=False):
    """A word: `key` is what it is compared by (small letters, figures for number words).

    `capital` tells whether it begins with a capital, but not in a sentence that is all capitals.
    """

    key: str
    span: Span
    capital: bool


def words_of(text: str, span: Span) -> tuple[Word, ...]:
    """The words of a stretch of `text`; marks and symbols are none."""
    tells = not text[span.start : span.end].isupper()
    return tuple(
        Word(_key(match[0]), Span(*match.span()), tells and match[0][0].isupper())
        for match in _WORD.finditer(text, span.start, span.end)
    )


def _key(word: str) -> str:
    if word[0].isdigit():
        return word.replace(",", "")
    plain = _OWNER.sub("", word.replace(".", "")).casefold().replace("’", "'")
    return _cardinals().get(plain, plain)


@cache
def _cardinals() -> dict[str, str]:
    return {word: str(value) for word, value in load_lexicon("numbers", Numbers).cardinals.items()}


def cut_sentences(report: Report, passages: Iterable[Passage] = ()) -> tuple[Span, ...]:
    """The sentences of the running text in order: without title, dateline, byline, furniture, credit and repeats.

    Where nothing is left without them, as of a headline with nothing below it, all sentences.
    """
    from parley.annotate.lines import find_paragraphs  # takes the language library with it
    from parley.annotate.sentences import find_sentences

    holes = sorted({passage.span for passage in passages if passage.kind in _LEFT_OUT} | _title(report))
    sentences = [each for part in find_paragraphs(report.text) for each in find_sentences(report.text, part)]
    pieces = [piece for each in sentences for piece in _without(each, holes)] if holes else sentences
    found = tuple(piece for piece in pieces if _WORD.search(report.text, piece.start, piece.end))
    return found or tuple(each for each in sentences if _WORD.search(report.text, each.start, each.end))


def quoted_parts(report: Report, passages: Iterable[Passage] = ()) -> tuple[Span, ...]:
    """The stretches of the running text that give somebody's words: in quotation marks, or as an embedded post."""
    from parley.annotate.doc import Block
    from parley.annotate.lines import find_paragraphs
    from parley.annotate.quotations import find_quotations

    apart = {passage.span for passage in passages if passage.kind in _LEFT_OUT}
    paragraphs = [each for each in find_paragraphs(report.text) if not any(span.covers(each) for span in apart)]
    found = find_quotations(report.text, [Block(p, "text") for p in paragraphs])
    # A mark that is never closed opens a quotation of several paragraphs, unless all of a long text is one paragraph.
    marked = [each.span for each in found if each.closed or len(each.span) <= _OPEN_LENGTH]
    posts = [Span(p.start, m.start()) for p in paragraphs for m in _POST.finditer(report.text, p.start, p.end)]
    return tuple(sorted(span for span in (*marked, *posts) if span))


def _title(report: Report) -> set[Span]:
    start = len(report.text) - len(report.text.lstrip())
    titled = bool(report.title) and report.text.startswith(report.title or "", start)
    return {Span(start, start + len(report.title or ""))} if titled else set()


def _without(sentence: Span, holes: Iterable[Span]) -> Iterator[Span]:
    """What the holes, in order, leave of a sentence."""
    start = sentence.start
    for hole in holes:
        if not hole.overlaps(sentence):
            continue
        if start < hole.start:
            yield Span(start, hole.start)
        start = max(start, hole.end)
    if start < sentence.end:
        yield Span(start, sentence.end)
