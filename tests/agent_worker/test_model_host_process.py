"""The host with the models of the set-up: one conversation hears, speaks and thinks."""

import os
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from agent_worker.hearing.plausibility import normalised
from agent_worker.model_host.client import ModelError, ModelHost, ModelHostUnavailableError
from agent_worker.model_host.options import HostOptions
from agent_worker.model_host.supervisor import ModelHostStartError, ModelHostSupervisor
from agent_worker.settings.worker import read_settings
from agent_worker.worker import MODEL_HOST, host_options
from tests.agent_worker.local_models import SETTINGS, needs_models, spoken
from tests.patience import until

pytestmark = [pytest.mark.models, needs_models]
KEYS = {"LIVEKIT_API_KEY": "k", "LIVEKIT_API_SECRET": "s", "SAYDO_WORKER_KEY": "w"}
SENTENCE = "Remind me to call Sarah tomorrow."
STORY = [{"role": "user", "content": "Tell me a very long story about a dog."}]


@pytest.fixture
async def supervisor() -> AsyncIterator[ModelHostSupervisor]:
    # The default language model passes no exam, and would not be loaded.
    environment = {**KEYS, "SAYDO_MODELS": str(SETTINGS.folder), "SAYDO_LLM_MAY": "talk"}
    settings = read_settings(environment)
    supervisor = ModelHostSupervisor(host_options(settings), command=MODEL_HOST)
    try:
        await supervisor.start()
        yield supervisor
    finally:
        await supervisor.stop()


@pytest.fixture
async def host(supervisor: ModelHostSupervisor) -> AsyncIterator[ModelHost]:
    host = await ModelHost.connect(supervisor.socket_path)
    yield host
    await host.close()


async def test_all_three_models_serve_and_come_back_after_a_kill(
    supervisor: ModelHostSupervisor, host: ModelHost
) -> None:
    heard = await host.transcribe(spoken(SENTENCE), conversation="alice")
    assert normalised(heard.text) == normalised(SENTENCE)
    speech = b"".join([piece async for piece in host.speak("Done.", conversation="alice")])
    assert 0.2 < len(speech) / 2 / host.speech_rate < 2
    answer = [d.text async for d in host.chat(STORY, conversation="alice", max_tokens=8)]
    assert "".join(answer).strip()

    assert supervisor.pid is not None
    thinking = host.chat(STORY, conversation="bob", max_tokens=500)
    await anext(thinking)
    os.kill(supervisor.pid, signal.SIGKILL)
    with pytest.raises(ModelHostUnavailableError):
        await _read_on(thinking)
    await until(lambda: supervisor.health is None)
    await until(lambda: supervisor.health is not None and supervisor.health.ready)
    heard = await host.transcribe(spoken(SENTENCE), conversation="alice")
    assert normalised(heard.text) == normalised(SENTENCE)


async def _read_on(answer: AsyncIterator[object]) -> None:
    async for _ in answer:
        pass


async def test_a_story_nobody_listens_to_makes_room_for_the_next_question(host: ModelHost) -> None:
    story = host.chat(STORY, conversation="alice", max_tokens=3000)
    await anext(story)
    await story.aclose()
    assert [d async for d in host.chat(STORY, conversation="bob", max_tokens=2)]


async def test_hearing_goes_on_while_the_language_model_talks(host: ModelHost) -> None:
    story = host.chat(STORY, conversation="alice", max_tokens=3000)
    await anext(story)
    heard = await host.transcribe(spoken(SENTENCE), conversation="bob")
    assert normalised(heard.text) == normalised(SENTENCE)
    assert (await host.health()).engines["llm"].waiting == 1
    await story.aclose()


async def test_jobs_that_cannot_be_done_say_why(host: ModelHost) -> None:
    with pytest.raises(ModelError, match="120 seconds are the most"):
        await host.transcribe(bytes(32_000 * 121), conversation="alice")
    with pytest.raises(ModelError, match="4000 characters are the most"):
        await anext(host.speak("a" * 4001, conversation="alice"))
    with pytest.raises(ModelError, match="too much text"):
        await anext(host.chat([{"role": "user", "content": "word " * 5000}], conversation="alice"))


async def test_a_start_without_models_names_the_command_that_fetches_them(tmp_path: Path) -> None:
    options = HostOptions(str(tmp_path), "whisper-base", "smollm2-135m", ("stt",))
    supervisor = ModelHostSupervisor(options, command=MODEL_HOST)
    with pytest.raises(ModelHostStartError, match="saydo models get whisper-base"):
        await supervisor.start()
