"""What the log says of tasks and projects, in the form that they have today."""

import uuid

import msgspec
from sqlite_utils import Database, Migrations

from control_api.database.clock import utc_stamp
from control_api.engine.migrations import seal_commands
from control_api.input.names import name_key
from control_api.kinds.tasks.records.migrations import flat_document, project_id_of
from control_api.log.migrations import add_event, hold_every_kind

# The log's second step, under the name that it has in every file.
migrations = Migrations("events")


@migrations()
def m002_every_kind(db: Database) -> None:
    """Events of every kind of thing; what was logged before is kept in the new form, and sealed.

    A seal covers the hashes of what was there before and after, so that the content itself can be
    deleted for good. The salt goes with it: without it nobody can try out what it may have been.
    The projects that the first schema knew by name only are logged as made by this step.
    """
    _log_projects(db, hold_every_kind(db, _as_document))


def _log_projects(db: Database, previous: str) -> None:
    projects = db.execute("SELECT id, document FROM things WHERE kind = 'project'").fetchall()
    if not projects:
        return
    command_id, at = str(uuid.uuid4()), utc_stamp()
    db.execute(
        """
        INSERT INTO commands (id, at, actor, source, conversation, request_hash, mentioned, answer,
            can_undo)
        VALUES (?, ?, 'saydo', 'api', '', '', '[]', ?, 0)
        """,
        [command_id, at, '{"outcome":"done","command_id":"' + command_id + '"}'],
    )
    seal_commands(db)
    (position,) = db.execute("SELECT coalesce(max(id), 0) FROM events").fetchone()
    for project_id, document in projects:
        position += 1
        values = [
            *(position, "project.created", "project", project_id, None, command_id, at),
            *("api", "saydo", None, document),
        ]
        previous = add_event(db, values, previous)


def _as_document(text: str | None) -> str | None:
    if text is None:
        return None
    task = msgspec.json.decode(text)
    name = task["project"]
    return flat_document(task, None if name is None else project_id_of(name_key(name)))
