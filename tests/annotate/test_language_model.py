"""The model's word on sentences: just what the library's own pipeline says, whatever is worked out only once."""

from __future__ import annotations

from string import ascii_letters

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from parley.annotate.language_model import Analysis, ModelError, _stretches, analyse, load_model

_SENTENCES = (
    "The union's crews won't sail, its chair said on Tuesday.",
    "“We can't accept that,” Mr. Holm told the U.N. on Sept. 3.",
    "Talks between Torrin and Velmark (the third round) broke off at 5 p.m.",
    "Crews want a 4.5%-rise; the line's last offer was $12.50/hour, i.e. 2% more ...",
    "No deal.",
    "She'd've signed, y'all :) , they said: cannot, gonna, don't",
)
_STRETCHES = (
    "The", "union's", "won't", "U.S.A.", "5%", "$4bn", ":)", "(a)", "“no”", "--", "...", "e.g.", "cease-fire", "don't.", "x/y", ";",
)  # fmt: skip


def _by_the_library(text: str) -> Analysis:
    nlp = load_model()
    with nlp.select_pipes(enable=["tok2vec", "tagger", "parser"]):
        tokens = nlp(text)
    return Analysis(
        words=tuple(t.text for t in tokens),
        starts=tuple(t.idx for t in tokens),
        ends=tuple(t.idx + len(t) for t in tokens),
        tags=tuple(t.tag_ for t in tokens),
        deps=tuple(t.dep_ for t in tokens),
        heads=tuple(t.head.i for t in tokens),
    )


@pytest.mark.parametrize("text", _SENTENCES)
def test_the_library_says_the_same(text: str) -> None:
    assert analyse([text]) == [_by_the_library(text)]


def test_together_as_alone_in_their_order() -> None:
    assert analyse([*_SENTENCES, ""]) == [*map(_by_the_library, _SENTENCES), Analysis()]


def test_what_was_said_cannot_be_changed() -> None:
    first = analyse(_SENTENCES)
    assert analyse(reversed(_SENTENCES)) == first[::-1]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(_STRETCHES)))
@example(["12,000-14,000", "men,", "it's", "Jan.", "3rd"])
def test_stretches_are_cut_as_the_library_cuts_a_whole_text(stretches: list[str]) -> None:
    text = " ".join(stretches)
    tokens = load_model().tokenizer(text)
    (found,) = analyse([text])
    assert found.words == tuple(t.text for t in tokens)
    assert found.starts == tuple(t.idx for t in tokens)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.text(ascii_letters, min_size=1, max_size=12), min_size=1, max_size=5))
@example(["cannot", "Im", "gonna", "km", "USA", "pm"])
def test_words_of_plain_letters_are_cut_as_the_library_cuts_them(words: list[str]) -> None:
    text = " ".join(words)
    (found,) = analyse([text])
    assert found.words == tuple(t.text for t in load_model().tokenizer(text))


def test_stretches_are_cut_alike_whether_met_before_or_not() -> None:
    _stretches.cache_clear()
    first = analyse(_SENTENCES)
    assert analyse(_SENTENCES) == first
    _stretches.cache_clear()
    assert [analysis for text in _SENTENCES for analysis in analyse([text])] == first


def test_line_ends_are_no_tokens() -> None:
    (found,) = analyse(["The union\n met  the firm. "])
    assert found.words == ("The", "union", "met", "the", "firm", ".")
    assert found.starts == (0, 4, 11, 16, 20, 24)


def test_a_model_that_embeds_otherwise_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("parley.annotate.embedding._ATTRIBUTES", "something_else")
    load_model.cache_clear()
    try:
        with pytest.raises(ModelError, match="install en_core_web_sm"):
            load_model()
    finally:
        load_model.cache_clear()
