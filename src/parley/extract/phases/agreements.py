"""Which noun phrases of a report name an agreement, or a numbered phase of one, and how the report calls it."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from parley.annotate.doc import Doc
from parley.extract.deal_letters import deal_of_letters
from parley.extract.moves.clauses.constituents import Phrases, phrases_of
from parley.lexicon.phases import is_former, load_phases

__all__ = ["Named", "find_named", "phases_in_all", "speaks_of_agreements"]

_ORDINAL_TAGS = frozenset({"JJ", "RB", "NN", "NNP", "CD", "LS", "JJS", "NNS"})
_DENIED = frozenset({"no", "neither", "any", "every", "each", "such", "another"})
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_BEFORE = 4  # sentences back in which the phases are told of that a bare "the second" counts


class Named(msgspec.Struct, frozen=True):
    """A noun phrase for an agreement or a phase: `token` is its head, `number` counts phases from 1, `of` is how many
    there are, `agreement` the words for the agreement, None where they stand elsewhere in the report; `phase` tells a phase
    from a whole agreement, and `pronoun` a mere "it"."""

    token: int
    number: int | None
    of: int | None
    agreement: str | None
    phase: bool = True
    pronoun: bool = False


def speaks_of_agreements(doc: Doc, lemmas: tuple[str, ...], lower: tuple[str, ...]) -> bool:
    """Whether a sentence of these words may name an agreement or a phase."""
    words = _single_words()
    if not words.isdisjoint(lemmas) or any(deal_of_letters(doc.text, w.upper()) for w in lower):
        return True
    # "The first expired on Monday", "both have kept to it": what is meant is named before.
    return ("it" in lower or not _ordinals().isdisjoint(lower)) and not words.isdisjoint(doc.words)


@cache
def _single_words() -> frozenset[str]:
    words = load_phases()
    found = {name.split()[-1].split("-")[-1] for name in words.agreements | words.phases}
    return frozenset(found | {f"{name}s" for name in words.phases})


@cache
def _ordinals() -> frozenset[str]:
    return frozenset(w for w in load_phases().numbers if w[-2:] in {"st", "nd", "rd", "th"} or w == "second")


def find_named(phrases: Phrases) -> list[Named]:
    """The agreements and phases that the sentence names, in text order."""
    parse, naming, forms = phrases.sentence.parse, _naming(), _naming_forms()
    found: list[Named] = []
    pairs = enumerate(zip(parse.lower, parse.lemmas, strict=True))
    text, words = phrases.doc.text, parse.words
    for token in [
        t for t, (word, lemma) in pairs if word in forms or lemma in naming or deal_of_letters(text, words[t])
    ]:
        named = (
            _phase(phrases, token)
            or _agreement(phrases, token)
            or _lettered(phrases, token)
            or _current_one(phrases, token)
            or _ordinal(phrases, token)
            or _pronoun(phrases, token)
        )
        if named is not None:
            found.append(named)
    return _outermost(phrases, found)


@cache
def _naming() -> frozenset[str]:
    """A word of each name of an agreement or phase: nearly all tokens are none of them."""
    words = load_phases()
    return frozenset({"it", *words.phases, *words.numbers}) | _agreement_words()


@cache
def _naming_forms() -> frozenset[str]:
    """The same with their plurals."""
    return _naming() | frozenset(f"{word}s" for word in _naming())


@cache
def _agreement_words() -> frozenset[str]:
    names = load_phases().agreements
    parts = (part for name in names for part in (name.split()[0], name.split()[-1], name.split("-")[-1]))
    return names | frozenset(parts)


def _is_one_of(phrases: Phrases, token: int, words: frozenset[str]) -> bool:
    parse = phrases.sentence.parse
    lower = parse.lower[token]
    return lower in words or parse.lemmas[token] in words or lower.removesuffix("s") in words


def _outermost(phrases: Phrases, found: list[Named]) -> list[Named]:
    """Without agreements that only say of what a phase is one ("the second phase of the truce")."""
    parse = phrases.sentence.parse
    phases = [n.token for n in found if n.phase]
    return [n for n in found if n.phase or not any(_is_whole(parse, n.token, p) for p in phases)]


def _is_whole(parse: object, token: int, phase: int) -> bool:
    heads, deps, lower = parse.heads, parse.deps, parse.lower  # type: ignore[attr-defined]
    above = heads[token]
    if above == phase and deps[token] in {"poss", "compound", "nmod"}:
        return True
    return (
        lower[above] in {"of", "in", "under", "to"} and heads[above] in {phase, phase - 1, phase + 1} and above > phase
    )


def _phase(phrases: Phrases, token: int) -> Named | None:
    """A numbered phase: "phase two", "the first stage", "Phase 2 of the plan"."""
    words, parse = load_phases(), phrases.sentence.parse
    lemma = parse.lower[token].removesuffix("s") if parse.tags[token][:3] == "NNP" else parse.lemmas[token]
    if lemma not in words.phases or parse.tags[token][0] not in "NV":
        # "phase two" may have the numeral for its head.
        counted = token and parse.lower[token] in words.numbers and parse.heads[token - 1] == token
        if counted and parse.lower[token - 1] in words.phases - words.loose:
            return _named(phrases, token, token - 1, words.numbers[parse.lower[token]])
        return None
    number = _number(phrases, token)
    if number is None and not _is_last(phrases, token):
        return None
    named = _named(phrases, token, token, number or phases_in_all(phrases.doc))
    return named if lemma not in words.loose or _is_of_agreement(named.agreement) else None


def _is_of_agreement(name: str | None) -> bool:
    """Whether the words name an agreement: "the third round of talks" is no phase of one."""
    return name is not None and name.lower().split()[-1] in load_phases().agreements


def _is_last(phrases: Phrases, token: int) -> bool:
    """ "the final phase of the deal"."""
    parse = phrases.sentence.parse
    return any(c < token and parse.lower[c] in load_phases().last for c in parse.children[token])


def _number(phrases: Phrases, token: int) -> int | None:
    words, parse = load_phases(), phrases.sentence.parse
    behind = parse.lower[token + 1] if token + 1 < len(parse) else ""
    if parse.heads[token] != token + 1 and (behind in words.numbers or behind.isdigit()) and behind not in _ordinals():
        number = words.numbers.get(behind) or int(behind)
        return number if 0 < number <= 20 else None
    for child in parse.children[token]:
        before = child < token and (
            parse.deps[child] in {"amod", "compound", "nmod"} or parse.lower[child] in _ordinals()
        )
        if before and (found := words.numbers.get(parse.lower[child])) is not None:
            return found
    return None


def _named(phrases: Phrases, token: int, noun: int, number: int | None) -> Named:
    # The numeral of "phase two of the plan" may have what follows it.
    tops = [t for t in dict.fromkeys((noun, token, noun + 1)) if t < len(phrases.sentence.parse)]
    agreement, of = _whole(phrases, *tops), None
    for top in tops:
        for prep in phrases.preps(top):
            of = of or (
                load_phases().numbers.get(phrases.sentence.parse.lower[prep.object]) if prep.word == "of" else None
            )
    return Named(token, number, of, agreement)


def _whole(phrases: Phrases, *tops: int) -> str | None:
    """The words for the agreement a phase is of."""
    parse, text = phrases.sentence.parse, phrases.doc.text
    for top in tops:
        for prep in phrases.preps(top):
            if phrases.sentence.parse.lemmas[prep.object] in load_phases().phases:
                continue
            if (
                prep.word in {"of", "in", "under", "to"}
                and parse.tags[prep.object][0] == "N"
                and not phrases.is_time(prep.object)
            ) and (prep.word == "of" or _is_agreement(phrases, prep.object)):
                return _words(phrases, prep.object)
        for child in parse.children[top]:
            if child < top and parse.deps[child] in {"poss", "compound", "nmod"} and _is_agreement(phrases, child):
                return phrases.core(child).of(text)
    return None


def _words(phrases: Phrases, token: int) -> str:
    """The noun phrase without article: "armistice of November", "disarmament calendar", "Monday's understanding", "1979
    accord"."""
    parse, text = phrases.sentence.parse, phrases.doc.text
    named = [p for p in phrases.preps(token) if p.word == "of" and parse.tags[p.object][:3] == "NNP"]
    core = phrases.core(token)
    span = phrases.sentence.tokens(named[0].object, named[0].object) if named else core
    years = [c for c in parse.children[token] if c < token and _YEAR.fullmatch(parse.words[c])]
    start = min([core.start, *(phrases.sentence.tokens(year, year).start for year in years)])
    return " ".join(text[start : span.end].split())


