"""The year 9999, leap days and the hours that clocks jump over, in every field of a task."""

from typing import Any, get_args

import httpx
import msgspec
import pytest
from litestar import Litestar
from litestar.testing import TestClient

from control_api.setup.settings import Settings
from shared.moving import ExportFormat
from tests.control_api.conftest import Headers

Client = TestClient[Litestar]
API = "/api/v1"
LAST = "9999-12-31T23:59:59"
ZONES = [None, "Pacific/Kiritimati", "America/St_Johns", "Etc/GMT+12"]
FIELDS = ("due", "start", "deadline")


@pytest.fixture(params=["Pacific/Kiritimati", "America/Los_Angeles"])
def settings(settings: Settings, request: pytest.FixtureRequest) -> Settings:
    """Of a person far in the east, and of one far in the west."""
    return msgspec.structs.replace(settings, time_zone=request.param)


def make(client: Client, alice: Headers, **fields: Any) -> httpx.Response:
    answer: httpx.Response = client.post(
        f"{API}/tasks", json={"title": "Milk"} | fields, headers=alice
    )
    return answer


@pytest.mark.parametrize("at", [LAST, "9999-12-31", "1900-01-01T00:00:00", "1900-01-01"])
def test_the_first_and_the_last_moment_are_stored_said_listed_and_taken_out(
    client: Client, alice: Headers, at: str
) -> None:
    def run(**body: Any) -> Any:
        answer = client.post(f"{API}/commands", json=body, headers=alice)
        assert answer.status_code == 200, answer.text
        return answer.json()

    for zone in ZONES if "T" in at else [None]:
        fields: dict[str, Any] = {"due": at, "time_zone": zone, "repeat": {"rule": "FREQ=YEARLY"}}
        if "T" in at:
            fields["reminders"] = [{"at": at, "time_zone": zone}, {"before_min": 60}]
        for name in ("start", "deadline"):
            fields |= {name: at, f"{name}_time_zone": zone}
        made = make(client, alice, **fields)
        assert made.status_code == 201, made.text
        assert [made.json()[name] for name in FIELDS] == [at] * 3
        where = f"{API}/tasks/{made.json()['id']}"
        assert client.patch(where, json={"title": "Tea"}, headers=alice).status_code == 200
        complete = {"type": "complete_task", "task_id": made.json()["id"]}
        for action in (complete, {"type": "undo"}):
            assert run(actions=[action])["outcome"] == "done"
    for text in ("what's on my list", "move tea by three hours", "move tea to 11 pm"):
        run(text=text)
    for look in ("tasks?sort=due", f"tasks?filter=due before {at[:10]}", "reminders"):
        assert client.get(f"{API}/{look}", headers=alice).status_code == 200, look
    for name in get_args(ExportFormat):
        answer = client.get(f"{API}/export?format={name}", headers=alice)
        assert answer.status_code == 200, (name, answer.text)


@pytest.mark.parametrize("field", FIELDS)
def test_the_29th_of_february_is_there_in_leap_years_only(
    client: Client, alice: Headers, field: str
) -> None:
    for day in ("2028-02-29", "2000-02-29", "2028-02-29T12:00:00"):
        made = make(client, alice, **{field: day})
        assert (made.status_code, made.json()[field]) == (201, day)
    for day in ("2027-02-29", "2100-02-29", "2027-02-29T12:00:00", "9999-02-29"):
        refused = make(client, alice, **{field: day})
        assert (refused.status_code, list(refused.json()["fields"])) == (422, [field])


@pytest.mark.parametrize("field", FIELDS)
def test_what_is_on_no_calendar_is_refused_by_name(
    client: Client, alice: Headers, field: str
) -> None:
    for day in ("10000-01-01", "0000-01-01", "1899-12-31", "2026-11-31", "2026-11-21T24:00:01"):
        refused = make(client, alice, **{field: day})
        assert (refused.status_code, list(refused.json()["fields"])) == (422, [field])
