"""Every attribution of a text as the field marks it: attitudes beside what is given as said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import parley
from parley.extract.attributions import AttributedWords, attributions

# text, words of the source (of a relative clause both), cue, content, kind
ATTITUDES = [
    ("The guild wants to reopen the quarry.", ["The guild"], "wants", ["to reopen the quarry"], "wish"),
    ("The pilots plan to walk out in May.", ["The pilots"], "plan", ["to walk out in May"], "wish"),
    ("The quarry is expected to close.", [], "expected", ["The quarry is expected to close"], "wish"),
    ("The mayor urged the guild to wait.", ["The mayor"], "urged", ["to wait"], "request"),
    ("Residents called for a new inquiry.", ["Residents"], "called", ["a new inquiry"], "request"),
    ("The bank opposes the merger.", ["The bank"], "opposes", ["the merger"], "belief"),
    ("Delegates voted in favour of the merger.", ["Delegates"], "voted", ["the merger"], "belief"),
    ("The premier talked about the flood.", ["The premier"], "talked", ["the flood"], "speech"),
    ("Teachers are worried about the cuts.", ["Teachers"], "worried", ["the cuts"], "belief"),
    ("Teachers fear the cuts.", ["Teachers"], "fear", ["the cuts"], "belief"),
    ("Envoys have expressed concern about the raids.", ["Envoys"], "expressed concern", ["the raids"], "belief"),
    ("The union's plan to strike was leaked.", ["The union"], "plan", ["to strike"], "belief"),
    ("Envoys who oppose the pact stayed away.", ["Envoys", "who"], "oppose", ["the pact"], "belief"),
    ("The pact seems dead.", [], "seems", ["The pact seems dead"], "belief"),
]
# No attitude of anybody: other senses, and what only may be held or asked.
NONE = [
    "The guild closed the quarry.",
    "The mayor could oppose the merger.",
    "This supports the roof.",
    "The quarry closed on Monday.",
]


def named(text: str, words: AttributedWords) -> tuple[list[str], str, list[str], str]:
    return (
        [span.of(text) for span in words.sources],
        words.cue.of(text),
        [span.of(text) for span in words.content],
        words.kind,
    )


@pytest.mark.parametrize(("text", "sources", "cue", "content", "kind"), ATTITUDES)
def test_attitudes(text: str, sources: list[str], cue: str, content: list[str], kind: str) -> None:
    assert (sources, cue, content, kind) in [named(text, words) for words in attributions(text)]


@pytest.mark.parametrize("text", NONE)
def test_no_attitude(text: str) -> None:
    assert [named(text, words) for words in attributions(text)] == []


def test_words_given_as_said_are_statements() -> None:
    text = "The offer is dead, Ada Holm said. The bank declined to comment."
    assert [named(text, words) for words in attributions(text)] == [
        (["Ada Holm"], "said", ["The offer is dead"], "statement"),
        (["The bank"], "declined to comment", [], "silence"),
    ]


def test_an_attitude_in_what_somebody_says_stands_on_his_word() -> None:
    text = "The mayor said the guild wants to reopen the quarry."
    assert [(w.cue.of(text), w.within) for w in attributions(text)] == [("said", False), ("wants", True)]


def test_attitudes_put_no_claim_on_anybodys_word() -> None:
    text = "The miners' union wants to end the strike. It rejected the company's offer of 4 percent on Friday."
    claims = parley.extract(text).claims
    assert claims
    assert all(not claim.attribution.chain for claim in claims)


def test_a_quotation_that_goes_on_is_content_of_its_cue() -> None:
    text = '"We will not sign," the minister said.\n\n"We have said so for years."'
    assert [len(words.content) for words in attributions(text)] == [2]


WORDS = [
    "The guild",
    "wants",
    "to",
    "oppose",
    "the pact",
    "that",
    "worried",
    "about",
    "said",
    '"',
    ",",
    ".",
    "plan",
    "who",
]


@given(st.lists(st.sampled_from(WORDS), max_size=14))
def test_whatever_stands_there_its_stretches_are_words_of_the_text_in_order(words: list[str]) -> None:
    text = " ".join(words)
    found = attributions(text)
    assert list(found) == sorted(found, key=lambda one: (one.cue, one.content))
    assert all(span.of(text).strip() for one in found for span in (one.cue, *one.content, *one.sources))
    assert found == attributions(text)
