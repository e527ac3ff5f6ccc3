"""Moves whose parties and terms stand elsewhere in their report: sides, mediators, terms under a deal, what is answered."""

from __future__ import annotations

from typing import Any

import pytest

from parley.model import Claim, Move
from tests.extract.reading_moves import moves_of

# Text; an act and a word of its statement; what the move has (`terms`: issue, floor, ceiling, unit).
CASES: list[tuple[str, str, str, dict[str, Any]]] = [
    (
        "Ostrand and the League agreed a truce on Monday. In the first stage the League is to hand back 30 soldiers, while "
        "Ostrand frees three rebels for each and lets in 60 lorries of flour a day.",
        "promise", "frees", {"by": ["Ostrand"], "tense": "planned", "terms": [("release", 3, 3, "persons"), ("aid", 60, 60, "trucks")]},
    ),
    (
        "The two sides met on Monday. The guards are to stop in June under an agreement that will bring home 14 hostages.",
        "agree", "hostages", {"tense": "planned", "terms": [("release", 14, 14, "persons")]},
    ),
    (
        "Ostrand has answered the League's offer with 20 days of quiet. The counter-offer was handed to Norland's foreign minister on "
        "Sunday.",
        "offer", "handed", {"by": ["Ostrand"]},
    ),
    (
        "Norland and Sweden have narrowed the quarrel. Ostrand and the League want talks. Both sides have accepted a pause of "
        "nine days.",
        "accept", "pause", {"by": ["Ostrand", "League"], "terms": [("ceasefire", 9, 9, "day")]},
    ),
    ("The nurses' union demands that no ward be closed. Talks resume on Monday.", "demand", "ward", {"by": ["nurses' union"]}),
    (
        "Talks on the mine went on. The crew wanted a written promise. Varda Steel has declined to provide it.",
        "reject", "provide", {"by": ["Varda Steel"]},
    ),
    (
        "The tribunal ruled on Tuesday that fares should fall by 3 per cent. The carriers accepted the award at once.",
        "accept", "award", {"by": ["carriers"]},
    ),
    (
        "Pilots and Velden Air reached a deal on Friday. Under the terms, basic pay would rise by 4 per cent.",
        "agree", "rise", {"by": ["Pilots", "Velden Air"], "terms": [("pay", 4, 4, "percent")]},
    ),
    ("The lenders said they would post monitors at the port.", "promise", "post", {"by": ["lenders"], "tense": "planned"}),
    (
        "The lenders said they would post monitors at the port if the ministry paid.",
        "offer", "post", {"by": ["lenders"], "tense": "hypothetical"},
    ),
    (
        "The cleaners said they would call off the walkout if Lorne Metro agreed to arbitration.",
        "offer", "call off", {"by": ["cleaners"], "to": ["Lorne Metro"]},
    ),
    (
        "The regulator gave Velden Gas and the drivers' union until Friday to settle, and threatened to fix the price if they "
        "failed.",
        "threaten", "fix", {"to": ["Velden Gas", "drivers' union"]},
    ),
    (
        "Kessian rockets hit the harbour at dawn, breaching a truce that Kessia had signed.",
        "breach", "breaching", {"by": ["Kessia"]},
    ),
    ("The militia demanded a list of every captive still held.", "demand", "list", {"terms": [("other", None, None, None)]}),
    (
        "The Growers' Union rejected the offer of Marel Foods. Ada Berg, the union's leader, lowered its claim to 8 percent from 9.",
        "concede", "lowered", {"by": ["Ada Berg"], "giver": "Marel Foods"},
    ),
    (
        "Varda's guards want 9 per cent over one year. Varda has offered 4.",
        "offer", "offered", {"terms": [("pay", 4, 4, "percent")]},
    ),
]  # fmt: skip


def _found(text: str, act: str, word: str) -> list[tuple[Claim, Move]]:
    return [
        (c, m)
        for c, m in moves_of(text, act)
        if any(word in text[x.statement.start : x.statement.end] for x in c.mentions)
    ]


def _names(actors: tuple[Any, ...]) -> str:
    return " ".join(f"{a.name} {a.acts_for} {a.mention}" for a in actors)


@pytest.mark.parametrize(("text", "act", "word", "wanted"), CASES)
def test_parties_and_terms(text: str, act: str, word: str, wanted: dict[str, Any]) -> None:
    found = _found(text, act, word)
    assert found, [(m.act, [a.name for a in m.by]) for _, m in moves_of(text)]
    claim, move = found[0]
    for role in ("by", "to"):
        for name in wanted.get(role, ()):
            assert name.lower() in _names(getattr(move, role)).lower(), role
    told = [
        (t.issue, t.quantity and t.quantity.lower, t.quantity and t.quantity.upper, t.quantity and t.quantity.unit)
        for t in move.terms
    ]
    assert set(wanted.get("terms", ())) <= set(told)
    if "tense" in wanted:
        assert claim.factuality.tense == wanted["tense"]
    if "giver" in wanted:
        assert any(t.giver is not None and wanted["giver"] in t.giver.name for t in move.terms)


NONE = [
    ("The flood killed 40 people, the mayor said, a toll that the opposition rejected.", "reject"),
    ("If the answer is no, the lenders will meet again.", "reject"),
    ("The new claim would add 30 million dollars a year to the wage bill.", "offer"),
    ("The militia demanded a list of every captive still held.", "carry_out"),
]


@pytest.mark.parametrize(("text", "act"), NONE)
def test_no_such_move(text: str, act: str) -> None:
    assert moves_of(text, act) == []


def test_captives_are_asked_nothing() -> None:
    ((_, move),) = moves_of("The cabinet wanted at least 20 hostages for the bodies.", "demand")
    assert move.to == ()
