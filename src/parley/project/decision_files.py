"""Decisions in a file that another record takes in: found again by id, else by the same text; nothing dropped silently."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta

import msgspec

from parley.errors import ParleyError
from parley.model import Claim, Judgement, PairJudgement, Report, Span, anchor_of, new_claim
from parley.model.actors import ActorReference, new_pair_judgement
from parley.model.decision_line import (
    DECISIONS_VERSION,
    DecisionFileHead,
    DecisionLine,
    TextAnchor,
    text_anchor,
    text_hash,
)
from parley.project.decision_sheets import RowLeft
from parley.resolve import judged_claims
from parley.store import Store
from parley.store.judgements import judgement_mismatches
from parley.store.rows import renamed

__all__ = ["Applied", "BadDecisionFileError", "NotPlaced", "apply_decisions", "decision_lines", "read_decisions"]

_LINKS = frozenset({"answers", "part_of"})  # fields that hold the id of another claim of the report
_AHEAD = timedelta(days=1)  # clocks of two machines differ by less
Decision = Judgement | PairJudgement


class BadDecisionFileError(ParleyError):
    """A file that is no file of decisions, or of a newer form."""


class NotPlaced(msgspec.Struct, frozen=True):
    """A decision that holds for nothing here, and why; `recorded` ones are in the log and hold once a claim fits them."""

    person: str
    time: str
    verdict: str
    report: str
    why: str
    recorded: bool
    id: str


class Applied(msgspec.Struct, frozen=True):
    """What came of files: decisions that were `taken` into the log, those `known` already, those `not_placed`, and rows
    of sheets that were `left`."""

    taken: int
    known: int
    not_placed: tuple[NotPlaced, ...] = ()
    left: tuple[RowLeft, ...] = ()


class _Unfit(Exception):
    """Why a decision cannot be taken in."""


def decision_lines(store: Store, *, person: str | None = None, since: str | None = None) -> Iterator[bytes]:
    """The lines of a file with the decisions of a record, or of one person, or made from an ISO day on.

    What one undoes comes with it. Decisions on erased reports are left out, as nothing is left of them. The same log
    gives the same bytes.
    """
    yield msgspec.json.encode(DecisionFileHead("decisions", DECISIONS_VERSION)) + b"\n"
    reports = {recorded.report.id: recorded.report for recorded in store.reports()}
    log = {made.id: made for made in _log(store) if _is_whole(made, reports)}
    wanted = [made for made in log.values() if person in (None, made.person) and made.time >= (since or "")]
    chosen: dict[str, Decision] = {}
    while wanted:
        made = wanted.pop()
        chosen[made.id] = made
        if made.verdict == "undo" and made.target in log and made.target not in chosen:
            wanted.append(log[made.target])
    for made in sorted(chosen.values(), key=_when):
        yield msgspec.json.encode(_line(made, reports), order="sorted") + b"\n"


def read_decisions(data: bytes, name: str) -> tuple[DecisionLine, ...]:
    """The decisions of a file's bytes; `name` is the file's, for errors. Raises BadDecisionFileError."""
    head, *lines = data.splitlines() or [b""]
    try:
        found = msgspec.json.decode(head, type=DecisionFileHead)
    except msgspec.MsgspecError:
        found = DecisionFileHead("", 0)
    if found.parley != "decisions":
        raise BadDecisionFileError(
            f"'{name}' is no file of decisions; make one with `parley decisions export FILE` in the other record"
        )
    if found.version > DECISIONS_VERSION:
        raise BadDecisionFileError(f"'{name}' was written by a newer version of Parley; update Parley to read it")
    return tuple(_read(line, number, name=name) for number, line in enumerate(lines, 2) if line.strip())


def apply_decisions(store: Store, lines: Iterable[DecisionLine], *, dry_run: bool = False) -> Applied:
    """Take decisions of another record into the log of this one, with their persons and times; what is there stays once.

    A report is found by its id, else by the same text; a claim by its id, else by its anchor, as after reading anew. With
    `dry_run` nothing is recorded. Raises StoreError.
    """
    placing = _Placing(store)
    for line in sorted(lines, key=lambda line: _when(_of(line))):
        placing.place(line)
    found = {made.id: made for made in placing.placed.values()}
    new = [made for made in found.values() if made.id not in placing.known]
    claims = [made for made in new if isinstance(made, Judgement)]
    lost = [_not_placed(made, "it fits no claim of its report", recorded=True) for made in _lost(store, claims)]
    if not dry_run:
        store.take_in(claims, [made for made in new if isinstance(made, PairJudgement)])
    return Applied(len(new), len(found) - len(new), (*placing.refused, *lost))


class _Placing:
    """Decisions of a file as decisions on the reports of this record."""

    def __init__(self, store: Store) -> None:
        self._reports = {recorded.report.id: recorded.report for recorded in store.reports()}
        self._by_text: dict[str, list[Report]] = {}
        for report in self._reports.values():
            self._by_text.setdefault(text_hash(report.text), []).append(report)
        self._erased = {stone.report for stone in store.tombstones()}
        self.known = {made.id for made in _log(store)}
        self._now = datetime.now(UTC)
        self.placed: dict[str, Decision] = {}
        """By the id each has in the file."""
        self.refused: list[NotPlaced] = []

    def place(self, line: DecisionLine) -> None:
        made = _of(line)
        try:
            _require_sound(made, self._now)
            placed = (
                self._pair(made, line.anchor) if isinstance(made, PairJudgement) else self._claim(made, line.anchor)
            )
            self.placed[made.id] = placed
        except _Unfit as unfit:
            self.refused.append(_not_placed(made, str(unfit), recorded=False))

    def _claim(self, made: Judgement, anchor: TextAnchor | None) -> Judgement:
        report = self._report(made.report, anchor)
        target = self._target(made.target) if made.verdict == "undo" else made.target
        placed = _moved(made, report, target=target)
        if anchor is not None and anchor.start is not None and not _stands(anchor, report):
            raise _Unfit("its words do not stand where it says")
        for mismatch in judgement_mismatches(report, placed):
            raise _Unfit(mismatch.reason)
        return placed

    def _pair(self, made: PairJudgement, anchor: TextAnchor | None) -> PairJudgement:
        if made.verdict == "undo":
            target = self._target(made.target or "")
            return new_pair_judgement("undo", person=made.person, time=made.time, target=target, note=made.note)
        pair = tuple(self._reference(each, anchor) for each in (made.one, made.other) if each)
        return _renamed_pair(msgspec.structs.replace(made, one=pair[0], other=pair[1]))

    def _reference(self, actor: ActorReference, anchor: TextAnchor | None) -> ActorReference:
        return ActorReference(actor.name, actor.report and self._report(actor.report, anchor).id)

    def _target(self, target: str) -> str:
        """The decision that one undoes, by the id it has here."""
        if target in self.placed:
            return self.placed[target].id
        if target in self.known:
            return target
        raise _Unfit("what it undoes is neither in the file nor in the record")

    def _report(self, report_id: str, anchor: TextAnchor | None) -> Report:
        if report_id in self._reports:
            return self._reports[report_id]
        if report_id in self._erased:
            raise _Unfit("its report was erased from this record")
        alike = self._by_text.get(anchor.text, []) if anchor else []
        if len(alike) != 1:
            raise _Unfit(
                "several reports of this record have its text" if alike else "its report is not in this record"
            )
        return alike[0]


def _moved(made: Judgement, report: Report, *, target: str) -> Judgement:
    """The decision as one on a report of the same text. Raises _Unfit when it holds ids of the other report's claims."""
    if made.report == report.id and target == made.target:
        return made
    claim = _claim_in(made.claim, report) if made.claim else None
    if made.report != report.id:
        linked = {change.field for change in made.changes if change.new is not None}
        if linked & _LINKS or (
            made.verdict == "add" and any(getattr(claim and claim.body, each, None) for each in _LINKS)
        ):
            raise _Unfit("it points at another claim of its report by an id that this record does not have")
        if made.verdict != "undo":
            target = claim.id if claim else report.id
    moved = msgspec.structs.replace(made, report=report.id, target=target, claim=claim)
    return renamed(moved)


