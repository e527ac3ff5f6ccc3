"""What a frame needs of a clause: whether its complements belong to the classes named."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from parley.annotate.clauses import Clause
from parley.extract.deal_letters import deal_of_letters
from parley.extract.moves.clauses.constituents import JUDGED, Phrases, is_money, phrases_of
from parley.extract.moves.clauses.deeds import (
    OF_TALKS,
    clause_at,
    concedes,
    gathers,
    is_harming,
    is_other,
    is_verb_of,
    might_give,
    names_issue,
)
from parley.extract.moves.clauses.harm import menaces
from parley.extract.moves.clauses.judged import is_judged
from parley.extract.moves.terms.issues import issue_named
from parley.extract.relevance import is_about_talks
from parley.lexicon.acts import Need, load_acts, load_talks
from parley.lexicon.groups import means_people
from parley.lexicon.words import word_list

__all__ = ["is_date", "is_of", "names_money", "words_asked"]

_PRONOUNS = frozenset({"it", "that", "this", "them", "these", "those"})
_MORE = word_list("moves.frames.needs.more")
_IN_FAVOUR = word_list("moves.frames.needs.in_favour")


def is_date(phrases: Phrases, token: int) -> bool:
    """Whether the word belongs to a date."""
    return token in phrases.date_tokens


def words_asked(need: Need) -> frozenset[str] | None:
    """The word classes of one of which a filler of the need must be; None where it may be something else."""
    if not need.classes or "any" in need.classes:
        return None
    plain, _, tests = _split(need.classes)
    return None if tests else plain


def is_of(phrases: Phrases, token: int, need: Need) -> bool:
    """Whether a filler belongs to one of the classes of a need."""
    if not need.classes or "any" in need.classes:
        return True
    plain, judged, tests = _split(need.classes)
    if not plain.isdisjoint(OF_TALKS) and is_other(phrases, token):
        plain = plain - OF_TALKS
    if plain and (phrases.is_of(token, plain) or is_verb_of(phrases, token, plain)):
        return True
    if judged and is_judged(phrases, token, judged):
        return True
    return any(test(phrases, token) for test in tests)


@cache
def _split(
    classes: frozenset[str],
) -> tuple[frozenset[str], frozenset[str], tuple[Callable[[Phrases, int], bool], ...]]:
    """The classes that are word lists, those of judgement among them, and the tests for the others."""
    plain = classes.difference(_CLASSES)  # what is kept between calls must not be changeable
    return plain, plain & JUDGED, tuple(_CLASSES[name] for name in sorted(classes & _CLASSES.keys()))


def _is_party(phrases: Phrases, token: int) -> bool:
    """Somebody known to the report, or called by what a negotiator is to another ("his Iranian counterpart")."""
    if phrases.entity(token) is not None:
        return True
    return phrases.sentence.parse.lemmas[token] in load_acts().nouns["opposites"]


def _is_place(phrases: Phrases, token: int) -> bool:
    """A name that is no date: after "in", where talks are held."""
    return phrases.sentence.parse.tags[token] in {"NNP", "NNPS"} and not is_date(phrases, token)


def names_money(phrases: Phrases, token: int) -> bool:
    """Whether the phrase holds an amount of money or a percentage."""
    return any(is_money(q) for q in phrases.quantities(phrases.region(token)))


def _is_number(phrases: Phrases, token: int) -> bool:
    return phrases.sentence.parse.tags[token] == "CD" and not phrases.sentence.parse.children[token]


def _is_pronoun(phrases: Phrases, token: int) -> bool:
    return phrases.sentence.parse.lower[token] in _PRONOUNS


def _is_word(word: str) -> Callable[[Phrases, int], bool]:
    return lambda phrases, token: phrases.sentence.parse.lower[token] == word


def _is_length(phrases: Phrases, token: int) -> bool:
    """A length of time alone ("offered six days")."""
    here = phrases.sentence.tokens(token, token)
    return any(q.kind == "duration" and q.span.covers(here) for q in phrases.quantities(phrases.region(token)))


def _further(phrases: Phrases, token: int) -> bool:
    parse = phrases.sentence.parse
    return any(parse.lower[t] in _MORE for t in phrases.region(token))


def _owned(phrases: Phrases, token: int) -> bool:
    """Somebody's: "accepted the mediator's figures" answers the mediator, whatever the figures are called."""
    parse = phrases.sentence.parse
    poss = parse.child(token, "poss")
    return poss is not None and parse.tags[poss] != "PRP$" and phrases.entity(poss) is not None


