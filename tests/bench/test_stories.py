from __future__ import annotations

from pathlib import Path

import pytest
from bench.quality.stories import b_cubed, main_stories, pairwise, score


def sets(words: str) -> dict[str, frozenset[str]]:
    """ "ab c" puts a and b in one story, c in another."""
    return {report: frozenset({group}) for group in words.split() for report in group}


@pytest.mark.parametrize(
    ("gold", "found", "pairs", "cubed"),
    [
        ("ab cd", "ab cd", (1.0, 1.0), (1.0, 1.0)),
        ("ab cd", "a b c d", (1.0, 0.0), (1.0, 0.5)),
        ("ab cd", "abcd", (2 / 6, 1.0), (0.5, 1.0)),
        ("ab cd", "ac bd", (0.0, 0.0), (0.5, 0.5)),
        ("abc d", "ab cd", (0.5, 1 / 3), (0.75, (2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)),
        ("a b", "a b", (1.0, 1.0), (1.0, 1.0)),
    ],
)
def test_scores(gold: str, found: str, pairs: tuple[float, float], cubed: tuple[float, float]) -> None:
    of_pairs, of_reports = pairwise(sets(gold), sets(found)), b_cubed(sets(gold), sets(found))
    assert (of_pairs["pairs precision"], of_pairs["pairs recall"]) == pytest.approx(pairs)
    assert (of_reports["B-cubed precision"], of_reports["B-cubed recall"]) == pytest.approx(cubed)
    assert of_reports["B-cubed F1"] == pytest.approx(2 * cubed[0] * cubed[1] / sum(cubed))


def test_what_a_story_has_and_lacks() -> None:
    assert main_stories(sets("abc d"), sets("abd c")) == ["abc: 2 of 3 found; lacks c; too many d"]


def test_a_folder_without_the_sets_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="neither 'clusters' nor 'reuters'"):
        score(tmp_path)
