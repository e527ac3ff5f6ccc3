"""Claims as ClaimReview, CSL-JSON and Markdown: valid by the published forms, and no rating that nobody gave."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

import parley
from parley.cli.main import parley as command
from parley.export import ClaimFormat, export_claims
from parley.export.bibliography import bibliography
from parley.export.footnoted import claims_markdown
from parley.export.told import ToldClaim
from parley.ledger import Entry, Tellings
from parley.model import Move, Observation, new_report
from parley.pages.cited import cited_claim
from parley.project import Project
from tests import small_record
from tests.recorded import claim_at

TEXT = {"type": "string", "minLength": 1}
NAMED = {
    "type": "object",
    "properties": {"@type": {"enum": ["Person", "Organization"]}, "name": TEXT},
    "required": ["@type", "name"],
    "additionalProperties": False,
}
ARTICLE = {
    "type": "object",
    "properties": {
        "@type": {"const": "NewsArticle"},
        "headline": TEXT,
        "datePublished": {"type": "string", "pattern": r"^\d{4}-\d{2}(-\d{2}(T.+)?)?$"},
        "publisher": NAMED,
        "url": {"type": "string", "pattern": "^https?://"},
    },
    "required": ["@type"],
    "additionalProperties": False,
}
# schema.org/Claim and schema.org/ClaimReview: only properties that these types have, with values of the types they expect.
CLAIM = {
    "type": "object",
    "properties": {
        "@type": {"const": "Claim"},
        "@id": {"type": "string", "pattern": "^#claim-"},
        "name": TEXT,
        "text": TEXT,
        "author": NAMED,
        "datePublished": {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
        "appearance": {"type": "array", "items": ARTICLE, "minItems": 1},
        "firstAppearance": ARTICLE,
    },
    "required": ["@type", "@id", "name", "appearance"],
    "additionalProperties": False,
}
REVIEW = {
    "type": "object",
    "properties": {
        "@type": {"const": "ClaimReview"},
        "@id": {"type": "string", "pattern": "^#review-"},
        "claimReviewed": TEXT,
        "author": NAMED,
        "datePublished": {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
        "reviewRating": {
            "type": "object",
            "properties": {"@type": {"const": "Rating"}, "alternateName": TEXT, "ratingExplanation": TEXT},
            "required": ["@type", "alternateName"],
            "additionalProperties": False,
        },
        "itemReviewed": CLAIM,
    },
    "required": ["@type", "claimReviewed", "author", "reviewRating", "itemReviewed"],
    "additionalProperties": False,
}
CLAIM_REVIEWS = jsonschema.Draft202012Validator(
    {
        "type": "object",
        "properties": {
            "@context": {"const": "https://schema.org"},
            "@graph": {"type": "array", "items": {"oneOf": [CLAIM, REVIEW]}},
        },
        "required": ["@context", "@graph"],
        "additionalProperties": False,
    }
)
# Of csl-data.json, the schema of the Citation Style Language: the fields that are used here, and no others.
CSL = jsonschema.Draft202012Validator(
    {
        "type": "array",
        "items": {
            "type": "object",
            "properties": {
                "id": {"type": ["string", "number"]},
                "type": {"enum": ["article", "article-journal", "article-magazine", "article-newspaper", "webpage"]},
                "title": {"type": "string"},
                "container-title": {"type": "string"},
                "URL": {"type": "string"},
                "language": {"type": "string"},
                "author": {
                    "type": "array",
                    "items": {
                        "type": "object",
                        "properties": {"literal": {"type": "string"}},
                        "required": ["literal"],
                        "additionalProperties": False,
                    },
                },
                "issued": {
                    "type": "object",
                    "properties": {
                        "date-parts": {
                            "type": "array",
                            "minItems": 1,
                            "maxItems": 2,
                            "items": {
                                "type": "array",
                                "items": {"type": ["string", "number"]},
                                "minItems": 1,
                                "maxItems": 3,
                            },
                        }
                    },
                    "additionalProperties": False,
                },
            },
            "required": ["type", "id"],
            "additionalProperties": False,
        },
    }
)


@pytest.fixture
def talks(tmp_path: Path) -> Iterator[Project]:
    with parley.open(small_record.build(tmp_path / "talks.parley")) as project:
        yield project


def written(talks: Project, form: ClaimFormat) -> bytes:
    return export_claims(talks.ledger(), talks.ledger().view().entries, form)


def graph(talks: Project) -> list[dict[str, Any]]:
    document = json.loads(written(talks, "claimreview"))
    CLAIM_REVIEWS.validate(document)
    return list(document["@graph"])


def entry_of(text: str, **more: str | None) -> Entry:
    report = new_report(f"{text}. The guild rejected the plan.", **more)
    claim = claim_at(report, "rejected the plan", Move("reject", about=text))
    return Entry(claim, report, Observation("a.txt", "00ff", "text"))


def told(entry: Entry) -> ToldClaim:
    return ToldClaim(entry, "", cited_claim(entry, Tellings(())), frozenset({entry.claim.id}))


def test_where_nobody_decided_there_is_a_claim_and_no_rating(talks: Project) -> None:
    claim = next(talks.store.claims(act="demand")).id
    talks.note(claim, "ask the crews", person="Ann")
    assert {item["@type"] for item in graph(talks)} == {"Claim"}
    assert len(graph(talks)) == 8
    assert b"ating" not in written(talks, "claimreview")


def test_a_rating_is_each_persons_own_decision_in_words(talks: Project) -> None:
    claim = next(talks.store.claims(act="demand")).id
    talks.accept(claim, person="Ann")
    talks.dispute(claim, note="they asked for less", person="Bo")
    talks.accept(claim, person="Bo")
    reviews = {item["author"]["name"]: item for item in graph(talks) if item["@type"] == "ClaimReview"}
    rated = {name: item["reviewRating"] for name, item in reviews.items()}
    assert rated["Ann"]["alternateName"] == "Reported so; truth not judged"
    assert (rated["Bo"]["alternateName"], rated["Bo"]["ratingExplanation"]) == ("Disputed", "they asked for less")
    assert not any("ratingValue" in each for each in rated.values())
    assert {item["itemReviewed"]["@id"] for item in reviews.values()} == {f"#{claim}"}
    assert reviews["Bo"]["claimReviewed"] == "Ferry Crews: demand → Strait Lines: 7 per cent pay"
    talks.undo_last(person="Bo")
    talks.undo_last(person="Bo")
    assert [item["author"]["name"] for item in graph(talks) if item["@type"] == "ClaimReview"] == ["Ann"]


def test_each_report_cited_is_one_item_of_the_bibliography(talks: Project) -> None:
    items = json.loads(written(talks, "csl"))
    CSL.validate(items)
    assert [item["id"] for item in items] == [report.id for report in talks.ledger().view().reports]


@pytest.mark.parametrize(
    ("published", "parts"),
    [("2031-03-05T14:12:00+03:00", [2031, 3, 5]), ("2031-03-05", [2031, 3, 5]), (None, None)],
)
def test_a_day_of_publication_is_told_in_parts(published: str | None, parts: list[int] | None) -> None:
    items = json.loads(bibliography([entry_of("The plan", published=published)]))
    CSL.validate(items)
    assert items[0].get("issued") == ({"date-parts": [parts]} if parts else None)


def test_in_markdown_every_statement_has_its_footnotes_and_every_footnote_its_statement(talks: Project) -> None:
    text = written(talks, "md").decode()
    assert "## Ferry dispute" in text
    body, notes = (
        [line for line in text.splitlines() if line.startswith("- ")],
        re.findall(r"^\[\^(\d+)\]: ", text, re.M),
    )
    assert notes == [str(number) for number in range(1, len(notes) + 1)]
    assert sorted({int(each) for line in body for each in re.findall(r"\[\^(\d+)\]", line)}) == list(map(int, notes))


def test_what_a_report_says_is_no_markup() -> None:
    entry = entry_of(
        "*A* [plan](https://x.example) <b>", title="1. # `Now`", outlet="- _Post_", url="javascript:alert(1)"
    )
    text = claims_markdown([told(entry)]).decode()
    assert "\\*A\\* \\[plan\\](https://x.example) \\<b\\>" in text
    assert "\\- \\_Post\\_" in text
    assert "<javascript:" not in text


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=40).filter(str.strip))
def test_any_words_stay_on_their_line(words: str) -> None:
    entry = entry_of("The plan", title=words, outlet=words, url=f"https://x.example/{words}")
    assert len(claims_markdown([told(entry)]).decode().split("\n")) == 8
    CSL.validate(json.loads(bibliography([entry])))


@pytest.mark.parametrize("form", ["claimreview", "csl", "md"])
def test_the_same_record_gives_the_same_bytes(talks: Project, form: ClaimFormat) -> None:
    assert written(talks, form) == written(talks, form)
    done = CliRunner().invoke(command, ["export", "-", "--format", form, "--db", str(talks.store.path)])
    assert done.stdout_bytes == written(talks, form)


def test_a_workbook_is_refused_in_a_sentence(talks: Project) -> None:
    done = CliRunner().invoke(command, ["export", "claims.xlsx", "--review", "--db", str(talks.store.path)])
    assert done.exit_code == 2
    assert "writes no workbooks; end the file's name in .csv" in done.stderr
