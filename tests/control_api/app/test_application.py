"""What every answer has, and what the description of the API says of every route."""

import re
import tomllib

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from control_api.setup.settings import Settings
from shared.version import VERSION
from tests.control_api.conftest import ROOT, Headers

Client = TestClient[Litestar]


@pytest.mark.parametrize("path", ["/api/v1/health", "/api/v1/tasks", "/api/v1/me", "/api/schema"])
def test_answers_of_the_api_are_not_kept_by_anybody(
    client: Client, alice: Headers, path: str
) -> None:
    for headers in (alice, {}):
        answer = client.get(path, headers=headers)
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    ("host", "allowed"),
    [
        ("127.0.0.1:7300", True),
        ("localhost", True),
        ("LOCALHOST:1", True),
        ("[::1]:7300", True),
        ("evil.example", False),
        ("evil.example:7300", False),
        ("localhost.evil.example", False),
        ("127.0.0.1.evil.example", False),
        ("localhost:7300@evil.example", False),
        ("localhost:evil", False),
        ("", False),
    ],
)
def test_only_our_own_names_are_answered_to(client: Client, host: str, allowed: bool) -> None:
    forwarded = {"X-Forwarded-Host": "localhost", "Forwarded": "host=localhost"}
    answer = client.get("/api/v1/health", headers={"Host": host} | forwarded)
    assert answer.status_code == (200 if allowed else 400)


def test_health_tells_the_versions_and_readiness_what_is_missing(client: Client) -> None:
    versions = client.get("/api/v1/health").json()["versions"]
    assert re.fullmatch(r"3\.\d+\.\d+", versions["sqlite"])
    answer = client.get("/api/v1/ready")
    assert answer.status_code == 503
    assert answer.json() == {"ready": False, "database": True, "livekit": False}


def test_the_version_is_the_one_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert project["version"] == VERSION


def test_every_route_is_described_with_its_problems(client: Client) -> None:
    paths = client.get("/api/schema").json()["paths"]
    operations = [(path, o) for path, methods in paths.items() for o in methods.values()]
    names = [operation["operationId"] for _, operation in operations]
    assert len(names) == len(set(names))
    for path, operation in operations:
        assert operation["summary"], path
        assert operation["description"], path
        assert operation["tags"], path
        public = operation.get("security") == [{}]
        assert public == ("401" not in operation["responses"]) or path.endswith(
            ("/sign-in", "/accounts")
        )
        for status, answer in operation["responses"].items():
            if status >= "400" and path != "/api/v1/ready":
                assert list(answer["content"]) == ["application/problem+json"], (path, status)


def test_the_data_folder_holds_what_it_should(client: Client, settings: Settings) -> None:
    assert client.get("/api/v1/health").status_code == 200
    found = {path.name for path in settings.data.iterdir() if "-" not in path.name}
    assert found == {"secrets.json", "control.db", "workspaces"}
    assert (settings.data / "workspaces" / f"{settings.secrets.owner_id}.db").is_file()
