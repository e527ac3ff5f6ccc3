"""Decisions that were filled into a sheet of claims: read row by row, and each row that cannot be taken in is named."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Protocol

import msgspec

from parley.errors import ParleyError
from parley.ledger import AmbiguousError, Entry, Ledger, NotRecordedError
from parley.model import Judgement
from parley.resolve import drafts
from parley.store import Store

__all__ = ["REVIEW_COLUMNS", "BadSheetError", "RowLeft", "Sheet", "SheetRow", "is_sheet", "read_sheet"]

REVIEW_COLUMNS = {
    "verdict": "to be filled in: accept, reject, dispute, correct or note; empty: nothing is decided",
    "corrected field": "to be filled in with correct: which field, as in `parley decide correct --set`",
    "corrected value": "to be filled in with correct: its value; empty: none",
    "note": "to be filled in: anything to say of it",
    "coder": "to be filled in: who decides; empty: whoever applies the sheet",
}
"""The columns that a person fills in, and what they take."""

_VERDICTS = ("accept", "reject", "dispute", "correct", "note")
_SHEETS = (".csv", ".tsv", ".xlsx", ".xls", ".ods")
_ENCODINGS = ("utf-8-sig", "cp1252")  # as spreadsheets save text
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


class BadSheetError(ParleyError):
    """A file that is no sheet of claims with columns to fill in."""


class SheetRow(msgspec.Struct, frozen=True):
    """A row by its number as a spreadsheet counts (the heading is 1), and what stands in its columns."""

    number: int
    cells: dict[str, str]

    def cell(self, column: str) -> str:
        """What stands in a column, without white space around it."""
        return " ".join(self.cells.get(column, "").split())

    @property
    def is_filled_in(self) -> bool:
        """Whether anything was decided in it."""
        return any(self.cell(column) for column in REVIEW_COLUMNS if column != "coder")


class RowLeft(msgspec.Struct, frozen=True):
    """A row of a sheet (`file`) that could not be taken in, and why, with what to do about it."""

    file: str
    row: int
    claim: str
    why: str


class Deciding(Protocol):
    """What decides on claims (see `Decisions`)."""

    def accept(self, claim: str, *, person: str | None = None, note: str | None = None) -> Judgement: ...
    def reject(self, claim: str, *, person: str | None = None, note: str | None = None) -> Judgement: ...
    def dispute(self, claim: str, *, note: str, person: str | None = None) -> Judgement: ...
    def note(self, claim: str, words: str, *, person: str | None = None) -> Judgement: ...
    def correct(
        self, claim: str, *, person: str | None = None, note: str | None = None, **fields: Any
    ) -> Judgement: ...


class _Decision(msgspec.Struct, frozen=True):
    """What one person decided about one claim in one row or, of several fields, in several."""

    rows: tuple[int, ...]
    entry: Entry
    verdict: str
    person: str
    note: str
    fields: dict[str, str]


class _LeftError(Exception):
    """Why a row cannot be taken in."""


def is_sheet(file: str | Path) -> bool:
    """Whether a file is a sheet by its name."""
    return Path(file).suffix.casefold() in _SHEETS


def read_sheet(data: bytes, name: str) -> tuple[SheetRow, ...]:
    """The rows of a sheet of claims that were filled in; `name` is the file's, for errors.

    CSV with commas, semicolons or tabs, in the encodings in which spreadsheets save it. Raises BadSheetError.
    """
    text = _text(data, name)
    heading = text.partition("\n")[0]
    delimiter = max(",;\t", key=heading.count)
    try:
        first, *others = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    except (csv.Error, ValueError) as error:
        raise BadSheetError(
            f"'{name}' is no table ({error}); save it from the spreadsheet as CSV UTF-8 again"
        ) from error
    columns = [cell.strip().casefold() for cell in first]
    missing = [column for column in ("id", "verdict") if column not in columns]
    if missing:
        raise BadSheetError(
            f"'{name}' has no column '{missing[0]}'; make a sheet with `parley export claims.csv --review`, and keep its heading"
        )
    rows = (SheetRow(at, dict(zip(columns, cells, strict=False))) for at, cells in enumerate(others, 2))
    return tuple(row for row in rows if row.is_filled_in)


def _text(data: bytes, name: str) -> str:
    if data[:2] == b"PK" or data[:4] == b"\xd0\xcf\x11\xe0":
        raise BadSheetError(
            f"'{name}' is a workbook, which Parley does not read; save the sheet as CSV UTF-8 and apply that"
        )
    for encoding in ("utf-16",) if data[:2] in _UTF_16 else _ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise BadSheetError(f"'{name}' is no text; save the sheet as CSV UTF-8 again")


class Sheet:
    """A sheet whose decisions are taken into a record; those that its persons made already stay once."""

    def __init__(self, name: str, rows: Iterable[SheetRow], *, person: str) -> None:
        """`person` decides where a row names nobody."""
        self._name, self._rows, self._person = name, tuple(rows), person
        self.taken = self.known = 0
        self.left: list[RowLeft] = []

    def apply(self, store: Store, ledger: Ledger, *, deciding: Deciding | None) -> None:
        """Take in what can be taken in; with nobody `deciding` only find out what that is. Raises StoreError."""
        for decision in list(self._decisions(ledger)):
            try:
                new = _new(decision, store)
                if new and deciding is not None:
                    _take(decision, deciding, new)
            except drafts.NoChangeError:
                self.known += 1
            except ParleyError as error:
                self._leave(decision.rows[0], decision.entry.claim.id, str(error))
            else:
                self.taken, self.known = self.taken + bool(new), self.known + (not new)

    def _decisions(self, ledger: Ledger) -> Iterator[_Decision]:
        """The decisions of the rows, in their order; corrections of one claim by one person are one."""
        made: dict[tuple[str, str, bool], _Decision] = {}
        for row in self._rows:
            try:
                decision = _decision(row, ledger, self._person)
                disputes = decision.verdict == "dispute"  # which says nothing of how the claim was read
                key = decision.entry.claim.id, decision.person, disputes
                made[key] = _joined(made[key], decision) if key in made else decision
            except _LeftError as left:
                self._leave(row.number, row.cell("id"), str(left))
        yield from made.values()

    def _leave(self, row: int, claim: str, why: str) -> None:
        self.left.append(RowLeft(self._name, row, claim, why))


def _decision(row: SheetRow, ledger: Ledger, person: str) -> _Decision:
    field, value, note = (row.cell(column) for column in ("corrected field", "corrected value", "note"))
    verdict = row.cell("verdict").casefold() or ("correct" if field or value else "note")
    if verdict not in _VERDICTS:
        raise _LeftError(f"'{row.cell('verdict')}' is no verdict; write {', '.join(_VERDICTS[:-1])} or {_VERDICTS[-1]}")
    if verdict == "correct" and not field:
        raise _LeftError("it says correct and no field; write one under 'corrected field', such as by, act or quantity")
    if verdict != "correct" and (field or value):
        raise _LeftError(f"it has a corrected value and says {verdict}; write correct, or empty the value")
    if verdict in ("dispute", "note") and not note:
        raise _LeftError(f"it says {verdict} and has no note; write one under 'note'")
    fields = {field.replace(" ", "_").replace("-", "_"): value} if field else {}
    return _Decision((row.number,), _entry(row, ledger), verdict, row.cell("coder") or person, note, fields)


def _joined(one: _Decision, other: _Decision) -> _Decision:
    """Two corrections of one claim as one."""
    if {one.verdict, other.verdict} != {"correct"} or one.fields.keys() & other.fields.keys():
        raise _LeftError(f"row {one.rows[0]} decides about this claim already; leave one of them")
    note = "; ".join(dict.fromkeys(filter(None, (one.note, other.note))))
    return msgspec.structs.replace(one, rows=one.rows + other.rows, note=note, fields={**one.fields, **other.fields})


def _entry(row: SheetRow, ledger: Ledger) -> Entry:
    """The claim of a row: by its id, or of a record read anew the one of its kind on the same words."""
    claim = row.cell("id")
    try:
        return ledger.claim(claim)
    except (NotRecordedError, AmbiguousError):
        alike = _on_the_same_words(row, ledger)
    if len(alike) != 1:
        raise _LeftError("no claim of this record answers to its id; export the sheet anew, and fill it in there")
    return alike[0]


def _on_the_same_words(row: SheetRow, ledger: Ledger) -> list[Entry]:
    try:
        entries = ledger.view(report=row.cell("report")).entries
    except (NotRecordedError, AmbiguousError):
        return []
    place = row.cell("kind"), row.cell("start"), row.cell("end")
    return [each for each in entries if _place(each) == place]


def _place(entry: Entry) -> tuple[str, str, str]:
    trigger = entry.claim.mentions[0].trigger
    return entry.claim.kind, str(trigger.start), str(trigger.end)


def _new(decision: _Decision, store: Store) -> frozenset[str]:
    """What of a decision its person did not decide yet: the verdict, the note. Raises ParleyError for a bad value."""
    entry = decision.entry
    own = [
        made
        for made in store.judgements(entry.report.id)
        if made.person == decision.person and made.target in entry.ids
    ]
    if decision.verdict == "dispute":
        known = ("dispute", decision.note) in {(made.verdict, made.note) for made in own}
        return frozenset() if known else frozenset({"verdict"})
    new = set()
    verdicts = [made for made in own if made.verdict in ("accept", "reject", "correct")]
    if decision.verdict == "correct":
        wanted = _wanted(decision)
        if wanted and not any(made.verdict == "correct" and _changed(made) == wanted for made in verdicts[-1:]):
            new.add("verdict")
    elif decision.verdict != "note" and [made.verdict for made in verdicts[-1:]] != [decision.verdict]:
        new.add("verdict")
    if decision.note and decision.note not in {made.note for made in own}:
        new.add("note")
    return frozenset(new)


def _wanted(decision: _Decision) -> dict[str, Any]:
    """The fields that a correction changes of the claim as it was read, with their values. Raises BadValueError."""
    entry = decision.entry
    near = min(mention.trigger for mention in entry.claim.mentions)
    fields: Mapping[str, object] = drafts.with_terms(decision.fields, entry.report, near=near)
    base = entry.judged.base if entry.judged else entry.claim
    return {change.field: change.new for change in drafts.changes_of_claim(base, fields)}


def _changed(made: Judgement) -> dict[str, Any]:
    return {change.field: change.new for change in made.changes}


def _take(decision: _Decision, deciding: Deciding, new: frozenset[str]) -> None:
    claim, person, note = decision.entry.claim.id, decision.person, decision.note or None
    if "verdict" not in new or decision.verdict == "note":
        deciding.note(claim, decision.note, person=person)
    elif decision.verdict == "correct":
        deciding.correct(claim, person=person, note=note, **decision.fields)
    elif decision.verdict == "dispute":
        deciding.dispute(claim, person=person, note=decision.note)
    elif decision.verdict == "accept":
        deciding.accept(claim, person=person, note=note)
    else:
        deciding.reject(claim, person=person, note=note)
