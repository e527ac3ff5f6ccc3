"""Parses of single sentences: words, true offsets, lemmas, trees; any text has one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.annotate.parse import ModelError, Parse, load_model, model_name, parse_sentences


def _parse(text: str) -> Parse:
    return parse_sentences([text])[text]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The envoy left.", ["The", "envoy", "left", "."]),
        ("The\nenvoy  left .", ["The", "envoy", "left", "."]),
        ("The envoy\r\nleft.", ["The", "envoy", "left", "."]),
        ("  The envoy\u00a0left.  ", ["The", "envoy", "left", "."]),
        ("The union's crews won't sail.", ["The", "union", "'s", "crews", "wo", "n't", "sail", "."]),
        ("", []),
        (" \n\t ", []),
        ("word " * 400, []),
    ],
)
def test_white_space_is_no_token_and_what_is_no_sentence_has_none(text: str, words: list[str]) -> None:
    parse = _parse(text)
    assert list(parse.words) == words
    assert [text[start:end] for start, end in zip(parse.starts, parse.ends, strict=True)] == words


@pytest.mark.parametrize(
    ("sentence", "word", "lemma"),
    [
        ("The miners met the owners.", "met", "meet"),
        ("The miners met the owners.", "owners", "owner"),
        ("The crews withdrew their offers.", "withdrew", "withdraw"),
        ("The firm is rebuffing bidders.", "rebuffing", "rebuff"),
        ("Both armies freed the women and children.", "armies", "army"),
        ("Both armies freed the women and children.", "women", "woman"),
        ("Both armies freed the women and children.", "children", "child"),
        ("The banks met in the early hours.", "banks", "bank"),
        ("The banks met in the early hours.", "hours", "hour"),
        ("The troops left on those terms.", "troops", "troop"),
        ("The troops left on those terms.", "terms", "term"),
        ("They lay down arms.", "down", "down"),
        ("The firm will lay off miners.", "lay", "lay"),
        ("The crews won't sail.", "wo", "will"),
        ("The crews can't sail.", "ca", "can"),
        ("They grumpled at the terms.", "grumpled", "grumpl"),
        ("Three quorbles sank.", "quorbles", "quorble"),
        ("Torrin offers talks.", "Torrin", "torrin"),
    ],
)
def test_lemmas_come_from_tables_and_unknown_words_lose_their_endings(sentence: str, word: str, lemma: str) -> None:
    parse = _parse(sentence)
    assert parse.lemmas[parse.words.index(word)] == lemma


def test_a_noun_can_be_asked_for_its_lemma_as_a_verb() -> None:
    parse = _parse("Firm rebuffs offers")
    nouns = [t for t, tag in enumerate(parse.tags) if tag == "NNS"]
    assert nouns
    assert all(parse.verb_lemma(t) in {"rebuff", "offer"} for t in nouns)


def test_trees() -> None:
    parse = _parse("The union rejected an offer of six percent.")
    verb = parse.words.index("rejected")
    assert parse.heads[verb] == verb
    assert (parse.lefts[verb], parse.rights[verb]) == (0, len(parse) - 1)
    offer = parse.child(verb, "dobj")
    assert offer is not None
    assert parse.words[offer] == "offer"
    assert parse.words[parse.lefts[offer] : parse.rights[offer] + 1] == ("an", "offer", "of", "six", "percent")
    assert parse.child(verb, "dative") is None
    assert parse.ancestors(parse.words.index("percent"))[-1] == verb
    assert verb in parse.ancestors(offer)
    assert parse.ancestors(verb) == []


def test_conjuncts() -> None:
    parse = _parse("Owners, crews and dockers met.")
    assert [parse.words[t] for t in parse.conjuncts(0)] == ["Owners", "crews", "dockers"]


@pytest.mark.parametrize(
    ("offset", "word"), [(0, "The"), (2, "The"), (3, "envoy"), (8, "envoy"), (9, "left"), (14, ".")]
)
def test_the_token_at_an_offset(offset: int, word: str) -> None:
    parse = _parse("The envoy left.")
    token = parse.token_at(offset)
    assert token is not None
    assert parse.words[token] == word
    assert parse.token_at(15) is None
    assert _parse("").token_at(0) is None


def test_every_distinct_sentence_is_parsed_once_and_whatever_its_company() -> None:
    texts = ["The union met the firm.", "No deal was struck.", "The union met the firm.", ""]
    together = parse_sentences(texts)
    assert set(together) == set(texts)
    assert all(_parse(text) == together[text] for text in texts)


def test_the_model_says_its_name() -> None:
    assert model_name().startswith("en_")


def test_a_missing_model_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARLEY_MODEL", "no_such_model")
    load_model.cache_clear()
    try:
        with pytest.raises(ModelError, match=r"'no_such_model' \(from PARLEY_MODEL\)"):
            load_model()
    finally:
        load_model.cache_clear()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.text(max_size=60) | st.sampled_from(["\r\n", "“Wait,” he said.", "\u202e\ufeff", "👩‍👩‍👧 met", "…"]),
        max_size=6,
    )
)
def test_any_text_has_a_parse_with_true_offsets(parts: list[str]) -> None:
    text = " ".join(parts)
    parse = _parse(text)
    size = len(parse)
    assert {len(row) for row in (parse.lower, parse.lemmas, parse.tags, parse.deps, parse.heads, parse.children)} == {
        size
    }
    assert [text[s:e] for s, e in zip(parse.starts, parse.ends, strict=True)] == list(parse.words)
    assert all(e <= s for e, s in zip(parse.ends, parse.starts[1:], strict=False))
    assert all(parse.lefts[t] <= t <= parse.rights[t] for t in range(size))
    assert all(parse.heads[c] == t for t in range(size) for c in parse.children[t])
    assert all(0 <= t < size for clause in parse.clauses for t in (*clause.subjects, *clause.objects, *clause.datives))
