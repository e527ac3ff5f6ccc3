"""A record on a port of this machine, as `parley serve` shows it, and a browser that says what it asked for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from socket import socket
from threading import Event, Thread

import uvicorn
from playwright.sync_api import Page
from starlette.types import ASGIApp

from parley.web.server import Listening, listen
from tests.browser.looking import Looking

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


class Visit(Looking):
    """A window on a served record."""

    def __init__(self, page: Page, base: str) -> None:
        super().__init__(page)
        self.base = base

    def go(self, path: str) -> Page:
        """Open a page of the record."""
        self.page.goto(self.base + path)
        return self.page

    def outside(self) -> list[str]:
        """What was asked of anybody but the server."""
        return [url for url in self.requests if not url.startswith((f"{self.base}/", "data:"))]
