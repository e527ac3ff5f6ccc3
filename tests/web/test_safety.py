"""Who is let in, and what a browser may do with what it gets."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from parley.web import Access
from parley.web.safety import Safety
from parley.web.server import TokenNeededError, access_for
from tests.web.asking import HOME, Client


def _client(access: Access | None = None) -> Client:
    """A page that may be read, and something that may be changed."""

    def told(request: Request) -> PlainTextResponse:
        return PlainTextResponse(f"{request.method} done")

    route = Route("/{rest:path}", told, methods=["GET", "POST", "PUT"])
    app = Starlette(routes=[route], middleware=[Middleware(Safety, access=access or Access())])
    return Client(app)


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8642", 200),
        ("127.0.0.1", 200),
        ("localhost:9", 200),
        ("LOCALHOST:9", 200),
        ("[::1]:8642", 200),
        ("evil.example", 421),
        ("127.0.0.1.evil.example", 421),
        ("127.0.0.2", 421),
        ("localhost@evil.example", 421),
        ("", 421),
        ("[", 421),
    ],
)
def test_only_names_of_this_machine_are_answered_to(host: str, status: int) -> None:
    assert _client().get("/", headers={"host": host}).status_code == status


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"sec-fetch-site": "same-origin"}, 200),
        ({"sec-fetch-site": "cross-site", "origin": HOME}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"sec-fetch-site": "none"}, 403),
        ({"origin": HOME}, 200),
        ({"origin": "http://127.0.0.1:9999"}, 403),
        ({"origin": "https://127.0.0.1:8642"}, 403),
        ({"origin": "null"}, 403),
        ({}, 403),
    ],
)
@pytest.mark.parametrize("method", ["POST", "PUT"])
def test_nothing_changes_but_from_our_own_pages(headers: dict[str, str], status: int, method: str) -> None:
    assert _client().request(method, "/", headers=headers).status_code == status


def test_reading_is_free_of_origin() -> None:
    assert _client().get("/", headers={"sec-fetch-site": "cross-site"}).status_code == 200


@pytest.mark.parametrize("path", ["/", "/nothing/here"])
@pytest.mark.parametrize("host", ["127.0.0.1", "evil.example"])
def test_every_answer_tells_the_browser_to_load_nothing_from_elsewhere(path: str, host: str) -> None:
    headers = _client().get(path, headers={"host": host}).headers
    rules = dict(rule.split(" ", 1) for rule in headers["content-security-policy"].split("; "))
    assert rules["default-src"] == "'none'"
    assert {rules[name] for name in ("style-src", "script-src", "connect-src", "form-action")} == {"'self'"}
    assert {rules[name] for name in ("base-uri", "frame-ancestors")} == {"'none'"}
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-content-type-options"] == "nosniff"


def test_a_token_opens_once_and_a_cookie_afterwards() -> None:
    client = _client(Access(token="quay"))
    assert client.get("/story/a").status_code == 401
    assert client.get("/?token=wrong").status_code == 401
    entered = client.get("/story/a?token=quay")
    assert entered.headers["refresh"] == "0; url=/story/a"
    cookie = entered.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert "quay" not in cookie
    assert client.get("/story/a").text == "GET done"
    assert client.get("/story/a", headers={"cookie": "parley_session=x"}).status_code == 401


def test_a_program_may_bring_the_token_in_a_header() -> None:
    client = _client(Access(token="quay"))
    assert client.get("/", headers={"authorization": "Bearer quay"}).text == "GET done"
    assert client.get("/", headers={"authorization": "Bearer quai"}).status_code == 401


def test_the_way_in_leads_to_no_other_site() -> None:
    entered = _client(Access(token="quay")).get("//evil.example/x?token=quay")
    assert entered.headers["refresh"] == "0; url=/evil.example/x"


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7", "harbour.example"])
def test_where_others_can_reach_it_there_must_be_a_token(host: str) -> None:
    with pytest.raises(TokenNeededError, match="--token"):
        access_for(host, None)
    assert access_for(host, "quay").token == "quay"


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.0.0.9"])
def test_on_this_machine_alone_there_need_be_none(host: str) -> None:
    assert access_for(host, None).token is None


def test_served_on_every_address_it_answers_to_numbers_but_not_to_names() -> None:
    client = _client(access_for("0.0.0.0", "quay"))
    asked = {"authorization": "Bearer quay"}
    assert client.get("/", headers={**asked, "host": "192.0.2.7:8642"}).status_code == 200
    assert client.get("/", headers={**asked, "host": "evil.example"}).status_code == 421
