"""Demands told as what others must do: "said the firms must drop the clause", "the army has to leave, it said"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from parley.annotate.clauses import Clause
from parley.extract.moves.clauses.constituents import Phrases
from parley.extract.moves.clauses.deeds import names_issue
from parley.extract.moves.frames.acts import ActHit
from parley.extract.moves.frames.sides import is_rival
from parley.extract.moves.terms.issues import find_issue_heads
from parley.extract.relevance import is_about_talks
from parley.lexicon.acts import load_acts
from parley.lexicon.words import word_list

__all__ = ["find_obligations", "is_askable", "is_named", "is_somebody", "same_doer", "with_obligations"]

_OBLIGING = frozenset({"must", "shall", "should", "ought"})
# "has to pay", "need to open": the infinitive says what is asked.
_NEEDING = frozenset({"have", "need", "ought"})
# "would have to leave" asks as "has to" does.
_STILL = frozenset({None, "will", "would", "'ll"})
_WORDS = _OBLIGING | {"has", "have", "had", "need", "needs", "needed"}
_GIVEN = ("yield", "answer", "giving", "asked_deed")
_STATES = word_list("moves.indirect.obligations.states")
_ENDING = word_list("moves.indirect.obligations.ending")
_CHANGING = word_list("moves.indirect.obligations.changing")
_OTHERS = frozenset({"they", "you"})
_PUT = frozenset({"agreement", "proposal"})
_HARM = frozenset({"harm"})


def find_obligations(phrases: Phrases, taken: frozenset[int]) -> Iterator[ActHit]:
    """What a party says another must do is asked of it; verbs of other acts are left alone (`taken`)."""
    if phrases.doc.words.isdisjoint(_WORDS):
        return
    for clause in phrases.sentence.clauses:
        if clause.verb in taken or not clause.own_subject:
            continue
        deed = _deed(phrases, clause)
        if deed is None or deed.verb in taken or (deed.lemma in _STATES and not _there_must(phrases, deed)):
            continue
        if clause.link == "ccomp" and clause.parent is not None:
            above = phrases.sentence.clauses[clause.parent]
            by = above.subjects
            if above.lemma not in load_acts().verbs["uttering"] or not by or same_doer(phrases, above, clause):
                continue
            if all(is_somebody(phrases, s) and not _looks_on(phrases, s) for s in by) and _is_asked(phrases, deed, by):
                told = msgspec.structs.replace(deed, subjects=by, passive=False)
                yield _hit(told, speaker=False)
        elif clause.link == "ROOT" and _is_spoken(phrases) and not deed.passive and _is_asked(phrases, deed, ()):
            yield _hit(msgspec.structs.replace(deed, subjects=()), speaker=True)


def with_obligations(phrases: Phrases, hits: list[ActHit]) -> list[ActHit]:
    """The acts with what is asked as a duty; "Lorvia must accept the plan, the envoy said" asks, nobody has accepted."""
    asked = list(find_obligations(phrases, frozenset(h.token for h in hits if h.act not in _DUE)))
    due = {hit.token for hit in asked if not phrases.clause_by_verb[hit.token].passive}
    kept = [hit for hit in hits if hit.act not in _DUE or hit.token not in due]
    left = {hit.token for hit in kept}
    return kept + [hit for hit in asked if hit.token not in left]


# What the other side is told to do, it has not done.
_DUE = frozenset({"withdraw", "resume", "carry_out", "concede", "accept", "agree", "extend", "offer"})


def _deed(phrases: Phrases, clause: Clause) -> Clause | None:
    """The clause of what must be done: under "must" its own, under "has to" the infinitive."""
    if clause.modal in _OBLIGING:
        return clause
    if clause.lemma not in _NEEDING or clause.modal not in _STILL or clause.negated:
        return None
    # "had to pay" tells what was done, save where "said" has moved it into the past.
    past = clause.lemma == "have" and clause.tense != "present" and clause.modal is None
    if past and not _is_backshifted(phrases, clause):
        return None
    heads = phrases.sentence.parse.heads
    below = next((c for c in phrases.sentence.clauses if c.link == "xcomp" and heads[c.verb] == clause.verb), None)
    if below is None or below.tense != "none":
        return None
    objects = clause.subjects if below.passive and not below.objects else below.objects
    return msgspec.structs.replace(below, subjects=clause.subjects, objects=objects, modal="need")


def _is_backshifted(phrases: Phrases, clause: Clause) -> bool:
    """ "The rebels said foreign troops had to leave": no day is named on which they did."""
    above = phrases.sentence.clauses[clause.parent] if clause.link == "ccomp" and clause.parent is not None else None
    said = above is not None and above.tense == "past" and above.lemma in load_acts().verbs["uttering"]
    return said and is_about_talks(phrases.doc) and phrases.date_tokens.isdisjoint(range(clause.first, clause.last + 1))


def _is_asked(phrases: Phrases, deed: Clause, by: tuple[int, ...]) -> bool:
    """Whether a deed of somebody else, or something done to a thing, is what talks are about."""
    if _there_must(phrases, deed):
        return deed.complement is not None and names_issue(phrases, deed.complement)
    if any(phrases.is_of(s, _PUT) for s in deed.subjects):
        return not deed.passive and is_about_talks(phrases.doc)
    if deed.lemma in _ENDING and not deed.objects and deed.subjects:
        return all(names_issue(phrases, s) or phrases.is_of(s, _HARM) for s in deed.subjects)
    if deed.lemma in _CHANGING and not deed.passive and (is_about_talks(phrases.doc) or is_rival(phrases, by)):
        # "salaries would have to come down": what is asked is to change.
        itself = bool(deed.subjects) and all(names_issue(phrases, s) for s in deed.subjects)
        if itself or not deed.objects:
            return itself
    if not is_askable(phrases, deed) or (deed.modal == "should" and not all(is_named(phrases, s) for s in by)):
        return False
    doers = deed.objects if deed.passive else deed.subjects
    lower = phrases.sentence.parse.lower
    return deed.passive or (
        bool(doers)
        and all(lower[t] in _OTHERS or phrases.party(t, strict=True) is not None for t in doers)
        and not all(phrases.sentence.parse.lemmas[t] in load_acts().nouns["publics"] for t in doers)
    )


def _there_must(phrases: Phrases, deed: Clause) -> bool:
    """ "There must be an end to the blockade"."""
    parse = phrases.sentence.parse
    return deed.lemma == "be" and any(parse.deps[c] == "expl" for c in parse.children[deed.verb])


def _is_spoken(phrases: Phrases) -> bool:
    """Whether the sentence opens or closes with a quotation mark, in a report on talks."""
    words = phrases.sentence.parse.words
    return is_about_talks(phrases.doc) and bool({words[0], words[-1]} & _QUOTES)


_QUOTES = frozenset({'"', "“", "”", "``", "''", "«", "»"})


def _looks_on(phrases: Phrases, token: int) -> bool:
    """Analysts, coaches and others who say what should be done and are no side of talks."""
    return phrases.sentence.parse.lemmas[token] in load_acts().nouns["onlookers"]


def is_somebody(phrases: Phrases, token: int) -> bool:
    """Whether the word names somebody or stands for somebody."""
    return phrases.party(token) is not None or phrases.sentence.parse.lower[token] in {"it", "they", "we", "he", "she"}


def is_named(phrases: Phrases, token: int) -> bool:
    """What analysts and unnamed sources say should be done is their view."""
    entity = phrases.entity(token)
    return entity is not None and entity.kind not in {"unnamed", "unknown"}


def is_askable(phrases: Phrases, clause: Clause) -> bool:
    """A deed that talks are about; "must" asks for any where talks are told of, "has to" and "should" do not."""
    if any(clause.lemma in load_acts().verbs[name] for name in _GIVEN):
        return True
    if any(head.token == clause.verb for head in find_issue_heads(phrases, [clause.verb])):
        return True
    if clause.lemma in _CHANGING and any(names_issue(phrases, o) for o in clause.objects):
        return True  # "would have to increase the price"
    return clause.modal not in {"should", "ought", "need"} and is_about_talks(phrases.doc)


def same_doer(phrases: Phrases, main: Clause, clause: Clause) -> bool:
    """ "will not stop until it has won" asks nothing of anybody; "they" in somebody's own words are the others."""
    lower = phrases.sentence.parse.lower
    ours = [e for s in main.subjects if (e := phrases.entity(s)) is not None]
    names = {name for e in ours for name in (e.name, e.acts_for) if name}
    quoted = clause.first > 0 and phrases.sentence.parse.words[clause.first - 1] in _QUOTES
    for s in clause.subjects:
        entity = phrases.entity(s)
        if s in main.subjects or (entity is not None and entity.name in names):
            return True
        if lower[s] in _PRONOUNS and not (quoted and lower[s] in _OTHERS):
            return True
    return False


_PRONOUNS = frozenset({"it", "they", "we", "he", "she", "i", "there", "one"})


def _hit(clause: Clause, *, speaker: bool) -> ActHit:
    return ActHit("demand", None, clause.verb, clause, "self", (clause.verb,), "to", False, speaker, "move:demand:must")
