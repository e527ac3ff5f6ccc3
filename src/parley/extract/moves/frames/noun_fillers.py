"""What fills the slots of a noun that acts: what follows it, whose it is, how it stands."""

from __future__ import annotations

from parley.annotate.doc import EntityMention
from parley.annotate.quantity_mention import QuantityMention
from parley.extract.moves.clauses.constituents import Phrases, is_money
from parley.extract.moves.frames.fillers import PREPOSITIONS, infinitive
from parley.lexicon.acts import Need, load_acts
from parley.lexicon.words import word_list

__all__ = [
    "court_rules",
    "has_amount",
    "in_talks",
    "is_announced",
    "is_court",
    "is_owned",
    "modifying_party",
    "noun_fillers",
]


def noun_fillers(phrases: Phrases, token: int, need: Need) -> list[int]:
    """The heads that fill a slot of a noun ("rejection of the plan")."""
    parse = phrases.sentence.parse
    if need.slot in {"to", "that"}:
        own = [c for c in parse.children[token] if parse.deps[c] in _SAID_OF or _for_somebody(phrases, c)]
        return own or _behind_owner(phrases, token)
    if need.slot in _STATES:
        return [token] if _STATES[need.slot](phrases, token) else []
    if need.slot in {"amount", "announced", "of_court", "held"}:
        return []
    word = PREPOSITIONS.get(need.slot, need.slot)
    found = [p.object for p in phrases.preps(token) if p.word == word]
    # "called their claim for 14 pounds an hour fair": the parser hangs the phrase on the verb.
    if not found and parse.deps[token] == "dobj" and parse.lower[token + 1 : token + 2] == (word,):
        found = [p.object for p in phrases.preps(parse.heads[token]) if p.token == token + 1]
    if found or word != "for":
        return found
    # "dismissed a proposal by the guild for 14 rest days": the parser hangs what is asked for on whose it is, or on the verb.
    parse = phrases.sentence.parse
    whose = [p.object for p in phrases.preps(token) if p.word in {"by", "from"}]
    above = [parse.heads[token]] if whose and parse.deps[token] == "dobj" else []
    return [p.object for t in (*whose, *above) for p in phrases.preps(t) if p.word == word and p.object > token]


_SAID_OF = frozenset({"acl", "ccomp", "relcl", "xcomp"})


def _for_somebody(phrases: Phrases, token: int) -> bool:
    """ "an appeal for both sides to submit": an infinitive with a doer of its own."""
    parse = phrases.sentence.parse
    return parse.deps[token] == "advcl" and any(
        parse.deps[c] == "mark" and parse.lower[c] == "for" for c in parse.children[token]
    )


def _behind_owner(phrases: Phrases, token: int) -> list[int]:
    """ "a proposal by neighbouring Kordia to free 44": the parser hangs the infinitive on whose it is."""
    parse = phrases.sentence.parse
    owners = (c for c in parse.children[token] if parse.deps[c] == "prep" and parse.lower[c] in {"by", "from", "of"})
    return [
        t
        for o in owners
        for t in phrases.region(o)
        if parse.deps[t] in {"acl", "advcl", "xcomp"} and infinitive(phrases, t)
    ][:1]


def _at_request(phrases: Phrases, token: int) -> bool:
    """ "at Qatar's request", "at the insistence of the union"."""
    parse = phrases.sentence.parse
    return parse.lower[parse.heads[token]] in {"at", "on"} and parse.deps[token] == "pobj" and is_owned(phrases, token)


def modifying_party(phrases: Phrases, token: int) -> EntityMention | None:
    """ "consumer demands", "union claims": people named before the noun are whose it is."""
    parse = phrases.sentence.parse
    before = token - 1
    if before < 0 or parse.heads[before] != token or parse.deps[before] not in {"compound", "nmod"}:
        return None
    return phrases.party(before, strict=True) if phrases.means_somebody(before) else None


def is_owned(phrases: Phrases, token: int) -> bool:
    """Whether somebody is named whose the thing is."""
    return phrases.owner(token) is not None or modifying_party(phrases, token) is not None


def _is_received(phrases: Phrases, token: int) -> bool:
    """ "has received a new offer through mediators", "got a call from the board": it came from or through somebody."""
    verbs = load_acts().verbs["received"]
    clauses = [c for c in phrases.sentence.clauses if token in c.objects and c.lemma in verbs and not c.passive]
    if not clauses:
        return False
    near = [p for c in clauses for t in (c.verb, *phrases.region(token)) for p in phrases.preps(t)]
    return any(p.word in _CONVEYING and phrases.party(p.object, strict=True) is not None for p in near)


_CONVEYING = frozenset({"from", "through", "via"})


def _is_carried(phrases: Phrases, token: int) -> bool:
    """ "delivered the militia's counter-proposal": what somebody else takes to the other side is its owner's."""
    verbs = load_acts().verbs["carrying"]
    return any(token in c.objects and c.lemma in verbs for c in phrases.sentence.clauses) and is_owned(phrases, token)


def _is_under(phrases: Phrases, token: int) -> bool:
    """ "a Swiss plan under which the fleet would leave": what the thing put forward would have done."""
    parse = phrases.sentence.parse
    return any(
        parse.deps[c] == "relcl"
        and parse.tags[c][0] == "V"
        and any(parse.tags[k] == "MD" for k in parse.children[c])
        and any(w in _WHEREBY for w in parse.lower[token + 1 : min(token + 4, c)])
        for c in parse.children[token]
    )


