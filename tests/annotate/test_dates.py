"""Dates: where they stand, what their words say, and the day they mean in a report of a given day."""

from __future__ import annotations

import itertools
from datetime import date, timedelta
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.annotate.dates import DateMention, date_bounds, find_dates, resolve_date
from parley.model import Date

Tense = Literal["past", "present", "planned"] | None

PUBLISHED = "2023-11-14"  # a Tuesday

# Text; the words of the date; what the words say; relation; tense; what they mean on 14 November 2023.
ROWS: list[tuple[str, str, str, str | None, Tense, str]] = [
    ("It began on October 7, 2023.", "October 7, 2023", "2023-10-07", "on", "past", "2023-10-07"),
    ("It began on 7 October 2023.", "7 October 2023", "2023-10-07", "on", "past", "2023-10-07"),
    ("It began on 2023-10-07.", "2023-10-07", "2023-10-07", "on", "past", "2023-10-07"),
    ("It began on Oct 7.", "Oct 7", "XXXX-10-07", "on", "past", "2023-10-07"),
    ("It began on Oct. 7.", "Oct. 7", "XXXX-10-07", "on", "past", "2023-10-07"),
    ("It began on October 7th.", "October 7th", "XXXX-10-07", "on", "past", "2023-10-07"),
    ("It began on the 7th of October.", "7th of October", "XXXX-10-07", "on", "past", "2023-10-07"),
    ("It began on April three, 1987.", "April three, 1987", "1987-04-03", "on", "past", "1987-04-03"),
    ("It began on Saturday, October 7.", "Saturday, October 7", "XXXX-10-07", "on", "past", "2023-10-07"),
    ("Released October 8, 2023 Sunday by wire.", "October 8, 2023 Sunday", "2023-10-08", None, "past", "2023-10-08"),
    ("It ran on 7-9 October.", "7-9 October", "XXXX-10-07/XXXX-10-09", "on", "past", "2023-10-07/2023-10-09"),
    ("It ran on Oct. 7-9, 2022.", "Oct. 7-9, 2022", "2022-10-07/2022-10-09", "on", "past", "2022-10-07/2022-10-09"),
    ("It began on 25/04/2023.", "25/04/2023", "2023-04-25", "on", "past", "2023-04-25"),
    ("It began on 25-04-2023.", "25-04-2023", "2023-04-25", "on", "past", "2023-04-25"),
    ("It began on 04/25/2023.", "04/25/2023", "2023-04-25", "on", "past", "2023-04-25"),
    ("It began on 05/05/2023.", "05/05/2023", "2023-05-05", "on", "past", "2023-05-05"),
    ("It began on December 1.", "December 1", "XXXX-12-01", "on", "past", "2022-12-01"),
    ("It will begin on December 1.", "December 1", "XXXX-12-01", "on", "planned", "2023-12-01"),
    ("It will begin on January 5.", "January 5", "XXXX-01-05", "on", "planned", "2024-01-05"),
    ("It began on November 14.", "November 14", "XXXX-11-14", "on", "past", "2023-11-14"),
    ("It runs until January 5.", "January 5", "XXXX-01-05", "until", "past", "2024-01-05"),
    ("It grew since February 29.", "February 29", "XXXX-02-29", "since", "past", "2020-02-29"),
    ("It grew since January.", "January", "XXXX-01", "since", "past", "2023-01"),
    ("It grew in March 2024.", "March 2024", "2024-03", "in", "past", "2024-03"),
    ("It fell in May.", "May", "XXXX-05", "in", "past", "2023-05"),
    ("It falls in May.", "May", "XXXX-05", "in", "planned", "2024-05"),
    ("It fell last October.", "last October", "XXXX-10", None, "past", "2023-10"),
    ("It fell last November.", "last November", "XXXX-11", None, "past", "2022-11"),
    ("It falls next March.", "next March", "XXXX-03", None, "planned", "2024-03"),
    ("It holds until mid-April.", "mid-April", "XXXX-04~", "until", "planned", "2024-04~"),
    ("It fell in early March.", "early March", "XXXX-03~", "in", "past", "2023-03-01/2023-03-10"),
    ("It fell in late February.", "late February", "XXXX-02~", "in", "past", "2023-02-21/2023-02-28"),
    ("It ends by the end of March.", "the end of March", "XXXX-03~", "by", "planned", "2024-03-31~"),
    ("He spoke on Monday.", "Monday", "XXXX-WXX-1", "on", "past", "2023-11-13"),
    ("He spoke on Tuesday.", "Tuesday", "XXXX-WXX-2", "on", "past", "2023-11-14"),
    ("He spoke on Wednesday.", "Wednesday", "XXXX-WXX-3", "on", "past", "2023-11-08"),
    ("He will speak on Wednesday.", "Wednesday", "XXXX-WXX-3", "on", "planned", "2023-11-15"),
    ("He will speak on Tuesday.", "Tuesday", "XXXX-WXX-2", "on", "planned", "2023-11-14"),
    ("He will speak next Tuesday.", "next Tuesday", "XXXX-WXX-2", None, "planned", "2023-11-21"),
    ("He spoke last Tuesday.", "last Tuesday", "XXXX-WXX-2", None, "past", "2023-11-07"),
    ("He speaks this Friday.", "this Friday", "XXXX-WXX-5", None, "planned", "2023-11-17"),
    ("He spoke on Sunday night.", "Sunday night", "XXXX-WXX-7", "on", "past", "2023-11-12"),
    ("They must answer by Friday.", "Friday", "XXXX-WXX-5", "by", "present", "2023-11-17"),
    ("He spoke today.", "today", "day+0", None, "past", "2023-11-14"),
    ("He spoke yesterday.", "yesterday", "day-1", None, "past", "2023-11-13"),
    ("He speaks tomorrow.", "tomorrow", "day+1", None, "planned", "2023-11-15"),
    ("He speaks tonight.", "tonight", "day+0", None, "planned", "2023-11-14"),
    ("He spoke last night.", "last night", "day-1", None, "past", "2023-11-13"),
    ("He spoke this morning.", "this morning", "day+0", None, "past", "2023-11-14"),
    ("He spoke the day before yesterday.", "the day before yesterday", "day-2", None, "past", "2023-11-12"),
    ("It fell last week.", "last week", "week-1", None, "past", "2023-11-06/2023-11-12"),
    ("It falls this week.", "this week", "week+0", None, "present", "2023-11-13/2023-11-19"),
    ("It falls early next week.", "early next week", "week+1", None, "planned", "2023-11-20/2023-11-21"),
    ("It fell last month.", "last month", "month-1", None, "past", "2023-10"),
    ("It fell earlier this month.", "earlier this month", "month+0", None, "past", "2023-11-01/2023-11-14"),
    ("It falls later this year.", "later this year", "year+0", None, "planned", "2023-11-14/2023-12-31"),
    ("It fell last year.", "last year", "year-1", None, "past", "2022"),
    ("It fell late last year.", "late last year", "year-1", None, "past", "2022-09/2022-12"),
    ("It falls next year.", "next year", "year+1", None, "planned", "2024"),
    ("It ends by the end of the month.", "the end of the month", "month+0", "by", "planned", "2023-11-30~"),
    ("It fell over the weekend.", "the weekend", "weekend+0", "over", "past", "2023-11-11/2023-11-12"),
    ("It falls next weekend.", "next weekend", "weekend+1", None, "planned", "2023-11-18/2023-11-19"),
    ("It fell two days ago.", "two days ago", "day-2", None, "past", "2023-11-12"),
    ("It fell a week ago.", "a week ago", "day-7", None, "past", "2023-11-07"),
    ("It fell three weeks ago.", "three weeks ago", "week-3", None, "past", "2023-10-24~"),
    ("It fell two months ago.", "two months ago", "month-2", None, "past", "2023-09"),
    ("It fell five years ago.", "five years ago", "year-5", None, "past", "2018"),
    ("It fell several days ago.", "several days ago", "day-3", None, "past", "2023-11-05/2023-11-11"),
    ("It fell for the past few weeks.", "the past few weeks", "week-3/week+0", "for", "past", "2023-10-24~/2023-11-14"),
    ("It fell in the past six weeks.", "the past six weeks", "week-6/week+0", "in", "past", "2023-10-03/2023-11-14"),
    ("It falls in the next 48 hours.", "the next 48 hours", "hour+0/hour+48", "in", "planned", "2023-11-14/2023-11-16"),
    ("It fell in recent days.", "recent days", "day-3/day+0", "in", "past", "2023-11-11~/2023-11-14"),
    ("It fell in 1979.", "1979", "1979", "in", "past", "1979"),
    ("It fell in the 1990s.", "the 1990s", "199X", "in", "past", "199X"),
    ("It fell in the late 1980s.", "the late 1980s", "198X", "in", "past", "1987/1989"),
    ("It fell in 1987-88.", "1987-88", "1987/1988", "in", "past", "1987/1988"),
    ("It fell in the 19th century.", "the 19th century", "18XX", "in", "past", "18XX"),
    ("It fell by the end of 1987.", "the end of 1987", "1987~", "by", "past", "1987-12~"),
    ("It fell last summer.", "last summer", "XXXX-22", None, "past", "2023-22"),
    ("It fell in the third quarter.", "the third quarter", "XXXX-35", "in", "past", "2023-35"),
    ("It fell in the fourth quarter of 1986.", "the fourth quarter of 1986", "1986-36", "in", "past", "1986-36"),
    ("It fell in July last year.", "July last year", "XXXX-07", "in", "past", "2022-07"),
    ("It ends on December 31 this year.", "December 31 this year", "XXXX-12-31", "on", "planned", "2023-12-31"),
    ("It falls in two weeks' time.", "in two weeks' time", "week+2", None, "planned", "2023-11-28~"),
    ("It fell on 26 june of 2020.", "26 june of 2020", "2020-06-26", "on", "past", "2020-06-26"),
    ("It ran October 7 through 9.", "October 7 through 9", "XXXX-10-07/XXXX-10-09", None, "past", "2023-10-07/2023-10-09"),
    ("He speaks Friday next week.", "Friday next week", "XXXX-WXX-5", None, "planned", "2023-11-24"),
    ("He spoke on Friday of last week.", "Friday of last week", "XXXX-WXX-5", "on", "past", "2023-11-10"),
    ("It was put off to Thursday week.", "Thursday week", "XXXX-WXX-4", "to", "past", "2023-11-23"),
    ("It falls Monday fortnight.", "Monday fortnight", "XXXX-WXX-1", None, "planned", "2023-12-04"),
    ("It falls a week on Friday.", "a week on Friday", "XXXX-WXX-5", None, "planned", "2023-11-24"),
    ("On Monday week-long talks began.", "Monday", "XXXX-WXX-1", "on", "past", "2023-11-13"),
    ("They must go within ten days.", "within ten days", "day+10", "within", "planned", "2023-11-24"),
    ("They must go within a month.", "within a month", "month+1", "within", "planned", "2023-12-14"),
    ("They must go within 48 hours.", "within 48 hours", "hour+48", "within", "planned", "2023-11-16"),
    ("They must go within the month.", "within the month", "month+0", "within", "planned", "2023-11-30~"),
    ("It falls on the 21st.", "21st", "XXXX-XX-21", "on", "planned", "2023-11-21"),
    ("It fell on the 21st.", "21st", "XXXX-XX-21", "on", "past", "2023-10-21"),
    ("It was set for the 27th of this month.", "27th of this month", "XXXX-XX-27", "for", "past", "2023-11-27"),
    ("It is meant for the spring.", "the spring", "XXXX-21", "for", "planned", "2024-21"),
    ("It ended at Easter.", "Easter", "XXXX-XX-XX", "at", "past", "2023-04-09"),
    ("It falls on Good Friday.", "Good Friday", "XXXX-XX-XX", "on", "planned", "2024-03-29"),
    ("It ended before Christmas 2021.", "Christmas 2021", "2021-12-25", "before", "past", "2021-12-25"),
    ("It ran between October and March.", "October and March", "XXXX-10/XXXX-03", None, "past", "2023-10/2024-03"),
    ("It ran between May 3 and May 10.", "May 3 and May 10", "XXXX-05-03/XXXX-05-10", None, "past", "2023-05-03/2023-05-10"),
    ("It will run this weekend.", "this weekend", "weekend+0", None, "planned", "2023-11-18/2023-11-19"),
    ("Holders of the 2031 bonds sued.", "2031", "2031", None, "past", "2031"),
    ("It fell in autumn 2021.", "autumn 2021", "2021-23", "in", "past", "2021-23"),
]  # fmt: skip

