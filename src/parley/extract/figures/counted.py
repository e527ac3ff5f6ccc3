"""What a quantity counts: the noun, the words that say of whom, and the words it stands among."""

from __future__ import annotations

from functools import cache

import msgspec

from parley.annotate.doc import Doc
from parley.annotate.parse import Parse
from parley.annotate.quantities import QuantityMention
from parley.extract.figures.converted import is_converted
from parley.extract.figures.rates import at_rate
from parley.lexicon import load_lexicon
from parley.lexicon.groups import Groups
from parley.lexicon.measures import Measures
from parley.lexicon.words import word_list
from parley.model import Span

__all__ = [
    "Counted",
    "classes_of",
    "find_counted",
    "group_of",
    "groups",
    "is_whole",
    "noun_classes",
    "of_noun",
    "with_carried",
]

_CLASSES = (
    "captives", "takeable", "persons", "workers", "uprooted", "populace", "arms", "lives", "jobs", "vessels", "trucks", "shares", "votes", "voters", "households", "things",
)  # fmt: skip
_TIMES = word_list("figures.counted.times")
_MASSES = frozenset({
    "tonne", "long ton", "short ton", "kilogram", "barrel", "barrel per day", "bushel", "bag", "litre", "pound", "ounce",
})  # fmt: skip
_INWARD = frozenset({"nummod", "compound", "quantmod", "amod", "nmod", "advmod", "npadvmod", "poss"})
_NOTHING_TOLD = frozenset(
    ["DT", "IN", "PRP", "PRP$", "CD", "CC", ",", "WDT", "RB", "RBR", "JJR", "''", "``", ":", "-LRB-", "-RRB-"]
)
_ADDITIVE = frozenset({"including", "alongside", "with", "besides", "plus", "as", "to"})
_LISTED = 5  # words of the second member of a list of two
_BEFORE_WHOLE = frozenset({"DT", "PRP$", "POS", "VBN", "JJ", "NN", "NNP"})
_NO_NOUNS = frozenset({"it", "that", "this", "which", "us", "you"})
_PRONOUNS = frozenset({"them", "whom", "those", "these", "which"})


class Counted(msgspec.Struct, frozen=True):
    """A quantity and what it counts, as tokens of its sentence.

    `first` is the quantity's first token, `number` its last, `noun` the head of what is counted (`number` itself where
    no noun stands), `classes` the classes of noun it belongs to, `modifiers` the words before the noun that say of whom,
    `stations` the tokens that stand for the count in the rest of the sentence: itself, what it is coordinated or in
    apposition with, what it is a part of ("the bodies of 30"). `dead` is True for the remains of somebody. `carried` is the
    noun of an earlier count where this one has none ("35 others").
    """

    mention: QuantityMention
    sentence: int
    parse: Parse
    first: int
    number: int
    noun: int
    classes: frozenset[str]
    modifiers: tuple[int, ...]
    stations: tuple[int, ...]
    dead: bool
    carried: str | None = None

    @property
    def last(self) -> int:
        """The last token of the counted words."""
        return max(self.number, self.noun)

    @property
    def lemma(self) -> str:
        """The dictionary form of the noun, the words of the quantity where there is none."""
        return self.parse.lemmas[self.noun]

    @property
    def bare(self) -> bool:
        """Whether no noun of its own says what is counted."""
        return "bare" in self.classes

    @property
    def some(self) -> bool:
        """Whether the count is some of a counted whole, whose noun it has ("300 of the 900 villagers")."""
        of = self.parse.lower[self.number + 1 : self.number + 2] == ("of",)
        return of and "CD" in self.parse.tags[self.number + 1 : self.noun]

    def trigger(self, doc: Doc) -> Span:
        """The words of the report that make the figure: quantity and noun."""
        if self.noun == self.number:
            return self.mention.span
        sentence = doc.sentences[self.sentence]
        words = sentence.tokens(min(self.first, self.noun), self.last)
        return Span(min(words.start, self.mention.span.start), max(words.end, self.mention.span.end))


@cache
def measures() -> Measures:
    """The lexicon of measures."""
    return load_lexicon("measures", Measures)


@cache
def groups() -> Groups:
    """The lexicon of counted nouns."""
    return load_lexicon("groups", Groups)


