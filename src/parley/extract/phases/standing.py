"""What a sentence says of how an agreement stands: the clause, adjective or noun that tells it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import msgspec

from parley.annotate.clauses import Clause
from parley.annotate.parse import Parse
from parley.annotate.preps import Prep
from parley.extract.factuality import factuality_of
from parley.extract.moves.clauses.constituents import Phrases
from parley.extract.phases.agreements import Named
from parley.lexicon.phases import Standing, Status, load_phases
from parley.lexicon.words import word_list
from parley.model import Factuality

__all__ = ["Told", "find_told"]

_SUPPOSING = frozenset({"if", "unless", "whether", "lest", "provided", "providing", "once"})
_FACTS = frozenset({"after", "since", "following", "despite", "with", "amid", "before"})
_UNTIL_THEN = frozenset({"until", "when", "before"})
_COMPARED, _NOT_MADE = word_list("phases.standing.compared"), word_list("phases.standing.not_made")
_BARE_TENSES = frozenset({"VBZ", "VBP"})
_BELOW = frozenset({"ccomp", "xcomp", "pcomp", "acl", "conj"})


class Told(msgspec.Struct, frozen=True):
    """A status told of a named agreement: `first` and `last` are the tokens that tell it, `clause` the verb that does,
    `how` in what form: state, deed (a passive verb), before (an adjective), noun or time."""

    named: Named
    status: Status
    words: Standing
    clause: Clause | None
    first: int
    last: int
    facts: Factuality
    how: str


@cache
def _table(field: str) -> dict[str, tuple[Standing, ...]]:
    """The standings by the words of one of their fields."""
    table: dict[str, tuple[Standing, ...]] = {}
    for standing in load_phases().standing:
        for word in getattr(standing, field):
            table[word] = (*table.get(word, ()), standing)
    return table


def find_told(phrases: Phrases, named: Named, others: tuple[int, ...] = ()) -> Iterator[Told]:
    """Every status the sentence tells of the agreement; `others` are words for agreements that it is a part of."""
    tokens = {named.token, *others}
    found = [t for c in phrases.sentence.clauses if (t := _by_clause(phrases, named, c, tokens)) is not None]
    yield from _lowest(phrases, found) or ([] if named.pronoun else _beside(phrases, named))


def _lowest(phrases: Phrases, found: list[Told]) -> list[Told]:
    """Without verbs that only say that what their infinitive tells begins, is due, or does not come about."""
    clauses = phrases.sentence.clauses
    below = [t.clause for t in found if t.clause is not None and t.clause.link == "xcomp"]
    above = {clauses[c.parent].verb for c in below if c.parent is not None}
    return [t for t in found if t.clause is None or t.clause.verb not in above]


def _by_clause(phrases: Phrases, named: Named, clause: Clause, tokens: set[int]) -> Told | None:
    acts, undergoes = bool(tokens & set(clause.subjects)), bool(tokens & set(clause.objects))
    subject = acts or (clause.passive and undergoes) or _predicated(phrases, clause, tokens)
    # "in quarterly payments starting in May": a participle tells of the noun it hangs on.
    hung = clause.link == "acl" and phrases.sentence.parse.tags[clause.verb] == "VBG"
    if _is_open(phrases, clause) or (hung and phrases.sentence.parse.heads[clause.verb] not in tokens):
        return None
    if clause.link == "acl" and _is_of_head(phrases, clause, tokens):
        return None
    if not subject:
        return _by_others(phrases, named, clause, tokens)
    standing, last, how = _standing(phrases, clause, named, passive=clause.passive and undergoes and not acts)
    if standing is None or (named.pronoun and not _is_clear(phrases, clause)):
        return None
    return _told(phrases, named, clause, standing, last, how)


def _is_of_head(phrases: Phrases, clause: Clause, tokens: set[int]) -> bool:
    """ "Rounds of talks on a pact ended": in a sentence that seems to have no verb it is told of its first noun."""
    parse = phrases.sentence.parse
    root = next((t for t, dep in enumerate(parse.deps) if dep == "ROOT"), clause.verb)
    return (
        parse.tags[root][0] == "N" and root not in tokens and root < clause.verb and parse.lower[-1] in {".", '"', "”"}
    )


def _is_clear(phrases: Phrases, clause: Clause) -> bool:
    """Whether only an agreement does what is said of "it"."""
    return any(key in load_phases().clear for key, _ in _keys(phrases, clause))


def _predicated(phrases: Phrases, clause: Clause, tokens: set[int]) -> bool:
    """Whether the clause's subject is the agreement, though the table has it otherwise ("was signed but is not in force")."""
    parse = phrases.sentence.parse
    if any(parse.heads[t] == clause.verb and parse.deps[t] in {"nsubj", "nsubjpass"} for t in tokens):
        return True
    above = phrases.sentence.clauses[clause.parent] if clause.parent is not None else None
    shared = clause.link == "conj" and not clause.own_subject and above is not None and above.passive
    return shared and above is not None and bool(tokens & set(above.objects))


