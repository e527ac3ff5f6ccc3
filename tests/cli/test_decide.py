from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from parley.cli.main import parley
from parley.project import DATABASE_NAME
from parley.store import Store
from tests.recorded import LATER_RUN, extraction_of, observed
from tests.small_record import FERRY_1


@pytest.fixture(autouse=True)
def nobody_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARLEY_PERSON", "Ann Reyes")


def ask(*args: str, **more: Any) -> Result:
    return CliRunner().invoke(parley, args, prog_name="parley", **more)


def rows(*args: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in ask(*args).stdout.splitlines()]


def demand(short: bool = True) -> str:
    (row,) = rows("ls", "moves", "--act", "demand", "--jsonl")
    whole = str(row["id"])
    return whole.partition("-")[2][:8] if short else whole


def newest() -> str:
    return str(rows("decide", "log")[0]["id"])


def test_a_claim_is_rejected_seen_and_brought_back(talks: Path) -> None:
    claim = demand(short=False)
    done = ask("decide", "reject", claim, "--note", "they asked for less")
    assert done.exit_code == 0
    assert done.stdout.startswith(
        "Reject: Ferry Crews: demand → Strait Lines: 7 per cent pay\nUndo with: parley decide undo "
    )
    assert rows("ls", "moves", "--act", "demand") == []
    (row,) = rows("ls", "claims", "--rejected")
    assert row["id"] == claim
    assert row["decided"].startswith("rejected by Ann Reyes on ")
    assert "they asked for less" in ask("show", claim).stdout
    assert ask("decide", "undo", newest()).exit_code == 0
    assert rows("ls", "claims", "--rejected") == []
    assert demand(short=False) == claim
    assert [entry["state"] for entry in rows("decide", "log")] == ["in_force", "undone"]


def test_a_claim_is_corrected_and_answers_to_both_ids(talks: Path) -> None:
    claim = demand(short=False)
    done = ask("decide", "correct", claim[6:14], "--set", "by=Deck Hands", "--set", "tense=planned", "--by", "Bo", "--json")  # fmt: skip
    made = json.loads(done.stdout)
    assert (made["verdict"], made["person"], made["target"], made["state"]) == ("correct", "Bo", claim, "in_force")
    own = demand(short=False)
    assert own != claim
    shown = [ask("show", each).stdout for each in (claim, own)]
    assert shown[0] == shown[1]
    words = " ".join(shown[0].split())
    assert "corrected by Bo on" in words
    assert "by, was Ferry Crews" in words
    assert claim in words
    page = json.loads(ask("show", claim, "--json").stdout)
    assert (page["id"], page["read_as"], page["decided"][0]["person"]) == (own, claim, "Bo")
    assert "corrected by Bo" in ask("ls", "moves", "--act", "demand", "--table", env={"COLUMNS": "200"}).stdout
    assert "corrected by Bo" in " ".join(ask("board", env={"COLUMNS": "300"}).stdout.split())


def test_the_export_says_what_was_decided(talks: Path) -> None:
    claim = demand(short=False)
    ask("decide", "correct", claim, "--set", "by=Deck Hands")
    lines = [json.loads(line) for line in ask("export", "-").stdout.splitlines()]
    (line,) = (line for line in lines if line["decided"])
    assert (line["read_as"], line["origin"], line["decided"][0]["done"]) == (claim, "person", "corrected")
    table = list(csv.DictReader(io.StringIO(ask("export", "-", "--format", "csv").stdout.removeprefix("\ufeff"))))
    assert [row["by"] for row in table if row["decided"]] == ["Deck Hands"]
    ask("decide", "reject", claim)
    assert claim not in ask("export", "-").stdout
    assert "Deck Hands" in ask("export", "-", "--rejected").stdout


def test_a_missed_claim_is_added(talks: Path) -> None:
    done = ask(
        "decide", "add", "ferry/2.txt", "--kind", "move", "--act", "reject", "--words", "will not accept the demand",
        "--by", "Strait Lines", "--to", "Ferry Crews", "--person", "Bo", "--set", "tense=planned",
        "--set", "sources=unnamed: an official",
    )  # fmt: skip
    assert done.exit_code == 0, done.output
    (row,) = rows("ls", "moves", "--act", "reject")
    assert (row["by"], row["to"], row["factuality"]) == ("Strait Lines", "Ferry Crews", "planned")
    assert (row["quote"], row["chain"]) == ("will not accept the demand", "Coast Radio ← an official")
    assert row["decided"].startswith("added by Bo")


