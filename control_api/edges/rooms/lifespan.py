"""The watchdog's life: it starts and ends with the application."""

import asyncio
import contextlib
from collections.abc import AsyncIterator

from litestar import Litestar

from control_api.database.open import DatabaseFile
from control_api.edges.rooms.dispatch import LiveKit
from control_api.edges.rooms.places import Places
from control_api.edges.rooms.watchdog import Watchdog
from control_api.setup.settings import Settings
from control_api.who.rooms.store import ours


@contextlib.asynccontextmanager
async def watch_rooms(
    app: Litestar, *, settings: Settings, control: DatabaseFile
) -> AsyncIterator[None]:
    """Watch the rooms while the application runs, whose state has the `watchdog` then."""
    secrets = settings.secrets
    livekit = LiveKit(settings.livekit_url, key=secrets.livekit_key, secret=secrets.livekit_secret)
    places = Places(settings.max_conversations, settings.max_conversations_each)
    watchdog = Watchdog(livekit, lambda names: control.read(lambda db: ours(db, names)), places)
    app.state.watchdog = watchdog
    watching = asyncio.create_task(watchdog.run())
    try:
        yield
    finally:
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)
        await livekit.aclose()
