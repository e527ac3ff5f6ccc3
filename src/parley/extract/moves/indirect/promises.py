"""Promises told by what a party says it will or will never do, in verbs that no frame names."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from parley.annotate.clauses import Clause
from parley.extract.moves.clauses.constituents import Phrases
from parley.extract.moves.clauses.harm import menaces
from parley.extract.moves.frames.acts import ActHit
from parley.extract.moves.terms.issues import find_issue_heads
from parley.extract.moves.terms.terms import TermFinder
from parley.extract.relevance import is_about_talks, tells_of_strife
from parley.lexicon.acts import load_acts
from parley.lexicon.words import word_list

__all__ = ["find_promises"]

_FUTURE = frozenset({"will", "would", "shall", "'ll"})
_CONDITIONS = frozenset({"if", "unless", "until", "provided", "once", "should", "while", "before"})
_SAYING = word_list("moves.indirect.promises.saying")
_PRONOUNS = frozenset({"it", "they", "we", "he", "she", "i"})
_SPARING = word_list("moves.indirect.promises.sparing")
_RELENTING = word_list("moves.indirect.promises.relenting")
_HARDSHIP = word_list("moves.indirect.promises.hardship")


_FORETOLD = word_list("moves.indirect.promises.foretold")


def find_promises(phrases: Phrases, taken: frozenset[int]) -> Iterator[ActHit]:
    """Promises in future clauses whose verb is no other act's (`taken`) and on which no condition hangs."""
    for clause in phrases.sentence.clauses:
        if clause.modal not in _FUTURE or clause.verb in taken or clause.perfect or clause.link in {"relcl", "advcl"}:
            continue
        if clause.lemma in _FORETOLD:
            continue
        if clause.lemma == "be":
            hit = _rules_out_harm(phrases, clause)
        else:
            hit = (
                _spares(phrases, clause) if clause.negated else _relents(phrases, clause) or _declares(phrases, clause)
            )
        if hit is not None:
            yield hit


def _spares(phrases: Phrases, clause: Clause) -> ActHit | None:
    """ "would never attack first", "will not close the plant": the harm it forswears."""
    if clause.lemma not in _SPARING or not _own_word(phrases, clause) or _is_tied(phrases, clause):
        return None
    if clause.lemma in {"strike", "cut off"} and any(
        phrases.is_of(o, frozenset({"agreement"})) for o in clause.objects
    ):
        return None
    return _hit(clause, "forsworn", negative=True)


def _rules_out_harm(phrases: Phrases, clause: Clause) -> ActHit | None:
    """ "There will be no reprisals," said by a party."""
    parse = phrases.sentence.parse
    things = [o for o in clause.objects if any(parse.lower[c] == "no" for c in parse.children[o])]
    if clause.link != "ccomp" or clause.parent is None or not any(phrases.is_of(t, _HARSH) for t in things):
        return None
    speech = phrases.sentence.clauses[clause.parent]
    if (
        speech.lemma not in _SAYING
        or not any(_is_side(phrases, s) for s in speech.subjects)
        or _is_tied(phrases, clause)
    ):
        return None
    return _hit(msgspec.structs.replace(clause, subjects=speech.subjects), "no-harm", negative=True)


_HARSH = frozenset({"harm", "hardship", "punishment", "job_cut"})


def _relents(phrases: Phrases, clause: Clause) -> ActHit | None:
    """ "will lift the state of emergency", "would free two captives by Friday": with a day set, "would" commits as well."""
    if clause.passive or not _own_word(phrases, clause) or _is_tied(phrases, clause):
        return None
    if clause.modal == "would" and not _dated(phrases, clause):
        return None
    parse = phrases.sentence.parse
    things = (*clause.objects, *(p.object for p in clause.preps if p.word in {"by", "with", "from", "to"}))
    relenting = clause.lemma in _RELENTING and any(parse.lemmas[t] in _HARDSHIP for t in things)
    named = clause.modal == "would" and any(h.token == clause.verb for h in find_issue_heads(phrases, [clause.verb]))
    if not relenting and not named:
        return None
    return None if TermFinder(phrases).exchange(phrases.region(clause.verb)) is not None else _hit(clause, "own-word")


def _declares(phrases: Phrases, clause: Clause) -> ActHit | None:
    """ "announced it would open two crossings", "said the state would cover a third": any deed one says one will do, where
    talks are told of; what one would do if the other side did something is offered."""
    known = is_about_talks(phrases.doc) or tells_of_strife(phrases.doc)
    if (
        clause.passive
        or clause.mark in {"whether", "if"}
        or not known
        or not _binds(phrases, clause)
        or (menaces(phrases, clause) and not _binding_object(phrases, clause))
    ):
        return None
    if "longer" in phrases.sentence.parse.lower[clause.first : clause.verb]:
        return None  # "would no longer guarantee" takes a promise back
    speech = _speech(phrases, clause)
    if speech is None or speech.lemma not in _SAYING or speech.negated or not _speaks_for(phrases, clause, speech):
        return None
    tied = [c for c in phrases.sentence.clauses if c.mark in _CONDITIONS and c is not clause and c.link == "advcl"]
    if not tied:
        return _hit(clause, "declared")
    held_out = all(c.mark in _IFS and not set(c.subjects) & set(clause.subjects) and not c.negated for c in tied)
    return (
        msgspec.structs.replace(_hit(clause, "held-out"), act="offer", rule="move:offer:held-out") if held_out else None
    )


