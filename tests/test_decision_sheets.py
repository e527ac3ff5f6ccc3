"""A sheet of claims goes out, is filled in, comes back as decisions; what cannot be taken in is named by its row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import parley
from parley.export import CSV_COLUMNS, export_claims
from parley.project import Project
from parley.project.decision_sheets import REVIEW_COLUMNS, BadSheetError, read_sheet
from tests import small_record

Row = dict[str, str]


@pytest.fixture
def talks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Project]:
    monkeypatch.setenv("PARLEY_PERSON", "Ann Reyes")
    with parley.open(small_record.build(tmp_path / "talks.parley")) as project:
        yield project


def sheet(talks: Project) -> list[Row]:
    """The rows as a spreadsheet has them."""
    data = export_claims(talks.ledger(), talks.ledger().view().entries, "csv", review=True)
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def saved(rows: list[Row], *, delimiter: str = ",", encoding: str = "utf-8-sig") -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode(encoding)


def filled(talks: Project, tmp_path: Path, *answers: Row, **how: str) -> Path:
    """A file in which the first rows have these answers."""
    rows = sheet(talks)
    for row, answer in zip(rows, answers, strict=False):
        row.update(answer)
    file = tmp_path / "claims.csv"
    file.write_bytes(saved(rows, **how))
    return file


def log(talks: Project) -> list[tuple[str, str, str | None]]:
    return [(made.verdict, made.person, made.note) for made in talks.store.judgements()]


def test_the_columns_to_fill_in_stand_first_and_are_empty(talks: Project) -> None:
    rows = sheet(talks)
    assert list(rows[0]) == [*REVIEW_COLUMNS, *CSV_COLUMNS]
    assert {row[column] for row in rows for column in REVIEW_COLUMNS} == {""}
    assert talks.apply_decisions().taken == 0


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "utf-16"])
def test_what_was_filled_in_is_decided_once(talks: Project, tmp_path: Path, delimiter: str, encoding: str) -> None:
    answers: tuple[Row, ...] = (
        {"verdict": "Accept", "coder": "Élodie  Marsh", "note": "plain"},
        {"verdict": "reject "},
        {},
        {"note": "look again"},
    )
    file = filled(talks, tmp_path, *answers, delimiter=delimiter, encoding=encoding)
    done = talks.apply_decisions(file)
    assert (done.taken, done.known, done.left) == (3, 0, ())
    made = [("accept", "Élodie Marsh", "plain"), ("reject", "Ann Reyes", None), ("note", "Ann Reyes", "look again")]
    assert log(talks) == made
    again = talks.apply_decisions(file)
    assert (again.taken, again.known, again.left) == (0, 3, ())
    assert log(talks) == made


def test_fields_are_corrected_as_one_decision(talks: Project, tmp_path: Path) -> None:
    rows = [row for row in sheet(talks) if row["kind"] == "move"][:1] * 2
    by = {"corrected field": "by", "corrected value": "Lorn Harbour Board"}
    hedge = {"corrected field": "hedge", "corrected value": "reportedly"}
    file = tmp_path / "claims.csv"
    file.write_bytes(saved([rows[0] | by | {"verdict": "correct"}, rows[1] | hedge]))
    assert talks.apply_decisions(file).taken == 1
    claim = talks.ledger().claim(rows[0]["id"]).claim
    assert [actor.name for actor in getattr(claim.body, "by", ())] == ["Lorn Harbour Board"]
    assert talks.apply_decisions(file).known == 1
    assert len(log(talks)) == 1


def test_two_coders_of_one_sheet_may_differ_and_stay_so(talks: Project, tmp_path: Path) -> None:
    rows = sheet(talks)[:1] * 2
    file = tmp_path / "claims.csv"
    ann, bo = {"verdict": "accept", "coder": "Ann"}, {"verdict": "reject", "coder": "Bo"}
    file.write_bytes(saved([rows[0] | ann, rows[1] | bo]))
    assert talks.apply_decisions(file).taken == 2
    assert talks.apply_decisions(file).taken == 0
    assert [(verdict, person) for verdict, person, _ in log(talks)] == [("accept", "Ann"), ("reject", "Bo")]


def test_what_was_undone_stays_undone(talks: Project, tmp_path: Path) -> None:
    file = filled(talks, tmp_path, {"verdict": "accept"})
    talks.apply_decisions(file)
    talks.undo_last()
    assert talks.apply_decisions(file).known == 1


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        ({"verdict": "maybe"}, "'maybe' is no verdict; write accept, reject, dispute, correct or note"),
        ({"verdict": "correct", "corrected value": "9"}, "says correct and no field"),
        ({"verdict": "accept", "corrected field": "act"}, "says accept; write correct, or empty the value"),
        ({"verdict": "note"}, "it says note and has no note"),
        ({"verdict": "dispute"}, "it says dispute and has no note"),
        ({"verdict": "accept", "id": "claim-ffff", "report": "", "start": ""}, "no claim of this record answers"),
        ({"verdict": "correct", "corrected field": "act", "corrected value": "sing"}, "act"),
        ({"verdict": "correct", "corrected field": "colour", "corrected value": "red"}, "colour"),
    ],
)
def test_a_row_that_cannot_be_taken_in_is_named_and_the_others_are_taken(
    talks: Project, tmp_path: Path, answer: Row, why: str
) -> None:
    file = filled(talks, tmp_path, {}, answer, {"verdict": "accept"})
    done = talks.apply_decisions(file)
    assert done.taken == 1
    (left,) = done.left
    assert (left.file, left.row) == (str(file), 3)
    assert why in left.why
    assert [verdict for verdict, _, _ in log(talks)] == ["accept"]


def test_two_verdicts_of_one_person_on_a_claim_are_named(talks: Project, tmp_path: Path) -> None:
    rows = sheet(talks)[:1] * 2
    file = tmp_path / "claims.csv"
    file.write_bytes(saved([rows[0] | {"verdict": "accept"}, rows[1] | {"verdict": "reject"}]))
    done = talks.apply_decisions(file)
    assert done.taken == 1
    assert [(left.row, left.why) for left in done.left] == [
        (3, "row 2 decides about this claim already; leave one of them")
    ]


def test_a_claim_whose_id_is_another_now_is_found_on_its_words(talks: Project, tmp_path: Path) -> None:
    rows = sheet(talks)
    file = filled(talks, tmp_path, {"verdict": "accept", "id": "claim-ffffffff"})
    assert talks.apply_decisions(file).taken == 1
    assert talks.ledger().claim(rows[0]["id"]).judgements


def test_trying_records_nothing_and_finds_the_same(talks: Project, tmp_path: Path) -> None:
    file = filled(talks, tmp_path, {"verdict": "accept"}, {"verdict": "what"}, {"corrected field": "act", "verdict": "correct", "corrected value": "sing"})  # fmt: skip
    tried = talks.apply_decisions(file, dry_run=True)
    assert log(talks) == []
    assert talks.apply_decisions(file) == tried


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"PK\x03\x04rest", "is a workbook"),
        (b"\xd0\xcf\x11\xe0rest", "is a workbook"),
        (b"", "no table"),
        (b"verdict,note\r\naccept,x\r\n", "has no column 'id'"),
        (b"id,note\r\n", "has no column 'verdict'"),
        (b'id,verdict\r\n"open', "is no table"),
        (b"\x81\x8d\x8f", "is no text"),
    ],
)
def test_what_is_no_sheet_is_said_in_a_sentence(data: bytes, why: str) -> None:
    with pytest.raises(BadSheetError, match=why):
        read_sheet(data, "claims.csv")


@settings(max_examples=200)
@given(st.binary(max_size=80) | st.text(max_size=80).map(str.encode))
def test_any_bytes_are_rows_or_no_sheet(data: bytes) -> None:
    try:
        rows = read_sheet(b"id,verdict\r\n" + data, "claims.csv")
    except BadSheetError:
        return
    assert all(row.number > 1 and row.is_filled_in for row in rows)


def test_a_claim_may_be_read_rightly_and_disputed(talks: Project, tmp_path: Path) -> None:
    rows = sheet(talks)[:1] * 2
    file = tmp_path / "claims.csv"
    file.write_bytes(saved([rows[0] | {"verdict": "accept"}, rows[1] | {"verdict": "Dispute", "note": "too high"}]))
    assert talks.apply_decisions(file).taken == 2
    assert [(verdict, note) for verdict, _, note in log(talks)] == [("accept", None), ("dispute", "too high")]
    again = talks.apply_decisions(file)
    assert (again.taken, again.known, again.left) == (0, 2, ())
