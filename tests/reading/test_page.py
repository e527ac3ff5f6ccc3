from __future__ import annotations

import json

import pytest

from parley.reading import Reading, read_bytes

PARAGRAPHS = (
    "The dockers' union accepted the employers' offer on Monday, its leader said, after nine weeks of talks in the city hall.",
    "The harbour will open again on Wednesday. Employers had raised their offer to 6.5 per cent over two years on Friday.",
    "“We would not have settled for less,” the leader told members at the gate, where several hundred had gathered at dawn.",
)


def page(head: str, *, heading: str = "<h1>Union accepts offer</h1>", declaration: str = "<!DOCTYPE html>") -> bytes:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return (
        f"{declaration}<html lang='en'><head><title>Union accepts offer | Harbour Post</title>{head}</head><body>"
        f"<nav><a href='/'>Home</a> <a href='/sport'>Sport</a></nav><article>{heading}{body}</article>"
        "<footer>Sign up to our newsletter</footer></body></html>"
    ).encode()


def linked(data: object) -> str:
    return f"<script type='application/ld+json'>{json.dumps(data)}</script>"


ARTICLE = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Union accepts offer",
    "datePublished": "2022-05-09T07:30:00+02:00",
    "author": [{"@type": "Person", "name": "Ada Moor"}, {"@type": "Person", "name": "Jan Wit"}],
    "publisher": {"@type": "Organization", "name": "Harbour Post"},
    "url": "https://post.example/union-accepts",
}


def read(data: bytes, name: str = "page.html") -> Reading:
    (reading,) = read_bytes(data, name)
    return reading


def test_linked_data_gives_title_outlet_byline_and_the_exact_moment() -> None:
    reading = read(page(linked({"@graph": [{"@type": "WebPage"}, ARTICLE]})))
    assert reading.report is not None
    assert reading.observation is not None
    assert reading.report.text == "\n\n".join(("Union accepts offer", *PARAGRAPHS))
    assert (reading.report.title, reading.report.outlet) == ("Union accepts offer", "Harbour Post")
    assert reading.report.byline == "Ada Moor, Jan Wit"
    assert (reading.report.published, reading.observation.published_basis) == ("2022-05-09T07:30:00+02:00", "metadata")
    assert reading.report.url == "https://post.example/union-accepts"
    assert reading.observation.title_span is not None
    assert reading.observation.title_span.of(reading.report.text) == "Union accepts offer"


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ("<meta property='article:published_time' content='2022-05-09T05:30:00Z'>", "2022-05-09T05:30:00+00:00"),
        ("<meta name='pubdate' content='9 May 2022'>", "2022-05-09"),
        ("<meta name='date' content='03/04/2022'>", None),
        (linked(["broken", {"@type": "NewsArticle", "datePublished": "2022-05-09"}]), "2022-05-09"),
        ("<script type='application/ld+json'>{broken</script>", None),
        ("<link rel='canonical' href='https://post.example/2022/05/09/union-accepts'>", "2022-05-09"),
        ("", None),
    ],
)
def test_dates_come_from_metadata_and_are_never_guessed(head: str, published: str | None) -> None:
    reading = read(page(head))
    assert reading.report is not None
    assert reading.report.published == published


def test_a_page_is_told_by_content_whatever_its_name() -> None:
    for name in ("page.txt", "-", "page"):
        reading = read(page(""), name)
        assert reading.observation is not None
        assert reading.observation.reader == "html"


def test_xhtml_with_an_encoding_declaration_is_read() -> None:
    reading = read(page("", declaration="<?xml version='1.0' encoding='utf-8'?>\n<!DOCTYPE html>"))
    assert reading.report is not None
    assert "6.5 per cent" in reading.report.text


def test_the_declared_character_set_is_used() -> None:
    data = (
        page("<meta charset='iso-8859-2'>")
        .decode()
        .replace("leader", "lídr Łukasz")
        .replace("“", '"')
        .replace("”", '"')
    )
    reading = read(data.encode("iso-8859-2"))
    assert reading.report is not None
    assert "Łukasz" in reading.report.text


def test_the_domain_names_the_outlet_when_the_page_does_not() -> None:
    head = "<link rel='canonical' href='https://www.reuters.com/world/union-accepts'>"
    data = page(head).replace(b" | Harbour Post", b"")
    reading = read(data)
    assert reading.report is not None
    assert reading.report.outlet == "Reuters"


def test_links_and_bold_words_break_no_line() -> None:
    data = b"<html><body><p>The <a href='/u'>union</a> said <b>yes</b>.</p><p>Both met.</p></body></html>"
    reading = read(data)
    assert reading.report is not None
    assert reading.report.text == "The union said yes.\n\nBoth met."


@pytest.mark.parametrize("url", ["http://[broken", "", 7, "https://post.example/2022/05/09/a?x=2021-01-01"])
def test_an_unsound_address_harms_nothing(url: object) -> None:
    reading = read(page(linked({"@type": "NewsArticle", "headline": "Union accepts offer", "url": url})))
    assert reading.report is not None
    assert reading.report.title == "Union accepts offer"
