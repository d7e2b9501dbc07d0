"""Records reach the control API beside the conversation, and wait for nothing."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import msgspec
import pytest
from prometheus_client import REGISTRY

from agent_worker.conversation.seen import sending
from agent_worker.conversation.seen.sending import Sender
from shared.client import SaydoClient, SaydoUnreachableError
from shared.turns import NewTurn
from tests.patience import until


def not_kept() -> float:
    return REGISTRY.get_sample_value("saydo_turns_not_kept_total") or 0.0


@asynccontextmanager
async def running(sender: Sender) -> AsyncIterator[None]:
    work = asyncio.create_task(sender.run())
    yield
    work.cancel()
    await asyncio.wait([work])


async def test_a_record_is_posted_to_its_conversation() -> None:
    asked: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return httpx.Response(204)

    turn = NewTurn(heard="at milk", text="add milk")
    async with SaydoClient(
        "http://api.test", "token", transport=httpx.MockTransport(answer)
    ) as client:
        sender = Sender(lambda turn: client.keep_turn("talk-1", turn))
        async with running(sender):
            sender.add(turn)
            await until(lambda: len(asked) == 1)
    assert (asked[0].method, asked[0].url.path) == ("POST", "/api/v1/sessions/talk-1/turns")
    assert msgspec.json.decode(asked[0].content, type=NewTurn) == turn


async def test_a_record_that_can_not_be_brought_is_let_go_and_the_next_one_goes_out() -> None:
    sent: list[str] = []

    async def send(turn: NewTurn) -> None:
        if turn.text == "first":
            raise SaydoUnreachableError("The control API did not answer.")
        sent.append(turn.text)

    before = not_kept()
    sender = Sender(send)
    async with running(sender):
        sender.add(NewTurn(text="first"))
        sender.add(NewTurn(text="second"))
        await until(lambda: bool(sent))
    assert sent == ["second"]
    assert not_kept() == before + 1


async def test_a_control_api_that_hangs_holds_nobody_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "MOST_WAITING", 2)

    async def hang(turn: NewTurn) -> None:
        await asyncio.Event().wait()

    before = not_kept()
    sender = Sender(hang)
    for text in ("first", "second", "third"):
        sender.add(NewTurn(text=text))
    assert not_kept() == before + 1
