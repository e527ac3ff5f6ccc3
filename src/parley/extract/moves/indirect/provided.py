"""What a deal provides, as later sentences of its report tell it without naming a doer."""

from __future__ import annotations

import re

import msgspec

from parley.annotate.clauses import Clause
from parley.extract.moves.clauses.constituents import Phrases
from parley.extract.moves.frames.acts import ActHit
from parley.extract.moves.indirect.fulfilment import speaks_of_deal
from parley.extract.moves.terms.issues import find_issue_heads
from parley.lexicon.words import word_list

__all__ = ["makes_deals", "names_deal", "provided", "spelt_out"]

_BY = frozenset({"by"})
_CAPTIVES = frozenset({"captive"})
_DEAL = frozenset({"agreement"})
_INSIDE = frozenset({"in", "of", "to"})
_FORESEEN = "move:agree:foreseen"
_PROVISIONS = word_list("moves.indirect.provided.provisions")
_FUTURE = frozenset({"will", "would", "shall"})
_PARTS = word_list("moves.indirect.provided.parts")
_NUMBERED = re.compile(r"(?:(?<=[.;:][ \n])|(?<=\n))\(?\d{1,2}[).][ \n]")
_PARAGRAPH = re.compile(r"\n[ \t]*\n")
# "They had agreed on four points:", before the list of them.
_POINTS_AGREED = re.compile(
    r"\bagree(?:d|ment)\b[^.;:]{0,40}\bon\b[^.;:]{0,20}\b(?:points|elements|principles|terms|provisions|issues)\b"
)


def provided(phrases: Phrases, clause: Clause) -> ActHit | None:
    """ "50 captives will be released over four days", by nobody named: what the deal that the report tells of provides."""
    if not clause.passive or clause.modal != "will" or clause.negated:
        return None
    if any(p.word in _BY for p in clause.preps) or clause.subjects:
        return None
    heads = find_issue_heads(phrases, [clause.verb])
    freed = any(head.issue == "release" for head in heads)
    if not freed or not any(phrases.is_of(o, _CAPTIVES) for o in clause.objects) or not speaks_of_deal(phrases):
        return None
    return ActHit("agree", None, clause.verb, clause, "self", (clause.verb,), "both", False, False, _FORESEEN)


def spelt_out(phrases: Phrases, clause: Clause) -> ActHit | None:
    """What a deal holds, told as one of its numbered points, or as what a part of it is ("a change in the pact is that").

    "Berg said they had agreed on two points: 1) Prices will be reviewed every 15 months."
    """
    if clause.modal not in _FUTURE or clause.negated or clause.lemma in {"be", "have"}:
        return None
    if not (_is_numbered_point(phrases, clause) or _is_part_of_deal(phrases, clause)):
        return None
    region = phrases.region(clause.verb)
    measured = not {phrases.sentence.token_at(q.number.start) for q in phrases.quantities_here}.isdisjoint(region)
    if not (measured and find_issue_heads(phrases, region)):
        return None
    told = msgspec.structs.replace(clause, subjects=())
    return ActHit("agree", None, clause.verb, told, "self", (clause.verb,), "both", False, False, _FORESEEN)


def _is_numbered_point(phrases: Phrases, clause: Clause) -> bool:
    """Whether the sentence is a point of a list that opens with what was agreed on, or stands behind one that is."""
    if clause.link not in {"ROOT", "conj", "ccomp"}:
        return False
    text, start = phrases.doc.text, phrases.sentence.tokens(clause.verb, clause.verb).start
    agreed = _POINTS_AGREED.search(text, 0, start)
    marks = [m.start() for m in _NUMBERED.finditer(text, agreed.end())] if agreed is not None else []
    before = [mark for mark in marks if mark <= start]
    # Behind the last point, only what stands in the same paragraph is of the list.
    return bool(before) and (before != marks or _PARAGRAPH.search(text, before[-1], start) is None)


def _is_part_of_deal(phrases: Phrases, clause: Clause) -> bool:
    """Whether it is what a change, point or provision of an agreement is said to be."""
    above = phrases.sentence.clauses[clause.parent] if clause.parent is not None else None
    if above is None or above.lemma != "be" or clause.link != "ccomp" or clause.mark != "that":
        return False
    parse = phrases.sentence.parse
    parts = [s for s in above.subjects if parse.lemmas[s] in _PARTS]
    return any(names_deal(phrases, p.object) for s in parts for _, p in phrases.preps_among(phrases.region(s), _INSIDE))


def names_deal(phrases: Phrases, noun: int) -> bool:
    """Whether a noun is of an agreement: "the deal", "the ceasefire conditions"."""
    parse = phrases.sentence.parse
    parts = (c for c in parse.children[noun] if parse.deps[c] == "compound")
    of_deal = parse.lemmas[noun] in _PROVISIONS and any(phrases.is_of(c, _DEAL) for c in parts)
    return of_deal or phrases.is_of(noun, _DEAL)


def makes_deals(phrases: Phrases, subject: int, clause: Clause) -> bool:
    """Whether who would act under a deal may be told as making it: weapons and ships ("their jets will stop") do not."""
    lemma = phrases.sentence.parse.lemmas[subject]
    return phrases.is_somebody(subject, clause) and lemma not in _WEAPONS


_WEAPONS = word_list("moves.indirect.provided.weapons")
