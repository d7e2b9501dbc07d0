"""The running server: one a data folder, one a port, gone within seconds when it is told to go."""

import errno
import gc
import logging
import resource
import socket
import sys

import uvicorn
from litestar import Litestar

from control_api.app.application import create_app
from control_api.database.lock import only_user
from control_api.edges.backups.maker import Backups
from control_api.http.connections import protocol_for
from control_api.http.under_path import UnderPath
from control_api.log.workspaces import Workspaces
from control_api.process.swap import swap_in
from control_api.setup.settings import Settings
from control_api.setup.setup_error import SetupError
from shared.backups import Restore

SHUTDOWN_WITHIN_S = 2
WAITING_CONNECTIONS = 2048
OPEN_FILES = 10_240
SWITCH_AFTER_S = 0.0005

_log = logging.getLogger("saydo")


def serve(settings: Settings) -> None:
    """Serve until SIGINT or SIGTERM. Raises `SetupError` when it can't begin."""
    logging.basicConfig(
        level=logging.WARNING, format="%(levelname)s %(message)s", stream=sys.stderr, force=True
    )
    _log.setLevel(logging.INFO)
    _allow_many_connections()
    with _listen(settings) as listener, only_user(settings.data):
        app = create_app(settings)
        while (wanted := _run(app, settings, listener)) is not None:
            settings = swap_in(app, settings, wanted)


def _run(app: Litestar, settings: Settings, listener: socket.socket) -> Restore | None:
    """Serve until told to stop, or until a backup is to be put back; which."""
    public = settings.public_address
    config = uvicorn.Config(
        UnderPath(app, public) if public and public.path else app,
        access_log=False,
        http=protocol_for(settings),
        log_config=None,
        lifespan="on",
        proxy_headers=False,
        server_header=False,
        timeout_graceful_shutdown=SHUTDOWN_WITHIN_S,
        ws="none",
    )
    backups: Backups = app.state.backups
    server = ApiServer(config, settings.address, app.state.workspaces, backups)
    # uvicorn closes what it gets; who comes during a restore waits at the one that stays open.
    server.run(sockets=[listener.dup()])
    return backups.wanted


class ApiServer(uvicorn.Server):
    """Ends the live streams before it waits for connections to end: they never would."""

    def __init__(
        self, config: uvicorn.Config, address: str, workspaces: Workspaces, backups: Backups
    ) -> None:
        """`address` is what it says that it listens on."""
        super().__init__(config)
        self._address = address
        self._workspaces = workspaces
        self._backups = backups

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin, and say where."""
        await super().startup(sockets)
        # What is there by now stays: to look through it again and again would hold up answers.
        gc.freeze()
        # Threads that read words leave off for the event loop ten times as soon as usual.
        sys.setswitchinterval(SWITCH_AFTER_S)
        if self.started:
            _log.info("The control API listens on %s", self._address)

    async def on_tick(self, counter: int) -> bool:
        """Look, ten times a second, whether it is time to stop."""
        return await super().on_tick(counter) or self._backups.wanted is not None

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop as soon as what is under way is done."""
        self._workspaces.close_streams()
        await super().shutdown(sockets)


def _listen(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listener = socket.socket(family)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((settings.host, settings.port))
        # Now: without it a second server would find out only later that the port is taken.
        listener.listen(WAITING_CONNECTIONS)
    except OSError as error:
        listener.close()
        if error.errno == errno.EADDRINUSE:
            raise SetupError(
                f"Port {settings.port} is taken. Stop the other program, "
                "or choose another port with SAYDO_PORT."
            ) from error
        raise SetupError(
            f"SAYDO_HOST {settings.host} with port {settings.port} can't be used"
            f" ({error.strerror})."
        ) from error
    return listener


def _allow_many_connections() -> None:
    """Take more open files than the usual 1,024, which a few callers could hold."""
    now, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = OPEN_FILES if most == resource.RLIM_INFINITY else min(OPEN_FILES, most)
    if now < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, most))
