"""Addresses of captures, and of what was captured."""

from __future__ import annotations

import pytest

from parley.pages.addresses import Address, address_of

PAPER = "https://paper.example/news/1?a=b"


@pytest.mark.parametrize(
    ("url", "address"),
    [
        (None, Address()),
        (PAPER, Address(PAPER)),
        (f"https://archive.example/web/20260304101500/{PAPER}", (PAPER, "2026-03-04")),
        (f"http://archive.example/web/20260304101500id_/{PAPER}", (PAPER, "2026-03-04")),
        (f"https://archive.example/20260304101500/{PAPER}", (PAPER, "2026-03-04")),
        (
            "https://archive.example/wayback/20260304101500/http:/paper.example/1",
            ("http://paper.example/1", "2026-03-04"),
        ),
        ("https://paper.example/20260304101500/story", Address("https://paper.example/20260304101500/story")),
        (f"https://paper.example/share?url={PAPER}", Address(f"https://paper.example/share?url={PAPER}")),
    ],
)
def test_the_address_of_a_capture_holds_the_one_captured(url: str | None, address: Address | tuple[str, str]) -> None:
    wanted = address if isinstance(address, Address) else Address(address[0], url, address[1])
    assert address_of(url) == wanted
