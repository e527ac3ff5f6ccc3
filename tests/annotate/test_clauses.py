"""The clause table: who does what to whom, in sentences as reports have them."""

from __future__ import annotations

from typing import Any

import pytest

from parley.annotate.clauses import Clause
from parley.annotate.parse import Parse, parse_sentences

# Sentence, a verb of it, and facts of that verb's clause; words stand for their tokens.
ROWS: list[tuple[str, str, dict[str, Any]]] = [
    # subjects and objects
    ("The miners rejected the offer.", "rejected", {"subjects": ["miners"], "objects": ["offer"], "tense": "past"}),
    ("The envoy and the minister signed a memorandum.", "signed", {"subjects": ["envoy", "minister"]}),
    ("The owners gave the crews a pledge.", "gave", {"objects": ["pledge"], "datives": ["crews"]}),
    ("The firm sold mills, quarries and barges.", "sold", {"objects": ["mills", "quarries", "barges"]}),
    ("There was no agreement.", "was", {"subjects": [], "objects": ["agreement"], "negated": True}),
    ("The offer is unacceptable.", "is", {"complement": "unacceptable", "tense": "present"}),
    ("The truce became law.", "became", {"complement": "law"}),
    ("Colonel Jonathan Coe, a spokesman for the army, released on social media a video of the port.", "released", {"subjects": ["Coe"], "passive": False}),
    # passives
    ("The offer was rejected by the miners.", "rejected", {"subjects": ["miners"], "objects": ["offer"], "passive": True}),
    ("The union was told to leave the site.", "told", {"subjects": [], "objects": ["union"], "passive": True}),
    ("The plan tabled by the mediators pleased them.", "tabled", {"subjects": ["mediators"], "objects": ["plan"]}),
    ("The crew freed by the pirates flew home.", "freed", {"subjects": ["pirates"], "objects": ["crew"], "link": "acl"}),
    ("The crew freed by the pirates flew home.", "flew", {"subjects": ["crew"], "passive": False}),
    ("The union, angered by the cuts, walked out.", "angered", {"subjects": ["cuts"], "objects": ["union"]}),
    ("A letter was handed to the envoy by the rebels.", "handed", {"subjects": ["rebels"], "objects": ["letter"]}),
    ("Terms were agreed by the crews and the owners.", "agreed", {"subjects": ["crews", "owners"]}),
    ("The crew was freed by Friday.", "freed", {"subjects": [], "objects": ["crew"], "passive": True}),
    ("The crew was freed by Nov 20.", "freed", {"subjects": [], "objects": ["crew"], "passive": True}),
    # what coordinated verbs share
    ("The union accepted the figures and withdrew its complaint.", "withdrew", {"subjects": ["union"], "own_subject": False}),
    ("The board accepted or rejected every clause.", "accepted", {"subjects": ["board"], "objects": ["clause"]}),
    ("The firm has met and rebuffed the bidders.", "rebuffed", {"subjects": ["firm"], "objects": ["bidders"], "tense": "past"}),
    ("The pact was signed but not ratified.", "ratified", {"objects": ["pact"], "passive": True, "negated": True}),
    ("The pact was signed but not ratified.", "signed", {"objects": ["pact"], "negated": False}),
    ("The pact was drafted, signed and published by the envoys.", "published", {"subjects": ["envoys"], "objects": ["pact"]}),
    ("The pact was drafted, signed and published by the envoys.", "signed", {"objects": ["pact"], "passive": True}),
    ("The envoy asked the firm to release the men and pay them.", "pay", {"subjects": ["firm"], "objects": ["them"]}),
    ("The court kept the mill from closing its gates.", "closing", {"subjects": ["mill"], "objects": ["gates"]}),
    ("The court refused to bar the bank from selling its shares.", "selling", {"subjects": ["bank"]}),
    ("The mill received a letter from the bank, proposing to lend it more.", "proposing", {"subjects": ["bank"]}),
    ("The mill received aid from the bank, promising to repay it.", "promising", {"subjects": ["mill"]}),
    # relative clauses
    ("The board refused the two seats Ravelle had demanded.", "demanded", {"subjects": ["Ravelle"], "objects": ["seats"]}),
    ("The union left the day the company signed.", "signed", {"objects": []}),
    ("The rebels, who had shelled the port, asked for talks.", "shelled", {"subjects": ["rebels"], "objects": ["port"]}),
    ("The rebels, who had shelled the port, asked for talks.", "asked", {"subjects": ["rebels"], "preps": ["for talks"]}),
    ("The proposal that the owners rejected included a bonus.", "rejected", {"subjects": ["owners"], "objects": ["proposal"]}),
    ("The proposal that the owners rejected included a bonus.", "included", {"subjects": ["proposal"], "objects": ["bonus"]}),
    ("The nurse who was held by the gang escaped.", "held", {"subjects": ["gang"], "objects": ["nurse"]}),
    ("The banks holding the debt want a swap.", "holding", {"subjects": ["banks"], "objects": ["debt"]}),
    # control
    ("The owners promised to reopen the pit.", "reopen", {"subjects": ["owners"], "objects": ["pit"], "link": "xcomp"}),
    ("The mediators urged the union to call off the strike.", "call", {"subjects": ["union"], "lemma": "call off"}),
    ("The court ordered the firm to pay the drivers.", "pay", {"subjects": ["firm"], "objects": ["drivers"]}),
    ("The islanders wanted the navy to leave the bay.", "leave", {"subjects": ["navy"], "objects": ["bay"]}),
    ("The minister persuaded the rebels to hand over their guns.", "hand", {"subjects": ["rebels"], "lemma": "hand over"}),
    ("The union was told to leave the site.", "leave", {"subjects": ["union"]}),
    ("The owners and the crews agreed to meet in May.", "meet", {"subjects": ["owners", "crews"], "preps": ["in May"]}),
    ("The general, speaking through an interpreter, refused the terms.", "speaking", {"subjects": ["general"]}),
    # particles
    ("The delegates walked out of the hall.", "walked", {"lemma": "walk", "preps": ["out of hall"]}),
    ("The union, angered by the cuts, walked out.", "walked", {"subjects": ["union"], "lemma": "walk out"}),
    ("The minister ruled out a second ballot.", "ruled", {"lemma": "rule out", "objects": ["ballot"]}),
    ("Talks broke down on Friday.", "broke", {"lemma": "break down", "subjects": ["Talks"], "preps": ["on Friday"]}),
    ("The rebels pulled out of the valley.", "pulled", {"preps": ["out of valley"]}),
    ("The premier set aside the demand.", "set", {"lemma": "set aside", "objects": ["demand"]}),
    # negation
    ("The crews have not accepted the pact.", "accepted", {"negated": True, "perfect": True}),
    ("The crews never accepted the pact.", "accepted", {"negated": True}),
    ("The crews didn't accept the pact.", "accept", {"negated": True, "tense": "past"}),
    ("No deal was struck by the parties.", "struck", {"negated": True, "objects": ["deal"], "subjects": ["parties"]}),
    ("Nobody signed the text.", "signed", {"negated": True}),
    ("The company offered no concessions.", "offered", {"negated": True, "objects": ["concessions"]}),
    ("Neither the owners nor the crews signed the pact.", "signed", {"subjects": ["owners", "crews"], "negated": True}),
    ("The crews neither accepted nor rejected the pact.", "accepted", {"negated": True, "objects": ["pact"]}),
    ("The crews neither accepted nor rejected the pact.", "rejected", {"negated": True, "subjects": ["crews"]}),
    ("The bank offered to extend the loan without new conditions.", "extend", {"negated": False, "preps": ["without conditions"]}),
    # words the parser ties together wrongly
    ("The mill's co-owner sold his share.", "sold", {"subjects": ["owner"]}),
    ("The pact was signed in a barn near the border by the brothers.", "signed", {"subjects": ["brothers"], "passive": True}),
    ("The sale was cleared on Friday without a vote by the council.", "cleared", {"subjects": ["council"]}),
    ("The ministry denied reports that it had offered creditors a swap.", "offered", {"subjects": ["it"], "passive": False}),
    ("By pulling its bid, the bank made room for others.", "pulling", {"subjects": ["bank"]}),
    # prepositions
    ("The rebels freed a pilot in exchange for a doctor.", "freed", {"preps": ["in exchange for doctor"]}),
    ("The army shelled the town in response to the raid.", "shelled", {"preps": ["in response to raid"]}),
    ("The envoy signed the text on behalf of the council.", "signed", {"preps": ["on behalf of council"]}),
    ("The levy was cut from 30 percent to 20 percent.", "cut", {"preps": ["from percent", "to percent"]}),
    ("The envoy spoke with owners and crews.", "spoke", {"preps": ["with owners", "with crews"]}),
    # tense, mood, conjunctions
    ("The company will sell the mill.", "sell", {"tense": "planned", "modal": "will"}),
    ("The company won't sell the mill.", "sell", {"tense": "planned", "negated": True}),
    ("The company would sell the mill.", "sell", {"tense": "hypothetical", "modal": "would"}),
    ("The company may sell the mill.", "sell", {"modal": "may", "perfect": False}),
    ("The company has sold the mill.", "sold", {"tense": "past", "perfect": True}),
    ("The company is selling the mill.", "selling", {"tense": "present", "progressive": True}),
    ("The rebels had been holding a nurse.", "holding", {"tense": "past", "progressive": True, "perfect": True}),
    ("The envoy said that the truce had ended.", "ended", {"mark": "that", "link": "ccomp", "subjects": ["truce"]}),
    ("The envoy wondered whether the truce would hold.", "hold", {"mark": "whether", "tense": "hypothetical"}),
    ("If the army leaves, the rebels will disarm.", "leaves", {"mark": "if", "link": "advcl", "subjects": ["army"]}),
    ("The strike ended when the owners paid the arrears.", "paid", {"mark": "when", "objects": ["arrears"]}),
    ("They are to meet in Torrin.", "meet", {"subjects": ["They"], "tense": "none"}),
]  # fmt: skip

