"""The course of what a side puts forward: which packages of different reports are one proposal, in which versions."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence

from parley.compare.across.amounts import Amount, Scale, is_comparable, may_be_equal
from parley.compare.across.packages import MANIFOLD, Package, one_bid
from parley.compare.across.stated import Stated, days_apart

__all__ = ["Closings", "Course", "Version", "courses_of", "odd_ones_out"]

_LATEST = 4  # so many of the latest proposals of a side on a scale are looked at
_RECENT = 14  # days: an offer told without its terms is one told so long before at most
_TELLINGS = 8  # so many of the latest tellings of a version are looked at
_VERSIONS = 12  # so many of the latest versions of a proposal, and proposals told by a sum alone, are looked at
_WORDS_ALIKE = 0.5  # of the words of terms without amounts, the share that makes two of them one


class Version:
    """One state of a proposal: the packages that tell it, and its amounts."""

    def __init__(self, package: Package) -> None:
        """The version that a package tells first; `moves` are its tellings in order, `last_day` the day of the last, `after`
        the latest tellings of the version before when it was told first."""
        self.packages = [package]
        self.moves: list[Stated] = list(package.moves)
        self.last_day = package.order[0]
        self.amounts: dict[Scale, Amount] = dict(package.amounts)
        self.after: list[Stated] = []

    def on(self, amount: Amount) -> Amount | None:
        """Its amount on a scale, or on one that leaves out what it is per."""
        exact = self.amounts.get(amount.scale)
        if exact is not None:
            return exact if is_comparable(amount, [exact]) else None
        loose = (own for scale, own in self.amounts.items() if scale.alike == amount.scale.alike)
        return next((own for own in loose if not (own.scale.per and amount.scale.per) and is_comparable(amount, [own])), None)  # fmt: skip

    def take(self, package: Package) -> None:
        """Note one more telling."""
        self.packages.append(package)
        self.moves += package.moves
        self.last_day = max(self.last_day, package.order[0])
        for scale, amount in package.amounts.items():
            if self.on(amount) is None:
                self.amounts[scale] = amount


class Course:
    """A proposal of one side over time."""

    def __init__(self, package: Package) -> None:
        """It begins with a package."""
        self.versions = [Version(package)]

    @property
    def packages(self) -> list[Package]:
        """All that tells it."""
        return [package for version in self.versions for package in version.packages]

    @property
    def _recent(self) -> list[Version]:
        return self.versions[-_VERSIONS:]

    @property
    def latest(self) -> Version:
        """Where it stands."""
        return self.versions[-1]

    def shared(self, package: Package) -> int:
        """On how many scales the package may be compared with a version."""
        return max(sum(v.on(a) is not None for a in package.amounts.values()) for v in self._recent)

    def told_by(self, package: Package) -> Version | None:
        """The version that the package tells, the latest first; None when it gives other amounts."""
        return next((v for v in reversed(self._recent) if _tells(package, v)), None)

    def take(self, package: Package) -> None:
        """Add a package that belongs here: a telling of a version, what came before one, or a newer version."""
        told = self.told_by(package) if self.shared(package) else self.latest
        if told is not None:
            told.take(package)
        elif (place := self._before(package)) is not None:
            self.versions[place].after = list(package.moves)
            self.versions.insert(place, Version(package))
        else:
            newer = Version(package)
            newer.after = self.latest.moves[-_TELLINGS:]
            self.versions.append(newer)

    def _before(self, package: Package) -> int | None:
        """The place of the version that says of an amount of the package that it was so before."""
        first = len(self.versions) - len(self._recent)
        for place, version in enumerate(self._recent, first):
            for amount in package.amounts.values():
                own = version.on(amount)
                if own is not None and own.previous is not None and _covers(own.previous, amount):
                    return place
        return None


def _covers(bounds: tuple[float, float], amount: Amount) -> bool:
    return bounds[0] <= amount.upper and amount.lower <= bounds[1]


def _tells(package: Package, version: Version) -> bool:
    pairs = [(amount, own) for amount in package.amounts.values() if (own := version.on(amount)) is not None]
    return bool(pairs) and all(may_be_equal(*pair) for pair in pairs)


class Closings:
    """When deals took from the table what their parties had put there, and when they fell through."""

    def __init__(self, moves: Iterable[Stated]) -> None:
        """Read from the moves of a story."""
        self._made: dict[str, list[str]] = defaultdict(list)
        self._lost: list[str] = []
        for move in moves:
            if move.standing != "held" or not move.day:
                continue
            if move.act == "agree" and len(move.sides) > 1 and move.claim.factuality.tense != "planned":
                for side in move.sides:
                    self._made[side].append(move.day)
            elif move.act == "reject" and move.named == "agreement":
                self._lost.append(move.day)
        for days in (*self._made.values(), self._lost):
            days.sort()

    def between(self, sides: frozenset[str], after: str, until: str) -> bool:
        """Whether a deal of one of the sides was made behind the one day and before the other, and stood."""
        return any(self._closed(self._made.get(side, []), after, until) for side in sides)

    def _closed(self, made: Sequence[str], after: str, until: str) -> bool:
        place = bisect_right(made, after)
        if place == len(made) or made[place] >= until:
            return False
        lost = bisect_right(self._lost, made[place])
        return lost == len(self._lost) or self._lost[lost] > until


def odd_ones_out(courses: Iterable[Course]) -> list[tuple[Version, Version]]:
    """Take from the courses what one report alone tells otherwise while later reports tell it as it was before.

    Gives each such version with the one it is at odds with.
    """
    found: list[tuple[Version, Version]] = []
    for course in courses:
        kept: list[Version] = []
        for version in course.versions:
            if kept and _is_odd(version, kept[-1]):
                found.append((version, kept[-1]))
                for package in version.packages:
                    if not package.amounts:  # an offer told without its terms is the one that stands
                        kept[-1].take(package)
            else:
                if kept and version.after:
                    version.after = kept[-1].moves[-_TELLINGS:]
                kept.append(version)
        course.versions[:] = kept
    return found


def _is_odd(version: Version, before: Version) -> bool:
    alone = len({move.report for package in version.packages if package.amounts for move in package.moves}) == 1
    moved = any(a.previous for a in version.amounts.values()) or any(m.act == "concede" for m in version.moves)
    returns = any(m.day > version.last_day and m.report != version.moves[0].report for m in before.moves)
    return alone and not moved and returns


def courses_of(packages: Sequence[Package], closings: Closings) -> list[Course]:
    """The proposals that the packages, from the oldest to the newest, make up."""
    found: list[Course] = []
    by_scale: dict[tuple[frozenset[str], Scale], list[Course]] = defaultdict(list)
    by_issue: dict[tuple[frozenset[str], str], list[Course]] = defaultdict(list)
    by_side: dict[frozenset[str], list[Course]] = defaultdict(list)
    for package in packages:
        own = by_side[package.sides]
        course = _course_for(package, by_scale, by_issue, own, closings=closings) or _only(package, own)
        course = course or _same_bid(package, found)
        if course is None:
            course = Course(package)
            found.append(course)
        else:
            course.take(package)
        _note(course, [by_scale[package.sides, scale.alike] for scale in package.amounts])
        _note(course, [by_side[package.sides]])
        if not package.amounts:
            _note(course, [by_issue[package.sides, move.act] for move in package.moves])
    return found


def _note(course: Course, places: Iterable[list[Course]]) -> None:
    for place in places:
        if course not in place[-_LATEST:]:
            place.append(course)


def _course_for(
    package: Package,
    by_scale: dict[tuple[frozenset[str], Scale], list[Course]],
    by_issue: dict[tuple[frozenset[str], str], list[Course]],
    by_side: Sequence[Course],
    *,
    closings: Closings,
) -> Course | None:
    """The proposal a package belongs to: that with most scales in common, else the bid it tells by another of its sums,
    else that with words in common, the latest first."""
    if not package.sides:
        return None
    near = [c for scale in package.amounts for c in by_scale[package.sides, scale.alike][-_LATEST:]]
    scored = [(_shared(package, course, closings), i, course) for i, course in enumerate(dict.fromkeys(near))]
    best = max(scored, key=lambda each: each[:2], default=None)
    if best is not None and best[0] > 0:
        return best[2]
    if package.amounts:
        return _bid_of(package, by_side)
    wordy = [c for act in sorted({m.act for m in package.moves}) for c in by_issue[package.sides, act][-_LATEST:]]
    return next((c for c in reversed(list(dict.fromkeys(wordy))) if _alike_in_words(package, c)), None)


def _bid_of(package: Package, courses: Sequence[Course]) -> Course | None:
    """The only bid of a side, where the package tells one by what its tellings leave out: 384 million for all the shares."""
    if any(move.act != "offer" for move in package.moves):
        return None
    told = [(c, [amount for amount in c.latest.amounts.values() if amount.scale.facet]) for c in courses[-_VERSIONS:]]
    bids = [(course, sums) for course, sums in told if sums]
    fitting = [course for course, sums in bids if one_bid(package.amounts.values(), sums)]
    return fitting[0] if len(fitting) == len(bids) == 1 else None


def _same_bid(package: Package, courses: Sequence[Course]) -> Course | None:
    """The one bid of the sum told, where a report does not say whose it is: "a 384 million dollar tender offer"."""
    if package.sides or not package.amounts or any(amount.scale.facet is None for amount in package.amounts.values()):
        return None
    fitting = [c for c in courses[-_VERSIONS:] if c.packages[0].sides and c.told_by(package) is not None]
    return fitting[0] if len({c.packages[0].sides for c in fitting}) == 1 else None


def _only(package: Package, courses: Sequence[Course]) -> Course | None:
    """The only offer of a side told of late, where one is told without any terms ("their offer")."""
    if not package.sides or any(move.move.terms or move.act != "offer" for move in package.moves):
        return None
    late = [c for c in courses[-_LATEST:] if _is_late(c, package)]
    return late[0] if len(late) == 1 else None


def _is_late(course: Course, package: Package) -> bool:
    apart = days_apart(package.moves[0], course.latest.moves[-1])
    return apart is not None and apart <= _RECENT and any(move.act == "offer" for move in course.latest.moves)


def _shared(package: Package, course: Course, closings: Closings) -> float:
    """Scales in common; an earlier telling counts more than an older state, and a deal in between parts the two."""
    shared = course.shared(package)
    told = course.told_by(package)
    if told is None and _asks_instead(package, course):
        return 0
    if told is None and closings.between(package.sides, course.latest.last_day, package.order[0]):
        return 0
    return shared + (0.5 if told is not None else 0.0) if shared else 0


def _asks_instead(package: Package, course: Course) -> bool:
    """Whether a side that has offered a sum asks another for one: what it asks is no newer state of what it offers."""
    sums = all(amount.scale.issue in MANIFOLD for amount in package.amounts.values())
    offered = all(move.act == "offer" for move in course.latest.moves)
    return sums and offered and all(move.act == "demand" for move in package.moves)


def _alike_in_words(package: Package, course: Course) -> bool:
    """Whether terms without amounts are told in the same words."""
    others = course.packages[-1].words
    fewer = min(len(package.words), len(others))
    return fewer > 1 and len(package.words & others) >= max(2, _WORDS_ALIKE * fewer)
