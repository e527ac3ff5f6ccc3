"""Words that look like those of an act and do none."""

from __future__ import annotations

from collections.abc import Iterable

from parley.annotate.clauses import Clause
from parley.extract.moves.clauses.constituents import Phrases
from parley.lexicon.words import word_list
from parley.model import Actor, Term

__all__ = [
    "is_aimed_for",
    "is_believed",
    "is_idle",
    "is_no_thing",
    "is_only_counting",
    "is_own_meeting",
    "is_protested",
    "is_purpose",
    "is_respite",
    "is_state",
    "is_taken",
    "is_told_beside",
]


_SAID = word_list("moves.frames.idle.said")
_GRANTING = word_list("moves.frames.idle.granting")
_CONSENTING = word_list("moves.frames.idle.consenting")
_TOUCH = frozenset({"contact", "touch"})
_SERVICES = frozenset({"services"})
_AGAINST = frozenset({"at", "against", "over"})
_PROTESTS = word_list("moves.frames.idle.protests")


def is_state(clause: Clause, slot: str) -> bool:
    """Whether a need names how the clause stands, and it stands so."""
    return (slot == "passive" and clause.passive) or (slot == "negated" and clause.negated)


def is_idle(phrases: Phrases, clause: Clause, slot: str) -> bool:
    """States of a clause that make no act of its verb, whatever its complements."""
    if slot == "unsaid":
        # "should be guaranteed" wishes, and promises nothing.
        return clause.passive and (clause.modal in {"should", "must"} or clause.lemma == "undertake")
    if slot == "halfway":
        # "met them more than halfway" gives ground.
        return "halfway" in phrases.sentence.parse.lower[clause.verb : clause.verb + 7]
    if slot == "asked":
        return _is_asked_for(phrases, clause)
    above = phrases.sentence.clauses[clause.parent] if clause.parent is not None else None
    if slot == "in_touch":
        # "was in contact with the emergency services": no talks.
        parse, said = phrases.sentence.parse, phrases.region(clause.verb)
        near = {parse.lemmas[t] for t in said}
        return not near.isdisjoint(_TOUCH) and any(phrases.is_of(t, _SERVICES) for t in said if parse.tags[t][0] == "N")
    if slot == "arranged":
        # "The request is set to dominate the week": nothing is set forth.
        return clause.passive and any(
            phrases.sentence.parse.deps[c] == "xcomp" for c in phrases.sentence.parse.children[clause.verb]
        )
    if slot == "in_speech":
        # "Agreeing, the analyst said": of an opinion.
        return clause.link == "advcl" and clause.tense == "none" and above is not None and above.lemma in _SAID
    if slot == "tendered":
        # "tendered and not withdrawn": of shares.
        return clause.passive and above is not None and clause.link == "conj" and above.lemma == "tender"
    if slot == "closed":
        return _is_closed(phrases, clause)
    # "agreed to a truce to ease the return": whoever agrees mediates nothing.
    return slot == "agreed_purpose" and (
        clause.link in {"advcl", "xcomp"}
        and clause.tense == "none"
        and above is not None
        and above.lemma in _CONSENTING
    )


_GAINING = word_list("moves.frames.idle.gaining")


def _is_closed(phrases: Phrases, clause: Clause) -> bool:
    """ "ended its tender offer after receiving 54 pct": the offer has run its course, and is not taken back."""
    parse = phrases.sentence.parse
    below = [c for c in parse.children[clause.verb] if parse.lower[c] == "after"]
    verbs = {v for c in below for v in parse.children[c]} | {c.verb for c in parse.clauses if c.mark == "after"}
    return any(parse.lemmas[v] in _GAINING for v in verbs)


_ASKING = word_list("moves.frames.idle.asking")


def _is_asked_for(phrases: Phrases, clause: Clause) -> bool:
    """ "pleaded with both sides to keep talking": what is asked for is not held."""
    while clause.parent is not None and (
        clause.link == "xcomp" or (clause.link in {"ccomp", "advcl"} and clause.tense == "none")
    ):
        clause = phrases.sentence.clauses[clause.parent]
        if clause.lemma in _ASKING:
            return True
    return False


_ATTEMPTS = word_list("moves.frames.idle.attempts")


def is_purpose(phrases: Phrases, token: int) -> bool:
    """ "in a bid to ease the siege": what for, and nobody's offer."""
    parse = phrases.sentence.parse
    if parse.lower[token] not in _ATTEMPTS or token + 1 >= len(parse) or parse.tags[token + 1] != "TO":
        return False
    return parse.deps[token] == "pobj" and parse.lower[parse.heads[token]] == "in"


