from __future__ import annotations

import pytest

from parley.ledger import Entry, day_of, happenings
from parley.model import (
    Actor,
    Attribution,
    Claim,
    CopyGroup,
    Date,
    DateRange,
    Event,
    Factuality,
    Figure,
    Mention,
    Move,
    Observation,
    Phase,
    Quantity,
    Span,
    new_claim,
    new_report,
)
from tests.recorded import claim_at, observed

BODY = Event("PROTEST", "marched to the quay", by=(Actor("Crews", "crews"),))


def when(first: str | None, last: str | None = None) -> DateRange:
    return DateRange(Date(first) if first else None, Date(last or first or "") if last or first else None)


def entry(
    body: Event | Move | Phase | Figure = BODY,
    *,
    at: DateRange | None = None,
    said: str | None = None,
    published: str | None = "2031-03-04T10:00Z",
    factuality: Factuality | None = None,
    silence: bool = False,
) -> Entry:
    report = new_report("The crews marched to the quay.", published=published)
    span = Span(4, 9)
    claim: Claim = new_claim(
        report.id,
        body,
        attribution=Attribution(said_on=Date(said) if said else None, silence=silence),
        factuality=factuality or Factuality(),
        mentions=(Mention(span, span),),
        rule="by hand",
        when=at,
    )
    return Entry(claim, report, observed())


@pytest.mark.parametrize(
    ("told", "first", "last", "basis"),
    [
        (entry(at=when("2031-03-01")), "2031-03-01", "2031-03-01", "stated"),
        (entry(at=when("2031-03-01", "2031-03-03"), said="2031-03-02"), "2031-03-01", "2031-03-03", "stated"),
        (entry(at=when(None, "2031-03-02")), "2031-03-02", "2031-03-02", "stated"),
        (entry(at=when("2031-03-01T09:30Z")), "2031-03-01", "2031-03-01", "stated"),
        (entry(at=when("2031-02~")), "2031-02", "2031-02", "stated"),
        (entry(at=when("XXXX-03-01"), said="2031-03-02"), "2031-03-02", "2031-03-02", "said_on"),
        (entry(said="2031-03-02"), "2031-03-02", "2031-03-02", "said_on"),
        (entry(), "2031-03-04", "2031-03-04", "published"),
        (entry(published=None), None, None, "undated"),
        (entry(Phase("the accord", "in_force", starts=Date("2031-03-09"))), "2031-03-09", "2031-03-09", "stated"),
        (
            entry(Phase("the accord", "in_force", starts=Date("2031-03-09")), at=when("2031-03-10")),
            "2031-03-10",
            "2031-03-10",
            "stated",
        ),
    ],
)
def test_the_day_is_stated_else_said_on_else_published(told: Entry, first: str, last: str, basis: str) -> None:
    day = day_of(told)
    assert (day.first, day.last, day.basis) == (first, last, basis)


@pytest.mark.parametrize(
    ("told", "planned"),
    [
        (entry(at=when("2031-03-04")), False),
        (entry(at=when("2031-03-05")), True),
        (entry(at=when("2031-03-05"), published=None), False),
        (entry(factuality=Factuality(tense="planned")), True),
        (entry(at=when("2031-03")), False),
    ],
)
def test_what_is_still_to_happen_is_planned(told: Entry, planned: bool) -> None:
    assert [found.planned for found in happenings([told])] == [planned]


def test_the_newest_stand_last_and_the_undated_at_the_end() -> None:
    days = ["2031-03-09", "2031-03", "2030-12-31", "2031-03-01", "2030"]
    found = happenings([entry(published=None), *(entry(at=when(day)) for day in days)])
    assert [each.day.first for each in found] == ["2030", "2030-12-31", "2031-03", "2031-03-01", "2031-03-09", None]


def test_figures_and_silences_do_not_happen() -> None:
    assert happenings([entry(Figure("killed", Quantity(3, 3))), entry(Move("accept"), silence=True)]) == ()


def test_what_a_copy_tells_in_the_same_words_stands_once() -> None:
    one, copy, apart = (told_by(outlet) for outlet in ("Post", "Wire", "Herald"))
    group = CopyGroup(tuple(sorted((one.report.id, copy.report.id))), ())
    first, other = happenings([copy, apart, one], [group])
    assert {len(first.copies), len(other.copies)} == {0, 1}
    folded = first if first.copies else other
    assert {folded.entry.claim.id, *folded.copies} == {one.claim.id, copy.claim.id}


def test_a_thing_told_twice_by_one_report_stands_twice() -> None:
    one = told_by("Post")
    assert len(happenings([one, one], [CopyGroup((one.report.id,), ())])) == 2


def told_by(outlet: str) -> Entry:
    report = new_report("The guild rejected the plan.", outlet=outlet, published="2031-03-05")
    claim = claim_at(report, "rejected", Move("reject", about="the plan"))
    return Entry(claim, report, Observation(f"{outlet}.txt", "00ff", "text"))
