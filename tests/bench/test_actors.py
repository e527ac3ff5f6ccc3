from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from bench.quality.actors import b_cubed, pairwise, read_names, score


def test_pairs_are_counted_within_a_set() -> None:
    told = [[("a", "1"), ("a", "1"), ("a", "2"), ("b", "2")], [("a", "1")]]
    precision, recall, counts = pairwise(told)
    assert (precision, recall) == (1 / 2, 1 / 3)
    assert counts == {"pairs of one actor": 3, "pairs of two actors": 3}


def test_b_cubed_is_a_mean_over_names() -> None:
    precision, recall = b_cubed([[("a", "1"), ("a", "1"), ("a", "2"), ("b", "2")]])
    assert precision == (1 + 1 + 1 / 2 + 1 / 2) / 4
    assert recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)


def test_every_label_stands_for_one_actor() -> None:
    named = read_names()
    told = [(actor.set, *each) for actor in named for each in actor.told]
    assert len(told) == len(set(told))
    assert sum(1 for actor in named for _ in combinations(actor.told, 2)) >= 150


def test_alike_names_of_several_actors_are_among_the_labels() -> None:
    owners: dict[tuple[str, str], set[str]] = {}
    for actor in read_names():
        for _, name in actor.told:
            owners.setdefault((actor.set, name), set()).add(actor.name)
    assert sum(1 for actors in owners.values() if len(actors) > 1) >= 3


def test_a_folder_without_the_sets_is_refused_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no set of the labelled names is there"):
        score(tmp_path)
