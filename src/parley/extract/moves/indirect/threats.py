"""Threats that no single verb makes: a deed of one's own held out on a condition, and what others are told will befall them.

"It would sue if the contract was cancelled"; "any attack would be met with force"; "must leave or face an assault".
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from parley.annotate.clauses import Clause
from parley.extract.moves.clauses.constituents import Phrases
from parley.extract.moves.clauses.harm import menaces
from parley.extract.moves.clauses.headlines import is_headline
from parley.extract.moves.frames.acts import ActHit
from parley.extract.moves.terms.issues import issue_named
from parley.lexicon.acts import load_acts
from parley.lexicon.words import word_list

__all__ = ["find_threats", "one_threat"]

_MODALS = frozenset({"will", "would", "shall", "'ll", "could", "may", "might"})
_SURE = frozenset({"will", "would", "shall", "'ll"})
_CONDITIONS = frozenset({"if", "unless", "should", "otherwise"})
_SPEAKING = word_list("moves.indirect.threats.speaking")
_WARNING = word_list("moves.indirect.threats.warning")
_PRONOUNS = frozenset({"it", "they", "we", "he", "she", "i"})
_FACED = word_list("moves.indirect.threats.faced")
_BORNE = frozenset({("pay", "price"), ("bear", "consequence"), ("face", "consequence"), ("have", "consequence"),
                    ("face", "music"), ("have", "repercussion"), ("suffer", "consequence")})  # fmt: skip
_REGRET = frozenset({"regret", "rue"})
_PUNISHMENT = frozenset({"punishment", "harm"})
_UNANSWERED = word_list("moves.indirect.threats.unanswered")
_VAGUE = frozenset({"any", "anyone", "anybody", "whoever", "those", "all", "everyone", "every"})
_WITH_PHRASE = word_list("moves.indirect.threats.with_phrase")
_HOSTILE = word_list("moves.indirect.threats.hostile")
_LAPSING = word_list("moves.indirect.threats.lapsing")
_MUST = frozenset({"must", "should", "have", "need"})
_SUFFERED = word_list("moves.indirect.threats.suffered")
_CONSEQUENCES = word_list("moves.indirect.threats.consequences")


def find_threats(phrases: Phrases, taken: frozenset[int]) -> Iterator[ActHit]:
    """Threats at verbs that are no other act's (`taken`)."""
    alternatives = "or" in phrases.doc.words
    for clause in phrases.sentence.clauses:
        if clause.verb not in taken and clause.lemma in _TAKING_AWAY and (cut := _takes_away(phrases, clause)):
            yield cut
        elif clause.verb not in taken and (clause.modal in _MODALS or (alternatives and clause.lemma in _SUFFERED)):
            hit = _or_else(phrases, clause) if alternatives else None
            if hit is None and clause.modal in _MODALS:
                hit = _own(phrases, clause) or _lapse(phrases, clause) or _befalling(phrases, clause)
            if hit is not None:
                yield hit


def one_threat(phrases: Phrases, hits: list[ActHit]) -> list[ActHit]:
    """The acts of a sentence: what threatens does nothing else at the same word, and stands at what is threatened."""
    threats = {h.token for h in hits if h.act == "threaten" and h.clause is not None}
    if not threats:
        return hits
    return [_at_deed(phrases, h) for h in hits if h.token not in threats or h.act not in _ELSE]


_ELSE = frozenset({"reject", "break_off", "offer", "promise", "withdraw"})


def _at_deed(phrases: Phrases, hit: ActHit) -> ActHit:
    """ "warned Iskala, in a message passed on by the envoy, that it would": far from its verb the deed holds the threat."""
    clause = hit.clause
    if hit.act != "threaten" or clause is None or hit.slot != "clause" or len(hit.fillers) != 1:
        return hit
    deed = phrases.clause_by_verb.get(hit.fillers[0])
    if deed is None or not deed.own_subject or not clause.subjects or deed.first - clause.verb < 5:
        return hit
    told = msgspec.structs.replace(deed, subjects=clause.subjects, passive=False)
    return msgspec.structs.replace(hit, token=deed.verb, clause=told)


def _condition(phrases: Phrases, clause: Clause) -> Clause | None:
    """The if- or unless-clause on which the clause hangs, also one the parser took for a complement ("sue if it was")."""
    index = next(i for i, other in enumerate(phrases.sentence.clauses) if other is clause)
    for other in phrases.sentence.clauses:
        if other.mark not in _CONDITIONS or other is clause or other.link not in {"advcl", "ccomp"}:
            continue
        if other.parent in {index, clause.parent} and other.parent is not None:
            return other
    return None


