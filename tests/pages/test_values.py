from __future__ import annotations

import pytest

from parley.model import Actor, Change, Date, DateRange, Move, Quantity, Source, Span, Term
from parley.pages.values import change_words, value_words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "nothing"),
        ((), "nothing"),
        (True, "yes"),
        (1800, "1,800"),
        ("carry  on", "carry on"),
        ((Actor("Crews", "c"), Actor("Ann", "a", "Union")), "Crews; Ann (for Union)"),
        (Quantity(50, None), "at least 50"),
        (Date("2031-03-04"), "4 Mar 2031"),
        (DateRange(None, Date("2031-03-04")), "by 4 Mar 2031"),
        (DateRange(), "nothing"),
        (Source("the board", "office"), "the board"),
        (Term("pay", "a rise", Span(0, 1)), "a rise"),
        (Span(4, 9), "“crews” (4 to 9)"),
    ],
)
def test_any_value_has_words(value: object, words: str) -> None:
    assert value_words(value, text="The crews met.") == words


def test_a_change_is_told_in_the_words_of_its_field() -> None:
    change = Change("by", [], [{"name": "Crews", "mention": "the crews"}])
    assert change_words(change, Move("offer")) == ("nothing", "Crews")


def test_a_change_of_what_is_no_field_any_more_is_still_told() -> None:
    assert change_words(Change("mood", "calm", 3), Move("offer")) == ("calm", "3")
    assert change_words(Change("act", "beseech", "offer"), Move("offer")) == ("beseech", "offer")


def test_a_change_of_a_report() -> None:
    assert change_words(Change("outlet", None, "Tide"), None) == ("nothing", "Tide")
