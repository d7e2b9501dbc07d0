"""A backup in place of what the server has served, while it serves nobody."""

import logging

from litestar import Litestar
from msgspec.structs import replace

from control_api.app.application import open_again
from control_api.app.schemas import data_folder
from control_api.database.restore import UnfinishedRestoreError, restore
from control_api.setup.secrets import load_or_create
from control_api.setup.settings import Settings
from control_api.setup.setup_error import SetupError
from shared.backups import Restore, Restored

_log = logging.getLogger("saydo.backups")


def swap_in(app: Litestar, settings: Settings, wanted: Restore) -> Settings:
    """Put a backup back that was checked just now, to be served from then on; the settings then.

    Blocks; only while nothing in the data folder is open. When it can't be done, all is served as
    it was before. Raises `SetupError` when that can't be done either.
    """
    data = data_folder(settings.data)
    try:
        done = restore(data, wanted.backup.id, keep=settings.backup_keep, check=lambda _: {})
    except UnfinishedRestoreError:
        raise
    except SetupError as error:
        return _serve_as_before(app, settings, wanted, error)
    try:
        return _serve_restored(app, settings, wanted, done)
    except SetupError as error:
        if done.before is None:
            raise
        restore(data, done.before.id, keep=settings.backup_keep)
        return _serve_as_before(app, settings, wanted, error)


def _serve_restored(app: Litestar, settings: Settings, wanted: Restore, done: Restored) -> Settings:
    restored = _with_restored_keys(settings)
    last = replace(wanted, state="done", before=done.before, set_aside=done.set_aside)
    open_again(app, restored, last)
    _log.info("Everything is as it was at %s.", done.backup.made_at)
    return restored


def _serve_as_before(
    app: Litestar, settings: Settings, wanted: Restore, error: SetupError
) -> Settings:
    _log.error("The backup %s could not be put back: %s", wanted.backup.id, error)
    open_again(app, settings, replace(wanted, state="failed", detail=str(error)))
    return settings


def _with_restored_keys(settings: Settings) -> Settings:
    """The LiveKit server and the worker go on with the keys that they were started with."""
    running, restored = settings.secrets, load_or_create(settings.data)
    keys = replace(
        restored,
        livekit_key=running.livekit_key,
        livekit_secret=running.livekit_secret,
        worker_key=running.worker_key,
    )
    return replace(settings, secrets=keys)
