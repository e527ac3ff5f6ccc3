"""What fills the slots of a frame: the heads of the complements of a verb, adjective or noun that acts."""

from __future__ import annotations

from parley.annotate.clauses import Clause
from parley.annotate.preps import Prep
from parley.extract.moves.clauses.constituents import Phrases
from parley.extract.moves.frames.needs import is_date
from parley.lexicon.acts import Need
from parley.lexicon.words import word_list

__all__ = [
    "ADVERBS",
    "PREPOSITIONS",
    "adjective_fillers",
    "all_preps",
    "clause_fillers",
    "infinitive",
    "preposition_of",
]

ADVERBS = frozenset({"advmod", "prt"})
# A slot of a need, and the preposition it stands for.
PREPOSITIONS = {"to_prep": "to", "out_of": "out of"}
_NO_PREPOSITION = frozenset({"object", "inside", "next", "subject", "complement", "clause", "to"})
# "gave the garrison until noon to leave": the parser hangs the infinitive on the time.
# Particles the parser takes for prepositions ("voted down the proposal", "waved through the sale").
_PARTICLES = frozenset({"down", "through", "aside", "off", "away"})
_EDGES = word_list("moves.frames.fillers.edges")
_UNTIL = frozenset({"until", "till", "by"})
_LENGTHS = frozenset({"day", "week", "month", "time", "hour", "night"})


def preposition_of(slot: str) -> str | None:
    """The first word of the preposition without which nothing in a sentence fills the slot; None where it is no preposition."""
    return None if slot in _NO_PREPOSITION else PREPOSITIONS.get(slot, slot).split()[0]


def clause_fillers(phrases: Phrases, clause: Clause, slot: str) -> list[int]:
    """The heads that fill a slot of the clause."""
    parse = phrases.sentence.parse
    if slot == "object":
        return [
            *clause.objects,
            *_judged_things(phrases, clause),
            *_pointed_at(phrases, clause),
            *_misread_nouns(phrases, clause),
            *_lengths_given(phrases, clause),
            *_amounts_put(phrases, clause),
            *_spoken_of(phrases, clause),
            *(p.object for p in clause.preps if p.word in _PARTICLES and p.object > clause.verb),
            *_behind_particle(phrases, clause),
        ]
    if slot == "inside":
        return [t for o in clause.objects for t in phrases.region(o) if t != o]
    if slot == "next":
        after = clause.verb + 1
        # "said no soldier died": a "no" that belongs to a noun answers nothing.
        return [after] if after < len(parse) and parse.deps[after] not in {"det", "amod", "advmod"} else []
    if slot == "subject":
        return list(clause.objects if clause.passive else clause.subjects)
    if slot == "complement":
        return [c for c in (clause.complement,) if c is not None] + [
            p.object for p in clause.preps if p.word in {"in", "at"}
        ]
    if slot in {"clause", "to"}:
        return [c for c in _clauses_below(phrases, clause) if slot == "clause" or infinitive(phrases, c)]
    word = PREPOSITIONS.get(slot, slot)
    preps = [p for p in all_preps(phrases, clause) if p.word == word or (word == "of" and p.word == "out of")]
    found = [p.object for p in preps if not is_date(phrases, p.object)]
    if not found and word == "to":
        return _misread_after_to(phrases, clause)
    return found or _shared(phrases, clause, word)


def _clauses_below(phrases: Phrases, clause: Clause) -> list[int]:
    """The verbs of the clauses that complete a clause, or that hang on its objects."""
    parse = phrases.sentence.parse
    below = [
        c
        for c in parse.children[clause.verb]
        if (
            parse.deps[c] in {"ccomp", "xcomp"}
            and _is_complement(phrases, clause, c)
            and not (c > clause.verb and parse.tags[c] in {"VBD", "VBZ"} and parse.lemmas[c] in _SAYING)
        )
        or (parse.deps[c] == "advcl" and _bare_purpose(phrases, clause, c))
    ]
    below += [
        c
        for o in (*clause.objects, *(p.object for p in clause.preps if p.word in _UNTIL or _is_length(phrases, p)))
        for c in parse.children[o]
        if parse.deps[c] in {"acl", "relcl"} and (infinitive(phrases, c) or _that(phrases, c))
    ]
    if not below and clause.link == "xcomp":
        # "is expected to propose, when he lands, that": the parser hangs the clause on the verb above.
        above = parse.children[parse.heads[clause.verb]]
        below = [c for c in above if c > clause.verb and parse.deps[c] == "ccomp" and _that(phrases, c)]
    return below


