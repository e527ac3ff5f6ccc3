"""Battles that harm nobody are no deeds; doers behind a deed that acts, in a word of leading, and of themselves."""

from __future__ import annotations

import pytest

from parley.annotate import annotate
from parley.extract.attribution import find_attributions
from parley.extract.events import extract_events
from parley.model import Event, new_report

NO_DEED = [
    "The minister won his battle against cancer.",
    "The war on drugs has failed.",
    "An explosion of colour filled the square.",
    "The battle is no longer one of choice but of survival.",
    "He launched a stinging attack on the central bank.",
    "The government could help by releasing two prisoners.",
]
DOER = [
    ("A Taliban suicide bomber blew himself up in a market on Tuesday.", "Taliban suicide bomber"),
    ("The shelling by army gunners mostly targeted two villages.", "army gunners"),
    ("A shell belonging to rebel forces struck a school.", "rebel forces"),
    ("The U.S.-led coalition bombed the town on Monday.", "U.S.-led coalition"),
]


def _events(text: str) -> list[Event]:
    doc = next(iter(annotate([new_report(text, published="2025-05-16")])))
    claims = extract_events(doc, find_attributions(doc))
    return [claim.body for claim in claims if isinstance(claim.body, Event)]


@pytest.mark.parametrize("text", NO_DEED)
def test_figures_of_speech_tell_no_deed(text: str) -> None:
    assert not _events(text)


@pytest.mark.parametrize(("text", "doer"), DOER)
def test_who_is_behind_a_deed(text: str, doer: str) -> None:
    assert doer in {actor.name for event in _events(text) for actor in event.by}
