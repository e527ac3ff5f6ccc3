"""Reading sentences written for the tests, and comparing the moves in them with what a reader finds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bench.quality.account import same_name

from parley.annotate import annotate
from parley.annotate.doc import Doc
from parley.extract.attribution import find_attributions
from parley.extract.merge import merge_claims
from parley.extract.moves import extract_moves
from parley.model import Actor, Claim, Date, Move, Quantity, Term, new_report

__all__ = ["PUBLISHED", "Wanted", "differences", "move_of", "moves_of", "read", "read_all", "term_differences"]

PUBLISHED = "2025-05-16"  # a Friday
Wanted = dict[str, Any]
_READ: dict[str, tuple[Claim, ...]] = {}
_PRONOUNS = {"its": "it", "their": "they", "them": "they", "our": "we", "us": "we"}


def read_all(texts: Iterable[str]) -> None:
    """Read many texts in one batch, so that the parser runs once for a whole table."""
    fresh = [text for text in dict.fromkeys(texts) if text not in _READ]
    docs = annotate(new_report(text, published=PUBLISHED) for text in fresh)
    _READ.update({text: _moves(doc) for text, doc in zip(fresh, docs, strict=True)})


def _moves(doc: Doc) -> tuple[Claim, ...]:
    """What the rules on moves claim; whether a report is about talks at all shows in no single sentence."""
    return merge_claims(extract_moves(doc, find_attributions(doc)))


def read(text: str) -> tuple[Claim, ...]:
    """The moves in a report of these words."""
    read_all([text])
    return _READ[text]


def moves_of(text: str, *acts: str) -> list[tuple[Claim, Move]]:
    """The moves of a text, of these acts or all."""
    found = [(c, c.body) for c in read(text) if isinstance(c.body, Move)]
    return [(c, m) for c, m in found if not acts or m.act in acts]


def move_of(text: str, *acts: str) -> tuple[Claim, Move]:
    """The one move of a text."""
    found = moves_of(text, *acts)
    assert len(found) == 1, [(m.act, [a.name for a in m.by]) for _, m in found]
    return found[0]


def differences(text: str, wanted: Wanted) -> list[str]:
    """What differs in the move that fits best; `act` may list acts that are as good, None asks that there be none."""
    if wanted["act"] is None:
        return [f"{m.act} by {[a.name for a in m.by]}" for _, m in moves_of(text)]
    acts = [wanted["act"]] if isinstance(wanted["act"], str) else wanted["act"]
    found = moves_of(text, *acts)
    if not found:
        return [f"no {acts}, only {[m.act for _, m in moves_of(text)]}"]
    return min((_of_move(claim, move, wanted) for claim, move in found), key=len)


def _of_move(claim: Claim, move: Move, wanted: Wanted) -> list[str]:
    found = []
    for role in ("by", "to", "via"):
        names = [wanted[role]] if isinstance(wanted.get(role), str) else wanted.get(role)
        actors: tuple[Actor, ...] = getattr(move, role)
        if names is not None and not _same_parties(names, actors):
            found.append(f"{role} {[(a.name, a.mention) for a in actors]}")
    facts = {"polarity": "positive", "certainty": "certain"} if wanted.get("sure", True) else {}
    for name in ("polarity", "certainty", "tense"):
        asked = wanted.get(name, facts.get(name))
        if asked is not None and getattr(claim.factuality, name) != asked:
            found.append(f"{name} {getattr(claim.factuality, name)}")
    for name in ("mode", "place"):
        if name in wanted and getattr(move, name) != wanted[name]:
            found.append(f"{name} {getattr(move, name)}")
    if "deadline" in wanted and (move.deadline is None or move.deadline.edtf[:10] != wanted["deadline"]):
        found.append(f"deadline {move.deadline}")
    for term in wanted.get("terms", ()):
        found += term_differences(move.terms, term)
    if "count" in wanted and len(move.terms) != wanted["count"]:
        found.append(f"{len(move.terms)} terms: {[(t.issue, t.item) for t in move.terms]}")
    return found


def _same_parties(names: list[str], actors: tuple[Actor, ...]) -> bool:
    return len(names) == len(actors) and all(any(_is(n, a) for a in actors) for n in names)


def _is(name: str, actor: Actor) -> bool:
    mention = actor.mention.lower()
    known = _PRONOUNS.get(mention, mention) == name.lower()
    return known or any(same_name(name, n) for n in (actor.name, actor.mention, actor.acts_for))


def term_differences(terms: tuple[Term, ...], wanted: Wanted) -> list[str]:
    """What differs in the term that fits best."""
    fitting = [t for t in terms if t.issue == wanted["issue"]]
    if not fitting:
        return [f"no {wanted['issue']} in {[(t.issue, t.item) for t in terms]}"]
    return min((_of_term(t, wanted) for t in fitting), key=len)


_BOUNDS = ("lower", "upper", "lower_open", "upper_open", "approximate", "unit")


def _of_term(term: Term, wanted: Wanted) -> list[str]:
    found = []
    for name in _BOUNDS:
        if name in wanted and getattr(term.quantity, name, None) != wanted[name]:
            found.append(f"{name} {getattr(term.quantity, name, None)}")
    for name in sorted(set(wanted) - {"issue", *_BOUNDS}):
        value = getattr(term, name)
        if not _value_fits(wanted[name], value):
            found.append(f"{name} {value}")
    return found


def _value_fits(wanted: Any, value: Any) -> bool:
    if isinstance(value, Actor):
        return isinstance(wanted, str) and _is(wanted, value)
    if isinstance(value, Date):
        return bool(value.edtf[:10] == wanted)
    if isinstance(value, Quantity):
        return bool(wanted == (value.lower if isinstance(wanted, (int, float)) else f"{value.lower} {value.unit}"))
    if isinstance(value, str) and isinstance(wanted, str):
        return wanted.lower() in value.lower()
    return bool(wanted == value)
