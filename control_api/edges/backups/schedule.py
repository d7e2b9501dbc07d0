"""A backup every so many hours, while the server runs."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator
from datetime import UTC, datetime

from litestar import Litestar

from control_api.edges.backups.maker import Backups
from shared.problems import ProblemError

FIRST_AFTER_S = 300
"""A start is busy enough without a backup."""
AGAIN_AFTER_S = 3600
"""After one that failed."""

_log = logging.getLogger("saydo.backups")


@contextlib.asynccontextmanager
async def back_up_on_schedule(
    _: Litestar, *, backups: Backups, every_h: float
) -> AsyncIterator[None]:
    """Make backups while the application runs; none when `every_h` (hours) is 0."""
    every_s = every_h * 3600
    working = asyncio.create_task(_run(backups, every_s)) if every_s else None
    try:
        yield
    finally:
        backups.stop()
        if working is not None:
            working.cancel()
            await asyncio.gather(working, return_exceptions=True)


async def _run(backups: Backups, every_s: float) -> None:
    wait_s = min(every_s, max(FIRST_AFTER_S, await _due_in_s(backups, every_s)))
    while True:
        await asyncio.sleep(wait_s)
        try:
            made = await backups.make("schedule")
        except ProblemError as error:
            _log.error("The backup that was due failed: %s", error)
            wait_s = min(every_s, AGAIN_AFTER_S)
            continue
        for name, faults in made.damaged.items():
            _log.error(
                "%s is damaged and not in the new backup: %s Older ones are kept; see: "
                "python -m control_api check",
                name,
                faults[0],
            )
        wait_s = every_s


async def _due_in_s(backups: Backups, every_s: float) -> float:
    for backup in await backups.list():
        if backup.reason == "schedule":
            age = datetime.now(UTC) - datetime.fromisoformat(backup.made_at)
            return every_s - age.total_seconds()
    return 0
