"""What a restore over HTTP refuses, and what it does between two times that the server serves."""

import json
import sqlite3
from typing import Any

import msgspec
import pytest
from litestar import Litestar
from litestar.testing import TestClient

from control_api.app.application import create_app, open_again
from control_api.process.swap import swap_in
from control_api.setup.secrets import load_or_create
from control_api.setup.settings import Settings
from control_api.setup.setup_error import SetupError
from shared.backups import Restore
from tests.control_api.conftest import Headers

Client = TestClient[Litestar]


def begun(client: Client, alice: Headers, which: str) -> Restore:
    answer = client.post(f"/api/v1/backups/{which}/restore", headers=alice)
    assert answer.status_code == 202, answer.text
    return msgspec.json.decode(answer.content, type=Restore)


def test_what_can_not_be_put_back_is_said_and_nothing_happens(
    client: Client, alice: Headers, app: Litestar, settings: Settings
) -> None:
    def refused(which: str) -> tuple[int, str]:
        answer = client.post(f"/api/v1/backups/{which}/restore", headers=alice)
        assert app.state.backups.wanted is None
        return answer.status_code, answer.json()["detail"]

    assert refused("latest") == (404, "No backup begins with 'latest'. The newest are: none yet.")
    names = [client.post("/api/v1/backups", headers=alice).json()["id"] for _ in range(2)]
    status, told = refused("1999")
    assert status == 404
    assert names[1] in told
    assert refused(names[0][:4])[1].startswith("Several backups begin with")
    for name in ("..", "%2e%2e", "..%2fbackups", "*", "%00"):
        assert refused(name)[0] == 404
    (copy,) = (settings.data / "backups" / names[1] / "workspaces").glob("*.db")
    copy.write_bytes(copy.read_bytes()[:-1])
    status, told = refused("latest")
    assert status == 409
    assert "is not as it was copied" in told
    assert "choose another one" in told
    with sqlite3.connect(settings.data / "backups" / names[0] / "workspaces" / copy.name) as db:
        db.execute("DELETE FROM events")
    db.close()
    assert refused(names[0])[0] == 409


def test_one_restore_at_a_time_and_no_backup_meanwhile(client: Client, alice: Headers) -> None:
    made = client.post("/api/v1/backups", headers=alice).json()
    wanted = begun(client, alice, "latest")
    assert (wanted.backup.id, wanted.state) == (made["id"], "begun")
    assert client.post("/api/v1/backups/latest/restore", headers=alice).status_code == 409
    assert client.post("/api/v1/backups", headers=alice).status_code == 409
    told = client.get("/api/v1/backups", headers=alice).json()
    assert told["last_restore"]["id"] == wanted.id


@pytest.fixture
def ended(settings: Settings) -> Litestar:
    """The application of a server that has ended its serving."""
    return create_app(settings)


@pytest.fixture
def wanted(ended: Litestar, alice: Headers) -> Restore:
    """A restore that was begun there."""
    with TestClient(ended, base_url="http://127.0.0.1:7300") as client:
        client.post("/api/v1/backups", headers=alice).raise_for_status()
        client.post("/api/v1/tasks", json={"title": "newer"}, headers=alice).raise_for_status()
        return begun(client, alice, "latest")


def told(app: Litestar, alice: Headers) -> tuple[Restore, list[str]]:
    """What became of the restore, and the tasks there are."""
    with TestClient(app, base_url="http://127.0.0.1:7300") as client:
        last = client.get("/api/v1/backups", headers=alice).json()["last_restore"]
        tasks = client.get("/api/v1/tasks", headers=alice).json()["items"]
    return msgspec.convert(last, Restore), [task["title"] for task in tasks]


def test_a_restore_that_fails_leaves_all_as_it_was_and_says_why(
    settings: Settings,
    ended: Litestar,
    alice: Headers,
    wanted: Restore,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def no_room(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("control_api.database.restore.copy_durably", no_room)
    swap_in(ended, settings, wanted)
    last, tasks = told(ended, alice)
    assert (last.id, last.state, tasks) == (wanted.id, "failed", ["newer"])
    assert "No space left" in last.detail
    assert not list(settings.data.glob("**/*.restored"))


def test_a_backup_that_can_not_be_served_gives_way_to_what_was_there(
    settings: Settings,
    ended: Litestar,
    alice: Headers,
    wanted: Restore,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tries = iter([SetupError("It is of no use."), None])

    def start(*given: Any) -> None:
        fault = next(tries)
        if fault is not None:
            raise fault
        open_again(*given)

    monkeypatch.setattr("control_api.process.swap.open_again", start)
    swap_in(ended, settings, wanted)
    last, tasks = told(ended, alice)
    assert (last.state, last.detail, tasks) == ("failed", "It is of no use.", ["newer"])


def test_the_keys_are_those_of_the_backup_but_for_who_is_running(
    settings: Settings, ended: Litestar, alice: Headers, wanted: Restore
) -> None:
    path = settings.data / "secrets.json"
    before = load_or_create(settings.data)
    now = msgspec.structs.replace(before, signing_key="n" * 48, worker_key="w" * 48)
    path.write_bytes(msgspec.json.encode(now))
    renewed = swap_in(ended, msgspec.structs.replace(settings, secrets=now), wanted)
    assert renewed.secrets == msgspec.structs.replace(before, worker_key=now.worker_key)
    assert told(ended, alice)[0].state == "done"
    assert json.loads(path.read_bytes())["worker_key"] == before.worker_key
