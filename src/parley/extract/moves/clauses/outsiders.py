"""Deeds in words of talks that are none: of people on stage, at play or at home, of the press that asks, of nobody."""

from __future__ import annotations

import re

import msgspec

from parley.annotate.clauses import Clause
from parley.extract.moves.clauses.constituents import Phrases
from parley.extract.moves.clauses.harm import menaces
from parley.extract.moves.frames.acts import ActHit
from parley.extract.moves.parties.parties import Parties
from parley.extract.relevance import is_of_another_age
from parley.lexicon import load_lexicon
from parley.lexicon.words import word_list
from parley.model import Actor, Attribution

__all__ = ["is_outside", "is_private"]


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    people: frozenset[str]
    crowds: frozenset[str]
    public: frozenset[str]
    enquiries: frozenset[str]
    reaching: frozenset[str]
    press: frozenset[str]
    trifles: frozenset[str]
    guessers: frozenset[str]
    shelters: frozenset[str]
    defiance: frozenset[str]
    commanding: frozenset[str]
    hunting: frozenset[str]


_NOBODY = frozenset({"nobody", "none", "no-one"})
_ANSWERING = word_list("moves.clauses.outsiders.answering")
_ASKING = word_list("moves.clauses.outsiders.asking")
_CALLS = word_list("moves.clauses.outsiders.calls")
_REACHED = word_list("moves.clauses.outsiders.reached")
_GIFTS = word_list("moves.clauses.outsiders.gifts")
_FANCYING = word_list("moves.clauses.outsiders.fancying")
_RESTING = word_list("moves.clauses.outsiders.resting")
_IMPOSSIBLE = word_list("moves.clauses.outsiders.impossible")
_BACKING = word_list("moves.clauses.outsiders.backing")
_EXERTING = word_list("moves.clauses.outsiders.exerting")


def is_outside(phrases: Phrases, hit: ActHit, parties: Parties, attribution: Attribution) -> bool:
    """Whether the act is done outside all talks, whatever its words.

    So are the deeds of people who act for nobody ("the chef offered"), what is asked of the public
    by a notice, what is left unanswered when the press asks, a deed of nobody's, a maxim ("to talk to one's own"), a
    host's courtesies, and what onlookers only guess.
    """
    words = load_lexicon("outsiders", _Words)
    by = parties.by
    if (by or parties.to) and all(is_private(actor) for actor in by or parties.to):
        return True
    if _is_trifle(phrases, hit, words) or _is_guess(phrases, hit, attribution, words):
        return True
    if _is_defiance(phrases, hit) or _is_warning_of_others(phrases, hit):
        return True
    clause = hit.clause
    if clause is None:
        return False
    return (
        _is_maxim(phrases, hit, clause)
        or _is_resolve(phrases, hit, clause)
        or (hit.slot == "complement" and _is_only_judged(phrases, clause, attribution))
        or (hit.act == "accept" and _backs_people(phrases, clause))
        or (hit.act == "agree" and _only_nears(phrases, clause))
        or (hit.act == "demand" and _wishes_ill(phrases, clause))
        or (hit.act in {"offer", "demand"} and _lends_force(phrases, clause))
        or (hit.act == "demand" and _commands_force(phrases, clause, words))
        or (hit.act == "meet" and _takes_shelter(phrases, clause, words))
        or _is_of_old(phrases, clause)
        or (hit.act == "reject" and _leaves_press_waiting(phrases, clause, words))
        or (hit.act in {"break_off", "reject", "demand"} and _is_enquiry(phrases, clause, words))
        or (hit.act in {"demand", "invite"} and not by and _is_notice(phrases, clause, words))
    )


def is_private(actor: Actor) -> bool:
    """Whether a doer is told of by a word for people of no party ("the chef"), and by no name."""
    if actor.acts_for is not None or (actor.kind == "person" and actor.name != actor.mention):
        return False
    last = actor.name.lower().split()
    if not last or actor.name[-1:].isupper():
        return False
    words, head = load_lexicon("outsiders", _Words), _head(last)
    return head in words.people or _is_one(head, words.crowds)


_LINKS = frozenset({"of", "for", "in", "from", "at", "on", "with"})


def _head(words: list[str]) -> str:
    """The last word before a phrase hangs on the noun ("winger" of "winger for the city")."""
    end = next((i for i, word in enumerate(words) if word in _LINKS and i), len(words))
    return words[end - 1]


def _is_one(word: str, known: frozenset[str]) -> bool:
    """Whether a noun, singular or plural, is among the words."""
    return word in known or (word.endswith("s") and word[:-1] in known)


_YEAR = re.compile(r"1\d{3}|20\d\d")


