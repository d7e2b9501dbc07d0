"""Words go when their time is over, also where nobody speaks any more."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator
from functools import partial

from litestar import Litestar

from control_api.database.open import DatabaseFile
from control_api.log.workspaces import Workspaces
from control_api.requests.turn_store import all_keep_days, forget_old
from shared.problems import ProblemError

EVERY_S = 6 * 3600.0

log = logging.getLogger("saydo.turns")


@contextlib.asynccontextmanager
async def forget_words_in_time(
    _: Litestar, *, control: DatabaseFile, workspaces: Workspaces
) -> AsyncIterator[None]:
    """Look through the workspaces of those who have words kept, while the application runs."""
    forgetting = asyncio.create_task(_keep_forgetting(control, workspaces))
    try:
        yield
    finally:
        forgetting.cancel()
        await asyncio.gather(forgetting, return_exceptions=True)


async def forget_in_all(control: DatabaseFile, workspaces: Workspaces) -> None:
    """Delete the words whose time is over. One file that can't be used keeps no other waiting."""
    for account_id, days in (await control.read(all_keep_days)).items():
        try:
            workspace = await workspaces.open(account_id)
            await workspace.file.write(partial(forget_old, keep_days=days))
        except ProblemError as error:
            log.warning("old words are still there: %s", error)


async def _keep_forgetting(control: DatabaseFile, workspaces: Workspaces) -> None:
    while True:
        await forget_in_all(control, workspaces)
        await asyncio.sleep(EVERY_S)
