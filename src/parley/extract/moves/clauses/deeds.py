"""What the verb of a complement does: gives, gathers, harms, names an issue."""

from __future__ import annotations

from parley.annotate.clauses import Clause
from parley.extract.moves.clauses.constituents import Phrases
from parley.extract.moves.terms.issues import find_issue_heads
from parley.extract.relevance import is_about_talks
from parley.lexicon.acts import load_acts
from parley.lexicon.words import word_list

__all__ = [
    "OF_TALKS",
    "clause_at",
    "concedes",
    "gathers",
    "is_harming",
    "is_other",
    "is_verb_of",
    "might_give",
    "names_issue",
]


def clause_at(phrases: Phrases, token: int) -> Clause | None:
    """The clause that the word heads."""
    return phrases.clause_by_verb.get(token)


# Phrases behind a noun that only tell what it is about ("a case against redundancies").
_ASIDE = frozenset(
    {"against", "over", "about", "after", "from", "with", "despite", "amid", "because", "since", "before"}
)


def names_issue(phrases: Phrases, token: int) -> bool:
    """Whether a phrase names something given, done or stopped: at its head, or in what belongs to the head."""
    parse = phrases.sentence.parse
    aside = frozenset(
        t
        for t in phrases.region(token)
        if t != token
        and (parse.deps[t] in {"relcl", "advcl"} or (parse.deps[t] == "prep" and parse.lower[t] in _ASIDE))
    )
    return bool(find_issue_heads(phrases, phrases.region(token, aside)))


def is_verb_of(phrases: Phrases, token: int, classes: frozenset[str]) -> bool:
    """Whether the token is a verb of one of the classes of `acts.toml`."""
    parse = phrases.sentence.parse
    if parse.tags[token][0] != "V":
        return False
    verbs, lemma = load_acts().verbs, {parse.verb_lemma(token), phrases.verb_of(token)}
    if not classes.isdisjoint(OF_TALKS) and is_other(phrases, token):
        classes = classes - OF_TALKS
    if "private" in classes and len(lemma) > 1:
        classes = classes - {"private"}
    if "silent" in classes and not lemma.isdisjoint(_GIVING_UP):
        classes = classes - {"silent"}
    return any(not lemma.isdisjoint(verbs.get(name, ())) for name in classes)


_GIVING_UP = word_list("moves.clauses.deeds.giving_up")
_TALKS_OR_NOT = word_list("moves.clauses.deeds.talks_or_not")
OF_TALKS = frozenset({"talks", "come_to_talks"})
_SPOKEN = frozenset({"talks", "table", "agreement"})


def is_other(phrases: Phrases, token: int) -> bool:
    """A verb of talks that here is of something else ("join the fight")."""
    parse = phrases.sentence.parse
    return parse.tags[token][0] == "V" and parse.verb_lemma(token) in _TALKS_OR_NOT and _does_else(phrases, token)


def _does_else(phrases: Phrases, token: int) -> bool:
    clause = clause_at(phrases, token)
    if clause is None:
        return False
    # "return to class", "resume work".
    gone_to = tuple(p.object for p in clause.preps if p.word == "to" and clause.lemma == "return")
    things = clause.objects or gone_to
    return bool(things) and not any(phrases.is_of(o, _SPOKEN) for o in things)


def is_harming(phrases: Phrases, token: int) -> bool:
    """A verb of harm; to stop or cut something harms nobody by itself ("promised to stop hiring")."""
    parse = phrases.sentence.parse
    if any(parse.deps[c] == "neg" for c in parse.children[token]):
        return False
    return is_verb_of(phrases, token, _HARM) and not is_verb_of(phrases, token, _STOPPING)


_HARM = frozenset({"harm"})
_STOPPING = frozenset({"stopping"})


def might_give(phrases: Phrases, token: int) -> bool:
    """ "hinted that it might lift the curfew": what one may give the other, no harm."""
    clause = clause_at(phrases, token)
    if clause is None or clause.modal not in {"may", "might", "could", "would", "will"} or clause.negated:
        return False
    if phrases.sentence.parse.heads[token] > token:
        return False
    if clause.passive and not clause.subjects:
        # "indicated that the rate could be lowered": nobody is named who would do it, and it is the speaker.
        told = any(names_issue(phrases, o) for o in clause.objects) or bool(phrases.quantities(phrases.region(token)))
        return told and is_about_talks(phrases.doc) and is_verb_of(phrases, token, _YIELD)
    if not any(phrases.party(s, strict=True) is not None for s in clause.subjects):
        return False
    if clause.lemma in _BACKING:
        return False
    return not is_harming(phrases, token) and (names_issue(phrases, token) or is_verb_of(phrases, token, _YIELD))


_BACKING = word_list("moves.clauses.deeds.backing")


def gathers(phrases: Phrases, token: int) -> bool:
    """ "suggested that they meet in Oslo": a verb of coming together, of people and not of what is met."""
    clause = clause_at(phrases, token)
    if clause is None or clause.passive or clause.lemma not in load_acts().verbs["gathering"] or clause.perfect:
        return False
    lower = phrases.sentence.parse.lower
    apart = clause.objects or clause.lemma == "see"
    return clause.tense != "past" and (not apart or any(lower[o] in {"other", "another"} for o in clause.objects))


def concedes(phrases: Phrases, token: int) -> bool:
    """ "considers handing back a drone": what one may give, and no harm."""
    clause = clause_at(phrases, token)
    if clause is None or clause.passive or is_harming(phrases, token):
        return False
    return phrases.sentence.parse.tags[token] == "VBG" and is_verb_of(phrases, token, _GIVING)


_GIVING = frozenset({"yield", "giving"})
_YIELD = frozenset({"yield"})
