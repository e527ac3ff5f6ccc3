"""Where agreements stand: which sentences tell it, of what, in which status and since when; told twice it is one."""

from __future__ import annotations

from typing import Any

import pytest

from parley.annotate import annotate
from parley.extract import STEPS, extract
from parley.extract.attribution import find_attributions
from parley.extract.merge import merge_claims
from parley.lexicon.phases import load_phases
from parley.model import Claim, Move, Phase, new_report
from tests.extract.phases.sentences import NONE, REPORTS, TOLD

_READ: dict[str, tuple[Claim, ...]] = {}


def _claims(text: str) -> tuple[Claim, ...]:
    """What all steps claim of a sentence; all tables are parsed in one batch."""
    if not _READ:
        for doc in annotate(new_report(t, published="2025-05-16") for t in [*NONE, *(t for t, _ in TOLD)]):
            found = find_attributions(doc)
            _READ[doc.text] = merge_claims([c for step in STEPS for c in step(doc, found)])
    return _READ[text]


def _phases(text: str) -> list[tuple[Claim, Phase]]:
    return [(c, c.body) for c in _claims(text) if isinstance(c.body, Phase)]


@pytest.mark.parametrize(("text", "wanted"), TOLD, ids=[text for text, _ in TOLD])
def test_a_standing_is_told(text: str, wanted: dict[str, Any]) -> None:
    found = _phases(text)
    assert [p.status for _, p in found] == [wanted["status"]]
    claim, phase = found[0]
    told: dict[str, Any] = {
        "status": phase.status, "agreement": phase.agreement, "number": phase.number, "of": phase.of,
        "starts": phase.starts.edtf.rstrip("~") if phase.starts else None,
        "ends": phase.ends.edtf.rstrip("~") if phase.ends else None,
        "tense": claim.factuality.tense, "polarity": claim.factuality.polarity,
    }  # fmt: skip
    assert {key: told[key] for key in wanted} == wanted


@pytest.mark.parametrize("text", NONE)
def test_no_standing_is_told(text: str) -> None:
    assert [(p.status, p.agreement) for _, p in _phases(text)] == []


@pytest.mark.parametrize(("text", "wanted"), REPORTS, ids=[text.split("\n")[0] for text, _ in REPORTS])
def test_a_standing_told_twice_is_one_claim(text: str, wanted: list[tuple[int | None, str, int]]) -> None:
    (doc,) = annotate([new_report(text, published="2025-05-16")])
    found = [c for c in extract(doc).claims if isinstance(c.body, Phase) and not c.attribution.chain]
    assert [(c.body.number, c.body.status) for c in found if isinstance(c.body, Phase)] == [w[:2] for w in wanted]


def test_what_parties_do_with_an_agreement_is_a_move_where_one_is_found() -> None:
    (doc,) = annotate([new_report("The army and the rebels extended the ceasefire by ten days on Monday.")])
    found = find_attributions(doc)
    claims = merge_claims([c for step in STEPS for c in step(doc, found)])
    assert [c.body.act for c in claims if isinstance(c.body, Move)] == ["extend"]
    assert [c for c in claims if isinstance(c.body, Phase)] == []


def test_every_word_of_a_standing_stands_in_one_list_of_its_field() -> None:
    standings = load_phases().standing
    for field in ("before", "nouns", "states"):
        words = [word for s in standings for word in getattr(s, field)]
        assert [w for w in words if words.count(w) > 1 and field != "states"] == []
