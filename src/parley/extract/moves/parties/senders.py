"""From whom an offer, demand, suit or answer comes: beside it, behind "from", or as told in a sentence before."""

from __future__ import annotations

from parley.annotate.doc import EntityMention
from parley.extract.moves.clauses.constituents import Phrases, phrases_of
from parley.extract.moves.frames.acts import ActHit
from parley.lexicon.acts import load_acts
from parley.lexicon.words import word_list

__all__ = ["agent_below", "before_apostrophe", "bidder", "filers", "heard_from", "issuers", "origin", "sender_to"]

_COMING = word_list("moves.parties.senders.coming")


def heard_from(phrases: Phrases, token: int) -> list[EntityMention]:
    """ "What they heard from the ministry was a flat refusal": from whom it came."""
    clauses, parse = phrases.sentence.clauses, phrases.sentence.parse
    verb = next((c.subjects[0] for c in clauses if token in c.objects and c.lemma == "be" and c.subjects), None)
    below = next((c for c in clauses if c.verb == verb), None)
    if below is None or parse.deps[below.verb] not in {"csubj", "csubjpass"}:
        return []
    found = (phrases.party(p.object, strict=True) for p in below.preps if p.word == "from")
    return [e for e in found if e is not None][:1]


def bidder(phrases: Phrases, hit: ActHit) -> EntityMention | None:
    """ "a bid of 42 euros a share from Brandel": the parser hangs the bidder on the share."""
    parse = phrases.sentence.parse
    if hit.act != "offer" or "share" not in parse.lower[hit.token : hit.token + 8]:
        return None
    share = parse.lower.index("share", hit.token)
    return next((e for p in phrases.preps(share) if p.word == "from" and (e := phrases.entity(p.object))), None)


_APOSTROPHES = frozenset({"'", "’"})


def before_apostrophe(phrases: Phrases, token: int) -> EntityMention | None:
    """ "Harmons' recently completed tender offer": an apostrophe the parser took for a mark of its own."""
    parse, first = phrases.sentence.parse, token - 1
    while first > 0 and parse.heads[first] in {token, first + 1} and parse.words[first] not in _APOSTROPHES:
        first -= 1
    if first > 0 and parse.words[first] in _APOSTROPHES and parse.tags[first - 1] in {"NNP", "NNPS", "NNS"}:
        return phrases.entity(first - 1)
    return None


def agent_below(phrases: Phrases, hit: ActHit) -> EntityMention | None:
    """ "the rejection of the plan by the rebels": the parser hangs the doer on what is rejected."""
    agents = (p.object for f in hit.fillers for p in phrases.preps(f) if p.word == "by" and hit.slot == "of")
    return next((e for e in map(phrases.entity, agents) if e is not None), None)


def sender_to(phrases: Phrases, hit: ActHit) -> EntityMention | None:
    """From whom the subject received the offer."""
    for clause in phrases.sentence.clauses:
        if hit.token in clause.objects and clause.lemma in load_acts().verbs["received"]:
            found = (phrases.entity(p.object) for p in clause.preps if p.word == "from")
            return next((e for e in found if e is not None), None)
    return origin(phrases, hit.token)


def origin(phrases: Phrases, token: int) -> EntityMention | None:
    """ "The offer came from the president": where a thing comes from."""
    for clause in phrases.sentence.clauses:
        if token in clause.subjects and clause.lemma in _COMING:
            found = (phrases.party(p.object, strict=True) for p in clause.preps if p.word == "from")
            return next((e for e in found if e is not None), None)
    return None


_FILING = word_list("moves.parties.senders.filing")
_BACK = 3  # so many sentences a suit may have been told of before


def filers(phrases: Phrases, token: int) -> list[EntityMention]:
    """Who filed the suit that seeks: as told in the sentences before."""
    if not phrases.is_of(token, _SUITS):
        return []
    for index in range(phrases.index - 1, max(-1, phrases.index - 1 - _BACK), -1):
        before = phrases_of(phrases.doc, index)
        for clause in before.sentence.clauses:
            if clause.lemma in _FILING and any(before.is_of(o, _SUITS) for o in clause.objects):
                found = [e for s in clause.subjects if (e := before.party(s)) is not None]
                if found:  # "the suit, filed in May": not told by whom
                    return found
    return []


_SUITS = frozenset({"lawsuit", "request"})


def issuers(phrases: Phrases, token: int) -> list[EntityMention]:
    """Who issued the statement, letter or motion that demands."""
    brought = load_acts().verbs["light"] | (_BRINGING if phrases.is_of(token, _TEXTS) else frozenset())
    clause = next((c for c in phrases.sentence.clauses if token in c.objects and c.lemma in brought), None)
    return [e for e in (phrases.entity(s) for s in clause.subjects) if e is not None] if clause is not None else []


_BRINGING = word_list("moves.parties.senders.bringing")
_TEXTS = frozenset({"proposal"})
