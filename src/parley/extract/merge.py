"""One claim a report for what it says twice: same maker, act or measure, values and chain; mentions joined."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from parley.annotate.doc import Doc
from parley.extract.answers import link_answers
from parley.extract.division import without_terms
from parley.extract.retold import join_retold
from parley.model import Actor, Claim, Event, Figure, Move, Phase, Quantity, Quote, Span, Term, canonical_json

__all__ = ["merge_claims"]


def merge_claims(claims: Iterable[Claim], doc: Doc | None = None) -> tuple[Claim, ...]:
    """Claims in order of their first words; those that say the same are one with all their mentions.

    `doc` is the report they were read in, by whose words answers are joined to what they answer.
    """
    same: dict[bytes, list[Claim]] = {}
    for claim in sorted(without_terms(list(_without_doubles(list(claims)))), key=_place):
        same.setdefault(_identity(claim), []).append(claim)
    # Claims with one id are one claim, whatever words made them.
    by_id: dict[str, list[Claim]] = {}
    for group in same.values():
        by_id.setdefault(group[0].id, []).extend(group)
    return link_answers(join_retold(_join(group) for group in by_id.values()), doc)


def _without_doubles(claims: list[Claim]) -> list[Claim]:
    """The claims without events told by the words of a move: a deed within the talks is none outside them.

    Workers who walk out are on strike, and break nothing off.
    """
    strikes = [m.trigger for c in claims if _is_strike(c) for m in c.mentions]
    claims = [c for c in claims if not (_is_walkout(c) and _stands_at(c, strikes))]
    # "struck in support of a pay rise" is a deed that asks.
    within = (c for c in claims if isinstance(c.body, Move) and c.rule != "move:demand:in support of")
    moves = [m.trigger for c in within for m in c.mentions]
    if not moves:
        return claims
    kept = []
    for claim in claims:
        # What parties do with an agreement is a move where one is found; how it stands is no move.
        done = isinstance(claim.body, Phase) and claim.body.number is None and claim.rule.endswith(":deed")
        if isinstance(claim.body, Event) or done:
            apart = [m for m in claim.mentions if not any(m.trigger.overlaps(t) for t in moves)]
            if not apart:
                continue
            if len(apart) < len(claim.mentions):
                claim = msgspec.structs.replace(claim, mentions=tuple(apart))
        kept.append(claim)
    return kept


def _is_strike(claim: Claim) -> bool:
    return isinstance(claim.body, Event) and claim.body.mode == "strike"


def _is_walkout(claim: Claim) -> bool:
    return isinstance(claim.body, Move) and claim.body.mode == "walked_out"


def _stands_at(claim: Claim, spans: list[Span]) -> bool:
    return any(m.trigger.overlaps(span) for m in claim.mentions for span in spans)


def _place(claim: Claim) -> tuple[int, int, str, str]:
    trigger = claim.mentions[0].trigger
    return trigger.start, trigger.end, claim.kind, claim.id


def _join(group: list[Claim]) -> Claim:
    mentions = {m.trigger: m for claim in reversed(group) for m in reversed(claim.mentions)}
    when = next((claim.when for claim in group if claim.when is not None), None)
    return msgspec.structs.replace(group[0], mentions=tuple(mentions[t] for t in sorted(mentions)), when=when)


def _identity(claim: Claim) -> bytes:
    chain = [source.name for source in claim.attribution.chain]
    facts = [claim.factuality, claim.attribution.silence]
    return canonical_json([claim.kind, _values(claim), chain, facts])


def _values(claim: Claim) -> list[object]:
    body = claim.body
    if isinstance(body, Move):
        parties = [[_party(a) for a in group] for group in (body.by, body.to, body.via)]
        return [body.act, body.mode, parties, [_term(t) for t in body.terms], body.about]
    if isinstance(body, Figure):
        return [
            body.measure,
            _amount(body.quantity),
            body.group,
            body.place,
            [_party(a) for a in body.by],
            body.since.edtf if body.since is not None else None,
            body.event,
            body.accounting,
        ]
    if isinstance(body, Quote):
        content = claim.attribution.content
        words = [e.quote for m in claim.mentions for e in m.evidence if e.role == "content"]
        return [body.directness, words or [len(content) if content else 0]]
    if isinstance(body, Event):
        parties = [[_party(a) for a in group] for group in (body.by, body.to)]
        return [body.type, body.mode, parties, body.place, body.what.lower(), claim.when]
    return [body]


def _party(actor: Actor) -> str:
    return actor.name


def _amount(quantity: Quantity | None) -> list[object] | None:
    if quantity is None:
        return None
    return [
        quantity.lower,
        quantity.upper,
        quantity.lower_open,
        quantity.upper_open,
        quantity.approximate,
        quantity.unit,
    ]


def _term(term: Term) -> list[object]:
    sides = [a.name if a is not None else None for a in (term.giver, term.receiver)]
    return [term.issue, term.item, sides, _amount(term.quantity), _amount(term.previous), term.ends, term.condition]
