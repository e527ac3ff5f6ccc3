"""To whom a move is addressed, as its own sentence names them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parley.annotate.clauses import Clause
from parley.annotate.doc import EntityMention
from parley.extract.moves.clauses.constituents import Phrases
from parley.extract.moves.clauses.subjects import spoken_to
from parley.extract.moves.frames.acts import ActHit
from parley.extract.moves.parties.together import each_of
from parley.lexicon.acts import load_acts
from parley.lexicon.words import word_list

__all__ = ["find_addressees"]

# Prepositions that name the one addressed, by act.
_ADDRESSED = {
    "offer": ("to", "before"),
    "demand": ("from", "of", "on", "to", "upon"),
    "accept": ("from", "by"),
    "reject": ("from", "by", "with", "to"),
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
    "carry_out": ("to", "for"),
    "breach": ("with",),
    "rule": ("against",),
}
# Acts that answer what somebody else put forward: whose it is is who is addressed.
_ANSWERS = frozenset({"accept", "reject", "support"})
# Acts whose receiver can be their subject in the passive.
_TOWARDS = frozenset({"promise", "offer", "threaten"})
# Acts whose object is somebody.
_TO_SOMEBODY = frozenset({"accuse", "threaten", "invite", "demand", "meet"})
# Acts that are done in words to somebody.
_SAID_TO = frozenset({"offer", "demand", "threaten", "promise", "invite", "concede", "accept", "reject"})


def find_addressees(phrases: Phrases, hit: ActHit) -> list[EntityMention]:
    """Whom the act's own words name as addressed; then whom its letter, or the verb it hangs on, is directed to."""
    words = _ADDRESSED.get(hit.act, ())
    if hit.clause is None:
        found = [*_of_noun(phrases, hit, words)]
    else:
        found = [*_clause_addressees(phrases, hit, hit.clause, words)]
    if hit.act in _ANSWERS | {"extend"}:
        found += [phrases.owner(phrases.head(f)) for f in hit.fillers]
    named = [e for e in found if e is not None]
    if hit.act == "demand":
        # "until all of the captives are released": nothing is asked of them.
        named = [e for e in named if not phrases.is_of(e.head, _HELD)]
    if not named and hit.act in _SAID_TO and hit.clause is not None:
        named = [e for e in _written_to(phrases, hit.clause) if e is not None]
    if not named and hit.act in _SAID_TO:
        named = spoken_to(phrases, hit.token) or _given(phrases, hit)
    if not named and hit.act == "demand":
        named = [e for e in _whose(phrases, hit) if e is not None]
    return named


def _given(phrases: Phrases, hit: ActHit) -> list[EntityMention]:
    """ "offers rebels amnesty": people the parser took for a part of the thing; "9 percent from the pit owners", "a cut to
    bondholders": whom the preposition behind the thing names."""
    parse, clause = phrases.sentence.parse, hit.clause
    if clause is None or clause.passive or hit.slot != "object":
        return []
    words = {"demand": ("from",), "offer": ("to",), "promise": ("to",)}.get(hit.act, ())
    behind = [p.object for f in hit.fillers for p in phrases.preps(f) if p.word in words]
    if not behind and hit.act == "offer":
        # "extended its offer of help and advice in the search to Orland": the parser hangs it on the last noun.
        offers = (f for f in hit.fillers if parse.lemmas[f] == "offer")
        behind = [p.object for f in offers for t in phrases.region(f) for p in phrases.preps(t) if p.word == "to"][-1:]
    found = [
        e
        for o in behind
        if phrases.means_somebody(o) or parse.tags[o][:3] == "NNP"
        for e in [phrases.party(o, strict=True)]
    ]
    if not any(found) and hit.act in {"offer", "promise"}:
        inside = (c for f in hit.fillers for c in parse.children[f] if parse.deps[c] in {"compound", "nmod"})
        found = [phrases.party(c, strict=True) for c in inside if parse.tags[c] == "NNS" and phrases.means_somebody(c)]
    return [e for e in found if e is not None and not phrases.is_of(e.head, _HELD)][:1]


