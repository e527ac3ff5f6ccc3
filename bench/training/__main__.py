"""`python -m bench.training`: learns all weights anew and writes them; `--check` only compares them with those shipped."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

import msgspec

from bench.quality.labels import LabelError
from bench.training.marks import MarkError
from parley import lexicon
from parley.errors import ParleyError
from parley.lexicon.weights import WeightsFile

__all__ = ["SHIPPED", "Trainer", "TrainingError", "differing", "main", "trainers"]

SHIPPED = Path(lexicon.__file__).parent / "weights"


class TrainingError(ValueError):
    """What keeps the models from being trained: one sentence."""


class Trainer(Protocol):
    """A module that learns models: its cases, of marked and of labelled texts, and what is learned from them, by name."""

    def cases_of_marked(self) -> Sequence[Any]:
        """The cases of all marked texts. Raises MarkError."""

    def cases_of_seen(self) -> Sequence[Any]:
        """The cases of the seen half of the labelled texts. Raises LabelError."""

    def train(self, marked: Sequence[Any], seen: Sequence[Any], /) -> dict[str, WeightsFile]:
        """The files of weights, by name."""


def trainers() -> dict[str, Trainer]:
    """All there are, by what they learn. Raises TrainingError where what they need is not installed."""
    try:
        from bench.training import moves
    except ModuleNotFoundError as error:
        raise TrainingError(
            f"training needs {error.name}, which is not installed: install what requirements.lock lists"
        ) from error
    return {
        "moves": moves,
    }


def main(arguments: Sequence[str] | None = None, chosen: Mapping[str, Trainer] | None = None) -> int:
    """Train and write, or compare: 1 when weights differ from those shipped, 2 when something cannot be read or written.

    `chosen` are the trainers, all where None.
    """
    options = _options(arguments)
    try:
        learned = _learned(trainers() if chosen is None else chosen)
        if options.check:
            return _compare(learned, options.folder)
        _write(learned, options.folder)
    except (TrainingError, MarkError, LabelError, ParleyError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.training", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 when the weights differ")
    parser.add_argument("--folder", type=Path, default=SHIPPED, help="where the weights stand (default: those shipped)")
    return parser.parse_args(arguments)


def _learned(chosen: Mapping[str, Trainer]) -> dict[str, WeightsFile]:
    learned: dict[str, WeightsFile] = {}
    for what, trainer in chosen.items():
        start = time.monotonic()
        marked = _some(trainer.cases_of_marked(), what, "marked texts (bench/training/texts)")
        start = _tell(f"{what}: {len(marked):,} cases of marked texts", start)
        seen = _some(trainer.cases_of_seen(), what, "labelled texts (tests/gold/seen)")
        start = _tell(f"{what}: {len(seen):,} cases of labelled texts", start)
        files = trainer.train(marked, seen)
        _tell(f"{what}: learned {', '.join(files)}", start)
        learned.update(files)
    return learned


def _some(cases: Sequence[Any], what: str, where: str) -> Sequence[Any]:
    if not cases:
        raise TrainingError(f"{what}: there is nothing to learn from in the {where}")
    return cases


def _tell(what: str, start: float) -> float:
    """Print what was done since `start`; returns now."""
    now = time.monotonic()
    print(f"{what}, {now - start:.0f} s", file=sys.stderr)
    return now


def _write(learned: Mapping[str, WeightsFile], folder: Path) -> None:
    if not folder.is_dir():
        raise TrainingError(f"{folder}: no such folder; nothing was written")
    for name, file in learned.items():
        content = msgspec.msgpack.encode(file)
        (folder / f"{name}.bin").write_bytes(content)
        print(f"{name}: {len(file.signs):,} signs, {len(content):,} bytes")


def _compare(learned: Mapping[str, WeightsFile], folder: Path) -> int:
    told = {name: _difference(file, folder / f"{name}.bin") for name, file in learned.items()}
    left = sorted(path.stem for path in folder.glob("*.bin") if path.stem not in learned)
    told |= dict.fromkeys(left, "no trainer makes this file: delete it")
    for name, difference in told.items():
        print(f"{name}: {difference or 'same weights'}")
    return int(any(told.values()))


def _difference(file: WeightsFile, path: Path) -> str:
    """How a file on disk differs from what was learned; "" where it does not."""
    try:
        shipped = msgspec.msgpack.decode(path.read_bytes(), type=WeightsFile)
    except FileNotFoundError:
        return "not there: train without --check to write it"
    except msgspec.MsgspecError as error:
        return f"cannot be read ({error}): train without --check to write it anew"
    if shipped.classes != file.classes:
        return f"learned for the classes {', '.join(shipped.classes)}; now they are {', '.join(file.classes)}"
    count = differing(shipped, file)
    total = len(_entries(file))
    return f"{count:,} of {total:,} weights differ" if count else ""


def differing(one: WeightsFile, other: WeightsFile) -> int:
    """How many weights differ between two files of the same classes; one that only one of them has differs."""
    first, second = _entries(one), _entries(other)
    return sum(first.get(key) != second.get(key) for key in first.keys() | second.keys())


def _entries(file: WeightsFile) -> dict[tuple[str | None, int], int]:
    """Every weight by its sign and class; the bias stands under no sign."""
    entries: dict[tuple[str | None, int], int] = {(None, place): weight for place, weight in enumerate(file.bias)}
    entries.update(((sign, place), weight) for sign, row in file.signs.items() for place, weight in row)
    return entries


if __name__ == "__main__":
    sys.exit(main())
