"""Reminders, their receipts, and how a person wants them, over HTTP."""

from datetime import UTC, datetime
from typing import Annotated
from uuid import UUID

import msgspec
from litestar import Router, get, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter
from sqlite_utils import Database

from control_api.database.open import DatabaseFile
from control_api.edges.pushing.addresses import clean_addresses
from control_api.edges.pushing.browser_key import public_key
from control_api.edges.pushing.masks import hidden
from control_api.edges.pushing.pusher import Pusher
from control_api.edges.reminders.doctor import find_silent
from control_api.edges.reminders.people import rules_of
from control_api.edges.reminders.plan import stamp
from control_api.edges.reminders.preferences import read_notifications, save_notifications
from control_api.edges.reminders.queries import View, find_receipt, list_receipts
from control_api.edges.reminders.store import deliver, hear
from control_api.http.errors import problem_responses
from control_api.log.workspaces import Workspace, Workspaces
from control_api.setup.settings import Settings
from control_api.who.callers.access import Access
from control_api.who.callers.guards import allow
from control_api.who.callers.principal import Principal
from shared.problems import ConflictError, NotFoundError
from shared.reminders import (
    Notifications,
    PushKey,
    Receipt,
    ReceiptPage,
    ReminderState,
    SilentReminders,
)

ALL: list[ReminderState] = ["planned", "due", "delivered", "heard", "missed"]

States = Annotated[list[ReminderState] | None, QueryParameter(name="state")]
Limit = Annotated[int, QueryParameter(ge=1, le=200)]


@get(
    "/reminders",
    guards=[allow("owner", "session")],
    operation_id="listReminders",
    summary="Reminders to come and past, with their receipts",
    responses=problem_responses(401, 403, 422),
)
async def list_reminders(
    workspace: NamedDependency[Workspace],
    principal: NamedDependency[Principal],
    states: States = None,
    task_id: FromQuery[UUID | None] = None,
    limit: Limit = 50,
    cursor: FromQuery[str | None] = None,
) -> ReceiptPage:
    """Give a page of reminders in these states, or in any, of one task or of all: the latest first.

    With `planned` alone, those that come next are first.
    """
    view = _view(principal)
    about = None if task_id is None else str(task_id)
    return await workspace.file.read(
        lambda db: list_receipts(db, view, states or ALL, cursor=cursor, limit=limit, task_id=about)
    )


@post(
    "/reminders/{reminder_id:uuid}/heard",
    guards=[allow("owner", "session")],
    operation_id="hearReminder",
    summary="Say that the person knows",
    status_code=200,
    responses=problem_responses(401, 403, 404, 409, 503, 507),
)
async def hear_reminder(
    workspace: NamedDependency[Workspace],
    principal: NamedDependency[Principal],
    reminder_id: FromPath[UUID],
) -> Receipt:
    """Note that a reminder was heard or seen, which calls off what still tries to tell of it."""
    by = "page" if principal.room is None else "voice"
    view = _view(principal)

    def work(db: Database) -> Receipt | None:
        found = find_receipt(db, str(reminder_id), view)
        if found is None:
            raise NotFoundError("There is no such reminder.")
        if found.state in {"planned", "missed"}:
            raise ConflictError("This reminder has not gone out, so nobody can have heard it.")
        deliver(db, found.id, by, stamp(view.now))
        hear(db, found.id, by, stamp(view.now))
        return find_receipt(db, found.id, view)

    receipt = await workspace.file.write(work)
    if receipt is None:
        raise NotFoundError("There is no such reminder.")
    workspace.feed.wake()
    return receipt


@get(
    "/reminders/silent",
    guards=[allow("owner", "session")],
    operation_id="listSilentReminders",
    summary="Which of the next reminders can't reach anybody, and why",
    responses=problem_responses(401, 403),
)
async def list_silent(
    settings: NamedDependency[Settings],
    control: NamedDependency[DatabaseFile],
    access: NamedDependency[Access],
    workspace: NamedDependency[Workspace],
) -> SilentReminders:
    """Say so in a sentence each, with what to do about it."""
    rules = await control.read(lambda db: rules_of(db, access.workspace_id, settings))
    now = datetime.now(UTC)
    return SilentReminders(
        await workspace.file.read(lambda db: find_silent(db, rules, now)),
    )


@get(
    "/me/notifications",
    guards=[allow("owner")],
    operation_id="getNotifications",
    summary="How I want to be reminded",
    responses=problem_responses(401, 403),
)
async def read_wishes(
    settings: NamedDependency[Settings],
    control: NamedDependency[DatabaseFile],
    principal: NamedDependency[Principal],
) -> Notifications:
    """Give the settings, with the secrets in the addresses hidden."""
    wanted = await control.read(lambda db: read_notifications(db, principal.account_id))
    return _shown(wanted, settings.secrets.signing_key)


@put(
    "/me/notifications",
    guards=[allow("owner")],
    operation_id="setNotifications",
    summary="Set how I want to be reminded",
    responses=problem_responses(401, 403, 413, 422, 503, 507),
)
async def set_wishes(
    settings: NamedDependency[Settings],
    control: NamedDependency[DatabaseFile],
    workspaces: NamedDependency[Workspaces],
    pusher: NamedDependency[Pusher],
    principal: NamedDependency[Principal],
    data: JSONBody[Notifications],
) -> Notifications:
    """Replace the settings. An address sent as it was answered, secrets hidden, is kept."""
    account_id = principal.account_id
    before = await control.read(lambda db: read_notifications(db, account_id))
    push = await clean_addresses(
        data.push,
        before.push,
        key=settings.secrets.signing_key,
        networks=settings.private_networks_of(account_id),
        can_read=pusher.can_read,
    )
    wanted = msgspec.structs.replace(data, push=push)
    await control.write(lambda db: save_notifications(db, account_id, wanted))
    workspaces.wake(account_id)
    return _shown(wanted, settings.secrets.signing_key)


@get(
    "/push-key",
    guards=[allow("owner")],
    operation_id="getPushKey",
    summary="What a browser subscribes to reminders with",
    responses=problem_responses(401, 403),
    sync_to_thread=False,
)
def read_push_key(settings: NamedDependency[Settings]) -> PushKey:
    """Give the key by which browsers know messages of this Saydo (VAPID, RFC 8292)."""
    return PushKey(public_key(settings.secrets.signing_key))


def _shown(wanted: Notifications, key: str) -> Notifications:
    return msgspec.structs.replace(wanted, push=[hidden(url, key) for url in wanted.push])


def _view(principal: Principal) -> View:
    return View(now=datetime.now(UTC), zone=principal.zone, language=principal.language)


router = Router(
    "/",
    route_handlers=[
        list_reminders,
        list_silent,
        hear_reminder,
        read_wishes,
        set_wishes,
        read_push_key,
    ],
    tags=["Reminders"],
)
