"""Decisions carried from one record to another."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import parley
from parley.errors import ParleyError
from parley.ledger import NotRecordedError
from parley.model import Claim, Report, canonical_json, new_claim, new_report
from parley.project import CannotUndoError, Project
from parley.project.decision_files import BadDecisionFileError
from parley.store import Store
from tests.recorded import LATER_RUN, RUN, extraction_of, observed
from tests.small_record import FERRY_1, FERRY_2, contents
from tests.test_deciding import DEEDS, _decide, built, everything


@pytest.fixture
def folder() -> Iterator[Path]:
    with TemporaryDirectory() as made:
        yield Path(made)


@pytest.fixture
def project(folder: Path) -> Iterator[Callable[[str], Project]]:
    """Copies of one record, by name."""
    with ExitStack() as opened:

        def copy(name: str) -> Project:
            path = folder / f"{name}.parley"
            if not path.exists():
                path.write_bytes(built())
            return opened.enter_context(parley.open(path))

        yield copy


def carried(one: Project, path: Path, **wanted: str) -> Path:
    path.write_bytes(one.export_decisions(**wanted))
    return path


def claim_of(project: Project, act: str = "demand") -> str:
    return next(project.store.claims(act=act)).id


def several(project: Project) -> None:
    """A decision of every kind."""
    project.accept(claim_of(project), person="Ann", note="as said")
    project.reject(claim_of(project, "withdraw"), person="Ann")
    project.correct(claim_of(project, "offer"), certainty="possible", person="Bo")
    project.note(claim_of(project, "accept"), "who is the official?", person="Bo")
    project.add_claim(FERRY_2.id, "move", words="official", act="meet", by="Crews", person="Ann")
    project.correct_report(FERRY_1.id, title="Ferries", person="Ann")
    project.put_in_story(FERRY_2.id, "Boats", person="Bo")
    project.decide_actors("same", "Ferry Crews", "The Crews", person="Ann")
    first, *_ = project.store.judgements()
    project.undo(first.id, person="Bo")
    project.undo_actors(project.decide_actors("unsure", "Owners", "Strait Lines", person="Bo").id, person="Ann")


def test_all_decisions_come_to_the_other_record_with_persons_and_times(project: Callable[[str], Project], folder: Path) -> None:  # fmt: skip
    one, other = project("one"), project("other")
    several(one)
    found = other.apply_decisions(carried(one, folder / "d.jsonl"))
    assert (found.taken, found.known, found.not_placed) == (11, 0, ())
    assert other.store.judgements() == one.store.judgements()
    assert other.store.pair_judgements() == one.store.pair_judgements()
    assert everything(other) == everything(one)
    again = other.apply_decisions(folder / "d.jsonl")
    assert (again.taken, again.known, again.not_placed) == (0, 11, ())
    assert other.export_decisions() == one.export_decisions() == (folder / "d.jsonl").read_bytes()
    assert list(other.store.check()) == []


def test_what_would_be_taken_in_is_told_without_taking_it(project: Callable[[str], Project], folder: Path) -> None:
    one, other = project("one"), project("other")
    several(one)
    before = everything(other)
    assert other.apply_decisions(carried(one, folder / "d.jsonl"), dry_run=True).taken == 11
    assert everything(other) == before


def test_each_line_says_who_when_what_and_where(project: Callable[[str], Project]) -> None:
    one = project("one")
    one.reject(claim_of(one), person="Ann")
    head, line = map(json.loads, one.export_decisions().splitlines())
    assert head == {"parley": "decisions", "version": 1}
    decision, anchor = line["decision"], line["anchor"]
    assert (decision["person"], decision["verdict"]) == ("Ann", "reject")
    text = FERRY_1.text
    assert anchor["quote"] == text[anchor["start"] : anchor["end"]] == "demanded 7 per cent more pay"
    assert text[: anchor["start"]].endswith(anchor["prefix"])
    assert text[anchor["end"] :].startswith(anchor["suffix"])
    assert line["title"] == FERRY_1.title


def test_a_part_of_the_log_brings_what_it_undoes(project: Callable[[str], Project], folder: Path) -> None:
    one, other = project("one"), project("other")
    several(one)
    found = other.apply_decisions(carried(one, folder / "d.jsonl", person="Bo"))
    assert found.not_placed == ()
    people = [(made.verdict, made.person) for made in other.store.judgements()]
    assert people == [("accept", "Ann"), ("correct", "Bo"), ("note", "Bo"), ("put_in_story", "Bo"), ("undo", "Bo")]
    assert one.export_decisions(since="2999-01-01").count(b"\n") == 1


@pytest.fixture
def again_read() -> Report:
    """The first report as another outlet had it: the same text, another id."""
    return new_report(FERRY_1.text, title="Another title", outlet="Other Post", published="2031-03-05")


def moved(claim: Claim, report: Report) -> Claim:
    return new_claim(
        report.id,
        claim.body,
        attribution=claim.attribution,
        factuality=claim.factuality,
        mentions=claim.mentions,
        rule=claim.rule,
    )


def test_a_report_is_found_again_by_its_text(project: Callable[[str], Project], folder: Path, again_read: Report) -> None:  # fmt: skip
    one = project("one")
    demand = claim_of(one)
    one.reject(demand, person="Ann")
    one.correct_report(FERRY_1.id, outlet="Gazette", person="Ann")
    one.undo(one.accept(claim_of(one, "offer"), person="Bo").id, person="Ann")
    first = next(extraction for report, _, extraction in contents() if report == FERRY_1)
    with Store.open(folder / "new.parley") as store:
        claims = [moved(claim, again_read) for claim in first.claims]
        store.add(again_read, observed(), extraction=extraction_of(again_read, *claims), run=RUN)
    with parley.open(folder / "new.parley") as other:
        found = other.apply_decisions(carried(one, folder / "d.jsonl"))
        assert (found.taken, found.not_placed) == (4, ())
        assert [entry.claim.body for entry in other.ledger().view(rejected=True).entries] == [first.claims[0].body]
        assert other.ledger().report(again_read.id).report.outlet == "Gazette"
        assert [entry.state for entry in other.ledger().judgements()] == ["in_force", "in_force", "undone", "in_force"]
        assert other.apply_decisions(folder / "d.jsonl").taken == 0
        assert list(other.store.check()) == []
        back = one.apply_decisions(carried(other, folder / "back.jsonl"))
        assert (back.taken, back.known) == (0, 4)


def test_a_claim_that_is_read_otherwise_is_found_by_its_words(project: Callable[[str], Project], folder: Path) -> None:
    one, other = project("one"), project("other")
    first = next(extraction for report, _, extraction in contents() if report == FERRY_1)
    demand = next(claim for claim in first.claims if getattr(claim.body, "act", "") == "demand")
    read_anew = new_claim(
        FERRY_1.id,
        msgspec.structs.replace(demand.body, to=()),
        attribution=demand.attribution,
        factuality=demand.factuality,
        mentions=demand.mentions[:1],
        rule="move:demand:new",
    )
    other.store.add(FERRY_1, observed(), extraction=extraction_of(FERRY_1, read_anew), run=LATER_RUN)
    one.reject(demand.id, person="Ann")
    one.accept(claim_of(one, "offer"), person="Ann")
    found = other.apply_decisions(carried(one, folder / "d.jsonl"))
    assert [entry.claim.id for entry in other.ledger().view(rejected=True).entries] == [read_anew.id]
    assert found.taken == 2
    (left,) = found.not_placed
    assert (left.verdict, left.recorded, left.why) == ("accept", True, "it fits no claim of its report")
    assert [problem.code for problem in other.ledger().problems()] == ["judgement_without_anchor"]


def test_what_cannot_be_placed_is_listed(project: Callable[[str], Project], folder: Path, again_read: Report) -> None:
    one = project("one")
    made = one.reject(claim_of(one), person="Ann")
    one.decide_actors("same", "Ferry Crews", "Crews", report=FERRY_2.id, person="Ann")
    lines = one.export_decisions().splitlines()
    one.undo(made.id, person="Bo")
    undo = one.export_decisions().splitlines()[-1]
    altered = lines[1].replace(b'"Ann"', b'"Eve"')
    elsewhere = lines[1].replace(b'"quote":"demanded', b'"quote":"demandez')
    with parley.open(folder / "empty.parley") as empty:
        assert whys(empty, folder, *lines) == ["its report is not in this record"] * 2
        for outlet in ("A", "B"):
            twin = new_report(FERRY_1.text, outlet=outlet)
            empty.store.add(twin, observed(), extraction=extraction_of(twin), run=RUN)
        assert whys(empty, folder, *lines)[0] == "several reports of this record have its text"
        assert empty.store.judgements() == ()
    other = project("other")
    assert whys(other, folder, lines[0], altered) == ["its content gives another id: the file was altered"]
    assert whys(other, folder, lines[0], elsewhere) == ["its words do not stand where it says"]
    assert whys(other, folder, lines[0], undo) == ["what it undoes is neither in the file nor in the record"]
    other.erase(FERRY_1.id, reason="licence")
    assert whys(other, folder, *lines[:2]) == ["its report was erased from this record"]
    assert b"demanded" not in b"".join(file.read_bytes() for file in folder.glob("other.parley*"))


def whys(project: Project, folder: Path, *lines: bytes) -> list[str]:
    path = folder / "some.jsonl"
    path.write_bytes(b"\n".join(lines))
    return [left.why for left in project.apply_decisions(path).not_placed]


def test_decisions_on_erased_reports_are_left_out(project: Callable[[str], Project]) -> None:
    one = project("one")
    one.reject(claim_of(one), person="Ann")
    one.decide_actors("same", "Ferry Crews", "Crews", report=FERRY_1.id, person="Ann")
    one.erase(FERRY_1.id, reason="licence")
    assert one.export_decisions().count(b"\n") == 1


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "is no file of decisions"),
        (b"{}\n{}", "is no file of decisions"),
        (b"\xff\xfe", "is no file of decisions"),
        (b'{"parley": "decisions", "version": 2}', "newer version"),
        (b'{"parley": "decisions", "version": 1}\n{"decision": 3}', "line 2 of"),
        (b'{"parley": "decisions", "version": 1}\n\n{}', "line 3 of"),
    ],
)
def test_another_file_is_refused_in_a_sentence(
    project: Callable[[str], Project], folder: Path, data: bytes, told: str
) -> None:
    (folder / "x.jsonl").write_bytes(data)
    with pytest.raises(BadDecisionFileError, match=told):
        project("one").apply_decisions(folder / "x.jsonl")


def test_decisions_of_any_kind_and_age_are_undone_at_once(project: Callable[[str], Project]) -> None:
    one = project("one")
    before = everything(one)
    several(one)
    log = [entry.judgement.id for entry in one.ledger().judgements() if entry.state == "in_force"]
    pairs = [made.id for made in one.store.pair_judgements() if made.verdict == "same"]
    with pytest.raises(NotRecordedError):
        one.undo_all([*log, "judgement-none"])
    undone = [made for made in log if made != log[-1]]
    one.undo_all([*undone, *pairs])
    one.undo_all([log[-1]])  # an undoing: what it undid holds again
    (left,) = [entry for entry in one.ledger().judgements() if entry.state == "in_force" and entry.judgement.verdict != "undo"]  # fmt: skip
    one.undo_all([left.judgement.id])
    assert everything(one) == before
    with pytest.raises(CannotUndoError):
        one.undo_all([left.judgement.id])


def test_the_last_is_undone_whatever_it_was(project: Callable[[str], Project]) -> None:
    one = project("one")
    several(one)
    kinds = []
    while (made := one.undo_last(person="Ann")) is not None:
        kinds.append(made.verdict)
    assert kinds == ["same", "correct_report", "add", "reject"]  # Bo undid the accept


def as_decided(project: Project) -> bytes:
    """The record as every view has it, but for when its reports were added."""
    ledger = project.ledger()
    claims = [(entry.claim, entry.report, entry.judgements) for entry in ledger.view().entries]
    rejected = ledger.view(rejected=True).claims
    return canonical_json([claims, rejected, ledger.board(), ledger.judgements(), ledger.problems()])


@settings(max_examples=15, deadline=None)
@given(st.lists(DEEDS, max_size=5), st.lists(DEEDS, max_size=5), st.booleans())
def test_two_peoples_files_come_to_one_record_in_any_order(
    anns: list[tuple[str, int, str]], bos: list[tuple[str, int, str]], read_anew: bool
) -> None:
    with TemporaryDirectory() as name, ExitStack() as opened:
        folder = Path(name)
        records = []
        for number in range(4):
            path = folder / f"{number}.parley"
            path.write_bytes(built())
            records.append(opened.enter_context(parley.open(path)))
        ann, bo, third, fourth = records
        for project, deeds in ((ann, anns), (bo, bos)):
            for deed in deeds:
                with suppress(ParleyError):
                    _decide(project, *deed)
        if read_anew:
            for project in records:
                project.store.add(FERRY_1, observed(), extraction=extraction_of(FERRY_1), run=LATER_RUN)
        files = [carried(project, folder / f"{number}.jsonl") for number, project in enumerate((ann, bo))]
        third.apply_decisions(files[0])
        third.apply_decisions(files[1])
        fourth.apply_decisions(files[1])
        fourth.apply_decisions(files[0])
        ann.apply_decisions(files[1])
        bo.apply_decisions(*reversed(files))
        assert len({as_decided(project) for project in records}) == 1
        assert len({project.export_decisions() for project in records}) == 1
        for project in records:
            assert project.apply_decisions(*files).taken == 0
