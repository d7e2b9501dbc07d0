"""Signing in and out, and who one is, over HTTP."""

import time
from collections.abc import Callable
from typing import Any

import msgspec
from litestar import Request, Response, Router, get, patch, post
from litestar.di import NamedDependency
from litestar.params import JSONBody
from msgspec import UNSET
from sqlite_utils import Database

from control_api.database.open import DatabaseFile
from control_api.http.addresses import caller_key
from control_api.http.errors import PUBLIC, problem_responses
from control_api.input.single_line import clean_line
from control_api.input.time_zones import find_time_zone
from control_api.log.workspaces import Workspaces
from control_api.setup.settings import Settings
from control_api.who.accounts.store import Account, find_account, save_account
from control_api.who.callers.guards import allow, same_origin
from control_api.who.callers.principal import Principal
from control_api.who.device_codes.codes import plain_code
from control_api.who.lifecycle.sign_in_code import redeem_code, redeem_device_code
from control_api.who.lifecycle.sign_out import end_streams_of
from control_api.who.passwords.rules import check_sign_in
from control_api.who.passwords.slow_down import SlowDown
from control_api.who.passwords.store import find_of_account
from control_api.who.sessions.browser_sessions import end_session, start_session
from control_api.who.sessions.cookies import no_cookie, session_cookie, session_token
from shared.accounts import Me, MeChanges, SignIn
from shared.problems import InvalidInputError, UnauthenticatedError

NAME_LENGTH = 200


@post(
    "/sign-in",
    operation_id="signIn",
    summary="Sign a browser in, with a password, the code of a sign-in link, or one for a device",
    status_code=204,
    guards=[same_origin],
    security=PUBLIC,
    responses=problem_responses(401, 403, 413, 422, 429, 503, 507),
)
async def sign_in(
    request: Request[Any, Any, Any],
    settings: NamedDependency[Settings],
    control: NamedDependency[DatabaseFile],
    slow_down: NamedDependency[SlowDown],
    data: JSONBody[SignIn],
) -> Response[None]:
    """Set the cookie of a new session.

    A link works once, within an hour of being made; a code for a device once, within ten minutes.
    """
    trusted = settings.trusted_proxies
    address = caller_key(request.scope, trusted)
    key = settings.secrets.signing_key
    account_of = await _check(control, slow_down, key, data, address)
    now = int(time.time())
    earlier = session_token(request, trusted)
    browser = request.headers.get("user-agent", "")

    def work(db: Database) -> str:
        return start_session(db, account_of(db), now, browser=browser, instead_of=earlier)

    token = await control.write(work)
    return Response(None, status_code=204, cookies=[session_cookie(request, token, trusted)])


async def _check(
    control: DatabaseFile, slow_down: SlowDown, key: str, data: SignIn, address: str
) -> Callable[[Database], str]:
    """Find out, with the time that takes, who signs in; the rest is told by a transaction."""
    match data:
        case SignIn(code=str(code), name=None, password=None):
            plain = plain_code(code)
            if plain is None:
                return lambda db: redeem_code(db, key, code.strip())
            slow_down.begin_from(address, time.monotonic())
            return lambda db: redeem_device_code(db, plain, int(time.time()))
        case SignIn(code=None, name=str(name), password=str(password)):
            checked = await check_sign_in(control, slow_down, name, password, address)
        case _:
            raise InvalidInputError("Send either a code, or a name and a password.")

    def unchanged(db: Database) -> str:
        if find_of_account(db, checked.account_id) != checked:
            raise UnauthenticatedError("The password was changed just now; use the new one.")
        return checked.account_id

    return unchanged


@post(
    "/sign-out",
    operation_id="signOut",
    summary="Sign this browser out",
    status_code=204,
    guards=[same_origin],
    security=PUBLIC,
    responses=problem_responses(403, 503, 507),
)
async def sign_out(
    request: Request[Any, Any, Any],
    settings: NamedDependency[Settings],
    control: NamedDependency[DatabaseFile],
    workspaces: NamedDependency[Workspaces],
) -> Response[None]:
    """End this browser's session, and what it watches. Does nothing when there is none."""
    token = session_token(request, settings.trusted_proxies)
    if token:
        account_id = await control.write(lambda db: end_session(db, token))
        if account_id is not None:
            await end_streams_of(control, workspaces, account_id)
    return Response(None, status_code=204, cookies=[no_cookie(request, settings.trusted_proxies)])


@get(
    "/me",
    operation_id="getMe",
    summary="Who I am",
    guards=[allow("owner", "session")],
    responses=problem_responses(401, 403),
)
async def read_me(
    settings: NamedDependency[Settings],
    control: NamedDependency[DatabaseFile],
    principal: NamedDependency[Principal],
) -> Me:
    """Give the person's names, time zone and language."""
    return await control.read(lambda db: _me(db, principal.account_id, settings))


@patch(
    "/me",
    operation_id="changeMe",
    summary="Change my name, time zone or language",
    guards=[allow("owner")],
    responses=problem_responses(401, 403, 413, 422, 503, 507),
)
async def change_me(
    settings: NamedDependency[Settings],
    control: NamedDependency[DatabaseFile],
    workspaces: NamedDependency[Workspaces],
    principal: NamedDependency[Principal],
    data: JSONBody[MeChanges],
) -> Me:
    """Change what is given and leave the rest. An empty name is none."""
    if data.time_zone is not UNSET:
        find_time_zone(data.time_zone)

    def work(db: Database) -> Me:
        account = _account(db, principal.account_id)
        name = account.name if data.name is UNSET else _clean_name(data.name)
        time_zone = account.time_zone if data.time_zone is UNSET else data.time_zone
        language = account.language if data.language is UNSET else data.language
        changed = msgspec.structs.replace(
            account, name=name, time_zone=time_zone, language=language
        )
        save_account(db, changed)
        return _me(db, account.id, settings)

    me = await control.write(work)
    workspaces.wake(me.id)
    return me


def _me(db: Database, account_id: str, settings: Settings) -> Me:
    account = _account(db, account_id)
    return Me(
        id=account.id,
        name=account.name,
        time_zone=account.time_zone or settings.time_zone,
        language=account.language or settings.language,
        has_chosen_language=account.language is not None,
        sign_in_name=account.sign_in_name,
        is_owner=account.id == settings.secrets.owner_id,
    )


def _account(db: Database, account_id: str) -> Account:
    account = find_account(db, account_id)
    if account is None:
        raise UnauthenticatedError("This account does not exist any more.")
    return account


def _clean_name(name: str) -> str:
    return clean_line(name, "name", NAME_LENGTH) if name.strip() else ""


router = Router("/", route_handlers=[sign_in, sign_out, read_me, change_me], tags=["Accounts"])
