"""Titles and offices before a person's name, and what they tell: gender, office, and whom it belongs to."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from parley.annotate.name_words import given
from parley.annotate.nouns import honorific_gender
from parley.lexicon.actors import actor_words
from parley.lexicon.parties import Gender
from parley.resolve.actors.known import known_name, owner_and_rest
from parley.resolve.actors.names import display, plain, words
from parley.resolve.actors.nouns import described, usual

__all__ = ["Title", "read_title", "split_title", "title_in"]


class Title(msgspec.Struct, frozen=True, gc=False):
    """What stands before a name, or is said in its stead: `office` in its usual form, and its `owner` where known.

    `former` offices are held no more, `sole` ones by one person at a time; `honorific` tells that a title of courtesy
    stands there, `royal` that it goes with a given name.
    """

    gender: Gender | None = None
    office: str | None = None
    owner: str | None = None
    former: bool = False
    honorific: bool = False
    royal: bool = False
    sole: bool = False


_NOTHING = Title()


@lru_cache(maxsize=65536)
def split_title(name: str) -> tuple[str, str]:
    """The title glued to a person's name and the name itself: "Home Minister K. Rao" gives "Home Minister", "K. Rao"."""
    tokens = display(name).split()
    for end in range(len(tokens) - 1, 0, -1):
        last = plain(tokens[end - 1])
        if honorific_gender(last) is not False:
            return " ".join(tokens[:end]), " ".join(tokens[end:])
        found = described(" ".join(tokens[:end]))
        if found is None or not (found.word.split()[-1] == usual(last).split()[-1] or _posted(tokens[:end])):
            continue
        if "office" in found.noun.roles and not found.noun.bound and tokens[end][:1].isupper():
            return " ".join(tokens[:end]), " ".join(tokens[end:])
    return _split_charge(tokens)


def _split_charge(tokens: list[str]) -> tuple[str, str]:
    """The same where the title tells what its holder is in charge of ("Minister for Trade and Ports K. Rao"): the name
    begins with an initial or a given name."""
    at = next((place for place, token in enumerate(tokens) if token in ("for", "of")), 0)
    found = described(" ".join(tokens[:at])) if at else None
    if found is not None and "office" in found.noun.roles:
        for start in range(at + 2, len(tokens) - 1):
            if tokens[start] in given() or (len(tokens[start].rstrip(".")) == 1 and tokens[start].isupper()):
                return " ".join(tokens[:start]), " ".join(tokens[start:])
    return "", " ".join(tokens)


def _posted(title: list[str]) -> bool:
    """Whether a title ends with where its holder is posted ("ambassador to India")."""
    at = title.index("to") if "to" in title[1:-1] else len(title)
    return at < len(title) and known_name(" ".join(title[at + 1 :])) is not None


@lru_cache(maxsize=65536)
def title_in(mention: str, name: str) -> Title:
    """What a mention of the person called `name` tells of title and office."""
    own = set(words(name))
    tokens = display(mention).split()
    first = next((at for at, token in enumerate(tokens) if own.intersection(words(token))), len(tokens))
    return read_title(" ".join(tokens[:first])) if first else _NOTHING


@lru_cache(maxsize=65536)
def read_title(title: str) -> Title:
    """What the words of a title tell."""
    tokens = title.split()
    if not tokens:
        return _NOTHING
    marks = [honorific_gender(plain(token)) or honorific_gender(token.lower()) for token in tokens]
    honorific = any(mark is not False for mark in marks)
    gender = next((mark for mark in marks if mark), None)
    royal = any(plain(token) in actor_words().given_titles for token in tokens)
    owned = owner_and_rest(title)
    found = described(owned[1] if owned else title) if not honorific or len(tokens) > 1 else None
    if found is None or "office" not in found.noun.roles:
        return Title(gender or None, honorific=honorific, royal=royal, owner=owned[0].name if owned else None)
    return Title(
        gender or found.noun.gender, found.word, owned[0].name if owned else None, found.former, honorific, royal,
        sole=found.sort == "office",
    )  # fmt: skip
