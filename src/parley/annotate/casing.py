"""Capitals and character entities folded for the parser, without moving a single character.

A parser trained on running text takes the words of a headline for names. A word that the report also writes in lower
case is lowered; one it only ever writes with a capital keeps it.
"""

from __future__ import annotations

import re
from collections.abc import Container, Set
from functools import cache
from html.entities import html5

from parley.lexicon import load_lexicon
from parley.lexicon.abbreviations import Abbreviations
from parley.lexicon.parties import places

__all__ = ["fold_entities", "fold_headline", "plain_words"]

_WORD = re.compile(r"[^\W\d_]+(?:[.&’'][^\W\d_]+)*\.?")
_ENTITY = re.compile(r"&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,30}));|&[lL][tT];?")
_TICKER = re.compile(r"(?:&lt;|<)[A-Z\d.]{1,8}(?:>|&gt;|&lt;)|(?<=[^\W_])>")
_POSSESSIVE = re.compile(r"['’]s?$", re.IGNORECASE)


def fold_headline(text: str, known_lower: Container[str], known_names: Set[str]) -> str:
    """`text` with a headline's capitals folded to those of a sentence; the same length, always.

    `known_lower` are words the report's running text writes in lower case, `known_names` words it capitalises in
    mid-sentence, as it writes them. A text whose capitals are those of a sentence already is left alone.
    """
    words = list(_WORD.finditer(text))
    capitals = _is_capitals(text)
    if not capitals and not _is_title_case([m[0] for m in words]):
        return text
    names = _by_lower(known_names)
    pieces: list[str] = []
    at, opening, titled = 0, True, 0
    for match in words:
        word = match[0]
        bracketed = text[at : match.start()].endswith("(") and text[match.end() : match.end() + 1] == ")"
        folded = word if bracketed else _fold_word(word, known_lower, names, capitals=capitals, opening=opening)
        if capitals and _is_initial(text, match):
            # A person's initial: the name comes right behind it.
            folded, titled = word, 2
        elif capitals:
            titled = _names_left(folded.lower(), titled, known_lower)
            folded = _capital(folded) if titled in {1, 2} else folded
        pieces += (text[at : match.start()], folded)
        at = match.end()
        opening = word.endswith(".") and len(word) > 2 and "." not in word[:-1]
    return "".join(pieces) + text[at:]


def _is_initial(text: str, match: re.Match[str]) -> bool:
    """Whether a single letter with a full stop has another name behind it ("H. VOSS"), and no digits."""
    word = match[0]
    whole = len(word) == 2 and word[1] == "." and word[0].isalpha()
    return whole and bool(re.match(r" [^\W\d_]", text[match.end() : match.end() + 2]))


def _names_left(word: str, titled: int, lower: Container[str]) -> int:
    """How far a text in capitals has come in naming somebody: 3 at a title, 2 and 1 at the names behind it, else 0."""
    lexicon = _lexicon()
    bare = word.rstrip(".")
    if bare in lexicon.titles or (bare in lexicon.before_name and word != bare):
        return 3
    verbal = (
        bare in lexicon.speech or bare in lexicon.openers or bare in _lexicon().small or bare.endswith(("ed", "ing"))
    )
    return 0 if verbal or bare in lower else max(titled - 1, 0)


def _is_capitals(text: str) -> bool:
    upper = sum(c.isupper() for c in text)
    return upper >= 2 and not any(c.islower() for c in text.replace(" pct ", " "))


def _is_title_case(words: list[str]) -> bool:
    """Whether nearly every longer word begins with a capital, as in a headline set in title case."""
    long = [w for w in words if w.lower() not in _lexicon().small and len(w) > 1]
    capital = sum(w[0].isupper() for w in long)
    return len(long) >= 3 and capital >= 0.75 * len(long)


def _by_lower(names: Set[str]) -> dict[str, str]:
    found = {name.lower(): name for name in sorted(names)}
    for name in names:
        bare = _POSSESSIVE.sub("", name)
        found.setdefault(bare.lower(), bare)
    return found


