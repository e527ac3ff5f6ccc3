"""Lists of words that rules look for: each is used, by the module it is named after, and by no other."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import parley
from parley.lexicon import LexiconError
from parley.lexicon.words import word_list, word_lists

SOURCE = Path(parley.__file__).parent


def named_in_code() -> Iterator[tuple[str, str]]:
    """Every list that code asks for: the module's name as the lists give it, and the list's."""
    for path in sorted(SOURCE.rglob("*.py")):
        if path == SOURCE / "lexicon" / "words.py":
            continue
        parts = path.relative_to(SOURCE).with_suffix("").parts
        module = ".".join(parts[1:] if parts[0] == "extract" else parts)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "word_list":
                assert isinstance(node.args[0], ast.Constant)
                yield module, str(node.args[0].value)


def test_each_list_is_used_once_by_the_module_it_is_named_after() -> None:
    used = list(named_in_code())
    assert all(name.rpartition(".")[0] == module for module, name in used)
    assert sorted(name for _, name in used) == sorted(
        f"{m}.{own}" for m, lists in word_lists().items() for own in lists
    )


@pytest.mark.parametrize(("module", "own"), [(m, own) for m, lists in word_lists().items() for own in lists])
def test_a_list_holds_words_in_lower_case_and_is_no_single_word(module: str, own: str) -> None:
    words = word_lists()[module][own]
    assert len(words) > 1
    assert all(word == word.strip().lower() and word for word in words)


@pytest.mark.parametrize("name", ["moves.promises.nothing", "nowhere.saying", "saying", ""])
def test_a_list_that_is_not_there_is_named(name: str) -> None:
    with pytest.raises(LexiconError, match=f"no list '{name}'"):
        word_list(name)
