"""The scorer of attributions, on a few words of our own."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.quality import polnear

TEXT = "The ferry union rejected the plan, Ada Holm said on Monday. The port was calm."
CONTENT = (0, 33)
SOURCE = (35, 43)
CUE = (44, 48)


def _folder(tmp_path: Path, *annotations: str) -> Path:
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    (tmp_path / "text" / "port.txt").write_text(TEXT)
    for number, lines in enumerate(annotations):
        (tmp_path / "attributions" / f"port_{number}.ann").write_text(lines)
    return tmp_path


def _marked(*, source: tuple[int, int] = SOURCE, cue: tuple[int, int] = CUE, content: tuple[int, int] = CONTENT) -> str:
    parts = zip(("Source", "Cue", "Content"), (source, cue, content), strict=True)
    lines = [f"T{i}\t{name} {start} {end}\t{TEXT[start:end]}" for i, (name, (start, end)) in enumerate(parts, 1)]
    return "\n".join([*lines, "E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3", ""])


def test_all_right(tmp_path: Path) -> None:
    found = polnear.score(_folder(tmp_path, _marked()))
    assert {found.metrics[name] for name in ("cue F1", "joint F1", "source given cue", "exact source given cue")} == {
        1.0
    }
    assert found.misses == []


def test_a_cue_elsewhere_is_all_wrong(tmp_path: Path) -> None:
    found = polnear.score(_folder(tmp_path, _marked(cue=(64, 68))))
    assert found.metrics["cue F1"] == 0.0
    assert len(found.misses) == 2


def test_a_source_that_only_overlaps_is_not_exact(tmp_path: Path) -> None:
    found = polnear.score(_folder(tmp_path, _marked(source=(39, 43))))
    assert (found.metrics["source given cue"], found.metrics["exact source given cue"]) == (1.0, 0.0)


def test_content_needs_half_in_common(tmp_path: Path) -> None:
    found = polnear.score(_folder(tmp_path, _marked(content=(0, 9))))
    assert (found.metrics["cue F1"], found.metrics["content given cue"], found.metrics["joint F1"]) == (1.0, 0.0, 0.0)


def test_a_mark_made_twice_is_found_once(tmp_path: Path) -> None:
    lines = _marked()
    found = polnear.score(_folder(tmp_path, lines + "E2\tAttribution:T2 Source:T1 Cue:T2 Content:T3\n"))
    assert found.metrics["cue recall"] == 0.5


def test_two_annotators_count_half_each(tmp_path: Path) -> None:
    found = polnear.score(_folder(tmp_path, _marked(), _marked(cue=(64, 68))))
    assert found.metrics["cue F1"] == 0.5


def test_a_folder_without_annotations_is_named_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no attributions"):
        polnear.score(tmp_path)


@pytest.mark.parametrize(("cue", "share"), [((36, 40), 1.0), ((0, 4), 0.0)], ids=["found", "missed cue"])
def test_pronouns_that_are_sources_are_told_apart(tmp_path: Path, cue: tuple[int, int], share: float) -> None:
    text = "The mill was shut for a week and he said it would reopen."
    folder = _folder(tmp_path, _marked(source=(33, 35), cue=cue, content=(41, 56)))
    (folder / "text" / "port.txt").write_text(text)
    assert polnear.score(folder).metrics["pronoun sources found"] == share
