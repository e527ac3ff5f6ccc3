"""Who is named: every noun phrase that stands for somebody, and whom it stands for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal

from parley.annotate.descriptions import find_descriptions, find_party, is_subject, owns_talk, speaks
from parley.annotate.doc import Block, EntityMention, Sentence
from parley.annotate.drafts import Draft, left_end
from parley.annotate.governments import home_state, learn_heads, learn_home, learn_states, learn_titles
from parley.annotate.name_words import heads, is_name_head, names_thing
from parley.annotate.names import Name, find_names, is_word
from parley.annotate.nations import learn_nations
from parley.annotate.nouns import noun_at
from parley.annotate.parse import Parse
from parley.annotate.party_names import is_party
from parley.annotate.pronouns import find_pronouns
from parley.annotate.referents import Referents
from parley.annotate.resolution import Resolver
from parley.annotate.slashed import join_slashed, slashes
from parley.model import Report

__all__ = ["find_entities"]

_TITLE_TAGS = frozenset({"NN", "NNP", "NNPS", "NNS", "JJ", "HYPH", "POS", "VBN", "JJS"})


def find_entities(report: Report, sentences: Sequence[Sentence], blocks: Sequence[Block]) -> list[EntityMention]:
    """Names, descriptions and pronouns of the sentences in text order, each resolved within the report where one
    candidate remains."""
    names, places = _all_names([sentence.parse for sentence in sentences])
    called = _called(names)
    per_sentence = [
        _drafts(sentence.parse, index, found, called)
        for index, (sentence, found) in enumerate(zip(sentences, names, strict=True))
    ]
    referents = Referents(places)
    referents.bind(draft for drafts in per_sentence for draft in drafts)
    _read_acronyms(sentences, per_sentence, referents)
    _drop_common_words(sentences, per_sentence)
    for sentence, drafts in zip(sentences, per_sentence, strict=True):
        learn_titles(drafts)
        learn_states(sentence.parse, drafts)
        learn_heads(sentence.parse, drafts)
    home = home_state(per_sentence)
    learn_home(per_sentence, home)
    resolver = Resolver(referents, home)
    story = 0
    for index, (sentence, drafts) in enumerate(zip(sentences, per_sentence, strict=True)):
        if blocks[sentence.block].story != story:
            story = blocks[sentence.block].story
            resolver.begin_story(index)
        resolver.sentence(sentence.parse, drafts)
    return [
        _mention(draft, sentences[draft.sentence], referents)
        for drafts in per_sentence
        for draft in drafts
        if draft.emitted and (draft.sort != "relative" or draft.referent is not None)
    ]


def _all_names(parses: Sequence[Parse]) -> tuple[list[list[Name]], frozenset[str]]:
    """Names sentence by sentence, and those among them that are places.

    A first word the tagger took for a common one is read again as the name it is elsewhere, and so are the nations the
    report itself explains.
    """
    found = [find_names(parse) for parse in parses]
    forms, nations = _forms(parses, found), learn_nations(parses, found)
    for i, parse in enumerate(parses):
        if _is_missed(parse, found[i], forms) or (nations.words and not nations.words.keys().isdisjoint(parse.words)):
            found[i] = find_names(parse, forms, nations.words)
    pairs = slashes(parses, found)
    found = [join_slashed(parse, names, pairs) for parse, names in zip(parses, found, strict=True)]
    for name in (name for names in found for name in names):
        if name.text in nations.places and name.role == "unknown":
            name.role = "region"
    return found, nations.places


def _is_missed(parse: Parse, names: Sequence[Name], forms: frozenset[str]) -> bool:
    """Whether a word that is a name elsewhere stands outside all names of a sentence that begins with none."""
    if (names and names[0].first == 0) or forms.isdisjoint(parse.words):
        return False
    inside = {token for name in names for token in range(name.first, name.last + 1)}
    return any(word in forms and token not in inside for token, word in enumerate(parse.words))


def _forms(parses: Sequence[Parse], found: Sequence[Sequence[Name]]) -> frozenset[str]:
    """Words that are names of the report wherever they stand; of the head words of names those it also uses alone."""
    return frozenset(
        word
        for parse, names in zip(parses, found, strict=True)
        for name in names
        if name.known is None and name.role != "thing" and (name.first > 0 or name.last > 0)
        for word in (parse.words[name.first], parse.words[name.last])
        if len(word) > 2 and word[0].isupper() and (not is_name_head(word) or name.first == name.last)
    )


def _called(names: Iterable[Iterable[Name]]) -> frozenset[str]:
    """The head words of the organisations named, lower case."""
    named = (name.text.split() for found in names for name in found if name.role == "organisation")
    return frozenset(word.lower() for words in named if len(words) > 1 for word in words if word in heads())


def _drafts(parse: Parse, sentence: int, names: list[Name], called: frozenset[str]) -> list[Draft]:
    """All drafts of a sentence, in order of their heads; one to a head."""
    drafts = [
        _named(parse, sentence, name, names)
        for name in names
        if name.role != "nationality" or owns_talk(parse, name.head)
    ]
    by_head = {draft.head: draft for draft in drafts}
    for draft in (*find_descriptions(parse, sentence, names, called), *find_pronouns(parse, sentence)):
        by_head.setdefault(draft.head, draft)
    for draft in by_head.values():
        if draft.party_at is not None and draft.party_at not in by_head:
            draft.party_at = next((n.head for n in names if n.first <= draft.party_at <= n.last), draft.party_at)
    return sorted(by_head.values(), key=lambda draft: draft.head)


def _named(parse: Parse, sentence: int, name: Name, names: list[Name]) -> Draft:
    owner = owns_talk(parse, name.head, talks_only=name.role == "unknown")
    first, last = name.first if owner else min(left_end(parse, name.head), name.first), max(name.head, name.last)
    draft = Draft(
        sentence, name.head, first, last, "name", name.text, name.kind, name=name,
        number="several" if name.role == "people" else "one", subject=is_subject(parse, name.head),
        emitted=is_party(parse, name, owner=owner), gender=name.gender,
    )  # fmt: skip
    office = name.first > 0 and noun_at(parse.lower, parse.lower[name.first - 1], name.first - 1) is not None
    titled = office or not name.honorific or 0 <= name.title_first < name.first - 2
    if name.role == "person" and name.title and titled:
        _read_title(parse, draft, name, names)
    return draft


# Words of time that may stand before a title.
_TIMES = frozenset(
    {"month", "week", "year", "today", "yesterday", "tomorrow", "night", "morning", "afternoon", "evening"}
)


def _read_title(parse: Parse, draft: Draft, name: Name, names: list[Name]) -> None:
    """The office before a person's name, and the party before that."""
    end = name.first - 1
    start = end
    while start > 0 and parse.tags[start - 1] in _TITLE_TAGS and parse.lower[start - 1] not in _TIMES:
        start -= 1
    hit = noun_at(parse.lower, parse.lower[end], end)
    while hit is None and name.honorific and end > start:
        end -= 1
        hit = noun_at(parse.lower, parse.lower[end], end)
    if hit is not None:
        draft.word, draft.noun = hit
        draft.gender = draft.gender or hit[1].gender
    draft.title_words = parse.lower[start : end + 1]
    draft.former = bool({"former", "ex"} & set(draft.title_words))
    before = [n for n in names if start <= n.first and n.last <= end]
    if before:
        party = before[0]
        if party.role in {"state", "nationality", "capital"} and party.known is not None:
            draft.state = party.known.name
        else:
            draft.party_at = party.head
    elif hit is not None:
        draft.party_at, draft.state = find_party(parse, end, start, names)
    draft.first = min(draft.first, start if before or draft.first <= end else draft.first)


