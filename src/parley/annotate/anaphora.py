"""Whom a pronoun stands for."""

from __future__ import annotations

from collections.abc import Sequence

from parley.annotate.drafts import Draft, Referent
from parley.annotate.history import Fits, History, only
from parley.annotate.nouns import noun_at
from parley.annotate.parse import Parse
from parley.annotate.pronouns import says_of_a_thing
from parley.lexicon.acts import load_acts
from parley.lexicon.groups import means_people
from parley.lexicon.words import word_list

__all__ = ["agrees", "antecedent", "speakers_above"]

# How many sentences a pronoun reaches back, its own included.
_WINDOW = 3
# How many where only one person was spoken of in all of them.
_FAR = 5
_THINGS = frozenset(
    {"state", "organisation", "armed_group", "company", "consortium", "union", "office", "court", "outlet"}
)


def antecedent(history: History, parse: Parse, draft: Draft) -> Referent | None:
    """The referent of a pronoun draft, None where no single candidate remains."""
    match draft.sort:
        case "relative":
            return _relative(history, parse, draft)
        case "latter" | "former":
            return _pair(history, draft)
        case _:
            return _pronoun(history, parse, draft)


def agrees(draft: Draft, referent: Referent, past: Draft) -> bool:
    """Whether a pronoun's number, gender and kind are those of a referent as `past` mentions it."""
    return _FITS[draft.sort](referent, past) and (draft.gender is None or referent.gender in {None, draft.gender})


def _pronoun(history: History, parse: Parse, draft: Draft) -> Referent | None:
    others = _others(history, parse, draft)

    def agreeing(referent: Referent, past: Draft) -> bool:
        return agrees(draft, referent, past) and not any(referent is other for other in others)

    if draft.sort == "thing" and parse.lower[draft.head] == "it" and says_of_a_thing(parse, draft.head):
        return None
    above = _governing(history, parse, draft, agreeing)
    if above is not None:
        return above
    if draft.sort in {"thing", "several"} and _speaks_undescribed(history, parse, draft):
        return None
    if draft.sort == "thing" and (parse.deps[draft.head] == "nsubjpass" or _undergoes(parse, draft.head)):
        return None
    if here := _candidates(history, parse, draft, agreeing):
        return only(here) or only([d for d in here if d.subject])
    for back in range(1, _WINDOW):
        if past := [d for d in history.fitting(agreeing, draft.sentence - back) if d.sentence == draft.sentence - back]:
            subject = only([d for d in past if d.subject])
            if subject is None and back == 1 and draft.sort in {"thing", "several"}:
                unknown = draft.subject and _unknown_lead(history, draft.sentence - 1, several=draft.sort == "several")
                return None if unknown else only(past)
            return subject or only(past) or _first_speaker(draft, past)
    return only(history.fitting(agreeing, draft.sentence - _FAR)) if draft.sort == "person" else None


def _others(history: History, parse: Parse, draft: Draft) -> list[Referent]:
    """Whom a pronoun cannot stand for where it stands: the doer of its own verb, unless it is reflexive ("the envoy wrote to
    him"; principle B of binding theory, Chomsky 1981), and whoever the noun it owns is named as ("its owner, Linde")."""
    token, above = draft.head, parse.heads[draft.head]
    heads: tuple[int, ...] = ()
    if parse.deps[token] == "poss":
        heads = tuple(c for c in parse.children[above] if parse.deps[c] == "appos")
        heads = (*heads, *((parse.heads[above],) if parse.deps[above] == "appos" else ()))
    elif not parse.lower[token].endswith(("self", "selves")):
        verb = parse.heads[above] if parse.deps[token] == "pobj" and parse.lower[above] in _ADDRESSED else above
        undergoes = parse.deps[token] in {"dobj", "dative"} or verb != above
        clause = next((c for c in parse.clauses if c.verb == verb), None) if undergoes else None
        heads = clause.subjects if clause is not None and token not in clause.subjects else ()
    drafts = (history.at(draft.sentence, head) for head in heads)
    return [d.referent for d in drafts if d is not None and d.referent is not None]


# Behind these a pronoun is whom something is done to, as an object is; behind "with" or "behind" it may be the doer.
_ADDRESSED = frozenset({"to", "against"})


