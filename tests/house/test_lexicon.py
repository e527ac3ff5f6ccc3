"""The lexicon: every file is used, fits its record type and says nothing twice."""

from __future__ import annotations

import ast
import tomllib
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from typing import Any, get_origin

import pytest

from parley.lexicon import LexiconError, load_lexicon
from parley.lexicon.loader import FOR_COMPARING, FOR_SHOWING
from parley.lexicon.packs import read_pack
from tests.house.modules import ROOT, imports, modules

FOLDER = ROOT / "src" / "parley" / "lexicon"
NAMES = sorted(path.stem for path in FOLDER.glob("*.toml"))
PACKS = sorted(f"packs/{path.stem}" for path in FOLDER.glob("packs/*.toml"))


def _uses() -> Iterator[tuple[str, str, str]]:
    """File, record type and module of every call that loads a lexicon file."""
    for module in modules().values():
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "load_lexicon":
                name, schema = node.args
                if isinstance(name, ast.Constant):
                    yield str(name.value), ast.unparse(schema), module.name


USES = sorted(set(_uses()))


def test_every_lexicon_file_is_used() -> None:
    assert {name for name, _, _ in USES} == set(NAMES)


@pytest.mark.parametrize(("name", "schema", "module"), USES)
def test_lexicon_file_fits_the_type_it_is_loaded_as(name: str, schema: str, module: str) -> None:
    record = getattr(import_module(module), schema)
    assert isinstance(load_lexicon(name, record), get_origin(record) or record)


@pytest.mark.parametrize(
    ("layers", "files"),
    [
        (("annotate", "extract"), FOR_COMPARING | FOR_SHOWING),
        (("reading", "resolve", "compare", "ledger"), FOR_SHOWING),
    ],
)
def test_what_no_digest_of_a_layer_covers_is_not_asked_there(layers: tuple[str, ...], files: frozenset[str]) -> None:
    assert files <= set(NAMES)
    loading = {module for name, _, module in USES if name in files}
    assert sorted(_reached_from(layers) & loading) == []


def _reached_from(layers: tuple[str, ...]) -> set[str]:
    """The modules of these layers, and all that they import, themselves or through others."""
    reached = {name for name, module in modules().items() if module.layer in layers}
    waiting = list(reached)
    while waiting:
        new = imports(modules()[waiting.pop()]) - reached
        reached |= new
        waiting += new
    return reached


@pytest.mark.parametrize("name", PACKS)
def test_pack_fits_its_type_and_bears_the_name_of_its_file(name: str) -> None:
    assert read_pack(FOLDER / f"{name}.toml").pack.name == name.removeprefix("packs/")


@pytest.mark.parametrize("name", [*NAMES, *PACKS])
def test_no_list_of_words_names_one_twice(name: str) -> None:
    content = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    twice = [
        f"{where}: {word}" for where, words in _lists(content, name) for word, n in Counter(words).items() if n > 1
    ]
    assert twice == []


def _lists(value: Any, where: str) -> Iterator[tuple[str, list[str]]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _lists(inner, f"{where}.{key}")
    elif isinstance(value, list) and value and all(isinstance(item, str) for item in value):
        yield where, value
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _lists(inner, f"{where}[{number}]")


@pytest.mark.parametrize("name", [*NAMES, *PACKS])
def test_lexicon_file_begins_with_what_it_holds(name: str) -> None:
    assert (FOLDER / f"{name}.toml").read_text(encoding="utf-8").startswith("# ")


def test_missing_lexicon_file_is_told_in_one_sentence() -> None:
    with pytest.raises(LexiconError, match=r"'nowhere\.toml' cannot be used"):
        load_lexicon("nowhere", dict)
