"""Refusals that no verb of refusing makes: a yes denied for good ("will not accept"), and answers without a verb ("no")."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from parley.annotate.clauses import Clause
from parley.extract.moves.clauses.constituents import Phrases
from parley.extract.moves.clauses.deeds import names_issue
from parley.extract.moves.clauses.headlines import is_headline
from parley.extract.moves.frames.acts import ActHit
from parley.extract.moves.frames.noun_fillers import court_rules
from parley.extract.relevance import is_about_talks
from parley.lexicon.acts import load_acts
from parley.lexicon.words import word_list

__all__ = ["find_refusals", "turned", "without_reasons"]

# With these a "not" refuses; after "may not" the answer is open, and "did not accept" only denies.
_FINAL = frozenset({"will", "would", "'ll", "can", "could", "shall", "'d"})
_YES = frozenset({"accept", "agree", "concede", "carry_out", "support"})
_READY = word_list("moves.indirect.refusals.ready")


def turned(phrases: Phrases, hit: ActHit) -> ActHit | None:
    """The act with a yes denied for good read as a refusal, a demand no longer made as given up; None for what is open."""
    clause = hit.clause
    if clause is None:
        judged = hit.act == "reject" and court_rules(phrases, hit.token)
        return msgspec.structs.replace(hit, act="rule", rule="move:rule:noun") if judged else hit
    if _is_left_open(phrases, hit, clause):
        return None
    if hit.act == "breach" and clause.modal in _NOT_YET:
        # "warned that it would miss a coupon": what has not been broken is threatened, if by anybody.
        told = phrases.sentence.clauses[clause.parent] if clause.parent is not None else None
        warned = told is not None and told.lemma in _WARNING and clause.link == "ccomp"
        return msgspec.structs.replace(hit, act="threaten", rule="move:threaten:breach") if warned else None
    if hit.act == "offer" and clause.lemma in {"put", "place"} and _is_shelved(phrases, clause):
        return msgspec.structs.replace(hit, act="break_off", mode="suspended", rule="move:break_off:on-hold")
    if hit.act in {"offer", "invite", "promise"} and _no_longer(phrases, clause):
        return msgspec.structs.replace(hit, act="withdraw", rule="move:withdraw:no-longer")
    if hit.act == "demand" and _no_longer(phrases, clause):
        return msgspec.structs.replace(hit, act="concede", rule="move:concede:no-longer")
    above = phrases.sentence.clauses[clause.parent] if clause.parent is not None else None
    if hit.act in _GRANTED and above is not None and above.lemma in {"refuse", "decline"} and clause.link == "xcomp":
        # "declined to name a date": what one refuses to do is no offer.
        return msgspec.structs.replace(hit, act="reject", token=above.verb, clause=above, slot="to", rule=_REFUSED)
    if not clause.negated or hit.negative:
        return hit
    if hit.act == "offer" and clause.lemma in _BETTERING and clause.modal in _FINAL and not clause.perfect:
        return _refused(hit)
    ready = (
        hit.act in {"offer", "accept"}
        and phrases.sentence.parse.lower[hit.token] in _READY
        and hit.token != clause.verb
    )
    if ready and clause.lemma == "be":
        return _refused(hit)
    if (hit.act in _YES and _refuses(phrases, hit, clause)) or (hit.act == "meet" and _stays_away(clause)):
        return _refused(hit)
    return hit


def _is_left_open(phrases: Phrases, hit: ActHit, clause: Clause) -> bool:
    """Whether neither yes nor no is said: "has yet to accept", "hesitated to approve", a count that is disputed."""
    above = phrases.sentence.clauses[clause.parent] if clause.parent is not None else None
    if hit.act in _GRANTED and above is not None and above.lemma == "hesitate" and not above.negated:
        return True
    return hit.act in _ANSWERS and (_is_open_yet(phrases, clause) or _disputes_count(phrases, clause))


def _stays_away(clause: Clause) -> bool:
    """ "will not negotiate under fire", "would not attend": one side alone that keeps away says no to talks."""
    final = clause.modal in {"will", "would", "'ll", "shall", "'d"} and not clause.perfect
    apart = clause.lemma != "meet" or bool(clause.objects)  # "the sides will not meet": no date is set
    return final and apart and not clause.passive and len(clause.subjects) == 1 and clause.lemma in _COMING


_COMING = word_list("moves.indirect.refusals.coming")


def _is_shelved(phrases: Phrases, clause: Clause) -> bool:
    """ "has put its plan to merge with Nordmilk on hold": the parser hangs the phrase on the nearest noun."""
    after = phrases.sentence.parse.lower[clause.verb : clause.last + 1]
    return any(after[i : i + 2] in _ON_HOLD for i in range(len(after)))


_ON_HOLD = frozenset({("on", "hold"), ("on", "ice"), ("in", "abeyance"), ("into", "abeyance")})
_NOT_YET = frozenset({"would", "could", "might"})
_WARNING = word_list("moves.indirect.refusals.warning")
_REFUSED = "move:reject:to"
_GRANTED = frozenset({"offer", "promise", "accept", "agree", "concede", "carry_out"})
_BETTERING = word_list("moves.indirect.refusals.bettering")
_ANSWERS = frozenset({"reject", "accept", "support", "rule", "withdraw", "break_off"})


def _refused(hit: ActHit) -> ActHit:
    # "There will be no truce": nobody but who says it.
    speaker = hit.speaker or (hit.clause is not None and hit.clause.lemma == "be" and not hit.clause.subjects)
    return msgspec.structs.replace(hit, act="reject", negative=True, speaker=speaker, rule="move:reject:not-yes")


def _is_open_yet(phrases: Phrases, clause: Clause) -> bool:
    """ "has yet to reject or accept the offer": neither is done."""
    clauses, parse = phrases.sentence.clauses, phrases.sentence.parse
    while clause.parent is not None and clause.link in {"xcomp", "conj"}:
        above = clauses[clause.parent]
        if above.lemma in {"have", "be", "remain"} and clause.tense == "none" and "yet" in _adverbs(phrases, above):
            return parse.lower[clause.verb - 1] == "to" or clause.link == "conj"
        clause = above
    return False


def _disputes_count(phrases: Phrases, clause: Clause) -> bool:
    """ "has cost 20 million, a figure that the union dismissed": a count is disputed, and nothing refused."""
    parse = phrases.sentence.parse
    noun = parse.heads[clause.verb]
    if clause.link != "relcl" or parse.lemmas[noun] not in _COUNTS or parse.words[parse.lefts[noun] - 1] != ",":
        return False
    return any(c.lemma in _MEASURING for c in phrases.sentence.clauses if c.verb < noun)


_COUNTS = word_list("moves.indirect.refusals.counts")
_MEASURING = word_list("moves.indirect.refusals.measuring")


def _adverbs(phrases: Phrases, clause: Clause) -> set[str]:
    parse = phrases.sentence.parse
    return {parse.lower[c] for c in parse.children[clause.verb] if parse.deps[c] in {"advmod", "neg"}}


def _no_longer(phrases: Phrases, clause: Clause) -> bool:
    """ "no longer insists on", "is no longer asking for"."""
    lower = phrases.sentence.parse.lower
    near = lower[max(0, clause.verb - 4) : clause.verb]
    return any(near[i : i + 2] == ("no", "longer") for i in range(len(near)))


def _refuses(phrases: Phrases, hit: ActHit, clause: Clause) -> bool:
    """Whether the "not" says no for good: with a modal, or as a rule one keeps ("does not accept"), and not of both sides."""
    parse = phrases.sentence.parse
    if hit.act == "agree" and (len(clause.subjects) > 1 or hit.slot == "with" or clause.modal in {"could", "can"}):
        return False  # several who cannot agree fail to
    if hit.act == "support" and clause.lemma == "oppose":
        return False
    neither = any(parse.lower[t] in {"neither", "nobody", "none"} for s in clause.subjects for t in (s, parse.lefts[s]))
    if neither or _no_longer(phrases, clause) or (hit.act in {"support", "carry_out"} and clause.modal is None):
        return False
    if clause.modal in _FINAL:
        return not clause.perfect
    now = clause.tense == "present" and not clause.perfect and not clause.progressive and clause.modal is None
    return now and hit.act == "accept" and clause.lemma in {"accept", "agree"}


def without_reasons(phrases: Phrases, hits: list[ActHit]) -> list[ActHit]:
    """Drops the reason of a refusal ("turned the offer down, calling it inadequate"): it is one act with it."""
    refused = {h.token for h in hits if h.act == "reject"}
    heads = phrases.sentence.parse.heads
    return [
        h
        for h in hits
        if not (
            h.act == "reject"
            and h.clause is not None
            and h.clause.link == "advcl"
            and h.clause.tense == "none"
            and heads[h.token] in refused - {h.token}
        )
    ]


def find_refusals(phrases: Phrases, taken: frozenset[int]) -> Iterator[ActHit]:
    """Answers of "no" and bare denials in headlines and quotations, at words that make no other act (`taken`)."""
    parse = phrases.sentence.parse
    if parse.lower[-1] in _STOPS and parse.lower[-2:-1] and parse.lower[-2] in _NOT:
        yield from _elliptic(phrases, taken)
    if "interested" in parse.lower:
        yield from _uninterested(phrases, taken)
    if not _QUOTES.isdisjoint(parse.words):
        yield from _formulas(phrases, taken)
    if "no" not in parse.lower:
        return
    for token, word in enumerate(parse.lower):
        if word != "no" or token in taken:  # what is denied may be told of by its noun: talks, a truce
            continue
        hit = _answer(phrases, token, taken) if _stands_alone(phrases, token) else _denied(phrases, token, taken)
        if hit is not None:
            yield hit


_STOPS = frozenset({".", '"', "”", "!", "''"})
_NOT = frozenset({"not", "n't", "never"})


def _elliptic(phrases: Phrases, taken: frozenset[int]) -> Iterator[ActHit]:
    """ "were asked to return, but their union said they would not": the verb is that of the demand before it."""
    for clause in phrases.sentence.clauses:
        if clause.lemma in _FINAL and clause.negated and clause.verb not in taken and clause.verb > 3:
            asked = phrases.doc.words & _ASKING or is_about_talks(phrases.doc)
            if asked and any(phrases.is_somebody(s, clause) for s in clause.subjects):
                yield _hit(clause, clause.verb, (clause.verb,))


_ASKING = word_list("moves.indirect.refusals.asking")


def _uninterested(phrases: Phrases, taken: frozenset[int]) -> Iterator[ActHit]:
    """ "is not interested in selling at that price"; "no longer interested in buying" takes an interest back."""
    parse = phrases.sentence.parse
    for clause in phrases.sentence.clauses:
        comp = clause.complement
        if comp is None or parse.lower[comp] != "interested" or clause.verb in taken:
            continue
        things = [p.object for p in (*phrases.preps(comp), *clause.preps) if p.word == "in"]
        trade = load_acts().verbs["dealing"]
        of_talks = [
            t for t in things if phrases.is_of(t, _OF_INTEREST) or names_issue(phrases, t) or parse.lemmas[t] in trade
        ]
        if not of_talks or not any(phrases.is_somebody(s, clause) for s in clause.subjects):
            continue
        if _no_longer(phrases, clause) or "longer" in parse.lower[clause.verb : comp]:
            hit = _hit(clause, clause.verb, (of_talks[0],))
            yield msgspec.structs.replace(
                hit, act="withdraw", rule="move:withdraw:no-interest", negative=clause.negated
            )
        elif clause.negated:
            yield _hit(clause, clause.verb, (of_talks[0],))


_OF_INTEREST = frozenset({"talks", "proposal", "bid", "agreement", "merger", "answer"})


def _formulas(phrases: Phrases, taken: frozenset[int]) -> Iterator[ActHit]:
    """ "Not a chance," he said: words quoted that say nothing but no, where something was put."""
    if not is_about_talks(phrases.doc):
        return
    sentence = phrases.sentence
    for quotation in phrases.doc.quotations:
        if not sentence.span.start <= quotation.span.start < sentence.span.end:
            continue
        words = quotation.span.of(phrases.doc.text).strip("\"'“”‘’.,!;: ").lower().replace("’", "'")
        token = sentence.token_at(quotation.span.start + 1)
        if words in _FORMULAS and token is not None and token not in taken:
            yield _hit(None, token, (token,), speaker=True)


_FORMULAS = word_list("moves.indirect.refusals.formulas")
_QUOTES = frozenset({'"', "“", "‘", "'"})


def _stands_alone(phrases: Phrases, token: int) -> bool:
    """A "no" that belongs to no noun or comparison ("no later than")."""
    parse = phrases.sentence.parse
    if parse.deps[token] in {"det", "advmod", "amod", "neg", "nummod"} or parse.heads[token] == token + 1:
        return False
    return token + 1 == len(parse) or parse.tags[token + 1][0] not in "NJRC"


def _answer(phrases: Phrases, token: int, taken: frozenset[int]) -> ActHit | None:
    """ "its answer was no", "replied with a polite no", "a flat no from the lenders"."""
    parse = phrases.sentence.parse
    replies = load_acts().nouns["reply"]
    noun = next((t for t in range(token - 1, -1, -1) if parse.lemmas[t] in replies and parse.tags[t][0] == "N"), None)
    if "if" in parse.lower[:token] and any(c.mark == "if" and c.first <= token <= c.last for c in parse.clauses):
        return None  # "if the answer is no"
    if noun is not None and noun not in taken and (token - noun < 9 or ":" in parse.words[noun:token]):
        return _hit(None, noun, (token,))
    with_no = next((c for c in phrases.sentence.clauses if any(p.object == token for p in c.preps)), None)
    if with_no is not None and with_no.lemma.split()[0] in _REPLYING and with_no.verb not in taken:
        return _hit(with_no, with_no.verb, (token,))
    judged = any(parse.deps[c] == "amod" and parse.lower[c] in _PLAIN for c in parse.children[token])
    return _hit(None, token, (token,)) if judged else None


_REPLYING = word_list("moves.indirect.refusals.replying")
_PLAIN = word_list("moves.indirect.refusals.plain")


def _denied(phrases: Phrases, token: int, taken: frozenset[int]) -> ActHit | None:
    """ "No talks with rebels, says minister", "There will be no concessions": what will not be is refused."""
    parse = phrases.sentence.parse
    noun = parse.heads[token]
    if parse.deps[token] not in {"det", "neg"} or noun <= token:
        return None
    if not phrases.is_of(noun, _REFUSABLE) or _is_without(phrases, noun):
        return None
    clause = phrases.clause_by_verb.get(parse.heads[noun])
    if clause is not None and clause.verb != noun and parse.deps[noun] in {"attr", "nsubj"}:
        there = any(parse.deps[c] == "expl" for c in parse.children[clause.verb])
        will = clause.modal in _FINAL or (clause.tense == "present" and _is_quoted(phrases, noun))
        if there and will and clause.mark is None:
            told = msgspec.structs.replace(clause, negated=True)
            return _hit(told, clause.verb, (noun,), speaker=True)
        return None
    alone = parse.deps[noun] in {"ROOT", "ccomp", "dep"} and parse.tags[noun][0] == "N"
    # "Minister: no deal with the rebels".
    alone = alone or (parse.deps[noun] == "appos" and token == 2 and parse.words[1] == ":")
    if phrases.is_of(noun, _TALKS) and not any(p.word in _WITH for p in phrases.preps(noun)):
        return None  # "No talks this week" only says when
    first = token == 0 or parse.tags[token - 1] in {"``", ":", "''"} or parse.words[token - 1] in {"'", "‘", "“", '"'}
    if not alone or not first or not (is_headline(phrases) or _is_quoted(phrases, noun)):
        return None
    return _hit(None, noun, (noun,), speaker=True)


_REFUSABLE, _TALKS = frozenset({"refusable"}), frozenset({"talks"})
_WITH = frozenset({"with", "over", "on", "about"})


def _is_without(phrases: Phrases, noun: int) -> bool:
    """ "No deal without guarantees" asks for them; "until" and "unless" name a condition as well."""
    lower = phrases.sentence.parse.lower
    return not {"without", "until", "unless", "yet", "sign", "word"}.isdisjoint(lower[noun : noun + 12])


def _is_quoted(phrases: Phrases, token: int) -> bool:
    here = phrases.sentence.tokens(token, token)
    return any(q.span.start <= here.start and here.end <= q.span.end for q in phrases.doc.quotations)


def _hit(clause: Clause | None, token: int, fillers: tuple[int, ...], *, speaker: bool = False) -> ActHit:
    slot, negative = ("object", True) if clause is not None and clause.negated else ("of", False)
    return ActHit(
        "reject", None, token, clause, slot, fillers, "by", False, speaker, "move:reject:no", negative
    )  # fmt: skip
