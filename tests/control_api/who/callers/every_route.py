"""Every route of the API: who may ask it, with which scope, and what it can't do without."""

import re
import time
from collections.abc import Iterator
from typing import Any

from litestar import Litestar
from litestar.testing import TestClient

from shared.access_tokens import TokenScope
from tests.control_api.conftest import Headers

Client = TestClient[Litestar]
Route = tuple[str, str]
NOW = int(time.time())
MISSING = "b0b00000-0000-4000-8000-000000000001"
"""The id of nothing."""
OWNER_ONLY = {
    ("get", "/api/v1/access-tokens"),
    ("post", "/api/v1/access-tokens"),
    ("delete", "/api/v1/access-tokens/{token_id}"),
    ("post", "/api/v1/device-codes"),
    ("get", "/api/v1/export"),
    ("get", "/api/v1/export/report"),
    ("get", "/api/v1/feeds"),
    ("post", "/api/v1/feeds"),
    ("delete", "/api/v1/feeds/{feed_id}"),
    ("post", "/api/v1/import"),
    ("delete", "/api/v1/me"),
    ("delete", "/api/v1/me/data"),
    ("patch", "/api/v1/me"),
    ("get", "/api/v1/me/notifications"),
    ("get", "/api/v1/me/transcripts"),
    ("put", "/api/v1/me/transcripts"),
    ("put", "/api/v1/me/notifications"),
    ("put", "/api/v1/me/password"),
    ("get", "/api/v1/push-key"),
    ("get", "/api/v1/sessions"),
    ("delete", "/api/v1/sessions"),
    ("delete", "/api/v1/sessions/{session_id}"),
    ("get", "/api/v1/sessions/{room}/turns"),
    ("post", "/api/v1/token"),
    ("delete", "/api/v1/trash"),
    ("delete", "/api/v1/trash/{thing_id}"),
    ("get", "/api/v1/webhooks"),
    ("post", "/api/v1/webhooks"),
    ("delete", "/api/v1/webhooks/{webhook_id}"),
    ("patch", "/api/v1/webhooks/{webhook_id}"),
    ("get", "/api/v1/webhooks/{webhook_id}/deliveries"),
    ("get", "/api/v1/workspaces"),
    ("post", "/api/v1/workspaces"),
    ("patch", "/api/v1/workspaces/{workspace_id}"),
    ("delete", "/api/v1/workspaces/{workspace_id}"),
    ("get", "/api/v1/workspaces/{workspace_id}/members"),
    ("put", "/api/v1/workspaces/{workspace_id}/members/{account}"),
    ("delete", "/api/v1/workspaces/{workspace_id}/members/{account}"),
}
SAYDO_OWNER_ONLY = {
    ("get", "/api/v1/accounts"),
    ("delete", "/api/v1/accounts/{account_id}"),
    ("get", "/api/v1/backups"),
    ("post", "/api/v1/backups"),
    ("post", "/api/v1/backups/{backup_id}/restore"),
    ("post", "/api/v1/invitations"),
    ("delete", "/api/v1/invitations/{invitation_id}"),
    ("get", "/api/v1/metrics"),
}
"""For the owner of the data folder; other people are told so."""
OWNER_ONLY |= SAYDO_OWNER_ONLY
IN_PERSON = {
    ("post", "/api/v1/device-codes"),
    ("delete", "/api/v1/accounts/{account_id}"),
    ("delete", "/api/v1/me"),
    ("put", "/api/v1/me/password"),
}
"""For no access token, whatever it allows."""
THINGS = {
    (method, f"/api/v1/{path}")
    for kind, thing_id in (
        ("projects", "project_id"),
        ("tags", "tag_id"),
        ("people", "person_id"),
        ("filters", "filter_id"),
        ("timers", "timer_id"),
        ("alarms", "alarm_id"),
    )
    for path, methods in (
        (kind, ("get", "post")),
        (f"{kind}/{{{thing_id}}}", ("get", "patch", "delete")),
    )
    for method in methods
}
OWNER_AND_AGENT = THINGS | {
    ("get", "/api/v1/me"),
    ("get", "/api/v1/me/settings"),
    ("patch", "/api/v1/me/settings"),
    ("get", "/api/v1/tasks"),
    ("post", "/api/v1/tasks"),
    ("get", "/api/v1/tasks/{task_id}"),
    ("patch", "/api/v1/tasks/{task_id}"),
    ("delete", "/api/v1/tasks/{task_id}"),
    ("get", "/api/v1/tasks/{task_id}/occurrences"),
    ("get", "/api/v1/search"),
    ("get", "/api/v1/tasks/{task_id}/subtasks"),
    ("get", "/api/v1/tasks/{task_id}/history"),
    ("get", "/api/v1/tasks/{task_id}/comments"),
    ("post", "/api/v1/tasks/{task_id}/comments"),
    ("get", "/api/v1/comments/{comment_id}"),
    ("patch", "/api/v1/comments/{comment_id}"),
    ("delete", "/api/v1/comments/{comment_id}"),
    ("get", "/api/v1/trash"),
    ("post", "/api/v1/trash/{thing_id}/restore"),
    ("get", "/api/v1/commands"),
    ("get", "/api/v1/commands/{command_id}/why"),
    ("get", "/api/v1/commands/{command_id}/case"),
    ("get", "/api/v1/vocabulary"),
    ("post", "/api/v1/commands"),
    ("get", "/api/v1/approvals"),
    ("post", "/api/v1/approvals/{approval_id}"),
    ("get", "/api/v1/events"),
    ("get", "/api/v1/reminders"),
    ("get", "/api/v1/reminders/silent"),
    ("post", "/api/v1/reminders/{reminder_id}/heard"),
}
WORKER_ONLY = {("post", "/api/v1/rooms/{room}/session"), ("post", "/api/v1/workers")}
AGENT_ONLY = {("post", "/api/v1/sessions/{room}/turns")}
"""For the agent of a conversation, about that one."""
SIGNED_BY_LIVEKIT = {("post", "/api/v1/webhooks/livekit")}
PUBLIC = {
    ("post", "/api/v1/accounts"),
    ("post", "/api/v1/sign-in"),
    ("post", "/api/v1/sign-out"),
    ("get", "/api/v1/health"),
    ("get", "/api/v1/ready"),
}
GUARDED = sorted(OWNER_ONLY | OWNER_AND_AGENT | WORKER_ONLY | AGENT_ONLY)
NEEDS: dict[Route, TokenScope] = {
    ("get", "/api/v1/export"): "read",
    ("get", "/api/v1/export/report"): "read",
    ("get", "/api/v1/feeds"): "read",
    ("get", "/api/v1/webhooks"): "read",
    ("get", "/api/v1/webhooks/{webhook_id}/deliveries"): "read",
    ("post", "/api/v1/import"): "write",
    ("get", "/api/v1/metrics"): "read",
    ("get", "/api/v1/sessions/{room}/turns"): "read",
    ("post", "/api/v1/token"): "write",
    ("get", "/api/v1/workspaces"): "read",
    ("get", "/api/v1/workspaces/{workspace_id}/members"): "read",
}
"""Routes for which an access token needs another scope than those around them."""
STRENGTH: list[TokenScope] = ["read", "write", "admin"]
BODIES: dict[Route, Any] = {
    ("post", "/api/v1/approvals/{approval_id}"): {"decision": "refuse"},
    ("post", "/api/v1/tasks/{task_id}/comments"): {"text": "Oat"},
    ("patch", "/api/v1/comments/{comment_id}"): {"text": "Oat"},
    ("patch", "/api/v1/workspaces/{workspace_id}"): {"name": "Ours"},
    ("put", "/api/v1/workspaces/{workspace_id}/members/{account}"): {"role": "viewer"},
}
"""For routes that answer about an id only when the body is right; else it is empty."""
QUERIES: dict[Route, str] = {
    ("get", "/api/v1/search"): "q=milk",
    ("post", "/api/v1/import"): "format=saydo",
}
"""For routes that can't do without."""


def needed_scope(route: Route) -> TokenScope:
    of_method: TokenScope = "read" if route[0] == "get" else "write"
    return NEEDS.get(route, "admin" if route in OWNER_ONLY else of_method)


def routes(client: Client) -> Iterator[Route]:
    paths = client.get("/api/schema").json()["paths"]
    for path, methods in paths.items():
        for method in methods:
            yield method, path


def address(route: Route, ids: dict[str, str]) -> str:
    return re.sub(r"\{(\w+)\}", lambda name: ids.get(name[1], MISSING), route[1])


def call(client: Client, route: Route, headers: Headers) -> int:
    if route[1] == "/api/v1/events":
        # A stream never ends; a position that is none is refused after the guard.
        headers = headers | {"Last-Event-ID": "x"}
    where = address(route, {"room": "talk-1"}) + "?" + QUERIES.get(route, "")
    return client.request(route[0], where, headers=headers, json={"?": 1}).status_code
