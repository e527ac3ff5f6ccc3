"""What is copied with sources: every report that tells it on its own, each with its exact words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from parley.ledger import Telling, Tellings
from parley.ledger.entries import Entry
from parley.model import Move, Observation, new_report
from parley.pages.cited import cited_claim, cited_lines, footnotes_to
from tests.recorded import claim_at


def entry_of(outlet: str, words: str = "rejected the plan", url: str | None = None) -> Entry:
    report = new_report(
        f"{outlet}: the guild {words}.", title=f"Of {outlet}", outlet=outlet, published="2031-03-05", url=url
    )
    claim = claim_at(report, words, Move("reject", about="the plan"))
    return Entry(claim, report, Observation(f"{outlet}.txt", "00ff", "text"))


POST, HERALD, COPY = entry_of("Post", url="https://post.example/a"), entry_of("Herald"), entry_of("Wire")


def test_each_report_but_copies_has_a_footnote_its_own_first() -> None:
    told = Tellings(
        (Telling(POST, "a", True, False), Telling(HERALD, "b", False, False), Telling(COPY, "a", False, True))
    )
    page = cited_claim(HERALD, told)
    assert [note.outlet for note in page.notes] == ["Herald", "Post"]
    assert page.lines[0].notes == (1, 2)
    assert [note.claim for note in page.notes] == [HERALD.claim.id, POST.claim.id]
    assert all("rejected the plan" in note.quote for note in page.notes)


def test_in_lines_the_statement_stands_before_its_footnotes() -> None:
    statement, between, note = footnotes_to(cited_claim(POST, Tellings(())))
    assert statement.endswith("[1]")
    assert between == ""
    assert note.startswith("[1] Post, 5 Mar 2031, Of Post: “")
    assert note.endswith(f"https://post.example/a {POST.claim.id}")


@given(st.lists(st.lists(st.sampled_from([POST, HERALD, COPY]), max_size=4), max_size=5))
def test_every_entry_has_one_footnote_and_every_number_stands_for_its_entry(told: list[list[Entry]]) -> None:
    page = cited_lines(("words", entries) for entries in told)
    assert [note.number for note in page.notes] == list(range(1, len(page.notes) + 1))
    assert len({note.claim for note in page.notes}) == len(page.notes)
    for line, entries in zip(page.lines, told, strict=True):
        assert [page.notes[number - 1].claim for number in line.notes] == [entry.claim.id for entry in entries]


def test_of_a_capture_the_archive_stands_before_the_original() -> None:
    entry = entry_of("Post", url="https://archive.example/web/20310306080000/https://post.example/a")
    page = cited_claim(entry, Tellings(()))
    assert page.notes[0].url == "https://post.example/a"
    assert footnotes_to(page)[-1].endswith(
        "archived 6 Mar 2031: https://archive.example/web/20310306080000/https://post.example/a "
        f"original: https://post.example/a {entry.claim.id}"
    )