def _drop_common_words(sentences: Sequence[Sentence], per_sentence: list[list[Draft]]) -> None:
    """A lone capitalised word that the report also writes small is no name ("The Bid")."""
    lone = [
        d for ds in per_sentence for d in ds
        if d.name is not None and d.name.known is None and d.name.first == d.name.last and d.kind != "person"
    ]  # fmt: skip
    if not lone:
        return
    _drop_openers(sentences, lone, per_sentence)
    wanted = {d.text.lower() for d in lone}
    small = {
        word
        for sentence in sentences
        for word in wanted.intersection(sentence.parse.words)
        if not _only_slips(sentence.parse, word)
    }
    for draft in lone:
        if draft.text.lower() in small and not draft.text.isupper():
            draft.emitted = False


def _only_slips(parse: Parse, word: str) -> bool:
    """Whether a word written small always stands before a capital that says what is named: "a unit of keelson Group PLC"."""
    words = parse.words
    behind = [words[t + 1] for t in range(len(words) - 1) if words[t] == word]
    return len(behind) == words.count(word) and all(b[0].isupper() and b in heads() for b in behind)


def _only_first(parse: Parse, name: Name) -> bool:
    """Whether an unknown lone word is capitalised because a sentence or quotation starts with it, and does not speak."""
    if name.first != name.last or name.text.isupper() or _beside_name(parse, name.head):
        return False
    if (
        parse.tags[name.first] == "NNP"
        and parse.deps[name.head] in {"nsubj", "poss"}
        and not is_word(parse, name.first)
    ):
        return False
    start = name.first == 0 or parse.tags[name.first - 1] in {"``", "''", ":"}
    return start and not speaks(parse, name.head)


