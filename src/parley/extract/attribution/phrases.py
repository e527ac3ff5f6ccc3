"""Noun phrases of a sentence: where they begin and end, and what hangs on them."""

from __future__ import annotations

from parley.annotate.doc import Sentence
from parley.annotate.parse import Parse
from parley.model import Span

__all__ = ["objects_of", "owner_of", "phrase_span", "trimmed"]

_HANGING = frozenset({"relcl", "appos", "advcl", "parataxis", "conj", "cc", "punct", "ccomp", "dep"})
_LEADING = frozenset({"cc", "preconj", "punct", "mark", "advmod", "intj"})
_OWNING = frozenset({"by", "from", "of", "on", "for"})


def phrase_span(sentence: Sentence, head: int, *, clauses: bool = False) -> Span:
    """The phrase headed by a token without what hangs on it behind a comma; `clauses` keeps a participle clause that
    follows without one ("people briefed on the talks")."""
    parse = sentence.parse
    first, last = head, head
    for child in parse.children[head]:
        if child < head and parse.deps[child] not in _LEADING:
            first = min(first, parse.lefts[child])
    for child in parse.children[head]:
        if child <= head:
            continue
        if (
            parse.deps[child] in _HANGING
            or parse.deps[child] == "case"
            or (
                parse.deps[child] == "acl"
                and not (
                    clauses and parse.tags[child] in {"VBN", "VBG"} and parse.child(child, "mark", "ccomp") is None
                )
            )
        ):
            break
        if parse.deps[child] == "prep" and not parse.children[child]:
            break
        last = max(last, _without_tail(parse, child))
    return sentence.tokens(first, last)


def _without_tail(parse: Parse, token: int) -> int:
    """The last token of a dependent before a clause or comma that hangs on something in it."""
    last = parse.rights[token]
    for other in range(token, last + 1):
        if parse.deps[other] in {"relcl", "appos"} or parse.words[other] in {",", ";", "(", "—"}:
            return max(token, min(parse.lefts[other], other) - 1)
    return last


def trimmed(text: str, span: Span, strip: str = " \t\r\n,;:.–—-") -> Span:
    """The stretch without the characters of `strip` at its ends."""
    start, end = span.start, span.end
    while start < end and text[start] in strip:
        start += 1
    while end > start and text[end - 1] in strip:
        end -= 1
    return Span(start, end)


def objects_of(parse: Parse, token: int, *words: str) -> list[int]:
    """What the prepositions `words` below a token govern; passive by-phrases included."""
    return [
        inner
        for child in parse.children[token]
        if parse.deps[child] in {"prep", "agent"} and parse.lower[child] in words
        for inner in parse.children[child]
        if parse.deps[inner] in {"pobj", "pcomp"}
    ]


def owner_of(parse: Parse, head: int) -> int | None:
    """Whose the thing is: a possessive, a name before it, or what "by", "from", "of" or "on" brings in."""
    for child in parse.children[head]:
        if parse.deps[child] == "poss":
            return child
    for child in parse.children[head]:
        if parse.deps[child] in {"compound", "nmod"} and parse.tags[child].startswith("NNP"):
            return child
    for inner in objects_of(parse, head, *_OWNING):
        if parse.tags[inner].startswith("NNP"):
            return inner
        owner = owner_of(parse, inner)
        if owner is not None:
            return owner
    return None
