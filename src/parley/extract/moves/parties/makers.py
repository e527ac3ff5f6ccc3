"""Who makes a move: subjects, owners of nouns, and whom collectives stand for."""

from __future__ import annotations

from parley.annotate.clauses import Clause
from parley.annotate.doc import EntityMention
from parley.extract.moves.clauses.constituents import Phrases
from parley.extract.moves.clauses.subjects import (
    behind_fronted,
    by_colon,
    doers,
    fronted_subject,
    in_headline,
    told_behind,
    told_in_aside,
)
from parley.extract.moves.frames.acts import ActHit
from parley.extract.moves.frames.noun_fillers import modifying_party
from parley.extract.moves.parties.answered import answerers, where_met, where_refused
from parley.extract.moves.parties.carriers import sender_of
from parley.extract.moves.parties.governing import governing_subjects
from parley.extract.moves.parties.senders import (
    agent_below,
    before_apostrophe,
    bidder,
    filers,
    heard_from,
    issuers,
    origin,
    sender_to,
)
from parley.extract.moves.parties.taken_up import taken_up
from parley.extract.moves.parties.together import each_of
from parley.lexicon.words import word_list

__all__ = ["find_makers", "is_thing"]


def find_makers(phrases: Phrases, hit: ActHit) -> list[EntityMention]:
    """Who does an act, by its clause's subject, its owner, or whoever governs the noun; nobody where none is named."""
    if hit.told:
        return []
    if hit.clause is None:
        return _of_noun(phrases, hit)
    if hit.owner:
        return _of_owned(phrases, hit, hit.clause)
    found = _acting(phrases, hit, hit.clause) or _open_doers(phrases, hit, hit.clause)
    if all(e.form == "pronoun" and not e.resolved for e in found):
        told = _beyond_thing(phrases, hit.clause) or _reported_by(phrases, hit.clause)
        return told or _before(phrases, hit.clause.subjects) or found
    return found


def _before(phrases: Phrases, subjects: tuple[int, ...]) -> list[EntityMention]:
    found = taken_up(phrases, subjects[0]) if len(subjects) == 1 else None
    return [found] if found is not None else []


def _of_noun(phrases: Phrases, hit: ActHit) -> list[EntityMention]:
    """Whose an act told by a noun is."""
    owner = (
        sender_of(phrases, hit.token)
        or before_apostrophe(phrases, hit.token)
        or phrases.owner(hit.token)
        or _whose_is_ended(phrases, hit)
        or bidder(phrases, hit)
        or modifying_party(phrases, hit.token)
        or agent_below(phrases, hit)
        or sender_to(phrases, hit)
    )
    found = [owner] if owner is not None else governing_subjects(phrases, hit) or by_colon(phrases, hit.token)
    found = found or heard_from(phrases, hit.token) or _between(phrases, hit) or told_behind(phrases, hit.token)
    if all(e.form == "pronoun" and not e.resolved for e in found):
        found = _said_of_own(phrases, hit) or _own_before(phrases, hit) or found
    return found or (_of_headline(phrases, hit) if hit.act in _BETWEEN else [])


def _whose_is_ended(phrases: Phrases, hit: ActHit) -> EntityMention | None:
    """ "The termination of Lowell's offer": what is taken back is taken back by whose it is."""
    if hit.act != "withdraw":
        return None
    owners = (phrases.owner(phrases.head(f)) for f in hit.fillers)
    return next((owner for owner in owners if owner is not None), None)


def _own_before(phrases: Phrases, hit: ActHit) -> list[EntityMention]:
    """ "The garrison has answered. Its demand is": whose it is, as told before."""
    parse = phrases.sentence.parse
    return _before(phrases, tuple(c for c in parse.children[hit.token] if parse.tags[c] == "PRP$"))


def _of_owned(phrases: Phrases, hit: ActHit, clause: Clause) -> list[EntityMention]:
    """Whose the thing is that does the act ("the union's letter demands")."""
    heads = clause.objects if clause.passive else clause.subjects
    owners = [phrases.owner(phrases.head(h)) for h in heads]
    found = [o for o in owners if o is not None] or [e for h in heads for e in issuers(phrases, h)]
    origins = (origin(phrases, h) for h in heads)
    return found or [e for e in origins if e is not None] or [e for h in heads for e in filers(phrases, h)]


