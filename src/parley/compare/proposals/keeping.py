"""Which terms of a deal are told to be carried out, how far, and on whose word: moves, events and counts held against them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

import msgspec

from parley.compare.across.amounts import Amount, amounts_of
from parley.compare.across.stated import Stated
from parley.compare.proposals.deeds import Deed, word_of
from parley.lexicon.deals import Matter, matters_of
from parley.lexicon.packages import thing_of
from parley.model import AgreementTerm, Bearing, Claim, DealDays, Phase, ProposedTerm, Quantity, Term, TermEvidence
from parley.resolve import Parties

__all__ = ["Held", "carried_out", "deal_term"]

_AFTER = 7  # days after its last in which what was done under a deal is counted up
_ABOUT = 0.1  # an approximate N stands for N ± 10 %


class Held(msgspec.Struct, frozen=True, gc=False):
    """What a deal is held against: its `parties` by id, its days, `reports` that tell it or what was done under it, who is who."""

    parties: frozenset[str]
    days: DealDays
    reports: frozenset[str]
    who: Parties

    def party_of(self, side: str | None) -> str | None:
        """The side where it is a party to the deal."""
        return side if side in self.parties else None

    def soon(self, day: str) -> bool:
        """Whether an ISO day is one of the deal's, or of the week behind its last."""
        last = self.days.last
        return self.days.hold(day) or (last is not None and last < day <= _later(last))


def deal_term(term: ProposedTerm, moves: Iterable[Stated], phases: Iterable[Claim], parties: Parties) -> AgreementTerm:
    """A term with whom it binds and how often, as the moves that give it tell, and the phase whose clause tells it."""
    told = [(move, each) for move in moves if move.claim.id in term.claims for each in _same(move, term)]
    bound = {parties.side(each.giver, move.report) for move, each in told if each.giver is not None}
    return AgreementTerm(
        term,
        tuple(sorted(bound)),
        next((each.recurrence for _, each in told if each.recurrence), None),
        next((number for move, _ in told if (number := _phase_of(move, phases)) is not None), None),
    )


def _phase_of(move: Stated, phases: Iterable[Claim]) -> int | None:
    """The number of the one phase in whose clause a move of the report is told."""
    triggers = [mention.trigger for mention in move.claim.mentions]
    found = {
        phase.body.number
        for phase in phases
        if isinstance(phase.body, Phase) and phase.report == move.report
        for statement in (mention.statement for mention in phase.mentions)
        if any(statement.start <= trigger.start and trigger.end <= statement.end for trigger in triggers)
    } - {None}
    return found.pop() if len(found) == 1 else None


def _same(move: Stated, term: ProposedTerm) -> list[Term]:
    return [t for t in move.move.terms if t.issue == term.issue and thing_of(t.item) == thing_of(term.item)]


def carried_out(
    term: AgreementTerm, moves: Sequence[Stated], deeds: Sequence[Deed], held: Held
) -> Iterator[TermEvidence]:
    """What tells that a term was carried out: moves linked to the deal, then events and counts of its days.

    What a report tells by such a move its events and counts do not tell a second time. A ratio is held against two counts
    that one source gives in one report. How long something is to last no deed carries out.
    """
    if not term.term.length:
        matters = matters_of(term.term.issue, term.term.item)
        fitting = [deed for deed in deeds if _answers(deed, matters) and _in_time(deed, held)]
        own = [deed for deed in fitting if _is_of(deed, term, matters, held)]
        found = tuple(_kept_ratios(term, own, fitting, held)) if term.term.per else ()
        reports = {each.claim: deed.report for each in found for deed in own if deed.claim == each.claim}
        yield from found
        yield from _told_each(
            [m for m in moves if m.report not in reports.values()], term, [] if term.term.per else own, held
        )


def _told_each(
    moves: Iterable[Stated], term: AgreementTerm, deeds: Iterable[Deed], held: Held
) -> Iterator[TermEvidence]:
    told = [(move, amount) for move in moves for amount in _about(term.term, move)]
    known = {(move.report, _bounds(amount.term.quantity if amount else None)) for move, amount in told}
    reports = {report for report, _ in known}
    for move, amount in told:
        yield _by_move(term, move, amount, held)
    for deed in deeds:
        if deed.report not in reports if deed.count is None else (deed.report, _bounds(deed.count)) not in known:
            yield _by_deed(term, deed, held)


def _answers(deed: Deed, matters: Iterable[Matter]) -> bool:
    return any(not (matter.done | matter.counted).isdisjoint(deed.kinds) for matter in matters)


