"""The database of the record."""
