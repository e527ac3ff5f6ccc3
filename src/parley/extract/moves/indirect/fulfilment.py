"""What was done under a deal or against it: deeds that the sentence sets beside what was agreed, promised or forbidden."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import msgspec

from parley.annotate.clauses import Clause
from parley.extract.moves.clauses.constituents import Phrases
from parley.extract.moves.clauses.harm import is_promised
from parley.extract.moves.clauses.headlines import is_headline
from parley.extract.moves.frames.acts import ActHit
from parley.extract.moves.terms.issues import find_issue_heads
from parley.extract.relevance import is_about_talks
from parley.lexicon.acts import load_acts, load_talks
from parley.lexicon.words import word_list

__all__ = ["as_kept_or_broken", "find_deed", "find_default", "is_agreed_before", "speaks_of_deal"]

_UNDER = word_list("moves.indirect.fulfilment.under")
_IN_LINE = word_list("moves.indirect.fulfilment.in_line")
_DESPITE = word_list("moves.indirect.fulfilment.despite")
_DONE = frozenset({"release", "withdrawal", "payment", "aid"})
_DEAL = frozenset({"agreement", "phase", "proposal"})
_BOUND = frozenset({"agreement", "provision", "promise", "order"})
_SAID_BEFORE = word_list("moves.indirect.fulfilment.said_before")
_STAGES = word_list("moves.indirect.fulfilment.stages")
_COMPLETING = word_list("moves.indirect.fulfilment.completing")
_ATTACKING = word_list("moves.indirect.fulfilment.attacking")
_DEFIANCE = word_list("moves.indirect.fulfilment.defiance")
_SETTLED = word_list("moves.indirect.fulfilment.settled")
_EXCHANGING = word_list("moves.indirect.fulfilment.exchanging")


@cache
def _deeds() -> frozenset[str]:
    """Verbs of what a deal may have done."""
    verbs = load_acts().verbs
    return (
        verbs["giving"] | verbs["yield"] | verbs["owing"] | verbs["paying"] | verbs["bargain_deed"] | verbs["dealing"]
    )


def find_deed(phrases: Phrases, clause: Clause) -> ActHit | None:
    """A past release, withdrawal or payment that the sentence puts under a deal; headlines tell it in the present."""
    if clause.negated or clause.modal is not None or not _is_told(phrases, clause):
        return None
    if is_agreed_before(phrases, clause) or _by_deal(phrases, clause):
        return _hit("carry_out", clause, "deed-under-deal")
    parse = phrases.sentence.parse
    if (
        any(parse.lower[c] == "duly" for c in parse.children[clause.verb])
        and clause.lemma in _deeds()
        and clause.objects
    ):
        return _hit("carry_out", clause, "duly")
    if clause.lemma == "make" and (word := _made_good(phrases, clause)) is not None:
        return msgspec.structs.replace(_hit("carry_out", clause, "made-good"), slot="on", fillers=(word,))
    if clause.lemma in _COMPLETING and clause.objects:
        return _completed(phrases, clause)
    heads = [h for h in find_issue_heads(phrases, [clause.verb]) if h.token == clause.verb]
    if not heads or heads[0].issue not in _DONE:
        return None
    if _did(phrases, clause) and is_about_talks(phrases.doc):
        return _hit("carry_out", clause, "emphatic")
    freed = clause.lemma in _EXCHANGING or (
        speaks_of_deal(phrases) and any(phrases.is_of(s, frozenset({"captive"})) for s in heads[0].stakes)
    )
    if heads[0].issue == "release" and freed:
        return _hit("carry_out", clause, "release-under-deal")
    if heads[0].issue == "withdrawal" and _mentions_deal(phrases, clause):
        return _hit("carry_out", clause, "deed-under-deal")
    return _hit("carry_out", clause, "deed-under-deal") if _in_return(phrases, clause) else None


def _completed(phrases: Phrases, clause: Clause) -> ActHit | None:
    """ "completed the pull-out required by the accord"."""
    heads = [h for o in clause.objects for h in find_issue_heads(phrases, phrases.region(o)) if h.token == o]
    done = bool(heads) and heads[0].issue in _DONE and (_mentions_deal(phrases, clause) or _ends(phrases, clause))
    return _hit("carry_out", clause, "deed-under-deal") if done else None


def _made_good(phrases: Phrases, clause: Clause) -> int | None:
    """ "made good on its promise", "makes good on back pay"."""
    parse = phrases.sentence.parse
    if parse.lower[clause.verb + 1 : clause.verb + 3] != ("good", "on"):
        return None
    return next((p.object for p in clause.preps if p.word == "on"), None)


def _in_return(phrases: Phrases, clause: Clause) -> bool:
    return any(
        prep.word in {"in exchange for", "in return for"}
        or (prep.word in _UNDER and phrases.is_of(prep.object, _AGREED if prep.word == "as" else _DEAL))
        for token in _own_tokens(phrases, clause)
        for prep in phrases.preps(token)
    )


def as_kept_or_broken(phrases: Phrases, hits: list[ActHit]) -> list[ActHit]:
    """The acts of a sentence, where "did not honour the truce" and "hired men in violation of the pact" break a deal."""
    broken = {h.token for h in hits if h.act == "breach"}
    return [_kept_or_broken(phrases, h) for h in hits if h.act != "carry_out" or not _left_undone(phrases, h, broken)]


def _left_undone(phrases: Phrases, hit: ActHit, broken: set[int]) -> bool:
    """ "failed to honour the deal": told by the failing."""
    clause = hit.clause
    above = phrases.sentence.clauses[clause.parent] if clause is not None and clause.parent is not None else None
    return clause is not None and clause.link == "xcomp" and above is not None and above.verb in broken


def _kept_or_broken(phrases: Phrases, hit: ActHit) -> ActHit:
    clause = hit.clause
    if hit.act == "breach" and clause is None:
        doing = _doing(phrases, hit.token)
        return hit if doing is None else msgspec.structs.replace(hit, token=doing.verb, clause=doing)
    if (
        hit.act == "carry_out"
        and clause is not None
        and (clause.modal in _WILL or (clause.modal == "would" and clause.link == "ccomp"))
        and not clause.negated
        and clause.subjects
    ):
        # "will honour its contracts".
        return msgspec.structs.replace(hit, act="promise", rule="move:promise:to-keep")
    if hit.act != "carry_out" or clause is None or not clause.negated or clause.modal is not None or clause.passive:
        return hit
    if clause.lemma not in _KEEPING or clause.tense not in {"past", "present"} or not clause.subjects:
        return hit
    return msgspec.structs.replace(hit, act="breach", negative=True, rule="move:breach:not-kept")


_WILL = frozenset({"will", "shall", "'ll"})
_KEEPING = word_list("moves.indirect.fulfilment.keeping")


def _doing(phrases: Phrases, token: int) -> Clause | None:
    """ "hired men in violation of the pact": the clause of what was done in violation."""
    parse = phrases.sentence.parse
    above = parse.heads[token]
    if parse.deps[token] != "pobj" or parse.lower[above] != "in":
        return None
    verb = next((t for t in parse.ancestors(above) if t in phrases.clause_by_verb), None)
    clause = None if verb is None else phrases.clause_by_verb[verb]
    told = clause is not None and clause.subjects and clause.modal is None and not clause.negated
    return clause if told else None


def find_default(phrases: Phrases, clause: Clause) -> ActHit | None:
    """ "has not freed the men as agreed", "fired across the line despite the truce": done against a deal."""
    if clause.modal is not None or clause.lemma in {"be", "say"}:
        return None
    told = _is_told(phrases, clause) or (clause.tense == "present" and (clause.perfect or clause.link == "ROOT"))
    if clause.negated:
        due = told and clause.lemma in _deeds() and any(is_promised(phrases, o) for o in clause.objects)
        due = due or (told and clause.lemma in _deeds() and is_agreed_before(phrases, clause))
        return _hit("breach", clause, "undone", negative=True) if due else None
    if not told or clause.lemma not in _ATTACKING:
        return None
    against = any(_binds(phrases, t) for t in _despite(phrases, clause))
    return _hit("breach", clause, "despite") if against else None


def _despite(phrases: Phrases, clause: Clause) -> Iterator[int]:
    """What it was done in spite of."""
    parse = phrases.sentence.parse
    for prep in (*clause.preps, *(p for o in clause.objects for p in phrases.preps(o))):
        if prep.word in _DESPITE:
            yield prep.object
        elif prep.word == "in" and parse.lower[prep.object] in _DEFIANCE:
            yield from (p.object for p in phrases.preps(prep.object) if p.word == "of")


def _binds(phrases: Phrases, token: int) -> bool:
    return phrases.is_of(token, _BOUND) or not phrases.words_of(token).isdisjoint(load_talks().nouns["truce_words"])


def _is_told(phrases: Phrases, clause: Clause) -> bool:
    """Told as done: in the past, in a headline's present, or begun or ended ("began to surrender")."""
    if clause.tense == "past" or (clause.link == "ROOT" and is_headline(phrases)):
        return True
    above = phrases.sentence.clauses[clause.parent] if clause.parent is not None else None
    return (
        clause.link == "xcomp"
        and above is not None
        and above.lemma in _STAGES
        and (above.tense == "past" and above.modal is None and not above.negated)
    )


