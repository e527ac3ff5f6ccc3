"""Mentions before it is known whom they stand for, and the stretch of a phrase around its head."""

from __future__ import annotations

from functools import cache
from typing import Literal

import msgspec

from parley.annotate.names import Name
from parley.annotate.nouns import Noun
from parley.annotate.parse import Parse
from parley.lexicon.calendar import load_calendar
from parley.lexicon.parties import Gender, collectives
from parley.model.claim import ActorKind

__all__ = ["Draft", "Referent", "Sort", "left_end", "right_end", "strip_article"]

Sort = Literal[
    "name", "office", "unnamed", "group", "organ", "wing", "side", "counted", "people",
    "person", "thing", "several", "relative", "latter", "former",
]  # fmt: skip


class Referent(msgspec.Struct, eq=False):
    """Somebody the report speaks of; `acts` is the party it acts for, by name.

    `descriptions` are the nouns it goes by ("prime minister"), `country` where it is at home.
    """

    name: str
    kind: ActorKind
    acts: str | None = None
    gender: Gender | None = None
    plural: bool = False
    country: str | None = None
    descriptions: set[str] = msgspec.field(default_factory=set)
    nouns: frozenset[str] = frozenset()
    described: bool = False


class Draft(msgspec.Struct, eq=False):
    """A mention in the making: tokens `first` to `last` of `sentence`, hung on `head`, with its own words in `text`.

    `party_at` is the head token, in the same sentence, of the party it belongs to, `state` that party where an adjective
    names it; `title_words` are the words of the title before a name; `emitted` is False for modifiers that are kept only to be looked up.
    """

    sentence: int
    head: int
    first: int
    last: int
    sort: Sort
    text: str
    kind: ActorKind
    name: Name | None = None
    noun: Noun | None = None
    word: str = ""
    number: Literal["one", "several", "unknown"] = "one"
    definite: bool = False
    gender: Gender | None = None
    party_at: int | None = None
    state: str | None = None
    subject: bool = False
    emitted: bool = True
    former: bool = False
    title_words: tuple[str, ...] = ()
    referent: Referent | None = None


_LEFT = frozenset(
    [
        "det",
        "amod",
        "compound",
        "nmod",
        "poss",
        "nummod",
        "quantmod",
        "case",
        "advmod",
        "predet",
        "npadvmod",
        "neg",
        "punct",
    ]
)
_RIGHT = frozenset(
    [
        "prep",
        "pobj",
        "amod",
        "det",
        "compound",
        "nmod",
        "poss",
        "case",
        "nummod",
        "advmod",
        "pcomp",
        "dobj",
        "cc",
        "conj",
        "npadvmod",
        "punct",
    ]
)
_HANGING = frozenset(["prep", "amod"])
_OF = frozenset(["of", "for", "from", "at", "with", "in", "to", "within", "inside", "near", "behind"])
_ARTICLES = ("the ", "a ", "an ", "this ", "that ", "these ", "those ")


def left_end(parse: Parse, head: int) -> int:
    """The first token of the phrase around `head`: its modifiers to the left, without gaps."""
    first = head
    for child in reversed(parse.children[head]):
        if child > head:
            continue
        if parse.deps[child] not in _LEFT or parse.rights[child] + 1 != first or parse.words[child] in _weekdays():
            break
        if parse.deps[child] == "punct" and not (
            parse.words[child] == "-" and parse.starts[child] == parse.ends[child - 1]
        ):
            break
        first = parse.lefts[child]
    while first < head and parse.tags[first] in {"``", "''", ",", ":"}:
        first += 1
    return first


@cache
def _weekdays() -> frozenset[str]:
    """A day before a description tells when, not who ("On Tuesday union leaders met")."""
    return frozenset(day.capitalize() for day in load_calendar().weekdays if day.endswith("day"))


def right_end(parse: Parse, head: int) -> int:
    """The last token of the phrase around `head`: "of" and "for" phrases after it, no clauses, nothing behind a comma."""
    last = head
    charged = parse.deps[head] == "dobj" and parse.lemmas[parse.heads[head]] in collectives().charging
    for child in parse.children[head]:
        if child > head:
            if parse.deps[child] not in _HANGING or parse.lefts[child] != last + 1:
                break
            if charged and parse.lower[child] == "of":
                break
            if parse.deps[child] == "prep" and (parse.lower[child] not in _OF or parse.child(child, "pobj") is None):
                break
            last = _reach(parse, child)
            if last != parse.rights[child]:
                break
    while last > head and not parse.words[last][0].isalnum():
        last -= 1
    return last


def _reach(parse: Parse, token: int) -> int:
    last = token
    for child in parse.children[token]:
        if child > token:
            if (
                parse.deps[child] not in _RIGHT
                or parse.lefts[child] != last + 1
                or parse.tags[child] in {",", "``", "''", ":"}
            ):
                break
            reached = _reach(parse, child)
            last = reached
            if reached != parse.rights[child]:
                break
    if parse.tags[last] == "CC":
        return last - 1
    return last


def strip_article(text: str) -> str:
    """A description's words without the article before it."""
    lower = text.lower()
    for article in _ARTICLES:
        if lower.startswith(article):
            return text[len(article) :]
    return text
