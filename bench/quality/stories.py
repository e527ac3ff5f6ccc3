"""Scorer for stories: `clusters` with the story of each article in its manifest, `reuters` with `story_members.toml`.

Reports are added without their stories to a new record; pairs and B-cubed (Bagga and Baldwin 1998) compare the stories
found with those labelled. Dispatches in no labelled story are each by itself.
"""

from __future__ import annotations

import json
import tempfile
from collections import Counter, defaultdict
from collections.abc import Mapping
from itertools import combinations
from pathlib import Path
from statistics import mean

import msgspec

import parley
from bench.quality.report import MOST_EXAMPLES, Report

__all__ = ["b_cubed", "found_stories", "main_stories", "pairwise", "score"]

MEMBERS = Path(__file__).parent / "story_members.toml"
Sets = Mapping[str, frozenset[str]]
"""For each report the names of the stories it is in."""


def score(path: Path) -> Report:
    """Pairs, B-cubed and the chief story of each labelled one. Raises ValueError when neither folder is there."""
    metrics: dict[str, float] = {}
    counts: dict[str, int] = {}
    misses: list[str] = []
    for name in ("clusters", "reuters"):
        if (path / name).is_dir():
            gold, found = _labelled(path / name), found_stories(path / name)
            gold = {report: gold.get(report, frozenset({report})) for report in found}
            metrics |= {
                f"{name} {what}": value for what, value in (pairwise(gold, found) | b_cubed(gold, found)).items()
            }
            counts[f"{name} reports"] = len(found)
            misses += main_stories(gold, found)
    if not metrics:
        raise ValueError(f"{path}: neither 'clusters' nor 'reuters' is there; name the folder that holds them.")
    return Report("stories", metrics, counts | {"reports": sum(counts.values())}, misses[:MOST_EXAMPLES])


def found_stories(folder: Path) -> dict[str, frozenset[str]]:
    """For each report of a folder, by file name, the ids of the stories Parley puts it in, told no story."""
    with tempfile.TemporaryDirectory() as place, parley.open(Path(place, "talks.parley")) as project:
        project.add(folder, story="")
        named = {each.report.id: Path(each.observations[0].source).stem for each in project.ledger().reports()}
        found: dict[str, set[str]] = defaultdict(set)
        for story in project.ledger().stories():
            for report in story.reports:
                found[named[report]].add(story.id)
    return {report: frozenset(found[report]) for report in sorted(found)}


def pairwise(gold: Sets, found: Sets) -> dict[str, float]:
    """Precision, recall and F1 of pairs of reports said to be in one story."""
    told, true = (
        {pair for pair in combinations(sorted(gold), 2) if sets[pair[0]] & sets[pair[1]]} for sets in (found, gold)
    )
    right = len(told & true)
    return _three("pairs", right / len(told) if told else 1.0, right / len(true) if true else 1.0)


def b_cubed(gold: Sets, found: Sets) -> dict[str, float]:
    """Precision, recall and F1 of each report's companions, itself among them, over all reports."""
    beside = [({b for b in gold if found[a] & found[b]}, {b for b in gold if gold[a] & gold[b]}) for a in gold]
    precision = mean(len(told & true) / len(told) for told, true in beside)
    return _three("B-cubed", precision, mean(len(told & true) / len(true) for told, true in beside))


def main_stories(gold: Sets, found: Sets) -> list[str]:
    """For each labelled story of several reports, what the found story that holds most of it has and lacks."""
    lines = []
    for name in sorted({name for names in gold.values() for name in names}):
        members = {report for report in gold if name in gold[report]}
        if len(members) > 1:
            stories = Counter(story for report in sorted(members) for story in sorted(found[report]))
            chief = min(stories, key=lambda story: (-stories[story], story))
            told = {report for report in found if chief in found[report]}
            lines.append(
                f"{name}: {len(told & members)} of {len(members)} found; "
                f"lacks {' '.join(sorted(members - told)) or 'none'}; too many {' '.join(sorted(told - members)) or 'none'}"
            )
    return lines


def _three(name: str, precision: float, recall: float) -> dict[str, float]:
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {f"{name} precision": precision, f"{name} recall": recall, f"{name} F1": f1}


def _labelled(folder: Path) -> dict[str, frozenset[str]]:
    if folder.name == "reuters":
        named: dict[str, dict[str, list[str]]] = msgspec.toml.decode(MEMBERS.read_bytes())
        pairs = [(report, name) for name, reports in named["story"].items() for report in reports]
    else:
        lines = (folder / "manifest.jsonl").read_text(encoding="utf-8").splitlines()
        pairs = [(row["doc"], row["story"]) for row in map(json.loads, lines)]
    return {report: frozenset({name}) for report, name in pairs}
