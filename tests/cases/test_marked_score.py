"""How much of the plain marked texts is read, never less than was reached before.

The closed half is scored and never shown: no rule is written for it. Texts written for many ways of saying take longer
and are scored by the command alone.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bench.quality.marked import group_of, score
from bench.quality.marks import HALVES, load_marked

FLOORS: dict[str, dict[str, float]] = json.loads(
    Path(__file__).with_name("marked_floors.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("half", HALVES)
def test_scores_stay_above_their_floors(half: str) -> None:
    report = score([text for text in load_marked(half) if group_of(text) == "plain"], half)
    print(report)
    assert set(FLOORS[half]) <= set(report.metrics)
    below = {m: (round(report.metrics[m], 3), floor) for m, floor in FLOORS[half].items() if report.metrics[m] < floor}
    assert below == {}
