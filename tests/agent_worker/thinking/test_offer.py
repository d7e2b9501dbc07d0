"""A small model is offered a few actions, a remote one everything but what is the hand's."""

from typing import get_args

import jsonschema_rs
import msgspec
import pytest

from agent_worker.thinking.offer import FEW, WHOLE
from shared.actions import LOOKS, Action, CreateTask, UpdateTask
from shared.bell_actions import CreateAlarm

NOT_OFFERED = {
    "catch_up_task",  # the server's own
    *("restore_task", "restore_thing", "update_comment", "delete_comment"),  # found by no tool
    *("purge_thing", "empty_trash", "import_things"),  # the person's own hand's
    *("change_settings", "end_conversation"),  # the person's own words'
}


def tags(kinds: tuple[type[msgspec.Struct], ...]) -> set[str]:
    return {str(kind.__struct_config__.tag) for kind in kinds}


def test_what_a_remote_model_is_not_offered_is_said_here() -> None:
    assert tags(get_args(Action)) - tags(WHOLE.kinds) == NOT_OFFERED
    assert tags(FEW.kinds) < tags(WHOLE.kinds)
    assert set(LOOKS) <= set(WHOLE.kinds)


def test_a_small_one_has_few_fields_to_choose_from() -> None:
    fields = FEW.parameters(CreateTask)["properties"]
    assert set(fields) == {"title", "due", "project"}
    assert fields["due"] == {"type": ["string", "null"]}


def test_ids_of_what_is_new_and_time_zones_are_not_the_models() -> None:
    created = WHOLE.parameters(CreateTask)["properties"]
    assert {"priority", "tags", "repeat", "parent_id"} <= set(created)
    assert not {"type", "task_id", "time_zone", "start_time_zone"} & set(created)
    assert "task_id" in WHOLE.parameters(UpdateTask)["properties"]
    assert "alarm_id" not in WHOLE.parameters(CreateAlarm)["properties"]


@pytest.mark.parametrize("kind", WHOLE.kinds, ids=lambda kind: str(kind.__struct_config__.tag))
def test_each_schema_stands_by_itself(kind: type[msgspec.Struct]) -> None:
    schema = WHOLE.parameters(kind)
    jsonschema_rs.meta.validate(schema)
    validator = jsonschema_rs.validator_for(schema)
    assert not validator.is_valid([])
    assert set(schema["required"]) <= set(schema["properties"])


def test_a_repeat_is_described() -> None:
    validator = jsonschema_rs.validator_for(WHOLE.parameters(CreateTask))
    assert validator.is_valid({"title": "Rent", "repeat": {"rule": "FREQ=MONTHLY"}})
    assert not validator.is_valid({"title": "Rent", "repeat": {"every": "month"}})
