"""What the routes of all simple kinds have in common: one page, one thing, one change."""

from typing import Annotated, Any, TypeVar

from litestar import Response
from litestar.di import Provide
from litestar.params import FromQuery, QueryParameter

from control_api.kinds.simple.actions import Actions
from control_api.kinds.simple.kept import Simple
from control_api.kinds.simple.lists import Page, list_things
from control_api.log.workspaces import Workspace
from control_api.requests.run import Caller, run_command
from shared.outcomes import CommandRequest
from shared.problems import ConflictError
from shared.thing_actions import ThingAction
from shared.things import Thing

T = TypeVar("T", bound=Thing)


async def provide_page(
    limit: Annotated[int, QueryParameter(ge=1, le=200)] = 50,
    cursor: FromQuery[str | None] = None,
    search: Annotated[str | None, QueryParameter(max_length=500)] = None,
) -> Page:
    """Read which part of a list is wanted from the query."""
    return Page(limit=limit, cursor=cursor, search=search)


PAGE = {"page": Provide(provide_page)}


async def read_page(workspace: Workspace, kind: type[T], page: Page) -> tuple[list[T], str | None]:
    """The things of a page, and the cursor of the next. Raises `InvalidInputError`."""
    return await workspace.file.read(lambda db: list_things(db, kind, page))


async def read_one(workspace: Workspace, kept: Simple[T], thing_id: str) -> T:
    """The thing of that id. Raises `NotFoundError`."""
    return await workspace.file.read(lambda db: kept.existing(db, thing_id))


async def make(
    workspace: Workspace, caller: Caller, actions: Actions, action: ThingAction, key: str | None
) -> Any:
    """Carry an action out; the thing as it is then. Raises the problems of `run_command`.

    When the request is sent again, so is the thing, though it be in the trash by then.
    """
    request = CommandRequest(actions=[action])
    outcome = await run_command(workspace, caller, request, idempotency_key=key, raises=True)
    kept, thing_id = actions.kept, getattr(outcome.actions[0], actions.id_field)
    found = await workspace.file.read(
        lambda db: kept.find(db, thing_id) or kept.find_trashed(db, thing_id)
    )
    if found is None:
        raise ConflictError("What this request made was deleted for good since.")
    return found


async def delete_thing(
    workspace: Workspace, caller: Caller, action: ThingAction, key: str | None
) -> None:
    """Carry an action out that leaves nothing to show. Raises the problems of `run_command`."""
    request = CommandRequest(actions=[action])
    await run_command(workspace, caller, request, idempotency_key=key, raises=True)


def created(thing: T, address: str) -> Response[T]:
    """The answer for a new thing, which can be read at the address."""
    return Response(thing, status_code=201, headers={"Location": f"/api/v1/{address}/{thing.id}"})
