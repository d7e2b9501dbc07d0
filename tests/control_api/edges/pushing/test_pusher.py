"""The real Apprise in its own process, to stand-ins on this machine."""

import asyncio
import time
import zlib
from collections.abc import Awaitable, Callable

import psutil
import pytest

from control_api.edges.pushing.pusher import NOT_ARRIVED, Pusher, PushError
from control_api.edges.pushing.services import UNKNOWN
from control_api.edges.pushing.targets import target_of
from tests.control_api.edges.pushing.conftest import HERE, KEY, TEXT, StandIn, carry_out
from tests.patience import PATIENCE_S, until


async def send(
    url: str,
    *,
    is_owners: bool = True,
    networks: tuple[str, ...] = (HERE,),
    within_s: float = PATIENCE_S,
    told_after_s: float = 0,
) -> None:
    pusher = Pusher(networks, KEY, within_s=within_s)
    pusher._told_after_s = told_after_s
    await pusher.for_one()(target_of(url, is_owners=is_owners), TEXT)


async def fails(sending: Awaitable[None]) -> str:
    with pytest.raises(PushError) as failed:
        await sending
    return str(failed.value)


def under_way() -> list[psutil.Process]:
    """The processes that push; others of this program read time words, or have ended."""
    children = [
        child for child in psutil.Process().children() if child.status() != psutil.STATUS_ZOMBIE
    ]
    return [child for child in children if "control_api.edges.pushing" in child.cmdline()]


async def test_a_text_arrives_where_the_owner_may_reach(stand_in: StandIn) -> None:
    await send(stand_in.url)
    (seen,) = stand_in.requests
    assert seen.method == "POST"
    assert TEXT.encode() in seen.body


async def test_the_owners_log_says_why_and_has_no_secret(
    stand_in: StandIn, caplog: pytest.LogCaptureFixture
) -> None:
    stand_in.status, stand_in.answer = 403, b"{}"
    where = f"{HERE}:{stand_in.port}"
    await asyncio.gather(
        fails(send(f"ntfy://canary@{where}/canary")),
        fails(send(f"gotify://{where}/canary000000000", is_owners=False)),
    )
    assert "a push to ntfy has not arrived: the service answered 403" in caplog.text
    assert f"a push to gotify has not arrived: connecting to ('{HERE}'" in caplog.text
    assert "canary" not in caplog.text


async def test_a_private_network_is_reached_by_the_owner_alone_and_by_setting(
    stand_in: StandIn,
) -> None:
    assert await fails(send(stand_in.url, is_owners=False)) == NOT_ARRIVED
    assert await fails(send(stand_in.url, networks=())) == NOT_ARRIVED
    assert stand_in.connections == 0


async def test_nobody_can_tell_an_open_port_from_a_closed_one(
    stand_ins: Callable[[], StandIn],
) -> None:
    broken, moved = stand_ins(), stand_ins()
    broken.status, moved.status = 500, 302
    closed = stand_ins()
    closed.stop()
    told_after_s = 5

    async def told(url: str, *, is_owners: bool = True) -> tuple[str, bool]:
        began = time.monotonic()
        said = await fails(send(url, is_owners=is_owners, told_after_s=told_after_s))
        return said, time.monotonic() - began >= told_after_s

    outcomes = await asyncio.gather(
        told(broken.url),
        told(moved.url),
        told(closed.url),
        told(broken.url, is_owners=False),
        told("json://nobody.invalid/"),
    )
    assert list(outcomes) == [(NOT_ARRIVED, True)] * 5


@pytest.mark.parametrize("status", [301, 303, 307])
def test_no_redirect_is_followed_even_where_the_address_asks_for_it(
    stand_ins: Callable[[], StandIn], status: int
) -> None:
    first, second = stand_ins(), stand_ins()
    first.location = f"http://{HERE}:{second.port}/"
    first.status = status
    assert carry_out(f"{first.url}?redirect=yes").taken == [False]
    assert first.requests
    assert second.connections == 0


def test_delivered_is_said_by_the_service_and_not_by_the_address(stand_in: StandIn) -> None:
    stand_in.status = 500
    assert carry_out(f"{stand_in.url}?optional=yes").taken == [False]
    assert stand_in.requests


async def test_a_service_that_never_answers_is_given_up_on_and_its_process_ends(
    stand_in: StandIn,
) -> None:
    stand_in.let_go.clear()
    assert await fails(send(stand_in.url, within_s=0.01)) == NOT_ARRIVED
    sending = asyncio.create_task(send(stand_in.url, within_s=PATIENCE_S))
    await until(lambda: stand_in.requests)
    (process,) = under_way()
    sending.cancel()
    await asyncio.gather(sending, return_exceptions=True)
    assert not process.is_running()


async def test_the_process_is_told_no_secret_that_others_could_read(
    stand_in: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LIVEKIT_API_SECRET", "canary")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    stand_in.let_go.clear()
    sending = asyncio.create_task(send(f"{stand_in.url}open-sesame", within_s=PATIENCE_S))
    await until(lambda: stand_in.requests)
    (process,) = under_way()
    environ, command = process.environ(), process.cmdline()
    stand_in.let_go.set()
    await sending
    assert set(environ) <= {"LC_CTYPE", "REQUESTS_CA_BUNDLE", "SSL_CERT_FILE", "SSL_CERT_DIR"}
    assert "open-sesame" not in " ".join(command)


def test_an_endless_answer_is_cut_off(stand_in: StandIn) -> None:
    stand_in.is_endless = True
    assert carry_out(stand_in.url).taken == [False]
    assert 0 < stand_in.sent < 50_000_000


def test_an_answer_that_unpacks_to_more_than_memory_has_not_arrived(stand_in: StandIn) -> None:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    block = packer.compress(bytes(1_000_000)) + packer.flush(zlib.Z_FULL_FLUSH)
    stand_in.encoding, stand_in.answer = "deflate", block * 600 + packer.flush()
    assert len(stand_in.answer) < 1_000_000
    assert carry_out(stand_in.url).taken == [False]
    assert stand_in.requests


@pytest.mark.parametrize("url", ["syslog://", "dbus://", "file:///tmp/x", "gopher://h/", "xml://h"])
async def test_what_is_kept_from_before_and_not_allowed_says_so(url: str) -> None:
    assert await fails(send(url)) == UNKNOWN


async def test_only_a_few_are_under_way_at_a_time(
    stand_in: StandIn,
) -> None:
    stand_in.let_go.clear()
    pusher = Pusher([HERE], KEY, within_s=PATIENCE_S)
    first, second = pusher.for_one(), pusher.for_one()
    target = target_of(stand_in.url, is_owners=True)
    pushes = [asyncio.create_task(first(target, TEXT)) for _ in range(4)]
    await until(lambda: len(stand_in.requests) == 2)
    pushes.append(asyncio.create_task(second(target, TEXT)))
    await until(lambda: len(stand_in.requests) == 3)
    assert len(under_way()) == 3
    stand_in.let_go.set()
    await asyncio.gather(*pushes)
    assert len(stand_in.requests) == 5
