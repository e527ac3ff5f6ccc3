"""The scorer of numbers, units and times against specifications, on some of its own whose scores are known."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from bench.quality.recognizers import LEFT_OUT, read_specs, score

DAY = {"ReferenceDateTime": "2021-03-09T00:00:00"}


def _result(text: str, words: str, values: list[dict[str, str]]) -> dict[str, Any]:
    return {"Text": words, "Start": text.index(words), "TypeName": "x", "Resolution": {"values": values}}


def _time(text: str, *found: tuple[str, dict[str, str]]) -> dict[str, Any]:
    return {"Input": text, "Context": DAY, "Results": [_result(text, words, [value]) for words, value in found]}


def _write(folder: Path, rows: list[dict[str, Any]], model: str = "DateTimeModel", family: str = "DateTime") -> None:
    place = folder / family / "English"
    place.mkdir(parents=True, exist_ok=True)
    (place / f"{model}.json").write_text(json.dumps(rows), encoding="utf-8")


RIGHT = _time("The mill shut on 8 March 2021.", ("8 March 2021", {"value": "2021-03-08"}))
WRONG = _time("The mill shut on 8 March 2021.", ("8 March 2021", {"value": "2021-03-07"}))
MORE = _time("It shut on 8 March 2021 and 9 March 2021.", ("8 March 2021", {"value": "2021-03-08"}))
PART = _time("The mill shut in early March 2021.", ("March 2021", {"start": "2021-03-01", "end": "2021-04-01"}))


@pytest.mark.parametrize(
    ("rows", "share"),
    [([RIGHT], 1.0), ([WRONG], 0.0), ([RIGHT, WRONG], 0.5), ([MORE], 0.0), ([PART], 0.0), ([RIGHT, RIGHT], 1.0)],
)
def test_share_met(tmp_path: Path, rows: list[dict[str, Any]], share: float) -> None:
    _write(tmp_path, rows)
    assert score(tmp_path).metrics["share met"] == share


def test_nothing_expected_and_nothing_found_is_met(tmp_path: Path) -> None:
    _write(tmp_path, [{"Input": "The mill shut.", "Context": DAY, "Results": []}])
    assert score(tmp_path).metrics["share met"] == 1


def test_one_of_several_values_is_enough(tmp_path: Path) -> None:
    text = "It shuts on Friday."
    values = [{"value": "2021-03-05"}, {"value": "2021-03-12"}]
    _write(tmp_path, [{"Input": text, "Context": DAY, "Results": [_result(text, "Friday", values)]}])
    assert score(tmp_path).metrics["share met"] == 1


def test_what_is_left_out_counts_in_the_share_of_all(tmp_path: Path) -> None:
    _write(tmp_path, [RIGHT])
    _write(tmp_path, [WRONG], model=min(LEFT_OUT))
    report = score(tmp_path)
    assert (report.metrics["share met"], report.metrics["share of all"], report.counts["left out"]) == (1, 0.5, 1)


def test_numbers_and_units(tmp_path: Path) -> None:
    text = "The dam is 40 metres high."
    right = {"Text": "40 metres", "Start": 11, "Resolution": {"value": "40", "unit": "Meter"}}
    wrong = {"Text": "40 metres", "Start": 11, "Resolution": {"value": "40", "unit": "Foot"}}
    rows = [{"Input": text, "Results": [right]}, {"Input": text, "Results": [wrong]}]
    _write(tmp_path, rows, model="DimensionModel", family="NumberWithUnit")
    assert score(tmp_path).metrics["share met"] == 0.5


def test_a_range_has_its_bounds(tmp_path: Path) -> None:
    text = "More than 20 mills shut."
    found = {"Text": "more than 20", "Start": 0, "Resolution": {"value": "(20,)"}}
    _write(tmp_path, [{"Input": text, "Results": [found]}], model="NumberRangeModel", family="Number")
    assert score(tmp_path).metrics["share met"] == 1


def test_one_part_is_met_within_a_longer_expression(tmp_path: Path) -> None:
    text = "It shut on 8 March 2021 at 5pm."
    row = {"Text": "8 March 2021", "Start": 11, "Type": "date"}
    _write(tmp_path, [{"Input": text, "Results": [row]}], model="DateExtractor")
    assert score(tmp_path).metrics["share met"] == 1


def test_nothing_to_score_is_said_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="no specifications"):
        read_specs(tmp_path)
    (tmp_path / "a.json").write_text("[1]", encoding="utf-8")
    with pytest.raises(ValueError, match="holds no specifications"):
        read_specs(tmp_path)
