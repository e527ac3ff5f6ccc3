"""Questions asked of the record."""
