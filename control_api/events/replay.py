"""The proof of a good workspace: its log, played from the start, gives its tables."""

from collections.abc import Iterator
from typing import Any

import msgspec
from sqlite_utils import Database

from control_api.events.log import read_sealed
from control_api.search.check import index_is_right
from control_api.tasks.document import task_row
from control_api.tasks.store import read_sides, sides_of
from control_api.things.kinds import TYPES
from control_api.things.store import thing_row
from shared.events import Kind
from shared.tasks import Task
from shared.things import Thing

Key = tuple[Kind, str]
Row = dict[str, Any]


def find_damage(db: Database) -> list[str]:
    """Say in a sentence each what log and tables disagree about; empty when all is well."""
    damage = []
    played: dict[Key, Task | Thing] = {}
    for entry, sealed in read_sealed(db):
        key: Key = (entry.kind, entry.thing_id)
        if not sealed:
            damage.append(f"Event {entry.id} is not as it was written.")
        if played.get(key) != entry.before:
            damage.append(f"Event {entry.id} does not follow from the ones before it.")
        if entry.after is None:
            played.pop(key, None)
        else:
            played[key] = entry.after
    expected = {key: _read(_row(subject)) for key, subject in played.items()}
    stored = dict(_stored(db))
    damage += [
        f"{kind.capitalize()} {thing_id} is not as the log says."
        for kind, thing_id in sorted(expected.keys() | stored.keys())
        if expected.get((kind, thing_id)) != stored.get((kind, thing_id))
    ]
    tasks = [subject for subject in played.values() if isinstance(subject, Task)]
    expected_sides = {side for task in tasks for side in sides_of(task)}
    if expected_sides != read_sides(db):
        damage.append("The index of tags, people or dependencies is not as the log says.")
    if not index_is_right(db):
        damage.append("The full-text index is not as the tasks say; rebuild it.")
    return damage


def _row(subject: Task | Thing) -> Row:
    return task_row(subject) if isinstance(subject, Task) else thing_row(subject)


def _stored(db: Database) -> Iterator[tuple[Key, Row]]:
    for row in db.query("SELECT 'task' AS kind, * FROM tasks WHERE deleted_at IS NULL"):
        kind, *_ = row.pop("kind"), row.pop("position"), row.pop("deleted_at")
        yield (kind, row["id"]), _read(row)
    for row in db.query("SELECT * FROM things WHERE deleted_at IS NULL"):
        del row["position"], row["deleted_at"]
        yield (row["kind"], row["id"]), _read(row)


def _read(row: Row) -> Row:
    """The row with what its document means: how it was written is no difference."""
    kind = TYPES[row["kind"]] if "kind" in row else Task
    return row | {"document": msgspec.json.decode(row["document"], type=kind)}
