"""What is said: the stretches of text that a cue gives as somebody's words."""

from __future__ import annotations

import re

from parley.annotate.doc import Doc, Quotation, Sentence
from parley.annotate.parse import Parse
from parley.extract.attribution.bounds import (
    before_own_deed,
    before_strayed_deed,
    behind_colon,
    beyond_semicolon,
    clause_end,
    counted_on,
    is_told_of,
    owned_deed,
    raised_subject,
    spoken_number,
    strayed_value,
)
from parley.extract.attribution.cues import Cue
from parley.extract.attribution.lost_clauses import (
    COMPLEMENTS,
    all_before,
    clause_behind_quoting,
    strayed_clause,
    words_before,
    words_behind,
)
from parley.extract.attribution.phrases import objects_of, phrase_span, trimmed
from parley.extract.attribution.quoted import quotations_near
from parley.lexicon.speech import load_speech
from parley.model import Span

__all__ = ["Content", "clause_content", "is_set_in", "phrase_content", "quoted_content"]

Content = tuple[Span, ...]

_WORD = re.compile(r"\w+")
_JOINING = frozenset({"and", "but", "that"})
_CLAUSES = frozenset({"ccomp"})
_REACH = 25  # characters between a quotation and the cue behind it


def clause_content(doc: Doc, cue: Cue) -> Content:
    """The clause that depends on the cue, or that the cue is set into between commas."""
    sentence = doc.sentences[cue.sentence]
    parse, verb = sentence.parse, cue.verb
    if cue.hole is not None:
        return _around(doc, sentence, cue.hole, list(cue.pieces))
    comps = [c for holder in _holders(parse, cue) for c in parse.children[holder] if _is_complement(parse, c, cue)]
    if not comps and (cue.addressed or cue.clause.lemma in load_speech().words.sent_from):
        comps = strayed_clause(parse, cue)
    comps = [c for c in comps or clause_behind_quoting(parse, cue) if not beyond_semicolon(parse, cue, c)]
    if comps:
        pieces = [(_first(parse, c), before_strayed_deed(doc, cue, c)) for c in comps] + _continued(parse, cue, comps)
        pieces += raised_subject(parse, cue)
        if pieces[-1][0] > cue.verb:
            pieces[-1] = (pieces[-1][0], behind_colon(parse, pieces[-1][1]))
        return _around(doc, sentence, _region(cue, parse), pieces)
    if _set_in(parse, cue):
        head = parse.heads[verb]
        outer = (parse.lefts[head], parse.rights[head])
        return _around(doc, sentence, (parse.lefts[verb], parse.rights[verb]), [outer])
    rest = words_before(parse, cue) or words_behind(parse, cue) or all_before(parse, cue)
    return _around(doc, sentence, (verb, verb), [rest]) if rest is not None else ()


def _continued(parse: Parse, cue: Cue, comps: list[int]) -> list[tuple[int, int]]:
    """What goes on behind a cue set into it: "They will not return, the delegate wrote on Monday, until it apologises"."""
    if any(c > cue.verb for c in comps):
        return []
    return [
        (parse.lefts[c], parse.rights[c])
        for c in parse.children[cue.verb]
        if c > cue.verb
        and parse.deps[c] == "advcl"
        and parse.lower[parse.lefts[c]] in load_speech().words.going_on
        and parse.words[parse.lefts[c] - 1] == ","
    ]


def _is_complement(parse: Parse, token: int, cue: Cue) -> bool:
    dep = parse.deps[token]
    if is_set_in(parse, token):
        return False
    if parse.lower[parse.lefts[token]] == "which" and parse.lefts[token] > cue.verb:
        return False
    if dep in _CLAUSES:
        return True
    if dep == "xcomp" and (cue.allows("infinitive") or is_told_of(cue)):
        return any(parse.tags[c] == "TO" for c in parse.children[token])
    if dep == "xcomp" and parse.tags[token] == "VBG":
        return cue.clause.lemma in load_speech().words.gerund and token > cue.verb
    if dep == "advcl" and cue.allows("clause"):
        # A that-clause the parser took for an adverbial one, and the question after "asked".
        return token > cue.verb and parse.lower[parse.lefts[token]] in {"that", "whether"}
    return False


