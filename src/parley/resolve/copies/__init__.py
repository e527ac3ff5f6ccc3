"""Copies across reports: found by signature, decided by their sentences, grouped without untrue chains."""

from parley.resolve.copies.bound import may_be_copies
from parley.resolve.copies.decision import compare_pair
from parley.resolve.copies.difference import word_diff
from parley.resolve.copies.groups import copy_groups
from parley.resolve.copies.signatures import SentencePrint, Signature, bands, signature
from parley.resolve.copies.sources import CopySource

__all__ = [
    "CopySource",
    "SentencePrint",
    "Signature",
    "bands",
    "compare_pair",
    "copy_groups",
    "may_be_copies",
    "signature",
    "word_diff",
]
