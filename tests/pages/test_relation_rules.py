from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

import parley
from parley.model.series import FigureRule
from parley.pages.relation_rules import relation_rule_words

WRITTEN = re.compile(r'"((?:moves|stated):[a-z-]*[a-z])')


def test_every_rule_between_claims_is_put_in_words() -> None:
    folder = Path(parley.__path__[0]) / "compare"
    named = {name for path in folder.rglob("*.py") for name in WRITTEN.findall(path.read_text(encoding="utf-8"))}
    assert len(named) > 15
    assert [name for name in sorted({*named, *get_args(FigureRule)}) if relation_rule_words(name) == name] == []


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("moves:answered-agreement", "the latest that the other side put forward"),
        ("moves:answered-terms", "on the same terms"),
        ("figures:floor-falls", "can only rise"),
        ("unheard:of", "unheard:of"),
    ],
)
def test_the_most_particular_words_are_taken(rule: str, words: str) -> None:
    assert words in relation_rule_words(rule)