def find_counted(doc: Doc, mention: QuantityMention, sentence: int) -> Counted | None:
    """What `mention` counts in that sentence; None where its words are no tokens of a parse."""
    where = doc.sentences[sentence]
    parse = where.parse
    first, number = where.token_at(mention.span.start), where.token_at(mention.span.end - 1)
    if first is None or number is None or is_converted(doc, mention, sentence):
        return None
    while number > first and parse.lower[number] in {"of", "a", "an", "the"}:
        number -= 1
    noun = _noun(parse, number, has_unit=mention.quantity.unit is not None)
    stations, dead = _stations(parse, noun, number)
    stations += _summed(parse, first, noun) + _resumed(parse, noun)
    opens = number + 1
    if dead and "of" in parse.lower[opens:noun]:
        # "28 charred bodies of soldiers": what says of whom stands behind the "of".
        opens = noun - parse.lower[opens:noun][::-1].index("of")
    modifiers = tuple(t for t in range(opens, _own_end(parse, number, noun)) if _tells(parse, t))
    classes = classes_of(mention, parse, noun, number)
    return Counted(mention, sentence, parse, first, number, noun, classes, modifiers, stations, dead)


def _noun(parse: Parse, number: int, *, has_unit: bool) -> int:
    """The head of the noun phrase that the number stands in, or of what follows its "of"."""
    token = number
    while parse.deps[token] in _INWARD and parse.heads[token] > token and _nominal(parse, parse.heads[token]):
        if parse.deps[token] == "npadvmod" and parse.lower[parse.heads[token]] in {
            "short",
            "strong",
            "higher",
            "lower",
        }:
            break
        if any(parse.tags[t] in {"IN", ":"} for t in range(number + 1, parse.heads[token])) or _ends(parse, number):
            break
        token = parse.heads[token]
    if has_unit:
        return token
    if token == number:
        token = _following_noun(parse, number)
    inner = of_noun(parse, token)
    alone = inner is not None and parse.tags[inner] == "NN" and parse.child(inner, "det", "poss") is None
    if alone and token == number:
        # "robs 300,000 of power": what somebody is robbed of is not counted.
        inner = None if parse.lower[number].replace(",", "").isdigit() else inner
    if inner is not None and token == number and parse.lower[inner] in _NO_NOUNS:
        # "paid 26 million of that": of an amount told before; "40 of us".
        return number
    if inner is not None and (token == number or parse.lemmas[token] in groups().partitives):
        token = inner
    # "took 30 villagers hostage": the parser takes what they became for the head of who they were.
    if (
        token > number + 1
        and parse.tags[token] == "NN"
        and parse.tags[token - 1] == "NNS"
        and parse.lemmas[token] in groups().captives
    ):
        return token - 1
    return token


def _ends(parse: Parse, number: int) -> bool:
    """ "killed nine and injured scores": behind the number another verb begins."""
    return parse.tags[number + 1] == "CC" and parse.lower[number + 2 : number + 3] in {("injured",), ("wounded",)}


def _nominal(parse: Parse, token: int) -> bool:
    if parse.tags[token] == "NNP" and not parse.lower[token].endswith("s"):
        return False
    return parse.tags[token][0] == "N" or parse.tags[token] in {"CD", "JJ"} or parse.lemmas[token] in groups().persons


def of_noun(parse: Parse, token: int) -> int | None:
    """The noun that follows the token's "of"."""
    for child in parse.children[token]:
        if parse.lower[child] == "of" and child > token:
            return parse.child(child, "pobj")
    return None


def _following_noun(parse: Parse, number: int) -> int:
    """The last noun of an unbroken run of modifiers and nouns behind the number: the parser may have missed the tie."""
    found = number
    for token in range(number + 1, min(number + 6, len(parse))):
        tag = parse.tags[token]
        if tag in {"NNS", "NNPS"}:
            return token
        if tag in {"NN", "NNP"}:
            found = token
        elif tag not in {"JJ", "JJS", "JJR", "HYPH", "POS"} and not (tag == "VBN" and parse.deps[token] == "amod"):
            break
    word = parse.lemmas[found]
    return found if found == number or word in groups().persons or word in groups().captives else number


