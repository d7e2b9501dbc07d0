"""What may be called in a conversation; each is one call to the control API.

`run_command` and `answer_later` are for the assistant itself. The others are for a language model:
the actions of the contract, with their schemas, and a search that finds the ids they need.
"""

import json
from collections.abc import Callable, Coroutine
from typing import Any

import msgspec
from livekit.agents import RunContext, ToolError, function_tool
from livekit.agents.llm import RawFunctionTool

from agent_worker.commands import Commands
from agent_worker.grounding import is_grounded
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
        self._said = ""
        self._source: Source = "voice"

    def begin_turn(self, said: str, source: Source) -> None:
        """Note what the person said, which the language model's calls must be about."""
        self._said = said
        self._source = source

    def all(self) -> list[Tool]:
        """Give every tool, for the agent."""
        plain = msgspec.json.schema(PlainCommand)
        return [
            _tool(RUN_COMMAND, "Runs what the engine has read.", plain, self._run_command),
            _tool(ANSWER_LATER, "Answers once the tasks can be reached.", plain, self._later),
            *(self._tool_for(action) for action in _FOR_THE_MODEL),
            _tool(
                FIND_TASKS,
                "Finds open tasks and their ids, by words of the title or by due date.",
                _parameters(ListTasks),
                self._find,
            ),
        ]

    async def _run_command(self, raw_arguments: Arguments, context: RunContext[None]) -> str:
        command = msgspec.convert(raw_arguments, PlainCommand)
        key = context.function_call.call_id
        return await self._commands.run_text(
            command.text, key=key, source=command.source, instead_of=command.instead_of
        )

    async def _later(self, raw_arguments: Arguments, context: RunContext[None]) -> str:
        command = msgspec.convert(raw_arguments, PlainCommand)
        key = context.function_call.call_id
        return self._commands.run_later(command.text, key=key, source=command.source)

    def _tool_for(self, kind: type[msgspec.Struct]) -> Tool:
        name = str(kind.__struct_config__.tag)

        async def run(raw_arguments: Arguments, context: RunContext[None]) -> str:
            outcome = await self._run_action(name, raw_arguments, context)
            return outcome.reply

        return _tool(name, _description(kind), _parameters(kind), run)

    async def _find(self, raw_arguments: Arguments, context: RunContext[None]) -> str:
        outcome = await self._run_action("list_tasks", raw_arguments, context)
        self._found.update(task.id for task in outcome.tasks)
        shown = [
            {"task_id": task.id, "title": task.title, "due": task.due}
            for task in outcome.tasks[:_MAX_FOUND]
        ]
        return json.dumps(shown)

    async def _run_action(
        self, kind: str, raw_arguments: Arguments, context: RunContext[None]
    ) -> Outcome:
        given = {key: value for key, value in raw_arguments.items() if key in _MODEL_FILLS_IN}
        try:
            action: Action = msgspec.convert({"type": kind, **given}, Action)
        except msgspec.ValidationError as error:
            raise ToolError(f"The arguments are wrong: {error}.") from error
        if not is_grounded(action, self._said, self._found):
            raise ToolError(NOT_GROUNDED)
        if isinstance(action, CreateTask):
            action = msgspec.structs.replace(action, task_id=None)
        if isinstance(action, CreateTask | UpdateTask) and isinstance(action.due, str):
            zone = self._time_zone if "T" in action.due else None
            action = msgspec.structs.replace(action, time_zone=zone)
        key = context.function_call.call_id
        return await self._commands.run_actions([action], key=key, source=self._source)


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
