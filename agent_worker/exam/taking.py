"""Models that are set and have no result yet take the exam, in the background."""

import asyncio
import logging
from collections.abc import Callable

from livekit.agents import llm
from livekit.agents._exceptions import APIError

from agent_worker.exam.results import Results
from agent_worker.exam.sitting import sit
from agent_worker.exam.trusted import name_of
from agent_worker.settings.roles import Provider
from agent_worker.settings.worker import WorkerSettings

_AGAIN_AFTER_S = 600.0
_LOOK_EVERY_S = 2.0
_REMOTE_AT_ONCE = 4

_log = logging.getLogger("saydo")

Model = Callable[[Provider], llm.LLM[str]]


async def examine_new(
    settings: WorkerSettings,
    model: Model,
    is_quiet: Callable[[], bool],
    *,
    again_after_s: float = _AGAIN_AFTER_S,
    look_every_s: float = _LOOK_EVERY_S,
) -> None:
    """Have each model that is set take the exam once, until all that can be asked have a result.

    `model` makes the client of one. A local one is asked while it `is_quiet`, so that no
    conversation waits for it; one that can't be reached is asked again after a while.
    """
    if settings.llm_may is not None:
        return

    async def until_quiet() -> None:
        while not is_quiet():  # noqa: ASYNC110 (LiveKit does not tell when a conversation ends)
            await asyncio.sleep(look_every_s)

    async def whenever() -> None:
        pass

    results = Results(settings.models.folder)
    names = {name: name_of(name, settings.llm, settings.models) for name in settings.llm.order}
    while waiting := [each for each, name in names.items() if results.of(name) is None]:
        for provider in waiting:
            is_local = provider == "local"
            try:
                async with model(provider) as asked:
                    result = await sit(
                        asked,
                        names[provider],
                        at_once=1 if is_local else _REMOTE_AT_ONCE,
                        its_turn=until_quiet if is_local else whenever,
                    )
                results.keep(result)
            except (APIError, OSError) as error:
                _log.warning("%s could not be examined: %s", names[provider], error)
                continue
            may = ", ".join(sorted(result.trust())) or "nothing"
            _log.warning("%s has taken the exam and may do: %s.", names[provider], may)
        if any(results.of(names[each]) is None for each in waiting):
            await asyncio.sleep(again_after_s)
