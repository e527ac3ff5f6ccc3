"""Unfamiliar names, read by the parser as familiar ones of the same length.

A small model takes a name it has never seen for whatever its ending suggests ("Tarvia" for an adverb), and the clause
around it falls apart. What is a name is plain from the report itself: a word it always writes with a capital. For the
parse alone such words are replaced by a country's or nation's name of the same length, so that offsets stay true; the
words of the parse are then the report's own again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

import msgspec

from parley.annotate.parse import Parse, is_ordinary_word
from parley.lexicon.calendar import load_calendar
from parley.lexicon.words import word_list

__all__ = ["find_unfamiliar", "restore", "with_stand_ins"]

_WORD = re.compile(r"(?<![\w'’.-])[A-Z][a-z]{2,}(?![\w.-])")
_COUNTRIES = {
    3: "Ann", 4: "Iran", 5: "Egypt", 6: "Russia", 7: "Germany", 8: "Pakistan", 9: "Argentina", 10: "Bangladesh",
    11: "Switzerland", 12: "Turkmenistan",
}  # fmt: skip
_NATIONS = {
    5: "Iraqi", 6: "German", 7: "Russian", 8: "American", 9: "Ukrainian", 10: "Australian", 11: "Palestinian",
    12: "Scandinavian",
}  # fmt: skip
# Endings of words that say of where somebody or something is.
_NATIONAL = re.compile(r".*(?:ian|ean|ese|ish|sh|ani|tani|eri|iri|dri|wi)s?$")


# "the Front", "the Federation": a body called by a common word, which the parser would take for the word.
_CALLED = re.compile(r"(?<=\b[Tt]he )([A-Z][a-z]{2,})(?!\w|[ -][A-Z])")
_TWICE = 2
# "The UK based Observatory": the parser would take the participle for the verb of the sentence.
_SEATED = re.compile(r"(?<=[\w.]) based (?=[A-Z])")
# "Its 40 dlr a share tender offer": without hyphens the parser would take the sum for one thing and the offer for another.
_BIDS = "|".join(sorted(word_list("annotate.stand_ins.bids")))
_PRICED = re.compile(rf"(?<=\d) ([a-z]+) (an?|per) share (?=(?:[a-z]+ ){{0,2}}(?:{_BIDS})\b)")
_BEFORE = re.compile(r"([A-Z][\w.'’-]*)\s$")
_AFTER = re.compile(r"\s[A-Z]")


def find_unfamiliar(text: str, spans: Iterable[tuple[int, int]]) -> dict[str, str]:
    """Words of the report that are always capitalised and are no dictionary words, each with its stand-in of the same
    length. `spans` are the sentences' offsets."""
    inside: Counter[str] = Counter()
    for start, end in spans:
        for match in _WORD.finditer(text, start, end):
            inside[match.group()] += 1
    found = {word: stand_in for word in inside if not is_ordinary_word(word.lower()) and (stand_in := _stand_in(word))}
    return found | _called_by_common_words(text)


@cache
def _calendar_words() -> frozenset[str]:
    calendar = load_calendar()
    return frozenset(calendar.months) | frozenset(calendar.weekdays)


def _called_by_common_words(text: str) -> dict[str, str]:
    """Common words that name a body here, keyed "the Word": always capitalised behind "the", and more than once."""
    counts = Counter(_CALLED.findall(text))
    return {
        f"the {word}": stand_in
        for word, number in counts.items()
        if number >= _TWICE
        and not re.search(rf"\b{word.lower()}\b", text)
        and word.lower() not in _calendar_words()
        and (stand_in := _COUNTRIES.get(len(word)))
    }


def _stand_in(word: str) -> str | None:
    table = _NATIONS if _NATIONAL.match(word) and len(word) in _NATIONS else _COUNTRIES
    return table.get(len(word))


def _alone(text: str, match: re.Match[str]) -> bool:
    """Whether a name stands by itself: in a longer one ("Eva Lund") its neighbours tell the parser what it is."""
    before, after = _BEFORE.search(text[: match.start()]), _AFTER.match(text, match.end())
    return after is None and (before is None or is_ordinary_word(before.group(1).lower()))


def with_stand_ins(text: str, names: Mapping[str, str]) -> str:
    """The text with each unfamiliar name replaced, and hyphens where they were left out; its length stays."""
    if " based " in text:
        text = _SEATED.sub("-based ", text)
    if "share " in text:
        text = _PRICED.sub(r"-\1-\2-share ", text)
    if not names:
        return text
    text = _WORD.sub(
        lambda match: names.get(match.group(), match.group()) if _alone(text, match) else match.group(), text
    )
    return _CALLED.sub(lambda match: names.get(f"the {match.group()}", match.group()), text)


def restore(parse: Parse, text: str) -> Parse:
    """The parse with the words of `text`, the sentence as it was before names were replaced."""
    words = tuple(map(text.__getitem__, map(slice, parse.starts, parse.ends)))
    if " " in words:
        words = tuple([word if word != " " else "-" for word in words])
    if words == parse.words:
        return parse
    changed = [i for i, (new, old) in enumerate(zip(words, parse.words, strict=True)) if new != old]
    lower, lemmas = list(parse.lower), list(parse.lemmas)
    for i in changed:
        lower[i] = lemmas[i] = words[i].lower()
    return msgspec.structs.replace(parse, words=words, lower=tuple(lower), lemmas=tuple(lemmas))
