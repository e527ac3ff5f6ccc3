"""The thread of a story's talks: its rounds, and what was asked, offered and agreed on each scale, in order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from parley.compare.across.amounts import Amount, Scale, is_comparable, may_be_equal, point
from parley.compare.across.courses import Course
from parley.compare.across.gathered import GatheredMoves
from parley.compare.across.stated import Stated, days_apart
from parley.compare.proposals.proposals import proposals_in
from parley.compare.proposals.story import StoryMoves
from parley.compare.proposals.terms import merged
from parley.lexicon.packages import load_packages
from parley.model import Agreement, Proposal, Relation, TalksRound, Thread, ThreadPoint, ThreadScale
from parley.resolve import Parties, Told
from parley.resolve.actors.known import known_name

__all__ = ["thread_in", "thread_of"]

_OPENING = frozenset({"meet", "resume"})
_Points = dict[Scale, list[tuple[Amount, ThreadPoint]]]
_TOGETHER = 2  # days between two tellings of one end of a round at most


def thread_of(told: Iterable[Told], parties: Parties, relations: Iterable[Relation]) -> Thread:
    """The thread of one story's talks; see `thread_in`."""
    story = StoryMoves(GatheredMoves(told, parties), relations)
    return thread_in(story, proposals_in(story))


def thread_in(story: StoryMoves, proposals: Sequence[Proposal], agreements: Sequence[Agreement] = ()) -> Thread:
    """Rounds, and a scale for each issue, unit and thing on which amounts were put forward or agreed.

    An amount has one point: the first telling of the version that has it. What is beside the story's talks has none, nor
    what comes on top of a level.
    """
    by_claim = {claim: proposal for proposal in proposals for claim in proposal.versions[0].claims}
    points: _Points = defaultdict(list)
    bound = {claim for each in agreements for term in each.terms for claim in term.term.claims}
    for course in story.courses:
        proposal = by_claim.get(course.versions[0].moves[0].claim.id) if _is_of(course, story) else None
        if proposal is not None and proposal.maker:
            for amount, placed in _course_points(course, proposal):
                if placed.claim not in bound:  # what a deal binds a party to is agreed, and no offer of its own
                    points[amount.scale].append((amount, placed))
    for agreement in (each for each in agreements if not story.of_talks.isdisjoint(each.claims)):
        for amount, placed in _agreed(agreement, story.moves):
            points[amount.scale].append((amount, placed))
    agreed = {claim: each.as_of for each in agreements for claim in each.claims}
    return Thread(tuple(_rounds(story, agreed)), tuple(_scales(_joined(points), story.moves)))


def _is_of(course: Course, story: StoryMoves) -> bool:
    """Whether one of its moves is of the story's talks."""
    return any(move.claim.id in story.of_talks for version in course.versions for move in version.moves)


def _joined(points: _Points) -> _Points:
    """The points of scales that leave out what an amount is per, put on the one that says it, where comparable."""
    found: _Points = defaultdict(list)
    named = {scale: pairs for scale, pairs in sorted(points.items()) if scale.per}
    for scale, pairs in sorted(points.items()):
        for amount, placed in pairs:
            fitting = [s for s, own in named.items() if s.alike == scale and is_comparable(amount, [a for a, _ in own])]
            found[scale if scale.per or len(fitting) != 1 else fitting[0]].append((amount, placed))
    return found


def _course_points(course: Course, proposal: Proposal) -> Iterator[tuple[Amount, ThreadPoint]]:
    known: dict[Scale, Amount] = {}
    for version, told in zip(course.versions, proposal.versions, strict=False):
        for scale, (amount, term) in sorted(merged(version.moves).amounts.items(), key=lambda item: item[0]):
            before = known.get(scale.alike)
            if term.quantity is None or scale.is_on_top or (before is not None and may_be_equal(amount, before)):
                continue
            known[scale.alike] = amount
            move = next(m for m in version.moves if m.claim.id == term.claims[0])
            party = " + ".join(proposal.maker)
            yield replace(amount, scale=scale), ThreadPoint(
                move.day, party, move.act, term.quantity, move.claim.id, proposal.id, told.number, told.reports, told.origins
            )  # fmt: skip


def _agreed(agreement: Agreement, moves: Mapping[str, Stated]) -> Iterator[tuple[Amount, ThreadPoint]]:
    giving = {claim for term in agreement.terms for claim in term.term.claims}
    told = [moves[claim] for claim in agreement.claims if claim in giving]
    for scale, (amount, term) in sorted(merged(told).amounts.items(), key=lambda item: item[0]):
        if term.quantity is not None:
            move = moves[term.claims[0]]
            party = " + ".join(agreement.parties)
            yield replace(amount, scale=scale), ThreadPoint(
                move.day, party, "agree", term.quantity, move.claim.id, agreement.id, 1, agreement.reports, agreement.origins
            )  # fmt: skip


