"""The links of the OpenAPI description: which question an answer leads to, and with what of it."""

from typing import Any

WORKSPACE = "Saydo-Workspace"
CREATED = {
    "createTask": "task_id",
    "createComment": "comment_id",
    "createProject": "project_id",
    "createTag": "tag_id",
    "createPerson": "person_id",
    "createFilter": "filter_id",
    "createWebhook": "webhook_id",
    "createFeed": "feed_id",
    "createAccessToken": "token_id",
    "createInvitation": "invitation_id",
    "createWorkspace": "workspace_id",
}
"""What makes a thing, and the name that other addresses have for its id."""
DELETED = {
    "deleteTask": "task_id",
    "deleteComment": "comment_id",
    "deleteProject": "project_id",
    "deleteTag": "tag_id",
    "deletePerson": "person_id",
    "deleteFilter": "filter_id",
}
"""What moves a thing to the trash, and the name that its address has for the id."""
FROM_TRASH = ("restoreFromTrash", "purge")
IN_WORKSPACE = ("createTask", "listTasks", "createProject", "runCommand")
COMMANDS = {"runCommand": "/command_id", "restoreFromTrash": "/command_id"}
"""What can be undone, and where the answer has the command's id."""

Operations = dict[str, tuple[str, dict[str, Any]]]
"""By id: the path, and the description."""


def add_links(schema: dict[str, Any]) -> None:
    """Put the links into a description."""
    operations: Operations = {
        operation["operationId"]: (path, operation)
        for path, methods in schema.get("paths", {}).items()
        for operation in methods.values()
    }
    for name, parameter in CREATED.items():
        for target, (path, _) in operations.items():
            if f"{{{parameter}}}" in path:
                _link(operations, name, target, {parameter: "$response.body#/id"})
    for name, parameter in DELETED.items():
        for target in FROM_TRASH:
            _link(operations, name, target, {"thing_id": f"$request.path.{parameter}"})
    for target in IN_WORKSPACE:
        _link(operations, "createWorkspace", target, {WORKSPACE: "$response.body#/id"})
    for target in ("changeTask", "deleteTask"):
        unchanged = {"task_id": "$response.body#/id", "If-Match": "$response.header.ETag"}
        _link(operations, "getTask", target, unchanged)
    for name, pointer in COMMANDS.items():
        undo = {"type": "undo", "command_id": f"{{$response.body#{pointer}}}"}
        _link(operations, name, "runCommand", {}, name="undo", body={"actions": [undo]})


def _link(
    operations: Operations,
    source: str,
    target: str,
    parameters: dict[str, str],
    *,
    name: str | None = None,
    body: dict[str, Any] | None = None,
) -> None:
    asked, next_asked = operations[source][1], operations[target][1]
    if _has_workspace(asked) and _has_workspace(next_asked):
        parameters = {WORKSPACE: f"$request.header.{WORKSPACE}"} | parameters
    link: dict[str, Any] = {"operationId": target}
    if parameters:
        link["parameters"] = parameters
    if body is not None:
        link["requestBody"] = body
    for status, answer in asked["responses"].items():
        if status in {"200", "201", "204"}:
            answer.setdefault("links", {})[name or target] = link


def _has_workspace(operation: dict[str, Any]) -> bool:
    return any(each["name"] == WORKSPACE for each in operation.get("parameters", []))
