"""Who makes a move, to whom, and through whom."""

from __future__ import annotations

import msgspec

from parley.annotate.doc import EntityMention
from parley.extract.moves.clauses.constituents import Phrases
from parley.extract.moves.frames.acts import ActHit
from parley.extract.moves.parties.addressees import find_addressees
from parley.extract.moves.parties.carriers import find_carriers
from parley.extract.moves.parties.makers import find_makers
from parley.extract.moves.parties.together import BETWEEN
from parley.lexicon.acts import load_acts
from parley.lexicon.words import word_list
from parley.model import Actor, Attribution, Evidence

__all__ = ["Parties", "find_parties", "same_side"]


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
    by = [e for e in find_makers(phrases, hit) if not _is_amount(e, phrases)]
    spoken = _speaker(hit, phrases, attribution)
    if hit.speaker and spoken:
        by = []
    actors_by = _actors(phrases, by) or spoken
    to = [
        e for e in find_addressees(phrases, hit) if all(not same_side(e.actor(phrases.doc.text), a) for a in actors_by)
    ]
    via = [e for e in find_carriers(phrases, hit) if e not in by]
    told = _told(phrases, hit)
    if told is not None and told not in by:
        (via if _mediates(phrases, told) else to).append(told)
    to = [e for e in dict.fromkeys(to) if e not in via]
    carried = _carries(phrases, hit)
    if hit.act == "agree" and carried and len(to) > 1:
        # "Mediators were close to a deal between A and B": it is theirs.
        by, to, via = to, [], [*by, *via]
        actors_by = _actors(phrases, by)
    if hit.act in _MUTUAL and not carried:
        by, to = [*by, *to], []
        actors_by = _actors(phrases, by) or spoken
    return Parties(
        actors_by,
        _actors(phrases, to),
        _actors(phrases, list(dict.fromkeys(via))),
        _evidence(phrases, [*by, *to, *via]),
    )


# "The number of captives it offered to free": counted, and nobody.
_AMOUNTS = word_list("moves.parties.parties.amounts")
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
    # "The ministry, its envoy Ada Berg": who acts for one beside it is the one who does it.
    served = {a.acts_for for a in found if a.kind == "person"}
    return tuple(a for a in found if a.name not in served)


def _stands_for_a_party(entity: EntityMention) -> bool:
    """Whether a pronoun is known to stand for somebody who can act in talks: those who are counted are what they are about."""
    return entity.resolved and not entity.name[:1].isdigit()


def _inside(entity: EntityMention, other: EntityMention) -> bool:
    """Whether a mention is a part of another's words ("Vane" in "Holt & Vane", "Waterside Union" in a name so ended)."""
    part = entity.form == "name" or (entity.form == "description" and not entity.resolved)
    return (
        other.span.covers(entity.span)
        and other.span != entity.span
        and (other.form == "name" or entity.form == "description")
        and part
    )


def _evidence(phrases: Phrases, entities: list[EntityMention]) -> tuple[Evidence, ...]:
    text = phrases.doc.text
    return tuple(Evidence("actor", e.span.start, e.span.end, e.span.of(text)) for e in dict.fromkeys(entities))


def _speaker(hit: ActHit, phrases: Phrases, attribution: Attribution) -> tuple[Actor, ...]:
    """Whoever speaks: for "we" and "I" in their words, and for judgements such as "the offer is unacceptable"."""
    first_person = hit.clause is not None and any(
        phrases.sentence.parse.lower[s] in {"we", "i"} for s in hit.clause.subjects
    )
    answered = hit.clause is None and hit.rule.endswith(":no")  # "The answer is no," she said
    if (first_person or hit.speaker or answered) and attribution.chain and attribution.chain[-1].actor is not None:
        return (attribution.chain[-1].actor,)
    return ()


def _is_amount(entity: EntityMention, phrases: Phrases) -> bool:
    """Whether a description is of how many things there are ("the number of captives"), which makes no move."""
    parse = phrases.doc.sentences[entity.sentence].parse
    return entity.form == "description" and parse.lower[entity.head] in _AMOUNTS


def _told(phrases: Phrases, hit: ActHit) -> EntityMention | None:
    """Whom the doer told it: "told the mediators that it is ready"."""
    if hit.clause is None or hit.clause.parent is None or hit.clause.link not in {"ccomp", "xcomp"}:
        return None
    clauses = phrases.sentence.clauses
    above = clauses[hit.clause.parent]
    if hit.clause.link == "xcomp" and above.link == "ccomp" and above.parent is not None:
        above = clauses[above.parent]  # "told pilots that pay would have to come down"
    if above.lemma not in load_acts().verbs["told"] or not above.objects or hit.clause.passive:
        return None
    told = phrases.doc.entity(phrases.index, above.objects[0])
    # What is told to the press is put to nobody.
    heard = told is None or told.kind == "outlet" or _is_own_outlet(phrases, told) or phrases.is_of(told.head, _PRESS)
    return None if heard else told


def _is_own_outlet(phrases: Phrases, told: EntityMention) -> bool:
    """ "Told the Echo": the report's outlet or agency, by one of its words."""
    doc = phrases.doc
    names = (name for name in (doc.report.outlet, doc.agency_credit) if name)
    return told.form == "name" and any(told.name in (name, *name.split()) for name in names)


_PRESS = frozenset({"press"})


def _mediates(phrases: Phrases, entity: EntityMention) -> bool:
    parse = phrases.sentence.parse
    return entity.sentence == phrases.index and parse.lemmas[entity.head] in load_acts().nouns["carrier"]
