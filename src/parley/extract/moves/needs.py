"""What a frame needs of a clause: whether its complements belong to the classes named, and its further conditions."""

from __future__ import annotations

from collections.abc import Callable

from parley.annotate.clauses import Clause
from parley.extract.moves.constituents import Phrases, is_money
from parley.extract.moves.issues import find_issue_heads
from parley.extract.relevance import is_about_talks
from parley.lexicon.acts import Need, load_acts, load_talks
from parley.lexicon.groups import means_people

__all__ = ["is_date", "is_of", "meets_condition"]

_PRONOUNS = frozenset({"it", "that", "this", "them", "these", "those"})


def is_date(phrases: Phrases, token: int) -> bool:
    """Whether the word belongs to a date."""
    here = phrases.sentence.tokens(token, token)
    return any(d.span.covers(here) for d in phrases.dates_here)


def is_of(phrases: Phrases, token: int, need: Need) -> bool:
    """Whether a filler belongs to one of the classes of a need."""
    if not need.classes or "any" in need.classes:
        return True
    plain = need.classes - _CLASSES.keys()
    if plain and (phrases.is_of(token, plain) or _verb_in(phrases, token, plain)):
        return True
    if plain & {"refused", "failed", "ongoing"} and _judged(phrases, token, plain):
        return True
    return any(_CLASSES[name](phrases, token) for name in sorted(need.classes & _CLASSES.keys()))


def _is_party(phrases: Phrases, token: int) -> bool:
    return phrases.entity(token) is not None


def _is_place(phrases: Phrases, token: int) -> bool:
    """A name that is no date: after "in", where talks are held."""
    return phrases.sentence.parse.tags[token] in {"NNP", "NNPS"} and not is_date(phrases, token)


def _names_money(phrases: Phrases, token: int) -> bool:
    return any(is_money(q) for q in phrases.quantities(phrases.region(token)))


# Phrases behind a noun that only tell what it is about ("a case against redundancies").
_ASIDE = frozenset(
    {"against", "over", "about", "after", "from", "with", "despite", "amid", "because", "since", "before"}
)


def _names_issue(phrases: Phrases, token: int) -> bool:
    """Whether a phrase names something given, done or stopped: at its head, or in what belongs to the head."""
    parse = phrases.sentence.parse
    aside = frozenset(
        t
        for t in phrases.region(token)
        if t != token
        and (parse.deps[t] in {"relcl", "advcl"} or (parse.deps[t] == "prep" and parse.lower[t] in _ASIDE))
    )
    return bool(find_issue_heads(phrases, phrases.region(token, aside)))


def _is_number(phrases: Phrases, token: int) -> bool:
    return phrases.sentence.parse.tags[token] == "CD" and not phrases.sentence.parse.children[token]


def _is_pronoun(phrases: Phrases, token: int) -> bool:
    return phrases.sentence.parse.lower[token] in _PRONOUNS


def _is_word(word: str) -> Callable[[Phrases, int], bool]:
    return lambda phrases, token: phrases.sentence.parse.lower[token] == word


def _is_length(phrases: Phrases, token: int) -> bool:
    """A length of time alone ("offered six days")."""
    here = phrases.sentence.tokens(token, token)
    return any(q.kind == "duration" and q.span.covers(here) for q in phrases.quantities(phrases.region(token)))


def _further(phrases: Phrases, token: int) -> bool:
    parse = phrases.sentence.parse
    return any(parse.lower[t] in {"another", "more", "further", "extra", "additional"} for t in phrases.region(token))


def _owned(phrases: Phrases, token: int) -> bool:
    """Somebody's: "accepted the mediator's figures" answers the mediator, whatever the figures are called."""
    parse = phrases.sentence.parse
    poss = parse.child(token, "poss")
    return poss is not None and parse.tags[poss] != "PRP$" and phrases.entity(poss) is not None


