"""Signing out: of all other browsers, what was signed for the person, and what is watched."""

from sqlite_utils import Database

from control_api.database.open import DatabaseFile
from control_api.log.workspaces import Workspaces
from control_api.who.device_codes.store import forget_code
from control_api.who.rooms.store import forget_rooms
from control_api.who.sessions.browser_sessions import end_other_sessions
from control_api.who.sharing.store import list_workspaces
from control_api.who.signed_tokens.store import end_signed_tokens
from control_api.who.signed_tokens.tokens import AccessClaims


def end_all_others(
    db: Database, account_id: str, now: float, *, session: str | None, token: AccessClaims | None
) -> None:
    """End, at Unix time `now`, all that signs an account in, but access tokens.

    The session and the token of who asks stay. An agent that is in a room gets no new token there
    until the person enters one again.
    """
    end_other_sessions(db, account_id, session)
    end_signed_tokens(db, account_id, now, spared=token)
    forget_rooms(db, account_id)
    forget_code(db, account_id)


async def end_streams_of(control: DatabaseFile, workspaces: Workspaces, account_id: str) -> None:
    """End all that an account watches; who may still watch comes back."""
    shared = await control.read(lambda db: list_workspaces(db, account_id))
    for workspace_id in (account_id, *(workspace.id for workspace in shared)):
        workspaces.end_streams(workspace_id)
