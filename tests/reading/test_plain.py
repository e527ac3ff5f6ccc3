from __future__ import annotations

import codecs
import json
import os
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from parley.errors import ParleyError
from parley.reading import MAX_REPORT_BYTES, Options, Reading, read_bytes, read_reports

STORY = (
    "Union accepts offer\n\nThe dockers' union accepted the employers' offer on Monday, its leader said, "
    "and the harbour will open again on Wednesday after nine weeks.\n"
)


def only(readings: object) -> Reading:
    items = list(readings)  # type: ignore[call-overload]
    assert len(items) == 1
    reading = items[0]
    assert isinstance(reading, Reading)
    return reading


def code(reading: Reading) -> str:
    assert reading.problem is not None
    assert reading.report is None
    assert reading.observation is None
    assert reading.problem.message.endswith(".")
    assert "\n" not in reading.problem.message
    return reading.problem.code


def test_a_plain_file_is_its_own_text(tmp_path: Path) -> None:
    path = tmp_path / "2022-05-09.txt"
    raw = STORY.replace("\n", "\r\n").encode()
    path.write_bytes(raw)
    reading = only(read_reports(path))
    assert reading.report is not None
    assert reading.observation is not None
    assert reading.report.text == raw.decode()
    assert (reading.report.title, reading.report.language) == ("Union accepts offer", "en")
    assert (reading.report.published, reading.observation.published_basis) == ("2022-05-09", "file_name")
    assert reading.observation.title_span is not None
    assert reading.observation.title_span.of(reading.report.text) == "Union accepts offer"
    assert (reading.observation.reader, reading.observation.source) == ("text", str(path))


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (b"", "utf-8"),
        (b"", "cp1252"),
        (b"", "mac_roman"),
    ],
)
def test_character_sets_are_told(mark: bytes, encoding: str) -> None:
    text = STORY + "“We said yes,” said André Müller – at last.\n"
    reading = only(read_bytes(mark + text.encode(encoding), "story.txt"))
    assert reading.report is not None
    assert reading.report.text == text


@given(st.text())
def test_offsets_hold_in_any_unicode_file(text: str) -> None:
    assume(text.strip() and not text.startswith("\ufeff"))
    for reading in read_bytes(codecs.BOM_UTF8 + text.encode(), "story.md"):
        if reading.report is not None and reading.observation is not None:
            assert reading.observation.reader in ("markdown", "jsonl", "csv", "html", "nexis")
            if reading.observation.reader == "markdown":
                assert reading.report.text == text
                span = reading.observation.title_span
                assert span is None or span.of(text) == reading.report.title
        else:
            assert code(reading)


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1))
def test_reading_again_gives_the_same_id(words: str) -> None:
    data = (STORY + words).encode()
    first, second = only(read_bytes(data, "a.txt")), only(read_bytes(data, "b/other.txt"))
    assert first.report == second.report


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (b"", "a.txt", "empty"),
        (b" \r\n\t\n", "a.txt", "empty"),
        (codecs.BOM_UTF8, "a.txt", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "a.txt", "binary"),
        (bytes(range(1, 9)) * 40, "a.txt", "binary"),
        (b"%PDF-1.7 ...", "a.txt", "unknown_format"),
        (b"text,title\n", "a.csv", "empty"),
        (b"{\\rtf1 words}", "a.txt", "unknown_format"),
        (b"PK\x03\x04....", "a.docx", "unknown_format"),
        (b'{"a": 1,\n "b": 2}', "a.json", "unknown_format"),
        (b"<?xml version='1.0'?><items><item>1</item></items>", "a.xml", "unknown_format"),
        ("Zürich – “ja”, sagte Müller".encode() + b"\xe2\x80", "a.txt", "encoding"),
        (b"The union said yes on Monday \x81 at noon.", "a.txt", "encoding"),
        (b"The union said yes on Monday " + b"\x8e\x8f\x90\x9d" * 4, "a.txt", "encoding"),
        (codecs.BOM_UTF16_LE + b"a\x00b", "a.txt", "encoding"),
        ("â€œWeâ€™re ready,â€\u009d sheâ€™d said. ".encode() * 40, "a.txt", "encoding"),
        (b"<html><head><title>Hm</title></head><body><script>go()</script></body></html>", "a.html", "empty"),
        (b"word " * (MAX_REPORT_BYTES // 5), "a.txt", "too_large"),
    ],
)
def test_what_cannot_be_read_is_one_clear_problem(data: bytes, name: str, expected: str) -> None:
    assert code(only(read_bytes(data, name))) == expected


