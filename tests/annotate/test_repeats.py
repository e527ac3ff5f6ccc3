from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.annotate.repeats import find_repeats
from parley.model import Span

_A = "The dockers turned the offer down on Tuesday night."
_B = "Employers said they would wait until the end of the week."
_C = "A mediator is to fly in from the capital tomorrow."


def _spans(lines: list[str]) -> tuple[str, list[Span]]:
    text, spans = "", []
    for line in lines:
        spans.append(Span(len(text), len(text) + len(line)))
        text += line + "\n"
    return text, spans


def _runs(lines: list[str]) -> list[tuple[int, int, int, int]]:
    """First and last line of each later standing, and of its first."""
    text, spans = _spans(lines)
    starts = {s.start: i for i, s in enumerate(spans)}
    ends = {s.end: i for i, s in enumerate(spans)}
    found = find_repeats(text, spans)
    assert all(p.kind == "repeat" and p.of is not None for p in found)
    return [(starts[p.span.start], ends[p.span.end], starts[p.of.start], ends[p.of.end]) for p in found if p.of]


@pytest.mark.parametrize(
    ("lines", "runs"),
    [
        ([_A, _B, _C], []),
        ([_A, _B, _A], [(2, 2, 0, 0)]),
        ([_A, _B, _C, _A, _B, _C], [(3, 5, 0, 2)]),
        ([_A, _B, _C, _B, _C, _A], [(3, 4, 1, 2), (5, 5, 0, 0)]),
        ([_A, _B, "Not now.", _C, "Not now."], []),
        ([_A, "Not now.", _B, "Not now.", _A, "Not now.", _B], [(4, 6, 0, 2)]),
        ([_A, _A, _A], [(1, 1, 0, 0), (2, 2, 0, 0)]),
        ([_A, _B, _A.upper()], [(2, 2, 0, 0)]),
        ([_A, _B, _A.replace(" offer ", "  offer\t")], [(2, 2, 0, 0)]),
        ([_A, _B, _A.replace("Tuesday", "Monday")], []),
        (["Harbour talks collapse again", _A, "Harbour talks collapse again"], []),
        (["Harbour talks collapse once again", _A, "Harbour talks collapse once again"], [(2, 2, 0, 0)]),
        ([], []),
    ],
)
def test_repeated_runs_are_found_whole(lines: list[str], runs: list[tuple[int, int, int, int]]) -> None:
    # Twenty-eight letters in four words are a refrain, five words a passage.
    assert _runs(lines) == runs


@given(st.lists(st.sampled_from([_A, _B, _C, "Not now.", "", "  "]), max_size=30))
def test_a_later_standing_says_what_the_first_says(lines: list[str]) -> None:
    text, spans = _spans(lines)
    before = 0
    for passage in find_repeats(text, spans):
        assert passage.of is not None
        assert passage.of.end <= passage.span.start
        assert before <= passage.span.start
        assert passage.span.of(text).split() == passage.of.of(text).split()
        before = passage.span.end