def _holders(parse: Parse, cue: Cue) -> list[int]:
    """The cue's verb, and the word "went on to" leads to when that was not read as a verb of its own."""
    last = parse.token_at(cue.span.end - 1 - cue.offset)
    if cue.clause.link == "pcomp":
        # "the director was quoted as saying" takes what "said" would.
        above = parse.heads[parse.heads[cue.verb]]
        return [cue.verb, above] if parse.lemmas[above] in load_speech().words.quoting else [cue.verb]
    return [cue.verb] if last is None or last <= cue.verb else [cue.verb, last]


def _first(parse: Parse, token: int) -> int:
    return parse.lefts[token]


def _region(cue: Cue, parse: Parse) -> tuple[int, int]:
    """First and last token of the cue with its own subject."""
    own = [s for s in cue.speakers if parse.heads[s] == cue.verb]
    first = min([cue.verb, *(parse.lefts[s] for s in own)])
    last = max([cue.verb, *(parse.rights[s] for s in own if s > cue.verb)])
    return first, last


def _words_of_cue(cue: Cue, sentence: Sentence) -> Span:
    """The cue with the phrases of its subjects, what hangs on these left out."""
    own = [phrase_span(sentence, s) for s in cue.speakers if sentence.parse.heads[s] == cue.verb]
    return Span(min([cue.span.start, *(s.start for s in own)]), max([cue.span.end, *(s.end for s in own)]))


def _set_in(parse: Parse, cue: Cue) -> bool:
    """Whether the cue is a clause put into, or behind, the one it reports ("The deal, the envoy said, is dead")."""
    verb = cue.verb
    if parse.heads[verb] == verb or not cue.allows("clause"):
        return False
    first, head = parse.lefts[verb], parse.heads[verb]
    if ";" in parse.words[min(head, first) : max(head, first)]:
        # What stands on the other side of a semicolon is a statement of its own.
        return False
    return parse.deps[verb] == "parataxis" or is_set_in(parse, verb)


def is_set_in(parse: Parse, verb: int) -> bool:
    """Whether a verb of speech is hung bare, with its subject and behind a comma, on what it reports."""
    if parse.deps[verb] not in {"advcl", "ccomp", "dep", "conj"} or parse.child(verb, "nsubj") is None:
        return False
    first = parse.lefts[verb]
    behind_comma = bool({parse.words[first], parse.words[first - 1]} & {",", "—", "–", "-"})
    quoting = load_speech().words.quoting
    bare = all(parse.deps[c] not in COMPLEMENTS or parse.lemmas[c] in quoting for c in parse.children[verb])
    return (
        bare and behind_comma and first > parse.heads[verb] and bool(load_speech().classes_of(parse.verb_lemma(verb)))
    )


def _around(doc: Doc, sentence: Sentence, hole: tuple[int, int], pieces: list[tuple[int, int]]) -> Content:
    """The stretches of `pieces` (first and last token) without the hole that the cue makes in them."""
    text = doc.text
    spans: list[Span] = []
    for first, last in pieces:
        parts = [(first, min(last, hole[0] - 1)), (max(first, hole[1] + 1), last)]
        if last < hole[0] or first > hole[1]:
            parts = [(first, last)]
        spans.extend(trimmed(text, sentence.tokens(a, b)) for a, b in parts if a <= b and _says(sentence.parse, a, b))
    return _joined(text, sorted(span for span in spans if len(span) > 1), sentence.tokens(*hole))


def _says(parse: Parse, first: int, last: int) -> bool:
    """Whether words say anything by themselves: a lone relative word before the cue does not ("which it said was ...")."""
    return any(parse.tags[t][0] not in "WI" and parse.lower[t] != "that" for t in range(first, last + 1))


def _joined(text: str, spans: list[Span], hole: Span) -> Content:
    """The stretches, those as one that only marks and joining words part: the parser hung one statement twice."""
    found: list[Span] = []
    for span in spans:
        gap = Span(min(found[-1].end, span.start), span.start) if found else None
        plain = gap is not None and not gap.overlaps(hole) and set(_WORD.findall(gap.of(text).lower())) <= _JOINING
        if found and plain and "\n\n" not in text[found[-1].end : span.start]:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)


def phrase_content(doc: Doc, cue: Cue) -> tuple[Content, str] | None:
    """Content that is no clause, with the name of its frame: "called it a farce", "accused the board of lying"."""
    for frame, find in (
        ("predicate", _predicate),
        ("as", _as),
        ("of", _of),
        ("for", _for),
        ("at", _at),
        ("to", owned_deed),
        ("number", spoken_number),
        ("object", _object),
        ("quoted", _quoted),
    ):
        if cue.allows(frame):  # type: ignore[arg-type]
            span = find(doc, cue)
            if span is not None:
                return (_to_mark(doc, trimmed(doc.text, span)),), frame
    return None


