"""The SQL of how each person wants to be reminded. In control.db, since addresses are secrets."""

import msgspec
from sqlite_utils import Database

from shared.reminders import Notifications


def read_notifications(db: Database, account_id: str) -> Notifications:
    """What a person has set, or what is usual."""
    row = db.execute(
        "SELECT document FROM notifications WHERE account_id = ?", [account_id]
    ).fetchone()
    return Notifications() if row is None else msgspec.json.decode(row[0], type=Notifications)


def save_notifications(db: Database, account_id: str, wanted: Notifications) -> None:
    """Keep what a person has set."""
    db.execute(
        """
        INSERT INTO notifications (account_id, document) VALUES (?, ?)
        ON CONFLICT (account_id) DO UPDATE SET document = excluded.document
        """,
        [account_id, msgspec.json.encode(wanted).decode()],
    )
