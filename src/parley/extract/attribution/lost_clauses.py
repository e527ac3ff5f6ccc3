"""Content where the parser lost the clause that depends on a cue: it is told by what stands before or behind the cue."""

from __future__ import annotations

from parley.annotate.parse import Parse
from parley.extract.attribution.cues import Cue
from parley.extract.attribution.phrases import objects_of
from parley.lexicon.speech import load_speech

__all__ = ["COMPLEMENTS", "all_before", "clause_behind_quoting", "strayed_clause", "words_before", "words_behind"]

COMPLEMENTS = frozenset({"dobj", "ccomp", "xcomp", "acomp", "attr", "mark", "oprd"})
"""Labels of what a verb takes; a verb of speech without any is set beside what it reports."""


def words_before(parse: Parse, cue: Cue) -> tuple[int, int] | None:
    """The words before a comma and a verb that its speaker follows ("Truce near, says mediator"), or before one that a
    semicolon cuts off ("Thirty walked out, the firm says; ...")."""
    first, comma = parse.lefts[cue.verb], cue.verb - 1
    mark = first if parse.words[first] == "," else first - 1
    if mark > 0 and parse.words[mark] == "," and parse.words[cue.verb + 1 : cue.verb + 2] == (";",):
        start = next((t + 1 for t in range(mark - 1, -1, -1) if parse.words[t] == ";"), 0)
        return (start, mark - 1) if start < mark else None
    if comma > 0 and parse.words[comma] == "," and min(cue.speakers) > cue.verb and cue.clause.first == 0:
        return 0, comma - 1
    return None


def words_behind(parse: Parse, cue: Cue) -> tuple[int, int] | None:
    """The rest of the sentence behind a plain verb of saying, where the parser lost the clause that depends on it."""
    if cue.clause.lemma not in load_speech().words.any_speaker or cue.clause.passive:
        return None
    told = [parse.rights[o] for o in (*cue.clause.objects, *cue.clause.datives) if o > cue.verb and cue.addressed]
    first, last = max([cue.verb, *told]) + 1, len(parse) - 1
    if first >= last or parse.tags[first] not in {
        "NNP",
        "NNPS",
        "PRP",
        "PRP$",
        "DT",
        "NN",
        "NNS",
        "EX",
        "CD",
        "JJ",
        "VBG",
    }:
        return None
    first = first + 1 if parse.lower[first] == "that" else first
    finite = any(parse.tags[t] in {"VBD", "VBZ", "VBP", "MD"} for t in range(first + 1, last))
    return (first, last) if finite and (cue.addressed or not cue.clause.objects) else None


def all_before(parse: Parse, cue: Cue) -> tuple[int, int] | None:
    """All words before a comma, a speaker and his verb, where the parser lost their verb ("Guns fired, the navy said")."""
    first = min(parse.lefts[s] for s in cue.speakers)
    if cue.clause.passive or not cue.clause.own_subject or first < 4 or parse.words[first - 1] != ",":
        return None
    if max(cue.speakers) > cue.verb or cue.clause.lemma not in load_speech().words.any_speaker:
        return None
    bare = not any(parse.deps[c] in COMPLEMENTS for c in parse.children[cue.verb])
    ends = parse.words[cue.verb + 1 : cue.verb + 2] in ((",",), (".",), ())
    return (0, first - 2) if bare and ends and _tells(parse, first - 2) else None


def _tells(parse: Parse, last: int) -> bool:
    """Whether the words up to `last` hold a verb that may be a finite one."""
    return any(parse.tags[t] in {"VBD", "VBZ", "VBP", "MD", "VBN"} for t in range(last + 1))


def clause_behind_quoting(parse: Parse, cue: Cue) -> list[int]:
    """The that-clause behind a participle of quoting, which the parser hung on what is quoted."""
    return [
        verb
        for child in parse.children[cue.verb]
        if child > cue.verb and parse.lemmas[child] in load_speech().words.quoting and parse.tags[child] == "VBG"
        for verb in range(child + 1, parse.rights[child] + 1)
        if parse.deps[verb] in {"relcl", "acl", "ccomp", "advcl"}
        and parse.lower[parse.lefts[verb]] == "that"
        and parse.words[parse.lefts[verb] - 1] == ","
    ][:1]


def strayed_clause(parse: Parse, cue: Cue) -> list[int]:
    """The that-clause of a verb of telling that the parser hung on whom it is told, or on whom it is had from."""
    return [
        c
        for obj in (*cue.clause.objects, *cue.clause.datives, *objects_of(parse, cue.verb, "from"))
        for c in parse.children[obj]
        if parse.deps[c] in {"relcl", "acl", "ccomp"} and parse.lower[parse.lefts[c]] == "that"
    ]
