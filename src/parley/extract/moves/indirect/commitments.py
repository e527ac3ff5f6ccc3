"""Acts that no single word makes: what a party says it will do, and what it did under a deal.

"It would free ten if the siege ended" offers; "it will free ten" promises; "it will shut the port unless" threatens;
"it freed ten under the agreement" carries out.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import msgspec

from parley.annotate.clauses import Clause
from parley.extract.factuality import is_backshifted
from parley.extract.moves.clauses.constituents import Phrases
from parley.extract.moves.clauses.headlines import is_headline
from parley.extract.moves.frames.acts import ActHit
from parley.extract.moves.indirect.fulfilment import find_deed, find_default
from parley.extract.moves.indirect.named import names_issue, names_money, names_quantity
from parley.extract.moves.indirect.provided import makes_deals, names_deal, provided, spelt_out
from parley.extract.moves.terms.issues import find_issue_heads
from parley.extract.moves.terms.terms import TermFinder
from parley.extract.relevance import is_about_talks
from parley.lexicon.acts import load_acts, load_talks
from parley.lexicon.groups import means_people
from parley.lexicon.words import word_list

__all__ = ["find_commitments"]

_FUTURE = frozenset({"will", "would", "shall", "'ll"})
_ABLE = frozenset({"can", "ca", "could"})
_AFFORDING = word_list("moves.indirect.commitments.affording")
_CONDITIONS = frozenset({"if", "unless", "until", "provided", "once", "should"})
_YIELDING = word_list("moves.indirect.commitments.yielding")
_FAILING = frozenset({"without", "failing", "in the absence of", "absent"})
_ADDING = word_list("moves.indirect.commitments.adding")
_STRIKES_BACK = word_list("moves.indirect.commitments.strikes_back")
_UNDER = frozenset({"under"})
_PUT = frozenset({"demand", "proposal", "bid", "agreement", "asked_terms"})
_BACKING = word_list("moves.indirect.commitments.backing")
_SETTLING = word_list("moves.indirect.commitments.settling")
_STRIKING = word_list("moves.indirect.commitments.striking")
_LETTING = word_list("moves.indirect.commitments.letting")
_GIVING = word_list("moves.indirect.commitments.giving")
_GOING = word_list("moves.indirect.commitments.going")
_WRITTEN = word_list("moves.indirect.commitments.written")


def find_commitments(phrases: Phrases, taken: frozenset[int]) -> Iterator[ActHit]:
    """Commitments, threats and deeds under a deal in clauses whose verb is not yet an act's (`taken`)."""
    for clause in phrases.sentence.clauses:
        if clause.verb in taken or (clause.link == "advcl" and clause.mark in _CONDITIONS):
            continue
        # "Under the offer, holders would get $23": terms of the move that the noun tells of.
        told = clause.modal in _FUTURE
        if told and any(p.word == "under" and _is_told(phrases, p.object, taken) for p in clause.preps):
            continue
        if (hit := _first_reading(phrases, clause)) is not None:
            yield hit
            continue
        # "A pact under which the firm would receive a fee": who gets something commits itself to nothing.
        if clause.link == "relcl" and clause.lemma in load_acts().verbs["received"]:
            continue
        future = clause.modal in _FUTURE or _is_to(phrases, clause) or _goes_home(phrases, clause)
        if not future and (
            (clause.tense != "past" and clause.link not in {"ROOT", "xcomp"})
            or clause.negated
            or clause.modal is not None
        ):
            continue
        # A passive may leave out who let the captives go; the deed is told all the same.
        hidden = clause.passive and not clause.subjects and clause.modal is None
        if not hidden and not any(
            phrases.party(s) is not None
            or phrases.is_somebody(s, clause)
            or phrases.sentence.parse.lower[s] in _SPEAKERS
            for s in clause.subjects
        ):
            continue
        hit = _future(phrases, clause) if future else find_deed(phrases, clause)
        if hit is not None:
            yield hit