def _kept_ratios(
    term: AgreementTerm, given: Sequence[Deed], deeds: Iterable[Deed], held: Held
) -> Iterator[TermEvidence]:
    """Of a term of so many for each: what was given held against what it was given for, as one source counts both."""
    per = thing_of(term.term.per or "")
    others = {(d.report, word_of(d.told.claim.attribution, d.report, held.who)): d for d in deeds if per in d.things}
    asked = term.term.quantity
    for deed in given:
        word = word_of(deed.told.claim.attribution, deed.report, held.who)
        ratio = _ratio(deed, others.get((deed.report, word)))
        if ratio is not None and asked is not None and asked.lower:
            yield TermEvidence(
                deed.claim,
                "in_full" if (ratio.lower or 0.0) >= asked.lower else "in_part",
                "deal:ratio",
                deed.day,
                tuple(sorted(deed.by & held.parties)),
                word[0],
                held.party_of(word[1]),
                ratio,
                asked,
            )


def _ratio(given: Deed, received: Deed | None) -> Quantity | None:
    """So many for one, from two exact counts of one kind and day."""
    one, other = given.count, received.count if received else None
    if (
        one is None
        or other is None
        or received is None
        or given.running != received.running
        or given.day != received.day
    ):
        return None
    if one.lower is None or one.lower != one.upper or not other.lower or other.lower != other.upper:
        return None
    value = one.lower / other.lower
    return Quantity(value, value, unit=one.unit, verbatim=f"{one.verbatim} for {other.verbatim}")


def _bounds(quantity: Quantity | None) -> tuple[float | None, float | None] | None:
    return (quantity.lower, quantity.upper) if quantity is not None else None


def _about(term: ProposedTerm, move: Stated) -> list[Amount | None]:
    """The amount that a deed has of the term's thing, None where it has none; nothing where it is of something else."""
    thing, own = thing_of(term.item), amounts_of(move.move)
    found = [a for a in own if a.scale.issue == term.issue and _item_thing(a.term) == thing and a.scale.unit != "day"]
    if found:
        return [*found]
    named = [_item_thing(t) for t in move.move.terms if t.issue == term.issue and t.quantity is None]
    return [None] if any(each in ("", thing) for each in named) else []


def _item_thing(term: Term) -> str:
    return thing_of(term.group if term.group and thing_of(term.group) else term.item)


def _by_move(term: AgreementTerm, move: Stated, amount: Amount | None, held: Held) -> TermEvidence:
    source, side = word_of(move.claim.attribution, move.report, held.who)
    count = amount.term.quantity if amount is not None else None
    bearing = _bearing(term, count, running=True)
    return TermEvidence(
        move.claim.id,
        bearing,
        "deal:move-under-it",
        move.day,
        _doers(move, amount, held),
        source,
        held.party_of(side),
        count,
        term.term.quantity if bearing != "done" else None,
    )


def _doers(move: Stated, amount: Amount | None, held: Held) -> tuple[str, ...]:
    """Who gives what is counted, where told; of a move that has no other terms whoever makes it."""
    if amount is not None and amount.term.giver is not None:
        return (held.who.side(amount.term.giver, move.report),)
    return tuple(sorted(move.sides)) if len(move.move.terms) < 2 else ()


def _by_deed(term: AgreementTerm, deed: Deed, held: Held) -> TermEvidence:
    source, side = word_of(deed.told.claim.attribution, deed.report, held.who)
    bearing = _bearing(term, deed.count, running=deed.running)
    return TermEvidence(
        deed.claim,
        bearing,
        "deal:event-of-its-kind" if deed.count is None else "deal:counted",
        deed.day,
        tuple(sorted(deed.by & held.parties)),
        source,
        held.party_of(side),
        deed.count,
        term.term.quantity if bearing != "done" else None,
    )


def _bearing(term: AgreementTerm, count: Quantity | None, *, running: bool) -> Bearing:
    """How far a count goes towards an amount: only where both are told, in one unit, and the amount has a floor.

    A ratio, and a length, are no amount that a count reaches; what recurs is held against what is not a running total.
    """
    asked = term.term.quantity
    if asked is None or count is None or term.term.per or term.term.length or asked.unit != count.unit:
        return "done"
    floor = asked.lower
    if not floor or count.lower is None or (term.recurrence and running):
        return "done"
    least = floor * (1 - _ABOUT) if asked.approximate else floor
    return "in_full" if count.lower >= least and not (count.lower_open and count.lower < least) else "in_part"


def _is_of(deed: Deed, term: AgreementTerm, matters: Iterable[Matter], held: Held) -> bool:
    """Whether the deed is of the term's thing, where that must be, and done by whom the term binds."""
    matter = next(m for m in matters if not (m.done | m.counted).isdisjoint(deed.kinds))
    thing = thing_of(term.term.item)
    if thing not in deed.things and (matter.exactly or (deed.things and thing and deed.count is not None)):
        return False
    if matter.by_anyone or not deed.by:
        return True
    return bool(deed.by & (frozenset(term.by) or held.parties))


def _in_time(deed: Deed, held: Held) -> bool:
    """Whether it falls into the deal's days, or is counted up soon after; without a day, whether its report tells the deal."""
    if deed.since is not None and held.days.first is not None and deed.since < held.days.first[: len(deed.since)]:
        return False
    if not deed.day:
        return deed.report in held.reports
    return held.soon(deed.day) if deed.running else held.days.hold(deed.day)


def _later(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=_AFTER)).isoformat()
