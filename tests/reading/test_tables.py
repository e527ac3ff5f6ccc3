from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from parley.reading import Reading, read_bytes

BODY = "The dockers' union accepted the employers' offer on Monday."


def codes(readings: list[Reading]) -> list[str]:
    return [r.problem.code if r.problem else "report" for r in readings]


def test_json_lines_give_a_report_each_and_bad_lines_a_problem() -> None:
    rows = [
        {"text": BODY, "title": "Union accepts", "outlet": "Post", "author": ["Ada Moor", {"name": "Jan Wit"}]},
        {"body": BODY, "published": "2022-05-09T08:00:00+02:00", "url": "https://post.example/2", "story": "docks"},
        {"title": "No words"},
    ]
    lines = [json.dumps(row) for row in rows]
    readings = list(read_bytes("\n".join([*lines, "{broken", "", "[1]"]).encode(), "in.jsonl"))
    assert codes(readings) == ["report", "report", "bad_line", "bad_line", "bad_line"]
    assert readings[3].problem is not None
    assert "line 4" in readings[3].problem.message
    first, second = readings[0], readings[1]
    assert first.report is not None
    assert first.observation is not None
    assert first.report.text == f"Union accepts\n\n{BODY}"
    assert first.observation.title_span is not None
    assert first.observation.title_span.of(first.report.text) == "Union accepts"
    assert (first.report.byline, first.observation.source) == ("Ada Moor, Jan Wit", "in.jsonl#1")
    assert second.report is not None
    assert second.observation is not None
    assert second.report.text == BODY
    assert (second.report.published, second.observation.published_basis) == ("2022-05-09T08:00:00+02:00", "metadata")
    assert (second.observation.story, second.observation.reader) == ("docks", "jsonl")


def test_a_text_that_opens_with_its_title_stays_as_it_is() -> None:
    text = f"Union accepts\n\n{BODY}"
    reading = next(read_bytes(json.dumps({"text": text, "title": "Union accepts"}).encode(), "-"))
    assert reading.report is not None
    assert reading.report.text == text


def test_csv_columns_are_told_by_their_headings() -> None:
    table = (
        'ID;Headline;Pub Date;Source;Article\r\n1;Union accepts;2022-05-09;Post;"First line.\r\nSecond; line."\r\n'
        "2;No words;2022-05-10;Post;\r\n3;too;many;cells;in;row\r\n4;Later;03/04/2022;Post;More words.\r\n"
    )
    readings = list(read_bytes(table.encode("utf-8-sig"), "in.csv"))
    assert codes(readings) == ["report", "bad_line", "bad_line", "report"]
    first, last = readings[0].report, readings[3].report
    assert first is not None
    assert last is not None
    assert first.text == "Union accepts\n\nFirst line.\r\nSecond; line."
    assert (first.title, first.outlet, first.published) == ("Union accepts", "Post", "2022-05-09")
    assert last.published is None


def test_csv_without_a_text_column_is_an_unknown_layout() -> None:
    readings = list(read_bytes(b"id,name\n1,x\n", "in.csv"))
    assert codes(readings) == ["unknown_layout"]
    assert readings[0].problem is not None
    assert "id, name" in readings[0].problem.message


def test_a_table_is_told_by_content_when_its_name_says_nothing() -> None:
    readings = list(read_bytes(f"title,text\nUnion accepts,{BODY}\n".encode(), "-"))
    assert [r.observation.reader for r in readings if r.observation] == ["csv"]
    prose = list(read_bytes(f"The title, the text\n\n{BODY}\n".encode(), "-"))
    assert [r.observation.reader for r in prose if r.observation] == ["text"]


@given(st.lists(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1), min_size=1, max_size=5))
def test_every_line_is_a_report_or_a_problem(texts: list[str]) -> None:
    lines = "\n".join(json.dumps({"text": text}) for text in texts)
    readings = list(read_bytes(lines.encode(), "in.jsonl"))
    assert len(readings) == len(texts)
    for text, reading in zip(texts, readings, strict=True):
        assert reading.report is None or reading.report.text == text
        assert (reading.report is None) == (reading.problem is not None)
