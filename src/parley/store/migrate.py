"""Bringing a database to the schema of this program."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection

from parley.store.schema import REVISION

__all__ = ["upgrade"]


def upgrade(connection: Connection) -> None:
    """Run every migration the database lacks inside the connection's transaction: all of them or none."""
    # Alembic takes longer to import than most commands to run, and is needed only here.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, REVISION)
