"""A report is about talks, or its moves are none of the record's."""

from __future__ import annotations

import pytest

from parley.annotate import annotate
from parley.annotate.doc import Doc
from parley.extract import extract
from parley.extract.relevance import keep_relevant, tells_of_strife, tells_of_talks
from parley.model import (
    Attribution,
    Body,
    Claim,
    Factuality,
    Figure,
    Mention,
    Move,
    Quantity,
    Quote,
    Span,
    new_claim,
    new_report,
)

TALKS = [
    "The rebels offered a ceasefire. The army would not hear of it.",
    "Negotiations over the mine went on all night.",
    "The hostages were seen at dawn.",
    "The strike at the mill goes on, the union said.",
    "Rebels and troops held the ridge. Both sides agreed to talks in the garrison.",
    "The village asked the quarry for a wall. The owner suggested a hedge; the council turned it down.",
]
OTHER = [
    "The bakery offers rye bread on Fridays. It opens at six.",
    "The goalkeeper rejected a move to the coast and scored twice.",
    "Air strikes on the town killed nine, and missiles hit the airbase.",
    "Rebels, troops and fighters from the garrison shelled the ridge during the siege.",
    "It rained on the hills, and the river rose by a foot.",
    "The painter was asked for a portrait. He suggested a landscape and offered tea.",
    "",
]


def _doc(text: str) -> Doc:
    return next(iter(annotate([new_report(text)])))


@pytest.mark.parametrize(("text", "about"), [*((t, True) for t in TALKS), *((t, False) for t in OTHER)])
def test_whether_a_report_tells_of_talks(text: str, about: bool) -> None:
    assert tells_of_talks(_doc(text)) is about


def _claims(doc: Doc) -> list[Claim]:
    span = Span(0, 3)
    one = Quantity(1, 1)
    bodies: list[Body] = [Move("offer"), Figure("killed", one), Figure("money", one), Quote(None, "direct")]
    return [
        new_claim(
            doc.report.id,
            body,
            attribution=Attribution(),
            factuality=Factuality(),
            mentions=(Mention(span, span),),
            rule="test",
        )
        for body in bodies
    ]


def test_of_a_report_on_talks_everything_is_kept() -> None:
    doc = _doc(TALKS[0])
    assert keep_relevant(doc, _claims(doc)) == _claims(doc)


def test_of_other_reports_quotations_and_counts_of_people_are_kept() -> None:
    doc = _doc(OTHER[0])
    kept = [c.body for c in keep_relevant(doc, _claims(doc))]
    assert kept == [Figure("killed", Quantity(1, 1)), Quote(None, "direct")]


STRIFE = [
    (
        "Rebels shelled the port of Varne on Monday. Seven people were killed.",
        {("event", "ASSAULT"), ("figure", "killed")},
    ),
    ("The ferry capsized off Lorne with 320 people aboard. Divers found nobody.", {("figure", "other")}),
    (
        "Gunmen fired 14 rockets at the army base at Dorn. A lunch of 9 dollars followed.",
        {("event", "ASSAULT"), ("figure", "other")},
    ),
    ("Tourists rode 14 camels along the beach. Lunch cost 90 dollars.", set()),
    ("Varne beat Lorne 3-1, and 20,000 fans sang. Shares in the club rose 4 percent.", set()),
]


@pytest.mark.parametrize(("text", "wanted"), STRIFE, ids=[t for t, _ in STRIFE])
def test_a_report_of_strife_tells_its_deeds_and_what_is_counted_of_them(
    text: str, wanted: set[tuple[str, str]]
) -> None:
    doc = _doc(text)
    assert not tells_of_talks(doc)
    assert tells_of_strife(doc) is bool(wanted)
    found = {(c.kind, getattr(c.body, "type", getattr(c.body, "measure", ""))) for c in extract(doc).claims}
    assert found == wanted
