"""Every route that is about a workspace, for those who share it and for those who don't."""

import pytest

from control_api.setup.settings import Settings
from tests.control_api.conftest import BOB, Headers
from tests.control_api.who.callers.conftest import MakeToken
from tests.control_api.who.callers.every_route import (
    MISSING,
    OWNER_AND_AGENT,
    Client,
    Route,
    call,
    routes,
)

OWN_ALWAYS = {
    ("get", "/api/v1/me"),
    ("get", "/api/v1/me/settings"),
    ("patch", "/api/v1/me/settings"),
}
"""Routes that an agent may use too, and that are about no workspace."""
OWNED_IN_WORKSPACES = {
    ("get", "/api/v1/feeds"),
    ("post", "/api/v1/feeds"),
    ("delete", "/api/v1/trash"),
    ("delete", "/api/v1/trash/{thing_id}"),
    ("get", "/api/v1/export"),
    ("get", "/api/v1/export/report"),
    ("post", "/api/v1/import"),
    ("delete", "/api/v1/me/data"),
    ("get", "/api/v1/webhooks"),
    ("post", "/api/v1/webhooks"),
    ("delete", "/api/v1/webhooks/{webhook_id}"),
    ("patch", "/api/v1/webhooks/{webhook_id}"),
    ("get", "/api/v1/webhooks/{webhook_id}/deliveries"),
}
"""Routes that an agent may not use, but that are about a workspace."""
OF_WORKSPACES = sorted(OWNER_AND_AGENT - OWN_ALWAYS | OWNED_IN_WORKSPACES)


def test_all_that_is_in_a_workspace_is_there_for_those_who_share_it(client: Client) -> None:
    paths = client.get("/api/schema").json()["paths"]
    taking = {
        (method, path)
        for method, path in routes(client)
        if any(
            parameter["name"] == "Saydo-Workspace"
            for parameter in paths[path][method].get("parameters", [])
        )
    }
    assert set(OF_WORKSPACES) == taking


@pytest.mark.parametrize("route", sorted(OWNER_AND_AGENT - OWN_ALWAYS), ids=str)
def test_a_conversation_by_voice_reaches_the_persons_own_workspace_alone(
    client: Client, settings: Settings, alice: Headers, agent: Headers, route: Route
) -> None:
    made = client.post("/api/v1/workspaces", json={"name": "Home"}, headers=alice).json()["id"]
    assert call(client, route, alice | {"Saydo-Workspace": made}) not in {401, 403}
    for elsewhere in (made, MISSING):
        assert call(client, route, agent | {"Saydo-Workspace": elsewhere}) == 403
    own = {"Saydo-Workspace": settings.secrets.owner_id}
    assert call(client, route, agent | own) not in {401, 403}


@pytest.mark.parametrize("route", OF_WORKSPACES, ids=str)
def test_a_shared_workspace_is_what_ones_role_says(
    client: Client, alice: Headers, bob: Headers, access_token: MakeToken, route: Route
) -> None:
    made = client.post("/api/v1/workspaces", json={"name": "Home"}, headers=alice).json()["id"]
    there = {"Saydo-Workspace": made}
    members = f"/api/v1/workspaces/{made}/members/{BOB}"
    for elsewhere in (there, {"Saydo-Workspace": MISSING}, {"Saydo-Workspace": "../control"}):
        assert call(client, route, bob | elsewhere) == 404
    is_safe, is_for_owners = route[0] == "get", route[1] == "/api/v1/me/data"
    for role, refused in (("viewer", not is_safe), ("editor", is_for_owners), ("owner", False)):
        client.put(members, json={"role": role}, headers=alice).raise_for_status()
        status = call(client, route, bob | there)
        assert (status == 403) == refused, (role, status)
        reading = call(client, route, access_token("read", BOB) | there)
        assert (reading == 403) == (not is_safe), (role, reading)
    client.delete(members, headers=alice).raise_for_status()
    assert call(client, route, bob | there) == 404
