"""Subjects in a list that the parser tied to the verb only in part: "A, B and C signed", "A, B sign" of headlines."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from parley.annotate.parse import Parse

__all__ = ["listed", "unparted"]

_NAMES = frozenset({"NNP", "NNPS"})
_SHARES = frozenset({"pct", "percent", "cent", "%"})
_PARTING = tuple((mark, word) for mark in (",", ";") for word in ("but", "while", "and", "though", "yet"))


def unparted(parse: Parse, subjects: list[int]) -> list[int]:
    """The subjects of a verb without those that a clause of their own parts from it: "The movement said it agreed, but the
    state said no", read as if both were subjects of the second verb."""
    for place in range(len(subjects) - 1, 0, -1):
        first, last = subjects[place - 1] + 1, parse.lefts[subjects[place]]
        verbs = any(tag[0] == "V" for tag in parse.tags[first:last])
        if verbs and parse.lower[last - 2 : last] in _PARTING:
            return subjects[place:]
        if verbs and _is_share(parse, subjects[place]) and not _is_share(parse, subjects[0]):
            return subjects[:place]  # "states accounting for 80 pct of exports and 80 pct of imports have signed"
    return subjects


def _is_share(parse: Parse, token: int) -> bool:
    return parse.lower[token] in _SHARES and token > 0 and parse.tags[token - 1] == "CD"


def listed(parse: Parse, verb: int, subjects: list[int]) -> list[int]:
    """The subjects with those the parser did not tie to them: "A, B and C signed", "A, B sign" of headlines."""
    if len(subjects) != 1 or parse.tags[subjects[0]][0] != "N":
        return subjects
    first = subjects[0]
    named = parse.tags[first] in _NAMES
    beside = [c for c in parse.children[first] if c > first and parse.deps[c] == "appos" and parse.tags[c] in _NAMES]
    if len(beside) == 1 and parse.words[parse.lefts[beside[0]] - 1] == ",":
        # A name behind a comma, and after it another with "and" that begins anew: a list of three.
        rest = [m for m in parse.conjuncts(beside[0])[1:] if parse.tags[m] in _NAMES and m < verb]
        alike = parse.tags[parse.lefts[rest[-1]]] == parse.tags[parse.lefts[beside[0]]] if rest else False
        if named and rest and (alike or len(rest) > 1):
            return [first, beside[0], *rest]
    if named and parse.tags[verb] in {"VBP", "VB"} and (before := _before_comma(parse, first)) is not None:
        return [before, first]
    return subjects


def _before_comma(parse: Parse, subject: int) -> int | None:
    """The name that opens a headline before a comma and the subject of a plural verb ("Alpha, Beta agree")."""
    comma = parse.lefts[subject] - 1
    if comma < 1 or comma > 4 or parse.words[comma] != "," or parse.words[-1] in {".", "?", "!"}:
        return None
    return comma - 1 if all(parse.words[t][0].isupper() for t in range(comma)) else None