def _unknown_lead(history: History, sentence: int, *, several: bool) -> bool:
    """Whether a body of people acts in the main clause of `sentence`, as many, that the report has no other word for."""
    parse = history.parse_of(sentence)
    lead = _lead_of(parse) if parse is not None else None
    held = history.at(sentence, lead[0]) if lead is not None else None
    return lead is not None and lead[1] == several and (held is None or held.referent is None)


def _lead_of(parse: Parse) -> tuple[int, bool] | None:
    root = next((c for c in parse.clauses if c.link == "ROOT" and not c.passive), None)
    if root is None or len(root.subjects) != 1 or parse.tags[root.subjects[0]] not in {"NN", "NNS"}:
        return None
    token = root.subjects[0]
    lemma, plural = parse.lemmas[token], parse.tags[token] == "NNS"
    known = noun_at(parse.lower, lemma, token)
    alone = not plural and ((known is not None and known[1].person) or means_people(lemma))
    return (token, plural) if _means_somebody(lemma) and not alone else None


def _speaks_undescribed(history: History, parse: Parse, draft: Draft) -> bool:
    """ "The garrison says it will": who says so is somebody the report has no description of, and nobody else is meant."""
    above = speakers_above(parse, draft.head)
    if len(above) != 1:
        return False
    held = history.at(draft.sentence, above[0])
    if held is not None and not (held.kind == "unnamed" and parse.lemmas[above[0]] in _FAMILIES):
        return False
    plural = parse.tags[above[0]] == "NNS" or parse.lemmas[above[0]] in _CROWDS
    return plural == (draft.sort == "several") and _means_somebody(parse.lemmas[above[0]])


def _means_somebody(noun: str) -> bool:
    return noun in load_acts().nouns["agents"] or means_people(noun)


_FAMILIES = word_list("annotate.anaphora.families")
_CROWDS = word_list("annotate.anaphora.crowds")


def _first_speaker(draft: Draft, past: Sequence[Draft]) -> Referent | None:
    """ "A junta spokesman said the general would stay. He suggested": of two people, who is told of as speaking first."""
    if draft.sort != "person" or not draft.subject:
        return None
    first = min((d for d in past if d.subject), key=lambda d: d.head, default=None)
    return first.referent if first is not None and first.kind in {"person", "unnamed", "office"} else None


def speakers_above(parse: Parse, token: int) -> tuple[int, ...]:
    """The subjects of the clause right above the one whose subject `token` is, where that says something."""
    clause = next((c for c in parse.clauses if token in c.subjects and c.link == "ccomp"), None)
    return parse.clauses[clause.parent].subjects if clause is not None and clause.parent is not None else ()


def _candidates(history: History, parse: Parse, draft: Draft, agreeing: Fits) -> list[Draft]:
    """Those of the pronoun's own sentence that fit; no paper somebody tells or writes it to, and none in a phrase in front of
    the sentence's subject where the sentence before has one subject only."""
    here = history.fitting(agreeing, draft.sentence)
    if draft.sort != "thing":
        return here
    here = [d for d in here if d.subject or not _is_told(parse, d)]
    root = parse.deps[draft.head] == "nsubj" and parse.deps[parse.heads[draft.head]] == "ROOT"
    if root and here and not any(d.subject for d in here):
        before = [d for d in history.fitting(agreeing, draft.sentence - 1) if d.sentence == draft.sentence - 1]
        return [] if only([d for d in before if d.subject]) is not None else here
    return here


def _is_told(parse: Parse, draft: Draft) -> bool:
    """Whether a mention is an outlet, or whom something is told or sent to."""
    above = parse.heads[draft.head]
    if draft.kind == "outlet" or (draft.referent is not None and draft.referent.kind == "outlet"):
        return True
    return parse.deps[draft.head] == "dobj" and parse.lemmas[above] == "tell"