OPEN = [
    ("It began on October 7.", "XXXX-10-07", "no publication date to give the year"),
    ("It began in January.", "XXXX-01", "no publication date to give the year"),
    ("He spoke on Monday.", "XXXX-WXX-1", "no publication date to count from"),
    ("He spoke yesterday.", "day-1", "no publication date to count from"),
]
OPEN_ALWAYS = [
    ("It began on 03/04/2023.", "2023-XX-XX", "day and month cannot be told apart"),
    ("It fell three weeks earlier.", "week-3", "counted from another time in the report"),
    ("It was signed the night before.", "day-1", "counted from another time in the report"),
    ("It fell the following day.", "day+1", "counted from another time in the report"),
    ("They met at 4 pm.", "XXXX-XX-XXT16:00", "a clock time without its day"),
    ("They meet every Friday.", "every friday", "a repeated time, not one date"),
]

TIMES = [
    ("at 4 pm local time", "4 pm local time", "T16:00"),
    ("at 4.30 pm", "4.30 pm", "T16:30"),
    ("at 12 a.m.", "12 a.m.", "T00:00"),
    ("at 16:00 GMT", "16:00 GMT", "T16:00Z"),
    ("at 1850 GMT", "1850 GMT", "T18:50Z"),
    ("at 9am", "9am", "T09:00"),
    ("at 16:30 IST", "16:30 IST", "T11:00Z"),
    ("at noon", "noon", "T12:00"),
]

