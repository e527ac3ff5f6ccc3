"""Proper names in a parsed sentence: known ones, and runs of capitalised words, with the title before them."""

from __future__ import annotations

from typing import Literal

import msgspec

from parley.annotate.gazetteer import KnownName, longest_name
from parley.annotate.name_words import given, given_gender, given_places, heads, never, particles, portfolios, things
from parley.annotate.nouns import honorific_gender, is_title_word, nouns
from parley.annotate.parse import Parse
from parley.lexicon.parties import Gender
from parley.model.claim import ActorKind

__all__ = ["Name", "find_names", "spelled"]

NameRole = Literal[
    "person", "organisation", "state", "nationality", "people", "capital", "region", "metonym", "unknown", "thing"
]

_NAME_TAGS = frozenset({"NNP", "NNPS"})
_LOOSE_TAGS = frozenset({"NN", "NNS", "JJ", "FW", "VBN", "VB", "ADD", "CD"})
_JOINING = frozenset({"of", "for", "on"})


class Name(msgspec.Struct):
    """A name at tokens `first` to `last`; `head` is the token the rest of the sentence hangs it on.

    `text` are its words, title left out; `known` its entry in the lexicon; `title` tells that an office or honorific
    stands before it, whose first token is `title_first`.
    """

    first: int
    last: int
    head: int
    text: str
    role: NameRole
    kind: ActorKind
    known: KnownName | None = None
    title: bool = False
    honorific: bool = False
    gender: Gender | None = None
    title_first: int = -1


def spelled(parse: Parse, first: int, last: int) -> str:
    """The words of tokens `first` to `last` with single spaces where the text has white space."""
    starts, ends, words = parse.starts, parse.ends, parse.words
    parts = [words[first]]
    for token in range(first + 1, last + 1):
        parts.append(words[token] if starts[token] == ends[token - 1] else f" {words[token]}")
    return "".join(parts)


def find_names(parse: Parse, forms: frozenset[str] = frozenset()) -> list[Name]:
    """The names of a sentence in order; adjectives of nationality are among them, as what they stand before needs them.

    `forms` are words the report uses as names elsewhere: they are names here whatever their tag.
    """
    found: list[Name] = []
    token, size, words = 0, len(parse.words), parse.words
    while token < size:
        hit = longest_name(words, token)
        if hit is not None and (hit[1].exact or len(words[token]) < 3) and parse.tags[token] not in _NAME_TAGS | {"JJ"}:
            hit = None
        if hit is None and not _opens_run(parse, token) and (words[token] not in forms):
            token += 1
            continue
        token = _read(parse, token, hit, found)
    return found


def _opens_run(parse: Parse, token: int) -> bool:
    word = parse.words[token]
    if not word[0].isupper():
        return False
    tag = parse.tags[token]
    if tag in _NAME_TAGS:
        return word not in never() or (token + 1 < len(parse.words) and parse.tags[token + 1] in _NAME_TAGS)
    return (
        word in given()
        or (word in heads() and token > 0)
        or (tag in _LOOSE_TAGS and token > 0 and len(word) > 1 and word not in never())
    )


def _read(parse: Parse, token: int, hit: tuple[int, KnownName] | None, found: list[Name]) -> int:
    """Put the name that starts at `token` into `found`; gives the token to go on with."""
    end = _run_end(parse, token, hit[0] if hit else token)
    if hit is not None and (end <= hit[0] or not _swallows(parse, token, hit, end)):
        found.append(_known(parse, token, hit))
        return hit[0]
    title = _title_end(parse, token, end)
    if title is not None:
        return _titled(parse, token, title, end, found)
    if hit is not None and hit[1].role == "nationality" and _kind_by_head(parse, token, end - 1) is None:
        found.append(_known(parse, token, hit))
        return hit[0]
    thing = parse.words[end - 1] in things()
    while end > token and parse.words[end - 1] in never():
        end -= 1
    while token < end and (
        (parse.words[token] in never() and parse.tags[token] != "NNP") or parse.words[token] in _CALENDAR
    ):
        token += 1
    if end <= token:
        return token + 1
    name = _unknown(parse, token, end - 1)
    if thing and name.role in {"unknown", "person"}:
        name.role, name.kind = "thing", "organisation"
    found.append(name)
    return end


_CALENDAR = frozenset(
    [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
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
        "The",
        "A",
        "An",
    ]
)


