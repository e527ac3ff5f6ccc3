"""A record of reports that nobody wrote: three stories of four reports, in each of them two with one text."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from bench.invented import INVENTED_RUN, Invented, invented_reports

from parley.store import Store

__all__ = ["IDS", "REPORTS", "build", "build_all", "build_large"]

TURNS = {"0.txt", "1.txt", "5.txt", "6.txt"}
REPORTS: list[Invented] = [each for each in invented_reports(30) if each[1].source.split("/")[1] in TURNS]
IDS = [report.id for report, _, _ in REPORTS]


def build(path: Path) -> Path:
    """A database at `path` with all twelve reports."""
    return _built(path, REPORTS)


def build_all(path: Path) -> Path:
    """A database at `path` with three stories of ten reports."""
    return _built(path, invented_reports(30))


def build_large(path: Path) -> Path:
    """A database at `path` with one story of sixty reports, of 1,200 claims."""
    return _built(path, invented_reports(60, per_story=60, claims=20))


def _built(path: Path, reports: Iterable[Invented]) -> Path:
    with Store.open(path) as store:
        for report, observed, extraction in reports:
            store.add(report, observed, extraction=extraction, run=INVENTED_RUN)
    return path
