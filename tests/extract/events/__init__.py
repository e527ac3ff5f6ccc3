"""Tests of the package parley.extract.events."""
