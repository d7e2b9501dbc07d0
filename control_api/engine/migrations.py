"""The tables of commands that were run, and of what waits for a yes. In each workspace's file."""

import hashlib

import msgspec
from sqlite_utils import Database, Migrations

migrations = Migrations("commands")
approvals = Migrations("approvals")


@migrations()
def m001_commands(db: Database) -> None:
    """Every command that was run, with the answer it got."""
    db.execute("""
        CREATE TABLE commands (
            position INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            at TEXT NOT NULL,
            actor TEXT NOT NULL,
            source TEXT NOT NULL,
            conversation TEXT NOT NULL,
            text TEXT,
            idempotency_key TEXT UNIQUE,
            request_hash TEXT NOT NULL,
            mentioned TEXT NOT NULL CHECK (json_type(mentioned) = 'array'),
            answer TEXT NOT NULL CHECK (json_type(answer) = 'object'),
            can_undo INTEGER NOT NULL CHECK (can_undo IN (0, 1)),
            undone_by TEXT REFERENCES commands (id) DEFERRABLE INITIALLY DEFERRED
        ) STRICT
    """)
    db.execute("CREATE INDEX commands_by_conversation ON commands (conversation, position)")
    db.execute(
        "CREATE INDEX commands_to_undo ON commands (position)"
        " WHERE can_undo = 1 AND undone_by IS NULL"
    )
    db.execute("CREATE INDEX commands_by_undo ON commands (undone_by) WHERE undone_by IS NOT NULL")


@migrations()
def m002_sealed(db: Database) -> None:
    """Each row proves by its seal that it is as it was written; an undo knows what it took back."""
    db.execute("ALTER TABLE commands ADD COLUMN undoes TEXT REFERENCES commands (id)")
    db.execute("""
        UPDATE commands SET undoes = (
            SELECT id FROM commands AS undone WHERE undone.undone_by = commands.id
        ) WHERE can_undo = 0
    """)
    db.execute("ALTER TABLE commands ADD COLUMN seal TEXT NOT NULL DEFAULT ''")
    seal_commands(db)


def seal_commands(db: Database) -> None:
    """Seal the rows that have none yet."""
    rows = db.execute("""
        SELECT position, id, at, actor, source, conversation, text, idempotency_key, request_hash,
            mentioned, answer, can_undo, undone_by, undoes FROM commands WHERE seal = ''
    """).fetchall()
    for position, *values in rows:
        seal = hashlib.sha256(msgspec.json.encode(values)).hexdigest()
        db.execute("UPDATE commands SET seal = ? WHERE position = ?", [seal, position])


@approvals()
def m001_approvals(db: Database) -> None:
    """Plans as they were asked about, word for word; of those that are decided only how."""
    db.execute("""
        CREATE TABLE approvals (
            position INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
            account_id TEXT NOT NULL,
            conversation TEXT NOT NULL,
            at TEXT NOT NULL,
            expires_at TEXT NOT NULL,
            source TEXT NOT NULL,
            question TEXT NOT NULL,
            actions TEXT NOT NULL CHECK (json_type(actions) = 'array'),
            versions TEXT NOT NULL CHECK (json_type(versions) = 'object'),
            state TEXT NOT NULL CHECK (state IN ('pending', 'approved', 'refused')),
            command_id TEXT REFERENCES commands (id) DEFERRABLE INITIALLY DEFERRED
        ) STRICT
    """)
    db.execute(
        "CREATE INDEX approvals_pending ON approvals (account_id, conversation)"
        " WHERE state = 'pending'"
    )
