"""The browsers that are signed in, over HTTP."""

import time
from typing import Any
from uuid import UUID

from litestar import Request, Router, delete, get
from litestar.di import NamedDependency
from litestar.params import FromPath

from control_api.database.clock import utc_second
from control_api.database.open import DatabaseFile
from control_api.http.errors import problem_responses
from control_api.log.workspaces import Workspaces
from control_api.setup.settings import Settings
from control_api.who.callers.guards import allow
from control_api.who.callers.principal import Principal
from control_api.who.lifecycle.sign_out import end_all_others, end_streams_of
from control_api.who.sessions.browser_sessions import hash_token
from control_api.who.sessions.cookies import session_token
from control_api.who.sessions.store import StoredSession, list_sessions, remove_session_of
from shared.accounts import BrowserSession, BrowserSessions
from shared.problems import NotFoundError


@get(
    "/sessions",
    operation_id="listSessions",
    summary="List the browsers I am signed in with",
    responses=problem_responses(401, 403),
)
async def list_browser_sessions(
    request: Request[Any, Any, Any],
    settings: NamedDependency[Settings],
    control: NamedDependency[DatabaseFile],
    principal: NamedDependency[Principal],
) -> BrowserSessions:
    """Give all of them, the newest first."""
    current = hash_token(session_token(request, settings.trusted_proxies) or "")
    stored = await control.read(lambda db: list_sessions(db, principal.account_id))
    return BrowserSessions([_shown(session, current) for session in stored])


@delete(
    "/sessions",
    operation_id="endOtherSessions",
    summary="Sign out everywhere: end all other browsers, and all that was signed for me",
    responses=problem_responses(401, 403, 503, 507),
)
async def end_other_browser_sessions(
    request: Request[Any, Any, Any],
    settings: NamedDependency[Settings],
    control: NamedDependency[DatabaseFile],
    workspaces: NamedDependency[Workspaces],
    principal: NamedDependency[Principal],
) -> None:
    """End every session but the one that asks, every token made at the machine, and conversations.

    What they watch ends too. Access tokens stay until each is revoked.
    """
    account_id, spared = principal.account_id, principal.signed_token
    session = session_token(request, settings.trusted_proxies)
    await control.write(
        lambda db: end_all_others(db, account_id, time.time(), session=session, token=spared)
    )
    await end_streams_of(control, workspaces, account_id)


@delete(
    "/sessions/{session_id:uuid}",
    operation_id="endSession",
    summary="Sign one browser out",
    responses=problem_responses(401, 403, 404, 503, 507),
)
async def end_browser_session(
    control: NamedDependency[DatabaseFile],
    workspaces: NamedDependency[Workspaces],
    principal: NamedDependency[Principal],
    session_id: FromPath[UUID],
) -> None:
    """End one session, and what it watches."""
    account_id = principal.account_id
    if not await control.write(lambda db: remove_session_of(db, account_id, str(session_id))):
        raise NotFoundError("You have no such session.")
    await end_streams_of(control, workspaces, account_id)


def _shown(session: StoredSession, current: str) -> BrowserSession:
    return BrowserSession(
        id=session.id,
        browser=session.browser,
        current=session.token_hash == current,
        created_at=utc_second(session.created_at),
        last_used_at=utc_second(session.used_at),
        expires_at=utc_second(session.expires_at),
    )


router = Router(
    "/",
    route_handlers=[list_browser_sessions, end_other_browser_sessions, end_browser_session],
    guards=[allow("owner")],
    tags=["Accounts"],
)
