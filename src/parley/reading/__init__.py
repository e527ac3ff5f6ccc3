"""Bytes to reports: the only place that decodes, strips mark-up, or finds a title, an outlet or a date."""

from parley.reading.records import Options, Reading
from parley.reading.sources import MAX_REPORT_BYTES, read_bytes, read_reports

__all__ = ["MAX_REPORT_BYTES", "Options", "Reading", "read_bytes", "read_reports"]
