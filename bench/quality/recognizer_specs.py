"""The specifications of Recognizers-Text as they stand in its files, and what each result in them may be worth."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

__all__ = ["Spec", "read_specs", "values_of"]


class Spec(msgspec.Struct, frozen=True):
    """One specification: the sentence, the day it is said on, what is to be found in it, and whether 3/4 is in April."""

    family: str
    model: str
    text: str
    said: str | None
    expected: tuple[dict[str, Any], ...]
    day_first: bool = False


def read_specs(path: Path) -> list[Spec]:
    """The specifications of a file or of all files of a folder.

    Raises FileNotFoundError when there is none, ValueError for a file that holds none.
    """
    files = [path] if path.is_file() else sorted(path.rglob("*.json"))
    if not files:
        raise FileNotFoundError(f"no specifications (*.json) under '{path}'; name the folder Specs of Recognizers-Text")
    return [spec for file in files for spec in _of_file(file)]


def _of_file(file: Path) -> Iterator[Spec]:
    try:
        rows = msgspec.json.decode(file.read_bytes().lstrip(b"\xef\xbb\xbf"))
    except msgspec.DecodeError as error:
        raise ValueError(
            f"'{file}' holds no specifications: {error}; name the folder Specs of Recognizers-Text"
        ) from None
    for row in rows:
        if not isinstance(row, dict) or "Input" not in row:
            raise ValueError(f"'{file}' holds no specifications; name the folder Specs of Recognizers-Text")
        said = (row.get("Context") or {}).get("ReferenceDateTime")
        yield Spec(
            file.parent.parent.name,
            file.stem,
            row["Input"],
            said,
            tuple(row.get("Results") or ()),
            file.parent.name == "EnglishOthers",
        )


def values_of(row: dict[str, Any]) -> list[dict[str, str]]:
    """What an expected result may be worth: any of several, in the form of the library's models."""
    if (row.get("Resolution") or {}).get("values") is not None:
        return list(row["Resolution"]["values"])
    value = row.get("Value")
    if isinstance(value, dict):
        found = [value.get(key) for key in ("FutureResolution", "PastResolution")]
        return [{**_plain(v), "timex": value.get("Timex", "")} for v in found if isinstance(v, dict) and v] or [
            {"timex": value.get("Timex", "")}
        ]
    return [row["Resolution"]] if row.get("Resolution") else []


_PARTS = {
    "startDate": "start",
    "startTime": "start",
    "startDateTime": "start",
    "endDate": "end",
    "endTime": "end",
    "endDateTime": "end",
}


def _plain(value: dict[str, Any]) -> dict[str, str]:
    return {_PARTS.get(key, "value"): str(v) for key, v in value.items()}
