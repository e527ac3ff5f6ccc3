"""Whether an amount that no word of a measure stands by is a fact, or a term of what the words around it offer or ask."""

from __future__ import annotations

from functools import cache

from parley.annotate.parse import Parse
from parley.extract.figures.counted import Counted, groups, noun_classes
from parley.extract.figures.measure_index import Reading, clause_above, measure_words
from parley.extract.figures.standing import Standing, infinitive, standing_of
from parley.lexicon.words import word_list

__all__ = ["is_aside", "is_due", "is_only_expected", "is_only_weighed", "standing_of_plain", "under_a_deal"]

_HIGHEST = 6
_INSIDE = frozenset({"per", "a", "an", "-", "/", "or"})
_LOW = frozenset(
    {("not", "less", "than"), ("not", "more", "than"), ("nothing", "short", "of"), ("nothing", "less", "than")}
)
_AS_FAR = word_list("figures.plain_standing.as_far")
_SUPPOSE = frozenset({"imagine", "suppose"})
_ANY = frozenset({"a", "an", "any", "anyone", "anybody", "whoever", "each", "every"})
_ANYBODY = frozenset({"any", "anyone", "anybody", "whoever", "each", "every"})
_WHENEVER = frozenset({"when", "whenever", "once", "if", "unless", "should"})
_BEFOREHAND = frozenset({"before", "until"})
_OWN = frozenset({"its", "their", "his", "her"})
_FALLING_DUE = frozenset({("falling", "due"), ("coming", "due"), ("fell", "due"), ("still", "outstanding")})
_APART = frozenset({"against", "versus", "compared", "before", "after", "since", "despite", "while"})


def standing_of_plain(counted: Counted, reading: Reading) -> Standing:
    """Whether an amount without a measure of its own is a fact, or a term of what the words above it offer or ask."""
    if _is_at_present(counted):
        return "fact"
    if _is_supposed(counted) or _in_list_of_terms(counted) or under_a_deal(counted):
        return "term"
    found = _judged(counted)
    return standing_of(counted.parse, reading) if found is None else found


def is_aside(counted: Counted) -> bool:
    """Whether an amount stands in a sentence without being part of what that says: whoever asks or offers something, his
    members are as many as they are."""
    return _is_own_body(counted) or _is_at_present(counted)


def _is_at_present(counted: Counted) -> bool:
    """Whether an amount told aside says what something is, or was, whatever is asked of it ("the tariff, now 25 percent,",
    "the deficit, 7 percent of output last year,")."""
    parse, before = counted.parse, counted.first - 1
    if before > 1 and parse.lower[before] in measure_words().plain.now and parse.lower[before - 1] in {",", "("}:
        return True
    if before > 1 and parse.lower[before] in measure_words().plain.ground_before and parse.lower[before - 1] == ",":
        return "," in parse.lower[counted.last :] and not _named_move(parse, before - 2)
    host = parse.heads[counted.noun]
    aside = parse.deps[counted.noun] == "appos" and parse.lower[before] == "," and not _named_move(parse, host)
    return aside and parse.lemmas[host] in measure_words().plain.lasting and "," in parse.lower[counted.last :]


def under_a_deal(counted: Counted) -> bool:
    """Whether the sentence tells what a deal or a plan foresees ("under the compromise, the mill pays 140 per cent")."""
    parse = counted.parse
    opened = next((t for t in range(counted.first) if parse.lower[t] == "under"), None)
    if opened is None or (opened > 0 and parse.tags[opened - 1] not in {",", "CC", "``", ":", "IN"}):
        return False
    inside = range(opened + 1, min(opened + 7, counted.first))
    own = clause_above(parse, counted.noun)
    if own is not None and parse.clauses[own].link == "relcl" and parse.heads[parse.clauses[own].verb] in inside:
        # "Under the pact, which 61 states have signed, …": of the deal, not what it foresees.
        return False
    if own is not None and parse.clauses[own].perfect and parse.clauses[own].modal is None:
        return False  # "Under the swap, the army has freed 24 captives": done
    return any(_named_move(parse, t) for t in inside)