def _shared(phrases: Phrases, clause: Clause, word: str) -> list[int]:
    """ "insisted on, and got, a clause": the noun behind the second verb or preposition is the first one's as well."""
    parse = phrases.sentence.parse
    bare = next((c for c in parse.children[clause.verb] if parse.lower[c] == word and c > clause.verb), None)
    if bare is None or parse.children[bare] or parse.lower[bare + 1 : bare + 2] not in _JOINING:
        return []
    second = [c for c in parse.children[clause.verb] if c > bare and parse.deps[c] == "conj"]
    return [t for c in second for t in parse.children[c] if t > c and parse.deps[t] in {"dobj", "pobj"}]


_JOINING = ((",",), ("and",), ("but",), ("or",))


def _behind_particle(phrases: Phrases, clause: Clause) -> list[int]:
    """ "vote down the plan": the parser hangs what is voted on upon the particle."""
    parse = phrases.sentence.parse
    particles = [c for c in parse.children[clause.verb] if parse.deps[c] == "prt" and parse.lower[c] in _PARTICLES]
    return [t for c in particles for t in parse.children[c] if parse.deps[t] in {"pobj", "dobj"}]


def _misread_after_to(phrases: Phrases, clause: Clause) -> list[int]:
    """ "yielded to demands for": a noun that the parser takes for an infinitive."""
    parse = phrases.sentence.parse
    return [
        c
        for c in parse.children[clause.verb]
        if parse.deps[c] == "xcomp" and parse.tags[c] in {"NN", "NNS"} and _behind_to(phrases, c)
    ]


def _behind_to(phrases: Phrases, token: int) -> bool:
    """Whether "to" stands right before the word."""
    return token > 0 and phrases.sentence.parse.lower[token - 1] == "to"


def _is_length(phrases: Phrases, prep: Prep) -> bool:
    """ "has insisted for months that": the parser hangs the clause on the time."""
    return prep.word == "for" and phrases.sentence.parse.lemmas[prep.object] in {"month", "week", "year", "day", "time"}


def _is_complement(phrases: Phrases, clause: Clause, token: int) -> bool:
    """No indirect question, and before the verb only what is said there: words quoted or what is to be done."""
    parse = phrases.sentence.parse
    if any(parse.deps[k] == "mark" and parse.lower[k] in {"whether", "if"} for k in parse.children[token]):
        return False
    if token > clause.verb:
        return True
    between = parse.lower[token : clause.verb]
    said = not _QUOTES.isdisjoint(between) or any(parse.tags[k] == "MD" for k in parse.children[token])
    return ";" not in between and said


_QUOTES = frozenset({'"', "”", "’", "''", "'"})


_SAYING = word_list("moves.frames.fillers.saying")
_BIDS = word_list("moves.frames.fillers.bids")
_LOOSE = frozenset({"dep", "npadvmod"})


def _misread_nouns(phrases: Phrases, clause: Clause) -> list[int]:
    """Bids that the parser reads as verbs in headlines ("ENDS BID FOR COSGRAVE")."""
    parse = phrases.sentence.parse
    near = range(clause.verb + 1, min(clause.verb + 3, len(parse)))
    bids = [t for t in near if parse.lower[t] in _BIDS and parse.tags[t][0] == "V" and parse.heads[t] == clause.verb]
    if bids or clause.objects or clause.passive:
        return bids
    # "ratified, by 83 votes to 41, the accord": behind a phrase between commas the parser leaves the object loose.
    below = parse.children[clause.verb]
    return [
        c
        for c in below
        if c > clause.verb and parse.deps[c] in _LOOSE and parse.tags[c] in {"NN", "NNS"} and not phrases.is_time(c)
    ]


def all_preps(phrases: Phrases, clause: Clause) -> list[Prep]:
    """Phrases of the verb, of its objects ("accused the army of") and of its adverbs ("walked away from")."""
    if phrases.clause_by_verb.get(clause.verb) is not clause:
        return _preps_around(phrases, clause)
    key = all_preps, clause.verb
    known: list[Prep] | None = phrases.kept.get(key)
    if known is None:
        known = phrases.kept[key] = _preps_around(phrases, clause)
    return known


def _preps_around(phrases: Phrases, clause: Clause) -> list[Prep]:
    parse = phrases.sentence.parse
    adverbs = [c for c in parse.children[clause.verb] if parse.deps[c] in ADVERBS]
    edge = [p for q in clause.preps if parse.lemmas[q.object] in _EDGES for p in phrases.preps(q.object)]
    # "stayed away for a second day in support of": the parser hangs the phrase on the time.
    edge += [p for q in clause.preps if parse.lemmas[q.object] in _LENGTHS for p in phrases.preps(q.object)]
    return [*clause.preps, *edge, *(p for o in (*clause.objects, *adverbs) for p in phrases.preps(o))]