def _is_future(phrases: Phrases, token: int) -> bool:
    """Whether a that-clause speaks of what is to be done; else parties only share a view of what is."""
    clause = next((c for c in phrases.sentence.clauses if c.verb == token), None)
    return clause is not None and (clause.tense in {"planned", "hypothetical", "none"} or clause.modal is not None)


def _is_opinion(phrases: Phrases, token: int) -> bool:
    clause = next((c for c in phrases.sentence.clauses if c.verb == token), None)
    return clause is not None and not _is_future(phrases, token)


def _clause_of(phrases: Phrases, token: int) -> Clause | None:
    return next((c for c in phrases.sentence.clauses if c.verb == token), None)


def _is_deed(phrases: Phrases, token: int) -> bool:
    """A clause of what is to be done ("that the phase be prolonged", "freezing the levy"), not of what is the case."""
    clause = _clause_of(phrases, token)
    if clause is None or clause.mark in {"if", "whether"} or _verb_in(phrases, token, _SPEECH):
        return False
    return (
        clause.modal is not None
        or clause.tense in {"planned", "hypothetical", "none"}
        or (clause.passive and _bare_be(phrases, token))
    )


_SPEECH = frozenset({"speech"})


def _bare_be(phrases: Phrases, token: int) -> bool:
    parse = phrases.sentence.parse
    return any(parse.deps[c] == "auxpass" and parse.lower[c] == "be" for c in parse.children[token])


def _is_asked(phrases: Phrases, token: int) -> bool:
    """A deed under "insist": asked of somebody ("that it leave", "must go"), not told of oneself ("that it would win")."""
    clause = _clause_of(phrases, token)
    return clause is not None and clause.modal not in _OWN_MODALS and _is_deed(phrases, token)


_OWN_MODALS = frozenset({"will", "would", "'ll", "can", "could", "may", "might", "'d"})


def _is_content(phrases: Phrases, token: int) -> bool:
    """A that-clause saying what a noun asks or promises ("its request that the banks forgo their status")."""
    parse = phrases.sentence.parse
    return any(parse.deps[c] == "mark" and parse.lower[c] == "that" for c in parse.children[token])


def _names_amount(phrases: Phrases, token: int) -> bool:
    """A number of things, an amount or a length."""
    return bool(phrases.quantities(phrases.region(token)))


def _goes_to_talks(phrases: Phrases, token: int) -> bool:
    """ "come for talks", "go to arbitration", "sit down at the table"."""
    return phrases.sentence.parse.tags[token][0] == "V" and any(
        p.word in {"to", "for", "into", "at"} and phrases.is_of(p.object, _AT_TALKS) for p in phrases.preps(token)
    )


_AT_TALKS = frozenset({"talks", "table"})


def _does_harm(phrases: Phrases, token: int) -> bool:
    """ "carry on with the boycott", "step up the strikes": a verb of going on whose object or phrase is harm."""
    clause = _clause_of(phrases, token)
    if clause is None or clause.lemma.split()[0] not in load_acts().verbs["going_on"]:
        return False
    return any(phrases.is_of(o, _HARM) for o in (*clause.objects, *(p.object for p in clause.preps)))


_HARM = frozenset({"harm"})
_STOPPING = frozenset({"stopping"})


def _is_done(phrases: Phrases, token: int) -> bool:
    """What is wanted done ("wants the trawlers gone", "want the age raised to 67")."""
    return phrases.sentence.parse.tags[token] in {"VBN", "JJ", "RB"}


# Classes that are no word lists.
_CLASSES: dict[str, Callable[[Phrases, int], bool]] = {
    "issue": _names_issue,
    "money": _names_money,
    "party": _is_party,
    "place": _is_place,
    "owned": _owned,
    "future": _is_future,
    "deed": _is_deed,
    "content": _is_content,
    "threatened": lambda phrases, token: is_about_talks(phrases.doc) and _is_deed(phrases, token),
    "done": _is_done,
    "asked": _is_asked,
    "amount": _names_amount,
    "to_talks": _goes_to_talks,
    "harmful": _does_harm,
    "opinion": _is_opinion,
    "people": lambda phrases, token: means_people(phrases.sentence.parse.lemmas[token]),
    "length": _is_length,
    "number": _is_number,
    "pronoun": _is_pronoun,
    "more_time": lambda phrases, token: _is_length(phrases, token) and _further(phrases, token),
    "prolonging": lambda phrases, token: phrases.sentence.parse.lemmas[token] in load_acts().nouns["prolonging"],
    "yes": _is_word("yes"),
    "no": _is_word("no"),
}