PARSES = parse_sentences(sentence for sentence, _, _ in ROWS)


def _clause(parse: Parse, verb: str) -> Clause:
    return next(c for c in parse.clauses if parse.words[c.verb] == verb)


def _fact(parse: Parse, clause: Clause, name: str) -> Any:
    value = getattr(clause, name)
    if name in {"subjects", "objects", "datives"}:
        return [parse.words[t] for t in value]
    if name == "preps":
        return [f"{p.word} {parse.words[p.object]}" for p in value]
    return parse.words[value] if name == "complement" and value is not None else value


@pytest.mark.parametrize(("sentence", "verb", "facts"), ROWS)
def test_facts_of_a_clause(sentence: str, verb: str, facts: dict[str, Any]) -> None:
    parse = PARSES[sentence]
    clause = _clause(parse, verb)
    assert {name: _fact(parse, clause, name) for name in facts} == facts


def test_a_clause_knows_its_governor() -> None:
    parse = PARSES["The envoy said that the truce had ended."]
    said, ended = parse.clauses
    assert (said.parent, ended.parent) == (None, 0)
    assert (parse.words[ended.first], parse.words[ended.last]) == ("that", "ended")


@pytest.mark.parametrize("sentence", PARSES)
def test_clauses_stand_in_the_order_of_their_verbs_and_inside_the_sentence(sentence: str) -> None:
    parse = PARSES[sentence]
    verbs = [clause.verb for clause in parse.clauses]
    assert verbs == sorted(set(verbs))
    for clause in parse.clauses:
        assert 0 <= clause.first <= clause.verb <= clause.last < len(parse)
        assert clause.parent is None or clause.parent in range(len(parse.clauses))


def test_a_name_beside_a_verb_is_no_clause() -> None:
    parse = parse_sentences(["The port of Hallin, far to the north."])["The port of Hallin, far to the north."]
    assert parse.clauses == ()
