"""The rooms that tokens were issued for."""

from collections.abc import Iterable

import msgspec
from sqlite_utils import Database

FORGOTTEN_AFTER = 30 * 24 * 3600
"""Seconds after the last token; the longest conversation is far shorter."""


class Room(msgspec.Struct, frozen=True):
    """One room of one account."""

    name: str
    account_id: str
    participant_identity: str
    """Who asked last: the person its agent listens to."""
    time_zone: str | None
    """IANA name that came with the last token; None for the account's own."""


def claim(db: Database, room: Room, now: float) -> bool:
    """Remember a room for its account; False when it belongs to another. `now` is Unix time."""
    db.execute("DELETE FROM rooms WHERE last_asked_at < ?", (int(now) - FORGOTTEN_AFTER,))
    cursor = db.execute(
        """
        INSERT INTO rooms (name, account_id, participant_identity, time_zone, last_asked_at)
        VALUES (:name, :account_id, :participant_identity, :time_zone, :now)
        ON CONFLICT (name) DO UPDATE SET
            participant_identity = excluded.participant_identity,
            time_zone = coalesce(excluded.time_zone, time_zone),
            last_asked_at = excluded.last_asked_at
        WHERE account_id = excluded.account_id
        """,
        msgspec.structs.asdict(room) | {"now": int(now)},
    )
    return cursor.rowcount == 1


def find(db: Database, name: str) -> Room | None:
    """Find a room by its name."""
    row = db.execute(
        "SELECT name, account_id, participant_identity, time_zone FROM rooms WHERE name = ?",
        (name,),
    ).fetchone()
    return Room(*row) if row else None


def ours(db: Database, names: Iterable[str]) -> dict[str, str]:
    """Give the account of each name that tokens were issued for: a server may serve others too."""
    rows = db.execute(
        "SELECT name, account_id FROM rooms WHERE name IN (SELECT value FROM json_each(?))",
        (msgspec.json.encode(list(names)).decode(),),
    )
    return dict(rows)


def forget_rooms(db: Database, account_id: str) -> None:
    """Forget an account's rooms, so that no agent gets a token for them any more."""
    db.execute("DELETE FROM rooms WHERE account_id = ?", (account_id,))