def _titled(parse: Parse, token: int, title: int, end: int, found: list[Name]) -> int:
    """A run that begins with an office ("Prime Minister"): what follows is its holder, if anything does."""
    inner = longest_name(parse.words, token)
    if inner is not None and inner[0] <= title:
        found.append(_known(parse, token, inner))
    if title >= end:
        return title
    if _leads_to_group(parse, title, end - 1):
        found.append(_unknown(parse, token, end - 1))
        return end
    name = _unknown(parse, title, end - 1)
    if name.kind != "person" and parse.words[end - 1] in heads() and name.last > name.first:
        found.append(name)
        return end
    name.role, name.kind, name.title, name.title_first = "person", "person", True, token
    name.honorific = honorific_gender(parse.lower[title - 1]) is not False
    name.gender = honorific_gender(parse.lower[title - 1]) or name.gender
    found.append(name)
    return end


def _leads_to_group(parse: Parse, first: int, last: int) -> bool:
    """Whether what follows an office word is an organisation's name with "of" ("Executive Council of Harbour Crews")."""
    words = parse.words
    return any(words[t] in heads() and words[t + 1] in _JOINING for t in range(first, last))


def _run_end(parse: Parse, first: int, least: int) -> int:
    """Index after the run of name words that starts at `first`, joined over "of" after an organisation's head word."""
    words, tags, size = parse.words, parse.tags, len(parse.words)
    token, joined = max(first + 1, least), False
    while token < size:
        word = words[token]
        if word[0].isupper() and (tags[token] in _NAME_TAGS or tags[token] in _LOOSE_TAGS) and _abuts(parse, token):
            token += 1
        elif (step := _connector(parse, first, token, joined)) > 0:
            joined = joined or word in _JOINING
            token += step
        else:
            break
    return token


def _abuts(parse: Parse, token: int) -> bool:
    """Whether a capitalised word goes on with the name before it: a known name with words of its own starts a new one."""
    hit = longest_name(parse.words, token)
    if hit is None or hit[1].role in {"region", "capital", "nationality", "state"} or hit[1].exact:
        return True
    return hit[0] - token == 1 and hit[1].kind == "outlet"


def _connector(parse: Parse, first: int, token: int, joined: bool) -> int:
    """How many tokens a small word inside a name takes up, 0 when the name ends before it."""
    words, size = parse.words, len(parse.words)
    word, after = words[token], words[token + 1] if token + 1 < size else ""
    if not after:
        return 0
    upper = after[0].isupper()
    before = words[token - 1]
    glued = parse.starts[token] == parse.ends[token - 1]
    if word == "-" and glued and (upper or after in particles()):
        return 2 if parse.tags[token + 1] in _NAME_TAGS | _LOOSE_TAGS else 0
    if word == "&" and upper:
        return 2
    if word == "/" and glued and upper and any(w in heads() for w in words[token + 1 : token + 5]):
        return 2
    if (
        word.lower() in particles()
        and word not in {"al", "el"}
        and (upper or after in particles())
        and (before[0].isupper() or before in particles())
    ):
        return 1 if before not in heads() else 0
    if word in {"al", "el"}:
        return 1
    if (
        word in _JOINING
        and (before in heads() or is_title_word(before.lower()))
        and (upper or (after == "the" and token + 2 < size and words[token + 2][0].isupper()))
    ):
        return 2 if upper else 3
    if word in {"and", ","} and joined and upper and word == "and" and parse.tags[token + 1] in _NAME_TAGS:
        return 0 if longest_name(words, token + 1) else 2
    if word == "and" and upper and _reaches_union(parse, token + 1):
        return 2
    if word in {"'", "’", "'s", "’s"} and after in heads() and (before.endswith("s") or before in _PLURALS):
        return 0 if longest_name(words, first) is not None else 2
    return 0


def _reaches_union(parse: Parse, token: int) -> bool:
    """Whether "X and" goes on to the possessive name of a union ("Transport and General Workers' Union")."""
    words, size = parse.words, len(parse.words)
    while token < size and words[token][0].isupper() and words[token] not in heads():
        token += 1
    if words[token - 1][-1] == "s" and token + 1 < size and words[token] in {"'", "’"}:
        return heads().get(words[token + 1]) in {"union", "organisation"}
    return (
        token + 2 < size
        and words[token] == "Workers"
        and words[token + 1] in {"'", "’"}
        and words[token + 2] == "Union"
    )


_PLURALS = frozenset(
    ["People", "Women", "Men", "Children", "Workmen", "Seamen", "Longshoremen", "Farmers", "Railwaymen"]
)


