"""What somebody holds, feels, wants, means or asks, and what he speaks about without words given as his.

Nothing in a report rests on such an attitude as on a statement: "Kenya wants a truce" is the report's own word on Kenya.
So attitudes stand beside the attributions, with holder, cue and content, and put no claim on anybody's word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from parley.annotate.clauses import Clause
from parley.annotate.doc import Doc
from parley.extract.attribution.attitude_contents import complement_of, noun_content, phrase_below, whole
from parley.extract.attribution.attributed import Attributed
from parley.extract.attribution.phrases import objects_of, trimmed
from parley.extract.attribution.speakers import can_speak, source_of
from parley.lexicon.attitudes import AttitudeKind, load_attitudes
from parley.lexicon.groups import means_people
from parley.lexicon.words import word_list
from parley.model import Source, Span

__all__ = ["Attitude", "find_attitudes"]

_LINKING = word_list("attribution.attitudes.linking")
# What only may be held or asked is no attitude of anybody.
_OPEN = frozenset({"may", "might", "could", "should", "must", "ought"})


class Attitude(msgspec.Struct, frozen=True):
    """An attitude as it stands in the text: who has it (None where that is left open), by which words, to what.

    `sentence` and `verb` find the cue's word in the sentences of the report, `kind` what it is: a belief or feeling, a wish or aim, a
    request to others, or speech about something (also words of speech that are denied or asked for). `rule` names the
    class of its word and the construction, as "intend.infinitive".
    """

    holder: Source | None
    cue: Span
    content: tuple[Span, ...]
    sentence: int
    verb: int
    kind: AttitudeKind
    rule: str


class _Found(msgspec.Struct, frozen=True):
    """Tokens of an attitude: first and last of the cue, heads of the holder, first and last of the content."""

    cue: tuple[int, int]
    holders: tuple[int, ...]
    content: tuple[int, int]
    kind: AttitudeKind
    rule: str

    @property
    def verb(self) -> int:
        """The cue's word."""
        return self.cue[0]


def find_attitudes(doc: Doc, items: Iterable[Attributed]) -> tuple[Attitude, ...]:
    """The attitudes of a report in text order, none whose words are the cue of one of its attributions `items`."""
    taken: list[list[Span]] = [[] for _ in doc.sentences]
    for item in items:
        taken[item.sentence].append(item.cue)
    found = (a for index in range(len(doc.sentences)) for a in _of_sentence(doc, index, taken[index]))
    return tuple(sorted(found, key=lambda a: (a.cue, a.content)))


def _of_sentence(doc: Doc, index: int, taken: list[Span]) -> Iterator[Attitude]:
    """The attitudes of a sentence, each with words of its own; "voiced concern about" is one, by its noun."""
    for found in (*_by_noun(doc, index), *_by_clauses(doc, index)):
        attitude = _attitude(doc, index, found)
        if not any(cue.overlaps(attitude.cue) for cue in taken):
            taken.append(attitude.cue)
            yield attitude


def _by_clauses(doc: Doc, index: int) -> Iterator[_Found]:
    for clause in doc.sentences[index].clauses:
        found = _by_verb(doc, index, clause) or _by_state(doc, index, clause) or _by_seeming(doc, index, clause)
        if found is not None:
            yield found


def _by_verb(doc: Doc, index: int, clause: Clause) -> _Found | None:
    """ "wants to leave", "urged the union to wait", "opposes the bill", "spoke about the talks"."""
    parse, lexicon = doc.sentences[index].parse, load_attitudes()
    classes = lexicon.classes_of(clause.lemma) or lexicon.classes_of(parse.verb_lemma(clause.verb))
    if clause.modal in _OPEN:
        return None
    cue = (clause.verb, clause.particle or clause.verb)
    for entry in classes:
        holders = _holders(doc, index, clause, open_holder=entry.open)
        if holders is None:
            continue
        found = complement_of(parse, clause, entry.complements) or phrase_below(parse, clause.verb, entry.prepositions)
        if found is not None:
            frame, content = found
            return _Found(cue, holders, whole(parse, clause, content), entry.kind, f"{entry.name}.{frame}")
    return None


