"""A clause asked what the frames of its verb need of it, each answer worked out once."""

from __future__ import annotations

from functools import cache

import msgspec

from parley.annotate.clauses import Clause
from parley.extract.moves.clauses.constituents import Phrases, is_money
from parley.extract.moves.frames.conditions import meets_condition
from parley.extract.moves.frames.fillers import all_preps, clause_fillers, preposition_of
from parley.extract.moves.frames.idle import is_idle, is_state
from parley.extract.moves.frames.needs import is_of, words_asked
from parley.extract.moves.frames.noun_fillers import is_court
from parley.extract.moves.frames.shortfalls import is_put_before
from parley.lexicon.acts import Frame, Need, parse_need

__all__ = ["Asked", "Question", "may_fit", "party_acts", "question_of", "subject_classes"]

# Acts whose words are used of things as well ("tensions threaten to", "tunnels offer").
_THINGS_DO_TOO = frozenset({"threaten", "promise", "offer", "accept", "demand", "concede", "accuse", "meet"})
_NO_FILLER = frozenset({"none", "bare", "passive", "subjects", "amount", "bare_walkout"})
_NO_NEED: tuple[Need, tuple[int, ...]] = Need("none", frozenset(), None), ()


class Want(msgspec.Struct, frozen=True):
    """A need, and what the sentence must hold for it to be met: a word of one of the `classes`, the `preposition`; None
    where there need be none."""

    need: Need
    classes: frozenset[str] | None
    preposition: str | None


class Question(msgspec.Struct, frozen=True):
    """What a frame asks of a clause, read once: `wants` and `unless` are its needs, `strict` tells that only nouns that
    mean somebody may be its subject, `who` is that and the subject in a word.

    `classes` are the word classes of one of which a word of the sentence must be, None where there need be none.
    """

    frame: Frame
    wants: tuple[Want, ...]
    unless: tuple[Need, ...]
    strict: bool
    who: str
    classes: frozenset[str] | None


def question_of(frame: Frame) -> Question:
    """What the frame asks."""
    wants, unless = tuple(map(_want, frame.needs)), tuple(map(parse_need, frame.unless))
    strict = frame.subject == "party" and frame.act in _THINGS_DO_TOO
    asked = [want.classes for want in wants if want.classes is not None]
    classes = frozenset().union(*asked) if wants and len(asked) == len(wants) else None
    return Question(frame, wants, unless, strict, f"{frame.subject}!" if strict else frame.subject, classes)


def _want(text: str) -> Want:
    need = parse_need(text)
    return (
        Want(need, None, None) if need.slot in _NO_FILLER else Want(need, words_asked(need), preposition_of(need.slot))
    )


def may_fit(question: Question, here: frozenset[str]) -> bool:
    """Whether the frame may fit a clause of a sentence that holds words of such classes."""
    return question.classes is None or not question.classes.isdisjoint(here)


