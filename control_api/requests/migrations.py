"""The table of what was asked back. In each workspace's file."""

from sqlite_utils import Database, Migrations

migrations = Migrations("questions")


@migrations()
def m001_questions(db: Database) -> None:
    """The question that is open in a conversation, with what its answer makes a command of."""
    db.execute("""
        CREATE TABLE questions (
            account_id TEXT NOT NULL,
            conversation TEXT NOT NULL,
            at TEXT NOT NULL,
            question TEXT NOT NULL CHECK (json_type(question) = 'object'),
            PRIMARY KEY (account_id, conversation)
        ) STRICT, WITHOUT ROWID
    """)
