"""Times of entries, and signs of who speaks, at the beginning of lines."""

from __future__ import annotations

import pytest

from parley.annotate import annotate
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


ROUND_UP = """News in brief

VASKO: The ministry offered the Northern Front 30 seats. It wants an answer by Friday.

PORT ELLA: Dockers called off a stoppage. They had asked for 6 percent.

BASK: The search was halted. It had lasted nine days."""


def test_names_in_capitals_of_which_none_comes_back_head_the_stories_of_a_round_up() -> None:
    assert {kind for kind, _, _ in _marks(ROUND_UP)} == {"heading"}
    blocks = find_layout(new_report(ROUND_UP)).blocks
    assert [(b.story, b.label) for b in blocks if b.kind == "text"] == [(0, None), (1, None), (2, None)]


def test_names_in_capitals_that_come_back_speak() -> None:
    text = "BERG: We want 6.\n\nHOLT: You get 4.\n\nBERG: Then we strike.\n\nAUDIENCE: Shame!"
    assert {kind for kind, _, _ in _marks(text)} == {"speaker"}


def test_each_dateline_in_the_text_begins_a_story() -> None:
    text = "GENEVA (AP) - The envoy met both sides.\n\nLIMA (AP) - Miners went back to work."
    assert [b.story for b in find_layout(new_report(text)).blocks if b.kind == "text"] == [0, 1]


def test_a_pronoun_takes_up_nobody_from_another_story() -> None:
    text = "GENEVA (AP) - Envoy Ana Ruiz met both sides.\n\nLIMA (AP) - Miners went back to work. She was pleased."
    doc = next(annotate([new_report(text, published="2025-05-16")]))
    (she,) = [e for e in doc.entities if e.span.of(text) == "She"]
    assert not she.resolved