def _claim_in(claim: Claim, report: Report) -> Claim:
    return new_claim(
        report.id,
        claim.body,
        attribution=claim.attribution,
        factuality=claim.factuality,
        mentions=claim.mentions,
        rule=claim.rule,
        when=claim.when,
        origin=claim.origin,
    )


def _stands(anchor: TextAnchor, report: Report) -> bool:
    """Whether the words of an anchor, and those around them, stand in a report where it says."""
    if anchor.start is None or anchor.end is None or not 0 <= anchor.start <= anchor.end:
        return False
    return text_anchor(report, Span(anchor.start, anchor.end)) == anchor


def _require_sound(made: Decision, now: datetime) -> None:
    """Raise _Unfit for a decision whose id does not follow from its content, or with a time that no log could hold."""
    try:
        named = renamed(made) if isinstance(made, Judgement) else _renamed_pair(made)
        if named.id != made.id:
            raise _Unfit("its content gives another id: the file was altered")
        time = datetime.fromisoformat(made.time)
        told = time.astimezone(UTC).isoformat(timespec="microseconds")
    except (ValueError, OverflowError):
        raise _Unfit("it is not whole, or its time is none") from None
    if told != made.time:
        raise _Unfit(f"'{made.time}' is no time in UTC with microseconds")
    if time > now + _AHEAD:
        raise _Unfit("it is dated in the future: set the clock of this machine or the other one right")


