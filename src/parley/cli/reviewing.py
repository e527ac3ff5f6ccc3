"""The review of claims, and of sentences that were not read, key by key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from parley.cli.field_lines import line_values
from parley.cli.keys import Face, KeyLoop
from parley.errors import ParleyError
from parley.model import Span
from parley.pages.review import REVIEW_KEYS, UnreadRow, review_item
from parley.render.review import keys_text, report_around, review_item_text, unread_row_text

if TYPE_CHECKING:
    from parley.ledger import Entry
    from parley.model import Judgement, PairJudgement
    from parley.pages.review_order import Queued
    from parley.project import Project

__all__ = ["ClaimReview", "UnreadReview"]

_CLAIM_KEYS = (
    "a accept  x reject  e edit  m missed  space later  b back  u undo\nd dispute  n note  o open  ? keys  q quit"
)
_UNREAD_KEYS = "m missed: add a claim  space later  b back  u undo  o open  ? keys  q quit"
_KINDS = ("move", "figure", "event", "phase", "quote")
_DONE = {
    "accept": "Accepted",
    "reject": "Rejected",
    "dispute": "Disputed",
    "correct": "Corrected",
    "note": "Noted",
    "add": "Added",
}

Steps = dict[str, Callable[[], object]]


class _Review:
    """What both reviews do: step on and back, add a missed claim, undo, list the keys."""

    def __init__(self, project: Project, face: Face, *, person: str, keys: str) -> None:
        self.project, self.face, self.person = project, face, person
        self.at = 0
        self._help = keys
        self.loop = KeyLoop(face, self.steps(), hint=keys)

    def run(self) -> None:
        """Until the person quits or no key comes any more."""
        self.loop.say(self._help)
        self.loop.run(self.show)

    def steps(self) -> Steps:
        """What each key does."""
        return {" ": self._later, "b": self._back, "u": self.undo, "?": self._keys, "q": self.loop_stop}

    def show(self) -> None:
        """Show what is in hand, or that nothing is left."""
        raise NotImplementedError

    def loop_stop(self) -> None:
        """End; what is in hand stays undecided."""
        self.loop.stop()

    def undo(self) -> Judgement | PairJudgement | None:
        """Undo the newest decision of the person that still holds."""
        made = self.project.undo_last(person=self.person)
        undone = f"Undone: {_DONE.get(made.verdict, made.verdict)} on {made.time[:10]}." if made else ""
        self.loop.say(undone or f"There is nothing of {self.person} left to undo.")
        return made

    def add(self, report: str, words: str) -> bool:
        """Add a claim to a report, of lines that are asked for; it stands in `words` when none are given."""
        kind = self.face.line(f"kind ({', '.join(_KINDS)})").strip()
        if kind not in _KINDS:
            raise ParleyError(f"'{kind}' is no kind of claim" if kind else "no kind of claim was given")
        said = self.face.line("its words, as they stand in the report").strip() or words
        values, _, nth = line_values(self.face.line('its fields, as act=offer by="Harbour Union"'))
        if not said:
            raise ParleyError("a claim stands in words of its report; none were given")
        fields: dict[str, Any] = values
        made = self.project.add_claim(report, kind, words=said, nth=nth, person=self.person, **fields)
        self.told(made)
        return False

    def told(self, made: Judgement) -> None:
        """Say that a decision is recorded."""
        self.loop.say(f"{_DONE[made.verdict]}. u undoes it.")

    def _later(self) -> None:
        self.at += 1

    def _back(self) -> None:
        self.at = max(0, self.at - 1)

    def _keys(self) -> bool:
        self.face.show(keys_text(key for key in REVIEW_KEYS if key.key in self.steps()))
        return False


class ClaimReview(_Review):
    """The review of a queue of claims by one person."""

    def __init__(
        self, project: Project, queue: Sequence[Queued], face: Face, *, person: str, apart: bool = False
    ) -> None:
        """`apart` shows claims as they were read and hides what others decided."""
        super().__init__(project, face, person=person, keys=_CLAIM_KEYS)
        self._queue, self._apart = queue, apart
        self._decided: set[str] = set()

    def run(self) -> None:
        """As a review runs; notes where the person left off."""
        try:
            super().run()
        finally:
            there = self._queue[min(self.at, len(self._queue) - 1)].entry if self._queue else None
            if there is not None:
                self.project.ledger().derived.keep_review_place(self.person, _base(there))

    def steps(self) -> Steps:
        """What each key does."""
        own: Steps = {"a": self._accept, "x": self._reject, "e": self._edit, "m": self._missed}
        return {**own, "d": self._dispute, "n": self._note, "o": self._open, **super().steps()}

    def show(self) -> None:
        """Show the claim in hand."""
        total, left = len(self._queue), len(self._queue) - len(self._decided)
        if self.at >= total:
            self.loop.say(f"That was the last; {left} of {total} are undecided. b goes back, q quits.")
            return
        item = review_item(self._queue[self.at], self._entry(), person=self.person)
        self.face.show(review_item_text(item, place=self.at + 1, total=total, left=left))

    def undo(self) -> Judgement | PairJudgement | None:
        """Undo the last decision, and take its claim in hand again."""
        made = super().undo()
        for number, queued in enumerate(self._queue):
            if made and made.target == _base(queued.entry):
                self.at = number
                self._decided.discard(made.target)
        return made

    def _accept(self) -> None:
        self._on(self.project.accept(self._claim(), person=self.person))

    def _reject(self) -> None:
        self._on(self.project.reject(self._claim(), person=self.person))

    def _edit(self) -> bool | None:
        claim = self._claim()
        values, words, nth = line_values(self.face.line('what changes, as quantity="at least 50" by="Harbour Union"'))
        if not values and words is None:
            return False
        fields: dict[str, Any] = values
        self._on(self.project.correct(claim, words=words, nth=nth, person=self.person, **fields))
        return None

    def _missed(self) -> bool:
        return self.add(self._in_hand().entry.report.id, "")

    def _dispute(self) -> bool:
        claim = self._claim()
        self.told(self.project.dispute(claim, note=self.face.line("why it is disputed"), person=self.person))
        return False

    def _note(self) -> bool:
        claim = self._claim()
        self.told(self.project.note(claim, self.face.line("note"), person=self.person))
        return False

    def _open(self) -> bool:
        self._in_hand()
        entry = self._entry()
        self.face.leaf(report_around(entry.report, min(mention.trigger for mention in entry.claim.mentions)))
        return False

    def _on(self, made: Judgement) -> None:
        """Say what was decided, and go on."""
        self.told(made)
        self._decided.add(made.target)
        self.at += 1

    def _in_hand(self) -> Queued:
        if self.at >= len(self._queue):
            raise ParleyError("no claim is in hand; b goes back to the last")
        return self._queue[self.at]

    def _claim(self) -> str:
        return _base(self._in_hand().entry)

    def _entry(self) -> Entry:
        ledger = self.project.ledger()
        return ledger.claim_as_read(self._claim(), person=self.person) if self._apart else ledger.claim(self._claim())


class UnreadReview(_Review):
    """The sentences that were not read, one by one, to add what was missed."""

    def __init__(self, project: Project, rows: Sequence[UnreadRow], face: Face, *, person: str) -> None:
        """`rows` in the order they are shown."""
        super().__init__(project, face, person=person, keys=_UNREAD_KEYS)
        self._rows = rows

    def steps(self) -> Steps:
        """What each key does; a sentence has nothing to accept or reject."""
        return {"m": self._missed, "o": self._open, **super().steps()}

    def show(self) -> None:
        """Show the sentence in hand."""
        if self.at >= len(self._rows):
            self.loop.say("That was the last. b goes back, q quits.")
            return
        self.face.show(unread_row_text(self._rows[self.at], place=self.at + 1, total=len(self._rows)))

    def _missed(self) -> bool:
        row = self._in_hand()
        return self.add(row.report, row.words)

    def _open(self) -> bool:
        row = self._in_hand()
        self.face.leaf(report_around(self.project.ledger().report(row.report).report, Span(row.start, row.end)))
        return False

    def _in_hand(self) -> UnreadRow:
        if self.at >= len(self._rows):
            raise ParleyError("no sentence is in hand; b goes back to the last")
        return self._rows[self.at]


def _base(entry: Entry) -> str:
    """The id that a decision about the claim hangs on."""
    return (entry.judged.base if entry.judged else entry.claim).id
