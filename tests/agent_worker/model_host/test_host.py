"""The client and the host, with engines that need no models."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from agent_worker.model_host.client import (
    ModelError,
    ModelHost,
    ModelHostOverloadedError,
    ModelHostUnavailableError,
)
from agent_worker.model_host.frames import MAX_FRAME
from agent_worker.model_host.protocol import ChatDelta
from agent_worker.model_host.supervisor import ModelHostSupervisor
from tests.patience import PATIENCE_S, until

COUNT = [{"role": "user", "content": "Count."}]


async def counted(host: ModelHost, conversation: str, most: int) -> str:
    pieces = [d.text async for d in host.chat(COUNT, conversation=conversation, max_tokens=most)]
    return "".join(pieces)


async def read_on(answer: AsyncIterator[ChatDelta]) -> None:
    async for _ in answer:
        pass


def stopped_at(notes: Path) -> int:
    return int(notes.read_text().removeprefix("stopped at "))


async def test_audio_becomes_text_and_text_becomes_audio(host: ModelHost) -> None:
    heard = await host.transcribe(b"12345", conversation="alice", prompt="milk")
    assert heard.text == "5 bytes milk"
    assert [piece async for piece in host.speak("abc", conversation="alice")] == [b"a", b"b", b"c"]
    assert host.queue_length == 0


async def test_conversations_share_one_connection(host: ModelHost) -> None:
    texts = await asyncio.gather(*(counted(host, f"room {n}", 5) for n in range(8)))
    assert texts == ["0 1 2 3 4 "] * 8


async def test_a_short_job_overtakes_another_conversations_long_list(host: ModelHost) -> None:
    order: list[str] = []

    async def hear(conversation: str) -> None:
        await host.transcribe(b"", conversation=conversation, prompt="slowly")
        order.append(conversation)

    alice = [asyncio.create_task(hear("alice")) for _ in range(4)]
    await until(lambda: host.queue_length == len(alice))
    await asyncio.gather(*alice, hear("bob"))
    assert order.index("bob") <= 2


async def test_closing_an_answer_stops_it_in_the_host(host: ModelHost, notes: Path) -> None:
    async with contextlib.aclosing(
        host.chat(COUNT, conversation="alice", max_tokens=100_000)
    ) as answer:
        async for delta in answer:
            if delta.text == "3 ":
                break
    await until(notes.exists)
    assert stopped_at(notes) < 1000
    assert await counted(host, "alice", 2) == "0 1 "


async def test_cancelling_the_task_stops_a_job_that_waits(host: ModelHost) -> None:
    first = asyncio.create_task(counted(host, "alice", 60))
    second = asyncio.create_task(counted(host, "alice", 100_000))
    await until(lambda: host.queue_length == 2)
    second.cancel()
    with pytest.raises(asyncio.CancelledError):
        await second
    assert (await first).startswith("0 1 2")
    async with asyncio.timeout(PATIENCE_S):
        while (await host.health()).waiting:  # noqa: ASYNC110 - it waits in another process
            await asyncio.sleep(0.01)


async def test_a_client_that_goes_leaves_no_work_behind(
    supervisor: ModelHostSupervisor, host: ModelHost, notes: Path
) -> None:
    other = await ModelHost.connect(supervisor.socket_path)
    answer = other.chat(COUNT, conversation="bob", max_tokens=100_000)
    assert (await anext(answer)).text == "0 "
    await other.close()
    await until(notes.exists)
    with pytest.raises(ModelHostUnavailableError):
        await read_on(answer)


async def test_a_job_that_fails_says_why_and_the_next_one_works(host: ModelHost) -> None:
    with pytest.raises(ModelError, match="There is nothing to say"):
        await anext(host.speak("", conversation="alice"))
    with pytest.raises(ModelError, match="Something went wrong in the model host"):
        await anext(host.speak("bug", conversation="alice"))
    assert [piece async for piece in host.speak("a", conversation="alice")] == [b"a"]


async def test_too_many_jobs_are_refused_with_a_sentence(host: ModelHost) -> None:
    jobs = [asyncio.create_task(counted(host, "alice", 3)) for _ in range(60)]
    results = await asyncio.gather(*jobs, return_exceptions=True)
    refused = [result for result in results if isinstance(result, ModelHostOverloadedError)]
    assert refused
    assert "Too many" in str(refused[0])
    assert [result for result in results if result == "0 1 2 "]


async def test_audio_that_is_too_long_is_refused_before_it_is_sent(host: ModelHost) -> None:
    with pytest.raises(ModelError, match="too long"):
        await host.transcribe(bytes(MAX_FRAME), conversation="alice")
    assert (await host.transcribe(b"", conversation="alice")).text == "0 bytes"


async def test_a_stranger_who_sends_nonsense_harms_nobody(
    supervisor: ModelHostSupervisor, host: ModelHost
) -> None:
    reader, writer = await asyncio.open_unix_connection(supervisor.socket_path)
    writer.write(b"\x00\x00\x00\x02hi")
    assert await reader.read() == b""
    writer.close()
    assert (await host.health()).ready


async def test_health_is_told_while_the_engines_work(host: ModelHost) -> None:
    job = asyncio.create_task(counted(host, "alice", 100))
    health = await host.health()
    while not health.engines["llm"].waiting:
        health = await host.health()
    assert not job.done()
    assert health.ready
    assert health.resident_bytes > 1_000_000
    await job


async def test_a_host_that_is_away_is_said_at_once(tmp_path: Path) -> None:
    host = await ModelHost.connect(tmp_path / "nobody.sock")
    with pytest.raises(ModelHostUnavailableError):
        await host.transcribe(b"", conversation="alice")
    await host.close()
