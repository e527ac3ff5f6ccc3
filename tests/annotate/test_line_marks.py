"""Times of entries, and signs of who speaks, at the beginning of lines."""

from __future__ import annotations

import pytest

from parley.annotate.blocks import find_layout
from parley.annotate.line_marks import find_line_marks
from parley.annotate.lines import find_paragraphs
from parley.model import new_report

LIVE = """Talks at the mill: live

09:05 Both delegations have arrived.

10.30am - The union has tabled a new claim, a spokesman says.

14:20

The company has left the room. At 13:50 it asked for a break.

7:45 p.m. "We are still here," the mediator tells us."""

INTERVIEW = """The mediator: They are closer than they say

Q. Will they sign?
A: I think they will.

Question: And if not?
Mara Olsen: Then we start again. Next: the ferry.
Mara Olsen: That is all."""


def _marks(text: str) -> list[tuple[str, str, str | None]]:
    found = find_line_marks(text, find_paragraphs(text))
    return [(m.kind, m.span.of(text), m.value) for _, m in sorted(found.items())]


def test_a_running_account_has_the_times_of_its_entries() -> None:
    assert _marks(LIVE) == [
        ("entry", "09:05", "09:05"),
        ("entry", "10.30am", "10:30"),
        ("entry", "14:20", "14:20"),
        ("entry", "7:45 p.m.", "19:45"),
    ]
    blocks = find_layout(new_report(LIVE)).blocks
    texts = [(b.entry, b.span.of(LIVE)[:16]) for b in blocks if b.kind == "text"]
    assert texts == [
        ("09:05", "Both delegations"),
        ("10:30", "The union has ta"),
        ("14:20", "The company has "),
        ("19:45", '"We are still he'),
    ]


def test_an_interview_has_the_signs_of_who_speaks() -> None:
    assert _marks(INTERVIEW) == [
        ("question", "Q", None),
        ("answer", "A", None),
        ("question", "Q", None),
        ("speaker", "Mara Olsen", "Mara Olsen"),
        ("speaker", "Mara Olsen", "Mara Olsen"),
    ]
    blocks = find_layout(new_report(INTERVIEW)).blocks
    said = [(b.label.of(INTERVIEW), b.span.of(INTERVIEW)) for b in blocks if b.label is not None and b.kind == "text"]
    assert ("A", "I think they will.") in said
    assert ("Mara Olsen", "Then we start again. Next: the ferry.") in said


@pytest.mark.parametrize(
    "text",
    [
        "14:30 Trains run again.\n\nThe strike is over.",
        "12.50 dollars a share was paid.\n\n11.75 dollars was asked.\n\n10.10 dollars was the old price.",
        "A: the first of three points.\n\nB: the second.",
        "Note: the talks go on.\n\nThe mill stays shut.",
    ],
)
def test_other_lines_have_no_mark(text: str) -> None:
    assert _marks(text) == []
