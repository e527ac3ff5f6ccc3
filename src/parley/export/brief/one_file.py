"""A copy in one file: pages packed, and those of chief interest with the words they rest on to be read as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

from parley.export.brief.choice import Choice
from parley.export.brief.contents import BRIEFING, Part, Told, parts
from parley.export.brief.packing import PackedPage, packed
from parley.ledger import Entry, Ledger
from parley.pages.excerpts import quoted, shortened_to
from parley.pages.words import chain_words, claim_words, day_words, plain
from parley.render.web import Address, brief_file_html
from parley.render.web.brief import PaperPart, Words

__all__ = ["brief_file"]

# Names of places on a page, and what refers to them; no text of a report can look so, as its quotation marks are escaped.
_PLACES = re.compile(r'(?<= )(id|for|aria-labelledby|href)="(#?)([^"#/][^"]*)"')

_CITED = re.compile(r'href="#/claim/([^"@]+)')


def brief_file(ledger: Ledger, choice: Choice, *, told: Told | None = None) -> bytes:
    """The file; the same record and choice give the same bytes. `told` as for `parts`."""
    made = parts(ledger, choice, lambda at, to: "#" + _place(to), told=told)
    paper = [part for part in made if _is_on_paper(part.address)]
    shown = {part.address for part in paper}
    title = "; ".join(choice.provenance.stories)
    html = brief_file_html(
        title,
        [_on_paper(number, part) for number, part in enumerate(paper)],
        list(_words(choice, {claim for part in paper for claim in _CITED.findall(part.html)})),
        packed=packed(
            PackedPage(_place(part.address), part.kind, part.html) for part in made if part.address not in shown
        ),
        printed=_place(BRIEFING),
        foot=_foot(choice),
    )
    return html.encode()


def _foot(choice: Choice) -> str:
    """What stands at the foot of every printed page."""
    made = choice.provenance
    return (
        f"Read by {made.program}; recorded by {day_words(made.as_of[:10])}; data {made.data.removeprefix('data-')[:12]}"
    )


def _place(address: Address) -> str:
    """Where a page is shown, as what stands behind the # of an address: "/claim/claim-…@place on it"."""
    path = "/" + "/".join(quote(part, safe="") for part in address.parts)
    query = "".join(f"/{quote(value, safe='')}" for _, value in address.query)
    return path + query + (f"@{quote(address.at)}" if address.at else "")


def _is_on_paper(address: Address) -> bool:
    return not address.parts or address == BRIEFING


def _on_paper(number: int, part: Part) -> PaperPart:
    """A page among others of one document: names of its places are made its own."""

    def own(found: re.Match[str]) -> str:
        attribute, hashed, name = found.groups()
        if attribute == "href" and not hashed:
            return found[0]
        return f'{attribute}="{hashed}{name}-{number}"'

    return PaperPart(_place(part.address), part.words, _PLACES.sub(own, part.html))


def _words(choice: Choice, claims: set[str]) -> Iterator[Words]:
    """The words of the claims that are cited, in the order of their stories."""
    for claim, entry in choice.entries.items():
        if claim in claims:
            yield _of_claim(entry, choice.words.get(entry.report.id))


def _of_claim(entry: Entry, most: int | None) -> Words:
    claim, report = entry.claim, entry.report
    mention = claim.mentions[0]
    stretch = mention.statement if most is None else quoted(mention, report.text, most)
    return Words(
        _place(Address(("claim", claim.id))),
        shortened_to(claim_words(claim, report.text)),
        plain(stretch.of(report.text)),
        chain_words(report, claim.attribution, opinion=entry.opinion),
        report.published,
    )
