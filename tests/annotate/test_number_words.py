"""Numbers in words and in unusual figures: fractions, mixed numbers, ranks, powers, groups of digits, bounds by signs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley import quantities
from parley.annotate.number_words import read_fraction, read_words

VALUES = [
    ("forty-one hundredths of a percent", "forty-one hundredths", 0.41),
    ("seven twenty-fourths of the vote", "seven twenty-fourths", 7 / 24),
    ("a millionth of the dose", "a millionth", 1e-6),
    ("sixty fifths", "sixty fifths", 12.0),
    ("eight million and three quarters", "eight million and three quarters", 8_750_000),
    ("four hundred and two thirds", "four hundred and two thirds", 400 + 2 / 3),
    ("two billion and three quarters million", "two billion and three quarters million", 2_000_750_000),
    ("three fifths of a million", "three fifths of a million", 600_000),
    ("quarter million", "quarter million", 250_000),
    ("a half.", "a half", 0.5),
    ("sixty - three ships", "sixty - three", 63),
    ("six hundred and four dozens", "six hundred and four dozens", 648),
    ("ninety point thirty-seven", "ninety point thirty-seven", 90.37),
    ("nought point nought seven", "nought point nought seven", 0.07),
    ("5 thousand 2 hundred", "5 thousand 2 hundred", 5_200),
    ("7 crore 25 lakh", "7 crore 25 lakh", 72_500_000),
    ("4 hundred and 16 goats", "4 hundred and 16", 416),
    ("4 hundred and sixteen goats", "4 hundred and sixteen", 416),
    ("2.5e7 cells", "2.5e7", 25_000_000),
    ("3x10^-3 parts", "3x10^-3", 0.003),
    ("2^10 grains", "2^10", 1024),
    ("4.5×10\u22123 parts", "4.5×10\u22123", 0.0045),
    ("60 000 graves", "60 000", 60_000),
    ("2 450 318 voters", "2 450 318", 2_450_318),
    ("14\u202f200 voters", "14\u202f200", 14_200),
    ("2.450,75 in all", "2.450,75", 2450.75),
    ("at 6,5 in all", "6,5", 6.5),
    ("two over nine.", "two over nine", 2 / 9),
    ("⅜ of it", "⅜", 0.375),
    ("3.5 k", "3.5 k", 3_500),
    ("We sold 30M.", "30M", 30_000_000),
    ("2.7b in all", "2.7b", 2_700_000_000),
]


@pytest.mark.parametrize(("text", "words", "value"), VALUES)
def test_value(text: str, words: str, value: float) -> None:
    first = quantities(text)[0]
    assert first.quantity.verbatim == words
    assert first.quantity.lower == first.quantity.upper == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "words", "rank"),
    [
        ("the three hundredth day", "three hundredth", 300),
        ("the one hundred and first day", "one hundred and first", 101),
        ("the two thousand and twelfth time", "two thousand and twelfth", 2012),
        ("its millionth visitor", "millionth", 1_000_000),
        ("the forty-second round", "forty-second", 42),
    ],
)
def test_rank(text: str, words: str, rank: int) -> None:
    (only,) = quantities(text)
    assert (only.quantity.verbatim, only.kind, only.quantity.lower) == (words, "ordinal", rank)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Shells killed 12 300 metres away.", [12, 300]),  # no group of thousands
        ("They hold 7,9 and 12 of them.", [7, 9, 12]),
        ("twenty and four", [20, 4]),
        ("It rose 5 over 30 days.", [5, 30]),
        ("Sections read https://example.org/a/30/40%2030 here, 8 of them.", [8]),
    ],
)
def test_not_one_number(text: str, values: list[float]) -> None:
    assert [q.quantity.lower if q.quantity.lower is not None else q.quantity.upper for q in quantities(text)] == values


@pytest.mark.parametrize(
    ("text", "words", "bounds"),
    [
        ("more than 15 and fewer than 60 people", "more than 15 and fewer than 60", (15, 60, True, True)),
        ("at least 15 but no more than 60 people", "at least 15 but no more than 60", (15, 60, False, False)),
        ("less than 60 and more than 15", "less than 60 and more than 15", (15, 60, True, True)),
        ("where y>=15", ">=15", (15, None, False, False)),
        ("where y < 15", "< 15", (0, 15, False, True)),
        ("more than 15 or equal to", "more than 15 or equal to", (15, None, False, False)),
        ("equal to or less than 15", "equal to or less than 15", (0, 15, False, False)),
        ("estimates ranging from 15 to 90 men", "from 15 to 90", (15, 90, False, False)),
        ("some 15~20 men", "some 15~20", (15, 20, False, False)),
        ("a 15- to 20-man crew", "15- to 20", (15, 20, False, False)),
        ("equal to 15.", "equal to 15", (15, 15, False, False)),
    ],
)
def test_bounds(text: str, words: str, bounds: tuple[float | None, float | None, bool, bool]) -> None:
    (only,) = quantities(text)
    read = only.quantity
    assert only.quantity.verbatim == words
    assert (read.lower, read.upper, read.lower_open, read.upper_open) == bounds


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [("more than 60 and less than 15", 60, 15), ("more than 15 men and less than 60 shells", 15, 60)],
)
def test_bounds_of_two_things_stay_two(text: str, first: float, second: float) -> None:
    one, two = quantities(text)
    assert (one.quantity.lower, two.quantity.upper) == (first, second)


def test_a_tag_is_no_bound() -> None:
    assert [q.quantity.verbatim for q in quantities("<p>40 men came.</p>")] == ["40"]


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("4 dollars 35 cents", "4 dollars 35 cents", 4.35, "USD"),
        ("six pounds and ten pence", "six pounds and ten pence", 6.1, "GBP"),
        ("It costs 12 euros 75.", "12 euros 75", 12.75, "EUR"),
        ("6 feet 3 inches", "6 feet 3 inches", 6.25, "foot"),
        ("35 MEUR", "35 MEUR", 35_000_000, "EUR"),
        ("MGBP 12", "MGBP 12", 12_000_000, "GBP"),
        ("aud$ 22", "aud$ 22", 22, "AUD"),
        ("the c $ 80 million plant", "c $ 80 million", 80_000_000, "CAD"),
        ("40 EUR million", "40 EUR million", 40_000_000, "EUR"),
        ("250 ₾", "250 ₾", 250, "GEL"),
        ("a four-foot wall", "four-foot", 4, "foot"),
        ("31°C", "31°C", 31, "degree Celsius"),
        ("50 µg", "50 µg", 50, "microgram"),
        ("70 (kg)", "70 (kg)", 70, "kilogram"),
        ("They seized 90 pounds of raw opium.", "90 pounds", 90, "pound (mass)"),
        ("The crate weighed 90 pounds.", "90 pounds", 90, "pound (mass)"),
        ("They owed 90 pounds of rent.", "90 pounds", 90, "GBP"),
    ],
)
def test_units(text: str, words: str, value: float, unit: str) -> None:
    (only,) = [q for q in quantities(text) if q.quantity.unit]
    assert only.quantity.verbatim.removeprefix("a ") == words
    assert only.quantity.unit == unit
    assert only.quantity.lower == only.quantity.upper == pytest.approx(value)


def test_dollars_and_a_count_stay_two() -> None:
    assert [q.quantity.lower for q in quantities("It gave 12 dollars and 75 shirts.")] == [12, 75]


NUMBER_WORDS = [
    "two",
    "seven",
    "eleven",
    "twenty",
    "fifty",
    "hundred",
    "thousand",
    "million",
    "and",
    "a",
    "-",
    "third",
    "fifths",
    "halves",
]


@given(st.lists(st.sampled_from(NUMBER_WORDS), min_size=1, max_size=9))
def test_what_is_read_lies_in_the_text_and_is_a_number(words: list[str]) -> None:
    text = " ".join(words)
    for read in (read_words(text, 0), read_fraction(text, 0)):
        assert read is None or (0 < read.end <= len(text) and read.lower == read.upper > 0)
