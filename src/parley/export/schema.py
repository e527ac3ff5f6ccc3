"""The JSON Schema of the exports, made from the records themselves."""

from __future__ import annotations

from typing import Any

import msgspec

from parley.export.records import ClaimLine

__all__ = ["claims_schema", "schema_text"]


def claims_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of one line of `claims.jsonl`."""
    (top,), definitions = msgspec.json.schema_components([ClaimLine], ref_template="#/$defs/{name}")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A line of claims.jsonl",
        **top,
        "$defs": {name: _described(schema) for name, schema in sorted(definitions.items())},
    }


def _described(schema: dict[str, Any]) -> dict[str, Any]:
    """A definition with its description on one line, however the docstring is laid out."""
    words = schema.get("description")
    return {**schema, "description": " ".join(words.split())} if words else schema


def schema_text() -> str:
    """The schema as the bytes of its file, indented, with a line end."""
    return msgspec.json.format(msgspec.json.encode(claims_schema()), indent=2).decode() + "\n"
