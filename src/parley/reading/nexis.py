"""Nexis Uni text exports: a cover list of hits, then documents, each to its "End of Document" line."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from parley.reading.dates import parse_date
from parley.reading.records import Draft, Fault, SourceFile

__all__ = ["looks_like_nexis", "read_nexis"]

_END = re.compile(r"^[ \t\xa0]*End of Document[ \t\xa0\r]*$", re.MULTILINE)
_JOB = re.compile(r"^Job Number:", re.MULTILINE)
_COUNT = re.compile(r"^Documents? \((\d+)\)[ \t\xa0\r]*$", re.MULTILINE)
_OLD = re.compile(r"^[ \t]*\d+ of \d+ DOCUMENTS[ \t\r]*$", re.MULTILINE)
_LINES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$")
_FIELDS_BEGIN = re.compile(r"Copyright\b|Section:|Length:|Body[ \t\xa0]*$")
_FIELD = re.compile(
    r"(?P<label>Section|Length|Byline|Highlight|Dateline|Load-Date|Series|Type|Language|Publication-Type|Edition)"
    r":[ \t\xa0]*(?P<value>.*)"
)
# What may follow the body; each stands alone on its line (`Load-Date:` with its value) behind a blank one.
_AFTER_BODY = re.compile(
    r"(?P<graphic>Graphic|Graphics|Notes|Correction|Correction-Date|Classification)[ \t\xa0]*:?[ \t\xa0]*$|Correction-Date:|Load-Date:"
)
# Monthlies and quarterlies: "May 2022", "Spring 2022", "May/June 2022"; no day is made up for them.
_MONTHLY = re.compile(r"[A-Z][a-z]+(?:\s*[/-]\s*[A-Z][a-z]+)?,? \d{4}")
_LOAD_DATE = re.compile(r"Load-Date:[ \t\xa0]*(?P<value>.*)")
_NOT_WORDS = re.compile(r"[\W_]+")
_SURE = 10  # letters of a title that cannot be a name's by chance
_DANGLING = re.compile(r"(?:\s+(?:and|for the)|\s*[&,;])+\s*$", re.IGNORECASE)


class _Head(msgspec.Struct, frozen=True):
    """What stands above a document's body; `end` is the line behind it."""

    title: str
    outlet: str
    published: str | None
    fields: dict[str, str]
    end: int


def looks_like_nexis(text: str) -> bool:
    """Whether `text` (or its beginning) is laid out like an export: its cover, or a document's fields and end mark."""
    if _JOB.search(text) and _COUNT.search(text):
        return True
    marked = (
        _END.search(text) is not None
        and re.search(r"^(?:Body[ \t\xa0\r]*$|Load-Date:)", text, re.MULTILINE) is not None
    )
    return marked or len(_OLD.findall(text)) > 0


def read_nexis(file: SourceFile) -> Iterator[Draft | Fault]:
    """Every document of an export, and a `Fault` when one cannot be read or fewer or more come out than its cover says."""
    documents = _documents(file.text)
    drafts = [_document(lines, number) for number, lines in enumerate(documents, 1)]
    read = sum(isinstance(draft, Draft) for draft in drafts)
    if read == 0:
        yield Fault(
            "unknown_layout", "looks like a Nexis export, but none of its documents could be told; export it as text"
        )
        return
    yield from drafts
    stated = _COUNT.search(file.text)
    if stated is not None and int(stated[1]) != read:
        yield Fault(
            "count_mismatch", f"lists {stated[1]} documents on its cover but holds {read}; export it again or check it"
        )


def _documents(text: str) -> list[list[str]]:
    """The lines of each document; the first has the cover above it."""
    pieces = _END.split(text)
    if not _has_head(pieces[-1]):
        pieces.pop()  # only what trails behind the last end mark
    return [_lines(piece) for piece in pieces]


def _has_head(piece: str) -> bool:
    return _head(_lines(piece)) is not None


def _lines(piece: str) -> list[str]:
    """The lines of `piece` with their line ends, so that joined they are the piece again."""
    return _LINES.findall(piece)


