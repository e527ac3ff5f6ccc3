"""Proper names in a parsed sentence: known ones, and runs of capitalised words, with the title before them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec

from parley.annotate.gazetteer import KnownName, first_words, longest_name
from parley.annotate.name_runs import CALENDAR, JOINING, LOOSE_TAGS, NAME_TAGS, run_end
from parley.annotate.name_words import (
    agreements,
    employers,
    given,
    given_gender,
    given_places,
    heads,
    is_portfolio,
    never,
    particles,
    portfolios,
    things,
)
from parley.annotate.nouns import honorific_gender, is_title_word, nouns
from parley.annotate.parse import Parse, is_common_word
from parley.lexicon.parties import Gender, collectives
from parley.lexicon.words import word_list
from parley.model.claim import ActorKind

__all__ = ["Name", "find_names", "is_word", "spelled"]

NameRole = Literal[
    "person", "organisation", "state", "nationality", "people", "capital", "region", "metonym", "unknown", "thing"
]
_OFFICES = word_list("annotate.names.offices")


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


_NOTHING: Mapping[str, KnownName] = {}


def find_names(
    parse: Parse, forms: frozenset[str] = frozenset(), learned: Mapping[str, KnownName] = _NOTHING
) -> list[Name]:
    """The names of a sentence in order; adjectives of nationality are among them, as what they stand before needs them.

    `forms` are words the report uses as names elsewhere: they are names here whatever their tag. `learned` are names of
    one word that the report itself explains (its own nations).
    """
    found: list[Name] = []
    words, end = parse.words, 0
    known = {*(first_words() & words), *forms.intersection(words), *learned}
    for token in [t for t, w in enumerate(words) if w[0].isupper() or w in known]:
        if token < end:
            continue
        word = words[token]
        hit = longest_name(words, token)
        if hit is not None and (hit[1].exact or len(word) < 3) and parse.tags[token] not in NAME_TAGS | {"JJ"}:
            hit = None
        if hit is None and word in learned:
            hit = token + 1, learned[word]
        if hit is not None or word in forms or _opens_run(parse, token):
            end = _read(parse, token, hit, found)
    return found


def _opens_run(parse: Parse, token: int) -> bool:
    word = parse.words[token]
    if not word[0].isupper():
        return False
    tag = parse.tags[token]
    if tag in NAME_TAGS:
        return word not in never() or (token + 1 < len(parse.words) and parse.tags[token + 1] in NAME_TAGS)
    if word in given():
        return True
    if _opens_sentence(parse, token):
        if tag == "JJ" and parse.deps[token] == "nsubj" and word in heads():
            return True  # "Front denies ...": no adjective is a subject
        return tag in _OPEN_TAGS and len(word) > 3 and word not in never() and not is_word(parse, token)
    return word in heads() or (tag in LOOSE_TAGS and len(word) > 1 and word not in never())


# Tags of the words a tagger may take an unfamiliar name for.
_OPEN_TAGS = frozenset({"NN", "NNS", "JJ", "RB", "VB", "VBZ", "VBD", "VBN", "VBP", "FW", "UH"})


def is_word(parse: Parse, token: int) -> bool:
    """Whether a token is a dictionary word, in any number or tense, or a noun of the lexicon."""
    lower, lemma = parse.lower[token], parse.lemmas[token]
    return is_common_word(lower) or is_common_word(lemma) or lower.removesuffix("s") in nouns() or lemma in nouns()


def _opens_sentence(parse: Parse, token: int) -> bool:
    """Whether only marks stand before a token, or a quotation or heading begins with it."""
    return token == 0 or parse.tags[token - 1] in {"``", ":"} or parse.words[token - 1] in {"*", "**", "_", "-", "—"}


def _read(parse: Parse, token: int, hit: tuple[int, KnownName] | None, found: list[Name]) -> int:
    """Put the name that starts at `token` into `found`; gives the token to go on with."""
    end = run_end(parse, token, hit[0] if hit else token)
    if hit is not None and hit[0] == token + 1 and _serves_as_portfolio(parse, token):
        hit = None
    if hit is not None and (end <= hit[0] or not _swallows(parse, token, hit, end)):
        found.append(_known(parse, token, hit))
        return hit[0]
    title = _title_end(parse, token, end)
    if title is not None:
        return _titled(parse, token, title, end, found)
    if _is_portfolio(parse, token, end):
        return end
    if hit is not None and hit[1].role == "nationality" and _kind_by_head(parse, token, end - 1) is None:
        found.append(_known(parse, token, hit))
        return hit[0]
    if hit is None and _leads_to_state(parse, token, end - 1):
        return end - 1
    thing = parse.words[end - 1] in things()
    while end > token and parse.words[end - 1] in never():
        end -= 1
    while token < end and (
        (parse.words[token] in never() and parse.tags[token] != "NNP") or parse.words[token] in CALENDAR
    ):
        token += 1
    if end <= token:
        return token + 1
    name = _unknown(parse, token, end - 1)
    agreed = thing and name.kind == "company" and parse.words[name.last + 1] in agreements()
    if agreed or (thing and name.role in {"unknown", "person"}):
        name.role, name.kind = "thing", "organisation"
    found.append(name)
    return end


def _leads_to_state(parse: Parse, first: int, last: int) -> bool:
    """Whether common words written large stand before a state's name ("Free Norway", "Greater China")."""
    known = longest_name((parse.words[last],), 0)
    if first == last or known is None or known[1].role != "state":
        return False
    return all(is_word(parse, token) and parse.words[token] not in heads() for token in range(first, last))


