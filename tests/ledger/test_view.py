from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from parley.ledger import AmbiguousError, BadDateError, Ledger, NotRecordedError
from parley.model import Actor, Claim, Extraction, Figure, Move, Passage, Quantity, Quote, Report, Span, Term
from parley.store import Store
from tests.recorded import LATER_RUN, RUN, claim_at, extraction_of, observed, report_of

PAY = Term("pay", "a rise of 6 per cent", Span(0, 1), quantity=Quantity(6, 6, unit="percent"))
PORT = report_of("The port authority offered a rise, its spokesman said. Up to 40 lorries waited.", "2031-03-04")
UNION = report_of(
    "Dockers said no, the agency reported. Talks resume on Friday.", "2031-03-06T08:00:00Z", "Évening Post"
)
UNDATED = report_of("Envoys of the United Isles threatened to leave.", None, None)

OFFER = claim_at(
    PORT,
    "offered",
    Move("offer", by=(Actor("Northport Authority", "The port authority"),), terms=(PAY,)),
    sources=("spokesman",),
)
WAITING = claim_at(PORT, "Up to 40", Figure("other", Quantity(0, 40, verbatim="Up to 40")))
SPEECH = claim_at(PORT, "spokesman said", Quote(Actor("spokesman", "its spokesman"), "indirect"))
REFUSAL = claim_at(
    UNION, "said no", Move("reject", by=(Actor("Dockers", "Dockers"),)), sources=("the agency", "Dockers' Union leader")
)
RESUMPTION = claim_at(UNION, "Talks resume", Move("resume"))
THREAT = claim_at(UNDATED, "threatened", Move("threaten", by=(Actor("Envoys", "Envoys", acts_for="United Isles"),)))
NAMES = {
    claim.id: name
    for name, claim in {
        "offer": OFFER, "waiting": WAITING, "speech": SPEECH, "refusal": REFUSAL, "resumption": RESUMPTION, "threat": THREAT
    }.items()
}  # fmt: skip


def add(store: Store, report: Report, source: str, *claims: Claim, story: str | None = None) -> None:
    extraction = Extraction(
        report.id, claims, (Passage("title", Span(0, 3)),), (Span(0, 3),) if report is UNION else ()
    )
    store.add(report, observed(source, story), extraction=extraction, run=RUN)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    path = tmp_path_factory.mktemp("ledger") / "talks.parley"
    with Store.open(path, clock=lambda: datetime(2031, 4, 1, 12, tzinfo=UTC)) as store:
        add(store, UNDATED, "isles.txt", THREAT)
        add(store, UNION, "in/union.txt", REFUSAL, RESUMPTION, story="Port Strike")
        add(store, PORT, "in/port.txt", WAITING, SPEECH, OFFER, story="port strike")
        store.observe(UNION.id, observed("again.txt", "Harbours"))
        yield Ledger(store)


def names(ledger: Ledger, **filters: Any) -> list[str]:
    return [NAMES[claim.id] for claim in ledger.view(**filters).claims]


def test_without_filters_everything_in_order_of_publication_and_place(ledger: Ledger) -> None:
    assert names(ledger) == ["offer", "speech", "waiting", "refusal", "resumption", "threat"]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"kind": "figure"}, ["waiting"]),
        ({"kind": "move", "act": "reject"}, ["refusal"]),
        ({"measure": "other"}, ["waiting"]),
        ({"issue": "pay"}, ["offer"]),
        ({"issue": "meeting"}, ["resumption"]),
        ({"issue": "other"}, ["refusal", "threat"]),
        ({"party": "northport authority"}, ["offer"]),
        ({"party": "PORT  authority"}, ["offer"]),
        ({"party": "port"}, ["offer"]),
        ({"party": "docker"}, []),
        ({"party": "united isles"}, ["threat"]),
        ({"party": "spokesman"}, ["speech"]),
        ({"source": "spokesman"}, ["offer"]),
        ({"source": "agency"}, ["refusal"]),
        ({"source": "union"}, ["refusal"]),
        ({"outlet": "évening"}, ["refusal", "resumption"]),
        ({"story": "PORT STRIKE"}, ["offer", "speech", "waiting", "refusal", "resumption"]),
        ({"story": "harbours"}, ["refusal", "resumption"]),
        ({"story": "port"}, []),
        ({"since": "2031-03-05"}, ["refusal", "resumption"]),
        ({"until": "2031-03-04"}, ["offer", "speech", "waiting"]),
        ({"since": "2031-03-06", "until": "2031-03-06"}, ["refusal", "resumption"]),
        ({"published_by": "2031-03-31"}, ["offer", "speech", "waiting", "refusal", "resumption"]),
        ({"published_by": "2031-04-01"}, ["offer", "speech", "waiting", "refusal", "resumption", "threat"]),
        ({"report": "in/port.txt"}, ["offer", "speech", "waiting"]),
        ({"report": "port.txt", "kind": "quote"}, ["speech"]),
        ({"report": UNION.id[:14], "act": "resume"}, ["resumption"]),
        (
            {"act": None, "party": None, "report": None},
            ["offer", "speech", "waiting", "refusal", "resumption", "threat"],
        ),
    ],
)
def test_filters_narrow_a_view(ledger: Ledger, filters: dict[str, str | None], found: list[str]) -> None:
    assert names(ledger, **filters) == found


