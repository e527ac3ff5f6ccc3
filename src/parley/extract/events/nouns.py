"""Deeds that a noun names: "the attack on the depot", "the 41-day strike", "Tuesday's shelling", "the blockade"."""

from __future__ import annotations

from collections.abc import Iterator

from parley.extract.events.cues import Hit, Scene, noun_deeds, noun_heads
from parley.extract.moves.terms.issues import is_takeover
from parley.lexicon.deeds import Deed
from parley.lexicon.events import load_events
from parley.lexicon.words import word_list

__all__ = ["governor", "is_definite", "is_further", "noun_hits"]

_TAGS = frozenset({"NN", "NNS", "VBG", "NNP", "NNPS"})
_IN_FRONT = frozenset({"compound", "amod", "nmod"})
# Prepositions that tie a deed to a noun that leaves it open; behind others ("after the raid") it is a fact.
_OPEN = frozenset({"of", "to", "on", "for", "against", "about", "over", "from"})
_AROUND = frozenset({"after", "amid", "during", "following", "amidst", "since", "despite"})
_DETERMINED = frozenset({"det", "poss", "nummod"})
_CONTENDING = word_list("events.nouns.contending")


def noun_hits(scene: Scene, taken: frozenset[int]) -> Iterator[Hit]:
    """The nouns of the sentence that name a deed as a fact; those at `taken` belong to a deed found."""
    parse = scene.phrases.sentence.parse
    heads = noun_heads()
    if heads.isdisjoint(parse.lemmas) and heads.isdisjoint(parse.lower):
        return
    verbs = {clause.verb for clause in scene.phrases.sentence.clauses}
    known = [t for t, lemma in enumerate(parse.lemmas) if lemma in heads or parse.lower[t] in heads]
    for token in known:
        tag = parse.tags[token]
        hyphened = token > 1 and parse.words[token - 1] == "-"
        opening = token == 0 and tag == "RB"  # "Lockout at ..." of a title
        if (tag not in _TAGS and not hyphened and not opening) or token in taken:
            continue
        # A verb's participle is no noun, save as the subject ("Fighting for the bridge cost 30 lives").
        if tag == "VBG" and (parse.deps[token] == "amod" or (token in verbs and not _names_itself(scene, token))):
            continue
        if scene.phrases.is_time(token):
            continue
        hit = _hit(scene, token)
        if hit is not None and _is_told(scene, hit):
            yield hit


def _names_itself(scene: Scene, token: int) -> bool:
    """Whether a participle stands as a noun: as the subject, or behind "after" with nothing done to ("after shelling in")."""
    parse = scene.phrases.sentence.parse
    around = parse.deps[token] == "pcomp" and parse.lower[parse.heads[token]] in _AROUND
    return _opens(scene, token) or (around and not any(parse.deps[c] in _UNDERGOING for c in parse.children[token]))


_UNDERGOING = frozenset({"dobj", "ccomp", "xcomp", "dative", "nsubj"})


def _opens(scene: Scene, token: int) -> bool:
    """Whether a participle is the subject: the sentence opens with it and has no other."""
    parse, clauses = scene.phrases.sentence.parse, scene.phrases.sentence.clauses
    above = [c for c in clauses if c.verb == parse.heads[token] and c.verb != token]
    return parse.deps[token] == "csubj" or (token == 0 and any(not c.own_subject for c in above))


def _hit(scene: Scene, token: int) -> Hit | None:
    table, around = noun_deeds(), scene.phrases.doc.words
    for word, first, last in _names(scene, token):
        for deed in table.get(word, ()):
            if deed.phrase and not _phrase_fits(scene, token, deed):
                continue
            if deed.among and (deed.among.isdisjoint(around) or not deed.not_among.isdisjoint(around)):
                continue
            rule = f"event:{deed.type.lower()}:noun" if word in deed.nouns else f"event:{deed.type.lower()}:loose"
            return Hit(deed, token, first, last, rule)
    return None


