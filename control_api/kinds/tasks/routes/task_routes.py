"""Tasks over HTTP."""

from uuid import UUID

import msgspec
from litestar import Response, Router, delete, get, patch, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody
from sqlite_utils import Database

from control_api.engine.preconditions import Precondition, precondition
from control_api.http.errors import problem_responses
from control_api.http.etags import ETAG_HEADER, NOT_MODIFIED, IfMatch, IfNoneMatch, etag
from control_api.http.idempotency import IdempotencyKey
from control_api.kinds.simple.store import named_things
from control_api.kinds.tasks.records.lists import lists_of
from control_api.kinds.tasks.records.store import (
    existing_task,
    find_task,
    open_tasks,
    project_names,
)
from control_api.kinds.tasks.records.tree import list_parts
from control_api.kinds.tasks.routes.list_routes import Limit, list_tasks
from control_api.log.workspaces import Workspace
from control_api.requests.run import Caller, run_command
from control_api.who.callers.guards import allow
from shared.actions import (
    Action,
    CancelTask,
    CompleteTask,
    CreateTask,
    DeleteTask,
    ReopenTask,
    StartTask,
    UpdateTask,
)
from shared.outcomes import CommandRequest
from shared.problems import NotFoundError
from shared.rooms import Vocabulary
from shared.tasks import NewTask, Task, TaskChanges, TaskPage, TaskStatus
from shared.things import Person

VOCABULARY_TITLES = 50

_STATUS: dict[TaskStatus, type[ReopenTask | StartTask | CompleteTask | CancelTask]] = {
    "todo": ReopenTask,
    "in_progress": StartTask,
    "completed": CompleteTask,
    "cancelled": CancelTask,
}


@post(
    "/tasks",
    operation_id="createTask",
    summary="Create a task",
    response_headers=[ETAG_HEADER],
    responses=problem_responses(401, 403, 409, 413, 422, 503, 507),
)
async def create_task(
    workspace: NamedDependency[Workspace],
    caller: NamedDependency[Caller],
    data: JSONBody[NewTask],
    idempotency_key: IdempotencyKey = None,
) -> Response[Task]:
    """Create a task; a project that there is none of yet is made with it."""
    action = CreateTask(**msgspec.structs.asdict(data))
    task = await _changed_task(workspace, caller, [action], idempotency_key)
    headers = {"Location": f"/api/v1/tasks/{task.id}", "ETag": etag(task)}
    return Response(task, status_code=201, headers=headers)


@get(
    "/tasks/{task_id:uuid}",
    operation_id="getTask",
    summary="Read a task",
    response_headers=[ETAG_HEADER],
    responses=problem_responses(401, 403, 404, 422) | NOT_MODIFIED,
)
async def read_task(
    workspace: NamedDependency[Workspace],
    task_id: FromPath[UUID],
    if_none_match: IfNoneMatch = None,
) -> Response[Task]:
    """Give one task."""
    del if_none_match  # ConditionalReads looks at it, for every route that gives an ETag.
    return _tagged(await _stored_task(workspace, str(task_id)))


@patch(
    "/tasks/{task_id:uuid}",
    operation_id="changeTask",
    summary="Change, complete or reopen a task",
    response_headers=[ETAG_HEADER],
    responses=problem_responses(401, 403, 404, 409, 412, 413, 422, 503, 507),
)
async def change_task(
    workspace: NamedDependency[Workspace],
    caller: NamedDependency[Caller],
    task_id: FromPath[UUID],
    data: JSONBody[TaskChanges],
    idempotency_key: IdempotencyKey = None,
    if_match: IfMatch = None,
) -> Response[Task]:
    """Change what is given and leave the rest. All of it happens, or none of it."""
    actions = _actions(str(task_id), data) or [UpdateTask(task_id=str(task_id))]
    demanded = precondition(str(task_id), if_match)
    return _tagged(await _changed_task(workspace, caller, actions, idempotency_key, demanded))


@delete(
    "/tasks/{task_id:uuid}",
    operation_id="deleteTask",
    summary="Delete a task",
    responses=problem_responses(401, 403, 404, 409, 412, 422, 503, 507),
)
async def delete_task(
    workspace: NamedDependency[Workspace],
    caller: NamedDependency[Caller],
    task_id: FromPath[UUID],
    idempotency_key: IdempotencyKey = None,
    if_match: IfMatch = None,
) -> None:
    """Move a task to the trash; undo brings it back."""
    await run_command(
        workspace,
        caller,
        CommandRequest(actions=[DeleteTask(task_id=str(task_id))]),
        idempotency_key=idempotency_key,
        precondition=precondition(str(task_id), if_match),
        raises=True,
    )


@get(
    "/tasks/{task_id:uuid}/subtasks",
    operation_id="listSubtasks",
    summary="List the parts of a task, the oldest first",
    responses=problem_responses(401, 403, 404, 422),
)
async def list_subtasks(
    workspace: NamedDependency[Workspace],
    task_id: FromPath[UUID],
    limit: Limit = 50,
    cursor: FromQuery[str | None] = None,
) -> TaskPage:
    """Give a page of the tasks that are a part of this one; those may have parts themselves."""

    def work(db: Database) -> TaskPage:
        existing_task(db, str(task_id))
        return list_parts(db, str(task_id), cursor=cursor, limit=limit)

    return await workspace.file.read(work)


@get(
    "/vocabulary",
    operation_id="getVocabulary",
    summary="The person's own words, for the recogniser",
    responses=problem_responses(401, 403),
)
async def read_vocabulary(workspace: NamedDependency[Workspace]) -> Vocabulary:
    """Give the names of lists and people, and the titles of the tasks that were changed last."""
    return await workspace.file.read(vocabulary_of)


def vocabulary_of(db: Database) -> Vocabulary:
    """The words of a workspace that somebody is likely to say."""
    things = named_things(db)
    return Vocabulary(
        projects=lists_of(project_names(db), things),
        titles=[task.title for task in open_tasks(db, VOCABULARY_TITLES)],
        people=[thing.name for thing in reversed(things) if isinstance(thing, Person)],
    )


async def _stored_task(workspace: Workspace, task_id: str) -> Task:
    task = await workspace.file.read(lambda db: find_task(db, task_id))
    if task is None:
        raise NotFoundError("There is no such task.")
    return task


async def _changed_task(
    workspace: Workspace,
    caller: Caller,
    actions: list[Action],
    key: str | None,
    demanded: Precondition | None = None,
) -> Task:
    outcome = await run_command(
        workspace,
        caller,
        CommandRequest(actions=actions),
        idempotency_key=key,
        precondition=demanded,
        raises=True,
    )
    return outcome.tasks[0]


def _tagged(task: Task) -> Response[Task]:
    return Response(task, headers={"ETag": etag(task)})


def _actions(task_id: str, changes: TaskChanges) -> list[Action]:
    given = msgspec.structs.asdict(changes)
    status = given.pop("status")
    actions: list[Action] = []
    if any(value is not msgspec.UNSET for value in given.values()):
        actions.append(UpdateTask(task_id=task_id, **given))
    if status is not msgspec.UNSET:
        actions.append(_STATUS[status](task_id=task_id))
    return actions


router = Router(
    "/",
    route_handlers=[
        list_tasks,
        create_task,
        read_task,
        change_task,
        delete_task,
        list_subtasks,
        read_vocabulary,
    ],
    guards=[allow("owner", "session")],
    tags=["Tasks"],
)
