"""Comments: what was said about a task, listed and made under it."""

from typing import Any
from uuid import UUID

from litestar import Response, Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody
from sqlite_utils import Database

from control_api.engine.moment import Moment
from control_api.http.errors import problem_responses
from control_api.http.idempotency import IdempotencyKey
from control_api.kinds.simple.actions import Actions, Given
from control_api.kinds.simple.inputs import clean_comment
from control_api.kinds.simple.kept import Simple
from control_api.kinds.simple.lists import Page, list_things
from control_api.kinds.simple.requests import PAGE, created, make
from control_api.kinds.simple.routes import MAY_ASK, Routes
from control_api.kinds.tasks.records.store import existing_task
from control_api.log.kinds import Kind
from control_api.log.workspaces import Workspace
from control_api.requests.run import Caller
from shared.thing_actions import CreateComment, DeleteComment, UpdateComment
from shared.things import Comment, CommentPage, NewComment
from shared.trash import Trashed


class Comments(Simple[Comment]):
    """Comments have no name: their words stand for them."""

    def trashed(self, db: Database, subject: Comment, deleted_at: str) -> Trashed:
        del db
        return Trashed(subject.id, self.name, subject.text, deleted_at, task_id=subject.task_id)


def _on_task(db: Database, given: Given, moment: Moment) -> Given:
    if "task_id" not in given:
        return given
    task = existing_task(db, given["task_id"])
    return given | {"task_id": task.id, "author": moment.actor}


COMMENTS = Comments(Comment, noun="comment")
_ACTIONS = Actions(
    kept=COMMENTS,
    id_field="comment_id",
    create=CreateComment,
    update=UpdateComment,
    delete=DeleteComment,
    clean={"text": clean_comment},
    check=_on_task,
)
_ROUTES = Routes(
    actions=_ACTIONS,
    address="comments",
    nouns="comments",
    new=NewComment,
    changes=NewComment,
    page=CommentPage,
    making="Add a comment in Markdown.",
    change="Change the words of a comment",
    changing="Put other words in the place of these.",
    deleting="Move a comment to the trash.",
)


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
    made: Any = await make(workspace, caller, _ACTIONS, action, idempotency_key)
    return created(made, "comments")


_ROUTER = Router(
    "/",
    route_handlers=[list_comments, create_comment, *_ROUTES.of_one()],
    guards=MAY_ASK,
    tags=["Comments"],
)
KIND = Kind(kept=[COMMENTS], actions=_ACTIONS.table(), routes=[_ROUTER])
