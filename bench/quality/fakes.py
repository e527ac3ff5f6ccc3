"""Figures of those killed, by class, against the labels of the FA-KES reports on the war in Syria.

The folder holds `gold.json`; `python -m bench.quality fakes FOLDER` prints the rates.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import msgspec

from bench.quality.report import MOST_EXAMPLES, Report
from parley.annotate.annotator import annotate
from parley.extract.attribution import find_attributions
from parley.extract.figures import extract_figures
from parley.model import Figure, new_report

__all__ = ["score"]

_CLASSES = ("nb_civilians", "nb_noncivilians", "nb_children", "nb_women")
_CHILDREN = frozenset(
    ["child", "children", "boy", "boys", "girl", "girls", "baby", "babies", "infant", "infants", "minors"]
)
_WOMEN = frozenset(["woman", "women", "female", "females", "girls"])
_COMBATANTS = frozenset(
    [
        "soldier",
        "soldiers",
        "fighter",
        "fighters",
        "militant",
        "militants",
        "rebel",
        "rebels",
        "jihadist",
        "jihadists",
        "jihadi",
        "jihadis",
        "troops",
        "insurgent",
        "insurgents",
        "terrorist",
        "terrorists",
        "policeman",
        "policemen",
        "officer",
        "officers",
        "commander",
        "commanders",
        "gunmen",
        "guard",
        "guards",
        "militiamen",
        "combatants",
        "men",
        "personnel",
        "recruits",
        "members",
        "forces",
        "servicemen",
        "peacekeepers",
        "advisers",
        "mercenaries",
    ]
)
_UNCLASSED = frozenset(["people", "persons", "person", "others", "lives", "victims", "bodies", "dead", "corpses"])


class _Gold(msgspec.Struct):
    id: str
    title: str
    text: str
    gold: dict[str, object]


def score(path: Path) -> Report:
    """The share of the labelled counts that are not 0 for which a figure of that size and class was found.

    `found` takes people of no class for civilians, as the labellers did; `found_strict` does not; `found_any_class`
    asks for the number alone. Raises ValueError with one sentence when `path` holds no `gold.json`.
    """
    if not (path / "gold.json").is_file():
        raise ValueError(f"no gold.json in '{path}'; name a folder of the FA-KES reports with their labels")
    rows = msgspec.json.decode((path / "gold.json").read_bytes(), type=list[_Gold])
    docs = annotate(new_report(f"{row.title}\n\n{row.text}", title=row.title) for row in rows)
    counts: Counter[str] = Counter()
    misses = []
    for row, doc in zip(rows, docs, strict=True):
        bodies = [claim.body for claim in extract_figures(doc, find_attributions(doc))]
        killed = [body for body in bodies if isinstance(body, Figure) and body.measure == "killed"]
        counts["figures_killed"] += len(killed)
        for name in _CLASSES:
            wanted = int(str(row.gold.get(name) or 0))
            if wanted:
                sized = [f for f in killed if wanted in (f.quantity.lower, f.quantity.upper)]
                _count(counts, name, sized)
                if not any(name in _classes(f, strict=False) for f in sized):
                    misses.append(f"{row.id} {name} {wanted}: {[(f.quantity.verbatim, f.group) for f in killed]}")
    shares = {key: counts[key] / max(1, counts["gold"]) for key in ("found", "found_strict", "found_any_class")}
    return Report("fakes", shares, dict(counts), misses[:MOST_EXAMPLES])


def _count(counts: Counter[str], name: str, sized: list[Figure]) -> None:
    counts["gold"] += 1
    counts["found_any_class"] += bool(sized)
    counts["found"] += any(name in _classes(f, strict=False) for f in sized)
    counts["found_strict"] += any(name in _classes(f, strict=True) for f in sized)


def _classes(figure: Figure, *, strict: bool) -> set[str]:
    """The labels' classes that a figure's group belongs to."""
    words = set((figure.group or "people").lower().replace("-", " ").split())
    found = set()
    if words & _CHILDREN:
        found |= {"nb_children", "nb_civilians"}
    if words & _WOMEN:
        found |= {"nb_women", "nb_civilians"}
    if words & _COMBATANTS:
        found.add("nb_noncivilians")
    if not found and (not strict or not words & _UNCLASSED):
        found.add("nb_civilians")
    return found
