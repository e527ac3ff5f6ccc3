"""Attribution: who is given as saying what, on whose word any words stand, and the quotations."""

from parley.extract.attribution.attributed import Attributed
from parley.extract.attribution.attributions import Attributions, find_attributions
from parley.extract.attribution.listing import AttributedWords, list_attributions
from parley.extract.attribution.quotes import extract_quotes

__all__ = [
    "Attributed",
    "AttributedWords",
    "Attributions",
    "extract_quotes",
    "find_attributions",
    "list_attributions",
]
