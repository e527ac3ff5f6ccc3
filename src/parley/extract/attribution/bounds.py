"""Where what is said begins and ends, where the parser hung too much or too little on its cue."""

from __future__ import annotations

from parley.annotate.doc import Doc
from parley.annotate.parse import Parse
from parley.extract.attribution.cues import Cue
from parley.extract.attribution.phrases import objects_of
from parley.extract.attribution.speakers import can_speak
from parley.lexicon.speech import load_speech
from parley.model import Span

__all__ = [
    "before_own_deed",
    "before_strayed_deed",
    "behind_colon",
    "beyond_semicolon",
    "clause_end",
    "counted_on",
    "is_told_of",
    "owned_deed",
    "raised_subject",
    "spoken_number",
    "strayed_value",
]

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_OWN = frozenset({"dobj", "ccomp", "xcomp", "acomp", "attr", "oprd", "prep", "dative"})
_COUNTED = frozenset({"CD", "JJ", "VBN", "NN", "NNS"})
_LINKS = frozenset({"of", "them", "and", "among", ",", "as", "well", "or", "missing"})


def beyond_semicolon(parse: Parse, cue: Cue, token: int) -> bool:
    """Whether a clause before a semicolon only stands beside the cue, which has an object or the like of its own."""
    if token > cue.verb or ";" not in parse.words[token : cue.verb]:
        return False
    return any(c > cue.verb and parse.deps[c] in _OWN for c in parse.children[cue.verb])


def before_own_deed(parse: Parse, preposition: int, last: int) -> int:
    """The end of "of having broken the truce" before "and called off the round": a finite verb is the speaker's deed."""
    for token in range(preposition + 1, last + 1):
        if (
            parse.deps[token] == "conj"
            and parse.tags[token] in _FINITE
            and parse.tags[parse.heads[token]] in {"VBG", "VBN"}
        ):
            return _before(parse, token)
    return last


def before_strayed_deed(doc: Doc, cue: Cue, clause: int) -> int:
    """The last token of a clause, without a deed hung on it that its subject cannot do: "that a cut was due and invited them"."""
    parse = doc.sentences[cue.sentence].parse
    last = parse.rights[clause]
    subject = parse.child(clause, "nsubj", "nsubjpass", "expl")
    if clause < cue.verb or subject is None or can_speak(doc, cue.sentence, subject):
        return last
    for token in parse.children[clause]:
        bare = parse.deps[token] == "conj" and parse.child(token, "nsubj", "nsubjpass", "aux") is None
        if bare and parse.tags[token] in _FINITE and parse.lemmas[token] in load_speech().words.own_acts:
            return _before(parse, token)
    return last


def _before(parse: Parse, token: int) -> int:
    """The token before a coordinated verb and its conjunction."""
    while token > 1 and (parse.tags[token - 1] in {"CC", "RB"} or parse.words[token - 1] == ","):
        token -= 1
    return token - 1


def counted_on(parse: Parse, last: int) -> int:
    """The end of a count that goes on behind its first number: "at 12 dead, 30 wounded and five missing"."""
    token = last + 1
    while token < len(parse) and (parse.lower[token] in _LINKS or parse.tags[token] in _COUNTED):
        token += 1
    number = any(parse.tags[t] == "CD" for t in range(last + 1, token))
    ended = token >= len(parse) or parse.words[token] in {".", ";", "!", "?"}
    return token - 1 if number and ended else last


def clause_end(parse: Parse, token: int) -> int:
    """The last token of the words behind one without a finite verb, as a count goes on: "52 dead and 130 wounded in the port"."""
    end = next((t for t in range(token + 1, len(parse)) if parse.words[t] in {";", ".", ":"}), len(parse))
    rest = parse.tags[token + 1 : end]
    return end - 1 if "CD" in rest and not (_FINITE | {"MD"}).intersection(rest) else token


def strayed_value(parse: Parse, noun: int) -> list[int]:
    """The "at" before a number that the parser hung below what is counted: "put the number of men held in the hills at 48"."""
    return [
        t
        for t in range(noun + 1, parse.rights[noun] + 1)
        if parse.lower[t] == "at" and any(parse.tags[o] == "CD" for o in objects_of(parse, parse.heads[t], "at"))
    ][-1:]


def behind_colon(parse: Parse, last: int) -> int:
    """The end of what is said that a colon explains: "she said they had moved: they had dropped two demands"."""
    if last + 2 >= len(parse) or parse.words[last + 1] != ":" or parse.words[last + 2] in {'"', "“", "``", "'", "‘"}:
        return last
    return next((t - 1 for t in range(last + 2, len(parse)) if parse.words[t] in {";", '"', "“"}), len(parse) - 1)


def is_told_of(cue: Cue) -> bool:
    """Whether a passive says of its subject what somebody says it does: "is said by two sources to want a levy"."""
    return cue.clause.passive and cue.clause.lemma in load_speech().words.impersonal


def raised_subject(parse: Parse, cue: Cue) -> list[tuple[int, int]]:
    """The subject of what is said to be so, which stands before the cue."""
    subject = parse.child(cue.verb, "nsubjpass")
    if not is_told_of(cue) or subject is None or parse.child(cue.verb, "xcomp") is None:
        return []
    return [(parse.lefts[subject], parse.rights[subject])]


def owned_deed(doc: Doc, cue: Cue) -> Span | None:
    """ "admits to holding ten men": the deed owned to."""
    sentence = doc.sentences[cue.sentence]
    deeds = [t for t in objects_of(sentence.parse, cue.verb, "to") if sentence.parse.tags[t] == "VBG"]
    return sentence.subtree(deeds[0]) if deeds else None


def spoken_number(doc: Doc, cue: Cue) -> Span | None:
    """ "spoke of seven dead": a number that is spoken of."""
    sentence = doc.sentences[cue.sentence]
    parse = sentence.parse
    told = (t for t in objects_of(parse, cue.verb, "of") if "CD" in parse.tags[parse.lefts[t] : parse.rights[t] + 1])
    head = next(told, None)
    return sentence.tokens(parse.lefts[head], counted_on(parse, parse.rights[head])) if head is not None else None
