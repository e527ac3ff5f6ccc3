"""Moves told in invented reports, made by hand for the tests of comparison across reports."""

from __future__ import annotations

from typing import Any

from parley.model import (
    Actor,
    Attribution,
    Claim,
    Date,
    DateRange,
    Factuality,
    Mention,
    Move,
    Quantity,
    Source,
    Span,
    Term,
    new_claim,
)
from parley.resolve import Parties, Told

__all__ = ["COMPANY", "PARTIES", "UNION", "amount", "pay", "told", "truce"]

UNION, COMPANY = Actor("Dockers' Union", "the union"), Actor("Port Company", "the company")


class ByName(Parties):
    """Parties whose ids are their names."""

    def of(self, actor: Actor, report: str) -> str:
        """The name."""
        return actor.name.casefold()

    def side(self, actor: Actor, report: str) -> str:
        """The name of the party it acts for, else its own."""
        return (actor.acts_for or actor.name).casefold()


PARTIES = ByName()


def amount(lower: float | None, upper: float | None = None, unit: str = "percent", **more: Any) -> Quantity:
    """An exact amount, or one between bounds; `upper` -1 is none."""
    top = lower if upper is None else None if upper < 0 else upper
    return Quantity(lower, top, unit=unit, verbatim=f"{lower} {unit}", **more)


def pay(lower: float, upper: float | None = None, *, before: float | None = None) -> Term:
    """A pay term in per cent."""
    previous = amount(before) if before is not None else None
    return Term("pay", "pay rise", Span(0, 1), quantity=amount(lower, upper), previous=previous)


def truce(number: float, unit: str = "day") -> Term:
    """A truce of a length."""
    length = amount(number, unit=unit)
    return Term("ceasefire", "truce", Span(0, 1), quantity=length, duration=length)


def told(
    act: Any,
    by: Actor | tuple[Actor, ...] | None,
    published: str | None,
    *terms: Term,
    report: str | None = None,
    at: int = 0,
    **more: Any,
) -> Told:
    """A move told by a report of a day; `more` are fields of the move, or of the telling."""
    chain = tuple(Source(name, "person") for name in more.pop("chain", ()))
    factuality, when = more.pop("factuality", Factuality()), more.pop("when", None)
    origin, silence = more.pop("origin", ""), more.pop("silence", False)
    makers = by if isinstance(by, tuple) else (by,) if by else ()
    name = report or f"report-{published}"
    claim: Claim = new_claim(
        name,
        Move(act, by=makers, terms=terms, **more),
        attribution=Attribution(chain, silence=silence),
        factuality=factuality,
        mentions=(Mention(Span(at, at + 5), Span(at, at + 30)),),
        rule="by hand",
        when=DateRange(Date(when), Date(when)) if when else None,
    )
    return Told(claim, published, "Gazette", origin or name)
