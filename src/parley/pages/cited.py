"""What a claim or a series of figures says, with footnotes: outlet, day, title, exact words, and where to find them."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from parley.ledger import Entry, Tellings
from parley.pages.addresses import address_of
from parley.pages.words import chain_words, claim_words, day_words, disputed_words, factuality_words, quote_words

__all__ = [
    "UNKNOWN_OUTLET",
    "UNTITLED",
    "Cited",
    "CitedLine",
    "Footnote",
    "cited_claim",
    "cited_lines",
    "cited_part",
    "footnotes_to",
    "statement_words",
]

UNKNOWN_OUTLET, UNTITLED = "unknown outlet", "untitled report"
"""What stands in a footnote for what a report does not say of itself."""


class Footnote(msgspec.Struct, frozen=True):
    """A report that says something: its exact words (`quote`), on whose word, and the address that it gave, if any.

    `claim` is the id under which the words stand in the record. Where the address was one of a web archive, `archived` is
    that address, `captured` the ISO day of the capture, and `url` the address that was captured.
    """

    number: int
    outlet: str
    published: str | None
    title: str
    quote: str
    chain: str
    url: str | None
    claim: str
    archived: str | None = None
    captured: str | None = None

    @property
    def addresses(self) -> tuple[tuple[str, str], ...]:
        """Where to find it, each with a word before it: the capture first, since it stays as it was read."""
        captured = f"archived {day_words(self.captured)}:" if self.captured else ""
        found = (captured, self.archived), ("original:" if self.archived else "", self.url)
        return tuple((word, url) for word, url in found if url)


class CitedLine(msgspec.Struct, frozen=True):
    """A statement, and the numbers of its footnotes."""

    words: str
    notes: tuple[int, ...]


class Cited(msgspec.Struct, frozen=True):
    """Statements with their footnotes, to be put into a text of one's own."""

    lines: tuple[CitedLine, ...] = ()
    notes: tuple[Footnote, ...] = ()


def cited_claim(entry: Entry, tellings: Tellings) -> Cited:
    """A claim with a footnote for every report that tells it on its own, its own report first; copies are left out."""
    others = (each.entry for each in tellings.told if not each.copy and each.entry.report.id != entry.report.id)
    disputed = disputed_words(entry.judgements)
    words = statement_words(entry) + (f" ({disputed})" if disputed else "")
    return cited_lines([(words, (entry, *others))])


def statement_words(entry: Entry) -> str:
    """What a claim says in a line, with what makes it less than a plain fact."""
    doubt = factuality_words(entry.claim.factuality)
    return claim_words(entry.claim, entry.report.text) + (f" ({doubt})" if doubt else "")


def cited_lines(told: Iterable[tuple[str, Iterable[Entry]]]) -> Cited:
    """Statements, each with the entries that say it; an entry has one footnote however many statements rest on it."""
    numbers: dict[str, int] = {}
    notes, lines = list[Footnote](), list[CitedLine]()
    for words, entries in told:
        own = []
        for entry in entries:
            number = numbers.setdefault(entry.claim.id, len(numbers) + 1)
            if number > len(notes):
                notes.append(_footnote(number, entry))
            own.append(number)
        lines.append(CitedLine(words, tuple(own)))
    return Cited(tuple(lines), tuple(notes))


def cited_part(page: Cited, first: int, last: int) -> Cited:
    """Some of the statements, by their places, with the footnotes they have."""
    lines = page.lines[first:last]
    wanted = {number for line in lines for number in line.notes}
    return Cited(lines, tuple(note for note in page.notes if note.number in wanted))


def footnotes_to(page: Cited) -> tuple[str, ...]:
    """The statements with the numbers of their footnotes, then the footnotes, a line each."""
    lines = (f"{line.words} {''.join(f'[{number}]' for number in line.notes)}" for line in page.lines)
    return (*lines, "", *map(_in_a_line, page.notes))


def _in_a_line(note: Footnote) -> str:
    where = "".join(f" {word} {url}" if word else f" {url}" for word, url in note.addresses)
    return (
        f"[{note.number}] {note.outlet}, {day_words(note.published)}, {note.title}: “{note.quote}” "
        f"({note.chain}).{where} {note.claim}"
    )


def _footnote(number: int, entry: Entry) -> Footnote:
    claim, report = entry.claim, entry.report
    address = address_of(report.url)
    return Footnote(
        number,
        report.outlet or UNKNOWN_OUTLET,
        report.published,
        report.title or UNTITLED,
        quote_words(claim.mentions[0], report.text),
        chain_words(report, claim.attribution, opinion=entry.opinion),
        address.url,
        claim.id,
        address.archived,
        address.captured,
    )
