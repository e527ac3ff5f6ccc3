"""The journey of an analyst: what changed, a deal to its words, the board to its moves, a review by keys, a copy to hand on."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, expect

import parley
from parley.export.brief import Asked, brief_file, choose
from tests.browser.journeys import PERSON
from tests.browser.serving import Visit


def test_the_first_page_says_what_changed_and_its_counts_are_those_of_the_lists(journey: Visit) -> None:
    page = journey.go("/")
    counts = page.locator(".counts a").all_inner_texts()
    assert len(counts) > 2
    for words, link in zip(counts, page.locator(".counts a").all(), strict=True):
        heading = page.locator(str(link.get_attribute("href")).rpartition("#")[2].join(("#", "")))
        assert heading.inner_text().split()[-1] == words.split()[0]
    page.get_by_role("button", name="Mark all as seen").click()
    expect(page.get_by_role("heading", name="Nothing new")).to_be_visible()


def test_a_phase_is_found_by_name_and_each_term_leads_to_its_exact_words(journey: Visit) -> None:
    page = journey.go("/")
    page.keyboard.press("/")
    page.keyboard.type("phase one")
    expect(page.locator("#jumps li").first).to_contain_text("Phase 1 (one)")
    page.keyboard.press("Enter")
    page.wait_for_url("**/talks?deal=agreement-*#agreement-*")
    deal = page.locator(".deal:target")
    expect(deal.get_by_text("Phase 1").first).to_be_visible()
    deal.locator(".terms a").first.click()
    page.wait_for_url("**/claim/*")
    words = page.locator(".evidence .m-trigger").first.inner_text()
    page.locator("main a[href^='/report/']").first.click()
    page.wait_for_url("**/report/*#*")
    expect(page.locator(".text mark", has_text=words).first).to_be_in_viewport()


def test_a_cell_of_the_board_leads_to_its_moves(journey: Visit) -> None:
    page = journey.go("/stories")
    page.get_by_role("link", name="Aldermouth port strike").click()
    page.get_by_role("link", name="moves").first.click()
    page.wait_for_url("**/cell?*")
    expect(page.locator("main li, main tbody tr").nth(1)).to_be_visible()
    page.locator("main a[href^='/claim/'] bdi").first.click()  # the words, not the quotation mark before them
    expect(page.get_by_role("heading", name="On whose word")).to_be_visible()


def test_the_review_begins_with_r_and_with_what_most_depends_on(journey: Visit) -> None:
    page = journey.go("/")
    page.locator("h1").click()
    page.keyboard.press("r")
    page.wait_for_url("**/review")
    expect(page.locator("#desk")).to_contain_text("Why here: contradicts")
    for key in ("a", "x", " "):
        page.keyboard.press(key)
    expect(page.locator("#told")).to_contain_text("Left for later")
    page.keyboard.press("u")
    expect(page.locator("#told")).to_contain_text("Undone")
    log = journey.go("/decisions")
    expect(log.locator("tbody tr").first).to_contain_text(PERSON)


def test_the_copy_opens_from_a_file_without_a_network(journey: Visit, browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "brief.html"
    with parley.open(tmp_path / "demo-record" / "talks.parley", create=False, read_only=True) as project:
        choice = choose(project.ledger(), Asked(since="2025-03-01"))
        file.write_bytes(brief_file(project.ledger(), choice))
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.goto(file.as_uri())
    page.get_by_role("link", name="Sarrand truce").first.click()
    page.locator("#shown table.board a").first.click()
    expect(page.locator("#shown .evidence").first).to_be_visible()
    assert len(page.pdf()) > 10_000
    context.close()
