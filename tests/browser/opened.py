"""A page in the browser with all it asked for and complained of."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

from tests.browser.looking import Looking

__all__ = ["Opened"]


class Opened(Looking):
    """Opens a file of its own making."""

    def __init__(self, page: Page, folder: Path) -> None:
        super().__init__(page)
        self.folder = folder

    def show(self, html: str) -> Page:
        """The page that the characters make, from a file."""
        file = self.folder / "page.html"
        file.write_bytes(html.encode())
        self.page.goto(file.as_uri())
        return self.page
