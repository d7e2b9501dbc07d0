"""A4: one caller asks too often and is told to wait; nobody else notices, and no header helps."""

import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import httpx
import msgspec
import pytest
from litestar import Litestar

from control_api.setup.settings import RateLimit, Settings, load_settings
from tests.control_api.conftest import BOB, Headers

FAR = "203.0.113.9"
WRITES, READS = 3, 5
TASKS, ME, SIGN_IN = "/api/v1/tasks", "/api/v1/me", "/api/v1/sign-in"
From = Callable[..., Awaitable[httpx.AsyncClient]]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    environ = {"SAYDO_DATA": str(tmp_path), "SAYDO_TRUSTED_PROXIES": "198.51.100.0/24, ::1"}
    settings = load_settings(environ)
    return msgspec.structs.replace(settings, rate_limit=RateLimit(WRITES, READS))


@pytest.fixture
async def at(app: Any) -> AsyncIterator[From]:
    """Clients at addresses of the test's choice."""
    async with AsyncExitStack() as stack:

        async def connect(address: str, headers: Headers | None = None) -> httpx.AsyncClient:
            return await stack.enter_async_context(
                httpx.AsyncClient(
                    transport=httpx.ASGITransport(app, client=(address, 1)),
                    base_url="http://127.0.0.1:7300",
                    headers=headers,
                )
            )

        yield connect
    app.state.workspaces.close()
    app.state.control.close()


async def statuses(client: httpx.AsyncClient, count: int, path: str = ME, **more: Any) -> list[int]:
    return [(await client.get(path, **more)).status_code for _ in range(count)]


async def test_one_too_many_is_refused_with_when_to_go_on(at: From, alice: Headers) -> None:
    client = await at(FAR, alice)
    assert (await client.get(ME)).headers["ratelimit-remaining"] == str(READS - 1)
    # The first one showed a credential that was not proved yet: it counts for the address.
    for left in reversed(range(READS)):
        answer = await client.get(ME)
        assert answer.status_code == 200
        assert answer.headers["ratelimit-remaining"] == str(left)
        assert answer.headers["ratelimit-policy"] == f"{READS}; w=60"
    answer = await client.get(ME)
    assert answer.status_code == 429
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["type"] == "urn:saydo:problem:too-many-requests"
    assert answer.headers["ratelimit-remaining"] == "0"
    assert 0 < int(answer.headers["retry-after"]) <= 60


async def test_writes_and_reads_are_counted_apart(at: From, alice: Headers) -> None:
    client = await at(FAR, alice)
    made = [(await client.post(TASKS, json={"title": "x"})).status_code for _ in range(WRITES + 2)]
    assert made == [201] * (WRITES + 1) + [429]
    assert len((await client.get(TASKS)).json()["items"]) == WRITES + 1


async def test_a_minute_later_all_is_well_again(
    at: From, alice: Headers, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = await at(FAR, alice)
    assert (await statuses(client, READS + 2))[-1] == 429
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 61)
    assert await statuses(client, 1) == [200]


async def test_other_people_and_other_addresses_notice_nothing(
    at: From, alice: Headers, bob: Headers
) -> None:
    assert (await statuses(await at(FAR, alice), READS + 2))[-1] == 429
    assert (await statuses(await at("203.0.113.77", alice), READS))[-1] == 429
    assert await statuses(await at(FAR, bob), READS) == [200] * READS
    assert await statuses(await at("203.0.113.10"), READS) == [401] * READS


@pytest.mark.parametrize("header", ["X-Forwarded-For", "X-Real-IP", "Forwarded", "Client-IP"])
async def test_no_header_of_a_stranger_makes_them_somebody_else(at: From, header: str) -> None:
    client = await at(FAR)
    seen = [
        (await client.get(ME, headers={header: f"192.0.2.{number}"})).status_code
        for number in range(READS + 1)
    ]
    assert seen == [401] * READS + [429]


async def test_invented_credentials_all_count_for_the_address(at: From) -> None:
    client = await at(FAR)
    seen = [
        (await client.get(ME, headers={"Authorization": f"Bearer {number}"})).status_code
        for number in range(READS + 1)
    ]
    assert seen == [401] * READS + [429]


async def test_codes_to_sign_in_with_cannot_be_tried_for_ever(at: From) -> None:
    client = await at(FAR)
    tried = [
        (await client.post(SIGN_IN, json={"code": str(number)})).status_code
        for number in range(WRITES + 1)
    ]
    assert tried == [401] * WRITES + [429]


async def test_an_ipv6_network_is_one_caller(at: From) -> None:
    clients = [await at(f"2001:db8:0:1::{number:x}") for number in range(READS + 1)]
    assert [(await statuses(each, 1))[0] for each in clients] == [401] * READS + [429]
    assert await statuses(await at("2001:db8:0:2::1"), 1) == [401]


async def test_behind_a_trusted_proxy_the_address_it_has_seen_counts(at: From) -> None:
    proxy = await at("198.51.100.7")
    seen = [
        # What stands before the proxy's own word is the stranger's invention.
        await statuses(proxy, 1, headers={"X-Forwarded-For": f"192.0.2.{number}, {FAR}"})
        for number in range(READS + 1)
    ]
    assert seen == [[401]] * READS + [[429]]
    other = {"X-Forwarded-For": f"{FAR}, 203.0.113.10, 198.51.100.8"}
    assert await statuses(proxy, 1, headers=other) == [401]


async def test_programs_on_this_machine_may_ask_a_hundred_times_as_often(
    at: From, alice: Headers
) -> None:
    for address in ("127.0.0.1", "::ffff:127.0.0.1"):
        here = await at(address, alice)
        assert await statuses(here, 2 * READS) == [200] * 2 * READS
        assert (await here.get(ME)).headers["ratelimit-limit"] == str(READS * 100)
    # Somebody else's request, through a proxy that was not named.
    proxied = await statuses(
        await at("127.0.0.1", alice), READS + 1, headers={"X-Forwarded-For": FAR}
    )
    assert proxied[-1] == 429


async def test_a_conversation_and_the_worker_are_not_held_up(
    at: From, alice: Headers, agent: Headers, settings: Settings
) -> None:
    assert (await statuses(await at(FAR, alice), READS + 2))[-1] == 429
    assert await statuses(await at("203.0.113.20", agent), READS) == [200] * READS
    worker = await at("203.0.113.30", {"Authorization": f"Bearer {settings.secrets.worker_key}"})
    asked = [await worker.post("/api/v1/rooms/none/session") for _ in range(3 * WRITES)]
    assert {answer.status_code for answer in asked} == {404}


async def test_what_a_revoked_credential_asks_counts_for_the_address(
    at: From, app: Litestar, bob: Headers
) -> None:
    client = await at(FAR, bob)
    assert await statuses(client, 2) == [200, 200]
    control = app.state.control
    await control.write(lambda db: db.execute("DELETE FROM accounts WHERE id = ?", [BOB]))
    assert (await statuses(client, READS + 1))[-1] == 429
    assert (await statuses(await at(FAR), 1)) == [429]


async def test_live_events_are_not_counted(at: From, alice: Headers) -> None:
    client = await at(FAR, alice | {"Last-Event-ID": "x"})
    assert await statuses(client, 2 * READS, "/api/v1/events") == [422] * 2 * READS


class TestTurnedOff:
    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        return msgspec.structs.replace(settings, rate_limit=None)

    async def test_nothing_is_counted(self, at: From, alice: Headers) -> None:
        client = await at(FAR, alice)
        assert await statuses(client, 2 * READS) == [200] * 2 * READS
        assert "ratelimit-limit" not in (await client.get(ME)).headers
