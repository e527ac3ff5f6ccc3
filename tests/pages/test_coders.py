from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import parley
from parley.pages.coders import coders_page, coders_queue, disagreements_of
from parley.pages.review import review_queue
from parley.project import Project
from tests import small_record
from tests.small_record import FERRY_2


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with parley.open(small_record.build(tmp_path / "talks.parley")) as opened:
        yield opened


def claims(project: Project) -> dict[str, str]:
    """Ids of claims by act, measure or kind."""
    found: dict[str, str] = {}
    for claim in project.ledger().as_read().claims:
        name = getattr(claim.body, "act", None) or getattr(claim.body, "measure", None) or claim.kind
        found.setdefault(name, claim.id)
    return found


def coded(project: Project) -> None:
    """Ann and Bo over six claims: they differ about one verdict, one maker and one amount."""
    by = claims(project)
    for person in ("Ann", "Bo"):
        project.accept(by["accept"], person=person)
        project.reject(by["withdraw"], person=person)
    project.accept(by["demand"], person="Ann")
    project.reject(by["demand"], person="Bo")
    project.correct(by["offer"], by="Harbour Board", person="Ann")
    project.accept(by["offer"], person="Bo")
    project.accept(by["affected"], person="Ann")
    project.correct(by["affected"], quantity="at least 45", person="Bo")
    project.accept(by["quote"], person="Ann")
    project.add_claim(FERRY_2.id, "move", words="an official", act="meet", by="A", person="Ann")
    project.add_claim(FERRY_2.id, "move", words="official", act="meet", by="B", person="Bo")
    project.add_claim(FERRY_2.id, "quote", words="official", person="Bo")


def test_agreement_is_told_field_by_field(project: Project) -> None:
    coded(project)
    page = coders_page(project.ledger(), "Ann", "Bo")
    assert (page.claims, page.by_one, page.by_other, page.by_both) == (8, 6, 5, 5)
    assert page.added == (1, 2, 1)
    rows = {row.field: row for row in page.fields}
    assert (rows["verdict"].units, rows["verdict"].agree) == (5, 2)
    assert (rows["by"].units, rows["by"].agree) == (3, 2)
    assert (rows["amount from"].metric, rows["amount from"].units, rows["amount from"].agree) == ("interval", 2, 1)
    assert rows["act"].agree == rows["act"].units == 2
    assert rows["certainty"].alpha is None
    # of 400 and 400, 40 and 45: 1 - 3 * 25 / (sums of squares over all pairs of the four)
    expected = 25 + 2 * 360**2 + 2 * 355**2
    assert rows["amount from"].alpha == pytest.approx(1 - 3 * 25 / expected)


def test_what_they_differ_in_is_a_list_and_a_queue(project: Project) -> None:
    coded(project)
    page, by = coders_page(project.ledger(), "Ann", "Bo"), claims(project)
    found = {(row.id, row.field): (row.one, row.other) for row in page.disagreements}
    assert found[by["demand"], "verdict"] == ("accept", "reject")
    assert found[by["offer"], "by"] == ("Harbour Board", "Strait Lines")
    assert found[by["affected"], "quantity"] == ("More than 40", "at least 45")
    assert {row.id for row in page.disagreements} == {by[name] for name in ("demand", "offer", "affected")}
    queue = coders_queue(project.ledger(), ("Ann", "Bo"))
    assert {each.entry.judged.base.id for each in queue if each.entry.judged} == {row.id for row in page.disagreements}
    assert {each.reason for each in queue} == {"coders_differ"}
    assert disagreements_of(page, 2).rows == page.disagreements[:2]


def test_a_sample_is_the_one_that_was_reviewed(project: Project) -> None:
    drawn = review_queue(project.ledger(), sample=3, seed=7, person="Ann")
    for queued in drawn:
        project.accept(queued.entry.claim.id, person="Ann")
        project.accept(queued.entry.claim.id, person="Bo")
    page = coders_page(project.ledger(), "Ann", "Bo", sample=3, seed=7)
    assert (page.claims, page.by_both, page.disagreements) == (3, 3, ())


def test_who_decided_nothing_agrees_in_nothing(project: Project) -> None:
    page = coders_page(project.ledger(), "Ann", "Bo", story="Quarry")
    assert (page.claims, page.by_one, page.fields, page.disagreements) == (1, 0, (), ())


def test_a_dispute_is_no_verdict_on_how_a_claim_was_read(project: Project) -> None:
    coded(project)
    before = coders_page(project.ledger(), "Ann", "Bo")
    project.dispute(claims(project)["offer"], note="they deny it", person="Ann")
    assert coders_page(project.ledger(), "Ann", "Bo") == before
