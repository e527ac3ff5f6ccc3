"""Nouns that only name what a verb found does, and those that tell a move of their own below it."""

from __future__ import annotations

from parley.extract.moves.clauses.constituents import Phrases
from parley.extract.moves.frames.acts import ActHit
from parley.extract.moves.frames.noun_fillers import modifying_party
from parley.lexicon.acts import load_acts
from parley.lexicon.words import word_list

__all__ = ["without_echoes"]

# What these acts name is asked, refused or threatened, and no act of its own.
# Below these too: whoever is advised to accept has not, and "failed to agree" is one act.
_OVER_OWN = frozenset({"support", "break_off"})
_OVER_OTHERS = frozenset({"reject", "demand", "threaten", "offer", "promise", "invite", "accuse"})
# Acts on what somebody else has put forward.
_OF_ANOTHERS = frozenset({"accept", "reject", "support", "mediate", "rule"})


def without_echoes(phrases: Phrases, hits: list[ActHit]) -> list[ActHit]:
    """Drops nouns that only name what a verb found does ("rejected the offer of", "held talks in")."""
    if not hits:
        return hits
    verbs = [h for h in hits if h.clause is not None]
    inside = {f for h in verbs for f in h.fillers} | {phrases.head(f) for h in verbs for f in h.fillers}
    demanded: set[int] = {
        f
        for h in verbs
        if (h.act in _OVER_OTHERS or h.act in _OVER_OWN) and h.slot in {"to", "clause", "of", "for", "at"}
        for f in h.fillers
    }
    # "offered to host talks between the two": talks that may come of it.
    offered = {
        f for h in verbs if h.act in {"offer", "invite", "reject"} and h.slot in {"to", "clause"} for f in h.fillers
    }
    demanded |= _voted(phrases, verbs)
    # "called upon to act and agree": what is asked is asked in all its verbs.
    heads = phrases.sentence.parse.heads
    demanded |= {
        h.token
        for h in verbs
        if h.clause is not None
        and h.clause.link == "conj"
        and not h.clause.own_subject
        and h.clause.tense == "none"
        and h.act != "threaten"
        and heads[h.token] in demanded
    }
    verbs = [h for h in verbs if h.token not in demanded and not _attempted(phrases, h)]
    subjects = {
        s
        for h in verbs
        if h.clause is not None
        for s in (*h.clause.subjects, *h.clause.objects)
        if h.slot in {"none", "passive", "complement"} or h.owner
    }
    answers = [h for h in verbs if h.act in {"accept", "reject", "support"}]
    # Whoever carries a proposal, or was sent it, has not made it: it is told by its own noun.
    answered = {t for h in verbs if h.act in _OF_ANOTHERS for f in h.fillers for t in (f, phrases.head(f))}
    # "a compromise floated by Chile, under which": put forward by the verb that hangs on it.
    put = {(h.act, heads[h.token]) for h in verbs if h.clause is not None and h.clause.link in {"acl", "relcl"}}
    # "an appeal by the minister went unheeded": put and answered in one breath.
    undergone = {s for h in answers if h.clause is not None and not h.owner for s in h.clause.subjects}
    return [
        h
        for h in hits
        if h in verbs
        or (
            h.clause is None
            and not _given_up(phrases, h)
            and not (h.act == "meet" and _is_put_forward(phrases, h.token))
            and not (h.act == "meet" and offered & {h.token, *phrases.sentence.parse.ancestors(h.token)})
            and (h.act, h.token) not in put
            and (
                (h.token not in subjects | inside and not h.rule.endswith(":answered"))
                or (h.token in (answered - subjects) | undergone and _told_anew(phrases, h))
                or _stands_by_itself(phrases, h, verbs)
            )
        )
    ]


def _voted(phrases: Phrases, verbs: list[ActHit]) -> set[int]:
    """ "Voted to accept the award": the vote is the acceptance, and done."""
    parse = phrases.sentence.parse
    votes = (h for h in verbs if h.act == "accept" and h.slot == "to")
    return {f for h in votes if parse.verb_lemma(h.token).split()[0] in _VOTING for f in h.fillers}


_VOTING = word_list("moves.frames.echoes.voting")


def _is_put_forward(phrases: Phrases, token: int) -> bool:
    """ "his offer of direct talks with the guerrillas": talks that somebody only puts forward."""
    parse = phrases.sentence.parse
    above = parse.heads[token]
    return (
        parse.deps[token] == "pobj" and parse.lower[above] in {"of", "for"} and phrases.is_of(parse.heads[above], _PUT)
    )


_PUT = frozenset({"bid", "proposal"})


def _given_up(phrases: Phrases, hit: ActHit) -> bool:
    """ "agreed to drop his demand for": a demand under a verb of yielding is not made again."""
    parse = phrases.sentence.parse
    above = parse.heads[hit.token]
    return (
        hit.act in {"demand", "offer", "threaten", "promise"}
        and parse.tags[above][0] == "V"
        and parse.deps[hit.token] in {"dobj", "nsubjpass"}
        and parse.verb_lemma(above).split()[0] in _YIELDING
    )


_YIELDING = word_list("moves.frames.echoes.yielding")


_PUT_NOUNS = word_list("moves.frames.echoes.put_nouns")


def _told_anew(phrases: Phrases, hit: ActHit) -> bool:
    """ "rejected the union's demand for": what is answered is somebody's own move, told with its terms."""
    if hit.act not in _OWN_NOUNS:
        return False
    parse = phrases.sentence.parse
    given = any(parse.deps[c] == "prep" and parse.lower[c] in {"by", "from"} for c in parse.children[hit.token])
    # "rejected an offer of 30 seats": told for the first time, with what is in it.
    new = (
        parse.lower[parse.lefts[hit.token]] in {"a", "an"}
        and parse.lemmas[hit.token] in _PUT_NOUNS
        and bool(phrases.quantities(phrases.region(hit.token)))
    )
    return given or new or phrases.owner(hit.token) is not None or modifying_party(phrases, hit.token) is not None


def _stands_by_itself(phrases: Phrases, hit: ActHit, verbs: list[ActHit]) -> bool:
    """ "The growers' demand for a rebate came to nothing": told by its noun with its maker and what is in it, while no verb
    makes the same act of it ("made a demand for")."""
    nouns = load_acts().nouns["move_made"]
    # "extending its offer for one week": what is prolonged is not put forward again.
    prolonged = {phrases.head(t) for h in verbs if h.act == "extend" for t in _partners(h)}
    if hit.token in prolonged:
        return False
    if hit.act not in _OWN_NOUNS or phrases.words_of(hit.token).isdisjoint(nouns) or not _told_anew(phrases, hit):
        return False
    made = {t for h in verbs if h.act == hit.act for f in (*h.fillers, *_partners(h)) for t in (f, phrases.head(f))}
    return hit.token not in made


_OWN_NOUNS = frozenset({"offer", "demand", "promise", "threaten", "invite"})


def _partners(hit: ActHit) -> tuple[int, ...]:
    return (*hit.clause.subjects, *hit.clause.objects) if hit.clause is not None else ()


def _attempted(phrases: Phrases, hit: ActHit) -> bool:
    """ "the bid to extend the truce": what is only attempted by the way is no move."""
    parse = phrases.sentence.parse
    if hit.clause is None or hit.clause.link != "acl" or hit.act == "mediate":
        return False
    return bool(phrases.words_of(parse.heads[hit.clause.verb]) & load_acts().nouns["effort"])
