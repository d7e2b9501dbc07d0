"""Full-text search over HTTP."""

import re
from typing import Annotated

from litestar import Router, get
from litestar.di import NamedDependency
from litestar.params import FromQuery, QueryParameter

from control_api.http.errors import problem_responses
from control_api.input.fields import invalid
from control_api.kinds.tasks.search.store import find_hits
from control_api.log.workspaces import Workspace
from control_api.who.callers.guards import allow
from shared.search import HitPage

Asked = Annotated[str, QueryParameter(max_length=500)]
Limit = Annotated[int, QueryParameter(ge=1, le=200)]
_OFFSET = re.compile(r"[1-9][0-9]{0,3}")


@get(
    "/search",
    operation_id="search",
    summary="Search titles, notes and comments",
    responses=problem_responses(401, 403, 422),
)
async def search(
    workspace: NamedDependency[Workspace],
    q: Asked,
    limit: Limit = 20,
    cursor: FromQuery[str | None] = None,
) -> HitPage:
    """Give the best hits, and where the words are in them. Each page ranks anew."""
    offset = 0 if cursor is None else _offset(cursor)
    hits = await workspace.file.read(lambda db: find_hits(db, q, offset=offset, limit=limit + 1))
    more = len(hits) > limit
    return HitPage(items=hits[:limit], next_cursor=str(offset + limit) if more else None)


def _offset(cursor: str) -> int:
    if _OFFSET.fullmatch(cursor):
        return int(cursor)
    raise invalid("cursor", "This cursor is not one that a search has given; start without one.")


router = Router("/", route_handlers=[search], guards=[allow("owner", "session")], tags=["Tasks"])
