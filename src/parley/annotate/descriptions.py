"""Descriptions: common nouns that stand for somebody, with the party that a modifier or "of" names."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Literal

from parley.annotate.drafts import Draft, Sort, left_end, right_end, strip_article
from parley.annotate.names import Name, spelled
from parley.annotate.nouns import Noun, is_title_word, noun_at
from parley.annotate.parse import Parse
from parley.annotate.qualifiers import leads, qualifies
from parley.lexicon.parties import collectives
from parley.lexicon.words import word_list
from parley.model.claim import ActorKind

__all__ = ["find_descriptions", "find_party", "is_subject", "owns_talk", "speaks"]

_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_MODIFYING = frozenset({"compound", "nmod", "amod", "npadvmod", "nummod", "quantmod"})
_OWNING = frozenset({"of", "for", "from", "at"})
_PARTIES = frozenset({"state", "nationality", "people", "organisation", "metonym", "unknown"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})
_THINGS_TOO = word_list("annotate.descriptions.things_too")
_FIGHTING = word_list("annotate.descriptions.fighting")


@cache
def _speaking() -> frozenset[str]:
    return frozenset(collectives().speaking)


def is_subject(parse: Parse, token: int) -> bool:
    """Whether a token is a subject, also as a later member of a coordination."""
    while parse.deps[token] == "conj" and parse.heads[token] != token:
        token = parse.heads[token]
    return parse.deps[token] in _SUBJECTS


def speaks(parse: Parse, token: int) -> bool:
    """Whether a token is the subject of a verb of speech or negotiation."""
    while parse.deps[token] == "conj" and parse.heads[token] != token:
        token = parse.heads[token]
    above = parse.heads[token]
    if parse.deps[token] == "pobj":
        return parse.lower[above] == "to" and parse.lower[above - 1] == "according"
    return parse.deps[token] == "nsubj" and parse.verb_lemma(above) in _speaking()


def owns_talk(parse: Parse, token: int, *, talks_only: bool = False) -> bool:
    """Whether a modifier owns what parties say and send in talks ("union demands", "Israeli proposal"), or, unless
    `talks_only`, what they do to one another ("Israeli raid")."""
    above, words = parse.heads[token], collectives()
    if parse.deps[token] not in _MODIFYING or above <= token:
        return False
    thing = parse.lemmas[above]
    return thing in words.talks or parse.lower[above] in words.talks or (not talks_only and thing in words.blows)


def find_descriptions(
    parse: Parse, sentence: int, names: list[Name], called: frozenset[str] = frozenset()
) -> list[Draft]:
    """The descriptions of a sentence in order; names are not among them.

    `called` are the head words, lower case, of the organisations that the report names: "the front" is one of them.
    """
    taken = {token for name in names if name.role not in {"nationality"} for token in range(name.first, name.last + 1)}
    found: list[Draft] = []
    tags = parse.tags
    for token, tag in enumerate(tags):
        if tag not in _NOUN_TAGS or token in taken:
            continue
        hit = noun_at(parse.lower, _singular(parse, token), token)
        if (hit is None or hit[1].plural) and tag == "NN" and parse.lower[token] in called and _is_bare(parse, token):
            hit = parse.lower[token], _CALLED
        if hit is not None:
            found.extend(_describe(parse, sentence, token, hit, names))
    return found


# What a noun stands for only because a party of the report has it in its name.
_CALLED = Noun(roles={"group"}, kinds=("organisation",))


def _is_bare(parse: Parse, token: int) -> bool:
    """Whether nothing but "the" stands with a noun."""
    below = [c for c in parse.children[token] if parse.deps[c] not in {"punct", "case", "relcl", "appos"}]
    return [parse.lower[c] for c in below] == ["the"] and is_subject(parse, token)


def _singular(parse: Parse, token: int) -> str:
    lemma = parse.lemmas[token]
    if parse.tags[token] == "NNPS" and lemma.endswith("s"):
        return lemma[:-1]
    return lemma


def _describe(parse: Parse, sentence: int, token: int, hit: tuple[str, Noun], names: list[Name]) -> Iterator[Draft]:
    word, noun = hit
    modifier = parse.deps[token] in _MODIFYING and parse.heads[token] > token
    if modifier and not noun.roles & {"group", "organ"}:
        return
    if _is_title(parse, token, names) or _unbound(parse, token, noun):
        return
    plural = parse.tags[token] in {"NNS", "NNPS"} or (
        parse.lower[token] != word.split()[-1] and parse.lower[token].endswith("s")
    )
    first = min(left_end(parse, token), token - word.count(" "))
    if modifier and parse.tags[token - 1] == "POS" and first == token > 1:
        first = left_end(parse, token - 2)
    elif modifier and first == token > 0 and parse.tags[token - 1] == "NNS":
        first = token - 1
    last = token if modifier else right_end(parse, token)
    last = next((n.last for n in names if n.first <= last < n.last), last)
    draft = Draft(
        sentence, token, first, last, "group", strip_article(spelled(parse, first, last)), "collective",
        noun=noun, word=word, number=_number(parse, first, token, plural), definite=modifier or _definite(parse, token),
        subject=is_subject(parse, token), emitted=not modifier or owns_talk(parse, token),
    )  # fmt: skip
    if not modifier:
        draft.party_at, draft.state = find_party(parse, token, first, names)
        draft.former = parse.lower[first] in {"former", "ex"} or any(
            parse.lower[c] in {"former", "ex", "then"} for c in parse.children[token] if c < token
        )
    sort = _sort(parse, token, draft, plural)
    if sort is None:
        return
    draft.sort, draft.gender = sort, noun.gender
    if sort == "side":
        draft.number, draft.last = "several", token
        draft.text = strip_article(spelled(parse, first, token))
    draft.kind = _kind(draft, plural)
    yield draft


def _is_title(parse: Parse, token: int, names: list[Name]) -> bool:
    """Whether the noun is the title before a person's name and hangs on it."""
    return any(n.first == token + 1 and n.title and parse.heads[token] == n.head for n in names) or (
        token + 1 < len(parse.words)
        and parse.deps[token] == "compound"
        and is_title_word(parse.lower[token])
        and is_title_word(parse.lower[token + 1])
    )


