from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from random import Random
from typing import Any

import jsonschema
import pytest
from hypothesis import given

from parley.export import CSV_COLUMNS, ClaimLine, claim_line, claims_csv, claims_jsonl, claims_schema
from parley.ledger import Entry, Ledger
from parley.model import (
    Actor,
    Attribution,
    Extraction,
    Factuality,
    Mention,
    Move,
    Observation,
    Report,
    Span,
    new_claim,
    new_report,
)
from parley.store import Store
from tests import small_record
from tests.recorded import RUN, extractions, observed

VALIDATOR = jsonschema.Draft202012Validator(claims_schema())


@pytest.fixture(scope="module")
def entries(tmp_path_factory: pytest.TempPathFactory) -> tuple[Entry, ...]:
    with Store.open(small_record.build(tmp_path_factory.mktemp("record") / "talks.parley")) as store:
        return Ledger(store).view().entries


def lines(entries: tuple[Entry, ...]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in claims_jsonl(entries).splitlines()]


def rows(entries: tuple[Entry, ...]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(claims_csv(entries).decode("utf-8-sig"), newline="")))


def test_the_schema_is_sound_and_every_line_fits_it(entries: tuple[Entry, ...]) -> None:
    jsonschema.Draft202012Validator.check_schema(claims_schema())
    assert len(lines(entries)) == 8
    for line in lines(entries):
        VALIDATOR.validate(line)


@given(extractions())
def test_any_claim_fits_the_schema_and_its_offsets_hold(found: tuple[Report, Observation, Extraction]) -> None:
    report, observation, extraction = found
    made = tuple(Entry(claim, report, observation) for claim in extraction.claims)
    for line in lines(made):
        VALIDATOR.validate(line)
        for mention in line["mentions"]:
            for piece in mention["evidence"]:
                assert report.text[piece["start"] : piece["end"]] == piece["quote"]
    assert len(rows(made)) == len(made)


def test_a_line_that_lacks_a_field_does_not_fit(entries: tuple[Entry, ...]) -> None:
    for field in ClaimLine.__struct_fields__:
        line = lines(entries)[0]
        del line[field]
        with pytest.raises(jsonschema.ValidationError):
            VALIDATOR.validate(line)


def test_a_line_has_the_fields_that_the_documentation_names(entries: tuple[Entry, ...]) -> None:
    demand = next(line for line in lines(entries) if line["body"].get("act") == "demand")
    assert list(demand) == list(ClaimLine.__struct_fields__)
    assert demand["kind"] == demand["body"]["kind"] == "move"
    assert demand["body"]["by"] == [{"name": "Ferry Crews", "mention": "the crews"}]
    assert demand["body"]["terms"][0]["quantity"]["verbatim"] == "7 per cent"
    assert demand["report"] == {
        "id": small_record.FERRY_1.id,
        "source": "ferry/1.txt",
        "outlet": "Harbour Gazette",
        "published": "2031-03-04",
        "opinion": False,
    }
    start, end = demand["mentions"][0]["trigger"]
    assert small_record.FERRY_1.text[start:end] == "demanded 7 per cent more pay"
    silent = next(line for line in lines(entries) if line["attribution"]["silence"])
    assert silent["body"]["speaker"]["acts_for"] == "Strait Lines"


def test_lines_are_in_order_of_publication_report_and_place(entries: tuple[Entry, ...]) -> None:
    keys = [
        (e.report.published is None, e.report.published or "", e.report.id, e.claim.mentions[0].trigger)
        for e in entries
    ]
    assert keys == sorted(keys)
    assert keys[-1][0]


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_adding_makes_no_difference_to_a_byte(
    tmp_path: Path, entries: tuple[Entry, ...], seed: int
) -> None:
    contents = small_record.contents()
    Random(seed).shuffle(contents)
    with Store.open(tmp_path / "shuffled.parley") as store:
        for report, observation, extraction in contents:
            store.add(report, observation, extraction=extraction, run=RUN)
        again = Ledger(store).view().entries
    assert claims_jsonl(again) == claims_jsonl(entries)
    assert claims_csv(again) == claims_csv(entries)


def test_the_table_opens_in_a_spreadsheet_with_its_bounds(entries: tuple[Entry, ...]) -> None:
    assert claims_csv(entries).startswith(b"\xef\xbb\xbfkind,act or measure,by,")
    table = rows(entries)
    assert tuple(table[0]) == tuple(CSV_COLUMNS)
    demand = next(row for row in table if row["act or measure"] == "demand")
    assert (demand["by"], demand["to"], demand["lower"], demand["unit"]) == (
        "Ferry Crews",
        "Strait Lines",
        "7",
        "percent",
    )
    figure = next(row for row in table if row["kind"] == "figure")
    assert (figure["lower"], figure["upper"], figure["as of"]) == ("40", "", "4 Mar 2031")
    assert {row["act or measure"] for row in table if row["kind"] == "quote"} == {"silence", "direct"}
    for row, entry in zip(table, entries, strict=True):
        assert entry.report.text[int(row["start"]) : int(row["end"])] == row["quote"]


def test_a_reports_words_never_become_a_formula() -> None:
    report = new_report('=HYPERLINK("x") was rejected', title="@SUM(1)", outlet="+Outlet")
    claim = new_claim(
        report.id,
        Move("reject", by=(Actor("-Party", "-"),), about="=1+1"),
        attribution=Attribution(),
        factuality=Factuality(),
        mentions=(Mention(Span(0, 15), Span(0, 15)),),
        rule="by hand",
    )
    (row,) = rows((Entry(claim, report, observed()),))
    assert {row[name][:2] for name in ("by", "quote", "title", "outlet", "in words")} == {"'-", "'=", "'@", "'+"}


def test_a_line_is_the_claim_unchanged(entries: tuple[Entry, ...]) -> None:
    for entry in entries:
        line = claim_line(entry)
        assert (line.body, line.attribution, line.mentions) == (
            entry.claim.body,
            entry.claim.attribution,
            entry.claim.mentions,
        )
