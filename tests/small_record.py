"""A small record, made by hand and without a parser: a ferry dispute, a second story, and a report in none."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from parley.model import (
    Actor,
    Attribution,
    Claim,
    Date,
    Evidence,
    Extraction,
    Factuality,
    Figure,
    Mention,
    Move,
    Observation,
    Passage,
    Quantity,
    Quote,
    Report,
    Source,
    Span,
    Term,
    new_claim,
    new_report,
)
from parley.store import Store
from tests.recorded import RUN

RECORDED = datetime(2031, 3, 7, 12, tzinfo=UTC)
CREWS, COMPANY = Actor("Ferry Crews", "the crews"), Actor("Strait Lines", "the company")
LAWYER = Actor("Ada Quill", "she", acts_for="Strait Lines")

FERRY_1 = new_report(
    "Ferry crews want 7 per cent\n\nThe crews demanded 7 per cent more pay, their union said in a statement.\n"
    "The company offered a bonus of 400 dollars. Its lawyer did not return calls.\n"
    "More than 40 sailings were cancelled, up from =12 last week.\n"
    "The crews demanded 7 per cent more pay, their union said in a statement.\n",
    title="Ferry crews want 7 per cent",
    outlet="Harbour Gazette",
    published="2031-03-04",
)
FERRY_2 = new_report(
    "Company may reject it\n\nThe company will not accept the demand, said an official who asked not to be named. "
    '"We have nothing to add," Ada Quill said.\n',
    title="Company may reject it",
    outlet="Coast Radio",
    published="2031-03-06T18:00+01:00",
)
QUARRY = new_report("The quarry owners withdrew their plan.", outlet="Hill Post", published="2031-02-01")
UNDATED = new_report("A committee offered to host talks on 3 May.")


def build(path: Path) -> Path:
    """A database at `path` with all four reports."""
    with Store.open(path, clock=lambda: RECORDED) as store:
        for report, observation, extraction in contents():
            store.add(report, observation, extraction=extraction, run=RUN)
    return path


def contents() -> list[tuple[Report, Observation, Extraction]]:
    """What is in the record, in no particular order."""
    ferry = "Ferry dispute"
    return [
        (FERRY_2, _seen("ferry/2.txt", ferry, "text"), _second()),
        (QUARRY, _seen("quarry/1.txt", "Quarry", "file_name"), _only(QUARRY, "withdraw", "withdrew their plan", "Owners")),
        (FERRY_1, _seen("ferry/1.txt", ferry, "manifest"), _first()),
        (UNDATED, _seen("loose.txt", None, "unknown"), _only(UNDATED, "offer", "offered to host talks", "A committee")),
    ]  # fmt: skip


def _seen(source: str, story: str | None, basis: str) -> Observation:
    return Observation(source, "00ff", "text", published_basis=basis, story=story)


def _span(report: Report, words: str, after: int = 0) -> Span:
    start = report.text.index(words, after)
    return Span(start, start + len(words))


def _evidence(report: Report, role: str, words: str) -> Evidence:
    span = _span(report, words)
    return Evidence(role, span.start, span.end, words)  # type: ignore[arg-type]


def _first() -> Extraction:
    text = FERRY_1.text
    line = "The crews demanded 7 per cent more pay, their union said in a statement."
    first = _span(FERRY_1, line)
    second = _span(FERRY_1, line, first.end)
    pay = Term(
        "pay",
        "pay",
        _span(FERRY_1, "7 per cent"),
        COMPANY,
        CREWS,
        quantity=Quantity(7, 7, unit="percent", verbatim="7 per cent"),
    )
    demand = new_claim(
        FERRY_1.id,
        Move("demand", by=(CREWS,), to=(COMPANY,), terms=(pay,)),
        attribution=Attribution((Source("a statement", "document"), Source("the union", "organisation"))),
        factuality=Factuality(),
        mentions=tuple(
            Mention(
                _span(FERRY_1, "demanded 7 per cent more pay", line_at.start),
                line_at,
                (_evidence(FERRY_1, "source", "their union"),) if line_at is first else (),
            )
            for line_at in (first, second)
        ),
        rule="move:demand:object",
    )  # fmt: skip
    bonus = Term("payment", "bonus", _span(FERRY_1, "a bonus of 400 dollars"), COMPANY, CREWS,
                 quantity=Quantity(400, 400, unit="USD", verbatim="400 dollars"))  # fmt: skip
    silence = Attribution((Source("Ada Quill", "person", actor=LAWYER),), silence=True)
    claims = (
        demand,
        _claim(
            FERRY_1, Move("offer", by=(COMPANY,), terms=(bonus,)), "offered a bonus of 400 dollars", "move:offer:object"
        ),
        _claim(FERRY_1, Quote(LAWYER, "indirect"), "did not return calls", "speech.silence", silence),
        _claim(
            FERRY_1,
            Figure(
                "affected",
                Quantity(40, None, lower_open=True, verbatim="More than 40"),
                group="sailings",
                as_of=Date("2031-03-04"),
                as_of_basis="published",
            ),
            "More than 40 sailings were cancelled",
            "figure:passive",
        ),
    )
    title, repeat = _span(FERRY_1, "Ferry crews want 7 per cent"), Passage("repeat", second, of=first)
    number = text.index("=12")
    return Extraction(FERRY_1.id, claims, (Passage("title", title), repeat), (Span(number - 8, number + 13),))


def _second() -> Extraction:
    official = Attribution((Source("an official", "unnamed"),))
    not_so = Factuality(polarity="negative", tense="planned")
    body = Move("accept", by=(COMPANY,), about="the demand")
    quote = Attribution((Source("Ada Quill", "person", actor=LAWYER),), directness="direct")
    claims = (
        _claim(FERRY_2, body, "will not accept the demand", "move:accept:object", official, not_so),
        _claim(FERRY_2, Quote(LAWYER, "direct"), "We have nothing to add", "speech.quotation", quote),
    )
    return Extraction(FERRY_2.id, claims)


def _only(report: Report, act: str, words: str, party: str) -> Extraction:
    body = Move(act, by=(Actor(party, party),))  # type: ignore[arg-type]
    return Extraction(report.id, (_claim(report, body, words, "move:x:object"),))


def _claim(
    report: Report,
    body: Move | Quote | Figure,
    words: str,
    rule: str,
    attribution: Attribution | None = None,
    factuality: Factuality | None = None,
) -> Claim:
    span = _span(report, words)
    mention = Mention(span, span, (Evidence("cue", span.start, span.end, words),))
    return new_claim(
        report.id, body, attribution=attribution or Attribution(), factuality=factuality or Factuality(), mentions=(mention,), rule=rule
    )  # fmt: skip