def _spoken_of(phrases: Phrases, clause: Clause) -> list[int]:
    """What a relative clause without a pronoun says something of ("the accord it signed with", "terms they resisted")."""
    parse = phrases.sentence.parse
    head = parse.heads[clause.verb]
    if clause.link != "relcl" or clause.passive or not clause.own_subject or head in clause.subjects:
        return []
    # "the $15 million which the bank put forward".
    if any(parse.lower[o] not in _WHICH for o in clause.objects):
        return []
    # "the day the talks collapsed" is when; "the paper they spoke of" is spoken of, not spoken.
    stranded = any(parse.deps[c] == "prep" and not parse.children[c] for c in parse.children[clause.verb])
    timed = any(q.kind in {"duration", "date", "year"} for q in phrases.quantities([head]))
    dated = timed or is_date(phrases, head)
    said_of = clause.complement is not None and clause.lemma not in _CALLING
    return [] if stranded or dated or said_of else [head]


_CALLING = word_list("moves.frames.fillers.calling")
_WHICH = frozenset({"which", "that", "whom"})


def _pointed_at(phrases: Phrases, clause: Clause) -> list[int]:
    """ "calls that "an insult"": the parser takes the pronoun for the word that opens a clause."""
    parse, after = phrases.sentence.parse, clause.verb + 1
    if clause.lemma not in _CALLING or clause.objects or parse.lower[after : after + 1] != ("that",):
        return []
    return [after] if parse.deps[after] == "mark" and parse.tags[parse.heads[after]][0] in "NJ" else []


def _judged_things(phrases: Phrases, clause: Clause) -> list[int]:
    """What an adjective is said of ("found the terms unacceptable"): the parser makes a clause of the two."""
    parse = phrases.sentence.parse
    below = [c for c in phrases.sentence.clauses if c.link == "ccomp" and parse.heads[c.verb] == clause.verb]
    return [s for c in below if not parse.tags[c.verb].startswith(("V", "M")) for s in c.subjects]


def _lengths_given(phrases: Phrases, clause: Clause) -> list[int]:
    """What the parser takes for a time when, where somebody is given it ("gave the firm another two days")."""
    parse = phrases.sentence.parse
    if not clause.datives or clause.objects:
        return []
    return [c for c in parse.children[clause.verb] if c > clause.verb and parse.deps[c] == "npadvmod"]


_PUTTING = word_list("moves.frames.fillers.putting")


def _amounts_put(phrases: Phrases, clause: Clause) -> list[int]:
    """An amount that the parser takes for an adverb or for whoever is given something ("offered 14 dollars a share")."""
    if clause.lemma not in _PUTTING or clause.objects or clause.passive:
        return []
    parse = phrases.sentence.parse
    below = [c for c in parse.children[clause.verb] if c > clause.verb and parse.deps[c] in {"npadvmod", "dative"}]
    # "asked 14 days ago" tells when.
    return [
        c
        for c in below[:1]
        if any(parse.tags[k] in {"CD", "$"} for k in phrases.region(c))
        and not is_date(phrases, c)
        and parse.lower[min(c + 1, len(parse) - 1)] not in {"ago", "before", "earlier", "later"}
    ]


def _that(phrases: Phrases, token: int) -> bool:
    """A clause that says what a noun means ("gave its word that")."""
    parse = phrases.sentence.parse
    return any(parse.deps[c] == "mark" and parse.lower[c] == "that" for c in parse.children[token])


def _bare_purpose(phrases: Phrases, clause: Clause, token: int) -> bool:
    """An infinitive the parser hung on as a purpose ("called on X to accept")."""
    return infinitive(phrases, token) and token > clause.verb


def infinitive(phrases: Phrases, token: int) -> bool:
    """Whether the verb stands with "to"."""
    parse = phrases.sentence.parse
    return any(parse.tags[c] == "TO" for c in parse.children[token])


def adjective_fillers(phrases: Phrases, clause: Clause, token: int, need: Need) -> list[int]:
    """The heads that fill a slot of a predicate adjective ("ready to release")."""
    parse = phrases.sentence.parse
    if need.slot == "to":
        return [
            c
            for t in (token, clause.verb)
            for c in parse.children[t]
            if parse.deps[c] in {"xcomp", "ccomp", "advcl"} and infinitive(phrases, c)
        ]
    return [
        p.object
        for t in (token, clause.verb)
        for p in phrases.preps(t)
        if p.word == PREPOSITIONS.get(need.slot, need.slot)
    ]
