"""Live events over HTTP."""

import re
from typing import Annotated, Any
from uuid import UUID

from litestar import Request, Router, get
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, FromQuery, HeaderParameter, QueryParameter
from litestar.response import ServerSentEvent
from sqlite_utils import Database

from control_api.database.open import DatabaseFile
from control_api.edges.reminders.notices import Notices
from control_api.edges.reminders.preferences import read_notifications
from control_api.http.cursors import read_cursor, write_cursor
from control_api.http.errors import problem_responses
from control_api.kinds.tasks.records.store import is_known
from control_api.log.entries import last_position, read_history
from control_api.log.public import to_event
from control_api.log.stream import MOST_STREAMS, stream_events
from control_api.log.workspaces import Workspace
from control_api.who.callers.access import Access, WorkspaceHeader, provide_access
from control_api.who.callers.guards import allow
from control_api.who.callers.principal import Principal
from control_api.who.callers.rate_limits import UNLIMITED
from shared.events import EventPage
from shared.problems import InvalidInputError, NotFoundError, TooManyRequestsError

_ID = re.compile(r"[0-9]{1,18}(-[0-9]{1,9})?")
"""One digit more and SQLite could not hold it."""


async def provide_watched(
    request: Request[Any, Any, Any],
    workspace_id: WorkspaceHeader = None,
    watched: Annotated[
        str | None,
        QueryParameter(name="workspace", description="The same, for what can't set headers."),
    ] = None,
) -> Access:
    """Let the caller into the workspace that is to be watched; raises as `provide_access`."""
    return await provide_access(request, workspace_id or watched)


@get(
    "/events",
    operation_id="watchEvents",
    summary="Watch what happens, as it happens",
    responses=problem_responses(401, 403, 422, 429),
    media_type="text/event-stream",
    dependencies={"access": Provide(provide_watched)},
    opt={UNLIMITED: True},
)
async def watch_events(
    workspace: NamedDependency[Workspace],
    principal: NamedDependency[Principal],
    control: NamedDependency[DatabaseFile],
    last_event_id: Annotated[
        str | None,
        HeaderParameter(name="Last-Event-ID", description="Go on after this event."),
    ] = None,
    resume_after: Annotated[
        str | None,
        QueryParameter(name="last_event_id", description="The same, for what can't set headers."),
    ] = None,
) -> ServerSentEvent:
    """Stream server-sent events: id, event (its type) and data (an `Event`).

    Without a last event the stream starts at the present. So it does when that event is not in the
    log any more, after a restore: then a `reset` comes first, and all must be read anew.

    In between, without an id and never played again, come reminders (those that are out and not
    heard at the start, then each as it goes out or is heard) and `progress` (a `ProgressEvent`):
    the plan of a command, what the policy says of it, each step, and what came of it, while it is
    handled.
    """
    if workspace.feed.is_full:
        raise TooManyRequestsError(
            f"{MOST_STREAMS} programs watch already; end some of them.", retry_after_s=60
        )
    newest = await workspace.file.read(last_position)
    given = last_event_id or resume_after
    past = workspace.feed.past
    wanted, restores = (newest, len(past.ends)) if given is None else _position(given)
    is_there = wanted <= newest and past.has(wanted, restores)
    return ServerSentEvent(
        stream_events(
            workspace.file,
            workspace.feed,
            wanted if is_there else newest,
            until=principal.expires_at,
            aside=await _aside(workspace, control, principal),
            anew=not is_there,
        )
    )


@get(
    "/tasks/{task_id:uuid}/history",
    operation_id="getHistory",
    summary="What happened to a task and its comments, the newest first",
    responses=problem_responses(401, 403, 404, 422),
)
async def read_task_history(
    workspace: NamedDependency[Workspace],
    task_id: FromPath[UUID],
    limit: Annotated[int, QueryParameter(ge=1, le=200)] = 50,
    cursor: FromQuery[str | None] = None,
) -> EventPage:
    """Give a page of a task's events, also when it is in the trash."""
    before = None if cursor is None else int(read_cursor(cursor, int)[0])

    def work(db: Database) -> EventPage:
        if not is_known(db, str(task_id)):
            raise NotFoundError("There is no such task.")
        found = read_history(db, workspace.kinds, str(task_id), before=before, limit=limit + 1)
        more = len(found) > limit
        return EventPage(
            items=[to_event(workspace.kinds, entry) for entry in found[:limit]],
            next_cursor=write_cursor(found[limit - 1].id) if more else None,
        )

    return await workspace.file.read(work)


async def _aside(
    workspace: Workspace, control: DatabaseFile, principal: Principal
) -> Notices | None:
    """Reminders, unless this is a conversation in which the person wants none."""
    is_page = principal.room is None
    account_id = principal.account_id
    wanted = await control.read(lambda db: read_notifications(db, account_id))
    if not (is_page or wanted.spoken):
        return None
    return Notices(workspace, principal, is_page=is_page)


def _position(text: str) -> tuple[int, int]:
    """The position, and after how many restores it was called so."""
    if _ID.fullmatch(text):
        position, _, restores = text.partition("-")
        return int(position), int(restores or 0)
    sentence = "This is not the id of an event; leave it out to start at the present."
    raise InvalidInputError(sentence, fields={"Last-Event-ID": sentence})


router = Router(
    "/",
    route_handlers=[watch_events, read_task_history],
    guards=[allow("owner", "session")],
    tags=["Events"],
)
