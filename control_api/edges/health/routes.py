"""Health and readiness over HTTP, for programs that watch over this one."""

import asyncio
import platform
import sqlite3
from importlib.metadata import version
from urllib.parse import urlsplit

import msgspec
from litestar import Response, Router, get
from litestar.di import NamedDependency

from control_api.database.open import DatabaseFile
from control_api.http.errors import PUBLIC, problem_responses
from control_api.setup.settings import Settings
from shared.version import VERSION

LIVEKIT_WITHIN_S = 1.0
DEFAULT_PORTS = {"ws": 80, "http": 80, "wss": 443, "https": 443}

VERSIONS = {
    "saydo": VERSION,
    "python": platform.python_version(),
    "sqlite": sqlite3.sqlite_version,
    "litestar": version("litestar"),
}


class Health(msgspec.Struct, frozen=True):
    """Answer of ``GET /api/v1/health``."""

    status: str
    versions: dict[str, str]


class Readiness(msgspec.Struct, frozen=True):
    """Answer of ``GET /api/v1/ready``."""

    ready: bool
    database: bool
    """The files can be read."""
    livekit: bool
    """The LiveKit server can be reached."""


@get(
    "/health",
    operation_id="getHealth",
    summary="Alive, and in which versions",
    security=PUBLIC,
)
async def read_health() -> Health:
    """Answer as long as the program runs."""
    return Health(status="ok", versions=VERSIONS)


@get(
    "/ready",
    operation_id="getReadiness",
    summary="Ready for work",
    responses=problem_responses(),
    security=PUBLIC,
)
async def read_readiness(
    settings: NamedDependency[Settings], control: NamedDependency[DatabaseFile]
) -> Response[Readiness]:
    """Answer 200 when everything that is needed can be had, else 503."""
    database, livekit = await asyncio.gather(
        _database_answers(control), _reachable(settings.livekit_url)
    )
    ready = Readiness(ready=database and livekit, database=database, livekit=livekit)
    return Response(ready, status_code=200 if ready.ready else 503)


async def _database_answers(control: DatabaseFile) -> bool:
    try:
        await control.read(lambda db: db.execute("SELECT 1 FROM accounts").fetchone())
    except sqlite3.Error:
        return False
    return True


async def _reachable(url: str) -> bool:
    parts = urlsplit(url)
    try:
        async with asyncio.timeout(LIVEKIT_WITHIN_S):
            _, writer = await asyncio.open_connection(
                parts.hostname, parts.port or DEFAULT_PORTS[parts.scheme]
            )
    except (OSError, TimeoutError):
        return False
    writer.close()
    return True


router = Router("/", route_handlers=[read_health, read_readiness], tags=["Health"])
