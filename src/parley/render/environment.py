"""Where templates of HTML come from, and what is done to a report's words in them. Text is always escaped."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit

import jinja2
from markupsafe import Markup, escape

from parley.pages.words import counted, day_words

__all__ = ["can_be_linked", "static_file", "static_names", "template"]

_NUL = Markup('<span class="nul" title="a character no page can hold">\N{SYMBOL FOR NULL}</span>')
_LINKED = frozenset({"http", "https"})


@cache
def template(name: str) -> jinja2.Template:
    """The template of this name."""
    return _environment().get_template(name)


@cache
def static_names() -> frozenset[str]:
    """The style sheets and scripts that come with the program."""
    return frozenset(each.name for each in files("parley.render").joinpath("static").iterdir() if each.is_file())


@cache
def static_file(name: str) -> str:
    """A style sheet or script, by its name (see `static_names`)."""
    return files("parley.render").joinpath("static", name).read_text(encoding="utf-8")


def can_be_linked(url: str | None) -> bool:
    """Whether an address that a report gave may be made a link."""
    return urlsplit(url or "").scheme in _LINKED


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("parley.render"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"kept": _kept, "kept_plain": _kept_plain, "day": day_words, "counted": counted}
    environment.globals |= {"can_be_linked": can_be_linked}
    return environment


def _kept(words: str) -> Markup:
    """The words escaped, with those characters kept that a browser would change while reading the page."""
    return Markup(str(escape(words)).replace("\r", "&#13;")).replace("\0", _NUL)


def _kept_plain(words: str) -> str:
    """The words where no element can stand."""
    return words.replace("\0", "\N{SYMBOL FOR NULL}")
