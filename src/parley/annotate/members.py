"""Who belongs to a consortium, coalition or alliance, as the report says: "a consortium of A, B and C", "the bloc groups A and B"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from parley.annotate.doc import EntityMention, Sentence
from parley.annotate.drafts import strip_article
from parley.annotate.parse import Parse
from parley.lexicon.parties import collectives
from parley.model import Span

__all__ = ["with_members"]

_NAMING = frozenset({"acl", "relcl", "advcl", "prep"})
_UNDER = frozenset({"prep", "agent", "prt"})
_OBJECTS = frozenset({"dobj", "pobj", "attr", "oprd"})
_FEWEST = 2  # one name behind "of" may be its place or its leader

Mentions = dict[int, EntityMention]


def with_members(mentions: Sequence[EntityMention], sentences: Sequence[Sentence], text: str) -> list[EntityMention]:
    """The mentions, each of an alliance with the names of its members, wherever in the report they are told.

    One described by its members ("a consortium of A, B and C") is named by all of them.
    """
    by_sentence: dict[int, Mentions] = {}
    for mention in mentions:
        by_sentence.setdefault(mention.sentence, {})[mention.head] = mention
    told: dict[str, dict[str, None]] = {}
    spans: dict[int, Span] = {}
    names: dict[str, str] = {}
    for place, mention in enumerate(mentions):
        sentence = sentences[mention.sentence]
        if not _is_alliance(sentence.parse, mention):
            continue
        members = [
            m for m in _members(sentence.parse, mention, by_sentence[mention.sentence]) if m.name != mention.name
        ]
        if len({m.name for m in members}) < _FEWEST:
            continue
        told.setdefault(mention.name, {}).update(dict.fromkeys(m.name for m in members))
        if mention.name.endswith(f" of {members[0].name}"):
            span = Span(mention.span.start, max(mention.span.end, *(m.span.end for m in members)))
            spans[place] = span
            names.setdefault(mention.name, strip_article(" ".join(span.of(text).split())))
    if not told:
        return list(mentions)
    return [
        _joined(m, spans.get(i, m.span), names.get(m.name, m.name), told.get(m.name)) for i, m in enumerate(mentions)
    ]


def _joined(mention: EntityMention, span: Span, name: str, members: Iterable[str] | None) -> EntityMention:
    if members is None:
        return mention
    return msgspec.structs.replace(mention, span=span, name=name, members=tuple(members))


def _is_alliance(parse: Parse, mention: EntityMention) -> bool:
    word = parse.lemmas[mention.head] if mention.form == "description" else parse.lower[mention.head]
    return word in collectives().alliances or word.removesuffix("s") in collectives().alliances


def _members(parse: Parse, mention: EntityMention, here: Mentions) -> Iterator[EntityMention]:
    """The names coordinated behind what tells who belongs to the alliance."""
    for first in (*_behind(parse, mention.head), *_said(parse, mention.head)):
        for token in parse.conjuncts(first):
            named = here.get(token)
            if named is not None and named.form == "name" and named.head != mention.head:
                yield named


def _behind(parse: Parse, head: int) -> Iterator[int]:
    """ "of A and B", "comprising A and B", "made up of A and B", "including A and B"."""
    words = collectives().comprising
    for child in parse.children[head]:
        if child < head:
            continue
        of = parse.deps[child] == "prep" and parse.lower[child] in {"of", "between"}
        if of or (parse.deps[child] in _NAMING and _verb(parse, child) in words):
            yield from _objects(parse, child)


def _said(parse: Parse, head: int) -> Iterator[int]:
    """ "The alliance groups A and B", "is made up of A and B"."""
    above = parse.heads[head]
    if parse.deps[head] in {"nsubj", "nsubjpass"} and _verb(parse, above) in collectives().comprising:
        yield from _objects(parse, above)


def _verb(parse: Parse, token: int) -> str:
    """The lemma of a verb, with its particle ("make up")."""
    particle = parse.child(token, "prt")
    lemma = parse.verb_lemma(token)
    return f"{lemma} {parse.lower[particle]}" if particle is not None else lemma


def _objects(parse: Parse, token: int) -> Iterator[int]:
    for child in parse.children[token]:
        if child > token and parse.deps[child] in _OBJECTS:
            yield child
        elif child > token and parse.deps[child] in _UNDER:
            yield from _objects(parse, child)
