"""Where a task stands among those of its list: "put milk before eggs"."""

from control_api.language.understanding.fields.meant import Changes, on_task, on_two
from control_api.language.understanding.scene import Scene, refuse
from control_api.language.wording.phrasing import at_start, in_sentence
from control_api.language.words.sentence import Slots
from shared.actions import UpdateTask
from shared.tasks import Task

_MOST_SORTED = 100
"""Tasks that have no place yet, and would all have to get one."""


def to_top(task: Task, slots: Slots, scene: Scene) -> Changes:
    """Before all others of its list."""
    del slots
    first = next((each for each in _beside(task, scene) if each.order is not None), None)
    place = 0.0 if first is None or first.order is None else first.order - 1
    return [UpdateTask(task.id, order=place)]


def to_bottom(task: Task, slots: Slots, scene: Scene) -> Changes:
    """After all others of its list."""
    del slots
    return _sorted(task, [*_beside(task, scene), task], scene)


def put_before(task: Task, other: Task, scene: Scene) -> Changes:
    """Right before another."""
    return _next_to(task, other, scene, after=0)


def put_after(task: Task, other: Task, scene: Scene) -> Changes:
    """Right after another."""
    return _next_to(task, other, scene, after=1)


def _next_to(task: Task, other: Task, scene: Scene, *, after: int) -> Changes:
    beside = _beside(task, scene)
    if task.id == other.id:
        return None
    if other not in beside:
        named = in_sentence(other.title, scene.language)
        apart = scene.language.say("not-on-one-list", task=at_start(task.title), title=named)
        return refuse(apart)
    at = beside.index(other) + after
    return _sorted(task, [*beside[:at], task, *beside[at:]], scene)


def _beside(task: Task, scene: Scene) -> list[Task]:
    """The other tasks of its list, as they stand there: those without a place come last."""
    place = (task.project_id, task.project, task.section, task.parent_id)
    others = [
        each
        for each in scene.known.open_tasks
        if (each.project_id, each.project, each.section, each.parent_id) == place
        and each.id != task.id
    ]
    return sorted(others, key=lambda each: (each.order is None, each.order or 0, each.created_at))


def _sorted(task: Task, wanted: list[Task], scene: Scene) -> Changes:
    """The task first; then those before it that had no place, and need one to stay there."""
    at = wanted.index(task)
    before, after = wanted[:at], wanted[at + 1 :]
    unplaced = [each for each in before if each.order is None]
    if len(unplaced) > _MOST_SORTED:
        return refuse(scene.language.say("too-many-to-sort"))
    placed = [each.order for each in before if each.order is not None]
    last = max(placed, default=-1.0)
    others = [UpdateTask(each.id, order=last + step) for step, each in enumerate(unplaced, start=1)]
    begin = last + len(unplaced)
    following = next((each.order for each in after if each.order is not None), None)
    place = begin + 1 if following is None else (begin + following) / 2
    return [UpdateTask(task.id, order=place), *others]


INTENTS = {
    "to_top": on_task(to_top),
    "to_bottom": on_task(to_bottom),
    "put_before": on_two(put_before, "other"),
    "put_after": on_two(put_after, "other"),
}
