"""Short forms of names with a slash in them: a report that names "Rail/Road Freight Inc" then calls it "Rail/Road"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from parley.annotate.names import Name, spelled
from parley.annotate.parse import Parse

__all__ = ["join_slashed", "slashes"]


def slashes(parses: Sequence[Parse], found: Sequence[Sequence[Name]]) -> dict[tuple[str, str], Name]:
    """The words on either side of a slash inside names of these sentences, each pair with the first name that holds it."""
    pairs: dict[tuple[str, str], Name] = {}
    for parse, names in zip(parses, found, strict=True):
        if "/" in parse.words:
            for name in names:
                for token in _inside(parse, name):
                    pairs.setdefault((parse.words[token - 1], parse.words[token + 1]), name)
    return pairs


def join_slashed(parse: Parse, names: Sequence[Name], pairs: dict[tuple[str, str], Name]) -> list[Name]:
    """The names of a sentence, those parted at a slash that is one of a name of the report (`pairs`) made one."""
    kept = list(names)
    if not pairs or "/" not in parse.words:
        return kept
    for token in range(1, len(parse.words) - 1):
        whole = pairs.get((parse.words[token - 1], parse.words[token + 1])) if parse.words[token] == "/" else None
        if whole is None or any(token in _inside(parse, name) for name in kept):
            continue
        first, last = token - 1, token + 1
        kept = [name for name in kept if name.last < first or name.first > last]
        kept.append(Name(first, last, _head(parse, first, last), spelled(parse, first, last), whole.role, whole.kind))
    return sorted(kept, key=lambda name: name.first)


def _inside(parse: Parse, name: Name) -> Iterable[int]:
    """The slashes of a name with a word of it on either side."""
    return [token for token in range(name.first + 1, name.last) if parse.words[token] == "/"]


def _head(parse: Parse, first: int, last: int) -> int:
    """The token of the run that the rest of the sentence hangs it on."""
    outer = [token for token in (last, first) if not first <= parse.heads[token] <= last or parse.heads[token] == token]
    return outer[0] if outer else last
