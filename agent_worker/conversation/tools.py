"""What may be called in a conversation; each is one call to the control API.

`run_command` and `answer_later` are for the assistant itself, and run only in calls that it made.
The others are for a language model: the actions of the contract, with their schemas, and a search
that finds the ids they need. What the model wants is judged by the control API; here it is kept
to a few changes a turn.
"""

import asyncio
import json
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

import msgspec
from livekit.agents import RunContext, ToolError, function_tool
from livekit.agents.llm import FunctionToolCall, RawFunctionTool
from livekit.agents.utils import shortuuid

from agent_worker.conversation.commands import Commands, ThingKind
from agent_worker.conversation.sentences import ONE_MOMENT, SIGN_WITHIN_S
from agent_worker.thinking.grounding import is_grounded
from agent_worker.thinking.offer import FEW, FIND_TASKS, Offer, described
from shared.actions import LOOKS, Action, CreateTask, UpdateTask
from shared.outcomes import Outcome
from shared.tasks import Source

RUN_COMMAND = "run_command"
ANSWER_LATER = "answer_later"
FIND_THINGS = "find_things"
FINDS = frozenset({FIND_TASKS, FIND_THINGS})
"""Tools that tell the model something, and the person nothing."""
PRIVATE = frozenset({RUN_COMMAND, ANSWER_LATER})
"""Tools that no language model is shown."""

NOT_OURS = "Refused: only the assistant itself may call this."
TOO_MUCH = "Refused: that is more than may be changed in one turn."
NOT_TAKEN = "Refused: the arguments are not what the tool takes."
NOT_GROUNDED = "Refused: this is not what the person said. Ask them what they mean."
_TIMES = {
    "due": "time_zone",
    "start": "start_time_zone",
    "deadline": "deadline_time_zone",
}
_MAX_FOUND = 10
MOST_STEPS = 3
"""Answers of a language model in one turn that may call tools."""
_OWN_CALLS = 256

Arguments = dict[str, Any]
Tool = RawFunctionTool[[Arguments, RunContext[None]], Coroutine[Any, Any, str]]
_Run = Callable[[Arguments, RunContext[None]], Coroutine[Any, Any, str]]


class PlainCommand(msgspec.Struct, frozen=True, omit_defaults=True):
    """Arguments of `run_command` and `answer_later`."""

    text: str
    source: Source
    instead_of: str | None = None
    """Id of the command that this one takes the place of."""


class Find(msgspec.Struct, frozen=True):
    """Arguments of `find_things`."""

    kind: ThingKind