def _by_deal(phrases: Phrases, clause: Clause) -> bool:
    """ "in line with the pact", "under the accord", of a deed such as deals ask for."""
    if clause.link == "acl":
        # "hostages held as part of": tells of them, not of what was done.
        return False
    named = any(h.token == clause.verb for h in find_issue_heads(phrases, [clause.verb]))
    if not named and not (clause.lemma in _deeds() and (clause.objects or clause.passive)):
        return False
    return any(
        p.word in _IN_LINE and phrases.is_of(p.object, _DEAL if named or p.word != "under" else _AGREED)
        for t in _own_tokens(phrases, clause)
        for p in phrases.preps(t)
    )


def _own_tokens(phrases: Phrases, clause: Clause) -> list[int]:
    """The words of the clause without those of clauses below it that have a subject of their own."""
    below = {
        c.verb
        for c in phrases.sentence.clauses
        if c.verb != clause.verb
        and (
            (c.own_subject and (c.link != "relcl" or c.modal is not None))
            or (c.link == "acl" and c.lemma.split()[0] not in _SAID_BEFORE | _SETTLED)
        )
    }
    inside: set[int] = set()
    for verb in below:
        if clause.verb in phrases.sentence.parse.ancestors(verb):
            inside.update(phrases.region(verb))
    return [t for t in phrases.region(clause.verb) if t not in inside]