def _is_of_old(phrases: Phrases, clause: Clause) -> bool:
    """ "The treaty was signed in 1904, which ended the war": then, whatever hangs below."""
    words, clauses = phrases.sentence.parse.words, phrases.sentence.clauses
    above: Clause | None = clause
    while above is not None:
        years = (words[p.object] for p in above.preps if p.word == "in" and _YEAR.fullmatch(words[p.object]))
        if any(is_of_another_age(phrases.doc, int(year)) for year in years):
            return True
        above = clauses[above.parent] if above.parent is not None else None
    return False


def _is_maxim(phrases: Phrases, hit: ActHit, clause: Clause) -> bool:
    """ "Nobody can refuse", "refusing to talk to one's neighbours"."""
    lower = phrases.sentence.parse.lower
    if clause.modal in {"can", "could", "may", "should"} and any(lower[s] in _NOBODY for s in clause.subjects):
        return True
    if "one" not in lower or clause.tense != "none":
        return False
    return any(lower[t] == "one" and lower[t + 1 : t + 2] in {("'s",), ("’s",)} for t in phrases.region(clause.verb))


def _leaves_press_waiting(phrases: Phrases, clause: Clause, words: _Words) -> bool:
    """ "declined to respond", "refused to answer questions": of what is put in talks the proposal is named."""
    if clause.lemma not in {"decline", "refuse"}:
        return False
    parse = phrases.sentence.parse
    below = [c for c in phrases.sentence.clauses if c.link == "xcomp" and parse.heads[c.verb] == clause.verb]
    for other in below:
        if other.lemma not in _ANSWERING:
            continue
        asked = [*other.objects, *(p.object for p in other.preps if p.word in {"to", "on", "about"})]
        if not asked or any(parse.lemmas[t] in words.press for t in asked):
            return True
    return False


def _is_enquiry(phrases: Phrases, clause: Clause, words: _Words) -> bool:
    """ "Efforts to reach him were unsuccessful", "calls to his office went unanswered"."""
    parse = phrases.sentence.parse
    for head in (*clause.subjects, *clause.objects):
        if parse.lemmas[head] not in words.enquiries:
            continue
        region = phrases.region(head)
        if any(parse.tags[t][0] == "V" and parse.verb_lemma(t) in words.reaching for t in region):
            return True
        if parse.lemmas[head] in _CALLS and any(parse.lemmas[t] in _REACHED for t in region):
            return True
    return False


def _is_notice(phrases: Phrases, clause: Clause, words: _Words) -> bool:
    """ "Motorists are urged to take care"."""
    if not clause.passive or clause.lemma not in _ASKING:
        return False
    parse = phrases.sentence.parse
    return any(parse.lemmas[t] in words.public for t in clause.objects or clause.subjects)


_GIVEN = frozenset({"offer", "accept", "reject", "demand", "promise", "concede", "threaten"})


def _is_trifle(phrases: Phrases, hit: ActHit, words: _Words) -> bool:
    """ "offered coffee and cake", "the offer of tea was accepted", "conceded a smile"."""
    if hit.act not in _GIVEN:
        return False
    clause = hit.clause
    heads = hit.fillers if clause is not None else (hit.token,)
    if clause is not None and clause.objects and hit.slot in {"object", "none"}:
        parse = phrases.sentence.parse
        heads = tuple(o for o in clause.objects if parse.deps[o] not in {"dative", "iobj"}) or heads
    return bool(heads) and all(_means(phrases, head, words.trifles) for head in heads)


def _means(phrases: Phrases, token: int, known: frozenset[str]) -> bool:
    """Whether a noun, or what hangs on it with "of", is among the words."""
    parse = phrases.sentence.parse
    if parse.tags[token][0] != "N":
        return False
    if parse.lemmas[token] in known or parse.lower[token] in known:
        return True
    if parse.lemmas[token] not in _GIFTS:
        return False
    # "the offer by two cooks of free soup"
    own = [token, *(p.object for p in phrases.preps(token) if p.word == "by")]
    return any(p.word == "of" and parse.lemmas[p.object] in known for t in own for p in phrases.preps(t))


_GUESSED = frozenset({"could", "may", "might", "should", "would", "ought"})
_GUESSING = word_list("moves.clauses.outsiders.guessing")


def _is_guess(phrases: Phrases, hit: ActHit, attribution: Attribution, words: _Words) -> bool:
    """ "Analysts say the firm could raise its offer", "analysts expect the board to refuse", "they ought to accept"."""
    clause = hit.clause
    if clause is None:
        return False
    said = attribution.chain[-1].name.lower().split() if attribution.chain else []
    if said and clause.modal in _GUESSED and _is_one(_head(said), words.guessers):
        return True
    above = phrases.sentence.clauses[clause.parent] if clause.parent is not None else None
    if above is None or clause.link not in {"ccomp", "xcomp"} or above.lemma not in _GUESSING:
        return False
    parse = phrases.sentence.parse
    guessed = any(_is_one(parse.lemmas[s], words.guessers) for s in above.subjects)
    return above.lemma in _FANCYING or guessed


