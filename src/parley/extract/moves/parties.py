"""Who makes a move, to whom, and through whom."""

from __future__ import annotations

import msgspec

from parley.annotate.clauses import Clause
from parley.annotate.doc import EntityMention
from parley.extract.moves.acts import ActHit
from parley.extract.moves.constituents import Phrases
from parley.extract.moves.together import each_of
from parley.lexicon.acts import load_acts
from parley.model import Actor, Attribution, Evidence

__all__ = ["Parties", "find_parties", "same_side"]

# Prepositions that name the one addressed, by act.
_ADDRESSED = {
    "offer": ("to",),
    "demand": ("from", "of", "on", "to", "upon"),
    "accept": ("from", "by"),
    "reject": ("from", "by", "with"),
    "withdraw": ("to",),
    "threaten": ("against", "to"),
    "promise": ("to",),
    "invite": ("on", "upon", "with", "to"),
    "meet": ("with",),
    "mediate": ("between",),
    "agree": ("with",),
    "break_off": ("with",),
    "resume": ("with",),
    "extend": ("with",),
    "concede": ("to",),
    "support": (),
    "carry_out": ("to", "for"),
    "breach": ("with",),
    "accuse": (),
    "rule": ("against",),
}
# Acts that answer what somebody else put forward: whose it is is who is addressed.
_ANSWERS = frozenset({"accept", "reject", "support"})
# Acts whose object is somebody.
_TO_SOMEBODY = frozenset({"accuse", "threaten", "invite", "demand", "meet"})
_THROUGH = frozenset({"through", "via"})


class Parties(msgspec.Struct, frozen=True):
    """Doers, addressees and carriers of a move, with the words that name them."""

    by: tuple[Actor, ...] = ()
    to: tuple[Actor, ...] = ()
    via: tuple[Actor, ...] = ()
    evidence: tuple[Evidence, ...] = ()


def same_side(one: Actor, other: Actor) -> bool:
    """Whether two actors are, or act for, the same party."""
    return bool({one.name, one.acts_for} & {other.name, other.acts_for} - {None})


def find_parties(phrases: Phrases, hit: ActHit, attribution: Attribution) -> Parties:
    """The parties of an act as its own sentence names them."""
    by = _doers(phrases, hit)
    spoken = _speaker(hit, phrases, attribution)
    actors_by = _actors(phrases, by) or spoken
    to = [e for e in _addressees(phrases, hit) if all(not same_side(e.actor(phrases.doc.text), a) for a in actors_by)]
    via = _carriers(phrases, hit, by)
    told = _told(phrases, hit)
    if told is not None and told not in by:
        (via if _mediates(phrases, told) else to).append(told)
    to = [e for e in dict.fromkeys(to) if e not in via]
    return Parties(
        actors_by,
        _actors(phrases, to),
        _actors(phrases, list(dict.fromkeys(via))),
        _evidence(phrases, [*by, *to, *via]),
    )


def _actors(phrases: Phrases, entities: list[EntityMention]) -> tuple[Actor, ...]:
    found: list[Actor] = []
    for entity in entities:
        actor = entity.actor(phrases.doc.text)
        if entity.form == "pronoun" and not entity.resolved:
            continue
        if all(actor.name != known.name for known in found):
            found.append(actor)
    return tuple(found)


def _evidence(phrases: Phrases, entities: list[EntityMention]) -> tuple[Evidence, ...]:
    text = phrases.doc.text
    return tuple(Evidence("actor", e.span.start, e.span.end, e.span.of(text)) for e in dict.fromkeys(entities))


def _doers(phrases: Phrases, hit: ActHit) -> list[EntityMention]:
    if hit.told:
        return []
    if hit.clause is None:
        owner = phrases.owner(hit.token) or _agent(phrases, hit) or _sender(phrases, hit)
        return [owner] if owner is not None else _governing_subjects(phrases, hit)
    heads = hit.clause.subjects
    if hit.owner:
        heads = hit.clause.objects if hit.clause.passive else hit.clause.subjects
        owners = [phrases.owner(phrases.head(h)) for h in heads]
        return [o for o in owners if o is not None] or [e for h in heads for e in _issuers(phrases, h)]
    found = [e for h in heads for e in _makers_at(phrases, h)]
    if hit.clause.passive and not found:
        found = _owners(phrases, hit, hit.clause)
    if hit.act in _BETWEEN and not found:
        found = _holders_of_talks(phrases, hit.clause)
    if all(e.form == "pronoun" and not e.resolved for e in found):
        return _reported_by(phrases, hit.clause) or found
    return found


