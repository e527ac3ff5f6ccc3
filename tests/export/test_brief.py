"""A copy to hand on holds what was asked for, no more words than it may, and no link that leads nowhere."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

import pytest

import parley
from parley.export.brief import Asked, brief_folder, choose
from parley.export.brief.choice import NothingToPublishError
from tests.export.published import ASIDE, LONG, SPOKEN, build, file_of, unpacked


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("published") / "talks.parley")


@pytest.fixture(scope="module")
def html(database: Path) -> str:
    return file_of(database)


def folder_of(database: Path, asked: Asked) -> dict[str, bytes]:
    with parley.open(database, create=False, read_only=True) as project:
        ledger = project.ledger()
        return dict(brief_folder(ledger, choose(ledger, asked)))


def whole(html: str) -> str:
    """All that a copy holds, packed or not."""
    packed = unpacked(html)
    return unescape("\n".join([html, *packed.pages.values()]))


def test_the_same_record_gives_the_same_file(database: Path, html: str) -> None:
    assert file_of(database) == html


def test_every_link_of_the_file_leads_to_a_page_of_it(html: str) -> None:
    packed = unpacked(html)
    places = packed.pages.keys() | set(re.findall(r'<section class="leaf[^"]*" id="([^"]+)"', html))
    pages = [html, *packed.pages.values()]
    led = {place.partition("@")[0] for page in pages for place in re.findall(r'href="#(/[^"]*)"', page)}
    assert led
    assert led <= places
    assert {"/", "/briefing", "/words"} == places - packed.pages.keys()
    assert not any('href="None"' in page for page in pages)


def test_what_the_briefing_rests_on_is_there_with_scripts_off(html: str) -> None:
    paper = html.partition('id="packed"')[0]
    cited = set(re.findall(r'href="#(/claim/[^"]+)"', paper))
    assert cited
    assert cited == set(re.findall(r'<li id="(/claim/[^"]+)">', paper))
    assert "5 per cent" in paper


def test_names_of_places_are_used_once(html: str) -> None:
    names = re.findall(r' id="([^"]+)"', html.partition('id="packed"')[0])
    assert len(names) == len(set(names))


def test_texts_are_quoted_and_never_whole(html: str) -> None:
    held = whole(html)
    assert "rejected" in held
    assert ASIDE.strip() not in held
    assert SPOKEN not in held


def test_whole_texts_are_there_when_asked_for(database: Path) -> None:
    held = whole(file_of(database, full_text=True))
    assert SPOKEN in held
    assert ASIDE.strip() in held


def test_no_report_is_quoted_for_more_than_a_third_where_its_claims_are_far_apart(database: Path) -> None:
    with parley.open(database, create=False, read_only=True) as project:
        choice = choose(project.ledger(), Asked())
    inside = sum(len(span.of(LONG.text).split()) for span in choice.quoted[LONG.id])
    assert 0 < inside <= len(LONG.text.split()) / 3


def test_nothing_of_this_machine_and_nothing_from_elsewhere(html: str) -> None:
    held = whole(html)
    assert "ada\\trams" not in held
    assert not re.search(r"<(?:link|script|img|iframe)[^>]+(?:src|href)=\"(?!data:)", held)
    assert "default-src 'none'" in html


def test_mark_up_of_a_report_stays_its_words(html: str) -> None:
    page = unpacked(html).pages[f"/report/{LONG.id}"]
    assert "Tram &lt;talks&gt; &amp; more" in page
    assert "<talks>" not in page


def test_a_story_alone(database: Path) -> None:
    held = whole(file_of(database, story="Ferry"))
    assert "Trams" not in held
    assert "Ferry" in held


def test_lists_hold_what_was_published_since_and_boards_all(database: Path) -> None:
    html = file_of(database, story="Trams", since="2031-03-14")
    packed = unpacked(html)
    days = re.findall(
        r'<tr class="day">.*?</tr>', next(page for place, page in packed.pages.items() if place.endswith("/timeline"))
    )
    assert days
    assert not any("March" in day and "1 Mar" in day for day in days)
    assert "What moved since" in html
    assert any(
        "9 per cent" in page for place, page in packed.pages.items() if place.endswith("/talks")
    )  # the first demand


def test_a_party_narrows_the_lists(database: Path) -> None:
    all_of, some = (unpacked(file_of(database, story="Trams", party=party)) for party in (None, "Ada Quill"))
    timeline = next(place for place in all_of.pages if place.endswith("/timeline"))
    assert "rejected" not in some.pages[timeline]
    assert len(some.pages[timeline]) < len(all_of.pages[timeline])


def test_nothing_to_publish_is_said(database: Path) -> None:
    with parley.open(database, create=False, read_only=True) as project, pytest.raises(NothingToPublishError):
        choose(project.ledger(), Asked(since="2040-01-01"))


def test_where_it_comes_from_follows_from_the_record(database: Path, html: str) -> None:
    made = json.loads(folder_of(database, Asked())["data.json"])["provenance"]
    assert made["data"] in html
    assert made["runs"]
    assert made["as_of"] == "2031-05-20T12:00:00+00:00"
    assert made["quoted"] < made["words"]


def test_every_link_of_the_folder_leads_to_a_file_of_it(database: Path) -> None:
    files = folder_of(database, Asked())
    assert {"index.html", "data.json", "data.csv", "briefing.json"} <= files.keys()
    for path, content in files.items():
        if not path.endswith(".html"):
            continue
        folder = path.split("/")[:-1]
        for href in re.findall(rb'href="(?!data:|https?:)([^"#]+)', content):
            steps = [*folder, *href.decode().split("/")]
            while ".." in steps:
                at = steps.index("..")
                steps[at - 1 : at + 1] = []
            assert "/".join(steps) in files, (path, href)


def test_the_data_of_the_folder_hold_the_claims_that_have_pages(database: Path) -> None:
    files = folder_of(database, Asked())
    lines = json.loads(files["data.json"])["claims"]
    assert {line["id"] for line in lines} == {
        path.removeprefix("claim/").removesuffix(".html") for path in files if path.startswith("claim/")
    }
    assert {line["report"]["source"] for line in lines if line["report"]["id"] == LONG.id} <= {"long.txt"}
    assert files["data.csv"].decode("utf-8-sig").count("\r\n") == len(lines) + 1


def test_the_briefing_as_data_holds_what_the_printed_page_shows(database: Path, html: str) -> None:
    files = folder_of(database, Asked())
    data = json.loads(files["briefing.json"])
    assert data["provenance"] == json.loads(files["data.json"])["provenance"]
    paper = unescape(html.partition('id="packed"')[0])
    named = [story["story"]["name"] for story in data["stories"]] + [each["head"]["name"] for each in data["others"]]
    assert named
    assert all(name in paper for name in named)
    cells = [cell for story in data["stories"] for row in story["rows"] for cell in row["cells"]]
    asks = [ask for story in data["stories"] for ask in story["open"]["rows"]]
    counts = [row for story in data["stories"] for block in story["series"]["rows"] for row in block["rows"]]
    assert all((each["words"] or each["quote"]) in paper for each in cells + asks)
    assert counts
    assert all(row["amount"] in paper for row in counts)


def test_the_briefing_quotes_no_more_than_the_copy(database: Path) -> None:
    assert ASIDE.strip() not in folder_of(database, Asked())["briefing.json"].decode()
