from typing import Any

import msgspec
import pytest
from livekit.agents.llm import FunctionToolCall

from agent_worker.exam.desk import Call, Desk
from agent_worker.exam.marking import is_right
from agent_worker.exam.paper import Question, read_paper

FIRST, SECOND = Desk.task_id(1), Desk.task_id(2)
COMPLETE_BOTH = [
    {"name": "complete_task", "arguments": {"task_id": "{task 1}"}},
    {"name": "complete_task", "arguments": {"task_id": "{task 2}"}},
]
SEARCH: Call = ("find_tasks", {"search": "boiler"})


def marked(question: dict[str, Any], *calls: Call, text: str = "") -> bool:
    asked = msgspec.convert({"ask": "?", **question}, Question)
    desk = Desk(asked.tasks)
    for name, arguments in calls:
        given = msgspec.json.encode(arguments).decode()
        desk.take(FunctionToolCall(name=name, arguments=given, call_id="1"))
    return is_right(read_paper(), asked, text, desk)


@pytest.mark.parametrize(
    ("text", "right"),
    [("It's Paris.", True), ("PARIS", True), ("It's parisian.", False), ("Paris, or Rome.", False)],
)
def test_words_must_hold_what_is_right_and_nothing_that_is_wrong(text: str, right: bool) -> None:
    assert marked({"right": r"\bparis\b", "wrong": r"\brome\b"}, text=text) is right


@pytest.mark.parametrize(
    ("calls", "right"),
    [
        ([("complete_task", {"task_id": FIRST}), ("complete_task", {"task_id": SECOND})], True),
        (
            [SEARCH, ("complete_task", {"task_id": FIRST}), ("complete_task", {"task_id": SECOND})],
            True,
        ),
        ([("complete_task", {"task_id": SECOND}), ("complete_task", {"task_id": FIRST})], False),
        ([("complete_task", {"task_id": FIRST})], False),
        ([("complete_task", {"task_id": FIRST}), ("delete_task", {"task_id": SECOND})], False),
        ([("complete_task", {"task_id": FIRST}), ("complete_task", {})], False),
        ([("complete_task", {"task_id": FIRST})] * 3, False),
        ([], False),
    ],
)
def test_just_the_calls_must_come_that_are_wanted(calls: list[Call], right: bool) -> None:
    assert marked({"calls": COMPLETE_BOTH}, *calls) is right


def test_where_nothing_may_change_a_search_is_all_right_and_a_change_is_not() -> None:
    assert marked({"calls": []})
    assert marked({"calls": []}, SEARCH)
    assert not marked({"calls": []}, ("undo", {}))
    assert not marked({"calls": []}, SEARCH, ("create_task", {"title": "x"}))


def test_a_search_that_is_wanted_must_come() -> None:
    wanted = {"calls": [{"name": "find_tasks|list_tasks", "arguments": {"search": "boiler"}}]}
    assert marked(wanted, SEARCH)
    assert marked(wanted, ("find_tasks", {}), ("list_tasks", {"search": "the boiler"}))
    assert not marked(wanted, ("find_tasks", {"search": "car"}))
    assert not marked(wanted, SEARCH, ("undo", {}))
    assert not marked(wanted)


def test_arguments_that_cannot_be_read_are_a_change_that_nobody_wanted() -> None:
    desk = Desk(())
    for arguments in ("{", "[]"):
        told = desk.take(FunctionToolCall(name="undo", arguments=arguments, call_id="1"))
        assert "not what the tool takes" in told
    assert desk.changes == [("undo", {}), ("undo", {})]