def _scales(points: _Points, moves: Mapping[str, Stated]) -> list[ThreadScale]:
    """Those with most parties and most points first; amounts too far apart to be compared stand on scales of their own."""
    made = []
    for scale, found in points.items():
        for near in _near(found):
            ordered = sorted(near, key=lambda p: moves[p.claim].order)
            made.append(ThreadScale(scale.issue, scale.unit, scale.thing, scale.per, tuple(ordered)))
    return sorted(made, key=lambda s: (-len({p.party for p in s.points}), -len(s.points), _id(s)))


def _id(scale: ThreadScale) -> tuple[str, ...]:
    return scale.issue, scale.unit, scale.thing, scale.per, scale.points[0].claim


def _near(found: Sequence[tuple[Amount, ThreadPoint]]) -> Iterator[list[ThreadPoint]]:
    """Runs of amounts, from the smallest, each near enough to the one before to be compared with it."""
    run: list[tuple[Amount, ThreadPoint]] = []
    for pair in sorted(found, key=lambda pair: (point(pair[0]), pair[1].claim)):
        if run and not is_comparable(pair[0], [run[-1][0]]):
            yield [each for _, each in run]
            run = []
        run.append(pair)
    yield [each for _, each in run]


def _rounds(story: StoryMoves, agreed: Mapping[str, str]) -> Iterator[TalksRound]:
    """A round opens with a meeting or resumption, and ends with a deal of several parties or when talks are broken off.

    `agreed` gives the day of each claim that tells a deal: told again later it ends nothing.
    """
    number, opened, closed = 0, list[Stated](), list[Stated]()
    for move in sorted(story.moves.values(), key=lambda move: move.order):
        if (
            not _is_of_talks(move, story)
            or _before_a_ruler(move, story.parties)
            or agreed.get(move.claim.id, move.day) < move.day
        ):
            continue
        if _ends_round(move):
            if closed and not _is_together(closed[-1], move):
                number += 1
                yield _round(number, opened, closed)
                opened, closed = [], []
            closed.append(move)
        elif closed and move.act == "meet" and (move.day <= closed[-1].day or _looks_back(move, closed)):
            continue  # told beside the end of the round, or behind a deal: how it came about
        elif move.act in _OPENING:
            if closed:
                number += 1
                yield _round(number, opened, closed)
                opened, closed = [], []
            opened.append(move)
    if opened or closed:
        yield _round(number + 1, opened, closed)


def _looks_back(move: Stated, closed: Sequence[Stated]) -> bool:
    """Whether talks of nobody named, on no day of their own, are told where a deal was reached: they led to it."""
    return closed[-1].act == "agree" and not move.sides and move.claim.when is None


def _is_of_talks(move: Stated, story: StoryMoves) -> bool:
    """Whether it is told as done, in the time of the reports, and is of the story's talks."""
    done = move.standing == "held" and move.claim.factuality.tense != "planned" and bool(move.day)
    return done and not story.is_history(move.day) and move.claim.id in story.of_talks


def _before_a_ruler(move: Stated, parties: Parties) -> bool:
    """Whether it is one party's business with a body that only rules: a firm sees a regulator about its offer."""
    there = move.sides | move.to
    ruling = {party for party in there if _only_rules(parties.name(party))}
    return bool(ruling) and len(there - ruling) < 2


def _only_rules(name: str) -> bool:
    known = known_name(name)
    nouns = known.nouns if known is not None else name.casefold().split()
    return not load_packages().ruling.isdisjoint(nouns)


def _ends_round(move: Stated) -> bool:
    return move.act == "break_off" or (move.act == "agree" and len(move.sides) > 1)


def _is_together(one: Stated, other: Stated) -> bool:
    apart = days_apart(one, other)
    return one.act == other.act and (one.day == other.day or (apart is not None and apart <= _TOGETHER))


def _round(number: int, opened: Sequence[Stated], closed: Sequence[Stated]) -> TalksRound:
    end = closed[0] if closed else None
    mode = None if end is None else (end.move.mode or "ended") if end.act == "break_off" else "agreed"
    return TalksRound(
        number,
        opened[0].day if opened else None,
        tuple(move.claim.id for move in opened),
        end.day if end else None,
        tuple(move.claim.id for move in closed),
        mode,
    )
