"""Numbered phases by what an agreement has in them ("in the first phase the Front is to release"), and those still open."""

from __future__ import annotations

from collections.abc import Iterator

from parley.annotate.clauses import Clause
from parley.annotate.doc import Doc
from parley.extract.factuality import factuality_of
from parley.extract.moves.clauses.constituents import Phrases
from parley.extract.phases.agreements import Named
from parley.extract.phases.standing import Told
from parley.lexicon.phases import load_phases
from parley.model import Factuality

__all__ = ["find_planned"]

_TO_COME = frozenset({"planned", "present"})


def find_planned(phrases: Phrases, named: Named) -> Iterator[Told]:
    """That a numbered phase is agreed, where a settled agreement of the report has something in it; or is still talked of."""
    if not named.phase or named.number is None:
        return
    facts = Factuality(tense="present")
    open_ = _talked_of(phrases, named)
    if open_ is not None:
        standing = next(s for s in load_phases().standing if s.status == "unresolved")
        yield Told(
            named, "unresolved", standing, None, min(open_, named.token), max(open_, named.token), facts, "talks"
        )
        return
    clause = _provided_in(phrases, named)
    if clause is not None and _is_settled(phrases.doc, phrases.index):
        standing = next(s for s in load_phases().standing if s.status == "agreed")
        first, last = min(clause.verb, named.token), max(clause.verb, named.token)
        yield Told(named, "agreed", standing, clause, first, last, Factuality(tense="planned"), "provides")


def _talked_of(phrases: Phrases, named: Named) -> int | None:
    """The noun of "no agreement on the second phase", "talks on a second phase have stalled"."""
    parse, words = phrases.sentence.parse, load_phases()
    prep = parse.heads[named.token]
    if parse.deps[named.token] != "pobj" or parse.lower[prep] not in {"on", "over", "about"}:
        return None
    noun = parse.heads[prep]
    if parse.deps[noun] in {"attr", "nsubj"} or parse.tags[noun][0] == "N":
        none = any(parse.lower[c] == "no" for c in parse.children[noun])
        if (none and parse.lemmas[noun] in words.general) or _has_stalled(phrases, noun):
            return noun
    return None


def _has_stalled(phrases: Phrases, noun: int) -> bool:
    """Whether it is a noun for talks that are told to have come to nothing so far."""
    words = load_phases()
    return phrases.sentence.parse.lemmas[noun] in words.discussions and any(
        noun in clause.subjects and clause.lemma in words.stalls and not clause.negated and clause.modal is None
        for clause in phrases.sentence.clauses
    )


def _provided_in(phrases: Phrases, named: Named) -> Clause | None:
    """The clause that tells what is to be done in the phase, or what it covers."""
    words, parse = load_phases(), phrases.sentence.parse
    for clause in phrases.sentence.clauses:
        within = any(p.object == named.token and p.word in {"in", "under", "during"} for p in clause.preps)
        covers = named.token in clause.subjects and parse.verb_lemma(clause.verb) in words.provides
        if (within or covers) and not clause.negated:
            facts = factuality_of(phrases.doc, phrases.index, _doing(phrases, clause).verb)
            to_come = facts.tense in _TO_COME if covers else facts.tense == "planned"
            if to_come and facts.certainty == "certain":
                return clause
    return None


def _doing(phrases: Phrases, clause: Clause) -> Clause:
    """ "is to release": what is to be done."""
    clauses = phrases.sentence.clauses
    below = (c for c in clauses if c.link == "xcomp" and c.parent is not None and clauses[c.parent] is clause)
    return next(below, clause) if phrases.sentence.parse.verb_lemma(clause.verb) == "be" else clause


def _is_settled(doc: Doc, last: int) -> bool:
    """Whether the report tells by then that an agreement was come to: as a fact, whose verb is of settling and names one."""
    words = load_phases()
    for index in range(last + 1):
        sentence = doc.sentences[index]
        parse = sentence.parse
        if not len(parse) or words.settles.isdisjoint(parse.lemmas):
            continue
        for clause in sentence.clauses:
            things = (*clause.objects, *clause.subjects, *(p.object for p in clause.preps if p.word in {"on", "to"}))
            if parse.verb_lemma(clause.verb) in words.settles and any(parse.lemmas[t] in words.calm for t in things):
                facts = factuality_of(doc, index, clause.verb)
                if (facts.certainty, facts.polarity) == ("certain", "positive") and facts.tense in ("past", "present"):
                    return True
    return False
