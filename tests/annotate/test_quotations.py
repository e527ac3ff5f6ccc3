"""Quotations: which marks pair, which are apostrophes, what an unclosed one covers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.annotate.doc import Block
from parley.annotate.quotations import find_quotations
from parley.model import Span

CASES = [
    ('The mayor said "the bridge is shut" on Monday.', ["the bridge is shut"]),
    ("The mayor said “the bridge is shut” on Monday.", ["the bridge is shut"]),
    ("The mayor said ‘the bridge is shut’ on Monday.", ["the bridge is shut"]),
    ("The mayor said 'the bridge is shut' on Monday.", ["the bridge is shut"]),
    ("The mayor said «the bridge is shut» on Monday.", ["the bridge is shut"]),
    ("The mayor said „the bridge is shut“ on Monday.", ["the bridge is shut"]),
    ("The mayor said ``the bridge is shut'' on Monday.", ["the bridge is shut"]),
    ("The mayor said ''the bridge is shut'' on Monday.", ["the bridge is shut"]),
    ("He asked for \"an early end of the siege'' in a call. The envoy agreed.", ["an early end of the siege"]),
    ("The workers' pay and the union's offer don't differ.", []),
    ("The workers’ pay and the union’s offer don’t differ.", []),
    ("He called it a 'workers' victory' and left.", ["workers' victory"]),
    ("He called it ‘the dockers’ day’ and left.", ["the dockers’ day"]),
    ("In the '90s the yard's owners were 'too proud' to talk.", ["too proud"]),
    ("In the ’90s the yard’s owners were ‘too proud’ to talk.", ["too proud"]),
    ("A 12\" pipe and a 6' ladder were taken.", []),
    ('A 12" pipe was "stolen" from the yard.', ["stolen"]),
    ('It opened in "spring 2016" at last.', ["spring 2016"]),
    ("\"We heard him say 'never again' twice,\" she said.", ["We heard him say 'never again' twice,", "never again"]),
    ("“We heard him say ‘never again’ twice,” she said.", ["We heard him say ‘never again’ twice,", "never again"]),
    ('"We will sign," he said, "when they pay."', ["We will sign,", "when they pay."]),
    ('The fleet is "heading south."The minister nodded.', ["heading south."]),
    ("“We will sign and go home.", ["We will sign and go home."]),
    ('The envoy said: "We will sign and go home.', ["We will sign and go home."]),
    ("We will sign and go home,” he said.", []),
    ('We will sign and go home," he said.', []),
    ("The so-called 'safe' road was shelled.", ["safe"]),
    ('("Never," said the chair.)', ["Never,"]),
    ("They want 'em back 'til May.", []),
    ("The offer—“a last one”—stands.", ["a last one"]),
    ('The offer—"a last one"—stands.', ["a last one"]),
    ("“Nobody said “maybe” to us,” she said.", ["Nobody said “maybe” to us,", "maybe"]),
    ("No marks at all.", []),
    ('""', []),
]


def quotations(text: str) -> list[str]:
    block = Block(Span(0, len(text)), "text")
    return [q.words.of(text) for q in find_quotations(text, [block])]


@pytest.mark.parametrize(("text", "words"), CASES)
def test_words_between_marks(text: str, words: list[str]) -> None:
    assert quotations(text) == words


@pytest.mark.parametrize(
    ("text", "closed"),
    [("“We will sign.", [False]), ("“We will sign.”", [True]), ('He said "so and "so" again.', [False, True])],
)
def test_a_missing_mark_is_said(text: str, closed: list[bool]) -> None:
    block = Block(Span(0, len(text)), "text")
    found = find_quotations(text, [block])
    assert [q.closed for q in found] == closed
    assert found[0].closed or found[0].span.end == len(text)


def test_paragraphs_are_quoted_each_by_itself() -> None:
    first, second = "“We will sign.", "“Then we go home,” she said."
    text = f"{first}\n\n{second}"
    blocks = [Block(Span(0, len(first)), "text"), Block(Span(len(first) + 2, len(text)), "text")]
    found = find_quotations(text, blocks)
    assert [(q.words.of(text), q.closed) for q in found] == [("We will sign.", False), ("Then we go home,", True)]


def test_furniture_is_not_searched() -> None:
    text = 'Read "more" here'
    assert find_quotations(text, [Block(Span(0, len(text)), "furniture")]) == []


@given(st.text(alphabet="ab s.,\"'“”‘’«»`\n", max_size=60))
def test_any_text_gives_nested_or_separate_quotations(text: str) -> None:
    found = find_quotations(text, [Block(Span(0, len(text)), "text")])
    for q in found:
        assert 0 <= q.span.start < q.words.start < q.words.end <= q.span.end <= len(text)
    starts = [q.span.start for q in found]
    assert starts == sorted(starts)
    for a in found:
        for b in found:
            crossing = a.span.start < b.span.start < a.span.end < b.span.end
            assert not crossing
