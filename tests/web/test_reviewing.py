"""What the forms of a review do, asked without a browser."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile
from urllib.parse import urlencode

import httpx
import pytest

import parley
from parley.project import Project
from parley.web import make_app
from tests.small_record import FERRY_1, FERRY_2
from tests.web.asking import HOME, Client


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Iterator[Project]:
    copyfile(built, tmp_path / "talks.parley")
    with parley.open(tmp_path / "talks.parley") as opened:
        yield opened


@pytest.fixture
def desk(project: Project) -> Client:
    return Client(make_app(project, decides=True, person="Ann"))


def sent(desk: Client, path: str, **form: object) -> httpx.Response:
    body = urlencode(form)
    headers = {"origin": HOME, "content-type": "application/x-www-form-urlencoded"}
    return desk.request("POST", path, headers, body=body)


def page(desk: Client, path: str = "/review.json") -> dict[str, object]:
    return dict(json.loads(desk.get(path).text))


def log(project: Project) -> list[tuple[str, str, str]]:
    entries = project.ledger().judgements()
    return [(each.judgement.verdict, each.judgement.person, each.state) for each in entries]


def test_a_decision_goes_on_to_the_next_claim(desk: Client, project: Project) -> None:
    first = page(desk)
    assert (first["place"], first["total"], first["left"]) == (1, 8, 8)
    answer = sent(desk, "/review/decide", claim=first["at"], verdict="accept")
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/review?at={page(desk)['at']}&done=accept"
    assert page(desk)["place"] == 2
    assert log(project) == [("accept", "Ann", "in_force")]
    shown = desk.get(answer.headers["location"]).text
    assert "Accepted. 2 of 8, 7 undecided." in shown


def test_later_passes_a_claim_over_and_comes_back_to_it_in_the_end(desk: Client, project: Project) -> None:
    at = first = str(page(desk)["at"])
    for _ in range(8):
        answer = sent(desk, "/review/decide", claim=at, verdict="later")
        at = str(page(desk, answer.headers["location"].replace("/review?", "/review.json?"))["at"])
    assert at == first
    assert log(project) == []


def test_a_review_goes_on_where_it_was_left_also_for_another_server(desk: Client, project: Project) -> None:
    first = page(desk)["at"]
    sent(desk, "/review/decide", claim=first, verdict="later")
    for client, place in ((desk, 2), (Client(make_app(project, decides=True, person="Ann")), 2)):
        assert page(client)["place"] == place
    assert page(Client(make_app(project, decides=True, person="Bo")))["place"] == 1


def test_a_desk_is_never_an_old_one(desk: Client, project: Project) -> None:
    assert "etag" not in desk.get("/review").headers
    other = Client(make_app(project))
    assert desk.get("/stories").headers["etag"] != other.get("/stories").headers["etag"]


def test_only_what_is_changed_is_corrected(desk: Client, project: Project) -> None:
    claim = next(project.store.claims(act="offer"))
    form = {"field-act": "offer", "field-by": "Harbour Board", "field-place": "", "field-certainty": "certain"}
    sent(desk, "/review/edit", claim=claim.id, **form)
    (entry,) = project.ledger().judgements()
    assert [change.field for change in entry.judgement.changes] == ["by"]


def test_words_that_are_picked_are_those_a_claim_stands_in(desk: Client, project: Project) -> None:
    claim = next(project.store.claims(measure="affected"))
    start = FERRY_1.text.index("40 sailings")
    sent(desk, "/review/edit", claim=claim.id, start=start, end=start + 11)
    (entry,) = project.ledger().judgements()
    assert entry.judgement.mention is not None
    assert entry.judgement.mention.trigger.of(FERRY_1.text) == "40 sailings"


def test_a_missed_claim_is_added_in_words_given_or_picked(desk: Client, project: Project) -> None:
    at = page(desk)["at"]
    answer = sent(desk, "/review/add", report=FERRY_2.id, claim=at, kind="quote", words="asked not to be named")
    assert answer.headers["location"] == f"/review?at={at}&done=add"
    answer = sent(desk, "/review/add", report=FERRY_2.id, kind="move", start=0, end=7, **{"field-act": "meet", "field-by": ""})  # fmt: skip
    assert answer.headers["location"] == f"/report/{FERRY_2.id}"
    assert [verdict for verdict, *_ in log(project)] == ["add", "add"]


def test_undo_takes_the_claim_in_hand_again(desk: Client, project: Project) -> None:
    first = page(desk)["at"]
    sent(desk, "/review/decide", claim=first, verdict="reject")
    answer = sent(desk, "/review/undo")
    assert answer.headers["location"] == f"/review?at={first}&done=undo"
    assert [state for _, _, state in log(project)] == ["undone", "in_force"]
    refused = sent(desk, "/review/undo")
    assert refused.status_code == 400
    assert "nothing of Ann left to undo" in refused.text


def test_a_queue_is_narrowed_and_stays_so(desk: Client, project: Project) -> None:
    narrowed = page(desk, "/review.json?kind=quote")
    assert narrowed["total"] == 2
    form = {"claim": narrowed["at"], "verdict": "accept", "q-kind": "quote"}
    assert sent(desk, "/review/decide", **form).headers["location"].startswith("/review?kind=quote&at=")


def test_of_a_sample_others_decisions_are_hidden(desk: Client, project: Project) -> None:
    for claim in project.ledger().view().claims:
        project.correct(claim.id, hedge="perhaps", person="Bo")
    shown = desk.get("/review?sample=3&seed=1").text
    assert "Bo" not in shown
    assert "perhaps" not in shown
    assert "corrected by Bo" in desk.get("/review").text


def test_when_all_is_decided_it_says_so(desk: Client, project: Project) -> None:
    while (at := page(desk)["at"]) is not None:
        sent(desk, "/review/decide", claim=at, verdict="accept")
    assert "Nothing is left to review" in desk.get("/review").text


def test_the_log_shows_every_decision_and_undoes_it(desk: Client, project: Project) -> None:
    made = project.accept(next(project.store.claims(act="offer")).id, person="Bo", note="<b>sure</b>")
    sent(desk, "/actors/decide", one="Ferry Crews", other="Crews", verdict="same", story="s")
    shown = desk.get("/decisions").text
    assert "&lt;b&gt;sure&lt;/b&gt;" in shown
    assert "Ferry Crews and Crews" in shown
    sent(desk, "/decisions/undo", judgement=made.id)
    pair = project.store.pair_judgements()[0].id
    sent(desk, "/decisions/undo", judgement=pair)
    states = [(row["verdict"], row["state"]) for row in page(desk, "/decisions.json")["rows"]]  # type: ignore[attr-defined]
    assert states == [("undo", "in_force"), ("undo", "in_force"), ("same", "undone"), ("accept", "undone")]


@pytest.mark.parametrize(
    ("verdict", "note", "said"),
    [
        ("note", "see the ministry", "note"),
        ("dispute", "the ministry says otherwise", "dispute"),
        ("accept", "", "accept"),
        ("reject", "another year", "reject"),
    ],
)
def test_a_claim_is_judged_on_its_own_page(desk: Client, project: Project, verdict: str, note: str, said: str) -> None:
    claim = project.ledger().view(kind="move").claims[0].id
    answer = sent(desk, "/claim/decide", claim=claim, verdict=verdict, note=note)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/claim/{claim}#decided")
    (made,) = (entry.judgement for entry in project.ledger().judgements())
    assert (made.verdict, made.note or "") == (said, note)
    shown = desk.get(f"/claim/{claim}").text
    assert note in shown
    assert "Ann" in shown


def test_a_report_is_put_in_another_story(desk: Client, project: Project) -> None:
    sent(desk, "/report/story", report=FERRY_2.id, story="Boats")
    assert [story.name for story in project.ledger().stories() if FERRY_2.id in story.reports] == ["Boats"]


@pytest.mark.parametrize(
    ("path", "form", "told"),
    [
        ("/review/decide", {}, "nothing of the claim"),
        ("/review/decide", {"claim": "claim-none", "verdict": "accept"}, "no claim in the record"),
        ("/review/add", {"report": FERRY_2.id, "kind": "deal", "words": "official"}, "no kind of claim"),
        ("/review/add", {"report": FERRY_2.id, "kind": "quote", "words": "official", "nth": "x"}, "is no number"),
        ("/claim/decide", {"verdict": "accept"}, "nothing of the claim"),
        ("/actors/decide", {"one": "A", "other": "B", "verdict": "maybe"}, "same, different, or unsure"),
        ("/decisions/undo", {"judgement": "none"}, "no judgement in the record"),
    ],
)
def test_a_form_that_is_not_right_is_one_sentence(desk: Client, project: Project, path: str, form: dict[str, str], told: str) -> None:  # fmt: skip
    answer = sent(desk, path, **form)
    assert answer.status_code == 400
    assert told in answer.text
    assert log(project) == []


def test_nobody_decides_where_it_is_not_allowed(project: Project) -> None:
    reader = Client(make_app(project))
    assert reader.get("/review").status_code == 404
    assert sent(reader, "/review/undo").status_code in (404, 405)
    assert reader.get("/decisions").status_code == 200
    assert "Review</a>" not in reader.get("/").text
    decider = Client(make_app(project, decides=True, person="Ann"))
    answer = decider.request("POST", "/review/undo", {"origin": "https://elsewhere.example"})
    assert answer.status_code == 403


def test_a_disputed_claim_stays_in_hand_and_is_marked_wherever_it_stands(desk: Client, project: Project) -> None:
    first = page(desk)
    answer = sent(desk, "/review/dispute", claim=first["at"], note="the ministry says otherwise")
    assert answer.headers["location"] == f"/review?at={first['at']}&done=dispute"
    shown = desk.get(answer.headers["location"]).text
    assert "Disputed. 1 of 8, 8 undecided." in shown
    claim = desk.get(f"/claim/{first['at']}").text
    assert 'class="notice disputed"' in claim
    assert "the ministry says otherwise" in claim
    sent(desk, "/review/undo")
    assert "notice disputed" not in desk.get(f"/claim/{first['at']}").text


def test_a_dispute_without_a_reason_is_refused_in_a_sentence(desk: Client, project: Project) -> None:
    claim = project.ledger().view(kind="move").claims[0].id
    answer = sent(desk, "/claim/decide", claim=claim, verdict="dispute", note=" ")
    assert answer.status_code == 400
    assert "say why it is disputed" in answer.text
    assert log(project) == []


def test_a_position_in_dispute_is_marked_on_the_board(desk: Client, project: Project) -> None:
    board = project.ledger().board(story="Ferry dispute")
    cell = board.cell("pay", "Ferry Crews")
    assert cell is not None
    assert cell.position is not None
    project.dispute(cell.position.entry.claim.id, note="nobody else heard it", person="Ann")
    story = next(each.id for each in project.ledger().stories() if each.name == "Ferry dispute")
    assert "⚑ disputed by Ann" in desk.get(f"/story/{story}").text
