"""How far two readers agree, on a text of our own."""

from __future__ import annotations

import pytest
from bench.quality.agreement import agreement
from bench.quality.labels import FigureLabel, GoldText, MoveLabel, TermLabel
from msgspec.structs import replace

WORDS = "Kordia offered 40 seats. The Front rejected the offer, and 12 people were killed."
SEATS = TermLabel(issue="governance", item="seats", lower=40, upper=40, unit="seats")
OFFER = MoveLabel(id="o", words="offered 40 seats", act="offer", by=("Kordia",), terms=(SEATS,))
ANSWER = MoveLabel(words="rejected the offer", act="reject", by=("the Front",), answers="o")
KILLED = FigureLabel(words="12 people were killed", measure="killed", unit="persons", lower=12, upper=12)
TEXT = GoldText(id="t", kind="wire", text=WORDS, moves=(OFFER, ANSWER), figures=(KILLED,))


def _metrics(other: GoldText) -> dict[str, float]:
    return agreement([TEXT], [other]).metrics


def test_one_reader_agrees_with_himself() -> None:
    found = _metrics(TEXT)
    asked = ("moves", "figures", "amounts", "links", "links between found", "makers", "factuality")
    assert {found[name] for name in asked} == {1.0}


def test_other_words_for_the_same_move_agree() -> None:
    assert _metrics(replace(TEXT, moves=(replace(OFFER, words="offered"), ANSWER)))["moves"] == 1.0


@pytest.mark.parametrize(
    ("other", "name", "value"),
    [
        (replace(TEXT, moves=(OFFER,)), "moves", 2 / 3),
        (replace(TEXT, moves=(OFFER, replace(ANSWER, act="accept"))), "moves", 0.5),
        (replace(TEXT, moves=(OFFER, replace(ANSWER, act="accept", or_=("reject",)))), "moves", 1.0),
        (replace(TEXT, moves=(OFFER, replace(ANSWER, by=("Kordia",)))), "makers", 0.5),
        (replace(TEXT, moves=(OFFER, replace(ANSWER, polarity="negative"))), "factuality", 2 / 3),
        (replace(TEXT, moves=(OFFER, replace(ANSWER, answers=None))), "links", 0.0),
        (replace(TEXT, moves=(replace(OFFER, terms=(replace(SEATS, issue="territory"),)), ANSWER)), "amounts", 0.0),
        (replace(TEXT, moves=(replace(OFFER, terms=(replace(SEATS, issue="territory"),)), ANSWER)), "amounts under any issue", 1.0),
        (replace(TEXT, figures=(replace(KILLED, upper=None),)), "figures", 0.0),
    ],
)  # fmt: skip
def test_what_differs_is_counted(other: GoldText, name: str, value: float) -> None:
    assert _metrics(other)[name] == pytest.approx(value)


def test_what_either_reader_doubts_is_left_out() -> None:
    other = replace(TEXT, moves=(OFFER, replace(ANSWER, act="accept", doubtful=True)))
    assert _metrics(other)["moves"] == 1.0


def test_a_link_without_both_ends_counts_only_among_all_links() -> None:
    found = _metrics(replace(TEXT, moves=(replace(ANSWER, answers=None),)))
    assert (found["links"], found["links between found"]) == (0.0, 0.0)
