"""As what words are told: said, done, planned or denied."""

from __future__ import annotations

import pytest

from parley import Span, told_as

ROWS = [
    ("The union called off its strike, Ada Holm said.", "called off", "done"),
    ("The union called off its strike, Ada Holm said.", "said", "said"),
    ("The firm will reopen the plant in June.", "reopen", "planned"),
    ("The firm did not reopen the plant.", "reopen", "denied"),
    ("The firm plans to reopen the plant.", "reopen", "planned"),
    ("If the army leaves, the rebels would disarm.", "disarm", "planned"),
    ("Envoys met on Monday.", "met", "done"),
    ("The ministry denied that it had paid a ransom.", "paid", "denied"),
]


@pytest.mark.parametrize(("text", "words", "status"), ROWS)
def test_words_are_told_as_a_reader_takes_them(text: str, words: str, status: str) -> None:
    span = Span(text.index(words), text.index(words) + len(words))
    (found,) = told_as(text, [span])
    assert (found.words, found.status) == (span, status)


def test_each_stretch_is_told_in_the_order_given() -> None:
    text = "Envoys met on Monday. The firm will reopen the plant."
    spans = [Span(text.index(word), text.index(word) + len(word)) for word in ("reopen", "met")]
    assert [told.status for told in told_as(text, spans)] == ["planned", "done"]


@pytest.mark.parametrize("span", [Span(100, 104), Span(6, 7)])
def test_a_stretch_without_a_word_is_told_in_one_sentence(span: Span) -> None:
    with pytest.raises(ValueError, match="no word stands at"):
        told_as("Envoys met on Monday.", [span])