def _given_by(phrases: Phrases, token: int) -> bool:
    """ "topping an earlier offer by Norrgard", "announced a bid from the fund": it is theirs, whoever the subject is."""
    return any(
        p.word in {"by", "from"} and phrases.party(p.object, strict=True) is not None for p in phrases.preps(token)
    )


def _is_future(phrases: Phrases, token: int) -> bool:
    """Whether a that-clause speaks of what is to be done; else parties only share a view of what is."""
    clause = clause_at(phrases, token)
    return clause is not None and (clause.tense in {"planned", "hypothetical", "none"} or clause.modal is not None)


def _is_opinion(phrases: Phrases, token: int) -> bool:
    clause = clause_at(phrases, token)
    return clause is not None and not _is_future(phrases, token)


def _is_deed(phrases: Phrases, token: int) -> bool:
    """A clause of what is to be done ("that the phase be prolonged", "freezing the levy"), not of what is the case."""
    clause = clause_at(phrases, token)
    if clause is None:
        # "proposed that a working party study the matter": the parser takes the bare verb for a noun.
        return phrases.sentence.parse.tags[token] == "NN" and _is_content(phrases, token)
    if clause.mark in {"if", "whether"} or is_verb_of(phrases, token, _SPEECH):
        return False
    return (
        clause.modal is not None
        or clause.tense in {"planned", "hypothetical", "none"}
        or (clause.passive and _bare_be(phrases, token))
    )


def _is_undergone(phrases: Phrases, token: int) -> bool:
    """ "asked to be exempted": what is to be done for whoever asks."""
    clause = clause_at(phrases, token)
    if clause is None or not clause.passive or clause.tense != "none" or not _bare_be(phrases, token):
        return False
    return is_verb_of(phrases, token, _DONE_FOR) or names_issue(phrases, token)


_DONE_FOR = frozenset({"yield", "giving", "paying", "bargain_deed", "asked_deed"})


def _is_keeping(phrases: Phrases, token: int) -> bool:
    """ "insisted on keeping the ceiling", "on being paid": what one asks to have or to have done."""
    clause = clause_at(phrases, token)
    kept = clause is not None and (clause.passive or clause.lemma in load_acts().verbs["retaining"])
    return kept and phrases.sentence.parse.tags[token] in {"VBG", "VBN"}


_SPEECH = frozenset({"speech"})


def _bare_be(phrases: Phrases, token: int) -> bool:
    parse = phrases.sentence.parse
    return any(parse.deps[c] == "auxpass" and parse.lower[c] == "be" for c in parse.children[token])


def _is_asked(phrases: Phrases, token: int) -> bool:
    """A deed under "insist": asked of somebody ("that it leave", "must go"), not told of oneself ("that it would win")."""
    clause = clause_at(phrases, token)
    behind = phrases.sentence.parse.heads[token] < token
    if not behind or (clause is not None and clause.modal in _OWN_MODALS):
        return False
    return _is_deed(phrases, token) or (clause is not None and _is_subjunctive(phrases, clause))


def _is_mandated(phrases: Phrases, token: int) -> bool:
    """ "that no ward be closed": a bare verb, whatever it says."""
    clause, parse = clause_at(phrases, token), phrases.sentence.parse
    if clause is None or clause.mark != "that" or clause.modal is not None or not clause.own_subject:
        return False
    bare = parse.tags[token] == "VB" or _bare_be(phrases, token)
    return bare and not any(parse.tags[c] == "TO" for c in parse.children[token])


def _is_asked_again(phrases: Phrases, token: int) -> bool:
    """ "refused to give one", "declined to provide it": a pronoun for the thing asked for."""
    clause = clause_at(phrases, token)
    parse = phrases.sentence.parse
    gives = clause is not None and clause.lemma.split()[0] in _HANDING
    return (
        gives
        and clause is not None
        and any(
            parse.lower[o] in _ONE and not any(parse.deps[c] in {"amod", "prep", "acl"} for c in parse.children[o])
            for o in clause.objects
        )
    )


