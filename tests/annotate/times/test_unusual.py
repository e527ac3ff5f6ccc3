"""Times told in less usual ways: by numbers alone, in words, by feasts and meals, from another day; and what is none."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

import parley
from parley.annotate.times.feasts import islamic_day

SAID = "2023-11-14"  # a Tuesday

# Text, words, value, start, end.
ROWS: list[tuple[str, str, str | None, str | None, str | None]] = [
    ("The lockout ends on 28.", "28", "2023-11-28", "2023-11-28", "2023-11-29"),
    ("Both sides meet on 12-20.", "12-20", "2023-12-20", "2023-12-20", "2023-12-21"),
    ("The panel sits Friday 11-17.", "Friday 11-17", "2023-11-17", "2023-11-17", "2023-11-18"),
    ("It was dated 17-2021-March.", "17-2021-March", "2021-03-17", "2021-03-17", "2021-03-18"),
    ("It was dated 2021/17/Mar.", "2021/17/Mar", "2021-03-17", "2021-03-17", "2021-03-18"),
    ("Filed 2022 03 09.", "2022 03 09", "2022-03-09", "2022-03-09", "2022-03-10"),
    ("The pact runs to next 3 May.", "next 3 May", "2024-05-03", "2024-05-03", "2024-05-04"),
    ("The lease runs to next 6/30.", "next 6/30", "2024-06-30", "2024-06-30", "2024-07-01"),
    ("It was found in August 97.", "August 97", "1997-08", "1997-08-01", "1997-09-01"),
    ("The town fell in the year 642.", "the year 642", "0642", "0642-01-01", "0643-01-01"),
    ("Pay fell in the nineteen eighties.", "nineteen eighties", "198", "1980-01-01", "1990-01-01"),
    ("Pay rose in the twenty-tens.", "twenty-tens", "201", "2010-01-01", "2020-01-01"),
    ("Signed on May 4, nineteen oh two.", "May 4", "2023-05-04", "2023-05-04", "2023-05-05"),
    ("Signed on May 4, nineteen eighty two.", "May 4, nineteen eighty two", "1982-05-04", "1982-05-04", "1982-05-05"),
    ("Sales fell in 2019, the second quarter.", "2019, the second quarter", "2019-Q2", "2019-04-01", "2019-07-01"),
    ("The post was cut in week 12 of last year.", "week 12 of last year", "2022-W12", "2022-03-21", "2022-03-28"),
    ("Rotas for w/c 4 December.", "w/c 4 December", "2023-W49", "2023-12-04", "2023-12-11"),
    ("They will reply by EOD.", "EOD", "2023-11-14", "2023-11-14T23:59:59", "2023-11-14T23:59:59"),
    ("They will report by the EOY.", "the EOY", "2023", "2023-07-01", "2024-01-01"),
    ("Queues formed on Black Friday 2019.", "Black Friday 2019", "2019-11-29", "2019-11-29", "2019-11-30"),
    ("Queues formed on Cyber Monday 2019.", "Cyber Monday 2019", "2019-12-02", "2019-12-02", "2019-12-03"),
    ("They marched over the weekend of Halloween 2022.", "weekend of Halloween 2022", "2022-W43-WE", "2022-10-29", "2022-11-01"),
    ("They talked on Thanksgiving weekend 2022.", "Thanksgiving weekend 2022", "2022-W47-WE", "2022-11-24", "2022-11-28"),
    ("The docks shut on International Workers' Day 2022.", "International Workers' Day 2022", "2022-05-01", "2022-05-01", "2022-05-02"),
    ("The curfew lasts from 24 October till the 3rd.", "from 24 October till the 3rd", "2023-10-24/2023-11-03", "2023-10-24", "2023-11-03"),
    ("They meet in December between 11 and 15.", "December between 11 and 15", "2023-12-11/2023-12-15", "2023-12-11", "2023-12-15"),
    ("Tolls from March to date.", "from March to date", "2023-03/2023-11-14", "2023-03-01", "2023-11-14"),
    ("It is due within two weeks after Friday.", "within two weeks after Friday", "2023-11-17/2023-12-01", "2023-11-17", "2023-12-01"),
    ("The ballot is two Sundays from now.", "two Sundays from now", "2023-11-26", "2023-11-26", "2023-11-27"),
    ("The ballot was two Sundays ago.", "two Sundays ago", "2023-11-05", "2023-11-05", "2023-11-06"),
    ("The panel meets on the second Friday.", "second Friday", "2023-11-10", "2023-11-10", "2023-11-11"),
    ("It opens Monday three weeks from now.", "Monday three weeks from now", "2023-12-04", "2023-12-04", "2023-12-05"),
    ("They meet on 6 and 8 December.", "6", "2023-12-06", "2023-12-06", "2023-12-07"),
    ("They meet Monday or Thursday next week.", "Monday", "2023-11-20", "2023-11-20", "2023-11-21"),
    ("Tolls from the end of March to the middle of June.", "from the end of March to the middle of June", "2023-04/2023-06", "2023-04-01", "2023-06-16"),
    ("They want a truce by Ramadan 2024.", "Ramadan 2024", "2024-03-10", "2024-03-10", "2024-03-11"),
    ("They met on Eid al-Adha 2022.", "Eid al-Adha 2022", "2022-07-09", "2022-07-09", "2022-07-10"),
    ("Term starts in SY 2024.", "SY 2024", "2024", "2024-01-01", "2025-01-01"),
    ("The rest of the week is free.", "The rest of the week", "2023-W46", "2023-11-14", "2023-11-20"),
    ("On the log: Tue Nov 7 09:20:05 2017 it failed.", "Tue Nov 7 09:20:05 2017", "2017-11-07T09:20:05", "2017-11-07T09:20:05", "2017-11-07T09:20:05"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "value", "start", "end"), ROWS)
def test_day(text: str, words: str, value: str | None, start: str | None, end: str | None) -> None:
    first = parley.times(text, published=SAID)[0]
    assert (first.verbatim, first.value, first.start, first.end) == (words, value, start, end)


@pytest.mark.parametrize(
    ("text", "words", "start", "end"),
    [
        ("They met at seven-thirty.", "seven-thirty", "T07:30:00", "T07:30:00"),
        ("Talks are set for nine twenty.", "nine twenty", "T09:20:00", "T09:20:00"),
        ("They sat from two fifteen to four thirty five.", "from two fifteen to four thirty five", "T02:15:00", "T04:35:00"),
        ("They came 9ish.", "9ish", "T09:00:00", "T09:00:00"),
        ("It closed at 18h45.", "18h45", "T18:45:00", "T18:45:00"),
        ("It closed at five o'clock pm.", "five o'clock pm", "T17:00:00", "T17:00:00"),
        ("They spoke after breakfast.", "breakfast", "T08:00:00", "T12:00:00"),
        ("Call in business hours only.", "business hours", "T08:00:00", "T18:00:00"),
        ("The flight left at 5 p.m. Nairobi time.", "5 p.m. Nairobi time", "T17:00:00", "T17:00:00"),
        ("They sat from 3 to 5 p.m. AEST.", "from 3 to 5 p.m. AEST", "T15:00:00", "T17:00:00"),
        ("They sat from 9 for two hours.", "from 9 for two hours", "T09:00:00", "T11:00:00"),
    ],
)  # fmt: skip
def test_clock(text: str, words: str, start: str, end: str) -> None:
    (only,) = parley.times(text)
    assert (only.verbatim, only.start, only.end) == (words, start, end)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The 3 p.m. hearing was moved to 5.", ["3 p.m.", "5"]),
        ("The 3 p.m. hearing moved to 5 rooms.", ["3 p.m."]),
        ("They won on Monday 3-1.", ["Monday"]),
        ("The union struck on 7-2 terms.", []),
        ("Sanctions fell on 15 firms.", []),
        ("Talks will start next week.", ["next week"]),
        ("The strike will last two weeks.", ["two weeks"]),
        ("It saw the dawn of a free press.", []),
        ("They ate lunch and breakfast.", []),
        ("The ratio was 30/4.5 in all.", []),
        ("Call 138-2010-2015 now.", []),
        ("See https://example.org/4pm/may/2019 there.", []),
        ("He won the second Friday in a row.", ["Friday"]),
        ("Taking the stand, Omar Ramadan wept.", []),
        ("On May 4 and 5 people died.", ["May 4"]),
        ("They met on May 4 and 5.", ["May 4", "5"]),
        ("It opened July 1st, 17th of its kind.", ["July 1st"]),
        ("It is up to date.", []),
        ("It begins five minutes from today.", ["five minutes", "today"]),
    ],
)
def test_what_is_a_time_and_what_is_none(text: str, words: list[str]) -> None:
    assert [one.verbatim for one in parley.times(text, published=SAID) if one.kind != "vague"] == words


@pytest.mark.parametrize("text", ["30 February", "February 30, 2021", "2/30/2021", "2021-02-30", "31 June"])
def test_a_day_no_calendar_has_is_a_date_without_a_value(text: str) -> None:
    (only,) = parley.times(f"It is due on {text}.", published=SAID)
    assert (only.verbatim, only.kind, only.value, only.start) == (text, "date", None, None)


@pytest.mark.parametrize(
    ("text", "value"),
    [("every two weekends", "P2WE"), ("every weekend", "XXXX-WXX-WE")],
)
def test_again_and_again(text: str, value: str) -> None:
    (only,) = parley.times(f"They met {text}.", published=SAID)
    assert (only.verbatim, only.kind, only.value) == (text, "set", value)


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Beginning on 5 May, pay rises.", "beginning on"),
        ("The ban, starting 5 May, holds.", "starting"),
        ("It came in advance of 5 May.", "in advance of"),
    ],
)
def test_relation(text: str, relation: str) -> None:
    (only,) = parley.times(text, published=SAID)
    assert (only.verbatim, only.relation) == ("5 May", relation)


def test_half_an_hour_by_its_sign() -> None:
    (only,) = parley.times("They met for ½ hour.")
    assert (only.verbatim, only.value, only.seconds) == ("½ hour", "PT30M", 1800)


@pytest.mark.parametrize(
    ("month", "day", "year", "expected"),
    [(1, 1, 2000, "2000-04-05"), (9, 1, 1999, "1999-12-08"), (12, 10, 2006, "2006-01-10"), (10, 1, 2016, "2016-07-05")],
)
def test_islamic_day_is_that_of_the_moon_or_one_beside_it(month: int, day: int, year: int, expected: str) -> None:
    assert abs((islamic_day(month, day, year) - datetime.fromisoformat(expected)).days) <= 1


@given(st.integers(1, 12), st.integers(1, 29), st.integers(1900, 2100))
def test_an_islamic_day_is_in_the_year_or_just_behind(month: int, day: int, year: int) -> None:
    assert 0 <= (islamic_day(month, day, year) - datetime(year, 1, 1)).days <= 370
