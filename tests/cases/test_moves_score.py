"""How many of the labelled moves are found, never less than was reached before.

The sentences that are held out are scored and never shown: no rule is written for them.
"""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest
from bench.quality.moves import CASES, score

FLOORS: dict[str, dict[str, float]] = json.loads(Path(__file__).with_name("floors.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("part", "held_out"), [("seen", False), ("held_out", True)])
def test_scores_stay_above_their_floors(part: str, held_out: bool) -> None:
    cases = tomllib.loads(CASES.read_text(encoding="utf-8"))["case"]
    report = score([c for c in cases if c.get("held_out", False) is held_out], f"moves, {part}")
    print(report)
    shown = "" if held_out else "\n".join(report.misses)
    floors = FLOORS[part]
    assert set(floors) == set(report.metrics)
    below = {
        name: (round(report.metrics[name], 3), floor) for name, floor in floors.items() if report.metrics[name] < floor
    }
    assert below == {}, shown
