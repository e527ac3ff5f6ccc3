from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from parley.ledger import Ledger
from parley.model import Extraction, Report, new_report
from parley.pages import MarkedPage, marked_page, marked_text
from parley.render.html import HtmlTable, marked_fragment, report_html, tables_fragment
from parley.store import Store
from tests import strike_record
from tests.recorded import RUN, extractions

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)> & \"q\" 'a' {{ 7 * 7 }} {% raw %}"
VOID = {"meta", "link", "br", "img", "input", "hr"}


class Read(HTMLParser):
    """A page read back: the text in elements of class `s`, and every element with its attributes."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.words, self.tags, self._open = "", list[tuple[str, dict[str, str | None]]](), list[set[str]]()
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(set((dict(attrs).get("class") or "").split()))

    def handle_endtag(self, tag: str) -> None:
        self._open.pop()

    def handle_data(self, data: str) -> None:
        if any("s" in classes for classes in self._open):
            self.words += "\0" if "nul" in self._open[-1] else data

    def values(self, attribute: str) -> list[str]:
        return [attrs[attribute] or "" for _, attrs in self.tags if attribute in attrs]


def page_of(text: str, found: Extraction | None = None, **head: str | None) -> MarkedPage:
    report = new_report(text)
    found = found or Extraction(report.id)
    marked = marked_text(report, found.claims, passages=found.passages, unread=found.unread)
    head = {
        "title": "T",
        "outlet": "O",
        "byline": None,
        "published": "2031-05-04",
        "url": None,
        "language": None,
    } | head
    return MarkedPage(
        report.id, published_basis="text", source="a/b.txt", story=None, recorded_at="2031-05-04", marked=marked, run=RUN,
        data="data-0", **head,
    )  # fmt: skip


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> MarkedPage:
    database = strike_record.build(tmp_path_factory.mktemp("record") / "talks.parley")
    with Store.open(database) as store:
        ledger = Ledger(store)
        found, (_, extraction) = ledger.report("tugs/1.txt"), strike_record.extractions()[0]
        entries = ledger.view(report="tugs/1.txt").entries
        return marked_page(found, entries, passages=extraction.passages, unread=extraction.unread, run=RUN)


@given(extractions())
def test_the_text_read_back_is_the_reports(drawn: tuple[Report, object, Extraction]) -> None:
    report, _, found = drawn
    page = page_of(report.text, found)
    assert Read(report_html(page)).words == report.text
    assert Read(marked_fragment(page.marked, prefix="r1-")).words == report.text


@given(st.text())
@example("one\r\ntwo\rthree\n\n\r\n")
@example("\n first line is empty\t\tand tabs  stay \n")
@example("nul \0 bell \a form feed \f delete \x7f next line \x85 soft\xadhyphen")
@example("👩‍👩‍👧‍👦 🇳🇴 é e\u0301 שלום مرحبا \u202eabc\u202c \ufeff \ufffe 𐍈")
@example("&amp; &lt;b&gt; &#13; &nbsp; <b>bold</b> <!-- no comment --> ]]>")
@example(HOSTILE)
def test_any_text_read_back_is_the_same(text: str) -> None:
    assert Read(report_html(page_of(text))).words == text


@given(st.text(max_size=30) | st.just(HOSTILE))
def test_what_a_report_holds_adds_no_element(words: str) -> None:
    plain, given_words = page_of("some words"), page_of(words or "x", title=words, outlet=words, byline="b" + words)
    expected = Read(report_html(msgspec.structs.replace(plain, byline="b")))
    found = Read(report_html(given_words))
    kept = [tag for tag, attrs in found.tags if attrs.get("class") != "nul"]
    assert kept == [tag for tag, _ in expected.tags]


def test_the_page_loads_and_runs_nothing(page: MarkedPage) -> None:
    html = report_html(page)
    read = Read(html)
    assert {"script", "img", "link", "iframe", "object", "form", "base"}.isdisjoint(tag for tag, _ in read.tags)
    assert not [name for _, attrs in read.tags for name in attrs if name.startswith("on") or name in ("src", "style")]
    assert not re.search(r"url\(|@import|@font-face", html)
    assert [href for href in read.values("href") if not href.startswith("#")] == ["https://quay.example/tugs"]


def test_only_the_pages_own_style_is_let_in(page: MarkedPage) -> None:
    from base64 import b64encode
    from hashlib import sha256

    html = report_html(page)
    style = html.split("<style>")[1].split("</style>")[0]
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in html


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///a", "quay.example", "HTTPX://a"])
def test_only_web_addresses_become_links(url: str) -> None:
    read = Read(report_html(page_of("words", url=url)))
    assert [href for href in read.values("href") if not href.startswith("#")] == []


def test_anchors_lead_both_ways(page: MarkedPage) -> None:
    read = Read(report_html(page))
    ids = read.values("id")
    assert len(ids) == len(set(ids))
    inner = [href[1:] for href in read.values("href") if href.startswith("#")]
    assert set(inner) <= set(ids)
    numbers = [claim.number for claim in page.marked.claims]
    assert {f"t{n}" for n in numbers} | {f"c{n}" for n in numbers} <= set(inner)


def test_kinds_are_told_by_letter_and_word_not_colour_alone(page: MarkedPage) -> None:
    html = report_html(page)
    for letter, kind in {"E1": "event", "M2": "move", "F3": "figure", "Q4": "quote"}.items():
        assert f'<a class="no {kind}" href="#c{letter[1]}" aria-label="claim {letter[1]}, {kind}">{letter}</a>' in html
    assert all(f'class="label">{label}' in html for label in ("stands above", "not read", "no running text"))


@pytest.mark.parametrize(
    "wanted",
    ["Quay &lt;Wire&gt;", "4 May 2031 (from the metadata)", "1.txt", RUN.id, "1 sentence with a cue", "planned"],
)
def test_head_and_foot_say_which_report_and_which_run(page: MarkedPage, wanted: str) -> None:
    assert wanted in report_html(page)


def test_what_people_decided_is_shown(page: MarkedPage) -> None:
    report, found = strike_record.extractions()[0]
    marked = marked_text(report, found.claims, decided={found.claims[0].id: "accepted by <Ann>"})
    html = report_html(msgspec.structs.replace(page, marked=marked))
    assert html.count("accepted by &lt;Ann&gt;") == 1
    assert "accepted by" not in report_html(page)


def test_the_folders_a_report_lay_in_are_not_told(page: MarkedPage) -> None:
    assert "tugs/1.txt" not in report_html(page)
    assert page.data in report_html(page)


@pytest.mark.parametrize("media", ["prefers-color-scheme: dark", "forced-colors: active", "print", "max-width"])
def test_the_style_answers_to_the_readers_screen(page: MarkedPage, media: str) -> None:
    assert re.search(rf"@media [^{{]*{media}", report_html(page))


def test_the_same_page_gives_the_same_characters(page: MarkedPage) -> None:
    assert report_html(page) == report_html(page)


def test_a_table_escapes_what_it_shows(tmp_path: Path) -> None:
    html = tables_fragment([HtmlTable(HOSTILE, (HOSTILE,), ((HOSTILE,),), left=3)])
    assert "<script" not in html
    assert "<img" not in html
    assert "3 more not shown" in html
