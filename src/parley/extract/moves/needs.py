"""What a frame needs of a clause: whether its complements belong to the classes named, and its further conditions."""

from __future__ import annotations

from collections.abc import Callable

from parley.annotate.clauses import Clause
from parley.extract.moves.constituents import Phrases, is_money
from parley.extract.moves.issues import find_issue_heads
from parley.lexicon.acts import Need, load_acts, load_talks

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


# Classes that are no word lists.
_CLASSES: dict[str, Callable[[Phrases, int], bool]] = {
    "issue": _names_issue,
    "money": _names_money,
    "party": _is_party,
    "place": _is_place,
    "owned": _owned,
    "future": _is_future,
    "opinion": _is_opinion,
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
    return any(c.link in {"ccomp", "xcomp"} and not set(c.subjects) & set(clause.subjects) for c in below)


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
    "by_time": lambda phrases, clause: any(p.word in {"until", "till", "by"} for p in clause.preps),
    "intransitive": lambda phrases, clause: not clause.objects or clause.passive,
    "entities": lambda phrases, clause: (
        not clause.objects and any(phrases.entity(s) is not None for s in clause.subjects)
    ),
    "party": lambda phrases, clause: any(phrases.party(s) is not None for s in clause.subjects),
}
