"""`parley review`: key by key with a scripted face, and once on a terminal of its own."""

from __future__ import annotations

import json
import os
import pty
import sys
from collections.abc import Iterator
from pathlib import Path
from select import select

import pytest
from click.testing import CliRunner
from rich.console import Console, RenderableType

import parley
from parley.cli.main import parley as command
from parley.cli.reviewing import ClaimReview, UnreadReview
from parley.pages.review import review_queue, unread_rows
from parley.project import DATABASE_NAME, Project
from tests.cli.running import COMMAND, environment


class Script:
    """A face that presses keys and answers with lines, and keeps what it is shown."""

    def __init__(self, keys: str, *lines: str) -> None:
        self._keys, self._lines = iter(keys), iter(lines)
        self.shown: list[str] = []

    def key(self) -> str:
        try:
            return next(self._keys)
        except StopIteration:
            raise EOFError from None

    def line(self, question: str) -> str:
        return next(self._lines)

    def show(self, page: RenderableType) -> None:
        console = Console(width=80)
        with console.capture() as printed:
            console.print(page)
        self.shown.append(printed.get())

    def leaf(self, text: str) -> None:
        self.shown.append(text)


@pytest.fixture
def project(talks: Path) -> Iterator[Project]:
    with parley.open(talks / DATABASE_NAME) as opened:
        yield opened


def reviewed(project: Project, keys: str, *lines: str, apart: bool = False) -> Script:
    face = Script(keys, *lines)
    queue = review_queue(project.ledger(), sample=8 if apart else None, person="Ann")
    ClaimReview(project, queue, face, person="Ann", apart=apart).run()
    return face


def log(project: Project) -> list[tuple[str, str, str]]:
    entries = project.ledger().judgements()
    return [(each.judgement.verdict, each.judgement.person, each.state) for each in entries]


def test_one_key_is_one_decision(project: Project) -> None:
    face = reviewed(project, "axe aq", "certainty=possible")
    assert log(project) == [(verdict, "Ann", "in_force") for verdict in ("accept", "reject", "correct", "accept")]
    assert "1 of 8, 8 undecided" in face.shown[1]
    assert any("6 of 8, 4 undecided" in each for each in face.shown)


def test_undo_goes_back_to_the_claim_however_long_ago_it_was(project: Project) -> None:
    reviewed(project, "ax")
    face = reviewed(project, "  uuu")
    assert [state for verdict, _, state in log(project) if verdict != "undo"] == ["undone", "undone"]
    assert "There is nothing of Ann left to undo." in face.shown[-2]
    assert "1 of 7" in face.shown[-1]


def test_undo_leaves_what_others_decided(project: Project) -> None:
    project.accept(review_queue(project.ledger())[0].entry.claim.id, person="Bo")
    reviewed(project, "u")
    assert log(project) == [("accept", "Bo", "in_force")]


def test_a_claim_that_was_missed_is_added_in_words_of_the_report(project: Project) -> None:
    face = reviewed(project, "m", "figure", "=12 last week", "measure=affected quantity=12")
    assert log(project) == [("add", "Ann", "in_force")]
    assert "Added. u undoes it." in face.shown[-1]


def test_a_dispute_leaves_open_how_the_claim_was_read(project: Project) -> None:
    face = reviewed(project, "da", "nobody else heard it")
    assert [verdict for verdict, *_ in log(project)] == ["dispute", "accept"]
    assert any("Disputed. u undoes it." in words for words in face.shown)


def test_a_note_decides_nothing(project: Project) -> None:
    face = reviewed(project, "n", "who says so?")
    assert log(project) == [("note", "Ann", "in_force")]
    assert "8 undecided" in reviewed(project, "q").shown[1]
    assert "Noted. u undoes it." in face.shown[-1]


@pytest.mark.parametrize(
    ("keys", "lines", "told"),
    [
        ("e", ["act=perhaps"], "Not done: 'perhaps' does not suit 'act'"),
        ("e", ["act"], "Not done: 'act' is not FIELD=VALUE"),
        ("e", ['by="Crews'], "Not done: a quotation mark is not closed"),
        ("m", ["deal"], "Not done: 'deal' is no kind of claim"),
        ("n", [" "], "Not done: a note needs words"),
        ("d", [" "], "Not done: say why it is disputed"),
        ("z", [], "a accept  x reject"),
        (" " * 8 + "a", [], "Not done: no claim is in hand"),
    ],
)
def test_what_goes_wrong_is_a_sentence_and_records_nothing(
    project: Project, keys: str, lines: list[str], told: str
) -> None:
    face = reviewed(project, keys, *lines)
    assert told in " ".join(face.shown[-1].split()).replace("a accept x reject", "a accept  x reject")
    assert log(project) == []


def test_the_report_is_shown_with_the_claims_words_marked(project: Project) -> None:
    face = reviewed(project, "o")
    assert "‹" in face.shown[-1]
    assert face.shown[-1].count("\n") > 3


def test_the_next_review_goes_on_where_one_was(project: Project) -> None:
    reviewed(project, "   q")
    queue = review_queue(project.ledger())
    assert project.ledger().derived.review_place("Ann") == queue[3].entry.claim.id


