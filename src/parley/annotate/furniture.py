"""What a page prints around the news: captions, calls to the reader, bylines, agency credits."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

import ahocorasick_rs
import msgspec

from parley.annotate.picture_captions import find_captions
from parley.annotate.run_ins import behind_counters, find_agency_lines, find_trailers
from parley.lexicon import load_lexicon
from parley.lexicon.calendar import load_calendar
from parley.lexicon.furniture import Furniture

__all__ = [
    "Credit",
    "InlinePiece",
    "find_credit",
    "find_inline",
    "find_picture_credit",
    "is_byline",
    "is_furniture",
    "match_caption",
    "opens_ending",
]

_CAPTION_LENGTH = 300
_LINE_LENGTH = 400
_SHORT_LINE = 140
_FULL_STOP = re.compile(r"[.!?][\"”’')\]]*(?=\s+[A-Z\"“‘]|\s*$)")
_INNER_STOP = re.compile(r"[a-z\d%)][.!?][\"”’')\]]*\s+[A-Z\"“‘]")
_SIGNATURE = re.compile(r"[a-z\d][.!?][\"”’')\]]*\s+([A-Z]{3,}(?:[ /-][A-Z]{2,}){0,4})$")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|pic\.twitter\.com/\S+|[\w.+-]+@[\w-]+\.[\w.]+")
_WORDS = re.compile(r"[^\W\d_][\w.’'-]*")
_APART = str.maketrans("/,([", "    ")
_FIRST = re.compile(r"[^\s:]+")
_PHONE = re.compile(
    r"(?:tel(?:ephone)?|phone|fax|mobile|hotline)\.?\s*(?:no\.?)?\s*:?\s*\+?\(?\d[\d\s()-]{5,}", re.IGNORECASE
)
_TAGGED = re.compile(r"(?:[#@]\w+[\s,]*)+$")
_AGO = re.compile(
    r"[\w :,|-]{0,40}\b\d+\s+(?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?)\s+ago\b[\s.|]*$",
    re.IGNORECASE,
)
_PICTURED = re.compile(r"[A-Z][a-z][\w.’'-]*(?: [A-Z][\w.’'-]+){1,2} ?/ ?[A-Z]\w+(?: [A-Z]\w+){0,3}$")
_READING_TIME = re.compile(
    r"\d{1,3}\s*(?:min(?:ute)?s?\s+(?:read|to read)|comments?|shares?|views|words)\b[\s.|]*$", re.IGNORECASE
)


class InlinePiece(msgspec.Struct, frozen=True):
    """A piece of furniture inside a line: `start` to `end`."""

    start: int
    end: int


class Credit(msgspec.Struct, frozen=True):
    """An agency's signature from `start` to the end of its line; `agency` is its usual name, None when it is unnamed."""

    start: int
    agency: str | None


def is_furniture(line: str) -> bool:
    """Whether a whole line is page furniture: a call to the reader, a share line, an address, a list of tags."""
    lower = line.lower()
    bare = lower.strip(" \t:|>»•·*-–—.\u00a0")
    if bare in _lexicon().whole or not any(c.isalpha() for c in line):
        return True
    if len(line) > _LINE_LENGTH:
        return False
    if _begins(lower.lstrip("•·*>» "), _starts()):
        return True
    if lower.endswith(_lexicon().ends) or _is_bracketed(line):
        return True
    first = bare.split(maxsplit=1)[0].rstrip(":")
    if first in _lexicon().tag_leads and not _FULL_STOP.search(line) and _is_tags(line):
        return True
    if len(line) <= _SHORT_LINE and any(p.match(line) for p in (_TAGGED, _AGO, _READING_TIME, _PICTURED)):
        return True
    return _is_contact(line, lower)


def opens_ending(line: str) -> bool:
    """Whether nothing but captions or other reports' headlines follow this line."""
    return line.strip(" \t:|*").lower() in _lexicon().endings


def _is_tags(line: str) -> bool:
    """Whether a line that begins like a list of tags goes on like one: a colon, or capitals throughout."""
    words = line.split()
    return words[0].endswith(":") or (len(words) > 1 and sum(w[0].isupper() for w in words) >= len(words) / 2)


