"""Quotations as claims: speakers, directness, the words, silence, and what is told twice."""

from __future__ import annotations

import pytest

from parley.extract.attribution import extract_quotes
from parley.model import Claim, Quote
from tests.extract.attribution.test_attributions import read


def quotes(text: str, **report: str | None) -> list[Claim]:
    doc, attributions = read(text, **report)
    return extract_quotes(doc, attributions)


def told(text: str, **report: str | None) -> list[tuple[str | None, str, list[str]]]:
    found: list[tuple[str | None, str, list[str]]] = []
    for claim in quotes(text, **report):
        assert isinstance(claim.body, Quote)
        speaker = claim.body.speaker.name if claim.body.speaker is not None else None
        found.append((speaker, claim.body.directness, [m.trigger.of(text) for m in claim.mentions]))
    return found


CASES = [
    ('"We will not sign," Anna Holt said.', [("Anna Holt", "direct", ["We will not sign,"])]),
    ('"We," Anna Holt said, "will not sign."', [("Anna Holt", "direct", ["We,", "will not sign."])]),
    ('The union said the offer was "an insult".', [("union", "mixed", ["an insult"])]),
    ("The union said the offer was low.", [("union", "indirect", ["the offer was low"])]),
    ("The army confirmed the closure of the road.", []),
    ("The port is 'closed'.", []),
    ("The army statement said the road was open.", [("army", "indirect", ["the road was open"])]),
    ("It was reported that the road was open.", [(None, "indirect", ["that the road was open"])]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_quote(text: str, expected: list[tuple[str | None, str, list[str]]]) -> None:
    assert told(text) == expected


def test_silence_is_a_quote_without_words() -> None:
    text = "The union has yet to officially respond."
    (claim,) = quotes(text)
    assert claim.attribution.silence
    assert claim.attribution.directness is None
    assert [m.trigger.of(text) for m in claim.mentions] == ["has yet to officially respond"]


def test_words_told_twice_are_one_claim() -> None:
    line = '"We will not sign this paper," Anna Holt said.'
    text = f"{line}\n\nThe port is shut.\n\n{line}\n"
    (claim,) = quotes(text)
    assert [m.trigger.of(text) for m in claim.mentions] == ["We will not sign this paper,"] * 2


def test_a_sub_heading_that_repeats_words_is_no_second_quotation() -> None:
    text = (
        "Harbour talks falter\n\nThe owners and the dockers met in Oslo on Monday, and left without a word to anybody there.\n\n"
        "Dockers have lost patience: harbour minister\n\n"
        'Harbour minister Karl Brandt spoke on Tuesday. Brandt said that dockers have "lost patience" with the owners of the port.\n'
    )
    spoken = [(speaker, words) for speaker, _, words in told(text, title="Harbour talks falter")]
    assert spoken == [("Karl Brandt", ["lost patience"])]


def test_an_addressee_is_kept() -> None:
    (claim,) = quotes("The minister told the union that no money was left.")
    assert isinstance(claim.body, Quote)
    assert claim.body.addressee is not None
    assert claim.body.addressee.name == "union"


def test_evidence_lies_in_the_report() -> None:
    text = "Two officials said that talks were over, the daily reported."
    for claim in quotes(text):
        for mention in claim.mentions:
            assert all(text[e.start : e.end] == e.quote for e in mention.evidence)
            assert {"source", "cue", "content"} == {e.role for e in mention.evidence}
