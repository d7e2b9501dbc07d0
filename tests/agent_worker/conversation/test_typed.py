"""What is typed faster than it can be answered is answered all the same."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from agent_worker.conversation.typed import Typed
from shared.client import SaydoClient
from shared.outcomes import CommandRequest, Outcome
from tests.agent_worker.conversation.enemy import Enemy, enemy_at_work
from tests.agent_worker.conversation.household import Household, household
from tests.patience import PATIENCE_S


@pytest.fixture
def model() -> Iterator[Enemy]:
    with enemy_at_work() as model:
        yield model


class Words:
    """A message whose words take a while to arrive."""

    def __init__(self, text: str, after_s: float = 0.0) -> None:
        self.text = text
        self.after_s = after_s

    async def read_all(self) -> str:
        await asyncio.sleep(self.after_s)
        if not self.text:
            raise ConnectionError("It never came to its end.")
        return self.text


@asynccontextmanager
async def typing(home: Household, *, is_spoken: bool = True) -> AsyncIterator[Typed]:
    typed = Typed(home.session, is_spoken=is_spoken)
    typed.start()
    yield typed
    await typed.aclose()


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> list[str | None]:
    """Each question to the control API takes a moment, in which more is typed; what was asked."""
    asked: list[str | None] = []
    command = SaydoClient.command

    async def late(self: SaydoClient, request: CommandRequest, **more: Any) -> Outcome:
        asked.append(request.text)
        await asyncio.sleep(0.02)
        return await command(self, request, **more)

    monkeypatch.setattr(SaydoClient, "command", late)
    return asked


async def until(what: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE_S):
        while not what():  # noqa: ASYNC110 (a list that grows has no event)
            await asyncio.sleep(0.001)


async def until_there(home: Household, count: int) -> list[str]:
    """Wait for so many tasks; their titles, in the order in which they were added."""
    async with asyncio.timeout(PATIENCE_S):
        titles: list[str] = []
        while len(titles) < count:
            titles = await home.titles()
            await asyncio.sleep(0.05)
    return titles[::-1]


async def test_of_fifty_messages_at_once_each_is_carried_out_once_and_in_order(
    tmp_path: Path, model: Enemy, slow: list[str | None]
) -> None:
    async with household(tmp_path, model.url) as home, typing(home) as typed:
        for number in range(50):
            typed.add(Words(f"Add chore {number}"))
        titles = await until_there(home, 50)
        typed.add(Words("Add the last one"))
        titles = await until_there(home, 51)
    assert titles == [*(f"Chore {number}" for number in range(50)), "The last one"]


async def test_a_message_interrupts_no_command_that_is_under_way(
    tmp_path: Path, model: Enemy, slow: list[str | None]
) -> None:
    texts = [f"Add chore {number}" for number in range(10)]
    async with household(tmp_path, model.url) as home, typing(home) as typed:
        for text in texts:
            typed.add(Words(text))
            await until(lambda text=text: text in slow)  # type: ignore[misc]
        assert await until_there(home, 10) == [f"Chore {number}" for number in range(10)]


@pytest.mark.parametrize("is_spoken", [True, False])
async def test_what_the_voice_does_not_speak_is_answered_in_writing(
    tmp_path: Path, model: Enemy, monkeypatch: pytest.MonkeyPatch, *, is_spoken: bool
) -> None:
    async with household(tmp_path, model.url) as home, typing(home, is_spoken=is_spoken) as typed:
        aloud: list[bool] = []
        monkeypatch.setattr(home.session.output, "set_audio_enabled", aloud.append)
        typed.add(Words("add milk"))
        assert await until_there(home, 1) == ["Milk"]
    assert aloud[0] is is_spoken


async def test_neither_does_a_noise_in_the_room(
    tmp_path: Path, model: Enemy, slow: list[str | None]
) -> None:
    async with household(tmp_path, model.url) as home, typing(home) as typed:
        typed.add(Words("Add milk"))
        await until(lambda: "Add milk" in slow)
        with contextlib.suppress(RuntimeError):
            await home.session.interrupt()
        assert await until_there(home, 1) == ["Milk"]


async def test_a_message_without_words_stops_the_voice_and_has_no_answer(
    tmp_path: Path, model: Enemy, monkeypatch: pytest.MonkeyPatch
) -> None:
    stops: list[str] = []
    async with household(tmp_path, model.url) as home, typing(home) as typed:
        interrupt = home.session.interrupt

        def noted(**more: Any) -> Any:
            stops.append("stop")
            return interrupt(**more)

        monkeypatch.setattr(home.session, "interrupt", noted)
        typed.add(Words("  "))
        await until(lambda: stops == ["stop"])
        typed.add(Words("Add milk"))
        assert await until_there(home, 1) == ["Milk"]
    assert model.asked == []


async def test_what_was_typed_twice_is_asked_about_and_made_after_a_yes(
    tmp_path: Path, model: Enemy
) -> None:
    async with household(tmp_path, model.url) as home, typing(home) as typed:
        for text in ("Add milk", "Add milk", "Yes", "Add eggs"):
            typed.add(Words(text))
        assert await until_there(home, 3) == ["Milk", "Milk", "Eggs"]


async def test_what_is_no_command_keeps_its_place_between_commands(
    tmp_path: Path, model: Enemy
) -> None:
    async with household(tmp_path, model.url) as home, typing(home) as typed:
        for text in ("Add milk", "How was your day?", "   ", "Add eggs"):
            typed.add(Words(text))
        assert await until_there(home, 2) == ["Milk", "Eggs"]
    assert len(model.asked) == 1


async def test_a_message_that_arrives_slowly_or_never_whole_changes_no_order(
    tmp_path: Path, model: Enemy
) -> None:
    async with household(tmp_path, model.url) as home, typing(home) as typed:
        for words in (Words("Add milk", 0.3), Words(""), Words("Add eggs")):
            typed.add(words)
        assert await until_there(home, 2) == ["Milk", "Eggs"]
