"""The embedded database: append-only rows, migrations, search."""
