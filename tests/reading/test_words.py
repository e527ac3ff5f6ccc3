from __future__ import annotations

import pytest

from parley.reading.words import outlet_of_url, outlets


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.reuters.com/world/1", "Reuters"),
        ("https://news.sky.com/story", "Sky News"),
        ("http://economictimes.indiatimes.com:80/a", "The Economic Times"),
        ("https://notreuters.com/world", None),
        ("https://com/", None),
        ("http://[broken", None),
    ],
)
def test_an_outlet_is_told_by_the_whole_domain(url: str, name: str | None) -> None:
    assert outlet_of_url(url) == name


def test_no_name_or_domain_stands_for_two_outlets() -> None:
    domains = [domain for outlet in outlets() for domain in outlet.domains]
    names = [name for outlet in outlets() for name in (outlet.name, *outlet.aliases)]
    assert len(domains) == len(set(domains))
    assert len(names) == len(set(names))
    assert {outlet.kind for outlet in outlets()} == {"outlet", "agency", "newspaper", "broadcaster"}
