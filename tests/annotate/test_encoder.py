"""Tokens in their context: what the library's own layers say, and the same whatever stands beside."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.annotate.encoder import Encoder, has_windows
from parley.annotate.language_model import load_model

_WORDS = [
    "The",
    "union",
    "of",
    "crews",
    "rejected",
    "the",
    "offer",
    "on",
    "Tuesday",
    "and",
    "said",
    "that",
    "talks",
    "would",
    "go",
    "on",
    ".",
]
_sentences = st.lists(st.lists(st.integers(0, len(_WORDS) - 1), min_size=1, max_size=40), min_size=1, max_size=6)


@cache
def _layers() -> Any:
    return load_model().get_pipe("tok2vec").model.get_ref("encode")  # type: ignore[attr-defined]


@cache
def _alone() -> Any:
    embed = load_model().get_pipe("tok2vec").model.get_ref("embed")  # type: ignore[attr-defined]
    return embed.predict([load_model().tokenizer(" ".join(_WORDS))])[0]


def _encoded(sentences: list[list[int]]) -> list[Any]:
    encoder = Encoder(_layers())
    return encoder.in_context(encoder.prepare(_alone()), sentences)


@settings(max_examples=60, deadline=None)
@given(_sentences)
def test_the_library_says_the_same(sentences: list[list[int]]) -> None:
    expected = _layers().predict([_alone()[rows] for rows in sentences])
    for found, wanted in zip(_encoded(sentences), expected, strict=True):
        np.testing.assert_allclose(found, wanted, rtol=1e-4, atol=1e-4)


@settings(max_examples=60, deadline=None)
@given(_sentences)
def test_a_sentence_is_the_same_to_the_last_digit_beside_any_others(sentences: list[list[int]]) -> None:
    for found, rows in zip(_encoded(sentences), sentences, strict=True):
        np.testing.assert_array_equal(found, _encoded([rows])[0])


@pytest.mark.parametrize("of_a_small_model", [True, False])
def test_other_layers_are_known(of_a_small_model: bool) -> None:
    layers = _layers() if of_a_small_model else load_model().get_pipe("tagger").model  # type: ignore[attr-defined]
    assert has_windows(layers) is of_a_small_model
