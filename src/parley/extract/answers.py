"""What each answer of a report answers: the offer that is rejected, the demand that is met, the request that is granted.

Every move that can be an answer is held against every move it may be to. What must hold (kind of act, other side, same
story) leaves candidates; signs of language and of place give each its points; the one with most is what is answered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from parley.annotate.doc import Doc
from parley.extract.answer_signs import PUTTING, Parties, answering_act, signs_of
from parley.extract.answer_words import is_same_side, move_of, noun_acts, side_words
from parley.extract.told_moves import Told, stems, tell_moves
from parley.lexicon.answers import load_answers
from parley.model import Claim, new_claim

__all__ = ["link_answers"]

_MOST_BETWEEN = 4  # moves between beyond so many say no more
_SPOKE_NEAR = 1  # sentences between a refusal and the terms put in the stead of what is refused


def link_answers(claims: Iterable[Claim], doc: Doc | None = None) -> tuple[Claim, ...]:
    """The claims in their order; each move that clearly answers another of them names it by its final id.

    `doc` is the report they were read in: its words tell more of what is answered than the terms alone. Claims of which
    some name what they answer are linked already and stay as they are.
    """
    given = list(claims)
    told = tell_moves(given, doc)
    if any(t.move.answers is not None for t in told.values()):
        return tuple(given)
    targets: dict[int, int] = {}
    parties = _parties(told.values())
    _add_targets(targets, told, lambda i: _answered(told, i, parties, {}), puts=False)
    _add_targets(targets, told, lambda i: _answered(told, i, parties, targets), puts=True)
    if not targets:
        return tuple(given)
    named: dict[int, Claim] = {}
    return tuple(_named(given, i, targets, named) for i in range(len(given)))


def _parties(told: Iterable[Told]) -> Parties:
    names = frozenset(w for t in told for w in side_words((*t.move.by, *t.move.to)))
    return Parties(names, stems(names | noun_acts().keys()))


def _add_targets(
    targets: dict[int, int], told: Mapping[int, Told], find: Callable[[int], int | None], *, puts: bool
) -> None:
    for i, answer in told.items():
        if (answer.move.act in PUTTING) != puts:
            continue
        found = find(i)
        if found is not None and not _leads_back(targets, i, found):
            targets[i] = found


def _leads_back(targets: Mapping[int, int], answer: int, target: int) -> bool:
    """Whether what is answered answers, itself or through others, the answer."""
    while target in targets:
        if target == answer:
            return True
        target = targets[target]
    return target == answer


def _named(given: Sequence[Claim], i: int, targets: Mapping[int, int], named: dict[int, Claim]) -> Claim:
    """The claim with the final id of what it answers: that one is named first."""
    if i not in named:
        claim = given[i]
        if i in targets:
            answered = _named(given, targets[i], targets, named)
            claim = _with_answer(claim, answered)
        named[i] = claim
    return named[i]


def _with_answer(claim: Claim, answered: Claim) -> Claim:
    """The claim naming what it answers; a yes or no without an addressee is said to whoever put that forward."""
    body, maker = move_of(claim), move_of(answered).by
    said_to = body.act in {"accept", "reject"} and not body.to and not is_same_side(body.by, maker)
    linked = new_claim(
        claim.report,
        msgspec.structs.replace(body, answers=answered.id, to=maker if said_to else body.to),
        attribution=claim.attribution,
        factuality=claim.factuality,
        mentions=claim.mentions,
        rule=claim.rule,
        when=claim.when,
    )
    return msgspec.structs.replace(linked, origin=claim.origin)


def _answered(told: Mapping[int, Told], i: int, parties: Parties, targets: Mapping[int, int]) -> int | None:
    """The move that `i` answers: the one with most points, of several alike the one told last; None where all have too few."""
    answer = told[i]
    acts = load_answers().answered.get(answering_act(answer))
    if acts is None:
        return None
    weights = load_answers().weights["counter" if answer.move.act in PUTTING else "answer"]
    points = {
        j: weights["base"]
        + acts[told[j].move.act]
        + sum(weights.get(sign, 0.0) * value for sign, value in found.items())
        for j, found in _signs(told, i, parties, targets).items()
    }
    fitting = [j for j in points if points[j] >= 0.0]
    best = max(fitting, key=lambda j: (points[j], told[j].triggers[0].start), default=None)
    return _in_full(told, best, [j for j in fitting if j != best]) if best is not None else None


def _signs(
    told: Mapping[int, Told], i: int, parties: Parties, targets: Mapping[int, int]
) -> dict[int, dict[str, float]]:
    """The signs of each move that `i` may answer, with those that hang on what else was told."""
    answer = told[i]
    signs = {j: dict(s) for j, other in told.items() if j != i and (s := signs_of(answer, other, parties)) is not None}
    rivals = [told[j] for j in signs if told[j].move.act in _PUT_BEFORE]
    spoken_to = _spoken_to(told, i, targets)
    for j, found in signs.items():
        between = _between(answer, told[j], rivals)
        found["between"] = float(min(_MOST_BETWEEN, between))
        found["just_told"] = float("bare" in found and between == 0 and found.get("back", 9.0) <= 1.0)
        found["spoke_to_it"] = float(j in spoken_to)
    return signs


def _in_full(told: Mapping[int, Told], best: int, others: Sequence[int]) -> int:
    """ "Rejected an offer from the company, which had offered 4 percent": the telling that has what is in it."""
    named = told[best]
    if named.is_numbered or not named.claim.rule.startswith(_NOUNS):
        return best
    full = [
        j
        for j in others
        if told[j].is_numbered and told[j].move.act == named.move.act and _may_be_of_one(named, told[j])
    ]
    return min(full, key=lambda j: abs(told[j].triggers[0].start - named.triggers[0].start), default=best)


_PUT_BEFORE = frozenset({"offer", "demand", "invite", "mediate", "threaten", "agree"})
_NOUNS = ("move:offer:noun", "move:demand:noun", "move:offer:answered")


def _may_be_of_one(one: Told, other: Told) -> bool:
    """Whether a proposal named in general may be the one told with amounts: of one side, and of the same matter."""
    own = one.content - one.sides - stems(one.sides | one.spoken_to)
    if own and not own & (other.content | other.clause):
        return False
    return (
        not one.move.by
        or not other.move.by
        or is_same_side(one.move.by, other.move.by)
        or bool(one.sides & other.sides)
    )


def _between(answer: Told, other: Told, rivals: Iterable[Told]) -> int:
    """How many moves that might be meant as well were told between the two."""
    first, last = max(other.triggers).start, answer.triggers[-1].start
    return sum(first < r.triggers[0].start < last for r in rivals if r is not other and not _is_told_again(r, other))


def _is_told_again(one: Told, other: Told) -> bool:
    """Whether two may tell of one move: the same act by the same party."""
    first, second = one.move, other.move
    return first.act == second.act and (not first.by or not second.by or is_same_side(first.by, second.by))


def _spoken_to(told: Mapping[int, Told], i: int, targets: Mapping[int, int]) -> set[int]:
    """ "Turned down the 4 percent offer and demanded 7": what the maker of terms has just said yes or no to."""
    put = told[i]
    return {
        j
        for r, j in targets.items()
        if told[r].move.act not in PUTTING
        and 0 <= put.sentences[0] - told[r].sentences[0] <= _SPOKE_NEAR
        and told[r].triggers[0].start < put.triggers[0].start
        and is_same_side(told[r].move.by, put.move.by)
    }