def _is_portfolio(parse: Parse, first: int, end: int) -> bool:
    """Whether a run says only what somebody is in charge of ("Social Affairs minister", "committee on Social Affairs")."""
    return all(is_portfolio(parse.lower[t]) for t in range(first, end)) and (
        end - first > 1 or parse.lower[end : end + 1] in {("minister",), ("secretary",), ("ministry",), ("department",)}
    )


def _serves_as_portfolio(parse: Parse, token: int) -> bool:
    """Whether a known name of one word is a portfolio before its office here ("Labour Minister")."""
    after = parse.lower[token + 1] if token + 1 < len(parse.words) else ""
    return after in _OFFICES and is_portfolio(parse.lower[token])


def _titled(parse: Parse, token: int, title: int, end: int, found: list[Name]) -> int:
    """A run that begins with an office ("Prime Minister"): what follows is its holder, if anything does."""
    inner = longest_name(parse.words, token)
    if inner is not None and inner[0] <= title and not _serves_as_portfolio(parse, token):
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
    return any(words[t] in heads() and words[t + 1] in JOINING for t in range(first, last))


def _swallows(parse: Parse, token: int, hit: tuple[int, KnownName], end: int) -> bool:
    """Whether a known name is only the beginning of a longer one ("Qatar Airways", "Israel Katz")."""
    after, known = hit
    if is_title_word(parse.lower[after]) or _title_end(parse, after, end) is not None:
        return False
    if any(parse.words[k] in JOINING and parse.words[k - 1] in heads() for k in range(after, end)):
        return True
    if known.role == "organisation" and parse.words[end - 1] not in heads():
        return after == token + 1 == end - 1 and parse.words[token] in given() and parse.tags[after] == "NNP"
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
    if best is not None and best < end and lower[best] in JOINING:
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
    if _is_bought(parse, first, last):
        name.role, name.kind = "organisation", "company"
        return name
    titled = bool(before) and is_title_word(before) and parse.tags[first - 1] in {"NN", "NNP"}
    name.title = titled or (honorific_gender(before) is not False and bool(before))
    name.honorific = honorific_gender(before) is not False and bool(before)
    name.gender = (honorific_gender(before) or None) or name.gender
    if (
        name.title
        or words[first] in given()
        or (last > first and parse.lower[first] in particles())
        or (1 <= last - first <= 3 and before != "the" and _like_person(parse, first, last))
    ):
        name.role = name.kind = "person"
    if last > first and not name.title and (kind := _kind_beside(parse, first, last)) is not None:
        name.role, name.kind = "organisation", kind
    return name


def _is_bought(parse: Parse, first: int, last: int) -> bool:
    """Whether a name of several words is what a bid is for ("a takeover of Cobb Smelting"), and no person's known name."""
    if first < 2 or last == first or parse.words[first] in given():
        return False
    return parse.lower[first - 1] in {"for", "of"} and parse.lower[first - 2] in collectives().pursuit.sure


def _kind_beside(parse: Parse, first: int, last: int) -> ActorKind | None:
    """The kind that an outlet's word in front of the name tells, or a party's noun right behind it ("Aster Wolden group")."""
    if heads().get(parse.words[first]) == "outlet" and parse.words[first] in {"Radio", "Television", "TV"}:
        return "outlet"
    after = parse.lower[last + 1] if last + 1 < len(parse.words) else ""
    noun = nouns().get(after)
    if noun is None or "group" not in noun.roles or noun.plural or parse.words[last + 1][0].isupper():
        return None
    if parse.words[first] in given() or parse.tags[last + 1] not in {"NN", "NNP"}:
        return None
    return noun.kinds[0] if len(noun.kinds) == 1 else "organisation"


def _like_person(parse: Parse, first: int, last: int) -> bool:
    """Whether a run is written as people's names are, and none of its words is an organisation's or a land's."""
    words, final = parse.words, longest_name((parse.words[last],), 0)
    if any(words[token] in heads() for token in range(first, last + 1)) or words[last] in given_places():
        return words[first] in given()
    if final is not None and final[1].role in {"state", "region", "capital"}:
        return False
    return all(_personal(parse, token) for token in range(first, last + 1))


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
        if words[token + 1] in JOINING and words[token] in heads():
            return heads()[words[token]]
    kind = heads().get(words[last].rstrip(".")) or heads().get(words[last])
    if kind == "union" and any(words[token] in employers() for token in range(first, last)):
        return "organisation"
    if kind is None and words[last].endswith("bank") and words[first] == words[last] and len(words[last]) > 5:
        return "company"
    return kind


def _head(parse: Parse, first: int, last: int) -> int:
    """The token of the run that hangs on a token outside it; the last one when there are several."""
    for token in range(last, first - 1, -1):
        above = parse.heads[token]
        if (above < first or above > last or above == token) and parse.deps[token] not in {"punct", "case"}:
            return token
    return last
