"""Steps from report to extraction that need no parser: a move for each of two words. For processes, so a module."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator

import msgspec

from parley.annotate import Doc
from parley.errors import ParleyError
from parley.model import (
    Actor,
    Attribution,
    Claim,
    Evidence,
    Extraction,
    Factuality,
    Mention,
    Move,
    Report,
    Span,
    new_claim,
)
from parley.pipeline import Steps
from tests.recorded import LATER_RUN, RUN

_ACTS = {"rejected": "reject", "accepted": "accept"}


def annotate(reports: Iterable[Report]) -> Iterator[Doc]:
    for report in reports:
        if "unannotatable" in report.text:
            raise ValueError("no such annotation")
        yield Doc(report, (), (), (), (), (), (), ())


def extract(doc: Doc) -> Extraction:
    if "unextractable" in doc.text:
        raise KeyError("no such clause")
    return Extraction(
        doc.report.id, tuple(_claim(doc.report, found) for found in re.finditer("rejected|accepted", doc.text))
    )


def _claim(report: Report, found: re.Match[str]) -> Claim:
    span = Span(*found.span())
    return new_claim(
        report.id,
        Move(_ACTS[found[0]], by=(Actor("Dockers", "dockers"),)),  # type: ignore[arg-type]
        attribution=Attribution(),
        factuality=Factuality(),
        mentions=(Mention(span, span, (Evidence("cue", span.start, span.end, found[0]),)),),
        rule="word",
    )


def extract_beside(doc: Doc) -> Extraction:
    """As `extract`, with every quotation misplaced in reports that say so."""
    made = extract(doc)
    if "misplaced" not in doc.text:
        return made
    moved = [msgspec.structs.replace(c, mentions=(Mention(Span(0, 1), Span(0, 10**6)),)) for c in made.claims]
    return msgspec.structs.replace(made, claims=tuple(moved))


def extract_without_model(doc: Doc) -> Extraction:
    raise ParleyError(f"no language model to read {doc.report.id} with")


def die(doc: Doc) -> Extraction:
    os._exit(1)


STEPS = Steps(annotate, extract, RUN)
LATER_STEPS = Steps(annotate, extract, LATER_RUN)
