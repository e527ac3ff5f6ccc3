"""Judgements from Python, on a real database."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import parley
from parley.errors import ParleyError
from parley.ledger import AmbiguousError, NotRecordedError
from parley.model import Actor, Move, canonical_json
from parley.pages import claims_page
from parley.pages.review import decided_by
from parley.pipeline import record_reports
from parley.project import CannotUndoError, Project, person_name
from parley.reading import Reading
from parley.resolve.drafts import NoChangeError, WordsNotFoundError
from parley.resolve.values import BadValueError
from parley.store import Store
from tests import small_record
from tests.recorded import LATER_RUN, extraction_of, observed
from tests.small_record import FERRY_1, FERRY_2
from tests.word_steps import STEPS


@cache
def built() -> bytes:
    with TemporaryDirectory() as folder:
        return small_record.build(Path(folder) / "talks.parley").read_bytes()


@contextmanager
def opened() -> Iterator[Project]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "talks.parley"
        path.write_bytes(built())
        with parley.open(path) as project:
            yield project


@pytest.fixture
def talks(monkeypatch: pytest.MonkeyPatch) -> Iterator[Project]:
    monkeypatch.setenv("PARLEY_PERSON", "Ann Reyes")
    with opened() as project:
        yield project


def demand(talks: Project) -> str:
    return next(talks.store.claims(act="demand")).id


def everything(talks: Project) -> bytes:
    """The record as every view has it."""
    ledger = talks.ledger()
    board = ledger.board()
    return canonical_json([ledger.view().entries, ledger.reports(), board, ledger.sources(), ledger.problems()])


def test_a_rejected_claim_is_in_no_view_and_comes_back(talks: Project) -> None:
    before = everything(talks)
    made = talks.reject(demand(talks)[:14])
    ledger = talks.ledger()
    assert made.target not in {claim.id for claim in ledger.view().claims}
    assert ledger.board(story="Ferry dispute").cell("pay", "Ferry Crews") is None
    assert [entry.claim.id for entry in ledger.view(rejected=True).entries] == [made.target]
    rejected = ledger.claim(made.target).judged
    assert rejected is not None
    assert rejected.rejected
    talks.undo(made.id)
    assert everything(talks) == before


def test_a_corrected_claim_stands_corrected_in_every_view(talks: Project) -> None:
    machine = demand(talks)
    talks.correct(machine, by="Deck Hands", person="Bo")
    ledger = talks.ledger()
    entry = ledger.claim(machine)
    assert isinstance(entry.claim.body, Move)
    assert entry.claim.body.by == (Actor("Deck Hands", "Deck Hands"),)
    assert ledger.claim(entry.claim.id) == entry
    assert entry.judgements[0].person == "Bo"
    assert ledger.board(story="Ferry dispute").cell("pay", "Deck Hands") is not None
    assert [each.claim.id for each in ledger.view(party="deck hands").entries] == [entry.claim.id]
    assert machine not in {claim.id for claim in ledger.view().claims}


def test_a_corrected_act_is_found_under_the_new_one(talks: Project) -> None:
    machine = demand(talks)
    talks.correct(machine, act="offer")
    assert demand(talks) == machine  # the extractor's claim stays as it is
    assert talks.ledger().view(act="demand").entries == ()
    assert machine in {own for entry in talks.ledger().view(act="offer").entries for own in entry.ids}


def test_a_correction_of_a_correction_hangs_on_the_first_reading(talks: Project) -> None:
    machine = demand(talks)
    first = talks.correct(machine, by="Deck Hands")
    second = talks.correct(talks.ledger().claim(machine).claim.id, place="Northport")
    assert (first.target, second.target) == (machine, machine)
    talks.undo(first.id)
    body = talks.ledger().claim(machine).claim.body
    assert isinstance(body, Move)
    assert (body.by[0].name, body.place) == ("Ferry Crews", "Northport")


def test_an_answer_to_a_corrected_demand_still_settles_it(talks: Project) -> None:
    report = FERRY_1.id
    answer = talks.add_claim(
        report, "move", words="offered a bonus", act="accept", by="Strait Lines", answers=demand(talks)
    )
    talks.correct(demand(talks), by="Deck Hands")
    (settled,) = (ask for ask in talks.ledger().board().asks if ask.position.party == "Deck Hands")
    assert settled.settled_by is not None
    assert settled.settled_by.claim.id == answer.target


def test_an_added_claim_stands_in_every_view(talks: Project) -> None:
    made = talks.add_claim(
        "ferry/2.txt", "move", words="will not accept the demand", act="reject", by="Strait Lines", to="Ferry Crews"
    )
    entry = talks.ledger().claim(made.target)
    assert (entry.claim.origin, entry.claim.rule, entry.report.id) == ("person", "by hand", FERRY_2.id)
    assert entry in talks.ledger().view(act="reject").entries
    with pytest.raises(NoChangeError, match="is recorded already"):
        talks.add_claim("ferry/2.txt", "move", words="will not accept", act="reject", by="Strait Lines", to="Ferry Crews")  # fmt: skip


def test_a_corrected_report_keeps_its_id(talks: Project) -> None:
    talks.correct_report("ferry/1.txt", outlet="Tide Times", published="2031-03-09", title="")
    ledger = talks.ledger()
    report = ledger.report("ferry/1.txt").report
    assert (report.id, report.outlet, report.published, report.title) == (FERRY_1.id, "Tide Times", "2031-03-09", None)
    assert {entry.report.id for entry in ledger.view(outlet="tide times").entries} == {FERRY_1.id}
    assert FERRY_1.id not in {each.report.id for each in ledger.reports(published_by="2031-03-08")}
    assert [each.report.id for each in ledger.reports()][2] == FERRY_1.id
    assert [hit.report.outlet for hit in ledger.search("bonus")] == ["Tide Times"]
    assert ledger.search("bonus", outlet="Harbour Gazette") == ()
    assert {seen.published_basis for seen in ledger.report("ferry/1.txt").observations} == {"person"}
    with pytest.raises(NoChangeError):
        talks.correct_report("ferry/1.txt", outlet="Tide Times")


def test_undoing_is_undone(talks: Project) -> None:
    made = talks.reject(demand(talks))
    undone = talks.undo(made.id[len("judgement-") :][:8])
    with pytest.raises(CannotUndoError, match="is undone already"):
        talks.undo(made.id)
    talks.undo(undone.id)
    assert len(talks.ledger().view(rejected=True).entries) == 1
    assert [entry.state for entry in talks.ledger().judgements()] == ["in_force", "undone", "in_force"]


REFUSED: list[tuple[Callable[[Project], object], type[Exception]]] = [
    (lambda talks: talks.reject("claim-0000"), NotRecordedError),
    (lambda talks: talks.reject("claim-"), AmbiguousError),
    (lambda talks: talks.undo("judgement-0000"), NotRecordedError),
    (lambda talks: talks.correct(demand(talks)), NoChangeError),
    (lambda talks: talks.correct(demand(talks), act="demand"), NoChangeError),
    (lambda talks: talks.correct(demand(talks), measure="killed"), BadValueError),
    (lambda talks: talks.correct(demand(talks), words="no such words"), WordsNotFoundError),
    (lambda talks: talks.correct(demand(talks), answers=talks.ledger().view(act="accept").claims[0].id), BadValueError),
    (lambda talks: talks.add_claim(FERRY_1.id, "move", words="offered"), BadValueError),
    (lambda talks: talks.add_claim("nowhere.txt", "move", words="offered", act="offer"), NotRecordedError),
    (lambda talks: talks.correct_report(FERRY_1.id, published="soon"), BadValueError),
    (lambda talks: talks.erase(FERRY_1.id, reason=" "), ParleyError),
    (lambda talks: talks.erase("report-0000", reason="licence"), NotRecordedError),
]


@pytest.mark.parametrize(("deed", "error"), REFUSED)
def test_what_cannot_be_is_refused_and_leaves_no_trace(
    talks: Project, deed: Callable[[Project], object], error: type[Exception]
) -> None:
    with pytest.raises(error):
        deed(talks)
    assert talks.store.judgements() == ()
    assert talks.store.tombstones() == ()


def test_nobody_says_the_same_twice(talks: Project) -> None:
    talks.accept(demand(talks))
    with pytest.raises(NoChangeError, match="Ann Reyes said so"):
        talks.accept(demand(talks))
    talks.accept(demand(talks), person="Bo")
    assert [made.person for made in talks.ledger().claim(demand(talks)).judgements] == ["Ann Reyes", "Bo"]


def test_who_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARLEY_PERSON", "Ann  Reyes")
    assert (person_name("Bo"), person_name()) == ("Bo", "Ann Reyes")
    monkeypatch.delenv("PARLEY_PERSON")
    monkeypatch.setenv("LOGNAME", "ann")
    assert person_name() == "ann"


def test_a_judgement_whose_claim_is_gone_is_shown_and_kept(talks: Project) -> None:
    made = talks.reject(demand(talks))
    talks.store.add(FERRY_1, observed(), extraction=extraction_of(FERRY_1), run=LATER_RUN)
    (problem,) = talks.ledger().problems()
    assert (problem.code, problem.source) == ("judgement_without_anchor", FERRY_1.id)
    (entry,) = talks.ledger().judgements()
    assert (entry.judgement, entry.state) == (made, "without_anchor")
    talks.undo(made.id)
    assert talks.ledger().problems() == ()


def test_an_erased_report_is_left_out_when_it_is_read_again(talks: Project) -> None:
    made = talks.reject(demand(talks))
    tombstone = talks.erase("ferry/1.txt", reason="licence ended")
    assert tombstone == talks.erase(FERRY_1.id, reason="again")
    readings = [Reading(FERRY_1, observed("again.txt")), Reading(FERRY_2, observed("other.txt"))]
    summary = record_reports(readings, talks.store, steps=STEPS)
    (problem,) = summary.problems
    assert (summary.skipped, summary.reread, problem.code) == (1, 0, "erased")
    assert problem.message == (
        f"'again.txt' was left out: its report {FERRY_1.id} was erased from this record on {tombstone.time[:10]} (licence ended)"
    )
    assert b"again.txt" not in b"".join(file.read_bytes() for file in talks.store.path.parent.iterdir())
    assert [entry.state for entry in talks.ledger().judgements()] == ["erased"]
    with pytest.raises(CannotUndoError, match="cannot be undone"):
        talks.undo(made.id)
    assert list(talks.store.check()) == []


def _decide(talks: Project, kind: str, place: int, value: str) -> None:
    ledger = talks.ledger()
    claims = [*ledger.view().claims, *ledger.view(rejected=True).claims]
    claim = claims[place % len(claims)].id
    log = talks.store.judgements()
    match kind:
        case "accept":
            talks.accept(claim, person=value)
        case "reject":
            talks.reject(claim, person=value)
        case "correct":
            talks.correct(claim, hedge=value, tense="planned")
        case "move":
            talks.correct(claim, words=ledger.claim(claim).report.text.split()[place % 5], nth=1)
        case "add":
            talks.add_claim(FERRY_2.id, "move", words="official", act="meet", by=value)
        case "report":
            talks.correct_report(FERRY_1.id, outlet=value)
        case "undo" if log:
            talks.undo(log[place % len(log)].id)


DEEDS = st.tuples(
    st.sampled_from(["accept", "reject", "correct", "move", "add", "report", "undo"]),
    st.integers(0, 20),
    st.sampled_from(["Ann", "Bo", "Cy"]),
)


@settings(max_examples=25, deadline=None)
@given(st.lists(DEEDS, max_size=7))
def test_any_judgements_with_all_undone_restore_the_record(deeds: list[tuple[str, int, str]]) -> None:
    with opened() as talks:
        before = everything(talks)
        for deed in deeds:
            with suppress(ParleyError):
                _decide(talks, *deed)
        log = len(talks.store.judgements())
        for entry in reversed(talks.ledger().judgements()):
            if entry.state != "undone" and entry.judgement.verdict != "undo":
                talks.undo(entry.judgement.id)
        assert everything(talks) == before
        assert len(talks.store.judgements()) >= log
        assert list(talks.store.check()) == []


def test_what_two_people_decide_at_once_is_all_kept(talks: Project) -> None:
    with Store.open(talks.store.path) as beside:
        other = Project(beside)
        first, second = talks.reject(demand(talks)), other.correct_report("ferry/2.txt", outlet="Ebb")
        third = talks.accept(demand(talks), person="Bo")
    assert talks.store.judgements() == (first, second, third)


def test_a_disputed_claim_stays_in_every_view_and_is_marked_until_it_is_undone(talks: Project) -> None:
    before = everything(talks)
    shown = [entry.claim for entry in talks.ledger().view().entries]
    made = talks.dispute(demand(talks)[:14], note="the  crews say\notherwise")
    assert (made.verdict, made.note) == ("dispute", "the crews say otherwise")
    ledger = talks.ledger()
    assert [entry.claim for entry in ledger.view().entries] == shown
    marked = [row for row in claims_page(ledger.view()).rows if "⚑ disputed by Ann Reyes" in row.decided]
    assert [row.id for row in marked] == [made.target]
    talks.undo(made.id)
    assert everything(talks) == before


def test_a_dispute_is_of_what_is_told_and_leaves_open_how_it_was_read(talks: Project) -> None:
    claim = demand(talks)
    talks.dispute(claim, note="too high")
    assert not decided_by(talks.ledger().claim(claim), "Ann Reyes")
    talks.accept(claim)
    talks.dispute(claim, note="too high", person="Bo")
    assert [made.verdict for made in talks.ledger().claim(claim).judgements] == ["dispute", "accept", "dispute"]


def test_a_dispute_needs_a_reason_and_is_made_once(talks: Project) -> None:
    with pytest.raises(ParleyError, match="say why it is disputed"):
        talks.dispute(demand(talks), note="  ")
    talks.dispute(demand(talks), note="too high")
    with pytest.raises(NoChangeError):
        talks.dispute(demand(talks), note="too high")
    talks.dispute(demand(talks), note="and undated")


def test_a_dispute_goes_with_the_decisions_to_another_record(talks: Project, tmp_path: Path) -> None:
    talks.dispute(demand(talks), note="too high")
    file = tmp_path / "decisions.jsonl"
    file.write_bytes(talks.export_decisions())
    with opened() as other:
        assert other.apply_decisions(file).taken == 1
        assert [made.note for made in other.ledger().claim(demand(other)).judgements] == ["too high"]
