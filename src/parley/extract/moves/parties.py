"""Who makes a move, to whom, and through whom."""

from __future__ import annotations

import msgspec

from parley.annotate.clauses import Clause
from parley.annotate.doc import EntityMention
from parley.extract.moves.acts import ActHit
from parley.extract.moves.constituents import Phrases
from parley.extract.moves.makers import find_makers
from parley.extract.moves.together import BETWEEN
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
# Acts whose receiver can be their subject in the passive.
_TOWARDS = frozenset({"promise", "offer", "threaten"})
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
    by = find_makers(phrases, hit)
    spoken = _speaker(hit, phrases, attribution)
    if hit.speaker and spoken:
        by = []
    actors_by = _actors(phrases, by) or spoken
    to = [e for e in _addressees(phrases, hit) if all(not same_side(e.actor(phrases.doc.text), a) for a in actors_by)]
    via = _carriers(phrases, hit, by)
    told = _told(phrases, hit)
    if told is not None and told not in by:
        (via if _mediates(phrases, told) else to).append(told)
    to = [e for e in dict.fromkeys(to) if e not in via]
    if hit.act in _MUTUAL and not _carries(phrases, hit):
        by, to = [*by, *to], []
        actors_by = _actors(phrases, by) or spoken
    return Parties(
        actors_by,
        _actors(phrases, to),
        _actors(phrases, list(dict.fromkeys(via))),
        _evidence(phrases, [*by, *to, *via]),
    )


# Acts that both sides do: whoever agrees or meets with somebody, that one does too.
_MUTUAL = frozenset({"agree", "meet"})


def _carries(phrases: Phrases, hit: ActHit) -> bool:
    """Whether a mediator does it, who is no side of the talks."""
    subjects = hit.clause.subjects if hit.clause is not None else ()
    return any(phrases.sentence.parse.lemmas[s] in BETWEEN | {"envoy"} for s in subjects)


def _actors(phrases: Phrases, entities: list[EntityMention]) -> tuple[Actor, ...]:
    found: list[Actor] = []
    for entity in entities:
        actor = entity.actor(phrases.doc.text)
        if (entity.form == "pronoun" and not _stands_for_a_party(entity)) or any(_inside(entity, e) for e in entities):
            continue
        if all(actor.name != known.name for known in found):
            found.append(actor)
    return tuple(found)


def _stands_for_a_party(entity: EntityMention) -> bool:
    """Whether a pronoun is known to stand for somebody who can act in talks: those who are counted are what they are about."""
    return entity.resolved and not entity.name[:1].isdigit()


def _inside(entity: EntityMention, other: EntityMention) -> bool:
    """Whether a mention is a part of another's words ("Vane" in "Holt & Vane")."""
    return other.span.covers(entity.span) and other.span != entity.span and other.form == entity.form == "name"


def _evidence(phrases: Phrases, entities: list[EntityMention]) -> tuple[Evidence, ...]:
    text = phrases.doc.text
    return tuple(Evidence("actor", e.span.start, e.span.end, e.span.of(text)) for e in dict.fromkeys(entities))


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
    if clause.passive and hit.act in _TOWARDS:
        # "was promised two plants", "have been assured that": who gets it is the subject.
        found += [phrases.doc.entity(phrases.index, o) for o in clause.objects]
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
    if above.lemma not in load_acts().verbs["told"] or not above.objects or hit.clause.passive:
        return None
    told = phrases.doc.entity(phrases.index, above.objects[0])
    # What is told to the press is put to nobody.
    heard = told is None or told.kind == "outlet" or phrases.is_of(told.head, _PRESS)
    return None if heard else told


_PRESS = frozenset({"press"})


def _mediates(phrases: Phrases, entity: EntityMention) -> bool:
    parse = phrases.sentence.parse
    return entity.sentence == phrases.index and parse.lemmas[entity.head] in load_acts().nouns["carrier"]
