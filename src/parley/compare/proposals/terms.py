"""The terms of a version, merged from its tellings, and how they differ from those of the version before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import inf

import msgspec

from parley.compare.across.amounts import Amount, Scale, is_comparable, may_be_equal
from parley.compare.across.stated import Stated
from parley.lexicon.packages import named_kind, thing_of
from parley.model import ProposedTerm, Quantity, Term, TermChange
from parley.model.proposals import ChangeKind

__all__ = ["State", "first_changes", "merged", "renewed", "without"]

_LET_GO = frozenset({"captive", "prisoner"})


class State(msgspec.Struct, frozen=True, gc=False):
    """Terms at one time: those with an amount by scale, the others by issue and thing."""

    amounts: dict[Scale, tuple[Amount, ProposedTerm]]
    others: dict[tuple[str, str], ProposedTerm]

    @property
    def terms(self) -> tuple[ProposedTerm, ...]:
        """All of them, those with an amount first, by issue."""
        counted = [self.amounts[scale][1] for scale in sorted(self.amounts)]
        return (*counted, *(self.others[key] for key in sorted(self.others)))


def merged(moves: Sequence[Stated]) -> State:
    """The terms that moves of one version give together."""
    told: dict[Scale, list[tuple[Amount, Stated]]] = defaultdict(list)
    for move in moves:
        for amount in move.amounts:
            told[_place(amount, told)].append((amount, move))
    amounts = {max((a.scale for a, _ in found), key=lambda s: s.per): _best(found) for found in told.values()}
    return State(_without_other_names(_without_nameless(amounts)), _others(moves, amounts))


def _without_nameless(amounts: dict[Scale, tuple[Amount, ProposedTerm]]) -> dict[Scale, tuple[Amount, ProposedTerm]]:
    """Without amounts that name no thing ("two for each, 90 in all"; "is ready to pay 124 million") and are told of a thing
    too."""
    named = [(scale, amount) for scale, (amount, _) in amounts.items() if not _is_nameless(scale)]
    return {
        scale: pair
        for scale, pair in amounts.items()
        if not _is_nameless(scale) or scale.per or not any(_is_other(scale, pair[0], s, a) for s, a in named)
    }


def _is_nameless(scale: Scale) -> bool:
    return not scale.thing or scale.facet == "all"


def _without_other_names(
    amounts: dict[Scale, tuple[Amount, ProposedTerm]],
) -> dict[Scale, tuple[Amount, ProposedTerm]]:
    """Without people to be let go under another name: as many captives are told of ("50 women", "50 hostages")."""
    captives = [(s, a) for s, (a, _) in amounts.items() if s.issue == "release" and s.thing in _LET_GO]
    return {
        scale: pair
        for scale, pair in amounts.items()
        if scale.issue != "release"
        or scale.thing in _LET_GO
        or scale.per
        or not any(s.unit == scale.unit and a.lower == pair[0].lower for s, a in captives)
    }


def _is_other(scale: Scale, amount: Amount, named: Scale, other: Amount) -> bool:
    same = (scale.issue, scale.unit) == (named.issue, named.unit)
    return same and (amount.lower, amount.upper) == (other.lower, other.upper)


def _place(amount: Amount, told: dict[Scale, list[tuple[Amount, Stated]]]) -> Scale:
    """The scale to note an amount on: one that says what it is per also holds those that leave it out."""
    if amount.scale in told:
        return amount.scale
    alike = (s for s in told if s.alike == amount.scale.alike and not (s.per and amount.scale.per))
    return next((s for s in alike if is_comparable(amount, [told[s][0][0]])), amount.scale)


def _best(found: Sequence[tuple[Amount, Stated]]) -> tuple[Amount, ProposedTerm]:
    """The amount that most origins give, then most reports, then the narrowest, the one told last of several."""
    groups: dict[tuple[float, float], list[tuple[Amount, Stated]]] = defaultdict(list)
    for amount, move in found:
        groups[amount.lower, amount.upper].append((amount, move))
    best = max(groups.values(), key=_weight)
    amount, term = best[-1][0], best[-1][0].term
    timed = amount.scale.unit == "day" and term.duration is not None
    claims = tuple(dict.fromkeys(move.claim.id for _, move in best))
    return amount, ProposedTerm(
        term.issue,
        _told_item([each.term for each, _ in best]),
        term.duration if timed else term.quantity or term.duration,
        amount.scale.per or None,
        claims,
        length=timed and term.quantity not in (None, term.duration),
    )


def _told_item(terms: Sequence[Term]) -> str:
    """What most tellings call it, of several the longest; the truce rather than the fighting that it stops."""
    items = [_item(term) for term in terms]
    items = [item for item in items if named_kind(item) == "agreement"] or items
    return max(items, key=lambda item: (items.count(item), len(item), item))


def _weight(group: Sequence[tuple[Amount, Stated]]) -> tuple[int, int, float, float]:
    amount = group[0][0]
    origins = len({move.told.origin or move.report for _, move in group})
    # "At least 50" says more than "dozens": a bound stands for half as much around it.
    width = amount.upper - amount.lower if amount.upper < inf else abs(amount.lower) / 2
    return origins, len({move.report for _, move in group}), -width, -amount.upper


def _item(term: Term) -> str:
    return " ".join(term.item.split())


def _others(
    moves: Sequence[Stated], amounts: dict[Scale, tuple[Amount, ProposedTerm]]
) -> dict[tuple[str, str], ProposedTerm]:
    counted = {(amount.scale.issue, thing_of(term.item)) for amount, term in amounts.values()}
    found: dict[tuple[str, str], ProposedTerm] = {}
    for move in moves:
        for term in move.move.terms:
            key = term.issue, thing_of(term.item)
            if term.quantity is None and term.duration is None and not term.negated and key[1] and key not in counted:
                known = found.get(key)
                claims = (*(known.claims if known else ()), move.claim.id)
                found[key] = ProposedTerm(term.issue, _item(term), claims=tuple(dict.fromkeys(claims)))
    telling = {key: term for key, term in found.items() if not _names_the_bid(term)}
    return telling if telling or counted else found


def _names_the_bid(term: ProposedTerm) -> bool:
    """Whether a term without a sum is no more than a word for what is put forward: "tender price", "the group's offer"."""
    return term.issue in ("price", "other") and (thing_of(term.item) == "price" or named_kind(term.item) == "offer")


def renewed(before: State, told: State, *, whole: bool) -> tuple[State, tuple[TermChange, ...]]:
    """The state after a version is told, and what changed: terms not told again are carried over.

    With `whole` the version is told with most of the amounts there were: those it leaves out are named no more.
    """
    amounts, changes = dict(told.amounts), []
    for scale, (amount, term) in sorted(told.amounts.items(), key=lambda item: item[0]):
        old = _old(amount, before)
        term = _under_its_name(term, old)
        amounts[scale] = amount, term
        if old is None:
            changes.append(_change("added", term, after=term.quantity))
        elif not may_be_equal(amount, old[0]):
            changes.append(_change("changed", term, before=old[1].quantity, after=term.quantity))
        if old is not None and old[0].scale != scale:
            amounts[old[0].scale] = amounts.pop(scale)
    kept = {s for s, (amount, _) in before.amounts.items() if not _told(amount, told) and not _outdated(s, changes)}
    had = [scale for scale in before.amounts if not _outdated(scale, changes)]
    if whole and told.amounts and 2 * len(kept) < len(had):
        gone = [before.amounts[scale][1] for scale in sorted(kept)]
        changes += [_change("unnamed", term, before=term.quantity) for term in gone]
    else:
        amounts |= {scale: _carried(before.amounts[scale]) for scale in kept}
    others = {key: msgspec.structs.replace(term, carried=True) for key, term in before.others.items()} | told.others
    return State(amounts, others), tuple(changes)


def _outdated(scale: Scale, changes: Iterable[TermChange]) -> bool:
    """Whether a sum for all shares is no more what it was: another price is bid for each."""
    return scale.facet == "all" and any(change.kind == "changed" and change.issue == "price" for change in changes)


def _under_its_name(term: ProposedTerm, old: tuple[Amount, ProposedTerm] | None) -> ProposedTerm:
    """A term that is told by its amount alone ("would settle for two and a half"), under the name it had before."""
    said = set(term.quantity.verbatim.casefold().split()) if term.quantity is not None else set()
    if old is None or not said or not set(term.item.casefold().split()) <= said:
        return term
    return msgspec.structs.replace(term, item=old[1].item)


def _old(amount: Amount, before: State) -> tuple[Amount, ProposedTerm] | None:
    exact = before.amounts.get(amount.scale)
    if exact is not None:
        return exact if is_comparable(amount, [exact[0]]) else None
    alike = (o for s, o in before.amounts.items() if s.alike == amount.scale.alike and not (s.per and amount.scale.per))
    return next((old for old in alike if is_comparable(amount, [old[0]])), None)


def _told(amount: Amount, told: State) -> bool:
    return _old(amount, told) is not None


def _carried(pair: tuple[Amount, ProposedTerm]) -> tuple[Amount, ProposedTerm]:
    return pair[0], msgspec.structs.replace(pair[1], carried=True)


def _change(
    kind: ChangeKind, term: ProposedTerm, *, before: Quantity | None = None, after: Quantity | None = None
) -> TermChange:
    return TermChange(kind, term.issue, term.item, before, after, term.per, term.claims, term.length)


def first_changes(state: State) -> tuple[TermChange, ...]:
    """What the first version that is told says it changed: amounts told with what they were before."""
    return tuple(
        _change("changed", term, before=amount.term.previous, after=term.quantity)
        for _, (amount, term) in sorted(state.amounts.items(), key=lambda item: item[0])
        if amount.term.previous is not None and not term.length
    )


def without(state: State, amounts: Iterable[Amount], claim: str) -> tuple[State, tuple[TermChange, ...]]:
    """The state once a claim takes some of its amounts back, and those as dropped."""
    gone = [old for amount in amounts if (old := _old(amount, state)) is not None]
    scales = {amount.scale for amount, _ in gone}
    left = {scale: _carried(pair) for scale, pair in state.amounts.items() if pair[0].scale not in scales}
    told = (msgspec.structs.replace(term, claims=(claim,)) for _, term in gone)
    return State(left, state.others), tuple(_change("dropped", term, before=term.quantity) for term in told)
