from __future__ import annotations

import json
import os
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from parley.cli.main import parley

SHARED = Path(os.environ.get("PARLEY_SHARED") or Path(__file__).parents[3] / "shared")
TABLE = SHARED / "data" / "gaza_daily" / "casualties_daily.json"
HERE = pytest.mark.skipif(not TABLE.is_file(), reason=f"no reference table at {TABLE}; set PARLEY_SHARED")
SCOPE = ["--place", "Alderport", "--since", "2031-03-01", "--source", "Alderland's health ministry"]
ROWS = [{"date": f"2031-03-0{day}", "killed_cum": number} for day, number in ((1, 5), (2, 12), (3, 14))]


def ask(*args: str, **more: Any) -> Result:
    return CliRunner().invoke(parley, args, prog_name="parley", **more)


def rows(*args: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in ask("figures", "--jsonl", *args).stdout.splitlines()]


def test_a_table_is_recorded_once_and_checks(here: Path) -> None:
    Path("toll.json").write_text(json.dumps(ROWS))
    first = ask("import", "series", "toll.json", *SCOPE, "--story", "Alder")
    assert (first.exit_code, first.stderr) == (0, "3 counts recorded from toll.json.\n")
    assert ask("import", "series", "toll.json", *SCOPE, "--story", "Alder").exit_code == 0
    assert ask("check").exit_code == 0
    found = rows("--alone", "--story", "Alder")
    assert [(row["day"], row["lower"], row["standing"]) for row in found] == [
        ("2031-03-01", 5, "superseded"),
        ("2031-03-02", 12, "superseded"),
        ("2031-03-03", 14, "current"),
    ]


def test_the_table_is_known_day_by_day(here: Path) -> None:
    Path("toll.json").write_text(json.dumps(ROWS))
    told = ask("import", "series", "toll.json", *SCOPE).stderr
    assert told.endswith("They stand by themselves: name a story with --story to hold its reports against them.\n")
    assert [row["lower"] for row in rows("--alone", "--published-by", "2031-03-02")] == [5, 12]


@pytest.mark.parametrize(
    ("text", "args", "words"),
    [
        ("[", SCOPE, "is no sound JSON"),
        ("name\nAnn\n", SCOPE, "holds no counts by day"),
        ("[]", [*SCOPE[:2], "--since", "March", *SCOPE[4:]], "'March' is no date"),
    ],
)
def test_what_cannot_be_recorded_is_said_in_a_sentence(here: Path, text: str, args: list[str], words: str) -> None:
    Path("toll.json").write_text(text)
    result = ask("import", "series", "toll.json", *args)
    assert result.exit_code in (1, 2)
    assert words in result.stderr
    assert "Traceback" not in result.stderr


def _dates(table: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Twenty days of the first three months, each with a count of its own that no round number is."""
    counts = [row for row in table[:92] if "killed_cum" in row and row["killed_cum"] % 100]
    last = {row["killed_cum"]: row for row in counts}  # where a count stood for days, its last
    return list(last.values())[::3][:20]


@HERE
def test_a_count_quoted_weeks_later_is_stale_since_its_next_day_and_by_what_was_counted_until_then(here: Path) -> None:
    table = json.loads(TABLE.read_text(encoding="utf-8"))
    known = {row["report_date"]: row["killed_cum"] for row in table if "killed_cum" in row}
    wanted = {}
    for number, row in enumerate(_dates(table)):
        counted, published = date.fromisoformat(row["report_date"]), date.fromisoformat(row["report_date"])
        published += timedelta(days=17 + number)
        day = f"{counted.day} {counted:%B}"
        quoted = f"At least {row['killed_cum']:,} people had been killed in Gaza since 7 October by {day}, the Gaza health ministry said."
        if number % 2:
            quoted = f"As of {day}, {row['killed_cum']:,} people had been killed in Gaza since 7 October, according to the Gaza health ministry."
        Path(f"{number}.md").write_text(f"Aid convoy waits at the crossing\n\n{quoted}\n")
        ask("add", f"{number}.md", "--published", published.isoformat(), "--outlet", "Marl Post", "--story", "Tolls")
        wanted[published.isoformat()] = _stale(known, counted, published, floor=number % 2 == 0)
    scope = ["--place", "Gaza", "--since", "2023-10-07", "--source", "Gaza health ministry", "--story", "Tolls"]
    assert ask("import", "series", str(TABLE), *scope).exit_code == 0
    found = {row["published"]: row["stale"] for row in rows("--measure", "killed", "--place", "Gaza") if row["stale"]}
    assert len(wanted) == 20
    assert {day: found.get(day) for day in wanted} == wanted


def _stale(known: dict[str, int], counted: date, published: date, *, floor: bool) -> str:
    """What is to be said: the first later day with another count, and how much higher the newest before publication was.

    Above a floor ("at least") the count may have been higher already, so that much is the most by which it is behind.
    """
    number = known[counted.isoformat()]
    later = [day for day in sorted(known) if counted.isoformat() < day < published.isoformat()]
    since = date.fromisoformat(next(day for day in later if floor or known[day] != number))
    return f"stale since {since.day} {since:%b %Y}, by {'at most ' * floor}{known[later[-1]] - number:,}"
