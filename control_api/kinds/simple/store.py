"""The SQL of the simple kinds. A deleted thing keeps its row, which no query sees."""

from collections.abc import Sequence
from typing import TypeVar

import msgspec
from sqlite_utils import Database

from control_api.input.names import name_key
from control_api.log.proof import proof_of
from shared.bells import Alarm, Bell, Timer
from shared.events import Kind
from shared.tasks import OPEN
from shared.things import TYPES, Comment, Person, Project, Thing

T = TypeVar("T", bound=Thing)

_NAMED = msgspec.json.encode(
    [kind for kind, of in TYPES.items() if "name" in of.__struct_fields__]
).decode()
_USES = """
    FROM tasks WHERE deleted_at IS NULL AND (
        project_id = :id
        OR id IN (SELECT task_id FROM task_tags WHERE tag_id = :id)
        OR id IN (SELECT task_id FROM task_assignees WHERE person_id = :id)
    )
"""


def find_thing(db: Database, kind: type[T], thing_id: str) -> T | None:
    """The thing of that kind, unless there is none or it is in the trash."""
    row = db.execute(
        "SELECT document FROM things WHERE id = ? AND kind = ? AND deleted_at IS NULL",
        [thing_id, kind.KIND],
    ).fetchone()
    return None if row is None else msgspec.json.decode(row[0], type=kind)


def find_named(db: Database, kind: type[T], name: str) -> T | None:
    """The thing of that kind and name, whatever its capitals."""
    row = db.execute(
        "SELECT document FROM things WHERE kind = ? AND name_key = ? AND deleted_at IS NULL",
        [kind.KIND, name_key(name)],
    ).fetchone()
    return None if row is None else msgspec.json.decode(row[0], type=kind)


def people_called(db: Database, name: str) -> list[str]:
    """The ids of the people of that name or nickname, whatever its capitals."""
    key = name_key(name)
    rows = db.execute("""
        SELECT document FROM things
        WHERE kind = 'person' AND deleted_at IS NULL ORDER BY position
    """)
    people = [msgspec.json.decode(text, type=Person) for (text,) in rows]
    return [
        person.id
        for person in people
        if key in {name_key(each) for each in (person.name, *person.nicknames)}
    ]


def named_things(db: Database) -> list[Thing]:
    """All that have a name of their own and are not in the trash."""
    rows = db.execute(
        """
        SELECT kind, document FROM things
        WHERE kind IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL ORDER BY position
        """,
        [_NAMED],
    )
    return [msgspec.json.decode(text, type=TYPES[kind]) for kind, text in rows if kind in TYPES]


def all_projects(db: Database) -> list[Project]:
    """All that are not in the trash, the oldest first."""
    rows = db.execute("""
        SELECT document FROM things
        WHERE kind = 'project' AND deleted_at IS NULL ORDER BY position
    """)
    return [msgspec.json.decode(text, type=Project) for (text,) in rows]


def latest_comments(db: Database, limit: int) -> list[Comment]:
    """The comments made last that are not in the trash, the latest first."""
    rows = db.execute(
        """
        SELECT document FROM things WHERE kind = 'comment' AND deleted_at IS NULL
        ORDER BY position DESC LIMIT ?
        """,
        [limit],
    )
    return [msgspec.json.decode(text, type=Comment) for (text,) in rows]


def all_bells(db: Database) -> list[Bell]:
    """All timers and alarms that are not in the trash, the oldest first."""
    rows = db.execute("""
        SELECT kind, document FROM things
        WHERE kind IN ('timer', 'alarm') AND deleted_at IS NULL ORDER BY position
    """)
    types: dict[str, type[Bell]] = {"timer": Timer, "alarm": Alarm}
    return [msgspec.json.decode(text, type=types[kind]) for kind, text in rows]


