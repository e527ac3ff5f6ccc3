"""The public sets that Parley is measured on: the scorer of each, where it lies, and the tasks with what peers reach."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import msgspec

from bench.quality.report import Report

__all__ = ["SETS", "PublicSet", "Task", "digest_of"]


class Task(msgspec.Struct, frozen=True):
    """A task by the metric of the report that tells it, in words; the least asked for; and what peers reach, in words."""

    metric: str
    words: str
    least: float
    peer: str = ""


class PublicSet(msgspec.Struct, frozen=True):
    """A set by name; `place` is its folder or file under the data folder, the module `bench.quality.NAME` scores it.

    `items` is the count of its report that says how many were asked.
    """

    name: str
    place: str
    title: str
    tasks: tuple[Task, ...]
    items: str = "gold"

    @property
    def score(self) -> Callable[[Path], Report]:
        """The scorer, imported when it is asked for. It raises ValueError with one sentence for a path that is none."""
        found: Callable[[Path], Report] = import_module(f"bench.quality.{self.name}").score
        return found


SETS = (
    PublicSet("polnear", "polnear/dev", "PolNeAR dev", (
        Task("cue F1", "attributions: cue, F1", 0.68, "annotators agree at 0.923"),
        Task("joint F1", "attributions: cue, source and half of the content, F1", 0.49, "Citron on PARC3, whole quotations: 0.565"),
        Task("source given cue", "attributions: source, given the cue", 0.95),
    )),
    PublicSet("fakes", "fakes", "FA-KES", (
        Task("found", "killed, with class", 0.85, "every number near 'killed': 0.708"),
        Task("found_strict", "killed, with class, people of none taken for no class", 0.0),
    )),
    PublicSet("plover", "plover/PLV_train.tsv", "PLOVER, given part", (
        Task("accuracy", "act between two marked actors, accuracy", 0.80, "zero-shot entailment: 0.760"),
        Task("macro_f1", "act between two marked actors, macro F1", 0.78, "zero-shot entailment: 0.743"),
    ), "items"),
    PublicSet("muc4", "muc4", "MUC-4 tst1 and tst2", (
        Task("recall", "numbers of victims and hostages with bounds, recall", 0.70, "best of 1992: 0.60"),
        Task("precision", "numbers of victims and hostages with bounds, precision", 0.60, "best of 1992: 0.47"),
    ), "texts"),
    PublicSet("recognizers", "recognizers_text", "Recognizers-Text", (
        Task("share met", "numbers, ranges, units, dates and durations", 0.90),
        Task("share of all", "the same, over all categories", 0.0),
    ), "all"),
    PublicSet("tempeval3", "tempeval3", "TempEval-3 TimeBank and AQUAINT", (
        Task("span F1", "dates and durations: span, F1", 0.85),
        Task("value F1", "dates and durations: value, F1", 0.75, "HeidelTime on the platinum part: 0.776"),
    ), "labelled"),
    PublicSet("meantime", "meantime", "MEANTIME apple", (
        Task("accuracy", "said, done, planned, denied: accuracy", 0.80),
        Task("macro F1", "said, done, planned, denied: mean F1", 0.0),
    )),
    PublicSet("neardup", "minhash_neardup", "MinHash near-duplicates", (
        Task("precision", "near-duplicates: precision", 0.99),
        Task("recall", "near-duplicates: recall", 0.99),
    )),
    PublicSet("copies", ".", "pairs of reports of these sets", (
        Task("macro F1", "kind of copy, or none: mean F1", 0.85),
        Task("held out macro F1", "the same, of the held-out pairs", 0.0),
        Task("traps right", "forms with other facts called no copy", 1.0),
        Task("found", "copies that are looked up", 0.0),
    ), "pairs"),
    PublicSet("stories", ".", "stories of the clusters and of the Reuters folders", (
        Task("clusters B-cubed F1", "articles on one event find each other: B-cubed F1", 0.0),
        Task("clusters pairs precision", "the same: precision of pairs", 0.0),
        Task("reuters B-cubed F1", "dispatches on one negotiation find each other: B-cubed F1", 0.0),
        Task("reuters pairs precision", "the same: precision of pairs", 0.0),
        Task("reuters pairs recall", "the same: recall of pairs", 0.0),
    ), "reports"),
)  # fmt: skip


def digest_of(path: Path) -> str:
    """SHA-256 over names and bytes of a file, or of all files of a folder by name; the set that a score was got on."""
    from hashlib import sha256

    digest = sha256()
    files = [path] if path.is_file() else sorted(each for each in path.rglob("*") if each.is_file())
    for each in files:
        name = each.name if path.is_file() else each.relative_to(path).as_posix()
        digest.update(name.encode() + b"\0" + sha256(each.read_bytes()).digest())
    return digest.hexdigest()
