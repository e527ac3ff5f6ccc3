"""What each answer of a report answers: the offer that is rejected, the demand that is met, the request that is granted.

Claims are compared by what they hold: the words an answer uses for what it is to, whose that is, its terms, the parties on
both sides, and how far apart the two stand. A link is made only where one move clearly fits better than all others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

import msgspec

from parley.lexicon.answers import load_answers
from parley.model import Actor, Claim, Move, Quantity, new_claim

__all__ = ["link_answers"]

_WORD = re.compile(r"[\w'’-]+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_ENOUGH = 0.1  # points a move needs to be what is answered
_MARGIN = 0.15  # and by how many it must go before any other
_FAR = 900  # characters between an answer and what it is to, unless the words name whose that is
_NEAR = 320  # ... where no words name it
_BESIDE = 110  # ... and where a party is named in its stead ("backed by the board, the commission proposed")
_COUNTER = frozenset({"offer", "demand"})
# Moves that put terms of their own, or speak to terms that stand.
_OWN = frozenset({"withdraw"})
# Rules on acts whose own infinitive or clause says what is accepted or yielded.
_OWN_CONTENT = ("accept:to", "accept:clause", "concede:to")


def link_answers(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims in their order; each move that clearly answers another of them names it by its final id."""
    given = list(claims)
    moves = [i for i, c in enumerate(given) if isinstance(c.body, Move) and not c.attribution.silence]
    names = _party_words(given, moves)
    place = {claim.id: i for i, claim in enumerate(given)}
    targets = {i: place[_move(given[i]).answers or ""] for i in moves if _move(given[i]).answers in place}
    for i in moves:
        if (found := _answered(given, i, moves, names)) is not None and not _leads_back(targets, i, found):
            targets[i] = found
    if not targets:
        return tuple(given)
    named: dict[int, Claim] = {}
    return tuple(_named(given, i, targets, named) for i in range(len(given)))


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
            claim = _with_answer(claim, answered.id)
        named[i] = claim
    return named[i]


def _with_answer(claim: Claim, answered: str) -> Claim:
    assert isinstance(claim.body, Move)
    linked = new_claim(
        claim.report,
        msgspec.structs.replace(claim.body, answers=answered),
        attribution=claim.attribution,
        factuality=claim.factuality,
        mentions=claim.mentions,
        rule=claim.rule,
        when=claim.when,
    )
    return msgspec.structs.replace(linked, origin=claim.origin)


def _move(claim: Claim) -> Move:
    assert isinstance(claim.body, Move)
    return claim.body


def _answered(claims: Sequence[Claim], i: int, moves: Sequence[int], names: frozenset[str]) -> int | None:
    """The move that claim `i` answers; None where it answers none or several fit alike. `names` are words of parties."""
    answer = _move(claims[i])
    acts = load_answers().answered.get(answer.act)
    if acts is None or answer.answers is not None:
        return None
    scored = [
        (points, j)
        for j in moves
        if j != i and _move(claims[j]).act in acts and (points := _points(claims[i], claims[j], names)) is not None
    ]
    scored.sort(key=lambda pair: (-pair[0], pair[1]))
    if not scored or scored[0][0] < _ENOUGH:
        return None
    best = scored[0]
    rivals = [p for p, j in scored[1:] if not _told_again(claims[best[1]], claims[j])]
    return best[1] if not rivals or best[0] - rivals[0] >= _MARGIN else None


def _told_again(one: Claim, other: Claim) -> bool:
    """Whether two claims may tell of one move: the same act by the same party."""
    first, second = _move(one), _move(other)
    return first.act == second.act and (not first.by or not second.by or _is_same_side(first.by, second.by))


