"""Bytes → Report: the only place that decodes, strips mark-up, or finds title, outlet and date."""
