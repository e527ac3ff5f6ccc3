"""Every place answers as a page, as JSON and as CSV, all of the same record."""

from __future__ import annotations

import csv
import html
import io
import re
from pathlib import Path
from shutil import copyfile

import msgspec
import pytest

import parley
from parley.model import Extraction, new_claim
from parley.project import Project
from parley.web import make_app
from tests import small_record
from tests.recorded import LATER_RUN
from tests.web.asking import Client
from tests.web.places import ALL, addresses


@pytest.fixture(scope="module")
def story(project: Project) -> str:
    return project.ledger().story("Ferry dispute").id


def test_a_board_shows_its_cells_in_all_forms(client: Client, story: str) -> None:
    page, rows = client.get(f"/story/{story}"), client.get(f"/story/{story}.json").json()
    listed = list(csv.DictReader(io.StringIO(client.get(f"/story/{story}.csv").text)))
    assert rows["name"] == "Ferry dispute"
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    cells = [cell for row in rows["board"]["rows"] for cell in row["cells"]]
    assert [cell["claim"] for cell in listed] == [cell["claim"] for cell in cells]
    assert all(f'href="/claim/{cell["claim"]}"' in page.text for cell in cells)


def test_a_board_as_of_a_day_leaves_out_what_came_later(client: Client, story: str) -> None:
    asked = client.get(f"/story/{story}.json?published-by=2031-03-04").json()
    assert asked["board"]["reports"] < client.get(f"/story/{story}.json").json()["board"]["reports"]
    assert asked["board"]["published_by"] == "2031-03-04"
    assert asked["days"] == ["2031-03-04", "2031-03-06"]


def test_a_report_shows_every_claim_in_all_forms(client: Client) -> None:
    name = small_record.FERRY_1.id
    page, record = client.get(f"/report/{name}"), client.get(f"/report/{name}.json").json()
    listed = list(csv.DictReader(io.StringIO(client.get(f"/report/{name}.csv").text)))
    claims = [claim["id"] for claim in record["page"]["marked"]["claims"]]
    assert claims
    assert [claim["id"] for claim in listed] == claims
    assert all(claim in page.text for claim in claims)
    assert "".join(segment["text"] for segment in record["page"]["marked"]["segments"]) == small_record.FERRY_1.text


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/report/report-0", 404, "no report in the record answers to"),
        ("/report/report-0.json", 404, "no report in the record answers to"),
        ("/story/nothing", 404, "no story in the record answers to"),
        ("/no/such/page", 404, "no page has this address: /no/such/page"),
        ("/story/Ferry%20dispute?published-by=yesterday", 400, "is no date; write it as year-month-day"),
    ],
)
def test_what_is_not_there_is_told_in_a_sentence(client: Client, path: str, status: int, words: str) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert words in answer.text.replace("&#39;", "'")
    assert "Traceback" not in answer.text


def test_a_page_is_not_sent_again_while_the_record_is_the_same(client: Client, story: str) -> None:
    first = client.get(f"/story/{story}")
    again = client.get(f"/story/{story}", headers={"if-none-match": first.headers["etag"]})
    assert again.status_code == 304
    assert again.text == ""


@pytest.fixture(scope="module")
def places(project: Project) -> dict[str, str]:
    return addresses(project)


@pytest.mark.parametrize("path", ALL)
def test_every_place_has_a_page_and_its_twins(client: Client, places: dict[str, str], path: str) -> None:
    address = places[path]
    page = client.get(address)
    assert page.status_code == 200
    twins = re.findall(r'<link rel="alternate" type="[^"]+" href="([^"]+)">', page.text)
    assert len(twins) == 2
    as_json, as_csv = (client.get(html.unescape(twin)) for twin in twins)
    assert as_json.json()
    heading, *rows = csv.reader(io.StringIO(as_csv.text))
    assert all(len(row) == len(heading) for row in rows)


@pytest.mark.parametrize("path", ALL)
def test_no_page_asks_for_anything_from_elsewhere(client: Client, places: dict[str, str], path: str) -> None:
    page = re.sub(r' xmlns(:xlink)?="[^"]+"', "", client.get(places[path]).text)  # names of forms, not addresses
    assert "http://" not in page
    assert "https://" not in page
    assert " style=" not in page
    assert "<script>" not in page
    assert " on" + "click" not in page


