"""The numbers of this process over HTTP, in the format of Prometheus."""

from litestar import Response, Router, get
from litestar.di import NamedDependency
from prometheus_client import CONTENT_TYPE_LATEST, Gauge, generate_latest

from control_api.http.errors import problem_responses
from control_api.log.workspaces import Workspaces
from control_api.who.callers.guards import allow, owner_of_saydo

OPEN_WORKSPACES = Gauge("saydo_open_workspaces", "Workspaces whose file is open")
SUBSCRIBERS = Gauge("saydo_event_subscribers", "Streams of events that somebody watches")


@get(
    "/metrics",
    operation_id="readMetrics",
    summary="Numbers for Prometheus (owner)",
    responses=problem_responses(401, 403),
    media_type=CONTENT_TYPE_LATEST,
)
async def read_metrics(workspaces: NamedDependency[Workspaces]) -> Response[bytes]:
    """Give what was counted since the start, and how things are now."""
    OPEN_WORKSPACES.set(workspaces.opened)
    SUBSCRIBERS.set(workspaces.watchers)
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)


router = Router(
    "/",
    route_handlers=[read_metrics],
    guards=[allow("owner", needs="read"), owner_of_saydo],
    tags=["Health"],
)
