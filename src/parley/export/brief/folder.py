"""A copy in a folder: a file for each page, linked by relative addresses, with the claims as data beside them."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from parley.export.brief.briefing import briefing_json
from parley.export.brief.choice import Choice
from parley.export.brief.contents import Part, Told, parts
from parley.export.brief.provenance import Provenance
from parley.export.claims import claims_csv
from parley.export.records import ClaimLine, claim_line
from parley.ledger import Entry, Ledger
from parley.model.ids import hash_id
from parley.pages.excerpts import QUOTED_WORDS
from parley.render.environment import static_file
from parley.render.web import Address, Frame, Links, brief_leaf_html
from parley.render.web.brief import BRIEF_STYLES

__all__ = ["BriefData", "brief_folder"]


class BriefData(msgspec.Struct, frozen=True):
    """What `data.json` holds: where the copy comes from, and its claims."""

    provenance: Provenance
    claims: tuple[ClaimLine, ...]


def brief_folder(ledger: Ledger, choice: Choice, *, told: Told | None = None) -> Iterator[tuple[str, bytes]]:
    """The files by their path in the folder; the same record and choice give the same bytes. `told` as for `parts`."""
    made = parts(ledger, choice, _relative, told=told)
    claims = {part.address.parts[1] for part in made if part.address.parts[:1] == ("claim",)}
    entries = [_without_folders(entry) for claim, entry in choice.entries.items() if claim in claims]
    yield from ((f"static/{name}", static_file(name).encode()) for name in BRIEF_STYLES)
    yield "data.json", _data(choice, entries)
    yield "data.csv", claims_csv(entries)
    yield "briefing.json", briefing_json(ledger, choice)
    title = "; ".join(choice.provenance.stories)
    for part in made:
        yield _path(part.address), _leaf(part, title)


def _leaf(part: Part, title: str) -> bytes:
    at = part.address
    frame = Frame(Links(lambda to: _relative(at, to)), "")
    name = f"{part.words} · {title}" if at.parts else title
    return brief_leaf_html(name, part.html, frame, root=_up(at)).encode()


def _data(choice: Choice, entries: list[Entry]) -> bytes:
    lines = tuple(_short(claim_line(entry), choice.asked.full_text) for entry in entries)
    data = BriefData(choice.provenance, lines)
    return msgspec.json.format(msgspec.json.encode(data), indent=1) + b"\n"


def _short(line: ClaimLine, full_text: bool) -> ClaimLine:
    """A line without evidence that quotes more than the copy may hold; places are kept."""
    if full_text:
        return line
    mentions = tuple(
        msgspec.structs.replace(
            mention, evidence=tuple(each for each in mention.evidence if len(each.quote.split()) <= QUOTED_WORDS)
        )
        for mention in line.mentions
    )
    return msgspec.structs.replace(line, mentions=mentions)


def _without_folders(entry: Entry) -> Entry:
    """An entry whose source is a file's name: in whose folders it lay is nobody's business."""
    source = entry.observation.source.replace("\\", "/").rpartition("/")[2]
    return msgspec.structs.replace(entry, observation=msgspec.structs.replace(entry.observation, source=source))


def _path(address: Address) -> str:
    """The file of a page in the folder."""
    if not address.parts:
        return "index.html"
    if address.query:
        return f"{address.parts[0]}/{hash_id(address.parts[0], address.query)}.html"
    return "/".join(address.parts) + ".html"


def _up(address: Address) -> str:
    """From a page to the folder."""
    return "../" * _path(address).count("/")


def _relative(at: Address, to: Address) -> str:
    return _up(at) + _path(to) + (f"#{to.at}" if to.at else "")