def _first_reading(phrases: Phrases, clause: Clause) -> ActHit | None:
    """What a clause does beside commitments proper: terms foreseen or weighed, what is let, left undone or not done at all."""
    found = (
        _foreseen(phrases, clause)
        or provided(phrases, clause)
        or spelt_out(phrases, clause)
        or _weighed(phrases, clause)
        or _permitted(phrases, clause)
    )
    if found is None:
        found = find_default(phrases, clause)
    if found is None and clause.own_subject and _in_step(phrases, clause) and names_issue(phrases, clause):
        return _hit("promise", clause, "in-step")
    return _hit("reject", clause, "commitment") if found is None and _says_no(phrases, clause) else found


def _is_to(phrases: Phrases, clause: Clause) -> bool:
    """ "The movement is to release": arranged for the future."""
    parse = phrases.sentence.parse
    if clause.tense == "none" and clause.own_subject and clause.subjects and is_headline(phrases):
        # "Rebels to free 40 captives".
        return clause.verb > 1 and parse.lower[clause.verb - 1] == "to" and parse.tags[clause.verb - 2][0] == "N"
    if clause.link != "xcomp" or clause.parent is None or clause.tense != "none":
        return False
    above = phrases.sentence.clauses[clause.parent]
    return above.lemma == "be" and above.complement is None


def _in_step(phrases: Phrases, clause: Clause) -> bool:
    """ "The Front is to free women, while Kessia frees two men for each and lets in trucks": the present of what is arranged."""
    if clause.parent is None or clause.tense != "present" or clause.modal is not None or clause.perfect:
        return False
    if clause.progressive or clause.negated or not (clause.link == "conj" or clause.mark in {"while", "as", "whereas"}):
        return False
    above = phrases.sentence.clauses[clause.parent]
    arranged = any(c.parent == clause.parent and _is_to(phrases, c) for c in phrases.sentence.clauses)
    return arranged or above.modal in {"will", "shall"} or _is_to(phrases, above) or _in_step(phrases, above)


def _foreseen(phrases: Phrases, clause: Clause) -> ActHit | None:
    """What would be done "under the proposal" is offered by whose it is; "under the deal" it is agreed."""
    arranged = clause.modal is None and _is_to(phrases, clause)
    if not (arranged or clause.modal in _FUTURE) or clause.lemma == "be":
        return None
    # "The fighting is to stop under a deal that will free 30 hostages": any of it is what was agreed.
    dealt = arranged or any(p.word == "under" and _is_agreed(phrases, p.object) for p in clause.preps)
    dealt = dealt and bool(find_issue_heads(phrases, phrases.region(clause.verb)))
    if not (dealt or names_issue(phrases, clause) or names_money(phrases, clause) or names_quantity(phrases, clause)):
        return None
    loose = (p for _, p in phrases.preps_among(phrases.region(clause.verb), _UNDER))
    above = phrases.sentence.clauses[clause.parent].preps if arranged and clause.parent is not None else ()
    for prep in (*clause.preps, *loose, *above):
        agreed = names_deal(phrases, prep.object)
        if arranged and (prep.word == "in" or not agreed):
            continue
        if prep.word in {"under", "as part of", "in"} and (
            agreed or phrases.is_of(prep.object, frozenset({"proposal"}))
        ):
            act = "agree" if agreed else "offer"
            owner = act == "offer"  # whose the proposal is makes it, whoever would act under it
            if not owner and not any(makes_deals(phrases, s, clause) for s in clause.subjects[:1]):
                clause = msgspec.structs.replace(clause, subjects=())  # "the fighting is to stop": by nobody named
            told = clause if not owner else msgspec.structs.replace(clause, subjects=(prep.object,), passive=False)
            return ActHit(
                act, None, clause.verb, told, "self", (clause.verb,), "both", owner, False, f"move:{act}:foreseen"
            )
    return None


def _is_agreed(phrases: Phrases, noun: int) -> bool:
    return phrases.sentence.parse.lemmas[noun] == "term" or phrases.is_of(noun, frozenset({"agreement"}))