def _is_agreement(phrases: Phrases, token: int) -> bool:
    parse = phrases.sentence.parse
    if (parse.tags[token][0] != "N" and token) or not _is_one_of(phrases, token, _agreement_words()):
        return False
    names = load_phases().agreements
    words = phrases.words_of(token) | {parse.lower[token].removesuffix("s")}
    return not names.isdisjoint(words)


def _agreement(phrases: Phrases, token: int) -> Named | None:
    """An agreement as a whole; one that there is not ("no deal", "any truce") is none."""
    if not _is_agreement(phrases, token):
        return None
    parse = phrases.sentence.parse
    above = parse.heads[token]
    if parse.lemmas[token] == "exchange" and parse.deps[token] == "pobj" and parse.lower[above] == "in":
        return None
    if parse.deps[token] == "compound" or any(parse.lower[c] in _DENIED for c in parse.children[token]):
        return None
    return Named(token, None, None, _words(phrases, token), phase=False)


def _lettered(phrases: Phrases, token: int) -> Named | None:
    """An agreement by its letters, where it is the noun of a phrase."""
    parse = phrases.sentence.parse
    name = deal_of_letters(phrases.doc.text, parse.words[token])
    if name is None or parse.tags[token][0] != "N" or parse.deps[token] in {"compound", "appos"}:
        return None
    return Named(token, None, None, _words(phrases, token), phase=False)