def test_a_report_is_corrected(talks: Path) -> None:
    done = ask("decide", "report", "ferry/1.txt", "--outlet", "Tide Times", "--title", "A demand")
    assert "title: Ferry crews want 7 per cent → A demand" in done.stdout
    (row,) = rows("ls", "reports", "--report", "ferry/1.txt")
    assert (row["outlet"], row["title"], row["id"]) == ("Tide Times", "A demand", FERRY_1.id)
    shown = " ".join(ask("show", "ferry/1.txt").stdout.split())
    assert "outlet: Harbour Gazette → Tide Times" in shown
    assert "Tide Times" in ask("search", "sailings").stdout


def test_a_report_is_erased_for_good(talks: Path) -> None:
    ask("decide", "reject", demand())
    done = ask("decide", "erase", "ferry/1.txt", "--reason", "licence ended", "--yes")
    assert done.stdout == f"Erased {FERRY_1.id}: licence ended.\n"
    held = b"".join(path.read_bytes() for path in talks.iterdir())
    assert b"sailings" not in held
    assert b"ferry/1.txt" not in held
    assert ask("check").exit_code == 0
    (stone,) = rows("ls", "reports", "--erased")
    assert (stone["report"], stone["person"], stone["reason"]) == (FERRY_1.id, "Ann Reyes", "licence ended")
    assert "licence ended" in ask("ls", "reports", "--erased", "--table").stdout
    assert [entry["state"] for entry in rows("decide", "log")] == ["erased"]
    undone = ask("decide", "undo", newest())
    assert (undone.exit_code, "cannot be undone" in undone.stderr) == (1, True)


def test_erasing_asks_first(talks: Path) -> None:
    refused = ask("decide", "erase", "ferry/1.txt", "--reason", "licence ended")
    assert refused.exit_code == 2
    assert "cannot be undone; give --yes" in refused.stderr
    assert len(rows("ls", "reports")) == 4


def test_a_judgement_that_fits_nothing_is_shown(talks: Path) -> None:
    ask("decide", "reject", demand())
    with Store.open(talks / DATABASE_NAME) as store:
        store.add(FERRY_1, observed(), extraction=extraction_of(FERRY_1), run=LATER_RUN)
    found = ask("check")
    assert found.exit_code == 4
    assert "fits no claim of its report" in found.stdout
    assert json.loads(ask("check", "--json").stdout)["judgements"][0]["code"] == "judgement_without_anchor"
    assert [row["code"] for row in rows("ls", "problems")] == ["judgement_without_anchor"]
    assert "judgement without anchor" in " ".join(
        ask("ls", "problems", "--table", env={"COLUMNS": "300"}).stdout.split()
    )
    assert rows("decide", "log")[0]["state"] == "without_anchor"


