"""Whether a deed is told as one that happened or is to happen, and how sure it is."""

from __future__ import annotations

from parley.annotate.clauses import Clause
from parley.extract.events.cues import Hit, Scene
from parley.extract.events.lasting import find_lasting
from parley.extract.events.nouns import governor
from parley.extract.factuality import clause_of, factuality_of
from parley.lexicon.events import load_events
from parley.lexicon.words import word_list
from parley.model import Factuality

__all__ = ["reality_of"]

_SUPPOSED = frozenset({"if", "unless", "whether", "lest", "once", "provided"})
# Prepositions behind which a deed is a fact by the side of what the sentence is about.
_BESIDE = frozenset(
    [
        "after", "since", "during", "amid", "following", "despite", "before", "because", "as", "over", "in", "throughout", "through",
        "amidst", "within", "notwithstanding", "besides",
    ]
)  # fmt: skip
# What a party gives in talks when it is still to come: a commitment, and no deed yet.
_GIVEN = frozenset({"RETREAT", "AID", "COOPERATE", "SUPPORT"})
# Deeds that go on for some time.
_LASTING = frozenset(
    [
        "strike", "boycott", "blockade", "embargo", "siege", "lockout", "obstruction", "demonstration", "hunger_strike",
        "closure", "mutiny", "cut_off", "restriction",
    ]
)  # fmt: skip
_CERTAIN = frozenset({"the", "this", "that", "these", "those"})
# Before a present tense these say when something is to happen ("before its troops leave").
_COMING = frozenset({"before", "until", "when", "while", "once", "after", "as", "till"})
_STOPS = frozenset({".", "!", "?", '"', "”", "'", "’", ")", ":", ";", "..."})
_OPEN = frozenset({"can", "could", "may", "might", "should", "would"})
_BELOW = frozenset({"xcomp", "ccomp", "acl", "advcl", "pcomp", "relcl", "conj"})


def reality_of(scene: Scene, hit: Hit) -> Factuality | None:
    """Factuality of the deed; None where it is only asked for, threatened, feared or supposed."""
    found = _reality(scene, hit)
    if found is None or hit.clause is not None or not _is_doubted(scene, hit.token):
        return found
    return Factuality("probable" if found.certainty == "certain" else found.certainty, found.polarity, found.tense)


def _is_doubted(scene: Scene, token: int) -> bool:
    """Whether a word before the noun leaves open that it was done ("the alleged attack")."""
    parse = scene.phrases.sentence.parse
    return any(parse.lower[c] in load_events().doubted for c in parse.children[token] if c < token)


def _reality(scene: Scene, hit: Hit) -> Factuality | None:
    phrases = scene.phrases
    if hit.clause is not None:
        found = _of_clause(scene, hit.clause)
        return None if found is None or (found.tense == "planned" and hit.deed.type in _GIVEN) else found
    if hit.rule.endswith(":headline"):
        return Factuality(tense="present")
    own = factuality_of(phrases.doc, phrases.index, hit.token)
    if own.polarity == "negative":
        return None
    if _is_headed_off(scene, hit):
        return None
    verb, link = governor(scene, hit.token)
    number = clause_of(phrases.sentence.parse, verb) if verb is not None else None
    if number is not None and _is_denied(scene, phrases.sentence.clauses[number]):
        return None
    if number is None and _is_called_for(scene, hit.token):
        return None
    if number is not None and _is_scheduled(scene, hit, phrases.sentence.clauses[number]):
        real = _of_clause(scene, phrases.sentence.clauses[number])
        left_open = real is None or hit.deed.type in _GIVEN
        return None if left_open or real is None else Factuality(real.certainty, real.polarity, "planned")
    if number is not None and _is_left_undone(scene, hit, phrases.sentence.clauses[number]):
        return None
    stands = number is None or link in _BESIDE or _stands(scene, hit) or _is_dealt_with(scene, hit, number)
    if number is None or stands or find_lasting(scene, hit) is not None:
        return Factuality(tense="past")
    return _of_noun(scene, hit, phrases.sentence.clauses[number])


def _is_called_for(scene: Scene, token: int) -> bool:
    """Whether a verb that leaves its object open hangs on the noun, as the parser turned them ("calling for, among others,
    a boycott")."""
    parse, unreal = scene.phrases.sentence.parse, load_events().unreal
    return any(
        c.lemma.split()[0] in unreal and c.verb < token and parse.heads[c.verb] == token
        for c in scene.phrases.sentence.clauses
    )


