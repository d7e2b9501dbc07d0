"""A real server, and who follows its events while commands are handled."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import httpx

from control_api.setup.secrets import load_or_create
from control_api.who.signed_tokens.tokens import make_session_token
from tests.control_api.conftest import Headers, Server, bearer
from tests.patience import PATIENCE_S

StartServer = Callable[..., Server]
Told = Iterator[dict[str, Any]]
MILK, TEA, BREAD = ({"type": "create_task", "title": title} for title in ("Milk", "Tea", "Bread"))
NOTHING = "22222222-2222-4222-8222-222222222222"


@contextmanager
def following(server: Server, headers: Headers) -> Iterator[Told]:
    """The events of a live stream, each with its name and its id, if it has one."""
    with httpx.stream(
        "GET", f"{server.api}/events", headers=headers, timeout=PATIENCE_S, trust_env=False
    ) as answer:
        lines = answer.iter_lines()
        assert next(lines) == ": live"
        yield events(lines)


def events(lines: Iterator[str]) -> Told:
    fields: dict[str, str] = {}
    for line in lines:
        name, _, value = line.partition(": ")
        fields[name] = value
        if line == "":
            if fields.get("data"):
                yield {
                    **json.loads(fields["data"]),
                    "name": fields["event"],
                    "id": fields.get("id"),
                }
            fields = {}


def post(server: Server, headers: Headers, path: str, **body: Any) -> Any:
    answer = httpx.post(
        f"{server.api}{path}", json=body, headers=headers, trust_env=False, timeout=PATIENCE_S
    )
    assert answer.is_success, answer.text
    return answer.json()


def until_it_ends(told: Told) -> list[dict[str, Any]]:
    """What is told of one command; the changes in between are left out."""
    found = []
    for event in told:
        if event["kind"] == "progress":
            found.append(event)
            if event["stage"] in {"done", "rolled_back", "declined"}:
                break
    return found


def stages(told: list[dict[str, Any]]) -> list[str]:
    return [event["stage"] for event in told]


def test_a_page_and_a_room_hear_of_each_step(start_server: StartServer) -> None:
    server = start_server()
    alice = server.headers()
    secrets = load_or_create(server.data)
    room = bearer(make_session_token(secrets.signing_key, secrets.owner_id, "talk-1"))
    steps = ["started", "finished"]
    with following(server, alice) as page, following(server, room) as assistant:
        outcome = post(server, alice, "/commands", text="add milk and eggs to my shopping list")
        seen = until_it_ends(page)
        assert stages(seen) == ["planned", *steps, *steps, "checked", "done"]
        assert {(event["name"], event["id"]) for event in seen} == {("progress", None)}
        assert {event["command_id"] for event in seen} == {outcome["command_id"]}
        assert [step["words"] for step in seen[0]["steps"]] == ['Add "Milk"', 'Add "Eggs"']
        assert stages(until_it_ends(assistant)) == stages(seen)
        bad = [MILK, {"type": "delete_task", "task_id": NOTHING}]
        post(server, alice, "/commands", actions=bad)
        failed = until_it_ends(page)
        assert stages(failed) == ["planned", *steps, "started", "rolled_back"]
        assert (failed[-1]["step"], failed[-1]["words"] != "") == (2, True)


def test_a_question_and_its_yes_are_told(start_server: StartServer) -> None:
    server = start_server()
    alice = server.headers()
    task = post(server, alice, "/tasks", title="Pay rent")
    wish = {"actions": [{"type": "delete_task", "task_id": task["id"]}], "decided_by": "model"}
    with following(server, alice) as page:
        asked = post(server, alice, "/commands", **wish)
        tried = until_it_ends(page)
        assert tried[-2]["verdict"] == "needs_approval"
        assert tried[-2]["approval_id"] == asked["approval_id"]
        post(server, alice, f"/approvals/{asked['approval_id']}", decision="approve")
        seen = until_it_ends(page)
        assert (seen[0]["stage"], seen[0]["actor"]) == ("approved", tried[0]["actor"].split(",")[0])
        assert stages(seen)[-2:] == ["checked", "done"]


def test_changes_are_played_again_after_a_break_and_progress_is_not(
    start_server: StartServer,
) -> None:
    server = start_server()
    alice = server.headers()
    with following(server, alice) as page:
        post(server, alice, "/commands", actions=[MILK, TEA])
        until_it_ends(page)
    with following(server, alice | {"Last-Event-ID": "0"}) as page:
        played = [next(page), next(page)]
        post(server, alice, "/tasks", title="Bread")
        played.append(next(page))
    assert [(event["name"], event["id"]) for event in played] == [
        *(("task.created", "1"), ("task.created", "2"), ("task.created", "3"))
    ]


def test_nobody_hears_of_what_happens_in_another_workspace(start_server: StartServer) -> None:
    server = start_server()
    alice = server.headers()
    home = post(server, alice, "/workspaces", name="Home")["id"]
    code = post(server, alice, "/invitations")["code"]
    person = {"name": "charlie@example.org", "password": "charlie's secret"}
    account = httpx.post(
        f"{server.api}/accounts",
        json={"invitation": code} | person,
        trust_env=False,
        timeout=PATIENCE_S,
    )
    charlie = {"Cookie": f"saydo_session={account.cookies['saydo_session']}"}
    there = alice | {"Saydo-Workspace": home}
    with following(server, charlie) as page, following(server, there) as shared:
        post(server, alice, "/commands", actions=[MILK])
        post(server, there, "/commands", actions=[BREAD])
        post(server, charlie, "/commands", actions=[TEA])
        assert [step["words"] for step in until_it_ends(page)[0]["steps"]] == ['Add "Tea"']
        assert [step["words"] for step in until_it_ends(shared)[0]["steps"]] == ['Add "Bread"']
