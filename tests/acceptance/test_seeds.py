"""Two reports from the world, against a careful reader's account of them.

They are nobody's to pass on, so they lie outside the project: in the folder `seeds` of PARLEY_SHARED, by default
`shared` beside the checkout.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from bench.quality.account import compare_account

from parley.annotate import annotate
from parley.extract import extract
from parley.reading import read_reports

SEEDS = Path(os.environ.get("PARLEY_SHARED") or Path(__file__).parents[3] / "shared") / "seeds"
ACCOUNT = SEEDS / "expected.json"
HERE = pytest.mark.skipif(not ACCOUNT.is_file(), reason=f"no account of seed reports at {ACCOUNT}; set PARLEY_SHARED")


def _accounts() -> dict[str, dict[str, list[Any]]]:
    """The account of each report: what of every section belongs to it."""
    if not ACCOUNT.is_file():
        return {"no report": {}}
    sections = {k: v for k, v in json.loads(ACCOUNT.read_text(encoding="utf-8")).items() if isinstance(v, list)}
    docs = sorted({entry["doc"] for entries in sections.values() for entry in entries if "doc" in entry})
    return {doc: {k: [e for e in v if e.get("doc") == doc] for k, v in sections.items()} for doc in docs}


ACCOUNTS = _accounts()


@HERE
@pytest.mark.parametrize("doc", ACCOUNTS)
def test_the_record_holds_what_a_careful_reader_finds(doc: str) -> None:
    (reading,) = read_reports(SEEDS / doc)
    assert reading.report is not None
    record = extract(next(iter(annotate([reading.report]))))
    assert len(record.claims) >= sum(len(ACCOUNTS[doc][k]) for k in ("moves", "figures"))
    assert compare_account(ACCOUNTS[doc], reading.report.text, record) == []
