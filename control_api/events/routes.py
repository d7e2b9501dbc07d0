"""Live events over HTTP."""

from typing import Annotated

from litestar import Router, get
from litestar.di import NamedDependency
from litestar.params import HeaderParameter, QueryParameter
from litestar.response import ServerSentEvent

from control_api.accounts.guards import Principal, allow
from control_api.errors import problem_responses
from control_api.events.log import last_position
from control_api.events.stream import MOST_STREAMS, stream_events
from control_api.limits.rates import UNLIMITED
from control_api.reminders.notices import Notices
from control_api.reminders.preferences import read_notifications
from control_api.services import Services
from control_api.workspaces import Workspace
from shared.problems import InvalidInputError, TooManyRequestsError

LONGEST_ID = 18
"""Digits; one more and SQLite could not hold it."""


@get(
    "/events",
    operation_id="watchEvents",
    summary="Watch what happens, as it happens",
    responses=problem_responses(401, 403, 422, 429),
    media_type="text/event-stream",
    opt={UNLIMITED: True},
)
async def watch_events(
    workspace: NamedDependency[Workspace],
    principal: NamedDependency[Principal],
    services: NamedDependency[Services],
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

    Without a last event the stream starts at the present. Reminders come in between, without an
    id: those that are out and not heard at the start, then each as it goes out or is heard.
    """
    if workspace.feed.is_full:
        raise TooManyRequestsError(
            f"{MOST_STREAMS} programs watch already; end some of them.", retry_after_s=60
        )
    newest = await workspace.file.read(last_position)
    given = last_event_id or resume_after
    position = newest if given is None else min(_position(given), newest)
    return ServerSentEvent(
        stream_events(
            workspace.file,
            workspace.feed,
            position,
            until=principal.expires_at,
            aside=await _aside(workspace, services, principal),
        )
    )


async def _aside(workspace: Workspace, services: Services, principal: Principal) -> Notices | None:
    """Reminders, unless this is a conversation in which the person wants none."""
    is_page = principal.room is None
    account_id = principal.account_id
    wanted = await services.control.read(lambda db: read_notifications(db, account_id))
    if not (is_page or wanted.spoken):
        return None
    return Notices(workspace, principal.zone, is_page=is_page)


def _position(text: str) -> int:
    if text.isascii() and text.isdigit() and len(text) <= LONGEST_ID:
        return int(text)
    sentence = "This is not the id of an event; leave it out to start at the present."
    raise InvalidInputError(sentence, fields={"Last-Event-ID": sentence})


router = Router(
    "/", route_handlers=[watch_events], guards=[allow("owner", "session")], tags=["Events"]
)
