"""What has been reached on each public set, so that nothing falls below it: `bench/quality/floors.json`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

__all__ = ["FLOORS", "Floor", "below", "raised", "read_floors", "write_floors"]

FLOORS = Path(__file__).parent / "floors.json"
_STEP = 1000  # floors are whole thousandths, rounded down


class Floor(msgspec.Struct, frozen=True):
    """The metrics reached on a set, whose files have this digest."""

    digest: str
    metrics: dict[str, float]


def read_floors(path: Path = FLOORS) -> dict[str, Floor]:
    """The floors by set; none when there is no file."""
    return msgspec.json.decode(path.read_bytes(), type=dict[str, Floor]) if path.exists() else {}


def write_floors(floors: Mapping[str, Floor], path: Path = FLOORS) -> None:
    """Write them, by name."""
    path.write_bytes(msgspec.json.format(msgspec.json.encode(dict(sorted(floors.items()))), indent=1) + b"\n")


def below(name: str, metrics: Mapping[str, float], *, digest: str, floors: Mapping[str, Floor]) -> Iterator[str]:
    """A line for each metric of a set that is under its floor; none for a set without floors or with other files."""
    floor = floors.get(name)
    if floor is None or floor.digest != digest:
        return
    for metric, least in floor.metrics.items():
        if metrics.get(metric, 0.0) < least:
            yield f"{name}: {metric} is {metrics.get(metric, 0.0):.4f}, under its floor of {least:.3f}"


def raised(known: Floor | None, metrics: Mapping[str, float], *, digest: str, tasks: Iterable[str]) -> Floor:
    """The floor with the metrics named by `tasks` as reached now; one that is known is never lowered.

    Floors of another state of the set are dropped: they were reached on other texts.
    """
    old = known.metrics if known is not None and known.digest == digest else {}
    reached = {task: int(metrics[task] * _STEP + 1e-9) / _STEP for task in tasks}
    return Floor(digest, {task: max(value, old.get(task, 0.0)) for task, value in reached.items()})
