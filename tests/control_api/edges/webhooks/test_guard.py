"""F2: no webhook reaches into this machine's network, whatever its address looks like."""

import re
import socket
from collections.abc import Callable, Iterable
from typing import Any

import msgspec
import pytest
from litestar import Litestar
from litestar.testing import TestClient
from sqlite_utils import Database

from control_api.edges.webhooks import courier
from control_api.edges.webhooks.address import clean_url
from control_api.edges.webhooks.sender import NOWHERE, Message, Sender
from control_api.edges.webhooks.signing import secret_of
from control_api.setup.settings import Settings
from shared.problems import InvalidInputError
from tests.control_api.conftest import Headers
from tests.control_api.edges.webhooks.conftest import Receiver
from tests.control_api.edges.webhooks.test_delivery import HOOKS, create, deliveries, until
from tests.patience import PATIENCE_S

MESSAGE = Message(id="evt_1", event_id=1, body=b"{}")
SECRET = secret_of("k" * 32, "id")


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "0.0.0.0",
        "0",
        "2130706433",
        "0x7f000001",
        "0177.0.0.1",
        "127.1",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
    ],
)
async def test_no_spelling_of_this_machine_is_reached(receiver: Receiver, host: str) -> None:
    port = receiver.server.server_port
    async with Sender([], within_s=PATIENCE_S) as sender:
        sender._told_after_s = 0
        delivery = await sender.send(f"http://{host}:{port}/hook", SECRET, MESSAGE)
    assert delivery.status is None
    assert delivery.error
    assert not receiver.seen


async def test_a_name_that_leads_to_this_machine_only_when_connecting_is_refused(
    receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Any] = []

    def rebind(host: str | bytes, *args: Any, **_: Any) -> list[Any]:
        asked.append(host)
        here = ("127.0.0.1", receiver.server.server_port)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", here)]

    monkeypatch.setattr(socket, "getaddrinfo", rebind)
    async with Sender([], within_s=PATIENCE_S) as sender:
        sender._told_after_s = 0
        delivery = await sender.send("http://public.example/hook", SECRET, MESSAGE)
    assert asked
    assert delivery.error == NOWHERE
    assert not receiver.seen


async def test_nobody_can_tell_an_inner_name_from_one_that_is_none(
    receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    def look_up(host: str | bytes, *args: Any, **_: Any) -> list[Any]:
        if host == "inner.example":
            here = ("127.0.0.1", receiver.server.server_port)
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", here)]
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    told_after_s = 0.5
    async with Sender([], within_s=PATIENCE_S) as sender:
        sender._told_after_s = told_after_s
        tries = [
            await sender.send(f"http://{name}.example/hook", SECRET, MESSAGE)
            for name in ("inner", "nobody")
        ]
    assert [each.error for each in tries] == [NOWHERE, NOWHERE]
    assert all(each.duration_ms >= told_after_s * 1000 for each in tries)
    assert not receiver.seen


async def test_of_a_public_receiver_the_reason_is_told(receivers: Callable[[], Receiver]) -> None:
    closed = receivers()
    closed.server.server_close()
    async with Sender(["127.0.0.1"], within_s=PATIENCE_S) as sender:
        delivery = await sender.send(closed.url, SECRET, MESSAGE)
    # Something else may listen there by now, and hang up.
    assert re.fullmatch(r"The receiver could not be reached \(Client\w+\)\.", delivery.error or "")


async def test_a_redirect_is_not_followed(
    receivers: Callable[[], Receiver],
) -> None:
    public, inside = receivers(), receivers()
    for status in (301, 302, 307, 308):
        public.answers, public.location = [status], inside.url
        async with Sender(["127.0.0.1"]) as sender:
            delivery = await sender.send(public.url, SECRET, MESSAGE)
        assert delivery.status == status
    assert not inside.seen


async def test_who_does_not_answer_is_given_up_on(unused_listener: int) -> None:
    async with Sender(["127.0.0.1"], within_s=0.3) as sender:
        delivery = await sender.send(f"http://127.0.0.1:{unused_listener}/", SECRET, MESSAGE)
    assert delivery.error == "There was no answer in time."


@pytest.fixture
def unused_listener() -> Any:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


@pytest.mark.parametrize(
    "url",
    [
        "",
        "example.org",
        "ftp://example.org/",
        "file:///etc/passwd",
        "gopher://127.0.0.1:70/",
        "https://",
        "https://user:secret@example.org/",
        "https://example.org:99999/",
        "https://example.org/#part",
        "https://example.org/ /x",
        "https://[::1/",
        "https://example.org/" + "x" * 2000,
        "https://ex\nample.org/",
    ],
)
def test_what_is_no_address_to_send_to_is_refused(url: str) -> None:
    with pytest.raises(InvalidInputError) as refused:
        clean_url(url, [])
    assert list(refused.value.fields) == ["url"]


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1/", "http://localhost:8080/", "http://0x7f.1/", "http://[::1]/"]
)
def test_what_can_be_seen_to_be_private_is_refused_at_once(url: str) -> None:
    with pytest.raises(InvalidInputError, match="SAYDO_PRIVATE_NETWORKS"):
        clean_url(url, [])
    assert clean_url(url, ["127.0.0.0/8", "::1"]) == url


class TestOfPeople:
    """Through the API, where a setting names this machine."""

    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        return msgspec.structs.replace(settings, private_networks=("127.0.0.0/8",))

    @pytest.fixture(autouse=True)
    def hurry(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(courier.Courier.__init__, "__kwdefaults__", {"pauses_s": (0.05,)})
        made = Sender.__init__

        def make(sender: Sender, allowed: Iterable[str]) -> None:
            made(sender, allowed, within_s=PATIENCE_S)
            sender._told_after_s = 0

        monkeypatch.setattr(Sender, "__init__", make)

    def test_a_private_network_is_reached_for_the_owner_alone(
        self,
        client: TestClient[Litestar],
        app: Litestar,
        alice: Headers,
        bob: Headers,
        receivers: Callable[[], Receiver],
    ) -> None:
        owners, others = receivers(), receivers()
        refused = client.post(HOOKS, json={"url": others.url}, headers=bob)
        assert list(refused.json()["fields"]) == ["url"]
        url = others.url.replace("127.0.0.1", "nobody.invalid")
        hook = client.post(HOOKS, json={"url": url}, headers=bob).json()
        kept = app.state.control

        def lead_inside(db: Database) -> None:
            db.execute("UPDATE webhooks SET url = ? WHERE id = ?", [others.url, hook["id"]])

        kept.write_now(lead_inside)
        client.post(HOOKS, json={"url": owners.url}, headers=alice)
        for person in (bob, alice):
            create(client, person, "Milk")
        owners.wait(1)
        until(lambda: bool(deliveries(client, bob, hook)))
        assert deliveries(client, bob, hook)[0]["status"] is None
        assert not others.seen
