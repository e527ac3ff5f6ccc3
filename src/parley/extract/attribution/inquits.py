"""Clauses of reporting set between commas or behind one, told by the words alone: "the strike is off, the firm said on Friday".

The parser often hangs such a clause on what stands next to it; a comma, a noun phrase, a verb of speech and another
comma or the end are enough to know it.
"""

from __future__ import annotations

import msgspec

from parley.annotate.parse import Parse
from parley.extract.attribution.idioms import idiom_end
from parley.lexicon.sources import load_sources
from parley.lexicon.speech import load_speech

__all__ = ["Inquit", "find_inquits", "inquit_pieces"]

_COMMAS = frozenset({",", "—", "–", "--"})
_ENDS = frozenset({",", ";", ".", "—", "–", "--", "!", "?"})
_MARKS = frozenset({'"', "“", "”", "''", "``", ":", "(", ")"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_VERBS = frozenset({"VBD", "VBZ", "VBP", "VBN", "VB", "VBG", "NN", "NNS"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_OPENING = frozenset({"DT", "PRP$", "NN", "NNS", "NNP", "NNPS", "CD", "JJ", "PRP", "PDT", "VBN"})
_INSIDE = (_OPENING - {"PRP"}) | {"POS", "HYPH", "JJR", "JJS", "VBG", "RB"}
_JOINTS = frozenset(
    {"where", "that", "which", "who", "because", "if", "and", "but", "when", "while", "though", "although"}
)
_PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i"})
_AUXILIARIES = frozenset({"has", "have", "had", "is", "are", "was", "were", "'s", "’s", "'ve", "’ve"})
_RELATIVES = frozenset({"who", "which", "that", "whose", "whom"})
_CLOSING = tuple((tag,) for tag in ("VBD", "VBZ", "VBP", "VBN", "VB"))
_LONGEST = 16  # tokens of a speaker with all that hangs on him


class Inquit(msgspec.Struct, frozen=True):
    """A clause of reporting: its verb (`verb` to `last_verb`), the head of its speaker, its first and last token.

    `name` are the first and last token of a speaker's bare name, None for one with anything more.
    """

    verb: int
    last_verb: int
    head: int
    first: int
    last: int
    name: tuple[int, int] | None = None


def find_inquits(parse: Parse) -> list[Inquit]:
    """The clauses of reporting that punctuation sets off, in order."""
    verbs = load_speech().inquits
    if _COMMAS.isdisjoint(parse.words) or verbs.isdisjoint(parse.lemmas):
        return []
    found = []
    for verb in [t for t, lemma in enumerate(parse.lemmas) if lemma in verbs]:
        # "but the union says no" answers, and tells nothing of what stands before.
        answers = parse.lower[verb + 1 : verb + 2] in {("no",), ("yes",)}
        if verb and parse.tags[verb] in _VERBS and not answers:
            inquit = _plain(parse, verb) or _inverted(parse, verb)
            if inquit is not None:
                found.append(inquit)
    return found


def _plain(parse: Parse, verb: int) -> Inquit | None:
    """ "..., the firm said on Friday, ..."."""
    last_verb = idiom_end(parse, verb)
    if last_verb is None or (last_verb == verb and not _as_verb(parse, verb)):
        return None
    until = _before_auxiliaries(parse, verb)
    if until is None:
        return None
    place = _speaker(parse, until)
    last = _tail(parse, verb, last_verb) if place is not None else None
    if place is None or last is None:
        return None
    first, head = place
    return Inquit(verb, last_verb, head, first, last, _bare_name(parse, first, head, until))


def _as_verb(parse: Parse, verb: int) -> bool:
    """Whether a word is a verb, or one of those that the parser often takes for a noun behind their speaker."""
    tag = parse.tags[verb]
    if tag in {"NN", "NNS"}:
        return parse.lemmas[verb] in load_speech().words.noun_like and parse.lower[verb - 1] != "the"
    if tag == "VBN" and parse.deps[verb] in {"acl", "amod"}:
        # "the sum pledged to the kin" says nothing.
        return False
    return tag != "VBG" or parse.lower[verb - 1] in _AUXILIARIES


def _before_auxiliaries(parse: Parse, verb: int) -> int | None:
    """Where the speaker's phrase ends: before adverbs and auxiliaries; None where the speech is denied."""
    token = verb
    while token > 1 and (parse.tags[token - 1] == "RB" or parse.lower[token - 1] in _AUXILIARIES):
        token -= 1
        if parse.lower[token] in {"not", "n't", "n’t", "never", "yet"}:
            return None
    return token


def _speaker(parse: Parse, until: int) -> tuple[int, int] | None:
    """First token and head of the noun phrase between a comma and `until`, apposition or relative clause passed over."""
    end = until
    if parse.words[end - 1] == ",":
        end = next((t for t in range(end - 2, max(0, end - _LONGEST), -1) if parse.words[t] == ","), 0)
        if end < 3 or not _set_beside_name(parse, end + 1, until - 1):
            return None
    for token in range(end - 1, max(0, end - _LONGEST), -1):
        if parse.words[token] in _COMMAS:
            first = token + 3 if parse.lower[token + 1 : token + 3] == ("or", "so") else token + 1
            head = _head(parse, first, end)
            return (token + 1, head) if head is not None and token >= 1 else None
        if parse.words[token] in {";", ":", '"', "”", "“"}:
            return None
    return None


def _set_beside_name(parse: Parse, first: int, last: int) -> bool:
    """Whether the words between two commas can only belong to the noun before them: a name, a role, a relative clause."""
    if first >= last + 1 or parse.tags[first] not in _OPENING | {"WP", "WP$", "WDT"}:
        return False
    return parse.lower[first] in _RELATIVES or not any(parse.tags[t] in _FINITE for t in range(first, last))


def _head(parse: Parse, first: int, end: int) -> int | None:
    """The head of a noun phrase that fills the tokens up to `end`, None where they are no such phrase."""
    if first >= end or parse.tags[first] not in _OPENING:
        return None
    if parse.lower[first] in _PRONOUNS:
        return first if first + 1 == end else None
    if parse.tags[first] == "PRP" or parse.lower[first] in load_speech().words.no_speakers:
        return None
    head = None
    token = first
    while token < end and parse.tags[token] in _INSIDE:
        if parse.tags[token] in _NOUNS or (parse.tags[token] == "CD" and parse.lower[token] == "one"):
            head = token
        elif head is not None and parse.tags[token] != "POS" and not _noun_follows(parse, token, end):
            break
        token += 1
    if head is None or parse.lemmas[head] in load_speech().words.no_speakers:
        return None
    rest = range(head + 1, end)
    relative = next((t for t in rest if parse.lower[t] in _RELATIVES), end)
    if relative < end and not any(parse.tags[t] in _FINITE for t in range(relative, end)):
        return None
    if any(parse.lower[t] in _PRONOUNS for t in rest):
        return None
    return None if any(parse.tags[t] in _FINITE for t in range(head + 1, relative)) else head


def _noun_follows(parse: Parse, token: int, end: int) -> bool:
    if parse.tags[token] == "HYPH":
        return token + 2 < end  # "the front-run health ministry"
    if parse.tags[token - 1] == "HYPH" and token + 1 < end:
        return parse.tags[token + 1] in _NOUNS | {"JJ"}
    return token + 1 < end and parse.tags[token + 1] in _NOUNS | {"JJ"} and parse.tags[token] not in {"RB", "VBN"}


def _bare_name(parse: Parse, first: int, head: int, until: int) -> tuple[int, int] | None:
    plain = head + 1 == until and all(
        parse.tags[t] in {"NNP", "NNPS"} or parse.lower[t] in {"del", "de", "la", "el"} for t in range(first, until)
    )
    return (first, head) if plain else None


def _tail(parse: Parse, verb: int, last_verb: int) -> int | None:
    """The last token of an inquit: behind the verb only whom, when, where or how; None when what is said follows."""
    end = next((t for t in range(last_verb + 1, len(parse)) if parse.words[t] in _ENDS), len(parse))
    reason = next((t for t in range(last_verb + 1, end) if parse.lower[t] in {"because", "as"}), end)
    inner = range(last_verb + 1, reason)
    if any(parse.words[t] in _MARKS for t in range(last_verb + 1, end)):
        return None
    said = (t for t in inner if parse.tags[t] in _FINITE or parse.lower[t] == "that")
    if any(not _relative_of(parse, t, last_verb) for t in said):
        return None
    if len(inner) and (not _adjunct(parse, inner[0], verb) or _takes_thing(parse, verb, inner)):
        return None
    return end - 1


def _takes_thing(parse: Parse, verb: int, behind: range) -> bool:
    """Whether a thing said, promised or announced stands behind an adverb: "the accord promises merely a lull"."""
    objects = (t for t in parse.children[verb] if t in behind and parse.deps[t] == "dobj")
    words = load_speech().words
    return parse.lemmas[verb] not in words.told_to - words.noun_like and any(
        parse.lower[t] not in words.times and not parse.words[t].endswith("day") for t in objects
    )


def _relative_of(parse: Parse, token: int, after: int) -> bool:
    """Whether a verb stands in a relative clause on whom the words are told ("anyone who will listen")."""
    return any(parse.lower[t] == "who" for t in range(after + 1, token))


def _adjunct(parse: Parse, token: int, verb: int) -> bool:
    """Whether a word behind the verb begins a time, a place or whom the words are told, not what is said."""
    words, tag = load_speech().words, parse.tags[token]
    if parse.lower[token] in words.not_beside or tag in {"TO", "WP", "WRB", "WDT", "CC"}:
        return False
    if tag in {"IN", "RB"} or parse.lower[token] in words.times or parse.words[token].endswith("day"):
        return True
    return parse.lemmas[verb] in words.told_to and tag in _OPENING


def _inverted(parse: Parse, verb: int) -> Inquit | None:
    """ "..., warned the minister who had led the talks, ..."."""
    lemma = parse.lemmas[verb]
    if parse.words[verb - 1] != "," or verb < 3 or parse.tags[verb] not in {"VBD", "VBZ", "VBN"}:
        return None
    if lemma not in load_speech().words.inverted:
        return None
    end = next((t for t in range(verb + 1, len(parse)) if parse.words[t] in _ENDS), len(parse))
    head = _head(parse, verb + 1, end)
    if head is None or parse.tags[head] == "PRP" or not _is_person(parse, verb + 1, head):
        return None
    listed = parse.lower[end + 1 : end + 2] in (("and",), ("but",)) and parse.tags[end + 2 : end + 3] in _CLOSING
    joined = any(parse.tags[t] == "CC" and parse.tags[t + 1] in _FINITE for t in range(head, end - 1))
    return None if listed or joined else Inquit(verb, verb, head, verb, end - 1)


def _is_person(parse: Parse, first: int, head: int) -> bool:
    sources = load_sources()
    named = any(parse.tags[t] == "NNP" for t in range(first, head + 1))
    known = parse.lemmas[head] in sources.words.persons or sources.kind_of(parse.lemmas[head]) is not None
    return named or known


def inquit_pieces(parse: Parse, inquit: Inquit) -> list[tuple[int, int]]:
    """First and last tokens of what an inquit reports: the words before it, and those behind that go on with them."""
    mark = inquit.first - 1
    behind = _behind(parse, inquit)
    start = 0
    if behind is not None:
        start = next((t + 1 for t in range(mark - 1, -1, -1) if parse.words[t] == ";"), 0)
        start = max(start, _own_clause(parse, start, mark))
    pieces = [(start, mark - 1)] if start < mark else []
    if behind is not None and _goes_on(parse, behind, told=bool(pieces) and _tells(parse, pieces[0])):
        pieces.append(behind)
    inverted = inquit.first == inquit.verb
    return pieces if inverted or any(_tells(parse, piece) for piece in pieces) else []


def _own_clause(parse: Parse, start: int, mark: int) -> int:
    """Where the clause begins into which an inquit is set: behind "and" or "where" when its verb is still to come."""
    for token in range(mark - 1, start, -1):
        if parse.tags[token] in _FINITE:
            return start
        if parse.lower[token] in _JOINTS and (token == mark - 1 or parse.words[token - 1] in {",", ";"}):
            told = any(parse.tags[t] in _FINITE for t in range(start, token))
            return token + 1 if told else start
    return start


def _behind(parse: Parse, inquit: Inquit) -> tuple[int, int] | None:
    """The words behind an inquit's second comma, up to a semicolon."""
    mark = inquit.last + 1
    if mark >= len(parse) or parse.words[mark] not in _COMMAS or mark + 1 >= len(parse):
        return None
    end = next((t for t in range(mark + 1, len(parse)) if parse.words[t] == ";"), len(parse))
    return (mark + 1, end - 1) if mark + 1 < end else None


def _goes_on(parse: Parse, behind: tuple[int, int], *, told: bool) -> bool:
    """Whether the words behind an inquit go on with what is said; `told` when those before it are a statement."""
    first, last = behind
    speech = load_speech()
    word = parse.lower[first]
    if word in _RELATIVES or (parse.tags[first] == "VBG" and parse.lemmas[first] in speech.words.quoting):
        return False
    if not told:
        return True
    if word in speech.words.beside - speech.words.going_on:
        return False
    if parse.tags[first] == "CC":
        return not any(parse.tags[t] in _FINITE and speech.classes_of(parse.lemmas[t]) for t in range(first, last + 1))
    return True


def _tells(parse: Parse, piece: tuple[int, int]) -> bool:
    """Whether words hold a verb that may be a finite one."""
    return any(parse.tags[t] in _FINITE or parse.tags[t] == "VBN" for t in range(piece[0], piece[1] + 1))