def _predicate(doc: Doc, cue: Cue) -> Span | None:
    """ "called the plan a farce": the object with what is said of it."""
    sentence = doc.sentences[cue.sentence]
    parse, verb = sentence.parse, cue.verb
    said = [c for c in parse.children[verb] if parse.deps[c] in {"oprd", "ccomp", "xcomp"} and c > verb]
    said = [c for c in said if not any(parse.tags[k] == "TO" for k in parse.children[c])]
    objects = [c for c in parse.children[verb] if parse.deps[c] in {"dobj", "nsubjpass"}]
    if not objects and parse.lower[verb + 1 : verb + 2] == ("for",):
        return None  # "called for talks as the fighting went on": what goes on is not what is called for
    if not said:
        named = [o for o in objects if o > verb and parse.child(o, "appos") == parse.rights[o]]
        return sentence.subtree(named[0]) if named else None
    first = min(parse.lefts[c] for c in (*said, *(o for o in objects if o > verb)))
    return sentence.tokens(first, parse.rights[said[-1]])


def _as(doc: Doc, cue: Cue) -> Span | None:
    """ "described the offer as fair": from the object to the end of the as-phrase."""
    return _from_object(doc, cue, ("as",))


def _of(doc: Doc, cue: Cue) -> Span | None:
    """ "accused the board of lying": from the object to the end of what it is accused of."""
    return _from_object(doc, cue, ("of",))


def _for(doc: Doc, cue: Cue) -> Span | None:
    """ "blamed the board for the delay": from the object to the end of what it is blamed for."""
    return _from_object(doc, cue, ("for",))


def _at(doc: Doc, cue: Cue) -> Span | None:
    """ "put the toll at forty": from the object to the end of the value."""
    return _from_object(doc, cue, ("at",))


def _from_object(doc: Doc, cue: Cue, words: tuple[str, ...]) -> Span | None:
    sentence = doc.sentences[cue.sentence]
    parse, verb = sentence.parse, cue.verb
    objects = [c for c in parse.children[verb] if parse.deps[c] == "dobj" and c > verb]
    if not objects:
        return None
    holders = (verb, *(t for o in objects for t in range(o, parse.rights[o] + 1) if t == o or "as" in words))
    preps = [
        c
        for holder in holders
        for c in parse.children[holder]
        if c > objects[0]
        and parse.lower[c] in words
        and c > objects[0]
        and parse.deps[c] in {"prep", "dative"}
        and (holder == verb or not {"for", "at"} & set(words))
        and not _is_clause(parse, c)
    ]
    if not preps and "at" in words:
        preps = strayed_value(parse, objects[0])
    if not preps:
        return None
    last = max(parse.rights[p] for p in preps)
    last = counted_on(parse, last) if "at" in words else before_own_deed(parse, preps[-1], last)
    return sentence.tokens(parse.lefts[objects[0]], last)


def _is_clause(parse: Parse, preposition: int) -> bool:
    """Whether "as" begins a clause of time or reason, also one whose verb the parser took for a noun behind a plural."""
    if parse.lower[preposition] != "as":
        return False
    return any(
        (parse.tags[t] in {"VBD", "VBZ", "VBP"} and parse.deps[t] in {"pcomp", "ccomp", "advcl"})
        or (parse.deps[t] == "compound" and parse.tags[t] == "NNS")
        for t in range(preposition + 1, parse.rights[preposition] + 1)
    )


def _object(doc: Doc, cue: Cue) -> Span | None:
    """ "confirmed the closure": a common noun that is said to be, not somebody or one of the verb's other objects."""
    sentence = doc.sentences[cue.sentence]
    parse, verb = sentence.parse, cue.verb
    barred = {noun for entry in cue.classes for noun in entry.never_objects}
    of = {inner for child in parse.children[verb] for inner in objects_of(parse, child, "of")}
    for child in parse.children[verb]:
        if parse.deps[child] == "dobj" and child > verb and not cue.clause.passive:
            named = parse.tags[child].startswith(("NNP", "PRP", "W"))
            if named or barred & {form for t in (child, *of) for form in (parse.lemmas[t], parse.lower[t])}:
                return None
            if cue.clause.lemma in {"count", "tally"}:
                return sentence.tokens(parse.lefts[child], max(parse.rights[child], clause_end(parse, child)))
            return sentence.subtree(child)
    return None


