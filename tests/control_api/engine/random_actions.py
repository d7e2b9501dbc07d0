"""Random actions of every kind, about few things, so that they meet."""

import uuid
from typing import Any, get_args

import msgspec
from hypothesis import strategies as st

from shared import actions, thing_actions
from shared.actions import Redo, Undo, UpdateTask
from shared.tasks import Repeat
from shared.thing_actions import EmptyTrash, PurgeThing

TASKS = st.sampled_from([str(uuid.UUID(int=number)) for number in range(1, 6)])
NAMES = st.sampled_from(["Home", "HOME", "Straße", "Work"])
TEXTS = st.sampled_from(["Milk", "Tea", "Buy *paint*"])
DUES = st.sampled_from([None, "2026-12-01", "2026-12-01T15:00:00"])
FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "title": TEXTS,
    "notes": TEXTS,
    "due": DUES,
    "time_zone": st.sampled_from([None, "Asia/Tokyo"]),
    "priority": st.sampled_from([None, "low", "urgent"]),
    "project": st.none() | NAMES,
    "tags": st.lists(NAMES, max_size=2),
    "assignees": st.lists(NAMES, max_size=2),
    "parent_id": st.none() | TASKS,
    "depends_on": st.lists(TASKS, max_size=2),
    "repeat": st.sampled_from([None, Repeat(rule="FREQ=WEEKLY")]),
    "name": NAMES,
    "colour": st.sampled_from([None, "#1a7f5a"]),
    "description": TEXTS,
    "archived": st.booleans(),
    "nicknames": st.lists(NAMES, max_size=2),
    "role": TEXTS,
    "query": st.sampled_from(["#work", "due today"]),
    "text": TEXTS,
}
ALONE = (Undo, Redo, PurgeThing, EmptyTrash)


def ids_of(kind: str) -> st.SearchStrategy[str]:
    """Few, so that they meet again: made twice, changed when in the trash, purged and made anew."""
    space = uuid.uuid5(uuid.NAMESPACE_URL, kind)
    return st.sampled_from([str(uuid.uuid5(space, str(number))) for number in range(2)])


def arguments(kind: type[Any]) -> st.SearchStrategy[Any]:
    required: dict[str, st.SearchStrategy[Any]] = {}
    optional: dict[str, st.SearchStrategy[Any]] = {}
    for field in msgspec.structs.fields(kind):
        if field.name == "task_id":
            required["task_id"] = TASKS
        elif field.name == "thing_id":
            required["thing_id"] = TASKS | st.one_of(
                [ids_of(kind) for kind in ("project", "tag", "comment")]
            )
        elif field.name.endswith("_id") and field.name != "parent_id":
            required[field.name] = ids_of(field.name.removesuffix("_id"))
        elif field.name in FIELDS:
            (required if field.required else optional)[field.name] = FIELDS[field.name]
    return st.fixed_dictionaries(required, optional=optional)


def action_of(kind: type[Any]) -> st.SearchStrategy[Any]:
    return arguments(kind).map(lambda given: kind(**given))


KINDS = [
    kind
    for kind in (*get_args(actions.TaskAction), *get_args(thing_actions.ThingAction))
    if kind not in ALONE
]
ONE = st.sampled_from(KINDS).flatmap(action_of)
STATUS = st.sampled_from(
    [kind for kind in KINDS if kind.__struct_fields__ == ("task_id",)]
).flatmap(action_of)
TIES = st.builds(UpdateTask, task_id=TASKS, parent_id=TASKS) | st.builds(
    UpdateTask, task_id=TASKS, depends_on=st.lists(TASKS, min_size=1, max_size=2)
)