_HANDING = word_list("moves.frames.needs.handing")
_ONE = frozenset({"one", "it", "any", "them", "either", "that"})


def _is_subjunctive(phrases: Phrases, clause: Clause) -> bool:
    """ "that the army leave": the bare verb of what is asked; of several ("that they leave") only of known ones, and where
    talks are about it: "that farmers pay too much" tells what is so."""
    parse = phrases.sentence.parse
    if parse.tags[clause.verb] not in {"VB", "VBP"} or clause.modal is not None or clause.mark != "that":
        return False
    if any(parse.tags[s] in {"NN", "NNP"} for s in clause.subjects[:1]):
        return True
    known = any(parse.tags[s] in {"PRP", "NNPS"} for s in clause.subjects[:1])
    moves = clause.lemma in load_acts().verbs["returning"] and any(parse.tags[s] == "PRP" for s in clause.subjects[:1])
    return known and (moves or names_issue(phrases, clause.verb))


_OWN_MODALS = frozenset({"will", "would", "'ll", "can", "could", "may", "might", "'d"})


def _is_content(phrases: Phrases, token: int) -> bool:
    """A that-clause saying what a noun asks or promises ("its request that the banks forgo their status")."""
    parse = phrases.sentence.parse
    return any(parse.deps[c] == "mark" and parse.lower[c] == "that" for c in parse.children[token])


def _names_amount(phrases: Phrases, token: int) -> bool:
    """A number of things, an amount or a length."""
    return bool(phrases.quantities(phrases.region(token)))


def _goes_to_talks(phrases: Phrases, token: int) -> bool:
    """ "come for talks", "go to arbitration", "sit down at the table", "keep talking"."""
    parse = phrases.sentence.parse
    if parse.lemmas[token] in _KEEPING:
        on = (c for c in parse.children[token] if parse.deps[c] == "xcomp")
        return any(parse.lemmas[c] in load_acts().verbs["talks"] for c in on)
    return phrases.sentence.parse.tags[token][0] == "V" and any(
        p.word in {"to", "for", "into", "at"} and phrases.is_of(p.object, _AT_TALKS) for p in phrases.preps(token)
    )


_AT_TALKS = frozenset({"talks", "table"})
_KEEPING = word_list("moves.frames.needs.keeping")


def _does_harm(phrases: Phrases, token: int) -> bool:
    """ "carry on with the boycott", "step up the strikes": a verb of going on whose object or phrase is harm."""
    clause = clause_at(phrases, token)
    if clause is None or clause.lemma.split()[0] not in load_acts().verbs["going_on"]:
        return False
    return any(phrases.is_of(o, _HARM) for o in (*clause.objects, *(p.object for p in clause.preps)))


_HARM = frozenset({"harm"})


def _is_put_forward(phrases: Phrases, token: int) -> bool:
    """What a suggestion would have done ("that both armies draw back"), not what it holds true ("that he had lied")."""
    parse = phrases.sentence.parse
    if not _is_content(phrases, token):
        return False
    return _is_deed(phrases, token) or (parse.tags[token] in {"VB", "VBP"} and names_issue(phrases, token))


_DEALS = frozenset({"agreement", "proposal", "bid", "phase"})
_VOID = word_list("moves.frames.needs.void")


def _is_deal_undone(phrases: Phrases, token: int) -> bool:
    """A deal or offer that will be no more ("the truce would be void", "the offer would be taken off the table")."""
    clause = clause_at(phrases, token)
    if clause is None or clause.modal not in {"will", "would", "'ll"} or clause.negated:
        return False
    things = clause.objects if clause.passive else clause.subjects
    if not any(phrases.is_of(t, _DEALS) or issue_named(phrases, t) == "ceasefire" for t in things):
        return False
    parse = phrases.sentence.parse
    undone = clause.lemma in load_acts().verbs["undoing"] and clause.passive
    return undone or (clause.lemma == "be" and any(parse.lower[c] in _VOID for c in parse.children[clause.verb]))


def _might_harm(phrases: Phrases, token: int) -> bool:
    """ "Hinted that it could impose a levy": what one may do to the other, by its verb and object."""
    clause = clause_at(phrases, token)
    if clause is None or clause.modal not in {"may", "might", "could", "would", "will"} or clause.passive:
        return False
    harmed = any(phrases.is_of(o, _HARM) for o in (*clause.objects, *(p.object for p in clause.preps)))
    return harmed and is_harming(phrases, token)