def _is_defiance(phrases: Phrases, hit: ActHit) -> bool:
    """ "its readiness to meet the raids with full force", "a readiness to avoid conflict": nothing is offered."""
    parse = phrases.sentence.parse
    if hit.act != "offer":
        return False
    ready = next(
        (t for t in (hit.token, *phrases.region(hit.token)) if parse.lemmas[t] in {"readiness", "willingness"}), None
    )
    if ready is None:
        return False
    below = phrases.region(ready)
    verbs = {parse.verb_lemma(t) for t in below if parse.tags[t] == "VB"}
    meant = load_lexicon("outsiders", _Words).defiance
    return not verbs.isdisjoint(meant) or ("meet" in verbs and any(parse.lemmas[t] in {"force", "fire"} for t in below))


def _is_warning_of_others(phrases: Phrases, hit: ActHit) -> bool:
    """ "a warning about the rebels' plans", "no warning was given": word of a danger, and no threat."""
    parse = phrases.sentence.parse
    if hit.act != "threaten" or hit.clause is not None or parse.lemmas[hit.token] != "warning":
        return False
    if any(parse.lower[c] == "no" for c in parse.children[hit.token]):
        return True
    around = [hit.token, parse.heads[hit.token], *parse.children[hit.token]]
    return any(p.word in {"regarding", "about", "concerning"} for t in around for p in phrases.preps(t))


def _is_resolve(phrases: Phrases, hit: ActHit, clause: Clause) -> bool:
    """ "We will not rest until all are home": a resolve, and no refusal."""
    lower = phrases.sentence.parse.lower
    return hit.act == "reject" and clause.lemma in _RESTING and "until" in lower[clause.verb :]


def _is_only_judged(phrases: Phrases, clause: Clause, attribution: Attribution) -> bool:
    """ "Such schemes are illegal": what the report says itself is nobody's refusal."""
    judged = clause.complement
    told = judged is not None and phrases.sentence.parse.lower[judged] in _IMPOSSIBLE
    return told and not attribution.chain


def _backs_people(phrases: Phrases, clause: Clause) -> bool:
    """ "gave full backing to his generals": of people, and no proposal."""
    parse = phrases.sentence.parse
    if clause.lemma != "give" or not any(parse.lemmas[o] in _BACKING for o in clause.objects):
        return False
    heads = (clause.verb, *clause.objects)
    return any(p.word == "to" and phrases.means_somebody(p.object) for t in heads for p in phrases.preps(t))


def _takes_shelter(phrases: Phrases, clause: Clause, words: _Words) -> bool:
    """ "They huddled in cellars"; and whoever should meet has not met."""
    lemmas = phrases.sentence.parse.lemmas
    return clause.modal == "should" or (
        clause.lemma == "huddle" and any(lemmas[p.object] in words.shelters for p in clause.preps)
    )


_ILL = word_list("moves.clauses.outsiders.ill")


def _wishes_ill(phrases: Phrases, clause: Clause) -> bool:
    """ "They want us dead": a fear told of others, and nothing asked for."""
    lower = phrases.sentence.parse.lower
    return clause.lemma == "want" and any(lower[t] in _ILL for t in phrases.region(clause.verb) if t > clause.verb)


_FORCE = word_list("moves.clauses.outsiders.force")


def _lends_force(phrases: Phrases, clause: Clause) -> bool:
    """ "launched strikes in support of the army", "put pressure on": deeds, and nothing put forward or asked."""
    lemmas = phrases.sentence.parse.lemmas
    return clause.lemma in _EXERTING and any(lemmas[o] in _FORCE for o in clause.objects)


def _commands_force(phrases: Phrases, clause: Clause, words: _Words) -> bool:
    """ "ordered the service to hunt down the movement's leaders": a command to one's own, and no demand."""
    if clause.lemma not in words.commanding:
        return False
    parse = phrases.sentence.parse
    below = (c for c in phrases.sentence.clauses if c.link in {"xcomp", "ccomp"} and parse.heads[c.verb] == clause.verb)
    return any(c.lemma in words.hunting or menaces(phrases, c) for c in below)


def _only_nears(phrases: Phrases, clause: Clause) -> bool:
    """ "slow progress towards reaching an agreement": nothing is agreed yet."""
    parse = phrases.sentence.parse
    return clause.tense == "none" and parse.lower[parse.heads[clause.verb]] in {"toward", "towards"}
