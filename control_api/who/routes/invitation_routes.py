"""Invitations over HTTP: made by the owner, used by the invited."""

import time
from typing import Any
from uuid import UUID

from litestar import Request, Response, Router, delete, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody

from control_api.database.clock import utc_second
from control_api.database.open import DatabaseFile
from control_api.http.errors import PUBLIC, problem_responses
from control_api.setup.settings import Settings
from control_api.who.callers.guards import allow, owner_of_saydo, same_origin
from control_api.who.callers.principal import Principal
from control_api.who.lifecycle.invitation import accept
from control_api.who.sessions.browser_sessions import start_session
from control_api.who.sessions.cookies import session_cookie, session_token
from control_api.who.sessions.store import use_code
from control_api.who.signed_tokens.tokens import make_invitation
from shared.accounts import Invitation, Me, NewAccount, NewInvitation
from shared.problems import NotFoundError

LONGEST_LIFE_S = 720 * 3600


@post(
    "/invitations",
    operation_id="createInvitation",
    summary="Invite somebody to an account of their own (owner)",
    guards=[allow("owner"), owner_of_saydo],
    responses=problem_responses(401, 403, 413, 422, 503, 507),
)
async def create_invitation(
    settings: NamedDependency[Settings],
    principal: NamedDependency[Principal],
    data: JSONBody[NewInvitation | None] = None,
) -> Invitation:
    """Make a code with which one person can set a name and a password, once."""
    key = settings.secrets.signing_key
    life_s = (data or NewInvitation()).life_h * 3600
    code, claims = make_invitation(key, principal.account_id, life_s)
    return Invitation(id=claims.jti, code=code, expires_at=utc_second(claims.exp))


@delete(
    "/invitations/{invitation_id:uuid}",
    operation_id="deleteInvitation",
    summary="Withdraw an invitation (owner)",
    guards=[allow("owner"), owner_of_saydo],
    responses=problem_responses(401, 403, 404, 503, 507),
)
async def delete_invitation(
    control: NamedDependency[DatabaseFile], invitation_id: FromPath[UUID]
) -> None:
    """Let nobody in with it."""
    until = int(time.time()) + LONGEST_LIFE_S
    if not await control.write(lambda db: use_code(db, str(invitation_id), until)):
        raise NotFoundError("This invitation was used or withdrawn before.")


@post(
    "/accounts",
    operation_id="createAccount",
    summary="Accept an invitation",
    guards=[same_origin],
    security=PUBLIC,
    responses=problem_responses(401, 403, 413, 422, 503, 507),
)
async def create_account(
    request: Request[Any, Any, Any],
    settings: NamedDependency[Settings],
    control: NamedDependency[DatabaseFile],
    data: JSONBody[NewAccount],
) -> Response[Me]:
    """Make the account, and sign this browser in to it."""
    me = await accept(settings, control, data)
    now = int(time.time())
    browser = request.headers.get("user-agent", "")
    earlier = session_token(request, settings.trusted_proxies)
    token = await control.write(
        lambda db: start_session(db, me.id, now, browser=browser, instead_of=earlier)
    )
    cookie = session_cookie(request, token, settings.trusted_proxies)
    return Response(me, status_code=201, headers={"Location": "/api/v1/me"}, cookies=[cookie])


router = Router(
    "/",
    route_handlers=[create_invitation, delete_invitation, create_account],
    tags=["Accounts"],
)
