"""The SQL of feeds."""

import msgspec
from sqlite_utils import Database

from shared.feeds import Feed, FeedKind


class StoredFeed(msgspec.Struct, frozen=True, kw_only=True):
    """What an address shows, and by whose right."""

    account_id: str
    workspace_id: str
    name: str
    kind: FeedKind


def add_feed(
    db: Database, feed: Feed, account_id: str, workspace_id: str, *, token_hash: str
) -> None:
    """Keep a new feed."""
    values = msgspec.structs.asdict(feed) | {
        "account_id": account_id,
        "workspace_id": workspace_id,
        "token_hash": token_hash,
    }
    db.execute(
        """
        INSERT INTO feeds (id, account_id, workspace_id, token_hash, name, kind, created_at)
        VALUES (:id, :account_id, :workspace_id, :token_hash, :name, :kind, :created_at)
        """,
        values,
    )


def list_feeds(db: Database, account_id: str, workspace_id: str) -> list[Feed]:
    """The feeds that an account has made of a workspace, oldest first."""
    rows = db.execute(
        """
        SELECT id, name, kind, created_at FROM feeds
        WHERE account_id = ? AND workspace_id = ? ORDER BY position
        """,
        [account_id, workspace_id],
    )
    return [Feed(id=row[0], name=row[1], kind=row[2], created_at=row[3]) for row in rows]


def find_feed(db: Database, token_hash: str) -> StoredFeed | None:
    """The feed of a secret address."""
    row = db.execute(
        "SELECT account_id, workspace_id, name, kind FROM feeds WHERE token_hash = ?", [token_hash]
    ).fetchone()
    if row is None:
        return None
    return StoredFeed(account_id=row[0], workspace_id=row[1], name=row[2], kind=row[3])


def remove_feed(db: Database, account_id: str, feed_id: str) -> bool:
    """Remove a feed; whether there was one."""
    found = db.execute(
        "DELETE FROM feeds WHERE account_id = ? AND id = ? RETURNING id", [account_id, feed_id]
    )
    return found.fetchone() is not None
