"""The couriers of all webhooks; they live as long as the application."""

import asyncio
import contextlib
import logging
import sqlite3
from collections.abc import AsyncIterator

from litestar import Litestar
from sqlite_utils import Database

from control_api.database.open import DatabaseFile
from control_api.edges.webhooks.courier import Courier
from control_api.edges.webhooks.sender import Sender
from control_api.edges.webhooks.store import Route, active_webhooks, find_webhook, remove_webhook
from control_api.log.workspaces import Workspaces
from control_api.setup.settings import Settings
from control_api.setup.setup_error import SetupError
from control_api.who.sharing.store import find_role
from shared.problems import ProblemError

TRY_AGAIN_S = 30.0
LOOK_AGAIN_S = 0.2

_log = logging.getLogger("saydo.webhooks")


@contextlib.asynccontextmanager
async def deliver_webhooks(
    app: Litestar, *, settings: Settings, control: DatabaseFile, workspaces: Workspaces
) -> AsyncIterator[None]:
    """Deliver while the application runs, whose state has the `couriers` then."""
    async with Sender(settings.private_networks) as owners, Sender([]) as others:
        couriers = Couriers(settings, control, workspaces, owners, others)
        app.state.couriers = couriers
        await couriers.start()
        try:
            yield
        finally:
            await couriers.aclose()


class Couriers:
    """One task for each webhook that is turned on."""

    def __init__(
        self,
        settings: Settings,
        control: DatabaseFile,
        workspaces: Workspaces,
        owners: Sender,
        others: Sender,
    ) -> None:
        """`owners` sends what the owner of this Saydo wants sent, `others` everybody else's."""
        self._control = control
        self._workspaces = workspaces
        secrets = settings.secrets
        self._owner_id = secrets.owner_id
        self._owners = Courier(control, owners, secrets.signing_key)
        self._others = Courier(control, others, secrets.signing_key)
        self._tasks: dict[str, asyncio.Task[None]] = {}

    async def start(self) -> None:
        """Go on where the last run has stopped."""
        for route in await self._control.read(active_webhooks):
            self._begin(route)

    async def changed(self, webhook_id: str) -> None:
        """Begin anew with a webhook that is new or was changed; leave one that is gone."""
        task = self._tasks.pop(webhook_id, None)
        if task is not None:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
        route = await self._control.read(lambda db: find_webhook(db, webhook_id))
        if route is not None and route.webhook.active:
            self._begin(route)

    async def aclose(self) -> None:
        """Stop; what is not delivered yet is after the next start."""
        for task in self._tasks.values():
            task.cancel()
        await asyncio.gather(*self._tasks.values(), return_exceptions=True)

    def _begin(self, route: Route) -> None:
        self._tasks[route.webhook.id] = asyncio.create_task(self._run(route))

    async def _run(self, route: Route) -> None:
        control, webhook_id = self._control, route.webhook.id
        while await control.read(lambda db: _is_on(db, webhook_id)):
            if not await control.read(lambda db: _may_watch(db, route)):
                await control.write(lambda db: remove_webhook(db, webhook_id))
                return
            try:
                workspace = await self._workspaces.open(route.workspace_id)
                is_owners = route.account_id == self._owner_id
                courier = self._owners if is_owners else self._others
                await courier.run(route, workspace)
            except (ProblemError, SetupError, sqlite3.Error) as error:
                _log.warning("a webhook can't be served (%s); trying on", type(error).__name__)
                await asyncio.sleep(TRY_AGAIN_S)
            else:
                # Streams end when somebody leaves a workspace: look again who may watch.
                await asyncio.sleep(LOOK_AGAIN_S)


def _is_on(db: Database, webhook_id: str) -> bool:
    route = find_webhook(db, webhook_id)
    return route is not None and route.webhook.active


def _may_watch(db: Database, route: Route) -> bool:
    """Whether who made a webhook is still in the workspace."""
    is_own = route.workspace_id == route.account_id
    return is_own or find_role(db, route.workspace_id, route.account_id) is not None
