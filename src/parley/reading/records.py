"""What the reading layer is told and what it gives back."""

from __future__ import annotations

import msgspec

from parley.model import Observation, Problem, Report, Span

__all__ = ["Draft", "Entry", "Fault", "Options", "Reading", "SourceFile"]


class Options(msgspec.Struct, frozen=True):
    """What a file does not say itself; what is given here goes before the file's own data.

    `published` is an ISO date or date-time, or a date with the month's name.
    """

    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    story: str | None = None


class Reading(msgspec.Struct, frozen=True):
    """One item of the stream: either a report with its observation, or a problem."""

    report: Report | None = None
    observation: Observation | None = None
    problem: Problem | None = None


class Entry(msgspec.Struct, frozen=True):
    """What a folder's manifest says of one document."""

    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    story: str | None = None


class SourceFile(msgspec.Struct, frozen=True):
    """One decoded file on its way to a reader: `name` is the path as given, `text` its characters without a BOM."""

    name: str
    text: str


class Draft(msgspec.Struct, frozen=True):
    """A report as its format gives it, before options, manifest and file name are heard.

    `number` counts reports inside a file of several, from 1; None in a file that is one report.
    """

    text: str
    title: str | None = None
    title_span: Span | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    published_basis: str = "unknown"
    url: str | None = None
    story: str | None = None
    section: str | None = None
    length: str | None = None
    load_date: str | None = None
    number: int | None = None


class Fault(msgspec.Struct, frozen=True):
    """Why a file, or one report in it, cannot be used: becomes a `Problem` when the source is known.

    `message` starts with a verb or noun phrase that can follow the source's name; `number` as in `Draft`.
    """

    code: str
    message: str
    number: int | None = None
