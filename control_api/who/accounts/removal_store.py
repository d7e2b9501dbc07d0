"""The SQL of workspaces whose files are still to be removed."""

from sqlite_utils import Database


def add_removal(db: Database, workspace_id: str) -> None:
    """Note that a workspace's files are to be removed."""
    db.execute("INSERT INTO removals (workspace_id) VALUES (?)", [workspace_id])


def list_removals(db: Database) -> list[str]:
    """List the workspaces whose files are to be removed."""
    return [workspace_id for (workspace_id,) in db.execute("SELECT workspace_id FROM removals")]


def finish_removal(db: Database, workspace_id: str) -> None:
    """Note that a workspace's files are gone."""
    db.execute("DELETE FROM removals WHERE workspace_id = ?", [workspace_id])
