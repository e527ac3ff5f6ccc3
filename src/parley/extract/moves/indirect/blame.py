"""Accusations told as what a party says of another ("said the army had broken the truce", "holds it responsible for")."""

from __future__ import annotations

from collections.abc import Iterator

from parley.annotate.clauses import Clause
from parley.extract.moves.clauses.constituents import Phrases
from parley.extract.moves.frames.acts import ActHit
from parley.lexicon.acts import load_acts, load_talks
from parley.lexicon.words import word_list

__all__ = ["as_accusations"]

_ALLEGING = word_list("moves.indirect.blame.alleging")
_RIVALS = frozenset({"state", "armed_group", "union", "company", "consortium", "collective", "office", "person"})
_NEUTRAL = word_list("moves.indirect.blame.neutral")
_PRONOUNS = frozenset({"it", "they", "he", "she", "we", "i"})
_AT_FAULT = word_list("moves.indirect.blame.at_fault")
_OBSTRUCTING = word_list("moves.indirect.blame.obstructing")
# Idioms of one who blocks ("moved the goalposts", "is playing for time").
_IDIOMS = frozenset(
    {("move", "goalpost"), ("shift", "goalpost"), ("play", "time"), ("buy", "time"), ("waste", "time"), ("drag", "foot"),
     ("drag", "heel"), ("break", "word"), ("break", "promise"), ("go back", "word"), ("block", "talk"), ("block", "deal"),
     ("block", "agreement"), ("hold", "hostage"), ("stall", "talk"), ("move", "post")}
)  # fmt: skip
_IDIOM_WORDS = word_list("moves.indirect.blame.idiom_words")
_IN_FAITH = word_list("moves.indirect.blame.in_faith")
_FAILING = word_list("moves.indirect.blame.failing")


def as_accusations(phrases: Phrases, hits: list[ActHit]) -> list[ActHit]:
    """The acts of a sentence, breaches that one party lays to another told as its accusations, and accusations added."""
    found = [_laid_to_another(phrases, h) if h.act in {"breach", "accuse", "carry_out"} else h for h in hits]
    hits = [h for i, h in enumerate(found) if h is not None and not _told_twice(h, found[:i])]
    words = phrases.doc.words
    if not words.isdisjoint(_BLAMING):
        taken = {h.token for h in hits}
        hits += [h for h in _further(phrases) if h.token not in taken]
    return hits


# Forms of the verbs above, to pass over most reports at once.
_OBSTRUCTING_FORMS = frozenset(
    form
    for verb in _OBSTRUCTING
    for form in (
        verb,
        verb + "s",
        verb + "ed",
        verb + "ing",
        verb.rstrip("e") + "ing",
        verb + "d",
        verb + "ging",
        verb + "ged",
    )
)

_BLAMING = _AT_FAULT | _OBSTRUCTING_FORMS | _IDIOM_WORDS | {"faith"}


def _told_twice(hit: ActHit, before: list[ActHit | None]) -> bool:
    return hit.act == "accuse" and any(h is not None and h.act == "accuse" and h.token == hit.token for h in before)


def _laid_to_another(phrases: Phrases, hit: ActHit) -> ActHit | None:
    """A breach below "said" or "complained" of another party is its accusation; "is to blame" is the speaker's."""
    clause = _clause(phrases, hit)
    if clause is None:
        return hit
    if hit.act == "accuse":
        if clause.lemma != "blame" or clause.link != "xcomp" or clause.tense != "none":
            return hit
        speech = _speech(phrases, clause)
        return None if speech is None else _accusation(speech, hit.token)
    if hit.act == "carry_out" and not _fails(phrases, clause):
        return hit
    speech = _speech(phrases, clause)
    return hit if speech is None else _accusation(speech, hit.token)


def _fails(phrases: Phrases, clause: Clause) -> bool:
    """ "was failing to honour", "had not complied"."""
    above = phrases.sentence.clauses[clause.parent] if clause.parent is not None and clause.link == "xcomp" else None
    return (clause.negated and clause.modal is None) or (above is not None and above.lemma in _FAILING)


def _clause(phrases: Phrases, hit: ActHit) -> Clause | None:
    if hit.clause is not None:
        return hit.clause
    return next(
        (phrases.clause_by_verb[t] for t in phrases.sentence.parse.ancestors(hit.token) if t in phrases.clause_by_verb),
        None,
    )