def _governing(history: History, parse: Parse, draft: Draft, agreeing: Fits) -> Referent | None:
    """The subject of a clause above the pronoun's own, nearest first; for a possessive also of its own clause."""
    clauses = parse.clauses
    token, own = draft.head, parse.deps[draft.head] != "poss" and not parse.lower[draft.head].endswith("sel")
    if draft.sort == "thing" and _undergoes(parse, token):
        return None
    subjects = {clause.verb: clause.subjects or clause.objects[:1] for clause in clauses}
    above = parse.ancestors(token)
    skipped = not own
    for verb in above:
        heads = subjects.get(verb)
        if heads is None:
            continue
        if not skipped:
            skipped = True
            continue
        if draft.head in heads:
            continue
        drafts = [history.at(draft.sentence, h) for h in heads]
        named = [d for d in drafts if d is not None and d.referent is not None and agreeing(d.referent, d)]
        if not named and draft.sort == "thing" and (body := _body(parse, drafts)) is not None:
            return body
        if len(named) == 1 and (len(heads) == 1 or draft.sort != "several"):
            return _boss(history, draft, named[0], agreeing) or named[0].referent
    return None


def _body(parse: Parse, drafts: Sequence[Draft | None]) -> Referent | None:
    """ "A group led by Orrin said it": a body of people that is the only subject above is one, whatever stands in its phrase."""
    if len(drafts) != 1 or drafts[0] is None or drafts[0].referent is None:
        return None
    held = drafts[0].referent
    return held if held.kind == "collective" and not held.plural and parse.lemmas[drafts[0].head] in _BODIES else None


_BODIES = word_list("annotate.anaphora.bodies")


def _boss(history: History, draft: Draft, speaker: Draft, agreeing: Fits) -> Referent | None:
    """ "An aide said she was ready": of whom somebody unnamed speaks, where just one person was named before."""
    if draft.sort != "person" or speaker.definite or speaker.referent is None or speaker.referent.kind != "unnamed":
        return None
    if (
        speaker.sort == "counted"
        or speaker.gender is not None
        or speaker.word not in _SERVING
        or speaker.referent.acts is not None
        or not draft.subject
    ):
        return None
    past = history.fitting(agreeing, draft.sentence - 2)
    return only([d for d in past if d.kind == "person" and d.sentence < draft.sentence])


_SERVING = word_list("annotate.anaphora.serving")


def _relative(history: History, parse: Parse, draft: Draft) -> Referent | None:
    token = draft.head
    while parse.deps[token] != "relcl" and parse.heads[token] != token:
        token = parse.heads[token]
    antecedent = history.at(draft.sentence, parse.heads[token])
    return antecedent.referent if antecedent is not None else None


def _pair(history: History, draft: Draft) -> Referent | None:
    """ "The latter" is the second, "the former" the first of the last two parties named."""
    seen: list[Referent] = []
    for past in history.since(draft.sentence - 1):
        if len(seen) == 2:
            break
        if past.referent is not None and past.referent not in seen and past.name is not None:
            seen.append(past.referent)
    if len(seen) < 2:
        return None
    return seen[0] if draft.sort == "latter" else seen[1]


def _undergoes(parse: Parse, token: int) -> bool:
    """Whether "it" is what something is done to ("rejected it"): mostly an offer, not a party."""
    return (
        parse.lower[token] == "it"
        and parse.deps[token] == "dobj"
        and parse.lemmas[parse.heads[token]] not in _ADDRESSING
    )


_ADDRESSING = word_list("annotate.anaphora.addressing")


_FITS: dict[str, Fits] = {
    "person": lambda referent, past: (
        past.number == "one"
        and (past.sort != "counted" or past.gender is not None or past.kind == "unnamed")
        and (referent.kind in {"person", "unnamed"} or (referent.kind == "office" and past.sort == "office"))
    ),
    "thing": lambda referent, past: (
        referent.kind in _THINGS and past.number == "one" and (past.kind != "outlet" or past.name is not None)
    ),
    "several": lambda referent, past: (
        past.number == "several"
        or referent.plural
        or referent.kind in {"union", "collective"}
        or _names_members(referent, past)
    ),
}


def _names_members(referent: Referent, past: Draft) -> bool:
    """Whether a party is named by its members ("the Liberals", "the Greens")."""
    name = referent.name
    plural = " " not in name and name.endswith("s") and not name.endswith("ss")
    return plural and past.name is not None and referent.kind == "organisation" and past.text.lower() != "the hague"