def test_coders_see_the_claim_as_it_was_read_and_only_their_own_decisions(project: Project) -> None:
    for queued in review_queue(project.ledger()):
        project.correct(queued.entry.claim.id, certainty="possible", note="secret", person="Bo")
    shown = "\n".join(reviewed(project, "ab", apart=True).shown)
    assert "Bo" not in shown
    assert "secret" not in shown
    assert "accepted by Ann" in shown


def test_sentences_not_read_are_gone_through_too(project: Project) -> None:
    rows = unread_rows(project.ledger()).rows
    face = Script("a?m o b uq", "figure", "", "measure=affected quantity=12")
    UnreadReview(project, rows, face, person="Ann").run()
    assert [(verdict, state) for verdict, _, state in log(project)] == [("add", "undone"), ("undo", "in_force")]
    assert "accept" not in "".join(face.shown)
    assert any("That was the last." in each for each in face.shown)


@pytest.mark.parametrize("form", ["--list", "--json", "--csv", "--table"])
def test_without_a_terminal_the_queue_is_listed_or_refused(talks: Path, form: str) -> None:
    refused = CliRunner().invoke(command, ["review"])
    assert refused.exit_code == 2
    assert "list the queue with --list" in refused.output
    listed = CliRunner().invoke(command, ["review", form, "--kind", "figure", "--by", "Ann"])
    assert listed.exit_code == 0
    assert "newest" in listed.output
    unread = CliRunner().invoke(command, ["review", form, "--unread"])
    assert "up from =12 last week" in " ".join(unread.output.split())


def test_the_list_is_what_the_person_has_not_decided(talks: Path) -> None:
    rows = [json.loads(line) for line in CliRunner().invoke(command, ["review", "--list"]).output.splitlines()]
    CliRunner().invoke(command, ["decide", "accept", rows[0]["id"], "--by", "Bo"])
    for who, left in (("Ann", 8), ("Bo", 7)):
        assert len(CliRunner().invoke(command, ["review", "--list", "--by", who]).output.splitlines()) == left
    nobodys = CliRunner().invoke(command, ["review", "--list", "--by", "Ann", "--undecided-by", "anyone"])
    assert len(nobodys.output.splitlines()) == 7


def test_on_a_terminal_of_80_columns_without_colour(talks: Path) -> None:
    printed = _on_terminal(["review", "--by", "Ann", "--story", "Quarry"], [("why here", "a"), ("was the last", "q")])
    assert "Accepted. u undoes it." in printed
    assert "\x1b[3" not in printed
    with parley.open(talks / DATABASE_NAME) as project:
        assert log(project) == [("accept", "Ann", "in_force")]
    again = CliRunner().invoke(command, ["review", "--list", "--by", "Ann", "--story", "Quarry"])
    assert again.output == ""


def _on_terminal(args: list[str], script: list[tuple[str, str]]) -> str:
    """What `parley` prints on a terminal of 80 columns where each key is pressed once its words have appeared."""
    child, terminal = pty.fork()
    if child == 0:
        os.execve(sys.executable, [*COMMAND, *args], environment(NO_COLOR="1", COLUMNS="80", TERM="xterm"))
    printed, seen = "", 0
    waiting = list(script)
    while select([terminal], [], [], 30)[0]:
        try:
            read = os.read(terminal, 65536)
        except OSError:  # the terminal is closed behind the program
            break
        if not read:
            break
        printed += read.decode(errors="replace")
        if waiting and waiting[0][0] in printed[seen:]:
            seen = len(printed)
            os.write(terminal, waiting.pop(0)[1].encode())
    os.close(terminal)  # a program that still waits for keys is hung up on
    os.waitpid(child, 0)
    assert not waiting, printed
    return printed


def test_two_coders_are_compared_and_a_third_goes_through_what_they_differ_in(talks: Path) -> None:
    rows = [json.loads(line) for line in CliRunner().invoke(command, ["review", "--list"]).output.splitlines()]
    first, second = rows[0]["id"], rows[1]["id"]
    for verdict, claim, who in (
        ("accept", first, "Ann"),
        ("reject", first, "Bo"),
        ("accept", second, "Ann"),
        ("accept", second, "Bo"),
    ):
        CliRunner().invoke(command, ["decide", verdict, claim, "--by", who])
    told = CliRunner().invoke(command, ["coders", "Ann", "Bo"]).output
    assert "2 and 2 of 8 claims decided, 2 by both" in told
    assert "verdict" in told
    assert "1 disagreement" in told
    page = json.loads(CliRunner().invoke(command, ["coders", "Ann", "Bo", "--json"]).output)
    assert page["fields"][0] == {"field": "verdict", "metric": "nominal", "units": 2, "agree": 1, "share": 0.5, "alpha": 0.0}  # fmt: skip
    (left,) = CliRunner().invoke(command, ["coders", "Ann", "Bo", "--list"]).output.splitlines()
    assert json.loads(left)["id"] == first
    assert "accept" in CliRunner().invoke(command, ["coders", "Ann", "Bo", "--list", "--table"]).output
    (queued,) = CliRunner().invoke(command, ["review", "--coders", "Ann", "Bo", "--list", "--by", "Cy"]).output.splitlines()  # fmt: skip
    assert json.loads(queued)["id"] == first
