"""What may be called in a conversation; each is one call to the control API.

`run_command` and `answer_later` are for the assistant itself, and run only in calls that it made.
The others are for a language model: the actions of the contract, with their schemas, and a search
that finds the ids they need. What the model wants is judged by the control API; here it is kept
to a few changes a turn.
"""

import asyncio
import json
from collections import deque
from collections.abc import Callable, Coroutine
from typing import Any

import msgspec
from livekit.agents import RunContext, ToolError, function_tool
from livekit.agents.llm import FunctionToolCall, RawFunctionTool
from livekit.agents.utils import shortuuid

from agent_worker.conversation.commands import Commands
from agent_worker.thinking.grounding import is_grounded
from shared.actions import (
    Action,
    CompleteTask,
    CreateTask,
    DeleteTask,
    ListTasks,
    ReopenTask,
    Undo,
    UpdateTask,
)
from shared.outcomes import Outcome
from shared.tasks import Source

RUN_COMMAND = "run_command"
ANSWER_LATER = "answer_later"
FIND_TASKS = "find_tasks"
PRIVATE = frozenset({RUN_COMMAND, ANSWER_LATER})
"""Tools that no language model is shown."""

NOT_OURS = "Refused: only the assistant itself may call this."
TOO_MUCH = "Refused: that is more than may be changed in one turn."
NOT_GROUNDED = "Refused: this is not what the person said. Ask them what they mean."
_FOR_THE_MODEL = (
    CreateTask,
    UpdateTask,
    CompleteTask,
    ReopenTask,
    DeleteTask,
    ListTasks,
    Undo,
)
"""What a person is likely to ask for aloud; more would only confuse a small model."""
_MODEL_FILLS_IN = frozenset(
    {"task_id", "title", "due", "project", "due_from", "due_to", "overdue", "search"}
)
_MAX_FOUND = 10
MOST_CHANGES = 3
"""That a language model may ask for in one turn."""
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


class Tools:
    """The tools of one conversation."""

    def __init__(self, commands: Commands, time_zone: str) -> None:
        self._commands = commands
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
            _tool(RUN_COMMAND, "Runs what the engine has read.", own, self._run_command),
            _tool(ANSWER_LATER, "Answers once the tasks can be reached.", own, self._later),
            *(self._tool_for(action) for action in _FOR_THE_MODEL),
            _tool(
                FIND_TASKS,
                "Finds open tasks and their ids, by words of the title or by due date.",
                _parameters(ListTasks),
                self._find,
            ),
        ]

    async def _run_command(self, raw_arguments: Arguments, context: RunContext[None]) -> str:
        key = self._own_key(context)
        command = msgspec.convert(raw_arguments, PlainCommand)
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

        async def run(raw_arguments: Arguments, context: RunContext[None]) -> str:
            action = self._read(name, raw_arguments)
            async with self._one_at_a_time:
                return await self._change(action, context)

        if kind is ListTasks:
            run = self._list
        return _tool(name, _description(kind), _parameters(kind), run)

    async def _find(self, raw_arguments: Arguments, context: RunContext[None]) -> str:
        outcome = await self._look_up(raw_arguments, context)
        self._found.update(task.id for task in outcome.tasks)
        shown = [
            {"task_id": task.id, "title": task.title, "due": task.due}
            for task in outcome.tasks[:_MAX_FOUND]
        ]
        return json.dumps(shown)

    async def _list(self, raw_arguments: Arguments, context: RunContext[None]) -> str:
        return (await self._look_up(raw_arguments, context)).reply

    async def _look_up(self, raw_arguments: Arguments, context: RunContext[None]) -> Outcome:
        action = self._read("list_tasks", raw_arguments)
        return await self._run([action], context)

    async def _change(self, action: Action, context: RunContext[None]) -> str:
        """Have one change made, or asked about together with the others of this turn."""
        if self._changes >= MOST_CHANGES:
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

    def _read(self, kind: str, raw_arguments: Arguments) -> Action:
        """Read the arguments of a language model's call. Raises ToolError."""
        given = {key: value for key, value in raw_arguments.items() if key in _MODEL_FILLS_IN}
        try:
            action: Action = msgspec.convert({"type": kind, **given}, Action)
        except (msgspec.ValidationError, RecursionError) as error:
            raise ToolError("Refused: the arguments are not what the tool takes.") from error
        if not is_grounded(action, self._said, self._found):
            raise ToolError(NOT_GROUNDED)
        if isinstance(action, CreateTask):
            action = msgspec.structs.replace(action, task_id=None)
        if isinstance(action, CreateTask | UpdateTask) and isinstance(action.due, str):
            zone = self._time_zone if "T" in action.due else None
            action = msgspec.structs.replace(action, time_zone=zone)
        return action


def _tool(name: str, description: str, parameters: Arguments, run: _Run) -> Tool:
    schema = {"name": name, "description": description, "parameters": parameters}

    async def call(raw_arguments: Arguments, context: RunContext[None]) -> str:
        return await run(raw_arguments, context)

    return function_tool(call, raw_schema=schema)


def _description(kind: type[msgspec.Struct]) -> str:
    return (kind.__doc__ or "").split("\n", 1)[0]


def _parameters(kind: type[msgspec.Struct]) -> Arguments:
    """Give the JSON schema of what a model may choose."""
    _, components = msgspec.json.schema_components([kind])
    schema = components[kind.__name__]
    shown = _MODEL_FILLS_IN - ({"task_id"} if kind is CreateTask else set())
    properties = {k: _short(v) for k, v in schema["properties"].items() if k in shown}
    required = [name for name in schema.get("required", []) if name in shown]
    return {"type": "object", "properties": properties, "required": required}


def _short(schema: Arguments) -> Arguments:
    """Say the same in fewer tokens: the model reads all of it before its first word."""
    if "anyOf" in schema:
        return {"type": [choice["type"] for choice in schema["anyOf"]]}
    return {key: value for key, value in schema.items() if key != "default"}