@pytest.mark.parametrize("path", ALL)
def test_every_link_of_a_page_leads_somewhere(client: Client, places: dict[str, str], path: str) -> None:
    page = client.get(places[path]).text
    ids = set(re.findall(r' id="([^"]+)"', page))
    links = {html.unescape(link) for link in re.findall(r'<a [^>]*href="([^"]+)"', page)}
    assert links
    for link in sorted(links):
        if link.startswith("#"):
            assert link[1:] in ids, link
        else:
            assert client.get(link.partition("#")[0]).status_code == 200, link


@pytest.mark.parametrize("name", ["parley.css", "page.css", "page.js"])
def test_styles_and_scripts_are_there(client: Client, name: str) -> None:
    answer = client.get(f"/static/{name}")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/")


@pytest.mark.parametrize("name", ["..%2fhtml.py", "board.html.j2", ""])
def test_no_other_file_is(client: Client, name: str) -> None:
    assert client.get(f"/static/{name}").status_code == 404


def test_a_look_moves_the_mark_and_reading_does_not(built: Path, tmp_path: Path) -> None:
    copyfile(built, tmp_path / "talks.parley")
    with parley.open(tmp_path / "talks.parley", read_only=True) as project:
        client = Client(make_app(project))
        first = client.get("/home.json").json()
        assert first["since"] is None
        assert client.get("/home.json").json() == first
        assert {group["kind"] for group in first["changes"]} >= {"position"}
        looked = client.request("POST", "/look", {"sec-fetch-site": "same-origin"})
        assert (looked.status_code, looked.headers["location"]) == (303, "/")
        after = client.get("/home.json").json()
        assert (after["changes"], after["came"]) == ([], 0)
        assert after["since"] == first["newest"]


def test_a_claim_of_an_earlier_reading_shows_what_stands_on_its_words_now(built: Path, tmp_path: Path) -> None:
    report, run = small_record.FERRY_1, LATER_RUN
    copyfile(built, tmp_path / "talks.parley")
    with parley.open(tmp_path / "talks.parley") as project:
        old = project.ledger().view(report=report.id, kind="move").entries[0]
        changed = msgspec.structs.replace(old.claim.body, act="threaten")
        claim = new_claim(
            report.id, changed, attribution=old.claim.attribution, factuality=old.claim.factuality,
            mentions=old.claim.mentions, rule="later",
        )  # fmt: skip
        project.store.add(report, old.observation, extraction=Extraction(report.id, (claim,)), run=run)
        client = Client(make_app(project))
        page, record = client.get(f"/claim/{old.claim.id}"), client.get(f"/claim/{old.claim.id}.json").json()
    assert record["former"] is True
    assert [row["id"] for row in record["instead"]] == [claim.id]
    assert f'href="/claim/{claim.id}"' in page.text
    assert "An earlier state of the program read this claim" in page.text


@pytest.mark.parametrize(
    ("query", "kind", "words"),
    [
        ("ferry", "story", "Ferry dispute"),
        ("probl", "page", "Problems"),
        ("rel", "issue", "release"),
        ("check", "page", "Check a claim"),
        ("sailings", "report", ""),
    ],
)
def test_one_can_jump_to_what_has_a_name(client: Client, query: str, kind: str, words: str) -> None:
    found = client.get(f"/jump.json?q={query}").json()
    chosen = next(each for each in found if each["kind"] == kind)
    assert words in chosen["words"]
    assert client.get(chosen["address"]).status_code == 200


def test_a_search_is_narrowed_by_its_facets(client: Client, story: str) -> None:
    found = client.get("/search.json?q=crews").json()
    facets = {facet["name"]: facet["values"] for facet in found["facets"]}
    assert found["total"] >= 1
    assert {"value": story, "words": "Ferry dispute", "count": found["total"]} in facets["story"]
    for value in facets["kind"]:
        narrowed = client.get(f"/search.json?q=crews&kind={value['value']}").json()
        claims = [claim for each in narrowed["reports"] for claim in each["claims"]]
        assert {claim["kind"] for claim in claims} == {value["value"]}
        assert len(claims) == value["count"]
    assert client.get("/search.json?q=crews&outlet=Nobody").json()["total"] == 0
    assert client.get("/search.json").json()["total"] == 0


def test_the_state_is_told_to_a_page_that_asks_whether_it_is_old(client: Client) -> None:
    page = client.get("/").text
    assert f'content="{client.get("/state.json").json()["state"]}"' in page


def test_changes_of_all_kinds_say_which_each_is(client: Client) -> None:
    assert '<td role="cell">position</td>' in client.get("/changes").text
