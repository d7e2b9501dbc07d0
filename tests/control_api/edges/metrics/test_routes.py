"""The numbers of the control API, as Prometheus reads them."""

from typing import Any

from litestar import Litestar
from litestar.testing import TestClient
from prometheus_client.parser import text_string_to_metric_families

from tests.control_api.conftest import Headers

Client = TestClient[Litestar]


def read(client: Client, headers: Headers) -> str:
    return client.get("/api/v1/metrics", headers=headers).raise_for_status().text


def number(client: Client, headers: Headers, name: str, **labels: str) -> float:
    """The sum of what has that name and, among others, these labels."""
    return sum(
        sample.value
        for family in text_string_to_metric_families(read(client, headers))
        for sample in family.samples
        if sample.name == name and labels.items() <= sample.labels.items()
    )


def say(client: Client, headers: Headers, **body: Any) -> None:
    client.post("/api/v1/commands", json=body, headers=headers).raise_for_status()


def test_commands_are_counted_by_what_came_of_them(client: Client, alice: Headers) -> None:
    def count(outcome: str, source: str) -> float:
        return number(client, alice, "saydo_commands_total", outcome=outcome, source=source)

    before = count("done", "voice"), count("not_a_command", "api")
    say(client, alice, text="add milk", source="voice")
    say(client, alice, text="what a day")
    assert count("done", "voice") == before[0] + 1
    assert count("not_a_command", "api") == before[1] + 1


def test_dry_runs_are_no_commands(client: Client, alice: Headers) -> None:
    before = number(client, alice, "saydo_commands_total")
    say(client, alice, text="add milk", dry_run=True)
    assert number(client, alice, "saydo_commands_total") == before


def test_a_route_is_one_row_whatever_it_names(client: Client, alice: Headers) -> None:
    route = {"method": "GET", "path": "/api/v1/tasks/{task_id}"}

    def count(status: str) -> float:
        labels = route | {"status_code": status}
        return number(client, alice, "saydo_request_duration_seconds_count", **labels)

    found, missing = count("200"), count("404")
    made = client.post("/api/v1/tasks", json={"title": "Milk"}, headers=alice).json()["id"]
    client.get(f"/api/v1/tasks/{made}", headers=alice).raise_for_status()
    client.get(f"/api/v1/tasks/{made[::-1][:8]}{made[8:]}", headers=alice)
    assert count("200") == found + 1
    assert count("404") == missing + 1
    assert made not in read(client, alice)


def test_workspaces_that_are_open_are_counted(client: Client, alice: Headers, bob: Headers) -> None:
    assert number(client, alice, "saydo_open_workspaces") == 1
    client.get("/api/v1/tasks", headers=bob).raise_for_status()
    assert number(client, alice, "saydo_open_workspaces") == 2


def test_who_watches_is_counted(client: Client, app: Litestar, alice: Headers) -> None:
    assert number(client, alice, "saydo_event_subscribers") == 0
    owner_id = app.state.settings.secrets.owner_id

    async def feed() -> Any:
        return (await app.state.workspaces.open(owner_id)).feed

    with client.blocking_portal.call(feed).subscribe(is_told=True):
        assert number(client, alice, "saydo_event_subscribers") == 1
    assert number(client, alice, "saydo_event_subscribers") == 0


def test_no_number_holds_a_word_that_was_said(client: Client, alice: Headers) -> None:
    say(client, alice, text="add marzipan to my shopping list")
    told = read(client, alice)
    assert "saydo_commands_total" in told
    assert "marzipan" not in told.lower()
