"""The review in a real browser: by keyboard alone, with undo, and words picked in the text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile

import pytest
from playwright.sync_api import Browser, Page, expect

import parley
from parley.model import Actor, Figure, Move, Observation, Quantity, Report
from parley.project import Project
from parley.store import Store
from parley.web import make_app
from tests.browser.serving import Visit, serving
from tests.recorded import RUN, claim_at, extraction_of, report_of

PARTIES = ("Harbour Union", "Port Board", "Quay Firms")
STRANGE = "👩‍👩‍👧 قالت: \N{ZERO WIDTH SPACE}Cafe\N{COMBINING ACUTE ACCENT}\r\n"


def _report(number: int) -> Report:
    party = PARTIES[number % len(PARTIES)]
    text = f"{STRANGE if number == 30 else ''}The {party} offered {number + 2} boats. Some {number + 40} people were held. Up by =9."
    return report_of(text, f"2031-03-{number % 28 + 1:02}", "Bay Post")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Thirty-one reports of one story, with sixty-two claims."""
    path = tmp_path_factory.mktemp("boats") / "talks.parley"
    with Store.open(path) as store:
        for number in range(31):
            report = _report(number)
            offer = Move("offer", by=(Actor(PARTIES[number % 3], "the party"),))
            held = Figure("held", Quantity(number + 40, number + 40, verbatim=str(number + 40)), "people")
            claims = claim_at(report, "offered", offer), claim_at(report, f"{number + 40} people", held)
            found = extraction_of(report, *claims)
            seen = Observation(f"boats/{number}.txt", "00ff", "plain", story="Boats")
            store.add(report, seen, extraction=found, run=RUN)
    return path


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Iterator[Project]:
    """The record, which a test may decide about."""
    with parley.open(copyfile(built, tmp_path / "talks.parley")) as opened:
        yield opened


@pytest.fixture
def visit(project: Project, browser: Browser) -> Iterator[Visit]:
    context = browser.new_context()
    with serving(make_app(project, decides=True, person="Ann Reyes")) as base:
        yield Visit(context.new_page(), base)
    context.close()


def told(page: Page, words: str) -> None:
    expect(page.locator("#told")).to_contain_text(words, timeout=90_000)


def in_hand(page: Page) -> str:
    return page.inner_text("#claim-in-hand")


def states(project: Project) -> list[tuple[str, str]]:
    return [(each.judgement.verdict, each.state) for each in project.ledger().judgements()]


def test_sixty_claims_are_reviewed_by_keyboard_alone(visit: Visit, project: Project) -> None:
    page = visit.go("/review")
    expect(page.locator("#left")).to_have_text("1 of 62, 62 undecided")
    for number in range(60):
        page.keyboard.press("x" if number % 6 == 5 else "a")
    told(page, ", 2 undecided")
    assert page.evaluate("document.activeElement.id") == "in-hand"
    for _ in range(3):
        page.keyboard.press("u")
    told(page, ", 5 undecided")
    page.keyboard.press("x")
    told(page, "Rejected.")
    entries = [entry for entry in project.ledger().judgements() if entry.judgement.verdict != "undo"]
    held = [entry.judgement for entry in entries if entry.state == "in_force"]
    assert len(entries) == 61
    assert len(held) == 58
    assert {made.person for made in held} == {"Ann Reyes"}
    assert len({made.time for made in held}) == 58
    assert len({made.target for made in held}) == 58
    assert visit.complaints == []
    assert visit.outside() == []


