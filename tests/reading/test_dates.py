from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.reading.dates import date_in_name, date_in_text, is_date_line, parse_date


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2021-06-04", "2021-06-04"),
        ("20210604", "2021-06-04"),
        ("2021-06-04T09:15:00Z", "2021-06-04T09:15:00+00:00"),
        ("2021-06-04T09:15+02:00", "2021-06-04T09:15:00+02:00"),
        ("2021-06-04T09:15:07", "2021-06-04T09:15:07"),
        ("4 June 2021", "2021-06-04"),
        ("4th of June, 2021", "2021-06-04"),
        ("June 4, 2021 Friday", "2021-06-04"),
        ("Fri, 04 Jun 2021 09:15:00 +0200", "2021-06-04T09:15:00+02:00"),
        ("Jun. 4, 2021 9:15 pm GMT", "2021-06-04T21:15:00+00:00"),
        ("June 4, 2021 12:05 a.m. EST", "2021-06-04T00:05:00-05:00"),
        ("4 June 2021, 18.40 IST", "2021-06-04T18:40:00"),
        ("Sept 4 2021", "2021-09-04"),
        ("14/11/2021", "2021-11-14"),
        ("11/14/2021", "2021-11-14"),
        ("05/05/2021", "2021-05-05"),
        ("03/04/2021", None),
        ("31 June 2021", None),
        ("June 2021", None),
        ("Friday", None),
        ("4/7/21", None),
        ("0021-06-04", None),
        ("", None),
        (None, None),
    ],
)
def test_a_date_is_read_or_left_unknown(words: str | None, expected: str | None) -> None:
    assert parse_date(words) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dockers return to work\n\n9 May 2022\n\nThe strike ended.\n", "2022-05-09"),
        ("Dockers return to work\nPublished: May 9, 2022 14:30 UTC\nThe strike ended.\n", "2022-05-09T14:30:00+00:00"),
        ("Dockers return to work\nLast updated: May 11, 2022\nPublished on 9 May 2022\n", "2022-05-09"),
        (" date 2022-05-09 Share this Image: the harbour at dawn.\n\nThe strike ended.", "2022-05-09"),
        ("Dockers return Updated: 2022-05-09 08:10 (Agency)\n\nThe strike ended.", "2022-05-09T08:10:00"),
        ("9 May 2022 Dockers went back to work on Monday, the union said.", "2022-05-09"),
        ("Dockers go back Reuters Monday 9 May 2022 Cranes moved again.", "2022-05-09"),
        ("ANTWERP, May 9, 2022 (Newswire) - Dockers went back to work.", "2022-05-09"),
        ("ANTWERP, Belgium, 9 May 2022 — Dockers went back to work.", "2022-05-09"),
        ("ANTWERP, May 9 (Newswire) - Dockers went back to work.", None),
        ("The strike that began on 9 May 2022 ended yesterday.", None),
        ("May 9, 2022, was the day the cranes stood still.", None),
        ("09/05/2022 Dockers went back to work.", None),
        ("Dockers went back to work.\n" * 30 + "Published: 9 May 2022\n", None),
    ],
)
def test_a_report_dates_itself_only_where_reports_do(text: str, expected: str | None) -> None:
    assert date_in_text(text) == expected


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("daily_2022-05-09_dockers", "2022-05-09"),
        ("dockers20220509", "2022-05-09"),
        ("2022.05.09", "2022-05-09"),
        ("2022-05-09_to_2022-05-11", None),
        ("item1914947532", None),
        ("20221399", None),
        ("dockers", None),
    ],
)
def test_a_file_name_gives_one_full_date_or_none(stem: str, expected: str | None) -> None:
    assert date_in_name(stem) == expected


def test_a_date_line_holds_no_running_text() -> None:
    assert is_date_line("Published: 9 May 2022, 10:30 GMT")
    assert not is_date_line("9 May 2022 was the day on which the cranes stood still along the river.")


@given(st.dates(min_value=datetime.date(1800, 1, 1), max_value=datetime.date(2150, 1, 1)))
def test_every_day_is_read_back_from_every_plain_form(day: datetime.date) -> None:
    months = ["January", "February", "March", "April", "May", "June", "July"]
    months += ["August", "September", "October", "November", "December"]
    month = months[day.month - 1]
    forms = (
        f"{day:%Y-%m-%d}",
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"{day.day} {month[:3]} {day.year}",
    )
    assert {parse_date(form) for form in forms} == {day.isoformat()}