NO_DATES = [
    "They may march on.", "Mrs May said no.", "It is a march of 2000 troops.", "She paid $2010 for it.", "He ran 1,987 miles.", "It has 2023 rooms and 12 lifts.",
    "The Sunday Times wrote on.", "The sun sat low.", "It is worth 1987.5 now.", "Call 2023-5555 now.", "A second chance.", "Good Friday agreement holds.", "Last man standing.",
    "The next round.", "Past mistakes.", "Version 10.30.2 is out.", "In march they come.", "It stood on the 21st floor.", "It broke the spring truce.", "He left the day after the vote.",
    "It came within a month of signing.", "On the 41st day they left.", "It was within a few days.", "In the fall of the cabinet.",
]  # fmt: skip


def only(text: str) -> DateMention:
    (mention,) = find_dates(text)
    return mention


@pytest.mark.parametrize(("text", "words", "value", "relation", "tense", "edtf"), ROWS)
def test_a_date_is_found_and_set_against_the_report(
    text: str, words: str, value: str, relation: str | None, tense: Tense, edtf: str
) -> None:
    mention = only(text)
    assert (mention.span.of(text), mention.verbatim) == (words, words)
    assert (mention.value, mention.relation) == (value, relation)
    assert resolve_date(mention, PUBLISHED, tense=tense) == Date(edtf, words)


