"""What `parley.open` returns, and what people may decide through it."""

from parley.project.decisions import CannotUndoError, Decisions, person_name
from parley.project.project import (
    DATABASE_NAME,
    Extracted,
    Project,
    extract_from,
    find_database,
    open_project,
)

__all__ = [
    "DATABASE_NAME",
    "CannotUndoError",
    "Decisions",
    "Extracted",
    "Project",
    "extract_from",
    "find_database",
    "open_project",
    "person_name",
]