def _conditional(phrases: Phrases, clause: Clause) -> bool:
    words = phrases.sentence.parse.lower
    # "Should the law pass, the bloc would retaliate": the parser makes nothing of the inversion.
    return words[0] == "should" or _condition(phrases, clause) is not None or "otherwise" in words or "unless" in words


def _speech(phrases: Phrases, clause: Clause) -> Clause | None:
    """The clause of whoever says it, above ("warned that") or beside ("..., the ministry said")."""
    clauses = phrases.sentence.clauses
    above = clause
    while above.parent is not None and above.link in {"ccomp", "conj", "advcl", "xcomp"}:
        above = clauses[above.parent]
        if above.lemma in _SPEAKING and above.subjects:
            return above
    beside = (c for c in clauses if c.link in {"parataxis", "ROOT"} and c.lemma in _SPEAKING and c.subjects)
    return next((c for c in beside if c is not clause), None)


def _speaker(phrases: Phrases, clause: Clause) -> Clause | None:
    """The same, where a party speaks."""
    speech = _speech(phrases, clause)
    if speech is None or speech.negated:
        return None
    parse = phrases.sentence.parse
    known = any(parse.lower[s] in _PRONOUNS or _may_threaten(phrases, s) for s in speech.subjects)
    return speech if known else None


_BYSTANDERS = frozenset({"unnamed", "unknown", "outlet", "court"})


def _may_threaten(phrases: Phrases, token: int) -> bool:
    entity = phrases.party(token, strict=True)
    return entity is not None and entity.kind not in _BYSTANDERS


def _own(phrases: Phrases, clause: Clause) -> ActHit | None:
    """What a party would do itself: on a condition, or after "warned"; strikes and suits also where they are announced."""
    if clause.passive or clause.negated or not menaces(phrases, clause):
        return None
    parse = phrases.sentence.parse
    speech = _speech(phrases, clause)
    own = speech is not None and _is_own(phrases, clause, speech)
    somebody = any(_may_threaten(phrases, s) or parse.lower[s] in _PRONOUNS for s in clause.subjects)
    if not somebody and not own:
        return None
    own_people = own and any(parse.tags[c] == "PRP$" for s in clause.subjects for c in parse.children[s])
    told = msgspec.structs.replace(clause, subjects=speech.subjects) if speech is not None and own_people else clause
    warned = speech is not None and own and speech.lemma in _WARNING
    if clause.modal in _SURE and own and clause.lemma in _ANNOUNCED:
        return _hit(told, "announced")
    if (warned or _conditional(phrases, clause)) and (own or speech is None or _said_aside(speech)):
        return _hit(told, "own-deed")
    return None


_ANNOUNCED = word_list("moves.indirect.threats.announced")


_TAKING_AWAY = word_list("moves.indirect.threats.taking_away")
_SUPPORT = word_list("moves.indirect.threats.support")


def _takes_away(phrases: Phrases, clause: Clause) -> ActHit | None:
    """ "Announced it is withdrawing the subsidy": support that a party says it takes from the other, on no condition."""
    said = (clause.tense == "present" and clause.progressive) or clause.modal in _SURE
    if clause.passive or clause.negated or not said or _conditional(phrases, clause):
        return None
    speech = _speech(phrases, clause)
    lemmas = phrases.sentence.parse.lemmas
    if speech is None or speech.negated or not any(lemmas[o] in _SUPPORT for o in clause.objects):
        return None
    return _hit(clause, "announced") if _is_own(phrases, clause, speech) else None


def _said_aside(speech: Clause) -> bool:
    """ "The army will attack unless ..., its spokesman said"."""
    return speech.link in {"parataxis", "ROOT"}


def _is_own(phrases: Phrases, clause: Clause, speech: Clause) -> bool:
    """Whether the doer is who speaks, or its people ("said its members would strike")."""
    parse = phrases.sentence.parse
    names = {e.name for s in speech.subjects if (e := phrases.entity(s)) is not None}
    for subject in clause.subjects:
        if parse.lower[subject] in _PRONOUNS or subject in speech.subjects:
            return True
        if any(parse.tags[c] == "PRP$" for c in parse.children[subject]):
            return True
        # "Drivers will walk out, their union said": who speaks is theirs.
        if speech.verb > clause.verb and any(
            parse.tags[c] == "PRP$" for s in speech.subjects for c in parse.children[s]
        ):
            return True
        if (entity := phrases.entity(subject)) is not None and entity.name in names:
            return True
        # "The minister said Kordia would": a state or body by one who speaks for it.
        if entity is not None and any(
            (e := phrases.entity(s)) is not None and e.acts_for == entity.name for s in speech.subjects
        ):
            return True
    return False