def _stations(parse: Parse, noun: int, number: int) -> tuple[tuple[int, ...], bool]:
    """The tokens that stand for the count, inner to outer, and whether one of them says that only remains are left."""
    found = [noun] if noun == number else [noun, number]
    token, dead = noun, parse.lemmas[noun] in groups().remains
    if noun != number and number in parse.ancestors(noun):
        token = number
    for _ in range(8):
        head, dep = parse.heads[token], parse.deps[token]
        joined = dep == "compound" and token < head and parse.lemmas[head] in groups().captives
        if joined or (dep in {"conj", "appos"} and parse.tags[head][0] in "NCJP"):
            token = head
        elif dep == "pobj" and parse.lower[head] == "of" and parse.lemmas[parse.heads[head]] in groups().partitives:
            token = parse.heads[head]
            dead = dead or parse.lemmas[token] in groups().remains
        elif parse.lower[head] == "including" and not noun_classes(parse, noun) & {"persons", "households"}:
            break
        elif dep == "pobj" and parse.lower[head] in _ADDITIVE and (host := _host(parse, head)) is not None:
            token = host
        else:
            break
        found.append(token)
    return tuple(dict.fromkeys(found)), dead


def _summed(parse: Parse, first: int, noun: int) -> tuple[int, ...]:
    """What a count behind "in all" stands beside, where the parser took "in" for its preposition."""
    if (
        parse.lower[max(0, first - 2) : first] not in {("in", "all"), ("in", "total")}
        or "and" not in parse.lower[noun:]
    ):
        return ()
    joined = parse.lower.index("and", noun)
    subjects = range(joined, min(len(parse), joined + _LISTED))
    return tuple(t for t in subjects if parse.deps[t] in {"nsubj", "nsubjpass"})[:1] if joined == noun + 1 else ()


def _resumed(parse: Parse, noun: int) -> tuple[int, ...]:
    """The subject that goes on from a noun behind brackets or dashes ("Six monks (one a Swiss) and two guards were killed")."""
    for verb in parse.children[noun] if parse.deps[noun] == "ROOT" else ():
        if parse.deps[verb] == "conj" and parse.tags[verb][0] == "V":
            subject = parse.child(verb, "nsubjpass", "nsubj")
            if subject is not None and parse.lower[max(0, parse.lefts[subject] - 1)] == "and":
                return (subject,)
    return ()


def _host(parse: Parse, preposition: int) -> int | None:
    """What "alongside", "along with", "in addition to" add something to: the noun, or the verb's object."""
    if parse.lower[preposition] == "with" and parse.lower[preposition - 1] not in {"along", "together"}:
        return None
    if parse.lower[preposition] == "to" and parse.lower[preposition - 1] != "addition":
        return None
    if parse.lower[preposition] == "as" and parse.lower[preposition - 1] != "well":
        return None
    host = parse.heads[preposition]
    while parse.deps[host] in {"prep", "advmod", "cc", "pobj"} and parse.tags[host][0] in "IRC":
        host = parse.heads[host]
    if parse.tags[host][0] == "V":
        found = parse.child(host, "dobj", "nsubjpass")
        return found if found is not None else parse.child(host, "nsubj")
    return host if parse.tags[host][0] in "NJ" else None


def _own_end(parse: Parse, number: int, noun: int) -> int:
    """Where the words of this number end, before those of another ("1,300 Israeli and 2,400 Syrian deaths")."""
    return next((t for t in range(number + 1, noun) if parse.tags[t] == "CC" and parse.tags[t + 1] == "CD"), noun)


def _tells(parse: Parse, token: int) -> bool:
    """Whether a word between number and noun says of whom, not only how many or that there are more."""
    if parse.tags[token] in _NOTHING_TOLD:
        return False
    return parse.lower[token] not in groups().empty_modifiers or parse.lower[token] == "-"


def classes_of(mention: QuantityMention, parse: Parse, noun: int, number: int) -> frozenset[str]:
    """The classes of what a quantity counts: those of its unit, else those of its noun; "bare" without either."""
    unit = mention.quantity.unit
    if mention.kind == "money":
        if mention.per is None:
            return frozenset({"money"})
        if mention.per in _TIMES:
            return frozenset({"money", "wage"})
        return frozenset({"money"} if mention.per in measures().plain.heads else {"price"})
    if mention.kind in {"percent", "ratio"} or unit == "percent":
        return frozenset({"percent"})
    if mention.kind == "duration":
        return frozenset({"duration"})
    if unit is not None and unit != "persons":
        return frozenset({"mass" if unit in _MASSES else "shares" if unit in {"share", "shares"} else "measure"})
    if noun == number:
        return frozenset({"bare"})
    return noun_classes(parse, noun)


