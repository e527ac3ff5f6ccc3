"""Scores the record of the demo reports against a reader's account of them: `python -m bench.quality.demo`."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

from bench.quality.account import compare_account
from bench.quality.report import Report
from parley.annotate import annotate
from parley.demo import demo_reports
from parley.extract import extract
from parley.model import Extraction
from parley.model import Report as News
from parley.reading import read_reports

__all__ = ["ACCOUNT", "KINDS", "read_demo", "score"]

ACCOUNT = Path(__file__).parents[2] / "tests" / "demo" / "expected.json"
KINDS = ("moves", "figures", "quotations", "silences", "traps")


def read_demo() -> dict[str, tuple[News, Extraction]]:
    """The demo reports and their extractions by the names the account uses ("truce/01-….txt", "….jsonl#2")."""
    with demo_reports() as root:
        readings = list(read_reports(root))
        names = [Path(r.observation.source).relative_to(root).as_posix() for r in readings if r.observation is not None]
    reports = [r.report for r in readings if r.report is not None]
    found = [extract(doc) for doc in annotate(reports)]
    return {name: (report, record) for name, report, record in zip(names, reports, found, strict=True)}


def score(account: dict[str, Any], record: dict[str, tuple[News, Extraction]]) -> Report:
    """The share of an account's entries, by kind, that the record has entirely right; of traps, those left alone."""
    counts: Counter[str] = Counter()
    misses: list[str] = []
    for name, entries in account["docs"].items():
        report, extraction = record[name]
        for kind in KINDS:
            for entry in entries.get(kind, ()):
                if entry.get("doubtful"):
                    continue
                lines = compare_account({kind: [entry]}, report.text, extraction)
                counts[kind] += 1
                counts[f"{kind} right"] += not lines
                misses += [f"{name} {line}" for line in lines]
    shares = {kind: counts[f"{kind} right"] / max(1, counts[kind]) for kind in KINDS}
    return Report("demo", shares, dict(counts), misses)


def main() -> None:
    """Print the score, with the misses after it."""
    report = score(json.loads(ACCOUNT.read_text(encoding="utf-8")), read_demo())
    print(report)
    print("\n".join(report.misses))


if __name__ == "__main__":
    main()