def _swallows(parse: Parse, token: int, hit: tuple[int, KnownName], end: int) -> bool:
    """Whether a known name is only the beginning of a longer one ("Qatar Airways", "Israel Katz")."""
    after, known = hit
    if is_title_word(parse.lower[after]) or _title_end(parse, after, end) is not None:
        return False
    if any(parse.words[k] in _JOINING and parse.words[k - 1] in heads() for k in range(after, end)):
        return True
    if known.role == "organisation" and parse.words[end - 1] not in heads():
        return False
    if parse.words[end - 1] in heads():
        return parse.words[after] == "-" or all(longest_name(parse.words, k) is None for k in range(after, end - 1))
    return known.role in {"state", "capital", "region"} and after == token + 1 and _like_given(parse, token, after, end)


def _like_given(parse: Parse, token: int, after: int, end: int) -> bool:
    """A place's name before one more name, inside one phrase, is a given name where it is nobody's modifier."""
    rest = parse.words[after:end]
    return (
        len(rest) == 1
        and rest[0] not in never()
        and parse.tags[after] == "NNP"
        and (
            parse.deps[after] in {"nsubj", "nsubjpass", "dobj", "pobj", "appos", "poss", "conj"}
            and parse.words[token] in given_places()
        )
    )


def _title_end(parse: Parse, first: int, end: int) -> int | None:
    """Index after the office or honorific that stands in front of a name within [first, end)."""
    lower, best = parse.lower, None
    table = nouns()
    for token in range(first, end):
        word = lower[token]
        if honorific_gender(word) is not False and token + 1 < end:
            best = token + 1
            if lower[best] == "." and best + 1 < end:
                best += 1
        elif is_title_word(word):
            best = token + 1
            if best < end and lower[best] == "of":
                best = _portfolio_end(lower, best + 1, end) or best
        elif word == "secretary" and " ".join(lower[token : token + 3]) in table:
            best = token + 3
        elif best is not None and word != "." and not (token + 1 < end and is_title_word(lower[token + 1])):
            break
    if best is not None and best < end and lower[best] in _JOINING:
        return None
    return best


def _portfolio_end(lower: tuple[str, ...], first: int, end: int) -> int | None:
    """Index after "social affairs" in "Minister of Social Affairs Ada Berg", None when no portfolio stands there."""
    token = first
    while token < end and (lower[token] in portfolios() or (token > first and lower[token] in {"and", "the"})):
        token += 1
    return token if token > first else None


def _known(parse: Parse, first: int, hit: tuple[int, KnownName]) -> Name:
    end, known = hit
    head = _head(parse, first, end - 1)
    return Name(first, end - 1, head, spelled(parse, first, end - 1), known.role, known.kind, known)


def _unknown(parse: Parse, first: int, last: int) -> Name:
    """A run the lexicon does not know, judged by its words."""
    words = parse.words
    text = spelled(parse, first, last)
    if words[last][-1] == "." and words[last][:-1] in heads():
        text = text[:-1]
    name = Name(first, last, _head(parse, first, last), text, "unknown", "organisation")
    kind = _kind_by_head(parse, first, last)
    if kind is not None and (last > first or heads().get(words[first]) not in {"company", "outlet"}):
        name.role, name.kind = "organisation", kind
        return name
    name.gender = given_gender(words[first])
    before = parse.lower[first - 1] if first else ""
    titled = bool(before) and is_title_word(before) and parse.tags[first - 1] in {"NN", "NNP"}
    name.title = titled or (honorific_gender(before) is not False and bool(before))
    name.honorific = honorific_gender(before) is not False and bool(before)
    name.gender = (honorific_gender(before) or None) or name.gender
    if (
        name.title
        or words[first] in given()
        or (last > first and parse.lower[first] in particles())
        or (1 <= last - first <= 3 and before != "the" and all(_personal(parse, t) for t in range(first, last + 1)))
    ):
        name.role = name.kind = "person"
    return name


def _personal(parse: Parse, token: int) -> bool:
    word = parse.words[token]
    if word == "-" or word.lower() in particles():
        return True
    return (word[0].isupper() and word[1:].islower() and parse.tags[token] == "NNP") or (
        len(word) == 2 and word[1] == "."
    )


def _kind_by_head(parse: Parse, first: int, last: int) -> ActorKind | None:
    """The kind a name's head word tells: the word before "of" or "for", else the last."""
    words = parse.words
    for token in range(first, last):
        if words[token + 1] in _JOINING and words[token] in heads():
            return heads()[words[token]]
    return heads().get(words[last].rstrip(".")) or heads().get(words[last])


def _head(parse: Parse, first: int, last: int) -> int:
    """The token of the run that hangs on a token outside it; the last one when there are several."""
    for token in range(last, first - 1, -1):
        above = parse.heads[token]
        if (above < first or above > last or above == token) and parse.deps[token] not in {"punct", "case"}:
            return token
    return last
