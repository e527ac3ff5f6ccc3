"""What an attitude is to: the complement of a verb, an adjective or a noun, or what a preposition brings in."""

from __future__ import annotations

from collections.abc import Iterable

from parley.annotate.clauses import Clause
from parley.annotate.parse import Parse
from parley.extract.attribution.phrases import objects_of
from parley.lexicon.attitudes import Complement, load_attitudes

__all__ = ["Content", "complement_of", "noun_content", "phrase_below", "whole"]

_COMPLEMENTS = frozenset({"ccomp", "xcomp", "advcl"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_QUESTIONS = frozenset({"WP", "WRB", "WDT"})
# What may follow an object or phrase as a part of the content: "praised her for it", "called it a farce".
_FOLLOWING = frozenset({"xcomp", "ccomp", "oprd", "acomp", "advcl"})
_GOING_ON = frozenset(
    {"for", "over", "as", "to", "against", "of", "about", "with", "from", "into", "in", "than", "at", "on"}
)
Tokens = tuple[int, int]
# The frame that holds the content, and its first and last token.
Content = tuple[str, Tokens]


def complement_of(
    parse: Parse, clause: Clause, complements: Iterable[Complement], *, below: int | None = None
) -> Content | None:
    """The first of `complements` that a clause's verb has, or that hangs on the token `below`."""
    holder = clause.verb if below is None else below
    for complement in complements:
        found = _FIND[complement](parse, clause, holder)
        if found is not None:
            return complement, found
    return None


def _clause(parse: Parse, clause: Clause, holder: int) -> Tokens | None:
    """ "believes that it will", "asked whether it would"."""
    for child in parse.children[holder]:
        if child > holder and parse.deps[child] in _COMPLEMENTS:
            first = parse.lefts[child]
            marked = parse.lower[first] in {"that", "whether"} or parse.tags[first] in _QUESTIONS - {"WRB"}
            if marked or (parse.deps[child] == "ccomp" and _is_finite(parse, child)):
                return first, parse.rights[child]
    return None


def _is_finite(parse: Parse, verb: int) -> bool:
    helping = (c for c in parse.children[verb] if parse.deps[c] in {"aux", "auxpass"})
    return parse.tags[verb] in _FINITE or any(parse.tags[c] in _FINITE for c in helping)


def _infinitive(parse: Parse, clause: Clause, holder: int) -> Tokens | None:
    """ "to leave"; with the subject that was raised out of it ("is expected to leave"), from there."""
    for child in parse.children[holder]:
        if (
            child > holder
            and parse.deps[child] in _COMPLEMENTS
            and any(parse.tags[c] == "TO" for c in parse.children[child])
        ):
            raised = parse.child(clause.verb, "nsubjpass") if clause.passive and not clause.subjects else None
            first = parse.lefts[child] if raised is None or holder != clause.verb else parse.lefts[raised]
            return first, parse.rights[child]
    return None


def _gerund(parse: Parse, clause: Clause, holder: int) -> Tokens | None:
    """ "considers leaving"."""
    for child in parse.children[holder]:
        if child > holder and parse.deps[child] in {"xcomp", "ccomp"} and parse.tags[child] == "VBG":
            return parse.lefts[child], parse.rights[child]
    return None


def _object(parse: Parse, clause: Clause, holder: int) -> Tokens | None:
    """ "opposes the bill", "the bill was opposed": what the verb is about."""
    if clause.passive:
        subject = parse.child(holder, "nsubjpass")
        return (parse.lefts[subject], parse.rights[subject]) if subject is not None else None
    for child in parse.children[holder]:
        if parse.deps[child] == "dobj" and child > holder and not parse.lower[child].endswith(("self", "selves")):
            return parse.lefts[child], _before_aside(parse, child)
    return None


def _before_aside(parse: Parse, head: int) -> int:
    """The last token of a phrase, before a relative clause or apposition that a comma sets off."""
    for child in parse.children[head]:
        first = parse.lefts[child]
        if child > head and parse.deps[child] in {"relcl", "appos"} and parse.words[first - 1] == ",":
            return first - 2
    return parse.rights[head]


_FIND = {"clause": _clause, "infinitive": _infinitive, "gerund": _gerund, "object": _object}


def phrase_below(parse: Parse, holder: int, prepositions: frozenset[str]) -> Content | None:
    """What one of the prepositions below a token brings in, no time."""
    for child in parse.children[holder]:
        if child > holder and parse.deps[child] in {"prep", "dative"} and parse.lower[child] in prepositions:
            for inner in parse.children[child]:
                if parse.deps[inner] in {"pobj", "pcomp"} and not _is_time(parse, inner):
                    return "phrase", (parse.lefts[inner], _before_aside(parse, inner))
    return _sided(parse, holder, prepositions)


def _sided(parse: Parse, holder: int, prepositions: frozenset[str]) -> Content | None:
    """ "voted in favour of the deal", "spoke in response to it"."""
    for side in objects_of(parse, holder, "in"):
        inner = objects_of(parse, side, "of", "to", "with", "against")
        if prepositions and parse.lower[side] in load_attitudes().words.siding and inner:
            return "phrase", (parse.lefts[inner[0]], _before_aside(parse, inner[0]))
    return None


def _is_time(parse: Parse, token: int) -> bool:
    return parse.lemmas[token] in load_attitudes().words.times or parse.tags[token] == "CD"


def noun_content(parse: Parse, noun: int, prepositions: frozenset[str]) -> Content | None:
    """What a noun holds: its infinitive or that-clause, or what one of the prepositions brings in."""
    for child in parse.children[noun]:
        first = parse.lefts[child]
        if child > noun and parse.deps[child] in {"acl", "ccomp", "relcl", "xcomp"}:
            if parse.tags[first] == "TO":
                return "infinitive", (first, parse.rights[child])
            if parse.lower[first] == "that" and parse.deps[first] == "mark":
                return "clause", (first, parse.rights[child])
    return phrase_below(parse, noun, prepositions)


def whole(parse: Parse, clause: Clause, content: Tokens) -> Tokens:
    """The content with what follows it below the verb without a comma ("praised her for her patience")."""
    first, last = content
    if last < clause.verb:
        return _joined(parse, clause, content)
    for child in parse.children[clause.verb]:
        if parse.lefts[child] == last + 1 and _belongs(parse, child):
            last = parse.rights[child]
    return first, last


def _belongs(parse: Parse, child: int) -> bool:
    if parse.deps[child] in {"prep", "dative"}:
        governed = (c for c in parse.children[child] if parse.deps[c] in {"pobj", "pcomp"})
        return parse.lower[child] in _GOING_ON and not any(_is_time(parse, c) for c in governed)
    return parse.deps[child] in _FOLLOWING


def _joined(parse: Parse, clause: Clause, content: Tokens) -> Tokens:
    """Content before its verb, up to what the verb says of it: "the deal is seen as a farce"."""
    behind = [c for c in parse.children[clause.verb] if c > clause.verb and _belongs(parse, c)]
    return (content[0], parse.rights[behind[0]]) if behind else content
