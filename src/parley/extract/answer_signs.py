"""Signs that one move of a report is what another answers: what must hold at all, and what speaks for it or against it.

An answer is read as a reader reads it: its words for what it is to ("the company's offer", "that") point back to a
move that fits them by kind, owner and content; then whoever is spoken to, the terms, and what was told last.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from parley.extract.answer_words import is_same_side, noun_acts
from parley.extract.told_moves import Description, Told, stems
from parley.lexicon.answers import load_answers
from parley.model import Quantity

__all__ = ["PUTTING", "Parties", "signs_of"]

PUTTING = frozenset({"offer", "demand"})
# Acts on what their maker has put forward before.
_OF_OWN = frozenset({"withdraw"})
# Rules on acts whose own infinitive or clause says what is accepted or yielded.
_OWN_CONTENT = ("accept:to", "accept:clause", "concede:to", "concede:object", "reject:to", "reject:clause")
_REPEATED = 3  # words shared beyond so many say no more
_FAR = 8  # sentences
_PARTICIPLE = 12  # characters before the verb of a clause that has no subject of its own ("currently rejected")
_DOES_SO = frozenset({"do", "so"})  # "ready to do so": what was asked


class Parties(msgspec.Struct, frozen=True):
    """The words of all parties' names in the report: "the ministry's offer" is not the union's."""

    names: frozenset[str]
    stems: frozenset[str]


def signs_of(answer: Told, other: Told, parties: Parties) -> Mapping[str, float] | None:
    """The signs, by the names that `answers.toml` weighs them under; None where the one cannot answer the other."""
    if not _may_answer(answer, other):
        return None
    inside = _is_inside(answer, other)
    found: dict[str, float] = {"inside": float(inside)}
    described = _described(answer, other, parties, inside=inside)
    if described is None:
        return None
    found |= described
    found |= _between_sides(answer, other)
    found |= _of_terms(answer, other, parties)
    found |= _of_place(answer, other)
    if answer.move.act in PUTTING:
        found |= _of_counter(answer, other)
    return found


def _may_answer(answer: Told, other: Told) -> bool:
    """Whether kind, story, sides and days allow it."""
    acts = load_answers().answered.get(answering_act(answer)) or ()
    if other.move.act not in acts or other.claim.factuality.polarity == "negative" or answer.story != other.story:
        return False
    if answer.move.by and other.move.by:
        own = is_same_side(answer.move.by, other.move.by)
        if own != (answer.move.act in _OF_OWN):
            return False
    if any(a.overlaps(o) for a in answer.triggers for o in other.triggers):
        return False
    return not _is_earlier(answer, other)


def answering_act(told: Told) -> str:
    """Its act; whoever "agreed to free the crew" may say yes by that, though it binds itself."""
    says_yes = told.claim.rule in {"move:accept:to", "move:accept:object"}
    return "accept" if says_yes else told.move.act


def _is_earlier(answer: Told, other: Told) -> bool:
    """Whether the answer was given on a day before the other was made."""
    one, two = answer.claim.when, other.claim.when
    if one is None or two is None or one.latest is None or two.earliest is None:
        return False
    last, first = one.latest.edtf[:10], two.earliest.edtf[:10]
    return len(last) == len(first) == 10 and last < first and last[0].isdigit() and first[0].isdigit()


def _is_inside(answer: Told, other: Told) -> bool:
    """Whether the words of what is answered stand in the clause of the answer, behind its verb or before it, or the answer
    behind what was put, in the same clause ("wants yearly reviews, a proposal rejected by growers")."""
    if any(a.statement.covers(t) for a in answer.claim.mentions for t in other.triggers):
        return True
    if answer.move.act in PUTTING or answer.about is None or not answer.about.kinds:
        return False
    added = [m.statement for m in answer.claim.mentions if m.trigger.start - m.statement.start <= _PARTICIPLE]
    return any(o.statement.covers(s) and o.statement != s for o in other.claim.mentions for s in added)


def _described(answer: Told, other: Told, parties: Parties, *, inside: bool) -> dict[str, float] | None:
    """What the words for it say: what kind of thing it is, whose, and of what; None where they say another."""
    about = answer.about
    if about is None:
        return {"bare": 1.0}
    known, found = load_answers().words, dict[str, float]()
    if about.words & known.others:
        return None
    if about.amounts and other.amounts and not inside:
        if about.amounts & other.amounts:
            found["amount"] = 1.0
        elif about.kinds or not _in_same_unit(answer, other):
            return None
        else:
            # "could not accept more than 57 mln": terms put against others.
            found["other_amount"] = 1.0
    if about.words <= known.pronouns | known.small:
        found["pronoun"] = 1.0
    kind = _kind(about, other, parties)
    if kind is None and not inside:
        return None
    found[kind or "no_kind"] = 1.0
    if other.sides & about.words:
        found["owner"] = 1.0
    elif other.move.by and (about.words & parties.names) - other.sides - other.content:
        found["other_owner"] = 1.0
    own = about.content - parties.stems
    shared = own & (other.content | other.clause)
    found["shared"] = float(min(_REPEATED, len(shared)))
    found["nothing_shared"] = float(bool(own) and not shared and "other_amount" not in found)
    found["same_noun"] = float(bool(stems(about.kinds) & other.clause))
    found["of_earlier"] = float(bool(about.words & known.earlier) and not other.is_past_perfect)
    return found


