"""Subjects that the parser took for something else: "The draft foresees", "Qatar and Egypt have been mediating"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.lexicon.words import word_list

if TYPE_CHECKING:
    from parley.annotate.parse import Parse

__all__ = [
    "JUDGING",
    "find_lost_subjects",
    "is_hidden_predicate",
    "is_judged",
    "is_of_object",
    "sender_above",
    "sharing_above",
]

_FINITE = frozenset({"VBZ", "VBP", "VBD"})
_HELPING = frozenset({"aux", "auxpass"})


def find_lost_subjects(parse: Parse, verb: int) -> list[int]:
    """Who acts by a verb that has no subject: the noun right before it, read as part of a compound, or one hung on its
    auxiliary, which an aside may part from the verb."""
    for helping in parse.children[verb]:
        if parse.deps[helping] in _HELPING:
            hung = [c for c in parse.children[helping] if parse.deps[c] == "nsubj"]
            hung = hung or [c for a in parse.children[helping] for c in _below(parse, a)]
            if hung:
                return hung
    before = verb - 1
    if parse.tags[verb] == "VB":
        return _in_headline(parse, verb)
    if parted := _parted(parse, verb):
        return parted
    if parse.tags[verb] not in _FINITE or before < 0 or parse.heads[before] != verb:
        return []
    # A verb that is no noun has no compound.
    return [before] if parse.deps[before] == "compound" and parse.tags[before][0] == "N" else []


def _parted(parse: Parse, verb: int) -> list[int]:
    """ "Since it had, unlike its neighbours, not backed the plan": the subject of an auxiliary before an aside."""
    before = verb - 1
    while before >= 0 and parse.tags[before] == "RB":
        before -= 1
    if parse.tags[verb] not in {"VBN", "VBD"} or before < 2 or parse.words[before] != ",":
        return []
    for helping in range(before - 2, max(-1, before - _ASIDE), -1):
        if parse.lower[helping] in {"had", "has", "have"} and parse.words[helping + 1] == ",":
            return [c for c in parse.children[helping] if parse.deps[c] == "nsubj"]
    return []


_ASIDE = 15  # tokens that an aside may have
_OF_INTENT = word_list("annotate.lost_subjects.of_intent")
_SAYING = word_list("annotate.lost_subjects.saying")
_FULL_STOPS = frozenset({".", "!", "?"})


def _in_headline(parse: Parse, verb: int) -> list[int]:
    """ "Peace talks to restart in Doha", "Union, airline to meet": a headline's infinitive for what will be done."""
    noun = verb - 2
    if noun < 0 or parse.lower[verb - 1] != "to" or parse.tags[noun][0] != "N" or parse.words[-1] in _FULL_STOPS:
        return []
    finite = [t for t, tag in enumerate(parse.tags) if tag in _FINITE or tag == "MD"]
    if any(t < verb or parse.lemmas[t] not in _SAYING for t in finite):
        return []
    top = next((a for a in reversed((noun, *parse.ancestors(noun))) if a <= noun and parse.tags[a][0] == "N"), noun)
    return [] if parse.lemmas[top] in _OF_INTENT or parse.lemmas[noun] in _OF_INTENT else [top]


def _below(parse: Parse, helping: int) -> list[int]:
    """The subject on an auxiliary of an auxiliary."""
    if parse.deps[helping] not in _HELPING:
        return []
    return [c for c in parse.children[helping] if parse.deps[c] == "nsubj"]


def sharing_above(parse: Parse, verb: int) -> int | None:
    """The verb above whose subject a verb without one shares, where the parser hung it elsewhere; None where it did not."""
    if parse.deps[verb] == "conj":
        return _finite_above(parse, verb)
    return _writer_above(parse, parse.heads[verb]) if parse.deps[verb] == "acl" and parse.tags[verb] == "VBG" else None


