"""A claim against a label: does it stand at the same words, and what of it differs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest

import msgspec

from bench.quality.account import same_name
from bench.quality.labels import EventLabel, FigureLabel, Label, MoveLabel, PhaseLabel, TermLabel
from parley.model import Actor, Claim, Date, DateRange, Event, Figure, Move, Phase, Quantity, Source, Span, Term

__all__ = ["Fit", "amounts_found", "chain_fits", "fit", "is_told_at", "names_fit", "same_bounds"]

_SAME_UNIT = {
    "people": "person", "familie": "household", "lorrie": "truck", "ship": "vessel", "post": "job", "barrel per day": "barrel",
    "troop": "person",
}  # fmt: skip
_PRONOUNS = {"its": "it", "their": "they", "them": "they", "his": "he", "him": "he", "her": "she"}


class Fit(msgspec.Struct, frozen=True):
    """What of a claim agrees with its label: `values` are act, type or status and bounds, `parties` its makers.

    `place` counts how much of the label's words the claim's trigger covers, so that the nearest claim is taken;
    `to` and `via` are None where the label leaves addressees or carriers out.
    """

    values: bool
    parties: bool
    sure: bool
    chain: bool
    day: bool | None
    place: int
    differs: tuple[str, ...] = ()
    to: bool | None = None
    via: bool | None = None

    @property
    def rank(self) -> tuple[int, int, int]:
        """Better fits are larger."""
        return (sum((self.values, self.parties, self.sure, self.chain)), int(self.values), self.place)


def is_told_at(claim: Claim, spans: Iterable[Span]) -> int:
    """Characters of the spans that the claim's triggers cover; 0 where it stands elsewhere."""
    return sum(_shared(m.trigger, s) for m in claim.mentions for s in spans)


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def fit(label: Label, claim: Claim, text: str) -> Fit | None:
    """How the claim fits the label; None when it is of another kind, act, measure or type, or stands elsewhere."""
    place = is_told_at(claim, label.spans(text))
    if not place or not _same_sort(label, claim):
        return None
    parties, values = _parties_fit(label, claim), _values_fit(label, claim)
    sure, chain = _is_as_sure(label, claim), chain_fits(label, claim.attribution.chain)
    day = _day_fits(label.when, claim.when) if label.when is not None else None
    to, via = _others_fit(label, claim, "to"), _others_fit(label, claim, "via")
    checks = (
        ("values", values), ("by", parties), ("to", to is not False), ("via", via is not False),
        ("factuality", sure), ("chain", chain), ("when", day is not False),
    )  # fmt: skip
    differs = tuple(f"{name} {_shown(name, claim)}" for name, right in checks if not right)
    return Fit(values, parties, sure, chain, day, place, differs, to, via)


def _shown(name: str, claim: Claim) -> str:
    body = claim.body
    if name in {"by", "to", "via"}:
        return f"is {[a.name for a in getattr(body, name, ())]}"
    if name == "factuality":
        return f"is {claim.factuality.certainty} {claim.factuality.polarity} {claim.factuality.tense}"
    if name == "chain":
        return f"is {[s.name for s in claim.attribution.chain]}"
    if name == "when":
        return f"is {claim.when and (claim.when.earliest, claim.when.latest)}"
    return f"is {getattr(body, 'quantity', None)}"


def _same_sort(label: Label, claim: Claim) -> bool:
    body = claim.body
    match label, body:
        case MoveLabel(), Move():
            return body.act in {label.act, *label.or_} and not claim.attribution.silence
        case FigureLabel(), Figure():
            return body.measure in {label.measure, *label.or_}
        case EventLabel(), Event():
            return body.type in {label.type, *label.or_}
        case PhaseLabel(), Phase():
            return body.status in {label.status, *label.or_}
        case _:
            return False


def _values_fit(label: Label, claim: Claim) -> bool:
    body = claim.body
    if isinstance(label, FigureLabel) and isinstance(body, Figure):
        return same_bounds(label, body.quantity)
    if isinstance(label, PhaseLabel) and isinstance(body, Phase):
        return label.number is None or label.number == body.number
    if isinstance(label, MoveLabel) and isinstance(body, Move):
        return label.mode is None or label.mode == body.mode
    return True


def same_bounds(label: FigureLabel | TermLabel, quantity: Quantity | FigureLabel | TermLabel) -> bool:
    """Whether an amount has the bounds and the unit labelled."""
    # Nothing counted is less than none: a floor of 0 says no more than no floor.
    # How far below "nearly 4,000" reaches is a matter of comparing, not of reading.
    nearly = label.approximate and label.upper_open and quantity.upper_open
    bounds = label.upper == quantity.upper and (nearly or (label.lower or 0) == (quantity.lower or 0))
    flags = all(getattr(label, f) == getattr(quantity, f) for f in ("lower_open", "upper_open", "approximate"))
    return bounds and flags and _unit(quantity.unit) == _unit(label.unit)


