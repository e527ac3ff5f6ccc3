from __future__ import annotations

from collections.abc import Iterator

import pytest

from parley.model import Report, new_report
from parley.store import EmptyQueryError, Store
from tests.recorded import RUN, extraction_of, observed, report_of

FILLER = "Cranes stood idle along the quay while lorries waited at the gate. " * 6
REPORTS = {
    "port": report_of("The dockers rejected a pay offer.\n\n" + FILLER + "A second offer is due.", "2031-03-04"),
    "truce": report_of(
        "A cease-fire was offered at 5.5 days, U.S. envoys said.", "2031-04-01T09:00:00Z", "Évening Post"
    ),
    "cafe": report_of("🎉 Talks moved to a café; the café closed early.", None, None),
    "nul": report_of("Before\x00after the walkout.", "2031-05-01"),
    "marked": report_of("\ue000\ue001 private signs around the lockout \ue000", "2031-05-02"),
    "gate": report_of("The gate, the gate, the gate.", "2031-06-01"),
    "titled": new_report("Nothing of note here.", title="Arbitration begins", published="2031-05-03"),
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("search") / "talks.parley") as opened:
        for name, report in REPORTS.items():
            story = "Port Strike" if name == "port" else None
            opened.add(report, observed(f"{name}.txt", story), extraction=extraction_of(report), run=RUN)
        yield opened


def names(store: Store, query: str, **filters: str | None) -> set[str]:
    known = {report.id: name for name, report in REPORTS.items()}
    return {known[hit.report.id] for hit in store.search(query, **filters)}  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("dockers", {"port"}),
        ("OFFER", {"port", "truce"}),
        ("rejecting", {"port"}),
        ('"pay offer"', {"port"}),
        ('"offer pay"', set()),
        ("offer NOT dockers", {"truce"}),
        ("dock*", {"port"}),
        ("cafe", {"cafe"}),
        ("walkout", {"nul"}),
        ("arbitration", {"titled"}),
        ("cease-fire", {"truce"}),
        ("U.S. envoys", {"truce"}),
        ("5.5", {"truce"}),
        ('the "dockers', {"port"}),
        ("dockers)", {"port"}),
        ("unknown: dockers", set()),
        ("AND", set()),
    ],
)
def test_what_a_query_finds(store: Store, query: str, found: set[str]) -> None:
    assert names(store, query) == found


@pytest.mark.parametrize("query", ["", "  ", '"', "* - ()"])
def test_a_query_without_a_word_is_refused(store: Store, query: str) -> None:
    with pytest.raises(EmptyQueryError, match="at least one word"):
        store.search(query)


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"outlet": "harbour gazette"}, {"port"}),
        ({"outlet": "éVENING post"}, {"truce"}),
        ({"story": "port strike"}, {"port"}),
        ({"since": "2031-03-05"}, {"truce"}),
        ({"until": "2031-03-04"}, {"port"}),
        ({"until": "2031-04-01"}, {"port", "truce"}),
        ({"since": "2031-04-02"}, set()),
    ],
)
def test_filters_narrow_what_is_found(store: Store, filters: dict[str, str | None], found: set[str]) -> None:
    assert names(store, "offer", **filters) == found


def marked_words(store: Store, query: str) -> list[tuple[Report, list[str]]]:
    return [(hit.report, [span.of(hit.report.text) for span in hit.matches]) for hit in store.search(query)]


@pytest.mark.parametrize(
    ("query", "name", "words"),
    [
        ("café", "cafe", ["café", "café"]),
        ("offer dockers", "port", ["dockers", "offer", "offer"]),
        ('"pay offer"', "port", ["pay offer"]),
        ("lockout", "marked", ["lockout"]),
        ("arbitration", "titled", []),
        ("cease-fire", "truce", ["cease-fire"]),
    ],
)
def test_matches_are_spans_of_the_report(store: Store, query: str, name: str, words: list[str]) -> None:
    assert marked_words(store, query) == [(REPORTS[name], words)]


def test_a_snippet_is_a_stretch_of_whole_words_around_the_first_match(store: Store) -> None:
    (hit,) = store.search('"second offer"')
    text, snippet = hit.report.text, hit.snippet
    assert snippet.covers(hit.matches[0])
    assert 0 < snippet.start < hit.matches[0].start
    assert text[snippet.start - 1] == " "
    (early,) = store.search("dockers")
    assert early.snippet.start == 0
    assert early.snippet.end < len(text)
    assert text[early.snippet.end] == " "


def test_the_limit_keeps_the_best(store: Store) -> None:
    assert names(store, "gate") == {"port", "gate"}
    (best,) = store.search("gate", limit=1)
    assert best.report == REPORTS["gate"]
