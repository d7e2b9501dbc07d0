"""Runs cases, each in a workspace of its own that is thrown away."""

import asyncio
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

import msgspec

from control_api.app.registry import KINDS
from control_api.app.schemas import WORKSPACE
from control_api.evaluation.cases import Placed
from control_api.evaluation.judging import Judgement, judge
from control_api.evaluation.state import read_state
from control_api.language.understanding.reading.interpret import warm_up
from control_api.log.workspaces import Workspace, Workspaces
from control_api.requests.run import Caller, run_command
from control_api.requests.spoken import spoken_in
from shared.actions import Action
from shared.outcomes import CommandRequest, Outcome
from shared.tasks import Source

_CONVERSATION = "evaluation"


Ask = Callable[[CommandRequest], Awaitable[Outcome]]


class Hearing(Protocol):
    """A voice and the ears that hear it."""

    async def hear(self, sentence: str, workspace: Workspace, ask: Ask) -> str:
        """What is heard of a sentence that is said in a workspace; empty for nothing.

        What words would do may be asked.
        """

    def sounds_same(self, one: str, other: str) -> bool:
        """Whether nobody can tell the two apart by ear."""


class Run(msgspec.Struct, frozen=True):
    """What came of a case."""

    placed: Placed
    judgement: Judgement
    outcome: Outcome
    """Of the last sentence."""
    heard: list[str]
    """Each sentence, as it was read."""
    took_ms: list[float]
    """Each sentence, from the request to the answer."""


def run_cases(
    cases: Sequence[Placed],
    told: Callable[[int, int], None] = lambda _done, _of: None,
    *,
    ears: Hearing | None = None,
) -> list[Run]:
    """Run all of them, in order; `told` hears how many of how many are done.

    With `ears` each sentence is said, and what is heard is read as words that came by voice are.

    Raises the problems of what is given first; what is said is always judged.
    """
    return asyncio.run(_run_all(cases, told, ears))


async def _run_all(
    cases: Sequence[Placed], told: Callable[[int, int], None], ears: Hearing | None
) -> list[Run]:
    for name in sorted({placed.language for placed in cases}):
        await asyncio.to_thread(warm_up, await spoken_in(name))
    runs = []
    with tempfile.TemporaryDirectory(prefix="saydo-evaluation-") as folder:
        workspaces = Workspaces(Path(folder) / "workspaces", WORKSPACE, KINDS)
        try:
            for number, placed in enumerate(cases):
                workspace = await workspaces.open(str(number))
                runs.append(await _run(placed, workspace, ears))
                await workspaces.remove(str(number))
                told(number + 1, len(cases))
        finally:
            workspaces.close()
    return runs


async def _run(placed: Placed, workspace: Workspace, ears: Hearing | None) -> Run:
    person = Caller(
        actor="evaluation",
        zone=ZoneInfo(placed.time_zone),
        language=placed.language,
        conversation=_CONVERSATION,
    )

    source: Source = "api" if ears is None else "voice"

    async def run(request: CommandRequest) -> Outcome:
        request = msgspec.structs.replace(
            request, now=placed.now, source=source, conversation=_CONVERSATION
        )
        return await run_command(workspace, person, request)

    async def ask(asked: Action | str) -> Outcome:
        words = asked if isinstance(asked, str) else None
        actions = None if isinstance(asked, str) else [asked]
        return await run(CommandRequest(text=words, actions=actions))

    for given in placed.given:
        await ask(given)
    before = await workspace.file.read(read_state)
    took_ms, heard = [], []
    outcome = Outcome(outcome="not_a_command")
    for said in placed.case.sentences:
        sentence = said if ears is None else await ears.hear(said, workspace, run)
        heard.append(sentence)
        if not sentence:
            continue
        began = time.perf_counter()
        outcome = await ask(sentence)
        took_ms.append((time.perf_counter() - began) * 1000)
    after = await workspace.file.read(read_state)
    alike = [] if ears is None else [ears.sounds_same]
    judgement = judge(placed.case.then, before, after, outcome, *alike)
    return Run(placed, judgement, outcome, heard, took_ms)
