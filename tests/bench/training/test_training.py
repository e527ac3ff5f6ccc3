"""The command that trains: what it writes, how it compares, what it says when it cannot."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest
from bench.training.__main__ import SHIPPED, Trainer, differing, main
from bench.training.fitting import fit
from bench.training.marks import MarkedText, parse_marked

from parley.lexicon.weights import Weights, WeightsFile

TEXTS = """= headline labour
<m 1 reject>Spurned</m>: bakers' offer

= headline labour
<m 1 reject>Refused</m>: cooks' plan

= headline trade
Plums cheaper"""


SEEN = "= headline trade\nPlums dearer"


def _trainer(source: str = TEXTS, seen: str = SEEN) -> Trainer:
    """A small trainer in earnest: does the first word of a headline make it a move?"""
    return Trainer(
        lambda: parse_marked(source, "own") if source else [],
        lambda: parse_marked(seen, "seen") if seen else [],
        lambda marked, labelled: {"headlines": _learned([*marked, *labelled])},
    )


def _learned(texts: Sequence[MarkedText]) -> WeightsFile:
    signs = [[f"w={text.text.split()[0].strip(':').lower()}"] for text in texts]
    return fit(signs, [str(bool(text.of("m"))) for text in texts], least=1, strength=1.0)


def _run(folder: Path, *arguments: str, trainer: Trainer | None = None) -> int:
    return main(arguments, chosen={"headlines": trainer or _trainer()}, folder=folder)


def test_weights_are_written_and_found_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(tmp_path) == 0
    (path,) = tmp_path.iterdir()
    assert path.name == "headlines.bin"
    weights = Weights(msgspec.msgpack.decode(path.read_bytes(), type=WeightsFile))
    assert weights.shares(["w=spurned"])[1] > 0.5 > weights.shares(["w=plums"])[1]
    told = capsys.readouterr()
    assert told.out == f"headlines: 3 signs, {path.stat().st_size} bytes\n"
    assert told.err.splitlines() == [
        "headlines: 3 cases of marked texts, 0 s",
        "headlines: 1 cases of labelled texts, 0 s",
        "headlines: learned headlines, 0 s",
    ]
    before = path.read_bytes()
    assert _run(tmp_path, "--check") == 0
    assert capsys.readouterr().out == "headlines: same weights\n"
    assert path.read_bytes() == before


def test_what_is_learned_later_reads_with_what_was_learned_before(tmp_path: Path) -> None:
    found: list[list[str]] = []

    def cases() -> list[MarkedText]:
        found.append([path.name for path in tmp_path.iterdir()])
        return parse_marked(TEXTS, "own")

    later = Trainer(cases, cases, lambda marked, seen: {"later": _learned(marked)})
    assert main([], chosen={"headlines": _trainer(), "later": later}, folder=tmp_path) == 0
    assert found == [["headlines.bin"]] * 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["headlines.bin", "later.bin"]


def _changed(file: WeightsFile) -> WeightsFile:
    signs = {sign: row for sign, row in file.signs.items() if sign != "w=plums"}
    return WeightsFile(file.classes, (file.bias[0], file.bias[1] + 1), {**signs, "w=more": ((0, 9),)})


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda file: msgspec.msgpack.encode(_changed(file)), "3 of 6 weights differ"),
        (lambda file: msgspec.msgpack.encode(WeightsFile(("a", "b"), (0, 0), {})), "learned for the classes a, b; now they are False, True"),
        (lambda file: b"\xc1", "cannot be read ("),
        (lambda file: None, "not there: train without --check to write it"),
    ],
    ids=["weights", "classes", "broken", "missing"],
)  # fmt: skip
def test_what_differs_is_told_and_left(
    change: object, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(tmp_path) == 0
    path = tmp_path / "headlines.bin"
    content = change(msgspec.msgpack.decode(path.read_bytes(), type=WeightsFile))  # type: ignore[operator]
    path.unlink()
    if content is not None:
        path.write_bytes(content)
    capsys.readouterr()
    assert _run(tmp_path, "--check") == 1
    assert capsys.readouterr().out.startswith(f"headlines: {told}")
    assert (path.read_bytes() if path.exists() else None) == content


def test_a_file_that_nothing_learns_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(tmp_path) == 0
    (tmp_path / "weather.bin").write_bytes((tmp_path / "headlines.bin").read_bytes())
    capsys.readouterr()
    assert _run(tmp_path, "--check") == 1
    assert capsys.readouterr().out.splitlines() == [
        "headlines: same weights",
        "weather: nothing learns this file: delete it",
    ]


@pytest.mark.parametrize(
    ("trainer", "message"),
    [
        (_trainer(source="Plums cheaper"), "own:1: 'Plums cheaper' is no first line of a text: write `= KIND PACK`"),
        (_trainer(source=""), "headlines: there is nothing to learn from in the marked texts (bench/training/texts)"),
        (_trainer(seen=""), "headlines: there is nothing to learn from in the labelled texts (tests/gold/seen)"),
    ],
)
def test_what_keeps_from_learning_is_told_in_one_sentence(
    trainer: Trainer, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(tmp_path, trainer=trainer) == 2
    assert capsys.readouterr().err.splitlines()[-1] == message
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(tmp_path / "none") == 2
    assert capsys.readouterr().err.splitlines()[-1] == f"{tmp_path / 'none'}: no such folder; nothing was written"


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ({"x": ((0, 5),)}, {"x": ((0, 5),)}, 0),
        ({"x": ((0, 5),)}, {"x": ((0, 6),)}, 1),
        ({"x": ((0, 5),)}, {"x": ((1, 5),)}, 2),
        ({"x": ((0, 5),)}, {}, 1),
        ({}, {"x": ((0, 5), (1, 7)), "y": ((1, 4),)}, 3),
    ],
)
def test_differing_weights_are_counted_both_ways(
    one: dict[str, tuple[tuple[int, int], ...]], other: dict[str, tuple[tuple[int, int], ...]], count: int
) -> None:
    first, second = WeightsFile(("a", "b"), (0, 1), one), WeightsFile(("a", "b"), (0, 1), other)
    assert differing(first, second) == differing(second, first) == count


def test_every_shipped_file_can_be_used() -> None:
    paths = sorted(SHIPPED.glob("*.bin"))
    assert paths
    for path in paths:
        file = msgspec.msgpack.decode(path.read_bytes(), type=WeightsFile)
        assert len(file.bias) == len(file.classes) == len(set(file.classes)) > 1, path.name
        assert list(file.signs) == sorted(file.signs), path.name
        places = {place for row in file.signs.values() for place, _ in row}
        assert places <= set(range(len(file.classes))), path.name