@pytest.mark.parametrize(
    ("args", "code", "part"),
    [
        (["reject", "0000"], 1, "no claim in the record answers"),
        (["correct", "CLAIM", "--set", "foo=1"], 1, "there are act, mode, by, to"),
        (["correct", "CLAIM", "--set", "act=eat"], 1, "one of offer, demand"),
        (["correct", "CLAIM", "--set", "act"], 2, "is not FIELD=VALUE"),
        (["correct", "CLAIM", "--set", "act=offer", "--set", "act=demand"], 2, "given twice"),
        (["correct", "CLAIM", "--set", "person=Bo"], 2, "give it as --person"),
        (["correct", "CLAIM"], 1, "says that already"),
        (["correct", "CLAIM", "--words", "7 per cent"], 1, "stands 3 times"),
        (["add", "ferry/1.txt", "--kind", "move", "--words", "a villa", "--act", "offer"], 1, "does not stand in"),
        (["add", "ferry/1.txt", "--kind", "figure", "--words", "a bonus"], 1, "is not complete"),
        (["add", "ferry/1.txt", "--words", "a bonus"], 2, "--kind"),
        (["report", "ferry/1.txt"], 2, "--title, --outlet or --published"),
        (["report", "ferry/1.txt", "--published", "soon"], 1, "is no date"),
        (["erase", "ferry/1.txt"], 2, "--reason"),
        (["erase", "nowhere.txt", "--reason", "x", "--yes"], 1, "no report in the record"),
        (["undo", "0000"], 1, "no judgement in the record"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(talks: Path, args: list[str], code: int, part: str) -> None:
    found = ask("decide", *(demand() if arg == "CLAIM" else arg for arg in args))
    assert found.exit_code == code
    assert part in found.stderr
    assert "Traceback" not in found.output
    assert rows("decide", "log") == []


def test_the_log_is_a_table_and_has_all_forms(talks: Path) -> None:
    assert "No judgements in the record" in ask("decide", "log", "--table").stdout
    ask("decide", "accept", demand())
    text = ask("decide", "log", "--table").stdout
    assert "Ann Reyes" in text
    assert "in force" in text
    assert max(map(len, text.splitlines())) <= 80
    assert ask("decide", "log", "--csv").stdout.splitlines()[0].startswith("time,person,verdict")


def test_runs_are_listed_and_compared(talks: Path) -> None:
    claim = demand(short=False)
    alone = ask("diff")
    assert (alone.exit_code, "has one run" in alone.stderr) == (1, True)
    with Store.open(talks / DATABASE_NAME) as store:
        store.add(FERRY_1, observed(), extraction=extraction_of(FERRY_1), run=LATER_RUN)
    newer, older = rows("ls", "runs")
    assert (newer["id"], newer["reports"], newer["claims"]) == (LATER_RUN.id, 1, 0)
    assert (older["reports"], older["claims"]) == (4, 8)
    text = ask("diff", "--table").stdout
    assert text.splitlines()[0] == f"{older['id']} → {newer['id']}"
    assert "1 report read by both, 1 with differences. Claims: 0 appeared, 4 gone, 0 changed, 0 the same." in " ".join(text.split())  # fmt: skip
    assert f"- move: Ferry Crews: demand → Strait Lines: 7 per cent pay [{claim[6:14]}]" in " ".join(text.split())
    page = json.loads(ask("diff", newer["id"][:12], older["id"], "--json").stdout)
    assert (page["appeared"], page["gone"], page["total"], len(page["rows"])) == (4, 0, 4, 4)
    assert "more with --limit" in ask("diff", "--table", "--limit", "1").stdout
    assert ask("diff", "run-none").exit_code == 1


def test_reading_again_needs_no_source_but_a_record(here: Path) -> None:
    found = ask("add", "--re-extract")
    assert (found.exit_code, "there is no database" in found.stderr) == (1, True)


def test_reading_again_keeps_what_was_read_and_what_was_decided(talks: Path) -> None:
    claim = demand(short=False)
    ask("decide", "reject", claim)
    done = ask("add", "--re-extract")
    assert done.exit_code == 0, done.output
    assert done.stdout.startswith("4 reports read: 4 read again; ")
    assert [run["reports"] for run in rows("ls", "runs")] == [4, 4]
    assert claim in {row["id"] for row in rows("diff") if row["change"] == "gone"} | {
        row["was"] for row in rows("diff")
    }
    (row,) = rows("decide", "log")
    lost = [each for each in rows("ls", "problems") if each["code"] == "judgement_without_anchor"]
    assert (row["state"] == "in_force") == (lost == [])
    again = ask("add", "--re-extract").stdout
    assert again.startswith("Nothing to read again")


def test_a_disputed_claim_is_marked_in_lists_and_on_the_board(talks: Path) -> None:
    claim = demand()
    assert ask("decide", "dispute", claim).exit_code == 2
    done = ask("decide", "dispute", claim, "--note", "they asked for less")
    assert done.stdout.startswith("Dispute: Ferry Crews: demand → Strait Lines: 7 per cent pay\nUndo with: ")
    (row,) = rows("ls", "moves", "--act", "demand")
    assert row["decided"].startswith("⚑ disputed by Ann Reyes on ")
    assert "⚑ disputed by Ann Reyes" in " ".join(
        ask("board", "--story", "Ferry dispute", env={"COLUMNS": "200"}).stdout.split()
    )
    shown = " ".join(ask("show", claim).stdout.split())
    assert "disputed by Ann Reyes on" in shown
    assert "they asked for less" in shown
