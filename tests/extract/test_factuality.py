"""How sure a clause is, whether it is so, and when, as its own source has it."""

from __future__ import annotations

import pytest

from parley.annotate import annotate
from parley.annotate.doc import Doc
from parley.extract.factuality import clause_of, factuality_of
from parley.model import Factuality, new_report

# Sentence, the word asked about (its first standing), certainty, polarity and tense by their first letters:
# certain / probable / possible, positive / negative, past / present (now) / planned (later) / hypothetical.
ROWS: list[tuple[str, str, str]] = [
    # plain
    ("The union rejected the offer.", "rejected", "certain + past"),
    ("The union rejects the offer.", "rejects", "certain + present"),
    ("The union is rejecting the offer.", "rejecting", "certain + present"),
    ("The union had rejected the offer.", "rejected", "certain + past"),
    ("The union has rejected the offer.", "rejected", "certain + past"),
    ("The offer was rejected.", "rejected", "certain + past"),
    ("The offer, rejected in May, was modest.", "rejected", "certain + past"),
    ("The clans claim to hold 40 men.", "hold", "certain + present"),
    ("They vowed to destroy the clan responsible for killing 40 men.", "killing", "certain + present"),
    # denied
    ("The union did not reject the offer.", "reject", "certain - past"),
    ("The union has never rejected an offer.", "rejected", "certain - past"),
    ("No agreement was reached.", "reached", "certain - past"),
    ("No deal has been struck by the clans.", "struck", "certain - past"),
    ("Neither side accepted the text.", "accepted", "certain - past"),
    ("Nobody accepted the text.", "accepted", "certain - past"),
    ("The clans neither accepted nor rejected the text.", "rejected", "certain - past"),
    ("The clans failed to reach a deal.", "reach", "certain - past"),
    ("The premier denied that she had accepted the text.", "accepted", "certain - past"),
    ("The firm denied offering a bonus.", "offering", "certain - past"),
    ("The firm refrained from rejecting the claim.", "rejecting", "certain - past"),
    ("The premier did not deny that she had accepted the text.", "accepted", "possible + past"),
    ("The premier did not fail to sign the text.", "sign", "certain + past"),
    ("The envoy will not meet the rebels.", "meet", "certain - planned"),
    ("The clans have no deal.", "have", "certain - present"),
    ("It is unlikely that the clans will sign the accord.", "sign", "probable - planned"),
    # on what something else hangs
    ("The bid is subject to the mill dropping its suit.", "dropping", "possible + hypothetical"),
    ("The loan is conditional on the union accepting the plan.", "accepting", "possible + hypothetical"),
    # planned
    ("The clans will sign the accord.", "sign", "certain + planned"),
    ("The clans won't sign the accord.", "sign", "certain - planned"),
    ("The clans plan to sign the accord.", "sign", "certain + planned"),
    ("The clans are to sign the accord.", "sign", "certain + planned"),
    ("The clans are going to sign the accord.", "sign", "certain + planned"),
    ("The clans are due to sign the accord on Friday.", "sign", "certain + planned"),
    ("The clans agreed to sign the accord.", "sign", "certain + planned"),
    ("The clans intend to sign the accord.", "sign", "certain + planned"),
    ("The clans are ready to sign the accord.", "sign", "certain + planned"),
    ("The firm promised to pay a bonus.", "pay", "certain + planned"),
    ("The firm threatened to close the mill.", "close", "certain + planned"),
    ("Talks are scheduled to resume in May.", "resume", "certain + planned"),
    ("Clans to sign accord", "sign", "certain + planned"),
    ("The envoy meets the rebels tomorrow.", "meets", "certain + planned"),
    # possible, probable, conditional
    ("The union may reject the offer.", "reject", "possible + hypothetical"),
    ("The union might reject the offer.", "reject", "possible + hypothetical"),
    ("The union could reject the offer.", "reject", "possible + hypothetical"),
    ("The union may not accept the offer.", "accept", "possible - hypothetical"),
    ("The union would reject such an offer.", "reject", "certain + hypothetical"),
    ("The rebels would disarm if the army left.", "disarm", "certain + hypothetical"),
    ("The rebels would disarm if the army left.", "left", "possible + hypothetical"),
    ("If the union rejects the offer, the mill will close.", "rejects", "possible + hypothetical"),
    ("If the union rejects the offer, the mill will close.", "close", "certain + planned"),
    ("The mill will close unless the union accepts.", "accepts", "possible + hypothetical"),
    ("It is unclear whether the union rejected the offer.", "rejected", "possible + hypothetical"),
    ("The union is considering whether to reject the offer.", "reject", "possible + hypothetical"),
    ("The firm is considering paying a bonus.", "paying", "possible + hypothetical"),
    ("The union is expected to reject the offer.", "reject", "probable + planned"),
    ("The union is likely to reject the offer.", "reject", "probable + planned"),
    ("The union is unlikely to reject the offer.", "reject", "probable - planned"),
    ("The union will probably reject the offer.", "reject", "probable + planned"),
    ("The union apparently rejected the offer.", "rejected", "probable + past"),
    ("Perhaps the union rejected the offer.", "rejected", "possible + past"),
    ("The envoy believes that the rebels have accepted the text.", "accepted", "probable + past"),
    ("The envoy urged the rebels to accept the text.", "accept", "possible + hypothetical"),
    ("The envoy asked the rebels to accept the text.", "accept", "possible + hypothetical"),
    ("The rebels hope to sign the accord.", "sign", "possible + hypothetical"),
    # said by others: as their source has it
    ("The envoy said that the rebels accepted the text.", "accepted", "certain + past"),
    ("The envoy said that the rebels will accept the text.", "accept", "certain + planned"),
    ("The envoy said the rebels had not accepted the text.", "accepted", "certain - past"),
    ("The envoy did not say that the rebels would sign.", "say", "certain - past"),
    # coordination and what stands beside
    ("The clans met and signed the accord.", "signed", "certain + past"),
    ("The clans will meet and sign the accord.", "sign", "certain + planned"),
    ("The accord was signed but not ratified.", "ratified", "certain - past"),
    ("The accord was signed but not ratified.", "signed", "certain + past"),
    ("The clans did not sign the accord because talks failed.", "failed", "certain + past"),
]  # fmt: skip

