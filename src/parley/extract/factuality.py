"""How sure a clause is, whether it is so, and when, as its own source has it (FactBank: Saurí and Pustejovsky 2009)."""

from __future__ import annotations

from typing import Literal

from parley.annotate.clauses import Clause
from parley.annotate.doc import Doc
from parley.annotate.parse import Parse
from parley.lexicon.acts import load_acts
from parley.lexicon.factuality import load_factuality
from parley.lexicon.words import word_list
from parley.model import Factuality

__all__ = ["clause_of", "factuality_of", "is_backshifted"]

Certainty = Literal["certain", "probable", "possible", "unknown"]
Tense = Literal["past", "present", "planned", "hypothetical"]

_CLAIMING = word_list("factuality.claiming")
# The links by which a governing verb bears on the clause below it.
_COMPLEMENTS = frozenset({"ccomp", "xcomp", "pcomp", "acl", "advcl", "relcl"})
_ORDER: tuple[Certainty, ...] = ("certain", "probable", "possible", "unknown")


def clause_of(parse: Parse, token: int) -> int | None:
    """Index in the clause table of the clause that `token` heads or stands in."""
    by_verb = {clause.verb: i for i, clause in enumerate(parse.clauses)}
    return next((by_verb[t] for t in (token, *parse.ancestors(token)) if t in by_verb), None)


def factuality_of(doc: Doc, sentence: int, token: int) -> Factuality:
    """Factuality of what the words at `token` say, from its clause and those above it up to the one that says it."""
    parse = doc.sentences[sentence].parse
    index = clause_of(parse, token)
    if index is None:
        return Factuality(tense="present")
    clause = parse.clauses[index]
    certainty, tense = _own(parse, clause)
    undone = _is_yet_to_come(parse, clause.verb)
    if token != clause.verb:
        # A noun is denied by its own determiner, whatever the clause denies ("talks brought no result").
        polarity: Literal["positive", "negative"] = "negative" if undone or _denied_noun(parse, token) else "positive"
        # "called off the strike" calls for nothing.
        governors, verb = load_factuality().governors, clause.lemma.split()[0]
        if not clause.lemma.endswith(" off") and (verb in governors.hypothetical or verb in governors.planned):
            # What is called for, advocated or planned has not happened.
            return Factuality("possible", polarity, "hypothetical")
        return Factuality(polarity=polarity, tense=tense if tense != "hypothetical" else "present")
    negative, beside = clause.negated != undone, False
    while clause.parent is not None and clause.link in _COMPLEMENTS | {"conj"} and not _describes(parse, clause):
        above = parse.clauses[clause.parent]
        if clause.link != "conj":
            # "denied that it had agreed, after the radio said a deal had been struck": what is told beside is not denied.
            beside = beside or (clause.link == "advcl" and clause.tense != "none")
            certainty, tense, flips = _under(parse, clause, above, certainty, tense)
            negative ^= flips and not beside
        clause = above
    return Factuality(certainty, "negative" if negative else "positive", tense)


def _is_yet_to_come(parse: Parse, verb: int) -> bool:
    """ "has yet to give its consent": it has not."""
    return any(parse.tags[c] == "TO" and c > 1 and parse.lower[c - 1] == "yet" for c in parse.children[verb])


def _describes(parse: Parse, clause: Clause) -> bool:
    """Whether the clause says of a noun what is so, whatever is said above ("wants to free those seized in May", "vowed to
    destroy the movement responsible for killing 40")."""
    if clause.link == "pcomp" and parse.lower[parse.heads[parse.heads[clause.verb]]] == "responsible":
        return True
    return clause.tense == "past" and (
        clause.link == "relcl" or (clause.link == "acl" and parse.tags[clause.verb] == "VBN" and not clause.own_subject)
    )


