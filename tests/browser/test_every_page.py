"""Every page of a served record where one may decide, in every look: the rules of accessibility, and the width of the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

import parley
from parley.project import Project
from parley.web import make_app
from parley.web.places import PLACES
from tests import small_record
from tests.browser.serving import Visit, serving
from tests.web.places import addresses

DESK = {"/review": "/review", "/review of a sample": "/review?sample=3&seed=1", "/decisions": "/decisions"}
# Width in pixels (1280 at twice the size is 640), colour scheme, and whether the system forces its colours.
LOOKS = [
    (1280, "light", False), (1280, "dark", False), (640, "light", False), (360, "light", False), (360, "dark", False),
    (1280, "light", True), (360, "dark", True),
]  # fmt: skip


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    with parley.open(small_record.build(tmp_path_factory.mktemp("every") / "talks.parley")) as opened:
        first, second = opened.ledger().view(kind="move").claims[:2]
        opened.accept(first.id, person="Ann")
        opened.reject(second.id, person="Ann", note="of another year")
        yield opened


@pytest.fixture(scope="module")
def visit(project: Project, browser: Browser) -> Iterator[Visit]:
    context = browser.new_context()
    with serving(make_app(project, decides=True, person="Ann")) as base:
        yield Visit(context.new_page(), base)
    context.close()


@pytest.fixture(scope="module")
def places(project: Project) -> dict[str, str]:
    return addresses(project) | DESK


@pytest.mark.parametrize("path", [*(place.path for place in PLACES), *DESK])
def test_no_page_has_a_fault_or_runs_out_of_the_window_in_any_look(
    visit: Visit, places: dict[str, str], path: str
) -> None:
    shown = visit.go(places[path])
    for width, scheme, forced in LOOKS:
        visit.look(width=width, scheme=scheme, forced=forced)
        assert visit.faults() == [], (width, scheme, forced)
        assert shown.evaluate("document.scrollingElement.scrollWidth") <= width, (width, scheme, forced)
    assert visit.complaints == []
    assert visit.outside() == []


def test_the_palette_and_open_forms_have_no_fault(visit: Visit, tmp_path: Path) -> None:
    visit.look()
    shown = visit.go("/review")
    for each in shown.locator("#desk details > summary").all():
        each.click()
    for width, scheme, forced in LOOKS:
        visit.look(width=width, scheme=scheme, forced=forced)
        assert visit.faults() == [], (width, scheme, forced)
        shown.locator("h1").click()
        shown.keyboard.press("/")
        shown.get_by_role("dialog").wait_for()
        assert visit.faults() == [], (width, scheme, forced)
        shown.keyboard.press("Escape")
