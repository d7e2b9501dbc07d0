"""Outgoing webhooks over HTTP."""

import uuid

import msgspec
from litestar import Router, delete, get, patch, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody
from msgspec import UNSET
from sqlite_utils import Database

from control_api.database.clock import utc_stamp
from control_api.database.open import DatabaseFile
from control_api.edges.webhooks.address import clean_url
from control_api.edges.webhooks.lifespan import Couriers
from control_api.edges.webhooks.signing import secret_of
from control_api.edges.webhooks.store import (
    Route,
    add_webhook,
    find_webhook,
    list_deliveries,
    list_webhooks,
    remove_webhook,
    save_webhook,
)
from control_api.http.errors import problem_responses
from control_api.http.idempotency import IdempotencyKey, scoped_key
from control_api.log.entries import last_position
from control_api.log.workspaces import Workspace
from control_api.setup.settings import Settings
from control_api.who.callers.access import Access
from control_api.who.callers.guards import allow
from control_api.who.callers.principal import Principal
from shared.problems import ConflictError, InvalidInputError, NotFoundError
from shared.webhooks import (
    DeliveryList,
    MadeWebhook,
    NewWebhook,
    Webhook,
    WebhookChanges,
    WebhookList,
)

MOST = 20
"""Of one account in one workspace."""


@get(
    "/webhooks",
    operation_id="listWebhooks",
    guards=[allow("owner", needs="read")],
    summary="List my webhooks",
    responses=problem_responses(401, 403, 404),
)
async def get_webhooks(
    control: NamedDependency[DatabaseFile],
    principal: NamedDependency[Principal],
    access: NamedDependency[Access],
) -> WebhookList:
    """Give the webhooks that the caller has made, without their secrets."""
    return WebhookList(
        await control.read(lambda db: list_webhooks(db, access.workspace_id, principal.account_id))
    )


@post(
    "/webhooks",
    operation_id="createWebhook",
    guards=[allow("owner")],
    summary="Have what happens sent to an address",
    responses=problem_responses(401, 403, 404, 409, 413, 422, 503, 507),
)
async def create_webhook(
    settings: NamedDependency[Settings],
    control: NamedDependency[DatabaseFile],
    couriers: NamedDependency[Couriers],
    principal: NamedDependency[Principal],
    access: NamedDependency[Access],
    workspace: NamedDependency[Workspace],
    data: JSONBody[NewWebhook],
    idempotency_key: IdempotencyKey = None,
) -> MadeWebhook:
    """Send every event from now on, in order. The secret to check signatures with is shown once."""
    key = scoped_key(principal.account_id, idempotency_key)
    position = await workspace.file.read(last_position)
    webhook = Webhook(
        id=str(uuid.uuid4() if key is None else uuid.uuid5(uuid.NAMESPACE_URL, f"webhook {key}")),
        url=clean_url(data.url, settings.private_networks_of(principal.account_id)),
        events=list(dict.fromkeys(data.events)),
        active=True,
        position=position,
        failures=0,
        failing_since=None,
        created_at=utc_stamp(),
    )
    route = Route(webhook, access.workspace_id, principal.account_id)
    made = await control.write(lambda db: _add(db, route))
    await couriers.changed(made.id)
    secret = secret_of(settings.secrets.signing_key, made.id)
    return MadeWebhook(**msgspec.structs.asdict(made), secret=secret)


@patch(
    "/webhooks/{webhook_id:uuid}",
    operation_id="changeWebhook",
    guards=[allow("owner")],
    summary="Change a webhook, or turn it off or on",
    responses=problem_responses(401, 403, 404, 413, 422, 503, 507),
)
async def change_webhook(
    settings: NamedDependency[Settings],
    control: NamedDependency[DatabaseFile],
    couriers: NamedDependency[Couriers],
    principal: NamedDependency[Principal],
    access: NamedDependency[Access],
    webhook_id: FromPath[uuid.UUID],
    data: JSONBody[WebhookChanges],
) -> Webhook:
    """Change what is given and leave the rest. What is turned on tries again at once."""
    given = {
        name: value for name, value in msgspec.structs.asdict(data).items() if value is not UNSET
    }
    if "url" in given:
        networks = settings.private_networks_of(principal.account_id)
        given["url"] = clean_url(given["url"], networks)

    def work(db: Database) -> Webhook:
        before = _existing(db, str(webhook_id), access, principal)
        after = msgspec.structs.replace(before, **given, failures=0, failing_since=None)
        save_webhook(db, after)
        return after

    webhook = await control.write(work)
    await couriers.changed(webhook.id)
    return webhook


@delete(
    "/webhooks/{webhook_id:uuid}",
    operation_id="deleteWebhook",
    guards=[allow("owner")],
    summary="Delete a webhook",
    responses=problem_responses(401, 403, 404, 503, 507),
)
async def delete_webhook(
    control: NamedDependency[DatabaseFile],
    couriers: NamedDependency[Couriers],
    principal: NamedDependency[Principal],
    access: NamedDependency[Access],
    webhook_id: FromPath[uuid.UUID],
) -> None:
    """Send nothing more, and forget what was sent."""

    def work(db: Database) -> None:
        remove_webhook(db, _existing(db, str(webhook_id), access, principal).id)

    await control.write(work)
    await couriers.changed(str(webhook_id))


@get(
    "/webhooks/{webhook_id:uuid}/deliveries",
    operation_id="listDeliveries",
    guards=[allow("owner", needs="read")],
    summary="What a webhook has sent last, and what came of it",
    responses=problem_responses(401, 403, 404),
)
async def get_deliveries(
    control: NamedDependency[DatabaseFile],
    principal: NamedDependency[Principal],
    access: NamedDependency[Access],
    webhook_id: FromPath[uuid.UUID],
) -> DeliveryList:
    """Give the last hundred tries, newest first."""

    def work(db: Database) -> DeliveryList:
        found = _existing(db, str(webhook_id), access, principal)
        return DeliveryList(list_deliveries(db, found.id))

    return await control.read(work)


def _add(db: Database, route: Route) -> Webhook:
    """Keep a webhook; one that was asked for before with the same key is there already."""
    earlier = find_webhook(db, route.webhook.id)
    if earlier is not None:
        asked = (route.webhook.url, route.webhook.events, route.workspace_id)
        if asked != (earlier.webhook.url, earlier.webhook.events, earlier.workspace_id):
            sentence = "This Idempotency-Key was used for another request; choose a new one."
            raise InvalidInputError(sentence, fields={"Idempotency-Key": sentence})
        return earlier.webhook
    if len(list_webhooks(db, route.workspace_id, route.account_id)) >= MOST:
        raise ConflictError(f"You have {MOST} webhooks here: delete one first.")
    add_webhook(db, route)
    return route.webhook


def _existing(db: Database, webhook_id: str, access: Access, principal: Principal) -> Webhook:
    found = find_webhook(db, webhook_id)
    place = (access.workspace_id, principal.account_id)
    if found is None or (found.workspace_id, found.account_id) != place:
        raise NotFoundError("You have no such webhook.")
    return found.webhook


router = Router(
    "/",
    route_handlers=[
        get_webhooks,
        create_webhook,
        change_webhook,
        delete_webhook,
        get_deliveries,
    ],
    tags=["Webhooks"],
)
