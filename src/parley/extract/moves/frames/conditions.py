"""The further conditions that a need names behind a plus sign, asked of the whole clause."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from parley.annotate.clauses import Clause
from parley.annotate.preps import Prep
from parley.extract.moves.clauses.constituents import Phrases
from parley.extract.moves.clauses.judged import JUDGING, is_judged
from parley.extract.moves.frames.idioms import IDIOMS
from parley.extract.moves.frames.needs import is_date
from parley.extract.moves.frames.shortfalls import SHORTFALLS, is_claimed, lacks
from parley.extract.moves.frames.sides import SIDES, is_rival
from parley.extract.moves.terms.issues import is_takeover
from parley.extract.relevance import is_about_talks
from parley.lexicon.acts import Need, load_acts, load_talks
from parley.lexicon.words import word_list

__all__ = ["meets_condition"]

_CONFERRING = word_list("moves.frames.conditions.conferring")


def meets_condition(phrases: Phrases, clause: Clause, need: Need, fillers: tuple[int, ...]) -> bool:
    """The further condition of a need."""
    if need.slot == "next" and clause.negated:
        return False
    if (
        need.slot == "on"
        and need.classes != {"keeping"}
        and all(phrases.sentence.parse.tags[f].startswith("V") for f in fillers)
    ):
        # "cannot agree on how many are out" is a quarrel over facts.
        return False
    if need.slot == "passive":
        return clause.passive
    if need.slot == "bare" and not _stands_alone(phrases, clause):
        return False
    if need.slot == "subjects":
        tags = phrases.sentence.parse.tags
        return len(clause.subjects) > 1 or any(tags[s] in {"NNS", "NNPS"} for s in clause.subjects)
    if need.slot == "bare_walkout":
        return _leaves_talks(phrases, clause)
    if need.slot == "complement" and need.classes == {"ongoing"}:
        return not _leads_on(phrases, fillers)
    if need.also in JUDGING:
        after = [t for t in phrases.region(clause.verb) if t > min(fillers)]
        judged = any(is_judged(phrases, t, JUDGING[need.also]) for t in after)
        return judged and (not need.also.endswith("_at_talks") or is_about_talks(phrases.doc))
    if need.also == "of_deed":
        return is_about_talks(phrases.doc) and not any(is_claimed(phrases, f) for f in fillers)
    if need.also == "no_such":
        return any(lacks(phrases, f) for f in fillers)
    return need.also is None or _CONDITIONS[need.also](phrases, clause)


def _leaves_talks(phrases: Phrases, clause: Clause) -> bool:
    """ "Their envoy walked out": workers who do are on strike."""
    workers, lemmas = load_acts().nouns["balloters"], phrases.sentence.parse.lemmas
    if clause.lemma not in {"walk out", "storm out"} or any(lemmas[s] in workers for s in clause.subjects):
        return False
    return _speaks_of_talks(phrases)


def _stands_alone(phrases: Phrases, clause: Clause) -> bool:
    """ "The rebels refused", "it would accept": somebody answers, and what is answered was said before."""
    parse = phrases.sentence.parse
    below = {parse.deps[c] for c in parse.children[clause.verb] if c > clause.verb}
    if clause.mark == "as":
        # "as agreed" says how something was done.
        return False
    if (
        "TO" in parse.tags[clause.verb + 1 : clause.verb + 5]
        or "that" in parse.lower[clause.verb + 1 : clause.verb + 4]
    ):
        # "have refused since Tuesday to cross", "agree though that": the parser hung what follows elsewhere.
        return False
    if clause.passive or clause.objects or clause.complement is not None or below & {"xcomp", "ccomp", "dative"}:
        return False
    return not any(p.word in {"to", "from", "with", "by", "on"} for p in clause.preps if not is_date(phrases, p.object))


_EACH = frozenset({"neither", "both", "two"})


def _together(phrases: Phrases, clause: Clause) -> bool:
    """Several who agree with each other: "the two sides", "Norland and Ardmore"."""
    parse = phrases.sentence.parse
    if len(clause.subjects) > 1 or any(parse.lower[c] in _EACH for s in clause.subjects for c in parse.children[s]):
        return True
    entities = [phrases.entity(s) for s in clause.subjects]
    return any(e is not None and e.number == "several" and e.kind == "collective" for e in entities)


def _is_yet_to_come(phrases: Phrases, clause: Clause) -> bool:
    """ "may rule", "is expected to rule": of a decision; whoever merely "has ruled since" governs."""
    above = phrases.sentence.clauses[clause.parent] if clause.parent is not None else None
    return clause.modal is not None or (
        clause.link == "xcomp" and above is not None and above.lemma in {"expect", "be"}
    )


def _carries_between(phrases: Phrases, clause: Clause) -> bool:
    words = {p.word for p in (*clause.preps, *(p for o in clause.objects for p in phrases.preps(o)))}
    return "between" in words or {"from", "to"} <= words


def _each_other(phrases: Phrases, clause: Clause) -> bool:
    parse = phrases.sentence.parse
    return any(parse.lower[o - 1 : o + 1] in {("each", "other"), ("one", "another")} for o in clause.objects)


_CARRIERS = frozenset({"carrier", "mediator"})


def _answers(phrases: Phrases, clause: Clause) -> bool:
    """Whether who says no is a party of talks; a person may refuse anything, save where talks are spoken of."""
    if is_rival(phrases, clause.subjects):
        return True
    if all(phrases.party(s, strict=True) is None for s in clause.subjects):
        return False
    return any(tag[0] == "N" and phrases.is_of(t, _SPOKEN_OF) for t, tag in enumerate(phrases.sentence.parse.tags))


_SPOKEN_OF = frozenset({"agreement", "demand", "talks", "bid"})


def _breaks_deal(phrases: Phrases, clause: Clause) -> bool:
    """Whether a clause below tells of a deal or promise that is broken."""
    below = (c for c in phrases.sentence.clauses if phrases.sentence.parse.heads[c.verb] == clause.verb)
    return any(phrases.is_of(t, _BROKEN) for c in below for t in (*c.objects, *(p.object for p in c.preps)))


_BROKEN = frozenset({"agreement", "promise"})


def _preps_of(phrases: Phrases, tokens: Iterable[int]) -> list[Prep]:
    """The prepositional phrases of nouns ("announced a strike for Friday": the parser hangs the day on the strike)."""
    return [prep for token in tokens for prep in phrases.preps(token)]


def _refused_noun(phrases: Phrases, token: int) -> bool:
    """ "no intention", "little chance"."""
    parse = phrases.sentence.parse
    return any(parse.lower[c] in {"no", "little", "zero", "few", "scant"} for c in parse.children[token])


def _by_itself(phrases: Phrases, clause: Clause) -> bool:
    """Whether who warns is who would do it ("warned that it would strike")."""
    parse = phrases.sentence.parse
    below = [
        c for c in phrases.sentence.clauses if c.parent is not None and phrases.sentence.clauses[c.parent] is clause
    ]
    names = {e.name for s in clause.subjects if (e := phrases.entity(s)) is not None}
    for other in below:
        if other.link in {"ccomp", "xcomp"} and set(other.subjects) & set(clause.subjects):
            return True
        for subject in other.subjects:
            entity = phrases.entity(subject)
            if parse.lower[subject] in {"it", "they", "we", "he", "she"} or (
                entity is not None and entity.name in names
            ):
                return True
    return False


def _wants_of_others(phrases: Phrases, clause: Clause) -> bool:
    """Whether somebody else would do what is wanted ("wants the army to leave"), not who wants it ("wants to buy")."""
    below = (c for c in phrases.sentence.clauses if phrases.sentence.parse.heads[c.verb] == clause.verb)
    own = set(clause.subjects)
    # "called on the government on Wednesday to impose": the parser makes a purpose of what is asked.
    upon = any(p.word in _CALLED_ON and phrases.party(p.object) is not None for p in clause.preps)
    if upon and any(_is_purpose(phrases, c, clause.verb) for c in phrases.sentence.clauses):
        return True
    return any(
        c.link in {"ccomp", "xcomp"} and (c.own_subject or c.subjects) and not own & set(c.subjects) for c in below
    )


# "called on the army to", "appealed to the company to", "pleaded with the captors to".
_CALLED_ON = frozenset({"on", "upon", "to", "with"})


def _is_purpose(phrases: Phrases, clause: Clause, verb: int) -> bool:
    parse = phrases.sentence.parse
    return (
        parse.heads[clause.verb] == verb
        and clause.link in {"advcl", "xcomp"}
        and "TO" in parse.tags[clause.first : clause.verb]
    )


def _is_conditional_on(phrases: Phrases, clause: Clause) -> bool:
    """ "is contingent on", "made its aid conditional on", "was conditioned on": the words stand right before "on"."""
    lower = phrases.sentence.parse.lower
    return clause.lemma in _CONDITIONING or any(
        word in _CONDITIONAL and lower[t + 1 : t + 2] in _UPON
        for t, word in enumerate(lower[: clause.last + 1])
        if t > clause.verb
    )


_HOLDERS = word_list("moves.frames.conditions.holders")
_CONDITIONING = frozenset({"condition", "predicate"})
_CONDITIONAL = word_list("moves.frames.conditions.conditional")
_UPON = (("on",), ("upon",), ("to",))


def _takes_place(phrases: Phrases, clause: Clause) -> bool:
    return any(phrases.sentence.parse.lower[o] == "place" for o in clause.objects)


def _leads_on(phrases: Phrases, fillers: tuple[int, ...]) -> bool:
    """ "are due to resume": the infinitive says what the talks do."""
    parse = phrases.sentence.parse
    return any(parse.deps[c] in {"xcomp", "advcl"} for f in fillers for c in parse.children[f])


def _speaks_of_talks(phrases: Phrases) -> bool:
    """Whether the sentence speaks of talks, so that leaving means leaving them."""
    nouns = load_talks().nouns
    known = nouns["talks"] | nouns["bid"]
    return any(word in known for word in (*phrases.sentence.parse.lemmas, *phrases.sentence.parse.lower))


def _gives_time(phrases: Phrases, clause: Clause) -> bool:
    parse = phrases.sentence.parse
    given = [*clause.objects, *(c for c in parse.children[clause.verb] if parse.deps[c] == "npadvmod")]
    lengths = [t for t in given if any(q.kind == "duration" for q in phrases.quantities(phrases.region(t)))]
    return bool(lengths) and len(given) + len(clause.datives) > 1


def _at_talks(phrases: Phrases, clause: Clause) -> bool:
    """Whether the words are of talks though their complement does not tell: the report is, or a body or office acts."""
    if _speaks_of_talks(phrases) or is_about_talks(phrases.doc):
        return True
    return any(
        e is not None and (e.kind not in _PRIVATE or e.acts_for is not None)
        for e in map(phrases.entity, clause.subjects)
    )


_TRAVELLING = word_list("moves.frames.conditions.travelling")
_SENDING = word_list("moves.frames.conditions.sending")
_LONE = frozenset({"person", "unnamed", "unknown"})
_PRIVATE = frozenset({"person", "collective", "unnamed", "unknown"})


_DEAL_WORDS = frozenset({"agreement", "impasse", "blocking"})
_STEPS = word_list("moves.frames.conditions.steps")
_DULY = word_list("moves.frames.conditions.duly")
_LESS = frozenset({"less", "short", "below", "under", "but", "except"})


# Conditions on the clause that a need names behind a plus sign.
_CONDITIONS: dict[str, Callable[[Phrases, Clause], bool]] = {
    **SHORTFALLS,
    **SIDES,
    **IDIOMS,
    "planned": lambda phrases, clause: clause.tense in {"planned", "hypothetical"} or clause.link in {"xcomp", "ccomp"},
    "event": lambda phrases, clause: clause.lemma not in {"be", "take", "remain"} or _takes_place(phrases, clause),
    "finite": lambda phrases, clause: clause.tense not in {"none", "hypothetical"},
    "own": lambda phrases, clause: _by_itself(phrases, clause),
    "bystander": lambda phrases, clause: (
        not clause.objects and any(phrases.party(s, strict=True) is not None for s in clause.subjects)
    ),
    "others": lambda phrases, clause: _wants_of_others(phrases, clause),
    "negated": lambda phrases, clause: clause.negated,
    "will_not": lambda phrases, clause: clause.negated and clause.modal is not None,
    # "would have no choice but to withhold".
    "no_choice": lambda phrases, clause: (
        clause.modal is not None
        and any(_refused_noun(phrases, o) for o in clause.objects)
        and _at_talks(phrases, clause)
    ),
    "duly": lambda phrases, clause: not _DULY.isdisjoint(phrases.sentence.parse.lower),
    # "will accept nothing less than parity".
    "floor": lambda phrases, clause: bool(
        _LESS & {phrases.sentence.parse.lower[t] for t in phrases.region(clause.verb)}
    ),
    # Talks, a bid or a deal in the same sentence.
    "deal_told": lambda phrases, clause: (
        _speaks_of_talks(phrases)
        or any(phrases.is_of(t, _DEAL_WORDS) for t, tag in enumerate(phrases.sentence.parse.tags) if tag[0] == "N")
    ),
    "talks_told": lambda phrases, clause: _speaks_of_talks(phrases),
    # "promised no redundancies" threatens nobody.
    "some_object": lambda phrases, clause: not any(_refused_noun(phrases, o) for o in clause.objects),
    "no_object": lambda phrases, clause: any(_refused_noun(phrases, o) for o in clause.objects),
    # "voted to give the firm until July to pay" grants time, and asks nothing.
    "by_time": lambda phrases, clause: (
        clause.link != "xcomp" and any(p.word in {"until", "till", "by"} for p in clause.preps)
    ),
    # "gave the army a week to leave".
    "within_time": lambda phrases, clause: clause.link != "xcomp" and _gives_time(phrases, clause),
    "in_time": lambda phrases, clause: (
        any(p.word in {"on", "from", "for"} for p in (*clause.preps, *_preps_of(phrases, clause.objects)))
        or clause.tense != "past"
    ),
    # "wants ten days to dig in" gives no answer.
    "digs_in": lambda phrases, clause: (
        (clause.tense != "none" or clause.link not in {"acl", "relcl", "advcl"}) and _at_talks(phrases, clause)
    ),
    "comes": lambda phrases, clause: clause.lemma not in _STEPS and _at_talks(phrases, clause),
    # "went from 3 to 3.5 per cent".
    "steps": lambda phrases, clause: (
        (clause.lemma not in _STEPS or any(p.word == "from" for p in clause.preps)) and _at_talks(phrases, clause)
    ),
    "to_party": lambda phrases, clause: (
        any(p.word in {"to", "before"} and phrases.party(p.object, strict=True) is not None for p in clause.preps)
        or any(phrases.party(d, strict=True) is not None for d in clause.datives)
    ),
    # "took the bridge to him" is no offer, "took the list to the rebels" is.
    "sent": lambda phrases, clause: (
        clause.lemma in _SENDING
        and any(p.word in {"to", "before"} and phrases.party(p.object, strict=True) is not None for p in clause.preps)
    ),
    "as_said": lambda phrases, clause: (
        clause.mark == "as"
        and clause.own_subject
        and not clause.objects
        and any(phrases.party(s, strict=True) for s in clause.subjects)
    ),
    "possible": lambda phrases, clause: clause.modal in {"may", "might", "could"},
    "visiting": lambda phrases, clause: (
        clause.parent is not None
        and clause.link in {"advcl", "xcomp"}
        and phrases.sentence.clauses[clause.parent].lemma in _TRAVELLING
    ),
    # "conferred in Riga": of those who are known, and nothing that is haggled over.
    "conferring": lambda phrases, clause: (
        clause.lemma in _CONFERRING
        and not clause.objects
        and any(phrases.party(s, strict=True) is not None for s in clause.subjects)
        and _at_talks(phrases, clause)
    ),
    "contest": lambda phrases, clause: is_takeover(phrases.doc),
    "asks_somebody": lambda phrases, clause: bool(clause.objects) and _at_talks(phrases, clause),
    "unpast": lambda phrases, clause: clause.tense != "past",
    "affirmed": lambda phrases, clause: not clause.negated,
    "dative": lambda phrases, clause: (bool(clause.datives) or len(clause.objects) > 1) and _at_talks(phrases, clause),
    "at_talks": lambda phrases, clause: _at_talks(phrases, clause),
    # A chef may promise anything.
    "weighty": lambda phrases, clause: (
        any(e is not None and e.kind not in _LONE for e in (phrases.party(s, strict=True) for s in clause.subjects))
        or clause.passive
        or _at_talks(phrases, clause)
    ),
    "others_at_talks": lambda phrases, clause: _wants_of_others(phrases, clause) and _at_talks(phrases, clause),
    "intransitive": lambda phrases, clause: not clause.objects or clause.passive,
    "entities": lambda phrases, clause: (
        not clause.objects and any(phrases.entity(s) is not None for s in clause.subjects)
    ),
    "party": lambda phrases, clause: any(phrases.party(s) is not None for s in clause.subjects),
    "somebody": lambda phrases, clause: any(phrases.party(s, strict=True) is not None for s in clause.subjects),
    "several": lambda phrases, clause: len(clause.subjects) > 1,
    "together": lambda phrases, clause: _together(phrases, clause),
    "lone": lambda phrases, clause: (
        any(phrases.party(s, strict=True) is not None for s in clause.subjects) and not _together(phrases, clause)
    ),
    "backed": lambda phrases, clause: clause.passive and is_rival(phrases, clause.subjects),
    "granted": lambda phrases, clause: (
        clause.link == "xcomp" and any(p.word in {"until", "till"} for p in clause.preps)
    ),
    "by_carrier": lambda phrases, clause: any(phrases.is_of(s, _CARRIERS) for s in clause.subjects),
    "by_office": lambda phrases, clause: clause.passive or any(phrases.entity(s) is not None for s in clause.subjects),
    "both_rivals": lambda phrases, clause: _together(phrases, clause) and is_rival(phrases, clause.subjects),
    # "once the merger is completed": not yet.
    "told_done": lambda phrases, clause: (
        clause.tense in {"past", "present"}
        and clause.modal is None
        and not (clause.tense == "present" and clause.mark in {"once", "when", "until", "if", "after", "before"})
    ),
    "outright": lambda phrases, clause: clause.link != "relcl",
    # "extended its offer until Friday", not "extended its offer of doctors".
    "prolonged": lambda phrases, clause: (
        bool(phrases.dates_here) or all(p.word != "of" for o in clause.objects for p in phrases.preps(o))
    ),
    "answering": lambda phrases, clause: _answers(phrases, clause),
    "judging": lambda phrases, clause: not clause.objects and _is_yet_to_come(phrases, clause),
    "carrying": lambda phrases, clause: _carries_between(phrases, clause),
    "rivals": lambda phrases, clause: (
        is_rival(phrases, clause.subjects) and (is_rival(phrases, clause.objects) or _each_other(phrases, clause))
    ),
    "faulting": lambda phrases, clause: (
        is_rival(phrases, clause.subjects) and any(phrases.party(o, strict=True) is not None for o in clause.objects)
    ),
    "packing": lambda phrases, clause: "packing" in phrases.sentence.parse.lower[clause.verb : clause.last + 1],
    "asks_holders": lambda phrases, clause: (
        is_takeover(phrases.doc) and any(phrases.sentence.parse.lemmas[o] in _HOLDERS for o in clause.objects)
    ),
    "we_say": lambda phrases, clause: (
        any(phrases.sentence.parse.lower[s] == "we" for s in clause.subjects) and _at_talks(phrases, clause)
    ),
    # "Its request was made on Monday. It was granted."
    "granted_it": lambda phrases, clause: clause.passive and _at_talks(phrases, clause),
    "made_conditional": lambda phrases, clause: _is_conditional_on(phrases, clause),
    "of_other": lambda phrases, clause: _breaks_deal(phrases, clause) and not _by_itself(phrases, clause),
}
