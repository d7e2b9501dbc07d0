"""Sentences about many tasks at once: everything, a whole list, all that is due on a day.

What they come to is asked about before it is done, with the number of tasks.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from control_api.engine.plan import CommandPlan
from control_api.language.times.delays import read_delay
from control_api.language.times.due_dates import from_its_beginning, reschedule, shift
from control_api.language.times.phrases import check_ahead, read_when
from control_api.language.understanding.creating import project_named
from control_api.language.understanding.fields.assigning import people_named
from control_api.language.understanding.fields.priorities import level_said
from control_api.language.understanding.fields.tagging import tags_named
from control_api.language.understanding.intent import Intent
from control_api.language.understanding.names import find_project, find_task
from control_api.language.understanding.scene import Scene, ask, refuse
from control_api.language.understanding.things.naming import thing_named
from control_api.language.understanding.titles import is_foreign
from control_api.language.wording.phrasing import how_many
from control_api.language.words.sentence import Slots, Words
from control_api.time.due_times import local_due
from shared.actions import Action, CancelTask, CompleteTask, DeleteTask, UpdateTask
from shared.tasks import Task
from shared.things import Tag

Narrowed = list[Task] | CommandPlan | None
"""Those of the tasks that are meant, what to ask first, or None where the words make no sense."""
MOST_AT_ONCE = 500
"""Tasks; more than that is better looked at."""


def delete(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """All of them go to the trash."""
    return _on_all(slots, scene, confidence, lambda task: DeleteTask(task.id), whole=True)


def complete(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """All of them are done."""
    return _on_all(slots, scene, confidence, lambda task: CompleteTask(task.id))


def cancel(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """None of them is to be done any more."""
    return _on_all(slots, scene, confidence, lambda task: CancelTask(task.id), whole=True)


def prioritise(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """All of them get the priority that is named."""
    level = level_said(slots, scene.language)
    return _on_all(slots, scene, confidence, lambda task: UpdateTask(task.id, priority=level))


def move_in_time(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """All of them are due at another time."""
    when = read_when(slots["when"], scene.now, scene.language)
    if when is None:
        return None
    check_ahead(slots["when"], when, scene.now, scene.language)
    when = from_its_beginning(when, scene.now.date())

    def moved(task: Task) -> Action:
        due = reschedule(when, task.due, task.time_zone, scene.now, scene.zone)
        return UpdateTask(task.id, due=due.due, time_zone=due.time_zone)

    return _on_all({k: v for k, v in slots.items() if k != "when"}, scene, confidence, moved)


def assign_all(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """All of them are theirs, and nobody else's."""
    people = people_named(slots["who"], scene, surely=False)
    if people is None or isinstance(people, CommandPlan):
        return people
    return _on_all(slots, scene, confidence, lambda task: UpdateTask(task.id, assignees=people))


