"""The journey of a newsroom: words that somebody sent, what the record holds on them, a note, and an address that stays."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.journeys import PERSON
from tests.browser.serving import Visit


def test_words_are_held_against_the_record_and_what_is_missing_is_told(journey: Visit) -> None:
    page = journey.go("/")
    page.get_by_role("link", name="Check a claim").click()
    page.get_by_label("A sentence or paragraph").fill("Hundreds have been released.")
    page.get_by_role("button", name="Hold it against the record").click()
    page.wait_for_url("**/claim-check?claim=Hundreds*", timeout=60_000)
    card = page.locator(".checked").first
    expect(card).to_contain_text("200 to under 1,000")
    expect(card).to_contain_text("First told")
    expect(card.locator(".gaps li").first).to_be_visible()
    assert set(card.locator("tbody tr td:nth-child(4)").all_inner_texts()) <= {"fits", "may fit", "lower", "higher"}
    shown = card.inner_text()
    page.reload()
    assert page.locator(".checked").first.inner_text() == shown
    assert journey.faults() == []


def test_counts_that_no_longer_stand_are_struck(journey: Visit) -> None:
    page = journey.go("/claim-check?claim=At+least+2%2C500+people+were+killed.")
    expect(page.locator(".checked tr.corrected s").first).to_be_visible()
    expect(page.locator(".checked tr.current s")).to_have_count(0)


def test_a_claim_is_disputed_with_a_note_that_says_who_and_when(journey: Visit) -> None:
    page = journey.go("/claim-check?claim=At+least+2%2C500+people+were+killed.")
    page.locator(".checked tbody th a").first.click()
    page.wait_for_url("**/claim/*")
    address = page.url
    page.get_by_role("button", name="Disputed").click()
    assert page.url == address  # the browser asks for the reason first
    page.get_by_label("Note").fill("the ministry counts otherwise")
    page.get_by_role("button", name="Disputed").click()
    expect(page.locator(".notice.disputed")).to_contain_text(f"Disputed by {PERSON}")
    expect(page.locator(".notice.disputed")).to_contain_text("the ministry counts otherwise")
    assert page.url == f"{address}#decided"
    expect(page.locator("#decided")).to_be_focused()
    assert journey.faults() == []
    log = journey.go("/decisions")
    expect(log.locator("tbody tr").first).to_contain_text(PERSON)
    expect(log.locator("tbody tr").first).to_contain_text("dispute")
    card = journey.go("/claim-check?claim=At+least+2%2C500+people+were+killed.")
    expect(card.locator(".checked tbody tr", has_text=f"⚑ disputed by {PERSON}").first).to_be_visible()
    log = journey.go("/decisions")
    log.get_by_role("button", name="Undo").first.click()
    expect(log.locator("tbody tr").first).to_contain_text("undo")
    journey.go(address.removeprefix(journey.base))
    expect(page.locator(".notice.disputed")).to_have_count(0)


@pytest.mark.parametrize(("width", "scheme"), [(1280, "dark"), (360, "light")])
def test_the_card_has_no_fault_and_fits_the_window(journey: Visit, width: int, scheme: str) -> None:
    journey.look(width=width, scheme=scheme)
    page = journey.go("/claim-check?claim=At+least+2%2C500+people+were+killed.+The+Front+rejected+the+truce.")
    assert journey.faults() == []
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width


def test_words_in_which_nothing_is_claimed_lead_to_the_search(journey: Visit) -> None:
    page = journey.go("/claim-check?claim=A+quiet+evening")
    page.get_by_role("link", name="Search the reports for them").click()
    page.wait_for_url("**/search?q=A+quiet+evening")
