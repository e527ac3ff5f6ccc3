"""Pages → terminal tables and text."""
