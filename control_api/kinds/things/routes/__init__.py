"""Projects, tags, people, saved filters and comments over HTTP."""

from litestar import Router

from control_api.kinds.things.routes import comments, filters, people, projects, tags
from control_api.who.callers.guards import allow

router = Router(
    "/",
    route_handlers=[projects.router, tags.router, people.router, filters.router, comments.router],
    guards=[allow("owner", "session")],
)
