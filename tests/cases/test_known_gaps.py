"""What the rules do not read yet is written down, and leaves the list as soon as they do."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from tests.extract.reading_moves import differences, read_all

GAPS: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("known_gaps.toml").read_text(encoding="utf-8"))[
    "gap"
]


def test_gaps_are_well_formed() -> None:
    assert all(set(gap) == {"text", "expected", "why"} and gap["why"] for gap in GAPS)
    assert len({gap["text"] for gap in GAPS}) == len(GAPS)


def test_no_gap_is_closed_unnoticed() -> None:
    read_all(gap["text"] for gap in GAPS)
    closed = [gap["text"] for gap in GAPS if not differences(gap["text"], {"act": None, **gap["expected"]})]
    print(f"{len(GAPS)} known gaps")
    assert closed == [], "these now come right: move them to the tables of tests/extract"
