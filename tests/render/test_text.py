from __future__ import annotations

import pytest

from parley.pages import Segment
from parley.render.text import clean, marked, short_id


@pytest.mark.parametrize(
    ("words", "expected"),
    [("a\n  b\tc", "a b c"), ("red\x1b[31m", "red�[31m"), ("a\u202eb", "a�b"), ("[bold]", "[bold]"), (None, "")],
)
def test_words_are_printed_on_one_line_and_cannot_steer_the_terminal(words: str | None, expected: str) -> None:
    assert clean(words) == expected


def test_marks_are_seen_without_colour() -> None:
    segments = (
        Segment("They "),
        Segment("said ", ("cue",)),
        Segment("n", ("trigger", "term")),
        Segment("o", ("trigger",)),
    )
    assert marked(segments).plain == "They said ‹no›"
    assert marked((Segment("x", ("match",)), Segment(" y"))).plain == "‹x› y"


def test_a_marked_text_keeps_no_control_characters() -> None:
    assert marked((Segment("a\x1bb\nc"),)).plain == "a�b c"


def test_a_short_id_is_the_beginning_of_its_digits() -> None:
    assert short_id("claim-0123456789abcdef0123") == "01234567"
