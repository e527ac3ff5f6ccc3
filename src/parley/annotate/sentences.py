"""Where sentences begin and end inside a block.

Every full stop, question and exclamation mark is a candidate; what stands before and after it decides. A quotation mark
after the stop belongs to the sentence, and a stop glued to the next sentence still ends the first.
"""

from __future__ import annotations

import re
from functools import cache

from parley.lexicon import load_lexicon
from parley.lexicon.abbreviations import Abbreviations
from parley.lexicon.calendar import load_calendar
from parley.model import Span

__all__ = ["find_sentences"]

# Stops, closing marks that belong to them (a footnote number too), and the white space after.
_STOP = re.compile(r"""([.!?…]+|[。！？؟۔।]+)((?:["”’»'›)\]*]|\[\d{1,3}\])*)(\s*)""")
_BEFORE = re.compile(r"[\w.&’'-]*$")
_WORD = re.compile(r"[^\W\d_]+")
_OPENING = "\"“‘«‹([„'"
_ALWAYS = "。！？؟۔।"
_TRAILING = ",;:)]}%/"
_GROUPED = re.compile(r"\d,\d{3}$")
_NUMBERED = re.compile(r"([A-Za-z]+)\.? \d{1,2}$")
_ADDRESS = re.compile(r"[\w-]{1,63}[./@]\w")
_SPEAKER = re.compile(r"(?:[A-Z][\w.'’-]*\s+){1,7}([a-z]+)\b")
# Words run together: "border networkIsrael", "the PalestiniansThe", and a quotation with what follows it ("go,”Officials").
_GLUED_WORD = re.compile(r"(?<![\w.@#/_’'-])[a-z]{3,}(?=[A-Z][a-z]+(?![\w.@/_]))")
# Behind a stop that was glued to the word too ("the West Bank.CasualtiesThe campaign").
_GLUED_OPENER = re.compile(r"(?:(?<![\w.@#/_’'-])|(?<=[a-z]{3}\.))([A-Z][a-z]{3,})(?=([A-Z][a-z]{2,})(?![\w.@/_]))")
# A heading and the initials that open what follows it ("a release dealUS mediators"); others are spellings ("macOS").
_GLUED_INITIALS = re.compile(r"(?<![\w.@#/_’'-])[a-z]{3,}(?=(?:US|UN|EU|UK)(?![\w.@/_]))")
_SITE = re.compile(r"\b(?:site|platform|network|on) $")
_GLUED_QUOTE = re.compile(r"[a-z],”(?=[A-Z][a-z])")
# How far back a word before a stop can begin; longer runs are no abbreviation.
_REACH = 24
# An abbreviation that is all of a sentence so far opens it: "U.S. officials".
_SHORT = 5


def find_sentences(text: str, span: Span) -> list[Span]:
    """The sentences of the block `span` of `text` in order, each without white space around it."""
    start, end = _trim(text, span.start, span.end)
    found: list[Span] = []
    joints = _joints(text, start, end)
    quotes, counted = 0, start
    for match in _STOP.finditer(text, start, end):
        quotes += text.count('"', counted, match.end(1))
        counted = match.end(1)
        if match.start() < start or match.end() >= end:
            continue
        cut = _boundary(text, match, start, end, inside=bool(quotes % 2))
        if cut is not None and cut > start:
            found.append(Span(start, cut))
            start = _trim(text, cut, end)[0]
    if start < end:
        found.append(Span(start, end))
    return _cut(text, found, joints) if joints else found


def _joints(text: str, start: int, end: int) -> list[int]:
    """Where two sentences, or a heading and a sentence, were glued together without any stop ("the long warThe army")."""
    found = [m.end() for m in _GLUED_WORD.finditer(text, start, end)]
    found += [m.end(1) for m in _GLUED_OPENER.finditer(text, start, end) if m[2].lower() in _lexicon().openers]
    found += [m.end() for m in _GLUED_INITIALS.finditer(text, start, end)]
    found += [m.end() for m in _GLUED_QUOTE.finditer(text, start, end) if not _is_speaker(text, m.end())]
    return sorted(set(found))


