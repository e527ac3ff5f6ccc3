"""Of which kind of dispute a report tells most, for amounts that no word beside them explains."""

from __future__ import annotations

from functools import cache

from parley.annotate.doc import Doc
from parley.lexicon.acts import load_issues, load_talks

__all__ = ["is_debt", "main_kind", "tells_of"]

# What is done in all kinds of dispute.
_OF_ALL = {"pay"}
# What a kind of dispute shows itself by: classes of nouns, and issues by the words they ask a report for.
_SHOWN_BY: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "pay": (("told_pay",), ("pay", "jobs")),
    "debt": (("debt_words", "told_debt"), ()),
    "takeover": (("takeover",), ()),
    "trade": (("told_trade",), ("quota",)),
    "climate": (("told_climate",), ()),
    "conflict": (("truce_words", "told_conflict"), ()),
}


@cache
def _words() -> dict[str, frozenset[str]]:
    nouns, issues = load_talks().nouns, load_issues()
    return {
        kind: frozenset().union(
            *(nouns.get(name, frozenset()) for name in classes),
            *(issue.with_ for issue in issues if issue.issue in asked),
        )
        - _OF_ALL
        for kind, (classes, asked) in _SHOWN_BY.items()
    }


def main_kind(doc: Doc) -> str | None:
    """The kind of dispute most of whose words the report holds; None where it holds none, or two kinds draw."""
    found = doc.kept.get(main_kind)
    if found is None:
        counts = sorted(((len(words & doc.words), kind) for kind, words in _words().items()), reverse=True)
        clear = counts[0][0] > counts[1][0]
        found = doc.kept[main_kind] = counts[0][1] if clear else ""
    return str(found) or None


def tells_of(doc: Doc, kind: str) -> bool:
    """Whether the report holds a word of that kind of dispute."""
    return not _words()[kind].isdisjoint(doc.words)


def is_debt(doc: Doc) -> bool:
    """Whether the report speaks of what somebody owes."""
    return not load_talks().nouns.get("debt_words", frozenset()).isdisjoint(doc.words)