def _by_others(phrases: Phrases, named: Named, clause: Clause, tokens: set[int]) -> Told | None:
    """What parties do with an agreement: keep to it ("both sides have honoured the truce"), or scrap it; and what has
    been so since there is one ("the front has been quiet since the truce")."""
    parse = phrases.sentence.parse
    decided = clause.link == "acl" and parse.lemmas[parse.heads[clause.verb]] in load_phases().decisions
    if not clause.passive and (clause.subjects or decided):
        keys = {clause.lemma, parse.verb_lemma(clause.verb)} if tokens & set(clause.objects) else set()
        keys |= {f"{parse.verb_lemma(clause.verb)} {p.word}" for p in clause.preps if p.object in tokens}
        for key in keys:
            found = _fits(_table("done").get(key, ()), named)
            if found is not None and decided:
                return Told(named, found.status, found, clause, clause.verb, max(tokens), Factuality(), "deed")
            if found is not None:
                return _told(phrases, named, clause, found, max(tokens), "deed")
    since = any(p.object in tokens and p.word in {"since", "under"} for p in _all_preps(phrases, clause))
    quiet = set(parse.lower[clause.verb + 1 : clause.verb + 4])
    if since and quiet & load_phases().quiet:
        holding = next(s for s in load_phases().standing if "hold" in s.active)
        return _told(phrases, named, clause, holding, clause.verb, "quiet")
    return None


def _all_preps(phrases: Phrases, clause: Clause) -> list[Prep]:
    return [*clause.preps, *(phrases.preps(clause.complement) if clause.complement is not None else ())]


def _standing(phrases: Phrases, clause: Clause, named: Named, *, passive: bool) -> tuple[Standing | None, int, str]:
    words = load_phases()
    keys = list(_keys(phrases, clause))
    if passive:
        for key, last in keys:
            if (found := _fits(_table("passive").get(key, ()), named)) is not None:
                return found, last, "deed"
    if phrases.sentence.parse.verb_lemma(clause.verb) in words.copulas or clause.complement is not None:
        for key, last in _states(phrases, clause):
            if (found := _fits(_table("states").get(key, ()), named)) is not None:
                return found, last, "state"
    # "The accord lapsed in May": the parser takes the verb for a participle of its subject.
    if not passive or _is_participle(phrases, clause):
        for key, last in keys:
            if (found := _fits(_table("active").get(key, ()), named)) is not None and not _takes_object(clause, key):
                return found, last, "state"
    return None, clause.verb, ""


def _is_participle(phrases: Phrases, clause: Clause) -> bool:
    parse = phrases.sentence.parse
    bare = all(parse.deps[c] not in {"aux", "auxpass", "agent"} for c in parse.children[clause.verb])
    return clause.link == "acl" and clause.passive and bare


def _takes_object(clause: Clause, key: str) -> bool:
    """ "The deal ended the strike": whatever the verb does to something else is no state of its subject."""
    return bool(clause.objects) and " " not in key and not clause.passive


def _fits(standings: tuple[Standing, ...], named: Named) -> Standing | None:
    return next((s for s in standings if named.phase or not s.numbered), None)


def _keys(phrases: Phrases, clause: Clause) -> Iterator[tuple[str, int]]:
    """The verb with what stands behind it, longest first, and the last token of it."""
    parse = phrases.sentence.parse
    lemma = parse.verb_lemma(clause.verb)
    for prep in clause.preps:
        yield f"{lemma} {prep.word} {parse.lemmas[prep.object]}", prep.object
        yield f"{lemma} {prep.word}", prep.token
    for child in parse.children[clause.verb]:
        if child > clause.verb and parse.deps[child] in {
            "dobj",
            "attr",
            "acomp",
            "prt",
            "advmod",
            "oprd",
            "npadvmod",
            "dative",
            "prep",
        }:
            yield f"{lemma} {parse.lemmas[child]}", child
            yield f"{lemma} {parse.lower[child]}", child
            for inner in parse.children[child]:
                if inner > child and parse.deps[inner] in {"prep", "pobj"}:
                    for pobj in (inner, *parse.children[inner]):
                        yield f"{lemma} {parse.lower[child]} {parse.lower[pobj]}", pobj
    yield clause.lemma, clause.particle or clause.verb
    yield lemma, clause.verb


