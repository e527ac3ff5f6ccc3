"""“Copy with sources” in a real browser: what is on the clipboard, on a served page and in a copy opened from a folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

import parley
from parley.web import make_app
from tests.browser.serving import serving
from tests.export.published import LONG, build, file_of

READ = """async () => {
  const [item] = await navigator.clipboard.read();
  const words = async (type) => (await item.getType(type)).text();
  return [await words("text/plain"), await words("text/html")];
}"""


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("copying") / "talks.parley")


@pytest.fixture(scope="module")
def claim(database: Path) -> str:
    with parley.open(database, create=False, read_only=True) as project:
        (entry,) = project.ledger().view(report=LONG.id, kind="move").entries
    return entry.claim.id


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    yield context.new_page()
    context.close()


def copied(page: Page) -> tuple[str, str]:
    page.locator("summary", has_text="Copy with sources").first.click()
    page.locator("button.copy").first.click()
    page.locator(".cite [role=status]", has_text="Copied.").first.wait_for()
    text, html = page.evaluate(READ)
    return text, html


def check(text: str, html: str, permalink: str) -> None:
    statement, note = text.splitlines()
    assert statement.startswith("Tram Drivers' Guild: reject")
    assert statement.endswith("[1]")
    assert note.startswith("[1] Hill Post, 20 Mar 2031, Tram <talks> & more: “")
    assert "rejected" in note
    assert f"https://hill.example/talks {permalink}" in note
    assert f'href="{permalink}"' in html
    assert "Tram &lt;talks&gt; &amp; more" in html


def test_a_claim_of_a_served_record(page: Page, database: Path, claim: str) -> None:
    with parley.open(database) as project, serving(make_app(project)) as base:
        page.goto(f"{base}/claim/{claim}")
        check(*copied(page), f"{base}/claim/{claim}")


def test_a_claim_of_a_copy_in_one_file(page: Page, database: Path, claim: str, tmp_path: Path) -> None:
    file = tmp_path / "brief.html"
    file.write_text(file_of(database), encoding="utf-8")
    address = f"{file.as_uri()}#/claim/{claim}"
    page.goto(address)
    page.locator("#shown .cite").wait_for()
    check(*copied(page), address)


def test_figures_of_a_served_record(page: Page, tmp_path: Path) -> None:
    from tests import small_record

    small_record.build(tmp_path / "talks.parley")
    with parley.open(tmp_path / "talks.parley") as project, serving(make_app(project)) as base:
        (story, *_) = project.ledger().stories()
        page.goto(f"{base}/story/{story.id}/figures?alone=yes")
        text, html = copied(page)
    lines = text.splitlines()
    statements = [line for line in lines if not line.startswith("[")]
    assert statements
    assert all(", according to " in line and line.endswith("]") for line in statements)
    assert len(lines) - len(statements) == len({line.rpartition("[")[2] for line in statements})
    assert html.count("<p>") == len(lines)


def test_without_scripts_the_same_can_be_selected(browser: Browser, database: Path, claim: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    with parley.open(database) as project, serving(make_app(project)) as base:
        page.goto(f"{base}/claim/{claim}")
        page.locator("summary", has_text="Copy with sources").click()
        assert "Hill Post" in page.locator(".cited").inner_text()
        assert not page.locator("button.copy").is_visible()
    context.close()
