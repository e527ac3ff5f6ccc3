"""The scorer of what is said, done, planned and denied, on a text of our own."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.quality import meantime

WORDS = [
    "Ada",
    "Holm",
    "said",
    "the",
    "ferry",
    "firm",
    "will",
    "close",
    "a",
    "pier",
    ".",
    "Crews",
    "did",
    "not",
    "strike",
    ".",
]


def _file(folder: Path, name: str, *marks: tuple[str, dict[str, str]], link: bool = True) -> Path:
    tokens = [
        f'<token t_id="{i}" sentence="{0 if i <= 10 else 1}" number="{i}">{word}</token>'
        for i, word in enumerate(WORDS, 1)
    ]
    events = []
    for number, (word, marked) in enumerate(marks, 1):
        given = {"polarity": "POS", "time": "NON_FUTURE", "special_cases": "NONE"} | marked
        attributes = " ".join(f'{name}="{value}"' for name, value in given.items())
        anchor = f'<token_anchor t_id="{WORDS.index(word) + 1}"/>'
        events.append(f'<EVENT_MENTION m_id="{number}" {attributes}>{anchor}</EVENT_MENTION>')
    slink = '<SLINK><source m_id="1"/><target m_id="2"/></SLINK>' if link else ""
    folder.mkdir(exist_ok=True)
    file = folder / f"{name}.xml"
    file.write_text(f"<Document>{''.join(tokens)}<Markables>{''.join(events)}</Markables>{slink}</Document>")
    return file


SAID: tuple[str, dict[str, str]] = ("said", {})
CLOSE = ("close", {"time": "FUTURE"})
STRIKE = ("strike", {"polarity": "NEG"})


def test_all_right(tmp_path: Path) -> None:
    _file(tmp_path, "a", SAID, CLOSE, STRIKE)
    found = meantime.score(tmp_path)
    assert (found.metrics["accuracy"], found.metrics["macro F1"], found.counts["gold"]) == (1.0, 1.0, 3)
    assert found.misses == []


def test_all_wrong(tmp_path: Path) -> None:
    _file(tmp_path, "a", ("close", {}), ("strike", {}), link=False)
    assert meantime.score(tmp_path).metrics["accuracy"] == 0.0


def test_half_right_names_what_differs(tmp_path: Path) -> None:
    _file(tmp_path, "a", SAID, ("close", {}))
    found = meantime.score(tmp_path)
    assert found.metrics["accuracy"] == 0.5
    assert found.misses == ["a: 'close' is planned, marked done"]


def test_a_file_that_lies_in_two_folders_counts_once(tmp_path: Path) -> None:
    _file(tmp_path / "one", "a", SAID, CLOSE)
    _file(tmp_path / "two", "a", SAID, CLOSE)
    assert meantime.score(tmp_path).counts["gold"] == 2


def test_events_without_a_time_are_left_out(tmp_path: Path) -> None:
    _file(tmp_path, "a", SAID, ("close", {"time": ""}))
    assert meantime.score(tmp_path).counts["gold"] == 1


def test_a_folder_without_the_corpus_is_told_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no marked events"):
        meantime.score(tmp_path)
