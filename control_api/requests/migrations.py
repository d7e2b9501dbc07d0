"""The tables of what was asked back and of turns, and in control.db of whose words are kept."""

from sqlite_utils import Database, Migrations

migrations = Migrations("questions")
turns = Migrations("turns")
transcripts = Migrations("transcripts")


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


@turns()
def m001_turns(db: Database) -> None:
    """A row for each turn; the words apart from the numbers, since they go sooner."""
    db.execute("""
        CREATE TABLE turns (
            position INTEGER PRIMARY KEY AUTOINCREMENT,
            room TEXT NOT NULL,
            at TEXT NOT NULL,
            command_id TEXT,
            numbers TEXT NOT NULL CHECK (json_type(numbers) = 'object'),
            words TEXT CHECK (json_type(words) = 'object')
        ) STRICT
    """)
    db.execute("CREATE INDEX turns_by_room ON turns (room, position)")
    db.execute("CREATE INDEX turns_by_time ON turns (at)")
    db.execute("CREATE INDEX turns_by_command ON turns (command_id) WHERE command_id IS NOT NULL")
    db.execute("CREATE INDEX turns_with_words ON turns (at) WHERE words IS NOT NULL")


@transcripts()
def m001_transcripts(db: Database) -> None:
    """For how many days each person's words are kept; who has no row has none kept."""
    db.execute("""
        CREATE TABLE transcripts (
            account_id TEXT PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
            keep_days INTEGER NOT NULL CHECK (keep_days > 0)
        ) STRICT
    """)