def _beside_name(parse: Parse, token: int) -> bool:
    """Whether another name is coordinated with a name."""
    return any(parse.deps[c] == "conj" and parse.tags[c] == "NNP" for c in parse.children[token])


def _drop_openers(sentences: Sequence[Sentence], lone: list[Draft], per_sentence: list[list[Draft]]) -> None:
    """A lone unknown word that stands once, at the start of a sentence, and says nothing is a common word ("History")."""
    times = Counter(id(d.referent) for ds in per_sentence for d in ds if d.referent is not None)
    for draft in lone:
        once = draft.referent is not None and times[id(draft.referent)] == 1
        if once and draft.name is not None and _only_first(sentences[draft.sentence].parse, draft.name):
            draft.emitted = False


def _read_acronyms(sentences: Sequence[Sentence], per_sentence: list[list[Draft]], referents: Referents) -> None:
    """ "Federation of Harbour Crews (FHC)", "Maas Lines NV <MAAS>": the short form is the one before it."""
    for sentence, drafts in zip(sentences, per_sentence, strict=True):
        words = sentence.parse.words
        ends = {d.name.last: d for d in drafts if d.name is not None}
        for draft in drafts:
            name = draft.name
            if name is None or name.known is not None or name.first < 2 or name.last != name.first:
                continue
            if words[name.first - 1] not in {"(", "<"} and not _spells(words, name):
                continue
            before = ends.get(name.first - 2)
            if names_thing(words[name.first - 2]) or (
                before is not None and before.name is not None and before.name.role == "thing"
            ):
                for other in (d for ds in per_sentence for d in ds if d.name is not None and d.name.text == name.text):
                    other.emitted = False
            elif (
                before is not None
                and before.referent is not None
                and before.referent.kind not in {"person", "state"}
                and name.text.isupper()
            ):
                referents.alias(name.text, before.referent)
                for other in (d for ds in per_sentence for d in ds):
                    if other.name is not None and other.name.text == name.text:
                        other.referent, other.kind = before.referent, before.referent.kind


def _spells(words: Sequence[str], name: Name) -> bool:
    """ "An International Reed Agreement, IRA, was": between commas, the first letters of the thing named before."""
    first = name.first - 1 - len(name.text)
    led = first >= 0 and words[name.first - 1] == "," and names_thing(words[name.first - 2])
    return led and "".join(word[0] for word in words[first : name.first - 1]) == name.text


def _mention(draft: Draft, sentence: Sentence, referents: Referents) -> EntityMention:
    referent = draft.referent
    form: Literal["name", "description", "pronoun"] = (
        "name" if draft.name is not None else "description" if draft.noun is not None else "pronoun"
    )
    span = sentence.tokens(draft.first, draft.last)
    if referent is None:
        return EntityMention(
            span, draft.sentence, draft.head, draft.text, draft.kind, form, draft.number, draft.state, resolved=False
        )
    party = referents.by_name(referent.acts) if referent.acts is not None else None
    acts = party.name if party is not None else referent.acts
    acts = acts if acts != referent.name else None
    return EntityMention(span, draft.sentence, draft.head, referent.name, referent.kind, form, draft.number, acts)
