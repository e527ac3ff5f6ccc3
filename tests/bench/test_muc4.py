"""The scorer of numbers of victims, on reports and keys of our own."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.quality import muc4
from bench.quality.muc4 import Bounds, read_bounds, read_keys

_SLOTS = (
    "INCIDENT: TYPE                  {type}", "HUM TGT: NUMBER                 {number}: \"FARMERS\" / \"MEN\"",
    "HUM TGT: EFFECT OF INCIDENT    {effect}: \"MEN\"", "HUM TGT: TOTAL NUMBER           {total}",
)  # fmt: skip


def _key(
    name: str, number: str, *, type: str = "ATTACK", effect: str = "DEATH", total: str = "-", mark: str = ""
) -> str:
    lines = [f"0.  MESSAGE: ID                     {name}", f"1.  MESSAGE: TEMPLATE               1{mark}"]
    for place, slot in zip((4, 21, 23, 24), _SLOTS, strict=True):
        lines.append(f"{place}. " + slot.format(type=type, number=number, effect=effect, total=total))
    return "\n".join(lines) + "\n"


def _score(folder: Path, *cases: tuple[str, str]) -> dict[str, float]:
    """The rates for texts with the number slot of each."""
    names = [f"TST9-MUC9-{i:04}" for i in range(len(cases))]
    (folder / "texts").write_text("".join(f"{n}\n\n   {text}\n\n" for n, (text, _) in zip(names, cases, strict=True)))
    keys = [key if "MESSAGE" in key else _key(n, key) for n, (_, key) in zip(names, cases, strict=True)]
    (folder / "key").write_text("\n".join(keys))
    return muc4.score(folder).metrics


@pytest.mark.parametrize(
    ("slot", "bounds"),
    [
        ("6", {Bounds(6, 6)}),
        ("6-", {Bounds(6, None)}),
        ("7 -", {Bounds(7, None)}),
        ("-26", {Bounds(None, 26)}),
        ("6-8", {Bounds(6, 8)}),
        ("~100", {Bounds(100, 100, about=True)}),
        ("21 / 26 / ~47", {Bounds(21, 21), Bounds(26, 26), Bounds(47, 47, about=True)}),
        ("? 5", {Bounds(5, 5)}),
        ("PLURAL / -15", {Bounds(None, 15)}),
        ("PLURAL", set()),
        ("-", set()),
        ("*", set()),
    ],
)
def test_notation(slot: str, bounds: set[Bounds]) -> None:
    assert read_bounds(slot) == bounds


@pytest.mark.parametrize(
    ("key", "asked"),
    [
        (_key("T", "6"), [True]),
        (_key("T", "? 6"), [False]),
        (_key("T", "6", mark=" (OPTIONAL)"), [False]),
        (_key("T", "PLURAL"), [False]),
        (_key("T", "6", effect="NO INJURY"), []),
        (_key("T", "6", effect="-", type="KIDNAPPING"), [True]),
        (_key("T", "6", total="9"), [True, True]),
    ],
)
def test_what_is_asked(key: str, asked: list[bool]) -> None:
    assert [a.needed for a in read_keys(key)[0].asked()] == asked


SIX = "REBELS KILLED SIX FARMERS NEAR ORVAN."


def test_all_right(tmp_path: Path) -> None:
    found = _score(tmp_path, (SIX, "6"), ("A BOMB HURT AT LEAST 14 MEN IN SELA.", "14-"))
    assert (found["recall"], found["precision"], found["f1"]) == (1.0, 1.0, 1.0)


def test_all_wrong(tmp_path: Path) -> None:
    found = _score(tmp_path, (SIX, "7"), ("NO ONE WAS HURT IN SELA.", "14-"))
    assert (found["recall"], found["precision"], found["f1"]) == (0.0, 0.0, 0.0)


def test_half_right(tmp_path: Path) -> None:
    assert _score(tmp_path, (SIX, "6"), (SIX, "8"))["recall"] == 0.5


def test_the_right_number_with_other_bounds_is_right_only_by_value(tmp_path: Path) -> None:
    found = _score(tmp_path, (SIX, "6-"))
    assert (found["recall"], found["recall_value"]) == (0.0, 1.0)


def test_any_answer_will_do(tmp_path: Path) -> None:
    assert _score(tmp_path, (SIX, "5 / 6"))["recall"] == 1.0


def test_the_same_number_counts_once(tmp_path: Path) -> None:
    twice = "REBELS KILLED SIX FARMERS NEAR ORVAN. SIX FARMERS WERE KILLED, POLICE SAID."
    found = _score(tmp_path, (twice, _key("TST9-MUC9-0000", "6") + "\n" + _key("TST9-MUC9-0000", "6")))
    assert (found["recall"], found["precision"]) == (1.0, 1.0)


def test_single_victims_count_only_with_ones(tmp_path: Path) -> None:
    found = _score(tmp_path, ("POLICE SAID A FARMER WAS KILLED.", "1"), (SIX, "6"))
    assert (found["recall"], found["precision"], found["recall_with_ones"]) == (1.0, 1.0, 1.0)


def test_texts_without_victims_count_only_in_the_wider_precision(tmp_path: Path) -> None:
    clash = (SIX, _key("TST9-MUC9-0001", "-", effect="-"))
    found = _score(tmp_path, (SIX, "6"), clash)
    assert (found["precision"], found["precision_all_texts"]) == (1.0, 0.5)


def test_a_folder_without_keys_is_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no file there has a name that begins with 'key'"):
        muc4.score(tmp_path)