def _speech(phrases: Phrases, clause: Clause) -> Clause | None:
    """Where one party says it of another: the clause of saying."""
    clauses = phrases.sentence.clauses
    while clause.parent is not None and clause.link in {"xcomp", "conj", "advcl", "pcomp"} and clause.mark is None:
        clause = clauses[clause.parent]
    if clause.link != "ccomp" or clause.parent is None or clause.modal is not None:
        return None
    speech = clauses[clause.parent]
    if (
        speech.verb > clause.verb
        or speech.lemma not in _ALLEGING
        or speech.negated
        or speech.passive
        or not _is_rival(phrases, speech)
    ):
        return None
    doers = (*clause.subjects, *(clause.objects if clause.passive else ()))
    return speech if doers and not _same(phrases, speech, doers) and _are_parties(phrases, doers) else None


def _is_rival(phrases: Phrases, speech: Clause) -> bool:
    parse = phrases.sentence.parse
    for subject in speech.subjects:
        entity = phrases.entity(subject) or phrases.party(subject, strict=True)
        if entity is None or entity.kind not in _RIVALS or parse.lemmas[subject] in _NEUTRAL:
            return False
        if entity.kind == "person" and entity.acts_for is None:
            return False
    return bool(speech.subjects)


def _same(phrases: Phrases, speech: Clause, doers: tuple[int, ...]) -> bool:
    """Whether the party speaks of itself."""
    parse = phrases.sentence.parse
    sides = {n for s in speech.subjects if (e := phrases.entity(s)) is not None for n in (e.name, e.acts_for)} - {None}
    return any(
        parse.lower[d] in _PRONOUNS or ((e := phrases.entity(d)) is not None and {e.name, e.acts_for} & sides)
        for d in doers
    )


def _are_parties(phrases: Phrases, doers: tuple[int, ...]) -> bool:
    return any(phrases.party(d, strict=True) is not None for d in doers)


def _further(phrases: Phrases) -> Iterator[ActHit]:
    for clause in phrases.sentence.clauses:
        speech = _holding(phrases, clause) if clause.lemma in _AT_FAULT else None
        if speech is None and _obstructs(phrases, clause):
            speech = _speech(phrases, clause)
        if speech is not None:
            yield _accusation(speech, clause.verb)


def _obstructs(phrases: Phrases, clause: Clause) -> bool:
    lemmas = phrases.sentence.parse.lemmas
    if clause.negated:
        return clause.lemma in _IN_FAITH and _in_faith(phrases, clause)
    things = (*clause.objects, *(p.object for p in clause.preps))
    if any((clause.lemma, lemmas[t]) in _IDIOMS for t in things):
        return True
    return clause.lemma in _OBSTRUCTING and (clause.lemma not in {"undermine", "drag"} or _of_talks(phrases, clause))


def _holding(phrases: Phrases, clause: Clause) -> Clause | None:
    """ "holds Lesk responsible for delaying the exchange"."""
    if clause.link != "ccomp" or clause.parent is None:
        return None
    above = phrases.sentence.clauses[clause.parent]
    blamed = any(p.word == "for" and (_of_blocking(phrases, p.object)) for p in clause.preps)
    return above if above.lemma == "hold" and not above.negated and above.subjects and blamed else None


def _of_blocking(phrases: Phrases, token: int) -> bool:
    parse = phrases.sentence.parse
    return phrases.is_of(token, frozenset({"blocking"})) or (
        parse.tags[token][0] == "V" and parse.verb_lemma(token) in load_acts().verbs["blocking"]
    )


def _in_faith(phrases: Phrases, clause: Clause) -> bool:
    lemmas = phrases.sentence.parse.lemmas
    return any(p.word in {"in", "with"} and lemmas[p.object] == "faith" for p in clause.preps)


def _of_talks(phrases: Phrases, clause: Clause) -> bool:
    nouns, lower = load_talks().nouns, phrases.sentence.parse.lower
    feet = "feet" in lower[clause.verb : clause.last + 1] or "heels" in lower[clause.verb : clause.last + 1]
    known = nouns["talks"] | nouns["agreement"]
    return feet or any(phrases.sentence.parse.lemmas[o] in known for o in clause.objects)


def _accusation(speech: Clause, what: int) -> ActHit:
    return ActHit(
        "accuse", None, speech.verb, speech, "clause", (what,), "by", False, False, "move:accuse:said-of-another"
    )
