"""What takes long to make and is the same in every test: empty databases, and routes."""

import tempfile
from functools import cache
from pathlib import Path

import msgspec
from litestar import Litestar

from control_api.app.application import create_app, open_again
from control_api.app.schemas import CONTROL, WORKSPACE
from control_api.database.folder import CONTROL_NAME, WORKSPACES
from control_api.database.open import open_writer
from control_api.database.schema import Schema
from control_api.setup.secrets import Secrets
from control_api.setup.settings import Settings

_SCHEMAS: dict[str, Schema] = {"control": CONTROL, "workspace": WORKSPACE}
_NO_SECRETS = Secrets(owner_id="", livekit_key="", livekit_secret="", signing_key="", worker_key="")
_built: dict[Settings, Litestar] = {}


def lay_empty_workspace(path: Path) -> None:
    """Put an empty workspace there, as the program makes it."""
    _lay(path, "workspace")


def app_over(settings: Settings) -> Litestar:
    """An application as it is after its first start, with nothing in it.

    Of the one before only the routes are left, and only where they count nothing.
    """
    if not (settings.data / CONTROL_NAME).exists():
        _lay(settings.data / CONTROL_NAME, "control")
        (settings.data / WORKSPACES).mkdir(mode=0o700, exist_ok=True)
        _lay(settings.data / WORKSPACES / f"{settings.secrets.owner_id}.db", "workspace")
    if settings.rate_limit is not None:
        return create_app(settings)
    routes = msgspec.structs.replace(settings, data=Path(), secrets=_NO_SECRETS)
    app = _built.get(routes)
    if app is None:
        app = _built[routes] = create_app(settings)
    else:
        app.state.clear()
        open_again(app, settings)
    return app


def _lay(path: Path, name: str) -> None:
    path.touch(mode=0o600)
    path.write_bytes(_empty(name))


@cache
def _empty(name: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{name}.db"
        open_writer(path, _SCHEMAS[name]).close()
        return path.read_bytes()
