"""Who speaks: a noun phrase as a source, with its kind and number and the party that it is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache

import msgspec

from parley.annotate.doc import Doc, EntityMention, Sentence
from parley.extract.attribution.phrases import owner_of, phrase_span
from parley.lexicon.parties import outlet_kinds
from parley.lexicon.sources import load_sources
from parley.model import Actor, Source, Span
from parley.model.claim import ActorKind, SourceKind

__all__ = ["can_speak", "kind_of_noun", "same_speaker", "source_of", "source_of_words"]

_KIND_OF_ACTOR: dict[ActorKind, SourceKind] = {
    "state": "organisation",
    "organisation": "organisation",
    "armed_group": "organisation",
    "company": "organisation",
    "consortium": "organisation",
    "union": "organisation",
    "person": "person",
    "office": "office",
    "court": "organisation",
    "outlet": "outlet",
    "collective": "organisation",
    "unnamed": "unnamed",
}
_ACTOR_OF_KIND: dict[SourceKind, ActorKind] = {
    "outlet": "outlet",
    "agency": "outlet",
    "person": "person",
    "office": "office",
    "organisation": "organisation",
    "witness": "unnamed",
    "unnamed": "unnamed",
}
_THINGS = frozenset({"document", "broadcast", "social_media"})
_PRONOUNS = frozenset(["he", "she", "they", "we", "i", "you", "who", "it", "one"])
_EMPTY = frozenset(["this", "that", "which", "what", "these", "those", "there", "everything", "nothing", "something"])
_AGENTIVE = (
    "er",
    "or",
    "ist",
    "ian",
    "man",
    "men",
    "woman",
    "women",
    "person",
    "ers",
    "ors",
    "ists",
    "ians",
    "crat",
    "crats",
)
_ARTICLES = frozenset({"the", "a", "an"})
_INDEFINITE = frozenset({"a", "an", "another", "one"})


@cache
def _outlet_kinds() -> dict[str, SourceKind]:
    """Names of known outlets, lower case without "the", with agency or outlet."""
    return {
        name.lower().removeprefix("the "): "agency" if kind == "agency" else "outlet"
        for name, kind in outlet_kinds().items()
    }


def can_speak(doc: Doc, index: int, token: int) -> bool:
    """Whether a noun phrase can be a source: a name, a pronoun for somebody, a noun for those or that which speaks."""
    if doc.entity(index, token) is not None:
        return True
    parse = doc.sentences[index].parse
    word = parse.lower[token]
    if word in _PRONOUNS or parse.tags[token].startswith("NNP"):
        return True
    if word in _EMPTY or not parse.tags[token].startswith("N"):
        return (
            word in {"some", "many", "others", "most", "all", "both", "those", "either", "neither"}
            and parse.tags[token] != "WDT"
        )
    return kind_of_noun(doc.sentences[index], token) is not None or word.endswith(_AGENTIVE)


def kind_of_noun(sentence: Sentence, token: int) -> SourceKind | None:
    """The kind of source the head noun stands for by the lexicon, None for a noun that is not listed."""
    parse, words = sentence.parse, load_sources()
    forms = (parse.lower[token], parse.lemmas[token])
    if token and parse.heads[token - 1] == token:
        for form in forms:
            found = words.kind_of(f"{parse.lower[token - 1]} {form}")
            if found is not None:
                return found
    name = phrase_span(sentence, token)
    known = _outlet_kinds().get(parse_words(sentence, name).removeprefix("the "))
    if known is not None:
        return known
    if parse.tags[token].startswith("NNP"):
        for child in parse.children[token]:
            if parse.deps[child] == "compound" and words.kind_of(parse.lower[child]) in {"outlet", "agency"}:
                return "outlet"
    for form in forms:
        if form in words.words.persons:
            return "person"
        found = words.kind_of(form)
        if found is not None:
            return found
    return None


def parse_words(sentence: Sentence, span: Span) -> str:
    """The words of a stretch of a sentence, lower case, one blank between them."""
    parse, start = sentence.parse, sentence.span.start
    first, last = bisect_left(parse.starts, span.start - start), bisect_right(parse.ends, span.end - start)
    return " ".join(parse.lower[first:last])


def source_of(doc: Doc, index: int, heads: tuple[int, ...]) -> Source | None:
    """The source that the phrases headed by `heads` (coordinated, if several) stand for; None without a head."""
    if not heads:
        return None
    outlet = _called_outlet(doc, index, heads[0]) if len(heads) == 1 else None
    if outlet is not None:
        return outlet
    sentence, head = doc.sentences[index], _named(doc, index, heads[0])
    entity = doc.entity(index, head)
    kind = _kind(doc, index, head)
    spans = [phrase_span(sentence, h, clauses=_unnamed_noun(sentence, h)) for h in (head, *heads[1:])]
    span = Span(min(s.start for s in spans), max(s.end for s in spans))
    name = _name(doc, entity if len(heads) == 1 else None, span, kind)
    several = len(heads) > 1 or _is_several(sentence, head, entity)
    return Source(name, kind, "several" if several else "one", _actor(doc, index, head, kind, name, span), span)


def _called_outlet(doc: Doc, index: int, head: int) -> Source | None:
    """The outlet that a name behind its common noun gives: "the newspaper La Voz"."""
    sentence = doc.sentences[index]
    name = sentence.parse.child(head, "appos")
    if name is None or name < head or not sentence.parse.tags[name].startswith("NNP"):
        return None
    kind = kind_of_noun(sentence, head)
    if kind not in {"outlet", "agency"} or doc.entity(index, name) is not None or sentence.parse.tags[head] != "NN":
        return None
    words = phrase_span(sentence, name)
    called = words.of(doc.text)
    span = Span(phrase_span(sentence, head).start, words.end)
    return Source(called, kind, "one", Actor(called, called, None, "outlet"), span)


def _named(doc: Doc, index: int, head: int) -> int:
    """The name in apposition to a role ("the chief negotiator, Petra Sand"), else the head itself."""
    parse = doc.sentences[index].parse
    name = parse.child(head, "appos")
    entity = doc.entity(index, name) if name is not None else None
    if name is None or entity is None or entity.kind != "person" or entity.form != "name":
        return head
    role = parse.lemmas[head] in load_sources().words.persons
    unlisted = parse.tags[head] == "NN" and kind_of_noun(doc.sentences[index], head) is None
    return name if role or unlisted else head


def source_of_words(doc: Doc, span: Span) -> Source:
    """A source known only by its words, as in a heading; an entity whose phrase lies in them gives it its name."""
    index = doc.sentence_at(span.start)
    if index is not None:
        sentence = doc.sentences[index]
        inside = [t for t in range(len(sentence.parse)) if span.covers(sentence.tokens(t, t))]
        nouns = [t for t in inside if sentence.parse.tags[t][0] in "NP" and sentence.parse.heads[t] not in inside]
        nouns = nouns or [t for t in inside if sentence.parse.tags[t].startswith("N")][-1:]
        if nouns:
            found = source_of(doc, index, (nouns[0],))
            if found is not None:
                entity = doc.entity(index, nouns[0])
                name = found.name if entity is not None and entity.resolved else span.of(doc.text)
                return msgspec.structs.replace(found, name=name, span=span)
    words = span.of(doc.text)
    return Source(words, "organisation", "one", Actor(words, words), span)


def _name(doc: Doc, entity: EntityMention | None, span: Span, kind: SourceKind) -> str:
    words = " ".join(span.of(doc.text).split())
    if kind == "unnamed" and entity is not None and _is_another(entity, words):
        # "a participant" is nobody that the report has named.
        entity = None
    article, _, rest = words.partition(" ")
    bare = rest if rest and article.lower() in _ARTICLES else words
    if entity is not None and entity.resolved and kind not in _THINGS and entity.name != bare:
        return entity.name
    if entity is not None and kind == "person" and entity.form == "name" and bare.endswith(entity.name):
        return entity.name
    return bare if words[:4].lower() == "the " else words


def _is_another(entity: EntityMention, words: str) -> bool:
    """Whether a description that names nobody was taken for somebody of a name with which it shares no word."""
    own = set(words.lower().split())
    return entity.form == "description" and not any(w in own for w in entity.name.lower().split() if len(w) > 3)


def _kind(doc: Doc, index: int, head: int) -> SourceKind:
    sentence, entity = doc.sentences[index], doc.entity(index, head)
    noun = kind_of_noun(sentence, head)
    if noun in {"outlet", "agency", "witness"} | _THINGS:
        return noun or "outlet"
    if _unnamed_noun(sentence, head) and (entity is None or entity.form == "description"):
        return "unnamed"
    if entity is not None and entity.resolved:
        kind = _KIND_OF_ACTOR[entity.kind]
        return "agency" if kind == "outlet" and noun == "agency" else kind
    if sentence.parse.lower[head] in {"he", "she"}:
        return "person"
    if _is_outlet_name(sentence, head):
        return "outlet"
    if noun == "unnamed" or _unnamed_noun(sentence, head):
        return "unnamed"
    if noun is not None:
        return noun
    if entity is not None:
        return _KIND_OF_ACTOR[entity.kind]
    return "person" if sentence.parse.lower[head] in {"i", "who"} else _kind_of_name(sentence, head)


def _is_outlet_name(sentence: Sentence, head: int) -> bool:
    """Whether a name with an article is one that outlets have ("the Harbour Courier", "The Ledger of Accord")."""
    parse = sentence.parse
    named = parse.tags[head].startswith("NNP") and parse.lower[head] in load_sources().words.outlet_names
    return named and any(parse.lower[c] == "the" for c in parse.children[head])


def _kind_of_name(sentence: Sentence, head: int) -> SourceKind:
    parse = sentence.parse
    if not parse.tags[head].startswith("NNP"):
        return "organisation"
    acronym = parse.words[head].isupper() and len(parse.words[head]) > 1
    determined = any(parse.deps[c] == "det" for c in parse.children[head])
    return "organisation" if acronym or determined or parse.tags[head] == "NNPS" else "person"


def _unnamed_noun(sentence: Sentence, head: int) -> bool:
    """Whether the phrase keeps somebody unnamed: "an official", "two diplomats", "sources"."""
    parse, words = sentence.parse, load_sources()
    lemma = parse.lemmas[head]
    if parse.lower[head] == "one" or words.kind_of(lemma) == "unnamed" or words.kind_of(parse.lower[head]) == "unnamed":
        return True
    if lemma not in words.words.persons or parse.tags[head].startswith("NNP"):
        return False
    below = [parse.lower[c] for c in parse.children[head]]
    if any(parse.deps[c] == "appos" and parse.tags[c].startswith("NNP") for c in parse.children[head]):
        return False
    if any(word in _INDEFINITE or word in words.words.several for word in below):
        return True
    definite = any(parse.deps[c] in {"det", "poss"} for c in parse.children[head])
    return parse.tags[head] == "NNS" and not definite


def _is_several(sentence: Sentence, head: int, entity: EntityMention | None) -> bool:
    parse = sentence.parse
    if entity is not None and entity.resolved and entity.form != "description":
        return entity.number == "several"
    words = load_sources().words.several
    plural = parse.tags[head] in {"NNS", "NNPS"} or parse.lower[head] in {"they", "we", "some", "many", "others"}
    return plural or any(parse.lower[c] in words for c in parse.children[head])


def _actor(doc: Doc, index: int, head: int, kind: SourceKind, name: str, span: Span) -> Actor | None:
    """The party a source is; of a document or broadcast, whose it is."""
    entity = doc.entity(index, head)
    if kind in _THINGS:
        owner = owner_of(doc.sentences[index].parse, head)
        owner = _body_before(doc, index, head) if owner is None else owner
        if owner is None:
            return None
        found = source_of(doc, index, (owner,))
        return found.actor if found is not None else None
    if entity is not None and not (kind == "unnamed" and _is_another(entity, span.of(doc.text))):
        return entity.actor(doc.text)
    return Actor(name, span.of(doc.text), None, _ACTOR_OF_KIND.get(kind))


def _body_before(doc: Doc, index: int, head: int) -> int | None:
    """The body that a noun before a document stands for ("the army statement")."""
    sentence = doc.sentences[index]
    for child in sentence.parse.children[head]:
        if sentence.parse.deps[child] == "compound" and kind_of_noun(sentence, child) in {"organisation", "office"}:
            return child
    return None


def same_speaker(inner: Source, outer: Source) -> bool:
    """Whether an inner source is the outer one again, or the party that the outer one speaks for."""
    names = {outer.name.lower()}
    if outer.actor is not None:
        names.update(n.lower() for n in (outer.actor.name, outer.actor.acts_for or "") if n)
    own = {inner.name.lower()}
    if inner.actor is not None:
        own.add(inner.actor.name.lower())
    return bool(own & names)
