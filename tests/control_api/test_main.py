"""The command line, as people and other programs use it."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import httpx
import jwt
import pytest

from tests.control_api.conftest import ROOT, Server, bearer, free_port
from tests.patience import PATIENCE_S

StartServer = Callable[..., Server]


def saydo(data: Path, *arguments: str, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "control_api", *arguments],
        cwd=ROOT,
        env=os.environ | {"SAYDO_DATA": str(data)} | environ,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )


def test_a_token_made_before_the_first_start_is_good(
    tmp_path: Path, start_server: StartServer
) -> None:
    data = tmp_path / "data"
    made = saydo(data, "token")
    assert made.returncode == 0
    assert {path.name for path in data.iterdir()} == {"secrets.json"}
    server = start_server(data)
    me = httpx.get(
        f"{server.api}/me", headers=bearer(made.stdout.strip()), trust_env=False, timeout=PATIENCE_S
    )
    assert me.status_code == 200


def test_a_token_is_alone_on_its_line_and_it_is_said_until_when_it_is_good(tmp_path: Path) -> None:
    data = tmp_path / "data"
    for arguments, days in (([], 1), (["--days", "3"], 3)):
        made = saydo(data, "token", *arguments)
        claims = jwt.decode(made.stdout.removesuffix("\n"), options={"verify_signature": False})
        assert claims["exp"] - claims["iat"] == pytest.approx(days * 86400, abs=2)
        end = datetime.fromtimestamp(claims["exp"], UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        assert f"Good until {end}" in made.stderr
    for wrong in ("0", "91", "x"):
        refused = saydo(data, "token", "--days", wrong)
        assert (refused.returncode, refused.stdout) == (2, "")
        assert "1 to 90 days" in refused.stderr


def test_a_token_is_revoked_while_the_server_runs_and_stays_so(
    tmp_path: Path, start_server: StartServer
) -> None:
    server = start_server(tmp_path / "data")
    with httpx.Client(base_url=server.api, trust_env=False, timeout=PATIENCE_S) as client:
        stolen, mine = (bearer(saydo(server.data, "token").stdout.strip()) for _ in range(2))
        client.get("/me", headers=stolen).raise_for_status()
        (found,) = client.get("/access-tokens", headers=server.headers()).json()["items"][1:]
        where = f"/access-tokens/{found['id']}"
        client.delete(where, headers=mine).raise_for_status()
        assert client.get("/me", headers=stolen).status_code == 401
        server.stop()
        server.restart()
        assert client.get("/me", headers=stolen).status_code == 401
        assert client.get("/me", headers=mine).status_code == 200


def test_a_sign_in_link_leads_to_the_page_and_signs_in(
    tmp_path: Path, start_server: StartServer
) -> None:
    server = start_server(tmp_path / "data")
    link = saydo(server.data, "sign-in", SAYDO_PORT=str(server.port)).stdout.strip()
    address, _, code = link.partition("/#sign-in=")
    assert address == server.url
    answer = httpx.post(
        f"{server.api}/sign-in", json={"code": code}, trust_env=False, timeout=PATIENCE_S
    )
    assert answer.status_code == 204


def test_somebody_is_invited_listed_and_helped_back_in_at_the_machine(
    tmp_path: Path, start_server: StartServer
) -> None:
    data = tmp_path / "data"
    assert "make run" in saydo(data, "users").stderr
    code = saydo(data, "invite").stdout.strip()
    server = start_server(data)
    bob = {"name": "bob@example.org", "password": "correct horse battery"}
    with httpx.Client(base_url=server.api, trust_env=False, timeout=PATIENCE_S) as client:
        made = client.post("/accounts", json={"invitation": code} | bob)
        assert made.status_code == 201
        users = saydo(data, "users").stdout.splitlines()
        assert [line.split()[-1] for line in users] == ["password)", "bob@example.org"]
        link = saydo(data, "sign-in", "BOB@example.org").stdout.strip()
        client.cookies.clear()
        answer = client.post("/sign-in", json={"code": link.partition("=")[2]})
        assert answer.status_code == 204
        assert client.get("/me").json()["id"] == made.json()["id"]
    assert "Nobody here signs in as 'carol'" in saydo(data, "sign-in", "carol").stderr


def test_a_port_that_is_taken_is_said_in_one_line(start_server: StartServer) -> None:
    server = start_server()
    second = saydo(server.data.parent / "other", "serve", SAYDO_PORT=str(server.port))
    assert second.returncode == 1
    assert second.stderr.count("\n") == 1
    assert f"Port {server.port} is taken" in second.stderr
    assert "SAYDO_PORT" in second.stderr


def test_two_servers_do_not_share_a_data_folder(start_server: StartServer) -> None:
    server = start_server()
    second = saydo(server.data, "serve", SAYDO_PORT=str(free_port()))
    assert second.returncode == 1
    assert second.stderr.count("\n") == 1
    assert "Another Saydo is running" in second.stderr


@pytest.mark.parametrize(
    ("variable", "value"), [("SAYDO_PORT", "eighty"), ("SAYDO_HOST", "192.0.2.1")]
)
def test_a_wrong_setting_is_said_in_one_line(tmp_path: Path, variable: str, value: str) -> None:
    found = saydo(tmp_path / "data", "serve", **{variable: value})
    assert found.returncode == 1
    assert found.stderr.count("\n") == 1
    assert variable in found.stderr


def test_a_data_folder_of_a_newer_program_is_refused_in_one_line(
    tmp_path: Path, start_server: StartServer
) -> None:
    server = start_server(tmp_path / "data")
    server.stop()
    with sqlite3.connect(server.data / "control.db") as control:
        control.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " VALUES ('accounts', 'm999_future', '')"
        )
    control.close()
    found = saydo(server.data, "serve", SAYDO_PORT=str(server.port))
    assert found.returncode == 1
    assert "newer Saydo" in found.stderr
    assert found.stderr.count("\n") == 1


def test_check_tells_a_sound_folder_from_a_damaged_one(
    tmp_path: Path, start_server: StartServer
) -> None:
    server = start_server(tmp_path / "data")
    httpx.post(
        f"{server.api}/tasks",
        json={"title": "Milk"},
        headers=server.headers(),
        trust_env=False,
        timeout=PATIENCE_S,
    ).raise_for_status()
    assert saydo(server.data, "check").returncode == 0
    server.stop()
    (path,) = (server.data / "workspaces").glob("*.db")
    with sqlite3.connect(path) as workspace:
        workspace.execute("UPDATE tasks SET title_key = 'other'")
    workspace.close()
    found = saydo(server.data, "check")
    assert found.returncode == 1
    assert "is not as the log says" in found.stdout