def _cut(text: str, spans: list[Span], joints: list[int]) -> list[Span]:
    """The sentences cut again at `joints`."""
    found: list[Span] = []
    for span in spans:
        start = span.start
        for at in joints:
            if start < at < span.end:
                found.append(Span(start, at))
                start = _trim(text, at, span.end)[0]
        found.append(Span(start, span.end))
    return found


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _boundary(text: str, match: re.Match[str], start: int, end: int, *, inside: bool) -> int | None:
    """Where the sentence ends at this stop, None when it runs on; `inside`: a straight quotation is open here."""
    stop, closers, gap = match.groups()
    if stop[0] in _ALWAYS:
        return match.end(2)
    if not gap:
        return _glued_boundary(text, match, start, inside=inside)
    follows = match.end()
    if inside and text[follows] == '"' and '"' not in closers and (follows + 1 == end or text[follows + 1].isspace()):
        return follows + 1
    if not _may_open(text, follows):
        return None
    if closers and stop[-1] in "?!" and closers.strip(")]*") and _is_speaker(text, follows):
        return None
    if stop in {"...", "…"}:
        return match.end(2) if closers or _is_opener(text, follows) else None
    if stop != "." or closers.strip(")]"):
        return match.end(2)
    return None if _is_abbreviation(text, match.start(), start, follows) else match.end(2)


def _glued_boundary(text: str, match: re.Match[str], start: int, *, inside: bool) -> int | None:
    """The end of a sentence whose stop runs straight into the next one ("…war.The minister")."""
    stop, closers, _ = match.groups()
    follows = match.end()
    letter = text[follows]
    if not (letter.isupper() or letter in "“«") or stop[0] == "…" or len(stop) > 1:
        return None
    if letter.isupper() and _ADDRESS.match(text, follows):
        return None
    word = _word_before(text, match.start(), start)
    # "…according to CNN.Hamas said": initials written without stops end a sentence as a word does.
    initials = len(word) > 2 and word.isalpha() and word.isupper() and text[follows + 1 : follows + 2].islower()
    # "said on the site X.Officials said": one capital that is no initial, behind the word for what it names.
    named = (
        len(word) == 1 and _SITE.search(text, start, match.start() - 1) and text[follows + 1 : follows + 2].islower()
    )
    if not closers and not initials and not named and (not word[-2:].islower() or "." in word):
        return match.end(2) if _ends_in_number(text, match.start(), word) and _opens_word(text, follows) else None
    if not closers and _listed(word.lower()) and not _is_opener(text, follows):
        return None
    if not closers and not _opens_word(text, follows) and len(word) < 3:
        return None
    if closers[-1:] == '"' and not inside:
        return match.end(2) - 1
    return match.end(2)


def _ends_in_number(text: str, at: int, word: str) -> bool:
    """Whether the stop at `at` is behind a year, a large number or a day of a month: "of 2023.The", "October 7.The"."""
    if not word.isdigit() and not _GROUPED.search(text, max(0, at - _REACH), at):
        return False
    before = _NUMBERED.search(text, max(0, at - _REACH), at)
    return len(word) > 2 or (before is not None and before[1].lower() in _months())


def _opens_word(text: str, at: int) -> bool:
    """Whether a capital begins an ordinary word ("The", "A fire"), not an acronym."""
    after = text[at + 1 : at + 2]
    return after.islower() or after in {" ", "'", "’"}


def _may_open(text: str, at: int) -> bool:
    """Whether a sentence can begin at `at`."""
    letter = text[at]
    if letter.islower():
        after = text[at + 1 : at + 2]
        return after.isupper() or any(
            text.startswith(p, at) and text[at + len(p) : at + len(p) + 1].isupper() for p in _lexicon().particles
        )
    if letter in "-–—":
        return _WORD.match(text, at + 2) is not None and text[at + 2].isupper()
    if letter in _OPENING:
        return not text[at + 1 : at + 2].islower()
    return letter not in _TRAILING


