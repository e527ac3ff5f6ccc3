from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.annotate.datelines import match_dateline, match_stamp


@pytest.mark.parametrize(
    ("line", "dateline", "resumes", "date", "agency"),
    [
        ("CAIRO, Nov 13 (Reuters) - Envoys met.", "CAIRO, Nov 13 (Reuters)", "Envoys", "2023-11-13", "Reuters"),
        ("THE HAGUE, Nov 30 - Judges ruled.", "THE HAGUE, Nov 30", "Judges", "2022-11-30", None),
        ("LONDON — Dockers walked out.", "LONDON", "Dockers", None, None),
        ("LONDON —Dockers walked out.", "LONDON", "Dockers", None, None),
        (
            "GENEVA, 12 July 2024 (Xinhua) -- Envoys met.",
            "GENEVA, 12 July 2024 (Xinhua)",
            "Envoys",
            "2024-07-12",
            "Xinhua",
        ),
        (
            "The Hague, Netherlands (AP) — Judges ruled.",
            "The Hague, Netherlands (AP)",
            "Judges",
            None,
            "The Associated Press",
        ),
        ("Rotterdam, 3 March", "Rotterdam, 3 March", "", "2023-03-03", None),
        ("OSLO, Dec. 9: The pact holds.", "OSLO, Dec. 9", "The", "2022-12-09", None),
        ("Oslo  In February the pact failed.", "Oslo", "In", None, None),
        ("RAMALLAH, West Bank  The army left.", "RAMALLAH, West Bank", "The", None, None),
        ("LAKE FOREST, Ill. — Guards left.", "LAKE FOREST, Ill.", "Guards", None, None),
        ("NEW DELHI: Over 100 dockers met.", "NEW DELHI", "Over", None, None),
        ("Madurai: The police left.", "Madurai", "The", None, None),
        ("RIYADH Ministers will meet on Monday.", "RIYADH", "Ministers", None, None),
        ("BEIRUT A ship was lost.", "BEIRUT", "A ship", None, None),
        ("JAKARTA/KUALA LUMPUR Envoys met.", "JAKARTA/KUALA LUMPUR", "Envoys", None, None),
        ("MOSCOW (Sputnik) An envoy left.", "MOSCOW (Sputnik)", "An", None, "Sputnik"),
    ],
)
def test_datelines(line: str, dateline: str, resumes: str, date: str | None, agency: str | None) -> None:
    found = match_dateline(line, 0, len(line), published="2023-11-14", lead=True)
    assert found is not None
    assert line[: found.end] == dateline
    assert line[found.resume :].strip().startswith(resumes)
    assert (found.date and found.date.edtf, found.agency) == (date, agency)


@pytest.mark.parametrize(
    "line",
    [
        "The union said - and meant it - that talks were over.",
        "NATO ministers met in Oslo.",
        "UNICEF says it will stay.",
        "UN-backed talks resumed.",
        "US President Hale arrived.",
        "UNRWA Commissioner Lund resigned. UNRWA said so.",
        "Marlowe: we will not accept it.",
        "NOT CONTENT WITH PAY - dockers walk out",
        "In March - before the pact - he left.",
        "B.F.  Harrow sold its stake.",
        "Harbour Lines, which runs the port, said no.",
        "March 3 - the date was missed",
        "2024",
        "",
    ],
)
def test_no_dateline(line: str) -> None:
    assert match_dateline(line, 0, len(line), published="2023-11-14", lead=True) is None


def test_a_place_written_small_dates_only_the_lead() -> None:
    line = "Oslo — The pact holds."
    assert match_dateline(line, 0, len(line), published=None, lead=False) is None


@pytest.mark.parametrize(
    ("line", "stamp", "date"),
    [
        ("date 2024-05-02 Follow us", "date 2024-05-02", "2024-05-02"),
        ("Published: May 2, 2024 10:05 GMT", "Published: May 2, 2024 10:05 GMT", "2024-05-02"),
        ("Posted on July 20 2016 by a reader", "Posted on July 20 2016", "2016-07-20"),
        ("Last updated: Thursday, 2 May 2024", "Last updated: Thursday, 2 May 2024", "2024-05-02"),
        ("4 September 2016 Two dockers left.", "4 September 2016", "2016-09-04"),
        ("Saturday 27 Aug 2016 Talks fail", "Saturday 27 Aug 2016", "2016-08-27"),
        ("02.10.2017 Talks fail", "02.10.2017", "2017-10-02"),
        ("25/12/2021 Talks fail", "25/12/2021", "2021-12-25"),
        ("03/04/2021 Talks fail", "03/04/2021", "2021-XX-XX"),
        ("November 3 2023", "November 3 2023", "2023-11-03"),
        ("Updated 5 May", "Updated 5 May", "XXXX-05-05"),
    ],
)
def test_date_stamps(line: str, stamp: str, date: str) -> None:
    found = match_stamp(line, 0, len(line), None)
    assert found is not None
    assert found.date is not None
    assert (line[: found.end], found.date.edtf) == (stamp, date)
    assert (found.date.open_because is not None) == ("X" in date)


@pytest.mark.parametrize(
    "line",
    [
        "27 August 2016 was a bad day.",
        "Date set for talks",
        "May 2024 be better",
        "3 March was the deadline.",
        "Published reports say so.",
        "40 May supporters",
        "13/13/2013 Talks",
    ],
)
def test_no_date_stamp(line: str) -> None:
    assert match_stamp(line, 0, len(line), None) is None


@pytest.mark.parametrize(
    ("published", "year"),
    [("2024-01-02", "2023"), ("2023-11-13", "2023"), ("2023-11-12T23:00Z", "2023"), (None, "XXXX")],
)
def test_a_missing_year_is_the_one_before_publication(published: str | None, year: str) -> None:
    line = "CAIRO, Nov 13 - Envoys met."
    found = match_dateline(line, 0, len(line), published=published, lead=True)
    assert found is not None
    assert found.date is not None
    assert found.date.edtf == f"{year}-11-13"


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("ABC aeo,.:-—()0123 ")), max_size=80))
def test_any_text_is_taken(line: str) -> None:
    for found in (match_dateline(line, 0, len(line), published=None, lead=True), match_stamp(line, 0, len(line), None)):
        assert found is None or 0 < found.end <= found.resume <= len(line)
