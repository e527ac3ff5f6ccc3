"""The record of the demo reports against a reader's account of them, never worse than was reached before."""

from __future__ import annotations

import json
from pathlib import Path

from bench.quality.demo import ACCOUNT, KINDS, read_demo, score

FLOORS: dict[str, float] = json.loads(Path(__file__).with_name("floors.json").read_text(encoding="utf-8"))
RECORD = read_demo()
SCORE = score(json.loads(ACCOUNT.read_text(encoding="utf-8")), RECORD)


def test_shares_of_entries_fully_right_stay_above_their_floors() -> None:
    print(SCORE)
    assert set(FLOORS) == set(KINDS)
    below = {
        kind: (round(SCORE.metrics[kind], 3), floor) for kind, floor in FLOORS.items() if SCORE.metrics[kind] < floor
    }
    assert below == {}, "\n".join(SCORE.misses)


def test_every_entry_is_scored() -> None:
    docs = json.loads(ACCOUNT.read_text(encoding="utf-8"))["docs"]
    for kind in KINDS:
        assert SCORE.counts[kind] == sum(not e.get("doubtful") for d in docs.values() for e in d.get(kind, ()))


def test_every_report_has_a_record_whose_words_stand_in_it() -> None:
    for report, record in RECORD.values():
        assert record.claims
        for claim in record.claims:
            for mention in claim.mentions:
                assert all(e.quote == report.text[e.start : e.end] for e in mention.evidence)