def _is_told(phrases: Phrases, noun: int, taken: frozenset[int]) -> bool:
    """Whether the noun, or a clause upon it ("the truce reached in May"), makes a move itself."""
    parse = phrases.sentence.parse
    return noun in taken or any(c in taken and parse.deps[c] in {"acl", "relcl"} for c in parse.children[noun])


def _future(phrases: Phrases, clause: Clause) -> ActHit | None:
    condition = _condition(phrases, clause)
    if _strikes(phrases, clause) and not clause.negated and any(p.word in _FAILING for p in clause.preps):
        return _hit("threaten", clause, "without")
    if clause.negated and (_answers(phrases, clause) or _withholds(phrases, clause)):
        # "It would not negotiate", "will not lift the siege" say no.
        return _hit("reject", clause, "commitment")
    if condition is not None and (_harms(phrases, clause) or _is_price_of_refusal(phrases, clause, condition)):
        return _hit("threaten", clause, "conditional-harm")
    if condition is not None and not clause.negated and clause.lemma in _BACKING:
        return _hit("offer", clause, "conditional-support")
    giving = clause.lemma in load_acts().verbs["giving"] and (condition is not None or _lets(phrases, clause))
    if "no longer" in phrases.statement(clause).of(phrases.doc.text) and names_issue(phrases, clause):
        return _hit("withdraw", clause, "no-longer")
    adding = clause.modal == "would" and clause.lemma in _ADDING and names_quantity(phrases, clause)
    # "The claim would add 20 million to the bill": what something costs is no gift.
    adding = adding and not any(phrases.is_of(s, _PUT) for s in clause.subjects)
    adding = adding or (clause.lemma == "match" and clause.modal == "would" and _up_to(phrases, clause))
    exchange = TermFinder(phrases).exchange(phrases.region(clause.verb))
    bargained = exchange is not None and _is_bargained(clause)
    if not giving and not adding and not bargained and not names_issue(phrases, clause):
        return None
    if condition is not None or exchange is not None:
        return _hit("offer", clause, "commitment")
    if clause.negated or _above_is_act(phrases, clause) or _sheds_posts(phrases, clause):
        return None
    # "would" leaves it to the other side's answer; "will" commits, told as "said it would" as well.
    open_yet = clause.modal == "would" and not is_backshifted(phrases.sentence.parse, clause)
    return _hit("offer" if open_yet else "promise", clause, "commitment")


def _sheds_posts(phrases: Phrases, clause: Clause) -> bool:
    """ "will cut 1,800 jobs": nobody is promised that."""
    if clause.lemma not in load_acts().verbs["shedding"]:
        return False
    parse, posts = phrases.sentence.parse, load_talks().nouns["posts"]
    return any(parse.lemmas[o] in posts or means_people(parse.lemmas[o]) for o in clause.objects)


def _is_bargained(clause: Clause) -> bool:
    """A verb of what one does for the other ("would reopen the border in return for")."""
    verbs = load_acts().verbs
    return any(clause.lemma in verbs[name] for name in ("yield", "giving", "bargain_deed", "paying"))


def _weighed(phrases: Phrases, clause: Clause) -> ActHit | None:
    """What a party says it may do: "could live with" gives ground, "may settle for X if" offers, "might strike" threatens."""
    if clause.modal not in {"may", "might", "can", "could"} or clause.negated or clause.mark == "whether":
        return None
    if not any(phrases.party(s, strict=True) is not None for s in clause.subjects):
        return None
    if clause.lemma == "live" and any(p.word == "with" for p in clause.preps):
        return _hit("concede", clause, "could-live-with")
    yielding = clause.lemma.split()[0] in _YIELDING and is_about_talks(phrases.doc)
    yielding = yielding or clause.lemma.split()[0] in _SETTLING
    if _condition(phrases, clause) is not None and (yielding or names_issue(phrases, clause)):
        return _hit("offer", clause, "conditional")
    if clause.modal in {"may", "might"} and clause.link == "ccomp" and _strikes(phrases, clause):
        return _hit("threaten", clause, "may-harm")
    return None


