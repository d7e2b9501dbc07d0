"""Questions about how often a task comes."""

from control_api.engine.plan import CommandPlan
from control_api.language.understanding.intent import Intent
from control_api.language.understanding.names import find_task
from control_api.language.understanding.scene import Scene, plan, refuse
from control_api.language.wording.phrasing import at_start
from control_api.language.words.sentence import Slots, Words
from shared.actions import ListTasks

_IT = Words("it", "it")


def how_often(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Shows the one task, whose repeat is said along with it."""
    task = find_task(slots.get("task", _IT), scene, strict=True)
    if isinstance(task, CommandPlan):
        return task
    if task.repeat is None:
        return refuse(f"{at_start(task.title)} does not repeat.", confidence)
    return plan(ListTasks(search=task.title), confidence)


INTENTS = {"how_often": Intent(how_often)}
