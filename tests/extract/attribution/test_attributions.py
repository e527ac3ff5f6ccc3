"""Attributions: who is given for which words, by which cue, through which chain."""

from __future__ import annotations

import pytest

from parley.annotate.annotator import annotate
from parley.annotate.doc import Doc
from parley.extract.attribution import Attributed, Attributions, find_attributions
from parley.model import Attribution, Span, new_report
from tests.extract.attribution.attribution_cases import CASES, HEADINGS, NONE, SILENCES


def read(text: str, **report: str | None) -> tuple[Doc, Attributions]:
    doc = next(iter(annotate([new_report(text, **report)])))
    return doc, find_attributions(doc)


def chain_of(attribution: Attribution) -> str:
    return " < ".join(source.name for source in attribution.chain)


def told(text: str, item: Attributed) -> tuple[str, str, str | None, list[str]]:
    contents = [piece.of(text) for piece in item.content]
    return chain_of(item.attribution), item.cue.of(text), item.attribution.directness, contents


def under(text: str, words: str, **report: str | None) -> Attribution:
    doc, attributions = read(text, **report)
    start = text.index(words)
    sentence = doc.sentence_at(start)
    assert sentence is not None
    return attributions.of(sentence, Span(start, start + len(words)))


@pytest.mark.parametrize(("text", "chain", "cue", "directness", "content"), CASES)
def test_attribution(text: str, chain: str, cue: str, directness: str, content: list[str]) -> None:
    _, attributions = read(text)
    assert (chain, cue, directness, content) in [told(text, item) for item in attributions.items]


@pytest.mark.parametrize("text", NONE)
def test_no_attribution(text: str) -> None:
    _, attributions = read(text)
    assert [told(text, item) for item in attributions.items] == []


@pytest.mark.parametrize(("text", "speaker", "words"), SILENCES)
def test_silence_is_no_answer(text: str, speaker: str, words: str) -> None:
    _, attributions = read(text)
    silent = [item for item in attributions.items if item.attribution.silence]
    assert [(chain_of(item.attribution), item.cue.of(text), item.content) for item in silent] == [(speaker, words, ())]


BODY = "\n\nThe harbour of Oslo lay still on Monday.\n"


@pytest.mark.parametrize(("heading", "speaker", "content"), HEADINGS)
def test_headings_name_their_speaker(heading: str, speaker: str, content: str) -> None:
    text = heading + BODY
    _, attributions = read(text, title=heading)
    found = [(item.attribution.chain[-1].span, item.content) for item in attributions.items]
    assert [(span and span.of(text), pieces[0].of(text)) for span, pieces in found] == [(speaker, content)]


@pytest.mark.parametrize(
    "heading",
    ["Harbour strike: union frees ten held in Lorne", "Border war: front confirms three killed on way from Norland"],
)
def test_a_heading_that_tells_what_happens_names_no_speaker(heading: str) -> None:
    _, attributions = read(heading + BODY)
    assert [item for item in attributions.items if item.rule == "heading"] == []
