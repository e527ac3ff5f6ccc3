"""Scorer for actors across reports: names that reports of the public sets give, labelled with whom they mean.

The labels are in `actor_names.toml`: the ids of reports and names, gathered by actor. The sets are read and resolved
as one story each.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path

import msgspec

import parley
from bench.quality.report import MOST_EXAMPLES, Report
from parley.model import Actor
from parley.resolve import Parties, Told, resolve_actors
from parley.resolve.actors.nodes import parts_of

__all__ = ["NAMES", "NamedActor", "b_cubed", "pairwise", "read_names", "score"]

NAMES = Path(__file__).parent / "actor_names.toml"
Labelled = tuple[str, str]
"""Whom a name means by the labels, and by Parley."""


class NamedActor(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Whom reports of a set mean (`name`, in our words) and how: `told` are reports, by id, and names in them."""

    set: str
    name: str
    told: tuple[tuple[str, str], ...]


class _Names(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    actor: tuple[NamedActor, ...]


def read_names(path: Path = NAMES) -> tuple[NamedActor, ...]:
    """The labelled actors."""
    return msgspec.toml.decode(path.read_bytes(), type=_Names).actor


def score(path: Path, labels: Path = NAMES) -> Report:
    """How the names of the labelled reports under `path` are joined, against the labels; reading takes minutes.

    Pairs are those within a set: "precision" is the share of pairs joined that mean one actor, "recall" the share of
    pairs meaning one that are joined; "B-cubed" as of Bagga and Baldwin (1998), over names. `path` is the data folder,
    or a folder of records NAME.parley of these sets. Raises ValueError when it holds none of the sets.
    """
    named = read_names(labels)
    sets = sorted({actor.set for actor in named if _place(path, actor.set).exists()})
    if not sets:
        raise ValueError(f"{path}: no set of the labelled names is there; name the folder that holds their folders.")
    told = {name: list(_labelled(_place(path, name), [a for a in named if a.set == name])) for name in sets}
    precision, recall, pairs = pairwise(told.values())
    b_precision, b_recall = b_cubed(told.values())
    metrics = {"precision": precision, "recall": recall, "B-cubed precision": b_precision, "B-cubed recall": b_recall}
    counts = {"names": sum(len(each) for each in told.values()), "actors": len(named), **pairs}
    return Report("actors", metrics, counts, list(_mistakes(told))[:MOST_EXAMPLES])


def pairwise(sets: Iterable[Sequence[Labelled]]) -> tuple[float, float, dict[str, int]]:
    """Precision and recall over the pairs of names within each set, and how many pairs there are of each sort."""
    counts = Counter((one[0] == other[0], one[1] == other[1]) for each in sets for one, other in combinations(each, 2))
    both, joined, same = counts[True, True], counts[False, True], counts[True, False]
    pairs = {"pairs of one actor": both + same, "pairs of two actors": joined + counts[False, False]}
    return _share(both, both + joined), _share(both, both + same), pairs


def b_cubed(sets: Iterable[Sequence[Labelled]]) -> tuple[float, float]:
    """The mean over names of the share of right ones among those joined with it, and of those that should be."""
    precision, recall, number = 0.0, 0.0, 0
    for each in sets:
        both, gold, found = Counter(each), Counter(g for g, _ in each), Counter(f for _, f in each)
        precision += sum(both[pair] / found[pair[1]] for pair in each)
        recall += sum(both[pair] / gold[pair[0]] for pair in each)
        number += len(each)
    return _share(precision, number), _share(recall, number)


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _place(path: Path, name: str) -> Path:
    record = path / f"{name}.parley"
    return record if record.exists() else path / name


def _labelled(place: Path, actors: Sequence[NamedActor]) -> Iterator[Labelled]:
    """Each labelled name with whom it means and whom Parley takes it for; names that are read no more are left out."""
    parties, found = _resolved(place)
    for actor in actors:
        for report, name in actor.told:
            if (report, name) in found:
                yield actor.name, parties.of(found[report, name], report)


def _resolved(place: Path) -> tuple[Parties, Mapping[tuple[str, str], Actor]]:
    """Who is who in a set, and an actor of each name that a report gives."""
    with tempfile.TemporaryDirectory() as folder:
        record = place if place.suffix == ".parley" else Path(folder) / "set.parley"
        project = parley.open(record)
        if record != place:
            project.add(place)
        entries = project.ledger().view().entries
        told = [Told(each.claim, each.report.published, each.report.outlet) for each in entries]
        project.close()
    found: dict[tuple[str, str], Actor] = {}
    for each in told:
        for _, actor in parts_of(each.claim):
            known = found.setdefault((each.claim.report, actor.name), actor)
            if len(actor.mention) > len(known.mention):  # the words that tell most, as a reader takes them
                found[each.claim.report, actor.name] = actor
    return resolve_actors(told), found


def _mistakes(told: Mapping[str, Sequence[Labelled]]) -> Iterator[str]:
    """Actors that are wrongly joined, then those that are torn apart."""
    for name, each in told.items():
        by_id: dict[str, set[str]] = {}
        for gold, found in each:
            by_id.setdefault(found, set()).add(gold)
        yield from (
            f"{name}: joined {' + '.join(sorted(actors))}" for _, actors in sorted(by_id.items()) if len(actors) > 1
        )
    for name, each in told.items():
        parts = Counter(gold for gold, _ in set(each))
        yield from (f"{name}: {gold} in {number} parts" for gold, number in sorted(parts.items()) if number > 1)


if __name__ == "__main__":
    print(msgspec.json.format(msgspec.json.encode(score(Path(sys.argv[1]))), indent=1).decode())
