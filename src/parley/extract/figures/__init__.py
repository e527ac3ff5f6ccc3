"""Figures: what is counted or measured in a report."""

from parley.extract.figures.claims import extract_figures

__all__ = ["extract_figures"]
