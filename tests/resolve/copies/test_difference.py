"""The word diff of two reports."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from parley.resolve.copies import CopySource, compare_pair, word_diff
from tests.resolve.copies.reports import AGENCY, BALLOT, LONGER, report

_SENTENCES = [each + "." for text in (AGENCY, BALLOT) for each in text.replace("\n\n", " ").split(". ")]


def test_changed_words_stand_beside_one_another() -> None:
    one, other = report("The guild says 420 crews turned it down."), report("The guild says 390 crews turned it down!")
    pieces = word_diff(CopySource(one), CopySource(other))
    assert [(p.kind, p.one.of(one.text), p.other.of(other.text)) for p in pieces] == [
        ("same", "The guild says ", "The guild says "),
        ("changed", "420 ", "390 "),
        ("same", "crews turned it down.", "crews turned it down!"),
    ]


def test_a_longer_report_adds() -> None:
    one, other = report(AGENCY), report(LONGER)
    kinds = [piece.kind for piece in word_diff(CopySource(one), CopySource(other))]
    assert kinds == ["added", "same", "added"]


@settings(max_examples=60, deadline=None)
@given(*[st.lists(st.sampled_from([*_SENTENCES, "Not so.", "\n\n"]), max_size=12).map(" ".join)] * 2)
def test_the_pieces_make_up_both_texts_and_pairs_compare_alike_both_ways(one: str, other: str) -> None:
    first, second = CopySource(report(one, outlet="A")), CopySource(report(other, outlet="B"))
    pieces = word_diff(first, second)
    assert "".join(piece.one.of(one) for piece in pieces) == one
    assert "".join(piece.other.of(other) for piece in pieces) == other
    assert compare_pair(first, second) == compare_pair(second, first)