@pytest.mark.parametrize("day", ["yesterday", "2031-02-30", "20310304", "2031-3-4", ""])
@pytest.mark.parametrize("name", ["since", "until", "published_by"])
def test_a_day_that_is_none_is_refused(ledger: Ledger, name: str, day: str) -> None:
    with pytest.raises(BadDateError, match=name):
        names(ledger, **{name: day})


def test_an_entry_has_its_report_and_where_it_was_read(ledger: Ledger) -> None:
    (entry,) = ledger.view(act="threaten").entries
    assert (entry.claim, entry.report, entry.observation.source, entry.undated) == (THREAT, UNDATED, "isles.txt", True)
    (asked,) = ledger.view(story="port strike", act="reject").entries
    assert asked.observation.source == "in/union.txt"
    (first,) = ledger.view(act="reject").entries
    assert first.observation.source == "again.txt"


def test_reports_are_given_by_their_ids_and_what_is_not_there_is_left_out(ledger: Ledger) -> None:
    wanted = [recorded.report.id for recorded in ledger.reports()][1:]
    found = ledger.among([*wanted, "report-nowhere"])
    assert sorted(found) == sorted(wanted)
    assert all(found[each] == ledger.report(each) for each in wanted)
    assert ledger.among(()) == {}


def test_the_reports_of_a_view_stand_once(ledger: Ledger) -> None:
    assert ledger.view().reports == (PORT, UNION, UNDATED)


@pytest.mark.parametrize("given", [OFFER.id, OFFER.id[:16], OFFER.id.removeprefix("claim-")[:10]])
def test_a_claim_is_found_by_the_beginning_of_its_id(ledger: Ledger, given: str) -> None:
    entry = ledger.claim(given)
    assert (entry.claim, entry.report) == (OFFER, PORT)


@pytest.mark.parametrize(
    "given", [PORT.id, PORT.id[:14], PORT.id.removeprefix("report-")[:8], "in/port.txt", "port.txt"]
)
def test_a_report_is_found_by_id_or_source(ledger: Ledger, given: str) -> None:
    assert ledger.report(given).report == PORT


@pytest.mark.parametrize("given", ["", "nothing", "claim-0123456789", "ort.txt", "%"])
def test_what_is_not_there_is_said_so(ledger: Ledger, given: str) -> None:
    with pytest.raises((NotRecordedError, AmbiguousError)):
        ledger.claim(given)
    with pytest.raises(NotRecordedError, match="no report"):
        ledger.report(given)


def test_a_beginning_that_fits_several_names_them(ledger: Ledger) -> None:
    with pytest.raises(AmbiguousError, match="give more of the id"):
        ledger.claim("claim-")
    with pytest.raises(AmbiguousError, match="report-"):
        ledger.report("report-")


def test_passages_and_unread_sentences_are_the_newest_runs(ledger: Ledger) -> None:
    assert ledger.passages("port.txt") == (Passage("title", Span(0, 3)),)
    assert ledger.unread() == ((UNION, (Span(0, 3),)),)
    assert ledger.unread("port.txt") == ()


def test_sources_count_claimants_and_relays(ledger: Ledger) -> None:
    found = {(count.name, count.kind): (count.claims, count.relayed, count.reports) for count in ledger.sources()}
    assert found == {
        ("Harbour Gazette", "outlet"): (2, 0, 1),
        ("spokesman", "office"): (1, 0, 1),
        ("the agency", "office"): (0, 1, 1),
        ("Dockers' Union leader", "office"): (1, 0, 1),
        ("Évening Post", "outlet"): (1, 0, 1),
        ("", "outlet"): (1, 0, 1),
    }
    assert ledger.sources()[0].name == "Harbour Gazette"


def test_a_newer_run_replaces_the_claims_in_view(tmp_path: Path) -> None:
    with Store.open(tmp_path / "talks.parley") as store:
        add(store, PORT, "port.txt", OFFER, WAITING)
        store.add(PORT, observed("port.txt"), extraction=extraction_of(PORT, SPEECH), run=LATER_RUN)
        ledger = Ledger(store)
        assert names(ledger) == ["speech"]
        with pytest.raises(NotRecordedError):
            ledger.claim(OFFER.id)
