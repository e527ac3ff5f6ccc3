"""Pages as HTML: one file that loads nothing and runs nothing, and pieces for a notebook. Text is always escaped."""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from typing import Any

import msgspec
from markupsafe import Markup

from parley.pages import DiffPage, MarkedPage, MarkedText, counted
from parley.pages.words import published_words
from parley.render.environment import can_be_linked, static_file, template
from parley.render.stories import link_words

__all__ = [
    "HtmlTable",
    "diff_html",
    "marked_fragment",
    "marked_values",
    "report_facts",
    "report_html",
    "tables_fragment",
]

_STYLE = "parley.css"
_LETTERS = {"move": "M", "event": "E", "phase": "P", "figure": "F", "quote": "Q"}
_LABELS = {"repeat": "stands above", "unread": "not read", "furniture": "no running text"}


class HtmlTable(msgspec.Struct, frozen=True):
    """A table: its caption, headings, rows of words, and how many rows are left out."""

    caption: str
    titles: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    left: int = 0


def report_html(page: MarkedPage) -> str:
    """A report with every claim marked as a page of its own; the same page gives the same characters."""
    return template("report.html.j2").render(
        page=page,
        facts=report_facts(page),
        linked=can_be_linked(page.url),
        unread=counted(page.marked.unread, "sentence"),
        **_styled(),
        **marked_values(page.marked, language=page.language),
    )


def diff_html(page: DiffPage) -> str:
    """Two texts word by word as a page of its own; the same page gives the same characters."""
    return template("diff.html.j2").render(page=page, link=link_words(page.link), **_styled())


def marked_fragment(marked: MarkedText, *, prefix: str) -> str:
    """A marked text for a notebook; `prefix` keeps its anchors apart from those of others on the same page."""
    inner = template("marked.html.j2").render(**marked_values(marked, language=None, prefix=prefix))
    return f'<style>{static_file(_STYLE)}</style><div class="parley">{inner}</div>'


def tables_fragment(tables: Sequence[HtmlTable]) -> str:
    """Tables for a notebook."""
    return template("table.html.j2").render(tables=tables, style=Markup(static_file(_STYLE)))


def _styled() -> dict[str, Markup]:
    """The style of a page, and its hash, which is all that the page lets a browser use."""
    style = static_file(_STYLE)
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return {"style": Markup(style), "style_hash": Markup(f"sha256-{digest}")}


def marked_values(marked: MarkedText, *, language: str | None, prefix: str = "") -> dict[str, Any]:
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


def report_facts(page: MarkedPage) -> list[tuple[str, str]]:
    """What is known of a report, by label; of the path it was read from only the file."""
    facts = {
        "outlet": page.outlet or "unknown",
        "published": published_words(page.published, page.published_basis),
        "byline": page.byline,
        "story": page.story,
        "read from": page.source.replace("\\", "/").rpartition("/")[2],  # whose folders it lay in is nobody's business
        "url": page.url,
    }
    return [(label, words) for label, words in facts.items() if words]