def _by_state(doc: Doc, index: int, clause: Clause) -> _Found | None:
    """ "is confident that ...", "was worried about the delay"."""
    parse, entry = doc.sentences[index].parse, load_attitudes().states
    state = clause.complement if clause.complement is not None else clause.verb
    if parse.lower[state] not in entry.words or (state != clause.verb and parse.lemmas[clause.verb] not in _LINKING):
        return None
    heads = clause.objects if clause.passive and state == clause.verb else clause.subjects
    if not heads or not _can_hold(doc, index, heads[0]):
        return None
    found = complement_of(parse, clause, entry.complements, below=state) or phrase_below(
        parse, state, entry.prepositions
    )
    return _Found((state, state), heads, found[1], "belief", f"state.{found[0]}") if found is not None else None


def _by_seeming(doc: Doc, index: int, clause: Clause) -> _Found | None:
    """ "The deal seems dead": what it seems to whom is left open, and content is all but the verb."""
    parse = doc.sentences[index].parse
    subject, what = parse.child(clause.verb, "nsubj"), parse.child(clause.verb, "xcomp", "acomp", "oprd", "ccomp")
    if clause.lemma not in load_attitudes().words.seeming or subject is None or what is None or what < clause.verb:
        return None
    return _Found((clause.verb, clause.verb), (), (parse.lefts[subject], parse.rights[what]), "belief", "seem")


def _by_noun(doc: Doc, index: int) -> Iterator[_Found]:
    """ "the union's plan to strike", "expressed concern about the delay"."""
    parse, lexicon = doc.sentences[index].parse, load_attitudes()
    if lexicon.known_nouns.isdisjoint(parse.lemmas):
        return
    for token, lemma in enumerate(parse.lemmas):
        if parse.tags[token] not in {"NN", "NNS"} or lemma not in lexicon.known_nouns:
            continue
        holders = _owner(doc, index, token)
        found = noun_content(parse, token, lexicon.prepositions_of(lemma)) if holders is not None else None
        if holders is not None and found is not None:
            verb = parse.heads[token]
            first = verb if holders[0] < verb < token and parse.deps[token] == "dobj" else token
            yield _Found((first, token), holders, found[1], "belief", f"noun.{found[0]}")


def _owner(doc: Doc, index: int, noun: int) -> tuple[int, ...] | None:
    """Whose attitude a noun stands for: its owner, whom it comes from, or the subject of a verb of having it."""
    parse = doc.sentences[index].parse
    owners = [c for c in parse.children[noun] if parse.deps[c] == "poss"]
    owners += [c for c in objects_of(parse, noun, "by", "from", "among") if _can_hold(doc, index, c)]
    if owners:
        return (owners[0],)
    verb = parse.heads[noun]
    if parse.deps[noun] != "dobj" or parse.lemmas[verb] not in load_attitudes().words.holding:
        return None
    clause = next((c for c in doc.sentences[index].clauses if c.verb == verb), None)
    return clause.subjects if clause is not None and _holds(doc, index, clause) else None


def _holds(doc: Doc, index: int, clause: Clause) -> bool:
    return bool(clause.subjects) and clause.modal not in _OPEN and _can_hold(doc, index, clause.subjects[0])


def _holders(doc: Doc, index: int, clause: Clause, *, open_holder: bool) -> tuple[int, ...] | None:
    """Who holds it: the doers of the verb; none where a passive may leave them open, None where nobody can be meant."""
    if clause.passive and not clause.subjects and open_holder:
        return ()
    return clause.subjects if clause.subjects and _can_hold(doc, index, clause.subjects[0]) else None


def _can_hold(doc: Doc, index: int, head: int) -> bool:
    parse = doc.sentences[index].parse
    if parse.lower[head] in load_attitudes().words.empty and doc.entity(index, head) is None:
        return False
    return (
        can_speak(doc, index, head)
        or means_people(parse.lemmas[head])
        or parse.tags[head] == "CD"
        or parse.lower[head] in load_attitudes().words.anybody
    )


def _attitude(doc: Doc, index: int, found: _Found) -> Attitude:
    sentence = doc.sentences[index]
    content = trimmed(doc.text, sentence.tokens(*found.content))
    holder = source_of(doc, index, found.holders)
    return Attitude(holder, sentence.tokens(*found.cue), (content,), index, found.verb, found.kind, found.rule)
