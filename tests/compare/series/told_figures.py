"""Figures of invented reports, as comparison across reports is given them."""

from __future__ import annotations

from typing import Any

from parley.annotate.quantities import find_quantities
from parley.compare.series import figure_relations, series_of
from parley.model import (
    Actor,
    Attribution,
    Claim,
    Date,
    DateRange,
    Factuality,
    Figure,
    Mention,
    Point,
    Quantity,
    Relation,
    Series,
    Source,
    Span,
    new_claim,
)
from parley.resolve.parties import Parties
from parley.resolve.told import Told

__all__ = ["MINISTRY", "RESCUERS", "amount", "only", "point", "related", "series", "standings", "told"]

MINISTRY = Source("Alderland's health ministry", "office", actor=Actor("Alderland's health ministry", "the ministry"))
RESCUERS = Source("Coast Rescue", "organisation", actor=Actor("Coast Rescue", "Coast Rescue"))
_COUNTED = {"persons": "people", "percent": "", "USD": ""}


def amount(words: str) -> Quantity:
    """The amount that words give: "at least 50", "about 200", "dozens"."""
    (found,) = find_quantities(f"{words} people")
    lower, upper = found.quantity.lower, found.quantity.upper
    return Quantity(
        lower, upper, found.quantity.lower_open, found.quantity.upper_open, found.quantity.approximate, "persons", words
    )


def told(words: str, published: str | None, *chain: Source, report: str = "", origin: str = "", **fields: Any) -> Told:
    """A figure of people killed in Alderport since 1 March 2031, unless `fields` say else.

    Days are ISO days; `since`, `as_of`, `period` may be words of a date, `certainty`, `polarity`, `tense` go to its factuality.
    """
    facts = {name: fields.pop(name) for name in ("certainty", "polarity", "tense") if name in fields}
    outlet, rule = fields.pop("outlet", "The Alder Courier"), fields.pop("rule", "figure:verb-object")
    body = _figure(amount(words), fields)
    report = report or f"report of {published} with {words}"
    claim = _claim(report, body, chain, Factuality(**facts), rule)
    return Told(claim, published, outlet, origin or report)


def _figure(quantity: Quantity, fields: dict[str, Any]) -> Figure:
    if not {"event", "period", "since", "accounting"} & fields.keys():
        fields |= {"since": "2031-03-01", "accounting": "cumulative"}
    fields.setdefault("place", "Alderport")
    fields.setdefault("group", "people")
    for name in ("since", "as_of"):
        fields[name] = Date(fields[name]) if fields.get(name) else None
    if fields.get("period"):
        first, _, last = fields["period"].partition("/")
        fields["period"] = DateRange(Date(first), Date(last or first))
    fields.setdefault("as_of_basis", "stated" if fields["as_of"] else None)
    return Figure(fields.pop("measure", "killed"), fields.pop("quantity", quantity), **fields)


def _claim(report: str, body: Figure, chain: tuple[Source, ...], facts: Factuality, rule: str) -> Claim:
    return new_claim(
        report,
        body,
        attribution=Attribution(chain),
        factuality=facts,
        mentions=(Mention(Span(0, 5), Span(0, 30)),),
        rule=rule,
    )


def series(*given: Told) -> tuple[Series, ...]:
    """The series of figures, each party under its own name."""
    return series_of(given, Parties())


def only(*given: Told) -> Series:
    """The one series that figures make."""
    (found,) = series(*given)
    return found


def point(found: Series, told: Told) -> Point:
    """The point of a series that a figure tells."""
    return next(point for point in found.points if told.claim.id in point.claims)


def standings(*given: Told) -> list[str]:
    """The standing of each figure, in the order given."""
    found = series(*given)
    points = {claim: point for each in found for point in each.points for claim in point.claims}
    return [points[each.claim.id].standing for each in given]


def related(one: Told, other: Told, *more: Told) -> Relation | None:
    """How one figure stands to another, among more of them."""
    found = figure_relations(series(one, other, *more))
    return next((r for r in found if (r.one, r.other) == (one.claim.id, other.claim.id)), None)