def _befalling(phrases: Phrases, clause: Clause) -> ActHit | None:
    """What will befall others: "would be shot", "would be met with force", "would face consequences", "will regret it"."""
    parse = phrases.sentence.parse
    if clause.modal not in _SURE:
        return None
    if not (_is_dire(phrases, clause) if not clause.negated else _goes_unanswered(phrases, clause)):
        return None
    speech = _speaker(phrases, clause)
    if speech is None or (_is_own(phrases, clause, speech) and not clause.passive):
        return None
    heads = clause.objects if clause.passive else clause.subjects
    vague = any(parse.lower[parse.lefts[s]] in _VAGUE or parse.lower[s] in _VAGUE for s in heads)
    if not (vague or speech.lemma in _WARNING or _conditional(phrases, clause) or speech.objects or speech.datives):
        return None
    return _hit(msgspec.structs.replace(clause, subjects=speech.subjects, passive=False, objects=()), "befalling")


def _goes_unanswered(phrases: Phrases, clause: Clause) -> bool:
    lower = phrases.sentence.parse.lower
    return clause.lemma in {"go", "remain"} and any(w in _UNANSWERED for w in lower[clause.verb : clause.last + 1])


def _is_dire(phrases: Phrases, clause: Clause) -> bool:
    parse, lemma = phrases.sentence.parse, clause.lemma
    if clause.passive and lemma in load_acts().verbs["punishing"]:
        return lemma not in _WITH_PHRASE or any(
            p.word in {"with", "as", "by"}
            and (phrases.is_of(p.object, _PUNISHMENT) or parse.lemmas[p.object] in _HOSTILE)
            for p in clause.preps
        )
    if clause.passive:
        return False
    if any((lemma, parse.lemmas[o]) in _BORNE for o in clause.objects) or lemma in _REGRET:
        return True
    if lemma == "be" and any(parse.deps[c] == "expl" for c in parse.children[clause.verb]):
        return any(parse.lemmas[o] in _CONSEQUENCES for o in clause.objects)
    return (
        lemma in _FACED and any(phrases.is_of(o, _PUNISHMENT) for o in clause.objects) and lemma not in {"meet", "see"}
    )


def _or_else(phrases: Phrases, clause: Clause) -> ActHit | None:
    """ "must leave by noon or face an assault, the ministry said"."""
    parse = phrases.sentence.parse
    if clause.lemma not in _SUFFERED or clause.link != "conj" or clause.negated:
        return None
    if "or" not in parse.lower[max(0, clause.verb - 3) : clause.verb]:
        return None
    first = phrases.sentence.clauses[clause.parent] if clause.parent is not None else None
    if first is None or not (first.modal in _MUST or _is_ordered(phrases, first)):
        return None
    speech = _speaker(phrases, first)
    if speech is None:
        return None
    return _hit(msgspec.structs.replace(clause, subjects=speech.subjects, passive=False), "or-else")


def _is_ordered(phrases: Phrases, clause: Clause) -> bool:
    """ "would have to leave", "had to pay", "Pay up"."""
    parse = phrases.sentence.parse
    if clause.link == "xcomp" and clause.parent is not None:
        return phrases.sentence.clauses[clause.parent].lemma in {"have", "need", "tell", "order"}
    bare = parse.tags[clause.verb] == "VB" and not any(parse.deps[c] == "aux" for c in parse.children[clause.verb])
    return bare and not clause.own_subject and (is_headline(phrases) or clause.link == "ccomp")


def _lapse(phrases: Phrases, clause: Clause) -> ActHit | None:
    """ "its offer would lapse unless": what has been put or agreed ends if nothing is done."""
    if clause.lemma not in _LAPSING or clause.negated or clause.passive or not _conditional(phrases, clause):
        return None
    truce = any(issue_named(phrases, s) == "ceasefire" for s in clause.subjects)
    if not truce and not any(phrases.is_of(s, frozenset({"bid", "agreement", "phase"})) for s in clause.subjects):
        return None
    speech = _speaker(phrases, clause)
    return None if speech is None else _hit(msgspec.structs.replace(clause, subjects=speech.subjects), "lapse")


def _hit(clause: Clause, rule: str) -> ActHit:
    return ActHit(
        "threaten", None, clause.verb, clause, "self", (clause.verb,), "by", False, False, f"move:threaten:{rule}"
    )