def _is_fact(phrases: Phrases, token: int) -> bool:
    """What was or is so ("that it was in their interest"), and not to be done."""
    clause = clause_at(phrases, token)
    if clause is None or clause.modal is not None:
        return False
    return (clause.tense == "past" and not clause.passive) or (
        clause.tense == "present" and clause.lemma == "be" and phrases.sentence.parse.tags[clause.verb] == "VBZ"
    )


_DEAL_NAMES = frozenset({"agreement", "proposal"})


def _is_named_deal(phrases: Phrases, token: int) -> bool:
    """A deal by its name ("the Cocoa Accord", and "it" or its letters thereafter)."""
    if deal_of_letters(phrases.doc.text, phrases.sentence.parse.words[token]):
        return True
    entity, nouns = phrases.entity(token), load_talks().nouns
    return entity is not None and any(entity.name.lower().split()[-1] in nouns[name] for name in _DEAL_NAMES)


_TERMS = frozenset(
    {"proposal", "agreement", "demand", "talks", "bid", "legislation", "resolution", "merger", "measure", "approval"}
)


def _is_no_terms(phrases: Phrases, token: int) -> bool:
    """A pronoun where neither its sentence nor the one before speaks of anything that could be answered."""
    if not _is_pronoun(phrases, token) and phrases.sentence.parse.lower[token] not in {"he", "she", "him", "her"}:
        return False
    near = [phrases.index, phrases.index - 1] if phrases.index else [phrases.index]
    return not any(_speaks_of_terms(phrases_of(phrases.doc, i)) for i in near)


def _speaks_of_terms(phrases: Phrases) -> bool:
    tags = phrases.sentence.parse.tags
    return any(
        tag.startswith("N") and (phrases.is_of(t, _TERMS) or issue_named(phrases, t) is not None)
        for t, tag in enumerate(tags)
    )


def _is_done(phrases: Phrases, token: int) -> bool:
    """What is wanted done ("wants the trawlers gone", "want the age raised to 67")."""
    return phrases.sentence.parse.tags[token] in {"VBN", "VBD", "JJ", "RB"}


def _votes_yes(phrases: Phrases, token: int) -> bool:
    """ "that members vote yes", "to vote for it", "in favour"."""
    parse = phrases.sentence.parse
    return parse.lemmas[token] == "vote" and not _IN_FAVOUR.isdisjoint(parse.lower[token + 1 : token + 4])


# Classes that are no word lists.
_CLASSES: dict[str, Callable[[Phrases, int], bool]] = {
    "issue": names_issue,
    "money": names_money,
    "party": _is_party,
    "place": _is_place,
    "owned": _owned,
    "given_by": _given_by,
    "future": _is_future,
    "deed": _is_deed,
    "undergone": _is_undergone,
    "keeping": _is_keeping,
    "content": _is_content,
    "threatened": lambda phrases, token: is_about_talks(phrases.doc) and _is_deed(phrases, token),
    "done": _is_done,
    "fact": _is_fact,
    "named_deal": _is_named_deal,
    "no_terms": _is_no_terms,
    "put_forward": _is_put_forward,
    "deal_undone": _is_deal_undone,
    "asked": _is_asked,
    "mandated": _is_mandated,
    "asked_again": _is_asked_again,
    "amount": _names_amount,
    "to_talks": _goes_to_talks,
    "harmful": _does_harm,
    "harming": is_harming,
    "menacing": lambda phrases, token: (c := clause_at(phrases, token)) is not None and menaces(phrases, c),
    "might_harm": _might_harm,
    "might_give": might_give,
    "gathering": gathers,
    "conceding": concedes,
    "opinion": _is_opinion,
    "people": lambda phrases, token: means_people(phrases.sentence.parse.lemmas[token]),
    "length": _is_length,
    "number": _is_number,
    "pronoun": _is_pronoun,
    "more_time": lambda phrases, token: _is_length(phrases, token) and _further(phrases, token),
    "prolonging": lambda phrases, token: phrases.sentence.parse.lemmas[token] in load_acts().nouns["prolonging"],
    "yes": _is_word("yes"),
    "vote_yes": _votes_yes,
    "no": _is_word("no"),
}
