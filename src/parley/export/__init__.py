"""The record in files for other programs."""

from parley.export.claims import CSV_COLUMNS, claims_csv, claims_jsonl
from parley.export.formats import ClaimFormat, export_claims
from parley.export.records import ClaimLine, ReportLine, claim_line
from parley.export.schema import claims_schema, schema_text

__all__ = [
    "CSV_COLUMNS",
    "ClaimFormat",
    "ClaimLine",
    "ReportLine",
    "claim_line",
    "claims_csv",
    "claims_jsonl",
    "claims_schema",
    "export_claims",
    "schema_text",
]