def _parties(phrases: Phrases, tokens: Iterable[int]) -> Iterator[EntityMention | None]:
    return (phrases.party(t, strict=True) for t in tokens)


def _of_noun(phrases: Phrases, hit: ActHit, words: tuple[str, ...]) -> Iterator[EntityMention | None]:
    yield from _parties(
        phrases, (p.object for p in phrases.preps(hit.token) if p.word in words and p.object not in hit.fillers)
    )
    yield from _receivers(phrases, hit)
    # "sent Lesk a request for", "delivered the proposal to the cabinet".
    for clause in phrases.sentence.clauses:
        if hit.token in clause.objects and hit.act in _SAID_TO and not clause.passive:
            yield from _parties(phrases, (*clause.datives, *(p.object for p in clause.preps if p.word == "to")))
    # "made its collectors a new offer": to the parser they are the offer's subject.
    made = (c for c in phrases.sentence.clauses if c.verb == hit.token and c.link == "ccomp" and hit.act in _SAID_TO)
    yield from _parties(phrases, (s for c in made for s in c.subjects if s < hit.token))
    if hit.gives == "to":
        yield from _asked(phrases, hit, ())


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


def _asked(phrases: Phrases, hit: ActHit, subjects: tuple[int, ...]) -> Iterator[EntityMention | None]:
    """ "its demand that Lusovia withdraw", "an appeal for both sides to submit": who would do what is asked."""
    inner = [c for c in phrases.sentence.clauses if c.verb in hit.fillers]
    for clause, subject in ((c, s) for c in inner for s in c.subjects if s not in subjects and not c.passive):
        both = each_of(phrases, subject)
        if both:
            yield from both
        else:
            # "asked that the rise be automatic": of a thing that is to be so, nothing is asked.
            known = phrases.sentence.parse.tags[subject] != "NN" or clause.lemma == "be"
            yield phrases.party(subject, strict=known)


def _clause_addressees(
    phrases: Phrases, hit: ActHit, clause: Clause, words: tuple[str, ...]
) -> list[EntityMention | None]:
    found = [phrases.party(d) for d in clause.datives]
    if clause.passive and hit.act in _TOWARDS:
        # "was promised two plants", "have been assured that": who gets it is the subject.
        found += [phrases.doc.entity(phrases.index, o) for o in clause.objects]
    if hit.act in _TO_SOMEBODY:
        # Whoever is invited, accused or threatened with something is somebody, known as such or not.
        sure = hit.act in {"invite", "accuse"} or hit.slot == "with"
        # Captives are what is asked for, and are asked nothing.
        asked = [o for o in clause.objects if hit.act != "demand" or not phrases.is_of(o, _HELD)]
        if hit.act == "meet" and hit.slot == "with":
            asked = []  # "discussed the canal with the mayor"
        found += [phrases.party(o, strict=not sure) for o in asked]
    elif hit.act in {"extend", "rule"} or (hit.act in _SAID_TO and hit.slot in {"clause", "to"}):
        # "promised the works council that no plant would be shut".
        found += [*_parties(phrases, (o for o in clause.objects if o not in hit.fillers))]
    # "invited the committee to Budapest": once somebody is invited, "to" says where.
    if hit.act != "invite" or not any(found):
        found += [*_parties(phrases, (p.object for p in clause.preps if p.word in words))]
    if hit.gives == "to" and hit.slot == "clause":
        found += [*_asked(phrases, hit, clause.subjects)]
    if hit.owner:
        # "Barro's offer to its pilots is 6.5 percent".
        nouns = (*clause.subjects, *(clause.objects if clause.passive else ()))
        found += [*_parties(phrases, (p.object for t in nouns for p in phrases.preps(t) if p.word == "to"))]
    if hit.act == "offer":
        # A bid for a company is put to it, and so is a proposal to buy it.
        # "a bid of 620 million pounds for Blythe": the parser may hang the company on the amount.
        priced = [p.object for f in hit.fillers for p in phrases.preps(f) if p.word == "of"]
        for_whom = [p.object for f in (clause.verb, *hit.fillers, *priced) for p in phrases.preps(f) if p.word == "for"]
        bought = (c for c in phrases.sentence.clauses if c.verb in hit.fillers and c.lemma in _BUYING)
        for_whom += [o for c in bought for o in c.objects]
        found += [
            e for e in (phrases.doc.entity(phrases.index, o) for o in for_whom) if e is not None and e.form == "name"
        ]
    # "a truce with Israel": the other side of what is asked for; what is done under it is not done to its sides.
    found += [
        phrases.doc.entity(phrases.index, p.object)
        for t, p in phrases.preps_among(phrases.region(clause.verb), _BESIDE)
        if hit.act != "carry_out" and (t in hit.fillers or phrases.is_of(t, _AGREED))
    ]
    if hit.act in {"offer", "threaten", "promise", "withdraw"}:
        found += _conditioned(phrases, clause)
    return found


