"""Attributions set beside what is said: "according to ...", "as outlined by ...", "as the envoy put it"."""

from __future__ import annotations

from collections.abc import Iterator

from parley.annotate.doc import Doc, Sentence
from parley.annotate.parse import Parse
from parley.extract.attribution.draft import Draft
from parley.extract.attribution.links import carriers, origins, relayed
from parley.extract.attribution.phrases import objects_of, owner_of, trimmed
from parley.extract.attribution.quoted import outermost
from parley.extract.attribution.speakers import can_speak, source_of
from parley.lexicon.speech import load_speech
from parley.model import Span

__all__ = ["aside_drafts"]

_OPENING = frozenset({"according", "per", "in", "by", "as"})
_COUNTED = frozenset({"count", "money", "percent"})

# What somebody quoted says "according to" of himself is no further source.
_OWN = frozenset({"our", "my"})


def aside_drafts(doc: Doc, index: int) -> Iterator[Draft]:
    """The attributions that phrases beside a clause make, in order of their first word."""
    lower = doc.sentences[index].parse.lower
    for token, word in enumerate(lower):
        if word not in _OPENING:
            continue
        if word == "according" and token + 1 < len(lower) and lower[token + 1] == "to":
            yield from _according(doc, index, token)
        elif word == "per" and token and lower[token - 1] in {",", "("}:
            yield from _beside(doc, index, (token, token), _below(doc, index, token), "aside.per")
        elif word == "in" and lower[token + 1 : token + 4] in (("the", "words", "of"), ("the", "view", "of")):
            yield from _beside(doc, index, (token, token + 3), _below(doc, index, token + 3), "aside.words_of")
        elif word == "in" and (wording := _wording(doc, index, token)) is not None:
            yield from _beside(doc, index, (token, wording[0]), wording[1], "aside.account")
        elif word == "by" and (end := _account(doc, index, token)) is not None:
            yield from _beside(doc, index, (token, end), owner_of(doc.sentences[index].parse, end), "aside.account")
        elif word == "as":
            yield from _as_said(doc, index, token)


def _account(doc: Doc, index: int, token: int) -> int | None:
    """ "by the insurgents' own account": the account, when somebody is named as its owner."""
    parse = doc.sentences[index].parse
    head = parse.child(token, "pobj")
    return head if head is not None and parse.lower[head] in load_speech().words.accounts else None


def _wording(doc: Doc, index: int, token: int) -> tuple[int, int] | None:
    """ "in the strikers' words", "in the phrase of their convenor": the noun, and whose it is."""
    parse = doc.sentences[index].parse
    head = parse.child(token, "pobj")
    if head is None or parse.lower[head] not in load_speech().words.wordings:
        return None
    owner = parse.child(head, "poss")
    if owner is not None and parse.tags[owner] != "PRP$":
        return head, owner
    of = objects_of(parse, head, "of") if parse.lower[token + 1] == "the" else []
    return (head, of[0]) if of else None


def _below(doc: Doc, index: int, token: int) -> int | None:
    return doc.sentences[index].parse.child(token, "pobj", "pcomp")


def _according(doc: Doc, index: int, token: int) -> Iterator[Draft]:
    parse = doc.sentences[index].parse
    head = _below(doc, index, token + 1)
    if head is None:
        return
    speech = load_speech().words
    if parse.lemmas[head] in speech.no_source or parse.lower[head] in speech.no_source:
        return
    yield from _beside(doc, index, (token, token + 1), head, "aside.according")


def _as_said(doc: Doc, index: int, token: int) -> Iterator[Draft]:
    """ "as outlined by the ministry", "as the ministry reported", "as the envoy put it"."""
    parse, words = doc.sentences[index].parse, load_speech().words
    verb = token + 1
    if verb + 1 < len(parse) and parse.lemmas[verb] in words.as_said and parse.tags[verb] == "VBN":
        by = next((t for t in range(verb + 1, min(verb + 4, len(parse))) if parse.lower[t] == "by"), None)
        if by is not None:
            yield from _beside(doc, index, (token, by), _below(doc, index, by), "aside.as_said")
        return
    verb = parse.heads[token]
    behind = (parse.lemmas[verb], *parse.lower[verb + 1 : verb + 2])
    idiom = behind in {("have", "it"), ("make", "clear"), ("make", "plain")}
    if parse.deps[token] == "mark" and parse.deps[verb] == "advcl" and (idiom or parse.lemmas[verb] in words.as_said):
        subject = parse.child(verb, "nsubj")
        whole = idiom or parse.child(verb, "ccomp", "acomp") is None
        if subject is not None and whole and can_speak(doc, index, subject):
            yield from _beside(doc, index, (verb, verb), subject, "aside.as_said")