def _names(scene: Scene, token: int) -> Iterator[tuple[str, int, int]]:
    """What the noun may be called with where it stands, longest first: "ban on overtime", "air raid", "raid"."""
    parse = scene.phrases.sentence.parse
    lemmas = dict.fromkeys((parse.lemmas[token], parse.lower[token], parse.lower[token].removesuffix("s")))
    for prep in scene.phrases.preps(token):
        for lemma in lemmas:
            yield f"{lemma} {prep.word} {parse.lemmas[prep.object]}", token, prep.object
    if token > 1 and parse.lower[token - 1] == "-":
        for lemma in lemmas:
            yield f"{parse.lower[token - 2]}-{lemma}", token - 2, token
            yield f"{parse.lower[token - 2]}{lemma}", token - 2, token
    if token:
        for lemma in lemmas:
            yield f"{parse.lower[token - 1]} {lemma}", token - 1, token
    for lemma in lemmas:
        yield lemma, token, token


def _phrase_fits(scene: Scene, token: int, deed: Deed) -> bool:
    wanted = [tuple(need.split("=")) for need in deed.phrase]
    return any(
        prep.word == word and scene.is_of(prep.object, (name,))
        for prep in scene.phrases.preps(token)
        for word, name in wanted
    )


def _is_told(scene: Scene, hit: Hit) -> bool:
    """Whether the noun names a deed there is: no modifier, no weapon's or committee's name, nothing only feared."""
    parse, words, token = scene.phrases.sentence.parse, load_events(), hit.token
    if parse.deps[token] in _IN_FRONT and not _heads_deed(scene, token):
        return False
    if hit.first and parse.lower[hit.first - 1] in words.not_before:
        return False
    if any(parse.lower[c] in words.not_before for c in parse.children[token] if c < token):
        return False
    if token + 1 < len(parse) and parse.lower[token + 1] == "-":
        return False
    if parse.deps[token] == "pobj" and parse.lower[parse.heads[token]] == "without":
        return False
    if _is_part_of_name(scene, token) or _is_figurative(scene, hit):
        return False
    return not _is_unreal_name(scene, token) and _is_certain(scene, hit)


_FIGHTS = frozenset({"ASSAULT", "COERCE"})


def _is_figurative(scene: Scene, hit: Hit) -> bool:
    """ "the battle against the flu", "an explosion of colour", "the fight is one of survival"."""
    if hit.deed.type not in _FIGHTS:
        return False
    if hit.deed.mode == "clash" and is_takeover(scene.phrases.doc):
        return True  # a "battle" for a company is fought with bids
    parse, figures = scene.phrases.sentence.parse, load_events().figurative
    behind = [
        p.object for p in scene.phrases.preps(hit.token) if p.word in {"against", "on", "for", "of", "over", "with"}
    ]
    above = parse.heads[hit.token]
    if parse.deps[hit.token] == "nsubj" and parse.lemmas[above] == "be":
        ones = [c for c in parse.children[above] if parse.lower[c] == "one"]
        behind += [p.object for one in ones for p in scene.phrases.preps(one) if p.word == "of"]
    return any(parse.lemmas[t] in figures or parse.lower[t] in figures for t in behind)


def _is_part_of_name(scene: Scene, token: int) -> bool:
    """Whether the noun ends a name in running text ("the National Rally"), no party standing before it."""
    phrases, parse = scene.phrases, scene.phrases.sentence.parse
    if parse.tags[token] not in {"NNP", "NNPS"} or not parse.words[token].istitle() or token == 0:
        return False
    if phrases.doc.block_kind(phrases.index) == "title" or not parse.words[token - 1].istitle() or token == 1:
        return False
    own, within = (phrases.doc.entity(phrases.index, t) for t in (token, token - 1))
    if own is not None and own.form == "name":
        return True
    return (within is None or within.kind == "outlet") and parse.tags[token - 1] in {"NNP", "NNPS"}


def _heads_deed(scene: Scene, token: int) -> bool:
    """Whether the noun only stands before a number of days ("strike day 41")."""
    parse = scene.phrases.sentence.parse
    return parse.lower[parse.heads[token]] in {"day", "week", "month"}


