"""How much of the labelled texts is read, never less than was reached before.

The half that is held out is scored and never shown: no rule is written for it.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bench.quality.gold import HALVES, load_half, score

FLOORS: dict[str, dict[str, float]] = json.loads(
    Path(__file__).with_name("gold_floors.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("half", HALVES)
def test_scores_stay_above_their_floors(half: str) -> None:
    report = score(load_half(half), half)[0]
    print(report)
    assert set(FLOORS[half]) <= set(report.metrics)
    below = {m: (round(report.metrics[m], 3), floor) for m, floor in FLOORS[half].items() if report.metrics[m] < floor}
    assert below == {}
