"""Weights as they are shipped and added up."""

from __future__ import annotations

from math import exp
from pathlib import Path

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.lexicon import LexiconError
from parley.lexicon.weights import UNIT, Weights, WeightsFile, load_weights, weights_from

FILE = WeightsFile(
    ("accept", "none", "reject"),
    (-7, 64, 0),
    {"neg=True": ((0, -130), (2, 201)), "v:nod": ((0, 300),), "v:spurn": ((0, -5), (1, -90), (2, 512))},
)
SIGNS = [*FILE.signs, "never seen", ""]


@pytest.mark.parametrize(
    ("signs", "scores"),
    [
        ([], [-7, 64, 0]),
        (["never seen"], [-7, 64, 0]),
        (["v:nod"], [293, 64, 0]),
        (["v:nod", "neg=True"], [163, 64, 201]),
        (["neg=True", "v:nod", "neg=True", "v:nod"], [163, 64, 201]),
        (["v:spurn", "", "neg=True"], [-142, -26, 713]),
    ],
)
def test_signs_add_whole_numbers(signs: list[str], scores: list[int]) -> None:
    found = Weights(FILE).scores(signs)
    assert found.tolist() == scores
    assert found.dtype == np.int64


def test_a_file_without_signs_has_the_bias_alone() -> None:
    assert Weights(WeightsFile(("no", "yes"), (3, -3), {})).scores(["v:nod"]).tolist() == [3, -3]


@given(st.lists(st.sampled_from(SIGNS), max_size=12), st.randoms())
def test_neither_order_nor_repetition_of_signs_matters(signs: list[str], random: object) -> None:
    shuffled = [*signs, *signs]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    weights = Weights(FILE)
    assert weights.scores(shuffled).tolist() == weights.scores(signs).tolist()
    assert weights.shares(shuffled) == weights.shares(iter(signs))


@given(st.lists(st.sampled_from(SIGNS), max_size=5))
def test_shares_are_the_probabilities_of_log_odds(signs: list[str]) -> None:
    weights = Weights(FILE)
    powers = [exp(score / UNIT) for score in weights.scores(signs).tolist()]
    assert weights.shares(signs) == pytest.approx([power / sum(powers) for power in powers])
    assert sum(weights.shares(signs)) == pytest.approx(1)


def test_shares_of_large_scores_stay_numbers() -> None:
    assert Weights(WeightsFile(("no", "yes"), (0, UNIT * 5000), {})).shares([]) == [0.0, 1.0]


def test_what_is_known_has_a_weight() -> None:
    weights = Weights(FILE)
    assert [sign for sign in SIGNS if weights.knows(sign)] == list(FILE.signs)


def test_a_file_comes_back_from_its_bytes() -> None:
    weights = weights_from(msgspec.msgpack.encode(FILE))
    assert weights.classes == FILE.classes
    assert weights.scores(["v:spurn"]).tolist() == Weights(FILE).scores(["v:spurn"]).tolist()


def test_a_missing_file_is_told() -> None:
    with pytest.raises(LexiconError, match="weights/no_such") as told:
        load_weights("no_such")
    assert "\n" not in str(told.value)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xc1",
        b"learned = true\n",
        msgspec.msgpack.encode(FILE)[:-3],
        msgspec.msgpack.encode({"classes": ["a"], "bias": [0], "signs": {}, "more": 1}),
        msgspec.msgpack.encode({"classes": ["a"], "bias": [0.5], "signs": {}}),
        msgspec.msgpack.encode({"classes": ["a"], "bias": [0]}),
    ],
    ids=["empty", "no MessagePack", "text", "cut off", "field too many", "fraction", "field missing"],
)
def test_a_broken_file_is_told(content: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name = f"broken_{tmp_path.name}"
    (tmp_path / "weights").mkdir()
    (tmp_path / "weights" / f"{name}.bin").write_bytes(content)
    monkeypatch.setattr("parley.lexicon.weights.files", lambda package: tmp_path)
    with pytest.raises(LexiconError, match=f"weights/{name}") as told:
        load_weights(name)
    assert "\n" not in str(told.value)
