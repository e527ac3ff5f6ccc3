"""A page in the browser that can be looked at in several ways and held against the rules of accessibility."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

__all__ = ["Looking"]

_FAULTS = "axe.run({ resultTypes: ['violations'] }).then((found) => found.violations)"


class Looking:
    """A page that notes every request and every word on the console."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def look(self, *, width: int = 1280, scheme: str = "light", forced: bool = False) -> None:
        """Give the window a width in pixels, a colour scheme, and colours forced by the system or not."""
        self.page.set_viewport_size({"width": width, "height": 900})
        self.page.emulate_media(
            color_scheme="dark" if scheme == "dark" else "light", forced_colors="active" if forced else "none"
        )

    def faults(self) -> list[str]:
        """What the rules of accessibility find wrong, a line each; the rules are brought to a page once."""
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(Axe().axe_script)
        found = self.page.evaluate(_FAULTS)
        return [f"{each['id']}: {node['html']}" for each in found for node in each["nodes"]]