_AGREED = frozenset({"agreement", "phase"})


def _ends(phrases: Phrases, clause: Clause) -> bool:
    return clause.lemma in {"complete", "finish"} and is_about_talks(phrases.doc)


def _mentions_deal(phrases: Phrases, clause: Clause) -> bool:
    return any(phrases.is_of(t, frozenset({"agreement"})) for t in phrases.region(clause.verb))


def _did(phrases: Phrases, clause: Clause) -> bool:
    """ "did pull out": what was expected is done."""
    parse = phrases.sentence.parse
    return any(parse.deps[c] == "aux" and parse.lower[c] == "did" for c in parse.children[clause.verb])


def is_agreed_before(phrases: Phrases, clause: Clause) -> bool:
    """ "as the settlement requires", "as agreed", "as it had promised": the deed is what was agreed."""
    if "as" not in phrases.doc.words or not (clause.objects or clause.preps):
        return False
    parse = phrases.sentence.parse
    for c in phrases.sentence.clauses:
        if c.mark != "as" or parse.heads[c.verb] not in (clause.verb, *clause.objects) or c.negated:
            continue
        if c.complement is not None or any(parse.lower[k] in {"even", "just"} for k in parse.children[c.verb]):
            continue  # "as deals remain uncertain", "just as the pact was signed": at the same time
        agreed = any(phrases.is_of(s, frozenset({"agreement"})) for s in (*c.subjects, *c.objects))
        if c.lemma == "agree" or agreed or (c.lemma.split()[0] in _SAID_BEFORE and _is_owed(phrases, clause, c)):
            return True
    return False


def _is_owed(phrases: Phrases, clause: Clause, said: Clause) -> bool:
    """Promised by who did it, or asked of it where talks are told of ("as required")."""
    own = said.own_subject and not said.passive
    same = bool(set(said.subjects) & set(clause.subjects)) or any(
        phrases.sentence.parse.lower[s] in {"it", "they", "he", "she"} for s in said.subjects
    )
    if own:
        return same and said.tense == "past"
    return is_about_talks(phrases.doc) or clause.lemma in load_acts().verbs["yield"]


def speaks_of_deal(phrases: Phrases) -> bool:
    """Whether the report speaks of a deal or truce at all: captives are let go under it, not by the way."""
    words = phrases.doc.words
    return not words.isdisjoint(load_talks().nouns["deal_words"])


def _hit(act: str, clause: Clause, rule: str, *, negative: bool = False) -> ActHit:
    return ActHit(
        act, None, clause.verb, clause, "self", (clause.verb,), "by", False, False, f"move:{act}:{rule}", negative
    )
