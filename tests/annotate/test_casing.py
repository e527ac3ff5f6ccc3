from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.annotate.casing import fold_entities, fold_headline, plain_words

_LOWER = {"talks", "union", "rejected", "offer", "pay", "port", "strike", "court", "halts", "on", "to", "meet", "the"}
_NAMES = {"Rotterdam", "FNV", "Voss", "Keel", "Dutch", "U.S.", "McAlister"}


@pytest.mark.parametrize(
    ("headline", "folded"),
    [
        ("UNION REJECTED PAY OFFER", "Union rejected pay offer"),
        ("DUTCH PORT UNION FNV TO MEET KEEL", "Dutch port union FNV to meet Keel"),
        ("FNV REJECTED U.S. OFFER", "FNV rejected U.S. offer"),
        ("COURT HALTS VOSS'S STRIKE", "Court halts Voss's strike"),
        ("MCALISTER TO MEET UNION", "McAlister to meet union"),
        ("Union Rejects Pay Offer", "Union rejects pay offer"),
        ("Rotterdam Port Strike Talks Resume", "Rotterdam port strike talks Resume"),
        ("Keel Offer: Court Halts Strike", "Keel offer: court halts strike"),
        ("Union rejects pay offer from Keel", "Union rejects pay offer from Keel"),
        ("Talks to resume", "Talks to resume"),
        ("KEEL (KLC) REJECTED OFFER", "Keel (KLC) rejected offer"),
        ("PRESIDENT JUANA MORENTE REJECTED TALKS", "President Juana Morente rejected talks"),
        ("ENVOY ARRIVED WITH GEN. TORRE ON MONDAY", "Envoy arrived with gen. Torre on monday"),
        ("PAY UP 6.5 PCT", "Pay up 6.5 pct"),
        ("", ""),
        ("2024", "2024"),
    ],
)
def test_headline_capitals_become_those_of_a_sentence(headline: str, folded: str) -> None:
    assert fold_headline(headline, _LOWER, _NAMES) == folded


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Keel &amp; Mast", "Keel &     Mast"),
        ("Keel Corp &lt;KEL> said", "Keel Corp          said"),
        ("Keel Corp <KEL> said", "Keel Corp       said"),
        ("bought &lt;Mast Lines> today", "bought     Mast Lines  today"),
        ("it&#39;s over", "it    's over"),
        ("it&#x2019;s over", "it       ’s over"),
        ("pay&nbsp;rise", "pay      rise"),
        ("A&B Lines; C&D; all", "A&B Lines; C&D; all"),
        ("6 < 7", "6 < 7"),
        ("no entity", "no entity"),
        ("&#0; &#55296; &#9999999;", "&#0; &#55296; &#9999999;"),
    ],
)
def test_entities_are_folded_in_place(text: str, folded: str) -> None:
    assert fold_entities(text) == folded


_WORDS = st.sampled_from(
    ["ß", "İ", "ŉ", "ǅ", "STRASSE", "Straße", "ﬁre", "TALKS", "Union", "U.S.", "&amp;", "&lt;K>", "’s"]
)


@given(st.one_of(st.text(max_size=80), st.lists(_WORDS, max_size=8).map(" ".join)), st.sets(_WORDS), st.sets(_WORDS))
def test_folding_keeps_every_character_in_its_place(text: str, lower: set[str], names: set[str]) -> None:
    folded = fold_headline(text, {w.lower() for w in lower}, names)
    assert len(folded) == len(text)
    assert all(a == b or a.lower() == b.lower() for a, b in zip(text, folded, strict=True))
    assert len(fold_entities(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Keel &lt;KEL> holders", "Keel holders"),
        ("Keel &amp; Mast\n  Lines", "Keel & Mast Lines"),
        ("the union", "the union"),
    ],
)
def test_plain_words_have_no_marks_of_tickers_and_one_space_between_them(text: str, words: str) -> None:
    assert plain_words(text) == words
