"""Brings one webhook what happens, in order, from the log: what waits there is never lost."""

import asyncio
import functools
import random
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from http import HTTPStatus

import msgspec
from sqlite_utils import Database

from control_api.database.open import DatabaseFile
from control_api.edges.webhooks.sender import Message, Sender
from control_api.edges.webhooks.signing import secret_of
from control_api.edges.webhooks.store import Route, add_delivery, find_webhook, save_webhook
from control_api.log.entries import Entry, last_position, read_since
from control_api.log.kinds import Kinds
from control_api.log.public import to_event
from control_api.log.workspaces import Workspace
from shared.webhooks import Delivery, Webhook, WebhookMessage

BATCH = 100
LOOK_AGAIN_S = 60.0
PAUSES_S: Sequence[float] = (5, 30, 120, 600, 1800, 3600)
"""After the first failure in a row, the second and so on; the last one stays."""
SPREAD = 0.2
"""Of a pause, so that not all come back at once."""
GIVE_UP_AFTER = timedelta(days=5)

# Its own: who makes up tests wants the one that all share left alone.
_chance = random.Random()  # noqa: S311 # no secret


class Courier:
    """Sends the events of one webhook until it is turned off or gone."""

    def __init__(
        self,
        control: DatabaseFile,
        sender: Sender,
        signing_key: str,
        *,
        pauses_s: Sequence[float] = PAUSES_S,
    ) -> None:
        self._control = control
        self._sender = sender
        self._signing_key = signing_key
        self._pauses_s = pauses_s

    async def run(self, route: Route, workspace: Workspace) -> None:
        """Deliver what there is, then what comes."""
        with workspace.feed.subscribe() as subscription:
            while not subscription.over:
                webhook = await self._read(route.webhook.id)
                if webhook is None or not webhook.active:
                    return
                entries = await workspace.file.read(
                    functools.partial(_waiting, kinds=workspace.kinds, webhook=webhook)
                )
                if not entries:
                    await subscription.wait(LOOK_AGAIN_S)
                    continue
                after = await self._deliver(webhook, entries, workspace)
                if after.failures:
                    pause = self._pauses_s[min(after.failures, len(self._pauses_s)) - 1]
                    await asyncio.sleep(pause * _chance.uniform(1 - SPREAD, 1 + SPREAD))

    async def _deliver(
        self, webhook: Webhook, entries: list[Entry], workspace: Workspace
    ) -> Webhook:
        """Deliver in order until one fails; the webhook as it is then."""
        for entry in entries:
            if webhook.events and entry.type not in webhook.events:
                webhook = msgspec.structs.replace(webhook, position=entry.id)
                continue
            secret = secret_of(self._signing_key, webhook.id)
            message = _message(webhook, entry, workspace)
            delivery = await self._sender.send(webhook.url, secret, message)
            webhook = _after(webhook, delivery)
            if not await self._keep(webhook, delivery) or webhook.failures or not webhook.active:
                return webhook
        await self._control.write(lambda db: _advance(db, webhook))
        return webhook

    async def _read(self, webhook_id: str) -> Webhook | None:
        route = await self._control.read(lambda db: find_webhook(db, webhook_id))
        return None if route is None else route.webhook

    async def _keep(self, webhook: Webhook, delivery: Delivery) -> bool:
        """Keep how far a webhook has come, unless its owner changed it meanwhile."""

        def work(db: Database) -> bool:
            now = find_webhook(db, webhook.id)
            if now is None:
                return False
            is_same = (now.webhook.url, now.webhook.active) == (webhook.url, True)
            progress = webhook if is_same else now.webhook
            save_webhook(db, msgspec.structs.replace(progress, events=now.webhook.events))
            add_delivery(db, webhook.id, delivery)
            return is_same and now.webhook.events == webhook.events

        return await self._control.write(work)


def _waiting(db: Database, kinds: Kinds, webhook: Webhook) -> list[Entry]:
    # A workspace that was put back from a backup may be behind.
    position = min(webhook.position, last_position(db))
    return read_since(db, kinds, position, BATCH)


def _advance(db: Database, webhook: Webhook) -> None:
    now = find_webhook(db, webhook.id)
    if now is not None and now.webhook.events == webhook.events:
        save_webhook(db, msgspec.structs.replace(now.webhook, position=webhook.position))


def _message(webhook: Webhook, entry: Entry, workspace: Workspace) -> Message:
    event = msgspec.Raw(msgspec.json.encode(to_event(workspace.kinds, entry)))
    body = WebhookMessage(type=entry.type, timestamp=entry.at, data=event)
    # The same at each try: by it a receiver knows what it has already.
    message_id = f"evt_{webhook.id.replace('-', '')}_{workspace.feed.past.name(entry.id)}"
    return Message(id=message_id, event_id=entry.id, body=msgspec.json.encode(body))


def _after(webhook: Webhook, delivery: Delivery) -> Webhook:
    status = delivery.status
    if status is not None and HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
        return msgspec.structs.replace(
            webhook, position=delivery.event_id, failures=0, failing_since=None
        )
    since = webhook.failing_since or delivery.at
    failing = datetime.now(UTC) - datetime.fromisoformat(since)
    return msgspec.structs.replace(
        webhook,
        failures=webhook.failures + 1,
        failing_since=since,
        # 410: the receiver says that it wants no more.
        active=status != HTTPStatus.GONE and failing < GIVE_UP_AFTER,
    )
