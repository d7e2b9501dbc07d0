"""What a breath is about: a task is named first, and then it is said what becomes of it."""

from collections.abc import Callable
from itertools import islice

import msgspec

from control_api.engine.plan import CommandPlan
from control_api.language.understanding.fields.details import only_makes
from control_api.language.understanding.names import (
    find_project,
    find_task,
    fitting_tasks,
)
from control_api.language.understanding.reading.clauses import read_of_each
from control_api.language.understanding.reading.plainly import BEYOND_DOUBT, read_one
from control_api.language.understanding.reading.remarks import any_is_meant
from control_api.language.understanding.reading.surroundings import without_politeness
from control_api.language.understanding.scene import Scene
from control_api.language.words.sentence import Words
from shared.actions import CreateTask
from shared.tasks import Task

Read = Callable[[Words, Scene], CommandPlan | None]

_MOST_CUTS = 3
_LONGEST_STATEMENT = 12
_LONGEST_NAME = 5
"""Words."""


def about_one(words: Words, scene: Scene, read: Read) -> CommandPlan | None:
    """What is asked for a task or list that is named before it all: "for the report: ..."."""
    words = without_politeness(words, scene.language)
    found = scene.language.clauses.about.match(words.mask)
    if found is None:
        return None
    named, rest = words.slice(*found.span("task")), words.slice(found.end())
    task = find_task(named, scene, strict=True)
    if isinstance(task, Task):
        return read(rest, _about([task], scene))
    project = find_project(named.text, scene.known.projects, scene.language)
    return None if project is None else _for_list(project, read(rest, scene))


def _for_list(project: str, reading: CommandPlan | None) -> CommandPlan | None:
    """The tasks on the list that was named before them, but for those that name another."""
    if reading is None or not only_makes(reading):
        return None
    made = [
        msgspec.structs.replace(each, project=project)
        if isinstance(each, CreateTask) and each.project is None
        else each
        for each in reading.actions
    ]
    return msgspec.structs.replace(reading, actions=made)


def after_a_statement(words: Words, scene: Scene, read: Read) -> CommandPlan | None:
    """What becomes of what something is told of: "the oven can wait, put it on Monday".

    None unless all that is asked for is of the tasks that are named in the statement.
    """
    if not scene.known.open_tasks:
        return None
    for cut in islice(scene.language.commands.hence.finditer(words.mask), _MOST_CUTS):
        told, rest = words.slice(0, cut.start()).strip(), words.slice(cut.end()).strip()
        if not rest.mask or len(told.mask.split()) > _LONGEST_STATEMENT:
            continue
        tasks = _told_of(told, scene)
        if not tasks or not _is_a_statement(told, scene):
            continue
        reading = read_of_each(rest, _about(tasks, scene), read)
        if reading is not None and reading.outcome == "planned" and _is_all_of(tasks, reading):
            return reading
    return None


def _about(tasks: list[Task], scene: Scene) -> Scene:
    ids = [task.id for task in tasks]
    known = msgspec.structs.replace(scene.known, mentioned=[*ids, *scene.known.mentioned])
    return msgspec.structs.replace(scene, known=known, made=ids)


def _told_of(told: Words, scene: Scene) -> list[Task]:
    """The tasks that are named in a statement, each by as many of its words as may be."""
    said, tasks = told.text.split(), scene.known.open_tasks
    found: list[Task] = []
    taken: set[int] = set()
    for length in range(min(_LONGEST_NAME, len(said)), 0, -1):
        for start in range(len(said) - length + 1):
            places = set(range(start, start + length))
            if taken & places:
                continue
            name = " ".join(said[start : start + length])
            fitting = fitting_tasks(name, tasks, scene.language, strict=True)
            if len(fitting) == 1 and fitting[0] not in found:
                found.append(fitting[0])
                taken |= places
    return found


def _is_a_statement(told: Words, scene: Scene) -> bool:
    """Whether nothing is asked for in it, and nothing said to be done: "hiring can wait"."""
    reading = read_one(told, told, scene)
    is_sure = reading is not None and not (
        only_makes(reading) and reading.confidence < BEYOND_DOUBT
    )
    return not is_sure and not any_is_meant(told, scene)


def _is_all_of(tasks: list[Task], reading: CommandPlan) -> bool:
    ids = {task.id for task in tasks}
    return bool(reading.actions) and all(
        getattr(action, "task_id", None) in ids for action in reading.actions
    )