def _acting(phrases: Phrases, hit: ActHit, clause: Clause) -> list[EntityMention]:
    """Who is the clause's subject, or in the passive its agent."""
    heads = doers(phrases, clause)
    if hit.act == "demand" and (asker := _given_less(phrases, clause)) is not None:
        return [asker]
    found = told_in_aside(phrases, clause) or in_headline(phrases, _first_of_verb(phrases, clause))
    found = found or [e for h in heads if not _in_brackets(phrases, heads[0], h) for e in _makers_at(phrases, h)]
    if not heads and not clause.passive and hit.act in {"accept", "reject"}:
        found = where_met(phrases, clause)
    if clause.link == "conj" and not clause.own_subject and found and all(is_thing(phrases, e) for e in found):
        found = _climbed(phrases, clause) or found
    return found


def _given_less(phrases: Phrases, clause: Clause) -> EntityMention | None:
    """ "Offered them less than the rise they asked for": who is given something has asked for it, and not the giver."""
    parse = phrases.sentence.parse
    if clause.link != "relcl" or [parse.lower[s] for s in clause.subjects] not in (["they"], ["it"]):
        return None
    over = [phrases.clause_by_verb[a] for a in parse.ancestors(clause.verb) if a in phrases.clause_by_verb]
    given = next((c for c in over if c.lemma in _HANDING and c.datives), None)
    return phrases.party(given.datives[0]) if given is not None and not given.passive else None


_HANDING = word_list("moves.parties.makers.handing")


def _open_doers(phrases: Phrases, hit: ActHit, clause: Clause) -> list[EntityMention]:
    """Who does it where the clause has no subject who could."""
    found: list[EntityMention] = []
    if clause.passive and hit.slot == "against":
        # "is dead set against": a participle that tells how its subject stands.
        parse = phrases.sentence.parse
        found = [e for c in parse.children[hit.token] if parse.deps[c] == "nsubj" for e in _makers_at(phrases, c)]
    if clause.passive and not found:
        found = _owners(phrases, hit, clause) or _under_deal(phrases, hit, clause)
    if hit.speaker and not found:
        found = [e for s in phrases.speakers_of(clause) if (e := phrases.party(s)) is not None]
    if hit.act == "reject" and not found and not hit.speaker and (not clause.passive or clause.link == "conj"):
        found = where_refused(phrases, clause)
    if hit.act in _BETWEEN and not found:
        found = _holders_of_talks(phrases, clause)
    if hit.act == "extend" and clause.passive and not found:
        # "The truce between the two has been prolonged"; "between Kessian and rebel forces" names neither.
        found = [e for e in _holders_of_talks(phrases, clause) if e.form == "name"]
    found = found or answerers(phrases, hit) or fronted_subject(phrases, clause) or behind_fronted(phrases, clause)
    return found or _lost_verb(phrases, hit)


def _first_of_verb(phrases: Phrases, clause: Clause) -> int:
    """Where a clause's verb begins, with its auxiliaries."""
    parse = phrases.sentence.parse
    return min([clause.verb, *(c for c in parse.children[clause.verb] if parse.deps[c] in {"aux", "auxpass", "neg"})])


def _lost_verb(phrases: Phrases, hit: ActHit) -> list[EntityMention]:
    """ "The rebel governor reneged on": a verb the parser hung on its subject, as if that had undergone it."""
    clause, parse = hit.clause, phrases.sentence.parse
    if clause is None or clause.link != "acl" or not clause.passive or any(p.word == "by" for p in clause.preps):
        return []
    noun = parse.heads[clause.verb]
    root = parse.heads[noun] if parse.deps[noun] == "appos" else noun
    if parse.deps[root] != "ROOT" or parse.words[-1] != ".":
        return []
    found = phrases.party(noun, strict=True)
    return [found] if found is not None else []


def _between(phrases: Phrases, hit: ActHit) -> list[EntityMention]:
    """ "Talks between A and B": who stands behind "between"."""
    if hit.act not in _BETWEEN:
        return []
    found = (phrases.party(p.object) for p in phrases.preps(hit.token) if p.word == "between")
    return [e for e in found if e is not None]


def _said_of_own(phrases: Phrases, hit: ActHit) -> list[EntityMention]:
    """ "Their demand, the survivors said, still stands": whose it is stands behind, as who speaks."""
    parse = phrases.sentence.parse
    owned = any(parse.deps[c] == "poss" and parse.tags[c] == "PRP$" for c in parse.children[hit.token])
    if not owned:
        return []
    above = (c for c in phrases.sentence.clauses if c.verb > hit.token and c.subjects and c.subjects[0] > hit.token)
    said = next((c for c in above if phrases.is_of(c.verb, _SPEAKING)), None)
    return [e for s in said.subjects if (e := phrases.party(s, strict=True)) is not None] if said is not None else []


