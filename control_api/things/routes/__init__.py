"""Projects, tags, people, saved filters and comments over HTTP."""

from litestar import Router

from control_api.accounts.guards import allow
from control_api.things.routes import comments, filters, people, projects, tags

router = Router(
    "/",
    route_handlers=[projects.router, tags.router, people.router, filters.router, comments.router],
    guards=[allow("owner", "session")],
)
