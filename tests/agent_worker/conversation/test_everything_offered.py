"""A remote model can do what a person can: it looks up what there is, and asks before it acts."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.agent_worker.conversation.enemy import Answer, Enemy, enemy_at_work, tool_results
from tests.agent_worker.conversation.household import household

Step = Callable[[list[dict[str, Any]]], Answer]
"""What the model says next, from what its tools found last."""


@pytest.fixture
def model() -> Iterator[Enemy]:
    with enemy_at_work() as model:
        yield model


def steps(*wanted: Step) -> Callable[[dict[str, Any]], Answer]:
    """One after the other, and then a word."""

    def obey(request: dict[str, Any]) -> Answer:
        results = tool_results(request)
        if len(results) >= len(wanted):
            return "So."
        return wanted[len(results)](json.loads(results[-1]) if results else [])

    return obey


async def test_it_changes_any_field_of_a_task_that_it_found(tmp_path: Path, model: Enemy) -> None:
    async with household(tmp_path, model.url) as home:
        await home.post("/tasks", {"title": "Report"})
        model.obey = steps(
            lambda _: [("find_tasks", {"search": "report"})],
            lambda found: [
                (
                    "update_task",
                    {"task_id": found[0]["task_id"], "priority": "high", "tags": ["work"]},
                )
            ],
        )
        assert "Report" in await home.say("That report matters more to me than anything at work")
        await home.say("Yes")
        (task,) = (await home.api.get("/api/v1/tasks")).json()["items"]
        assert (task["priority"], task["tags"]) == ("high", ["work"])


async def test_it_finds_what_is_no_task_by_its_kind(tmp_path: Path, model: Enemy) -> None:
    async with household(tmp_path, model.url) as home:
        await home.post("/projects", {"name": "Garden"})
        model.obey = steps(
            lambda _: [("find_things", {"kind": "project"})],
            lambda found: [("update_project", {"project_id": found[0]["id"], "name": "Allotment"})],
        )
        await home.say("My garden is an allotment now, so I'd go for that name")
        await home.say("Yes")
        (project,) = (await home.api.get("/api/v1/projects")).json()["items"]
        assert project["name"] == "Allotment"


@pytest.mark.parametrize("kind", ["project", "tag", "person", "filter", "timer", "alarm"])
async def test_each_kind_can_be_looked_up(tmp_path: Path, model: Enemy, kind: str) -> None:
    async with household(tmp_path, model.url) as home:
        heard: list[str] = []

        def obey(request: dict[str, Any]) -> Answer:
            heard.extend(tool_results(request))
            return "So." if heard else [("find_things", {"kind": kind})]

        model.obey = obey
        await home.say("What would you make of all that?")
        assert heard == ["[]"]


async def test_what_it_did_not_look_up_it_can_not_change(tmp_path: Path, model: Enemy) -> None:
    async with household(tmp_path, model.url) as home:
        made = await home.post("/projects", {"name": "Garden"})
        model.obey = lambda request: (
            "So." if tool_results(request) else [("delete_project", {"project_id": made["id"]})]
        )
        await home.say("What would you make of my garden?")
        await home.say("Yes")
        assert (await home.api.get("/api/v1/projects")).json()["items"]