_SPEAKING = frozenset({"told"})


def _reported_by(phrases: Phrases, clause: Clause) -> list[EntityMention]:
    """Whom an open pronoun stands for below a verb of saying: "the movement denied that it had offered"."""
    if not clause.subjects:
        return []
    pronoun = phrases.sentence.parse.lower[clause.subjects[0]]
    # "She would take nothing less, Ada Berg said": only of who is named behind.
    behind = tuple(s for s in phrases.speakers_of(clause) if s > clause.verb)
    if pronoun not in {"it", "they"} and not (pronoun in {"he", "she"} and behind):
        return []
    speakers = behind if pronoun in {"he", "she"} else phrases.speakers_of(clause) or _letting_known(phrases, clause)
    found = (phrases.party(s, strict=True) for s in speakers)
    return [e for e in found if e is not None and e.form != "pronoun"]


def _letting_known(phrases: Phrases, clause: Clause) -> tuple[int, ...]:
    """ "The islanders let it be known that they would": who speaks, above a clause without a subject of its own."""
    clauses = phrases.sentence.clauses
    while clause.parent is not None and clause.link in {"ccomp", "relcl", "advcl"}:
        clause = clauses[clause.parent]
        if clause.subjects:
            return clause.subjects
    return ()


def _makers_at(phrases: Phrases, token: int) -> list[EntityMention]:
    """Who acts by a subject: each of those a collective stands for, those whose leaders do it, or the one named."""
    parse = phrases.sentence.parse
    if found := each_of(phrases, token):
        return found
    if (
        any(parse.lower[c] == "whose" for c in parse.children[token])
        and not (phrases.means_somebody(token) and parse.lemmas[token] not in _SPOKESMEN)
        and (whose := _antecedent(phrases, token)) is not None
    ):
        return [whose]
    one = phrases.party(token)
    if one is not None and is_thing(phrases, one) and (whose := _wielder(phrases, token)) is not None:
        return [whose]
    return [one] if one is not None else []


_SPOKESMEN = word_list("moves.parties.makers.spokesmen")


def _wielder(phrases: Phrases, token: int) -> EntityMention | None:
    """ "Kessian shells struck", "the navy's rockets hit": what a nation's or force's things do, it does itself."""
    parse = phrases.sentence.parse
    before = (c for c in parse.children[token] if parse.deps[c] in {"amod", "poss", "compound"})
    found = (phrases.doc.entity(phrases.index, c) for c in before)
    return next((e for e in found if e is not None and e.kind in _WIELDING), None)


_WIELDING = frozenset({"state", "armed_group"})


def _in_brackets(phrases: Phrases, first: int, token: int) -> bool:
    """Whether a subject only stands in brackets behind the first: it is a member, who does nothing by itself."""
    words = phrases.sentence.parse.words[first:token]
    return token > first and words.count("(") > words.count(")")


def _of_headline(phrases: Phrases, hit: ActHit) -> list[EntityMention]:
    """ "Alpha, Beta in merger talks": the names a headline without a verb opens with."""
    parse = phrases.sentence.parse
    if "in" in parse.lower[: hit.token] and (pair := in_headline(phrases, parse.lower.index("in"))):
        return pair
    root = next((t for t, dep in enumerate(parse.deps) if dep == "ROOT"), None)
    if root is None or root >= hit.token or parse.tags[root] not in {"NNP", "NNPS"} or parse.words[-1] == ".":
        return []
    beside = [c for c in parse.children[root] if parse.deps[c] in {"appos", "conj"} and c < hit.token]
    names = [root, *(c for c in beside if parse.tags[c] in {"NNP", "NNPS"})]
    return [e for t in names if (e := phrases.party(t)) is not None]


def is_thing(phrases: Phrases, entity: EntityMention) -> bool:
    """Whether a subject that nobody is known by is no person and no body of people ("haircut", "the plan")."""
    return (
        entity.kind == "collective"
        and entity.form == "description"
        and not entity.resolved
        and not phrases.means_somebody(entity.head)
    )


def _climbed(phrases: Phrases, clause: Clause) -> list[EntityMention]:
    """The party above, where the parser tied a verb to the clause before it ("conceded that a cut was due, and invited")."""
    clauses = phrases.sentence.clauses
    while clause.parent is not None:
        clause = clauses[clause.parent]
        found = [e for s in clause.subjects if (e := phrases.entity(s)) is not None]
        if found:
            return found
    return []


