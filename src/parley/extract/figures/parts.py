"""Which count is a part of which: "300 villagers, including 90 children", "12 of them"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from parley.annotate.parse import Parse
from parley.extract.figures.counted import Counted
from parley.extract.figures.measure_index import measure_words

__all__ = ["is_of_place", "of_both_sides", "of_those", "part_noun", "whole_of"]

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_COPULAS = frozenset({"was", "were", "are", "is"})


def whole_of(counted: Counted, before: Sequence[Counted]) -> int | None:
    """Index in `before` (the sentence's earlier figures) of the count that this one is a part of, None for none."""
    parse = counted.parse
    for index in range(len(before) - 1, -1, -1):
        whole = before[index]
        if (
            _same_kind(whole, counted)
            and _parted(parse, whole, counted)
            and counted.mention.quantity.unit in {None, "persons", "percent", "share"}
        ):
            return index
    return None


def of_those(part: Counted) -> bool:
    """Whether the words say that a count is of those counted before: "22 of them", "of whom 26"."""
    lower, after = part.parse.lower, max(part.number, 0) + 1
    behind = lower[after : after + 2] in {("of", "them"), ("of", "whom"), ("of", "those"), ("of", "which")}
    return behind or lower[max(0, part.first - 2) : part.first] in {("of", "whom"), ("of", "them"), ("among", "them")}


def of_both_sides(counted: Counted) -> bool:
    """Whether a count is of both sides together: "1,600 dead on both sides"."""
    lower = counted.parse.lower[counted.last + 1 : counted.last + 6]
    return any(lower[i : i + 3] in _TOGETHER for i in range(len(lower)))


_TOGETHER = frozenset({("on", "both", "sides"), ("from", "both", "sides"), ("of", "both", "sides")})


def _same_kind(whole: Counted, part: Counted) -> bool:
    """Whether the part can be some of those the whole counts: no derailments among the injured."""
    if part.mention.kind != "count" or part.bare or "carried" in part.classes:
        return True
    somebody = {"persons", "households"}
    return bool(part.classes & (somebody if whole.classes & somebody or whole.bare else whole.classes))


def _parted(parse: Parse, whole: Counted, part: Counted) -> bool:
    between = range(whole.last + 1, part.first)
    words = [parse.lower[t] for t in between]
    if part.bare and part.number + 2 < len(parse) and parse.lower[part.number + 1 : part.number + 3] == ("of", "them"):
        return not _breaks(parse, range(whole.last + 1, part.first), keep=True)
    if parse.lower[part.noun] in {"them", "whom"} or parse.lower[part.number + 1 : part.number + 3] in {
        ("of", "them"),
        ("of", "whom"),
        ("of", "which"),
    }:
        return ";" not in words
    if {"including", "includes", "included"} & set(words) or _among(words):
        listed = _listed(parse, between, part) and not _breaks(parse, between, keep=False)
        return listed and not _elsewhere(part)
    return _of_whole(parse, whole, part) or _in_brackets(parse, between)


def _elsewhere(part: Counted) -> bool:
    """ "1,200 Norlanders, including 25 Danes, and more than 1,400 in Torca": a number placed behind the list stands beside it."""
    parse, after = part.parse, part.number + 1
    start = next((t for t in range(part.first, max(0, part.first - 4), -1) if parse.lower[t - 1] == "and"), None)
    closed = start is not None and start > 1 and parse.words[start - 2] == ","
    return closed and part.bare and parse.lower[after : after + 1] == ("in",) and parse.tags[after + 1] == "NNP"


def _in_brackets(parse: Parse, between: range) -> bool:
    """Whether a bracket right behind the whole tells what it is made of ("six monks (five Belgians and one Swiss)")."""
    opened = (
        parse.lower[between.start : between.start + 1] == ("(",)
        and ")" not in parse.lower[between.start : between.stop]
    )
    return opened and not any(parse.tags[t][0] in "VIW" for t in between)


def _among(words: list[str]) -> bool:
    pairs = set(pairwise(words))
    return bool(pairs & {("among", "them"), ("of", "whom"), ("among", "whom"), ("of", "which"), ("among", "those")})


_LINKS = frozenset({"pobj", "conj", "appos", "nummod", "dobj", "attr", "nsubj"})
_FAR = 5


def _listed(parse: Parse, between: range, part: Counted) -> bool:
    """Whether the part stands in the list that the parting word opens, not inside a phrase that belongs to a member."""
    opens = max(t for t in between if parse.lower[t] in measure_words().accounting.parting)
    if part.first - opens <= _FAR:
        return True
    token = part.stations[0]
    if part.number > opens and parse.heads[token] != part.number and token in _below(parse, part.number):
        token = part.number
    while parse.deps[token] in _LINKS and token > opens:
        token = parse.heads[token]
    return token <= opens


def _below(parse: Parse, token: int) -> range:
    return range(parse.lefts[token], parse.rights[token] + 1)


def _breaks(parse: Parse, between: range, *, keep: bool) -> bool:
    """Whether a new statement begins between whole and part."""
    after = False
    for token in between:
        word = parse.lower[token]
        after = after or keep or word in measure_words().accounting.parting
        if word == ";" or (after and parse.tags[token] in _FINITE and word not in _COPULAS):
            return True
    return False


def _of_whole(parse: Parse, whole: Counted, part: Counted) -> bool:
    """ "Of the 45 dead, 12 were children": the whole stands behind an "of" that opens the clause."""
    start = whole.first - 1
    while start >= 0 and parse.lower[start] in {"the", "those", "these", "all"}:
        start -= 1
    if start < 0 or parse.lower[start] != "of" or parse.tags[start + 1] == "CD":
        return False
    opens = start == 0 or parse.tags[start - 1] in {",", ":", "``", "CC"}
    return opens and "," in parse.words[whole.last : part.first] and part_noun(part) is not None


def part_noun(part: Counted) -> int | None:
    """The noun that says who a part without a noun of its own is: "12 of them children", "12 were children"."""
    parse = part.parse
    token = part.last
    if parse.lower[token + 1 : token + 3] in {("of", "them"), ("of", "whom")}:
        token = max(token, part.number + 2)
    for other in range(token + 1, min(len(parse), token + 7)):
        if parse.tags[other] in {"NNS", "NNPS"}:
            return other
        if parse.lower[other] not in _COPULAS and parse.tags[other] not in {
            "JJ",
            "RB",
            "NN",
            "HYPH",
            "VBN",
            "NNP",
            "DT",
        }:
            return None
    return None


def is_of_place(counted: Counted) -> bool:
    """Whether a number without a noun is of those in a place: behind "1,200 Israelis", "1,400 in Gaza" are no Israelis."""
    noun, parse = counted.carried, counted.parse
    if noun is None or not noun[:1].isupper() or not counted.bare:
        return False
    after = parse.tags[counted.last + 2 : counted.last + 3]
    return parse.lower[counted.last + 1 : counted.last + 2] == ("in",) and after[:1] in {("NNP",), ("NNPS",)}
