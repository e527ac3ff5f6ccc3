"""Lists on a terminal: a table for each kind of row."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from parley.pages import (
    ActorRow,
    AnyRow,
    CopyGroupRow,
    CopyRow,
    DisagreementRow,
    EventRow,
    FigureRow,
    ListPage,
    MoveRow,
    PhaseRow,
    QuoteRow,
    ReportRow,
    TimelineRow,
)
from parley.pages.words import about_words, day_words, plain
from parley.render.text import clean, dim, short_id

__all__ = ["list_text", "table_cells"]

_MOST_PARTIES = 3  # of a story; one that nobody named is called by them

_Column = tuple[str, Callable[[Any], str], int]
"""Heading, what stands in it, and its share of the width; a share of 0 takes what its words need, on one line."""


def list_text(page: ListPage[Any]) -> RenderableType:
    """A list as a table; says so when there is nothing, or more than is shown."""
    if not page.rows:
        return Text(f"No {page.kind} in the record answer to this.")
    table = Table(box=SIMPLE_HEAD, expand=True, pad_edge=False, padding=(0, 1, 0, 0))
    columns = _COLUMNS[page.kind]
    for title, _, share in columns:
        table.add_column(title, ratio=share or None, no_wrap=not share, overflow="fold")
    widest = max(share for *_, share in columns)
    for row in page.rows:
        table.add_row(*(Text(clean(words(row) + _decided(row, share, widest))) for _, words, share in columns))
    left = page.total - len(page.rows)
    return Group(table, dim(f"{len(page.rows)} of {page.total} {page.kind}; more with --limit")) if left else table


def table_cells(page: ListPage[Any]) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """The headings of a list, and its rows in words."""
    columns = _COLUMNS[page.kind]
    widest = max(share for _, _, share in columns)
    rows = [tuple(words(row) + _decided(row, share, widest) for _, words, share in columns) for row in page.rows]
    return tuple(title for title, _, _ in columns), rows


def _decided(row: Any, share: int, widest: int) -> str:
    """Who judged the claim, behind its words."""
    decided = getattr(row, "decided", "") if share == widest else ""
    return f" [{decided}]" if decided else ""


def _what(row: MoveRow) -> str:
    """The act with its mode, addressee, terms and standing in words."""
    act = row.act.replace("_", " ") + (f" ({row.mode.replace('_', ' ')})" if row.mode else "")
    to = f" → {row.to}" if row.to else ""
    said = row.terms or about_words(row.about) or f"“{row.quote}”"
    return f"{act}{to}: {said}" + (f" [{row.factuality}]" if row.factuality else "")


def _counted(row: FigureRow) -> str:
    group = plain(row.group or "")
    words = row.amount if group.casefold() in row.amount.casefold() else f"{row.amount} {group}"
    return words + (f", {row.place}" if row.place else "") + (f" [{row.factuality}]" if row.factuality else "")


def _words(row: QuoteRow) -> str:
    return f"“{row.words}”" if row.directness == "direct" else row.words


def _claim(row: AnyRow) -> str:
    return row.words + (f" [{row.factuality}]" if row.factuality else "")


def _when(row: EventRow) -> str:
    """When, else what the day of publication says of it."""
    if row.when or row.published is None:
        return row.when or "undated"
    return ("after " if "planned" in row.factuality else "by ") + day_words(row.published)


def _actor(row: ActorRow) -> str:
    members = f": {', '.join(row.members)}" if row.members else ""
    return row.name + (f" (for {row.acts_for})" if row.acts_for else "") + members


def _deed(row: EventRow) -> str:
    kind = row.type.lower() + (f" ({row.mode.replace('_', ' ')})" if row.mode else "")
    place = f", {row.place}" if row.place and row.place.casefold() not in row.what.casefold() else ""
    to = f" → {row.to}" if row.to else ""
    return f"{kind}{to}: {row.what}{place}" + (f" [{row.factuality}]" if row.factuality else "")


def _phase(row: PhaseRow) -> str:
    of = f" of {row.of}" if row.of else ""
    return row.agreement + (f", phase {row.number}{of}" if row.number else "")


def _standing(row: PhaseRow) -> str:
    days = (f" from {row.starts}" if row.starts else "") + (f" until {row.ends}" if row.ends else "")
    terms = f": {row.terms}" if row.terms else ""
    return row.status.replace("_", " ") + days + terms + (f" [{row.factuality}]" if row.factuality else "")


def _day(row: TimelineRow) -> str:
    return day_words(row.day) + (f" to {day_words(row.until)}" if row.until else "")


def _difference(row: DisagreementRow) -> str:
    field = f" in {row.field.replace('_', ' ')}" if row.field not in ("", "polarity") else ""
    return f"{row.kind}{field}: {row.why}"


def _other(row: DisagreementRow) -> str:
    told = f"{row.other} ({row.other_chain}, {day_words(row.other_published)})"
    return told + _disputed(row.other_disputed)


def _disputed(words: str) -> str:
    return f" [{words}]" if words else ""


def _changes(row: CopyGroupRow | CopyRow) -> str:
    return f"{row.changes}: {row.changed}" if row.changes else ""


def _report(row: ReportRow) -> str:
    return row.title or row.source


_COLUMNS: dict[str, tuple[_Column, ...]] = {
    "claims to review": (
        ("place", lambda row: str(row.place), 0),
        ("why here", lambda row: row.reason.replace("_", " "), 2),
        ("claim", _claim, 6),
        ("on the word of", lambda row: row.chain, 3),
        ("id", lambda row: short_id(row.id), 0),
    ),
    "sentences not read": (
        ("published", lambda row: day_words(row.published), 0),
        ("outlet", lambda row: row.outlet or "unknown", 2),
        ("sentence", lambda row: row.words, 6),
        ("report", lambda row: short_id(row.report), 0),
    ),
    "disagreements of coders": (
        ("field", lambda row: row.field, 2),
        ("one", lambda row: row.one, 3),
        ("other", lambda row: row.other, 3),
        ("as it was read", lambda row: row.words, 4),
        ("id", lambda row: short_id(row.id), 0),
    ),
    "claims": (
        ("published", lambda row: day_words(row.published), 0),
        ("kind", lambda row: row.kind, 0),
        ("claim", _claim, 6),
        ("on whose word", lambda row: row.chain, 3),
        ("id", lambda row: short_id(row.id), 0),
    ),
    "moves": (
        ("published", lambda row: day_words(row.published), 0),
        ("by", lambda row: row.by or "not named", 3),
        ("move", _what, 6),
        ("on whose word", lambda row: row.chain, 3),
        ("id", lambda row: short_id(row.id), 0),
    ),
    "figures": (
        ("as of", lambda row: row.as_of or day_words(row.published), 0),
        ("measure", lambda row: row.measure, 0),
        ("figure", _counted, 5),
        ("on whose word", lambda row: row.chain, 4),
        ("id", lambda row: short_id(row.id), 0),
    ),
    "events": (
        ("when", _when, 0),
        ("by", lambda row: row.by or "not named", 3),
        ("event", _deed, 6),
        ("on whose word", lambda row: row.chain, 3),
        ("id", lambda row: short_id(row.id), 0),
    ),
    "phases": (
        ("published", lambda row: day_words(row.published), 0),
        ("agreement", _phase, 3),
        ("where it stands", _standing, 6),
        ("on whose word", lambda row: row.chain, 3),
        ("id", lambda row: short_id(row.id), 0),
    ),
    "actors": (
        ("name", _actor, 5),
        ("kind", lambda row: (row.kind or "").replace("_", " "), 2),
        ("made", lambda row: str(row.maker), 0),
        ("to it", lambda row: str(row.addressee), 0),
        ("carried", lambda row: str(row.carrier), 0),
        ("said", lambda row: str(row.source), 0),
        ("reports", lambda row: str(row.reports), 0),
        ("moves by act", lambda row: row.acts, 4),
    ),
    "quotes": (
        ("published", lambda row: day_words(row.published), 0),
        ("speaker", lambda row: row.speaker or "not named", 2),
        ("how", lambda row: row.directness, 0),
        ("words", _words, 5),
        ("on whose word", lambda row: row.chain, 3),
        ("id", lambda row: short_id(row.id), 0),
    ),
    "timeline": (
        ("day", _day, 0),
        ("known as", lambda row: row.basis.replace("_", " "), 0),
        ("party", lambda row: row.party or "not named", 3),
        ("what", lambda row: ("planned: " if row.planned else "") + row.what, 6),
        ("on whose word", lambda row: row.chain, 3),
        ("id", lambda row: short_id(row.id), 0),
    ),
    "stories": (
        ("story", lambda row: row.name + ("" if row.kind == "talks" else f" ({row.kind})"), 4),
        ("reports", lambda row: str(row.reports), 0),
        ("copies", lambda row: str(row.copies), 0),
        ("last", lambda row: day_words(row.last), 0),
        ("parties", lambda row: ", ".join(row.parties.split(", ")[:_MOST_PARTIES]) if row.given else "", 4),
        ("id", lambda row: short_id(row.id), 0),
    ),
    "reports of the story": (
        ("published", lambda row: day_words(row.published), 0),
        ("outlet", lambda row: row.outlet or "unknown", 2),
        ("title", lambda row: row.title or "", 4),
        ("shares", lambda row: row.shared or "nothing; it was put here", 4),
        ("with", lambda row: short_id(row.beside), 0),
        ("id", lambda row: short_id(row.report), 0),
    ),
    "groups of copies": (
        ("kinds", lambda row: row.kinds, 2),
        ("reports", lambda row: " ".join(map(short_id, row.reports.split())), 3),
        ("first", lambda row: short_id(row.first) or "not known", 0),
        ("outlets", lambda row: row.outlets, 2),
        ("agency", lambda row: row.agency, 1),
        ("changed facts", _changes, 4),
    ),
    "copies": (
        ("kind", lambda row: row.kind, 0),
        ("published", lambda row: day_words(row.published), 0),
        ("outlet", lambda row: row.outlet or "unknown", 2),
        ("title", lambda row: row.title or "", 4),
        ("of this", lambda row: f"{row.share:.0%}", 0),
        ("of that", lambda row: f"{row.other_share:.0%}", 0),
        ("changed facts", _changes, 3),
        ("id", lambda row: short_id(row.report), 0),
    ),
    "reports": (
        ("published", lambda row: day_words(row.published), 0),
        ("outlet", lambda row: row.outlet or "unknown", 2),
        ("title", _report, 5),
        ("story", lambda row: row.story or "", 2),
        ("claims", lambda row: str(row.claims), 0),
        ("id", lambda row: short_id(row.id), 0),
    ),
    "judgements": (
        ("decided", lambda row: day_words(row.time), 0),
        ("by", lambda row: row.person, 2),
        ("what", lambda row: row.verdict.replace("_", " "), 0),
        ("about", lambda row: row.words + (f" ({row.note})" if row.note else ""), 6),
        ("state", lambda row: row.state.replace("_", " "), 0),
        ("id", lambda row: short_id(row.id), 0),
    ),
    "erased reports": (
        ("erased", lambda row: day_words(row.time), 0),
        ("by", lambda row: row.person, 2),
        ("why", lambda row: row.reason, 5),
        ("report", lambda row: row.report, 0),
    ),
    "problems": (
        ("code", lambda row: row.code.replace("_", " "), 2),
        ("problem", lambda row: row.message, 8),
    ),
    "runs": (
        ("first", lambda row: (row.first or "").replace("T", " ")[:16], 0),
        ("last", lambda row: (row.last or "").replace("T", " ")[:16], 0),
        ("reports", lambda row: f"{row.reports:,}", 0),
        ("claims", lambda row: f"{row.claims:,}", 0),
        ("model", lambda row: row.model, 3),
        ("id", lambda row: short_id(row.id), 0),
    ),
    "disagreements": (
        ("published", lambda row: day_words(row.one_published), 0),
        ("how", _difference, 5),
        ("one", lambda row: f"{row.one} ({row.one_chain}){_disputed(row.one_disputed)}", 4),
        ("other", _other, 4),
        ("ids", lambda row: f"{short_id(row.one_id)} {short_id(row.other_id)}", 2),
    ),
    "changes": (
        ("published", lambda row: day_words(row.published), 0),
        ("what", lambda row: row.kind, 0),
        ("of", lambda row: ": ".join(filter(None, (row.party, row.on))), 3),
        ("now", lambda row: row.now + (f" (before: {row.before})" if row.before else ""), 6),
        ("on whose word", lambda row: row.chain, 3),
        ("id", lambda row: short_id(row.id), 0),
    ),
    "tellings": (
        ("published", lambda row: day_words(row.published), 0),
        ("telling", lambda row: row.standing, 0),
        ("on whose word", lambda row: row.chain, 3),
        ("words", lambda row: f"“{row.quote}”", 5),
        ("id", lambda row: short_id(row.id), 0),
    ),
    "sources of stories": (
        ("source", lambda row: row.name or "unknown outlet", 3),
        ("kind", lambda row: row.kind.replace("_", " "), 1),
        ("things", lambda row: str(row.told), 0),
        ("alone", lambda row: str(row.alone), 0),
        ("first", lambda row: str(row.first), 0),
        ("reports", lambda row: str(row.reports), 0),
    ),
    "sources": (
        ("source", lambda row: row.name or "unknown outlet", 3),
        ("kind", lambda row: row.kind.replace("_", " "), 1),
        ("claims", lambda row: str(row.claims), 0),
        ("relayed", lambda row: str(row.relayed), 0),
        ("reports", lambda row: str(row.reports), 0),
    ),
}
