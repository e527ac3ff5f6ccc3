"""A record on a port of this machine, as `parley serve` shows it, and a browser that says what it asked for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from socket import socket
from threading import Event, Thread

import uvicorn
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page
from starlette.types import ASGIApp

from parley.web.server import Listening, listen

__all__ = ["Visit", "serving"]


@contextmanager
def serving(app: ASGIApp) -> Iterator[str]:
    """The address at which an application answers while the context is open, without the last slash."""
    listening = listen("127.0.0.1", 0)
    started = Event()
    server = _Server(uvicorn.Config(app, log_level="error", lifespan="off", ws="none"), started)
    thread = Thread(target=server.run, kwargs={"sockets": [listening.held]}, daemon=True)
    thread.start()
    assert started.wait(20)
    yield _base(listening)
    server.should_exit = True
    thread.join(20)
    listening.held.close()


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, started: Event) -> None:
        super().__init__(config)
        self._started_event = started

    async def startup(self, sockets: list[socket] | None = None) -> None:
        await super().startup(sockets)
        self._started_event.set()


def _base(listening: Listening) -> str:
    return listening.address.rstrip("/")


class Visit:
    """A window on a served record that notes every request and every word on the console."""

    def __init__(self, page: Page, base: str) -> None:
        self.page, self.base = page, base
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def go(self, path: str) -> Page:
        """Open a page of the record."""
        self.page.goto(self.base + path)
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

    def outside(self) -> list[str]:
        """What was asked of anybody but the server."""
        return [url for url in self.requests if not url.startswith((f"{self.base}/", "data:"))]