def _beside(doc: Doc, index: int, cue: tuple[int, int], head: int | None, rule: str) -> Iterator[Draft]:
    """The attribution of everything in the clause but the aside itself."""
    sentence = doc.sentences[index]
    parse = sentence.parse
    head = _colleagues(parse, head) if head is not None else None
    if (
        head is None
        or any(parse.lower[c] in _OWN for c in parse.children[head])
        or not (can_speak(doc, index, head) or rule == "aside.according")
    ):
        return
    source = source_of(doc, index, tuple(parse.conjuncts(head)))
    if source is None or source.span is None:
        return
    first = cue[0] if rule != "aside.as_said" else min(cue[0], _left(parse, cue[0]))
    hole = (
        sentence.subtree(cue[0])
        if parse.deps[cue[0]] == "advcl" or rule == "aside.account"
        else Span(sentence.tokens(first, first).start, max(sentence.subtree(head).end, source.span.end))
    )
    verb = _clause_above(parse, cue[0], first)
    content = _without(doc, sentence, _of_own_number(doc, sentence, cue[0], _scope(sentence, verb)), hole)
    if rule == "aside.account" and parse.lower[cue[0]] == "in":
        content = _quoted_behind(doc, hole) or content
    if content:
        span = sentence.tokens(*cue)
        yield Draft(
            index,
            cue[0],
            span,
            (*carriers(doc, index, head), source, *origins(doc, index, head), *relayed(doc, index, head)),
            content,
            rule,
        )


def _quoted_behind(doc: Doc, hole: Span) -> tuple[Span, ...]:
    """The quotation right behind "in the strikers' words", which then holds all of them."""
    return tuple(
        q.span for q in outermost(doc) if q.span.start >= hole.end and not doc.text[hole.end : q.span.start].strip(" ,")
    )


def _colleagues(parse: Parse, head: int) -> int:
    """Whose people they are, of "our colleagues of Radio Four"; the head itself of anything else."""
    if parse.lemmas[head] != "colleague":
        return head
    return next(iter(objects_of(parse, head, "of", "at", "from", "on")), head)


def _left(parse: Parse, token: int) -> int:
    return parse.lefts[token] if parse.deps[token] == "advcl" else token


def _clause_above(parse: Parse, token: int, first: int) -> int:
    """The head of the clause that the aside speaks of: the main one, or a relative clause it stands in."""
    above = parse.heads[token]
    while parse.heads[above] != above and not (parse.deps[above] == "relcl" and parse.tags[above][0] == "V"):
        above = parse.heads[above]
    return above


def _scope(sentence: Sentence, verb: int) -> Span:
    if sentence.parse.heads[verb] == verb:
        return sentence.span
    return sentence.subtree(verb)


def _of_own_number(doc: Doc, sentence: Sentence, cue: int, scope: Span) -> Span:
    """The scope without an earlier clause that gives a number of its own, where the aside ends the clause of another.

    In "the front freed 40 men and the army 12, according to the ministry" the writer may vouch for the first himself.
    """
    parse = sentence.parse
    verb = next((t for t in parse.ancestors(cue) if any(c.verb == t for c in parse.clauses)), None)
    if verb is None or parse.child(verb, "nsubj", "nsubjpass") is None:
        return scope
    above = parse.heads[verb]
    if parse.tags[above][0] == "V" and (parse.deps[verb] == "conj" or _is_set_against(parse, verb)):
        first = parse.lefts[verb]
    else:
        first = _second_clause(parse, verb, cue)
    start = sentence.tokens(first, first).start
    numbers = [q.span.start for q in doc.quantities_in(scope) if q.kind in _COUNTED]
    parted = any(n < start for n in numbers) and any(start < n < sentence.tokens(cue, cue).start for n in numbers)
    return Span(max(scope.start, start), scope.end) if parted else scope


def _second_clause(parse: Parse, verb: int, cue: int) -> int:
    """Where the last clause coordinated with the verb begins, when the aside stands behind it; the verb's own else."""
    for other in reversed(parse.children[verb]):
        apart = parse.deps[other] == "conj" or _is_set_against(parse, other)
        coordinated = apart and parse.child(other, "nsubj", "nsubjpass") is not None
        if coordinated and other < cue:
            return parse.lefts[other]
    return parse.lefts[verb]


def _is_set_against(parse: Parse, verb: int) -> bool:
    """ "nine were freed, while 40 are held, according to the army": the clause stands beside, not below."""
    marked = (c for c in parse.children[verb] if parse.deps[c] in {"mark", "advmod"})
    return parse.deps[verb] == "advcl" and any(parse.lower[c] in {"while", "whereas"} for c in marked)


def _without(doc: Doc, sentence: Sentence, scope: Span, hole: Span) -> tuple[Span, ...]:
    if not scope.overlaps(hole):
        return (trimmed(doc.text, scope),)
    parts = (Span(scope.start, max(scope.start, hole.start)), Span(min(scope.end, hole.end), scope.end))
    cut = [trimmed(doc.text, part, " \t\r\n,;:.–—-()") for part in parts]
    return tuple(part for part in cut if len(part) > 2 and any(c.isalpha() for c in part.of(doc.text)))
