from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from parley.model import Span
from parley.pages import Segment, cut

TEXT = "The union said no to it."


def spans(text: str) -> st.SearchStrategy[Span]:
    ends = st.integers(0, len(text))
    return st.tuples(ends, ends).map(lambda pair: Span(min(pair), max(pair)))


@given(
    st.text(max_size=30).flatmap(lambda text: st.tuples(st.just(text), spans(text), st.lists(spans(text), max_size=4)))
)
def test_segments_joined_are_the_window_and_a_mark_covers_whole_segments(drawn: tuple[str, Span, list[Span]]) -> None:
    text, window, marks = drawn
    segments = cut(text, window, marks=[(str(number), span) for number, span in enumerate(marks)])
    assert "".join(segment.text for segment in segments) == window.of(text)
    at = window.start
    for segment in segments:
        for place in range(at, at + len(segment.text)):
            on = {str(number) for number, span in enumerate(marks) if span.start <= place < span.end}
            assert set(segment.marks) == on
        at += len(segment.text)


def test_overlapping_marks_are_both_kept() -> None:
    made = cut(TEXT, Span(4, 17), marks=[("source", Span(4, 9)), ("trigger", Span(4, 17)), ("elsewhere", Span(0, 3))])
    assert made == (Segment("union", ("source", "trigger")), Segment(" said no", ("trigger",)))
