from __future__ import annotations

import io

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from parley.model import new_report
from parley.pages import MarkedPage, marked_text
from parley.render import marked_page_text
from parley.render.text import safe_lines
from tests import strike_record
from tests.recorded import RUN

DAILY, EXTRACTION = strike_record.extractions()[0]
PAGE = MarkedPage(
    DAILY.id, DAILY.title, DAILY.outlet, None, DAILY.published, "metadata", DAILY.url, None, "tugs/1.txt", "Tugs",
    "2031-05-20", marked_text(DAILY, EXTRACTION.claims, passages=EXTRACTION.passages, unread=EXTRACTION.unread), RUN, "data-0",
)  # fmt: skip


def printed(page: MarkedPage, width: int = 200, *, colours: bool = False) -> str:
    out = io.StringIO()
    Console(file=out, width=width, highlight=False, force_terminal=colours, no_color=not colours).print(
        marked_page_text(page)
    )
    return out.getvalue()


@pytest.mark.parametrize(
    "wanted",
    [
        "dockers ‹blocked the lock›[1] on Saturday <b>& stayed</b>.",
        "‹offered a ‹bonus›[2] of 300›[3] crowns",
        "‹“We ‹refuse›[5] the bonus of 300 crowns,”›[4] Jo Mate said.",
        "(unread:) Some 12 tugs lie idle.",
        "(stands above:) The company offered",
        "6 claims",
        RUN.id,
    ],
)
def test_claims_are_numbered_in_place_without_colour(wanted: str) -> None:
    text = printed(PAGE)
    assert wanted in text
    assert "\x1b" not in text


def test_each_number_is_explained_below() -> None:
    below = printed(PAGE).split("6 claims")[1]
    rows = [line.split() for line in below.splitlines() if line.strip().startswith("[")]
    assert [(row[0], row[1]) for row in rows] == [
        ("[1]", "event"), ("[2]", "move"), ("[3]", "figure"), ("[4]", "quote"), ("[5]", "move"), ("[6]", "event"),
    ]  # fmt: skip
    assert "march [planned]" in below


def test_colours_tell_kinds_apart_on_a_terminal() -> None:
    text = printed(PAGE, colours=True)
    assert "\x1b[1;35mblocked the lock" in text
    assert "\x1b[2mShare this page" in text


@pytest.mark.parametrize("width", [40, 80])
def test_the_text_is_wrapped_to_the_width(width: int) -> None:
    assert max(map(len, printed(PAGE, width).splitlines())) <= width


@pytest.mark.parametrize(
    ("words", "after", "shown"),
    [
        ("one\r\ntwo\rthree", "", "one\ntwo\nthree"),
        ("one\r", "\n", "one"),
        ("one\r", "x", "one\n"),
        ("a\x1b[31mb\u202ec", "", "a\ufffd[31mb\ufffdc"),
    ],
)
def test_line_breaks_of_every_kind_are_kept_and_nothing_steers_the_terminal(words: str, after: str, shown: str) -> None:
    assert safe_lines(words, after=after) == shown


@given(st.text(max_size=40))
def test_any_text_can_be_printed(text: str) -> None:
    page = msgspec.structs.replace(PAGE, title=text, marked=marked_text(new_report(text), ()))
    assert "\x1b" not in printed(page)