def _reported_by(phrases: Phrases, clause: Clause) -> list[EntityMention]:
    """Whom an open pronoun stands for below a verb of saying: "the movement denied that it had offered"."""
    if not clause.subjects or phrases.sentence.parse.lower[clause.subjects[0]] not in {"it", "they"}:
        return []
    found = (phrases.party(s) for s in phrases.speakers_of(clause))
    return [e for e in found if e is not None and e.form != "pronoun"]


def _makers_at(phrases: Phrases, token: int) -> list[EntityMention]:
    """Who acts by a subject: each of those a collective stands for, those whose leaders do it, or the one named."""
    parse = phrases.sentence.parse
    if found := each_of(phrases, token):
        return found
    if (
        any(parse.lower[c] == "whose" for c in parse.children[token])
        and (whose := _antecedent(phrases, token)) is not None
    ):
        return [whose]
    one = phrases.party(token)
    return [one] if one is not None else []


def _antecedent(phrases: Phrases, token: int) -> EntityMention | None:
    """Whom the relative clause around a token hangs on."""
    parse = phrases.sentence.parse
    verb = next((a for a in (token, *parse.ancestors(token)) if parse.deps[a] == "relcl"), None)
    return phrases.party(parse.heads[verb]) if verb is not None else None


# Acts one does to what is one's own: "its offer was withdrawn", "the union's demands, made on Sunday".
_OWNERS_DO = frozenset({"withdraw", "concede", "offer", "demand", "promise", "threaten", "agree"})


def _owners(phrases: Phrases, hit: ActHit, clause: Clause) -> list[EntityMention]:
    """Whose the thing is that a passive without a doer says something of."""
    if hit.act not in _OWNERS_DO:
        return []
    things = hit.fillers if hit.act in {"withdraw", "concede"} else clause.objects
    heads = [phrases.head(t) for t in things]
    if hit.act not in {"withdraw", "concede"}:
        heads = [h for h in heads if phrases.is_of(h, _TABLED)]
    return [o for h in heads if (o := phrases.owner(h)) is not None]


# What parties put forward or sign.
_TABLED = frozenset({"proposal", "demand", "agreement", "bid"})
# Acts of talks themselves, whose parties stand behind "between".
_BETWEEN = frozenset({"meet", "break_off", "resume", "agree"})


def _holders_of_talks(phrases: Phrases, clause: Clause) -> list[EntityMention]:
    heads = clause.objects if clause.passive else clause.subjects
    between = (p.object for h in heads for p in phrases.preps(h) if p.word == "between")
    return [e for e in (phrases.party(o) for o in between) if e is not None]


def _agent(phrases: Phrases, hit: ActHit) -> EntityMention | None:
    """ "the rejection of the plan by the rebels": the parser hangs the doer on what is rejected."""
    agents = (p.object for f in hit.fillers for p in phrases.preps(f) if p.word == "by" and hit.slot == "of")
    return next((e for e in map(phrases.entity, agents) if e is not None), None)


def _governing_subjects(phrases: Phrases, hit: ActHit) -> list[EntityMention]:
    """The subject of a light verb over the noun: "made a call for", "stated its readiness"."""
    parse = phrases.sentence.parse
    clause = next((c for c in parse.clauses if hit.token in c.objects and c.lemma in load_acts().verbs["light"]), None)
    return [e for e in (phrases.entity(s) for s in clause.subjects) if e is not None] if clause is not None else []


def _sender(phrases: Phrases, hit: ActHit) -> EntityMention | None:
    """From whom the subject received the offer."""
    for clause in phrases.sentence.clauses:
        if hit.token in clause.objects and clause.lemma in load_acts().verbs["received"]:
            found = (phrases.entity(p.object) for p in clause.preps if p.word == "from")
            return next((e for e in found if e is not None), None)
    return None


def _issuers(phrases: Phrases, token: int) -> list[EntityMention]:
    """Who issued the statement, letter or motion that demands."""
    clause = next(
        (c for c in phrases.sentence.clauses if token in c.objects and c.lemma in load_acts().verbs["light"]), None
    )
    return [e for e in (phrases.entity(s) for s in clause.subjects) if e is not None] if clause is not None else []


def _speaker(hit: ActHit, phrases: Phrases, attribution: Attribution) -> tuple[Actor, ...]:
    """Whoever speaks: for "we" and "I" in their words, and for judgements such as "the offer is unacceptable"."""
    first_person = hit.clause is not None and any(
        phrases.sentence.parse.lower[s] in {"we", "i"} for s in hit.clause.subjects
    )
    if (first_person or hit.speaker) and attribution.chain and attribution.chain[-1].actor is not None:
        return (attribution.chain[-1].actor,)
    return ()