def _states(phrases: Phrases, clause: Clause) -> Iterator[tuple[str, int]]:
    parse = phrases.sentence.parse
    if clause.complement is not None:
        yield parse.lower[clause.complement], clause.complement
        yield parse.lemmas[clause.complement], clause.complement
    for child in parse.children[clause.verb]:
        if parse.deps[child] in {"acomp", "attr", "advmod", "oprd", "prt", "ccomp"} and child > clause.verb:
            yield parse.lower[child], child
    for prep in clause.preps:
        yield f"{prep.word} {parse.lemmas[prep.object]}", prep.object
        yield f"{prep.word} {parse.lower[prep.object]}", prep.object
    if clause.lemma not in load_phases().copulas and clause.tense != "none":
        yield parse.lower[clause.verb], clause.verb
    if clause.passive:
        yield parse.lower[clause.verb], clause.verb


def _told(phrases: Phrases, named: Named, clause: Clause, standing: Standing, last: int, how: str) -> Told | None:
    facts, denied = _facts(phrases, clause)
    if facts is None:
        return None
    status: Status | None = standing.status
    if denied:
        # What is not holding here or now has not come to its end.
        failed = standing.date == "since" and standing.denied == "collapsed" and facts.tense == "present"
        status = standing.denied if not failed else None
        facts = msgspec.structs.replace(facts, polarity="positive", tense="present")
    elif facts.tense == "planned":
        status = standing.planned_phase if named.phase else standing.planned
    elif _is_scheduled(phrases, clause, standing):
        status = standing.planned_phase if named.phase else standing.planned
        facts = msgspec.structs.replace(facts, tense="planned")
    if status is None:
        return None
    trigger = phrases.sentence.token_at(phrases.trigger(clause).start)
    first = min(clause.verb, trigger if trigger is not None else clause.verb)
    return Told(named, status, standing, clause, first, max(last, clause.verb), facts, how)


def _is_scheduled(phrases: Phrases, clause: Clause, standing: Standing) -> bool:
    """ "The accord runs out on Friday": what a plain present tells of an end or a start is to come, save in a title."""
    if standing.planned is None or clause.tense != "present" or clause.perfect or clause.progressive:
        return False
    parse = phrases.sentence.parse
    if parse.tags[clause.verb] not in _BARE_TENSES or parse.verb_lemma(clause.verb) in load_phases().copulas:
        return False
    return phrases.doc.block_kind(phrases.index) != "title" and any(
        d.relation in {"on", "in", "at", "until", "by", None} for d in phrases.dates_here
    )


def _facts(phrases: Phrases, clause: Clause) -> tuple[Factuality | None, bool]:
    """Factuality of the clause, and whether it denies; None where nothing has come about, or may not."""
    parse, words = phrases.sentence.parse, load_phases()
    above = phrases.sentence.clauses[clause.parent] if clause.parent is not None else None
    verb, denied = clause.verb, False
    if clause.link == "xcomp" and above is not None:
        lemma = parse.verb_lemma(above.verb)
        if _yet(phrases, above) or _yet(phrases, clause):
            return Factuality(tense="present"), True
        if lemma in words.going:
            verb, denied = above.verb, lemma in {"fail", "cease"}
    if _only_to_be(phrases, clause, above):
        return Factuality(tense="present"), True
    found = factuality_of(phrases.doc, phrases.index, verb)
    modal = clause.modal
    if modal in {"should", "shall", "must"} and not clause.negated:
        return Factuality(tense="planned"), False
    if found.tense == "hypothetical" or found.certainty in {"possible", "unknown"}:
        return None, False
    negative = (found.polarity == "negative") != denied
    return found, negative


def _yet(phrases: Phrases, clause: Clause) -> bool:
    """ "has yet to begin", "is still to be signed"."""
    parse = phrases.sentence.parse
    if parse.verb_lemma(clause.verb) not in {"have", "be", "remain"}:
        return False
    return any(parse.lower[c] in {"yet", "still"} for c in parse.children[clause.verb])


def _only_to_be(phrases: Phrases, clause: Clause, above: Clause | None) -> bool:
    """ "remains to be implemented", "has yet to begin" with "yet" hung on the infinitive."""
    parse = phrases.sentence.parse
    to = any(parse.tags[c] == "TO" for c in parse.children[clause.verb])
    if not to:
        return False
    first = parse.lefts[clause.verb]
    before = {parse.lower[t] for t in range(max(0, first - 2), clause.verb)}
    if "yet" in before:
        return True
    return above is not None and clause.link == "xcomp" and parse.verb_lemma(above.verb) == "remain"


def _is_open(phrases: Phrases, clause: Clause) -> bool:
    """Whether the clause, or one it is told below, is supposed, uncertain, wished or only intended."""
    parse, clauses, words = phrases.sentence.parse, phrases.sentence.clauses, load_phases()
    while True:
        marks = {parse.lower[c] for c in parse.children[clause.verb] if parse.deps[c] in {"mark", "advmod"}}
        if marks & _SUPPOSING or clause.mark in _SUPPOSING or parse.lemmas[clause.complement or 0] in _NOT_MADE:
            return True
        if marks & _to_come(phrases) and clause.tense in {"present", "none"} and clause.modal != "should":
            return True
        if clause.parent is None or clause.link not in _BELOW:
            return False
        above = clauses[clause.parent]
        bare = clause.tense in {"none", "present", "hypothetical"} or _is_wished(parse, clause)
        if (
            clause.link != "conj"
            and bare
            and (
                above.lemma in words.open
                or parse.verb_lemma(above.verb) in words.open
                or parse.lemmas[parse.heads[clause.verb]] in words.open
            )
        ):
            return True
        clause = above


