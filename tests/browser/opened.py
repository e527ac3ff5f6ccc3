"""A page in the browser with all it asked for and complained of."""

from __future__ import annotations

from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

__all__ = ["Opened"]


class Opened:
    """Opens a file of its own making and notes every request and every word on the console."""

    def __init__(self, page: Page, folder: Path) -> None:
        self.page, self.folder = page, folder
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def show(self, html: str) -> Page:
        """The page that the characters make, from a file."""
        file = self.folder / "page.html"
        file.write_bytes(html.encode())
        self.page.goto(file.as_uri())
        return self.page

    def look(self, *, width: int = 1280, scheme: str = "light", forced: bool = False) -> None:
        """Give the window a width in pixels, a colour scheme, and colours forced by the system or not."""
        self.page.set_viewport_size({"width": width, "height": 900})
        self.page.emulate_media(
            color_scheme="dark" if scheme == "dark" else "light", forced_colors="active" if forced else "none"
        )

    def faults(self) -> list[str]:
        """What the rules of accessibility find wrong, a line each."""
        found = Axe().run(self.page).response["violations"]
        return [f"{each['id']}: {node['html']}" for each in found for node in each["nodes"]]