def _addressees(phrases: Phrases, hit: ActHit) -> list[EntityMention]:
    found: list[EntityMention | None] = []
    words = _ADDRESSED.get(hit.act, ())
    if hit.clause is None:
        found += [
            phrases.entity(p.object)
            for p in phrases.preps(hit.token)
            if p.word in words and p.object not in hit.fillers
        ]
        found += _receivers(phrases, hit)
    else:
        found += _clause_addressees(phrases, hit, hit.clause, words)
    if hit.act in _ANSWERS or hit.slot in {"object", "of", "to_prep"}:
        found += [phrases.owner(phrases.head(f)) for f in hit.fillers if hit.act in _ANSWERS | {"extend"}]
    return [e for e in found if e is not None]


def _receivers(phrases: Phrases, hit: ActHit) -> list[EntityMention | None]:
    """Who received the offer, and the company a bid is for."""
    clauses = [
        c
        for c in phrases.sentence.clauses
        if hit.token in c.objects and c.lemma in load_acts().verbs["received"] | {"win"}
    ]
    found = [phrases.entity(s) for c in clauses for s in c.subjects]
    return found + [
        phrases.doc.entity(phrases.index, p.object)
        for p in phrases.preps(hit.token)
        if p.word == "for" and hit.act == "offer"
    ]


def _clause_addressees(
    phrases: Phrases, hit: ActHit, clause: Clause, words: tuple[str, ...]
) -> list[EntityMention | None]:
    found = [phrases.entity(d) for d in clause.datives]
    if hit.act in _TO_SOMEBODY:
        # Whoever is invited, accused or threatened with something is somebody, known as such or not.
        sure = hit.act in {"invite", "accuse"} or hit.slot == "with"
        found += [phrases.party(o) if sure else phrases.doc.entity(phrases.index, o) for o in clause.objects]
    found += [phrases.doc.entity(phrases.index, p.object) for p in clause.preps if p.word in words]
    if hit.gives == "to" and hit.slot == "clause":
        inner = [c for c in phrases.sentence.clauses if c.verb in hit.fillers]
        found += [phrases.doc.entity(phrases.index, s) for c in inner for s in c.subjects if s not in clause.subjects]
    if hit.act == "offer":
        # A bid for a company is put to it.
        for_whom = (p.object for f in (clause.verb, *hit.fillers) for p in phrases.preps(f) if p.word == "for")
        found += [
            e for e in (phrases.doc.entity(phrases.index, o) for o in for_whom) if e is not None and e.form == "name"
        ]
    # "a truce with Israel": the other side of what is asked for.
    agreed = [t for t in phrases.region(clause.verb) if t in hit.fillers or phrases.is_of(t, frozenset({"agreement"}))]
    found += [
        phrases.doc.entity(phrases.index, p.object)
        for t in agreed
        for p in phrases.preps(t)
        if p.word in {"with", "between"}
    ]
    if hit.act in {"offer", "threaten", "promise"}:
        found += _conditioned(phrases, clause)
    return found


def _conditioned(phrases: Phrases, clause: Clause) -> list[EntityMention | None]:
    """Who would have to act first: the subject of the if-clause."""
    return [
        phrases.doc.entity(phrases.index, s)
        for other in phrases.sentence.clauses
        if other.mark in {"if", "unless", "provided", "once"} and other.first >= clause.first and other.own_subject
        for s in other.subjects
    ]


def _carriers(phrases: Phrases, hit: ActHit, by: list[EntityMention]) -> list[EntityMention]:
    """Through whom: "through Egyptian mediators", "mediated by", "with assistance from"."""
    tops = phrases.region(hit.clause.verb) if hit.clause is not None else [hit.token]
    found = []
    for prep in (p for t in tops for p in phrases.preps(t)):
        if prep.word in _THROUGH and (entity := phrases.entity(prep.object)) is not None:
            found.append(entity)
        helping = phrases.sentence.parse.lemmas[prep.object] in load_acts().nouns["helping"]
        if prep.word in {"with", "under"} and helping and (owner := phrases.owner(prep.object)) is not None:
            found.append(owner)
    return [e for e in found if e not in by]


def _told(phrases: Phrases, hit: ActHit) -> EntityMention | None:
    """Whom the doer told it: "told the mediators that it is ready"."""
    if hit.clause is None or hit.clause.parent is None or hit.clause.link not in {"ccomp", "xcomp"}:
        return None
    above = phrases.sentence.clauses[hit.clause.parent]
    if above.lemma not in load_acts().verbs["told"] or not above.objects:
        return None
    return phrases.doc.entity(phrases.index, above.objects[0])


def _mediates(phrases: Phrases, entity: EntityMention) -> bool:
    parse = phrases.sentence.parse
    return entity.sentence == phrases.index and parse.lemmas[entity.head] in load_acts().nouns["carrier"]
