"""The cookie over https and over plain http, and whom that is believed of."""

from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from typing import Any

import httpx
import msgspec
import pytest
from litestar import Litestar

from control_api.setup.secrets import load_or_create
from control_api.setup.settings import Settings
from control_api.who.sessions.browser_sessions import COOKIE
from control_api.who.sessions.cookies import SECURE_COOKIE
from control_api.who.signed_tokens.tokens import make_sign_in_code
from tests.control_api.conftest import Headers, Server
from tests.patience import PATIENCE_S

PROXY, FAR = "198.51.100.7", "203.0.113.9"
SIGN_IN, ME = "/api/v1/sign-in", "/api/v1/me"
HTTPS = {"X-Forwarded-Proto": "https"}
Open = Callable[..., Awaitable[httpx.AsyncClient]]
Cookie = tuple[str, str, set[str]]


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return msgspec.structs.replace(settings, trusted_proxies=("198.51.100.0/24", "::1/128"))


@pytest.fixture
async def connect(app: Litestar) -> Any:
    async with AsyncExitStack() as stack:

        async def connect(address: str, *, scheme: str = "http") -> httpx.AsyncClient:
            transport: Any = httpx.ASGITransport(app, client=(address, 1))  # type: ignore[arg-type]
            client = httpx.AsyncClient(transport=transport, base_url=f"{scheme}://127.0.0.1:7300")
            return await stack.enter_async_context(client)

        yield connect
    app.state.workspaces.close()
    app.state.control.close()


@pytest.fixture
def code(settings: Settings) -> Callable[[], str]:
    key, owner = settings.secrets.signing_key, settings.secrets.owner_id
    return lambda: make_sign_in_code(key, owner)


def cookie_of(answer: httpx.Response) -> Cookie:
    assert answer.status_code == 204, answer.text
    value, *parts = answer.headers["set-cookie"].split("; ")
    name, _, token = value.partition("=")
    return name, token, {part.lower() for part in parts}


@pytest.mark.parametrize(
    ("address", "scheme", "headers"),
    [
        (FAR, "https", {}),
        (PROXY, "http", HTTPS),
        ("::1", "http", {"X-Forwarded-Proto": "HTTPS"}),
        (PROXY, "http", {"X-Forwarded-Proto": "https, http"}),
        (PROXY, "http", HTTPS | {"X-Forwarded-For": FAR}),
    ],
)
async def test_where_https_ends_in_front_of_it_the_cookie_is_the_hosts_own(
    connect: Open, code: Callable[[], str], address: str, scheme: str, headers: Headers
) -> None:
    client = await connect(address, scheme=scheme)
    answer = await client.post(SIGN_IN, json={"code": code()}, headers=headers)
    name, token, parts = cookie_of(answer)
    assert name == SECURE_COOKIE == "__Host-saydo_session"
    # What a browser wants of a cookie with such a name.
    assert {"secure", "path=/", "httponly", "samesite=strict"} <= parts
    assert not [part for part in parts if part.startswith("domain")]
    client.cookies.clear()
    for cookie, status in ((SECURE_COOKIE, 200), (COOKIE, 401)):
        shown = {"Cookie": f"{cookie}={token}"}
        assert (await client.get(ME, headers=headers | shown)).status_code == status
    out = await client.post(
        "/api/v1/sign-out", headers=headers | {"Cookie": f"{SECURE_COOKIE}={token}"}
    )
    assert cookie_of(out)[:2] == (SECURE_COOKIE, '""')
    shown = {"Cookie": f"{SECURE_COOKIE}={token}"}
    assert (await client.get(ME, headers=headers | shown)).status_code == 401


@pytest.mark.parametrize(
    ("address", "headers"),
    [
        (FAR, {}),
        (PROXY, {}),
        (PROXY, {"X-Forwarded-Proto": "http"}),
        (FAR, HTTPS),
        ("127.0.0.1", HTTPS),
        # That it came through a trusted proxy is the stranger's own word.
        (FAR, HTTPS | {"X-Forwarded-For": PROXY}),
        (FAR, {"Forwarded": "proto=https"}),
        (PROXY, {"X-Forwarded-Ssl": "on"}),
    ],
)
async def test_over_plain_http_it_is_the_plain_one_whatever_a_stranger_says(
    connect: Open, code: Callable[[], str], address: str, headers: Headers
) -> None:
    client = await connect(address)
    answer = await client.post(SIGN_IN, json={"code": code()}, headers=headers)
    name, token, parts = cookie_of(answer)
    assert name == COOKIE
    assert "secure" not in parts
    client.cookies.clear()
    for cookie, status in ((COOKIE, 200), (SECURE_COOKIE, 401)):
        shown = {"Cookie": f"{cookie}={token}"}
        assert (await client.get(ME, headers=headers | shown)).status_code == status


async def test_a_planted_plain_cookie_is_not_looked_at_over_https(
    connect: Open, code: Callable[[], str]
) -> None:
    plain, secure = await connect(FAR), await connect(FAR, scheme="https")
    planted = cookie_of(await plain.post(SIGN_IN, json={"code": code()}))[1]
    own = cookie_of(await secure.post(SIGN_IN, json={"code": code()}))[1]
    await plain.patch(ME, json={"name": "Mallory"})
    secure.cookies.clear()
    for both in (
        f"{COOKIE}={planted}; {SECURE_COOKIE}={own}",
        f"{SECURE_COOKIE}={own}; {COOKIE}={planted}",
    ):
        sessions = await secure.get("/api/v1/sessions", headers={"Cookie": both})
        current = [each["current"] for each in sessions.json()["items"]]
        assert current == [True, False]


def test_the_server_believes_no_header_of_its_own_machine_unless_told_to(
    tmp_path: Any, start_server: Callable[..., Server]
) -> None:
    server = start_server(tmp_path / "data")
    secrets = load_or_create(server.data)
    code = make_sign_in_code(secrets.signing_key, secrets.owner_id)
    answer = httpx.post(
        f"{server.api}/sign-in",
        json={"code": code},
        headers=HTTPS,
        trust_env=False,
        timeout=PATIENCE_S,
    )
    assert cookie_of(answer)[0] == COOKIE