def _is_headed_off(scene: Scene, hit: Hit) -> bool:
    """Whether a headline's verb right before the noun leaves it open, whatever the parser took it for ("Nurses eye strike")."""
    parse, token = scene.phrases.sentence.parse, hit.first - 1
    while token > 0 and parse.deps[token] in {"compound", "amod", "nummod"} and parse.tags[token] != "NNS":
        if parse.verb_lemma(token) in load_events().unreal and parse.lower[token].endswith("s"):
            break
        token -= 1
    if _is_called_off(scene, hit) and _in_title(scene):
        return True
    return token > 0 and _in_title(scene) and parse.verb_lemma(token) in load_events().unreal


def _is_called_off(scene: Scene, hit: Hit) -> bool:
    """Whether a headline's participle behind the noun says that it will not be ("Rail strike called off", "averted")."""
    parse, after = scene.phrases.sentence.parse, hit.last + 1
    if after >= len(parse) or parse.tags[after] not in {"VBN", "VBD"}:
        return False
    lemma, behind = parse.verb_lemma(after), parse.lower[after + 1 : after + 2]
    return not {lemma, *(f"{lemma} {word}" for word in behind)}.isdisjoint(load_events().unreal)


def _stands(scene: Scene, hit: Hit) -> bool:
    """Whether the deed is somebody's, or so many days old, whatever is asked of it ("would end its blockade"), or a
    clause tells what it did ("apologises for the raid in which 12 died")."""
    phrases = scene.phrases
    parse = phrases.sentence.parse
    told = (c for c in phrases.sentence.clauses if c.link == "relcl" and parse.heads[c.verb] == hit.token)
    if any(c.tense == "past" and not c.modal for c in told):
        return True
    if hit.deed.mode not in _LASTING:
        return False
    children = [c for c in parse.children[hit.token] if c < hit.token]
    aged = any(
        q.quantity.unit in load_events().lengths
        for q in phrases.quantities([t for c in children for t in phrases.region(c)])
    )
    return aged or any(parse.deps[c] == "poss" and not phrases.is_time(c) for c in children)


def _is_scheduled(scene: Scene, hit: Hit, clause: Clause) -> bool:
    """ "has called a strike", "is preparing an offensive"."""
    return hit.token in clause.objects and clause.lemma in load_events().schedules and _indefinite(scene, hit.token)


def _is_dealt_with(scene: Scene, hit: Hit, number: int) -> bool:
    """Whether the clause ends, prolongs or judges a certain deed that lasts ("vowed to carry on with the boycott")."""
    sentence = scene.phrases.sentence
    if hit.deed.mode not in _LASTING or sentence.clauses[number].lemma not in load_events().dealing:
        return False
    children = [c for c in sentence.parse.children[hit.token] if c < hit.token]
    certain = any(sentence.parse.lower[c] in _CERTAIN for c in children)
    if certain or sentence.clauses[number].lemma in load_events().unreal:
        return certain
    return not any(sentence.parse.deps[c] == "det" for c in children) and _in_title(scene)


def _of_noun(scene: Scene, hit: Hit, clause: Clause) -> Factuality | None:
    words = load_events()
    lemmas = {clause.lemma, clause.lemma.split()[0], *_with_prepositions(scene, clause)}
    undergoes = hit.token not in clause.subjects
    real = _of_clause(scene, clause)
    if real is None or clause.mark in _SUPPOSED:
        return None
    if lemmas & (words.unreal if undergoes else words.looming):
        return None
    if hit.token in clause.objects and lemmas & words.stages:
        return Factuality(tense="past") if lemmas & words.endings else real
    coming = real.tense == "planned" and not undergoes and _indefinite(scene, hit.token)
    return Factuality(tense="planned" if coming else "past")


def _is_left_undone(scene: Scene, hit: Hit, clause: Clause) -> bool:
    """ "put off a two-day strike": a deed of which there is none yet, however long it was to last."""
    return hit.token in clause.objects and clause.lemma in load_events().unreal and _indefinite(scene, hit.token)


def _indefinite(scene: Scene, token: int) -> bool:
    parse = scene.phrases.sentence.parse
    return any(parse.lower[c] in {"a", "an"} for c in parse.children[token])


def _with_prepositions(scene: Scene, clause: Clause) -> set[str]:
    lemma = scene.phrases.sentence.parse.verb_lemma(clause.verb)
    return {f"{lemma} {prep.word}" for prep in clause.preps}


