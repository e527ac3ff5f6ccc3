"""Measuring how right the record is, against sets that people labelled."""
