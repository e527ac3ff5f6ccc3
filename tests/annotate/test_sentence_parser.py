"""The parser with sums taken apart: it parses as the library's own does."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from parley.annotate.language_model import load_model
from parley.annotate.sentence_parser import has_sums_beforehand, parser_of

_SENTENCES = (
    "No.",
    "The dockers of three ports rejected on Friday what the carriers had put to them a week before.",
    "Asked whether the ceiling would hold, the envoy, who had flown in overnight, said that it was for others to say.",
)


def _given() -> Any:
    return load_model().get_pipe("parser")


def test_it_parses_as_the_library_does() -> None:
    nlp = load_model()
    with nlp.select_pipes(enable=["tok2vec"]):
        here, there = ([nlp(text) for text in _SENTENCES] for _ in range(2))
    for parser, docs in ((parser_of(_given()), here), (_given(), there)):
        parser.set_annotations(docs, parser.predict(docs))
    for found, wanted in zip(here, there, strict=True):
        assert [(t.head.i, t.dep_) for t in found] == [(t.head.i, t.dep_) for t in wanted]
        assert found.has_annotation("DEP")


def test_it_is_not_for_training() -> None:
    with pytest.raises(ValueError, match="does not learn"):
        parser_of(_given()).model([load_model()(_SENTENCES[0])], is_train=True)


@pytest.mark.parametrize(("layers", "width", "known"), [(3, 1, True), (3, 4, False), (2, 1, False)])
def test_parsers_of_other_kinds_are_known(layers: int, width: int, known: bool) -> None:
    model = SimpleNamespace(layers=_given().model.layers[:layers])
    assert has_sums_beforehand(SimpleNamespace(model=model, cfg={"beam_width": width})) is known
