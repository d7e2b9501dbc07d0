"""One list of kinds: whatever is named after them has each of them, and nothing else."""

from itertools import product
from typing import get_args

import msgspec

from control_api.app.registry import KINDS
from shared.events import Event, EventType, Kind
from shared.tasks import Task
from shared.things import TYPES

DOINGS = ("created", "updated", "deleted", "restored", "purged")


def test_each_kind_has_the_same_five_events() -> None:
    named = [f"{kind}.{doing}" for kind, doing in product(get_args(Kind), DOINGS)]
    assert list(get_args(EventType)) == named


def test_each_kind_has_a_struct_of_its_events() -> None:
    tags = [event.__struct_config__.tag for event in get_args(Event)]
    assert tags == list(get_args(Kind))


def test_each_event_holds_things_of_its_kind() -> None:
    structs = {Task.KIND: Task, **TYPES}
    for event in get_args(Event):
        fields = {field.name: field.type for field in msgspec.structs.fields(event)}
        kind = structs[event.__struct_config__.tag]
        assert fields["before"] == fields["after"] == kind | None


def test_the_control_api_knows_how_to_keep_each_of_them() -> None:
    assert set(KINDS.kept) == set(get_args(Kind))
