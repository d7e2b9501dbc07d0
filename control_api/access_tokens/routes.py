"""Personal access tokens over HTTP."""

import time
from uuid import UUID

import msgspec
from litestar import Response, Router, delete, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody

from control_api.access_tokens.making import make_token
from control_api.access_tokens.store import StoredToken, list_tokens, remove_token
from control_api.accounts.guards import Principal, allow
from control_api.clock import utc_second
from control_api.errors import problem_responses
from control_api.services import Services
from control_api.sharing.access import end_streams_of
from shared.access_tokens import AccessToken, AccessTokens, MadeAccessToken, NewAccessToken
from shared.problems import NotFoundError


@get(
    "/access-tokens",
    operation_id="listAccessTokens",
    summary="List my access tokens",
    responses=problem_responses(401, 403),
)
async def list_access_tokens(
    services: NamedDependency[Services], principal: NamedDependency[Principal]
) -> AccessTokens:
    """Give all of them, newest first, each without its value, which is not kept."""
    stored = await services.control.read(lambda db: list_tokens(db, principal.account_id))
    return AccessTokens([_shown(token) for token in stored])


@post(
    "/access-tokens",
    operation_id="createAccessToken",
    summary="Make an access token",
    responses=problem_responses(401, 403, 413, 422, 503, 507),
)
async def create_access_token(
    services: NamedDependency[Services],
    principal: NamedDependency[Principal],
    data: JSONBody[NewAccessToken],
) -> Response[MadeAccessToken]:
    """Make a token for a program; its value is in this answer and never shown again."""
    now = int(time.time())
    within = principal.expires_at if principal.token_id else None
    token, value = await services.control.write(
        lambda db: make_token(db, principal.account_id, data, now, within=within)
    )
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
    services: NamedDependency[Services],
    principal: NamedDependency[Principal],
    token_id: FromPath[UUID],
) -> None:
    """Let nobody in with it any more, from now on; what it watches ends."""
    account_id = principal.account_id
    if not await services.control.write(lambda db: remove_token(db, account_id, str(token_id))):
        raise NotFoundError("You have no such access token.")
    await end_streams_of(services, account_id)


def _shown(token: StoredToken) -> AccessToken:
    return AccessToken(
        id=token.id,
        name=token.name,
        scopes=token.scopes,
        created_at=utc_second(token.created_at),
        expires_at=None if token.expires_at is None else utc_second(token.expires_at),
        last_used_at=None if token.last_used_at is None else utc_second(token.last_used_at),
    )


router = Router(
    "/",
    route_handlers=[list_access_tokens, create_access_token, delete_access_token],
    guards=[allow("owner")],
    tags=["Access tokens"],
)
