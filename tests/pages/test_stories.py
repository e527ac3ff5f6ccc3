from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import parley
from parley.model import Report
from parley.pages import copies_page, copy_groups_page, diff_page, stories_page, story_page
from parley.project import Project
from parley.render.html import diff_html
from tests.invented_record import IDS, build


@pytest.fixture(scope="module")
def talks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    with parley.open(build(Path(tmp_path_factory.mktemp("stories")) / "talks.parley")) as project:
        yield project


def reports(talks: Project) -> dict[str, Report]:
    return {recorded.report.id: recorded.report for recorded in talks.ledger().reports()}


def test_stories_with_days_parties_and_copies(talks: Project) -> None:
    page = stories_page(talks.ledger(), 2)
    assert (len(page.rows), page.total) == (2, 3)
    row = next(row for row in stories_page(talks.ledger()).rows if row.first == "2031-01-01")
    assert (row.kind, row.given, row.reports, row.copies, row.last) == ("talks", False, 4, 1, "2031-01-19")
    assert row.parties == "Barbarbar Berths Company, Barbarbar Workers"


def test_a_story_says_why_each_report_is_in_it(talks: Project) -> None:
    story = next(story for story in talks.ledger().stories() if IDS[0] in story.reports)
    page = story_page(talks.ledger(), story.id)
    assert [row.report for row in page.rows] == IDS[:4]
    links = talks.ledger().story_links(story)
    for row in page.rows:
        own = [link for link in links if row.report in (link.one, link.other)]
        assert row.weight == max(link.weight for link in own)
        assert row.beside in {link.one for link in own} | {link.other for link in own}
        assert "barbarbar workers" in row.shared


def test_what_was_put_in_a_story_says_so(talks: Project) -> None:
    made = talks.put_in_story(IDS[0], "Strike", person="Ann")
    other = talks.put_in_story(IDS[4], "Strike", person="Ann")
    row = next(row for row in story_page(talks.ledger(), "strike").rows if row.report == IDS[0])
    assert (row.shared, row.beside) == ("strike", IDS[4])
    for each in (other, made):
        talks.undo(each.id, person="Ann")


def test_groups_of_copies_name_the_first(talks: Project) -> None:
    page = copy_groups_page(talks.ledger())
    assert {row.reports for row in page.rows} == {" ".join(sorted(IDS[at + 2 : at + 4])) for at in (0, 4, 8)}
    assert {row.first for row in page.rows} == {IDS[2], IDS[6], IDS[10]}
    assert {(row.kinds, row.changes, row.changed) for row in page.rows} == {("verbatim", 0, "")}


def test_the_copies_of_a_report(talks: Project) -> None:
    (row,) = copies_page(talks.ledger(), IDS[3]).rows
    assert (row.report, row.kind, row.share, row.other_share, row.first) == (IDS[2], "verbatim", 1.0, 1.0, IDS[2])
    assert copies_page(talks.ledger(), IDS[0]).rows == ()


@pytest.mark.parametrize(("one", "other", "copied"), [(3, 2, True), (0, 1, False), (5, 0, False)])
def test_two_texts_word_by_word_are_both_whole(talks: Project, one: int, other: int, copied: bool) -> None:
    page = diff_page(talks.ledger().text_pair(IDS[one], IDS[other]))
    texts = reports(talks)
    first, second = sorted((IDS[one], IDS[other]), key=lambda each: texts[each].published or "")
    assert (page.one.id, page.other.id) == (first, second)
    assert "".join(words.one for words in page.words) == texts[first].text
    assert "".join(words.other for words in page.words) == texts[second].text
    assert (page.link is not None) is copied
    assert all(words.kind == "same" for words in page.words) is copied


def test_the_page_of_two_texts_escapes_them_and_loads_nothing(talks: Project) -> None:
    page = diff_page(talks.ledger().text_pair(IDS[0], IDS[1]))
    html = diff_html(page)
    assert html == diff_html(page)
    assert "<del>" in html
    assert "<ins>" in html
    assert not {"http:", "https:", "<script", "<link", "<img"} & set(html.split())
