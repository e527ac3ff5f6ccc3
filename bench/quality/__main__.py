"""`python -m bench.quality`: Parley against what people labelled, one table; `... NAME PATH` scores one set anywhere."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

import msgspec

from bench.data import absent, data_place
from bench.quality.floors import below, raised, read_floors, write_floors
from bench.quality.report import Report
from bench.quality.sets import SETS, PublicSet, digest_of

__all__ = ["Row", "main", "measured", "table"]

OUT = Path(__file__).parents[1] / "out" / "quality.json"


class Row(msgspec.Struct, frozen=True):
    """A task of a set: what is asked, what Parley reaches (None: not measured, `why`), of how many items, in seconds."""

    set: str
    task: str
    least: float
    value: float | None
    peer: str = ""
    items: int = 0
    seconds: float = 0.0
    why: str = ""


def main() -> int:
    """Score the sets, or one; print; 1 when a floor is passed under or a path is no such set."""
    options = _options()
    try:
        if options.path is not None:
            _print_one(_named(options.name), options.path)
            return 0
        chosen = [_named(options.name)] if options.name else list(SETS)
        rows, faults = _all(chosen, pin=options.pin)
    except (ValueError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    print(table(rows))
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_bytes(msgspec.json.format(msgspec.json.encode(rows)) + b"\n")
    print("\n".join(faults), file=sys.stderr, end="\n" * bool(faults))
    return int(bool(faults))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.quality", description=__doc__)
    parser.add_argument("name", nargs="?", help="only this set: " + ", ".join(s.name for s in SETS))
    parser.add_argument("path", nargs="?", type=Path, help="a folder or file of the same form, with examples of misses")
    parser.add_argument("--pin", action="store_true", help="raise the floors to what is reached; none is lowered")
    return parser.parse_args()


def _named(name: str) -> PublicSet:
    for each in SETS:
        if each.name == name:
            return each
    raise ValueError(f"there is no set '{name}'; the sets are {', '.join(s.name for s in SETS)}")


def _print_one(public: PublicSet, path: Path) -> None:
    report = public.score(path)
    print(report)
    print("\n".join(report.misses))


def _all(chosen: list[PublicSet], *, pin: bool) -> tuple[list[Row], list[str]]:
    """The rows of the sets, and what is under its floor."""
    floors, rows, faults = read_floors(), list[Row](), list[str]()
    for public in chosen:
        print(f"scoring {public.name} ...", file=sys.stderr)
        found, report = measured(public)
        rows += found
        place = data_place(public.place)
        if report is None or place is None:
            continue
        digest = digest_of(place)
        faults += below(public.name, report.metrics, digest=digest, floors=floors)
        if pin:
            tasks = [task.metric for task in public.tasks]
            floors[public.name] = raised(floors.get(public.name), report.metrics, digest=digest, tasks=tasks)
    if pin:
        write_floors(floors)
    return rows, faults


def measured(public: PublicSet) -> tuple[list[Row], Report | None]:
    """A row for each task of a set, and the report they come from; None where the set is not here."""
    place = data_place(public.place)
    if place is None:
        return [
            Row(public.title, task.words, task.least, None, why=absent(public.place)) for task in public.tasks
        ], None
    start = time.perf_counter()
    report = public.score(place)
    spent = time.perf_counter() - start
    items = report.counts.get(public.items, 0)
    rows = [
        Row(public.title, task.words, task.least, report.metrics[task.metric], task.peer, items, spent)
        for task in public.tasks
    ]
    return rows, report


def table(rows: list[Row]) -> str:
    """The rows as text in columns."""
    lines = [("set", "task", "Parley", "asked", "items", "seconds", "best peer, or floor")]
    for row in rows:
        value = "-" if row.value is None else f"{row.value:.3f}"
        least = f"{row.least:.2f}" if row.least else ""
        lines.append((row.set, row.task, value, least, str(row.items), f"{row.seconds:.0f}", row.why or row.peer))
    widths = [max(len(line[column]) for line in lines) for column in range(6)]
    return "\n".join(
        "  ".join((*(f"{cell:<{width}}" for cell, width in zip(line, widths, strict=False)), line[6])).rstrip()
        for line in lines
    )


if __name__ == "__main__":
    sys.exit(main())
