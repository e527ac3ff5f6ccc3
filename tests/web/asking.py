"""Asks an application without a port between, and keeps its cookies."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor

import httpx
from starlette.types import ASGIApp

__all__ = ["HOME", "Client"]

HOME = "http://127.0.0.1:8642"


class Client:
    """A browser that shows nothing and follows nothing."""

    def __init__(self, app: ASGIApp) -> None:
        self._app, self._cookies = app, httpx.Cookies()

    def get(self, path: str, headers: Mapping[str, str] | None = None) -> httpx.Response:
        return self.request("GET", path, headers)

    def request(
        self, method: str, path: str, headers: Mapping[str, str] | None = None, *, body: str | None = None
    ) -> httpx.Response:
        # In a thread of its own: a browser test may have left a loop running in this one.
        with ThreadPoolExecutor(1) as thread:
            return thread.submit(self._run, method, path, dict(headers or {}), body).result()

    def _run(self, method: str, path: str, headers: dict[str, str], body: str | None) -> httpx.Response:
        return asyncio.run(self._ask(method, path, headers, body=body))

    async def _ask(self, method: str, path: str, headers: dict[str, str], *, body: str | None) -> httpx.Response:
        transport = httpx.ASGITransport(self._app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url=HOME, cookies=self._cookies) as asking:
            answer = await asking.request(method, f"{HOME}{path}", headers=headers, content=body)
            self._cookies = asking.cookies
            return answer
