"""Is a report in English? Decided only on enough text, and only against other languages that are sure."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

__all__ = ["foreign_language"]

_ENOUGH_LETTERS = 200
_SAMPLE = 4000  # characters; more does not change the verdict
_CONFIDENT = 0.98
_LETTER = re.compile(r"[^\W\d_]")


def foreign_language(text: str) -> str | None:
    """The two-letter code of the language `text` is in when that is surely not English; else None."""
    sample = text[:_SAMPLE]
    if len(_LETTER.findall(sample)) < _ENOUGH_LETTERS:
        return None
    # Capitals mislead the classifier, so a text is foreign only when its small letters say so too.
    verdicts = {_classify(form) for form in (sample, sample.lower())}
    return verdicts.pop() if len(verdicts) == 1 else None


def _classify(text: str) -> str | None:
    language, probability = _identifier().classify(text)
    return str(language) if language != "en" and probability >= _CONFIDENT else None


@cache
def _identifier() -> Any:
    # Loaded on first use: the model takes a noticeable part of the program's start.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
