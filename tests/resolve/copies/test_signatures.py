"""What copies are found by."""

from __future__ import annotations

import subprocess
import sys

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.model import Passage, Span
from parley.resolve.copies import Signature, bands, signature
from tests.resolve.copies.reports import AGENCY, BALLOT, LONGER, report

_PARTS = AGENCY.split("\n\n")
_MADE_ELSEWHERE = (
    "import sys; from parley.model import new_report; from parley.resolve.copies import signature; import msgspec;"
    "sys.stdout.buffer.write(msgspec.json.encode(signature(new_report(sys.stdin.read()))))"
)


def _shared(one: str, other: str) -> set[str]:
    return set(bands(signature(report(one)))) & set(bands(signature(report(other))))


@pytest.mark.parametrize(
    "other",
    [
        AGENCY,
        AGENCY.upper(),
        AGENCY.replace("420", "390"),
        LONGER,
        "\n\n".join(_PARTS[:1]),
        "\n\n".join(_PARTS[2:4]),
        BALLOT + "\n\n" + _PARTS[3] + "\n\n" + _PARTS[4],
        AGENCY.replace("said", "stated").replace("offer", "proposal").replace("The ", "Their "),
    ],
)
def test_copies_share_a_band(other: str) -> None:
    assert _shared(AGENCY, other)


def test_other_reports_share_none() -> None:
    assert not _shared(AGENCY, BALLOT)


def test_a_long_sentence_between_others_makes_one_key() -> None:
    long = "The dispute began in January when the company, which the state sold in 2019, changed its rosters."
    texts = [
        text.replace(f"\n\n{end}", f"\n\n{long}\n\n{end}")
        for text, end in ((LONGER, "On the quay"), (BALLOT, "Patients"))
    ]
    assert len(_shared(*texts)) == 1


def test_a_short_standing_sentence_makes_no_candidates() -> None:
    standing = "\n\nThe dispute began in January over changed rosters."
    assert not _shared(LONGER + standing, BALLOT + standing)


def test_what_is_printed_around_the_news_makes_no_band() -> None:
    around = "Get all the island news first.\n\nSign up for our newsletter, which comes out every Friday at noon."
    texts = [f"{text}\n\n{around}" for text in (LONGER, BALLOT)]
    signatures = [
        signature(report(text), (Passage("furniture", Span(len(text) - len(around), len(text))),)) for text in texts
    ]
    assert not set(bands(signatures[0])) & set(bands(signatures[1]))
    assert signatures[1].keys == signature(report(BALLOT)).keys


def test_a_text_without_words_has_no_bands() -> None:
    assert bands(signature(report("* * *"))) == ()


def test_agencies_are_named_by_credit_and_byline() -> None:
    credited = signature(report(BALLOT, byline="AFP, Reuters"), (Passage("credit", Span(0, 1), value="Kyodo News"),))
    assert credited.credits == ("Agence France-Presse", "Kyodo News", "Reuters")


def test_the_title_is_no_running_text() -> None:
    titled = signature(report("Ballot at the clinics\n\n" + BALLOT, title="Ballot at the clinics"))
    assert titled.keys == signature(report(BALLOT)).keys


def test_it_is_the_same_in_another_process_and_small() -> None:
    told = subprocess.run(
        [sys.executable, "-c", _MADE_ELSEWHERE], input=LONGER.encode(), capture_output=True, check=True
    )
    here = signature(report(LONGER))
    assert msgspec.json.decode(told.stdout, type=Signature) == here
    assert len(told.stdout) < 4 * len(LONGER)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(LONGER.split(". ")), max_size=8), st.text(max_size=60))
def test_any_text_has_a_signature(parts: list[str], rest: str) -> None:
    made = report(". ".join([*parts, rest]))
    found = signature(made)
    assert found == signature(made)
    assert all(each.span.of(made.text).strip() for each in found.sentences)
    assert len(set(bands(found))) == len(bands(found))