def noun_classes(parse: Parse, noun: int) -> frozenset[str]:
    """The classes a counted noun belongs to; "unknown" where no list and no ending tells."""
    lemma, word = parse.lemmas[noun], parse.lower[noun]
    if word in _PRONOUNS or word in {"other", "others", "more"}:
        return frozenset({"persons", "carried"})
    if found := _listed(lemma, word):
        return found
    if noun > 0 and parse.lemmas[noun - 1] in groups().jobs and lemma in measures().plain.cuts:
        return frozenset({"jobs"})
    named = parse.tags[noun] in {"NNPS", "NNP"} or parse.words[noun][:1].isupper()
    if named or lemma.endswith(groups().person_endings) or (parse.tags[noun] == "NNS" and _names_doers(lemma)):
        return frozenset({"persons"})
    return frozenset({"unknown"})


@cache
def _listed(lemma: str, word: str) -> frozenset[str]:
    """The classes that hold a noun in one of its forms."""
    found = frozenset(name for name in _CLASSES if lemma in getattr(groups(), name) or word in getattr(groups(), name))
    of_people = found & {"captives", "takeable", "workers", "uprooted", "voters", "populace", "arms"}
    return found | {"persons"} if of_people else found


@cache
def _names_doers(lemma: str) -> bool:
    """Whether a noun that no list holds ends as nouns for people do ("smugglers", "commuters"), and is none for a thing."""
    words = measures().plain
    return (
        lemma.endswith(words.person_endings) and not lemma.endswith(words.thing_endings) and lemma not in words.things
    )


def is_whole(counted: Counted) -> bool:
    """Whether the count is only what another is a part of ("14 of the 27 governments")."""
    parse, place = counted.parse, counted.first - 1
    while place > 0 and parse.tags[place] in _BEFORE_WHOLE and parse.lower[place] != "of":
        place -= 1
    fraction = parse.lower[max(0, place - 2)] in {"in", "every"}
    return place > 0 and parse.lower[place] == "of" and parse.tags[place - 1] == "CD" and not fraction


def with_carried(counted: Counted, before: Counted) -> Counted:
    """The count with the noun and the classes of an earlier one, where it only says "others", "them" or a number."""
    if "carried" in counted.classes:
        classes = counted.classes | before.classes
    elif counted.bare and before.sentence == counted.sentence:
        classes = counted.classes | (before.classes & {"captives"})
    else:
        return counted
    noun = before.carried or before.parse.words[before.noun]
    if before.lemma in groups().general or before.mention.quantity.upper == 1:
        # Whoever else was hurt beside a baker need be none.
        return counted
    return msgspec.structs.replace(counted, classes=classes, carried=noun)


def group_of(counted: Counted, default: str | None) -> str | None:
    """Who is counted, in the report's words without number and article: "Palestinian prisoners"; `default` where no noun
    says so."""
    if counted.mention.quantity.unit not in {None, "persons"}:
        base = of_noun(counted.parse, counted.noun)
        words = _phrase(counted.parse, base) if base is not None and "percent" in counted.classes else None
        return at_rate(counted, words)
    if counted.mention.kind == "ratio" and counted.noun == counted.number:
        return None
    if counted.bare or "carried" in counted.classes:
        words = counted.carried or default
    elif counted.lemma in groups().general:
        words = _modified(counted, default)
    else:
        words = _joined(counted.parse, (*counted.modifiers, counted.noun))
    return at_rate(counted, words)


def _modified(counted: Counted, default: str | None) -> str | None:
    """Who died where the counted noun is "deaths": "civilians" for civilian deaths, else the words before "people"."""
    if not counted.modifiers:
        return default
    last = counted.modifiers[-1]
    if counted.parse.lemmas[last] in groups().persons:
        return _joined(counted.parse, counted.modifiers) + "s"
    named = [t for t in counted.modifiers if counted.parse.words[t][:1].isupper()]
    return f"{_joined(counted.parse, tuple(named))} {default}" if named and default else default


def _phrase(parse: Parse, head: int) -> str:
    """The noun phrase of `head` up to its head, without an article."""
    tokens = tuple(t for t in range(parse.lefts[head], head + 1) if parse.tags[t] not in {"DT", "PRP$"})
    return _joined(parse, tokens)


def _joined(parse: Parse, tokens: tuple[int, ...]) -> str:
    """The tokens as written, without a space where the text has none between neighbours."""
    words = ""
    for before, token in zip((None, *tokens), tokens, strict=False):
        touching = before is not None and before + 1 == token and parse.ends[before] == parse.starts[token]
        words += ("" if touching or not words else " ") + parse.words[token]
    return words.lstrip("-' ")
