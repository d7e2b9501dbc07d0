"""What tools do in an exam: they find what is on the list, and change nothing."""

import json
from typing import Any

from livekit.agents import ToolError, function_tool
from livekit.agents.llm import FunctionToolCall, RawFunctionTool

from agent_worker.exam.paper import Found
from agent_worker.thinking.offer import FEW, FIND_TASKS

Call = tuple[str, dict[str, Any]]
"""Name and arguments."""
Tool = RawFunctionTool[[dict[str, Any]], Any]

LOOKS = frozenset({FIND_TASKS, "list_tasks"})


class Desk:
    """The tasks of one question, and the calls that were made about them."""

    def __init__(self, tasks: tuple[Found, ...]) -> None:
        self._tasks = tasks
        self.changes: list[Call] = []
        self.searches: list[Call] = []

    @staticmethod
    def task_id(number: int) -> str:
        """Give the id of the first task, or the second."""
        return f"7d3c0b52-61f4-4c1e-9a58-00000000000{number}"

    def found(self) -> str:
        """All tasks, as a search gives them: JSON."""
        return json.dumps(
            [
                {
                    "task_id": self.task_id(number),
                    "title": task.title,
                    "due": task.due and str(task.due),
                }
                for number, task in enumerate(self._tasks, 1)
            ]
        )

    def take(self, call: FunctionToolCall) -> str:
        """Note a call, and give what the model is told of it."""
        try:
            arguments = json.loads(call.arguments or "{}")
        except ValueError:
            arguments = None
        if not isinstance(arguments, dict):
            self.changes.append((call.name, {}))
            return "The arguments are not what the tool takes."
        if call.name in LOOKS:
            self.searches.append((call.name, arguments))
            return self.found()
        self.changes.append((call.name, arguments))
        return "Done."


def tools() -> list[Tool]:
    """Give the tools of a conversation, by their descriptions; nothing here runs them."""
    return [_tool(schema) for schema in (*map(FEW.tool, FEW.kinds), FEW.search())]


def _tool(schema: dict[str, Any]) -> Tool:
    async def refuse(raw_arguments: dict[str, Any]) -> None:
        del raw_arguments
        raise ToolError("Nothing is carried out in an exam.")

    return function_tool(refuse, raw_schema=schema)
