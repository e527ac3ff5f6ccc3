"""Whether a deed is told as one that happened or is to happen, and how sure it is."""

from __future__ import annotations

import msgspec

from parley.annotate.clauses import Clause
from parley.extract.events.cues import Hit, Scene
from parley.extract.events.nouns import governor
from parley.extract.factuality import clause_of, factuality_of
from parley.lexicon.events import load_events
from parley.model import Factuality

__all__ = ["reality_of"]

_SUPPOSED = frozenset({"if", "unless", "whether", "lest", "once", "provided", "until"})
_BELOW = frozenset({"xcomp", "ccomp", "acl", "advcl", "pcomp", "relcl", "conj"})


def reality_of(scene: Scene, hit: Hit) -> Factuality | None:
    """Factuality of the deed; None where it is only asked for, threatened, feared or supposed."""
    phrases = scene.phrases
    doc, index = phrases.doc, phrases.index
    if hit.clause is not None:
        return _of_clause(scene, hit.clause)
    if hit.rule.endswith(":headline"):
        return Factuality(tense="present")
    above = governor(scene, hit.token)
    found = factuality_of(doc, index, hit.token)
    number = clause_of(phrases.sentence.parse, hit.token)
    clause = phrases.sentence.clauses[number] if number is not None else None
    if clause is None or above is None:
        return (
            msgspec.structs.replace(found, certainty="certain", tense="past") if found.polarity == "positive" else None
        )
    return _of_noun(scene, hit, clause, found)


def _of_noun(scene: Scene, hit: Hit, clause: Clause, found: Factuality) -> Factuality | None:
    words = load_events()
    lemmas = {clause.lemma, clause.lemma.split()[0], *_with_prepositions(scene, clause)}
    undergoes = hit.token not in clause.subjects
    if found.polarity == "negative" or (undergoes and lemmas & words.unreal):
        return None
    real = _of_clause(scene, clause)
    if real is None or real.tense == "hypothetical" or clause.mark in _SUPPOSED:
        return None
    staged = hit.token in clause.objects and bool(lemmas & words.stages)
    if staged:
        return real
    return Factuality(tense="planned" if real.tense == "planned" and not undergoes else "past")


def _with_prepositions(scene: Scene, clause: Clause) -> set[str]:
    lemma = scene.phrases.sentence.parse.verb_lemma(clause.verb)
    return {f"{lemma} {prep.word}" for prep in clause.preps}


def _of_clause(scene: Scene, clause: Clause) -> Factuality | None:
    phrases = scene.phrases
    if _is_supposed(scene, clause):
        return None
    verb = clause.verb
    if clause.tense == "none" and clause.link in _BELOW and clause.parent is not None:
        above = phrases.sentence.clauses[clause.parent]
        if not _goes_on(scene, clause, above):
            return None
        if clause.link == "xcomp":
            verb = above.verb
    found = factuality_of(phrases.doc, phrases.index, verb)
    return None if found.tense == "hypothetical" else found


def _goes_on(scene: Scene, clause: Clause, above: Clause) -> bool:
    """Whether a clause without a tense tells what is: a participle, or an infinitive under "began", "continued", "are"."""
    parse, words = scene.phrases.sentence.parse, load_events()
    if clause.link == "conj":
        return _of_clause(scene, above) is not None
    lemma = parse.verb_lemma(above.verb)
    if clause.link == "acl" and above.verb != parse.heads[clause.verb]:
        return parse.tags[clause.verb] in {"VBG", "VBN"}
    if parse.tags[clause.verb] == "VBG":
        return lemma not in words.unreal and lemma not in _ENDING
    return (clause.link == "xcomp" and lemma in words.phases) or parse.tags[clause.verb] == "VBN"


_ENDING = frozenset({"stop", "end", "cease", "halt", "quit", "avoid", "prevent", "consider", "suspend", "refrain"})


def _is_supposed(scene: Scene, clause: Clause) -> bool:
    """Whether the clause, or one it is told below, is under "if", or under a verb that leaves it open."""
    clauses, unreal = scene.phrases.sentence.clauses, load_events().unreal
    while True:
        if clause.mark in _SUPPOSED:
            return True
        if clause.parent is None or clause.link not in {"ccomp", "xcomp", "pcomp", "conj"}:
            return False
        above = clauses[clause.parent]
        if clause.link != "conj" and above.lemma.split()[0] in unreal and clause.tense in {"none", "present"}:
            return True
        clause = above
