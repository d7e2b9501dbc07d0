"""The SQL of what waits for a yes."""

from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
from sqlite_utils import Database

from control_api.database.clock import utc_stamp
from shared.actions import Action
from shared.approvals import Approval, ApprovalPage
from shared.problems import ConflictError, NotFoundError
from shared.tasks import Source

WAITS_S = 300
"""Seconds: who answers later has forgotten the question."""
_MOST_SHOWN = 200
_SHOWN = "id, at, expires_at, conversation, source, question, actions"


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """A plan that somebody is asked about."""

    id: str
    account_id: str
    conversation: str
    source: Source
    question: str
    actions: list[Action]
    """Exactly what a yes runs."""
    versions: dict[str, str]
    """The ETag of each task or thing that it would change."""


class Waiting(msgspec.Struct, frozen=True):
    """What is run, or not, once it is decided."""

    actions: list[Action]
    versions: dict[str, str]


def save_asked(db: Database, asked: Asked) -> None:
    """Keep a plan until it is decided; it takes the place of what was asked there before."""
    drop_pending(db, asked.account_id, asked.conversation)
    now = datetime.now(UTC)
    values = msgspec.structs.asdict(asked) | {
        "at": utc_stamp(),
        "expires_at": (now + timedelta(seconds=WAITS_S)).strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
        "actions": msgspec.json.encode(asked.actions).decode(),
        "versions": msgspec.json.encode(asked.versions).decode(),
    }
    db.execute(
        """
        INSERT INTO approvals (id, account_id, conversation, at, expires_at, source, question,
            actions, versions, state)
        VALUES (:id, :account_id, :conversation, :at, :expires_at, :source, :question,
            :actions, :versions, 'pending')
        """,
        values,
    )


def find_pending(db: Database, action: Any, account_id: str, conversation: str) -> Approval | None:
    """What waits for a yes in a conversation."""
    row = db.execute(
        f"""
        SELECT {_SHOWN} FROM approvals
        WHERE state = 'pending' AND account_id = ? AND conversation = ? AND expires_at > ?
        ORDER BY position DESC LIMIT 1
        """,
        [account_id, conversation, utc_stamp()],
    ).fetchone()
    return None if row is None else _shown(action, row)


def list_pending(db: Database, action: Any, account_id: str) -> ApprovalPage:
    """All that waits for this person's yes, the newest first."""
    rows = db.execute(
        f"""
        SELECT {_SHOWN} FROM approvals
        WHERE state = 'pending' AND account_id = ? AND expires_at > ?
        ORDER BY position DESC LIMIT ?
        """,
        [account_id, utc_stamp(), _MOST_SHOWN],
    )
    return ApprovalPage([_shown(action, row) for row in rows])


def existing_pending(db: Database, action: Any, approval_id: str, account_id: str) -> Waiting:
    """What waits under this id. Raises `NotFoundError`, and `ConflictError` when it waits no more.

    Another person's is not there.
    """
    row = db.execute(
        """
        SELECT state, expires_at, actions, versions FROM approvals WHERE id = ? AND account_id = ?
        """,
        [approval_id, account_id],
    ).fetchone()
    if row is None:
        raise NotFoundError("Nothing waits for a yes under this id.")
    state, expires_at, actions, versions = row
    if state != "pending":
        raise ConflictError("That is decided already.")
    if expires_at <= utc_stamp():
        raise ConflictError("That was asked too long ago, so nothing was done. Ask for it again.")
    return Waiting(
        msgspec.json.decode(actions, type=list[action]),
        msgspec.json.decode(versions, type=dict[str, str]),
    )


def find_decided(db: Database, approval_id: str, account_id: str) -> tuple[str, str] | None:
    """How it was decided, and by which command; None when it was not, or not by a command."""
    row = db.execute(
        """
        SELECT state, command_id FROM approvals
        WHERE id = ? AND account_id = ? AND command_id IS NOT NULL
        """,
        [approval_id, account_id],
    ).fetchone()
    return None if row is None else (row[0], row[1])


def note_decided(db: Database, approval_id: str, *, approved: bool, command_id: str) -> None:
    """Keep how it was decided, and nothing of what it was about: the command has that."""
    db.execute(
        """
        UPDATE approvals SET state = ?, command_id = ?, question = '', actions = '[]',
            versions = '{}' WHERE id = ?
        """,
        ["approved" if approved else "refused", command_id, approval_id],
    )


def drop_pending(db: Database, account_id: str, conversation: str) -> None:
    """Let go of what waits in a conversation, and of what nobody has answered in time."""
    db.execute(
        """
        DELETE FROM approvals WHERE state = 'pending'
            AND ((account_id = ? AND conversation = ?) OR expires_at <= ?)
        """,
        [account_id, conversation, utc_stamp()],
    )


def forget_asked(db: Database) -> None:
    """Let go of all that waits: it may quote what is deleted for good."""
    db.execute("DELETE FROM approvals WHERE state = 'pending'")


def _shown(action: Any, row: tuple[Any, ...]) -> Approval:
    approval_id, at, expires_at, conversation, source, question, actions = row
    return Approval(
        id=approval_id,
        at=at,
        expires_at=expires_at,
        conversation=conversation,
        source=source,
        question=question,
        actions=msgspec.json.decode(actions, type=list[action]),
    )
