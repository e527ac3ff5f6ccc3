"""One decision in a portable file: what was decided, and where in which text, so that another record finds it."""

from __future__ import annotations

from hashlib import sha256

import msgspec

from parley.model.actors import PairJudgement
from parley.model.judgement import Judgement
from parley.model.report import Report
from parley.model.span import Span

__all__ = ["DECISIONS_VERSION", "DecisionFileHead", "DecisionLine", "TextAnchor", "text_anchor", "text_hash"]

DECISIONS_VERSION = 1
"""The form of files of decisions that this program writes and reads."""

_AROUND = 32  # characters of prefix and suffix, as Hypothesis and the Web Annotation examples have them


class DecisionFileHead(msgspec.Struct, frozen=True, gc=False):
    """The first line of a file of decisions: what it is, and the `version` of its form."""

    parley: str
    version: int


class TextAnchor(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """Where in which text: the SHA-256 of the text as UTF-8, and the words with what stands around them.

    `quote` is `text[start:end]` in code points, `prefix` and `suffix` what stands before and behind it (Web Annotation
    Data Model, W3C 2017, TextQuoteSelector and TextPositionSelector). A decision on a whole report has no quote.
    """

    text: str
    start: int | None = None
    end: int | None = None
    quote: str = ""
    prefix: str = ""
    suffix: str = ""


class DecisionLine(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """A decision on a claim, a report or another decision, or one on two `actors`; `anchor` finds its report again.

    `title`, `outlet` and `published` say to a reader which report it is.
    """

    decision: Judgement | None = None
    actors: PairJudgement | None = None
    anchor: TextAnchor | None = None
    title: str | None = None
    outlet: str | None = None
    published: str | None = None


def text_hash(text: str) -> str:
    """The SHA-256 of a text as UTF-8, in hexadecimal digits; a lone surrogate counts as the three bytes it would have."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def text_anchor(report: Report, span: Span | None = None) -> TextAnchor:
    """The anchor of a stretch of a report, or (None) of the whole of it."""
    text = report.text
    if span is None:
        return TextAnchor(text_hash(text))
    prefix, suffix = text[max(0, span.start - _AROUND) : span.start], text[span.end : span.end + _AROUND]
    return TextAnchor(text_hash(text), span.start, span.end, span.of(text), prefix, suffix)
