"""What holds of entity mentions in any text, and of the word lists behind them."""

from __future__ import annotations

from collections import Counter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parley.annotate.annotator import annotate
from parley.annotate.gazetteer import longest_name, split_name
from parley.annotate.name_words import given as given_names
from parley.annotate.nouns import nouns
from parley.lexicon.parties import organisations, outlet_kinds, places
from parley.model import new_report

_WORDS = st.sampled_from(
    [
        "The",
        "the",
        "a",
        "Norway",
        "Norwegian",
        "Prime",
        "Minister",
        "Ingrid",
        "Solberg",
        "Berg",
        "Mr",
        "Mrs",
        "Hezbollah",
        "union",
        "group",
        "dockers",
        "'",
        "'s",
        "of",
        "for",
        "and",
        "FHC",
        "(",
        ")",
        "<",
        ">",
        "said",
        "told",
        "rejected",
        "offer",
        "it",
        "its",
        "they",
        "he",
        "she",
        "who",
        "which",
        "latter",
        "former",
        "-",
        "al-",
        "Qassam",
        "Brigades",
        "spokesman",
        ",",
        ".",
        "&",
        "/",
        "12",
        "U.S.",
        "envoy",
        "Corp",
        "Accord",
        "Secretary",
        "State",
        "O'Neill",
        "é",
        "“",
        "”",
        "army",
        "side",
        "both",
        "two",
        "officials",
    ]
)
_TEXTS = st.lists(st.lists(_WORDS, min_size=1, max_size=14).map(" ".join), min_size=1, max_size=4).map("\n\n".join)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_TEXTS)
def test_mentions_lie_on_tokens(text: str) -> None:
    doc = next(annotate([new_report(text)]))
    heads = set()
    for entity in doc.entities:
        sentence = doc.sentences[entity.sentence]
        parse = sentence.parse
        starts = {sentence.span.start + start for start in parse.starts}
        ends = {sentence.span.start + end for end in parse.ends}
        assert sentence.span.covers(entity.span)
        assert entity.span.start in starts
        assert entity.span.end in ends
        assert entity.span.covers(sentence.tokens(entity.head, entity.head))
        assert entity.name.strip()
        assert entity.acts_for != entity.name
        heads.add((entity.sentence, entity.head))
    assert len(heads) == len(doc.entities)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_TEXTS)
def test_mentions_are_in_order_and_the_same_again(text: str) -> None:
    first, second = (next(annotate([new_report(text)])) for _ in range(2))
    assert first.entities == second.entities
    assert [(e.sentence, e.head) for e in first.entities] == sorted((e.sentence, e.head) for e in first.entities)


def test_every_state_is_listed_once() -> None:
    names = Counter(country.name for country in places().countries)
    assert [name for name, count in names.items() if count > 1] == []
    assert len(names) >= 195


def test_what_acts_for_a_state_names_a_listed_one() -> None:
    states = {country.name for country in places().countries}
    assert {metonym.state for metonym in places().metonyms} <= states
    file = organisations().organisations
    known = states | {item.name for item in file}
    assert {item.acts_for for item in file if item.acts_for} <= known
    assert {item.country for item in file if item.country} <= states


def test_names_of_states_and_organisations_are_found_by_their_tokens() -> None:
    forms = [c.name for c in places().countries] + [o.name for o in organisations().organisations]
    for form in forms:
        tokens = split_name(form)
        found = longest_name(tokens, 0)
        assert found is not None, form
        assert found[0] == len(tokens)


def test_outlets_say_what_they_are() -> None:
    kinds = outlet_kinds()
    assert (kinds["AFP"], kinds["Le Monde"], kinds["BBC"]) == ("agency", "newspaper", "broadcaster")


def test_given_names_have_one_gender_and_nouns_are_lower_case() -> None:
    assert given_names()["Maria"] == "female"
    assert given_names()["Peter"] == "male"
    assert [word for word in nouns() if word != word.lower()] == []
