"""The table of measurements and what goes into it, on cases small enough to work out by hand."""

from __future__ import annotations

import sys
from pathlib import Path
from subprocess import CalledProcessError

import pytest
from bench.data import data_folder, demo_texts
from bench.memory import peak_of
from bench.result import Result, filled, table
from bench.speed import least, measure_speed

from parley.model import new_report

REPORT = new_report(
    "About 40 of 1,200 dockers met at 10:30 on Monday.\nThe union rejected 3.5 per cent, 12 sources said.\n"
)


@pytest.mark.parametrize(
    ("value", "most", "within"), [(1.4, 1.5, True), (1.5, 1.5, True), (1.51, 1.5, False), (9.0, None, True)]
)
def test_result_keeps_to_its_limit(value: float, most: float | None, within: bool) -> None:
    assert Result("ratio", value, "times", most).within is within


def test_result_without_a_value_passes_no_limit() -> None:
    assert Result("memory", None, "MB", 900.0, why="no data").within


def test_table_shows_values_limits_and_what_is_missing() -> None:
    lines = table(
        [Result("ratio", 1.625, "times", 1.5), Result("Parley", 12345.6, "words/s"), Result("x", None, why="no data")]
    ).splitlines()
    assert [" ".join(line.split()) for line in lines] == [
        "measured value at most",
        "ratio 1.62 times 1.5 over the limit",
        "Parley 12,346 words/s",
        "x - no data",
    ]


def test_page_is_filled_between_its_marks_again_and_again() -> None:
    page = "# Method\n\n<!-- made: measurements -->\n<!-- end -->\n\nMore <!-- end -->\n"
    once = filled(page, [Result("ratio", 2.0, "times"), Result("memory", None, why="no data")])
    assert "| ratio | 2 times |" in once
    assert "memory" not in once
    assert once.startswith("# Method\n")
    assert once.endswith("<!-- end -->\n\nMore <!-- end -->\n")
    assert filled(once, [Result("ratio", 2.0, "times")]) == once


def test_demo_texts_are_the_bundled_reports() -> None:
    texts = demo_texts()
    assert len(texts) > 16
    assert len({report.id for report in texts}) == len(texts)


def test_data_are_where_the_setting_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARLEY_DATA", str(tmp_path))
    assert data_folder("nexis") is None
    (tmp_path / "nexis").mkdir()
    assert data_folder("nexis") == tmp_path / "nexis"


def test_least_takes_the_best_round_of_each() -> None:
    turns: list[str] = []
    found = least([lambda: turns.append("a"), lambda: turns.append("b")], 3)
    assert turns == ["a", "b"] * 3
    assert all(0 <= seconds < 1 for seconds in found)


def test_speed_compares_extraction_with_parse_and_stock() -> None:
    ratio, distinct, parley, stock, failed = measure_speed("tiny", [REPORT], rounds=1)
    assert ratio.value is not None
    assert distinct.value is not None
    assert min(ratio.value, distinct.value) > 0
    assert parley.value is not None
    assert stock.value is not None
    assert failed.value == 0


def test_peak_memory_is_that_of_the_program() -> None:
    small = peak_of([sys.executable, "-c", "pass"])
    large = peak_of([sys.executable, "-c", "block = b'x' * 200_000_000"])
    assert 1 < small < 100
    assert 190 < large - small < 215


def test_peak_memory_of_a_program_that_fails_is_none() -> None:
    with pytest.raises(CalledProcessError):
        peak_of([sys.executable, "-c", "raise SystemExit(1)"])