class Tools:
    """The tools of one conversation."""

    def __init__(
        self,
        commands: Commands,
        time_zone: str,
        offer: Offer = FEW,
        until_heard: Callable[[], Awaitable[None]] | None = None,
    ) -> None:
        """`until_heard` waits for the person's words, where a model hears them before us."""
        self._commands = commands
        self._until_heard = until_heard
        self._offer = offer
        self._time_zone = time_zone
        self._found: set[str] = set()
        self._own: deque[str] = deque(maxlen=_OWN_CALLS)
        self._one_at_a_time = asyncio.Lock()
        self.begin_turn("", "voice")

    def begin_turn(self, said: str, source: Source) -> None:
        """Note what the person said, which the language model's calls must be about."""
        self._said = said
        self._source: Source = source
        self._changes = 0
        self._waiting: list[Action] = []
        """What was asked about in this turn."""
        self._question: str | None = None
        """The call that was answered with the question."""
        self.asked_again: set[str] = set()
        """Calls whose question is part of a later one."""

    def own_call(self, name: str, command: PlainCommand) -> FunctionToolCall:
        """Make a call of the assistant's own: no other call of these tools is carried out."""
        arguments = msgspec.json.encode(command).decode()
        call = FunctionToolCall(name=name, arguments=arguments, call_id=shortuuid("call_"))
        self._own.append(call.call_id)
        return call

    async def drop_question(self, approval_id: str) -> None:
        """Let go of what waits for a yes. Raises SaydoUnreachableError."""
        await self._commands.drop_question(approval_id)

    def all(self) -> list[Tool]:
        """Give every tool, for the agent."""
        own = msgspec.json.schema(PlainCommand)
        return [
            _tool(described(RUN_COMMAND, "Runs what the engine has read.", own), self._run_command),
            _tool(
                described(ANSWER_LATER, "Answers once the tasks can be reached.", own), self._later
            ),
            *(self._tool_for(action) for action in self._offer.kinds),
            _tool(self._offer.search(), self._find),
            *self._tools_of_all(),
        ]

    def _tools_of_all(self) -> list[Tool]:
        """What is of use only to a model that is offered everything."""
        if not self._offer.is_whole():
            return []
        schema = msgspec.json.schema(Find)
        about = described(FIND_THINGS, "Finds what is no task, with its id.", schema)
        return [_tool(about, self._find_things)]

    async def _run_command(self, raw_arguments: Arguments, context: RunContext[None]) -> str:
        key = self._own_key(context)
        command = msgspec.convert(raw_arguments, PlainCommand)
        async with context.with_filler(ONE_MOMENT, delay=SIGN_WITHIN_S):
            return await self._commands.run_text(
                command.text, key=key, source=command.source, instead_of=command.instead_of
            )

    async def _later(self, raw_arguments: Arguments, context: RunContext[None]) -> str:
        key = self._own_key(context)
        command = msgspec.convert(raw_arguments, PlainCommand)
        return self._commands.run_later(command.text, key=key, source=command.source)

    def _own_key(self, context: RunContext[None]) -> str:
        call_id = context.function_call.call_id
        if call_id not in self._own:
            raise ToolError(NOT_OURS)
        return call_id

    def _tool_for(self, kind: type[msgspec.Struct]) -> Tool:
        name = str(kind.__struct_config__.tag)

        async def change(raw_arguments: Arguments, context: RunContext[None]) -> str:
            if self._until_heard is not None:
                await self._until_heard()
            action = self._read(name, raw_arguments)
            async with self._one_at_a_time:
                return await self._change(action, context)

        async def look(raw_arguments: Arguments, context: RunContext[None]) -> str:
            return (await self._run([self._read(name, raw_arguments)], context)).reply

        run = look if kind in LOOKS else change
        return _tool(self._offer.tool(kind), run)

    async def _find(self, raw_arguments: Arguments, context: RunContext[None]) -> str:
        outcome = await self._run([self._read("list_tasks", raw_arguments)], context)
        self._found.update(task.id for task in outcome.tasks)
        shown = [
            {"task_id": task.id, "title": task.title, "due": task.due}
            for task in outcome.tasks[:_MAX_FOUND]
        ]
        return json.dumps(shown)

    async def _find_things(self, raw_arguments: Arguments, context: RunContext[None]) -> str:
        del context
        try:
            kind = msgspec.convert(raw_arguments, Find).kind
        except msgspec.ValidationError as error:
            raise ToolError(NOT_TAKEN) from error
        named = await self._commands.names(kind)
        self._found.update(named)
        return json.dumps([{"id": thing_id, "name": name} for thing_id, name in named.items()])

    async def _change(self, action: Action, context: RunContext[None]) -> str:
        """Have one change made, or asked about together with the others of this turn."""
        if self._changes >= self._offer.most_changes:
            raise ToolError(TOO_MUCH)
        self._changes += 1
        outcome = await self._run([*self._waiting, action], context)
        if outcome.outcome == "needs_approval":
            self._waiting.append(action)
            if self._question is not None:
                self.asked_again.add(self._question)
            self._question = context.function_call.call_id
        return outcome.reply

    async def _run(self, actions: list[Action], context: RunContext[None]) -> Outcome:
        key = context.function_call.call_id
        return await self._commands.run_actions(
            actions, key=key, source=self._source, said=self._said
        )

    def _read(self, tag: str, raw_arguments: Arguments) -> Action:
        """Read the arguments of a language model's call. Raises ToolError."""
        kind = next(kind for kind in self._offer.kinds if kind.__struct_config__.tag == tag)
        given = {
            name: value for name, value in raw_arguments.items() if self._offer.takes(kind, name)
        }
        try:
            action: Action = msgspec.convert({**given, "type": tag}, Action)
        except (msgspec.ValidationError, RecursionError) as error:
            raise ToolError(NOT_TAKEN) from error
        if not is_grounded(action, self._said, self._found):
            raise ToolError(NOT_GROUNDED)
        return self._in_zone(action) if isinstance(action, CreateTask | UpdateTask) else action

    def _in_zone(self, action: CreateTask | UpdateTask) -> Action:
        """The action with the person's zone beside each time that it gives."""
        zones = {
            zone: self._time_zone if "T" in said else None
            for time, zone in _TIMES.items()
            if isinstance(said := getattr(action, time), str)
        }
        return msgspec.structs.replace(action, **zones)


def _tool(schema: Arguments, run: _Run) -> Tool:
    async def call(raw_arguments: Arguments, context: RunContext[None]) -> str:
        return await run(raw_arguments, context)

    return function_tool(call, raw_schema=schema)