def is_only_expected(parse: Parse, token: int) -> bool:
    """Whether a count is told as what something expected would leave ("are expected to go free, leaving 190 in their hands")."""
    if parse.tags[token] != "VBG" or parse.deps[token] != "advcl":
        return False
    above = [parse.heads[token], parse.heads[parse.heads[token]]]
    return any(parse.lemmas[t] in measure_words().terms.expecting for t in above)


def is_only_weighed(counted: Counted, reading: Reading) -> bool:
    """Whether a deed is named by its noun and judged, not told ("the release of 150 prisoners is acceptable")."""
    parse, token = counted.parse, reading.trigger
    while parse.deps[token] == "appos":
        token = parse.heads[token]  # "the price, the release of 150 prisoners, is fair"
    if reading.rule != "figure:nominal" or parse.deps[token] != "nsubj":
        return False
    clause = next((c for c in parse.clauses if c.verb == parse.heads[token]), None)
    return clause is not None and clause.lemma == "be" and clause.tense == "present" and clause.complement is not None


def _is_supposed(counted: Counted) -> bool:
    """Whether the sentence only supposes what it says of an amount: "imagine if", "if they vote no, the 50 million stays",
    "takes effect when a holder acquires 15 percent"."""
    parse, own = counted.parse, clause_above(counted.parse, counted.noun)
    if any(w in _SUPPOSE for w in parse.lower[:3]) and "if" in parse.lower[: counted.first]:
        return True
    if own is None:
        return False
    clause = parse.clauses[own]
    whoever = parse.heads[clause.verb]
    if (
        clause.link == "relcl"
        and clause.tense == "present"
        and not _ANYBODY.isdisjoint(parse.lower[t] for t in (whoever, *parse.children[whoever]))
    ):
        return True
    if clause.mark in _BEFOREHAND and clause.tense == "present":
        return True
    if clause.mark in _WHENEVER or any(
        parse.lower[c] in _WHENEVER for c in parse.children[clause.verb] if c < clause.verb
    ):
        return clause.tense == "present" and any(
            parse.lower[t] in _ANY for s in clause.subjects for t in (s, *parse.children[s])
        )
    supposed = any(c.mark in {"if", "unless"} and c.verb < clause.verb and c.tense == "present" for c in parse.clauses)
    return supposed and clause.tense == "present" and clause.link not in {"relcl", "acl", "advcl"}


def _in_list_of_terms(counted: Counted) -> bool:
    """Whether a colon behind a word for what is asked opens the list an amount stands in ("their price: an amnesty and 40
    million dollars")."""
    parse = counted.parse
    colon = next((t for t in range(counted.first - 1, 0, -1) if parse.lower[t] == ":"), None)
    if colon is None or any(parse.tags[t] in {"VBD", "VBZ", "VBP"} for t in range(colon, counted.first)):
        return False
    return any(parse.lemmas[t] in measure_words().plain.lists for t in range(colon))


def _judged(counted: Counted) -> Standing | None:
    """What the nouns and verbs above an amount make of it ("a 40-dollar bid"); None where they leave it open."""
    parse, token = counted.parse, counted.noun
    if _named_move(parse, token) or _beside_move(counted) or _put_forward(counted):
        return "term"
    if "votes" in counted.classes or is_due(counted) or _is_own_body(counted):
        return "fact"
    for _ in range(_HIGHEST + 3):
        head, dep = parse.heads[token], parse.deps[token]
        if head == token:
            return None
        if _apart(parse, token):
            return "fact"
        if dep in {"advcl", "relcl", "parataxis"}:
            return _of_clause_beside(parse, token)
        if parse.tags[head][0] == "V":
            if dep == "nsubj":
                return "term" if _asked_for(parse, head) else None
            if (found := _of_verb(parse, head)) is not None:
                return found
        elif _named_move(parse, head):
            return "term"
        token = head
    return None