def _fold_word(word: str, lower: Container[str], names: dict[str, str], *, capitals: bool, opening: bool) -> str:
    """One word as running text would write it."""
    if not word[0].isupper():
        return word
    small = _same_length(word.lower(), word)
    stem = _POSSESSIVE.sub("", small).rstrip(".")
    if small in names or stem in names:
        return _like(word, names[small] if small in names else names[stem])
    if not capitals and any(c.isupper() for c in word[1:]):
        return word
    if capitals and "." in word[:-1]:
        return word
    if capitals and stem in _nations():
        return _capital(small)
    if small in lower or stem in lower or stem in _lexicon().small or capitals or _is_inflected(stem, lower):
        return _capital(small) if opening else small
    return word


def _is_inflected(stem: str, lower: Container[str]) -> bool:
    """Whether running text has another form of the word ("rejects" beside "rejected")."""
    for ending in ("ing", "ed", "es", "s", "d"):
        if stem.endswith(ending) and len(stem) - len(ending) >= 3:
            base = stem[: -len(ending)]
            if any(form in lower for form in (base, base + "e", base + "s", base + "ed", base + "es", base + "ing")):
                return True
    forms = (stem + "s", stem + "ed", stem + "d", stem + "es", stem + "ing", stem[:-1] + "ing")
    return len(stem) > 2 and any(form in lower for form in forms)


def _like(word: str, name: str) -> str:
    """`word` in the capitals of `name`, where the two have the same letters at the front."""
    size = min(len(word), len(name))
    front = name[:size]
    if front.lower() != word[:size].lower():
        return word
    rest = word[size:]
    return front + (rest.lower() if word.isupper() and len(rest.lower()) == len(rest) else rest)


def _capital(word: str) -> str:
    """`word` with its first letter as a capital."""
    return _same_length(word[0].upper(), word[0]) + word[1:]


def _same_length(changed: str, word: str) -> str:
    """`changed`, or `word` itself where the change of case changed its length."""
    return changed if len(changed) == len(word) else word


def fold_entities(text: str) -> str:
    """`text` with character entities such as "&amp;" replaced by their character and blanks; the same length, always.

    A company's ticker in angle brackets ("&lt;HBR>") is blanked, as are such brackets around a name.
    """
    if "&" in text or "<" in text:
        text = _TICKER.sub(lambda m: " " * len(m[0]), text)
        return _ENTITY.sub(_fold_entity, text) if "&" in text else text
    return text


def plain_words(text: str) -> str:
    """The words of a stretch of text as the parser sees them, one space between each."""
    return " ".join(fold_entities(text).split())


def _fold_entity(match: re.Match[str]) -> str:
    character = _character(match)
    if character is None:
        return match[0]
    # An apostrophe stays with the letters behind it: "it's", "'the end'".
    behind = match.string[match.end() : match.end() + 1]
    return character.rjust(len(match[0])) if behind.isalpha() else character.ljust(len(match[0]))


def _character(match: re.Match[str]) -> str | None:
    decimal, hexadecimal, name = match.groups()
    if name is not None or not (decimal or hexadecimal):
        character = html5.get(f"{name or 'lt'};")
    else:
        code = int(decimal) if decimal else int(hexadecimal, 16)
        character = chr(code) if 31 < code < 0x110000 and not 0xD800 <= code < 0xE000 else None
    if character is None or len(character) > len(match[0]):
        return None
    return " " if character in "<>\u00a0" else character


@cache
def _nations() -> frozenset[str]:
    """States, nationalities, peoples and capitals of one word, in lower case."""
    found = (n for c in places().countries for n in (c.name, *c.aliases, *c.adjectives, *c.people, *c.capitals))
    words = {name.lower() for name in found if " " not in name} | _lexicon().peoples
    return frozenset(words - _lexicon().common_nations)


@cache
def _lexicon() -> Abbreviations:
    lexicon: Abbreviations = load_lexicon("abbreviations", Abbreviations)
    return lexicon