@pytest.mark.parametrize(("text", "edtf", "reason"), OPEN)
def test_without_a_publication_date_it_stays_open(text: str, edtf: str, reason: str) -> None:
    when = resolve_date(only(text), None, tense="past")
    assert (when.edtf, when.open_because) == (edtf, reason)


@pytest.mark.parametrize(("text", "edtf", "reason"), OPEN_ALWAYS)
def test_what_the_words_leave_open_stays_open(text: str, edtf: str, reason: str) -> None:
    when = resolve_date(only(text), PUBLISHED, tense="past")
    assert (when.edtf, when.open_because) == (edtf, reason)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It ran from January to April 2015.", ["2015-01", "2015-04"]),
        ("It ran from December to April 2015.", ["2014-12", "2015-04"]),
        ("It ran from May 1 to June 3, 2015.", ["2015-05-01", "2015-06-03"]),
        ("It began in May, and ended in June 2015.", ["XXXX-05", "2015-06"]),
    ],
)
def test_a_year_after_the_second_of_two_joined_dates_is_the_year_of_both(text: str, values: list[str]) -> None:
    assert [mention.value for mention in find_dates(text)] == values


def test_a_year_the_caller_found_settles_a_day_without_one() -> None:
    assert resolve_date(only("It began on March 1."), None, tense="past", default_year=2025).edtf == "2025-03-01"


