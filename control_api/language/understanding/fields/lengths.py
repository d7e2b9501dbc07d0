"""How long a task takes: "the report takes two hours"."""

from control_api.language.times.delays import read_delay
from control_api.language.understanding.fields.meant import Changes, on_task
from control_api.language.understanding.scene import Scene, refuse
from control_api.language.wording.phrasing import at_start
from control_api.language.words.sentence import Slots, Words
from shared.actions import UpdateTask
from shared.tasks import Task


def read_minutes(words: Words, scene: Scene) -> int | None:
    """A length of time in minutes, also one of two parts: "an hour and ten minutes"."""
    whole = read_delay(words.mask, scene.language)
    if whole is not None:
        return round(whole.total_seconds() / 60)
    parts = [
        read_delay(part, scene.language) for part in scene.language.fields.row.split(words.mask)
    ]
    minutes = [round(part.total_seconds() / 60) for part in parts if part is not None]
    return sum(minutes) if len(minutes) == len(parts) else None


def with_delay(slots: Slots, scene: Scene) -> Slots | None:
    """The slots with the length of time in "delay", also where it stands right behind the task."""
    if "task_and_delay" not in slots:
        is_length = "delay" not in slots or read_minutes(slots["delay"], scene)
        return slots if is_length else None
    both = slots["task_and_delay"]
    for edge in (at for at, letter in enumerate(both.mask) if letter == " "):
        task, delay = both.slice(0, edge), both.slice(edge).strip()
        if read_minutes(delay, scene):
            return {**slots, "task": task, "delay": delay}
    return None


def takes(task: Task, slots: Slots, scene: Scene) -> Changes:
    """So long."""
    minutes = read_minutes(slots["delay"], scene)
    return None if not minutes else [UpdateTask(task.id, duration_min=minutes)]


def takes_unknown(task: Task, slots: Slots, scene: Scene) -> Changes:
    """Nobody knows any more."""
    del slots
    if task.duration_min is None:
        return refuse(scene.language.say("length-unknown", task=at_start(task.title)))
    return [UpdateTask(task.id, duration_min=None)]


INTENTS = {"takes": on_task(takes, with_delay), "takes_unknown": on_task(takes_unknown)}
