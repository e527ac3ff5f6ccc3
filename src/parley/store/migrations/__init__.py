"""Alembic migrations of the database; run in-process when a store is opened."""
