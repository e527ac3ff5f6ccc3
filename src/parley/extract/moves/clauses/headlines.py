"""Clauses of headlines that the parser took for noun phrases ("Tessaro rejects sweetened bid")."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from parley.annotate.clauses import Clause
from parley.annotate.preps import Prep
from parley.extract.moves.clauses.constituents import Phrases
from parley.lexicon.acts import load_acts

__all__ = ["headline_clauses", "is_headline", "noun_phrase_at"]

_FULL_STOPS = frozenset({".", "!", "?", '"', "”", "'", "’", ")", ";", "..."})
_IN_PHRASE = frozenset({
    "DT", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "CD", "VBN", "VBD", "VBG", "$", "POS", "PRP$", "HYPH",
})  # fmt: skip
_LONGEST = 24  # tokens: beyond that it is no headline


def is_headline(phrases: Phrases) -> bool:
    """Whether the sentence is a title, or ends like one."""
    return phrases.doc.block_kind(phrases.index) == "title" or phrases.sentence.parse.lower[-1] not in _FULL_STOPS


def headline_clauses(phrases: Phrases) -> Iterator[Clause]:
    """A clause for each verb of acts that stands behind a name or noun and was not read as a verb."""
    parse = phrases.sentence.parse
    if len(parse) > _LONGEST:
        return
    known = {clause.verb for clause in phrases.sentence.clauses}
    for token in range(1, len(parse) - 1):
        lemma = _forms().get(parse.lower[token]) or _came_back(phrases, token) or _bare_verb(phrases, token)
        opens = token == 1 and parse.tags[0] == "JJ"  # "Firm sweetens bid"
        if lemma is None or token in known or not (opens or parse.tags[token - 1].startswith("N")):
            continue
        clause = _clause(phrases, token, lemma)
        # "KORDIA DIGS IN"; "Newsletter Sign Up" is no sentence.
        inflected = clause.particle is not None and parse.lower[token] != parse.lemmas[token]
        if clause.objects or clause.preps or (inflected and parse.lower[token][-1] == "s"):
            yield clause


def _came_back(phrases: Phrases, token: int) -> str | None:
    """ "Miners, owners back at table": the headline leaves out that they came."""
    lower = phrases.sentence.parse.lower
    back = lower[token] == "back" and lower[token + 1] in {"at", "to", "in", "around", "round"}
    return "be back" if back else None


def _bare_verb(phrases: Phrases, token: int) -> str | None:
    """ "Dockers back 5% deal": behind people in the plural that open the headline a word that may be a noun is a verb."""
    parse = phrases.sentence.parse
    word = parse.lower[token]
    plural = token == 1 and parse.tags[0] in {"NNS", "NNPS"}
    return word if plural and word in load_acts().verbs["headline_singular"] else None


@cache
def _forms() -> dict[str, str]:
    """Verbs that are hardly ever nouns, in the forms headlines use, with their dictionary form."""
    forms: dict[str, str] = {}
    for lemma in load_acts().verbs["headline"]:
        third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "o")) else "s")
        forms |= {lemma: lemma, third: lemma, lemma[:-1] + "ies" if lemma.endswith("y") else third: lemma}
    return forms | {lemma + "s": lemma for lemma in load_acts().verbs["headline_singular"]}


def _clause(phrases: Phrases, token: int, lemma: str) -> Clause:
    parse = phrases.sentence.parse
    # "caves in on beef", "digs in over quotas".
    beside = f"{lemma} {parse.lower[token + 1]}" in load_acts().verbs["headline_pairs"]
    particle = token + 1 if beside else None
    lemma = f"{lemma} {parse.lower[token + 1]}" if beside else lemma
    end, heads = noun_phrase_at(phrases, token + 2 if beside else token + 1)
    preps: list[Prep] = []
    while end + 1 < len(parse) and parse.tags[end] in {"IN", "TO"}:
        start = end
        end, inner = noun_phrase_at(phrases, start + 1)
        preps += [Prep(parse.lower[start], start, head) for head in inner]
        if not inner:
            break
    return Clause(
        verb=token,
        lemma=lemma,
        particle=particle,
        subjects=_subjects(phrases, token),
        own_subject=True,
        objects=heads,
        preps=tuple(preps),
        tense="present",
        link="ROOT",
        first=0,
        last=len(parse) - 1,
    )


def noun_phrase_at(phrases: Phrases, start: int) -> tuple[int, tuple[int, ...]]:
    """Where the noun phrase from `start` ends, and its head, the last noun; no head where there is none."""
    parse = phrases.sentence.parse
    end = start
    also = load_acts().nouns["headline_nouns"]
    while end < len(parse) and (parse.tags[end] in _IN_PHRASE or parse.lower[end] in also):
        end += 1
    nouns = [t for t in range(start, end) if parse.tags[t].startswith("N") or parse.lower[t] in also]
    return end, tuple(nouns[-1:])


def _subjects(phrases: Phrases, token: int) -> tuple[int, ...]:
    """The noun in front, and one before it and a comma ("Tarvia, Norland initial pact")."""
    parse = phrases.sentence.parse
    found = [token - 1]
    start = token - 1
    while start > 0 and parse.tags[start - 1] in _IN_PHRASE:
        start -= 1
    # "Airline to cut jobs, union vows": what a verb before the comma does something to is no second subject.
    told = any(verb < start for verb in phrases.clause_by_verb) and parse.lower[start - 1] == ","
    if start > 1 and parse.lower[start - 1] in {",", "and", "&"} and parse.tags[start - 2].startswith("N") and not told:
        found.insert(0, start - 2)
    return tuple(found)
