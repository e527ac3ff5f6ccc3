"""What a move gives or asks: things, amounts with their bounds, lengths, dates, ratios, conditions."""

from __future__ import annotations

from typing import Any

import pytest

from tests.extract.reading_moves import differences, moves_of, read, read_all
from tests.extract.terms_cases import ROWS

read_all(text for text, _, _ in ROWS)


@pytest.mark.parametrize(("text", "act", "wanted"), ROWS)
def test_a_term(text: str, act: str, wanted: dict[str, Any]) -> None:
    acts = ["accept", "agree"] if act in {"accept", "agree"} else act
    assert differences(text, {"act": acts, "terms": [wanted], "sure": False}) == []


@pytest.mark.parametrize("text", [text for text, _, _ in ROWS])
def test_the_words_of_a_term_stand_in_its_sentence(text: str) -> None:
    for claim in read(text):
        for mention in claim.mentions:
            assert all(text[e.start : e.end] == e.quote for e in mention.evidence)
    for _, move in moves_of(text):
        for term in (*move.terms, *move.conditions):
            assert term.item
            assert term.item in text
            assert term.condition is None or term.condition in text
            assert term.quantity is None or all(word in text for word in term.quantity.verbatim.split())
            assert 0 <= term.span.start < term.span.end <= len(text)


def test_the_table_is_large_enough_to_mean_something() -> None:
    assert len(ROWS) >= 70
    assert len({wanted["issue"] for _, _, wanted in ROWS}) >= 12
