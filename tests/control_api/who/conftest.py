"""An account that has a password, and the clock that guesses are slowed down by."""

from dataclasses import dataclass

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from control_api.who.passwords.slow_down import SlowDown
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


@dataclass
class Clock:
    """Stands still until it is put forward."""

    now: float = 0.0
    """Seconds."""


@pytest.fixture
def guessing_clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Replace the clock by which waits after wrong guesses pass, however slow the machine is."""
    clock = Clock()
    begin = SlowDown.begin

    def begin_by_clock(slow: SlowDown, name: str, address: str, now: float) -> None:
        del now
        begin(slow, name, address, clock.now)

    monkeypatch.setattr(SlowDown, "begin", begin_by_clock)
    return clock