@pytest.mark.parametrize("published", ["2023-11-14T09:30:00Z", "2023-11-14"])
def test_a_published_date_time_counts_by_its_day(published: str) -> None:
    assert resolve_date(only("He spoke on Monday."), published, tense="past").edtf == "2023-11-13"


def test_an_unreadable_publication_date_is_none() -> None:
    assert resolve_date(only("He spoke on Monday."), "last week", tense="past").open_because is not None


@pytest.mark.parametrize(("text", "words", "value"), TIMES)
def test_clock_times(text: str, words: str, value: str) -> None:
    mention = only(text)
    assert (mention.verbatim, mention.value, mention.kind) == (words, value, "time")


@pytest.mark.parametrize("text", NO_DATES)
def test_words_that_name_no_time_are_left_alone(text: str) -> None:
    assert find_dates(text) == []


@pytest.mark.parametrize(
    ("edtf", "low", "high"),
    [
        ("2023-10-07", "2023-10-07", "2023-10-07"),
        ("2023-10-07T16:00Z", "2023-10-07", "2023-10-07"),
        ("2025-04~", "2025-04-01", "2025-04-30"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("18XX", "1800-01-01", "1899-12-31"),
        ("2023-24", "2023-12-01", "2024-02-29"),
        ("2023-35", "2023-07-01", "2023-09-30"),
        ("2023-29", None, None),
        ("2023-21", "2023-03-01", "2023-05-31"),
        ("2023-10-24~/2023-11-14", "2023-10-24", "2023-11-14"),
        ("2023-10/..", "2023-10-01", None),
        ("XXXX-10-07", None, None),
        ("2023-XX-XX", "2023-01-01", "2023-12-31"),
        ("nonsense", None, None),
        ("2023-02-30", None, None),
    ],
)
def test_bounds_of_a_date(edtf: str, low: str | None, high: str | None) -> None:
    found = date_bounds(Date(edtf))
    assert tuple(day.isoformat() if day else None for day in found) == (low, high)


PIECES = st.sampled_from(
    [
        "October ", "Oct. ", "may ", "May ", "Monday", " night", "7", "31", "2023", "1987-88", "-", "/", ":", "16", "30", " GMT", " pm", "the ", "last ", "next ", "this ",
        "past ", "few ", "weeks", "week", " ago", " earlier", "two ", "a ", "mid-", "late ", "end of ", "weekend", "today", "every ", ", ", ".", "\n", "é", "\ud800", "😀", "th",
        "on ", "since ", "until ", "spring", "'s", "century", "1990s", "99999",
    ]
)  # fmt: skip


def check(text: str, published: str | None) -> None:
    found = find_dates(text)
    for mention in found:
        assert 0 <= mention.span.start < mention.span.end <= len(text)
        assert mention.verbatim == mention.span.of(text)
        for tense in ("past", "present", "planned", None):
            when = resolve_date(mention, published, tense=tense)
            low, high = date_bounds(when)
            assert low is None or high is None or low <= high
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(found))


@given(st.text(), st.none() | st.dates().map(str))
def test_any_text_gives_sound_dates(text: str, published: str | None) -> None:
    check(text, published)


@given(st.lists(PIECES, max_size=12).map("".join), st.none() | st.dates().map(str))
def test_any_mix_of_date_words_gives_sound_dates(text: str, published: str | None) -> None:
    check(text, published)


@given(st.dates(date(1990, 1, 1), date(2050, 1, 1)), st.integers(0, 300))
def test_a_day_of_the_last_months_is_found_again(published: date, ago: int) -> None:
    day = published - timedelta(ago)
    if (day.month, day.day) != (2, 29):
        mention = only(f"It began on {day:%B} {day.day}.")
        assert resolve_date(mention, published.isoformat(), tense="past").edtf == day.isoformat()


@given(st.dates(date(1990, 1, 1), date(2050, 1, 1)), st.integers(0, 6))
def test_a_weekday_lies_within_a_week_of_the_report(published: date, ahead: int) -> None:
    day = published + timedelta(ahead)
    mention = only(f"They will meet on {day:%A}.")
    assert resolve_date(mention, published.isoformat(), tense="planned").edtf == day.isoformat()