_IFS = frozenset({"if", "once", "provided"})


def _binds(phrases: Phrases, clause: Clause) -> bool:
    """A verb of a deed; seeing, saying, talking, deciding and going on bind nobody."""
    verbs, lemma = load_acts().verbs, clause.lemma
    if lemma in _BINDING or _binding_object(phrases, clause):
        return True
    idle = lemma.split()[0]
    return not any(
        idle in verbs[name] for name in ("unbinding", "uttering", "speech", "silent", "talks", "harm", "wanting")
    )


def _binding_object(phrases: Phrases, clause: Clause) -> bool:
    return any(phrases.sentence.parse.lemmas[o] in _BOUND for o in clause.objects)


_BOUND = word_list("moves.indirect.promises.bound")
_BINDING = word_list("moves.indirect.promises.binding")


def _speech(phrases: Phrases, clause: Clause) -> Clause | None:
    """The clause of saying that the clause, or the one it is coordinated with, stands under."""
    clauses, above = phrases.sentence.clauses, clause
    while above.link == "conj" and above.parent is not None:
        above = clauses[above.parent]
    return clauses[above.parent] if above.link == "ccomp" and above.parent is not None else None


def _speaks_for(phrases: Phrases, clause: Clause, speech: Clause) -> bool:
    """Whether a party says it of itself, or of those it speaks for ("the governor said the state would")."""
    lower = phrases.sentence.parse.lower
    if any(lower[s] in _PRONOUNS for s in clause.subjects):
        return _speaks_of_itself(phrases, clause, speech) and any(_is_side(phrases, s) for s in speech.subjects)
    speakers = [e for s in speech.subjects if (e := phrases.party(s, strict=True)) is not None]
    doers = [e for s in clause.subjects if (e := phrases.party(s, strict=True)) is not None]
    if not speakers or any(e.kind in _NO_SIDE for e in (*speakers, *doers)):
        return False
    lemmas = phrases.sentence.parse.lemmas
    if clause.lemma in _RETURNING and any(lemmas[s] in load_acts().nouns["balloters"] for s in clause.subjects):
        return True  # "said workers would go back to their jobs"
    if any(e.kind == "person" for e in speakers) and any(lemmas[s] in _GOVERNED for s in clause.subjects):
        return all(phrases.sentence.parse.tags[s] == "NN" for s in clause.subjects)
    if not doers:
        return False
    own = {n for e in speakers for n in (e.name, e.acts_for)} - {None}
    return all({d.name, d.acts_for} & own for d in doers)


_GOVERNED = word_list("moves.indirect.promises.governed")
_RETURNING = word_list("moves.indirect.promises.returning")


def _dated(phrases: Phrases, clause: Clause) -> bool:
    return any(
        p.word in {"by", "on", "before", "from", "within", "until"} and p.object in phrases.date_tokens
        for p in clause.preps
    )


def _is_tied(phrases: Phrases, clause: Clause) -> bool:
    """Whether a condition hangs on the clause or on what governs it, or something is asked for it."""
    return any(c.mark in _CONDITIONS and c is not clause for c in phrases.sentence.clauses)


def _own_word(phrases: Phrases, clause: Clause) -> bool:
    """Said by a party of itself ("said it would never"), or by whoever speaks for it; or in the report's own words of talks."""
    parse, clauses = phrases.sentence.parse, phrases.sentence.clauses
    above = clause
    while above.link == "conj" and above.parent is not None:
        above = clauses[above.parent]
    if above.link == "ccomp" and above.parent is not None:
        speech = clauses[above.parent]
        if speech.lemma not in _SAYING or speech.negated or not speech.subjects:
            return False
        return _speaks_of_itself(phrases, clause, speech) or _speaks_for(phrases, clause, speech)
    if above.link != "ROOT" and not any(parse.lower[s] in {"we", "i"} for s in clause.subjects):
        return False
    return is_about_talks(phrases.doc) and any(
        _is_side(phrases, s) or parse.lower[s] in {"we", "i"} for s in clause.subjects
    )


def _speaks_of_itself(phrases: Phrases, clause: Clause, speech: Clause) -> bool:
    parse = phrases.sentence.parse
    if not any(_is_side(phrases, s) or parse.lower[s] in _PRONOUNS for s in speech.subjects):
        return False
    names = {n for s in speech.subjects if (e := phrases.entity(s)) is not None for n in (e.name, e.acts_for)} - {None}
    for subject in clause.subjects:
        entity = phrases.entity(subject)
        if parse.lower[subject] in _PRONOUNS:
            return (
                entity is None or entity.form != "pronoun" or not entity.resolved or entity.name in names or not names
            )
        if entity is not None and ({entity.name, entity.acts_for} & names or entity.kind == "state"):
            return True
    return False


_NO_SIDE = frozenset({"unnamed", "unknown", "outlet", "court"})


def _is_side(phrases: Phrases, token: int) -> bool:
    entity = phrases.party(token, strict=True)
    return entity is not None and entity.kind not in _NO_SIDE


def _hit(clause: Clause, rule: str, *, negative: bool = False) -> ActHit:
    return ActHit(
        "promise",
        None,
        clause.verb,
        clause,
        "self",
        (clause.verb,),
        "by",
        False,
        False,
        f"move:promise:{rule}",
        negative,
    )
