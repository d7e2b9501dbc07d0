"""What is kept in mind of a workspace is what its tables say, and read again only if it must be."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from sqlite_utils import Database

from control_api.app.registry import KINDS
from control_api.database.open import transaction
from control_api.engine.execute import Order, run_order
from control_api.engine.plan import CommandPlan
from control_api.kinds.simple.store import named_things
from control_api.log import in_mind
from control_api.log.in_mind import InMind, place_now
from control_api.requests.spoken import WORDING
from shared.actions import Action, CreateTask
from shared.thing_actions import CreatePerson, CreateTag, DeleteTag, PurgeThing


def run(db: Database, action: Action, *, keep: bool = True) -> None:
    order = Order(
        wording=WORDING,
        plan=CommandPlan(outcome="planned", actions=[action], confidence=1.0),
        now=datetime(2031, 5, 6, 12, tzinfo=UTC),
        zone=ZoneInfo("UTC"),
        actor="owner",
        source="api",
        conversation="",
        text=None,
        request_hash="",
    )
    with transaction(db, keep=keep):
        run_order(db, KINDS, order)


class Reading:
    """How often the names of all tags were read."""

    def __init__(self) -> None:
        self.times = 0
        self.tags = InMind(self.read, {"tag"})

    def read(self, db: Database) -> list[str]:
        self.times += 1
        return [thing.name for thing in named_things(db) if thing.KIND == "tag"]

    def recall(self, db: Database) -> list[str]:
        return self.tags.recall(db, place_now(db))


@pytest.fixture
def reading() -> Reading:
    return Reading()


def test_it_is_read_once_as_long_as_nothing_happens(db: Database, reading: Reading) -> None:
    first = reading.recall(db)
    again = reading.recall(db)
    assert again is first
    assert reading.times == 1


def test_what_it_does_not_tell_of_changes_nothing(db: Database, reading: Reading) -> None:
    reading.recall(db)
    run(db, CreateTask(title="Milk"))
    run(db, CreatePerson(name="Anna"))
    reading.recall(db)
    run(db, CreateTask(title="Bread"))
    reading.recall(db)
    assert reading.times == 1


def test_what_it_tells_of_is_known_at_once(db: Database, reading: Reading) -> None:
    reading.recall(db)
    run(db, CreateTag(name="home"))
    assert reading.recall(db) == ["home"]
    (tag,) = named_things(db)
    run(db, DeleteTag(tag.id))
    assert reading.recall(db) == []
    run(db, PurgeThing(tag.id))
    assert reading.recall(db) == []


def test_what_was_rolled_back_is_forgotten(db: Database, reading: Reading) -> None:
    run(db, CreateTag(name="home"))
    with transaction(db, keep=False):
        db.execute("DELETE FROM things")
        db.execute("UPDATE events SET hash = ? WHERE id = 1", ["f" * 64])
        assert reading.recall(db) == []
    run(db, CreateTask(title="Milk"))
    assert reading.recall(db) == ["home"]


def test_after_very_many_changes_it_is_read_anew(
    db: Database, reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(in_mind, "MOST_CHANGES", 2)
    reading.recall(db)
    for number in range(3):
        run(db, CreateTask(title=f"Task {number}"))
    reading.recall(db)
    assert reading.times == 2


def test_two_connections_know_nothing_of_each_other(reading: Reading, db: Database) -> None:
    other = Database(memory=True)
    other.execute("CREATE TABLE events (id INTEGER, hash TEXT)")
    other.execute("CREATE TABLE things (kind TEXT, document TEXT, deleted_at TEXT, position INT)")
    run(db, CreateTag(name="home"))
    assert reading.recall(db) == ["home"]
    assert reading.recall(other) == []
