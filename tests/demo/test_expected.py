"""The demo reports and the account of what stands in them agree with each other."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, get_args

import pytest

from parley.demo import demo_reports
from parley.model import claim

Entry = dict[str, Any]
HERE = Path(__file__).parent
EXPECTED: Entry = json.loads((HERE / "expected.json").read_text(encoding="utf-8"))
DOCS: dict[str, Entry] = EXPECTED["docs"]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


class _Visible(HTMLParser):
    """Text a browser would show, one line per element."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in {"title", "script", "style"}

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in {"title", "script", "style"}

    def handle_data(self, data: str) -> None:
        if not self._hidden and data.strip():
            self.lines.append(data.strip())


def _visible(page: str) -> str:
    parser = _Visible()
    parser.feed(page)
    return "\n\n".join(parser.lines)


def _texts() -> dict[str, str]:
    texts: dict[str, str] = {}
    with demo_reports() as root:
        for path in sorted(p for p in root.rglob("*") if p.is_file() and p.name != "manifest.jsonl"):
            name, text = path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")
            if path.suffix == ".jsonl":
                for number, line in enumerate(text.splitlines(), 1):
                    record = json.loads(line)
                    texts[f"{name}#{number}"] = f"{record['title']}\n\n{record['text']}"
            else:
                texts[name] = _visible(text) if path.suffix == ".html" else text
    return texts


TEXTS = _texts()


def _manifests() -> Iterator[tuple[Path, Entry]]:
    with demo_reports() as root:
        for manifest in sorted(root.rglob("manifest.jsonl")):
            for line in manifest.read_text(encoding="utf-8").splitlines():
                yield manifest.parent, json.loads(line)


def _quotes(entry: Entry) -> list[str]:
    return list(entry.get("quotes") or [entry["quote"] if "quote" in entry else entry["words"]])


def _located() -> Iterator[tuple[str, str, Entry, str]]:
    for doc, account in DOCS.items():
        for section in ("moves", "figures", "quotations", "silences", "corrections", "phases", "traps"):
            for entry in account.get(section, []):
                for quote in _quotes(entry):
                    yield doc, section, entry, quote


def test_every_report_has_an_account_and_the_other_way_round() -> None:
    assert len(TEXTS) >= 18
    assert set(TEXTS) == set(DOCS)


def test_the_manifests_name_every_file_once() -> None:
    named = [(folder.name, entry["doc"]) for folder, entry in _manifests()]
    with demo_reports() as root:
        files = [(p.parent.name, p.stem) for p in root.rglob("*") if p.is_file() and p.name != "manifest.jsonl"]
    assert sorted(named) == sorted(files)
    assert all(set(entry) <= {"doc", "title", "outlet", "published", "url", "story"} for _, entry in _manifests())
    assert len({entry["story"] for _, entry in _manifests()}) == 2


@pytest.mark.parametrize("doc", DOCS)
def test_the_date_stands_where_the_account_says(doc: str) -> None:
    account, stem = DOCS[doc], Path(doc.split("#")[0]).stem
    entry = next(e for folder, e in _manifests() if folder.name == doc.split("/")[0] and e["doc"] == stem)
    with demo_reports() as root:
        raw = (root / doc.split("#")[0]).read_text(encoding="utf-8")
    if account["published"] is None:
        assert account["published_basis"] == "unknown"
        assert not re.search(r"\b20\d\d\b", raw)
        return
    day = date.fromisoformat(account["published"])
    given = {
        "manifest": entry.get("published", ""),
        "metadata": raw,
        "record": raw,
        "text": f"Published: {day.day} {MONTHS[day.month - 1]} {day.year}",
    }[account["published_basis"]]
    assert given in raw if account["published_basis"] == "text" else account["published"] in given
    assert ("published" in entry) == (account["published_basis"] == "manifest")


@pytest.mark.parametrize(("doc", "section", "entry", "quote"), list(_located()))
def test_a_quote_locates_its_entry(doc: str, section: str, entry: Entry, quote: str) -> None:
    assert quote
    assert TEXTS[doc].count(quote) == entry.get("times", 1), section


