"""Runs cases, each in a workspace of its own that is thrown away."""

import asyncio
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
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


class Run(msgspec.Struct, frozen=True):
    """What came of a case."""

    placed: Placed
    judgement: Judgement
    outcome: Outcome
    """Of the last sentence."""
    took_ms: list[float]
    """Each sentence, from the request to the answer."""


def run_cases(
    cases: Sequence[Placed],
    told: Callable[[int, int], None] = lambda _done, _of: None,
    *,
    source: Source = "api",
) -> list[Run]:
    """Run all of them, in order; `told` hears how many of how many are done.

    `source` is where the words come from: by voice, what sounds alike is thought of.

    Raises the problems of what is given first; what is said is always judged.
    """
    return asyncio.run(_run_all(cases, told, source))


async def _run_all(
    cases: Sequence[Placed], told: Callable[[int, int], None], source: Source
) -> list[Run]:
    for name in sorted({placed.language for placed in cases}):
        await asyncio.to_thread(warm_up, await spoken_in(name))
    runs = []
    with tempfile.TemporaryDirectory(prefix="saydo-evaluation-") as folder:
        workspaces = Workspaces(Path(folder) / "workspaces", WORKSPACE, KINDS)
        try:
            for number, placed in enumerate(cases):
                workspace = await workspaces.open(str(number))
                runs.append(await _run(placed, workspace, source))
                await workspaces.remove(str(number))
                told(number + 1, len(cases))
        finally:
            workspaces.close()
    return runs


async def _run(placed: Placed, workspace: Workspace, source: Source) -> Run:
    person = Caller(
        actor="evaluation",
        zone=ZoneInfo(placed.time_zone),
        language=placed.language,
        conversation=_CONVERSATION,
    )

    async def ask(asked: Action | str) -> Outcome:
        words = asked if isinstance(asked, str) else None
        actions = None if isinstance(asked, str) else [asked]
        request = CommandRequest(text=words, actions=actions, now=placed.now, source=source)
        return await run_command(workspace, person, request)

    for given in placed.given:
        await ask(given)
    before = await workspace.file.read(read_state)
    took_ms = []
    outcome = Outcome(outcome="not_a_command")
    for sentence in placed.case.sentences:
        began = time.perf_counter()
        outcome = await ask(sentence)
        took_ms.append((time.perf_counter() - began) * 1000)
    after = await workspace.file.read(read_state)
    return Run(placed, judge(placed.case.then, before, after, outcome), outcome, took_ms)
