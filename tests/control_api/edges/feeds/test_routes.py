from pathlib import Path

from icalendar import Calendar
from litestar import Litestar
from litestar.testing import TestClient

from control_api.setup.settings import Settings
from tests.control_api.conftest import Headers

API = "/api/v1"
Client = TestClient[Litestar]


def make(client: Client, headers: Headers, **body: str) -> dict[str, str]:
    answer = client.post(f"{API}/feeds", json=body, headers=headers)
    assert answer.status_code == 201, answer.text
    made: dict[str, str] = answer.json()
    return made


def add(client: Client, headers: Headers, **task: str) -> str:
    answer = client.post(f"{API}/tasks", json=task, headers=headers)
    return str(answer.json()["id"])


def test_a_calendar_shows_what_has_a_date_to_who_knows_its_address(
    client: Client, alice: Headers
) -> None:
    done = add(client, alice, title="Done", due="2026-11-30")
    client.patch(f"{API}/tasks/{done}", json={"status": "completed"}, headers=alice)
    add(client, alice, title="Milk", due="2026-12-01")
    add(client, alice, title="Call", due="2026-12-01T15:00", time_zone="Europe/Berlin")
    add(client, alice, title="Some day")
    events = client.get(make(client, alice, name="Mine")["path"])
    assert events.headers["content-type"].startswith("text/calendar")
    assert events.headers["x-content-type-options"] == "nosniff"
    calendar = Calendar.from_ical(events.content)
    assert calendar["X-WR-CALNAME"] == "Mine"
    assert [str(event["SUMMARY"]) for event in calendar.walk("VEVENT")] == ["Milk", "Call"]
    todos = Calendar.from_ical(client.get(make(client, alice, kind="todo")["path"]).content)
    assert [str(todo["SUMMARY"]) for todo in todos.walk("VTODO")] == ["Milk", "Call", "Some day"]


def test_a_revoked_address_shows_nothing(client: Client, alice: Headers) -> None:
    made = make(client, alice)
    [listed] = client.get(f"{API}/feeds", headers=alice).json()["items"]
    assert listed == {key: made[key] for key in ("id", "name", "kind", "created_at")}
    assert client.delete(f"{API}/feeds/{made['id']}", headers=alice).status_code == 204
    assert client.get(made["path"]).status_code == 404
    assert client.delete(f"{API}/feeds/{made['id']}", headers=alice).status_code == 404
    assert client.get(f"{API}/feeds", headers=alice).json() == {"items": []}


def test_only_the_hash_of_an_address_is_kept(
    client: Client, alice: Headers, settings: Settings
) -> None:
    token = make(client, alice)["path"].removeprefix("/feeds/").removesuffix(".ics")
    files: list[Path] = [path for path in settings.data.rglob("*") if path.is_file()]
    assert [path.name for path in files if token.encode() in path.read_bytes()] == []


def test_nobody_guesses_lists_or_revokes_another_s(
    client: Client, alice: Headers, bob: Headers, agent: Headers
) -> None:
    made = make(client, alice)
    for guess in ("/feeds/x.ics", "/feeds/.ics", f"/feeds/{made['id']}.ics", "/feeds/%ff.ics"):
        assert client.get(guess).status_code == 404
    assert client.get(f"{API}/feeds", headers=bob).json() == {"items": []}
    assert client.delete(f"{API}/feeds/{made['id']}", headers=bob).status_code == 404
    assert client.post(f"{API}/feeds", json={}, headers=agent).status_code == 403
    assert client.get(f"{API}/feeds").status_code == 401
    assert client.get(made["path"]).status_code == 200


def test_a_calendar_can_not_be_written_to(client: Client, alice: Headers) -> None:
    path = make(client, alice)["path"]
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        assert client.request(method, path).status_code == 405