def _current_one(phrases: Phrases, token: int) -> Named | None:
    """ "A new accord to replace the current one": the agreement of the same kind that there is."""
    parse = phrases.sentence.parse
    if parse.lower[token] != "one" or not token or not is_former(parse.lower[token - 1]):
        return None
    nouns = [t for t in range(token) if _is_agreement(phrases, t)]
    return (
        Named(token, None, None, f"{parse.lower[token - 1]} {parse.lower[nouns[-1]]}", phase=False) if nouns else None
    )


def _ordinal(phrases: Phrases, token: int) -> Named | None:
    """A bare "the first", where phases were told of before."""
    parse = phrases.sentence.parse
    if parse.lower[token] not in _ordinals() or parse.tags[token] not in _ORDINAL_TAGS:
        return None
    inside = parse.deps[token] == "pobj" and parse.lower[parse.heads[token]] == "in"
    if (not inside and parse.deps[token] not in {"nsubj", "nsubjpass", "conj", "dep", "ROOT"}) or any(
        parse.deps[c] in {"nummod"} for c in parse.children[token]
    ):
        return None
    if token + 1 < len(parse) and parse.tags[token + 1][0] == "N" and parse.heads[token + 1] != token:
        return None
    whole = _whole_of_ordinal(phrases, token)
    if whole is None and not _phases_before(phrases):
        return None
    return Named(token, load_phases().numbers[parse.lower[token]], None, None)


def _pronoun(phrases: Phrases, token: int) -> Named | None:
    """ "it", where this sentence or the one before named an agreement and the word stands for no party."""
    parse = phrases.sentence.parse
    if (
        parse.lower[token] != "it"
        or parse.deps[token] not in {"nsubj", "dobj", "pobj"}
        or phrases.doc.entity(phrases.index, token)
    ):
        return None
    here = [n for t in range(token) if (n := _agreement(phrases, t)) is not None]
    if not here and phrases.index:
        before = phrases_of(phrases.doc, phrases.index - 1)
        here = [n for t in range(len(before.sentence.parse)) if (n := _agreement(before, t)) is not None]
    return Named(token, None, None, here[-1].agreement, phase=False, pronoun=True) if here else None


def _whole_of_ordinal(phrases: Phrases, token: int) -> int | None:
    """ "the second of the talks' three stages"."""
    inner = (p.object for p in phrases.preps(token) if p.word == "of")
    return next((o for o in inner if phrases.sentence.parse.lemmas[o] in load_phases().phases), None)


def _phases_before(phrases: Phrases) -> bool:
    """Whether this sentence or one just before it tells of phases."""
    doc, wanted = phrases.doc, load_phases().phases - load_phases().loose
    for index in range(phrases.index, max(-1, phrases.index - _BEFORE), -1):
        if not wanted.isdisjoint(doc.sentences[index].parse.lemmas):
            return True
    return False


@cache
def _count() -> re.Pattern[str]:
    words = load_phases()
    nouns = "|".join(sorted(words.phases - {"period", "half", "round", "leg"}))
    numbers = "|".join(
        n for n, value in words.numbers.items() if n.isalpha() and len(n) > 2 and value > 1 and n not in _ordinals()
    )
    return re.compile(
        rf"(?<!first )(?<!last )(?<!next )(?<!other )\b({numbers}|[2-9])[- ](?:{nouns})s?\b", re.IGNORECASE
    )


def phases_in_all(doc: Doc) -> int | None:
    """How many phases the report says there are ("a three-phase deal", "in two stages"); None if it gives no one number."""
    found = {_value(m[1].lower()) for m in _count().finditer(doc.text)}
    return found.pop() if len(found) == 1 else None


def _value(word: str) -> int:
    return int(word) if word.isdigit() else load_phases().numbers[word]
