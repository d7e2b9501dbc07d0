import asyncio
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import msgspec
import pytest

from agent_worker.exam.results import Results
from agent_worker.exam.taking import examine_new
from agent_worker.exam.trusted import name_of
from agent_worker.settings.roles import read_llm
from agent_worker.settings.trust import ALL
from agent_worker.settings.worker import WorkerSettings
from tests.agent_worker.conversation.enemy import Enemy, enemy_at_work
from tests.agent_worker.exam.students import at, good
from tests.agent_worker.providers.cast import settings as any_settings

pytestmark = pytest.mark.usefixtures("short_paper")

REMOTE = read_llm({"SAYDO_LLM": "openai", "OPENAI_API_KEY": "k"})
LOCAL = read_llm({})


@pytest.fixture
def student() -> Iterator[Enemy]:
    with enemy_at_work() as student:
        student.obey = good
        yield student


@pytest.fixture
def settings(tmp_path: Path) -> WorkerSettings:
    found = any_settings()
    (tmp_path / "mine.gguf").write_bytes(b"12345")
    models = msgspec.structs.replace(
        found.models, folder=tmp_path, llm_model=str(tmp_path / "mine.gguf")
    )
    return msgspec.structs.replace(found, models=models, llm=REMOTE)


async def examine(settings: WorkerSettings, url: str, *, quiet: bool = True) -> None:
    await examine_new(
        settings, lambda _: at(url), lambda: quiet, again_after_s=0.01, look_every_s=0.01
    )


async def test_a_new_model_takes_the_exam_once(settings: WorkerSettings, student: Enemy) -> None:
    await examine(settings, student.url)
    result = Results(settings.models.folder).of(name_of("openai", settings.llm, settings.models))
    assert result is not None
    assert result.trust() == ALL
    student.forget()
    await examine(settings, student.url)
    assert student.asked == []


async def test_who_has_said_what_it_may_spares_it_the_exam(
    settings: WorkerSettings, student: Enemy
) -> None:
    await examine(msgspec.structs.replace(settings, llm_may=frozenset({"talk"})), student.url)
    assert student.asked == []


async def test_a_local_model_is_not_asked_while_somebody_talks(
    settings: WorkerSettings, student: Enemy
) -> None:
    local = msgspec.structs.replace(settings, llm=LOCAL)
    quiet = asyncio.Event()
    looked = asyncio.Event()

    def is_quiet() -> bool:
        looked.set()
        return quiet.is_set()

    exam = asyncio.create_task(
        examine_new(local, lambda _: at(student.url), is_quiet, look_every_s=0.01)
    )
    await looked.wait()
    assert student.asked == []
    quiet.set()
    await exam
    assert student.asked


async def test_a_model_that_is_away_is_asked_again_later(
    settings: WorkerSettings, student: Enemy
) -> None:
    urls = iter(["http://127.0.0.1:9/v1"])
    await examine_new(
        settings,
        lambda _: at(next(urls, student.url)),
        lambda: True,
        again_after_s=0.01,
    )
    name = name_of("openai", settings.llm, settings.models)
    assert Results(settings.models.folder).of(name) is not None


async def test_an_exam_that_is_broken_off_leaves_no_result(
    settings: WorkerSettings, student: Enemy
) -> None:
    exam = asyncio.create_task(examine(settings, student.url))
    while not student.asked:  # noqa: ASYNC110 (another thread answers)
        await asyncio.sleep(0.01)
    exam.cancel()
    with suppress(asyncio.CancelledError):
        await exam
    name = name_of("openai", settings.llm, settings.models)
    assert exam.cancelled()
    assert Results(settings.models.folder).of(name) is None