class Asked:
    """A clause asked whether frames fit it; most frames of a verb ask the same of its subject, objects and phrases."""

    def __init__(self, phrases: Phrases, clause: Clause) -> None:
        """Take the clause, and the sentence it stands in."""
        self._phrases, self._clause = phrases, clause
        self._fillers: dict[str, list[int]] = {}
        self._subjects: dict[str, bool] = {}
        self._objects: set[str] | None = None
        self._in_phrases: set[str] | None = None

    def met(self, question: Question) -> tuple[Need, tuple[int, ...]] | None:
        """The first need of the frame that the clause meets, with its fillers; None where the frame does not fit."""
        fits = self._subjects.get(question.who)
        if fits is None:
            fits = self._subjects[question.who] = self._subject_fits(question)
        frame = question.frame
        if not fits or ((frame.object or frame.phrase) and not self._idiom_fits(frame)):
            return None
        met = self._first_met(question.wants) if question.wants else _NO_NEED
        if met is not None and question.unless and any(self._hinders(need) for need in question.unless):
            return None
        return met

    def _idiom_fits(self, frame: Frame) -> bool:
        """Whether the noun or phrase stands there that makes the act together with the verb ("lent its support")."""
        if frame.object:
            if self._objects is None:
                self._objects = set().union(*map(self._phrases.words_of, self._clause.objects))
            if self._objects.isdisjoint(frame.object):
                return False
        if not frame.phrase:
            return True
        if self._in_phrases is None:
            lemmas, preps = self._phrases.sentence.parse.lemmas, all_preps(self._phrases, self._clause)
            self._in_phrases = {f"{prep.word} {lemmas[prep.object]}" for prep in preps}
        return not self._in_phrases.isdisjoint(frame.phrase)

    def _subject_fits(self, question: Question) -> bool:
        if question.frame.subject == "party":
            return party_acts(self._phrases, self._clause, strict=question.strict)
        return _subject_fits(self._phrases, self._clause, question.frame.subject)

    def _filling(self, slot: str) -> list[int]:
        known = self._fillers.get(slot)
        if known is None:
            known = self._fillers[slot] = clause_fillers(self._phrases, self._clause, slot)
        return known

    def _first_met(self, wants: tuple[Want, ...]) -> tuple[Need, tuple[int, ...]] | None:
        phrases, here = self._phrases, self._phrases.classes_here
        for want in wants:
            if want.classes is not None and want.classes.isdisjoint(here):
                continue
            if want.preposition is not None and want.preposition not in phrases.lower:
                continue
            need = want.need
            fillers = self._filling(need.slot)
            good = tuple([f for f in fillers if is_of(phrases, f, need)]) if fillers else ()
            if (good or need.slot in _NO_FILLER) and meets_condition(phrases, self._clause, need, good):
                return need, good
        return None

    def _hinders(self, need: Need) -> bool:
        if is_state(self._clause, need.slot) or is_idle(self._phrases, self._clause, need.slot):
            return True
        return any(is_of(self._phrases, f, need) for f in self._filling(need.slot))


def _subject_fits(phrases: Phrases, clause: Clause, subject: str) -> bool:
    classes = subject_classes(subject)
    heads = clause.objects if clause.passive else clause.subjects
    if subject == "pronoun":
        return any(phrases.sentence.parse.lower[s] == "it" for s in clause.subjects)
    if subject == "there":
        return any(phrases.sentence.parse.deps[c] == "expl" for c in phrases.sentence.parse.children[clause.verb])
    if subject == "court":
        return any(is_court(phrases, s) for s in clause.subjects)
    if "amount" in classes and any(is_money(q) for s in heads for q in phrases.quantities(phrases.region(s))):
        return True
    if "it_put" in classes and any(is_put_before(phrases, head) for head in heads):
        return True
    return any(phrases.is_of(head, classes) for head in heads)


@cache
def subject_classes(subject: str) -> frozenset[str]:
    """The classes that the subject of a frame may be of."""
    return frozenset(subject.split("|"))


def party_acts(phrases: Phrases, clause: Clause, *, strict: bool) -> bool:
    """Somebody acts, or nobody is named as acting (a passive, a headline's bare infinitive)."""
    lower = phrases.sentence.parse.lower
    if any(lower[s] in {"we", "i"} or phrases.party(s, strict=strict) is not None for s in clause.subjects):
        return True
    if any(phrases.is_somebody(s, clause) for s in clause.subjects):
        return True
    # "when bargaining began, and raised its bid": the parser tied the verb to the clause before it.
    if clause.link == "conj" and not clause.own_subject and _above_acts(phrases, clause):
        return True
    # "extended by four days": the by-phrase of a passive may only measure.
    nobody = all(phrases.is_time(s) for s in clause.subjects)
    return nobody and (clause.passive or clause.link != "ROOT" or not clause.own_subject)


def _above_acts(phrases: Phrases, clause: Clause) -> bool:
    clauses = phrases.sentence.clauses
    while clause.parent is not None:
        clause = clauses[clause.parent]
        if any(phrases.party(s, strict=True) is not None for s in clause.subjects):
            return True
    return False
