"""Which callers a route lets in."""

from litestar.handlers import BaseRouteHandler
from litestar.types import Guard

from control_api.setup.settings import Settings
from control_api.who.access_tokens.rights import covers, needed_for
from control_api.who.callers.authenticator import Authenticator
from control_api.who.callers.origin import Connection, refuse_other_origins
from control_api.who.callers.principal import Scope
from control_api.who.callers.reauthentication import refuse_access_token
from shared.access_tokens import TokenScope
from shared.problems import ForbiddenError


def allow(*scopes: Scope, needs: TokenScope | None = None) -> Guard:
    """Make a guard that lets callers with one of these scopes in, and nobody else.

    `needs` is what an access token must allow, besides what the method asks for: unless it is said,
    `admin` where no voice session may go either. It raises `UnauthenticatedError` or
    `ForbiddenError`; after it, the request's user is the `Principal`. Needs the `authenticator` in
    the application's state.
    """
    least = needs or ("read" if "session" in scopes else "admin")

    async def guard(connection: Connection, _: BaseRouteHandler) -> None:
        authenticator: Authenticator = connection.app.state.authenticator
        principal = await authenticator.identify(connection)
        if principal.scope not in scopes:
            raise ForbiddenError("This credential is for something else.")
        needed = needed_for(str(connection.scope.get("method")), least)
        if not covers(principal.right, needed):
            raise ForbiddenError(f"This takes an access token with the scope '{needed}'.")
        connection.scope["user"] = principal

    return guard


def in_person(connection: Connection, _: BaseRouteHandler) -> None:
    """Refuse access tokens, whatever they allow; after `allow`. Raises `ProofNeededError`."""
    refuse_access_token(connection.user)


def owner_of_saydo(connection: Connection, _: BaseRouteHandler) -> None:
    """Refuse everybody but the owner of the data folder; after `allow`. Raises `ForbiddenError`.

    Needs the `settings` in the application's state.
    """
    settings: Settings = connection.app.state.settings
    if connection.user.account_id != settings.secrets.owner_id:
        raise ForbiddenError("Only the owner of this Saydo may do that.")


def same_origin(connection: Connection, _: BaseRouteHandler) -> None:
    """Refuse what another web site makes a browser send. Raises `ForbiddenError`."""
    refuse_other_origins(connection)
