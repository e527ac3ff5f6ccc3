"""`python -m bench.training`: learns all weights anew and writes them; `--check` only compares them with those shipped."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from bench.quality.labels import LabelError
from bench.training.marks import MarkError
from parley import lexicon
from parley.errors import ParleyError
from parley.lexicon.weights import WeightsFile, load_weights

__all__ = ["SHIPPED", "Trainer", "TrainingError", "differing", "main", "trainers"]

SHIPPED = Path(lexicon.__file__).parent / "weights"


class TrainingError(ValueError):
    """What keeps the models from being trained: one sentence."""


class Trainer(msgspec.Struct, frozen=True):
    """How models are learned: the cases of the marked texts, those of the seen half of the labelled ones, and what is
    learned from both, by name.

    `marked` raises MarkError, `seen` LabelError, for texts that cannot be read.
    """

    marked: Callable[[], Sequence[Any]]
    seen: Callable[[], Sequence[Any]]
    train: Callable[[Sequence[Any], Sequence[Any]], dict[str, WeightsFile]]


def trainers() -> dict[str, Trainer]:
    """All there are, by what they learn, each behind those whose weights it reads with.

    Raises TrainingError where what they need is not installed.
    """
    try:
        from bench.training import moves, numbers
    except ModuleNotFoundError as error:
        needs = f"training needs {error.name}, which is not installed: install what requirements.lock lists"
        raise TrainingError(needs) from error
    return {
        "moves": Trainer(moves.cases_of_marked, moves.cases_of_seen, moves.train),
        "numbers": Trainer(numbers.amounts_of_marked, numbers.amounts_of_seen, numbers.train_numbers),
    }


def main(
    arguments: Sequence[str] | None = None, *, chosen: Mapping[str, Trainer] | None = None, folder: Path = SHIPPED
) -> int:
    """Train and write, or compare: 1 when weights differ from those shipped, 2 when something cannot be read or written.

    `chosen` are the trainers, all where None; `folder` is where the weights stand.
    """
    check = _options(arguments).check
    try:
        learned = _learned(trainers() if chosen is None else chosen)
        return _compare(learned, folder) if check else _write(learned, folder)
    except (TrainingError, MarkError, LabelError, ParleyError, OSError) as error:
        print(error, file=sys.stderr)
        return 2


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.training", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 when the weights differ")
    return parser.parse_args(arguments)


def _learned(chosen: Mapping[str, Trainer]) -> Iterator[tuple[str, WeightsFile]]:
    """What each trainer learns, one after the other: the next one reads with what was done with the last one's."""
    for what, trainer in chosen.items():
        start = time.monotonic()
        marked = _some(trainer.marked(), what, "marked texts (bench/training/texts)")
        start = _tell(f"{what}: {len(marked):,} cases of marked texts", start)
        seen = _some(trainer.seen(), what, "labelled texts (tests/gold/seen)")
        start = _tell(f"{what}: {len(seen):,} cases of labelled texts", start)
        files = trainer.train(marked, seen)
        _tell(f"{what}: learned {', '.join(files)}", start)
        yield from files.items()


def _some(cases: Sequence[Any], what: str, where: str) -> Sequence[Any]:
    if not cases:
        raise TrainingError(f"{what}: there is nothing to learn from in the {where}")
    return cases


def _tell(what: str, start: float) -> float:
    """Print what was done since `start`; returns now."""
    now = time.monotonic()
    print(f"{what}, {now - start:.0f} s", file=sys.stderr)
    return now


def _write(learned: Iterable[tuple[str, WeightsFile]], folder: Path) -> int:
    if not folder.is_dir():
        raise TrainingError(f"{folder}: no such folder; nothing was written")
    for name, file in learned:
        content = msgspec.msgpack.encode(file)
        part = folder / f"{name}.part"
        part.write_bytes(content)
        part.replace(folder / f"{name}.bin")  # never half a file for those who read meanwhile
        load_weights.cache_clear()
        print(f"{name}: {len(file.signs):,} signs, {len(content):,} bytes", flush=True)
    return 0


def _compare(learned: Iterable[tuple[str, WeightsFile]], folder: Path) -> int:
    names, differences = set[str](), 0
    for name, file in learned:
        names.add(name)
        difference = _difference(file, folder / f"{name}.bin")
        differences += bool(difference)
        print(f"{name}: {difference or 'same weights'}", flush=True)
    left = sorted(path.stem for path in folder.glob("*.bin") if path.stem not in names)
    for name in left:
        print(f"{name}: nothing learns this file: delete it")
    return int(bool(differences or left))


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
    total = len(_entries(shipped).keys() | _entries(file).keys())
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
