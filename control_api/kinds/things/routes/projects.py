"""Projects over HTTP."""

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
from shared.thing_actions import CreateProject, DeleteProject, UpdateProject
from shared.things import NewProject, Project, ProjectChanges, ProjectPage


@get(
    "/projects",
    dependencies=PAGE,
    operation_id="listProjects",
    summary="List projects, the oldest first",
    responses=problem_responses(401, 403, 422),
)
async def list_projects(
    workspace: NamedDependency[Workspace], page: NamedDependency[Page]
) -> ProjectPage:
    """Give a page of the projects that fit."""
    items, next_cursor = await read_page(workspace, Project, page)
    return ProjectPage(items, next_cursor)


@post(
    "/projects",
    operation_id="createProject",
    summary="Create a project",
    responses=problem_responses(401, 403, 409, 413, 422, 503, 507),
)
async def create_project(
    workspace: NamedDependency[Workspace],
    caller: NamedDependency[Caller],
    data: JSONBody[NewProject],
    idempotency_key: IdempotencyKey = None,
) -> Response[Project]:
    """Create a project, under a name that no other has."""
    action = CreateProject(**msgspec.structs.asdict(data))
    made = await make(workspace, caller, Project, action, idempotency_key)
    return created(made, "projects")


@get(
    "/projects/{project_id:uuid}",
    operation_id="getProject",
    summary="Read a project",
    responses=problem_responses(401, 403, 404),
)
async def read_project(
    workspace: NamedDependency[Workspace], project_id: FromPath[UUID]
) -> Project:
    """Give one project."""
    return await read_one(workspace, Project, str(project_id))


@patch(
    "/projects/{project_id:uuid}",
    operation_id="changeProject",
    summary="Change, archive or bring back a project",
    responses=problem_responses(401, 403, 404, 409, 413, 422, 503, 507),
)
async def change_project(
    workspace: NamedDependency[Workspace],
    caller: NamedDependency[Caller],
    project_id: FromPath[UUID],
    data: JSONBody[ProjectChanges],
    idempotency_key: IdempotencyKey = None,
) -> Project:
    """Change what is given and leave the rest."""
    action = UpdateProject(project_id=str(project_id), **msgspec.structs.asdict(data))
    return await make(workspace, caller, Project, action, idempotency_key)


@delete(
    "/projects/{project_id:uuid}",
    operation_id="deleteProject",
    summary="Delete a project",
    responses=problem_responses(401, 403, 404, 409, 422, 503, 507),
)
async def delete_project(
    workspace: NamedDependency[Workspace],
    caller: NamedDependency[Caller],
    project_id: FromPath[UUID],
    idempotency_key: IdempotencyKey = None,
) -> None:
    """Move a project to the trash; its tasks stay, and are in no project."""
    action = DeleteProject(project_id=str(project_id))
    await delete_thing(workspace, caller, action, idempotency_key)


router = Router(
    "/",
    route_handlers=[list_projects, create_project, read_project, change_project, delete_project],
    tags=["Projects"],
)
