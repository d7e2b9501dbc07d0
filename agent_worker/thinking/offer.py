"""What a language model is offered: which actions, which of their fields, how much of it a turn.

A small one is confused by more than the few that people ask for aloud. A remote one is offered
everything, but for what is the person's own hand's: deleting for good. What it may do unasked is
judged by the control API either way.
"""

from typing import Any

import msgspec

from shared.actions import (
    LOOKS,
    CancelTask,
    CompleteTask,
    CreateTask,
    DeleteTask,
    ListTasks,
    Redo,
    ReopenTask,
    SkipOccurrence,
    SnoozeTask,
    StartTask,
    Undo,
    UpdateTask,
)
from shared.bell_actions import (
    CreateAlarm,
    CreateTimer,
    DeleteAlarm,
    DeleteTimer,
    SnoozeBell,
    StopBell,
    UpdateAlarm,
    UpdateTimer,
)
from shared.thing_actions import (
    CreateComment,
    CreateFilter,
    CreatePerson,
    CreateProject,
    CreateTag,
    DeleteFilter,
    DeletePerson,
    DeleteProject,
    DeleteTag,
    UpdateFilter,
    UpdatePerson,
    UpdateProject,
    UpdateTag,
)

FIND_TASKS = "find_tasks"
"""The tool that tells a model which tasks there are."""

Kinds = tuple[type[msgspec.Struct], ...]
Schema = dict[str, Any]
"""JSON schema."""

_FEW: Kinds = (CreateTask, UpdateTask, CompleteTask, ReopenTask, DeleteTask, ListTasks, Undo)
_MORE: Kinds = (
    *(StartTask, CancelTask, SkipOccurrence, SnoozeTask, Redo),
    *(CreateProject, UpdateProject, DeleteProject, CreateTag, UpdateTag, DeleteTag),
    *(CreatePerson, UpdatePerson, DeletePerson, CreateFilter, UpdateFilter, DeleteFilter),
    CreateComment,
    *(look for look in LOOKS if look not in _FEW),
    *(CreateTimer, UpdateTimer, DeleteTimer, CreateAlarm, UpdateAlarm, DeleteAlarm),
    *(SnoozeBell, StopBell),
)
_FEW_FIELDS = frozenset(
    {"task_id", "title", "due", "project", "due_from", "due_to", "overdue", "search"}
)
_OURS = frozenset({"time_zone", "start_time_zone", "deadline_time_zone", "question", "about"})
"""Fields that the assistant fills in, and questions whose answers are worded for a person."""


class Offer(msgspec.Struct, frozen=True):
    """What one model is offered."""

    kinds: Kinds
    only_fields: frozenset[str] | None
    """None: all that are not the assistant's own."""
    most_changes: int
    """In one turn."""

    def is_whole(self) -> bool:
        """Whether it is everything."""
        return self.only_fields is None

    def takes(self, kind: type[msgspec.Struct], field: str) -> bool:
        """Whether the model may fill in this field of an action."""
        tag = str(kind.__struct_config__.tag)
        own_id = f"{tag.removeprefix('create_')}_id" if tag.startswith("create_") else None
        if field in _OURS or field == own_id:
            return False
        return self.only_fields is None or field in self.only_fields

    def parameters(self, kind: type[msgspec.Struct]) -> Schema:
        """The JSON schema of what a model may choose for an action."""
        _, components = msgspec.json.schema_components([kind], ref_template="#/$defs/{name}")
        schema = components.pop(kind.__name__)
        properties = {
            name: _short(choice) if self.only_fields else choice
            for name, choice in schema["properties"].items()
            if name != "type" and self.takes(kind, name)
        }
        required = [name for name in schema.get("required", []) if name in properties]
        parameters = {"type": "object", "properties": properties, "required": required}
        return parameters | ({"$defs": components} if components and self.is_whole() else {})

    def tool(self, kind: type[msgspec.Struct]) -> Schema:
        """Describe the tool for an action, as models are told of it."""
        name = str(kind.__struct_config__.tag)
        description = (kind.__doc__ or "").split("\n", 1)[0]
        return described(name, description, self.parameters(kind))

    def search(self) -> Schema:
        """Describe the tool that finds tasks."""
        description = "Finds open tasks and their ids, by words of the title or by due date."
        return described(FIND_TASKS, description, self.parameters(ListTasks))


def described(name: str, description: str, parameters: Schema) -> Schema:
    """Give what a model is told of a tool."""
    return {"name": name, "description": description, "parameters": parameters}


FEW = Offer(_FEW, _FEW_FIELDS, most_changes=3)
WHOLE = Offer((*_FEW, *_MORE), None, most_changes=10)


def _short(schema: Schema) -> Schema:
    """Say the same in fewer tokens: the model reads all of it before its first word."""
    if "anyOf" in schema:
        return {"type": [choice["type"] for choice in schema["anyOf"]]}
    return {key: value for key, value in schema.items() if key != "default"}
