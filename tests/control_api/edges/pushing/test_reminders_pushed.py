"""Reminders pushed to a stand-in, from the setting to the receipt."""

import time
from collections.abc import Callable

import httpx
import msgspec
import pytest
from litestar import Litestar
from litestar.testing import TestClient

from control_api.edges.pushing.pusher import NOT_ARRIVED
from control_api.edges.reminders.preferences import save_notifications
from control_api.setup.settings import Settings
from shared.reminders import Notifications
from tests.control_api.conftest import BOB, Headers, Server
from tests.control_api.edges.pushing.conftest import HERE, StandIn
from tests.control_api.edges.reminders.test_routes import create, in_utc, until
from tests.patience import PATIENCE_S

Client = TestClient[Litestar]
PATH = "/api/v1/me/notifications"


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return msgspec.structs.replace(settings, private_networks=(HERE,))


@pytest.fixture(autouse=True)
def hurry(app: Litestar) -> None:
    """Wait for the service as long as it takes, and for nothing else when it refuses."""
    app.state.pusher._within_s, app.state.pusher._told_after_s = PATIENCE_S, 0


def error_of(client: Client, headers: Headers) -> str:
    give_up = time.monotonic() + PATIENCE_S
    while True:
        (receipt,) = until(client, headers, 1, state="due")
        (delivery,) = receipt["deliveries"]
        if "error" in delivery:
            assert (delivery["state"], delivery["attempts"] >= 1) == ("waiting", True)
            return str(delivery["error"])
        assert time.monotonic() < give_up
        time.sleep(0.02)


def test_a_reminder_is_pushed_where_the_person_wants_it(
    client: Client, alice: Headers, stand_in: StandIn
) -> None:
    answer = client.put(PATH, json={"push": [stand_in.url]}, headers=alice)
    assert answer.status_code == 200, answer.text
    create(client, alice, "Call Sarah", reminders=[in_utc(seconds=0)])
    (receipt,) = until(client, alice, 1, state="delivered")
    (delivery,) = receipt["deliveries"]
    assert (delivery["way"], delivery["to"], delivery["state"]) == ("push", "json", "delivered")
    (seen,) = stand_in.requests
    assert msgspec.json.decode(seen.body)["message"] == "Reminder: call Sarah."


def test_it_is_so_with_a_server_as_people_start_it(
    start_server: Callable[..., Server], stand_in: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAYDO_WEBHOOK_NETWORKS", HERE)
    server = start_server()
    with httpx.Client(
        base_url=server.api, headers=server.headers(), trust_env=False, timeout=PATIENCE_S
    ) as http:
        http.put(
            "/me/notifications", json={"push": [stand_in.url]}, timeout=PATIENCE_S
        ).raise_for_status()
        http.post("/tasks", json={"title": "Call Sarah", "reminders": [in_utc(seconds=0)]})
        give_up = time.monotonic() + PATIENCE_S
        while not http.get("/reminders", params={"state": "delivered"}).json()["items"]:
            assert time.monotonic() < give_up
            time.sleep(0.02)
    assert len(stand_in.requests) == 1


def test_why_a_push_failed_is_on_the_receipt(
    client: Client, alice: Headers, stand_in: StandIn
) -> None:
    stand_in.status = 500
    client.put(PATH, json={"push": [stand_in.url]}, headers=alice)
    create(client, alice, "Call Sarah", reminders=[in_utc(seconds=0)])
    assert error_of(client, alice) == NOT_ARRIVED
    (said,) = client.get("/api/v1/reminders/silent", headers=alice).json()["items"]
    assert NOT_ARRIVED in said


def test_what_another_than_the_owner_has_kept_reaches_nothing_private(
    client: Client, app: Litestar, bob: Headers, stand_in: StandIn
) -> None:
    refused = client.put(PATH, json={"push": [stand_in.url]}, headers=bob)
    assert refused.status_code == 422
    assert "only" in refused.json()["fields"]["push"].lower()
    kept = Notifications(push=[stand_in.url])
    app.state.control.write_now(lambda db: save_notifications(db, BOB, kept))
    create(client, bob, "Call Sarah", reminders=[in_utc(seconds=0)])
    assert error_of(client, bob) == NOT_ARRIVED
    assert stand_in.connections == 0


def test_an_address_from_before_that_is_not_allowed_any_more_says_so_and_stays_quiet(
    app: Litestar, alice: Headers, settings: Settings
) -> None:
    kept = Notifications(push=["syslog://open-sesame"])
    owner = settings.secrets.owner_id
    app.state.control.write_now(lambda db: save_notifications(db, owner, kept))
    # Kept before the server starts, as it is then: later it would not be told of it.
    with TestClient(app, base_url="http://127.0.0.1:7300") as client:
        create(client, alice, "Call Sarah", reminders=[in_utc(seconds=0)])
        assert error_of(client, alice).startswith("Saydo pushes to these services only")
        (said,) = client.get("/api/v1/reminders/silent", headers=alice).json()["items"]
        assert said.startswith("Nothing is pushed to syslog: Saydo pushes to these services only")
        shown = client.get(PATH, headers=alice).json()
        assert shown["push"][0].startswith("syslog://****-")
        again = client.put(PATH, json=shown | {"spoken": False}, headers=alice)
        assert (again.status_code, again.json()["push"]) == (200, shown["push"])


def test_no_secret_of_any_address_comes_back(client: Client, alice: Headers) -> None:
    wanted = [
        "jsons://alice:canary@example.org/canary?verify=no",
        "ntfys://canary",
        "gotifys://example.org/canary-000000000",
        "tgram://123456789:canary_canary_canary/12315544/",
    ]
    answer = client.put(PATH, json={"push": wanted}, headers=alice)
    assert answer.status_code == 200, answer.text
    assert "canary" not in answer.text
    assert answer.json() == client.get(PATH, headers=alice).json()
    again = client.put(PATH, json=answer.json(), headers=alice)
    assert again.json() == answer.json()


def test_a_header_of_its_own_is_refused_and_the_inside_is_not_asked(
    client: Client, alice: Headers, stand_in: StandIn
) -> None:
    url = f"{stand_in.url}?method=DELETE&+X-Saydo=1"
    answer = client.put(PATH, json={"push": [url]}, headers=alice)
    assert answer.status_code == 422
    assert stand_in.connections == 0


def test_what_apprise_can_t_read_is_refused(client: Client, alice: Headers) -> None:
    answer = client.put(PATH, json={"push": ["tgram://nonsense"]}, headers=alice)
    assert answer.status_code == 422
    assert "tgram" in answer.json()["fields"]["push"]
