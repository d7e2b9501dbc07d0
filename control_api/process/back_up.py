"""Backups made and put back by hand: by the server when it runs, else right here."""

import time
from typing import TypeVar
from urllib.parse import quote

import httpx
import msgspec

from control_api.app.schemas import data_folder
from control_api.database.backup import make_backup
from control_api.database.lock import InUseError, only_user
from control_api.database.restore import finish_restore, restore
from control_api.setup.secrets import load_or_create
from control_api.setup.settings import Settings
from control_api.setup.setup_error import SetupError
from control_api.who.signed_tokens.tokens import MOMENT_S, make_owner_token
from shared.backups import Backup, BackupPage, Restore, Restored
from shared.problems import Problem, ProblemError

ANSWER_WITHIN_S = 3600
BACK_WITHIN_S = 60
"""A server that was ended in the middle of a restore may be started again, and finishes it."""
LOOK_EVERY_S = 0.1

T = TypeVar("T")


class NoAnswerError(SetupError):
    """The server has the data folder, and can't be reached."""


def back_up(settings: Settings) -> Backup:
    """Make a backup, whether the server runs or not. Raises `SetupError`."""
    try:
        with only_user(settings.data):
            finish_restore(settings.data)
            return make_backup(data_folder(settings.data), "hand", keep=settings.backup_keep)
    except InUseError:
        return _ask_server(settings, "POST", "backups", Backup)
    except ProblemError as error:
        raise SetupError(str(error)) from error


def put_back(settings: Settings, which: str) -> Restored:
    """Put a backup back, whether the server runs or not. Raises `SetupError`."""
    try:
        with only_user(settings.data):
            return restore(data_folder(settings.data), which, keep=settings.backup_keep)
    except InUseError:
        path = f"backups/{quote(which, safe='')}/restore"
        return _await_end(settings, _ask_server(settings, "POST", path, Restore))


def _await_end(settings: Settings, begun: Restore) -> Restored:
    """Ask until the server is back and says what became of it: meanwhile it does not answer."""
    tries = BACK_WITHIN_S / LOOK_EVERY_S
    while True:
        try:
            last = _ask_server(settings, "GET", "backups", BackupPage).last_restore
        except NoAnswerError:
            tries -= 1
            if tries < 0:
                raise
            time.sleep(LOOK_EVERY_S)
            continue
        if last is None or last.id != begun.id:
            raise SetupError(
                "Saydo was started anew in the middle of it; look whether everything is as you "
                f"want it, or put the backup back once more: {begun.backup.id}"
            )
        if last.state == "failed":
            raise SetupError(last.detail)
        if last.state == "done":
            return Restored(last.backup, last.before, last.set_aside)
        time.sleep(LOOK_EVERY_S)


def _ask_server(settings: Settings, method: str, path: str, answer_type: type[T]) -> T:
    # Read each time: a restore brings the keys of its time.
    secrets = load_or_create(settings.data)
    token = make_owner_token(secrets.signing_key, secrets.owner_id, MOMENT_S)
    try:
        answer = httpx.request(
            method,
            f"{settings.address}/api/v1/{path}",
            headers={"Authorization": f"Bearer {token}"},
            timeout=ANSWER_WITHIN_S,
            # A proxy set for the web must never see this.
            trust_env=False,
        )
        if answer.is_success:
            return msgspec.json.decode(answer.content, type=answer_type)
        problem = msgspec.json.decode(answer.content, type=Problem)
    except (httpx.TransportError, msgspec.MsgspecError) as error:
        raise NoAnswerError(
            f"Saydo is running on {settings.data}, but does not answer at {settings.address}. "
            "Set SAYDO_HOST and SAYDO_PORT to what it was started with."
        ) from error
    raise SetupError(problem.detail or problem.title)