def _renamed_pair(made: PairJudgement) -> PairJudgement:
    """The decision on two actors with the id that its content gives."""
    pair = (made.one, made.other) if made.one and made.other else None
    return new_pair_judgement(
        made.verdict,
        pair,
        person=made.person,
        time=made.time,
        target=made.target,
        story=made.story,
        note=made.note,
    )


def _lost(store: Store, new: Iterable[Judgement]) -> Iterator[Judgement]:
    """Those of the new decisions that fit no claim of their reports."""
    by_report: dict[str, dict[str, Judgement]] = {}
    for made in new:
        by_report.setdefault(made.report, {})[made.id] = made
    for report, own in by_report.items():
        log = sorted((*store.judgements(report), *own.values()), key=_when)
        yield from (made for made in judged_claims(store.claims(report=report), log).lost if made.id in own)


def _log(store: Store) -> tuple[Decision, ...]:
    return (*store.judgements(), *store.pair_judgements())


def _is_whole(made: Decision, reports: Mapping[str, Report]) -> bool:
    """Whether all of a decision is left: nothing of its report was erased."""
    return made.report in reports if isinstance(made, Judgement) else made.verdict == "undo" or made.one is not None


def _line(made: Decision, reports: Mapping[str, Report]) -> DecisionLine:
    if isinstance(made, PairJudgement):
        named = next((each.report for each in (made.one, made.other) if each and each.report), None)
        report = reports.get(named) if named else None
        return DecisionLine(actors=made, anchor=text_anchor(report) if report else None)
    report = reports[made.report]
    anchor = text_anchor(report, anchor_of(made.claim).trigger if made.claim else None)
    return DecisionLine(made, anchor=anchor, title=report.title, outlet=report.outlet, published=report.published)


def _read(line: bytes, number: int, *, name: str) -> DecisionLine:
    try:
        found = msgspec.json.decode(line, type=DecisionLine)
    except (msgspec.MsgspecError, ValueError) as error:
        raise BadDecisionFileError(
            f"line {number} of '{name}' is no decision ({error}); export the file anew in the other record"
        ) from error
    if (found.decision is None) == (found.actors is None):
        raise BadDecisionFileError(
            f"line {number} of '{name}' holds no decision, or two; export the file anew in the other record"
        )
    return found


def _of(line: DecisionLine) -> Decision:
    made = line.decision or line.actors
    assert made is not None
    return made


def _when(made: Decision) -> tuple[str, str]:
    return made.time, made.id


def _not_placed(made: Decision, why: str, *, recorded: bool) -> NotPlaced:
    report = made.report if isinstance(made, Judgement) else ""
    return NotPlaced(made.person, made.time, made.verdict, report, why, recorded, made.id)
