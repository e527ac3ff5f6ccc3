"""Every place answers as a page, as JSON and as CSV, all of the same record."""

from __future__ import annotations

import csv
import io

import pytest

from parley.project import Project
from tests import small_record
from tests.web.asking import Client


@pytest.fixture(scope="module")
def story(project: Project) -> str:
    return project.ledger().story("Ferry dispute").id


def test_a_board_shows_its_cells_in_all_forms(client: Client, story: str) -> None:
    page, rows = client.get(f"/story/{story}"), client.get(f"/story/{story}.json").json()
    listed = list(csv.DictReader(io.StringIO(client.get(f"/story/{story}.csv").text)))
    assert rows["story"] == "Ferry dispute"
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    cells = [cell for row in rows["rows"] for cell in row["cells"]]
    assert [cell["claim"] for cell in listed] == [cell["claim"] for cell in cells]
    assert all(f'href="/claim/{cell["claim"]}"' in page.text for cell in cells)


def test_a_board_as_of_a_day_leaves_out_what_came_later(client: Client, story: str) -> None:
    asked = client.get(f"/story/{story}.json?published-by=2031-03-04").json()
    assert asked["reports"] < client.get(f"/story/{story}.json").json()["reports"]
    assert asked["published_by"] == "2031-03-04"


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


def test_no_page_asks_for_anything_from_elsewhere(client: Client, story: str) -> None:
    for path in ("/", "/stories", f"/story/{story}", f"/report/{small_record.FERRY_1.id}"):
        page = client.get(path).text
        assert "http://" not in page
        assert "https://" not in page


@pytest.mark.parametrize("name", ["parley.css", "page.css", "page.js"])
def test_styles_and_scripts_are_there(client: Client, name: str) -> None:
    answer = client.get(f"/static/{name}")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/")


@pytest.mark.parametrize("name", ["..%2fhtml.py", "board.html.j2", ""])
def test_no_other_file_is(client: Client, name: str) -> None:
    assert client.get(f"/static/{name}").status_code == 404
