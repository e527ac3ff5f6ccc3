"""What each answer of a report answers: the offer that is rejected, the demand that is met, the request that is granted.

Claims are compared by what they hold: the words an answer uses for what it is to, whose that is, its terms, the parties on
both sides, and how far apart the two stand. A link is made only where one move clearly fits better than all others.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

import msgspec

from parley.annotate.doc import Doc
from parley.extract.answer_words import (
    content_of,
    gap_between,
    is_same_side,
    move_of,
    noun_acts,
    plain_words,
    said_in,
    side_words,
)
from parley.extract.counters import counter_points, refused_target
from parley.lexicon.answers import load_answers
from parley.model import Claim, Move, new_claim

__all__ = ["link_answers"]

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_ENOUGH = 0.1  # points a move needs to be what is answered
_NAMED = -1.2  # ... where the answer names it by its kind ("the offer")
_MARGIN = 0.1  # and by how many it must go before any other
_LATEST = 0.03  # ... where it is named by its kind
_FAR = 1600  # characters between an answer and what it is to, unless the words name whose that is
_NEAR = 400  # ... where no words name it
_BESIDE = 110  # ... and where a party is named in its stead ("backed by the board, the commission proposed")
_COUNTER = frozenset({"offer", "demand"})
# Moves that put terms of their own, or speak to terms that stand.
_OWN = frozenset({"withdraw"})
# Rules on acts whose own infinitive or clause says what is accepted or yielded.
_OWN_CONTENT = ("accept:to", "accept:clause", "concede:to", "reject:to", "reject:clause")


class _Report(msgspec.Struct, frozen=True):
    """What is compared: the claims, which of them are moves, the words of their parties' names, and the report read.

    `text` is empty where only claims are at hand; `story` numbers the stories of a round-up by claim.
    """

    claims: list[Claim]
    moves: list[int]
    names: frozenset[str]
    text: str
    story: list[int]


def link_answers(claims: Iterable[Claim], doc: Doc | None = None) -> tuple[Claim, ...]:
    """The claims in their order; each move that clearly answers another of them names it by its final id.

    `doc` is the report they were read in: its words tell more of what is answered than the terms alone.
    """
    given = list(claims)
    moves = [i for i, c in enumerate(given) if isinstance(c.body, Move) and not c.attribution.silence]
    text, story = (doc.text, [_story(doc, c) for c in given]) if doc is not None else ("", [0] * len(given))
    report = _Report(given, moves, _party_words(given, moves), text, story)
    place = {claim.id: i for i, claim in enumerate(given)}
    targets = {i: place[move_of(given[i]).answers or ""] for i in moves if move_of(given[i]).answers in place}
    for find in (_answered, lambda report, i: refused_target(report.claims, i, targets)):
        _add_targets(report, targets, find)
    if not targets:
        return tuple(given)
    named: dict[int, Claim] = {}
    return tuple(_named(given, i, targets, named) for i in range(len(given)))


def _story(doc: Doc, claim: Claim) -> int:
    start = claim.mentions[-1].trigger.start
    return next((b.story for b in doc.blocks if b.span.start <= start < b.span.end), 0)


def _add_targets(report: _Report, targets: dict[int, int], find: Callable[[_Report, int], int | None]) -> None:
    for i in report.moves:
        found = find(report, i)
        if found is not None and report.story[i] == report.story[found] and not _leads_back(targets, i, found):
            targets[i] = found


def _leads_back(targets: dict[int, int], answer: int, target: int) -> bool:
    """Whether what is answered answers, itself or through others, the answer."""
    while target in targets:
        if target == answer:
            return True
        target = targets[target]
    return target == answer


def _named(given: Sequence[Claim], i: int, targets: dict[int, int], named: dict[int, Claim]) -> Claim:
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


def _answered(report: _Report, i: int) -> int | None:
    """The move that claim `i` answers; None where it answers none or several fit alike."""
    claims, answer = report.claims, move_of(report.claims[i])
    acts = load_answers().answered.get("accept" if _says_yes(claims[i]) else answer.act)
    if acts is None or answer.answers is not None:
        return None
    scored = [
        (points, j)
        for j in report.moves
        if j != i
        and move_of(claims[j]).act in acts
        and report.story[i] == report.story[j]
        and (points := _points(report, i, j)) is not None
    ]
    scored.sort(key=lambda pair: (-pair[0], pair[1]))
    if not scored or scored[0][0] < (_NAMED if _is_named(answer) else _ENOUGH):
        return None
    best = scored[0]
    rivals = [p for p, j in scored[1:] if not _told_again(claims[best[1]], claims[j])]
    # "The request" is the latest one where nothing else tells them apart.
    return best[1] if not rivals or best[0] - rivals[0] >= (_LATEST if _is_named(answer) else _MARGIN) else None


def _says_yes(claim: Claim) -> bool:
    """ "Agreed to free the crew": whoever is bound by what it agrees to may say yes by that."""
    return claim.rule in {"move:accept:to", "move:accept:object"}


def _is_named(answer: Move) -> bool:
    """Whether an answer names what it is to by its kind ("the offer"), so that only what was put before can be meant."""
    words = plain_words(answer.about) if answer.about else ()
    kinds = (noun_acts().keys() - load_answers().words.matters) & set(words)
    return answer.act not in _COUNTER and bool(kinds) and words[0] not in _ANY


_ANY = frozenset({"any", "no", "further", "such"})


def _told_again(one: Claim, other: Claim) -> bool:
    """Whether two claims may tell of one move: by the same words, or the same act by the same party."""
    if any(a.trigger.overlaps(b.trigger) for a in one.mentions for b in other.mentions):
        return True
    first, second = move_of(one), move_of(other)
    return first.act == second.act and (not first.by or not second.by or is_same_side(first.by, second.by))


def _points(report: _Report, i: int, j: int) -> float | None:
    """How well claim `j` fits as what claim `i` answers; None where it cannot be."""
    answer, other = report.claims[i], report.claims[j]
    reply, move = move_of(answer), move_of(other)
    if other.factuality.polarity == "negative":
        return None
    if reply.by and move.by and is_same_side(reply.by, move.by) != (reply.act in _OWN):
        return None
    if reply.act in _COUNTER:
        return counter_points(answer, other, report.text)
    gap, behind = gap_between(answer, other)
    inside = _is_inside(answer, other)
    if reply.act == "break_off" and not inside:
        return None
    words = _about_points(report, i, j, gap=gap, inside=inside)
    if words is None or gap > (_FAR if reply.about else _NEAR):
        return None
    terms = _term_points(reply, move) + _said_points(report, i, j)
    own = not reply.about and answer.rule.endswith(_OWN_CONTENT)
    if not inside and terms == 0 and (own or reply.act == "concede"):
        # "agreed to host the talks", "gave up its demand": what it yields is told by itself.
        return None
    denied = 0.4 if answer.factuality.polarity == "negative" and reply.act != "support" else 0.0
    # Whose it is, and what, is found again over some distance.
    far = _distance(gap // 2 if words >= 3 else gap, behind=behind and not _had_been(report, other))
    return words + _side_points(reply, move) + terms - denied - far + 3.0 * inside


def _distance(gap: int, *, behind: bool) -> float:
    return gap / 220 + (1.2 if behind else 0.0)


def _had_been(report: _Report, other: Claim) -> bool:
    """ "rejected the offer. The company had offered 3 percent": told later, and done before."""
    first = plain_words(other.mentions[0].trigger.of(report.text))[:1] if report.text else ()
    return first == ("had",)


def _said_points(report: _Report, i: int, j: int) -> float:
    """What the words of both clauses share beyond names and kinds of moves ("the ceiling", "the clause")."""
    shared = said_in(report.claims[i], report.text) & said_in(report.claims[j], report.text)
    return min(0.75, 0.25 * len(shared - report.names - noun_acts().keys()))


def _is_inside(answer: Claim, other: Claim) -> bool:
    """Whether the words of what is answered stand in the clause of the answer, behind its verb or before it."""
    return any(a.statement.covers(o.trigger) for a in answer.mentions for o in other.mentions)


def _about_points(report: _Report, i: int, j: int, *, gap: int, inside: bool) -> float | None:
    """What the words for it say: what kind of thing it is, whose, and of what."""
    reply, move = move_of(report.claims[i]), move_of(report.claims[j])
    if not reply.about:
        return 1.2
    words, known = plain_words(reply.about), load_answers().words
    said = set(words) - known.small - known.pronouns
    kind = _kind_points(report, j, set(words))
    if kind is None and not inside:
        return None
    if said and kind == 0 and not inside and said <= report.names and gap > _BESIDE:
        # "sided with the federation": a party is backed, not what it puts forward.
        return None
    points = 1.6 if words[0] in known.pronouns and len(words) <= 2 else 0.0
    points += 0.0 if inside else kind or 0.0
    if side_words(move.by) & set(words):
        points += 2.5
    elif move.by and (set(words) & report.names) - side_words(move.by) - side_words(reply.by) - content_of(move):
        points -= 2.0
    if (amounts := set(_NUMBER.findall(reply.about))) and (others := _amounts(move)):
        if not amounts & others and not inside:
            return None
        points += 2.0 if amounts & others else -2.0
    return points + min(2.4, 0.8 * len((said & content_of(move)) - side_words(move.by)))


def _kind_points(report: _Report, j: int, words: set[str]) -> float | None:
    """How well the kind of move that words name fits claim `j`; None where they name another, 0 where they name none.

    A matter ("the sale", "any extension") is what was put forward only where the words of that name it too.
    """
    matters = load_answers().words.matters
    found = [w for w in words if w in noun_acts()]
    if not found:
        return 0.0
    fitting = [w for w in found if move_of(report.claims[j]).act in noun_acts()[w]]
    if not fitting:
        return None
    if all(w in matters for w in fitting) or words & _ANY:
        return 1.5 if words & said_in(report.claims[j], report.text) - report.names else 0.4
    return 1.5


def _party_words(claims: Sequence[Claim], moves: Sequence[int]) -> frozenset[str]:
    """The words of all parties' names: "the ministry's offer" is not the union's."""
    bodies = [move_of(claims[i]) for i in moves]
    return frozenset(w for b in bodies for w in side_words((*b.by, *b.to)))


def _amounts(move: Move) -> set[str]:
    return {n for t in move.terms if t.quantity is not None for n in _NUMBER.findall(t.quantity.verbatim or "")}


def _side_points(reply: Move, move: Move) -> float:
    """Who speaks to whom. An addressee that is not the maker weighs little: it may be only the other side of the talks."""
    points = 0.0
    if reply.to and move.by:
        points += 0.5 if is_same_side(reply.to, move.by) else -0.3
    if move.to and reply.by:
        points += 0.7 if is_same_side(move.to, reply.by) else -0.2
    if not move.by:
        points -= 0.3
    return points


def _term_points(reply: Move, move: Move) -> float:
    issues = {t.issue for t in reply.terms} - {"other"}
    points = 0.6 if issues & {t.issue for t in move.terms} else 0.0
    shared = content_of(reply) & content_of(move) if reply.terms else set()
    return points + min(1.2, 0.6 * len(shared))