_WHEREBY = frozenset({"under", "whereby", "wherein"})


def _is_ordering(phrases: Phrases, token: int) -> bool:
    """ "An order barring the union from", "an injunction against the walkout was issued": a ruling by what it rules."""
    parse = phrases.sentence.parse
    bars = any(
        parse.deps[c] == "acl" and parse.tags[c] == "VBG" and parse.lemmas[c] in load_acts().verbs["barring"]
        for c in parse.children[token]
    )
    above = parse.heads[token]
    sought = parse.tags[above][0] == "V" and parse.verb_lemma(above) in load_acts().verbs["wanting"]
    return bars and not sought and parse.lemmas[token] in _ORDERS


_ORDERS = word_list("moves.frames.noun_fillers.orders")


def _is_enjoyed(phrases: Phrases, token: int) -> bool:
    """ "The demand has the backing of farmers": somebody's support for what is put forward."""
    if not is_owned(phrases, token):
        return False
    return any(
        token in c.objects
        and c.lemma in load_acts().verbs["enjoying"]
        and any(phrases.is_of(s, _PUT_FORWARD) for s in c.subjects)
        for c in phrases.sentence.clauses
    )


_PUT_FORWARD = frozenset({"proposal", "demand", "agreement", "bid", "legislation"})


# Slots of a noun that ask how it stands, not what follows it.
_STATES = {
    "owned": is_owned, "at_request": _at_request, "received": _is_received, "carried": _is_carried, "enjoyed": _is_enjoyed, "under": _is_under, "ordering": _is_ordering,
}  # fmt: skip


def has_amount(phrases: Phrases, token: int) -> bool:
    """An amount with the noun, which is somebody's or a certain one ("its 62 dlr offer"), no market quotation."""
    parse = phrases.sentence.parse
    found = phrases.quantities(phrases.region(token)) or _amount_before(phrases, token)
    if not found:
        return False
    owned = phrases.owner(token) is not None
    certain = owned or any(parse.deps[c] in {"det", "poss", "amod"} for c in parse.children[token])
    return certain and (owned or any(is_money(q) for q in found))


def _amount_before(phrases: Phrases, token: int) -> list[QuantityMention]:
    """ "38 dlrs a share hostile tender offer": the parser ties the amount to the share."""
    parse, first = phrases.sentence.parse, token
    while first > 0 and (parse.tags[first - 1] in _IN_FRONT or parse.lower[first - 1] in {"a", "per"}):
        first -= 1
    return [q for q in phrases.quantities(list(range(first, token))) if is_money(q)] if token - first > 1 else []


_IN_FRONT = frozenset({"NN", "NNS", "JJ", "HYPH", "CD", "$", "VBN", "NNP"})


def is_announced(phrases: Phrases, token: int) -> bool:
    """ "announced its acceptance": the noun stands alone under a verb that only utters it."""
    parse = phrases.sentence.parse
    return (
        any(token in c.objects and c.lemma in load_acts().verbs["light"] for c in parse.clauses)
        and parse.child(token, "poss") is not None
    )


_COURT = frozenset({"court"})
_JUDGES = word_list("moves.frames.noun_fillers.judges")


def is_court(phrases: Phrases, token: int) -> bool:
    """Whether the phrase names a court, a regulator or another body that rules."""
    if phrases.is_of(token, _COURT):
        return True
    parse = phrases.sentence.parse
    if parse.tags[token] == "NNP" and any(
        parse.deps[c] == "compound" and parse.lower[c] in _JUDGES for c in parse.children[token]
    ):
        return True  # "bankruptcy judge Ellen Marsh"
    entity = phrases.entity(token)
    if entity is None:
        return False
    # What a pronoun stands for: "it", the Trade Commission.
    names = entity.name.lower().split()
    courts = load_acts().nouns["court"]
    return entity.kind == "court" or names[-1] in courts or " ".join(names[-2:]) in courts


def in_talks(phrases: Phrases, token: int) -> bool:
    """ "Norland, Ardmore in talks over border": a headline leaves out the verb; "little came of last night's talks"."""
    parse = phrases.sentence.parse
    if _of_past_day(phrases, token):
        return True
    above = parse.heads[token]
    if parse.deps[token] != "pobj" or parse.lower[above] != "in":
        return False
    who = parse.heads[above]
    return parse.tags[who].startswith("N") and phrases.party(who, strict=True) is not None


def _of_past_day(phrases: Phrases, token: int) -> bool:
    """ "In last night's three hours of talks", "yesterday's meeting": held on a day that is over."""
    parse = phrases.sentence.parse
    above = parse.heads[token]
    whole = parse.heads[above] if parse.deps[token] == "pobj" and parse.lower[above] == "of" else token
    whose = [c for t in {token, whole} for c in parse.children[t] if parse.deps[c] == "poss"]
    words = {w for c in whose for w in parse.lower[parse.lefts[c] : c + 1]}
    return any(c in phrases.date_tokens for c in whose) and not words & _TO_COME


_TO_COME = word_list("moves.frames.noun_fillers.to_come")


def court_rules(phrases: Phrases, token: int) -> bool:
    """Whose decision it is: "the board's order", "a ruling by the tribunal"."""
    parse = phrases.sentence.parse
    whose = [c for c in parse.children[token] if parse.deps[c] == "poss"]
    whose += [p.object for p in phrases.preps(token) if p.word in {"by", "from", "of"}]
    return any(is_court(phrases, t) for t in whose)