def find_trashed(db: Database, kind: type[T], thing_id: str) -> T | None:
    """The thing of that kind, if it is in the trash."""
    row = db.execute(
        "SELECT document FROM things WHERE id = ? AND kind = ? AND deleted_at IS NOT NULL",
        [thing_id, kind.KIND],
    ).fetchone()
    return None if row is None else msgspec.json.decode(row[0], type=kind)


def is_known_thing(db: Database, thing_id: str) -> bool:
    """Whether there was ever a thing of that id, the trash included."""
    return db.execute("SELECT 1 FROM things WHERE id = ?", [thing_id]).fetchone() is not None


def save_thing(db: Database, thing: Thing) -> None:
    """Make the thing's row say exactly this; out of the trash, when it was there."""
    save_things(db, [(thing, None)])


def save_things(db: Database, things: Sequence[tuple[Thing, str | None]]) -> None:
    """Do the same for things that differ from each other: many at once take less time.

    One with a time was in the trash since then where it comes from, so the log has none of it.
    """
    rows = [thing_row(thing) for thing, _ in things]
    db.execute(
        """
        INSERT INTO things (id, kind, document, name_key, task_id)
        SELECT json_extract(value, '$.id'), json_extract(value, '$.kind'),
            json_extract(value, '$.document'), json_extract(value, '$.name_key'),
            json_extract(value, '$.task_id')
        FROM json_each(?) WHERE true ORDER BY key
        ON CONFLICT (id) DO UPDATE SET document = excluded.document, name_key = excluded.name_key,
            task_id = excluded.task_id, deleted_at = NULL, proof = NULL
        """,
        [msgspec.json.encode(rows).decode()],
    )
    for (thing, at), row in zip(things, rows, strict=True):
        if at is not None:
            values = [at, proof_of(row["document"] or "", at), thing.id]
            db.execute("UPDATE things SET deleted_at = ?, proof = ? WHERE id = ?", values)


def thing_row(thing: Thing) -> dict[str, str | None]:
    """What the columns of a thing's row say."""
    name = getattr(thing, "name", None)
    return {
        "id": thing.id,
        "kind": thing.KIND,
        "document": msgspec.json.encode(thing).decode(),
        "name_key": None if name is None else name_key(name),
        "task_id": getattr(thing, "task_id", None),
    }


def trash_thing(db: Database, thing_id: str, at: str) -> None:
    """Put the thing into the trash."""
    db.execute("UPDATE things SET deleted_at = ? WHERE id = ?", [at, thing_id])


def remove_thing(db: Database, thing_id: str) -> None:
    """Leave nothing of a thing that the log does not know."""
    db.execute("DELETE FROM things WHERE id = ?", [thing_id])


def is_used(db: Database, thing_id: str) -> bool:
    """Whether a task that is not in the trash points to this project, tag or person."""
    return db.execute(f"SELECT 1 {_USES} LIMIT 1", {"id": thing_id}).fetchone() is not None


def count_open_uses(db: Database, thing_id: str) -> int:
    """How many tasks that are still to be done point to this project, tag or person."""
    (count,) = db.execute(
        f"SELECT count(*) {_USES} AND status IN (SELECT value FROM json_each(:open))",
        {"id": thing_id, "open": msgspec.json.encode(OPEN).decode()},
    ).fetchone()
    return int(count)


def names_of(db: Database, thing_ids: list[str]) -> dict[str, str]:
    """The names of those things that are not in the trash, by id."""
    if not thing_ids:
        return {}
    rows = db.execute(
        """
        SELECT id, json_extract(document, '$.name') FROM things
        WHERE id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL
        """,
        [msgspec.json.encode(thing_ids).decode()],
    )
    return dict(rows)


def all_things(db: Database) -> dict[tuple[Kind, str], Thing]:
    """Every thing that is not in the trash, by kind and id."""
    rows = db.execute("SELECT kind, id, document FROM things WHERE deleted_at IS NULL")
    return {
        (kind, thing_id): msgspec.json.decode(document, type=TYPES[kind])
        for kind, thing_id, document in rows
    }