def _denied_noun(parse: Parse, token: int) -> bool:
    """ "no talks", "no plans for talks": the noun or a noun it hangs on has "no"."""
    nouns = [token]
    for above in parse.ancestors(token):
        if parse.tags[above][0] == "V" or parse.lemmas[above] in _SPOKEN_ON:
            break
        nouns.append(above)
    return any(
        parse.lower[c] in {"no", "neither"}
        for noun in nouns
        for c in parse.children[noun]
        if parse.deps[c] in {"det", "neg"}
    )


_SPOKEN_ON = word_list("factuality.spoken_on")


def _own(parse: Parse, clause: Clause) -> tuple[Certainty, Tense]:
    """Certainty and tense from the clause's auxiliaries, adverbs and conjunction."""
    words = load_factuality()
    certainty: Certainty = "certain"
    if clause.modal in words.modals.possible:
        certainty = "possible"
    adverbs = _adverbs(parse, clause)
    if adverbs & words.adverbs.probable:
        certainty = _weaker(certainty, "probable")
    if adverbs & words.adverbs.possible:
        certainty = _weaker(certainty, "possible")
    if clause.mark in words.marks.hypothetical:
        return _weaker(certainty, "possible"), "hypothetical"
    return certainty, _tense(parse, clause)


def _adverbs(parse: Parse, clause: Clause) -> set[str]:
    return {parse.lower[c] for c in parse.children[clause.verb] if parse.deps[c] in {"advmod", "npadvmod"}}


def _tense(parse: Parse, clause: Clause) -> Tense:
    words = load_factuality()
    if clause.modal in words.modals.possible and not clause.perfect:
        return "hypothetical"
    if clause.tense == "present" and _adverbs(parse, clause) & words.adverbs.planned:
        return "planned"
    if clause.tense != "none":
        if clause.tense == "present" and clause.progressive and clause.lemma in load_factuality().governors.planned:
            return "planned"
        return clause.tense
    forms = [parse.lower[c] for c in parse.children[clause.verb] if parse.deps[c] == "aux"]
    if clause.link == "ROOT" or "be" in _governing_lemma(parse, clause):
        return "planned" if "to" in forms else "present"
    if parse.tags[clause.verb] == "VBG" or parse.tags[clause.verb] == "VBN":
        return "past" if clause.parent is None else _inherited(parse, clause)
    if clause.parent is not None and parse.tags[clause.verb][0] == "J":
        return _inherited(parse, clause)  # "resulted in 40 villagers dead"
    # Who claims to hold somebody holds him by its own word.
    return "present" if _governing_lemma(parse, clause) in _CLAIMING else "planned"


def _governing_lemma(parse: Parse, clause: Clause) -> str:
    """The lemma over an infinitive, where it is a bare "be" ("are to meet")."""
    if clause.parent is None or clause.link != "xcomp":
        return ""
    return parse.clauses[clause.parent].lemma


def _inherited(parse: Parse, clause: Clause) -> Tense:
    above = parse.clauses[clause.parent] if clause.parent is not None else clause
    return above.tense if above.tense != "none" else "present"


