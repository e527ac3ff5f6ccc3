"""Asks an application without a port between, and keeps its cookies."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

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
        return asyncio.run(self._ask(method, path, dict(headers or {}), body=body))

    async def _ask(self, method: str, path: str, headers: dict[str, str], *, body: str | None) -> httpx.Response:
        transport = httpx.ASGITransport(self._app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url=HOME, cookies=self._cookies) as asking:
            answer = await asking.request(method, f"{HOME}{path}", headers=headers, content=body)
            self._cookies = asking.cookies
            return answer