@pytest.mark.parametrize("doc", DOCS)
def test_furniture_datelines_and_repeats_stand_in_the_text(doc: str) -> None:
    account, text = DOCS[doc], TEXTS[doc]
    lines = text.splitlines()
    assert [line for line in account.get("furniture", []) if line not in lines] == []
    assert account.get("dateline", "") in text
    assert [passage for passage in account.get("repeats", []) if text.count(passage) != 2] == []
    paragraphs = [line for line in lines if len(line) > 60]
    assert sorted({p for p in paragraphs if paragraphs.count(p) > 1}) == sorted(account.get("repeats", []))


@pytest.mark.parametrize("doc", [doc for doc in DOCS if "dateline" in DOCS[doc]])
def test_datelines_give_the_day_of_publication(doc: str) -> None:
    day = date.fromisoformat(DOCS[doc]["published"])
    assert f"{MONTHS[day.month - 1]} {day.day} " in DOCS[doc]["dateline"]


@pytest.mark.parametrize("doc", TEXTS)
def test_written_dates_have_their_weekday(doc: str) -> None:
    year = 2025
    for weekday, number, month in re.findall(rf"({'|'.join(DAYS)}),? (\d+) ({'|'.join(MONTHS)})", TEXTS[doc]):
        assert DAYS[date(year, MONTHS.index(month) + 1, int(number)).weekday()] == weekday


@pytest.mark.parametrize(("doc", "section", "entry", "quote"), list(_located()))
def test_days_of_entries_agree_with_their_words(doc: str, section: str, entry: Entry, quote: str) -> None:
    given = [entry[key][:10] for key in ("when", "deadline", "said_on", "expires", "as_of", "period") if key in entry]
    days = {DAYS[date.fromisoformat(day).weekday()] for day in given if re.fullmatch(r"\d{4}-\d\d-\d\d", day)}
    words = {name for name in DAYS if name in quote}
    assert not days or not words or days & words, (doc, section)


@pytest.mark.parametrize("doc", DOCS)
def test_entries_use_the_words_of_the_record(doc: str) -> None:
    acts, issues, measures = (set(get_args(kind)) for kind in (claim.Act, claim.Issue, claim.Measure))
    moves, figures = DOCS[doc].get("moves", []), DOCS[doc].get("figures", [])
    assert {act for move in moves for act in [move["act"], *move.get("or", [])]} <= acts
    assert {term["issue"] for move in moves for term in move.get("terms", [])} <= issues
    assert {name for figure in figures for name in [figure["measure"], *figure.get("or", [])]} <= measures
    terms = [term for move in moves for term in move.get("terms", [])]
    bounds = [(e["lower"], e["upper"]) for e in [*terms, *figures] if "lower" in e]
    assert all(low is None or high is None or low <= high for low, high in bounds)


def test_ids_are_unique() -> None:
    ids = [e["id"] for account in DOCS.values() for key in ("moves", "figures") for e in account.get(key, [])]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("doc", DOCS)
def test_no_trap_lies_in_the_words_of_a_sure_entry(doc: str) -> None:
    account, text = DOCS[doc], TEXTS[doc]
    sure = [e for key in ("moves", "figures") for e in account.get(key, []) if not e.get("doubtful")]
    spans = [(text.index(quote), text.index(quote) + len(quote), e["id"]) for e in sure for quote in e["quotes"]]
    for trap in account.get("traps", []):
        start, end = text.index(trap["quote"]), text.index(trap["quote"]) + len(trap["quote"])
        assert [name for low, high, name in spans if low < end and start < high] == [], trap["quote"]
        assert trap["why"]


def test_the_copy_says_what_the_agency_said() -> None:
    (copy,) = [doc for doc, account in DOCS.items() if "copy_of" in account]
    original = TEXTS[DOCS[copy]["copy_of"]]
    shared = [line for line in TEXTS[copy].splitlines() if len(line) > 60 and line in original]
    assert len(shared) >= 6


def test_relations_name_reports_there_are() -> None:
    assert {doc for relation in EXPECTED["cross"] for doc in relation["docs"]} <= set(DOCS)
