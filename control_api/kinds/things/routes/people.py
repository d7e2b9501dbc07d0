"""People over HTTP."""

from uuid import UUID

import msgspec
from litestar import Response, Router, delete, get, patch, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody

from control_api.http.errors import problem_responses
from control_api.http.idempotency import IdempotencyKey
from control_api.kinds.things.queries import Page
from control_api.kinds.things.requests import PAGE, created, delete_thing, make, read_one, read_page
from control_api.log.workspaces import Workspace
from control_api.requests.run import Caller
from shared.thing_actions import CreatePerson, DeletePerson, UpdatePerson
from shared.things import NewPerson, Person, PersonChanges, PersonPage


@get(
    "/people",
    dependencies=PAGE,
    operation_id="listPeople",
    summary="List people, the oldest first",
    responses=problem_responses(401, 403, 422),
)
async def list_people(
    workspace: NamedDependency[Workspace], page: NamedDependency[Page]
) -> PersonPage:
    """Give a page of the people that fit."""
    items, next_cursor = await read_page(workspace, Person, page)
    return PersonPage(items, next_cursor)


@post(
    "/people",
    operation_id="createPerson",
    summary="Create a person",
    responses=problem_responses(401, 403, 409, 413, 422, 503, 507),
)
async def create_person(
    workspace: NamedDependency[Workspace],
    caller: NamedDependency[Caller],
    data: JSONBody[NewPerson],
    idempotency_key: IdempotencyKey = None,
) -> Response[Person]:
    """Add a person, under a name that no other has."""
    action = CreatePerson(**msgspec.structs.asdict(data))
    made = await make(workspace, caller, Person, action, idempotency_key)
    return created(made, "people")


@get(
    "/people/{person_id:uuid}",
    operation_id="getPerson",
    summary="Read a person",
    responses=problem_responses(401, 403, 404),
)
async def read_person(workspace: NamedDependency[Workspace], person_id: FromPath[UUID]) -> Person:
    """Give one person."""
    return await read_one(workspace, Person, str(person_id))


@patch(
    "/people/{person_id:uuid}",
    operation_id="changePerson",
    summary="Change what is known of a person",
    responses=problem_responses(401, 403, 404, 409, 413, 422, 503, 507),
)
async def change_person(
    workspace: NamedDependency[Workspace],
    caller: NamedDependency[Caller],
    person_id: FromPath[UUID],
    data: JSONBody[PersonChanges],
    idempotency_key: IdempotencyKey = None,
) -> Person:
    """Change what is given and leave the rest."""
    action = UpdatePerson(person_id=str(person_id), **msgspec.structs.asdict(data))
    return await make(workspace, caller, Person, action, idempotency_key)


@delete(
    "/people/{person_id:uuid}",
    operation_id="deletePerson",
    summary="Delete a person",
    responses=problem_responses(401, 403, 404, 409, 422, 503, 507),
)
async def delete_person(
    workspace: NamedDependency[Workspace],
    caller: NamedDependency[Caller],
    person_id: FromPath[UUID],
    idempotency_key: IdempotencyKey = None,
) -> None:
    """Move a person to the trash; tasks are no longer assigned to them."""
    action = DeletePerson(person_id=str(person_id))
    await delete_thing(workspace, caller, action, idempotency_key)


router = Router(
    "/",
    route_handlers=[list_people, create_person, read_person, change_person, delete_person],
    tags=["People"],
)