def _beyond_thing(phrases: Phrases, clause: Clause) -> list[EntityMention]:
    """ "He said it was only a basis and begged them to return": past an "it" that is no party, who is above."""
    clauses, lower = phrases.sentence.clauses, phrases.sentence.parse.lower
    if clause.link != "conj" or clause.own_subject or clause.parent is None or clauses[clause.parent].lemma != "be":
        return []
    if [lower[s] for s in clause.subjects] != ["it"] or (above := clauses[clause.parent].parent) is None:
        return []
    return [e for s in clauses[above].subjects if (e := phrases.party(s, strict=True)) is not None]


def _under_deal(phrases: Phrases, hit: ActHit, clause: Clause) -> list[EntityMention]:
    """ "Under a truce reached in April, the neighbours are holding off": whose deal it is."""
    parse = phrases.sentence.parse
    deal = parse.heads[clause.verb]
    if any(p.word in {"between", "with", "by"} for p in clause.preps):
        return []  # "an accord reached between the two": theirs, and not of whoever acts under it
    if (
        hit.act != "agree"
        or clause.link != "acl"
        or parse.deps[deal] != "pobj"
        or parse.lower[parse.heads[deal]] != "under"
    ):
        return []
    verb = parse.heads[parse.heads[deal]]
    above = next((c for c in parse.clauses if c.verb == verb), None)
    found = [e for s in above.subjects for e in _makers_at(phrases, s)] if above is not None else []
    plural = any(parse.tags[e.head] in {"NNS", "NNPS"} for e in found)
    return found if len(found) > 1 or plural else []


def _antecedent(phrases: Phrases, token: int) -> EntityMention | None:
    """Whom the relative clause around a token hangs on."""
    parse = phrases.sentence.parse
    verb = next((a for a in (token, *parse.ancestors(token)) if parse.deps[a] == "relcl"), None)
    return phrases.party(parse.heads[verb]) if verb is not None else None


# Acts one does to what is one's own: "its offer was withdrawn", "the union's demands, made on Sunday".
_OWNERS_DO = frozenset({"withdraw", "concede", "offer", "demand", "promise", "threaten", "agree"})


def _owners(phrases: Phrases, hit: ActHit, clause: Clause) -> list[EntityMention]:
    """Whose the thing is that a passive without a doer says something of."""
    if hit.act == "carry_out" and clause.lemma.split()[0] in _MOVING_OFF:
        # "Kessian tanks have been withdrawn": a force is taken off by whose it is.
        forces = (phrases.doc.entity(phrases.index, o) for o in clause.objects)
        return [
            e for e in forces if e is not None and e.acts_for is not None and e.kind in {"organisation", "armed_group"}
        ]
    if hit.act not in _OWNERS_DO:
        return []
    things = hit.fillers if hit.act in {"withdraw", "concede"} else clause.objects
    heads = [phrases.head(t) for t in things]
    if hit.act not in {"withdraw", "concede"}:
        heads = [h for h in heads if phrases.is_of(h, _TABLED)]
    return [o for h in heads if (o := phrases.owner(h)) is not None]


_MOVING_OFF = word_list("moves.parties.makers.moving_off")
# What parties put forward or sign.
_TABLED = frozenset({"proposal", "demand", "agreement", "bid"})
# Acts of talks themselves, whose parties stand behind "between".
_BETWEEN = frozenset({"meet", "break_off", "resume", "agree"})


def _called_and_joined(phrases: Phrases, token: int) -> list[int]:
    """ "Between the rail operator Norvia and the union": the parser joins the second to the name of the first."""
    parse = phrases.sentence.parse
    names = [c for c in parse.children[token] if parse.deps[c] == "appos" and len(parse.conjuncts(c)) > 1]
    return parse.conjuncts(names[0]) if len(names) == 1 and parse.tags[token] == "NN" else [token]


def _holders_of_talks(phrases: Phrases, clause: Clause) -> list[EntityMention]:
    parse = phrases.sentence.parse
    heads = clause.objects if clause.passive else clause.subjects
    # "his consultations with the growers were useful".
    whose = [c for h in heads for c in parse.children[h] if parse.deps[c] == "poss"]
    words = {"between", "with"} if clause.passive or whose else {"between"}
    between = [
        t for h in heads for p in phrases.preps(h) if p.word in words for t in _called_and_joined(phrases, p.object)
    ]
    if not whose and not between:
        inside = [t for h in (*heads, clause.verb) for t in phrases.region(h)]
        between = [p.object for t in inside for p in phrases.preps(t) if p.word == "between"]
    return [e for e in (phrases.party(o) for o in dict.fromkeys((*whose, *between))) if e is not None]
