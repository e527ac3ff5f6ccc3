"""Verbs of speech of several words: "let it be known", "made plain", "gave notice"."""

from __future__ import annotations

from parley.annotate.parse import Parse
from parley.lexicon.speech import load_speech

__all__ = ["idiom_end"]


def idiom_end(parse: Parse, verb: int) -> int | None:
    """The last token of the idiom that begins with a verb: the verb itself when it speaks alone, None for neither."""
    speech = load_speech()
    for rest in speech.idioms.get(parse.lemmas[verb], ()):
        if parse.lower[verb + 1 : verb + 1 + len(rest)] == rest:
            return verb + len(rest)
    return verb if parse.lemmas[verb] in speech.words.set_in else None
