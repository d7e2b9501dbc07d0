"""Passwords that cost little to check, and an account that has one."""

import pytest
from argon2 import PasswordHasher
from litestar import Litestar
from litestar.testing import TestClient

from control_api.passwords import hashing
from tests.control_api.conftest import Headers

PASSWORD = "correct horse battery"
LIGHT = PasswordHasher(time_cost=1, memory_cost=2048, parallelism=1)


@pytest.fixture(autouse=True)
def _light_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hashing, "HASHER", LIGHT)


@pytest.fixture
def password(client: TestClient[Litestar], alice: Headers) -> str:
    """Alice's, who signs in as Alice@Example.org."""
    body = {"password": PASSWORD, "name": "Alice@Example.org"}
    assert client.put("/api/v1/me/password", json=body, headers=alice).status_code == 204
    return PASSWORD
