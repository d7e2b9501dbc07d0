import pytest
from sqlite_utils import Database

from control_api.who.accounts.migrations import migrations as accounts
from control_api.who.rooms.migrations import migrations as rooms
from control_api.who.rooms.store import FORGOTTEN_AFTER, Room, claim, find, ours

ALICE = "11111111-1111-4111-8111-111111111111"
BOB = "22222222-2222-4222-8222-222222222222"
NOW = 1_800_000_000.5


def room(account: str = ALICE, name: str = "kitchen", zone: str | None = None) -> Room:
    return Room(name, account, f"{account}.phone", zone)


@pytest.fixture
def db() -> Database:
    database = Database(memory=True)
    database.execute("PRAGMA foreign_keys = ON")
    accounts.apply(database)
    rooms.apply(database)
    for account in (ALICE, BOB):
        database.execute("INSERT INTO accounts (id, created_at) VALUES (?, '')", (account,))
    return database


def test_a_room_belongs_to_who_asked_first(db: Database) -> None:
    assert claim(db, room(ALICE), NOW)
    assert not claim(db, room(BOB), NOW)
    assert find(db, "kitchen") == room(ALICE)


def test_the_agent_listens_to_who_asked_last(db: Database) -> None:
    claim(db, room(), NOW)
    laptop = Room("kitchen", ALICE, f"{ALICE}.laptop", "Asia/Tokyo")
    assert claim(db, laptop, NOW + 1)
    assert find(db, "kitchen") == laptop


def test_a_time_zone_stays_until_another_is_given(db: Database) -> None:
    claim(db, room(zone="Asia/Tokyo"), NOW)
    claim(db, room(), NOW + 1)
    assert find(db, "kitchen") == room(zone="Asia/Tokyo")


def test_a_room_nobody_asked_for_is_not_there(db: Database) -> None:
    assert find(db, "cellar") is None


def test_only_rooms_of_ours_are_watched(db: Database) -> None:
    claim(db, room(), NOW)
    assert ours(db, ["kitchen", "somebody-elses"]) == {"kitchen": ALICE}
    assert ours(db, []) == {}


def test_rooms_are_forgotten_after_a_month(db: Database) -> None:
    claim(db, room(), NOW)
    claim(db, room(name="cellar"), NOW + FORGOTTEN_AFTER + 1)
    assert ours(db, ["kitchen", "cellar"]) == {"cellar": ALICE}


def test_the_rooms_of_a_deleted_account_go_with_it(db: Database) -> None:
    claim(db, room(), NOW)
    db.execute("DELETE FROM accounts WHERE id = ?", (ALICE,))
    assert find(db, "kitchen") is None