def _under(
    parse: Parse, clause: Clause, above: Clause, certainty: Certainty, tense: Tense
) -> tuple[Certainty, Tense, bool]:
    """What a governing verb does to the clause below it, and whether it turns it into its opposite."""
    words = load_factuality().governors
    lemmas = {above.lemma, parse.lemmas[parse.heads[clause.verb]]}
    if clause.link == "ccomp" and above.complement is not None and any(parse.lower[s] == "it" for s in above.subjects):
        lemmas.add(parse.lemmas[above.complement])  # "it is unlikely that they will"
    if _is_condition(parse, clause):
        return _weaker(certainty, "possible"), "hypothetical", False
    denies = bool(lemmas & words.negative)
    raised = above.lemma in words.raising or above.modal == "can"
    flips = denies != (above.negated and (denies or raised or clause.link == "xcomp"))
    if denies and above.negated and clause.link == "ccomp":
        # Who does not deny something leaves it open.
        certainty = _weaker(certainty, "possible")
    if _is_means(parse, clause) and above.modal in load_factuality().modals.possible and not above.perfect:
        return _weaker(certainty, "possible"), "hypothetical", flips
    if clause.link in {"advcl", "relcl"}:
        return certainty, "planned" if _is_then_done(parse, clause, above) else tense, False
    if lemmas & words.probable:
        certainty = _weaker(certainty, "probable")
    if tense == "hypothetical" and is_backshifted(parse, clause):
        tense = "planned"
    infinitive = clause.tense == "none"
    if infinitive and above.lemma in words.planned:
        return certainty, "planned", flips
    if infinitive and lemmas & words.hypothetical:
        return _weaker(certainty, "possible"), "hypothetical", flips
    if infinitive and lemmas & words.planned:
        return certainty, "planned", flips
    if infinitive and clause.link == "xcomp" and (above.negated or above.lemma in words.negative):
        return certainty, _inherited(parse, clause), flips
    return certainty, tense, flips


# "The pact will take effect when both have signed it": what is told behind these is then done, and is not yet.
_BY_THEN = frozenset({"when", "once", "after"})
_TO_COME = frozenset({"will", "shall", "'ll"})


def _is_then_done(parse: Parse, clause: Clause, above: Clause) -> bool:
    timed = clause.mark in _BY_THEN and above.modal in _TO_COME
    return timed and clause.tense != "none" and parse.tags[clause.verb] != "VBD"


def _is_means(parse: Parse, clause: Clause) -> bool:
    """ "might prolong the truce by offering more": no surer than what it is the means to."""
    return clause.link == "pcomp" and parse.tags[clause.verb] == "VBG" and parse.lower[parse.heads[clause.verb]] == "by"


def _is_condition(parse: Parse, clause: Clause) -> bool:
    """ "Is subject to the mill dropping its suit": what has yet to be done for something else to hold."""
    prep = parse.heads[clause.verb]
    if clause.link == "acl" and parse.deps[prep] == "pobj":
        prep = parse.heads[prep]  # the parser hangs the verb on its doer
    if (
        clause.link not in {"pcomp", "acl"}
        or parse.tags[clause.verb] != "VBG"
        or parse.lower[prep] not in {"to", "on", "upon"}
    ):
        return False
    words, above = load_factuality().governors.conditional, parse.heads[prep]
    told = [c for c in parse.children[above] if c < prep and parse.deps[c] in {"acomp", "attr"}]
    return any(parse.lemmas[t] in words for t in (above, *told))


def is_backshifted(parse: Parse, clause: Clause) -> bool:
    """ "The mediators said they would post observers": a "will" told in the past, on which no condition hangs."""
    if clause.modal != "would" or clause.link not in {"ccomp", "conj"} or clause.parent is None or clause.perfect:
        return False
    above = parse.clauses[clause.parent]
    if clause.link == "conj":
        return not clause.own_subject and is_backshifted(parse, above)
    if above.tense != "past" or above.lemma not in load_acts().verbs["uttering"]:
        return False
    if clause.lemma in _WISHING or _adverbs(parse, clause) & {"rather", "sooner", "otherwise", "only"}:
        return False
    if any(
        parse.lower[t] in {"nothing", "nobody", "none", "only"} for s in clause.subjects for t in (s, parse.lefts[s])
    ):
        return False  # "nothing short of a pull-out would bring him": on that it hangs
    hanging = {clause.verb, above.verb}
    return not any(c.mark in _CONDITIONS and parse.heads[c.verb] in hanging for c in parse.clauses)


_WISHING = word_list("factuality.wishing")
_CONDITIONS = frozenset({"if", "unless", "until", "provided", "once", "should", "when", "whether"})


def _weaker(one: Certainty, other: Certainty) -> Certainty:
    return max(one, other, key=_ORDER.index)