def _to_come(phrases: Phrases) -> frozenset[str]:
    """Words behind which a present tense tells of what is to come ("after the deal is signed"), save, for some, in a title."""
    return _UNTIL_THEN if phrases.doc.block_kind(phrases.index) == "title" else _UNTIL_THEN | {"after"}


def _is_wished(parse: Parse, clause: Clause) -> bool:
    """ "wants the agreement extended": a bare participle."""
    return parse.tags[clause.verb] == "VBN" and all(
        parse.deps[c] not in {"aux", "auxpass"} for c in parse.children[clause.verb]
    )


def _beside(phrases: Phrases, named: Named) -> Iterator[Told]:
    """What stands with the noun itself: an adjective, a phrase ("in force since May"), a noun over it, or its age."""
    parse, token = phrases.sentence.parse, named.token
    facts = Factuality(tense="present")
    for child in parse.children[token]:
        if child < token and parse.deps[child] in {"amod", "compound", "nmod"}:
            found = _fits(_table("before").get(parse.lower[child], ()), named)
            # "A more prolonged ceasefire" is one that is wanted.
            if found is not None and _COMPARED.isdisjoint(parse.lower[c] for c in parse.children[child]):
                yield Told(named, found.status, found, None, child, token, facts, "before")
                return
    for prep in phrases.preps(token):
        keys = (f"{prep.word} {parse.lemmas[prep.object]}", f"{prep.word} {parse.lower[prep.object]}")
        if _is_its_time(phrases, prep):
            keys = ("in force", "")
        found = next((s for key in keys if (s := _fits(_table("states").get(key, ()), named)) is not None), None)
        if found is not None and (keys[1] == "" or not phrases.is_time(prep.object)):
            yield Told(named, found.status, found, None, token, prep.object, facts, "state")
            return
    for child in parse.children[token]:
        # "Truce in tatters", "the deal, now dead": adjectives behind the noun.
        if child > token and parse.deps[child] in {"amod", "acl", "appos"} and parse.tags[child] in {"JJ", "VBN"}:
            found = _fits(_table("states").get(parse.lower[child], ()), named)
            if found is not None:
                yield Told(named, found.status, found, None, token, child, facts, "state")
                return
    yield from _over(phrases, named)


def _is_its_time(phrases: Phrases, prep: Prep) -> bool:
    """ "now in its second year"."""
    parse, words = phrases.sentence.parse, load_phases()
    own = {parse.lower[c] for c in parse.children[prep.object]}
    return (
        prep.word == "in"
        and parse.lemmas[prep.object] in words.times
        and "its" in own
        and not own.isdisjoint(words.numbers)
    )


def _over(phrases: Phrases, named: Named) -> Iterator[Told]:
    """ "after the collapse of the truce", "in the second week of the truce", "three days into the lull"."""
    parse, token = phrases.sentence.parse, named.token
    prep = parse.heads[token]
    if parse.deps[token] != "pobj" or parse.lower[prep] not in {"of", "into", "to", "in"}:
        return
    noun = parse.heads[prep]
    timed = parse.lemmas[noun] in load_phases().times or parse.lemmas[max(0, prep - 1)] in load_phases().times
    if timed and parse.lower[prep] in {"of", "into"}:
        first = min(noun, prep - 1) if parse.lower[prep] == "into" else noun
        own = {parse.lower[c] for c in parse.children[noun]}
        counted = parse.lower[prep] == "into" or bool(own & {*load_phases().numbers, "last", "final", "opening"})
        counted &= own.isdisjoint(_COMPARED)  # "one additional day of truce"
        if counted and first >= 0:
            standing = next(s for s in load_phases().standing if "hold" in s.active)
            yield Told(named, "in_force", standing, None, first, token, Factuality(tense="present"), "time")
        return
    found = _fits(_table("nouns").get(parse.lemmas[noun], ()), named)
    if found is None or not _is_fact(phrases, noun):
        return
    yield Told(named, found.status, found, None, noun, token, Factuality(), "noun")


def _is_fact(phrases: Phrases, noun: int) -> bool:
    """Whether the noun tells what has come about: behind "after", "since", or with a date beside it."""
    parse = phrases.sentence.parse
    above = parse.heads[noun]
    return parse.deps[noun] == "pobj" and parse.lower[above] in _FACTS