def test_other_languages_are_refused_and_short_or_shouted_english_is_not() -> None:
    german = (
        "Die Gewerkschaft hat das Angebot der Arbeitgeber am Montag angenommen, sagte ihr Vorsitzender. Der Hafen soll "
        "am Mittwoch nach neun Wochen wieder öffnen, und die Kräne werden sich wieder bewegen, wie er hinzufügte. "
        "Die Verhandlungen hatten im Februar begonnen und waren zweimal unterbrochen worden.\n"
    )
    assert code(only(read_bytes(german.encode(), "a.txt"))) == "not_english"
    assert only(read_bytes(german[:60].encode(), "a.txt")).report is not None
    assert only(read_bytes((STORY * 3).upper().encode(), "a.txt")).report is not None


def test_a_missing_file_and_an_unreadable_one_are_problems(tmp_path: Path) -> None:
    assert code(only(read_reports(tmp_path / "none.txt"))) == "missing"
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    assert code(only(read_reports(tmp_path / "loop.txt"))) == "unreadable"


def test_a_large_file_is_not_taken_into_memory(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.write(STORY.encode())
        file.truncate(MAX_REPORT_BYTES)
    assert code(only(read_reports(path))) == "too_large"


def test_entities_stay_as_they_stand() -> None:
    text = "Bidder &lt;BDR> raises offer\n\nBidder &lt;BDR> now offers 62 dlrs a share &amp; a seat on the board.\n"
    reading = only(read_bytes(text.encode(), "a.txt"))
    assert reading.report is not None
    assert reading.report.text == text


def test_options_go_before_manifest_before_the_text_before_the_file_name(tmp_path: Path) -> None:
    dated = STORY.replace("\n\n", "\n\nPublished: 3 May 2022\n\n", 1)
    for name in ("2022-05-01_a.txt", "2022-05-01_b.txt", "2022-05-01_c.txt"):
        (tmp_path / name).write_text(dated if "c" not in name else STORY, encoding="utf-8")
    row = {"doc": "2022-05-01_a", "title": "Yes to the offer", "outlet": "Harbour Post", "published": "2022-05-02"}
    (tmp_path / "manifest.jsonl").write_text(json.dumps(row | {"story": "docks"}) + "\n", encoding="utf-8")
    found = {r.observation.source[-5]: r for r in read_reports(tmp_path) if r.observation}
    bases = {
        key: (r.report.published, r.observation.published_basis)
        for key, r in found.items()
        if r.report and r.observation
    }
    assert bases == {"a": ("2022-05-02", "manifest"), "b": ("2022-05-03", "text"), "c": ("2022-05-01", "file_name")}
    first = found["a"]
    assert first.report is not None
    assert first.observation is not None
    assert (first.report.title, first.report.outlet, first.observation.story) == (
        "Yes to the offer",
        "Harbour Post",
        "docks",
    )
    assert first.observation.title_span is None
    alone = only(read_reports(tmp_path / "2022-05-01_a.txt", Options(outlet="Gazette", published="4 May 2022")))
    assert alone.report is not None
    assert alone.observation is not None
    assert (alone.report.outlet, alone.report.published, alone.report.title) == (
        "Gazette",
        "2022-05-04",
        "Yes to the offer",
    )
    assert alone.observation.published_basis == "option"
    assert alone.observation.story == "docks"


def test_an_option_that_is_no_date_is_refused() -> None:
    with pytest.raises(ParleyError, match="03/04/2022"):
        list(read_bytes(STORY.encode(), "a.txt", Options(published="03/04/2022")))


def test_a_csv_manifest_by_file_name_and_its_doubtful_dates(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "manifest.csv").write_text(
        "doc,title,outlet,published,url,story\na.txt,Union accepts offer,Post,03/04/2022,,\n,x,,,,\nb,y,,5/6/22,,\n",
        encoding="utf-8",
    )
    readings = list(read_reports(tmp_path))
    assert [code(reading) for reading in readings[:2]] == ["bad_line", "bad_line"]
    report, observation = readings[2].report, readings[2].observation
    assert report is not None
    assert observation is not None
    assert (report.outlet, report.published, observation.published_basis) == ("Post", None, "unknown")
    assert observation.title_span is not None
    assert observation.title_span.of(report.text) == report.title


def test_a_folder_is_read_by_path_without_hidden_or_other_files(tmp_path: Path) -> None:
    for name in ("b/2.txt", "a.md", "b/1.txt", ".hidden.txt", ".git/3.txt", "notes.json", "c.py"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"{STORY}{name}\n", encoding="utf-8")
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.4")
    readings = list(read_reports(tmp_path))
    sources = [r.observation.source if r.observation else code(r) for r in readings]
    assert sources == [str(tmp_path / "a.md"), str(tmp_path / "b/1.txt"), str(tmp_path / "b/2.txt"), "unknown_format"]


@given(order=st.permutations(["one", "two", "three"]))
def test_the_order_of_writing_files_changes_no_id(order: list[str], tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("reports")
    for name in order:
        (folder / f"{name}.txt").write_text(STORY + name, encoding="utf-8")
    ids = [reading.report.id for reading in read_reports(folder) if reading.report]
    expected = [only(read_bytes((STORY + name).encode(), "x.txt")).report for name in ("one", "three", "two")]
    assert ids == [report.id for report in expected if report]


def test_standard_input_is_read_as_one_file() -> None:
    reading = only(read_reports("-", Options(story="docks"), stdin=BytesIO(STORY.encode())))
    assert reading.observation is not None
    assert (reading.observation.source, reading.observation.story) == ("-", "docks")
    assert code(only(read_reports("-", stdin=BytesIO(b"")))) == "empty"


def test_front_matter_speaks_for_the_file_and_stays_in_it() -> None:
    text = (
        "---\ntitle: \"Union accepts offer\"\noutlet: Harbour Post\ndate: 2022-05-09T08:00:00Z\n"
        "url: https://post.example/1\ntags: [a, b]\n---\n# Union accepts offer\n\nBoth met on Sunday.\n"
    )  # fmt: skip
    reading = only(read_bytes(text.encode(), "a.md"))
    assert reading.report is not None
    assert reading.observation is not None
    assert reading.report.text == text
    assert (reading.report.title, reading.report.outlet) == ("Union accepts offer", "Harbour Post")
    assert (reading.report.published, reading.observation.published_basis) == ("2022-05-09T08:00:00+00:00", "metadata")
    assert reading.report.url == "https://post.example/1"
    span = reading.observation.title_span
    assert span is not None
    assert (span.of(text), text[span.start - 2 : span.start]) == ("Union accepts offer", "# ")


@given(data=st.binary(), suffix=st.sampled_from([".txt", ".md", ".html", ".jsonl", ".csv", ".json", ""]))
def test_no_bytes_raise_or_pass_in_silence(data: bytes, suffix: str) -> None:
    readings = list(read_bytes(data, f"any{suffix}"))
    assert readings
    assert all(reading.report is not None or code(reading) for reading in readings)


_PIECES = (
    "<html>", "<p>", "{", "}", '"text":', '"words"', ",", "\n", "\r\n", "---\n", "title: x\n", "Body\n", "End of Document\n",
    "Load-Date: May 8, 2022\n", "Copyright 2022\n", "May 8, 2022\n", "Documents (2)\n", "Job Number: 1\n", "text,title\n",
    "**", "# ", "By Ada Moor\n", "Published: ", "9 May 2022", "(", ")", "\u2028", "\ud7ff", "The union said yes. ",
)  # fmt: skip


@given(st.lists(st.sampled_from(_PIECES), max_size=30), st.sampled_from([".txt", ".md", ".html", ".jsonl", ".csv"]))
def test_no_mixture_of_formats_raises(pieces: list[str], suffix: str) -> None:
    for reading in read_bytes("".join(pieces).encode(), f"any{suffix}"):
        span = reading.observation.title_span if reading.observation else None
        assert reading.report is not None or code(reading)
        assert span is None or reading.report is None or span.of(reading.report.text)


def test_names_that_are_no_unicode_and_devices_are_handled(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    path.write_text(STORY, encoding="utf-8")
    observation = only(read_reports(path)).observation
    assert observation is not None
    assert observation.source.encode()
    assert code(only(read_reports(os.devnull))) == "unreadable"


def test_a_manifest_given_as_a_file_is_no_report(tmp_path: Path) -> None:
    (tmp_path / "manifest.jsonl").write_text('{"doc": "a", "title": "Union accepts offer"}\n', encoding="utf-8")
    assert list(read_reports(tmp_path / "manifest.jsonl")) == []
