"""Which command took back which: the SQL of undo and redo.

Invariant: a command holds exactly when its `undone_by` is null. An undo points by `undoes` to what
it took back, so undo, redo, undo ... make a chain down to a root that is none of them. After an odd
number of turns the root is undone, after an even number it holds again, and with it all that was
taken back beside it. One that took back several points to the last of them.
"""

import msgspec
from sqlite_utils import Database

from control_api.engine.store import seal
from shared.actions import Action
from shared.outcomes import Outcome


def find_undoable(db: Database, *, before: str | None = None) -> str | None:
    """The id of the last command that has changed something and was not undone.

    With `before`, of those that came before the command of that id.
    """
    row = db.execute(
        """
        SELECT id FROM commands WHERE can_undo = 1 AND undone_by IS NULL AND position < coalesce(
            (SELECT position FROM commands WHERE id = ?), 1 << 61
        )
        ORDER BY position DESC LIMIT 1
        """,
        [before],
    ).fetchone()
    return None if row is None else str(row[0])


def find_redoable(db: Database) -> str | None:
    """The id of the last undo, unless something was changed after it or it was undone itself."""
    row = db.execute("""
        SELECT id FROM commands AS latest WHERE undone_by IS NULL AND position > coalesce(
            (SELECT max(position) FROM commands WHERE can_undo = 1 AND undone_by IS NULL), 0
        ) AND EXISTS (SELECT 1 FROM commands WHERE undone_by = latest.id AND can_undo = 1)
        ORDER BY position DESC LIMIT 1
    """).fetchone()
    return None if row is None else str(row[0])


def find_root(db: Database, command_id: str) -> tuple[str, int]:
    """What a command takes back or does again in the end, and by how many turns; itself by none."""
    chain = find_chain(db, command_id)
    return chain[-1], len(chain) - 1


def find_chain(db: Database, command_id: str) -> list[str]:
    """A command, what it took back, what that took back, and so on down to the root."""
    rows = db.execute(
        """
        WITH RECURSIVE chain (id, undoes, turns) AS (
            SELECT id, undoes, 0 FROM commands WHERE id = ?
            UNION ALL
            SELECT commands.id, commands.undoes, turns + 1
            FROM commands JOIN chain ON commands.id = chain.undoes
        )
        SELECT id FROM chain ORDER BY turns
        """,
        [command_id],
    )
    return [found for (found,) in rows]


def find_by_itself(
    db: Database, thing_ids: list[str], position: int
) -> list[tuple[str, list[Action]]]:
    """What the server did by itself to those things after an event: id and actions, latest first.

    Nobody asked for these commands, and nobody undoes them alone.
    """
    rows = db.execute(
        """
        SELECT commands.id, answer FROM commands
        WHERE can_undo = 0 AND undone_by IS NULL
            AND json_extract(answer, '$.actions[0].type') = 'catch_up_task'
            AND commands.id IN (
                SELECT command_id FROM events
                WHERE events.id > ? AND thing_id IN (SELECT value FROM json_each(?))
            )
        ORDER BY position DESC
        """,
        [position, msgspec.json.encode(thing_ids).decode()],
    )
    return [(found, msgspec.json.decode(answer, type=Outcome).actions) for found, answer in rows]


def mark_undone(db: Database, command_id: str, by: str) -> None:
    """Note that `by` has undone a command.

    When that was an undo itself, all that it had undone is done again.
    """
    root, turns = find_root(db, command_id)
    again = []
    if turns % 2:
        again = db.execute(
            """
            UPDATE commands SET undone_by = NULL
            WHERE undone_by = (SELECT undone_by FROM commands WHERE id = ?) RETURNING id
            """,
            [root],
        ).fetchall()
    db.execute("UPDATE commands SET undone_by = ? WHERE id = ?", [by, command_id])
    for changed in (command_id, *(other_id for (other_id,) in again)):
        seal(db, changed)


def find_changed_since(db: Database, command_id: str) -> str | None:
    """The id of a thing that a command changed, and a later one that still holds changed again."""
    found = db.execute(
        """
        SELECT thing_id FROM events AS own JOIN events AS later USING (thing_id)
        JOIN commands ON commands.id = later.command_id
        WHERE own.command_id = :id AND can_undo = 1 AND undone_by IS NULL
            AND position > (SELECT position FROM commands WHERE id = :id)
        ORDER BY own.id DESC LIMIT 1
        """,
        {"id": command_id},
    )
    row = found.fetchone()
    return None if row is None else str(row[0])
