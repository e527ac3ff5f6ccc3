"""What one party does to another, as PLOVER event type: a table of sentences, and the function's promises."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import pytest
from bench.quality.plover import read_marked

from parley import Between, Span, act_between, acts_between, extract, plover_type
from parley.model import Move, new_report

CASES = [
    (kind, sentence)
    for kind, sentences in tomllib.loads((Path(__file__).parent / "cases.toml").read_text(encoding="utf-8")).items()
    for sentence in sentences
]
TEXT = "Talks went on. The Harbour Union on Tuesday rejected an offer by Kestrel Ports of 3 per cent."


@cache
def _read() -> dict[str, Between | None]:
    """All sentences of the table, read in one go."""
    items = [read_marked(sentence, kind) for kind, sentence in CASES]
    return dict(zip((s for _, s in CASES), acts_between((i.text, i.source, i.target) for i in items), strict=True))


@pytest.mark.parametrize(("kind", "sentence"), CASES)
def test_type_of_the_act(kind: str, sentence: str) -> None:
    found = _read()[sentence]
    assert (found.type if found else "NONE") == kind


def test_a_claim_of_the_record_comes_with_its_type() -> None:
    found = act_between(TEXT, "The Harbour Union", "Kestrel Ports")
    assert found is not None
    assert found.claim is not None
    assert isinstance(found.claim.body, Move)
    assert found.claim.body.act == "reject"
    assert (found.type, found.words.of(TEXT)) == ("REJECT", "rejected")


def test_the_words_tell_what_no_claim_does() -> None:
    text = "Vessany lent Keddah a hospital ship."
    found = act_between(text, "Vessany", "Keddah")
    assert found is not None
    assert (found.type, found.words.of(text)) == ("AID", "lent")


def test_parties_may_be_spans() -> None:
    source, target = TEXT.index("Harbour"), TEXT.index("Kestrel")
    spans = act_between(TEXT, Span(source, source + 13), Span(target, target + 13))
    assert spans is not None
    assert spans.type == "REJECT"


def test_one_party_may_be_left_open() -> None:
    text = "Two newspapers were banned on Sunday."
    found = act_between(text, None, "Two newspapers")
    assert found is not None
    assert found.type == "COERCE"


def test_the_other_way_round_is_no_rejection() -> None:
    found = act_between(TEXT, "Kestrel Ports", "The Harbour Union")
    assert found is None or found.type != "REJECT"


def test_a_sentence_that_names_both_comes_before_others() -> None:
    text = "Norland praised the mediators. In the evening Norland accused Vessany of dumping steel."
    found = act_between(text, "Norland", "Vessany")
    assert found is not None
    assert found.type == "ACCUSE"


@pytest.mark.parametrize(("source", "target", "words"), [("Halden", "Kestrel Ports", "Halden"), (None, None, "nobody")])
def test_parties_that_are_not_there_are_told_in_one_sentence(
    source: str | None, target: str | None, words: str
) -> None:
    with pytest.raises(ValueError, match=words):
        act_between(TEXT, source, target)


def test_a_report_is_read_as_its_text() -> None:
    assert act_between(new_report(TEXT), "The Harbour Union", "Kestrel Ports") is not None


def test_claims_have_types_by_act_polarity_and_tense() -> None:
    found = {plover_type(claim) for claim in extract(TEXT).claims if isinstance(claim.body, Move)}
    assert found == {"CONSULT", "REJECT", "AGREE"}
    planned = extract("The talks failed. The dockers will strike on Monday unless the port raises its offer.").claims
    assert "THREATEN" in {plover_type(claim) for claim in planned}