def _kind(about: Description, other: Told, parties: Parties) -> str | None:
    """How well the kind of move that words name fits; None where they name another.

    A matter ("the sale", "any extension") is what was put forward only where the words of that name it too.
    """
    known = load_answers().words
    if not about.kinds:
        return "no_kind" if about.content else "any_kind"
    fitting = [w for w in about.kinds if other.move.act in noun_acts()[w]]
    if not fitting:
        return None
    if all(w in known.matters for w in fitting) or about.first in known.unnamed:
        return "matter_named" if stems(about.kinds) & other.clause - parties.stems else "matter"
    return "kind"


def _between_sides(answer: Told, other: Told) -> dict[str, float]:
    """Who speaks to whom. An addressee that is not the maker weighs little: it may be only the other side of the talks."""
    found: dict[str, float] = {}
    reply, move = answer.move, other.move
    if reply.to and move.by:
        told = "" if answer.spoken_to & answer.clause else "_supposed"
        found[("to_maker" if is_same_side(reply.to, move.by) else "to_another") + told] = 1.0
    if move.to and reply.by and move.by != reply.by and other.spoken_to <= load_answers().words.everybody:
        found["put_to_answerer_supposed"] = 1.0
    elif move.to and reply.by:
        told = "" if other.spoken_to & other.clause else "_supposed"
        found[("put_to_answerer" if is_same_side(move.to, reply.by) else "put_to_another") + told] = 1.0
    elif answer.sides & other.clause:
        found["answerer_named"] = 1.0
    if not move.by:
        found["maker_unknown"] = 1.0
    if not reply.by:
        found["answerer_unknown"] = 1.0
    return found


def _of_terms(answer: Told, other: Told, parties: Parties) -> dict[str, float]:
    issues = {t.issue for t in answer.move.terms} - {"other"}
    theirs = {t.issue for t in other.move.terms} - {"other"}
    said = (answer.clause & other.clause) - parties.stems
    alike = (answer.content & other.content) - answer.sides - other.sides if answer.move.terms else frozenset()
    own = answer.about is None and answer.claim.rule.endswith(_OWN_CONTENT) and not issues & theirs
    return {
        "same_issue": float(bool(issues & theirs)),
        "other_issue": float(bool(issues and theirs and not issues & theirs)),
        "alike": float(min(_REPEATED, len(alike))),
        "said_alike": float(min(_REPEATED, len(said))),
        "own_content": float(own and not alike),
        "without_terms": float(not theirs and not other.move.terms),
    }


def _of_place(answer: Told, other: Told) -> dict[str, float]:
    """How far back it was told; what is told only later was there before where the answer stands in the lead, or it
    "had" been put."""
    back = [a - o for m, a in answer.places for t, o in other.places if t.start < m.start]
    if back:
        near = min(back)
        return {"same_sentence": float(near == 0), "back": float(min(near, _FAR))}
    ahead = min(o - a for a in answer.sentences for o in other.sentences)
    sort = "later_than_lead" if answer.in_lead else "later_had" if other.is_past_perfect else "later"
    return {sort: 1.0, "ahead": float(max(0, min(ahead, _FAR)))}


def _of_counter(answer: Told, other: Told) -> dict[str, float]:
    """What speaks for terms put against others."""
    words = load_answers().words
    return {
        "counter_word": float(bool(answer.all_words & words.counters) or answer.all_words >= _DOES_SO),
        "same_unit": float(_in_same_unit(answer, other)),
        "bare_number": float(_is_bare(answer)),
        "standing": float(answer.move.act == "demand" and answer.claim.factuality.tense == "present"),
        "had": float(answer.is_past_perfect),
        "same_act": float(answer.move.act == other.move.act),
    }


def _in_same_unit(answer: Told, other: Told) -> bool:
    """Whether an amount of one is put against one of the other."""
    return any(
        _comparable(a.quantity, b.quantity)
        for a in answer.move.terms
        for b in other.move.terms
        if a.issue == b.issue or "other" in {a.issue, b.issue}
        if a.quantity is not None and b.quantity is not None
    )


def _is_bare(told: Told) -> bool:
    """ "They want 600": a number alone is one of what was spoken of before."""
    amounts = [t.quantity for t in told.move.terms if t.quantity is not None]
    return bool(amounts) and all(q.unit is None for q in amounts)


def _comparable(one: Quantity, other: Quantity) -> bool:
    """Whether two amounts measure one thing and differ."""
    units = {one.unit, other.unit}
    return (len(units) == 1 or None in units) and (one.lower, one.upper) != (other.lower, other.upper)
