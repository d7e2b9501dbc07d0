"""Workspaces: a person's own, and those that several people share."""

from typing import Annotated, Literal

import msgspec

WORKSPACE_HEADER = "Saydo-Workspace"
"""Names the workspace that a request is about; without it, the caller's own."""

Role = Literal["owner", "editor", "viewer"]
"""Who also decides who is in it; who also changes what is in it; who looks at it."""
WorkspaceName = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]


class WorkspaceFields(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Body of ``POST /api/v1/workspaces`` and ``PATCH /api/v1/workspaces/{id}``."""

    name: WorkspaceName


class SharedWorkspace(msgspec.Struct, frozen=True, kw_only=True):
    """A workspace, as one of its people sees it."""

    id: str
    """For the header."""
    name: str
    """Empty for the person's own."""
    role: Role
    """The caller's."""
    is_personal: bool
    created_at: str
    """UTC, ISO 8601."""


class SharedWorkspaces(msgspec.Struct, frozen=True):
    """Answer of ``GET /api/v1/workspaces``: the person's own, then those they share, by age."""

    items: list[SharedWorkspace]
    next_cursor: None = None
    """They all are on the one page."""


class MemberRole(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Body of ``PUT /api/v1/workspaces/{id}/members/{account}``."""

    role: Role


class Member(msgspec.Struct, frozen=True, kw_only=True):
    """A person in a shared workspace."""

    account_id: str
    name: str
    role: Role
    since: str
    """UTC, ISO 8601."""


class Members(msgspec.Struct, frozen=True):
    """Answer of ``GET /api/v1/workspaces/{id}/members``: who came first comes first."""

    items: list[Member]
    next_cursor: None = None
    """They all are on the one page."""
