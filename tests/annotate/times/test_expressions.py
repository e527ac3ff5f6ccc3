"""Expressions of time: their places, values and stretches."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

import parley

SAID = "2023-11-14"  # a Tuesday

# Text, words, kind, value, start, end (None where there is none).
ROWS: list[tuple[str, str, str, str | None, str | None, str | None]] = [
    ("It was signed on 7 October 2023.", "7 October 2023", "date", "2023-10-07", "2023-10-07", "2023-10-08"),
    ("It was signed on Oct. 7th, 2023.", "Oct. 7th, 2023", "date", "2023-10-07", "2023-10-07", "2023-10-08"),
    ("It was filed on 2023-10-07.", "2023-10-07", "date", "2023-10-07", "2023-10-07", "2023-10-08"),
    ("The miners walked out on Friday.", "Friday", "date", "2023-11-10", "2023-11-10", "2023-11-11"),
    ("The miners will walk out on Friday.", "Friday", "date", "2023-11-17", "2023-11-17", "2023-11-18"),
    ("They met last Tuesday night.", "last Tuesday night", "time", "2023-11-07TNI", "2023-11-07T20:00:00", "2023-11-08T00:00:00"),
    ("They meet on Friday next week.", "Friday next week", "date", "2023-11-24", "2023-11-24", "2023-11-25"),
    ("Prices fell last month.", "last month", "date", "2023-10", "2023-10-01", "2023-11-01"),
    ("Prices fell last week.", "last week", "date", "2023-W45", "2023-11-06", "2023-11-13"),
    ("Profit fell in the third quarter.", "third quarter", "date", "2023-Q3", "2023-07-01", "2023-10-01"),
    ("Profit fell in the third quarter of 2021.", "third quarter of 2021", "date", "2021-Q3", "2021-07-01", "2021-10-01"),
    ("Sales grew in fiscal 2022.", "fiscal 2022", "date", "2022", "2022-01-01", "2023-01-01"),
    ("Sales grew in FY22.", "FY22", "date", "2022", "2022-01-01", "2023-01-01"),
    ("The plant opened in the 1990s.", "1990s", "date", "199", "1990-01-01", "2000-01-01"),
    ("The dam was built in the early seventies.", "the early seventies", "date", "197", "1970-01-01", "1975-01-01"),
    ("It ended three days ago.", "three days ago", "date", "2023-11-11", "2023-11-11", "2023-11-12"),
    ("It will open in two weeks.", "in two weeks", "date", "2023-W48", "2023-11-28", "2023-11-29"),
    ("They voted on the first Monday of October.", "the first Monday of October", "date", "2023-10-02", "2023-10-02", "2023-10-03"),
    ("It closes at the end of next month.", "the end of next month", "date", "2023-12", "2023-12-16", "2024-01-01"),
    ("He left the day before yesterday.", "the day before yesterday", "date", "2023-11-12", "2023-11-12", "2023-11-13"),
    ("She leaves on 1 December at 5 p.m. EST.", "1 December at 5 p.m. EST", "time", "2023-12-01T17:00", "2023-12-01T17:00:00", "2023-12-01T17:00:00"),
    ("The siren went off at half past seven.", "half past seven", "time", "T07:30", "T07:30:00", "T07:30:00"),
    ("They sat from 9 a.m. to noon.", "from 9 a.m. to noon", "time", "T09:00/T12:00", "T09:00:00", "T12:00:00"),
    ("They met from 3 to 5 May 2022.", "from 3 to 5 May 2022", "date", "2022-05-03/2022-05-05", "2022-05-03", "2022-05-05"),
    ("It ran between May and July 2021.", "between May and July 2021", "date", "2021-05/2021-07", "2021-05-01", "2021-07-01"),
    ("Talks went on over the last three months.", "the last three months", "duration", "P3M", "2023-08-14", "2023-11-14"),
    ("They argued for two and a half hours.", "two and a half hours", "duration", "PT2H30M", None, None),
    ("The walk-out may take several weeks.", "several weeks", "duration", "PXW", None, None),
    ("An 18-month truce was agreed.", "18-month", "duration", "P18M", None, None),
    ("They meet every week.", "every week", "set", "P1W", None, None),
    ("They meet every Thursday.", "every Thursday", "set", "XXXX-WXX-4", None, None),
    ("They meet twice a year.", "twice a year", "set", "P1Y", None, None),
    ("They are now at sea.", "now", "vague", "PRESENT_REF", None, None),
    ("The harbour was recently dredged.", "recently", "vague", "PAST_REF", None, None),
    ("It closed in nineteen ninety-six.", "nineteen ninety-six", "date", "1996", "1996-01-01", "1997-01-01"),
    ("The plebiscite of Easter Monday 2022 failed.", "Easter Monday 2022", "date", "2022-04-18", "2022-04-18", "2022-04-19"),
]  # fmt: skip

# Nothing in these is a time.
NONE = [
    "You may leave; the troops march past the mill.",
    "Some 1,980 people and 2000 trucks crossed.",
    "The team won 3-2 and the bill fell by half.",
    "He sat down and the sun set.",
]


@pytest.mark.parametrize(("text", "words", "kind", "value", "start", "end"), ROWS, ids=[row[0] for row in ROWS])
def test_an_expression_has_its_place_and_value(
    text: str, words: str, kind: str, value: str | None, start: str | None, end: str | None
) -> None:
    found = parley.times(text, published=SAID)
    assert [(t.verbatim, t.kind, t.value, t.start, t.end) for t in found] == [(words, kind, value, start, end)]
    assert found[0].span.of(text) == words


@pytest.mark.parametrize("text", NONE)
def test_other_words_are_no_time(text: str) -> None:
    assert parley.times(text, published=SAID) == []


def test_the_quarter_spoken_of_is_what_a_year_ago_and_the_quarter_mean() -> None:
    text = "Profit fell in the second quarter. A year ago it had risen. In the quarter, sales were flat."
    assert [t.value for t in parley.times(text, published=SAID)] == ["2023-Q2", "2022-Q2", "2023-Q2"]


def test_what_is_counted_has_no_value_without_a_day() -> None:
    yesterday, full = parley.times("It fell yesterday and on 1 May 2020.")
    assert (yesterday.value, yesterday.start, full.value) == (None, None, "2020-05-01")


@pytest.mark.parametrize(
    ("text", "relation"),
    [("No answer came by 1 May 2020.", "by"), ("Since 1 May 2020 it rained.", "since"), ("It ended in 2019.", "in")],
)
def test_the_preposition_is_kept_apart(text: str, relation: str) -> None:
    assert [t.relation.lower() for t in parley.times(text) if t.relation] == [relation]


def test_a_range_has_two_ends_with_their_own_places() -> None:
    text = "It ran from Monday to Friday."
    (found,) = parley.times(text, published=SAID)
    assert [end.verbatim for end in found.ends] == ["Monday", "Friday"]


def test_the_caller_may_say_on_which_side_a_weekday_lies() -> None:
    values = [parley.times("Friday", published=SAID, ahead=ahead)[0].value for ahead in (False, True)]
    assert values == ["2023-11-10", "2023-11-17"]


def test_a_day_that_is_none_is_refused_in_one_sentence() -> None:
    with pytest.raises(ValueError, match="'yesterday' is no ISO date"):
        parley.times("It fell.", published="yesterday")


WORDS = st.sampled_from(
    [
        "the",
        "last",
        "first",
        "three",
        "of",
        "May",
        "march",
        "2019",
        "Monday",
        "at",
        "5",
        "p.m.",
        "to",
        "from",
        "and",
        "-",
        "/",
        ",",
        ".",
        "week",
        "year",
        "quarter",
        "ago",
        "in",
        "next",
        "every",
        "half",
        "past",
        "seven",
        "30",
        "1/2",
        "second",
        "7:15",
        "a",
        "few",
    ]
)


@given(st.lists(WORDS, max_size=14).map(" ".join))
def test_any_words_give_expressions_in_order_that_do_not_overlap(text: str) -> None:
    found = parley.times(text, published=SAID)
    places = [(t.span.start, t.span.end) for t in found]
    assert all(start < end for start, end in places)
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(places))
    assert all(t.verbatim == t.span.of(text) for t in found)
