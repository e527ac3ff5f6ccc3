"""The page that `parley report --html` writes, as a reader meets it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from parley.annotate import annotate
from parley.extract import extract
from parley.model import Report, new_report
from parley.pages import MarkedPage, MarkedText, marked_text
from parley.render.html import report_html
from tests.browser.opened import Opened
from tests.recorded import RUN

TEXT = """Tarvia rejects prisoner offer

ORVAN, May 3 - Tarvia on Saturday rejected an offer by the Lorn Front to free 40 prisoners in return for a ten-day
truce, a government spokesman said. "We will not sign this," Ilka Danner told reporters.

The Front had said it would release "at least 55" captives if the blockade was lifted by Friday.
At least 214 people were killed in the shelling of the port, the health ministry said.
"""
STRANGE = (
    "Der Sprecher 👩‍👩‍👧‍👦 said: The Lorn Front rejected the plan.\r\n\r\n"
    "قالت الجبهة \N{EM DASH} the Front offered to free 12 prisoners \N{EM DASH} שלום עליכם.\r\n"
    "谈判 破裂. Cafe\N{COMBINING ACUTE ACCENT} owners\N{ZERO WIDTH SPACE} said 31 people were killed.\t𐍈 end"
)
SIZES = [(1280, "light"), (1280, "dark"), (360, "light"), (360, "dark")]


def _marked(report: Report) -> MarkedText:
    found = extract(next(iter(annotate([report]))))
    return marked_text(report, found.claims, passages=found.passages, unread=found.unread)


def _page(text: str) -> MarkedPage:
    report = new_report(text)
    return MarkedPage(
        report.id, "Tarvia rejects prisoner offer", "Orvan Post", None, "2031-05-04", "text", None, "en", "a/b.txt",
        None, "2031-05-05", _marked(report), RUN, "data-0",
    )  # fmt: skip


@pytest.fixture(scope="module")
def page() -> MarkedPage:
    return _page(TEXT)


_TEXT = "() => [...document.querySelectorAll('.s')].map(e => e.textContent).join('')"
_BETWEEN = """([from, to]) => {
  const range = document.createRange();
  range.setStartAfter(document.getElementById(from));
  range.setEndBefore(document.querySelector(`.text a.no[href="#${to}"]`));
  return [...range.cloneContents().querySelectorAll('.s')].map(e => e.textContent).join('');
}"""


@pytest.mark.parametrize("text", [TEXT, STRANGE], ids=["plain", "many scripts"])
def test_every_character_of_the_report_stands_in_the_page(opened: Opened, text: str) -> None:
    made = _page(text)
    assert opened.show(report_html(made)).evaluate(_TEXT) == new_report(text).text


@pytest.mark.parametrize("text", [TEXT, STRANGE], ids=["plain", "many scripts"])
def test_each_claim_is_marked_at_its_exact_words(opened: Opened, text: str) -> None:
    report = new_report(text)
    claims = {claim.id: claim for claim in extract(next(iter(annotate([report])))).claims}
    made = _page(text)
    shown = opened.show(report_html(made))
    assert made.marked.claims
    for claim in made.marked.claims:
        words = shown.evaluate(_BETWEEN, [f"t{claim.number}", f"c{claim.number}"])
        first = min(claims[claim.id].mentions, key=lambda mention: mention.trigger)
        assert words == first.trigger.of(report.text)


def test_it_asks_for_nothing_and_complains_of_nothing(opened: Opened, page: MarkedPage) -> None:
    shown = opened.show(report_html(page))
    assert [url for url in opened.requests if url != shown.url] == []
    assert opened.complaints == []


@pytest.mark.parametrize(("width", "scheme"), SIZES)
def test_it_has_no_fault_of_accessibility(opened: Opened, page: MarkedPage, width: int, scheme: str) -> None:
    opened.look(width=width, scheme=scheme)
    opened.show(report_html(page))
    assert opened.faults() == []
    if folder := os.environ.get("PARLEY_SCREENSHOTS"):
        opened.page.screenshot(path=Path(folder) / f"report-{width}-{scheme}.png", full_page=True)


@pytest.mark.parametrize("width", [360, 640, 1280])
def test_nothing_runs_out_of_the_window(opened: Opened, page: MarkedPage, width: int) -> None:
    opened.look(width=width)
    shown = opened.show(report_html(page))
    assert shown.evaluate("document.scrollingElement.scrollWidth") <= width


def test_dark_is_dark(opened: Opened, page: MarkedPage) -> None:
    colours = []
    for scheme in ("light", "dark"):
        opened.look(scheme=scheme)
        colours.append(opened.show(report_html(page)).evaluate("getComputedStyle(document.body).backgroundColor"))
    light, dark = ([int(part) for part in colour[4:-1].split(",")] for colour in colours)
    assert min(light) > 200
    assert max(dark) < 60


def test_the_keyboard_leads_from_a_mark_to_its_claim_and_back(opened: Opened, page: MarkedPage) -> None:
    shown = opened.show(report_html(page))
    shown.keyboard.press("Tab")
    assert shown.evaluate("document.activeElement.className") == "skip"
    while not shown.evaluate("document.activeElement.matches('.text .no')"):
        shown.keyboard.press("Tab")
    shown.keyboard.press("Enter")
    claim = shown.locator(".list li:target")
    assert claim.count() == 1
    claim.locator("a.no").press("Enter")
    assert shown.locator(".text a.at:target").count() == 1


def test_marks_stay_to_be_seen_in_forced_colours(opened: Opened, page: MarkedPage) -> None:
    opened.look(forced=True)
    shown = opened.show(report_html(page))
    lines = shown.evaluate(
        "[...document.querySelectorAll('.text mark')].map(e => getComputedStyle(e).textDecorationLine)"
    )
    assert set(lines) == {"underline"}
