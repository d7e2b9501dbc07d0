"""An account that has a password."""

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from tests.control_api.conftest import Headers

PASSWORD = "correct horse battery"


@pytest.fixture(autouse=True)
def light(light_hashes: None) -> None:
    """All but one test can do with hashes that cost little."""


@pytest.fixture
def password(client: TestClient[Litestar], alice: Headers) -> str:
    """Alice's, who signs in as Alice@Example.org."""
    body = {"password": PASSWORD, "name": "Alice@Example.org"}
    assert client.put("/api/v1/me/password", json=body, headers=alice).status_code == 204
    return PASSWORD