def _verb_in(phrases: Phrases, token: int, classes: frozenset[str]) -> bool:
    parse = phrases.sentence.parse
    if parse.tags[token][0] != "V":
        return False
    verbs, lemma = load_acts().verbs, parse.verb_lemma(token)
    return any(lemma in verbs.get(name, ()) for name in classes)


def _judged(phrases: Phrases, token: int, classes: frozenset[str]) -> bool:
    judged = load_talks().judged
    words = {phrases.sentence.parse.lower[t] for t in phrases.region(token)}
    return any(not words.isdisjoint(getattr(judged, name)) for name in classes & {"refused", "failed", "ongoing"})


def meets_condition(phrases: Phrases, clause: Clause, need: Need, fillers: tuple[int, ...]) -> bool:
    """The further condition of a need."""
    if need.slot == "next" and clause.negated:
        return False
    if need.slot == "on" and all(phrases.sentence.parse.tags[f].startswith("V") for f in fillers):
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
        return clause.lemma in {"walk out", "storm out"} and _speaks_of_talks(phrases)
    if need.slot == "complement" and need.classes == {"ongoing"}:
        return not _leads_on(phrases, fillers)
    if need.also in {"refused", "failed"}:
        after = [t for t in phrases.region(clause.verb) if t > min(fillers)]
        return any(_judged(phrases, t, frozenset({need.also})) for t in after)
    return need.also is None or _CONDITIONS[need.also](phrases, clause)


def _stands_alone(phrases: Phrases, clause: Clause) -> bool:
    """ "The rebels refused", "it would accept": somebody answers, and what is answered was said before."""
    parse = phrases.sentence.parse
    below = {parse.deps[c] for c in parse.children[clause.verb] if c > clause.verb}
    if "TO" in parse.tags[clause.verb + 1 : clause.verb + 5]:
        # "have refused since Tuesday to cross": the parser hung the infinitive elsewhere.
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


def _carries_between(clause: Clause) -> bool:
    words = {p.word for p in clause.preps}
    return "between" in words or {"from", "to"} <= words


_OWED = frozenset({"instalment", "payment_due", "promise", "agreement", "captive", "jobs", "provision"})


def _owes(phrases: Phrases, clause: Clause) -> bool:
    """Whether what was not done was due: an instalment, a promise, captives, an amount."""
    below = (
        c for c in phrases.sentence.clauses if c.link == "xcomp" and phrases.sentence.parse.heads[c.verb] == clause.verb
    )
    things = [t for c in below for t in (*c.objects, *(p.object for p in c.preps))]
    return any(phrases.is_of(t, _OWED) or _names_money(phrases, t) or _names_issue(phrases, t) for t in things)


_RIVALS = frozenset({"state", "armed_group", "union", "company", "consortium", "organisation", "collective", "office"})


def _is_rival(phrases: Phrases, tokens: tuple[int, ...]) -> bool:
    """Whether one of the words names a body that may be a party of talks, no person."""
    return any((e := phrases.entity(t)) is not None and e.kind in _RIVALS for t in tokens)


def _answers(phrases: Phrases, clause: Clause) -> bool:
    """Whether who says no is a party of talks; a person may refuse anything, save where talks are spoken of."""
    if _is_rival(phrases, clause.subjects):
        return True
    somebody = any(phrases.party(s, strict=True) is not None for s in clause.subjects)
    return somebody and _speaks_of_talks(phrases)


