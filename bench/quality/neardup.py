"""Scorer for near-duplicate articles: files `*.train` of one article a line behind its id, and `*.truth` with pairs of ids.

Pairs are looked up by the bands of signatures and decided by comparing sentences, as everywhere; a pair is told as
near-duplicates when one text is behind the greater part of both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from pathlib import Path

from bench.quality.report import MOST_EXAMPLES, Report
from parley.model import new_report
from parley.resolve.copies import CopySource, bands, compare_pair

__all__ = ["near_duplicates", "score"]

_ONE_TEXT = frozenset({"verbatim", "rewrite", "later_version", "form_letter"})


def score(path: Path) -> Report:
    """Precision and recall of the pairs, over the files of a folder or of the folder `data` in it.

    Raises ValueError when no article file with its truth is there.
    """
    files = [each for each in sorted(path.rglob("*.train")) if each.with_suffix(".truth").exists()]
    if not files:
        raise ValueError(
            f"{path}: no '.train' file with a '.truth' file of its name is there; name the folder of both."
        )
    gold, told = set[tuple[str, str, str]](), set[tuple[str, str, str]]()
    looked_up = articles = 0
    for file in files:
        texts = dict(_articles(file))
        pairs, candidates = near_duplicates(texts)
        told |= {(file.name, *pair) for pair in pairs}
        gold |= {(file.name, *pair) for pair in _truth(file.with_suffix(".truth")) if set(pair) <= texts.keys()}
        looked_up, articles = looked_up + candidates, articles + len(texts)
    right = gold & told
    misses = [" ".join(("missed", *pair)) for pair in sorted(gold - told)]
    misses += [" ".join(("false", *pair)) for pair in sorted(told - gold)]
    metrics = {
        "precision": len(right) / len(told) if told else 0.0,
        "recall": len(right) / len(gold) if gold else 0.0,
    }
    counts = {"articles": articles, "gold": len(gold), "told": len(told), "looked up": looked_up}
    return Report("neardup", metrics, counts, misses[:MOST_EXAMPLES])


def near_duplicates(texts: Mapping[str, str]) -> tuple[set[tuple[str, str]], int]:
    """The pairs of names whose texts are near-duplicates, and how many pairs were compared to find them."""
    sources = {name: CopySource(new_report(text, title=name)) for name, text in texts.items()}
    found, compared = set[tuple[str, str]](), 0
    for one, other in _candidates(sources):
        link = compare_pair(sources[one], sources[other])
        compared += 1
        if link is not None and link.kind in _ONE_TEXT:
            found.add((one, other))
    return found, compared


def _candidates(sources: Mapping[str, CopySource]) -> list[tuple[str, str]]:
    """The pairs that share a band, each once, in order."""
    holders: dict[str, list[str]] = defaultdict(list)
    for name in sorted(sources):
        for key in bands(sources[name].signature):
            holders[key].append(name)
    return sorted({pair for names in holders.values() for pair in combinations(names, 2)})


def _articles(file: Path) -> Iterator[tuple[str, str]]:
    for line in file.read_text(encoding="utf-8", errors="replace").splitlines():
        name, _, text = line.partition(" ")
        yield name, text


def _truth(file: Path) -> Iterable[tuple[str, str]]:
    for line in file.read_text(encoding="utf-8").splitlines():
        if len(names := line.split()) == 2:
            one, other = sorted(names)
            yield one, other