def _unbound(parse: Parse, token: int, noun: Noun) -> bool:
    """Whether a noun is an office or a party only with something beside it, and stands alone ("the chair", "on board")."""
    if parse.lower[token] == "board":
        return token > 0 and parse.lower[token - 1] in {"on", "aboard"}
    if parse.lower[token] == "opposition":
        return parse.tags[token] == "NN" and not _definite(parse, token) and parse.deps[token] not in _MODIFYING
    if parse.lower[token] == "body":
        return _is_corpse(parse, token)
    if not noun.bound:
        return False
    beside = {parse.deps[child] for child in parse.children[token]}
    owned = parse.child(token, "poss")
    return not beside & {"prep", "compound", "nmod", "appos"} and (owned is None or parse.tags[owned] == "PRP$")


def _is_corpse(parse: Parse, token: int) -> bool:
    """Whether a body is somebody's ("the body of a young woman"), and no group of people."""
    owner = parse.child(token, "poss")
    of = parse.child(token, "prep")
    if owner is None and of is not None and parse.lower[of] == "of":
        owner = parse.child(of, "pobj")
    hit = noun_at(parse.lower, parse.lemmas[owner], owner) if owner is not None else None
    return owner is not None and (parse.tags[owner] == "PRP$" or (hit is not None and "counted" in hit[1].roles))


_POINTING = frozenset({"the", "this", "that", "these", "those"})


def _definite(parse: Parse, token: int) -> bool:
    for child in parse.children[token]:
        if child < token and (parse.lower[child] in _POINTING or parse.deps[child] == "poss"):
            return parse.lower[child] not in {"our", "my", "your"}
    return False


_SEVERAL = frozenset(
    [
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "several",
        "multiple",
        "many",
        "some",
        "various",
        "both",
    ]
)


def _number(parse: Parse, first: int, token: int, plural: bool) -> Literal["one", "several"]:
    if plural or any(parse.lower[t] in _SEVERAL for t in range(first, token)):
        return "several"
    return "one"


def _sort(parse: Parse, token: int, draft: Draft, plural: bool) -> Sort | None:
    """What the noun stands for here, None when for nobody."""
    noun = draft.noun
    assert noun is not None
    roles = noun.roles
    party = draft.party_at is not None or draft.state is not None
    if "side" in roles and _both(parse, token, draft):
        return "side"
    if (
        "wing" in roles
        and party
        and not ("organ" in roles and draft.state)
        and (not plural or draft.word in {"members", "brigades"})
    ):
        return "wing"
    if (
        "organ" in roles
        and (party or noun.itself or draft.definite)
        and not (plural and noun.itself and not draft.definite)
    ):
        return _organ_sort(parse, token, draft)
    if "office" in roles and not plural:
        return "office"
    if "group" in roles and (not noun.plural or plural):
        return "group"
    if "unnamed" in roles:
        return "unnamed"
    if "office" in roles:
        return "office"
    if "counted" in roles:
        draft.emitted = draft.emitted and speaks(parse, token)
        return "counted"
    return None


def _organ_sort(parse: Parse, token: int, draft: Draft) -> Sort | None:
    """Words such as "force" or "country" are parties only with a state's name, as a subject, or as an office."""
    noun = draft.noun
    assert noun is not None
    if draft.state is None and "group" in noun.roles:
        return "group"
    if (
        draft.word in _THINGS_TOO
        and draft.state is None
        and draft.party_at is None
        and not (draft.definite and speaks(parse, token))
    ):
        return None
    return "organ"