def _is_contact(line: str, lower: str) -> bool:
    """Whether a line gives an address or a telephone number and hardly anything else."""
    if len(line) <= _SHORT_LINE and line[-1] not in ".!?" and len(line.split()) <= 14 and _PHONE.search(line):
        return True
    addressed = "@" in line or "://" in line or "www." in lower or "pic.twitter" in lower
    found = _ADDRESS.search(line) if addressed else None
    if found is None:
        return False
    rest = re.findall(r"[^\W\d_]+", lower[: found.start()] + lower[found.end() :])
    return len(rest) <= 3 or (
        len(rest) <= 25 and found.end() >= len(line) - 20 and not _lexicon().appeals.isdisjoint(rest)
    )


def _is_bracketed(line: str) -> bool:
    """Whether a line is a note in brackets without a sentence in it."""
    if line[0] + line[-1] not in {"()", "[]"} or len(line.split()) > 20:
        return False
    return not set("()[]").intersection(line[1:-1]) and line[-2] not in '.!?"”’'


def _begins(lower: str, phrases: dict[str, tuple[str, ...]]) -> bool:
    return _opening_phrase(lower, phrases) is not None


def _opening_phrase(lower: str, phrases: dict[str, tuple[str, ...]]) -> str | None:
    """The phrase, as a whole word or words, that `lower` begins with."""
    first = _FIRST.match(lower)
    for phrase in phrases.get(first[0] if first else "", ()):
        if lower.startswith(phrase) and not lower[len(phrase) : len(phrase) + 1].isalpha():
            return phrase
    return None


