"""When an act was done or is to be done: the time that hangs on its words, as a range."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from parley.annotate.clauses import Clause
from parley.annotate.dates import DateMention
from parley.annotate.doc import Doc
from parley.annotate.parse import Parse
from parley.extract.time_direction import head_of, verb_before
from parley.extract.times import settled_date
from parley.lexicon.calendar import load_calendar
from parley.model import Date, DateRange

__all__ = ["day_of_act", "range_of", "verbs_beside", "words_of_act"]

_UNTIMED = frozenset({"period", "set", "time"})
_SINCE = frozenset({"after", "before", "following", "since", "until", "till", "despite"})
_BY_DOING = frozenset({"advcl", "pcomp", "prep"})
_AT_ONCE = frozenset({"when", "as", "while"})
_BESIDE = frozenset({"poss", "compound", "nmod", "amod", "nummod"})


def words_of_act(parse: Parse, token: int, clause: Clause | None) -> set[int]:
    """The words an act's time may hang on: its own, and the verbs that only say that it is begun, planned or performed.

    "is expected to decide on Monday", "began withdrawing", "made an offer", "a deal reached in April".
    """
    words, names = {token}, load_calendar().direction
    if clause is None:
        over = [c for c in parse.clauses if token in (*c.objects, *c.subjects) and c.lemma in names.performing]
        return words | {c.verb for c in over if c.link not in {"acl", "relcl"} or parse.heads[c.verb] == token}
    words.add(clause.verb)
    under = clause
    while under.link in {"xcomp", "ccomp"} and under.mark is None and under.modal is None and under.parent is not None:
        under = parse.clauses[under.parent]
        if under.lemma not in names.leading | names.letting:
            break
        words.add(under.verb)
    return words | set(_led(parse, clause))


def _led(parse: Parse, clause: Clause) -> Iterator[int]:
    """The verbs whose act a clause only leads in ("began withdrawing", "let them go")."""
    names = load_calendar().direction
    if clause.lemma in names.leading or clause.lemma in names.letting:
        links = {"xcomp", "ccomp"} if clause.lemma in names.letting else {"xcomp"}
        yield from (c.verb for c in parse.clauses if c.link in links and parse.heads[c.verb] == clause.verb)


def verbs_beside(parse: Parse, clause: Clause) -> Iterator[int]:
    """Verbs whose time is also that of a clause without one: joined to it in the same tense, or around it at once."""
    above = parse.clauses[clause.parent] if clause.parent is not None else None
    # A finite verb that the parser joined to an infinitive goes on with what stands over it.
    joined = above is not None and clause.link == "conj" and above.tense in {clause.tense, "none"}
    if above is not None and (joined or (above.tense == clause.tense and _set_beside(parse, clause, above))):
        yield above.verb
        yield from _led(parse, above)
    if above is not None and clause.link in _BY_DOING and clause.mark is None and parse.tags[clause.verb] == "VBG":
        yield above.verb
    loose = clause.link == "advcl" and clause.mark is None and clause.tense == "past" and not clause.own_subject
    if above is not None and loose and above.tense == "past":
        yield above.verb  # joined by "and", with words between
    if above is not None and clause.link == "advcl" and clause.mark in _AT_ONCE and above.tense == clause.tense:
        # "Eleven died on Thursday when a ferry was shelled."
        yield above.verb
        yield from (
            c.verb
            for c in parse.clauses
            if c.link == "conj" and parse.heads[c.verb] == above.verb and c.tense == clause.tense
        )
    for other in parse.clauses:
        if other.lemma == "date" and other.link == "acl" and _is_heading(parse, parse.heads[other.verb], clause):
            yield other.verb
        if parse.heads[other.verb] != clause.verb or other.verb == clause.verb:
            continue
        if other.link == "advcl" and other.mark in _AT_ONCE:
            yield other.verb
        if other.link == "conj" and other.tense == clause.tense and not other.own_subject:
            yield other.verb
        if other.tense == clause.tense and other.verb < clause.verb and _set_beside(parse, other, clause):
            yield other.verb


def _set_beside(parse: Parse, clause: Clause, above: Clause) -> bool:
    """Whether a semicolon stands between two clauses of one sentence, of which the parser hung one on the other."""
    between = parse.lower[min(above.verb, clause.verb) : max(above.verb, clause.verb)]
    return clause.link in {"ccomp", "parataxis"} and ";" in between


def _is_heading(parse: Parse, noun: int, clause: Clause) -> bool:
    """ "In a letter dated 9 May, the commission gave ...": the writing in which the clause is said."""
    over = parse.heads[noun]
    return parse.lower[over] in {"in", "by", "under"} and parse.heads[over] == clause.verb


def day_of_act(
    doc: Doc, index: int, token: int, tops: Collection[int], *, barred: Collection[str] = ()
) -> DateMention | None:
    """The time told of an act whose word is `token`: one that hangs on `tops` (its words, or what stages it); nearest first.

    `index` is the sentence's number. A time that hangs on another verb, stands before another noun, or belongs to what the
    act came before or after is not the act's, nor is one behind a preposition of `barred`.
    """
    sentence = doc.sentences[index]
    mentions = doc.dates_in(sentence.span)
    if not mentions:
        return None
    parse = sentence.parse
    verbs = {c.verb for c in parse.clauses}
    near = []
    for mention in mentions:
        usable = mention.kind not in _UNTIMED and mention.relation not in barred
        top = head_of(doc, index, mention) if usable else None
        if top is None:
            continue
        over = (verb_before(doc, index, mention) or top, *parse.ancestors(top))
        above = next((t for t in over if t in verbs or t in tops), None)
        if above is not None and above in tops and not _is_of_another(parse, top, above):
            near.append((above != token, abs(top - token), mention))
    return min(near, key=lambda item: item[:2])[2] if near else None


def _is_of_another(parse: Parse, top: int, above: int) -> bool:
    """Whether a time is that of a noun between it and the verb ("Monday's offer", "began after the raid on Monday")."""
    if parse.deps[top] in _BESIDE and parse.heads[top] != above and parse.heads[top] > top:
        return True
    path = []
    for other in parse.ancestors(top):
        if other == above:
            break
        path.append(other)
    nouns = [t for t in path[1:] if parse.tags[t][0] == "N"]
    return any(parse.lower[t] in _SINCE for t in path) and bool(nouns)


def range_of(doc: Doc, mention: DateMention) -> DateRange:
    """A time of the report as a range: "since" leaves its end open, "until" its beginning; a stretch has both."""
    found = settled_date(doc, mention)
    first, slash, last = found.edtf.partition("/")
    early, late = (Date(first, found.verbatim, found.open_because), Date(last, found.verbatim, found.open_because))
    if not slash:
        early = late = found
    if mention.relation == "since":
        return DateRange(early, None)
    if mention.relation in ("until", "through"):
        return DateRange(None, late)
    if mention.relation == "from":
        return DateRange(early, _end_of(doc, mention))
    return DateRange(early, late)


def _end_of(doc: Doc, mention: DateMention) -> Date | None:
    """The "to Friday" that follows a "from Monday"."""
    index = doc.sentence_at(mention.span.start)
    if index is None:
        return None
    behind = [d for d in doc.dates_in(doc.sentences[index].span) if d.span.start >= mention.span.end]
    last = next((d for d in behind if d.relation in ("to", "until", "through")), None)
    return settled_date(doc, last) if last is not None else None
