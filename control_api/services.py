"""What the routes work with, made once at start and kept in the application's state."""

from typing import Any

import msgspec
from litestar.connection import ASGIConnection

from control_api.database.open import DatabaseFile
from control_api.edges.backups.maker import Backups
from control_api.edges.exchange.apart.reading import Imports
from control_api.edges.pushing.pusher import Pusher
from control_api.log.workspaces import Workspaces
from control_api.setup.settings import Settings
from control_api.who.callers.lookup_cache import KnownAccounts, KnownMachineTokens
from control_api.who.passwords.slow_down import SlowDown


class Services(msgspec.Struct, frozen=True):
    """The settings and the open files."""

    settings: Settings
    control: DatabaseFile
    """Accounts, sign-ins and rooms: what is not one person's alone."""
    workspaces: Workspaces
    backups: Backups
    accounts: KnownAccounts
    pusher: Pusher
    machine_tokens: KnownMachineTokens
    imports: Imports = msgspec.field(default_factory=Imports)
    slow_down: SlowDown = msgspec.field(default_factory=SlowDown)
    """For who guesses passwords."""


def services_of(connection: ASGIConnection[Any, Any, Any, Any]) -> Services:
    """Find the services of the application that a connection came to."""
    services: Services = connection.app.state.services
    return services
