"""Scorer for copies: pairs of reports of the public sets, labelled with the way in which they share text.

The labels are in `copy_pairs.toml`; the texts are read from the data folder. A pair without a link is "none".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import msgspec

from bench.quality.muc4 import read_texts
from bench.quality.report import MOST_EXAMPLES, Report
from parley import model
from parley.annotate.blocks import find_layout
from parley.model import CopyKind, new_report
from parley.reading import read_reports
from parley.resolve.copies import CopySource, bands, compare_pair, signature

__all__ = ["PAIRS", "CopyPair", "macro_f1", "read_pairs", "score", "source_of"]

PAIRS = Path(__file__).parent / "copy_pairs.toml"
_NOT_COPIES = frozenset({"none", "quoted_statement"})


class CopyPair(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Two reports by path under the data folder (`#` and number or id inside a file), and how they share text.

    `trap` says what makes two alike that are "none"; `held_out` pairs are for the last score only.
    """

    one: str
    other: str
    kind: CopyKind | str
    trap: str = ""
    held_out: bool = False


class _Pairs(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pair: tuple[CopyPair, ...]


def read_pairs(path: Path = PAIRS) -> tuple[CopyPair, ...]:
    """The labelled pairs."""
    return msgspec.toml.decode(path.read_bytes(), type=_Pairs).pair


def score(path: Path, labels: Path = PAIRS) -> Report:
    """How often the kind told is the kind labelled, over the pairs of `labels` whose reports are under `path`.

    "macro F1" is the mean over the kinds, "none" among them; "held out macro F1" that of the held-out pairs; "traps
    right" the share of template traps that are called no copy; "found" the share of copies that share a band. Raises
    ValueError when `path` holds none of the reports.
    """
    pairs = [pair for pair in read_pairs(labels) if _file(path, pair.one).exists() and _file(path, pair.other).exists()]
    if not pairs:
        raise ValueError(f"{path}: no report of the labelled pairs is there; name the folder that holds their folders.")
    told = [(pair, _told(path, pair)) for pair in pairs]
    held = [each for each in told if each[0].held_out]
    traps = [kind == "none" for pair, kind in told if pair.trap == "template"]
    copies = [pair for pair in pairs if pair.kind not in _NOT_COPIES]
    metrics = {
        "macro F1": macro_f1((pair.kind, kind) for pair, kind in told),
        "held out macro F1": macro_f1((pair.kind, kind) for pair, kind in held),
        "traps right": _mean(traps),
        "found": _mean(_share_a_band(path, pair) for pair in copies),
        "accuracy": _mean(pair.kind == kind for pair, kind in told),
    }
    misses = [f"{p.one} {p.other}: {p.kind} {p.trap} told as {kind}" for p, kind in told if p.kind != kind]
    counts = {"pairs": len(pairs), "held out": len(held), "template traps": len(traps)}
    return Report("copies", metrics, counts | _by_kind(told), misses[:MOST_EXAMPLES])


def macro_f1(told: Iterable[tuple[str, str]]) -> float:
    """The mean over the labelled kinds of their F1, of pairs (labelled, told)."""
    counts = Counter(told)
    kinds = sorted({right for right, _ in counts})
    return _mean(_f1(counts, kind) for kind in kinds)


def source_of(root: Path, name: str) -> CopySource:
    """The report of that name, with its signature as its layout gives it."""
    report = _reports(root, name.partition("#")[0])[name]
    return CopySource(report, signature(report, find_layout(report).passages))


def _f1(counts: Mapping[tuple[str, str], int], kind: str) -> float:
    right = counts.get((kind, kind), 0)
    labelled = sum(n for (gold, _), n in counts.items() if gold == kind)
    told = sum(n for (_, said), n in counts.items() if said == kind)
    return 2 * right / (labelled + told)


def _mean(values: Iterable[float]) -> float:
    found = list(values)
    return sum(found) / len(found) if found else 0.0


def _by_kind(told: list[tuple[CopyPair, str]]) -> dict[str, int]:
    right = Counter(f"{pair.kind}: right" for pair, kind in told if pair.kind == kind)
    return dict(sorted((Counter(f"{pair.kind}: labelled" for pair, _ in told) + right).items()))


def _told(root: Path, pair: CopyPair) -> str:
    link = compare_pair(source_of(root, pair.one), source_of(root, pair.other))
    return "none" if link is None else link.kind


def _share_a_band(root: Path, pair: CopyPair) -> bool:
    one, other = (set(bands(source_of(root, name).signature)) for name in (pair.one, pair.other))
    return bool(one & other)


def _file(root: Path, name: str) -> Path:
    return root / name.partition("#")[0]


@cache
def _reports(root: Path, file: str) -> dict[str, model.Report]:
    """The reports of a file by their names."""
    path = root / file
    if path.suffix == ".train":
        return {
            f"{file}#{number}": new_report(text)
            for number, _, text in (line.partition(" ") for line in path.read_text(encoding="utf-8").splitlines())
        }
    if path.parent.parent.name == "muc4":
        texts = read_texts(path.read_text(encoding="utf-8", errors="replace"))
        return {f"{file}#{name}": new_report(text) for name, text in texts.items()}
    if path.parent.name == "fakes":
        return {file: _listed(path)}
    place = path.parent if (path.parent / "manifest.jsonl").exists() else path
    readings = [each for each in read_reports(place) if each.report is not None and each.observation is not None]
    return {
        Path(each.observation.source).relative_to(root).as_posix(): each.report
        for each in readings
        if each.report is not None and each.observation is not None
    }


class _Row(msgspec.Struct, frozen=True):
    doc: str
    title: str
    outlet: str
    published: str  # month/day/year, of two figures each


def _listed(path: Path) -> model.Report:
    """A report whose title, outlet and day stand in a list with days as Americans write them."""
    lines = (path.parent / "manifest.jsonl").read_bytes().splitlines()
    row = next(row for row in (msgspec.json.decode(line, type=_Row) for line in lines) if row.doc == path.stem)
    month, day, year = (int(part) for part in row.published.split("/"))
    text = path.read_text(encoding="utf-8")
    return new_report(text, title=row.title, outlet=row.outlet, published=f"20{year:02}-{month:02}-{day:02}")
