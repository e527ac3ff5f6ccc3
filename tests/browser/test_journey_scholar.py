"""The journey of a scholar: two coders on one sample, how far they agree, and a queue of what they differ on."""

from __future__ import annotations

from pathlib import Path

import parley
from parley.model import Figure
from parley.pages import figures_page
from parley.pages.desk import desk_of
from tests.browser.serving import Visit


def test_two_people_code_the_same_claims_without_seeing_each_other(journey: Visit, tmp_path: Path) -> None:
    page = journey.go("/review?sample=4&seed=1")
    for key in "aaxa":
        page.keyboard.press(key)
    page.locator("#told", has_text="0 undecided").wait_for()
    with parley.open(tmp_path / "demo-record" / "talks.parley") as project:
        desk = desk_of(project.ledger(), "Bo", {}, sample=4, seed=1)
        assert len(desk.queue) == 4
        for queued in desk.queue:
            project.accept(queued.entry.claim.id, person="Bo")


def test_figures_are_plain_records_for_a_data_frame(demo: Path) -> None:
    with parley.open(demo / "demo-record" / "talks.parley", create=False, read_only=True) as project:
        view = project.ledger().view(kind="figure", measure="killed", published_by="2025-03-31")
        records = figures_page(view).records()
    assert len(records) == sum(isinstance(claim.body, Figure) for claim in view.claims) > 3
    assert {"published", "measure", "lower", "upper", "as_of", "chain", "id"} <= records[0].keys()
