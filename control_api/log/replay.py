"""The proof of a good workspace: its log, played from the start, gives its tables."""

from collections.abc import Iterator
from typing import Any

import msgspec
from sqlite_utils import Database

from control_api.database.files.read_errors import to_the_end
from control_api.kinds.tasks.records.document import task_row
from control_api.kinds.tasks.records.store import read_sides, sides_of
from control_api.kinds.things.store import thing_row
from control_api.log.entries import SealedRow, read_sealed, read_text
from control_api.log.proof import proof_of
from shared.events import Kind
from shared.tasks import Task
from shared.things import Thing

Key = tuple[Kind, str]


class Played(msgspec.Struct, frozen=True):
    """How the log leaves a thing."""

    text: str
    """Its document, to the letter."""
    deleted_at: str | None
    """Since when it is in the trash."""
    proof: str | None = None
    """Of what the log does not know."""


def find_damage(db: Database) -> list[str]:
    """Say in a sentence each what is not as the log says; empty when all is well.

    Inside a transaction when others may write meanwhile.
    """
    played: dict[Key, Played] = {}
    sides: set[tuple[str, str, str]] = set()
    return [
        *to_the_end("log", _play(db, played)),
        *to_the_end("table of tasks", _compare(_task_rows(db), played, sides)),
        *to_the_end("table of things", _compare(_thing_rows(db), played, sides)),
        *(f"{_named(key)} is in the log but not in the tables." for key in sorted(played)),
        *to_the_end("index of tags, people or dependencies", _compare_sides(db, sides)),
    ]


class Purges:
    """Events that say nothing any more, for which a later one must give the reason."""

    def __init__(self) -> None:
        self._empty: dict[Key, SealedRow] = {}
        """The last empty event of each thing."""

    def follows(self, row: SealedRow, known: Played | None) -> bool:
        """Take an empty event in; whether it can come after the ones before it."""
        key = (row.kind, row.thing_id)
        last = self._empty.get(key)
        self._empty[key] = row
        was_there = last is not None and last.had_after
        return known is None and was_there == row.had_before

    def explain(self, key: Key) -> bool:
        """Take the reason in; whether there was anything that needs it."""
        return self._empty.pop(key, None) is not None

    def waiting_for(self, key: Key) -> bool:
        """Whether the reason for an empty event of this thing is still to come."""
        return key in self._empty

    def unexplained(self) -> Iterator[str]:
        """What is empty for no reason at all."""
        for row in self._empty.values():
            yield f"Event {row.id} lost what it said, and nothing says that it was to."


def _play(db: Database, played: dict[Key, Played]) -> Iterator[str]:
    position = 0
    purges = Purges()
    for row in read_sealed(db):
        if row.id != position + 1:
            yield f"Event {position + 1} is missing."
        position = row.id
        if not row.sealed:
            yield f"Event {row.id} is not as it was written."
        yield from _play_one(row, played, purges)
    yield from purges.unexplained()
    (written,) = db.execute(
        "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'events'"
    ).fetchone()
    if written != position:
        yield f"The log ends at event {position}, but {written} were written."


def _play_one(row: SealedRow, played: dict[Key, Played], purges: Purges) -> Iterator[str]:
    key: Key = (row.kind, row.thing_id)
    known = played.get(key)
    if row.type.endswith(".purged"):
        if not purges.explain(key) and known is not None:
            yield f"What event {row.id} deleted for good is still in the log."
        played.pop(key, None)
        return
    if row.purged:
        if not purges.follows(row, known):
            yield f"Event {row.id} does not follow from the ones before it."
        return
    before = None if known is None or known.deleted_at else known.text
    if purges.waiting_for(key) or not _same(row.kind, before, row.before):
        yield f"Event {row.id} does not follow from the ones before it."
    if row.after is not None:
        played[key] = Played(row.after, None)
    elif known is not None:
        played[key] = Played(known.text, row.at)


def _same(kind: Kind, text: str | None, other: str | None) -> bool:
    """Whether two texts mean the same: another version of the program may have written one."""
    if text is None or other is None or text == other:
        return text == other
    return read_text(kind, text) == read_text(kind, other)


def _task_rows(db: Database) -> Iterator[tuple[Key, dict[str, Any]]]:
    for row in db.query("SELECT * FROM tasks"):
        del row["position"]
        yield ("task", row["id"]), row


def _thing_rows(db: Database) -> Iterator[tuple[Key, dict[str, Any]]]:
    for row in db.query("SELECT * FROM things"):
        del row["position"]
        yield (row["kind"], row["id"]), row


def _compare(
    rows: Iterator[tuple[Key, dict[str, Any]]],
    played: dict[Key, Played],
    sides: set[tuple[str, str, str]],
) -> Iterator[str]:
    """Take from `played` what the rows have, and note in `sides` what must stand beside them."""
    for key, row in rows:
        expected = played.pop(key, None) or _proved(row)
        if expected is None:
            yield f"{_named(key)} is not in the log."
            continue
        subject = read_text(key[0], expected.text)
        if isinstance(subject, Task):
            sides.update(sides_of(subject))
        columns = {"document": expected.text, "deleted_at": expected.deleted_at}
        if _row(subject) | columns | {"proof": expected.proof} != row:
            yield f"{_named(key)} is not as the log says."


def _proved(row: dict[str, Any]) -> Played | None:
    """What came with an import into the trash is not in the log; it has its own proof."""
    text, deleted_at, proof = row["document"], row["deleted_at"], row["proof"]
    if proof is None or deleted_at is None or proof != proof_of(text, deleted_at):
        return None
    return Played(text, deleted_at, proof)


def _compare_sides(db: Database, expected: set[tuple[str, str, str]]) -> Iterator[str]:
    if expected != read_sides(db):
        yield "The index of tags, people or dependencies is not as the log says."


def _row(subject: Task | Thing) -> dict[str, Any]:
    return task_row(subject) if isinstance(subject, Task) else {**thing_row(subject)}


def _named(key: Key) -> str:
    kind, thing_id = key
    return f"{str(kind).capitalize()} {thing_id}"
