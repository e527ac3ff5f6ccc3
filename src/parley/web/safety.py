"""What keeps the page safe: who may ask, from where, and what a browser may do with the answer."""

from __future__ import annotations

import hmac
import secrets
from ipaddress import ip_address
from urllib.parse import parse_qs, quote, urlsplit

import msgspec
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["LOOPBACK", "Access", "Safety", "is_loopback"]

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
"""Names of this machine as it calls itself."""

_COOKIE = "parley_session"
_CONTENT = {
    "default-src": "'none'",
    "style-src": "'self'",
    "script-src": "'self'",
    "img-src": "'self' data:",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
_HEADERS = {
    "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in _CONTENT.items()),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-cache",
}
_ENTERED = (
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Parley</title><p><a href="{0}">Go on</a></p></html>'
)


class Access(msgspec.Struct, frozen=True):
    """Who is let in: requests that name the machine by one of `hosts`, or (`any_address`) by any number of it, and that
    bring `token` where there is one; without it whoever can reach the port."""

    hosts: frozenset[str] = LOOPBACK
    any_address: bool = False
    token: str | None = None


class Safety:
    """Refuses what a page of another site could send, and tells the browser to load nothing from elsewhere.

    A name that is not known to be this machine's is refused, as by such a name another site could reach it (DNS
    rebinding); so is every request that changes something and does not come from a page of our own.
    """

    def __init__(self, app: ASGIApp, *, access: Access) -> None:
        """`app` answers those who are let in."""
        self._app, self._access = app, access
        self._session = secrets.token_urlsafe(32)  # what a browser shows once it has shown the token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or refuse."""
        if scope["type"] != "http":
            return

        async def safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        answer = self._refusal(scope) or self._app
        await answer(scope, receive, safely)

    def _refusal(self, scope: Scope) -> Response | None:
        """What is answered instead of the page; None when the page may be shown."""
        headers = Headers(scope=scope)
        if not self._knows(headers.get("host", "")):
            return _refused(421, "this page is not served under that name; use the address that `parley serve` printed")
        if scope["method"] not in ("GET", "HEAD") and not _own(headers, scope["scheme"]):
            return _refused(403, "decisions are taken only from Parley's own pages; load the page again and repeat it")
        return self._without_token(scope, headers) if self._access.token is not None else None

    def _knows(self, host: str) -> bool:
        name = _name(host)
        return name in self._access.hosts or (self._access.any_address and _is_number(name))

    def _without_token(self, scope: Scope, headers: Headers) -> Response | None:
        """An entrance for who brings the token in the address; None for who has been let in."""
        bearer = headers.get("authorization", "").removeprefix("Bearer ")
        shown = cookie_parser(headers.get("cookie", "")).get(_COOKIE, "")
        if _same(shown, self._session) or _same(bearer, str(self._access.token)):
            return None
        given = parse_qs(scope["query_string"].decode("latin-1")).get("token", [""])[0]
        if not _same(given, str(self._access.token)):
            return _refused(
                401, "this record is shown only with its token; use the whole address that `parley serve` printed"
            )
        # A redirection would come without the cookie when the address was opened from elsewhere; a page of ours has it.
        path = "/" + scope["path"].lstrip("/") if scope["path"].isascii() else "/"
        entered = HTMLResponse(_ENTERED.format("/"), headers={"Refresh": f"0; url={quote(path)}"})
        entered.set_cookie(_COOKIE, self._session, httponly=True, samesite="strict", path="/")
        return entered


def is_loopback(host: str) -> bool:
    """Whether a name or number is this machine's own, which no other can reach."""
    return host in LOOPBACK or (_is_number(host) and ip_address(host).is_loopback)


def _own(headers: Headers, scheme: str) -> bool:
    """Whether a page of ours sent it: as the browser says, and of browsers that do not, by where the page is from."""
    if site := headers.get("sec-fetch-site"):
        return site == "same-origin"
    return headers.get("origin") == f"{scheme}://{headers.get('host')}"


def _refused(status: int, sentence: str) -> Response:
    return PlainTextResponse(sentence + "\n", status)


def _name(host: str) -> str:
    """The name in a Host header, without its port; empty for none that is well formed."""
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def _is_number(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _same(one: str, other: str) -> bool:
    """Whether two secrets are the same, in a time that does not tell how much of them is."""
    return hmac.compare_digest(one.encode(), other.encode())
