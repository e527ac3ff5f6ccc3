"""Proposals from the moves of a story: versions, what changed, who answered, how each stands with whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from parley.compare.across.courses import Course
from parley.compare.across.gathered import GatheredMoves
from parley.compare.across.stated import Stated
from parley.compare.proposals.standing import Replies, standing_of
from parley.compare.proposals.story import StoryMoves
from parley.compare.proposals.versions import versions_of
from parley.model import Date, Proposal, ProposalVersion, Relation, hash_id
from parley.resolve import Parties, Told, settled_day

__all__ = ["proposals_in", "proposals_of"]


def proposals_of(
    told: Iterable[Told], parties: Parties, relations: Iterable[Relation], *, as_of: str | None = None
) -> tuple[Proposal, ...]:
    """The proposals of one story, by the day they were first told; see `proposals_in`."""
    return proposals_in(StoryMoves(GatheredMoves(told, parties), relations), as_of=as_of)


def proposals_in(story: StoryMoves, *, as_of: str | None = None) -> tuple[Proposal, ...]:
    """The proposals of a story that have terms; deadlines are held against the ISO day `as_of` (None: its last report's).

    What is denied, only possible, or a bare wish makes no version. One whose maker no report names stands alone.
    """
    replies = Replies(story.relations, story.moves, first_told=_first_told(story.courses))
    taken_back = story.linked("update", "moves:taken-back")
    longer = _prolonged(story)
    made = [
        _proposal(course, versions_of(course, taken_back), replies, day=as_of or story.last_day, longer=longer)
        for course in story.courses
    ]
    let_go = {course.versions[0].moves[0].claim.id for course in story.courses if _is_let_go(course)}
    with_terms = [
        proposal
        for proposal in made
        if any(version.terms for version in proposal.versions) and proposal.versions[0].claims[0] not in let_go
    ]
    return tuple(_countering(with_terms))


def _is_let_go(course: Course) -> bool:
    """Whether it tells only of conditions that are dropped ("waived its condition that 80 pct be tendered")."""
    moves = [move for version in course.versions for move in version.moves]
    return all(m.act == "concede" and m.named == "demand" and not any(a.previous for a in m.amounts) for m in moves)


def _first_told(courses: Iterable[Course]) -> dict[str, str]:
    """The day on which the version that a claim tells was told first."""
    return {
        move.claim.id: min(each.day for each in version.moves)
        for course in courses
        for version in course.versions
        for move in version.moves
    }


def _proposal(
    course: Course,
    versions: tuple[tuple[ProposalVersion, ...], tuple[str, ...]],
    replies: Replies,
    *,
    day: str,
    longer: Mapping[int, Sequence[Stated]],
) -> Proposal:
    told, withdrawn = versions
    maker = tuple(sorted(course.packages[0].sides))
    answers = [answer for version in told for answer in replies.to(version.claims, maker, version.number)]
    moves = [move for version in course.versions for move in version.moves]
    addressed = sorted({party for move in moves for party in move.to} - set(maker))
    deadline = _deadline((*course.latest.moves, *longer.get(id(course), ())))
    proposal = Proposal(
        hash_id("proposal", [maker, told[0].claims[0]]),
        maker,
        tuple(dict.fromkeys(term.issue for version in told for term in version.terms)),
        told,
        tuple(answers),
        deadline=deadline,
        withdrawn_by=withdrawn,
    )
    standing = standing_of(answers, addressed, withdrawn=withdrawn, lapsed=bool(proposal.passed(day)))
    return msgspec.structs.replace(proposal, standing=standing)


def _prolonged(story: StoryMoves) -> dict[int, list[Stated]]:
    """The moves that prolong an offer, by the identity of the course whose latest version they prolong: of several of one
    side the one told of in their report, else the one told most often."""
    found: dict[int, list[Stated]] = defaultdict(list)
    for move in story.moves.values():
        if move.act != "extend" or move.standing != "held" or move.named != "offer" or not move.sides:
            continue
        own = [c for c in story.courses if c.packages[0].sides == move.sides and c.latest.moves[0].day <= move.day]
        there = [c for c in own if any(m.report == move.report for m in c.latest.moves)]
        if own:
            found[
                id(max(there or own, key=lambda course: (len(course.latest.moves), course.latest.moves[0].order)))
            ].append(move)
    return found


def _deadline(moves: Iterable[Stated]) -> Date | None:
    """The one told last: until when it stands, else by when it is to be answered."""
    for move in sorted(moves, key=lambda move: move.order, reverse=True):
        for date in (move.move.expires, move.move.deadline):
            if settled_day(date) is not None:
                return date
    return None


def _countering(proposals: Sequence[Proposal]) -> Iterator[Proposal]:
    """Each proposal with the id of the one, of others, that it answers first."""
    answered = {answer.claim: proposal.id for proposal in reversed(proposals) for answer in proposal.answers}
    for proposal in proposals:
        claims = [claim for version in proposal.versions for claim in version.claims]
        counters = next((answered[claim] for claim in claims if answered.get(claim, proposal.id) != proposal.id), None)
        yield msgspec.structs.replace(proposal, counters=counters)