def _quoted(doc: Doc, cue: Cue) -> Span | None:
    """An object or complement of which words are quoted: "dismissed the offer as an 'insult'"."""
    sentence = doc.sentences[cue.sentence]
    parse, verb = sentence.parse, cue.verb
    for child in parse.children[verb]:
        if child > verb and parse.deps[child] in {"dobj", "prep", "oprd", "acomp", "attr", "xcomp"}:
            span = sentence.subtree(child)
            inside = [q for q in quotations_near(doc, [span]) if q.span.start >= cue.span.end]
            inside = [q for q in inside if not _is_title(q.words.of(doc.text))]
            if inside:
                return Span(min(span.start, inside[0].span.start), max(span.end, inside[-1].span.end))
    return None


def _to_mark(doc: Doc, span: Span) -> Span:
    """The stretch up to the closing mark of a quotation that begins in it."""
    ends = [q.span.end for q in quotations_near(doc, [span]) if span.start <= q.span.start and span.end < q.span.end]
    return Span(span.start, max(ends)) if ends else span


def _is_title(words: str) -> bool:
    """Whether quoted words are the name of a work or a programme: each longer word has a capital."""
    return all(word[:1].isupper() for word in words.split() if len(word) > 3)


def quoted_content(doc: Doc, cue: Cue, content: Content) -> Content:
    """The content with the quotations beside the cue: those it cuts are taken whole, those next to it are added."""
    sentence = doc.sentences[cue.sentence]
    region = _words_of_cue(cue, sentence)
    reach = Span(max(0, sentence.span.start - _REACH), sentence.span.end)
    near = [
        q
        for q in quotations_near(doc, [reach, *content])
        if _beside(doc, q.span, sentence, cue, region) or any(q.span.overlaps(p) for p in content)
    ]
    near = [q for i, q in enumerate(near) if not q.span.covers(region) and q not in near[:i]]
    near = _nearest_only(near, region, doc.text)
    if content and content[0].start >= region.end:
        near = [q for q in near if q.span.end > region.start]
    if not near:
        return content
    spans = [q.span for q in near]
    if all(_mostly(doc, piece, spans) for piece in content):
        return tuple(spans)
    return _merged([*content, *spans])


def _nearest_only(near: list[Quotation], region: Span, text: str) -> list[Quotation]:
    """Quotations beside a cue without a finished one before it, where the cue's own follow ('"Yes." He added, "No."')."""
    if not any(q.span.start >= region.end for q in near):
        return near
    return [q for q in near if q.span.end > region.start or q.words.of(text).rstrip()[-1:] not in {".", "!", "?"}]


def _mostly(doc: Doc, piece: Span, spans: list[Span]) -> bool:
    """Whether nothing of a piece but marks and connecting words lies outside the quotations."""
    rest = doc.text[piece.start : piece.end]
    for span in spans:
        if span.overlaps(piece):
            a, b = max(span.start, piece.start) - piece.start, min(span.end, piece.end) - piece.start
            rest = rest[:a] + "\0" * (b - a) + rest[b:]
    words = rest.replace("\0", " ").lower().split()
    return all(not any(c.isalnum() for c in word) or word in {"that", "and", "but"} for word in words)


def _merged(spans: list[Span]) -> Content:
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)


def _beside(doc: Doc, quote: Span, sentence: Sentence, cue: Cue, region: Span) -> bool:
    """Whether a quotation stands next to the cue: before it but for a comma, or after it within its clause."""
    text = doc.text
    if quote.end <= region.start:
        gap = text[quote.end : region.start]
        return len(gap) < _REACH and not gap.strip(" \t,.;:—–-\r\n") and gap.count("\n") < 2
    if quote.start >= region.end and quote.start < sentence.span.end:
        gap = text[region.end : quote.start]
        if text[quote.start + 1 : quote.start + 4].lower() == "to ":
            return False
        if not gap.strip(" \t,:—–-"):
            return True
        if gap.rstrip().endswith((",", ":")):
            return _in_clause(sentence, cue, quote)
    return False


def _in_clause(sentence: Sentence, cue: Cue, quote: Span) -> bool:
    """Whether no other verb that could speak stands between the cue and a quotation after it."""
    parse = sentence.parse
    token = sentence.token_at(quote.start)
    if token is None:
        return False
    return not any(parse.tags[t] in {"VBD", "VBZ", "VBP"} for t in range(cue.verb + 1, token))
