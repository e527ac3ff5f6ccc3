from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.annotate.lines import find_paragraphs

_FIRST = (
    "The dockers of the northern quay turned the employers' offer down on Tuesday night, and said that they would stay "
    "out until the end of the month unless the plan to cut four hundred jobs is dropped. Nobody at the port expects that. "
    "A mediator is on her way."
)
_SECOND = (
    "Ships were sent on to other harbours along the coast, where queues have grown to three days, according to brokers "
    "who follow the trade and who fear that some lines will not come back even when the strike is over."
)


def _paragraphs(text: str) -> list[str]:
    return [" ".join(span.of(text).split()) for span in find_paragraphs(text)]


@pytest.mark.parametrize("width", [50, 64, 78, 100])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_hard_wrapped_lines_are_joined(width: int, newline: str) -> None:
    text = "\n\n".join(textwrap.fill(p, width) for p in (_FIRST, _SECOND, _FIRST)).replace("\n", newline)
    assert _paragraphs(text) == [_FIRST, _SECOND, _FIRST]


def test_an_indented_line_opens_a_wrapped_paragraph() -> None:
    text = "\n".join(textwrap.fill(p, 66, initial_indent="    ") for p in (_FIRST, _SECOND))
    assert _paragraphs(text) == [_FIRST, _SECOND]


@pytest.mark.parametrize("between", ["\n", "\n\n", "\r\n", "\r", "\n \n", "\u2029"])
def test_long_lines_are_paragraphs_of_their_own(between: str) -> None:
    assert _paragraphs(between.join([_FIRST, _SECOND, _FIRST])) == [_FIRST, _SECOND, _FIRST]


def test_short_paragraphs_one_a_line_are_not_joined() -> None:
    lines = [
        "The union said no.",
        "The port said that it would wait for a while.",
        "Talks resume on Monday, both sides say.",
    ]
    assert _paragraphs("\n".join(lines)) == lines


def test_white_space_alone_is_no_paragraph() -> None:
    assert find_paragraphs(" \n\t\r\n ") == []


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from(" \n\r\tabc.")), max_size=300))
def test_paragraphs_cover_all_that_is_not_white_space(text: str) -> None:
    before = 0
    for span in find_paragraphs(text):
        assert not text[before : span.start].strip()
        assert span.of(text).strip()
        before = span.end
    assert not text[before:].strip()


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_line_in_small_letters_completes_the_sentence_above(newline: str) -> None:
    lines = [
        "The ferry union turned down an offer to raise pay by four per cent over a",
        "two-year term, its chairwoman said.",
        "Talks go on.",
    ]
    assert _paragraphs(newline.join(lines)) == [" ".join(lines[:2]), lines[2]]


@pytest.mark.parametrize(
    "lines",
    [
        ["The ministers met again to speak of these three open questions:", "pay", "hours"],
        ["Pay", "hours of work", "pensions"],
        ["the crews of the northern ferries and of the two tugs in the port", "the guards of the port railway"],
        ["Talks between the ferry union and its employers broke down tonight", "", "the union said on its own page"],
    ],
)
def test_small_letters_alone_do_not_join_lines(lines: list[str]) -> None:
    assert _paragraphs("\n".join(lines)) == [line for line in lines if line]