def _is_speaker(text: str, at: int) -> bool:
    """Whether a name and a verb of speech follow a quoted question: it is their quotation."""
    match = _SPEAKER.match(text, at, at + 80)
    return match is not None and match[1] in _lexicon().speech


def _is_opener(text: str, at: int) -> bool:
    """Whether the word at `at` is one that opens sentences, or a quotation opens."""
    if text[at] in _OPENING:
        return True
    word = _WORD.match(text, at)
    return word is not None and word[0][0].isupper() and word[0].lower() in _lexicon().openers


def _word_before(text: str, at: int, start: int) -> str:
    match = _BEFORE.search(text[max(start, at - _REACH) : at])
    return match[0].lstrip("'’-.") if match else ""


def _is_abbreviation(text: str, at: int, start: int, follows: int) -> bool:
    """Whether the full stop at `at` belongs to its word and the sentence runs on to `follows`."""
    word = _word_before(text, at, start)
    if not word:
        return False
    if word.isdigit():
        # "1. Pay": the number of an item, not the end of one.
        return at - len(word) == start and len(word) <= 3
    lower = word.lower()
    if at - len(word) == start and "." in word and len(word) <= _SHORT:
        return True
    if len(word) == 1 and word.isalpha():
        return _is_initial(text, at, start, follows)
    if "." in word or _listed(lower):
        return _runs_on(text, word, lower, follows)
    return False


def _is_initial(text: str, at: int, start: int, follows: int) -> bool:
    """Whether a single letter is a name's initial or an item's letter, not the end ("plan B. The")."""
    if at - 1 == start:
        return True
    if text[at - 1].islower():
        return not _is_opener(text, follows)
    return not _is_opener(text, follows) or text[max(start, at - 4) : at - 1].endswith((". ", "."))


def _runs_on(text: str, word: str, lower: str, follows: int) -> bool:
    """Whether the sentence goes on at `follows` after the abbreviation `word`."""
    lexicon = _lexicon()
    if lower in lexicon.never:
        return True
    following = _WORD.match(text, follows)
    capital = word[0].isupper()
    if capital and lower in lexicon.before_name and lower not in lexicon.anywhere:
        return following is not None or text[follows].isdigit()
    if lower in lexicon.before_number:
        return text[follows].isdigit()
    if capital and lower in lexicon.dates and text[follows].isdigit():
        return True
    if lower in lexicon.clock:
        next_lower = following[0].lower() if following else ""
        return next_lower in _after_clock() or (len(next_lower) > 1 and text[follows : follows + 2].isupper())
    if lower in lexicon.anywhere or _dotted(word) or (capital and lower in lexicon.capitalised | lexicon.dates):
        return not _is_opener(text, follows)
    return False


def _dotted(word: str) -> bool:
    """Whether a word is letters with stops between ("U.S.S.R", "Ph.D"), not two words run together."""
    return "." in word and all(0 < len(part) <= 2 and part.isalpha() for part in word.split("."))


def _listed(lower: str) -> bool:
    return lower in _all_listed()


@cache
def _lexicon() -> Abbreviations:
    lexicon: Abbreviations = load_lexicon("abbreviations", Abbreviations)
    return lexicon


@cache
def _all_listed() -> frozenset[str]:
    lexicon = _lexicon()
    lists = (lexicon.before_name, lexicon.before_number, lexicon.dates, lexicon.clock, lexicon.never)
    return frozenset().union(lexicon.anywhere, lexicon.capitalised, *lists)


@cache
def _months() -> frozenset[str]:
    return frozenset(load_calendar().months)


@cache
def _after_clock() -> frozenset[str]:
    """First words that follow a clock time inside its sentence: days, months, "local time"."""
    return _months() | frozenset(load_calendar().weekdays) | {"local"}
