"""Reminders as clients see them: what is planned, what came of it, and who wants them how.

Timers and alarms ring in the same way: each time that one does has a receipt, too.
"""

from typing import Annotated, Literal

import msgspec

from shared.bells import BellKind

ReminderState = Literal["planned", "due", "delivered", "heard", "missed"]
"""`planned`: yet to come. `due`: its time has come, and nobody was there to be told yet.
`delivered`: it went out by one way at least. `heard`: the person knows. `missed`: it could not go
out in time."""
Way = Literal["page", "voice", "push"]
"""`page`: a page, or another client that watches the events. `push`: an Apprise address."""


class Delivery(msgspec.Struct, frozen=True, omit_defaults=True):
    """One way that a reminder took, or tries to take."""

    way: Way
    state: Literal["waiting", "delivered", "failed", "cancelled"]
    """`cancelled`: the person had heard before."""
    at: str
    """When it arrived, or was tried last; UTC, ISO 8601 with ``Z``."""
    to: str = ""
    """The service that a push goes to, such as ``ntfy``."""
    attempts: int = 0
    error: str = ""
    """Why the last attempt failed."""


class Receipt(msgspec.Struct, frozen=True, kw_only=True):
    """One reminder of one task, or one time that a bell rings, and what became of it."""

    id: str
    task_id: str | None
    """Of the task that it is about; None for a timer or an alarm."""
    title: str
    """Of the task, as it is now; what the timer or alarm is called."""
    at: str
    """UTC, ISO 8601 with ``Z``; so are the other times."""
    state: ReminderState
    text: str
    """What is shown or said when it goes out; says so when it is late."""
    blocked: bool
    """It keeps silent as long as the task waits for another."""
    fired_at: str | None = None
    """When it went out, or would have, had anybody been there."""
    heard_at: str | None = None
    heard_by: Literal["page", "voice", "task"] | None = None
    """`task`: the task was finished, deleted or given another time, the bell stopped or snoozed."""
    deliveries: list[Delivery] = []
    bell_id: str | None = None
    """Of the timer or alarm that it is about."""
    bell_kind: BellKind | None = None
    rings: bool = False
    """Whether it sounds until it is stopped or snoozed: a bell whose time was within the last hour.
    """


class ReceiptPage(msgspec.Struct, frozen=True):
    """One page of reminders."""

    items: list[Receipt]
    next_cursor: str | None


class SilentReminders(msgspec.Struct, frozen=True):
    """Answer of ``GET /api/v1/reminders/silent``."""

    items: list[str]
    """A sentence each on what can't go out, why, and what to do; empty when all is well."""
    next_cursor: None = None
    """They all are on the one page."""


class ReminderEvent(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="reminder"):
    """Sent on the event stream when a reminder goes out or is heard. It has no place in the log."""

    type: Literal["reminder"] = "reminder"
    reminder: Receipt


class Notifications(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a person wants to be reminded; body of ``PUT /api/v1/me/notifications``."""

    push: Annotated[
        list[Annotated[str, msgspec.Meta(min_length=1, max_length=2000)]],
        msgspec.Meta(max_length=20),
    ] = []
    """Apprise addresses, and browsers as ``webpush://browser/?endpoint=…&p256dh=…&auth=…&name=…``.

    They are answered with their secrets hidden, and may be sent back so.
    """
    remind_at_due: bool = True
    """Whether a task with a time, and no reminder of its own, has one at the time it is due."""
    spoken: bool = True
    """Whether reminders are said aloud in a conversation."""


class PushKey(msgspec.Struct, frozen=True):
    """Answer of ``GET /api/v1/push-key``."""

    public_key: str
    """What a browser subscribes with, its ``applicationServerKey``: base64url, without padding."""