def _of_clause(scene: Scene, clause: Clause) -> Factuality | None:
    phrases = scene.phrases
    if _is_supposed(scene, clause) or _is_denied(scene, clause):
        return None
    verb = clause.verb
    if clause.tense == "none" and clause.link in _BELOW and clause.parent is not None:
        above = phrases.sentence.clauses[clause.parent]
        if not _goes_on(scene, clause, above):
            return None
        if clause.link == "xcomp":
            verb = above.verb
    parse = phrases.sentence.parse
    marks = {parse.lower[c] for c in parse.children[clause.verb] if parse.deps[c] in {"mark", "advmod"}}
    if clause.tense == "present" and marks & _COMING and not clause.progressive and not _in_title(scene):
        return None
    if clause.tense == "none" and clause.link != "ROOT" and clause.parent is None and _has_to(scene, clause):
        return None
    if clause.link in {"pcomp", "acl"} and clause.tense == "none" and _is_of_unreal(scene, clause):
        return None
    if clause.link == "pcomp" and clause.parent is not None and clause.tense == "none":
        # "could help by releasing two prisoners".
        means = parse.lower[parse.heads[clause.verb]] == "by"
        if means and phrases.sentence.clauses[clause.parent].modal in _OPEN:
            return None
    found = factuality_of(phrases.doc, phrases.index, verb)
    if verb != clause.verb and parse.lemmas[verb] == "be":
        return Factuality(polarity=found.polarity, tense="planned")
    return None if found.tense == "hypothetical" else found


def _is_denied(scene: Scene, clause: Clause) -> bool:
    """Whether a clause is what somebody denies having done ("denied carrying out the raid"), or what somebody was accused of,
    and by nobody named ("was accused of bombing")."""
    clauses = scene.phrases.sentence.clauses
    while clause.parent is not None and clause.link in {"xcomp", "pcomp", "conj"}:
        above = clauses[clause.parent]
        if clause.link != "conj" and above.lemma in load_events().denials:
            return True
        if clause.link == "pcomp" and above.lemma in load_events().blames and above.passive and not above.subjects:
            return True
        clause = above
    return False


def _in_title(scene: Scene) -> bool:
    """Whether the sentence is a title, or has none of the stops that end one of a text."""
    phrases = scene.phrases
    return phrases.doc.block_kind(phrases.index) == "title" or phrases.sentence.parse.lower[-1] not in _STOPS


def _is_of_unreal(scene: Scene, clause: Clause) -> bool:
    """Whether a clause without a tense hangs on a noun that leaves it open ("no question of reopening the pass")."""
    parse = scene.phrases.sentence.parse
    above = parse.heads[clause.verb]
    above = parse.heads[above] if parse.tags[above] == "IN" else above
    return parse.tags[above][0] == "N" and parse.lemmas[above] in load_events().unreal_nouns


def _has_to(scene: Scene, clause: Clause) -> bool:
    parse = scene.phrases.sentence.parse
    return any(parse.tags[c] == "TO" for c in parse.children[clause.verb])


def _goes_on(scene: Scene, clause: Clause, above: Clause) -> bool:
    """Whether a clause without a tense tells what is: a participle, or an infinitive under "began", "continued", "are"."""
    parse, words = scene.phrases.sentence.parse, load_events()
    if clause.link == "conj":
        return _of_clause(scene, above) is not None
    lemma = parse.verb_lemma(above.verb)
    if _has_to(scene, clause):
        goes_on = lemma in words.phases and not (lemma == "be" and above.complement is not None)
        return clause.link == "xcomp" and goes_on
    if clause.link == "acl" and above.verb != parse.heads[clause.verb]:
        return parse.tags[clause.verb] in {"VBG", "VBN"}
    if parse.tags[clause.verb] == "VBG":
        return lemma not in words.unreal and lemma not in _ENDING
    return (clause.link == "xcomp" and lemma in words.phases) or parse.tags[clause.verb] == "VBN"


_ENDING = word_list("events.reality.ending")


def _inverted(scene: Scene, clause: Clause) -> bool:
    """ "Had the army withdrawn": an auxiliary before its subject supposes."""
    parse = scene.phrases.sentence.parse
    front = [c for c in parse.children[clause.verb] if parse.lower[c] in {"had", "were", "should"} and c < clause.verb]
    sides = [t for t in (*clause.subjects, *clause.objects) if t < clause.verb]
    return clause.link == "advcl" and bool(front) and bool(sides) and front[0] < min(sides)


def _is_supposed(scene: Scene, clause: Clause) -> bool:
    """Whether the clause, or one it is told below, is under "if", or under a verb that leaves it open."""
    clauses, unreal = scene.phrases.sentence.clauses, load_events().unreal
    while True:
        if clause.mark in _SUPPOSED or _inverted(scene, clause):
            return True
        if clause.parent is None or clause.link not in {"ccomp", "xcomp", "pcomp", "conj"}:
            return False
        above = clauses[clause.parent]
        if clause.link == "ccomp" and clause.verb < above.verb and clause.own_subject:
            # Told beside it: "the army pulls back; critics call it a bluff".
            return False
        if clause.link != "conj" and above.lemma.split()[0] in unreal and clause.tense in {"none", "present"}:
            return True
        clause = above
