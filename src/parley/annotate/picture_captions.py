"""Captions of pictures and links that a page's text was run together with, behind their agency's and photographer's names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parley.model import Span

__all__ = ["find_captions"]

# "… the mayor said. AP Photo Ada Berg Dockers Return to Work in Three Ports "They have …"
_CREDIT = re.compile(
    r"(?<=[.!?\"”)] )(?:AP Photo|AP PHOTO|AFP PHOTO|AFP Photo|EPA Photo|REUTERS|(?:AFP|AP|EPA) \d{4}|Getty Images) ?/? ?"
    r"[A-Z][\w.'’-]+ [A-Z][\w'’-]+(?= [A-Z\d\"“])"
)
_TOKEN = re.compile(r" +(\S+)")
_STOP = re.compile(r"[.!?][\"”’']?(?=\s|$)")
_SMALL = frozenset(
    [
        "a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "of", "off", "on", "or", "over", "the", "to", "up", "via", "vs", "with",
        "-", "–", "&",
    ]
)  # fmt: skip
_HEADLINE = 5  # capitalised words in a row that make a headline
_LONGEST = 300


def find_captions(text: str) -> Iterator[Span]:
    """Each picture's credit with the headline or sentence that is its caption."""
    for match in _CREDIT.finditer(text):
        yield Span(match.start(), _end_of_headline(text, match.end()) or _end_of_sentence(text, match.end()))


def _end_of_headline(text: str, start: int) -> int | None:
    """The end of a run of capitalised words, before the sentence that begins with the last of them; None for a plain
    sentence."""
    capitals = [start]
    for token in _TOKEN.finditer(text, start, start + _LONGEST):
        word = token[1]
        if word[0] in '"“(':
            return _before(capitals, word[0] == "(")
        if not (word[0].isupper() or word[0].isdigit() or word.lower() in _SMALL):
            return _before(capitals, True)
        if word[0].isupper():
            capitals.append(token.end())
        if word[-1] in ".!?":
            break
    return None


def _before(capitals: list[int], opens: bool) -> int | None:
    """Where a run of so many capitalised words ends, without the last where a sentence `opens` with it."""
    kept = capitals[:-1] if opens else capitals
    return kept[-1] if len(kept) > _HEADLINE else None


def _end_of_sentence(text: str, start: int) -> int:
    stop = _STOP.search(text, start, start + _LONGEST)
    return stop.end() if stop is not None else start
