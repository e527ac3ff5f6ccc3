"""Where the texts that are measured on come from."""

from __future__ import annotations

import os
import re
from pathlib import Path

from parley.demo import demo_reports
from parley.model import Report, new_report
from parley.reading import read_reports

__all__ = ["absent", "data_folder", "demo_texts", "read_folder", "varied"]

_NUMBER = re.compile(r"(?<![\w.,:/£$€-])\d{1,3}(?![\w:/%]|[.,]\d)")


def data_folder(name: str) -> Path | None:
    """A folder of the data that lie beside the checkout, or where PARLEY_DATA says; None when it is not there."""
    beside = Path(__file__).parents[2] / "shared" / "data"
    folder = Path(os.environ.get("PARLEY_DATA") or beside) / name
    return folder if folder.is_dir() else None


def absent(name: str) -> str:
    """Why something was not measured."""
    return f"no folder '{name}' in ../shared/data; name the folder that holds it in PARLEY_DATA"


def demo_texts(copies: int = 8) -> list[Report]:
    """The bundled reports, `copies` times over, with other numbers in each copy so that its sentences are new."""
    with demo_reports() as folder:
        reports = read_folder(folder)
    return [varied(report, copy) if copy else report for copy in range(copies) for report in reports]


def read_folder(folder: Path) -> list[Report]:
    """The reports of a folder."""
    return [reading.report for reading in read_reports(folder) if reading.report is not None]


def varied(report: Report, copy: int) -> Report:
    """The report with each of its plain numbers raised by `copy`."""
    text = _NUMBER.sub(lambda number: str(int(number.group()) + copy), report.text)
    return new_report(text, outlet=report.outlet, published=report.published)
