"""Fitting weights to signs: right where signs decide, and the same bytes whatever the order of sets."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import msgspec
import pytest
from bench.training.fitting import fit, folds_of
from hypothesis import given
from hypothesis import strategies as st

from parley.lexicon.weights import Weights, WeightsFile
from tests.house.modules import ROOT

# What a word is, and two of its signs; "told" stands with all of them and "w=a" with some of each.
TOLD = {
    "offer": [["v:propose", "o~money"], ["v:table", "o~plan"], ["v:propose", "o~plan", "w=a"]],
    "reject": [["v:spurn", "o~plan"], ["v:spurn", "o~money", "w=a"], ["v:refuse", "o~plan"]],
    "none": [["v:rain"], ["v:sing", "o~money"], ["v:rain", "w=a"]],
}
EXAMPLES = [(["told", *signs], name) for name, words in TOLD.items() for signs in words] * 4
TWO = [(signs, name) for signs, name in EXAMPLES if name != "none"]


def _fitted(examples: list[tuple[list[str], str]], *, least: int = 1, strength: float = 1.0) -> WeightsFile:
    return fit([signs for signs, _ in examples], [name for _, name in examples], least=least, strength=strength)


def _best(weights: Weights, signs: list[str]) -> str:
    return weights.classes[int(weights.scores(signs).argmax())]


@pytest.mark.parametrize("examples", [EXAMPLES, TWO], ids=["three classes", "two classes"])
def test_examples_that_signs_decide_come_out_right(examples: list[tuple[list[str], str]]) -> None:
    weights = Weights(_fitted(examples))
    assert [_best(weights, signs) for signs, _ in examples] == [name for _, name in examples]


def test_classes_stand_in_the_order_of_the_alphabet_each_with_a_bias() -> None:
    file = _fitted(EXAMPLES)
    assert file.classes == ("none", "offer", "reject")
    assert len(file.bias) == 3


def test_of_two_classes_all_weights_speak_for_or_against_the_second() -> None:
    file = _fitted(TWO)
    assert file.classes == ("offer", "reject")
    assert file.bias[0] == 0
    assert {place for row in file.signs.values() for place, _ in row} == {1}
    assert file.signs["v:spurn"][0][1] > 0 > file.signs["v:propose"][0][1]


def test_signs_of_few_examples_are_left_out() -> None:
    rare = [(["v:propose", "seldom", "seldom"], "offer"), (["v:spurn", "twice"], "reject"), (["twice"], "none")]
    one, two = _fitted([*EXAMPLES, *rare], least=1), _fitted([*EXAMPLES, *rare], least=2)
    assert "seldom" in one.signs
    assert "seldom" not in two.signs, "twice in one example is one example"
    assert "twice" in two.signs
    assert "v:spurn" in two.signs


def test_an_example_all_of_whose_signs_are_left_out_counts_by_its_class() -> None:
    file = _fitted([*EXAMPLES, *[([f"once {n}"], "none") for n in range(9)]], least=2)
    assert file.bias[0] == max(file.bias)
    assert not [sign for sign in file.signs if sign.startswith("once")]


def test_weights_near_nothing_are_left_out() -> None:
    # "even" stands as often with the one as with the other, and tells nothing.
    file = _fitted([(["p"], "a"), (["q"], "b"), (["even", "p"], "a"), (["even", "q"], "b")] * 4)
    assert set(file.signs) == {"p", "q"}
    assert min(abs(weight) for row in _fitted(EXAMPLES).signs.values() for _, weight in row) >= 4


def test_a_stronger_penalty_makes_smaller_weights() -> None:
    largest = [
        max(abs(weight) for row in _fitted(EXAMPLES, strength=strength).signs.values() for _, weight in row)
        for strength in (0.05, 1.0, 20.0)
    ]
    assert largest == sorted(set(largest))


def test_the_order_of_signs_in_an_example_changes_nothing() -> None:
    turned = [([*reversed(signs), signs[0]], name) for signs, name in EXAMPLES]
    assert msgspec.msgpack.encode(_fitted(turned)) == msgspec.msgpack.encode(_fitted(EXAMPLES))


# Signs come out of a set here, in an order that the hash seed decides.
_PROGRAM = """
import json, sys, msgspec
from bench.training.fitting import fit
signs, classes = json.load(sys.stdin)
file = fit([list(set(each)) for each in signs], classes, least=1, strength=1.0)
sys.stdout.buffer.write(msgspec.msgpack.encode(file))
"""


def test_another_process_learns_the_same_bytes() -> None:
    here = msgspec.msgpack.encode(_fitted(EXAMPLES))
    assert msgspec.msgpack.encode(_fitted(EXAMPLES)) == here
    there = subprocess.run(
        [sys.executable, "-c", _PROGRAM],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "4242"},
        input=json.dumps([[signs for signs, _ in EXAMPLES], [name for _, name in EXAMPLES]]).encode(),
        capture_output=True,
        check=True,
    )
    assert there.stdout == here


@given(st.lists(st.sampled_from("abcdefghi"), max_size=40))
def test_folds_part_the_examples_by_whole_texts(texts: list[str]) -> None:
    folds = folds_of(texts)
    assert sorted(place for fold in folds for place in fold.own) == list(range(len(texts)))
    for fold in folds:
        assert sorted((*fold.own, *fold.others)) == list(range(len(texts)))
        assert not {texts[place] for place in fold.own} & {texts[place] for place in fold.others}


def test_folds_are_alike_in_the_number_of_texts() -> None:
    texts = [name for name in "abcdefgh" for _ in range(3)]
    assert [len({texts[place] for place in fold.own}) for fold in folds_of(texts)] == [2, 2, 2, 2]
