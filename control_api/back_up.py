"""A backup by hand: by the server when it runs, else right here."""

import httpx
import msgspec

from control_api.accounts.tokens import make_owner_token
from control_api.database.backup import make_backup
from control_api.database.lock import InUseError, only_user
from control_api.database.restore import finish_restore
from control_api.settings import Settings
from control_api.setup_error import SetupError
from shared.backups import Backup
from shared.problems import Problem, ProblemError

ANSWER_WITHIN_S = 3600


def back_up(settings: Settings) -> Backup:
    """Make a backup, whether the server runs or not. Raises `SetupError`."""
    try:
        with only_user(settings.data):
            finish_restore(settings.data)
            return make_backup(settings.data, "hand", keep=settings.backup_keep)
    except InUseError:
        return _ask_server(settings)
    except ProblemError as error:
        raise SetupError(str(error)) from error


def _ask_server(settings: Settings) -> Backup:
    secrets = settings.secrets
    try:
        answer = httpx.post(
            f"{settings.address}/api/v1/backups",
            headers={
                "Authorization": f"Bearer {make_owner_token(secrets.signing_key, secrets.owner_id)}"
            },
            timeout=ANSWER_WITHIN_S,
            # A proxy set for the web must never see this.
            trust_env=False,
        )
        if answer.is_success:
            return msgspec.json.decode(answer.content, type=Backup)
        problem = msgspec.json.decode(answer.content, type=Problem)
    except (httpx.TransportError, msgspec.MsgspecError) as error:
        raise SetupError(
            f"Saydo is running on {settings.data}, but does not answer at {settings.address}. "
            "Set SAYDO_HOST and SAYDO_PORT to what it was started with."
        ) from error
    raise SetupError(problem.detail or problem.title)