def _of_verb(parse: Parse, verb: int) -> Standing | None:
    """What a verb makes of an amount it governs; None where it leaves that open."""
    if _commands(parse, verb) or (parse.deps[verb] == "ROOT" and infinitive(parse, verb)):
        return "term"
    if parse.lower[verb + 1 : verb + 2] == ("at",) and parse.lemmas[verb] in measure_words().terms.outcomes:
        # "traded at 9,450 dollars a tonne"
        return "fact"
    if parse.verb_lemma(verb) in measure_words().plain.told:
        of_move = parse.deps[verb] == "acl" and _named_move(parse, parse.heads[verb])
        return "term" if of_move else "fact"
    return "term" if _moves(parse, verb) or _listed(parse, verb) else None


def _listed(parse: Parse, verb: int) -> bool:
    """Whether a copula lists what belongs to a move ("among the conditions are the closure of 14 banks")."""
    if parse.lemmas[verb] != "be":
        return False
    inner = (k for c in parse.children[verb] if parse.lower[c] == "among" for k in parse.children[c])
    return any(_named_move(parse, t) for t in inner)


def _asked_for(parse: Parse, verb: int) -> bool:
    """Whether what a verb tells is only asked for ("insist that 12,000 servants leave")."""
    while parse.deps[verb] == "conj" and parse.tags[parse.heads[verb]][0] == "V":
        verb = parse.heads[verb]
    return parse.deps[verb] == "ccomp" and parse.tags[verb] in {"VB", "VBP"} and _moves(parse, parse.heads[verb])


def _commands(parse: Parse, verb: int) -> bool:
    """Whether a verb is an imperative ("cut 60 percent or stop preaching")."""
    return (
        parse.tags[verb] == "VB"
        and parse.deps[verb] != "conj"
        and not any(parse.deps[c] in {"aux", "nsubj", "nsubjpass", "auxpass"} for c in parse.children[verb])
    )


def _of_clause_beside(parse: Parse, verb: int) -> Standing | None:
    """What the word that a clause hangs on makes of an amount in it ("will let in 45,000 tonnes, rising to 60,000")."""
    head, dep = parse.heads[verb], parse.deps[verb]
    if dep == "advcl" and parse.tags[verb] == "VBG" and any(parse.tags[c] == "MD" for c in parse.children[head]):
        return "term"
    return "term" if dep == "relcl" and _named_move(parse, head) else None


def _apart(parse: Parse, token: int) -> bool:
    """Whether what stands above a token says nothing of it: of a doer, a comparison, what somebody owns."""
    if parse.deps[token] == "agent" or parse.lower[token] in _APART:
        return True
    head = parse.heads[token]
    left = parse.lemmas[head] in groups().remains
    wanted = parse.verb_lemma(parse.heads[head]) in {"need", "require"}
    return parse.lower[token] == "of" and not left and not wanted and noun_classes(parse, head) >= {"persons"}


def _is_own_body(counted: Counted) -> bool:
    """Whether a number says how many somebody's people are, whatever is asked of them ("its 3,400 members would quit")."""
    before = counted.parse.lower[counted.first - 1 : counted.first]
    own = before in {("its",), ("their",), ("whose",), ("'s",)} and bool(counted.classes & {"workers", "voters"})
    dep, head = counted.parse.deps[counted.noun], counted.parse.heads[counted.noun]
    return own and (
        dep in {"nsubj", "nsubjpass"} or (dep == "pobj" and counted.parse.lower[head] in {"for", "among", "of", "to"})
    )


def is_due(counted: Counted) -> bool:
    """Whether an amount is said to be owed, whoever is to pay it ("the unpaid 270 million euros", "with 40 million falling
    due", "its 22 billion dollar debt")."""
    parse = counted.parse
    if parse.lower[counted.last + 1 : counted.last + 3] in _FALLING_DUE and parse.deps[counted.noun] != "dobj":
        return True
    owed = counted.noun if counted.noun != counted.number else parse.heads[counted.number]
    if "money" in counted.classes and parse.lemmas[owed] in measure_words().plain.lasting and owed > counted.number:
        return any(parse.deps[c] == "poss" for c in parse.children[owed])
    return any(w in measure_words().plain.due for w in parse.lower[max(0, counted.first - 2) : counted.first])


