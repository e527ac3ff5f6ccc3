"""Web pages: the article without its furniture, and what the page's metadata say of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from parley.model import Span
from parley.reading.dates import date_in_name, date_in_text, parse_date
from parley.reading.records import Draft, Fault, SourceFile
from parley.reading.words import outlet_of_url

__all__ = ["looks_like_page", "read_page"]

_OPENING = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_PUBLISHED_META = (
    "article:published_time", "og:article:published_time", "datepublished", "og:published_time", "parsely-pub-date",
    "sailthru.date", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "date", "pubdate", "publishdate",
    "publish-date", "publication_date", "cxenseparse:recs:publishtime",
)  # fmt: skip
_DATE_XPATH = "//*[@itemprop='datePublished']/@content | //*[@itemprop='datePublished']/@datetime | //article//time/@datetime | //time[@pubdate]/@datetime"


def looks_like_page(text: str) -> bool:
    """Whether `text` opens as an HTML document does."""
    return _OPENING.match(text) is not None


def read_page(file: SourceFile) -> Iterator[Draft | Fault]:
    """The one report of a page: title, blank line, paragraphs with blank lines between; without the page's furniture."""
    # Loaded on first use: the page reader takes most of a second to start, and most files are no pages.
    from trafilatura import bare_extraction, load_html

    tree = load_html(_without_declaration(file.text))
    if tree is None:
        yield Fault("unknown_layout", "could not be taken apart as HTML; save the article as plain text")
        return
    linked = _linked_data(tree)
    found: Any = bare_extraction(_without_declaration(file.text), with_metadata=True, include_comments=False)
    if found is None or not (found.text or "").strip():
        yield Fault("empty", "holds no article text (it may be filled in by a script); save the article as plain text")
        return
    yield _draft(tree, linked, found)


def _draft(tree: Any, linked: dict[str, Any], found: Any) -> Draft:
    title = " ".join((_text(linked.get("headline")) or found.title or "").split()) or None
    url = _text(linked.get("url")) or found.url
    body = _body(_whole_lines(found.text, tree), title)
    published, basis = _published(tree, linked, body, url)
    return Draft(
        f"{title}\n\n{body}" if title else body,
        title=title,
        title_span=Span(0, len(title)) if title else None,
        outlet=_outlet(linked, found.sitename, url),
        byline=_names(linked.get("author")) or found.author,
        published=published,
        published_basis=basis,
        url=url,
    )


def _outlet(linked: dict[str, Any], site: str | None, url: str | None) -> str | None:
    """The publisher the page names; where that is but a domain, the outlet known to publish under it."""
    named = _names(linked.get("publisher")) or site
    if named is None or re.fullmatch(r"[\w-]+(?:\.[\w-]+)+", named):
        return (outlet_of_url(url) if url else None) or named
    return named


def _without_declaration(text: str) -> str:
    # The characters are decoded already; an encoding declaration on a string is refused by the parser.
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", text)


def _body(text: str, title: str | None) -> str:
    """Paragraphs with blank lines between, without a first one that repeats the title."""
    paragraphs = [line.strip() for line in text.splitlines() if line.strip()]
    if title and len(paragraphs) > 1 and paragraphs[0].casefold() == title.casefold():
        paragraphs.pop(0)
    return "\n\n".join(paragraphs)


def _whole_lines(text: str, tree: Any) -> str:
    """`text`, or the page's own paragraphs where they hold the same words.

    On very short pages the extraction falls back on a plain walk, which breaks lines at every link or bold word.
    """
    blocks = [" ".join(block.text_content().split()) for block in tree.iterfind(".//p")]
    lines = "\n".join(filter(None, blocks))
    return lines if "".join(lines.split()) == "".join(text.split()) else text


def _published(tree: Any, linked: dict[str, Any], body: str, url: str | None) -> tuple[str | None, str]:
    """The publication date and where it was found; the order goes from what is meant for machines to what is read."""
    sources: tuple[tuple[str, Callable[[], str | None]], ...] = (
        ("metadata", lambda: parse_date(_text(linked.get("datePublished")))),
        ("metadata", lambda: _first_date(_meta(tree, name) for name in _PUBLISHED_META)),
        ("metadata", lambda: _first_date(iter(tree.xpath(_DATE_XPATH)))),
        ("metadata", lambda: date_in_name(re.sub(r"/+", "-", url.partition("?")[0])) if url else None),
        ("text", lambda: date_in_text(body)),
    )
    found = ((date, basis) for basis, look in sources if (date := look()) is not None)
    return next(found, (None, "unknown"))


def _first_date(values: Iterator[str | None]) -> str | None:
    return next((date for value in values if (date := parse_date(value)) is not None), None)


def _meta(tree: Any, name: str) -> str | None:
    for attribute in ("property", "name", "itemprop"):
        for element in tree.iterfind(f".//meta[@{attribute}]"):
            if element.get(attribute, "").casefold() == name and element.get("content"):
                return str(element.get("content"))
    return None


def _linked_data(tree: Any) -> dict[str, Any]:
    """The page's JSON-LD article, merged from its blocks; empty when there is none or it is broken."""
    found: dict[str, Any] = {}
    for element in tree.iterfind(".//script"):
        if element.get("type", "").casefold() == "application/ld+json" and element.text:
            for node in _nodes(element.text):
                if _is_article(node):
                    found = {**node, **found}
    return found


def _nodes(words: str) -> Iterator[dict[str, Any]]:
    try:
        top = msgspec.json.decode(words.strip().removeprefix("<![CDATA[").removesuffix("]]>"))
    except (msgspec.DecodeError, RecursionError):
        return
    waiting = top if isinstance(top, list) else [top]
    for node in waiting:
        if isinstance(node, dict):
            yield node
            inner = node.get("@graph")
            yield from (child for child in (inner if isinstance(inner, list) else ()) if isinstance(child, dict))


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    named = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and kind.endswith(("Article", "BlogPosting", "Report")) for kind in named)


def _text(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _names(value: Any) -> str | None:
    """The name, or names joined with commas, of JSON-LD's strings, objects and lists of either."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_names, value))) or None
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)
