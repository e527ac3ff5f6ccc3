"""How many references are resolved, never fewer than were before; the half that is held out is scored and never shown."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bench.quality.coreference import HALVES, load_half, score

FLOORS: dict[str, dict[str, float]] = json.loads(
    Path(__file__).with_name("coreference_floors.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("half", HALVES)
def test_scores_stay_above_their_floors(half: str) -> None:
    report = score(load_half(half), half)
    assert set(FLOORS[half]) <= set(report.metrics)
    below = {m: (round(report.metrics[m], 3), floor) for m, floor in FLOORS[half].items() if report.metrics[m] < floor}
    assert below == {}
