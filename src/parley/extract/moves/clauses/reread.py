"""Clauses that the parser ties askew, read again: bare participles of headlines, a participle between commas, doers lost."""

from __future__ import annotations

import msgspec

from parley.annotate.clauses import Clause, doers_of
from parley.extract.moves.clauses.constituents import Phrases
from parley.extract.moves.clauses.headlines import is_headline, noun_phrase_at
from parley.lexicon.acts import load_acts
from parley.lexicon.words import word_list

__all__ = ["reread"]

# What is answered, prolonged or called off, and does nothing itself.
_UNDERGOING = frozenset({"proposal", "bid", "demand", "agreement", "deadline", "talks"})
_DEALS = frozenset({"agreement", "phase", "proposal"})
_TALKS = frozenset({"talks", "table"})
_MADE = word_list("moves.clauses.reread.made")
_BARE = frozenset({"VBN", "VBD"})
# "is committed to", "is opposed to": of what its subject thinks or has taken on.
_BY_ITSELF = frozenset({"commit", "oppose", "closet"})


def reread(phrases: Phrases, clause: Clause) -> Clause:
    """The clause as its words mean it; most are as the table has them."""
    if clause.passive:
        if (
            clause.link == "acl"
            and (main := _main_verb(phrases, clause) or _never_passive(phrases, clause)) is not None
        ):
            return main
        return _bound(phrases, clause) if clause.lemma in _BY_ITSELF else _of_talks(phrases, clause)
    if clause.link == "acl" and phrases.sentence.parse.tags[clause.verb] == "VBG":
        return _by_those_at_talks(phrases, clause)
    if clause.objects or not clause.subjects:
        return clause
    if phrases.sentence.parse.tags[clause.verb] in _BARE:
        return _as_passive(phrases, clause)
    return _with_lost_object(phrases, clause)


def _main_verb(phrases: Phrases, clause: Clause) -> Clause | None:
    """ "Its largest holder, Brook, which owns 11 percent, called on the board": the parser leaves the sentence without a verb."""
    parse, verb = phrases.sentence.parse, clause.verb
    root = next((t for t, dep in enumerate(parse.deps) if dep == "ROOT"), verb)
    if parse.tags[root][0] != "N" or parse.words[verb - 1] != "," or parse.tags[verb] not in _BARE:
        return None
    if is_headline(phrases) or clause.subjects or any(p.word == "by" for p in clause.preps):
        return None
    doers = tuple(o for o in clause.objects if phrases.party(o, strict=True) is not None)
    things = tuple(c for c in parse.children[verb] if parse.deps[c] == "dobj")
    told = msgspec.structs.replace(clause, passive=False, subjects=doers, objects=things, link="ROOT")
    return told if doers else None


def _never_passive(phrases: Phrases, clause: Clause) -> Clause | None:
    """ "Kordia, which has troops there, sided with Tarsk": what is never done to anybody is done by the noun before it."""
    parse, verb = phrases.sentence.parse, clause.verb
    if (
        clause.lemma not in load_acts().verbs["never_passive"]
        or clause.subjects
        or parse.lower[verb] == parse.lemmas[verb]
    ):
        return None
    doer = parse.heads[verb]
    # "Officials from Kareth conferred in Riga": the parser hangs the verb on the nearest noun.
    while parse.deps[doer] in {"pobj", "conj", "prep"} and parse.heads[doer] != doer:
        doer = parse.heads[doer]
    if parse.tags[doer][0] != "N" or phrases.party(doer, strict=True) is None:
        return None
    return msgspec.structs.replace(clause, passive=False, subjects=(doer,), objects=(), own_subject=True, link="ROOT")


def _bound(phrases: Phrases, clause: Clause) -> Clause:
    """ "is committed to doubling": whoever is bound has bound itself."""
    if clause.subjects or not clause.objects or any(phrases.party(o, strict=True) is None for o in clause.objects):
        return clause
    return msgspec.structs.replace(clause, passive=False, subjects=clause.objects, objects=())


def _as_passive(phrases: Phrases, clause: Clause) -> Clause:
    """ "Tender extended to June": a headline leaves out the auxiliary; "the truce, agreed on 2 May, has held" as well."""
    parse, verb = phrases.sentence.parse, clause.verb
    between = clause.lemma in _MADE and parse.words[verb - 1] == "," and clause.subjects[-1] < verb - 1
    if not between and not is_headline(phrases):
        return clause
    if any(parse.deps[c] in {"aux", "auxpass"} for c in parse.children[verb]):
        return clause
    undergoing = _DEALS if between else _UNDERGOING
    truce = between and parse.lemmas[clause.subjects[-1]] in {"truce", "ceasefire"}
    if not truce and not phrases.is_of(clause.subjects[-1], undergoing):
        return clause
    doers = tuple(d for d in doers_of(parse, verb) if not phrases.is_time(d))
    return msgspec.structs.replace(clause, passive=True, objects=clause.subjects, subjects=doers)


def _of_talks(phrases: Phrases, clause: Clause) -> Clause:
    """ "Talks on hostage swap delayed, says Cairo": in a headline the last participle is of the talks at its head."""
    parse = phrases.sentence.parse
    if clause.link != "acl" or clause.subjects or clause.preps or not clause.objects or not is_headline(phrases):
        return clause
    head = parse.heads[clause.verb]
    while parse.deps[head] == "pobj" and parse.deps[parse.heads[head]] == "prep":
        head = parse.heads[parse.heads[head]]
    if head == parse.heads[clause.verb] or not phrases.is_of(head, _TALKS):
        return clause
    return msgspec.structs.replace(clause, objects=(head,))


def _by_those_at_talks(phrases: Phrases, clause: Clause) -> Clause:
    """ "went into the talks asking for 9 percent": who went asks, no talks do."""
    talks = any(phrases.is_of(s, _TALKS) for s in clause.subjects)
    above = phrases.sentence.clauses[clause.parent] if clause.parent is not None else None
    if not talks or above is None or not above.subjects:
        return clause
    return msgspec.structs.replace(clause, subjects=above.subjects)


def _with_lost_object(phrases: Phrases, clause: Clause) -> Clause:
    """ "as firm improves offer", "REBUFFS DUNMORE": in a headline the parser loses the noun right behind the verb."""
    parse = phrases.sentence.parse
    after = clause.verb + 1
    if after >= len(parse) or not is_headline(phrases):
        return clause
    if clause.complement is not None or any(parse.deps[c] in _SAID for c in parse.children[clause.verb]):
        return clause
    _, heads = noun_phrase_at(phrases, after)
    # "Kordia says Tarsk broke truce": who does something else is no object.
    acting = any(set(heads) & set(c.subjects) for c in phrases.sentence.clauses if c.verb > clause.verb)
    if not heads or acting or any(phrases.is_time(h) for h in heads):
        return clause
    return msgspec.structs.replace(clause, objects=heads)


_SAID = frozenset({"ccomp", "xcomp", "acomp"})