def _by_first_word(phrases: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for phrase in phrases:
        found.setdefault(re.split(r"[\s:]", phrase, maxsplit=1)[0], []).append(phrase)
    return {first: tuple(members) for first, members in found.items()}


def match_caption(text: str, at: int, end: int) -> int | None:
    """Where the caption that begins at `at` ends, None when none does.

    It runs to the end of the line; in a line that goes on with the report, to the end of its first sentence.
    """
    line = text[at:end]
    lead = _caption_patterns().lead.match(line)
    if lead is None:
        return end if len(line) <= _LINE_LENGTH and _is_credited(line) else None
    if len(line) <= _CAPTION_LENGTH:
        return end
    stop = _FULL_STOP.search(line, lead.end())
    if stop is not None and stop.end() <= _CAPTION_LENGTH:
        return at + stop.end()
    credit = _caption_patterns().name.match(line, lead.end())
    return at + credit.end() if credit else None


def find_picture_credit(line: str) -> int | None:
    """Where a picture's credit at the end of a paragraph begins ("…in years. PHOTO: A. Writer"), None without one."""
    match = _find_tail(line)
    stop = match is not None and line[: match.start()].rstrip().endswith((".", "!", "?", '"', "”"))
    return match.start() if match and stop else None


def _is_credited(line: str) -> bool:
    """Whether a line of at most a few sentences ends with a photographer's or picture agency's name."""
    return _find_tail(line) is not None and len(_INNER_STOP.findall(line)) <= 3


def _find_tail(line: str) -> re.Match[str] | None:
    """The picture credit at the end of a line. Most lines end with a full stop and no colon near: they are not searched."""
    if line[-1:] in {".", "!", "?", '"', "”", "’"} and ":" not in line[-90:] and line[-2:] not in {").", "]."}:
        return None
    return _caption_patterns().tail.search(line, max(0, len(line) - 120))


class _CaptionPatterns(msgspec.Struct, frozen=True):
    lead: re.Pattern[str]
    name: re.Pattern[str]
    tail: re.Pattern[str]


@cache
def _caption_patterns() -> _CaptionPatterns:
    lexicon = _lexicon()
    starts = "|".join(
        re.escape(s).replace(r"\ ", r"\s+") for s in sorted(lexicon.caption_starts, key=len, reverse=True)
    )
    credits = "|".join(lexicon.caption_credits)
    pictured = "|".join(map(re.escape, lexicon.caption_agencies))
    agencies = "|".join(re.escape(a) for a in sorted(lexicon.photo_agencies, key=len, reverse=True))
    return _CaptionPatterns(
        lead=re.compile(
            rf"[(\[|]?\s*(?:(?i:{starts})\s*(?::|\s[-–—]\s)|(?i:(?:file|representational)\s+(?:photo|image|picture|pic)\b)|(?i:(?:photo|picture|image)\s+(?:by|courtesy|credit)\b)|(?:{pictured})\s+(?=[A-Z]))\s*"
        ),
        name=re.compile(rf"[^.:]{{0,60}}?(?:{agencies})\b"),
        tail=re.compile(
            rf"\b(?i:{credits})s?(?:\s+(?:by|courtesy|credit))?\s*:\s*(?:[^.:!?\n]|\b[A-Z]\.){{2,70}}\.?\s*\)?$"
            rf"|[(\[](?:[^()\[\]]*(?:/|\bvia\s+|[Pp]hotos?:?\s+(?:by\s+)?)\s*(?:{agencies})|(?i:photo|image|picture)s?\s*(?::|by)[^()\[\]]+|AP Photo[^()\[\]]*|File)\s*[)\]]\.?$"
            rf"|\s[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){{0,3}}\s?/\s?(?:{agencies})$|\bCredit\s+(?:[A-Z]\S*\s*){{1,8}}$|\bvia (?:{agencies})$|[a-z\d]\s\((?:{agencies})\)$"
        ),
    )


def find_inline(text: str) -> list[InlinePiece]:
    """Furniture phrases as a page's template writes them, wherever they stand in `text` as pieces of their own.

    A phrase inside a sentence is none: before it stands the start of a line, or the end of a sentence.
    """
    found: list[InlinePiece] = []
    matcher, reach = _inline_matcher()
    for index, start, end in matcher.find_matches_as_indexes(text):
        if found and start < found[-1].end:
            continue
        stop = _line_end(text, end) if reach[index] == "line" else behind_counters(text, _behind_networks(text, end))
        if _is_piece(text, start, end, stop, reach[index]):
            found.append(InlinePiece(start, stop))
    return _with_run_ins(text, found)


def _with_run_ins(text: str, found: list[InlinePiece]) -> list[InlinePiece]:
    """The pieces, with captions of pictures, datelines, and lists of other reports, that stand in the middle of a line."""
    spans = [*find_trailers(text), *find_agency_lines(text, _lexicon().agencies), *find_captions(text)]
    for piece in (InlinePiece(span.start, span.end) for span in spans):
        found = [p for p in found if not (piece.start <= p.start and p.end <= piece.end)]
        if all(p.end <= piece.start or p.start >= piece.end for p in found):
            found.append(piece)
    return sorted(found, key=lambda piece: piece.start)


def _is_piece(text: str, start: int, end: int, stop: int, reach: str) -> bool:
    """Whether a phrase at `start:end`, `stop` with what belongs to it, is no part of a sentence."""
    if reach == "anywhere":
        return True
    if not _is_joint(text, start):
        return False
    if reach == "piece":
        return not text[stop : stop + 20].lstrip(" ")[:1].islower()
    if text[start:end].strip(" :").lower() in _lexicon().tag_leads and not _is_tags(text[start:stop]):
        return False
    return _INNER_STOP.search(text, end, stop) is None


def _line_end(text: str, at: int) -> int:
    match = re.compile(r"[\r\n]|$").search(text, at)
    return match.start() if match else len(text)


def _behind_networks(text: str, end: int) -> int:
    """The end of a phrase with the names of networks behind it ("Follow us on X and YouTube")."""
    for match in re.compile(r"[ \t,&/]*([A-Za-z]+)").finditer(text, end, end + 80):
        if match.start() != end or match[1].lower() not in _lexicon().networks:
            break
        end = match.end()
    return end


# "… the ministry said. Source Port Wire and agencies Related News …"
_SOURCED = re.compile(r"[.!?\"”]\s+Sources?:?(?:\s+(?:[A-Z][\w.]*|and|agencies)){1,5}$")


def _is_joint(text: str, start: int) -> bool:
    before = text[max(0, start - 60) : start].rstrip(" \t\u00a0")
    if _SOURCED.search(before):
        return True
    return not before or before[-1] in '.!?\r\n|)]"”’:;>*' or before[-1].isdigit()


@cache
def _inline_matcher() -> tuple[ahocorasick_rs.AhoCorasick, tuple[str, ...]]:
    lexicon = _lexicon()
    lists = {"piece": lexicon.inline, "line": lexicon.inline_to_end, "anywhere": lexicon.inline_anywhere}
    forms = {form: reach for reach, phrases in lists.items() for p in phrases for form in (p, p.upper())}
    matcher = ahocorasick_rs.AhoCorasick(list(forms), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    return matcher, tuple(forms.values())


def is_byline(line: str) -> bool:
    """Whether a line names who wrote the report, and says nothing else."""
    lower = line.lower()
    if len(line) > _CAPTION_LENGTH:
        return False
    if lower.startswith("("):
        return _begins(lower, _byline_starts()) and lower.rstrip(". ").endswith(")")
    if phrase := _opening_phrase(lower, _byline_starts()):
        names = _WORDS.findall(line)[len(phrase.split()) :]
        return lower.startswith("from our") or (_is_names(names) and not _names_time(names))
    return _is_signed(line)


def _is_signed(line: str) -> bool:
    """ "A. Writer, Diplomatic correspondent": a name of two to four words, a comma, a role."""
    name, comma, role = line.partition(",")
    if not comma or len(line) > _SHORT_LINE or line[-1] in '.?!"”’':
        return False
    lexicon = _lexicon()
    roles = role.lower().replace(",", " ").split()
    return 2 <= len(name.split()) <= 4 and _is_names(name.split()) and any(word in lexicon.roles for word in roles)


def _is_names(words: list[str]) -> bool:
    """Whether all words are capitalised or the small ones of bylines."""
    joiners, roles = _lexicon().byline_joiners, _lexicon().roles
    small = [w for w in words if not w[0].isupper()]
    allowed = all(
        w in joiners or w.lower() in roles or w in {"by", "editing", "reporting", "writing", "additional"}
        for w in small
    )
    return allowed and 1 <= len(words) <= 45 and words[0][0].isupper()


def _names_time(words: list[str]) -> bool:
    from_calendar = _times()
    return words[0].lower().rstrip(".") in from_calendar


@cache
def _times() -> frozenset[str]:
    calendar = load_calendar()
    return frozenset(calendar.months) | frozenset(calendar.weekdays)


def find_credit(line: str, *, whole: bool) -> Credit | None:
    """The agency that signs `line` at its end: "…the minister said. AFP", "… (Reuters)", "With inputs from agencies".

    `whole`: the line may be nothing but the signature; offsets count from its start.
    """
    last = line[-40:].rstrip(" .)]*").translate(_APART).split()
    signed = bool(last) and last[-1].lower() in _last_words()
    match = _credit_pattern().search(line, max(0, len(line) - 120)) if signed else None
    if match is None:
        return _find_signature(line) if line[-2:].isupper() else None
    if match.start("sign") == 0 and not whole:
        return None
    names = re.split(r"\s*(?:,|/|&|\band\b)\s*", match["names"])
    agencies = _lexicon().agencies
    known = [agencies[" ".join(name.lower().split())] for name in names]
    if len(names[0]) < 3 and not names[0].isupper():
        return None
    return Credit(match.start("sign"), next((name for name in known if name != "agencies"), None))


def _find_signature(line: str) -> Credit | None:
    """A name in capitals behind the last full stop ("…on Tuesday. THE HARBOUR TIMES")."""
    match = _SIGNATURE.search(line, max(0, len(line) - 60))
    if match is None or line[: match.start() + 1].isupper() or is_furniture(match[1]):
        return None
    return Credit(match.start(1), match[1])


@cache
def _last_words() -> frozenset[str]:
    """The last words of the names agencies sign with, before which a search is worth while."""
    return frozenset(re.split(r"[\s/,]", name)[-1] for name in _lexicon().agencies)


@cache
def _credit_pattern() -> re.Pattern[str]:
    lexicon = _lexicon()
    spoken = sorted(lexicon.agencies, key=len, reverse=True)
    names = "|".join(re.escape(n).replace(r"\ ", r"\s+") for n in spoken)
    leads = "|".join(
        re.escape(lead).replace(r"\ ", r"\s+") for lead in sorted(lexicon.credit_leads, key=len, reverse=True)
    )
    listed = rf"(?P<names>(?:{names})(?:\s*(?:,|/|&|\band\b)\s*(?:{names}))*)"
    return re.compile(
        rf"(?:^\s*|(?<=[.!?\"”’')\]])\s*)(?P<sign>[-–—*(\[]*\s*(?:(?:{leads})\s*:?\s+)?{listed}\s*[)\]*]*)\.?\s*$",
        re.IGNORECASE,
    )


@cache
def _lexicon() -> Furniture:
    lexicon: Furniture = load_lexicon("furniture", Furniture)
    return lexicon


@cache
def _starts() -> dict[str, tuple[str, ...]]:
    return _by_first_word(_lexicon().starts)


@cache
def _byline_starts() -> dict[str, tuple[str, ...]]:
    return _by_first_word(_lexicon().byline_starts)