def _unit(name: str | None) -> str | None:
    """Units by one name each: what is counted may be named in the singular or the plural, and by words for one thing."""
    if name is None or name.isupper():
        return name
    singular = name.lower().removesuffix("s")
    return _SAME_UNIT.get(singular, singular)


def _parties_fit(label: Label, claim: Claim) -> bool:
    wanted = getattr(label, "by", None)
    if wanted is None:
        return True
    if isinstance(label, FigureLabel) and not wanted:
        return True
    return names_fit(wanted, getattr(claim.body, "by", ()))


def _others_fit(label: Label, claim: Claim, role: str) -> bool | None:
    """Whether those addressed (`to`) or in between (`via`) are the labelled ones; None where the label names none."""
    wanted = getattr(label, role, None)
    return None if wanted is None else names_fit(wanted, getattr(claim.body, role, ()))


def names_fit(wanted: Sequence[str], found: Sequence[Actor]) -> bool:
    """Whether as many parties are found as wanted, each under one of its names."""
    return len(wanted) == len(found) and all(any(_is(w, a) for a in found) for w in wanted)


def _is(wanted: str, actor: Actor) -> bool:
    mention = actor.mention.lower()
    if _PRONOUNS.get(mention, mention) == wanted.lower():
        return True
    return any(same_name(wanted, n) for n in (actor.name, actor.mention, actor.acts_for))


def _is_as_sure(label: Label, claim: Claim) -> bool:
    facts = claim.factuality
    same = (label.certainty, label.polarity) == (facts.certainty, facts.polarity)
    return same and label.tense in (None, facts.tense)


def chain_fits(label: Label, chain: tuple[Source, ...]) -> bool:
    """Whether the chain is the labelled one or one that is as good.

    The writing in which a source speaks ("said in a statement") is a link that a label may leave out.
    """
    spoken = tuple(s for s, first in zip_longest(chain, chain[1:]) if s.kind != "document" or first is None)
    return any(_links_fit(wanted, told) for wanted in (label.chain, *label.chain_any) for told in (chain, spoken))


def _links_fit(wanted: tuple[str, ...], chain: tuple[Source, ...]) -> bool:
    return len(wanted) == len(chain) and all(_is_source(w, s) for w, s in zip(wanted, chain, strict=True))


def _is_source(wanted: str, source: Source) -> bool:
    if wanted == "unnamed":
        return source.kind == "unnamed"
    actor = source.actor
    names = [source.name, *((actor.name, actor.mention, actor.acts_for) if actor is not None else ())]
    mention = actor.mention.lower() if actor is not None else source.name.lower()
    return _PRONOUNS.get(mention, mention) == wanted.lower() or any(same_name(wanted, n) for n in names)


def _day_fits(wanted: str, found: DateRange | None) -> bool:
    """Whether the stretch named is the labelled one, hours aside."""
    if found is None:
        return False
    ends = [_day(found.earliest), _day(found.latest)]
    first, _, last = wanted.partition("/")
    return ends[0] == first and ends[1] in {last or first, None}


def _day(date: Date | None) -> str | None:
    return date.edtf[:10].rstrip("~") if date is not None else None


def amounts_found(label: MoveLabel, body: Move, *, any_issue: bool = False) -> tuple[int, int, int]:
    """Labelled amounts that are found, labelled amounts, and amounts claimed.

    An amount fits by bounds, unit, amount before and issue; with `any_issue` also one that is put under another issue.

    A truce's length counts once, and so does what stands both in the terms and the conditions of an offer. A label has no
    field for how long what is given by its quantity lasts: where it names that length in a term of its own, it must be
    found; where it does not, naming it is no amount too many.
    """
    numbered = [t for t in label.terms if t.lower is not None or t.upper is not None]
    claimed = [amount for term in dict.fromkeys((*body.terms, *body.conditions)) for amount in _amounts(term)]
    left = list(claimed)
    found = 0
    for wanted in numbered:
        place = next(
            (i for i, (term, amount) in enumerate(left) if _amount_fits(wanted, term, amount, any_issue)), None
        )
        if place is not None:
            found += 1
            del left[place]
    spare = sum(term.quantity not in {None, amount} for term, amount in left)
    return found, len(numbered), len(claimed) - spare


def _amounts(term: Term) -> list[tuple[Term, Quantity]]:
    return [(term, q) for q in dict.fromkeys((term.quantity, term.duration)) if q is not None]


def _amount_fits(wanted: TermLabel, term: Term, amount: Quantity, any_issue: bool) -> bool:
    if not (any_issue or term.issue in {wanted.issue, *wanted.or_}) or not same_bounds(wanted, amount):
        return False
    return wanted.previous is None or (term.previous is not None and term.previous.lower == wanted.previous)
