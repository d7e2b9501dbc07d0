"""The data folders that released programs have left, one a schema."""

import sqlite3
from contextlib import closing
from pathlib import Path

FIXTURES = Path(__file__).parents[2] / "fixtures"
OWNER = "a11ce000-0000-4000-8000-000000000000"


def golden_folder(data: Path, schema: str = "first_schema") -> Path:
    """Lay out a data folder as the program of that schema left it; the workspace's file."""
    workspace = data / "workspaces" / f"{OWNER}.db"
    workspace.parent.mkdir(parents=True)
    fill(data / "control.db", schema, "control")
    fill(workspace, schema, "workspace")
    return workspace


def fill(path: Path, schema: str, name: str) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.executescript((FIXTURES / schema / f"{name}.sql").read_text())
        db.execute("PRAGMA journal_mode = WAL")


def rows(path: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as db:
        return list(db.execute(sql))
