"""A scene that holds what was said a moment ago, so that the next words can speak of it."""

import uuid
from datetime import UTC

import msgspec
from msgspec import UNSET

from control_api.language.understanding.scene import Scene
from shared.actions import Action, CancelTask, CompleteTask, CreateTask, DeleteTask, UpdateTask
from shared.tasks import Task
from shared.thing_actions import CreatePerson, CreateProject, CreateTag
from shared.things import Person, Project, Tag, Thing

_ENDS = (CompleteTask, DeleteTask, CancelTask)
_ID_OF: dict[type[Action], str] = {
    CreateTask: "task_id",
    CreateProject: "project_id",
    CreateTag: "tag_id",
    CreatePerson: "person_id",
}


def with_ids(actions: list[Action]) -> list[Action]:
    """The actions, each new thing with an id by which a later one may speak of it."""
    return [_with_id(action) for action in actions]


def without_unused_ids(actions: list[Action]) -> list[Action]:
    """The actions without the ids that no other speaks of: the engine chooses those."""
    text = msgspec.json.encode(actions).decode()
    return [_without_id(action, text) for action in actions]


def grown(scene: Scene, actions: list[Action]) -> Scene:
    """The scene after these actions, which have ids."""
    tasks = list(scene.known.open_tasks)
    mentioned, made, focus = list(scene.known.mentioned), list[str](), scene.focus
    for action in actions:
        if isinstance(action, CreateTask) and action.task_id is not None:
            tasks.append(_task(action, action.task_id, scene))
            made.append(action.task_id)
            focus = action.project or focus
        elif isinstance(action, UpdateTask):
            tasks = [
                _changed(each, action) if each.id == action.task_id else each for each in tasks
            ]
        elif isinstance(action, _ENDS):
            tasks = [each for each in tasks if each.id != action.task_id]
        elif isinstance(action, CreateProject):
            focus = action.name
        about = getattr(action, "task_id", None)
        mentioned = [about, *mentioned] if isinstance(about, str) else mentioned
    known = msgspec.structs.replace(
        scene.known,
        open_tasks=tasks,
        projects=list(dict.fromkeys([*([focus] if focus else []), *scene.known.projects])),
        things=[*scene.known.things, *_things(actions, scene)],
        mentioned=list(dict.fromkeys(mentioned)),
    )
    new = any(isinstance(action, CreateProject) for action in actions)
    return msgspec.structs.replace(
        scene,
        known=known,
        made=made or scene.made,
        focus=focus,
        focus_is_new=new or (scene.focus_is_new and focus == scene.focus),
    )


def _with_id(action: Action) -> Action:
    name = _ID_OF.get(type(action))
    if name is None or getattr(action, name) is not None:
        return action
    return msgspec.structs.replace(action, **{name: str(uuid.uuid4())})


def _without_id(action: Action, text: str) -> Action:
    name = _ID_OF.get(type(action))
    chosen = getattr(action, name) if name is not None else None
    if name is None or chosen is None or text.count(chosen) > 1:
        return action
    return msgspec.structs.replace(action, **{name: None})


def _task(action: CreateTask, task_id: str, scene: Scene) -> Task:
    stamp = _stamp(scene)
    given = {
        field: value
        for field, value in msgspec.structs.asdict(action).items()
        if field in Task.__struct_fields__ and field != "id"
    }
    return Task(id=task_id, status="todo", created_at=stamp, updated_at=stamp, **given)


def _changed(task: Task, action: UpdateTask) -> Task:
    given = {
        field: value
        for field, value in msgspec.structs.asdict(action).items()
        if value is not UNSET and field in Task.__struct_fields__
    }
    return msgspec.structs.replace(task, **given)


def _things(actions: list[Action], scene: Scene) -> list[Thing]:
    stamp, made = _stamp(scene), list[Thing]()
    for action in actions:
        if isinstance(action, CreateProject) and action.project_id is not None:
            made.append(Project(action.project_id, action.name, stamp, stamp))
        elif isinstance(action, CreateTag) and action.tag_id is not None:
            made.append(Tag(action.tag_id, action.name, stamp, stamp))
        elif isinstance(action, CreatePerson) and action.person_id is not None:
            made.append(
                Person(action.person_id, action.name, stamp, stamp, nicknames=action.nicknames)
            )
    return made


def _stamp(scene: Scene) -> str:
    return f"{scene.now.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