def test_every_key_does_what_it_says(visit: Visit, project: Project) -> None:
    page = visit.go("/review")
    first = in_hand(page)
    page.keyboard.press(" ")
    told(page, "Left for later")
    assert in_hand(page) != first
    page.keyboard.press("b")
    told(page, "1 of 62")
    assert in_hand(page) == first
    page.keyboard.press("e")
    expect(page.locator("#edit input:focus, #edit select:focus")).to_have_count(1)
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "in-hand"
    page.locator("#edit-certainty").select_option("possible")
    page.locator("#edit-hedge").fill("so it is said, axe")
    page.keyboard.press("Enter")
    told(page, "Corrected.")
    page.keyboard.press("n")
    expect(page.locator("#note-words")).to_be_focused()
    page.keyboard.type("xaxa")
    page.keyboard.press("Enter")
    told(page, "Noted.")
    page.keyboard.press("?")
    expect(page.locator("#keys dl")).to_be_visible()
    assert states(project) == [("correct", "in_force"), ("note", "in_force")]
    page.keyboard.press("o")
    expect(page).to_have_url(f"{visit.base}/report/{project.ledger().judgements()[-1].judgement.report}#{project.ledger().judgements()[-1].judgement.target}")  # fmt: skip
    assert visit.complaints == []


def test_what_cannot_be_done_is_told_and_the_claim_stays(visit: Visit, project: Project) -> None:
    page = visit.go("/review")
    first = in_hand(page)
    page.keyboard.press("u")
    told(page, "Not done. This cannot be asked")
    assert in_hand(page) == first
    assert states(project) == []


def select(page: Page, container: str, words: str) -> None:
    """Select words of the text as a person would, with the mouse's result."""
    page.evaluate(
        """([container, words]) => {
            const walker = document.createTreeWalker(document.querySelector(container), NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
                const at = walker.currentNode.data.indexOf(words);
                if (at < 0) continue;
                const range = document.createRange();
                range.setStart(walker.currentNode, at);
                range.setEnd(walker.currentNode, at + words.length);
                getSelection().removeAllRanges();
                getSelection().addRange(range);
                return;
            }
            throw new Error("not there");
        }""",
        [container, words],
    )


def test_words_selected_on_the_desk_are_the_claims_own(visit: Visit, project: Project) -> None:
    strange = _report(30)
    page = visit.go(f"/review?report={strange.id}&kind=figure")
    page.keyboard.press("e")
    select(page, "#context", "were held")
    expect(page.locator("#edit-words")).to_have_value("were held")
    page.locator("#edit-words").press("Enter")
    told(page, "Corrected.")
    (entry,) = project.ledger().judgements()
    assert entry.judgement.mention is not None
    assert entry.judgement.mention.trigger.of(strange.text) == "were held"


def test_a_missed_claim_is_added_by_selecting_words_in_the_report(visit: Visit, project: Project) -> None:
    strange = _report(30)
    page = visit.go(f"/report/{strange.id}")
    page.locator("#missed summary").click()
    select(page, "#reading .text", "were held")
    expect(page.locator("#missed-words")).to_have_value("were held")
    page.locator("#missed-kind").select_option("event")
    page.locator("#missed-kind").select_option("quote")
    page.locator("#missed button[type=submit]").click()
    page.wait_for_load_state()
    (entry,) = project.ledger().judgements()
    assert entry.judgement.claim is not None
    assert entry.judgement.claim.mentions[0].trigger.of(strange.text) == "were held"
    assert "added by Ann Reyes" in page.inner_text(".claims")


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_the_desk_and_the_log_keep_the_rules_of_accessibility(visit: Visit, width: int, scheme: str) -> None:
    visit.look(width=width, scheme=scheme)
    page = visit.go("/review")
    page.keyboard.press("a")
    told(page, "Accepted.")
    for key in "emn?":
        page.keyboard.press(key)
        page.keyboard.press("Escape")
    assert visit.faults() == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    visit.go("/decisions")
    assert visit.faults() == []
    page.get_by_role("button", name="Undo: accept").click()
    expect(page.locator("tbody tr")).to_have_count(2)
    assert visit.complaints == []


def test_without_scripts_every_form_works(project: Project, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    with serving(make_app(project, decides=True, person="Ann Reyes")) as base:
        page = context.new_page()
        page.goto(f"{base}/review")
        page.get_by_role("button", name="Reject").click()
        expect(page.locator("#left")).to_have_text("2 of 62, 61 undecided")
        page.get_by_role("button", name="Undo").click()
        expect(page.locator("#left")).to_have_text("1 of 62, 62 undecided")
    context.close()
    assert states(project) == [("reject", "undone"), ("undo", "in_force")]
