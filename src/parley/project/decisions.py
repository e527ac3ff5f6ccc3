"""What people decide about the record: judgements on claims, reports, stories and actors."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import partial
from getpass import getuser
from pathlib import Path
from typing import Literal

from parley.errors import ParleyError
from parley.ledger import Entry, Ledger, NotRecordedError, actor_parts
from parley.ledger.ids import only_id
from parley.model import (
    ActorReference,
    Change,
    Judgement,
    Mention,
    PairJudgement,
    Report,
    Span,
    Tombstone,
    new_judgement,
    new_pair_judgement,
)
from parley.model.judgement import Verdict
from parley.project.decision_files import Applied, apply_decisions, decision_lines, read_decisions
from parley.project.decision_sheets import Sheet, is_sheet, read_sheet
from parley.project.splitting import Split, divided
from parley.resolve import drafts, in_force
from parley.resolve.actors import pairs_in_force
from parley.resolve.values import BadValueError
from parley.store import Store

__all__ = ["CannotUndoError", "Decisions", "Split", "person_name"]


class Decisions:
    """What people decide about the record of a store; each decision is a judgement that another may undo."""

    def __init__(self, store: Store) -> None:
        """`store` must be open for writing when something is decided."""
        self.store = store
        self._ledger = Ledger(store)

    def ledger(self) -> Ledger:
        """Questions asked of the record."""
        return self._ledger

    def accept(self, claim: str, *, person: str | None = None, note: str | None = None) -> Judgement:
        """Note that a person holds a claim, by id or the beginning of one, to be read rightly.

        `person` is otherwise PARLEY_PERSON, or the name of the user. Raises what `Ledger.claim` raises, NoChangeError
        when that person said so last, and StoreError.
        """
        return self._say("accept", claim, person=person, note=note)

    def reject(self, claim: str, *, person: str | None = None, note: str | None = None) -> Judgement:
        """Take a claim that is read wrongly out of every view; parameters and errors as for `accept`."""
        return self._say("reject", claim, person=person, note=note)

    def dispute(self, claim: str, *, note: str, person: str | None = None) -> Judgement:
        """Mark what a claim tells as disputed, and why (`note`); it stays in every view, however it was read.

        Raises ParleyError without a note, NoChangeError when that person disputes it so already, else as `accept`.
        """
        words, entry, who = " ".join(note.split()), self.ledger().claim(claim), person_name(person)
        if not words:
            raise ParleyError("say why it is disputed; a dispute needs a note")
        said = [made for made in entry.judgements if (made.verdict, made.person, made.note) == ("dispute", who, words)]
        if said:
            raise drafts.NoChangeError(f"{who} said so on {said[-1].time[:10]} already ({said[-1].id})")
        return self._judge("dispute", entry=entry, person=who, note=words)

    def note(self, claim: str, words: str, *, person: str | None = None) -> Judgement:
        """Say something of a claim without deciding about it. Raises ParleyError without words, else as `accept`."""
        if not words.strip():
            raise ParleyError("a note needs words")
        return self._judge("note", entry=self.ledger().claim(claim), person=person, note=" ".join(words.split()))

    def correct(
        self,
        claim: str,
        *,
        words: str | Span | None = None,
        nth: int | None = None,
        person: str | None = None,
        note: str | None = None,
        **fields: object,
    ) -> Judgement:
        """Give fields of a claim other values, or its first mention another place (exact `words`, of several the `nth`).

        Fields are those of its body, and certainty, polarity, tense, sources, hedge, silence, said_on and when. Values
        are records or words ("at least 50"; "Ann Reyes for Harbour Union; Port Authority"; "office: Harbour Ministry";
        terms as "pay: 7 per cent more"); empty words are none. Raises BadValueError, WordsNotFoundError,
        NoChangeError, what `Ledger.claim` raises, and StoreError.
        """
        entry = self.ledger().claim(claim)
        near = min(mention.trigger for mention in entry.claim.mentions)
        given = self._linked(drafts.with_terms(fields, entry.report, near=near), entry.report)
        changes = drafts.changes_of_claim(entry.claim, given)
        place = drafts.mention_of(entry.report, words, nth=nth) if words is not None else None
        if not changes and (place is None or place.trigger == near):
            raise drafts.NoChangeError(
                f"{entry.claim.id} says that already; give a field another value, or other words"
            )
        mention = drafts.moved_mention(entry.claim, place) if place else None
        return self._judge("correct", entry=entry, person=person, changes=changes, mention=mention, note=note)

    def add_claim(
        self,
        report: str,
        kind: str,
        *,
        words: str | Span,
        nth: int | None = None,
        person: str | None = None,
        note: str | None = None,
        **fields: object,
    ) -> Judgement:
        """Add a claim of a kind that exact words of a report make; fields as for `correct`.

        Raises what `correct` raises, and what `Ledger.report` does.
        """
        found = self.ledger().report(report).report
        mention = drafts.mention_of(found, words, nth=nth)
        given = self._linked(drafts.with_terms(fields, found, near=mention.statement), found)
        claim = drafts.added_claim(found, kind, mention=mention, fields=given)
        with suppress(NotRecordedError):
            known = self.ledger().claim(claim.id)
            state = "rejected" if known.judged and known.judged.rejected else "recorded"
            raise drafts.NoChangeError(f"that claim is {state} already: {known.claim.id}")
        made = partial(new_judgement, "add", report=found.id, target=claim.id, person=person_name(person))
        return self.store.judge(lambda time: made(time=time, claim=claim, note=note))

    def correct_report(
        self, report: str, *, person: str | None = None, note: str | None = None, **fields: str | None
    ) -> Judgement:
        """Give a report another title, outlet or published (ISO date); it keeps its id, and empty words are none.

        What was reckoned from the old date when the report was read stays. Raises BadValueError, NoChangeError, what
        `Ledger.report` raises, and StoreError.
        """
        found = self.ledger().report(report).report
        changes = drafts.changes_of_report(found, fields)
        if not changes:
            raise drafts.NoChangeError(
                f"{found.id} has that already; give a title, outlet or published it does not have"
            )
        made = partial(new_judgement, "correct_report", report=found.id, target=found.id, person=person_name(person))
        return self.store.judge(lambda time: made(time=time, changes=changes, note=note))

    def put_in_story(
        self, report: str, story: str | None, *, person: str | None = None, note: str | None = None
    ) -> Judgement:
        """Put a report in the story of a name, a new one too, and out of those it was in; None: in one of its own.

        Raises NoChangeError, what `Ledger.report` raises, and StoreError.
        """
        found = self.ledger().report(report).report
        inside = [each for each in self.ledger().stories() if found.id in each.reports]
        name = next((each.name for each in inside if each.id == story), " ".join((story or "").split()) or None)
        if name and [each.name.casefold() for each in inside if each.given] == [name.casefold()]:
            raise drafts.NoChangeError(f"{found.id} is in the story '{name}' already")
        changes = (Change("story", "; ".join(each.name for each in inside), name),)
        made = partial(new_judgement, "put_in_story", report=found.id, target=found.id, person=person_name(person))
        return self.store.judge(lambda time: made(time=time, changes=changes, note=note))

    def decide_actors(
        self,
        verdict: Literal["same", "different", "unsure"],
        one: str,
        other: str,
        *,
        report: str | None = None,
        person: str | None = None,
        note: str | None = None,
    ) -> PairJudgement:
        """Say of two actors, by names that reports give them, that they are the same or different, or that it is unsure.

        It holds for the whole record, or where the first name stands in one `report` for that one alone; before every
        rule, and after reading anew too. Raises ParleyError for a name that is empty or twice the same, NoChangeError
        when that is what was said last, what `Ledger.report` raises, and StoreError.
        """
        names = [" ".join(name.split()) for name in (one, other)]
        if not all(names) or names[0].casefold() == names[1].casefold():
            raise ParleyError("give two different names of actors, as `parley actors` prints them")
        where = self.ledger().report(report).report.id if report is not None else None
        pair = (ActorReference(names[0], where), ActorReference(names[1]))
        said = [made for made in pairs_in_force(self.store.pair_judgements()) if {made.one, made.other} == set(pair)]
        if said and said[-1].verdict == verdict:
            raise drafts.NoChangeError(f"{said[-1].person} said so on {said[-1].time[:10]} already ({said[-1].id})")
        made = partial(new_pair_judgement, verdict, pair, person=person_name(person), note=note)
        return self.store.judge_pair(lambda time: made(time=time))

    def split_actor(
        self, story: str, actor: str, apart: Sequence[str], *, person: str | None = None, note: str | None = None
    ) -> Split:
        """Say that an actor of a story is two, one of which goes by the names `apart` and the other by the rest.

        The judgements say which names are the same and which are different, in that story alone; they are
        undone like any others. Raises ParleyError when the names are not some of the actor's, or when reports tell both
        of one that cannot be told apart by name; what `Ledger.accounts` and `actor_parts` raise, and StoreError.
        """
        (account,) = self.ledger().accounts(story=story)
        own = actor_parts(account, actor).actor
        moved, kept = divided(own, apart)
        say = partial(self._say_pair, story=account.story.name, person=person_name(person), note=note)
        alike = [say("same", side[0], name) for side in (moved, kept) for name in side[1:]]
        made = (*alike, say("different", moved[0], kept[0]))
        (after,) = self.ledger().accounts(story=account.story.id)
        if any({moved[0], kept[0]} <= {alias.name for alias in each.aliases} for each in after.account.actors):
            self.undo_all([each.id for each in made], person=person)
            raise ParleyError(
                f"the reports give '{moved[0]}' and '{kept[0]}' to one actor in so many words; correct the claims instead"
            )
        return Split(account.story.id, tuple(moved), tuple(kept), made)

    def _say_pair(
        self, verdict: Literal["same", "different"], one: str, other: str, *, story: str, person: str, note: str | None
    ) -> PairJudgement:
        pair = (ActorReference(one), ActorReference(other))
        made = partial(new_pair_judgement, verdict, pair, person=person, story=story, note=note)
        return self.store.judge_pair(lambda time: made(time=time))

    def undo_actors(self, judgement: str, *, person: str | None = None, note: str | None = None) -> PairJudgement:
        """Undo a judgement on two actors, by id or the beginning of one. Raises NotRecordedError, AmbiguousError, StoreError."""
        log = {made.id: made for made in self.store.pair_judgements()}
        target = only_id("judgement", judgement, log)
        made = partial(new_pair_judgement, "undo", target=target, person=person_name(person), note=note)
        return self.store.judge_pair(lambda time: made(time=time))

    def undo(self, judgement: str, *, person: str | None = None, note: str | None = None) -> Judgement:
        """Undo a judgement of any age, by id or the beginning of one; undoing an undoing brings back what it undid.

        Raises NotRecordedError, AmbiguousError, CannotUndoError and StoreError.
        """
        found = self.ledger().judgement(judgement)
        self._require_standing(found)
        made = partial(new_judgement, "undo", report=found.report, target=found.id, person=person_name(person))
        return self.store.judge(lambda time: made(time=time, note=note))

    def undo_last(self, *, person: str | None = None) -> Judgement | PairJudgement | None:
        """Undo the newest decision of a person that still holds, of any kind and age, and give back what was undone.

        None when there is none left. Raises StoreError.
        """
        who = person_name(person)
        erased = {stone.report for stone in self.store.tombstones()}
        claims = [made for made in in_force(self.store.judgements()) if made.report not in erased]
        pairs = [made for made in in_force(self.store.pair_judgements()) if made.one]
        found: list[Judgement | PairJudgement] = [*claims, *pairs]
        own = [made for made in found if made.person == who and made.verdict != "undo"]
        if not own:
            return None
        newest = max(own, key=lambda made: (made.time, made.id))
        self.undo_all([newest.id], person=who)
        return newest

    def undo_all(self, names: Sequence[str], *, person: str | None = None) -> tuple[Judgement | PairJudgement, ...]:
        """Undo judgements of any kind and age, each by id or the beginning of one, and give back the undoings.

        Raises as `undo`; when one of them cannot be undone none is.
        """
        pairs = {made.id for made in self.store.pair_judgements()}
        log = {made.id: made for made in self.store.judgements()}
        targets = [only_id("judgement", name, [*pairs, *log]) for name in names]
        for target in targets:
            if target in log:
                self._require_standing(log[target])
        who = person_name(person)
        once = dict.fromkeys(targets)
        return tuple(
            self.undo_actors(target, person=who) if target in pairs else self.undo(target, person=who)
            for target in once
        )

    def export_decisions(self, *, person: str | None = None, since: str | None = None) -> bytes:
        """A file of the decisions of this record, or of one person, or made from an ISO day on, for another record."""
        return b"".join(decision_lines(self.store, person=person, since=since))

    def apply_decisions(self, *files: str | Path, person: str | None = None, dry_run: bool = False) -> Applied:
        """Take in the decisions of files that hold what `export_decisions` gives, and of sheets of claims that were
        filled in (.csv); what is there already stays as it is.

        `person` decides in rows of a sheet that name nobody, as for `accept`. With `dry_run` only say what would come of
        it. Raises BadDecisionFileError, BadSheetError, OSError and StoreError.
        """
        names = [str(file) for file in files if not is_sheet(file)]
        lines = [line for name in names for line in read_decisions(Path(name).read_bytes(), name)]
        sheets = [(str(file), read_sheet(Path(file).read_bytes(), str(file))) for file in files if is_sheet(file)]
        found = apply_decisions(self.store, lines, dry_run=dry_run)
        for name, rows in sheets:
            sheet = Sheet(name, rows, person=person_name(person))
            sheet.apply(self.store, self.ledger(), deciding=None if dry_run else self)
            counts = found.taken + sheet.taken, found.known + sheet.known
            found = Applied(*counts, found.not_placed, (*found.left, *sheet.left))
        return found

    def erase(self, report: str, *, reason: str, person: str | None = None) -> Tombstone:
        """Erase a report, its claims and all that quotes it, for good, leaving a tombstone. It cannot be undone.

        Sources and copies of the database are not touched. A report that is erased already is swept out again. Raises
        ParleyError without a reason, what `Ledger.report` raises, and StoreError.
        """
        if not reason.strip():
            raise ParleyError("say why the report is erased; the reason stays on its tombstone")
        left = [
            stone.report
            for stone in self.store.tombstones()
            if report in (stone.report, stone.report[len("report-") :])
        ]
        report_id = left[0] if left else self.ledger().report(report).report.id
        left_behind = self.store.erase(report_id, person=person_name(person), reason=reason.strip())
        self._ledger.forget_derived()
        return left_behind

    def _require_standing(self, made: Judgement) -> None:
        """Raise CannotUndoError for a judgement that does not hold any more."""
        if made.report in {stone.report for stone in self.store.tombstones()}:
            raise CannotUndoError(made.id, "erased")
        if made.id not in {each.id for each in in_force(self.store.judgements(made.report))}:
            raise CannotUndoError(made.id, "undone")

    def _say(
        self, verdict: Literal["accept", "reject"], claim: str, *, person: str | None, note: str | None
    ) -> Judgement:
        entry, who = self.ledger().claim(claim), person_name(person)
        said = [made for made in entry.judgements if made.verdict in ("accept", "reject")]
        if said and (said[-1].verdict, said[-1].person) == (verdict, who):
            raise drafts.NoChangeError(f"{who} said so on {said[-1].time[:10]} already ({said[-1].id})")
        return self._judge(verdict, entry=entry, person=who, note=note)

    def _judge(
        self,
        verdict: Verdict,
        *,
        entry: Entry,
        person: str | None,
        note: str | None,
        changes: tuple[Change, ...] = (),
        mention: Mention | None = None,
    ) -> Judgement:
        """Add a judgement on a claim; it hangs on the claim as it was before any correction."""
        base = entry.judged.base if entry.judged else entry.claim
        made = partial(new_judgement, verdict, report=base.report, target=base.id, person=person_name(person))
        return self.store.judge(lambda time: made(time=time, claim=base, changes=changes, mention=mention, note=note))

    def _linked(self, fields: Mapping[str, object], report: Report) -> dict[str, object]:
        """The fields with the whole id of the claim, of the same report, that one answers or is a part of."""
        linked = dict(fields)
        for name in ("answers", "part_of"):
            if isinstance(given := fields.get(name), str) and given:
                entry = self.ledger().claim(given)
                if entry.report.id != report.id:
                    raise BadValueError(
                        f"'{name}' must be a claim of the same report; {entry.claim.id} stands in another"
                    )
                linked[name] = (entry.judged.base if entry.judged else entry.claim).id
        return linked


class CannotUndoError(ParleyError):
    """The judgement does not hold any more."""

    def __init__(self, judgement: str, state: str) -> None:
        """`state` is undone or erased."""
        why = "is undone already; undo what undid it to bring it back (see `parley decide log`)"
        erased = "is about a report that was erased, which cannot be undone"
        super().__init__(f"{judgement} {erased if state == 'erased' else why}")


def person_name(given: str | None = None) -> str:
    """Who decides: `given`, else PARLEY_PERSON, else the user's name. Raises ParleyError when there is none."""
    try:
        name = given or os.environ.get("PARLEY_PERSON") or getuser()
    except (KeyError, OSError):
        name = ""
    if not name.strip():
        raise ParleyError("it is not known who decides; give a name with --person, or set PARLEY_PERSON")
    return " ".join(name.split())
