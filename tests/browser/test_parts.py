"""Going through the parts of long lists by keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

import parley
from parley.pages import actor_page
from parley.web import make_app
from tests import invented_record
from tests.browser.serving import Visit, serving


@pytest.fixture(scope="module")
def addresses(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, dict[str, str]]]:
    """The server of a record with one large story, and its pages that have parts."""
    path = invented_record.build_large(tmp_path_factory.mktemp("parts") / "talks.parley")
    with parley.open(path, read_only=True) as project, serving(make_app(project)) as base:
        story = project.ledger().derived.chief()[0].id
        (account,) = project.ledger().accounts(story=story)
        actor = max(account.account.actors, key=lambda each: actor_page(account, each.id).counts["made"]).id
        tabs = {name: f"/story/{story}/{name}" for name in ("talks", "proposals", "figures?alone=yes")}
        yield base, tabs | {"actor": f"/actor/{story}/{actor}"}


@pytest.fixture(scope="module")
def visit(browser: Browser, addresses: tuple[str, dict[str, str]]) -> Iterator[Visit]:
    inside = browser.new_context()
    yield Visit(inside.new_page(), addresses[0])
    inside.close()


def rows_of(shown: Page, section: str) -> list[str]:
    found = shown.locator(f"section[aria-labelledby='{section}'] tbody a")
    return [str(href) for href in found.evaluate_all("all => all.map(each => each.getAttribute('href'))")]


def test_the_next_part_is_reached_by_keys_and_the_page_is_at_its_list(
    visit: Visit, addresses: tuple[str, dict[str, str]]
) -> None:
    shown = visit.go(addresses[1]["actor"])
    made, word = rows_of(shown, "made"), rows_of(shown, "word")
    parts = shown.get_by_role("navigation", name="Parts of what it did")
    parts.get_by_role("link", name="Next part").focus()
    shown.keyboard.press("Enter")
    shown.wait_for_url("**?made=2#made")
    assert not set(made) & set(rows_of(shown, "made"))
    assert rows_of(shown, "word") == word
    assert "41 to 80 of 600" in parts.inner_text()
    assert shown.locator("#made").evaluate("each => Math.abs(each.getBoundingClientRect().top) < innerHeight")
    shown.keyboard.press("Tab")  # what comes next is in the list
    assert shown.evaluate("document.activeElement.closest('section').getAttribute('aria-labelledby')") == "made"
    parts.get_by_role("link", name="Part before").focus()
    shown.keyboard.press("Enter")
    shown.wait_for_url("**?made=1#made")
    assert rows_of(shown, "made") == made


@pytest.mark.parametrize("name", ["actor", "talks", "proposals", "figures?alone=yes"])
def test_pages_with_parts_are_free_of_faults_and_fit_the_window(
    visit: Visit, addresses: tuple[str, dict[str, str]], name: str
) -> None:
    for width in (1280, 360):
        visit.look(width=width)
        shown = visit.go(addresses[1][name])
        assert shown.locator("nav.parts, a:has-text('older counts')").count() > 0
        assert visit.faults() == []
        assert shown.evaluate("document.scrollingElement.scrollWidth") <= width
    assert visit.complaints == []