def _permitted(phrases: Phrases, clause: Clause) -> ActHit | None:
    """ "told the province it could keep its police if": what one lets the other do."""
    if clause.modal not in {"could", "can", "may", "might"} or clause.negated or clause.link != "ccomp":
        return None
    above = phrases.sentence.clauses[clause.parent] if clause.parent is not None else None
    if above is None or above.lemma not in _TELLING or not above.objects or _condition(phrases, clause) is None:
        return None
    if _harms(phrases, clause) or not any(phrases.party(s, strict=True) for s in above.subjects):
        return None
    if not any(phrases.party(o, strict=True) for o in above.objects) or not _is_pronoun(phrases, clause):
        return None
    told = msgspec.structs.replace(clause, subjects=above.subjects)
    return _hit("offer", told, "permitted")


_TELLING = word_list("moves.indirect.commitments.telling")


def _is_pronoun(phrases: Phrases, clause: Clause) -> bool:
    return any(phrases.sentence.parse.lower[s] in {"it", "they", "he", "she"} for s in clause.subjects)


def _strikes(phrases: Phrases, clause: Clause) -> bool:
    """A verb of harm that says nothing else, of people who can do it."""
    return clause.lemma in _STRIKING or (
        clause.lemma in load_acts().verbs["harm"] and any(phrases.is_of(o, frozenset({"harm"})) for o in clause.objects)
    )


def _goes_home(phrases: Phrases, clause: Clause) -> bool:
    """ "If the bill fails we go home": the present for what will be done."""
    lower = phrases.sentence.parse.lower
    return (
        clause.tense == "present"
        and clause.modal is None
        and any(lower[s] in {"we", "i"} for s in clause.subjects)
        and (_condition(phrases, clause) is not None)
    )


def _is_price_of_refusal(phrases: Phrases, clause: Clause, condition: Clause) -> bool:
    """ "would leave the room unless", "if it does not pay we go home": what is held out if nothing is done."""
    if clause.negated or not (condition.mark == "unless" or (condition.mark == "if" and condition.negated)):
        return False
    return not _is_own_condition(phrases, clause, condition) and clause.lemma not in {"be", "have", "remain", "stay"}


def _is_own_condition(phrases: Phrases, clause: Clause, condition: Clause) -> bool:
    """Whether the condition speaks of the same party ("would go on strike unless it won")."""
    return bool(set(clause.subjects) & set(condition.subjects))


def _lets(phrases: Phrases, clause: Clause) -> bool:
    """ "would let the Fund see the accounts": what somebody else is allowed."""
    return clause.lemma in _LETTING and any(
        c.link in {"ccomp", "xcomp"} and phrases.sentence.parse.heads[c.verb] == clause.verb
        for c in phrases.sentence.clauses
    )


def _answering() -> frozenset[str]:
    verbs = load_acts().verbs
    return verbs["talks"] | verbs["answer"]


def _withholds(phrases: Phrases, clause: Clause) -> bool:
    """Whether somebody will not do what could be asked of it: give, stop, come back; "no longer" takes a word back."""
    verbs = load_acts().verbs
    if clause.perfect:
        return False
    if clause.lemma in _GIVING and clause.objects and not names_issue(phrases, clause):
        return False
    parse = phrases.sentence.parse
    joins = clause.lemma == "take" and any(parse.lower[o] == "part" for o in clause.objects)
    if not joins and clause.lemma not in verbs["giving"] | verbs["yield"] | verbs["returning"]:
        return False
    if "no longer" in phrases.statement(clause).of(phrases.doc.text):
        return False
    return any(parse.lower[s] in _SPEAKERS or phrases.party(s, strict=True) is not None for s in clause.subjects)


_SPEAKERS = frozenset({"we", "i"})


