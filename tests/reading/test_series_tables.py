"""Tables of counts: every count has its number, day and row, and what is no table is refused in a sentence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.model import Date, DateRange, Figure
from parley.reading.series_tables import SERIES_READER, SeriesTable, SeriesTableError, TableScope, read_series

SCOPE = TableScope("Alderport", "2031-03-01", "Alderland's health ministry")
ROWS = [
    {"date": "2031-03-01", "report_period": 24, "killed": 5, "killed_cum": 5, "checked": {"killed_cum": 4}, "camps": 2},
    {"date": "2031-03-03", "report_period": 48, "killed": 7, "killed_cum": 12, "killed_children_cum": 3, "note": "a \"b\""},
    {"date": "soon", "killed_cum": 99},
]  # fmt: skip
CSV = 'date,killed_cum,"injured_cum",camps\n2031-03-01,5,"1,200",2\n2031-03-02,,1300,3\nbroken row\n'


def table(folder: Path, text: str) -> SeriesTable:
    path = folder / "toll.json"
    path.write_text(text, encoding="utf-8")
    return read_series(path, SCOPE, story="Alder")


def told(found: SeriesTable) -> list[tuple[object, ...]]:
    bodies = [claim.body for claim in found.extraction.claims]
    return [
        (b.measure, b.group, b.accounting, b.quantity.lower, b.as_of and b.as_of.edtf)
        for b in bodies
        if isinstance(b, Figure)
    ]


@pytest.mark.parametrize("indent", [None, 2])
def test_json_counts_are_claims_of_their_rows(tmp_path: Path, indent: int | None) -> None:
    found = table(tmp_path, json.dumps(ROWS, indent=indent))
    assert told(found) == [
        ("killed", "people", "increment", 5, "2031-03-01"),
        ("killed", "people", "cumulative", 5, "2031-03-01"),
        ("killed", "people", "increment", 7, "2031-03-03"),
        ("killed", "people", "cumulative", 12, "2031-03-03"),
        ("killed", "children", "cumulative", 3, "2031-03-03"),
    ]
    assert found.left_out == ("checked", "camps", "note") or set(found.left_out) == {"camps", "note"}
    assert found.observation.reader == SERIES_READER
    assert found.observation.story == "Alder"


def test_csv_counts_are_claims_of_their_rows(tmp_path: Path) -> None:
    assert told(table(tmp_path, CSV)) == [
        ("killed", "people", "cumulative", 5, "2031-03-01"),
        ("injured", "people", "cumulative", 1200, "2031-03-01"),
        ("injured", "people", "cumulative", 1300, "2031-03-02"),
    ]


@pytest.mark.parametrize("text", [CSV, json.dumps(ROWS), json.dumps(ROWS, indent=1)])
def test_every_count_points_at_its_number_its_day_and_its_row(tmp_path: Path, text: str) -> None:
    found = table(tmp_path, text)
    for claim in found.extraction.claims:
        (mention,) = claim.mentions
        assert claim.origin == "import"
        assert isinstance(claim.body, Figure)
        assert claim.body.as_of is not None
        pieces = {piece.role: piece for piece in mention.evidence}
        assert all(found.report.text[p.start : p.end] == p.quote for p in pieces.values())
        assert float(pieces["number"].quote.strip('"').replace(",", "")) == claim.body.quantity.lower
        assert claim.body.as_of.edtf in pieces["time"].quote
        assert pieces["time"].quote in pieces["content"].quote


def test_what_a_row_is_about_says_how_it_counts(tmp_path: Path) -> None:
    bodies = [claim.body for claim in table(tmp_path, json.dumps(ROWS)).extraction.claims]
    increment, total = bodies[2], bodies[3]
    assert isinstance(increment, Figure)
    assert isinstance(total, Figure)
    assert increment.period == DateRange(Date("2031-03-02"), Date("2031-03-03"))
    assert (total.since, total.period, total.place) == (Date("2031-03-01"), None, "Alderport")


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=8))
def test_the_same_table_gives_the_same_counts_in_either_form(counts: list[int]) -> None:
    rows = [{"date": f"2031-03-{day:02}", "killed_cum": count} for day, count in enumerate(counts, 1)]
    lines = ["date,killed_cum", *(f"{row['date']},{row['killed_cum']}" for row in rows)]
    with_json, with_csv = _read(json.dumps(rows)), _read("\n".join(lines))
    assert told(with_json) == told(with_csv)
    assert [number for *_, number, _ in told(with_json)] == counts


def _read(text: str) -> SeriesTable:
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        return table(Path(folder), text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[{"date": "2031-03-01", "killed_cum": 5}', "is no sound JSON"),
        ("[]", "holds no counts by day"),
        ("date,camps\n2031-03-01,5\n", "it needs a column 'date' and one named for what it counts"),
        ("killed_cum\n5\n", "holds no counts by day"),
        ("", "holds no counts by day"),
    ],
)
def test_what_is_no_table_of_counts_is_refused_in_a_sentence(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(SeriesTableError, match=words):
        table(tmp_path, text)
