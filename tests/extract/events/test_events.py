"""Deeds outside the talks: which sentences tell one, who did it, where and when, and when two tellings are one."""

from __future__ import annotations

from typing import Any

import pytest

from parley.annotate import annotate
from parley.extract import STEPS, extract
from parley.extract.attribution import find_attributions
from parley.extract.merge import merge_claims
from parley.lexicon.deeds import MODES
from parley.lexicon.events import load_events
from parley.model import Claim, Event, Move, new_report
from tests.extract.events.sentences import NONE, TOLD
from tests.house.modules import ROOT

_READ: dict[str, tuple[Claim, ...]] = {}


def _claims(text: str) -> tuple[Claim, ...]:
    """What all steps claim of a sentence; all tables are parsed in one batch."""
    if not _READ:
        docs = annotate(new_report(t, published="2025-05-16") for t in [*NONE, *(t for t, _ in TOLD)])
        for doc in docs:
            found = find_attributions(doc)
            _READ[doc.text] = merge_claims([c for step in STEPS for c in step(doc, found)])
    return _READ[text]


def _events(text: str) -> list[tuple[Claim, Event]]:
    return [(c, c.body) for c in _claims(text) if isinstance(c.body, Event)]


def _names(actors: tuple[Any, ...]) -> list[str]:
    return [actor.name for actor in actors]


@pytest.mark.parametrize(("text", "wanted"), TOLD, ids=[text for text, _ in TOLD])
def test_a_deed_is_told(text: str, wanted: dict[str, Any]) -> None:
    fitting = [(c, e) for c, e in _events(text) if (e.type, e.mode) == (wanted["type"], wanted["mode"])]
    assert fitting, [(e.type, e.mode) for _, e in _events(text)]
    claim, event = fitting[0]
    found: dict[str, Any] = {
        "type": event.type, "mode": event.mode, "by": _names(event.by), "to": _names(event.to), "place": event.place,
        "one_of": event.one_of, "tense": claim.factuality.tense, "polarity": claim.factuality.polarity,
        "when": claim.when.earliest.edtf if claim.when is not None and claim.when.earliest is not None else None,
    }  # fmt: skip
    assert {key: found[key] for key in wanted} == wanted


@pytest.mark.parametrize("text", NONE)
def test_no_deed_is_told(text: str) -> None:
    assert [(e.type, e.what) for _, e in _events(text)] == []


@pytest.mark.parametrize("text", [text for text, _ in TOLD])
def test_no_word_is_claimed_twice(text: str) -> None:
    claims = _claims(text)
    moves = [m.trigger for c in claims if isinstance(c.body, Move) for m in c.mentions]
    events = [m.trigger for c in claims if isinstance(c.body, Event) for m in c.mentions]
    assert not [span for span in events if any(span.overlaps(other) for other in moves)]


@pytest.mark.parametrize("text", [text for text, _ in TOLD])
def test_evidence_is_the_text_itself(text: str) -> None:
    for claim, event in _events(text):
        assert event.what
        assert all(e.quote == text[e.start : e.end] for m in claim.mentions for e in m.evidence)


def _report(text: str) -> list[Claim]:
    (doc,) = annotate([new_report(text, published="2025-05-16")])
    return [c for c in extract(doc).claims if isinstance(c.body, Event)]


def test_one_deed_told_three_times_is_one_claim() -> None:
    (claim,) = _report(
        "Rebels attacked the town of Osk on May 3.\n\nTalks on a ceasefire stopped after the attack on Osk. "
        "Mediators said the attack had set the negotiations back."
    )
    assert isinstance(claim.body, Event)
    assert (_names(claim.body.by), len(claim.mentions)) == (["Rebels"], 3)
    assert claim.when is not None
    assert claim.when.earliest is not None
    assert claim.when.earliest.edtf == "2025-05-03"


def test_deeds_in_two_places_are_two_claims() -> None:
    claims = _report(
        "Jets bombed the harbour at Osk on Monday. Jets bombed the airfield at Dorn on Tuesday.\n\n"
        "Mediators said the ceasefire talks would go on."
    )
    assert len(claims) == 2


def test_one_more_deed_of_its_kind_is_a_claim_of_its_own() -> None:
    claims = _report(
        "Rebels raided the town of Osk. A second raid killed nine soldiers.\n\nMediators said the ceasefire talks would go on."
    )
    assert len(claims) == 2


def test_who_is_blamed_is_not_lent_to_a_deed_the_report_only_calls_alleged() -> None:
    claims = _report(
        "An alleged gas attack killed nine farmers in Osk. Norland blames the Lorvian government for the attack.\n\n"
        "Mediators said the ceasefire talks would go on."
    )
    told = [(c.factuality.certainty, _names(c.body.by)) for c in claims if isinstance(c.body, Event)]
    assert ("probable", []) in told
    assert not [by for certainty, by in told if certainty == "probable" and by]


def test_a_strike_among_soldiers_is_from_the_air() -> None:
    claims = _report(
        "Ceasefire talks stopped on Friday. The army said the strike killed four rebels.\n\n"
        "Mediators flew home after the strike."
    )
    assert {c.body.type for c in claims if isinstance(c.body, Event)} == {"ASSAULT"}


def test_deeds_of_a_report_off_talks_are_left_out() -> None:
    assert _report("Police arrested nine people in Osk on Monday.\n\nThey will appear in court.") == []


def test_every_mode_is_used_and_has_its_word_in_the_glossary() -> None:
    page = (ROOT / "docs" / "concepts.md").read_text(encoding="utf-8")
    assert {deed.mode for deed in load_events().deed} == set(MODES)
    assert [mode for mode in MODES if mode not in page] == []


def test_every_class_a_deed_asks_for_is_known() -> None:
    words = load_events()
    known = {*words.classes, "any", "party", "name", "number", "person_name"}
    asked = {
        name
        for deed in words.deed
        for name in (*deed.subject, *deed.object, *deed.without, *(need.split("=")[1] for need in deed.phrase))
    }
    assert asked <= known
