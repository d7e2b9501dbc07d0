"""The one place where everything is put together."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

from litestar import Litestar, Router
from litestar.datastructures import MutableScopeHeaders, State
from litestar.openapi import OpenAPIConfig
from litestar.openapi.spec import Components, SecurityScheme
from litestar.types import Message, Scope
from sqlite_utils import Database

from control_api.app.dependencies import DEPENDENCIES
from control_api.app.registry import KINDS
from control_api.app.schemas import CONTROL, data_folder, workspace_schema
from control_api.database.clock import utc_stamp
from control_api.database.damage import refuse_loss
from control_api.database.folder import CONTROL_NAME, WORKSPACES
from control_api.database.open import DatabaseFile
from control_api.database.restore import finish_restore
from control_api.database.upgrade import upgrade_folder
from control_api.edges.backups.maker import Backups
from control_api.edges.backups.routes import router as backups_router
from control_api.edges.backups.schedule import back_up_on_schedule
from control_api.edges.exchange.apart.reading import Imports
from control_api.edges.exchange.routes import router as moving_router
from control_api.edges.feeds.routes import read as read_feed
from control_api.edges.feeds.routes import router as feeds_router
from control_api.edges.health.routes import router as health_router
from control_api.edges.live.routes import router as events_router
from control_api.edges.metrics.routes import router as metrics_router
from control_api.edges.pushing.browser_key import private_key
from control_api.edges.pushing.pusher import Pusher
from control_api.edges.reminders.routes import router as reminders_router
from control_api.edges.reminders.scheduler import keep_reminders
from control_api.edges.repeats.watch import watch_repeats
from control_api.edges.rooms.lifespan import watch_rooms
from control_api.edges.rooms.routes import rooms_router
from control_api.edges.trash.routes import router as trash_router
from control_api.edges.turns.routes import router as turns_router
from control_api.edges.turns.tidying import forget_words_in_time
from control_api.edges.turns.why_routes import router as why_router
from control_api.edges.web.routes import page_router
from control_api.edges.webhooks.lifespan import deliver_webhooks
from control_api.edges.webhooks.routes import router as webhooks_router
from control_api.http.description import StrictRender
from control_api.http.errors import answer_with_problem
from control_api.http.etags import ConditionalReads
from control_api.http.hosts import AllowedHosts
from control_api.http.metrics import REQUESTS
from control_api.language.understanding.reading.interpret import warm_up
from control_api.log.kinds import Kinds
from control_api.log.workspaces import Workspaces
from control_api.requests.approval_routes import router as approvals_router
from control_api.requests.routes import router as commands_router
from control_api.requests.spoken import ENGLISH
from control_api.setup.settings import Settings
from control_api.who.accounts.store import ensure_account, find_account
from control_api.who.callers.authenticator import Authenticator
from control_api.who.callers.rate_limits import RateLimits
from control_api.who.lifecycle.removal import finish_removals
from control_api.who.passwords.slow_down import SlowDown
from control_api.who.routes.access_token_routes import router as access_tokens_router
from control_api.who.routes.account_routes import router as account_router
from control_api.who.routes.device_code_routes import router as device_codes_router
from control_api.who.routes.invitation_routes import router as invitations_router
from control_api.who.routes.password_routes import router as passwords_router
from control_api.who.routes.session_routes import router as sessions_router
from control_api.who.routes.sign_in_routes import router as accounts_router
from control_api.who.routes.workspace_routes import router as workspaces_router
from control_api.who.sessions.browser_sessions import COOKIE
from control_api.who.sessions.cookies import SECURE_COOKIE
from control_api.who.sessions.store import remove_expired
from control_api.who.signed_tokens.store import forget_signed_tokens
from shared.backups import Restore
from shared.version import VERSION

CHECKER = "control_api.process.check_copies"
"""What looks through copies while the server serves."""
WARM_UP_AFTER_S = 0.5
WARM_UP_PAUSE_S = 0.02
LARGEST_BODY = 1024 * 1024
"""Bytes; room for a thousand actions."""


def create_app(
    settings: Settings, last_restore: Restore | None = None, *, kinds: Kinds = KINDS
) -> Litestar:
    """Open the data folder and put the application together; its lifespan closes the files.

    `last_restore` is what it tells of it from now on, `kinds` what workspaces may hold. Blocks.
    Raises `SetupError` when the data folder can't be used.
    """
    opened = _open_all(settings, last_restore, kinds)
    return Litestar(
        route_handlers=[_api(settings, kinds), read_feed, page_router(settings.livekit_urls)],
        dependencies=DEPENDENCIES,
        exception_handlers={Exception: answer_with_problem},
        middleware=[AllowedHosts(settings.allowed_hosts), ConditionalReads()],
        before_send=[_add_headers],
        lifespan=[_live],
        state=State(opened),
        openapi_config=_openapi(),
        request_max_body_size=LARGEST_BODY,
        # Errors are logged where they are answered, without what a person wrote.
        logging_config=None,
    )


def open_again(app: Litestar, settings: Settings, last_restore: Restore | None = None) -> None:
    """Open a data folder for an application whose lifespan has ended, as `create_app` does.

    Its routes stay: to put them together takes longer than all the rest. So the settings may
    differ from those it was made with in the data folder and the keys alone. Blocks. Raises
    `SetupError` when the data folder can't be used.
    """
    app.state.update(_open_all(settings, last_restore, KINDS))


def _open_all(settings: Settings, last_restore: Restore | None, kinds: Kinds) -> dict[str, Any]:
    """What the routes and the lifespan find in the state of the application."""
    control, workspaces = _open(settings, kinds)
    return {
        "settings": settings,
        "control": control,
        "workspaces": workspaces,
        "authenticator": Authenticator(settings, control),
        "slow_down": SlowDown(),
        "backups": Backups(
            data_folder(settings.data, kinds),
            keep=settings.backup_keep,
            checker=CHECKER,
            last_restore=last_restore,
        ),
        "imports": Imports(),
        "pusher": Pusher(settings.private_networks, private_key(settings.secrets.signing_key)),
    }


def _api(settings: Settings, kinds: Kinds) -> Router:
    return Router(
        "/api/v1",
        route_handlers=[
            accounts_router,
            access_tokens_router,
            account_router,
            invitations_router,
            passwords_router,
            sessions_router,
            device_codes_router,
            workspaces_router,
            *kinds.routes,
            trash_router,
            commands_router,
            approvals_router,
            events_router,
            reminders_router,
            rooms_router,
            turns_router,
            why_router,
            backups_router,
            health_router,
            metrics_router,
            moving_router,
            feeds_router,
            webhooks_router,
        ],
        middleware=[REQUESTS.middleware, RateLimits(settings)],
    )


@asynccontextmanager
async def _live(app: Litestar) -> AsyncIterator[None]:
    """Run what runs as long as the application; the files are closed last."""
    state = app.state
    settings, control, workspaces = state.settings, state.control, state.workspaces
    async with AsyncExitStack() as running:
        for each in (
            _keep_open(control=control, workspaces=workspaces),
            watch_rooms(app, settings=settings, control=control),
            back_up_on_schedule(app, backups=state.backups, every_h=settings.backup_every_h),
            watch_repeats(
                app, control=control, workspaces=workspaces, usual_zone=settings.time_zone
            ),
            keep_reminders(
                app,
                settings=settings,
                control=control,
                workspaces=workspaces,
                pusher=state.pusher,
            ),
            forget_words_in_time(app, control=control, workspaces=workspaces),
            deliver_webhooks(app, settings=settings, control=control, workspaces=workspaces),
        ):
            await running.enter_async_context(each)
        yield


def _open(settings: Settings, kinds: Kinds) -> tuple[DatabaseFile, Workspaces]:
    data, owner_id = settings.data, settings.secrets.owner_id
    finish_restore(data)
    upgrade_folder(data_folder(data, kinds), keep=settings.backup_keep)
    refuse_loss(data / CONTROL_NAME, is_lost=any((data / WORKSPACES).glob("*.db")))
    control = DatabaseFile(data / CONTROL_NAME, CONTROL)
    workspaces = Workspaces(data / WORKSPACES, workspace_schema(kinds), kinds)

    def prepare(db: Database) -> None:
        ensure_account(db, owner_id, utc_stamp())
        remove_expired(db, int(time.time()))
        forget_signed_tokens(db, int(time.time()))
        finish_removals(db, workspaces)

    try:
        is_known = control.write_now(lambda db: find_account(db, owner_id)) is not None
        refuse_loss(data / WORKSPACES / f"{owner_id}.db", is_lost=is_known)
        workspaces.open_now(owner_id)
        # Only now: an account that is known has had its workspace.
        control.write_now(prepare)
    except BaseException:
        workspaces.close()
        control.close()
        raise
    return control, workspaces


@asynccontextmanager
async def _keep_open(*, control: DatabaseFile, workspaces: Workspaces) -> AsyncIterator[None]:
    warming = asyncio.create_task(_warm_up())
    try:
        yield
    finally:
        warming.cancel()
        await asyncio.gather(warming, return_exceptions=True)
        workspaces.close_streams()
        await workspaces.end()
        await asyncio.to_thread(control.close)


async def _warm_up() -> None:
    """Make the first sentence fast, but not at the expense of who waits for the start."""
    await asyncio.sleep(WARM_UP_AFTER_S)
    await asyncio.to_thread(warm_up, ENGLISH)
    # All templates take seconds, so they are compiled little by little; one that is wanted sooner
    # is compiled then.
    for sentence in ENGLISH.sentences:
        await asyncio.to_thread(sentence.compile)
        await asyncio.sleep(WARM_UP_PAUSE_S)


async def _add_headers(message: Message, scope: Scope) -> None:
    """Answers of the API are one person's, and nothing but what they say they are."""
    if message["type"] == "http.response.start" and scope["path"].startswith("/api/"):
        headers = MutableScopeHeaders(message)
        headers["Cache-Control"] = "no-store"
        headers["X-Content-Type-Options"] = "nosniff"


def _openapi() -> OpenAPIConfig:
    return OpenAPIConfig(
        title="Saydo",
        version=VERSION,
        description="Tasks of one person, by voice, by words and by hand.",
        path="/api/schema",
        # The other renderers load their scripts from elsewhere.
        render_plugins=[StrictRender(path=["/", "/openapi.json"])],
        use_handler_docstrings=True,
        components=Components(
            security_schemes={
                "bearer": SecurityScheme(type="http", scheme="bearer"),
                "browser": SecurityScheme(
                    type="apiKey",
                    name=COOKIE,
                    security_scheme_in="cookie",
                    description=f"Over https its name is {SECURE_COOKIE}.",
                ),
            }
        ),
        security=[{"bearer": []}, {"browser": []}],
    )