def is_protested(phrases: Phrases, token: int) -> bool:
    """ "Strikes in protest at proposals for 350 redundancies": what people act against is planned, and offered to nobody."""
    parse, above = phrases.sentence.parse, phrases.sentence.parse.heads[token]
    if parse.deps[token] != "pobj" or parse.lower[above] not in _AGAINST:
        return False
    acting = parse.heads[above]
    near = {acting, *(p.object for p in phrases.preps(acting))}
    return any(parse.lemmas[t] in _PROTESTS for t in near)


def is_own_meeting(phrases: Phrases, token: int) -> bool:
    """ "At a meeting in the hall the members voted": of one side among itself, and no talks."""
    parse = phrases.sentence.parse
    above = parse.heads[token]
    if (
        parse.lemmas[token] not in _GATHERINGS
        or parse.deps[token] != "pobj"
        or parse.lower[above] not in {"at", "after"}
    ):
        return False
    if any(p.word in {"with", "between"} for p in phrases.preps(token)):
        return False
    clause = phrases.clause_by_verb.get(parse.heads[above])
    doers = clause.subjects if clause is not None else ()
    return any(parse.lemmas[s] in _ASSEMBLED for s in doers)


_ASSEMBLED = word_list("moves.frames.idle.assembled")
_GATHERINGS = frozenset({"meeting", "gathering"})
_HOURS = word_list("moves.frames.idle.hours")
_BODIES = frozenset({"company", "organisation", "union", "consortium", "office", "court", "outlet"})


def is_no_thing(phrases: Phrases, head: int, parties: Iterable[Actor]) -> bool:
    """ "The bid for Vassen", "asked the court to", "an offer that ends at midnight": a body, one of the parties or an hour,
    and nothing that is given."""
    entity = phrases.entity(head)
    if entity is None:
        return phrases.is_time(head) or phrases.sentence.parse.lemmas[head] in _HOURS
    named = entity.form == "name" and entity.kind in _BODIES
    return named or any(entity.name == actor.name for actor in parties)


def is_told_beside(phrases: Phrases, term: Term) -> bool:
    """ "Talks stalled, with the crews refusing a rise of 2 per cent": what one side does is nothing that talks are on."""
    return any(clause.link == "pcomp" and clause.own_subject for clause in _clauses_over(phrases, term))


def is_believed(phrases: Phrases, condition: Clause, term: Term) -> bool:
    """ "If it was satisfied that no fees were owed": what is only to be believed is no term that somebody would meet."""
    over = (clause for clause in _clauses_over(phrases, term) if clause.verb != condition.verb)
    below = (clause for clause in over if condition.verb in phrases.sentence.parse.ancestors(clause.verb))
    return any(clause.link == "ccomp" and clause.mark == "that" for clause in below)


def is_aimed_for(phrases: Phrases, term: Term) -> bool:
    """ "An accord aimed at holding prices steady over five years": the time in which something is hoped for is no term."""
    timed = term.duration is not None or (term.quantity is not None and term.quantity.unit in _LENGTHS)
    aims = (c for c in _clauses_over(phrases, term) if c.link in {"acl", "relcl"})
    return timed and any(c.lemma in _AIMING for c in aims)


_LENGTHS = frozenset({"day", "week", "month", "year"})
_AIMING = word_list("moves.frames.idle.aiming")


def _clauses_over(phrases: Phrases, term: Term) -> list[Clause]:
    """The clauses a term stands in, the innermost first."""
    token = phrases.sentence.token_at(term.span.start)
    above = (token, *phrases.sentence.parse.ancestors(token)) if token is not None else ()
    return [phrases.clause_by_verb[verb] for verb in above if verb in phrases.clause_by_verb]


def is_respite(phrases: Phrases, term: Term) -> bool:
    """ "gave the president 36 hours to quit": the time left to comply is no term."""
    sentence, quantity = phrases.sentence, term.quantity
    token = sentence.token_at(term.span.start)
    if quantity is None or quantity.unit not in _SHORT or token is None:
        return False
    above = sentence.parse.ancestors(token)[:2]
    return any(sentence.parse.lemmas[a] in _GRANTING and sentence.parse.tags[a][0] == "V" for a in above)


def is_taken(phrases: Phrases, term: Term) -> bool:
    """ "Called for holding it to account for taking captives": who is taken is not to be let go."""
    token = phrases.sentence.token_at(term.span.start)
    parse = phrases.sentence.parse
    above = parse.heads[token] if token is not None and parse.deps[token] == "dobj" else None
    return term.issue == "release" and above is not None and parse.lemmas[above] in _CAPTURING


_CAPTURING = word_list("moves.frames.idle.capturing")


def is_only_counting(term: Term) -> bool:
    """ "All of the captives are freed": "all" is how many of them, and nothing beside them."""
    return term.quantity is None and term.duration is None and term.item.casefold() in _COUNTING


_COUNTING = word_list("moves.frames.idle.counting")
_SHORT = frozenset({"hour", "day", "week", "month"})