DOCS: dict[str, Doc] = {
    doc.text: doc for doc in annotate(new_report(text) for text in dict.fromkeys(row[0] for row in ROWS))
}
_POLARITY = {"+": "positive", "-": "negative"}


def _token(doc: Doc, word: str) -> int:
    return doc.sentences[0].parse.words.index(word)


@pytest.mark.parametrize(("text", "word", "expected"), ROWS)
def test_factuality_of_a_verb(text: str, word: str, expected: str) -> None:
    doc = DOCS[text]
    found = factuality_of(doc, 0, _token(doc, word))
    certainty, polarity, tense = expected.split()
    assert (found.certainty, found.polarity, found.tense) == (certainty, _POLARITY[polarity], tense)


@pytest.mark.parametrize(
    ("text", "word", "polarity"),
    [
        ("The union's demand for a bonus is not new.", "demand", "positive"),
        ("The clans failed to agree during talks in Perrin.", "talks", "positive"),
        ("There were no talks in Perrin.", "talks", "negative"),
        ("No offer of money came.", "offer", "negative"),
        ("The proposal has not been answered.", "proposal", "positive"),
    ],
)
def test_a_noun_stands_unless_its_own_words_deny_it(text: str, word: str, polarity: str) -> None:
    doc = next(iter(annotate([new_report(text)])))
    assert factuality_of(doc, 0, _token(doc, word)).polarity == polarity


def test_words_outside_any_clause_say_nothing_of_time() -> None:
    doc = next(iter(annotate([new_report("Peace at last in the far north.")])))
    assert factuality_of(doc, 0, 0) == Factuality(tense="present")
    assert clause_of(doc.sentences[0].parse, 0) is None


def test_the_clause_of_a_word_is_the_nearest_above_it() -> None:
    doc = DOCS["The envoy said that the rebels accepted the text."]
    parse = doc.sentences[0].parse
    said, accepted = (_token(doc, word) for word in ("said", "accepted"))
    verbs = {word: parse.clauses[index].verb for word in ("envoy", "rebels", "text", "said")
             if (index := clause_of(parse, _token(doc, word))) is not None}  # fmt: skip
    assert verbs == {"envoy": said, "said": said, "rebels": accepted, "text": accepted}
