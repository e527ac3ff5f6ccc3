"""Pages as HTML: one file that loads nothing and runs nothing, and pieces for a notebook. Text is always escaped."""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

import jinja2
import msgspec
from markupsafe import Markup, escape

from parley.pages import DiffPage, MarkedPage, MarkedText, counted
from parley.pages.words import published_words
from parley.render.stories import link_words

__all__ = ["HtmlTable", "diff_html", "marked_fragment", "report_html", "tables_fragment"]

_LETTERS = {"move": "M", "event": "E", "phase": "P", "figure": "F", "quote": "Q"}
_LABELS = {"repeat": "stands above", "unread": "not read", "furniture": "no running text"}
_NUL = Markup('<span class="nul" title="a character no page can hold">\N{SYMBOL FOR NULL}</span>')
_LINKED = frozenset({"http", "https"})


class HtmlTable(msgspec.Struct, frozen=True):
    """A table: its caption, headings, rows of words, and how many rows are left out."""

    caption: str
    titles: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    left: int = 0


def report_html(page: MarkedPage) -> str:
    """A report with every claim marked as a page of its own; the same page gives the same characters."""
    return _template("report.html.j2").render(
        page=page,
        facts=_facts(page),
        linked=urlsplit(page.url or "").scheme in _LINKED,
        unread=counted(page.marked.unread, "sentence"),
        **_styled(),
        **_marked(page.marked, language=page.language),
    )


def diff_html(page: DiffPage) -> str:
    """Two texts word by word as a page of its own; the same page gives the same characters."""
    return _template("diff.html.j2").render(page=page, link=link_words(page.link), **_styled())


def marked_fragment(marked: MarkedText, *, prefix: str) -> str:
    """A marked text for a notebook; `prefix` keeps its anchors apart from those of others on the same page."""
    inner = _template("marked.html.j2").render(**_marked(marked, language=None, prefix=prefix))
    return f'<style>{_style()}</style><div class="parley">{inner}</div>'


def tables_fragment(tables: Sequence[HtmlTable]) -> str:
    """Tables for a notebook."""
    return _template("table.html.j2").render(tables=tables, style=Markup(_style()))


def _styled() -> dict[str, Markup]:
    """The style of a page, and its hash, which is all that the page lets a browser use."""
    style = _style()
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return {"style": Markup(style), "style_hash": Markup(f"sha256-{digest}")}


def _marked(marked: MarkedText, *, language: str | None, prefix: str = "") -> dict[str, Any]:
    """What the template of a marked text needs."""
    counts = Counter(claim.kind for claim in marked.claims)
    return {
        "marked": marked,
        "claims": {claim.number: claim for claim in marked.claims},
        "kinds": {kind: counts[kind] for kind in _LETTERS if counts[kind]},
        "letters": _LETTERS,
        "labels": _LABELS,
        "language": language,
        "prefix": prefix,
    }


def _facts(page: MarkedPage) -> list[tuple[str, str]]:
    facts = {
        "outlet": page.outlet or "unknown",
        "published": published_words(page.published, page.published_basis),
        "byline": page.byline,
        "story": page.story,
        "read from": page.source.replace("\\", "/").rpartition("/")[2],  # whose folders it lay in is nobody's business
        "url": page.url,
    }
    return [(label, words) for label, words in facts.items() if words]


def _kept(words: str) -> Markup:
    """The words escaped, with those characters kept that a browser would change while reading the page."""
    return Markup(str(escape(words)).replace("\r", "&#13;")).replace("\0", _NUL)


def _kept_plain(words: str) -> str:
    """The words where no element can stand."""
    return words.replace("\0", "\N{SYMBOL FOR NULL}")


@cache
def _style() -> str:
    return files("parley.render").joinpath("templates", "parley.css").read_text(encoding="utf-8")


@cache
def _template(name: str) -> jinja2.Template:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("parley.render"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"kept": _kept, "kept_plain": _kept_plain}
    return environment.get_template(name)