def _document(lines: list[str], number: int) -> Draft | Fault:
    head = _head(lines)
    if head is None:
        return Fault(
            "unknown_layout", "has no title, outlet and date lines where a document's should be; check it", number
        )
    body, load_date = _body(lines[head.end :])
    return Draft(
        f"{head.title}\n\n{body}" if body else head.title,
        title=head.title,
        outlet=head.outlet,
        byline=_byline(head.fields.get("Byline"), head.title),
        published=head.published,
        published_basis="metadata" if head.published else "unknown",
        section=head.fields.get("Section"),
        length=head.fields.get("Length"),
        load_date=load_date or head.fields.get("Load-Date"),
        number=number,
    )


def _head(lines: list[str]) -> _Head | None:
    """Title, outlet and date stand on consecutive lines; the date is the last one above the fields."""
    # A title can begin like a field, so the first such line with a date above it counts.
    for start in (i for i, line in enumerate(lines) if _FIELDS_BEGIN.match(line.strip())):
        above = _non_blank_above(lines, start)
        if above is not None and (parse_date(lines[above]) or _MONTHLY.fullmatch(lines[above].strip())):
            return _head_at(lines, above, start)
    return None


def _non_blank_above(lines: list[str], start: int) -> int | None:
    return next((i for i in range(start - 1, -1, -1) if lines[i].strip()), None)


def _head_at(lines: list[str], date_at: int, start: int) -> _Head | None:
    top = date_at
    while top > 0 and lines[top - 1].strip():
        top -= 1
    above = [line.strip() for line in lines[top:date_at]]
    if len(above) < 2:
        return None
    fields, end = _fields(lines, start)
    return _Head(" ".join(above[:-1]), above[-1], (parse_date(lines[date_at]) or "")[:10] or None, fields, end)


def _fields(lines: list[str], start: int) -> tuple[dict[str, str], int]:
    """The labelled lines from `start` on, and the line behind `Body` (or, without one, behind the last field)."""
    found: dict[str, str] = {}
    end, label = start, ""
    for at in range(start, len(lines)):
        line = lines[at].strip()
        if line == "Body":
            return found, at + 1
        if _AFTER_BODY.match(line) or (line and found and not label and not _FIELD.match(line)):
            break  # a document without a body, or without its heading
        if match := _FIELD.match(line):
            label, end = match["label"], at + 1
            found[label] = match["value"].strip()
        elif line and label:
            found[label], end = f"{found[label]} {line}".strip(), at + 1
        elif not line:
            label = ""
    return found, end


def _body(lines: list[str]) -> tuple[str, str | None]:
    """The body's lines as they stand, without the blank ones around them, and the load date."""
    bare = [line.strip() for line in lines]
    last = next((i for i in range(len(bare) - 1, -1, -1) if _LOAD_DATE.match(bare[i])), len(bare))
    load = _LOAD_DATE.match(bare[last]) if last < len(bare) else None
    stop = next((i for i in range(last) if _AFTER_BODY.match(bare[i]) and _stands_alone(bare, i)), last)
    words = [i for i in range(stop) if bare[i]]
    body = "".join(lines[words[0] : words[-1] + 1]).rstrip("\r\n") if words else ""
    return body, load["value"].strip() if load else None


def _stands_alone(lines: list[str], at: int) -> bool:
    above = at == 0 or not lines[at - 1].strip()
    return above and (":" in lines[at] or at + 1 == len(lines) or not lines[at + 1].strip())


def _byline(printed: str | None, title: str) -> str | None:
    """The names in a byline that may be followed by the title, or hold nothing else; None when no name is left."""
    if not printed:
        return None
    wanted = _bare(title)
    for comma in (match.start() for match in re.finditer(",", printed)):
        rest = _bare(printed[comma + 1 :])
        if rest == wanted or (len(rest) >= _SURE and (wanted.startswith(rest) or rest.startswith(wanted))):
            printed = printed[:comma]
            break
    else:
        printed = "" if printed.startswith(",") or _bare(printed) == wanted else printed
    return _DANGLING.sub("", printed).strip() or None


def _bare(words: str) -> str:
    return _NOT_WORDS.sub("", words).casefold()
