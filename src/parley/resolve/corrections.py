"""A claim or report with values that a person gave it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, get_type_hints

import msgspec

from parley.model import Attribution, Body, Change, Claim, DateRange, Factuality, Judgement, Mention, Report, new_claim
from parley.model import claim as claims

__all__ = ["REPORT_FIELDS", "corrected", "corrected_report", "field_names", "field_of", "field_type"]

REPORT_FIELDS = ("title", "outlet", "published")
"""What a person may correct of a report."""

_FACTUALITY = ("certainty", "polarity", "tense")
_ATTRIBUTION = {"sources": "chain", "hedge": "hedge", "silence": "silence", "said_on": "said_on"}


def field_names(body: type[Body] | Body) -> tuple[str, ...]:
    """The fields of a claim that may be set, by the type of its body: the body's own, then those every claim has."""
    return (*body.__struct_fields__, *_FACTUALITY, *_ATTRIBUTION, "when")


def field_type(body: type[Body] | Body, name: str) -> Any:
    """The type of a field of `field_names`."""
    if name == "when":
        return DateRange | None
    record, attribute = _place(body if isinstance(body, type) else type(body), name)
    return get_type_hints(record, vars(claims))[attribute]


def field_of(claim: Claim, name: str) -> object:
    """The value of a field of `field_names`."""
    if name == "when":
        return claim.when
    if name in _FACTUALITY:
        return getattr(claim.factuality, name)
    if name in _ATTRIBUTION:
        return getattr(claim.attribution, _ATTRIBUTION[name])
    return getattr(claim.body, name)


def corrected(claim: Claim, changes: Iterable[Change], *, mention: Mention | None = None) -> Claim:
    """The claim with the changes' new values, `mention` for its first one, and the id that follows from them.

    Of origin `person` when anything differs. Raises msgspec.ValidationError when a value does not fit its field.
    """
    new = {change.field: change.new for change in changes}
    own = {name: value for name, value in new.items() if name in claim.body.__struct_fields__}
    made = msgspec.structs.replace(
        claim,
        body=_with(claim.body, own),
        factuality=_with(claim.factuality, {name: new[name] for name in _FACTUALITY if name in new}),
        attribution=_with(claim.attribution, {at: new[name] for name, at in _ATTRIBUTION.items() if name in new}),
        when=msgspec.convert(new["when"], DateRange | None) if "when" in new else claim.when,
        mentions=tuple(sorted((mention, *_others(claim)), key=_start)) if mention else claim.mentions,
    )
    return claim if made == claim else _renamed(made)


def corrected_report(report: Report, judgements: Iterable[Judgement]) -> Report:
    """The report with the title, outlet and day that people gave it, the last one holding; the id stays."""
    changes = [change for made in judgements if made.verdict == "correct_report" for change in made.changes]
    return msgspec.structs.replace(report, **{change.field: change.new for change in changes})


def _place(body: type[Body], name: str) -> tuple[type[msgspec.Struct], str]:
    if name in _FACTUALITY:
        return Factuality, name
    return (Attribution, _ATTRIBUTION[name]) if name in _ATTRIBUTION else (body, name)


def _with(record: Any, new: dict[str, object]) -> Any:
    """The record with plain values put in and checked."""
    return msgspec.convert({**msgspec.to_builtins(record), **new}, type(record)) if new else record


def _others(claim: Claim) -> list[Mention]:
    """All mentions but the first in the text."""
    first = min(claim.mentions, key=_start)
    return [mention for mention in claim.mentions if mention is not first]


def _start(mention: Mention) -> tuple[int, int]:
    return mention.trigger.start, mention.trigger.end


def _renamed(claim: Claim) -> Claim:
    made = new_claim(
        claim.report,
        claim.body,
        attribution=claim.attribution,
        factuality=claim.factuality,
        mentions=claim.mentions,
        rule=claim.rule,
    )
    return msgspec.structs.replace(claim, id=made.id, origin="person")
