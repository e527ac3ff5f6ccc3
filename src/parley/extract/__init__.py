"""Doc → claims: a visible tuple of steps, one module per kind of claim."""

from parley.extract.extractor import STEPS, extract

__all__ = ["STEPS", "extract"]
