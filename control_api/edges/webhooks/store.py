"""The SQL of webhooks and their deliveries."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from sqlite_utils import Database

from shared.webhooks import Delivery, Webhook

KEPT_DELIVERIES = 100
"""Of one webhook; older ones are forgotten."""

_COLUMNS = "id, url, events, active, position, failures, failing_since, created_at"


class Route(msgspec.Struct, frozen=True):
    """A webhook with where it belongs."""

    webhook: Webhook
    workspace_id: str
    account_id: str


def add_webhook(db: Database, route: Route) -> None:
    """Keep a new webhook."""
    db.execute(
        f"INSERT INTO webhooks ({_COLUMNS}, workspace_id, account_id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [*_values(route.webhook), route.workspace_id, route.account_id],
    )


def find_webhook(db: Database, webhook_id: str) -> Route | None:
    """Find a webhook by its id, whoever's it is."""
    rows = db.execute(
        f"SELECT {_COLUMNS}, workspace_id, account_id FROM webhooks WHERE id = ?", [webhook_id]
    )
    return next(_routes(rows), None)


def list_webhooks(db: Database, workspace_id: str, account_id: str) -> list[Webhook]:
    """List the webhooks that an account has made for a workspace, the oldest first."""
    rows = db.execute(
        f"""
        SELECT {_COLUMNS}, workspace_id, account_id FROM webhooks
        WHERE workspace_id = ? AND account_id = ? ORDER BY rowid
        """,
        [workspace_id, account_id],
    )
    return [route.webhook for route in _routes(rows)]


def active_webhooks(db: Database) -> list[Route]:
    """Every webhook that is turned on."""
    return list(
        _routes(
            db.execute(
                f"SELECT {_COLUMNS}, workspace_id, account_id FROM webhooks WHERE active = 1"
            )
        )
    )


def save_webhook(db: Database, webhook: Webhook) -> None:
    """Make a webhook's row say exactly this; nothing when it is gone."""
    _, *values = _values(webhook)
    db.execute(
        """
        UPDATE webhooks SET url = ?, events = ?, active = ?, position = ?, failures = ?,
            failing_since = ?, created_at = ? WHERE id = ?
        """,
        [*values, webhook.id],
    )


def remove_webhook(db: Database, webhook_id: str) -> None:
    """Forget a webhook and its deliveries."""
    db.execute("DELETE FROM webhooks WHERE id = ?", [webhook_id])


def add_delivery(db: Database, webhook_id: str, delivery: Delivery) -> None:
    """Keep a delivery of a webhook that is there, and forget the oldest."""
    db.execute(
        """
        INSERT INTO webhook_deliveries (webhook_id, event_id, at, duration_ms, status, error)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        [webhook_id, *msgspec.structs.astuple(delivery)],
    )
    db.execute(
        """
        DELETE FROM webhook_deliveries WHERE webhook_id = :id AND id <= (
            SELECT id FROM webhook_deliveries WHERE webhook_id = :id
            ORDER BY id DESC LIMIT 1 OFFSET :kept
        )
        """,
        {"id": webhook_id, "kept": KEPT_DELIVERIES},
    )


def list_deliveries(db: Database, webhook_id: str) -> list[Delivery]:
    """List the last deliveries, newest first."""
    rows = db.execute(
        """
        SELECT event_id, at, duration_ms, status, error FROM webhook_deliveries
        WHERE webhook_id = ? ORDER BY id DESC
        """,
        [webhook_id],
    )
    names = Delivery.__struct_fields__
    return [Delivery(**dict(zip(names, row, strict=True))) for row in rows]


def _values(webhook: Webhook) -> list[Any]:
    values = {name: getattr(webhook, name) for name in _COLUMNS.split(", ")}
    values |= {
        "events": msgspec.json.encode(webhook.events).decode(),
        "active": int(webhook.active),
    }
    return list(values.values())


def _routes(rows: Iterable[tuple[Any, ...]]) -> Iterator[Route]:
    for *values, workspace_id, account_id in rows:
        fields = dict(zip(_COLUMNS.split(", "), values, strict=True))
        fields |= {
            "events": msgspec.json.decode(fields["events"]),
            "active": bool(fields["active"]),
        }
        yield Route(Webhook(**fields), workspace_id, account_id)
