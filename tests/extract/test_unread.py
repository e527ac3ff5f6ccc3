"""Sentences with a word of talks or a number of which nothing was claimed."""

from __future__ import annotations

import pytest

from parley.annotate import annotate
from parley.annotate.doc import Doc
from parley.extract.unread import find_unread
from parley.model import Attribution, Claim, Factuality, Figure, Mention, Quantity, Span, new_claim, new_report

TEXT = (
    "The union rejected the offer. The sky was grey over the bay. Some 40 lorries stood idle. "
    "The owners will negotiate. Nobody came by bus 12."
)


def _doc(text: str, title: str | None = None) -> Doc:
    return next(iter(annotate([new_report(text, title=title)])))


def _claim(doc: Doc, words: str) -> Claim:
    start = doc.text.index(words)
    span = Span(start, start + len(words))
    return new_claim(
        doc.report.id,
        Figure("other", Quantity(1, 1)),
        attribution=Attribution(),
        factuality=Factuality(),
        mentions=(Mention(span, span),),
        rule="test",
    )


def _unread(doc: Doc, *claimed: str) -> list[str]:
    return [span.of(doc.text) for span in find_unread(doc, tuple(_claim(doc, words) for words in claimed))]


def test_sentences_with_a_word_of_an_act_or_a_count_are_told() -> None:
    unread = _unread(_doc(TEXT))
    assert unread[:3] == ["The union rejected the offer.", "Some 40 lorries stood idle.", "The owners will negotiate."]
    assert "The sky was grey over the bay." not in unread


@pytest.mark.parametrize("words", ["rejected", "The union rejected the offer.", "union", "the offer. The sky"])
def test_a_sentence_any_claim_touches_is_read(words: str) -> None:
    assert "The union rejected the offer." not in _unread(_doc(TEXT), words)


def test_all_read_leaves_nothing() -> None:
    doc = _doc(TEXT)
    assert _unread(doc, TEXT) == []
    assert find_unread(_doc(""), ()) == ()


def test_headings_and_furniture_are_not_told() -> None:
    doc = _doc(
        "Union rejects offer\n\nThe sky was grey over the bay, and the boats lay at anchor.\n", "Union rejects offer"
    )
    assert _unread(doc) == []


@pytest.mark.parametrize("text", ["The team made no mistakes.", "She took the bus.", "He was born on June 5, 1970."])
def test_everyday_verbs_and_dates_are_no_cue(text: str) -> None:
    assert _unread(_doc(text)) == []
