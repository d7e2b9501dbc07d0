"""Each action has its words before it is done, in every language that there is."""

from typing import Any, get_args

import msgspec
import pytest

from control_api.requests.spoken import ENGLISH, WORDING
from shared.actions import Action, UpdateTask
from shared.bell_actions import UpdateTimer
from shared.tasks import Task

UNSAID = {"time_zone", "start_time_zone", "deadline_time_zone"}
"""Fields that change nothing by themselves."""
MILK = Task(
    id="m",
    title='Milk "fresh"\nand cold',
    status="todo",
    due=None,
    time_zone=None,
    project=None,
    created_at="",
    updated_at="",
)


def tag(action: Any) -> str:
    return str(action.__struct_config__.tag)


def test_each_action_has_words_and_nothing_else_has() -> None:
    assert set(ENGLISH.steps.actions) == {tag(action) for action in get_args(Action)}


@pytest.mark.parametrize(
    "action", [each for each in get_args(Action) if tag(each).startswith("update_")], ids=tag
)
def test_each_field_that_can_be_changed_has_a_name(action: Any) -> None:
    changeable = {
        field.name for field in msgspec.structs.fields(action) if field.default is msgspec.UNSET
    }
    assert changeable - UNSAID <= set(ENGLISH.steps.changed)


def test_a_change_says_what_is_changed_and_of_what() -> None:
    wanted = UpdateTask(task_id="m", due="2026-12-01", time_zone="UTC", priority=None)
    assert WORDING.step(wanted, MILK) == "Change \"Milk 'fresh' and cold\": date and priority"
    assert WORDING.step(UpdateTimer(timer_id="t", paused=True), None) == (
        "Change it: whether it is paused"
    )
