"""A real browser that reaches nothing but the files it is given."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tests.browser.journeys import begun
from tests.browser.opened import Opened
from tests.browser.serving import Visit

_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
_QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
          "--disable-component-update", "--disable-sync"]  # fmt: skip


def chromium() -> str | None:
    """Where the browser is, None when there is none."""
    return os.environ.get("PARLEY_CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)


@contextmanager
def launched() -> Iterator[Browser]:
    """The browser, which must be there."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium(), args=_QUIET)
        yield running
        running.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if chromium() is None:
        missing = "no Chromium was found; install it (Debian: apt-get install chromium) or name it in PARLEY_CHROMIUM"
        if os.environ.get("CI"):
            pytest.fail(missing)
        pytest.skip(missing)
    with launched() as running:
        yield running


@pytest.fixture
def journey(browser: Browser, demo: Path, tmp_path: Path) -> Iterator[Visit]:
    """A window on a record of the demo, at the beginning of a journey."""
    with begun(browser, demo, tmp_path) as visit:
        yield visit
        assert visit.complaints == []
        assert visit.outside() == []


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(offline=True)
    yield made
    made.close()


@pytest.fixture
def opened(context: BrowserContext, tmp_path: Path) -> Opened:
    return Opened(context.new_page(), tmp_path)
