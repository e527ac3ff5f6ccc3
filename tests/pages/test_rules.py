from __future__ import annotations

import re
from pathlib import Path

import pytest

import parley
from parley.pages.rule_scores import rule_score, score_words
from parley.pages.rules import rule_words

NOTHING = rule_words("unheard:of")
# Names of rules as the extraction modules write them, a name made at run time up to its first gap.
WRITTEN = re.compile(r'"((?:move|figure|speech|aside|heading|silence|quote)[:.][a-z_:.-]*[a-z]|heading)"')


def test_every_rule_that_the_source_names_is_put_in_words() -> None:
    folder = Path(parley.__path__[0]) / "extract"
    named = {name for path in folder.rglob("*.py") for name in WRITTEN.findall(path.read_text(encoding="utf-8"))}
    assert len(named) > 15
    assert [name for name in sorted(named) if rule_words(name) == NOTHING] == []


@pytest.mark.parametrize(
    ("rule", "part"),
    [
        ("move:offer:noun", "noun or adjective"),
        ("move:reject:object", "its object"),
        ("move:reject:with", "preposition"),
        ("figure:unheard-of", "a number stands"),
        ("speech.carried", "still speaking"),
    ],
)
def test_the_most_particular_words_are_taken(rule: str, part: str) -> None:
    assert part in rule_words(rule)


def test_a_rule_tells_how_often_it_was_right() -> None:
    scores = [rule_score("unheard:of"), rule_score("move:reject:object")]
    assert scores[0] is None
    assert scores[1] is not None
    for right, made in (scores[1].held_out, scores[1].seen):
        assert 0 < right <= made
    words = score_words("move:reject:object")
    assert words.startswith(f"{scores[1].held_out[0]} of {scores[1].held_out[1]} times right in texts held out; ")
    assert score_words("unheard:of") == "not measured: no labelled text made this rule speak"