def _says_no(phrases: Phrases, clause: Clause) -> bool:
    """ "We do not negotiate with kidnappers": the present for a rule one keeps; "it could not go beyond"."""
    lower = phrases.sentence.parse.lower
    if not clause.negated:
        return False
    if clause.modal in _ABLE and clause.link == "ccomp" and phrases.speakers_of(clause):
        mine = any(lower[s] in {"it", "they", "he", "she"} for s in clause.subjects)
        return mine and is_about_talks(phrases.doc) and _withholds(phrases, clause)
    if all(lower[s] not in _SPEAKERS for s in clause.subjects):
        return False
    if clause.modal in _ABLE:
        # "We can't pay it" refuses; "I could not move" does not.
        return clause.lemma in _answering() | _AFFORDING and is_about_talks(phrases.doc)
    if clause.modal in _FUTURE:
        return _answers(phrases, clause) or _withholds(phrases, clause)
    return clause.tense == "present" and clause.modal is None and clause.lemma in _answering()


def _answers(phrases: Phrases, clause: Clause) -> bool:
    """Whether the verb is one of answers; who "would not discuss the leaked report" says nothing, and refuses nobody."""
    quiet = clause.lemma == "discuss" and any(phrases.sentence.parse.lemmas[o] in _WRITTEN for o in clause.objects)
    return clause.lemma in _answering() and not quiet


def _hit(act: str, clause: Clause, rule: str) -> ActHit:
    # The "not" of "will not lift" makes the refusal, and does not deny it.
    no = act == "reject" and clause.negated
    return ActHit(act, None, clause.verb, clause, "self", (clause.verb,), "by", False, False, f"move:{act}:{rule}", no)


def _condition(phrases: Phrases, clause: Clause) -> Clause | None:
    """The if-clause that hangs on the clause, or on what governs it ("said if … it would")."""
    index = next(i for i, other in enumerate(phrases.sentence.clauses) if other is clause)
    for other in phrases.sentence.clauses:
        if (
            other.mark in _CONDITIONS
            and other.link == "advcl"
            and (other.parent in {index, clause.parent} or _said_between(phrases, other, index))
            and other is not clause
        ):
            return other
    return None


def _said_between(phrases: Phrases, other: Clause, index: int) -> bool:
    """ "If it strikes, the airline said, it will": the parser hangs the condition on the words between."""
    above = phrases.sentence.clauses[other.parent] if other.parent is not None else None
    return above is not None and above.link == "parataxis" and above.parent == index


def _harms(phrases: Phrases, clause: Clause) -> bool:
    harm = load_acts().verbs["harm"]
    lemma = clause.lemma.split()[0]
    if clause.lemma in _STRIKES_BACK and any(p.word in {"with", "in"} for p in clause.preps):
        return True
    if lemma not in harm and clause.lemma not in harm:
        return any(phrases.is_of(o, frozenset({"harm"})) for o in clause.objects)
    if lemma in _CEASING:
        # "would cut duties", "would end the strike" relieve; "would suspend talks" harms.
        relieved = any(phrases.is_of(o, frozenset({"harm"})) for o in clause.objects)
        return not relieved and (lemma == "suspend" or any(phrases.is_of(o, _DEALINGS) for o in clause.objects))
    return lemma not in _GOING or any(phrases.is_of(o, frozenset({"harm", "talks", "bid"})) for o in clause.objects)


_DEALINGS = frozenset({"talks", "bid"})
_CEASING = word_list("moves.indirect.commitments.ceasing")


def _up_to(phrases: Phrases, clause: Clause) -> bool:
    """ "would match the gift up to a ceiling of 1.1 billion"."""
    return any(p.word in {"up to", "to"} and phrases.quantities(phrases.region(p.object)) for p in clause.preps)


def _above_is_act(phrases: Phrases, clause: Clause) -> bool:
    """Below a demand or plan the future is what is demanded or planned, no promise of the one who would do it."""
    if clause.parent is None:
        return False
    above = phrases.sentence.clauses[clause.parent].lemma
    if above == "be":
        return False  # "is to release": arranged, and no act of its own
    return above in _planning()


@cache
def _planning() -> frozenset[str]:
    """The verbs of demands, offers and agreements."""
    plans = (frame for frame in load_acts().frame if frame.act in {"demand", "offer", "agree"})
    return frozenset(verb for frame in plans for verb in frame.verbs)