def _beside_move(counted: Counted) -> bool:
    """Whether a noun of a move stands right before an amount ("a deal on 600,000 tonnes"), or ends the phrase that it
    opens ("22 dollars per share proposal"), or it lies "on the table"."""
    parse, before = counted.parse, counted.first - 2
    if (
        before >= 0
        and parse.lower[before + 1] in {"on", "of", "for", "over", "worth", "at"}
        and (_named_move(parse, before) or (parse.tags[before] == "VBP" and parse.lower[before] in _term_words()[1]))
    ):
        return True
    start = counted.number + 1
    laid = (parse.lower[t : t + 3] for t in range(start, start + 4))
    if any(words == ("on", "the", "table") or words[:2] == ("on", "offer") for words in laid):
        return True
    for token in range(start, min(len(parse), start + 8)):
        if _named_move(parse, token):
            return True
        if parse.tags[token][0] not in "NJH$" and parse.lower[token] not in _INSIDE and parse.tags[token] != "CD":
            return False
    return False


def _put_forward(counted: Counted) -> bool:
    """Whether words beside an amount make it one that is asked or bid: "not less than 600 million", "went as high as 90",
    "the 15 million which the bank put forward"."""
    parse, before = counted.parse, counted.parse.lower[max(0, counted.first - 3) : counted.first + 3]
    if any(before[i : i + 3] in _LOW for i in range(len(before))) or _is_own_stand(counted):
        return True
    verb = next((t for t in range(counted.first, max(0, counted.first - 5), -1) if parse.tags[t][0] == "V"), None)
    if (
        verb is not None
        and parse.lemmas[verb] == "go"
        and not _AS_FAR.isdisjoint(parse.lower[verb : counted.first + 3])
    ):
        return True
    tops = {counted.noun, counted.number}
    return any(
        c.link in {"relcl", "acl"}
        and parse.heads[c.verb] in tops
        and not tops & set(c.subjects)
        and _moves(parse, c.verb)
        and not any(parse.tags[t] == "WRB" for t in parse.children[c.verb])
        for c in parse.clauses
    )


def _is_own_stand(counted: Counted) -> bool:
    """Whether somebody's percentage, of nothing named, is what he stands at ("has not moved from its 4 percent")."""
    parse, after = counted.parse, counted.parse.lower[counted.last + 1 : counted.last + 2]
    return "percent" in counted.classes and parse.lower[counted.first - 1] in _OWN and after not in {("of",), ("in",)}


def _named_move(parse: Parse, token: int) -> bool:
    return parse.tags[token][0] == "N" and parse.lemmas[token] in _term_words()[1]


def _moves(parse: Parse, verb: int) -> bool:
    """Whether a verb, or the noun it governs or is told of, is one of a move ("raised its offer to 9 dollars")."""
    verbs, _ = _term_words()
    after = parse.lower[verb + 1] if verb + 1 < len(parse) else ""
    if {parse.lemmas[verb], parse.verb_lemma(verb), f"{parse.lemmas[verb]} {after}"} & verbs:
        return True
    told = {"dobj", "nsubj", "nsubjpass", "attr"}
    # The target that runs shops is a company, and what a suitor says need be no bid.
    return any(
        _named_move(parse, c) and not (parse.deps[c] == "nsubj" and parse.lemmas[c] in measure_words().plain.movers)
        for c in parse.children[verb]
        if parse.deps[c] in told
    )


@cache
def _term_words() -> tuple[frozenset[str], frozenset[str]]:
    """Verbs and nouns that make what they govern a term."""
    terms, words = measure_words().terms, measure_words().plain
    return terms.verbs | words.verbs, terms.nouns | words.nouns