def _breaks_deal(phrases: Phrases, clause: Clause) -> bool:
    """Whether a clause below tells of a deal or promise that is broken."""
    below = (c for c in phrases.sentence.clauses if phrases.sentence.parse.heads[c.verb] == clause.verb)
    return any(phrases.is_of(t, _BROKEN) for c in below for t in (*c.objects, *(p.object for p in c.preps)))


_BROKEN = frozenset({"agreement", "promise"})


def _refused_noun(phrases: Phrases, token: int) -> bool:
    """ "no intention", "little chance"."""
    parse = phrases.sentence.parse
    return any(parse.lower[c] in {"no", "little", "zero"} for c in parse.children[token])


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
    return any(
        c.link in {"ccomp", "xcomp"} and (c.own_subject or c.subjects) and not own & set(c.subjects) for c in below
    )


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


def _at_talks(phrases: Phrases, clause: Clause) -> bool:
    """Whether the words are of talks though their complement does not tell: the report is, or a body or office acts."""
    if _speaks_of_talks(phrases) or is_about_talks(phrases.doc):
        return True
    return any(
        e is not None and (e.kind not in _PRIVATE or e.acts_for is not None)
        for e in map(phrases.entity, clause.subjects)
    )


_PRIVATE = frozenset({"person", "collective", "unnamed", "unknown"})


# Conditions on the clause that a need names behind a plus sign.
_CONDITIONS: dict[str, Callable[[Phrases, Clause], bool]] = {
    "planned": lambda phrases, clause: clause.tense in {"planned", "hypothetical"} or clause.link in {"xcomp", "ccomp"},
    "event": lambda phrases, clause: clause.lemma not in {"be", "take", "remain"} or _takes_place(phrases, clause),
    "finite": lambda phrases, clause: clause.tense not in {"none", "hypothetical"},
    "own": lambda phrases, clause: _by_itself(phrases, clause),
    "bystander": lambda phrases, clause: (
        not clause.objects and any(phrases.party(s) is not None for s in clause.subjects)
    ),
    "others": lambda phrases, clause: _wants_of_others(phrases, clause),
    "negated": lambda phrases, clause: clause.negated,
    "talks_told": lambda phrases, clause: _speaks_of_talks(phrases),
    "no_object": lambda phrases, clause: any(_refused_noun(phrases, o) for o in clause.objects),
    # "voted to give the firm until July to pay" grants time, and asks nothing.
    "by_time": lambda phrases, clause: (
        clause.link != "xcomp" and any(p.word in {"until", "till", "by"} for p in clause.preps)
    ),
    "to_party": lambda phrases, clause: any(
        p.word in {"to", "before"} and phrases.party(p.object, strict=True) is not None for p in clause.preps
    ),
    "unpast": lambda phrases, clause: clause.tense != "past",
    "unstopped": lambda phrases, clause: (
        not any(_verb_in(phrases, c, _STOPPING) for c in phrases.sentence.parse.children[clause.verb])
    ),
    "dative": lambda phrases, clause: (
        (bool(clause.datives) or (clause.passive and len(clause.objects) > 1)) and _at_talks(phrases, clause)
    ),
    "at_talks": lambda phrases, clause: _at_talks(phrases, clause),
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
    "told_done": lambda phrases, clause: clause.tense in {"past", "present"} and clause.modal is None,
    "outright": lambda phrases, clause: clause.link != "relcl",
    "answering": lambda phrases, clause: _answers(phrases, clause),
    "judging": lambda phrases, clause: not clause.objects and _is_yet_to_come(phrases, clause),
    "carrying": lambda phrases, clause: _carries_between(clause),
    "owed": lambda phrases, clause: _owes(phrases, clause),
    "rivals": lambda phrases, clause: _is_rival(phrases, clause.subjects) and _is_rival(phrases, clause.objects),
    "of_other": lambda phrases, clause: _breaks_deal(phrases, clause) and not _by_itself(phrases, clause),
}
