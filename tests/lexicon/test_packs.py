"""Packs: their form, what they add, and which are active."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

import pytest

from parley.lexicon import lexicon_digest, load_lexicon, use_packs
from parley.lexicon.acts import load_acts, load_issues, load_talks
from parley.lexicon.frames import Acts, Issue, Issues
from parley.lexicon.merging import merge
from parley.lexicon.packs import (
    PACKS_VARIABLE,
    Pack,
    PackError,
    active_packs,
    built_in_packs,
    read_pack,
    write_new_pack,
)
from parley.lexicon.units import Units

HEAD = 'name = "river"\ntitle = "River water"\nabout = "Talks on how the water of a river is shared."\n'


def written(folder: Path, text: str, name: str = "river.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_the_built_in_packs_are_active_in_the_order_of_their_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(PACKS_VARIABLE, raising=False)
    names = [file.pack.name for file in active_packs()]
    assert names == sorted(names) == ["climate", "conflict", "debt", "labour", "takeover", "trade"]


def test_what_is_loaded_holds_the_words_of_base_and_packs() -> None:
    assert {"deal", "truce", "merger"} <= load_talks().nouns["agreement"]
    assert {"dollar": "USD", "sdr": "XDR"}.items() <= load_lexicon("units", Units).currency_words.items()
    issues = [issue.issue for issue in load_issues()]
    order = load_lexicon("issues", Issues).order
    assert issues == sorted(issues, key=order.index)
    assert {"pay", "price", "release"} <= set(issues)


def test_a_frame_of_a_pack_stands_behind_those_of_its_act() -> None:
    acts = [frame.act for frame in load_acts().frame]
    pack = Pack("x", "", "", frame=(load_acts().frame[0],))
    merged = merge("acts", load_lexicon("acts", Acts), [pack])
    last = max(place for place, act in enumerate(acts) if act == acts[0])
    assert merged.frame[last + 1] == load_acts().frame[0]
    assert len(merged.frame) == len(acts) + 1


def test_entries_for_one_issue_under_one_condition_are_one() -> None:
    base = Issues(("aid", "pay"), (Issue("pay", nouns=frozenset({"pay"}), stakes=frozenset({"wage"})),))
    more = (
        Issue("aid", nouns=frozenset({"flour"})),
        Issue("pay", nouns=frozenset({"bonus"}), stakes=frozenset({"rise"})),
        Issue("pay", nouns=frozenset({"shift"}), with_=frozenset({"union"})),
    )
    merged = merge("issues", base, [Pack("x", "", "", issue=more)])
    assert [(entry.issue, sorted(entry.nouns), sorted(entry.stakes)) for entry in merged.issue] == [
        ("aid", ["flour"], []),
        ("pay", ["bonus", "pay"], ["rise", "wage"]),
        ("pay", ["shift"], []),
    ]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("name = 3\n", ["line 1, 'name'", "Expected `str`"]),
        (HEAD + "title = 'again'\n", ["it is no TOML", "line 4"]),
        (HEAD + "[[frame]\n", ["it is no TOML", "line 4"]),
        (HEAD + "colour = 'red'\n", ["a field not known here, `colour`", "parley pack new"]),
        (HEAD + "\n[[frame]]\nact = 'offer'\nverb = []\n", ["line 5, [[frame]] 1", "`verb`"]),
        (HEAD + "[[frame]]\nact = 'offer'\n[[frame]]\nact = 'shout'\n", ["line 6, [[frame]] 2", "'shout' is no act", "accept"]),
        (HEAD + "[[issue]]\nissue = 'weather'\n", ["line 4, [[issue]] 1", "'weather' is no issue", "ceasefire"]),
        (HEAD + "[[example]]\ntext = 'A.'\nact = 'nothing'\n", ["[[example]] 1", "'nothing' is no act", "none"]),
        (HEAD + "[groups]\npeople = []\n", ["line 4, 'groups'", "'people'", "persons"]),
        (HEAD.replace("river", "River 1"), ["line 1, 'name'", "'River 1' is no name"]),
    ],
)  # fmt: skip
def test_a_faulty_pack_is_told_with_file_place_and_what_to_do(tmp_path: Path, text: str, parts: list[str]) -> None:
    path = written(tmp_path, text)
    with pytest.raises(PackError) as caught:
        read_pack(path)
    (line,) = str(caught.value).splitlines()
    assert line.startswith(f"pack '{path}' cannot be used: ")
    assert [part for part in parts if part not in line] == []


def test_a_pack_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"nowhere\.toml' cannot be used: .*name a TOML file"):
        read_pack(tmp_path / "nowhere.toml")


def test_a_pack_that_is_no_text_is_told(tmp_path: Path) -> None:
    path = tmp_path / "river.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(PackError, match="not UTF-8"):
        read_pack(path)


def test_own_packs_join_the_built_in_ones_whatever_the_order_they_are_named_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = [str(written(tmp_path, HEAD.replace("river", name), f"{name}.toml")) for name in ("weir", "canal")]
    digests = []
    for named in (paths, paths[::-1], [*paths, paths[0]]):
        monkeypatch.setenv(PACKS_VARIABLE, os.pathsep.join(named))
        assert [file.pack.name for file in active_packs() if file.own] == ["canal", "weir"]
        digests.append(lexicon_digest())
    assert len(set(digests)) == 1


def test_what_a_pack_holds_is_part_of_the_digest_and_where_it_lies_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(PACKS_VARIABLE, raising=False)
    digests = [lexicon_digest()]
    texts = [("a.toml", HEAD), ("b.toml", HEAD), ("c.toml", HEAD + 'strong = ["weir"]\n')]
    for name, text in texts:
        monkeypatch.setenv(PACKS_VARIABLE, str(written(tmp_path, text, name)))
        digests.append(lexicon_digest())
    assert digests[1] == digests[2]
    assert len(set(digests)) == 3


def test_a_pack_named_as_another_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PACKS_VARIABLE, str(written(tmp_path, HEAD.replace("river", "debt"))))
    with pytest.raises(PackError, match=r"line 1, 'name': 'debt\.toml' is named 'debt' too; give it another name"):
        lexicon_digest()


def test_a_pack_named_after_words_were_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PACKS_VARIABLE, "")
    load_talks()
    with pytest.raises(PackError, match="name it before the first report is read"):
        use_packs([written(tmp_path, HEAD)])
    assert os.environ[PACKS_VARIABLE] == ""


def test_packs_active_already_may_be_named_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, HEAD)
    monkeypatch.setenv(PACKS_VARIABLE, str(path))
    use_packs([path, path])
    assert os.environ[PACKS_VARIABLE] == str(path)


@pytest.mark.parametrize(("file", "name"), [("water talks.toml", "water-talks"), ("2031.toml", "own"), ("x.toml", "x")])
def test_a_new_pack_is_a_pack_and_so_is_what_it_shows(tmp_path: Path, file: str, name: str) -> None:
    path = tmp_path / file
    assert write_new_pack(path) == name
    assert read_pack(path).pack.name == name
    shown = path.read_text(encoding="utf-8")
    lines = [line.removeprefix("# ") if "=" in line or "[" in line else line for line in shown.splitlines()]
    live = "\n".join(line for line in lines if _is_toml(line))
    assert {"issue", "frame", "noun", "talks", "role", "office", "units", "example"} <= tomllib.loads(live).keys()
    with pytest.raises(PackError, match="there already"):
        write_new_pack(path)


def _is_toml(line: str) -> bool:
    try:
        tomllib.loads(line)
    except tomllib.TOMLDecodeError:
        return False
    return bool(line.strip()) and not line.startswith("#")


def test_every_built_in_pack_says_what_it_is_about_and_shows_itself_at_work() -> None:
    for file in built_in_packs():
        pack = file.pack
        assert pack.title, pack.name
        assert pack.about.endswith("."), pack.name
        assert len(pack.example) >= 5, pack.name
        assert "none" in {example.act for example in pack.example}, pack.name
