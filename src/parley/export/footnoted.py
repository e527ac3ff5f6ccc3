"""Claims as Markdown: a statement a line, by story, with a footnote for every report that says it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from parley.export.told import ToldClaim
from parley.pages.cited import Footnote
from parley.pages.words import day_words, plain
from parley.render.environment import can_be_linked

__all__ = ["claims_markdown"]

# What is mark-up wherever it stands, and what is at the beginning of a line alone.
_MARKS = re.compile(r"[\\`*_\[\]<>#|~&]")
_OPENING = re.compile(r"^(\d*)([-+=.)])")
_NO_LINK = re.compile(r"[\s<>]")


def claims_markdown(claims: Iterable[ToldClaim]) -> bytes:
    """What the claims tell, each thing once; footnotes as Pandoc, GitHub and most editors read them."""
    lines, notes, numbers = list[str](), list[str](), dict[str, int]()
    story = None
    for told in _each_once(claims):
        if told.story != story:
            story = told.story
            lines += ["", f"## {_safe(story)}", ""] if story else ["", "## In no story", ""]
        for note in told.cited.notes:
            if note.claim not in numbers:
                numbers[note.claim] = len(numbers) + 1
                notes.append(_footnote(numbers[note.claim], note))
        marks = "".join(f"[^{numbers[note.claim]}]" for note in told.cited.notes)
        lines.append(f"- {_safe(told.cited.lines[0].words)}{marks}")
    return "\n".join(["# Claims", *lines, "", *notes, ""]).encode()


def _each_once(claims: Iterable[ToldClaim]) -> Iterator[ToldClaim]:
    """What several claims tell alike once, where the first of them stands; stories one after the other."""
    seen: set[str] = set()
    by_story: dict[str, list[ToldClaim]] = {}
    for each in claims:
        if each.entry.claim.id not in seen:
            by_story.setdefault(each.story, []).append(each)
        seen |= each.told
    return (each for own in by_story.values() for each in own)


def _footnote(number: int, note: Footnote) -> str:
    return (
        f"[^{number}]: {_safe(note.outlet)}, {day_words(note.published)}, *{_safe(note.title)}*: "
        f"“{_safe(note.quote)}” ({_safe(note.chain)}).{_where(note)} {note.claim}"
    )


def _where(note: Footnote) -> str:
    """Where the report is, its capture first."""
    return "".join((f" {word}" if word else "") + _address(url) for word, url in note.addresses)


def _address(url: str) -> str:
    """An address, as a link if it may be one."""
    linked = can_be_linked(url) and not _NO_LINK.search(url)
    return f" <{url}>" if linked else f" {_safe(url)}"


def _safe(words: str) -> str:
    """Words on one line that no reader of Markdown takes for mark-up."""
    return _OPENING.sub(r"\1\\\2", _MARKS.sub(r"\\\g<0>", plain(words)))