def _is_unreal_name(scene: Scene, token: int) -> bool:
    """Whether the noun hangs on one that leaves it open ("the threat of a strike", "an end to the siege")."""
    parse, unreal = scene.phrases.sentence.parse, load_events().unreal_nouns
    if _is_paused(scene, token):
        return True
    for above in parse.ancestors(token):
        tag = parse.tags[above]
        if tag[0] == "V" or (tag[0] in "IT" and parse.lower[above] not in _OPEN):
            return False
        if tag[0] == "N" and parse.lemmas[above] in unreal:
            return True
    return False


def _is_paused(scene: Scene, token: int) -> bool:
    """Whether the noun names what has stopped for a while ("a lull in the fighting"), or a contest over something else than
    ground ("its battle to take over the chain")."""
    parse = scene.phrases.sentence.parse
    if parse.lemmas[token] in _CONTENDING and parse.lower[token + 1 : token + 2] == ("to",):
        return parse.lemmas[min(token + 2, len(parse) - 1)] in load_events().contests
    before = token - 1
    while before > 0 and parse.deps[before] in {"det", "amod", "compound", "poss"}:
        before -= 1
    return before > 0 and parse.lower[before] == "in" and parse.lemmas[before - 1] in load_events().pauses


def governor(scene: Scene, token: int) -> tuple[int | None, str]:
    """The verb over the noun, and the preposition right below it by which the noun hangs on it ("" for none)."""
    parse = scene.phrases.sentence.parse
    link = ""
    for above in parse.ancestors(token):
        if parse.tags[above][0] == "V":
            return above, link
        link = parse.lower[above] if parse.tags[above] in {"IN", "TO"} else ""
    return None, link


def _is_certain(scene: Scene, hit: Hit) -> bool:
    """A bare noun in running text names a sort of deed, not one of them."""
    parse, token = scene.phrases.sentence.parse, hit.token
    if scene.phrases.doc.block_kind(scene.phrases.index) == "title":
        return True
    children = parse.children[token]
    if any(parse.deps[c] in _DETERMINED for c in children):
        return True
    if any(parse.deps[c] in {"relcl", "acl"} for c in children) or parse.lower[parse.heads[token]] in _AROUND:
        return True
    if _heads_deed(scene, token) or _happened(scene, token) or _lasts(scene, token):
        return True
    named = any(parse.deps[c] in _IN_FRONT and c < hit.first for c in children)
    return named or bool(scene.phrases.preps(token)) or parse.deps[token] in {"conj"} or parse.words[token].isupper()


def _lasts(scene: Scene, token: int) -> bool:
    """Whether a time is filled with it ("a week of strikes")."""
    parse = scene.phrases.sentence.parse
    above = parse.heads[token]
    return parse.lower[above] == "of" and parse.lemmas[parse.heads[above]] in load_events().lengths


def _happened(scene: Scene, token: int) -> bool:
    """Whether a past tense tells of the noun, or of a series of what it names ("attacks killed nine", "a wave of strikes
    began")."""
    sentence = scene.phrases.sentence
    parse = sentence.parse
    heads = {token}
    above = parse.heads[token]
    if parse.lower[above] == "of" and parse.lemmas[parse.heads[above]] in load_events().series:
        heads.add(parse.heads[above])
    return any(
        not heads.isdisjoint(c.subjects if not c.passive else (*c.subjects, *c.objects))
        and c.tense == "past"
        and c.modal is None
        and not c.negated
        for c in sentence.clauses
    )


def is_definite(scene: Scene, token: int) -> bool:
    """Whether a noun takes up what is known: "the attack", "that raid"."""
    parse = scene.phrases.sentence.parse
    return any(parse.lower[c] in {"the", "this", "that", "these", "those"} for c in parse.children[token] if c < token)


_FURTHER = word_list("events.nouns.further")


def is_further(scene: Scene, token: int) -> bool:
    """Whether a noun tells of one more beside others of its kind: "a second raid", "their own rally"."""
    parse = scene.phrases.sentence.parse
    return any(parse.lower[c] in _FURTHER for c in parse.children[token] if c < token)
