"""How far a run of name words reaches: over particles, "of" and "and" inside names, and possessives of unions."""

from __future__ import annotations

from parley.annotate.gazetteer import longest_name
from parley.annotate.name_words import heads, particles
from parley.annotate.nouns import is_title_word
from parley.annotate.parse import Parse, is_ordinary_word

__all__ = ["CALENDAR", "JOINING", "LOOSE_TAGS", "NAME_TAGS", "run_end"]

NAME_TAGS = frozenset({"NNP", "NNPS"})
LOOSE_TAGS = frozenset({"NN", "NNS", "JJ", "FW", "VBN", "VB", "ADD", "CD"})
JOINING = frozenset({"of", "for", "on"})
# Capitalised words at which no name starts or goes on.
CALENDAR = frozenset(
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


def run_end(parse: Parse, first: int, least: int) -> int:
    """Index after the run of name words that starts at `first`, joined over "of" after an organisation's head word."""
    words, tags, size = parse.words, parse.tags, len(parse.words)
    token, joined = max(first + 1, least), False
    while token < size:
        word = words[token]
        if word[0].isupper() and (tags[token] in NAME_TAGS or tags[token] in LOOSE_TAGS) and _abuts(parse, token):
            token += 1
        elif (step := _connector(parse, first, token, joined)) > 0:
            joined = joined or word in JOINING
            token += step
        else:
            break
    return token


# Words that begin an organisation's name and stand for nobody alone.
_LEADING = frozenset({"National", "Supreme", "Federal", "Regional", "Joint", "Higher"})


def _abuts(parse: Parse, token: int) -> bool:
    """Whether a capitalised word goes on with the name before it: a known name with words of its own starts a new one."""
    hit = longest_name(parse.words, token)
    if parse.words[token - 1] in _LEADING:
        return True
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
    # "Ban Ki-moon": the second syllable of a given name is written small.
    syllable = token - first > 1 and parse.tags[token + 1] == "NNP"
    if word == "-" and glued and (upper or after in particles() or syllable):
        return 2 if parse.tags[token + 1] in NAME_TAGS | LOOSE_TAGS else 0
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
        word in JOINING
        and (before in heads() or is_title_word(before.lower()))
        and (upper or (after == "the" and token + 2 < size and words[token + 2][0].isupper()))
        and after not in CALENDAR
    ):
        return 2 if upper else 3
    if word in {"and", ","} and joined and upper and word == "and" and parse.tags[token + 1] in NAME_TAGS:
        return 0 if longest_name(words, token + 1) else 2
    if word == "and" and upper and (_reaches_union(parse, token + 1) or _shares_head(parse, first, token)):
        return 2
    return _possessive(parse, first, token) if word in _POSSESSIVE else 0


_POSSESSIVE = frozenset({"'", "’", "'s", "’s"})


def _possessive(parse: Parse, first: int, token: int) -> int:
    """How many tokens a possessive ending inside a group's name takes up ("Dockers' Union", "Printers' and Binders' Union")."""
    words, before, after = parse.words, parse.words[token - 1], parse.words[token + 1]
    if after in heads() and (before.endswith("s") or before in _PLURALS):
        return 0 if longest_name(words, first) is not None else 2
    if len(words[token]) > 1 or not before.endswith("s"):
        return 0
    if after[0].isupper() and _of_people(parse, token) and after not in CALENDAR:
        return 2
    if after in {"and", "&"} and before[0].isupper():
        return 2 if _reaches_group(parse, token + 2) else 0
    return 0


def _of_people(parse: Parse, token: int) -> bool:
    """Whether a plural possessive before `token` is of a calling ("Teachers' Circle", "Farmers' Compass"), and both words
    stand in one phrase."""
    before = parse.lower[token - 1]
    return (
        before.endswith(("ers'", "ors'", "ers", "ors"))
        and parse.heads[token - 1] == token + 1
        and parse.tags[token + 1] in NAME_TAGS
    )


def _reaches_group(parse: Parse, token: int) -> bool:
    """Whether "X' and" goes on to a group's head word ("Printers' and Binders' Union", "Dyers' and Weavers Guild")."""
    words, size, first = parse.words, len(parse.words), token
    while token < size and (words[token][0].isupper() or (token > first and words[token] in {"'", "’", "and", "&"})):
        if words[token] in heads():
            return True
        token += 1
    return False


def _shares_head(parse: Parse, first: int, token: int) -> bool:
    """Whether common words on both sides of "and" tell what one body is for ("the Fisheries and Harbour Board")."""
    words, head = parse.words, parse.heads[token - 1]
    if first == 0 or parse.lower[first - 1] != "the" or parse.deps[token - 1] not in {"nmod", "compound"}:
        return False
    inside = words[token + 1 : head + 1]
    if head <= token + 1 or parse.tags[head] != "NNP" or words[head] not in heads():
        return False
    named = any(longest_name(words, t) is not None for t in (first, token + 1))
    return not named and all(w[0].isupper() for w in inside) and is_ordinary_word(parse.lower[token - 1])


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
    [
        "People", "Women", "Men", "Children", "Workmen", "Seamen", "Longshoremen", "Farmers", "Railwaymen", "Airmen", "Firemen",
        "Fishermen", "Policemen", "Postmen", "Boatmen", "Watermen", "Servicemen", "Craftsmen", "Tradesmen", "Businessmen",
        "Tribesmen", "Midwives",
    ]
)  # fmt: skip
