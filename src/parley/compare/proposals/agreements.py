"""Agreements from the moves and phases of a story: what was agreed, what of it was done or broken, how it went on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

import msgspec

from parley.compare.across.amounts import may_be_equal
from parley.compare.across.deeds import is_told_within
from parley.compare.across.gathered import GatheredMoves
from parley.compare.across.links import shared_amounts
from parley.compare.across.stated import Stated, as_of, days_apart
from parley.compare.proposals.breaches import breaches_of, ruled_out
from parley.compare.proposals.days import deal_days
from parley.compare.proposals.deeds import Deed
from parley.compare.proposals.keeping import Held, carried_out, deal_term
from parley.compare.proposals.outcomes import outcomes_of
from parley.compare.proposals.standing import Replies
from parley.compare.proposals.story import StoryMoves
from parley.compare.proposals.terms import merged
from parley.lexicon.packages import is_newer, named_kind
from parley.lexicon.phases import is_former
from parley.model import (
    Agreement,
    AgreementPhase,
    AgreementTerm,
    Date,
    Move,
    Phase,
    PhaseState,
    ProposalAnswer,
    Relation,
    TermEvidence,
    hash_id,
)
from parley.resolve import Parties, Told, settled_day

__all__ = ["agreements_in", "agreements_of"]

_EARLIER = 8  # so many of the latest deals of the same parties are looked at
_RECENT = 14  # days: a deal told with the amounts of one so long before at most is that one told again
_WHOLE = len("2025-01-01")
_YEAR = re.compile(r"(?:1[89]|20)\d\d\b")
_FORESEEN = "move:agree:foreseen"
_OVER = frozenset({"completed", "collapsed"})
_OF_DEALS = frozenset({"agree", "accept", "support", "reject"})
_CAUSES = ("repeat", "refines", "part_of")


def agreements_of(told: Iterable[Told], parties: Parties, relations: Iterable[Relation]) -> tuple[Agreement, ...]:
    """The agreements of one story, oldest first; see `agreements_in`."""
    return agreements_in(StoryMoves(GatheredMoves(told, parties), relations))


def agreements_in(story: StoryMoves) -> tuple[Agreement, ...]:
    """What two or more parties are told to have agreed, tellings of one deal together.

    What a party is told, in a report of the deal, to be bound to do by it is among its terms. A phase belongs to the
    deal agreed last before it. A deal more than a month older than the first report is history, and left out.
    """
    deals = _deals(story)
    replies = Replies(story.relations, story.moves)
    phases = _phases(story.told, deals)
    unsigned = _unsigned(story, deals)
    return tuple(
        _agreement(deal, story, replies, phases.get(i, []), unsigned.get(i, []))
        for i, deal in enumerate(deals)
        if not story.is_history(deal[-1].day)
    )


def _deals(story: StoryMoves) -> list[list[Stated]]:
    """Tellings of one deal, by what links them, oldest first."""
    longer = {move.claim.id for move in story.longer}
    agreed = [m for m in story.moves.values() if m.act == "agree" and m.claim.id not in longer]
    # "Were close to a deal" tells of none yet; what a deal foresees is told of one.
    made = [m for m in agreed if not _is_to_come(m) or m.claim.rule == _FORESEEN]
    moves = [m for m in made if m.standing in ("held", "conditional")]
    group = {move.claim.id: move.claim.id for move in moves}

    def root(claim: str) -> str:
        while group[claim] != claim:
            group[claim] = claim = group[group[claim]]
        return claim

    for relation in story.relations:
        if relation.kind in _CAUSES and relation.one in group and relation.other in group:
            group[root(relation.one)] = root(relation.other)
    for one, other in (*_told_together(moves), *_told_later(moves), *_told_roughly(moves)):
        group[root(one.claim.id)] = root(other.claim.id)
    found: dict[str, list[Stated]] = {}
    for move in moves:
        found.setdefault(root(move.claim.id), []).append(move)
    return [
        deal
        for deal in found.values()
        if any(len(m.sides) > 1 and m.standing == "held" and not _is_to_come(m) for m in deal)
    ]


def _is_to_come(move: Stated) -> bool:
    return move.claim.factuality.tense == "planned"


def _told_together(moves: Sequence[Stated]) -> Iterator[tuple[Stated, Stated]]:
    """Two tellings, one behind the other, of what the same parties agreed, in one report."""
    latest: dict[tuple[str, frozenset[str]], Stated] = {}
    for move in moves:
        key = move.report, move.sides
        if move.sides and key in latest:
            yield move, latest[key]
        latest[key] = move


def _told_later(moves: Sequence[Stated]) -> Iterator[tuple[Stated, Stated]]:
    """Two tellings, in two reports, of what the same parties agreed: all amounts that both give are the same, and one is."""
    latest: dict[frozenset[str], list[Stated]] = {}
    for move in moves:
        if len(move.sides) > 1 and move.standing == "held" and move.amounts:
            earlier = latest.setdefault(move.sides, [])
            found = next((e for e in reversed(earlier[-_EARLIER:]) if _is_same_deal(move, e)), None)
            if found is not None:
                yield move, found
            earlier.append(move)


def _is_same_deal(move: Stated, earlier: Stated) -> bool:
    pairs, apart = shared_amounts(move, earlier), days_apart(move, earlier)
    alike = bool(pairs) and all(may_be_equal(*pair) for pair in pairs)
    return alike and move.report != earlier.report and apart is not None and apart <= _RECENT


def _told_roughly(moves: Sequence[Stated]) -> Iterator[tuple[Stated, Stated]]:
    """A telling that gives only the week or weekend, and what the same parties are told to have agreed on one day of it.

    The day before counts: what was agreed late on a Friday is told to be of the weekend.
    """
    exact: dict[frozenset[str], list[Stated]] = {}
    for move in moves:
        if len(move.sides) < 2 or move.standing != "held" or not move.day:
            continue
        earlier = exact.setdefault(move.sides, [])
        if (since := _rough_since(move)) is None:
            earlier.append(move)
            continue
        fits = [e for e in earlier[-_EARLIER:] if since <= e.day and e.report != move.report and _agree(move, e)]
        if len({each.day for each in fits}) == 1:
            yield move, fits[0]


def _rough_since(move: Stated) -> str | None:
    """The day before the stretch of days that a telling gives instead of one; None where it gives a day, or nothing."""
    when = move.claim.when
    first, last = (settled_day(day or None) for day in ((when.earliest, when.latest) if when else (None, None)))
    if not first or not last or not len(first) == len(last) == _WHOLE or first == last:
        return None
    return (date.fromisoformat(first) - timedelta(days=1)).isoformat()


def _agree(move: Stated, other: Stated) -> bool:
    return all(may_be_equal(*pair) for pair in shared_amounts(move, other))


def _unsigned(story: StoryMoves, deals: Sequence[Sequence[Stated]]) -> dict[int, list[str]]:
    """Claims that tell of agreement without saying whose ("agreement was reached"), by the deal made last before them:
    whoever accepts what they tell of accepts the deal."""
    found: dict[int, list[str]] = {}
    for move in story.moves.values():
        if move.act == "agree" and not move.sides:
            near = [i for i, deal in enumerate(deals) if deal[0].day <= move.day and _is_recent(move, deal[0])]
            if near:
                found.setdefault(near[-1], []).append(move.claim.id)
    return found


def _is_recent(move: Stated, deal: Stated) -> bool:
    apart = days_apart(move, deal)
    return apart is not None and apart <= _RECENT


def _phases(told: Sequence[Told], deals: Sequence[Sequence[Stated]]) -> dict[int, list[Told]]:
    """The phases told of each deal: of the one agreed last, or told by the same report."""
    found: dict[int, list[Told]] = {}
    of_new = {each.claim.report for each in told if _tells_of_new(each)}
    days = [(min(move.day or "9999" for move in deal), {move.report for move in deal}) for deal in deals]
    new = {i for i, (_, reports) in enumerate(days) if not of_new.isdisjoint(reports)}
    for each in told:
        if isinstance(body := each.claim.body, Phase) and each.claim.factuality.polarity == "positive":
            own = [i for i, (_, reports) in enumerate(days) if each.claim.report in reports]
            before = [i for i, (day, _) in enumerate(days) if day <= as_of(each)]
            place = next(iter((own or before)[-1:]), None)
            if place is not None and _is_of_year_before(body.agreement, days[place][0]):
                continue
            if is_former(body.agreement) and place in new:
                continue  # of the one that it takes the place of
            if own or before:
                found.setdefault((own or before)[-1], []).append(each)
    return found


def _is_of_year_before(agreement: str, day: str) -> bool:
    """ "The 1979 agreement": one told by a year that lies before a day."""
    found = _YEAR.match(agreement)
    return found is not None and found[0] < day[:4]


def _tells_of_new(told: Told) -> bool:
    """Whether a claim on an agreement calls it a new one."""
    body = told.claim.body
    if isinstance(body, Phase):
        return is_newer(body.agreement)
    if not isinstance(body, Move) or body.act not in _OF_DEALS:
        return False
    return any(
        is_newer(text) for text in (body.about or "", *(e.quote for m in told.claim.mentions for e in m.evidence))
    )


def _agreement(
    deal: Sequence[Stated], story: StoryMoves, replies: Replies, told: Sequence[Told], unsigned: Sequence[str]
) -> Agreement:
    claims = tuple(move.claim.id for move in deal)
    parties = tuple(sorted(frozenset().union(*(move.sides for move in deal))))
    done, broken = _linked(story, "carries_out", claims), _linked(story, "breaches", claims)
    prolonged = _prolonged(story, claims)
    phases = tuple(_phase(number, told) for number in _numbers(told))
    days = deal_days(deal, phases, prolonged)
    held = Held(frozenset(parties), days, frozenset(m.report for m in (*deal, *done)), story.parties)
    giving = [*(move for move in deal if not _is_told_of_deed(move, story)), *_bound(deal, story)]
    terms = [deal_term(term, giving, [each.claim for each in told], story.parties) for term in merged(giving).terms]
    breaches = tuple(breaches_of(terms, broken, accusing=story.accusing, deeds=story.deeds, held=held))
    return Agreement(
        hash_id("agreement", [parties, claims[0]]),
        _name(deal, told),
        parties,
        deal[0].day,
        claims,
        reports=len({move.report for move in deal}),
        origins=len({move.told.origin or move.report for move in deal}),
        terms=tuple(_term(term, done, breaches, story, held) for term in terms),
        phases=phases,
        answers=tuple(
            _once(a for a in replies.to((*claims, *unsigned), (), 1) if not _is_planned(story.moves[a.claim]))
        ),
        carried_out=_ids(done),
        breaches=breaches,
        extensions=_ids(prolonged),
        collapse=tuple(e.claim.id for e in told if getattr(e.claim.body, "status", "") == "collapsed"),
        ends=_ends(prolonged, told),
        days=days,
        outcomes=outcomes_of(prolonged, told, days, story.parties, until=story.last_day),
        unsigned=tuple(
            c for c in unsigned if story.moves[c].standing == "held" and story.moves[c].report in held.reports
        ),
        options=_options(story, held.reports),
    )


def _once(answers: Iterable[ProposalAnswer]) -> Iterator[ProposalAnswer]:
    """Each answer of a party once: the first telling of it."""
    told: set[tuple[str, str, str]] = set()
    for answer in answers:
        if (key := (answer.party, answer.act, answer.as_of)) not in told:
            told.add(key)
            yield answer


def _options(story: StoryMoves, reports: frozenset[str]) -> tuple[str, ...]:
    """What the reports of a deal tell of how it may be prolonged, and by how much: "a day for every ten more"."""
    moves = (move for move in story.moves.values() if move.act == "extend" and move.report in reports)
    return tuple(move.claim.id for move in moves if move.standing in ("open", "conditional") and move.amounts)


def _is_planned(move: Stated) -> bool:
    return move.claim.factuality.tense == "planned"


def _is_told_of_deed(move: Stated, story: StoryMoves) -> bool:
    """ "Has freed 30 under a deal agreed on Monday": the numbers are those of the deed."""
    return any(is_told_within(move, deed) for deed in story.carried_out.get(move.report, ()))


def _linked(story: StoryMoves, kind: str, claims: Iterable[str]) -> list[Stated]:
    linked = story.linked(kind)
    found = {move.claim.id: move for claim in claims for move in linked.get(claim, ())}
    return sorted(found.values(), key=lambda move: move.order)


def _prolonged(story: StoryMoves, claims: Sequence[str]) -> list[Stated]:
    """What prolongs a deal, and what is told as agreed to that end."""
    longer = [move for move in _linked(story, "update", claims) if move.act == "extend"]
    told = [m for m in story.longer if m.standing == "held" and any(is_told_within(each, m) for each in longer)]
    return sorted([*longer, *told], key=lambda move: move.order)


def _ids(moves: Iterable[Stated]) -> tuple[str, ...]:
    return tuple(move.claim.id for move in moves)


def _bound(deal: Sequence[Stated], story: StoryMoves) -> list[Stated]:
    """What the parties are told to be bound to do, in the reports that tell the deal."""
    reports = dict.fromkeys(move.report for move in deal)
    parties = frozenset().union(*(move.sides for move in deal))
    return [move for report in reports for move in story.promises.get(report, ()) if move.sides <= parties]


def _name(deal: Sequence[Stated], phases: Sequence[Told]) -> str:
    """What the report calls it: as its phases do, else as the first telling with a term has it."""
    named = [each.claim.body.agreement for each in phases if isinstance(each.claim.body, Phase)]
    items = [term.item for move in deal for term in move.move.terms if named_kind(term.item) == "agreement"]
    names = named or items
    return " ".join(max(names, key=lambda name: (names.count(name), name)).split()) if names else "agreement"


def _term(
    term: AgreementTerm, done: Sequence[Stated], breaches: Sequence[TermEvidence], story: StoryMoves, held: Held
) -> AgreementTerm:
    """The term with what tells that it was carried out, and which of the breaches are of it."""
    deeds = {deed.claim: deed for deed in story.deeds}
    own = [each for each in breaches if _is_of(each, term, story, deeds, held)]
    found = [*carried_out(term, done, story.deeds, held), *own]
    return msgspec.structs.replace(
        term, evidence=tuple(sorted(found, key=lambda each: (each.as_of or "9999", each.claim)))
    )


def _is_of(breach: TermEvidence, term: AgreementTerm, story: StoryMoves, deeds: Mapping[str, Deed], held: Held) -> bool:
    move = story.moves.get(breach.claim)
    if move is not None:
        return term.term.issue in move.issues
    return breach.claim in deeds and ruled_out(deeds[breach.claim], term, held)


def _numbers(phases: Sequence[Told]) -> list[int | None]:
    found = {each.claim.body.number for each in phases if isinstance(each.claim.body, Phase)}
    return sorted(found, key=lambda number: number or 0)


def _phase(number: int | None, phases: Sequence[Told]) -> AgreementPhase:
    told = [(each, each.claim.body) for each in phases if isinstance(each.claim.body, Phase)]
    own = [(each, body) for each, body in told if body.number == number]
    states = [PhaseState(as_of(each), body.status, each.claim.id) for each, body in own]
    states.sort(key=lambda state: (state.as_of or "9999", state.claim))
    made = AgreementPhase(
        number,
        tuple(states),
        starts=_last([body.starts for _, body in own]),
        ends=_last([body.ends for _, body in own]),
    )
    began = next((s.as_of for s in states if s.status == "in_force"), None)
    ended = next((s.as_of for s in states if s.status in _OVER), None)
    return msgspec.structs.replace(made, began=began or None, ended=ended or None)


def _last(dates: Iterable[Date | None]) -> Date | None:
    """The date told last that is settled, else the last."""
    given = [date for date in dates if date is not None]
    settled = [date for date in given if settled_day(date) is not None]
    return next(iter((settled or given)[-1:]), None)


def _ends(prolonged: Sequence[Stated], phases: Sequence[Told]) -> Date | None:
    """Until when it was last to run: by its extensions, else by its phases."""
    extended = [date for move in prolonged for date in (move.move.expires, *(term.ends for term in move.move.terms))]
    whole = [each.claim.body.ends for each in phases if isinstance(each.claim.body, Phase)]
    return _last(extended) or _last(whole)
