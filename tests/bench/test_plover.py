"""The scorer of acts between marked parties, on sentences of our own."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.quality import plover

HEADING = "sentence\tmarked_sentence\tsource\ttarget\tgold_root"
ACCUSES = "<s>Norland</s> accused <t>Vessany</t> of dumping steel."
FREES = "<s>The junta</s> has freed <t>nine students</t>."
MEETS = "<s>The envoy</s> met <t>the rebel leader</t> on Friday."


def _score(folder: Path, *rows: tuple[str, str]) -> dict[str, float]:
    table = [HEADING, *(f"\t{sentence}\t\t\t{kind}" for sentence, kind in rows)]
    (folder / "acts.tsv").write_text("\n".join(table) + "\n", encoding="utf-8")
    return plover.score(folder).metrics


def test_all_right(tmp_path: Path) -> None:
    found = _score(tmp_path, (ACCUSES, "ACCUSE"), (MEETS, "CONSULT"))
    assert (found["accuracy"], found["macro_f1"]) == (1.0, 1.0)


def test_all_wrong(tmp_path: Path) -> None:
    found = _score(tmp_path, (ACCUSES, "AID"), (MEETS, "ASSAULT"))
    assert (found["accuracy"], found["macro_f1"]) == (0.0, 0.0)


def test_half_right_and_each_type_weighs_the_same(tmp_path: Path) -> None:
    found = _score(tmp_path, (ACCUSES, "ACCUSE"), (ACCUSES, "AID"), (MEETS, "CONSULT"), (MEETS, "CONSULT"))
    assert found["accuracy"] == 0.75
    assert found["macro_f1"] == pytest.approx((2 / 3 + 0 + 1) / 3)


def test_rows_that_stand_there_twice_count_twice(tmp_path: Path) -> None:
    assert _score(tmp_path, (ACCUSES, "ACCUSE"), (ACCUSES, "ACCUSE"), (MEETS, "AID"))["accuracy"] == pytest.approx(
        2 / 3
    )


def test_yield_is_conceding_and_retreating(tmp_path: Path) -> None:
    leaves = "<s>The Lorvian army</s> has withdrawn its tanks from <t>the valley</t>."
    assert _score(tmp_path, (FREES, "YIELD"), (leaves, "YIELD"))["accuracy"] == 1.0


def test_conceding_is_told_from_retreating_where_the_table_does(tmp_path: Path) -> None:
    assert _score(tmp_path, (FREES, "RETREAT"), (ACCUSES, "ACCUSE"))["accuracy"] == 0.5


def test_no_answer_is_wrong(tmp_path: Path) -> None:
    assert _score(tmp_path, ("<s>Norland</s> lies north of <t>Vessany</t>.", "AID"))["accuracy"] == 0.0


def test_parties_may_stand_in_columns_of_their_own(tmp_path: Path) -> None:
    file = tmp_path / "acts.tsv"
    file.write_text(f"{HEADING}\nNorland accused Vessany of theft.\t\tNorland\tVessany\tACCUSE\n", encoding="utf-8")
    assert plover.score(file).metrics["accuracy"] == 1.0


def test_a_party_overlapping_the_other_in_words_keeps_its_place() -> None:
    item = plover.read_marked("Northern <s>Lorvia </s>warned <t>Lorvia</t>.", "THREATEN")
    assert item.text == "Northern Lorvia warned Lorvia."
    assert (item.source.start, item.source.end, item.target.start) == (9, 15, 23)  # type: ignore[union-attr]


@pytest.mark.parametrize(("name", "error"), [("nowhere.tsv", FileNotFoundError), ("", FileNotFoundError)])
def test_a_wrong_path_is_told_in_one_sentence(tmp_path: Path, name: str, error: type[Exception]) -> None:
    with pytest.raises(error, match="give"):
        plover.score(tmp_path / name)


def test_a_table_without_the_column_is_told_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "acts.tsv").write_text("sentence\ttype\nNorland left.\tAID\n", encoding="utf-8")
    with pytest.raises(ValueError, match="line 2: no gold_root"):
        plover.score(tmp_path)
