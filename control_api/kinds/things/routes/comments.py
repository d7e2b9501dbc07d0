"""Comments over HTTP: listed and made under their task, changed and deleted by themselves."""

from uuid import UUID

from litestar import Response, Router, delete, get, patch, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody
from sqlite_utils import Database

from control_api.http.errors import problem_responses
from control_api.http.idempotency import IdempotencyKey
from control_api.kinds.tasks.records.store import existing_task
from control_api.kinds.things.queries import Page, list_things
from control_api.kinds.things.requests import PAGE, created, delete_thing, make, read_one
from control_api.log.workspaces import Workspace
from control_api.requests.run import Caller
from shared.thing_actions import CreateComment, DeleteComment, UpdateComment
from shared.things import Comment, CommentPage, NewComment


@get(
    "/tasks/{task_id:uuid}/comments",
    dependencies=PAGE,
    operation_id="listComments",
    summary="List what was said about a task, the oldest first",
    responses=problem_responses(401, 403, 404, 422),
)
async def list_comments(
    workspace: NamedDependency[Workspace], page: NamedDependency[Page], task_id: FromPath[UUID]
) -> CommentPage:
    """Give a page of a task's comments."""

    def work(db: Database) -> CommentPage:
        existing_task(db, str(task_id))
        return CommentPage(*list_things(db, Comment, page, task_id=str(task_id)))

    return await workspace.file.read(work)


@post(
    "/tasks/{task_id:uuid}/comments",
    operation_id="createComment",
    summary="Say something about a task",
    responses=problem_responses(401, 403, 404, 409, 413, 422, 503, 507),
)
async def create_comment(
    workspace: NamedDependency[Workspace],
    caller: NamedDependency[Caller],
    task_id: FromPath[UUID],
    data: JSONBody[NewComment],
    idempotency_key: IdempotencyKey = None,
) -> Response[Comment]:
    """Add a comment in Markdown."""
    action = CreateComment(task_id=str(task_id), text=data.text)
    made = await make(workspace, caller, Comment, action, idempotency_key)
    return created(made, "comments")


@get(
    "/comments/{comment_id:uuid}",
    operation_id="getComment",
    summary="Read a comment",
    responses=problem_responses(401, 403, 404),
)
async def read_comment(
    workspace: NamedDependency[Workspace], comment_id: FromPath[UUID]
) -> Comment:
    """Give one comment."""
    return await read_one(workspace, Comment, str(comment_id))


@patch(
    "/comments/{comment_id:uuid}",
    operation_id="changeComment",
    summary="Change the words of a comment",
    responses=problem_responses(401, 403, 404, 409, 413, 422, 503, 507),
)
async def change_comment(
    workspace: NamedDependency[Workspace],
    caller: NamedDependency[Caller],
    comment_id: FromPath[UUID],
    data: JSONBody[NewComment],
    idempotency_key: IdempotencyKey = None,
) -> Comment:
    """Put other words in the place of these."""
    action = UpdateComment(comment_id=str(comment_id), text=data.text)
    return await make(workspace, caller, Comment, action, idempotency_key)


@delete(
    "/comments/{comment_id:uuid}",
    operation_id="deleteComment",
    summary="Delete a comment",
    responses=problem_responses(401, 403, 404, 409, 422, 503, 507),
)
async def delete_comment(
    workspace: NamedDependency[Workspace],
    caller: NamedDependency[Caller],
    comment_id: FromPath[UUID],
    idempotency_key: IdempotencyKey = None,
) -> None:
    """Move a comment to the trash."""
    action = DeleteComment(comment_id=str(comment_id))
    await delete_thing(workspace, caller, action, idempotency_key)


router = Router(
    "/",
    route_handlers=[list_comments, create_comment, read_comment, change_comment, delete_comment],
    tags=["Comments"],
)
