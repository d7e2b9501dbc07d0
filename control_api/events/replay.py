"""The proof of a good workspace: its log, played from the start, gives its tables."""

from collections.abc import Iterator
from typing import Any

import msgspec
from sqlite_utils import Database

from control_api.events.log import Entry, Sealed, read_sealed
from control_api.tasks.document import task_row
from control_api.tasks.store import read_sides, sides_of
from control_api.things.kinds import TYPES
from control_api.things.store import thing_row
from shared.events import Kind
from shared.tasks import Task
from shared.things import Thing

Key = tuple[Kind, str]
Row = dict[str, Any]


class Played:
    """What there must be after the events so far."""

    def __init__(self) -> None:
        self.damage: list[str] = []
        self.live: dict[Key, Task | Thing] = {}
        self.trash: dict[Key, Task | Thing] = {}
        self._emptied: dict[Key, tuple[int, bool]] = {}
        """What was deleted for good, further on in the log: its last event, and whether it was
        there after that."""

    def play(self, sealed: Sealed) -> None:
        """Take the next event into account."""
        entry = sealed.entry
        key: Key = (entry.kind, entry.thing_id)
        if not sealed.intact:
            self.damage.append(f"Event {entry.id} is not as it was written.")
        if not sealed.legible:
            return
        if entry.type.endswith(".purged"):
            self._purge(key, entry)
        elif entry.purged:
            was_there = self._emptied.get(key, (0, False))[1]
            if key in self.live or key in self.trash or was_there != sealed.had_before:
                self._does_not_follow(entry)
            self._emptied[key] = (entry.id, sealed.had_after)
        else:
            if self.live.get(key) != entry.before or key in self._emptied:
                self._does_not_follow(entry)
            self._change(key, entry)

    def end(self) -> None:
        """Find what is empty, though nothing says that it was deleted for good."""
        self.damage += [
            f"Event {event} lost what it said, and was not to."
            for event, _ in self._emptied.values()
        ]

    def _change(self, key: Key, entry: Entry) -> None:
        self.live.pop(key, None)
        self.trash.pop(key, None)
        if entry.after is not None:
            self.live[key] = entry.after
        elif entry.before is not None:
            self.trash[key] = entry.before

    def _purge(self, key: Key, entry: Entry) -> None:
        if self._emptied.pop(key, None) is None:
            self.damage.append(
                f"Event {entry.id} deleted something for good, but it is still in the log."
            )
        self.live.pop(key, None)
        self.trash.pop(key, None)

    def _does_not_follow(self, entry: Entry) -> None:
        self.damage.append(f"Event {entry.id} does not follow from the ones before it.")


def find_damage(db: Database) -> list[str]:
    """Say in a sentence each what log and tables disagree about; empty when all is well."""
    played = Played()
    for sealed in read_sealed(db):
        played.play(sealed)
    played.end()
    damage = played.damage
    expected = {key: _read(_row(subject)) for key, subject in played.live.items()}
    stored = dict(_stored(db, in_trash=False))
    damage += [
        f"{kind.capitalize()} {thing_id} is not as the log says."
        for kind, thing_id in sorted(expected.keys() | stored.keys())
        if expected.get((kind, thing_id)) != stored.get((kind, thing_id))
    ]
    in_trash = dict(_stored(db, in_trash=True))
    damage += [
        f"{kind.capitalize()} {thing_id} is not in the trash as the log says."
        for (kind, thing_id), subject in sorted(played.trash.items())
        if in_trash.get((kind, thing_id)) != _read(_row(subject))
    ]
    tasks = [subject for subject in played.live.values() if isinstance(subject, Task)]
    expected_sides = {side for task in tasks for side in sides_of(task)}
    if expected_sides != read_sides(db):
        damage.append("The index of tags, people or dependencies is not as the log says.")
    return damage


def _row(subject: Task | Thing) -> Row:
    return task_row(subject) if isinstance(subject, Task) else thing_row(subject)


def _stored(db: Database, *, in_trash: bool) -> Iterator[tuple[Key, Row]]:
    for row in db.query(
        "SELECT 'task' AS kind, * FROM tasks WHERE (deleted_at IS NOT NULL) = ?", [in_trash]
    ):
        kind, *_ = row.pop("kind"), row.pop("position"), row.pop("deleted_at")
        yield (kind, row["id"]), _read(row)
    for row in db.query("SELECT * FROM things WHERE (deleted_at IS NOT NULL) = ?", [in_trash]):
        del row["position"], row["deleted_at"]
        yield (row["kind"], row["id"]), _read(row)


def _read(row: Row) -> Row:
    """The row with what its document means: how it was written is no difference."""
    kind = TYPES[row["kind"]] if "kind" in row else Task
    try:
        return row | {"document": msgspec.json.decode(row["document"], type=kind)}
    except msgspec.MsgspecError:
        return row
