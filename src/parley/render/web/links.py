"""Addresses of pages: the one place that knows them. Templates ask for a page by what it shows."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote, urlencode

import msgspec

__all__ = ["Address", "Links", "server_address"]


class Address(msgspec.Struct, frozen=True):
    """A page by its `parts` (("claim", ID)), what is asked of it (`query`), and a place on it (`at`, an element's id)."""

    parts: tuple[str, ...] = ()
    query: tuple[tuple[str, str], ...] = ()
    at: str = ""


class Links:
    """Addresses of the pages of a record, each None where there is no such page, so that its words stand unlinked."""

    def __init__(self, write: Callable[[Address], str | None]) -> None:
        """`write` makes an address one that a browser can follow from the page it stands on."""
        self._write = write

    def home(self) -> str | None:
        """What changed, and where the stories stand."""
        return self._write(Address())

    def stories(self) -> str | None:
        """The list of stories."""
        return self._write(Address(("stories",)))

    def story(self, story: str, tab: str = "", *, at: str = "", **asked: str | None) -> str | None:
        """A page of a story (id): its board, or the one named `tab`; `asked` narrows it (`published_by`, `issue`, …)."""
        return self._write(Address(tuple(filter(None, ("story", story, tab))), _query(asked), at))

    def chart(self, story: str, chart: str) -> str | None:
        """A chart of a story (id) by itself; None where pages hold their charts."""
        return self._write(Address(("story", story, "chart", chart)))

    def report(self, report: str, at: str = "") -> str | None:
        """A report (id) with its claims marked; `at` the place of one (see `marked_values`)."""
        return self._write(Address(("report", report), at=at))

    def claim(self, claim: str) -> str | None:
        """A claim (id)."""
        return self._write(Address(("claim", claim)))

    def copies(self, one: str, other: str) -> str | None:
        """Two reports (ids) word by word."""
        return self._write(Address(("copies", one, other)))

    def actor(self, story: str, actor: str) -> str | None:
        """An actor (id) of a story (id)."""
        return self._write(Address(("actor", story, actor)))

    def source(self, name: str, kind: str = "") -> str | None:
        """A source by name and kind."""
        return self._write(Address(("source",), _query({"name": name, "kind": kind})))

    def search(self, **asked: str | None) -> str | None:
        """A search: `q` with facets."""
        return self._write(Address(("search",), _query(asked)))

    def page(self, name: str, **asked: str | None) -> str | None:
        """A page of the whole record that has no other method: problems, review, decisions."""
        return self._write(Address((name,), _query(asked)))

    def static(self, name: str) -> str | None:
        """A style sheet or script."""
        return self._write(Address(("static", name)))


def server_address(address: Address) -> str:
    """The path of a page on the server."""
    path = "/" + "/".join(quote(part, safe="") for part in address.parts)
    query = f"?{urlencode(address.query)}" if address.query else ""
    return path + query + (f"#{quote(address.at)}" if address.at else "")


def _query(asked: dict[str, str | None]) -> tuple[tuple[str, str], ...]:
    """What is asked, named as in an address, in the order given."""
    return tuple((name.replace("_", "-"), value) for name, value in asked.items() if value)