def _points(answer: Claim, other: Claim, names: frozenset[str]) -> float | None:
    """How well `other` fits as what is answered; None where it cannot be."""
    reply, move = _move(answer), _move(other)
    if other.factuality.polarity == "negative":
        return None
    if reply.by and move.by and _is_same_side(reply.by, move.by) != (reply.act in _OWN):
        return None
    gap, behind = _gap(answer, other)
    if reply.act in _COUNTER:
        return _counter_points(reply, move, gap, behind=behind)
    inside = _is_inside(answer, other)
    if reply.act == "break_off" and not inside:
        return None
    words = _about_points(reply, move, names, gap=gap, inside=inside)
    if words is None or gap > (_FAR if reply.about else _NEAR):
        return None
    terms = _term_points(reply, move)
    own = not reply.about and answer.rule.endswith(_OWN_CONTENT)
    if not inside and terms == 0 and (own or (reply.act == "concede" and words < 2.0)):
        # "agreed to host the talks", "gave up its demand": what it yields is told by itself.
        return None
    denied = 0.8 if answer.factuality.polarity == "negative" and reply.act != "support" else 0.0
    # Whose it is, and what, is found again over some distance.
    far = _distance(gap // 2 if words >= 3 else gap, behind=behind)
    return words + _side_points(reply, move) + terms - denied - far + 3.0 * inside


def _distance(gap: int, *, behind: bool) -> float:
    return gap / 180 + (1.2 if behind else 0.0)


def _gap(answer: Claim, other: Claim) -> tuple[int, bool]:
    """Characters between the two where they stand nearest, and whether what is answered is told only after."""
    found = []
    for a in answer.mentions:
        for o in other.mentions:
            if o.trigger.start <= a.trigger.start:
                found.append((max(0, a.trigger.start - o.trigger.end), False))
            else:
                found.append((max(0, o.trigger.start - a.trigger.end), True))
    return min(found, key=lambda pair: (pair[0] + 200 * pair[1], pair[1]))


def _is_inside(answer: Claim, other: Claim) -> bool:
    """Whether the words of what is answered stand in the clause of the answer, behind its verb or before it."""
    return any(a.statement.covers(o.trigger) for a in answer.mentions for o in other.mentions)


def _about_points(reply: Move, move: Move, names: frozenset[str], *, gap: int, inside: bool) -> float | None:
    """What the words for it say: what kind of thing it is, whose, and of what."""
    if not reply.about:
        return 1.2
    words = _words(reply.about)
    lexicon = load_answers()
    points = 0.0
    if words[0] in lexicon.words.pronouns and len(words) <= 2:
        points += 1.6
    kinds = {act for w in words for act in _kinds().get(w, ())}
    if kinds and not inside:
        if move.act not in kinds:
            return None
        points += 1.5
    owner = _side_words(move.by) & set(words)
    said = set(words) - lexicon.words.small - lexicon.words.pronouns
    if said and not kinds and not inside and said <= names and gap > _BESIDE:
        # "sided with the federation": a party is backed, not what it puts forward.
        return None
    if owner:
        points += 2.5
    elif move.by and (set(words) & names) - _side_words(move.by) - _side_words(reply.by) - _content(move):
        points -= 2.0
    if (amounts := set(_NUMBER.findall(reply.about))) and (others := _amounts(move)):
        points += 2.0 if amounts & others else -2.0
    shared = (set(words) - lexicon.words.small - lexicon.words.pronouns) & _content(move)
    return points + min(2.4, 0.8 * len(shared - _side_words(move.by)))


@cache
def _kinds() -> dict[str, frozenset[str]]:
    """The acts that a noun names moves of."""
    table: dict[str, frozenset[str]] = {}
    for act, nouns in load_answers().nouns.items():
        for noun in nouns:
            table[noun] = table.get(noun, frozenset()) | {act}
    return table


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    """The words of a name or of terms, without case and possessive endings."""
    return tuple(_plain(word) for word in _WORD.findall(text.lower()))


def _plain(word: str) -> str:
    return word.replace("’", "'").removesuffix("'s").rstrip("'")


def _party_words(claims: Sequence[Claim], moves: Sequence[int]) -> frozenset[str]:
    """The words of all parties' names: "the ministry's offer" is not the union's."""
    bodies = [_move(claims[i]) for i in moves]
    return frozenset(w for b in bodies for w in _side_words((*b.by, *b.to)))


def _side_words(actors: Iterable[Actor]) -> set[str]:
    names = [n for a in actors for n in (a.name, a.mention, a.acts_for) if n]
    found = {word for name in names for word in _words(name)}
    return found - load_answers().words.small - load_answers().words.pronouns


def _content(move: Move) -> set[str]:
    """The words of a move's terms."""
    terms = (*move.terms, *move.conditions)
    texts = [t for term in terms for t in (term.item, term.group, term.condition) if t] + [move.about or ""]
    found = {word for text in texts for word in _words(text)}
    return found - load_answers().words.small


def _amounts(move: Move) -> set[str]:
    return {n for t in move.terms if t.quantity is not None for n in _NUMBER.findall(t.quantity.verbatim or "")}


def _side_points(reply: Move, move: Move) -> float:
    """Who speaks to whom. An addressee that is not the maker weighs little: it may be only the other side of the talks."""
    points = 0.0
    if reply.to and move.by:
        points += 0.5 if _is_same_side(reply.to, move.by) else -0.3
    if move.to and reply.by:
        points += 0.7 if _is_same_side(move.to, reply.by) else -0.2
    if not move.by:
        points -= 0.3
    return points


def _term_points(reply: Move, move: Move) -> float:
    issues = {t.issue for t in reply.terms} - {"other"}
    points = 0.6 if issues & {t.issue for t in move.terms} else 0.0
    shared = _content(reply) & _content(move) if reply.terms else set()
    return points + min(1.2, 0.6 * len(shared))


def _counter_points(reply: Move, move: Move, gap: int, *, behind: bool) -> float | None:
    """Terms put against another party's: on the same issue, in the same unit, close by."""
    if not reply.by or not move.by or (behind and (reply.act, move.act) != ("offer", "demand")):
        return None
    asked = bool(move.to) and _is_same_side(move.to, reply.by)
    if move.act == "invite":
        # "urged both to come back; one of them has demanded an inquiry first".
        return 1.2 - _distance(gap, behind=behind) if asked and gap < _BESIDE else None
    alike = len((_content(reply) & _content(move)) - _side_words((*reply.by, *move.by)))
    if asked and alike and gap < _FAR and not behind and (reply.act, move.act) != ("offer", "offer"):
        return 2.0 + 0.5 * min(alike, 3) - gap / 300
    if gap > _NEAR or (reply.act == move.act == "offer" and not asked):
        return None
    pairs = [
        (a, b)
        for a in reply.terms
        for b in move.terms
        if a.issue == b.issue or "other" in {a.issue, b.issue}
        if a.quantity is not None and b.quantity is not None and _comparable(a.quantity, b.quantity)
    ]
    if not pairs or (reply.to and not _is_same_side(reply.to, move.by)):
        return None
    return 3.0 + 0.5 * any(a.issue == b.issue for a, b in pairs) - _distance(gap, behind=behind)


def _comparable(one: Quantity, other: Quantity) -> bool:
    """Whether two amounts measure one thing and differ."""
    units = {one.unit, other.unit}
    return (len(units) == 1 or None in units) and (one.lower, one.upper) != (other.lower, other.upper)


def _is_same_side(one: Iterable[Actor], other: Iterable[Actor]) -> bool:
    """Whether somebody of one side is, or acts for, somebody of the other."""
    sides = [{n.lower() for a in actors for n in (a.name, a.acts_for) if n} for actors in (one, other)]
    return not sides[0].isdisjoint(sides[1])
