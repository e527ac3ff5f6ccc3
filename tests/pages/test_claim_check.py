from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

import parley
from parley.cli.main import parley as command
from parley.errors import ParleyError
from parley.ledger import Ledger
from parley.model import Actor, Move, Observation
from parley.pages import ClaimCheck, claim_check_page, claim_check_rows
from parley.store import Store
from tests import toll_record
from tests.recorded import RUN, claim_at, extraction_of, report_of


@pytest.fixture(scope="module")
def toll(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    path = toll_record.build(tmp_path_factory.mktemp("toll") / "talks.parley")
    with parley.open(path, read_only=True) as project:
        yield project.ledger()


@pytest.fixture(scope="module")
def front(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    path = tmp_path_factory.mktemp("front") / "talks.parley"
    report = report_of("The Lorn Front rejected the truce. It had asked for talks.", "2031-05-03", "Bay Weekly")
    reject = Move("reject", by=(Actor("Lorn Front", "The Lorn Front"),))
    with Store.open(path) as store:
        found = extraction_of(report, claim_at(report, "rejected", reject))
        store.add(report, Observation("front.txt", "00ff", "text"), extraction=found, run=RUN)
    with parley.open(path, read_only=True) as project:
        yield project.ledger()


def fits(page: ClaimCheck) -> dict[str, str]:
    (claim,) = page.claims
    (series,) = claim.series
    return {count.row.amount: count.fit for count in series.counts}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least 60 people were killed.", {"at least 40": "may fit", "62": "fits", "57": "lower"}),
        ("Exactly 57 people were killed.", {"at least 40": "may fit", "62": "higher", "57": "fits"}),
        ("Hundreds of people were killed.", {"at least 40": "may fit", "62": "lower", "57": "lower"}),
    ],
)
def test_counts_are_held_against_the_claimed_one_by_their_bounds(
    toll: Ledger, text: str, expected: dict[str, str]
) -> None:
    assert expected.items() <= fits(claim_check_page(toll, text)).items()


def test_the_first_report_the_sources_and_what_is_missing_are_told(toll: Ledger) -> None:
    page = claim_check_page(toll, "At least 60 people were killed.")
    (series,) = page.claims[0].series
    assert series.first.published == min(row.published or "" for row in series.block.rows) == "2031-05-03"
    assert [count.row.standing for count in series.counts].count("corrected") == 1
    assert "“At least 60” is 60 or more." in series.summary
    assert "No person has checked how the program read these reports." in series.gaps
    assert any("as of when it counts" in words for words in series.gaps)
    assert claim_check_rows(page) == series.block.rows


def test_who_are_counted_is_heeded(toll: Ledger) -> None:
    page = claim_check_page(toll, "Twelve children were killed.")
    assert page.claims[0].series[0].of_same is False
    assert "of others than children" in page.claims[0].found


def test_a_move_is_held_against_those_of_the_same_act_and_party(front: Ledger) -> None:
    page = claim_check_page(front, "The Lorn Front rejected the truce.")
    (claim,) = [claim for claim in page.claims if claim.kind == "move"]
    assert [telling.first.outlet for telling in claim.tellings] == ["Bay Weekly"]
    assert "One report alone tells it." in claim.tellings[0].gaps
    other = claim_check_page(front, "The Orvan Council rejected the truce.")
    assert [claim.tellings for claim in other.claims if claim.kind == "move"] == [()]


def test_words_in_which_nothing_is_claimed_have_no_claims(toll: Ledger) -> None:
    assert claim_check_page(toll, "  ").claims == ()
    assert claim_check_page(toll, "A quiet green evening.").claims == ()


def test_a_text_that_is_too_long_is_refused(toll: Ledger) -> None:
    with pytest.raises(ParleyError, match="check at most"):
        claim_check_page(toll, "so " * 2_000)


def test_nothing_is_recorded(toll: Ledger) -> None:
    before = len(toll.reports())
    claim_check_page(toll, "At least 60 people were killed.")
    assert len(toll.reports()) == before


def test_the_command_reads_it_from_standard_input(tmp_path: Path) -> None:
    db = str(toll_record.build(tmp_path / "talks.parley"))
    found = CliRunner().invoke(command, ["search", "--db", db, "--claim", "-"], input="At least 60 people were killed.")
    assert found.exit_code == 0
    assert "First told 3 May 2031 by " in " ".join(found.stdout.split())
    assert CliRunner().invoke(command, ["search", "--db", db, "--claim", "x", "word"]).exit_code == 2
    assert CliRunner().invoke(command, ["search", "--db", db]).exit_code == 2
