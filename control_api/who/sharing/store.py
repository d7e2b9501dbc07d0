"""The SQL of shared workspaces and their members."""

from sqlite_utils import Database

from shared.workspaces import Member, Role, SharedWorkspace


def add_workspace(db: Database, workspace_id: str, name: str, at: str) -> None:
    """Keep a new workspace, with nobody in it."""
    db.execute(
        "INSERT INTO workspaces (id, name, created_at) VALUES (?, ?, ?)", [workspace_id, name, at]
    )


def rename_workspace(db: Database, workspace_id: str, name: str) -> None:
    """Keep another name."""
    db.execute("UPDATE workspaces SET name = ? WHERE id = ?", [name, workspace_id])


def remove_workspace(db: Database, workspace_id: str) -> None:
    """Forget a workspace and who is in it. Its files are not touched."""
    db.execute("DELETE FROM workspaces WHERE id = ?", [workspace_id])


def list_workspaces(db: Database, account_id: str) -> list[SharedWorkspace]:
    """List the workspaces that an account is in, the oldest first."""
    rows = db.execute(
        """
        SELECT workspaces.id, name, role, created_at
        FROM members JOIN workspaces ON workspaces.id = workspace_id
        WHERE account_id = ? ORDER BY workspaces.rowid
        """,
        [account_id],
    )
    return [
        SharedWorkspace(id=id_, name=name, role=role, is_personal=False, created_at=created_at)
        for id_, name, role, created_at in rows
    ]


def list_homes(db: Database) -> list[tuple[str, str | None]]:
    """List every workspace, and the time zone of whose it is: of several owners, the first."""
    rows = db.execute("""
        SELECT id, time_zone FROM accounts
        UNION ALL
        SELECT workspace_id, time_zone FROM members JOIN accounts ON accounts.id = account_id
        WHERE position IN (
            SELECT min(position) FROM members WHERE role = 'owner' GROUP BY workspace_id
        )
    """)
    return [(workspace_id, time_zone) for workspace_id, time_zone in rows]


def find_role(db: Database, workspace_id: str, account_id: str) -> Role | None:
    """Find what an account is in a workspace; None when it is not in it."""
    row = db.execute(
        "SELECT role FROM members WHERE workspace_id = ? AND account_id = ?",
        [workspace_id, account_id],
    ).fetchone()
    role: Role | None = None if row is None else row[0]
    return role


def list_members(db: Database, workspace_id: str) -> list[Member]:
    """List who is in a workspace; who came first comes first."""
    rows = db.execute(
        """
        SELECT accounts.id, accounts.name, role, since
        FROM members JOIN accounts ON accounts.id = account_id
        WHERE workspace_id = ? ORDER BY position
        """,
        [workspace_id],
    )
    return [
        Member(account_id=account_id, name=name, role=role, since=since)
        for account_id, name, role, since in rows
    ]


def save_member(db: Database, workspace_id: str, account_id: str, role: Role, at: str) -> None:
    """Put an account into a workspace, or give it another role there."""
    db.execute(
        """
        INSERT INTO members (workspace_id, account_id, role, since) VALUES (?, ?, ?, ?)
        ON CONFLICT (workspace_id, account_id) DO UPDATE SET role = excluded.role
        """,
        [workspace_id, account_id, role, at],
    )


def remove_member(db: Database, workspace_id: str, account_id: str) -> None:
    """Take an account out of a workspace."""
    db.execute(
        "DELETE FROM members WHERE workspace_id = ? AND account_id = ?",
        [workspace_id, account_id],
    )
