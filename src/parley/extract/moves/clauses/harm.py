"""What does harm to the other side: verbs that say so, and light verbs with harm behind them."""

from __future__ import annotations

from parley.annotate.clauses import Clause
from parley.extract.moves.clauses.constituents import Phrases
from parley.lexicon.acts import load_acts
from parley.lexicon.words import word_list

__all__ = ["denies", "is_promised", "menaces"]

_LIGHT = word_list("moves.clauses.harm.light")
_TO_HARM = frozenset({"to", "on", "with", "in", "by", "for"})
_HARMFUL = frozenset({"harm", "stoppage", "reprisal"})
_ENDED = frozenset({"talks", "bid", "agreement"})
_ENDING = word_list("moves.clauses.harm.ending")
_STRIKING = word_list("moves.clauses.harm.striking")
_GIVEN = word_list("moves.clauses.harm.given")
# Phrases that are harm by themselves.
_IDIOMS = frozenset(
    {("go", "court"), ("take", "court"), ("open", "fire"), ("go", "strike"), ("use", "force"), ("call in", "loan"),
     ("take", "street"), ("bring", "standstill"), ("turn off", "tap"), ("pull", "plug"), ("call", "loan"),
     ("lay down", "tool"), ("block", "road"), ("seek", "damages"), ("seek", "control"), ("seek", "injunction"),
     ("seek", "arbitration"), ("oust", "director"), ("replace", "board"), ("call", "meeting"), ("solicit", "consent"), ("answer", "kind"), ("respond", "kind"), ("reply", "kind"), ("retaliate", "kind"),
     ("take", "tribunal"), ("challenge", "court"), ("contest", "court"), ("fight", "court"), ("go", "tribunal"), ("remove", "chairman"), ("remove", "director"), ("oust", "board"),
     ("oust", "chairman"), ("oust", "chief"), ("close", "border"), ("close", "strait"), ("close", "port"), ("resume", "shelling"),
     ("resume", "bombing"), ("resume", "attack"), ("resume", "strike"), ("pull out", "staff"), ("pull", "staff"),
     ("withdraw", "staff"), ("withdraw", "monitor"), ("keep", "market"), ("raise", "tariff"), ("double", "duty"), ("cut", "tie"),
     ("sever", "tie"), ("break", "tie"), ("cut", "supply"), ("turn", "tap"), ("take", "arm"), ("take up", "arm")}
)  # fmt: skip


def menaces(phrases: Phrases, clause: Clause) -> bool:
    """A verb of harm, or a light one with harm behind it ("sue", "take countermeasures", "go to court")."""
    lemma = clause.lemma.removesuffix(" over")  # "strike over Easter"
    if clause.negated:
        return False
    if lemma in load_acts().verbs["menace"]:
        return not (lemma in _STRIKING and _strikes_deal(phrases, clause))
    things = (*clause.objects, *(p.object for p in clause.preps if p.word in _TO_HARM))
    parse = phrases.sentence.parse
    if any((lemma, parse.lemmas[t]) in _IDIOMS for t in things):
        return True
    if lemma in _BEGINNING:
        # "would start killing", "would resume shelling".
        below = (c for c in parse.children[clause.verb] if parse.deps[c] == "xcomp")
        if any(parse.verb_lemma(c) in load_acts().verbs["menace"] for c in below):
            return True
    if lemma not in _LIGHT:
        return False
    if lemma in _ENDING:
        return any(phrases.is_of(o, _ENDED) for o in clause.objects)
    return any(phrases.is_of(t, _HARMFUL) for t in things)


def _strikes_deal(phrases: Phrases, clause: Clause) -> bool:
    return any(phrases.is_of(o, frozenset({"agreement", "phase"})) for o in clause.objects)


_PROMISING = word_list("moves.clauses.harm.promising")


def is_promised(phrases: Phrases, token: int) -> bool:
    """ "the 200 buses it promised", "the promised grant": whether somebody has given its word on the thing."""
    parse = phrases.sentence.parse
    return any(
        (parse.deps[c] in {"relcl", "acl"} and parse.verb_lemma(c) in _PROMISING)
        or (parse.deps[c] == "amod" and parse.lower[c] in _GIVEN)
        for c in parse.children[token]
    )


def denies(phrases: Phrases, token: int) -> bool:
    """ "never to sign", "not to negotiate": an infinitive that says no to what could be asked."""
    parse = phrases.sentence.parse
    verbs, lemma = load_acts().verbs, parse.verb_lemma(token)
    if not any(parse.deps[c] == "neg" for c in parse.children[token]) or parse.tags[token] != "VB":
        return False
    return any(lemma in verbs[name] for name in ("answer", "talks", "returning")) and lemma not in _HARMLESS


_BEGINNING = word_list("moves.clauses.harm.beginning")
_HARMLESS = word_list("moves.clauses.harm.harmless")