def _both(parse: Parse, token: int, draft: Draft) -> bool:
    """ "The two sides", "both parties", "neither side", "either side", "the sides", "the other side"."""
    words = {parse.lower[t] for t in range(draft.first, token)}
    if words & {"two", "both", "neither", "either", "each", "rival", "warring"}:
        return draft.word in {"side", "party", "parties"} or bool(words & {"both", "neither", "two", "warring"})
    return parse.lower[token] in {"sides", "parties"} and draft.state is None and draft.party_at is None


def _kind(draft: Draft, plural: bool) -> ActorKind:
    noun = draft.noun
    assert noun is not None
    match draft.sort:
        case "side":
            return "collective"
        case "counted":
            return "collective" if plural else "unnamed"
        case "wing":
            if draft.word in _FIGHTING:
                return "armed_group"
            return "collective" if draft.word == "members" else noun.organ or "organisation"
        case "organ":
            return noun.organ or "office"
        case "group":
            return _group_kind(draft, noun, plural)
        case "office" if "unnamed" in noun.roles and not noun.speaks and not draft.definite and not plural:
            return "unnamed"
        case "office":
            if plural and not draft.definite and draft.state is None:
                return "unnamed"
            return "collective" if plural else "person" if noun.speaks or noun.person else "office"
        case _:
            return "unnamed"


_ARMED = word_list("annotate.descriptions.armed")


def _group_kind(draft: Draft, noun: Noun, plural: bool) -> ActorKind:
    """What a group noun's own kind is where it stands for nobody named: "group" alone tells little."""
    if len(noun.kinds) == 1 and not plural:
        return noun.kinds[0]
    if noun.kinds[0] == "armed_group" and len(noun.kinds) > 1:
        return "armed_group" if _ARMED.intersection(draft.text.lower().split()) else "collective"
    if noun.kinds[0] == "organisation" and not plural and not noun.plural:
        return "organisation"
    return noun.kinds[0] if noun.kinds[0] in {"armed_group", "union", "company", "court", "outlet"} else "collective"


_STYLES = word_list("annotate.descriptions.styles")
_SEATS = word_list("annotate.descriptions.seats")


def find_party(parse: Parse, token: int, first: int, names: list[Name]) -> tuple[int | None, str | None]:
    """Whom the phrase from `first` to its head belongs to: the head token of a party, or the state an adjective names."""
    possessor = parse.child(token, "poss")
    if (
        possessor is not None
        and parse.words[possessor].istitle()
        and parse.lower[possessor] in _STYLES
        and parse.child(possessor, "det") is None
    ):
        return None, None  # "Queen's Commissioner": a title, and nobody the monarch sends
    if possessor is not None:
        return _owned_group(parse, possessor, token) or possessor, None
    before = [n for n in names if first <= n.first and n.last < token and n.role in _PARTIES]
    before = [n for n in before if not (qualifies(parse, n) or leads(parse, n))]
    if len(before) > 1 and parse.deps[before[1].head] == "conj":
        return None, None
    if before:
        party = before[0]
        if party.role in {"state", "nationality", "people"} and party.known is not None:
            return None, party.known.name
        return party.head, None
    for child in parse.children[token]:
        if child > token and parse.deps[child] == "prep" and parse.lower[child] in _OWNING:
            owner = parse.child(child, "pobj")
            if owner is not None:
                return owner, None
    if (whole := _around_seat(parse, token)) is not None:
        return whole, None
    if (group := _group_before(parse, token, first)) is not None:
        return group, None
    noun = next(
        (c for c in parse.children[token] if first <= c < token and parse.deps[c] in {"compound", "nmod"}), None
    )
    return noun, None


def _around_seat(parse: Parse, token: int) -> int | None:
    """The land that an office is of by its seat: "the health ministry in Torca, Orland's main city"."""
    seats = [k for c in parse.children[token] if c > token and parse.lower[c] == "in" for k in parse.children[c]]
    said = (k for at in (token, *seats) for k in parse.children[at] if parse.deps[k] == "appos")
    cities = [k for k in said if seats and parse.lemmas[k] in _SEATS]
    of = [
        (parse.child(k, "poss"), *(p for c in parse.children[k] if parse.lower[c] == "of" for p in parse.children[c]))
        for k in cities
    ]
    return next((whole for wholes in of for whole in wholes if whole is not None), None)


def _group_before(parse: Parse, token: int, first: int) -> int | None:
    """The group's noun among the words before an office ("employers organization chairman")."""
    for other in range(token - 1, first - 1, -1):
        if parse.tags[other][0] != "N":
            return None
        hit = noun_at(parse.lower, parse.lemmas[other], other)
        if hit is not None and "group" in hit[1].roles and not hit[1].plural and parse.heads[other] > other:
            return other
    return None


def _owned_group(parse: Parse, possessor: int, token: int) -> int | None:
    """The group in "the dockers' union secretary": it, not the dockers, is what the secretary serves."""
    for child in parse.children[token]:
        if possessor + 1 < child < token and parse.deps[child] in {"compound", "nmod"}:
            hit = noun_at(parse.lower, parse.lemmas[child], child)
            if hit is not None and "group" in hit[1].roles and not hit[1].plural:
                return child
    return None
