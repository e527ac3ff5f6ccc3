"""The scorer of times in news, on texts whose scores are known."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.quality.tempeval3 import read_gold, score

HEAD = '<?xml version="1.0" ?>\n<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2021-03-09" functionInDocument="CREATION_TIME">03/09/21</TIMEX3></DCT>\n'


def _file(folder: Path, body: str, name: str = "one.tml") -> None:
    (folder / name).write_text(f"{HEAD}<TEXT>\n{body}\n</TEXT></TimeML>", encoding="utf-8")


def _marked(words: str, value: str) -> str:
    return f'<TIMEX3 tid="t1" type="DATE" value="{value}">{words}</TIMEX3>'


def test_the_text_is_read_without_its_marks(tmp_path: Path) -> None:
    _file(tmp_path, f'Guild &amp; mill <EVENT eid="e1">met</EVENT> on {_marked("Monday", "2021-03-08")}.')
    text, created, gold = read_gold(tmp_path / "one.tml")
    assert (text.strip(), created) == ("Guild & mill met on Monday.", "2021-03-09")
    assert [text[g.start : g.end] for g in gold] == ["Monday"]


def test_all_right(tmp_path: Path) -> None:
    _file(tmp_path, f"They met on {_marked('Monday', '2021-03-08')}. They met {_marked('last month', '2021-02')}.")
    report = score(tmp_path)
    assert (report.metrics["span F1"], report.metrics["strict span F1"], report.metrics["value F1"]) == (1, 1, 1)
    assert report.misses == []


def test_wrong_value_and_wider_words(tmp_path: Path) -> None:
    _file(tmp_path, f"They met {_marked('on Monday', '2021-03-01')}.")
    report = score(tmp_path)
    assert (report.metrics["span F1"], report.metrics["strict span F1"], report.metrics["value F1"]) == (1, 0, 0)
    assert len(report.misses) == 1


def test_half_is_missed_and_one_too_many(tmp_path: Path) -> None:
    _file(tmp_path, f"They met on {_marked('Monday', '2021-03-08')} at {_marked('that juncture', 'PAST_REF')} in 1990.")
    report = score(tmp_path)
    assert report.metrics["span F1"] == 0.5
    assert [miss.split(": ")[1].split()[0] for miss in report.misses] == ["missed", "false"]


def test_one_found_twice_counts_once(tmp_path: Path) -> None:
    _file(tmp_path, f"They sat {_marked('on 8 March and on 9 March', '2021-03-08')}.")
    assert score(tmp_path).counts["found"] == 1


def test_the_ends_of_a_range_are_scored_each(tmp_path: Path) -> None:
    _file(tmp_path, f"It ran from {_marked('2017', '2017')} to {_marked('2019', '2019')}.")
    assert score(tmp_path).metrics["value F1"] == 1


def test_nothing_to_score_is_said_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="no TimeML files"):
        score(tmp_path)
    (tmp_path / "two.tml").write_text("<TimeML></TimeML>", encoding="utf-8")
    with pytest.raises(ValueError, match="is no TimeML file"):
        score(tmp_path)
