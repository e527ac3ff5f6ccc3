"""Pronouns and pointing words that stand for somebody."""

from __future__ import annotations

from parley.annotate.descriptions import is_subject
from parley.annotate.drafts import Draft, Sort
from parley.annotate.nouns import noun_at
from parley.annotate.parse import Parse
from parley.lexicon.parties import Gender, collectives
from parley.lexicon.words import word_list

__all__ = ["find_pronouns", "says_of_a_thing"]

_PRONOUNS: dict[str, tuple[Sort, Gender | None]] = {
    "he": ("person", "male"), "him": ("person", "male"), "his": ("person", "male"), "himself": ("person", "male"),
    "she": ("person", "female"), "her": ("person", "female"), "herself": ("person", "female"),
    "it": ("thing", None), "its": ("thing", None), "itself": ("thing", None),
    "they": ("several", None), "them": ("several", None), "their": ("several", None), "themselves": ("several", None),
    "who": ("relative", None), "whom": ("relative", None), "which": ("relative", None), "that": ("relative", None),
    "whose": ("relative", None), "latter": ("latter", None), "former": ("former", None),
}  # fmt: skip
_TAGS = frozenset({"PRP", "PRP$", "WP", "WDT", "WP$", "JJ", "NN", "JJR", "RBR"})


def find_pronouns(parse: Parse, sentence: int) -> list[Draft]:
    """The pronouns of a sentence in order, without the "it" of "it is unclear"."""
    found = []
    for token, hit in [(t, _PRONOUNS[word]) for t, word in enumerate(parse.lower) if word in _PRONOUNS]:
        if parse.tags[token] not in _TAGS or not _refers(parse, token, hit[0]):
            continue
        sort, gender = hit
        number = "several" if sort == "several" else "one"
        found.append(
            Draft(
                sentence,
                token,
                token - 1 if sort in {"latter", "former"} else token,
                token,
                sort,
                parse.words[token],
                "unnamed",
                number="several" if number == "several" else "one",
                gender=gender,
                subject=is_subject(parse, token),
            )
        )
    return found


def _refers(parse: Parse, token: int, sort: Sort) -> bool:
    dep = parse.deps[token]
    if sort in {"latter", "former"}:
        return dep not in {"amod", "compound", "advmod"} and token > 0 and parse.lower[token - 1] == "the"
    if sort == "relative":
        return _relative_verb(parse, token) is not None
    if sort == "thing" and parse.lower[token] == "it":
        return dep != "expl" and not _empty(parse, token)
    return True


def says_of_a_thing(parse: Parse, token: int) -> bool:
    """Whether what is said of an "it" is not said of parties: that it is so many days, expires, or is due; that something
    stands on, in or under it."""
    above, dep = parse.heads[token], parse.deps[token]
    if dep == "pobj":
        return parse.lower[above] not in _TOWARDS
    if dep not in {"nsubj", "nsubjpass"}:
        return False
    if parse.lemmas[above] in collectives().happening:
        return True
    said = parse.child(above, "attr", "acomp")
    if said is None or said < token:
        return False
    if parse.deps[said] == "acomp":
        return parse.lemmas[said] in collectives().happening
    hit = noun_at(parse.lower, parse.lemmas[said], said)
    return (hit is None or "counted" in hit[1].roles) and not parse.tags[said].startswith("NNP")


# Prepositions of talks, behind which "it" is mostly a party.
_TOWARDS = frozenset({"with", "by", "from", "to", "against", "between"})


def _relative_verb(parse: Parse, token: int) -> int | None:
    """The verb of the relative clause a relative pronoun opens."""
    above = token
    for _ in range(4):
        if parse.deps[above] == "relcl":
            return above
        if parse.heads[above] == above:
            return None
        above = parse.heads[above]
    return None


_WEATHER = word_list("annotate.pronouns.weather")


def _empty(parse: Parse, token: int) -> bool:
    """Whether "it" only fills the place of a clause to come ("it was clear that", "it is up to", "it was reported that")."""
    verb = parse.heads[token]
    if parse.deps[token] not in {"nsubj", "nsubjpass"}:
        return False
    if parse.lemmas[verb] in _WEATHER:
        return True
    labels = {parse.deps[c]: c for c in parse.children[verb] if c > token}
    if parse.deps[token] == "nsubjpass":
        return "ccomp" in labels
    if parse.lemmas[verb] in {"be", "seem", "appear", "become"} or "'s" in parse.lower[verb]:
        return bool(labels.keys() & {"ccomp", "csubj"}) or "xcomp" in labels or ("attr" in labels and "relcl" in labels)
    return False