def _conditioned(phrases: Phrases, clause: Clause) -> list[EntityMention | None]:
    """Who would have to act first: the subject of the if-clause."""
    return [
        e
        for other in phrases.sentence.clauses
        if other.mark in {"if", "unless", "provided", "once"} and other.first >= clause.first and other.own_subject
        for s in other.subjects
        for e in _named_by(phrases, s)
    ]


def _named_by(phrases: Phrases, token: int) -> list[EntityMention | None]:
    """Each of those a collective or "they" stands for, else the one named."""
    several: list[EntityMention | None] = [*each_of(phrases, token)]
    return several or [phrases.doc.entity(phrases.index, token)]


_BESIDE = frozenset({"with", "between"})
_AGREED = frozenset({"agreement"})
_BUYING = word_list("moves.parties.addressees.buying")
_LETTERS = word_list("moves.parties.addressees.letters")
_WRITING = word_list("moves.parties.addressees.writing")


def _written_to(phrases: Phrases, clause: Clause) -> Iterator[EntityMention | None]:
    """ "in a letter to the regulator", "wrote to the presidency asking for a delay"."""
    lemmas, clauses = phrases.sentence.parse.lemmas, phrases.sentence.clauses
    letters = [p.object for p in clause.preps if p.word in {"in", "by", "with"} and lemmas[p.object] in _LETTERS]
    yield from _parties(phrases, (p.object for t in letters for p in phrases.preps(t) if p.word == "to"))
    above = clauses[clause.parent] if clause.parent is not None and clause.link in {"advcl", "xcomp", "conj"} else None
    if above is not None and above.lemma in _WRITING and not clause.own_subject:
        preps = (p.object for p in above.preps if p.word == "to")
        yield from _parties(phrases, (*preps, *above.objects))


_BODIES = frozenset({"state", "organisation", "company", "consortium", "union", "armed_group", "office"})


def _whose(phrases: Phrases, hit: ActHit) -> Iterator[EntityMention | None]:
    """ "demanded Lesk's withdrawal", "wants Arvenna's trawlers gone": whose the things are that are to be done with."""
    if hit.slot not in {"object", "for", "clause"} or any(phrases.is_of(f, _HELD) for f in hit.fillers):
        return
    inner = [s for c in phrases.sentence.clauses if c.verb in hit.fillers for s in c.subjects]
    parse = phrases.sentence.parse
    for thing in (*hit.fillers, *inner):
        owner = next((c for c in parse.children[thing] if parse.deps[c] == "poss" and parse.tags[c] != "PRP$"), None)
        entity = phrases.entity(owner) if owner is not None else None
        if entity is not None and entity.form == "name" and entity.kind in _BODIES:
            yield entity


_HELD = frozenset({"captive", "person_stake"})
