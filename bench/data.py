"""Where the texts that are measured on come from."""

from __future__ import annotations

import os
from pathlib import Path

from parley.demo import demo_reports
from parley.model import Report
from parley.reading import read_reports

__all__ = ["absent", "data_folder", "data_place", "demo_texts", "read_folder"]


def data_folder(name: str) -> Path | None:
    """A folder of the data that lie beside the checkout, or where PARLEY_DATA says; None when it is not there."""
    place = data_place(name)
    return place if place is not None and place.is_dir() else None


def data_place(name: str) -> Path | None:
    """As `data_folder`, also a file."""
    beside = Path(__file__).parents[2] / "shared" / "data"
    place = Path(os.environ.get("PARLEY_DATA") or beside) / name
    return place if place.exists() else None


def absent(name: str) -> str:
    """Why something was not measured."""
    return f"no '{name}' in ../shared/data; name the folder that holds it in PARLEY_DATA"


def demo_texts() -> list[Report]:
    """The bundled reports.

    They are few. To repeat them would not do: Parley parses a sentence once, wherever it stands, and reads it each time.
    """
    with demo_reports() as folder:
        return read_folder(folder)


def read_folder(folder: Path) -> list[Report]:
    """The reports of a folder."""
    return [reading.report for reading in read_reports(folder) if reading.report is not None]
