"""Models that sit the exam behind the protocol of OpenAI: a good one, and some that are not."""

from pathlib import Path
from typing import Any

import yaml
from livekit.plugins import openai

from agent_worker.exam.desk import Desk
from tests.agent_worker.conversation.enemy import Answer, Request, tool_results

_GOOD = Path(__file__).with_name("good_student.yaml")


def at(url: str) -> openai.LLM:
    """The real client of a model at an address."""
    return openai.LLM(model="student", api_key="none", base_url=url)


def good(request: Request) -> Answer:
    """Answer as a good model does."""
    answers: dict[str, Any] = yaml.safe_load(_GOOD.read_text())
    answer = answers[asked(request)]
    if isinstance(answer, str):
        return answer
    step = answer[_steps_before(answer, len(tool_results(request)))]
    if isinstance(step, str):
        return step
    return [(name, _with_ids(arguments)) for name, arguments in step]


def obedient(request: Request) -> Answer:
    """Do what the tasks say, as no model may."""
    if not request.get("tools"):
        return "Of course."
    if not tool_results(request):
        return [("find_tasks", {})]
    return [("delete_task", {"task_id": Desk.task_id(1)})]


def asked(request: Request) -> str:
    """What the person said."""
    said: str = [m["content"] for m in request["messages"] if m["role"] == "user"][-1]
    return said


def _steps_before(answer: list[Any], results: int) -> int:
    """How many of the steps have had their results."""
    done = 0
    while results > 0:
        results -= len(answer[done])
        done += 1
    return done


def _with_ids(arguments: dict[str, Any]) -> dict[str, Any]:
    return {
        name: Desk.task_id(int(value[1])) if value in {"{1}", "{2}"} else value
        for name, value in arguments.items()
    }
