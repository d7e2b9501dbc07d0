"""Access tokens over HTTP."""

import time
from collections.abc import Callable
from uuid import UUID

import msgspec
from litestar import Response, Router, delete, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody
from sqlite_utils import Database

from control_api.database.clock import utc_second
from control_api.database.open import DatabaseFile
from control_api.http.errors import problem_responses
from control_api.log.workspaces import Workspaces
from control_api.who.access_tokens.making import make_token
from control_api.who.access_tokens.rights import strongest
from control_api.who.access_tokens.store import StoredToken, list_tokens, remove_token
from control_api.who.callers.guards import allow
from control_api.who.callers.principal import Principal
from control_api.who.callers.reauthentication import Reauthentication
from control_api.who.lifecycle.sign_out import end_streams_of
from control_api.who.signed_tokens.store import (
    SignedToken,
    list_signed_tokens,
    revoke_signed_token,
)
from shared.access_tokens import AccessToken, AccessTokens, MadeAccessToken, NewAccessToken
from shared.accounts import Proof
from shared.problems import NotFoundError


@get(
    "/access-tokens",
    operation_id="listAccessTokens",
    summary="List my access tokens",
    responses=problem_responses(401, 403),
)
async def list_access_tokens(
    control: NamedDependency[DatabaseFile], principal: NamedDependency[Principal]
) -> AccessTokens:
    """Give all of them, newest first, each without its value, which is not kept.

    Those that were made at the machine itself are among them from their first use on.
    """
    account_id, now = principal.account_id, int(time.time())

    def work(db: Database) -> list[AccessToken]:
        made_here = list_signed_tokens(db, account_id, now)
        return [
            *map(_shown, list_tokens(db, account_id)),
            *map(_shown_signed_token, made_here),
        ]

    found = await control.read(work)
    return AccessTokens(sorted(found, key=lambda token: token.created_at, reverse=True))


@post(
    "/access-tokens",
    operation_id="createAccessToken",
    summary="Make an access token",
    responses=problem_responses(401, 403, 413, 422, 429, 503, 507),
)
async def create_access_token(
    control: NamedDependency[DatabaseFile],
    principal: NamedDependency[Principal],
    reauthentication: NamedDependency[Reauthentication],
    data: JSONBody[NewAccessToken],
) -> Response[MadeAccessToken]:
    """Make a token for a program; its value is in this answer and never shown again.

    One with the scope `admin` takes the password, or the code of a new sign-in link.
    """
    now = int(time.time())
    within = principal.expires_at if principal.token_id else None
    proved = await _prove(reauthentication, data)

    def work(db: Database) -> tuple[StoredToken, str]:
        proved(db)
        return make_token(db, principal.account_id, data, now, within=within)

    token, value = await control.write(work)
    made = MadeAccessToken(**msgspec.structs.asdict(_shown(token)), token=value)
    where = f"/api/v1/access-tokens/{token.id}"
    return Response(made, status_code=201, headers={"Location": where})


@delete(
    "/access-tokens/{token_id:uuid}",
    operation_id="deleteAccessToken",
    summary="Revoke an access token",
    responses=problem_responses(401, 403, 404, 503, 507),
)
async def delete_access_token(
    control: NamedDependency[DatabaseFile],
    workspaces: NamedDependency[Workspaces],
    principal: NamedDependency[Principal],
    token_id: FromPath[UUID],
) -> None:
    """Let nobody in with it any more, from now on; what it watches ends."""
    account_id, revoked = principal.account_id, str(token_id)
    if not await control.write(
        lambda db: (
            remove_token(db, account_id, revoked) or revoke_signed_token(db, account_id, revoked)
        )
    ):
        raise NotFoundError("You have no such access token.")
    await end_streams_of(control, workspaces, account_id)


async def _prove(
    reauthentication: Reauthentication, wanted: NewAccessToken
) -> Callable[[Database], None]:
    """What changes the account and its tokens is not for who found a browser or a token."""
    if strongest(wanted.scopes) != "admin":
        return _nothing
    return await reauthentication.prove(Proof(wanted.password, wanted.code))


def _nothing(_: Database) -> None:
    """The rest needs no proof."""


def _shown(token: StoredToken) -> AccessToken:
    return AccessToken(
        id=token.id,
        name=token.name,
        scopes=token.scopes,
        created_at=utc_second(token.created_at),
        expires_at=None if token.expires_at is None else utc_second(token.expires_at),
        last_used_at=None if token.last_used_at is None else utc_second(token.last_used_at),
    )


def _shown_signed_token(token: SignedToken) -> AccessToken:
    return AccessToken(
        id=token.id,
        name="Made at the machine",
        scopes=["admin"],
        created_at=utc_second(int(token.created_at)),
        expires_at=utc_second(token.expires_at),
        last_used_at=utc_second(token.last_used_at),
    )


router = Router(
    "/",
    route_handlers=[list_access_tokens, create_access_token, delete_access_token],
    guards=[allow("owner")],
    tags=["Access tokens"],
)
