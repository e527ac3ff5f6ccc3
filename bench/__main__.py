"""`python -m bench`: one table of speed, start-up, memory and quality, and the same as JSON in bench/out/."""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from bench.growth import measure_growth
from bench.memory import measure_memory
from bench.pages import measure_pages
from bench.result import Result, filled, table
from bench.speed import ROUNDS, measure_start, speed_in_child

__all__ = ["main"]

OUT = Path(__file__).parent / "out" / "bench.json"
PAGE = Path(__file__).parents[1] / "docs" / "method.md"


def main() -> int:
    """Measure, print the table and write it as JSON; with --gate, 1 when a limit is passed."""
    options = _options()
    results: list[Result] = []
    for part in _parts(options):
        print(
            f"measuring {part.__name__.removeprefix('_').replace('measure_', '').replace('_', ' ')} ...",
            file=sys.stderr,
        )
        results += part()
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_bytes(msgspec.json.format(msgspec.json.encode(results)) + b"\n")
    print(table(results))
    if options.write:
        PAGE.write_text(filled(PAGE.read_text(encoding="utf-8"), results), encoding="utf-8")
    return int(options.gate and not all(result.within for result in results))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--gate", action="store_true", help="exit with 1 when a limit is passed")
    parser.add_argument("--write", action="store_true", help="write the table into docs/method.md")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="rounds in which the measured take turns")
    parser.add_argument(
        "--only", choices=["speed", "start", "memory", "growth", "pages", "quality"], help="measure only this"
    )
    return parser.parse_args()


def _parts(options: argparse.Namespace) -> Iterator[Callable[[], list[Result]]]:
    def speed() -> list[Result]:
        return speed_in_child(options.rounds)

    parts = {
        "speed": speed,
        "start": measure_start,
        "memory": measure_memory,
        "growth": measure_growth,
        "pages": measure_pages,
        "quality": measure_quality,
    }
    return (part for name, part in parts.items() if options.only in (None, name))


def measure_quality() -> list[Result]:
    """A row or two for each set of labelled reports; those whose data are not here say so."""
    return [*_demo(), *_moves(), *_gold(), *_coreference(), *_public()]


def _demo() -> list[Result]:
    from bench.quality.demo import ACCOUNT, read_demo, score

    metrics = score(json.loads(ACCOUNT.read_text(encoding="utf-8")), read_demo()).metrics
    return [Result(f"demo reports: {kind} entirely right", value) for kind, value in metrics.items()]


def _moves() -> list[Result]:
    from bench.quality.moves import CASES, score

    cases = tomllib.loads(CASES.read_text(encoding="utf-8"))["case"]
    held_out = {True: "held out", False: "seen"}
    found = {name: score([c for c in cases if bool(c.get("held_out")) is out], name) for out, name in held_out.items()}
    return [
        Result(f"labelled sentences, {name}: {metric}", value)
        for name, report in found.items()
        for metric, value in report.metrics.items()
    ]


def _gold() -> list[Result]:
    from bench.quality.agreement import agreement
    from bench.quality.gold import SECOND, load_half, score

    halves = {"held_out": "held out", SECOND: "held out, second reader", "seen": "seen"}
    rows = [
        Result(f"labelled texts, {words}: {metric}", value)
        for half, words in halves.items()
        for metric, value in score(load_half(half), half)[0].metrics.items()
    ]
    readers = agreement(load_half("held_out"), load_half(SECOND)).metrics
    return rows + [Result(f"the two readers with each other: {metric}", value) for metric, value in readers.items()]


def _coreference() -> list[Result]:
    from bench.quality.coreference import load_half, score

    return [
        Result(f"whom words stand for, {words}: {metric}", value)
        for half, words in (("held_out", "held out"), ("seen", "seen"))
        for metric, value in score(load_half(half), half).metrics.items()
    ]


def _public() -> list[Result]:
    from bench.quality.__main__ import measured
    from bench.quality.sets import SETS

    rows = [row for public in SETS for row in measured(public)[0]]
    return [Result(f"{row.set}: {row.task}", row.value, why=row.why) for row in rows]


if __name__ == "__main__":
    sys.exit(main())