def tag_all(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """All of them get a tag more."""
    names = tags_named(slots["text"], scene)
    if not names:
        return None

    def tagged(task: Task) -> Action:
        return UpdateTask(task.id, tags=list(dict.fromkeys([*task.tags, *names])))

    return _on_all(slots, scene, confidence, tagged)


def shift_in_time(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """All of them that have a time are due so much later, or earlier."""
    by = read_delay(slots["delay"].mask, scene.language)
    if by is None:
        return None
    if scene.language.changing.earlier.search(slots["said"].mask):
        by = -by
    return _on_all(slots, scene, confidence, lambda task: _shifted(task, by, scene))


def move_to_list(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """All of them go to another list."""
    target = project_named(slots["target"], scene)
    return _on_all(slots, scene, confidence, lambda task: UpdateTask(task.id, project=target))


def tasks_on(project: str, scene: Scene) -> list[Task]:
    """The open tasks on a list; what is a part of another one goes with that."""
    return _without_parts([task for task in scene.known.open_tasks if task.project == project])


def _on_all(
    slots: Slots,
    scene: Scene,
    confidence: float,
    act: Callable[[Task], Action | None],
    *,
    whole: bool = False,
) -> CommandPlan | None:
    tasks = _meant(slots, scene)
    if tasks is None or isinstance(tasks, CommandPlan):
        return tasks
    if whole:
        tasks = _without_parts(tasks)
    if len(tasks) > MOST_AT_ONCE:
        named = how_many(len(tasks), scene.language)
        return refuse(scene.language.say("tasks-too-many", tasks=named, most=MOST_AT_ONCE))
    actions = [action for action in map(act, tasks) if action is not None]
    if not actions:
        return refuse(_nothing_said(slots, scene, has_some=bool(tasks)), confidence)
    return CommandPlan(outcome="planned", actions=actions, confidence=confidence, names_all=False)


def _meant(slots: Slots, scene: Scene) -> list[Task] | CommandPlan | None:
    """The tasks that the words take in, or what to ask first; None when they make no sense."""
    tasks = scene.known.open_tasks
    for name, narrow in _NARROWED_BY.items():
        if name in slots:
            narrowed = narrow(slots[name], tasks, scene)
            if not isinstance(narrowed, list):
                return narrowed
            tasks = narrowed
    return tasks


def _on_list(said: Words, tasks: list[Task], scene: Scene) -> Narrowed:
    name = find_project(said.text, scene.known.projects, scene.language)
    return None if name is None else [task for task in tasks if task.project == name]


def _of_people(said: Words, tasks: list[Task], scene: Scene) -> Narrowed:
    people = people_named(said, scene, surely=False)
    if people is None or isinstance(people, CommandPlan):
        return people
    return [task for task in tasks if set(people).intersection(task.assignees)]


def _with_tag(said: Words, tasks: list[Task], scene: Scene) -> Narrowed:
    tag = thing_named(said, Tag, scene)
    return None if tag is None else [task for task in tasks if tag.name in task.tags]


def _due_then(said: Words, tasks: list[Task], scene: Scene) -> Narrowed:
    if is_foreign(said, scene.language):
        return None  # "all alarms"
    due = _due_test(said, scene)
    return None if due is None else [task for task in tasks if due(task)]


def _but_one(said: Words, tasks: list[Task], scene: Scene) -> Narrowed:
    spared = find_task(said, scene, strict=True)
    if isinstance(spared, CommandPlan):
        return spared
    return [task for task in tasks if task.id != spared.id]


_NARROWED_BY: dict[str, Callable[[Words, list[Task], Scene], Narrowed]] = {
    "project": _on_list,
    "people": _of_people,
    "tag": _with_tag,
    "days": _due_then,
    "task": _but_one,
}


def _due_test(said: Words, scene: Scene) -> Callable[[Task], bool] | None:
    """What is due then, or overdue; None when the words are no time."""
    if scene.language.things.overdue.fullmatch(said.mask):
        return lambda task: _is_overdue(task, scene)
    when = read_when(said, scene.now, scene.language)
    if when is None:
        return None
    first, last = when.range()
    if first is None and last is None:
        return None

    def is_due(task: Task) -> bool:
        if task.due is None:
            return False
        at = local_due(task.due, task.time_zone, scene.zone).isoformat()[:10]
        return (first is None or at >= first.isoformat()) and (
            last is None or at <= last.isoformat()
        )

    return is_due


def _is_overdue(task: Task, scene: Scene) -> bool:
    if task.due is None:
        return False
    at = local_due(task.due, task.time_zone, scene.zone)
    now = scene.now.replace(tzinfo=None)
    return at < now if isinstance(at, datetime) else at < now.date()


def _shifted(task: Task, by: timedelta, scene: Scene) -> Action | None:
    due = None if task.due is None else shift(task.due, task.time_zone, by, scene.zone)
    return None if due is None else UpdateTask(task.id, due=due.due, time_zone=due.time_zone)


def _without_parts(tasks: list[Task]) -> list[Task]:
    """Without what is a part of another one of them: that goes with it."""
    ids = {task.id for task in tasks}
    return [task for task in tasks if task.parent_id not in ids]


def _nothing_said(slots: Slots, scene: Scene, *, has_some: bool) -> str:
    language = scene.language
    if has_some:
        return language.say("tasks-unmovable")
    if "project" in slots:
        name = find_project(slots["project"].text, scene.known.projects, language)
        return language.say("tasks-none-on-list", name=name or slots["project"].text)
    if "tag" in slots:
        return language.say("tasks-none-with-tag", name=slots["tag"].text)
    return language.say("tasks-none-then" if "days" in slots else "list-none")


def which_tasks(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Several were meant, and were not named: "both", "all of them"."""
    del slots
    return ask(scene.language.say("tasks-unnamed"), confidence)


INTENTS = {
    "delete_all": Intent(delete),
    "cancel_all": Intent(cancel),
    "complete_all": Intent(complete),
    "prioritise_all": Intent(prioritise),
    "move_all": Intent(move_in_time, move_in_time),
    "shift_all": Intent(shift_in_time),
    "move_all_to_list": Intent(move_to_list),
    "assign_all": Intent(assign_all),
    "tag_all": Intent(tag_all),
    "which_tasks": Intent(which_tasks),
}