def _finite_above(parse: Parse, verb: int) -> int | None:
    """ "She asked the union to vote and held out hope": a finite verb tied to an infinitive is no pair of that, but of the
    finite verb above, whose subject it shares; None where the verb is no such."""
    tag, first = parse.tags[verb], parse.heads[verb]
    if tag not in {"VBD", "VBZ"} or parse.tags[first] != "VB" or parse.lemmas[verb] == "be" or _helped(parse, verb):
        return None
    for above in parse.ancestors(first):
        alike = parse.tags[above] == tag or any(parse.tags[h] == tag for h in _helped(parse, above))
        if alike and above < first and not any(parse.deps[h] == "auxpass" for h in _helped(parse, above)):
            return above
    return None


def _helped(parse: Parse, verb: int) -> list[int]:
    """The auxiliaries of a verb."""
    return [c for c in parse.children[verb] if parse.deps[c] in _HELPING]


def _writer_above(parse: Parse, noun: int) -> int | None:
    """The verb of writing to somebody, above the noun that names whom ("has written to its neighbour proposing")."""
    for above in parse.ancestors(noun):
        if parse.tags[above][0] == "V":
            return above if parse.lemmas[above] in _WRITING else None
        if parse.deps[above] in {"prep", "dative"} and parse.lower[above] not in {"to", "in", "of"}:
            return None
    return None


_WRITING = word_list("annotate.lost_subjects.writing")


def sender_above(parse: Parse, verb: int) -> int | None:
    """ "Received a letter from the bank, proposing to": who sent the words that a participle behind them tells."""
    above = parse.heads[verb]
    if parse.deps[verb] != "advcl" or parse.tags[verb] != "VBG" or parse.lemmas[above] not in {"receive", "get"}:
        return None
    between = [c for c in parse.children[above] if above < c < verb]
    papers = [c for c in between if parse.deps[c] == "dobj" and parse.lemmas[c] in _PAPERS]
    if not papers:
        return None
    between += [c for paper in papers for c in parse.children[paper]]
    senders = (o for c in between if parse.lower[c] == "from" for o in parse.children[c] if parse.deps[o] == "pobj")
    return next(senders, None)


_PAPERS = word_list("annotate.lost_subjects.papers")


def is_hidden_predicate(parse: Parse, verb: int) -> bool:
    """ "Colonel Ro, a spokesman for the army, released a video.": a participle that is the only predicate of its sentence.

    The parser hangs it on the name; behind the apposition and its comma it can be nothing but the verb.
    """
    head = parse.heads[verb]
    if (
        parse.deps[verb] != "acl"
        or parse.tags[verb] != "VBN"
        or parse.deps[head] != "ROOT"
        or parse.tags[head][0] != "N"
    ):
        return False
    told_of = any(parse.deps[c] == "appos" and head < c < verb for c in parse.children[head])
    finite = any(tag in _TENSED for tag in parse.tags[:verb])
    return told_of and not finite and parse.words[verb - 1] == "," and parse.words[-1] == "."


_TENSED = _FINITE | {"MD"}


def is_judged(parse: Parse, verb: int) -> bool:
    """ "thanked both sides for prolonging the truce": a verb for which its governor's object is thanked or blamed."""
    above = parse.heads[verb]
    return parse.deps[verb] == "pcomp" and parse.lower[above] == "for" and parse.lemmas[parse.heads[above]] in JUDGING


def is_of_object(parse: Parse, verb: int, above: int) -> bool:
    """Whether a verb without a subject is done by the object of the verb it hangs on, not by the subject of that."""
    return parse.lemmas[above] in _OBJECT_CONTROL or is_judged(parse, verb) or _is_kept(parse, verb)


_OBJECT_CONTROL = word_list("annotate.lost_subjects.object_control")


def _is_kept(parse: Parse, verb: int) -> bool:
    """ "prevented the mill from raising its bid": a verb its governor's object is kept from doing."""
    above = parse.heads[verb]
    return parse.deps[verb] == "pcomp" and parse.lower[above] == "from" and parse.lemmas[parse.heads[above]] in _KEEPING


_KEEPING = word_list("annotate.lost_subjects.keeping")


JUDGING = word_list("annotate.lost_subjects.judging")
"""Verbs of thanks and blame: what stands behind their "for" was done by whom they thank or blame."""
