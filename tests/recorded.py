"""Reports and claims to record, built by hand or by hypothesis, always with true spans."""

from __future__ import annotations

import types
from collections.abc import Callable
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec
from hypothesis import strategies as st

from parley.model import (
    Actor,
    Attribution,
    Body,
    Claim,
    DateRange,
    Evidence,
    Extraction,
    Factuality,
    Mention,
    Observation,
    Passage,
    Quantity,
    Report,
    Run,
    Source,
    Span,
    new_claim,
    new_report,
    new_run,
)

RUN = new_run(code="code", lexicon="lexicon", model="model", settings="settings")
LATER_RUN = new_run(code="later code", lexicon="lexicon", model="model", settings="settings")


def report_of(text: str, published: str | None = "2031-03-04", outlet: str | None = "Harbour Gazette") -> Report:
    return new_report(text, outlet=outlet, published=published)


def observed(source: str = "reports/a.txt", story: str | None = None) -> Observation:
    return Observation(source, "00ff", "plain", story=story)


def claim_at(
    report: Report,
    words: str,
    body: Body,
    *,
    sources: tuple[str, ...] = (),
    factuality: Factuality | None = None,
    at: DateRange | None = None,
    **more: Any,
) -> Claim:
    """A claim that the given words of the report make, on the word of the sources."""
    start = report.text.index(words)
    span = Span(start, start + len(words))
    chain = tuple(Source(name, "office", actor=Actor(name, name)) for name in sources)
    return new_claim(
        report.id,
        body,
        attribution=Attribution(chain, **more),
        factuality=factuality or Factuality(),
        mentions=(Mention(span, span, (Evidence("cue", span.start, span.end, words),)),),
        rule="by hand",
        when=at,
    )


def extraction_of(report: Report, *claims: Claim) -> Extraction:
    return Extraction(report.id, claims)


@cache
def _spans(length: int) -> st.SearchStrategy[Span]:
    """Stretches of a text of so many characters."""
    start = st.integers(0, length - 1)
    return start.flatmap(lambda low: st.integers(low + 1, length).map(lambda high: Span(low, high)))


# Made once for each length: making takes longer than drawing.
@cache
def _records(hint: Any, length: int) -> st.SearchStrategy[Any]:
    """Values of a type hint, with every Span inside a stretch of a text of so many characters."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Literal:
        return st.sampled_from(inner)
    if origin in (Union, types.UnionType):
        return st.one_of([_records(each, length) for each in inner])
    if origin is tuple:
        return st.lists(_records(inner[0], length), max_size=2).map(tuple)
    if hint is Span:
        return _spans(length)
    if hint is Quantity:
        return st.lists(_NUMBERS, min_size=2, max_size=2).map(sorted).flatmap(_quantities)
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        fields = {name: _records(kind, length) for name, kind in get_type_hints(hint).items() if name[0] != "_"}
        return st.builds(hint, **fields)
    return _PLAIN[hint]


_NUMBERS = st.integers(-(2**40), 2**40) | st.floats(-1e9, 1e9)
_PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: st.text(max_size=6),
    int: st.integers(0, 2**40),
    float: _NUMBERS,
    bool: st.booleans(),
    type(None): st.none(),
}


def _quantities(bounds: list[float]) -> st.SearchStrategy[Quantity]:
    return st.builds(
        Quantity, st.just(bounds[0]), st.just(bounds[1]), st.booleans(), st.booleans(), verbatim=st.text(max_size=6)
    )


@st.composite
def extractions(draw: Callable[..., Any]) -> tuple[Report, Observation, Extraction]:
    """A report of any text with a few claims of any kind that stand in it."""
    text = draw(st.text(min_size=1, max_size=30))
    published = draw(st.none() | st.dates().map(str))
    report = new_report(text, title=draw(st.none() | st.text(max_size=5)), outlet="Gazette", published=published)
    spans = _spans(len(text))
    claims = draw(st.lists(_claims(report), max_size=3, unique_by=lambda claim: claim.id))
    passages = draw(st.lists(_records(Passage, len(text)), max_size=2))
    found = Extraction(report.id, tuple(claims), tuple(passages), tuple(draw(st.lists(spans, max_size=2))))
    observation = Observation(draw(st.text(max_size=6)), "00ff", "plain", title_span=draw(st.none() | spans))
    return report, observation, found


@cache
def _mentions(length: int) -> st.SearchStrategy[list[tuple[Span, Span, list[Span]]]]:
    """Triggers and statements with the stretches that are their evidence."""
    spans = _spans(length)
    return st.lists(st.tuples(spans, spans, st.lists(spans, max_size=2)), min_size=1, max_size=2)


@st.composite
def _claims(draw: Callable[..., Any], report: Report) -> Claim:
    def quoted(span: Span) -> Evidence:
        return Evidence("cue", span.start, span.end, span.of(report.text))

    length = len(report.text)
    found = draw(_mentions(length))
    return new_claim(
        report.id,
        draw(_records(Body, length)),
        attribution=draw(_records(Attribution, length)),
        factuality=draw(_records(Factuality, length)),
        mentions=tuple(Mention(one, other, tuple(map(quoted, evidence))) for one, other, evidence in found),
        rule=draw(st.text(max_size=5)),
    )


def run_of(number: int) -> Run:
    return new_run(code=f"code {number}", lexicon="lexicon", model="model", settings="settings")
